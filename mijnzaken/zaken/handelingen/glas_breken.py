"""Break the glass: who must open what is shielded types its number and a reason, and can for a short time.

An unknown number, a number that is not for him and a shielded zaak get one and the same answer, after the same work:
one look-up, one row, one audit line, one nudge. What follows for a zaak that there is, is done by a worker.
"""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.contrib.auth.models import Permission
from django.utils import timezone

from autorisatie import beleid
from autorisatie.actor import Medewerker
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from mijnzaken.aanstoot import stoot_aan
from mijnzaken.zaken.models import Glasbreuk, Zaak, ZaakToegang
from mijnzaken.zaken.toegang import recht_op

KORTSTE_REDEN = 20  # characters: 'nodig' is no reason that a privacy officer can judge
MELD = "mijnzaken.zaken.tasks.meld_glasbreuk"


@handeling("glas_breken")
def glas_breken(actor: Medewerker, *, nummer: str, reden: str) -> Glasbreuk:
    """Raises Invoerfout for a reason that says too little, OnjuisteToestand for more attempts than a day has.

    What is returned tells what happened; the screen must not.
    """
    if len(reden.strip()) < KORTSTE_REDEN:
        raise Invoerfout({"reden": f"Schrijf in ten minste {KORTSTE_REDEN} tekens waarom u dit nu moet zien."})
    _bewaak_aantal(actor)
    zaak, kon_al = _zaak(actor, nummer), Zaak.objects.voor(actor).filter(nummer=nummer.strip()).exists()
    recht = recht_op(Zaak)
    toegang = _open(actor, zaak, recht, reden) if zaak is not None and not kon_al else None
    getypt = zoekwaarde(nummer.strip(), soort="zaaknummer")
    aantekenen(getypt=getypt[:16])
    glasbreuk: Glasbreuk = Glasbreuk.objects.create(
        gebruiker=actor.gebruiker,
        getypt=getypt,
        reden=reden.strip()[:500],
        moment=klok.nu(),
        zaak=zaak,
        toegang=toegang,
    )
    stoot_aan(MELD, glasbreuk.pk)
    return glasbreuk


@handeling("glasbreuk_bekijken", op="zaken.Glasbreuk")
def glasbreuk_bekijken(actor: Medewerker, glasbreuk: Glasbreuk) -> Glasbreuk:
    """Somebody else than who broke it looked: the privacy officer for the municipality, the team lead for the team."""
    wie = "privacy" if Glasbreuk.is_toezicht(actor) else "team"
    if getattr(glasbreuk, f"gezien_{wie}_op") is None:
        setattr(glasbreuk, f"gezien_{wie}_op", klok.nu())
        setattr(glasbreuk, f"gezien_{wie}_door", actor.gebruiker)
        glasbreuk.save(update_fields=[f"gezien_{wie}_op", f"gezien_{wie}_door"])
    return glasbreuk


def _bewaak_aantal(actor: Medewerker) -> None:
    """Counted over whatever was typed, so that the refusal tells nothing of a number."""
    begin = timezone.make_aware(datetime.combine(klok.vandaag(), time()))
    eerder = Glasbreuk.objects.systeem("hoe vaak brak hij vandaag glas").filter(gebruiker=actor.gebruiker)
    if eerder.filter(moment__gte=begin).count() >= settings.GLAS_PER_DAG:
        raise OnjuisteToestand(
            f"U hebt vandaag al {settings.GLAS_PER_DAG} keer glas gebroken. Vraag uw teamleider om hulp."
        )


def _zaak(actor: Medewerker, nummer: str) -> Zaak | None:
    """The zaak that he may break the glass of: of his own processen, never of his own circle. One statement."""
    processen = beleid.processen_met_recht(actor, "glas_breken")
    rijen = Zaak.objects.systeem("wie het glas breekt, ziet haar nog niet").filter(nummer=nummer.strip())
    if processen is not None:
        rijen = rijen.filter(proces__in=processen)
    zaak: Zaak | None = rijen.exclude(rollen__partij__in=actor.uitgesloten_partijen).first()
    return zaak


def _open(actor: Medewerker, zaak: Zaak, recht: Permission, reden: str) -> ZaakToegang:
    """Access for ``GLAS_MINUTEN``, given by nobody: the one statement that an unknown number does not cost."""
    nu = klok.nu()
    toegang: ZaakToegang = ZaakToegang.objects.create(
        user=actor.gebruiker,
        permission=recht,
        content_object=zaak,
        geldig_van=nu,
        geldig_tot=nu + timedelta(minutes=settings.GLAS_MINUTEN),
        reden=reden.strip()[:255],
    )
    actor._geheugen.pop("genoemde_zaken", None)
    return toegang
