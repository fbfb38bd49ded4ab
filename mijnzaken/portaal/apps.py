from django.apps import AppConfig


class PortaalConfig(AppConfig):
    name = "mijnzaken.portaal"
    verbose_name = "Portaal"
