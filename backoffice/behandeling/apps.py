from django.apps import AppConfig


class BehandelingConfig(AppConfig):
    name = "backoffice.behandeling"
    verbose_name = "Behandeling"
