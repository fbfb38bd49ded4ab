from importlib import import_module

from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    name = "mijnzaken.berichten"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Berichten"

    def ready(self) -> None:
        import_module("mijnzaken.berichten.velden")  # registers the fields that may leave the process
