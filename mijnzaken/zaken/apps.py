from django.apps import AppConfig


class ZakenConfig(AppConfig):
    name = "mijnzaken.zaken"
    verbose_name = "Zaken"

    def ready(self) -> None:
        from mijnzaken.zaken import velden  # noqa: F401  registers what may leave the process
