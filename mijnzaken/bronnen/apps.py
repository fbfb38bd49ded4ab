from django.apps import AppConfig


class BronnenConfig(AppConfig):
    name = "mijnzaken.bronnen"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Bronnen"
