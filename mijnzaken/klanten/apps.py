from importlib import import_module

from django.apps import AppConfig


class KlantenConfig(AppConfig):
    name = "mijnzaken.klanten"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Klanten"

    def ready(self) -> None:
        import_module("mijnzaken.klanten.velden")  # registers the fields that may leave the process
