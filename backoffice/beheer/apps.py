from django.apps import AppConfig


class BeheerConfig(AppConfig):
    name = "backoffice.beheer"
    verbose_name = "Beheer"
