"""What a request of a data subject (AVG) asks of who handles it, each with the screen where that is done."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from backoffice.behandeling.beperking import kan_op_slot
from backoffice.behandeling.wissing import kan_wissen
from mijnzaken.zaken.avg import INZAGE, RECHTEN, RECTIFICATIE
from mijnzaken.zaken.inzien import Inzage
from mijnzaken.zaken.models import Kennisgevingsstand


@dataclass(frozen=True)
class Weg:
    icoon: str
    kop: str
    tekst: str
    link: str
    url: str


def wegen(inzage: Inzage) -> list[Weg]:
    """Nothing, and no query, for another zaak."""
    soort, nummer = inzage.zaak.proces.identificatie, inzage.zaak.nummer
    if soort not in RECHTEN:
        return []
    gevonden = []
    if soort == INZAGE and inzage.zaak.beslissing(inzage.actor, "inzage_nakijken"):
        kop, tekst = _("Iemand vraagt welke gegevens wij van hem hebben"), _("Kijk het overzicht na en geef het vrij.")
        link = _("Naar het overzicht voor inzage")
        gevonden.append(Weg("search", kop, tekst, link, reverse("inzagekopie", args=[nummer])))
    if soort == RECTIFICATIE and "gegeven_rectificeren" in inzage.mag:
        kop, tekst = _("Iemand zegt dat er gegevens niet kloppen"), _("Verbeter ze in de zaak waar ze staan.")
        gevonden.append(Weg("edit", kop, tekst, _("Gegevens verbeteren"), reverse("rectificatie", args=[nummer])))
    if kan_wissen(inzage):
        kop, tekst = _("Iemand vraagt om gegevens te wissen"), _("Ga na wat weg mag en wat de wet bewaart.")
        gevonden.append(Weg("trash", kop, tekst, _("Gegevens wissen"), reverse("wissing", args=[nummer])))
    if kan_op_slot(inzage):
        kop, tekst = _("Tot er een antwoord is, kan het gebruik van gegevens stoppen"), ""
        gevonden.append(Weg("lock", kop, tekst, _("Gegevens op slot zetten"), reverse("beperking", args=[nummer])))
    if inzage.zaak.beslissing(inzage.actor, "kennisgeving_afmelden"):
        standen = list(inzage.zaak.kennisgevingen.values_list("stand", flat=True))
        if standen:
            open_ = standen.count(Kennisgevingsstand.OPEN)
            kop = _("Anderen kregen deze gegevens van ons")
            tekst = _("Nog %(n)s keer vertellen wat ermee is gebeurd.") % {"n": open_} if open_ else _("Zij weten het.")
            link = _("Wie moet het horen?")
            gevonden.append(Weg("send", kop, tekst, link, reverse("kennisgevingen", args=[nummer])))
    return gevonden
