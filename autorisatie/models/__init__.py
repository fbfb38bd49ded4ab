"""Persons and organisations, staff, rights, and the logbook."""

from autorisatie.models.bewaard_formulier import BewaardFormulier
from autorisatie.models.gebruiker import Applicatie, Gebruiker
from autorisatie.models.logboek import Auditregel, Uitkomst, Verwerkingsregel
from autorisatie.models.machtiging import UIT_INLOGGEN, Aard, Bron, EindeReden, Machtiging, Melding, Reikwijdte
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
    "UIT_INLOGGEN",
    "Aard",
    "Applicatie",
    "Auditregel",
    "BewaardFormulier",
    "Bron",
    "EindeReden",
    "Gebruiker",
    "Gegevensgroep",
    "IndividueleToekenning",
    "Machtiging",
    "Matrixregel",
    "Matrixversie",
    "Melding",
    "Niveau",
    "OpenOfGesloten",
    "Partij",
    "PartijRelatie",
    "Reikwijdte",
    "Rol",
    "Scope",
    "SoortPartij",
    "SoortRelatie",
    "Toekenning",
    "Uitkomst",
    "Verwerkingsregel",
]
