from django.apps import AppConfig


class BronnenConfig(AppConfig):
    name = "mijnzaken.bronnen"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Bronnen"

    def ready(self) -> None:
        """Who logs in for the first time gets a name. Models exist only now, hence the import here."""
        from autorisatie.inloggen import eerste_keer
        from mijnzaken.bronnen.personalia import na_eerste_inloggen

        eerste_keer.registreer(na_eerste_inloggen)
