"""Who else the program knows of around the zaken, contacts and machtigingen of one person."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q

from autorisatie.models import Gebruiker, Machtiging, Partij, PartijRelatie
from catalogus.models import SoortGegeven
from mijnzaken.klanten.models import Betrokkene, DigitaalAdres, Rekeningnummer
from mijnzaken.zaken.avg.derden import Derden
from mijnzaken.zaken.avg.tabel import Wie
from mijnzaken.zaken.models import (
    Gegevenswaarde,
    Notitie,
    Rol,
    Taak,
    Terugbelgegevens,
    Toestemming,
    Zaak,
)

REDEN = "wie in een inzagekopie een ander is"
_EIGEN_SOORTEN = (SoortGegeven.TELEFOON, SoortGegeven.EMAIL, SoortGegeven.IBAN)


def derden_van(wie: Wie, ook_weg: Iterable[str] = ()) -> Derden:
    """What tells the person from everybody else. ``ook_weg`` are words that a handler read as those of another."""
    partij = wie.partij
    derden = Derden(_eigen(wie), achternaam=partij.achternaam, letter=partij.voorletters or partij.voornaam)
    zaken = Rol.objects.systeem(REDEN).filter(partij=partij).values("zaak")
    for ander in _andere_partijen(wie, zaken):
        _ken_partij(derden, ander)
    for adres in _adressen_van_anderen(wie, zaken):
        derden.ken(adres)
        derden.ken_nummer(adres)
    for rol in Rol.objects.systeem(REDEN).filter(zaak__in=zaken).exclude(partij=partij):
        derden.ken(rol.afwijkende_naam_betrokkene, *_teksten(rol.betrokkene_identificatie))
        derden.ken(*_teksten(rol.contactpersoon_rol))
        derden.ken_nummer(*_teksten(rol.betrokkene_identificatie), *_teksten(rol.contactpersoon_rol))
    for betrokkene in _betrokkenen(wie):
        _ken_naam(derden, betrokkene)
        derden.ken(*_teksten(betrokkene.bezoekadres), *_teksten(betrokkene.correspondentieadres))
    for naam in Machtiging.objects.systeem(REDEN).filter(gever=partij).values_list("aan_naam", flat=True):
        derden.ken(naam)
    for gebruiker in _medewerkers(zaken):
        derden.ken(gebruiker.naam, gebruiker.emailadres)
        derden.ken(gebruiker.achternaam, precies=True)
        derden.ken_nummer(gebruiker.telefoonnummer)
    derden.ken(*ook_weg)
    derden.ken_nummer(*ook_weg)
    return derden


def _eigen(wie: Wie) -> Iterator[str]:
    partij = wie.partij
    yield from (*_namen(partij), partij.voornaam, *partij.voornaam.split())
    yield from _woonplaats(partij)
    yield from (partij.kvk_nummer, partij.rsin, partij.vestigingsnummer, partij.pseudo_id or "")
    if partij.bsn is not None:
        yield partij.bsn.tonen()  # type: ignore[union-attr]
    if partij.geboortedatum:
        yield from _dagen(partij.geboortedatum)
    yield from DigitaalAdres.objects.systeem(REDEN).filter(_adres_van(partij)).values_list("adres", flat=True)
    for rekening in Rekeningnummer.objects.systeem(REDEN).filter(partij=partij):
        yield rekening.toon_iban()
    rijen = Gegevenswaarde.objects.systeem(REDEN).filter(zaak__in=wie.gevraagd, gegeven__soort__in=_EIGEN_SOORTEN)
    yield from (str(waarde) for waarde in rijen.values_list("waarde", flat=True))
    notities = Terugbelgegevens.objects.systeem(REDEN).filter(zaak__in=wie.gevraagd)
    for rij in notities.values_list("telefoonnummer", "emailadres"):
        yield from rij


def _adres_van(partij: Partij) -> Q:
    return Q(verstrekt_door_partij=partij) | Q(verstrekt_door_betrokkene__was_partij=partij)


def _andere_partijen(wie: Wie, zaken: Any) -> Iterable[Partij]:
    """Who stands in one of his zaken, took part in a contact, gave or has a machtiging, or is related by a register."""
    partij = wie.partij
    sleutels: set[int] = set()
    rijen = (
        Rol.objects.systeem(REDEN).filter(zaak__in=zaken).values_list("partij", flat=True),
        Taak.objects.systeem(REDEN).filter(zaak__in=zaken).values_list("partij", flat=True),
        Toestemming.objects.systeem(REDEN).filter(zaak__in=zaken).values_list("partij", flat=True),
        _betrokkenen(wie).values_list("was_partij", flat=True),
        Machtiging.objects.systeem(REDEN).filter(gever=partij).values_list("gemachtigde", flat=True),
        Machtiging.objects.systeem(REDEN).filter(gemachtigde=partij).values_list("gever", flat=True),
        PartijRelatie.objects.systeem(REDEN).filter(van=partij).values_list("naar", flat=True),
        PartijRelatie.objects.systeem(REDEN).filter(naar=partij).values_list("van", flat=True),
    )
    for kolom in rijen:
        sleutels |= {pk for pk in kolom if pk}
    gevonden: Iterable[Partij] = Partij.objects.systeem(REDEN).filter(pk__in=sleutels - {partij.pk})
    return gevonden


def _betrokkenen(wie: Wie) -> Any:
    rijen = Betrokkene.objects.systeem(REDEN).filter(klantcontact__betrokkenen__was_partij=wie.partij)
    return rijen.exclude(was_partij=wie.partij).distinct()


def _adressen_van_anderen(wie: Wie, zaken: Any) -> Iterator[str]:
    toestemmingen = Toestemming.objects.systeem(REDEN).filter(zaak__in=zaken).exclude(partij=wie.partij)
    yield from toestemmingen.values_list("emailadres", flat=True)
    partijen = [partij.pk for partij in _andere_partijen(wie, zaken)]
    adressen = DigitaalAdres.objects.systeem(REDEN).filter(
        Q(verstrekt_door_partij__in=partijen) | Q(verstrekt_door_betrokkene__in=_betrokkenen(wie).values("pk"))
    )
    yield from adressen.values_list("adres", flat=True)


def _medewerkers(zaken: Any) -> Iterable[Gebruiker]:
    sleutels: set[int] = set()
    kolommen: dict[Any, tuple[str, ...]] = {
        Zaak.objects.systeem(REDEN).filter(pk__in=zaken): ("behandelaar", "geregistreerd_door"),
        Notitie.objects.systeem(REDEN).filter(zaak__in=zaken): ("aangemaakt_door",),
        Rol.objects.systeem(REDEN).filter(zaak__in=zaken): ("medewerker",),
    }
    for rijen, velden in kolommen.items():
        for rij in rijen.values_list(*velden):
            sleutels |= {pk for pk in rij if pk}
    return Gebruiker.objects.filter(pk__in=sleutels)


def _ken_partij(derden: Derden, ander: Partij) -> None:
    _ken_naam(derden, ander)
    derden.ken(*_woonplaats(ander))
    derden.ken_nummer(ander.rsin, ander.vestigingsnummer, ander.kvk_nummer)
    derden.ken(ander.pseudo_id or "", *_teksten(ander.correspondentieadres))
    if ander.bsn is not None:
        derden.ken_nummer(ander.bsn.tonen())  # type: ignore[union-attr]
    if ander.geboortedatum:
        derden.ken(*_dagen(ander.geboortedatum))


def _ken_naam(derden: Derden, wie: Any) -> None:
    """A first name only as it is written: 'Wil' is a name and 'wil' is not."""
    derden.ken(*_namen(wie))
    derden.ken(*wie.voornaam.split(), precies=True)


def _namen(wie: Any) -> list[str]:
    """The ways in which the name of a partij, or of who took part in a contact, is written; not a first name alone."""
    achternaam = " ".join(deel for deel in (wie.voorvoegsel_achternaam, wie.achternaam) if deel)
    voor = [wie.voorletters, wie.voornaam]
    heel = [f"{deel} {achternaam}".strip() for deel in voor if deel and achternaam]
    return [naam for naam in (*heel, achternaam, wie.achternaam, wie.organisatienaam) if naam]


def _woonplaats(partij: Partij) -> list[str]:
    """The address; never the town alone, which is that of many."""
    postcode = partij.postcode.replace(" ", "")
    return [
        tekst
        for tekst in (
            partij.adresregel if partij.huisnummer else "",
            postcode,
            f"{postcode[:4]} {postcode[4:]}" if len(postcode) == 6 else "",
            partij.nummeraanduiding_id,
        )
        if tekst
    ]


_MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)


def _dagen(dag: Any) -> list[str]:
    """A date of birth as people write it."""
    return [
        dag.isoformat(),
        f"{dag:%Y%m%d}",
        *(f"{dag:%d}{teken}{dag:%m}{teken}{dag:%Y}" for teken in "-/. "),
        *(f"{dag.day}{teken}{dag.month}{teken}{dag.year}" for teken in "-/. "),
        f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}",
    ]


def _teksten(waarde: Any) -> Iterator[str]:
    """Every text in a value of JSON that can be somebody's: not a code of one or two letters."""
    if isinstance(waarde, dict):
        for inhoud in waarde.values():
            yield from _teksten(inhoud)
    elif isinstance(waarde, list):
        for inhoud in waarde:
            yield from _teksten(inhoud)
    elif isinstance(waarde, str | int) and not isinstance(waarde, bool) and len(str(waarde)) > 2:
        yield str(waarde)
