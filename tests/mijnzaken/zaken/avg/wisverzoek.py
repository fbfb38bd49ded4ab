"""A request for erasure of anna, and what of hers the law lets go."""

from typing import Any

from catalogus import klok
from mijnzaken.zaken.avg.wisonderhoud import wis
from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen
from mijnzaken.zaken.handelingen.wissing import (
    gegevens_aanwijzen,
    wissing_goedkeuren,
    wissing_kiezen,
    wissing_nagaan,
)
from mijnzaken.zaken.models import Wisregel, Zaak
from tests.fabrieken import REDEN, medewerker, registreer, ververs
from tests.mijnzaken.zaken.test_vernietigen import verlopen as verlopen_melding


def vraag_wissing(naam: str = "anna") -> Zaak:
    zaak = registreer(naam, "avg-wissing")
    in_behandeling_nemen(medewerker("lotte"), zaak)
    return ververs(zaak)


def ga_na(verzoek: Zaak) -> None:
    wissing_nagaan(medewerker("lotte"), ververs(verzoek))


def regels(verzoek: Zaak, **waarden: Any) -> list[Wisregel]:
    return list(Wisregel.objects.systeem(REDEN).filter(zaak=verzoek, **waarden))


def regel(verzoek: Zaak, **waarden: Any) -> Wisregel:
    (gevonden,) = regels(verzoek, **waarden)
    return gevonden


def kies(verzoek: Zaak, *gekozen: Wisregel, **velden: Any) -> int:
    waarden = {"keuze": "wissen", "reden": "Wij hebben dit niet meer nodig."} | velden
    aantal: int = wissing_kiezen(medewerker("lotte"), ververs(verzoek), regels=[rij.uuid for rij in gekozen], **waarden)
    return aantal


def keur_goed(verzoek: Zaak, *gekozen: Wisregel, door: str = "hugo") -> int:
    aantal: int = wissing_goedkeuren(medewerker(door), ververs(verzoek), regels=[rij.uuid for rij in gekozen])
    return aantal


def wis_alles_wat_mag(verzoek: Zaak) -> int:
    """From seeing what there is to gone; gives how many lines went."""
    ga_na(verzoek)
    weg = regels(verzoek, moet_blijven=False)
    if not weg:
        return 0
    kies(verzoek, *weg)
    keur_goed(verzoek, *weg)
    return wis()


def verlopen(zaak: Zaak, jaren: int = 1) -> Zaak:
    """A closed zaak whose term is over today."""
    soort = zaak.resultaten.get().resultaattype
    type(soort).objects.filter(pk=soort.pk).update(archiefactietermijn="P1D", brondatum_afleidingswijze="afgehandeld")
    eerder = klok.vandaag().replace(year=klok.vandaag().year - jaren)
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(
        archiefnominatie="vernietigen", archiefactiedatum=eerder, einddatum=eerder
    )
    return ververs(zaak)


def oude_melding(naam: str = "anna") -> Zaak:
    """Past its term, with a document, a note and messages that name the secret."""
    return verlopen(verlopen_melding(naam))


def bestaat(zaak: Zaak) -> bool:
    return bool(Zaak.objects.systeem(REDEN).filter(uuid=zaak.uuid).exists())


def wijs_aan(verzoek: Zaak, zaak: Zaak, *namen: str) -> int:
    aantal: int = gegevens_aanwijzen(medewerker("lotte"), ververs(verzoek), zaak=zaak.uuid, namen=namen)
    return aantal


def wis_gegeven(verzoek: Zaak, zaak: Zaak, naam: str) -> Wisregel:
    """From pointed out to gone, as far as the program lets it go; gives its line."""
    wijs_aan(verzoek, zaak, naam)
    rij = regel(verzoek, onderdeel=naam, nummer=zaak.nummer)
    kies(verzoek, rij)
    keur_goed(verzoek, regel(verzoek, onderdeel=naam, nummer=zaak.nummer))
    wis()
    return regel(verzoek, onderdeel=naam, nummer=zaak.nummer)
