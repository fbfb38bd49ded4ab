from django.apps import AppConfig


class SturingConfig(AppConfig):
    name = "backoffice.sturing"
    verbose_name = "Sturing"
