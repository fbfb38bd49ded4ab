"""The contact centre of another supplier, as the tests play it."""

from typing import Any

from autorisatie.models import Autorisatie, Partij
from tests.mijnzaken.api.systeem import Systeem, systeem

KIC = "/klantinteracties/api/v1"
GISTEREN = "2026-03-01T10:00:00Z"


def kcs(naam: str = "kcs", *scopes: str) -> Systeem:
    """A system with these scopes of Klantinteracties; without any it has all of them."""
    wie = systeem(naam)
    Autorisatie.objects.create(
        applicatie=wie.applicatie,
        component="kic",
        scopes=[*scopes]
        or [
            f"{soort}.{daad}"
            for soort in ("klantinteracties", "partijen")
            for daad in ("lezen", "bijwerken", "verwijderen")
        ],
    )
    return wie


def lijf(**meer: Any) -> dict[str, Any]:
    return {"kanaal": "telefoon", "onderwerp": "Paspoort", "taal": "nld", "vertrouwelijk": False, **meer}


def maak(wie: Systeem, naam: str, inhoud: dict[str, Any]) -> dict[str, Any]:
    """What was made, as it is answered."""
    antwoord = wie.stuur(f"{KIC}/{naam}", inhoud)
    assert antwoord.status_code == 201, antwoord.content
    gemaakt: dict[str, Any] = antwoord.json()
    return gemaakt


def contact(wie: Systeem, **meer: Any) -> dict[str, Any]:
    return maak(wie, "klantcontacten", lijf(**meer))


def ref(ding: dict[str, Any]) -> dict[str, str]:
    return {"uuid": ding["uuid"]}


def uuids(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 200, antwoord.content
    return [rij["uuid"] for rij in antwoord.json()["results"]]


def persoon(**meer: Any) -> dict[str, Any]:
    naam = {"voorletters": "P.", "voornaam": "Piet", "voorvoegselAchternaam": "", "achternaam": "Bakker"}
    return {"soortPartij": "persoon", "indicatieActief": True, "partijIdentificatie": {"contactnaam": naam}, **meer}


def organisatie(naam: str = "Bakkerij Bakker", **meer: Any) -> dict[str, Any]:
    return {"soortPartij": "organisatie", "indicatieActief": True, "partijIdentificatie": {"naam": naam}, **meer}


def nummer(soort: str, waarde: str) -> dict[str, Any]:
    objecttype, register = {
        "bsn": ("natuurlijk_persoon", "brp"),
        "kvk_nummer": ("niet_natuurlijk_persoon", "hr"),
        "rsin": ("niet_natuurlijk_persoon", "hr"),
        "vestigingsnummer": ("vestiging", "hr"),
    }[soort]
    deel = {"codeObjecttype": objecttype, "codeRegister": register, "codeSoortObjectId": soort, "objectId": waarde}
    return {"partijIdentificator": deel}


def bsn_van(wie: Partij) -> str:
    assert wie.bsn is not None
    return str(wie.bsn.tonen())  # type: ignore[attr-defined]
