from django.apps import AppConfig


class ZakenConfig(AppConfig):
    name = "mijnzaken.zaken"
    verbose_name = "Zaken"

    def ready(self) -> None:
        from mijnzaken.zaken import notificaties, velden, velden_bijzonder  # noqa: F401  register what may leave

        notificaties.luister()
