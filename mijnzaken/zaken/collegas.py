"""What colleagues are told of a zaak, each a row in the outbox: number and kind, never content."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from autorisatie.houders import houders
from autorisatie.models import Gebruiker, Toekenning
from mijnzaken.berichten import postuit
from mijnzaken.zaken.afscherming import kan_openen
from mijnzaken.zaken.models import Glasbreuk, Zaak, ZaakToegang
from mijnzaken.zaken.models.afscherming import BEHEREN


def waarschuw_teamleiders(zaak: Zaak, soort: str) -> None:
    """An alert to the team leads: number and kind, never content. Of a zaak that does not exist for them they hear
    nothing: then it goes to the named persons.
    """
    leiders = Toekenning.objects.filter(Toekenning.geldend(), team=zaak.team, rol__code="teamleider")
    wie = Gebruiker.objects.filter(pk__in=leiders.values("gebruiker"), is_active=True)
    if zaak.afgeschermd:
        genoemden = ZaakToegang.objects.filter(ZaakToegang.geldend(), content_object=zaak)
        wie = wie | Gebruiker.objects.filter(pk__in=genoemden.values("user"), is_active=True)
    for collega in wie:
        if kan_openen(collega, zaak):
            postuit.melding_aan_medewerker(
                soort,
                collega,
                sleutel=f"{soort}:{zaak.uuid}:{zaak.uiterlijke_einddatum}",
                context={"nummer": zaak.nummer},
            )


def meld_toegang(genoemden: Sequence[Gebruiker], tot: date, *, nummer: str, sleutel: str) -> None:
    """Named persons hear that they are, and until when; not of whom or what it is."""
    for collega in genoemden:
        postuit.melding_aan_medewerker(
            "toegang_gekregen", collega, sleutel=f"toegang:{sleutel}", context={"nummer": nummer, "tot": tot}
        )


def meld_zonder_toegang(zaak: Zaak) -> None:
    """Who guards the shieldings hears of a zaak that nobody can open yet: its term runs."""
    for collega in houders(BEHEREN, proces_id=zaak.proces_id):
        postuit.melding_aan_medewerker(
            "afscherming_zonder_toegang",
            collega,
            sleutel=f"zonder_toegang:{zaak.uuid}",
            context={"nummer": zaak.nummer},
        )


def meld_glasbreuk(glasbreuk: Glasbreuk, aan: Sequence[Gebruiker]) -> None:
    """That it happened, and when. Who, which zaak and why stand behind the log-in."""
    for collega in aan:
        postuit.melding_aan_medewerker(
            "glas_gebroken",
            collega,
            sleutel=f"glas_gebroken:{glasbreuk.uuid}",
            context={"moment": timezone.localtime(glasbreuk.moment)},
        )
