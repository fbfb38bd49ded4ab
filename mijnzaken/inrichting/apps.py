from django.apps import AppConfig


class InrichtingConfig(AppConfig):
    name = "mijnzaken.inrichting"
    verbose_name = "Inrichting"
