from django.apps import AppConfig


class ZakenConfig(AppConfig):
    name = "mijnzaken.zaken"
    verbose_name = "Zaken"

    def ready(self) -> None:
        from mijnzaken.berichten import ophalen
        from mijnzaken.zaken import elders, notificaties, velden, velden_bijzonder  # noqa: F401  register what may leave

        notificaties.luister()
        ophalen.neemt_over(ophalen.STATUS, elders.neem_status_over)
