"""What the municipality offers and promises. Catalogue rows hold no personal data, so their managers are open."""

from catalogus.models.besluittype import BesluitTermijnVanaf, Besluittype, ZaaktypeBesluittype
from catalogus.models.catalogus import Catalogus
from catalogus.models.gegeven import Bron, Formaat, Formulierstap, Gegeven, Gegevensgroep, Mate, SoortGegeven
from catalogus.models.informatieobjecttype import Informatieobjecttype, Richting, ZaaktypeInformatieobjecttype
from catalogus.models.organisatie import Afdeling, Dienst, Team
from catalogus.models.product import Actie, Kruistabelregel, Product, Thema, UplNaam
from catalogus.models.resultaattype import Afleidingswijze, Archiefnominatie, Objecttype, Resultaattype, Uitkomst
from catalogus.models.roltype import OmschrijvingGeneriekRol, Roltype, Zaakobjecttype
from catalogus.models.rooster import SoortBedrag, SoortVrijedag, Termijnbedrag, Termijnregel, Uitval, Vrijedag
from catalogus.models.statustype import ChecklistItem, Fase, Statustype
from catalogus.models.taaktype import SoortTaak, Taaktype, Uitvoerder
from catalogus.models.zaaktype import (
    Functie,
    InternExtern,
    Opschortingsgrond,
    Proces,
    Stand,
    Termijnregime,
    TermijnVanaf,
    Zaaktype,
    ZaaktypenRelatie,
)

__all__ = [
    "Actie",
    "Afdeling",
    "Afleidingswijze",
    "Archiefnominatie",
    "BesluitTermijnVanaf",
    "Besluittype",
    "Bron",
    "Catalogus",
    "ChecklistItem",
    "Dienst",
    "Fase",
    "Formaat",
    "Formulierstap",
    "Functie",
    "Gegeven",
    "Gegevensgroep",
    "Informatieobjecttype",
    "InternExtern",
    "Kruistabelregel",
    "Mate",
    "Objecttype",
    "OmschrijvingGeneriekRol",
    "Opschortingsgrond",
    "Proces",
    "Product",
    "Resultaattype",
    "Richting",
    "Roltype",
    "SoortBedrag",
    "SoortGegeven",
    "SoortTaak",
    "SoortVrijedag",
    "Stand",
    "Statustype",
    "Taaktype",
    "Team",
    "TermijnVanaf",
    "Termijnbedrag",
    "Termijnregel",
    "Termijnregime",
    "Thema",
    "Uitkomst",
    "Uitval",
    "Uitvoerder",
    "UplNaam",
    "Vrijedag",
    "Zaakobjecttype",
    "Zaaktype",
    "ZaaktypeBesluittype",
    "ZaaktypeInformatieobjecttype",
    "ZaaktypenRelatie",
]
