"""Individual grants: one named person, one zaak or partij, until a moment, with a reason."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission
from django.utils import timezone

from autorisatie.actor import Medewerker
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import aantekenen
from autorisatie.models import Gebruiker, IndividueleToekenning, Partij, PartijToegang
from catalogus import klok
from mijnzaken.zaken.models import Zaak, ZaakToegang
from mijnzaken.zaken.regels import is_dezelfde

Soort = type[ZaakToegang] | type[PartijToegang]


def lopende(soort: Soort, ding: Any) -> Any:
    """The grants that hold now, those of broken glass apart: they are for an hour and count for nobody's keeping."""
    rijen: Any = soort.objects.filter(soort.geldend(), content_object=ding)
    return rijen.filter(glasbreuk=None) if soort is ZaakToegang else rijen


def mag_krijgen(zaak: Zaak, gebruiker: Gebruiker) -> None:
    """Nobody gets access to a zaak of his own circle: the door would keep it shut all the same."""
    if set(gebruiker.uitgesloten_partijen()) & set(zaak.betrokken_partijen()) or not gebruiker.is_active:
        raise Invoerfout({"gebruiker": "Deze collega kan geen toegang krijgen. Kies iemand anders."})


def partij_mag_krijgen(partij: Partij, gebruiker: Gebruiker) -> None:
    if partij.pk in gebruiker.uitgesloten_partijen() or not gebruiker.is_active:
        raise Invoerfout({"gebruiker": "Deze collega kan geen toegang krijgen. Kies iemand anders."})


def _verleen_tot(soort: Soort, ding: Any, gebruiker: Gebruiker, *, door: Gebruiker, tot: datetime, reden: str) -> Any:
    """The row of a grant, from now. A current one of the same person is made longer, never shorter."""
    lopend = lopende(soort, ding).filter(user=gebruiker).order_by("-geldig_tot").first()
    if lopend is not None:
        lopend.geldig_tot, lopend.verleend_door, lopend.reden = max(tot, lopend.geldig_tot), door, reden[:255]
        lopend.save(update_fields=["geldig_tot", "verleend_door", "reden"])
        return lopend
    return soort.objects.create(
        user=gebruiker,
        permission=recht_op(ding),
        content_object=ding,
        geldig_van=klok.nu(),
        geldig_tot=tot,
        reden=reden[:255],
        verleend_door=door,
    )


def verleen(soort: Soort, actor: Medewerker, ding: Any, gebruiker: Gebruiker, *, tot: date, reden: str) -> Any:
    """Give access until and with ``tot``: not to oneself, and not for longer than ``TOEGANG_DAGEN`` days."""
    if is_dezelfde(actor.gebruiker, gebruiker):
        raise Invoerfout({"gebruiker": "U kunt uzelf geen toegang geven. Een collega die erbij kan, doet dat."})
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom deze collega erbij mag."})
    verste = klok.vandaag() + timedelta(days=settings.TOEGANG_DAGEN)
    if not klok.vandaag() <= tot <= verste:
        raise Invoerfout({"toegang_tot": f"Kies een dag vanaf vandaag en uiterlijk {verste:%d-%m-%Y}."})
    aantekenen(tot=tot.isoformat())
    einde = timezone.make_aware(datetime.combine(tot + timedelta(days=1), time()))
    return _verleen_tot(soort, ding, gebruiker, door=actor.gebruiker, tot=einde, reden=reden.strip())


def recht_op(ding: Any) -> Permission:
    """django-guardian wants a permission of the same model; ours is always to see it."""
    soort = ding._meta
    return Permission.objects.get(
        content_type__app_label=soort.app_label,
        content_type__model=soort.model_name,
        codename=f"view_{soort.model_name}",
    )


def beeindig(actor: Medewerker, toegang: IndividueleToekenning) -> None:
    """At once; what was left of it is gone."""
    toegang.geldig_tot, toegang.ingetrokken_door = klok.nu(), actor.gebruiker
    toegang.save(update_fields=["geldig_tot", "ingetrokken_door"])
    aantekenen(van=toegang.user_id)


def beeindig_alle(soort: Soort, actor: Medewerker, ding: Any) -> None:
    soort.objects.filter(soort.geldend(), content_object=ding).update(
        geldig_tot=klok.nu(), ingetrokken_door=actor.gebruiker
    )
