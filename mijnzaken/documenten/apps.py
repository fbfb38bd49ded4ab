from django.apps import AppConfig


class DocumentenConfig(AppConfig):
    name = "mijnzaken.documenten"
    verbose_name = "Documenten"
