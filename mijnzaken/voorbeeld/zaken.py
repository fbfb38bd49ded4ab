"""About 400 zaken in all phases, some late, some standing still: made by the same handelingen as real ones, at moments
in the past, so that their history, terms and messages are true. Dates are relative to today.
"""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from autorisatie.actor import Medewerker, Systeem
from autorisatie.fouten import Weigering
from autorisatie.models import Gebruiker, Partij
from catalogus import klok
from catalogus.models import Proces, Product, Resultaattype, Uitkomst, Zaaktype
from mijnzaken.voorbeeld.verzinnen import verzin
from mijnzaken.zaken.aanmaken import Aanvraag
from mijnzaken.zaken.avg import WISSING
from mijnzaken.zaken.handelingen import advies, afronden, behandelen, besluiten, concepten, termijnen, wissing
from mijnzaken.zaken.models import Bewaargrond, Kanaal, Toestemming, Wiskeuze, Zaak

BEHANDELAARS = {
    "Geluid en Lucht": (["sanne", "karim"], "tess"),
    "Schulddienstverlening": (["joost"], "nadia"),
    "Bezwaar": (["bea"], "boris"),
    "Parkeren": (["vera"], "peter"),
    "Openbare Ruimte": (["vera"], "peter"),
    "Privacy": (["lotte"], "hugo"),
    "Woo-team": (["lotte"], "hugo"),
    "Klachten": (["lotte"], "hugo"),
    "Vergunningen Bouwen": (["iris"], "iris"),
}
# proces: how many; how many days back at most
AANTALLEN = {
    "subsidie-verkeerslawaai": (110, 120),
    "parkeervergunning-bewoners": (90, 300),
    "melding-openbare-ruimte": (80, 60),
    "schuldhulpverlening": (35, 90),
    "klacht": (20, 70),
    "woo-verzoek": (15, 50),
    "avg-inzage": (12, 45),
    "avg-rectificatie": (5, 45),
    "avg-wissing": (5, 40),
    "avg-beperking": (3, 40),
    "avg-bezwaar": (3, 40),
}
OUD = 45  # days
_MOTIVERING = {
    Uitkomst.TOEGEKEND: "Uw aanvraag voldoet aan alle voorwaarden. Daarom geven wij u wat u hebt gevraagd.",
    Uitkomst.GEDEELTELIJK: "Uw aanvraag voldoet voor een deel aan de voorwaarden. Dat deel geven wij u.",
    Uitkomst.AFGEWEZEN: "Uw aanvraag voldoet niet aan de voorwaarden. Daarom wijzen wij haar af.",
}


@dataclass
class Voorraad:
    """Who and what there is to make zaken with; ``toeval`` has a fixed seed, so every demo is alike."""

    medewerkers: dict[str, Gebruiker]
    partijen: list[Partij]
    toeval: random.Random = field(default_factory=lambda: random.Random(14070))  # noqa: S311  not for secrets
    _producten: dict[int, Product | None] = field(default_factory=dict)

    def product(self, proces: Proces) -> Product | None:
        if proces.pk not in self._producten:
            regel = proces.kruistabel.select_related("product").first()
            self._producten[proces.pk] = regel.product if regel else None
        return self._producten[proces.pk]

    def actor(self, naam: str) -> Medewerker:
        return Medewerker(self.medewerkers[naam], doel="behandeling")


def maak_zaken(voorraad: Voorraad, deel: float = 1.0) -> Iterator[Zaak]:
    """All of them, oldest first within a proces, one at a time so that the caller can show progress."""
    for identificatie, (aantal, dagen) in AANTALLEN.items():
        proces = Proces.objects.filter(identificatie=identificatie).select_related("team").first()
        zaaktype = Zaaktype.objects.geldig(proces, klok.vandaag()) if proces else None
        if zaaktype is None:
            continue
        for terug in sorted((voorraad.toeval.randint(1, dagen) for _ in range(round(aantal * deel))), reverse=True):
            zaak = _een_zaak(voorraad, zaaktype, terug)
            if zaak is not None:
                yield zaak


def registreer(voorraad: Voorraad, zaaktype: Zaaktype, partij: Partij | None, moment: datetime) -> Zaak:
    """An application as it came in at ``moment``."""
    with klok.op_moment(moment):
        zaak: Zaak = concepten.zaak_registreren(
            Systeem("de voorbeeldgemeente vullen"),
            Aanvraag(
                zaaktype=zaaktype,
                product=voorraad.product(zaaktype.proces),
                aanvrager=partij,
                waarden=verzin(zaaktype, partij, voorraad.toeval),
                omschrijving=partij.adresregel if partij else "Spoorlaan 12",
                kanaal=voorraad.toeval.choice([Kanaal.PORTAAL] * 5 + [Kanaal.PAPIER, Kanaal.TELEFOON]),
            ),
            proces=zaaktype.proces,
        )
    return zaak


def _een_zaak(voorraad: Voorraad, zaaktype: Zaaktype, dagen_terug: int) -> Zaak | None:
    toeval = voorraad.toeval
    begin = klok.nu() - timedelta(days=dagen_terug, hours=toeval.randint(0, 9), minutes=toeval.randint(0, 59))
    anoniem = zaaktype.anoniem_toegestaan and toeval.random() < 0.4
    zaak = registreer(voorraad, zaaktype, None if anoniem else toeval.choice(voorraad.partijen), begin)
    with suppress(Weigering):  # somebody drawn by chance may not: the zaak stays as far as it came
        _behandel(voorraad, zaak, begin, dagen_terug)
    return zaak


def _behandel(voorraad: Voorraad, zaak: Zaak, begin: datetime, ruimte: int) -> None:
    toeval = voorraad.toeval
    wie, leider = BEHANDELAARS.get(zaak.team.naam, ([], ""))
    if zaak.zaaktype.extern_behandeld or not wie or (ruimte < 4 and toeval.random() < 0.6):
        return
    behandelaar = voorraad.actor(toeval.choice(wie))
    moment = begin + timedelta(days=min(ruimte * 0.2, toeval.randint(1, 5)))
    with klok.op_moment(moment):
        behandelen.in_behandeling_nemen(behandelaar, zaak)
    weg = toeval.random()
    if ruimte > OUD and toeval.random() < 0.85:  # what is old has mostly been decided; a few are late
        weg = max(weg, 0.6)
    if weg < 0.25:
        return
    moment += timedelta(days=min(ruimte * 0.2, 6))
    if weg < 0.37 and "aanvulling" in zaak.zaaktype.opschortingsgronden:
        with klok.op_moment(moment):
            termijnen.aanvulling_vragen(
                behandelaar,
                zaak,
                titel="Stuur een kopie van de koopakte",
                omschrijving="Wij missen dit document nog.",
                uiterlijk=klok.vandaag() + timedelta(days=max(ruimte, 14)),
            )
        return
    if weg < 0.45 and len(wie) > 1:
        collega = voorraad.actor(next(n for n in wie if n != behandelaar.gebruiker.gebruikersnaam))
        with klok.op_moment(moment):
            advies.advies_vragen(
                behandelaar, zaak, adviseur=collega.gebruiker, vraag="Klopt de berekening van het geluid?"
            )
        return
    _beslis(voorraad, zaak, behandelaar, leider, moment, min(ruimte * 0.5, toeval.randint(5, 60)), weg)


def opgelost(zaaktype: Zaaktype) -> Resultaattype | None:
    """The result of a zaak that went well: not that of a double report."""
    goed = zaaktype.resultaattypen.filter(uitkomst=Uitkomst.AFGEHANDELD)
    return goed.exclude(omschrijving__icontains="dubbel").exclude(naam_inwoner__icontains="al gemeld").first()


def _beslis(
    voorraad: Voorraad, zaak: Zaak, behandelaar: Medewerker, leider: str, moment: datetime, dagen: float, weg: float
) -> None:
    eerste = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    later = min(moment + timedelta(days=dagen), klok.nu() - timedelta(hours=2))
    with klok.op_moment(later):
        Toestemming.objects.systeem("de voorbeeldgemeente vullen").filter(zaak=zaak).update(gegeven_op=klok.nu())
        if eerste is None:
            resultaat = opgelost(zaak.zaaktype)
            if resultaat is not None:
                afronden.afhandelen(behandelaar, zaak, resultaattype=resultaat, toelichting="Wij hebben dit opgelost.")
            return
        if zaak.proces.identificatie == WISSING:
            _ga_na(behandelaar, zaak)
        uitkomst = voorraad.toeval.choice([Uitkomst.TOEGEKEND] * 4 + [Uitkomst.GEDEELTELIJK, Uitkomst.AFGEWEZEN])
        besluiten.besluit_voorstellen(
            behandelaar, zaak, besluitmoment=eerste, uitkomst=uitkomst, motivering=_MOTIVERING[uitkomst]
        )
    if weg < 0.55 or not leider:
        return
    with klok.op_moment(min(later + timedelta(days=1), klok.nu() - timedelta(hours=1))):
        besluiten.besluiten(voorraad.actor(leider), zaak)


def _ga_na(behandelaar: Medewerker, verzoek: Zaak) -> None:
    """What of the person there is; the example keeps what may go, so that everybody finds his zaken."""
    wissing.wissing_nagaan(behandelaar, verzoek)
    mag_weg = list(verzoek.wisregels.filter(moet_blijven=False).values_list("uuid", flat=True))
    if mag_weg:
        wissing.wissing_kiezen(
            behandelaar,
            verzoek,
            regels=mag_weg,
            keuze=Wiskeuze.BLIJFT,
            grond=Bewaargrond.NODIG,
            reden="U bent hier nog mee bezig.",
        )
