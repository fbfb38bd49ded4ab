"""A large file comes in parts: agreed when the document is made, sent one by one, joined when it is unlocked."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from mijnzaken.documenten.keuren import keur_wachtende
from mijnzaken.documenten.models import Bestandsdeel, documentenopslag
from tests.fabrieken import REDEN
from tests.mijnzaken.api.documenten.gedeeld import TEKST, bytes_van, maak, slot
from tests.mijnzaken.api.systeem import Systeem, fouten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture(autouse=True)
def kleine_delen(settings: Any) -> None:
    settings.MAX_BESTAND = 20


def stuur_deel(wie: Systeem, deel: dict[str, Any], inhoud: bytes, lock: str) -> Any:
    formulier = encode_multipart(BOUNDARY, {"lock": lock, "inhoud": SimpleUploadedFile("deel", inhoud)})
    pad = "/" + deel["url"].split("/", 3)[3]
    koppen = {"Authorization": f"Bearer {wie.token()}"}
    return wie.client.generic("PUT", pad, formulier, MULTIPART_CONTENT, headers=koppen)


def in_delen(wie: Systeem, inhoud: bytes = TEKST) -> dict[str, Any]:
    return maak(wie, None, bestandsomvang=len(inhoud))


def test_een_groot_bestand_komt_in_delen(dms: Systeem) -> None:
    document = in_delen(dms)
    assert (document["locked"], document["inhoud"], document["bestandsomvang"]) == (True, None, len(TEKST))
    delen, lock = document["bestandsdelen"], document["lock"]
    assert [(d["volgnummer"], d["omvang"], d["voltooid"], d["lock"]) for d in delen] == [
        (1, 20, False, lock),
        (2, 12, False, lock),
    ]
    gestuurd = stuur_deel(dms, delen[1], TEKST[20:], lock)
    assert gestuurd.status_code == 200, gestuurd.content
    assert gestuurd.json()["voltooid"]
    assert fouten(dms.stuur(f"{document['url']}/unlock", {"lock": lock})) == {"nonFieldErrors": "incomplete-upload"}
    assert dms.haal(f"{document['url']}/download").status_code == 404
    stuur_deel(dms, delen[0], b"0" * 20, lock)
    assert stuur_deel(dms, delen[0], TEKST[:20], lock).status_code == 200  # sent again: the last one counts
    assert dms.stuur(f"{document['url']}/unlock", {"lock": lock}).status_code == 204
    keur_wachtende()
    heel = dms.haal(document["url"]).json()
    assert (heel["bestandsdelen"], heel["locked"], heel["versie"]) == ([], False, 1)
    assert bytes_van(dms.haal(heel["inhoud"])) == TEKST
    mappen, bestanden = documentenopslag().listdir("2026/03/02")
    assert (mappen, len(bestanden)) == ([], 1)


def test_een_deel_heeft_de_afgesproken_omvang_en_het_slot(dms: Systeem) -> None:
    document = in_delen(dms)
    deel, lock = document["bestandsdelen"][0], document["lock"]
    assert fouten(stuur_deel(dms, deel, b"kort", lock)) == {"nonFieldErrors": "file-size"}
    assert fouten(stuur_deel(dms, deel, b"te lang" * 20, lock)) == {"nonFieldErrors": "file-size"}
    assert fouten(stuur_deel(dms, deel, TEKST[:20], "anders")) == {"nonFieldErrors": "incorrect-lock-id"}
    zonder = dms.vraag("PUT", deel["url"], {"lock": lock})
    assert zonder.status_code == 415


def test_het_slot_staat_alleen_bij_wie_het_kreeg(dms: Systeem) -> None:
    document = in_delen(dms)
    assert {d["lock"] for d in dms.haal(document["url"]).json()["bestandsdelen"]} == {""}


def test_met_geweld_vervalt_wat_onderweg_was(dms: Systeem) -> None:
    document = in_delen(dms)
    stuur_deel(dms, document["bestandsdelen"][0], TEKST[:20], document["lock"])
    assert dms.stuur(f"{document['url']}/unlock", {}).status_code == 204
    leeg = dms.haal(document["url"]).json()
    assert (leeg["inhoud"], leeg["bestandsomvang"], leeg["bestandsdelen"]) == (None, None, [])
    assert documentenopslag().listdir("2026/03/02") == ([], [])


def test_een_nieuwe_versie_kan_ook_in_delen(dms: Systeem) -> None:
    document = maak(dms, b"klein")
    lock = slot(dms, document)
    gewijzigd = dms.wijzig(document["url"], {"lock": lock, "inhoud": None, "bestandsomvang": len(TEKST)}).json()
    assert (gewijzigd["versie"], len(gewijzigd["bestandsdelen"])) == (2, 2)
    for deel, stuk in zip(gewijzigd["bestandsdelen"], (TEKST[:20], TEKST[20:]), strict=True):
        assert stuur_deel(dms, deel, stuk, lock).status_code == 200
    assert dms.stuur(f"{document['url']}/unlock", {"lock": lock}).status_code == 204
    keur_wachtende()
    assert bytes_van(dms.haal(f"{document['url']}/download")) == TEKST
    assert bytes_van(dms.haal(f"{document['url']}/download?versie=1")) == b"klein"


def test_verwijderen_neemt_de_delen_mee(dms: Systeem) -> None:
    document = in_delen(dms)
    stuur_deel(dms, document["bestandsdelen"][0], TEKST[:20], document["lock"])
    assert dms.verwijder(document["url"]).status_code == 204
    assert not Bestandsdeel.objects.systeem(REDEN).exists()
    assert documentenopslag().listdir("2026/03/02") == ([], [])
