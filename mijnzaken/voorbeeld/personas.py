"""The personas of the demo (contract.md): who they are, and where each begins."""

import uuid
from dataclasses import dataclass

NAAMRUIMTE = uuid.UUID("6f3c1d5e-7a0b-5c2d-9e4f-8b1a2c3d4e5f")


@dataclass(frozen=True)
class Persona:
    """``soort``: inwoner, organisatie or medewerker."""

    persona: str
    naam: str
    soort: str
    omschrijving: str
    landing: str
    middel: str = "digid"
    betrouwbaarheid: int = 3

    @property
    def is_medewerker(self) -> bool:
        return self.soort == "medewerker"

    @property
    def partij_uuid(self) -> uuid.UUID:
        """The partij of this persona; for staff the partij of the same person, where the demo has one (joost)."""
        return partij_uuid(self.persona)


def partij_uuid(persona: str) -> uuid.UUID:
    """The stable uuid of a partij of the demo, by a word of our own."""
    return uuid.uuid5(NAAMRUIMTE, persona)


def _medewerker(persona: str, naam: str, omschrijving: str, landing: str = "/backoffice/") -> Persona:
    return Persona(persona, naam, "medewerker", omschrijving, landing, "medewerker")


PERSONAS = (
    Persona("anna", "Anna de Vries", "inwoner", "Inwoner met een paar zaken en een taak die op haar wacht", "/mijn/"),
    Persona("bram", "Bram Jansen", "inwoner", "Inwoner die ook zaken voor zijn moeder mag regelen", "/mijn/"),
    Persona("wil", "Wil Jansen", "inwoner", "De moeder van Bram, met een afgeschermde zaak", "/mijn/"),
    Persona(
        "korenaar",
        "Bakkerij De Korenaar B.V.",
        "organisatie",
        "Bedrijf met twee vestigingen, ingelogd met eHerkenning",
        "/mijn/",
        "eherkenning",
    ),
    _medewerker("sanne", "Sanne", "Behandelaar, team Geluid en Lucht"),
    _medewerker("karim", "Karim", "Behandelaar, team Geluid en Lucht"),
    _medewerker("tess", "Tess", "Teamleider van Geluid en Lucht"),
    _medewerker("joost", "Joost", "Behandelaar, team Schulddienstverlening, en zelf ook inwoner"),
    _medewerker("mila", "Mila", "Medewerker van 14070", "/backoffice/14070/"),
    _medewerker("omar", "Omar", "Functioneel beheerder van zaaktypen en producten", "/backoffice/beheer/"),
    _medewerker("petra", "Petra", "Proceseigenaar, keurt goed wat Omar publiceert", "/backoffice/beheer/"),
    _medewerker("ruud", "Ruud", "Autorisatiebeheerder", "/backoffice/beheer/"),
    _medewerker("saskia", "Saskia", "Autorisatiebeheerder, keurt goed wat Ruud verleent", "/backoffice/beheer/"),
    _medewerker("fleur", "Fleur", "Functionaris gegevensbescherming", "/backoffice/beheer/"),
    _medewerker("henk", "Henk", "Archivaris", "/backoffice/beheer/"),
    _medewerker("lotte", "Lotte", "Behandelaar, team Privacy: verzoeken over persoonsgegevens"),
    _medewerker("hugo", "Hugo", "Teamleider van Privacy, besluit op die verzoeken"),
)
OP_NAAM = {persona.persona: persona for persona in PERSONAS}
