from django.apps import AppConfig


class ZakenConfig(AppConfig):
    name = "mijnzaken.zaken"
    verbose_name = "Zaken"

    def ready(self) -> None:
        from mijnzaken.berichten import ophalen
        from mijnzaken.zaken import (  # the last three register what may leave
            elders,
            notificaties,
            velden,  # noqa: F401
            velden_bijzonder,  # noqa: F401
            velden_contact,  # noqa: F401
        )

        notificaties.luister()
        ophalen.neemt_over(ophalen.STATUS, elders.neem_status_over)
