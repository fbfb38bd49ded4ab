"""Persons and organisations, staff, rights, and the logbook."""

from autorisatie.models.afscherming import Afscherming, PartijToegang
from autorisatie.models.applicatie import (
    Applicatie,
    Autorisatie,
    Autorisatieregel,
    Clientnaam,
    Component,
    Wijziging,
)
from autorisatie.models.bewaard_formulier import BewaardFormulier
from autorisatie.models.gebruiker import Gebruiker
from autorisatie.models.logboek import Auditregel, Logboekzegel, Uitkomst, Verwerkingsregel
from autorisatie.models.machtiging import UIT_INLOGGEN, Aard, Bron, EindeReden, Machtiging, Melding, Reikwijdte
from autorisatie.models.matrix import (
    Matrixherziening,
    Matrixregel,
    Matrixstand,
    Matrixversie,
    OpenOfGesloten,
    Scope,
    alle_kanalen,
)
from autorisatie.models.onderzoek import Onderzoek, Onderzoeker, Onderzoekspartij
from autorisatie.models.opvallend import Drempel, Signaal, SoortSignaal
from autorisatie.models.partij import Partij, PartijRelatie, SoortPartij, SoortRelatie
from autorisatie.models.rechten import Gegevensgroep, IndividueleToekenning, Niveau, Rol
from autorisatie.models.toegangsvoorstel import Toegangsvoorstel, Voorstelregel, Voorstelstand
from autorisatie.models.toekenning import Toekenning
from autorisatie.models.waarneming import Waarneming

__all__ = [
    "UIT_INLOGGEN",
    "Aard",
    "Afscherming",
    "Applicatie",
    "Auditregel",
    "Autorisatie",
    "Autorisatieregel",
    "BewaardFormulier",
    "Bron",
    "Clientnaam",
    "Component",
    "Drempel",
    "EindeReden",
    "Gebruiker",
    "Gegevensgroep",
    "IndividueleToekenning",
    "Logboekzegel",
    "Machtiging",
    "Matrixherziening",
    "Matrixregel",
    "Matrixstand",
    "Matrixversie",
    "Melding",
    "Niveau",
    "Onderzoek",
    "Onderzoeker",
    "Onderzoekspartij",
    "OpenOfGesloten",
    "Partij",
    "PartijRelatie",
    "PartijToegang",
    "Reikwijdte",
    "Rol",
    "Scope",
    "Signaal",
    "SoortPartij",
    "SoortRelatie",
    "SoortSignaal",
    "Toegangsvoorstel",
    "Toekenning",
    "Uitkomst",
    "Verwerkingsregel",
    "Voorstelregel",
    "Voorstelstand",
    "Waarneming",
    "Wijziging",
    "alle_kanalen",
]
