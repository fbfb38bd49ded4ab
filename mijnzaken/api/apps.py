from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "mijnzaken.api"
    verbose_name = "API"
