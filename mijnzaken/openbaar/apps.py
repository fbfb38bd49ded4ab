from django.apps import AppConfig


class OpenbaarConfig(AppConfig):
    name = "mijnzaken.openbaar"
    verbose_name = "Openbaar"
