"""What the municipality offers and promises. Catalogue rows hold no personal data, so their managers are open."""

from catalogus.models.aanbod import (
    Kostenregel,
    Productlink,
    Productvertaling,
    SoortKosten,
    UplLading,
    Vertaaltaal,
    Zoekwoord,
)
from catalogus.models.aansluitdossier import Aansluitdossier, Dossierakkoord, Dossierstap, SoortDossierstap, Verwerker
from catalogus.models.berichttekst import Berichttekst
from catalogus.models.beslistabel import Beslistabel, SoortTabel
from catalogus.models.besluittype import BesluitTermijnVanaf, Besluittype, ZaaktypeBesluittype
from catalogus.models.catalogus import Catalogus
from catalogus.models.gegeven import Bron, Formaat, Formulierstap, Gegeven, Gegevensgroep, Mate, SoortGegeven
from catalogus.models.informatieobjecttype import Informatieobjecttype, Richting, ZaaktypeInformatieobjecttype
from catalogus.models.inlezing import Inlezing
from catalogus.models.mandaat import Mandaat
from catalogus.models.organisatie import Afdeling, Balie, Dienst, Team
from catalogus.models.proces import Proces
from catalogus.models.product import Actie, Doelgroep, Kruistabelregel, Product, Rechtsmiddel, Thema, UplNaam
from catalogus.models.resultaattype import Afleidingswijze, Archiefnominatie, Objecttype, Resultaattype, Uitkomst
from catalogus.models.roltype import OmschrijvingGeneriekRol, Roltype, Zaakobjecttype
from catalogus.models.rooster import SoortBedrag, SoortVrijedag, Termijnbedrag, Termijnregel, Uitval, Vrijedag
from catalogus.models.selectielijst import Procestermijn, Selectielijstprocestype, Selectielijstresultaat
from catalogus.models.statusgevolg import SoortGevolg, Statusgevolg
from catalogus.models.statustype import ChecklistItem, Fase, Statustype
from catalogus.models.taaktype import SoortTaak, Taaktype, Uitvoerder
from catalogus.models.verdeelregel import Verdeelregel
from catalogus.models.zaaktype import (
    Functie,
    InternExtern,
    Opschortingsgrond,
    Stand,
    Termijnregime,
    TermijnVanaf,
    Zaaktype,
    ZaaktypenRelatie,
)

__all__ = [
    "Aansluitdossier",
    "Actie",
    "Afdeling",
    "Afleidingswijze",
    "Archiefnominatie",
    "Balie",
    "Berichttekst",
    "Beslistabel",
    "BesluitTermijnVanaf",
    "Besluittype",
    "Bron",
    "Catalogus",
    "ChecklistItem",
    "Dienst",
    "Doelgroep",
    "Dossierakkoord",
    "Dossierstap",
    "Fase",
    "Formaat",
    "Formulierstap",
    "Functie",
    "Gegeven",
    "Gegevensgroep",
    "Informatieobjecttype",
    "Inlezing",
    "InternExtern",
    "Kostenregel",
    "Kruistabelregel",
    "Mandaat",
    "Mate",
    "Objecttype",
    "OmschrijvingGeneriekRol",
    "Opschortingsgrond",
    "Proces",
    "Procestermijn",
    "Product",
    "Productlink",
    "Productvertaling",
    "Rechtsmiddel",
    "Resultaattype",
    "Richting",
    "Roltype",
    "Selectielijstprocestype",
    "Selectielijstresultaat",
    "SoortBedrag",
    "SoortDossierstap",
    "SoortGegeven",
    "SoortGevolg",
    "SoortKosten",
    "SoortTaak",
    "SoortTabel",
    "SoortVrijedag",
    "Stand",
    "Statusgevolg",
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
    "UplLading",
    "UplNaam",
    "Verdeelregel",
    "Vertaaltaal",
    "Verwerker",
    "Vrijedag",
    "Zaakobjecttype",
    "Zaaktype",
    "ZaaktypeBesluittype",
    "ZaaktypeInformatieobjecttype",
    "ZaaktypenRelatie",
    "Zoekwoord",
]
