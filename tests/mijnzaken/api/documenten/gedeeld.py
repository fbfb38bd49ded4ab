"""What the tests of documents send."""

import base64
from typing import Any

from autorisatie.models import Autorisatie
from catalogus.models import Informatieobjecttype
from catalogus.vertrouwelijkheid import uit_zgw
from tests.mijnzaken.api.systeem import Systeem

DOCUMENTEN = "/documenten/api/v1"
EIO = f"{DOCUMENTEN}/enkelvoudiginformatieobjecten"
TEKST = b"Beste bewoner, dit is een brief."


def soort() -> Informatieobjecttype:
    gevonden = Informatieobjecttype.objects.filter(concept=False).order_by("pk").first()
    assert gevonden is not None
    return gevonden


def adres_van_soort(rij: Informatieobjecttype | None = None) -> str:
    return f"http://127.0.0.1:8000/catalogi/api/v1/informatieobjecttypen/{(rij or soort()).uuid}"


def lijf(inhoud: bytes | None = TEKST, **meer: object) -> dict[str, object]:
    return {
        "bronorganisatie": "002564440",
        "creatiedatum": "2026-03-02",
        "titel": "Brief",
        "auteur": "VTH",
        "taal": "nld",
        "formaat": "text/plain",
        "bestandsnaam": "brief.txt",
        "informatieobjecttype": adres_van_soort(),
        "inhoud": base64.b64encode(inhoud).decode() if inhoud is not None else None,
        "bestandsomvang": len(inhoud) if inhoud is not None else None,
        **meer,
    }


def maak(wie: Systeem, inhoud: bytes | None = TEKST, **meer: object) -> dict[str, Any]:
    antwoord = wie.stuur(EIO, lijf(inhoud, **meer))
    assert antwoord.status_code == 201, antwoord.content
    gemaakt: dict[str, Any] = antwoord.json()
    return gemaakt


def slot(wie: Systeem, document: dict[str, Any]) -> str:
    antwoord = wie.stuur(f"{document['url']}/lock", {})
    assert antwoord.status_code == 200, antwoord.content
    return str(antwoord.json()["lock"])


def wijzig(wie: Systeem, document: dict[str, Any], **velden: object) -> dict[str, Any]:
    """Lock, change, unlock."""
    lock = slot(wie, document)
    antwoord = wie.wijzig(document["url"], {**velden, "lock": lock})
    assert antwoord.status_code == 200, antwoord.content
    assert wie.stuur(f"{document['url']}/unlock", {"lock": lock}).status_code == 204
    gewijzigd: dict[str, Any] = antwoord.json()
    return gewijzigd


def mag(wie: Systeem, *scopes: str, tot: str = "zeer_geheim", van: Informatieobjecttype | None = None) -> Systeem:
    """Give it scopes for one kind of document, up to a vertrouwelijkheidaanduiding."""
    Autorisatie.objects.create(
        applicatie=wie.applicatie,
        component="drc",
        scopes=list(scopes),
        informatieobjecttype=van or soort(),
        max_vertrouwelijkheid=uit_zgw(tot),
    )
    return wie


def bytes_van(antwoord: Any) -> bytes:
    return b"".join(antwoord.streaming_content)
