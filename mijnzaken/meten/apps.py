from django.apps import AppConfig


class MetenConfig(AppConfig):
    name = "mijnzaken.meten"
    verbose_name = "Meten"
