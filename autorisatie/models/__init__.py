"""Persons and organisations, staff, rights, and the logbook."""

from autorisatie.models.bewaard_formulier import BewaardFormulier
from autorisatie.models.gebruiker import Applicatie, Gebruiker
from autorisatie.models.logboek import Auditregel, Uitkomst, Verwerkingsregel
from autorisatie.models.machtiging import Machtiging, Reikwijdte
from autorisatie.models.matrix import (
    Matrixherziening,
    Matrixregel,
    Matrixstand,
    Matrixversie,
    OpenOfGesloten,
    Scope,
    alle_kanalen,
)
from autorisatie.models.partij import Partij, PartijRelatie, SoortPartij, SoortRelatie
from autorisatie.models.rechten import Gegevensgroep, IndividueleToekenning, Niveau, Rol
from autorisatie.models.toekenning import Toekenning
from autorisatie.models.waarneming import Waarneming

__all__ = [
    "Applicatie",
    "Auditregel",
    "BewaardFormulier",
    "Gebruiker",
    "Gegevensgroep",
    "IndividueleToekenning",
    "Machtiging",
    "Matrixherziening",
    "Matrixregel",
    "Matrixstand",
    "Matrixversie",
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
    "Waarneming",
    "alle_kanalen",
]
