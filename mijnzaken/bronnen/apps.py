from functools import partial

from django.apps import AppConfig


class BronnenConfig(AppConfig):
    name = "mijnzaken.bronnen"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Bronnen"

    def ready(self) -> None:
        # Not at the top: these need models, which are loaded after this file.
        from autorisatie.inloggen import eerste_keer
        from mijnzaken.aanstoot import stoot_aan

        eerste_keer.registreer(partial(stoot_aan, "mijnzaken.bronnen.tasks.werk_relaties_bij"))
