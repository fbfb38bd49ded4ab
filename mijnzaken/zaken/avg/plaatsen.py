"""Where the program holds data of a person outside his zaken, and what of that may go when he asks (AVG 17).

With ``MET_DE_ZAAK`` these are all tables that a copy of his data is collected from; a test holds that.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from autorisatie.logboek import betrokkene_sleutel
from autorisatie.models import Machtiging, Partij, Verwerkingsregel
from catalogus.models import OmschrijvingGeneriekRol
from mijnzaken.berichten.wissen import verzonden_berichten, wis_losse_berichten
from mijnzaken.documenten.models import Document, ObjectInformatieobject
from mijnzaken.documenten.wissen import wis_documenten
from mijnzaken.klanten.models import Contactbijlage, DigitaalAdres, Verificatie, Voorkeur
from mijnzaken.klanten.wissen import (
    categorierelaties,
    contacten_met_anderen,
    losse_contacten,
    rekeningnummers,
    sporen,
    vervallen_adressen,
    wis_adressen,
    wis_categorierelaties,
    wis_losse_contacten,
    wis_rekeningnummers,
    wis_sporen,
)
from mijnzaken.zaken.avg import RECHTEN
from mijnzaken.zaken.avg.bewaarplicht import MAG_WEG, Oordeel
from mijnzaken.zaken.avg.tabellen_zaak import VAN_ZAAK
from mijnzaken.zaken.models import Besluitdocument, Bewaargrond, Concept, Rol, Zaak, Zaakdocument
from mijnzaken.zaken.wissen import wis_concepten

REDEN = "wissen op verzoek van wie het is"
MET_DE_ZAAK = frozenset({*VAN_ZAAK, "zaken.InwonerProduct", "zaken.Productcontrole", "documenten.Verzending"})


@dataclass(frozen=True)
class Plaats:
    """``rijen`` gives what is there of a person. It may go by ``wis``, which takes the keys and gives the files to
    remove after the commit; without that ``oordeel`` says why it stays.
    """

    naam: str
    tabellen: str
    rijen: Callable[[Partij], Any]
    wis: Callable[[Collection[UUID]], list[str]] | None = None
    oordeel: Oordeel = MAG_WEG


def wis_contacten_met_bijlagen(contacten: Collection[UUID]) -> list[str]:
    """With the documents that hang at nothing else."""
    bijlagen = Contactbijlage.objects.systeem(REDEN)
    uuids = set(bijlagen.filter(klantcontact__uuid__in=contacten).values_list("document_uuid", flat=True))
    wis_losse_contacten(contacten)
    elders = bijlagen.filter(document_uuid=OuterRef("uuid"))
    hangt_ergens = (
        Exists(elders)
        | Exists(Zaakdocument.objects.systeem(REDEN).filter(document=OuterRef("pk")))
        | Exists(Besluitdocument.objects.systeem(REDEN).filter(document=OuterRef("pk")))
        | Exists(ObjectInformatieobject.objects.systeem(REDEN).filter(document=OuterRef("pk")))
    )
    los = Document.objects.systeem(REDEN).filter(uuid__in=uuids).exclude(hangt_ergens)
    return wis_documenten(los.values_list("pk", flat=True))


def _losse_berichten(partij: Partij) -> Any:
    over_een_zaak = Zaak.objects.systeem(REDEN).filter(uuid=OuterRef("over_uuid"))
    return verzonden_berichten(partij).exclude(Exists(over_een_zaak))


def _machtigingen(partij: Partij) -> Any:
    return Machtiging.objects.systeem(REDEN).filter(Q(gever=partij) | Q(gemachtigde=partij))


def _in_een_zaak() -> Exists:
    """Of the gever something is kept in which the other may have acted; requests like this one do not count."""
    rollen = Rol.objects.systeem(REDEN).filter(partij=OuterRef("gever"))
    return Exists(rollen.exclude(zaak__proces__identificatie__in=RECHTEN))


def _oude_machtigingen(partij: Partij) -> Any:
    return _machtigingen(partij).filter(beeindigd_op__isnull=False).exclude(_in_een_zaak())


def _wis_machtigingen(machtigingen: Collection[UUID]) -> None:
    Machtiging.objects.systeem(REDEN).filter(uuid__in=machtigingen).delete()


def _zonder_bestanden(wis: Callable[[Collection[UUID]], None]) -> Callable[[Collection[UUID]], list[str]]:
    """Of what goes no file lies anywhere."""

    def wis_rijen(sleutels: Collection[UUID]) -> list[str]:
        wis(sleutels)
        return []

    return wis_rijen


def _zaken_van_anderen(partij: Partij) -> Any:
    rollen = Rol.objects.systeem(REDEN).filter(partij=partij)
    eigen = rollen.filter(roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR)
    return Zaak.objects.systeem(REDEN).filter(pk__in=rollen.values("zaak")).exclude(pk__in=eigen.values("zaak"))


def _gebruik(partij: Partij) -> Any:
    return Verwerkingsregel.objects.filter(data_subject_id=betrokkene_sleutel(partij.pk))


PLAATSEN: dict[str, Plaats] = {
    "concepten": Plaats(
        "Aanvragen die nog niet zijn verstuurd",
        "zaken.Concept",
        lambda partij: Concept.objects.systeem(REDEN).filter(partij=partij),
        wis_concepten,
    ),
    "contacten": Plaats(
        "Contacten die niet over een zaak gaan",
        "klanten.Klantcontact klanten.Contactvraag klanten.Betrokkene",
        losse_contacten,
        wis_contacten_met_bijlagen,
    ),
    "berichten": Plaats(
        "Berichten die niet bij een zaak horen", "berichten.Bericht", _losse_berichten, wis_losse_berichten
    ),
    "oude_adressen": Plaats(
        "E-mailadressen en telefoonnummers van vroeger",
        "klanten.DigitaalAdres",
        vervallen_adressen,
        _zonder_bestanden(wis_adressen),
    ),
    "rekeningnummers": Plaats(
        "Rekeningnummers die andere systemen bewaarden",
        "klanten.Rekeningnummer",
        rekeningnummers,
        _zonder_bestanden(wis_rekeningnummers),
    ),
    "categorieen": Plaats(
        "Groepen waarin andere systemen iemand indeelden",
        "klanten.CategorieRelatie",
        categorierelaties,
        _zonder_bestanden(wis_categorierelaties),
    ),
    "oude_machtigingen": Plaats(
        "Machtigingen die zijn gestopt",
        "autorisatie.Machtiging",
        _oude_machtigingen,
        _zonder_bestanden(_wis_machtigingen),
    ),
    "sporen": Plaats("Wat andere systemen eerder van iemand opschreven", "", sporen, _zonder_bestanden(wis_sporen)),
    "gedeelde_contacten": Plaats(
        "Contacten waar ook een ander bij was",
        "klanten.Klantcontact klanten.Contactvraag klanten.Betrokkene",
        contacten_met_anderen,
        oordeel=Oordeel(
            Bewaargrond.ANDER,
            "In dit contact staan ook gegevens van iemand anders.",
            "AVG artikel 5 lid 1 onder f",
        ),
    ),
    "adressen": Plaats(
        "E-mailadressen en telefoonnummers van nu",
        "klanten.DigitaalAdres",
        lambda partij: DigitaalAdres.objects.systeem(REDEN).filter(verstrekt_door_partij=partij, vervallen_op=None),
        oordeel=Oordeel(
            Bewaargrond.NODIG,
            "Hier schrijven of bellen wij nu naar. De persoon zelf kan het weghalen of wijzigen in Mijn Zaken.",
            "Awb artikel 2:12",
        ),
    ),
    "voorkeuren": Plaats(
        "Hoe iemand bericht wilde en wil krijgen",
        "klanten.Voorkeur",
        lambda partij: Voorkeur.objects.systeem(REDEN).filter(partij=partij),
        oordeel=Oordeel(
            Bewaargrond.WET,
            "Wij moeten kunnen laten zien dat iemand instemde met digitale post.",
            "AVG artikel 7 lid 1, Awb artikel 2:8",
        ),
    ),
    "machtigingen": Plaats(
        "Machtigingen die lopen, of waarmee iemand iets deed in een zaak",
        "autorisatie.Machtiging",
        lambda partij: _machtigingen(partij).filter(Q(beeindigd_op=None) | _in_een_zaak()),
        oordeel=Oordeel(
            Bewaargrond.VORDERING,
            "Wij moeten kunnen laten zien dat iemand voor een ander mocht handelen.",
            "Awb artikel 2:1",
        ),
    ),
    "controles": Plaats(
        "Controles van wie er belde",
        "klanten.Verificatie",
        lambda partij: Verificatie.objects.systeem(REDEN).filter(partij=partij),
        oordeel=Oordeel(
            Bewaargrond.WET,
            "Wij moeten kunnen laten zien dat wij wisten met wie wij spraken.",
            "AVG artikel 5 lid 2 en artikel 32",
        ),
    ),
    "anderen": Plaats(
        "Zaken van een ander",
        "",
        _zaken_van_anderen,
        oordeel=Oordeel(
            Bewaargrond.ANDER,
            "Een ander vroeg deze zaken aan. Zij blijven zolang de wet dat voor die zaken zegt.",
            "Archiefwet artikel 3",
        ),
    ),
    "persoon": Plaats(
        "Naam, adres en nummer uit een basisregistratie",
        "autorisatie.Partij autorisatie.PartijRelatie zaken.PartijAfscherming",
        lambda partij: Partij.objects.systeem(REDEN).filter(pk=partij.pk),
        oordeel=Oordeel(
            Bewaargrond.WET,
            "Zolang wij iets van iemand bewaren, al is het dit verzoek, moeten wij weten van wie het is.",
            "Wet BRP artikel 1.7, Handelsregisterwet artikel 30",
        ),
    ),
    "gebruik": Plaats(
        "Het logboek van wie deze gegevens gebruikte",
        "autorisatie.Verwerkingsregel",
        _gebruik,
        oordeel=Oordeel(
            Bewaargrond.WET,
            "Het logboek laat zien wie de gegevens zag, en waarom. Daar verandert of verdwijnt niets uit.",
            "AVG artikel 5 lid 2 en artikel 32",
        ),
    ),
}
HOEVEEL = 1000  # more than this is not counted


def tel(rijen: Any) -> int:
    return len(rijen.order_by().values_list("pk", flat=True)[:HOEVEEL])


def sleutels(rijen: Any) -> list[UUID]:
    """What is there to erase, all of it."""
    return list(rijen.order_by("pk").values_list("uuid", flat=True))
