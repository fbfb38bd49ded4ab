from django.apps import AppConfig


class KccConfig(AppConfig):
    name = "backoffice.kcc"
    verbose_name = "14070"
