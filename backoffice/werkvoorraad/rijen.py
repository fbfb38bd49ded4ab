"""The rows of a list, each as its reader may see it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie.actor import Actor
from autorisatie.gegevensgroepen import Zicht
from catalogus import klok
from catalogus.models import Fase
from mijnzaken.zaken import deur
from mijnzaken.zaken.inzien import niveaus_van
from mijnzaken.zaken.models import Zaak

ERBIJ = ("proces", "zaaktype", "behandelaar", "team", "statussen__statustype")
_KLEUR = {
    Fase.ONTVANGEN: "",
    Fase.IN_BEHANDELING: "goed",
    Fase.WACHT_OP_AANVRAGER: "info",
    Fase.ADVIES: "let-op",
    Fase.BESLUIT_VOORGESTELD: "nieuw",
    Fase.AFGEROND: "",
}


@dataclass(frozen=True)
class Rij:
    """One row of a table of zaken."""

    zaak: Zicht
    url: str
    status: str
    kleur: str
    behandelaar: str
    begonnen: int | None
    sleutel: str  # for the checkbox: which zaak, and the version that was seen; empty when it can't be assigned
    stil_tekst: str


def rijen(actor: Actor, zaken: list[Zaak], *, toewijsbaar: bool = False) -> list[Rij]:
    """No queries: the matrix is in memory, the relations came with the list."""
    return [_rij(actor, zaak, toewijsbaar) for zaak in zaken]


def _rij(actor: Actor, zaak: Zaak, toewijsbaar: bool) -> Rij:
    beeld = Zicht(zaak, niveaus_van(actor, zaak))
    kan = toewijsbaar and bool(deur.beslis(actor, "toewijzen", zaak)) and not zaak.belet("toewijzen")
    behandelaar = beeld.behandelaar.naam if beeld.behandelaar else ""
    return Rij(
        zaak=beeld,
        url=adres(zaak),
        status=_status(zaak) if beeld.fase else "",
        kleur=_KLEUR.get(Fase(zaak.fase), ""),
        behandelaar=behandelaar or _("Niet toegewezen"),
        begonnen=_begonnen(zaak),
        sleutel=f"{zaak.uuid}:{zaak.versie}" if kan else "",
        stil_tekst=_("staat stil"),
    )


def adres(zaak: Zaak) -> str:
    """A terugbelnotitie has a page of its own."""
    naam = "terugbelnotitie" if zaak.is_terugbelnotitie else "zaak"
    return reverse(naam, args=[zaak.nummer])


def _status(zaak: Zaak) -> str:
    """The step in the words of the zaaktype; the phase where there is no step."""
    laatste = next((s for s in zaak.statussen.all() if s.indicatie_laatst_gezette_status), None)
    return str(laatste.statustype.omschrijving) if laatste else zaak.get_fase_display().capitalize()


def _begonnen(zaak: Zaak) -> int | None:
    """Which part of the term is gone, in percents."""
    if zaak.uiterlijke_einddatum is None or not zaak.is_open:
        return None
    heel = (zaak.uiterlijke_einddatum - zaak.startdatum).days
    weg = (klok.vandaag() - zaak.startdatum).days
    return 100 if heel <= 0 else max(0, min(100, round(100 * weg / heel)))


def uitleg(aantal: int, sortering: str) -> dict[str, Any]:
    """What the caption says."""
    namen = {
        "termijn": _("termijn, eerst wat het eerst klaar moet"),
        "-termijn": _("termijn, eerst wat nog kan wachten"),
        "-registratie": _("datum van registratie, nieuwste eerst"),
        "registratie": _("datum van registratie, oudste eerst"),
        "nummer": _("zaaknummer"),
        "-nummer": _("zaaknummer, hoogste eerst"),
        "aanvrager": _("naam van de aanvrager"),
        "-gewijzigd": _("laatste wijziging"),
    }
    return {"aantal": aantal, "gesorteerd_op": namen.get(sortering, namen["termijn"])}
