from django.apps import AppConfig


class VoorbeeldConfig(AppConfig):
    name = "mijnzaken.voorbeeld"
    verbose_name = "Voorbeeldgemeente"
