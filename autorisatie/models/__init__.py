"""Persons and organisations, staff, rights, and the logbook."""

from autorisatie.models.afscherming import Afscherming, PartijToegang
from autorisatie.models.bewaard_formulier import BewaardFormulier
from autorisatie.models.gebruiker import Applicatie, Gebruiker
from autorisatie.models.logboek import Auditregel, Uitkomst, Verwerkingsregel
from autorisatie.models.machtiging import Machtiging, Reikwijdte
from autorisatie.models.partij import Partij, PartijRelatie, SoortPartij, SoortRelatie
from autorisatie.models.rechten import (
    Gegevensgroep,
    IndividueleToekenning,
    Matrixregel,
    Matrixversie,
    Niveau,
    OpenOfGesloten,
    Rol,
    Scope,
    Toekenning,
)

__all__ = [
    "Afscherming",
    "Applicatie",
    "Auditregel",
    "BewaardFormulier",
    "Gebruiker",
    "Gegevensgroep",
    "IndividueleToekenning",
    "Machtiging",
    "Matrixregel",
    "Matrixversie",
    "Niveau",
    "OpenOfGesloten",
    "Partij",
    "PartijRelatie",
    "PartijToegang",
    "Reikwijdte",
    "Rol",
    "Scope",
    "SoortPartij",
    "SoortRelatie",
    "Toekenning",
    "Uitkomst",
    "Verwerkingsregel",
]
