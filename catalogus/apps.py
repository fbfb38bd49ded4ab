from django.apps import AppConfig


class CatalogusConfig(AppConfig):
    name = "catalogus"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Catalogus"
