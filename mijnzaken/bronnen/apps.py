from importlib import import_module

from django.apps import AppConfig


class BronnenConfig(AppConfig):
    name = "mijnzaken.bronnen"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Bronnen"

    def ready(self) -> None:
        import_module("mijnzaken.bronnen.bijwerken")  # registers what is done for who logs in for the first time
