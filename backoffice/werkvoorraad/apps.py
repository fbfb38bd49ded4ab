from django.apps import AppConfig


class WerkvoorraadConfig(AppConfig):
    name = "backoffice.werkvoorraad"
    verbose_name = "Werkvoorraad"
