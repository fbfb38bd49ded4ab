from importlib import import_module

from django.apps import AppConfig


class DocumentenConfig(AppConfig):
    name = "mijnzaken.documenten"
    verbose_name = "Documenten"

    def ready(self) -> None:
        import_module("mijnzaken.documenten.velden")
