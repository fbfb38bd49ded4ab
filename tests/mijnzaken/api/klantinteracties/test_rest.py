"""Bijlagen, and who acts for whom."""

import pytest

from autorisatie.models import Autorisatie
from catalogus.vertrouwelijkheid import Vertrouwelijkheid
from mijnzaken.api.document import nog_niet
from mijnzaken.api.klantinteracties.api import API
from tests.fabrieken import partij
from tests.mijnzaken.api.klantinteracties.kcs import KIC, contact, kcs, maak, ref, uuids
from tests.mijnzaken.api.systeem import Systeem, fouten
from tests.mijnzaken.api.zaken.wereld import document_van
from tests.mijnzaken.rolverdeling import machtig

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


def test_een_document_van_ons_is_een_bijlage(kiss: Systeem) -> None:
    document, een, twee = document_van(), contact(kiss), contact(kiss)
    wat = {
        "objectId": str(document.uuid),
        "codeObjecttype": "document",
        "codeRegister": "mijnzaken",
        "codeSoortObjectId": "uuid",
    }
    inhoud = {"wasBijlageVanKlantcontact": ref(een), "bijlageidentificator": wat}
    assert fouten(kiss.stuur(f"{KIC}/bijlagen", inhoud)) == {"bijlageidentificator.objectId": "invalid"}  # not its own
    Autorisatie.objects.create(
        applicatie=kiss.applicatie,
        component="drc",
        scopes=["documenten.lezen"],
        informatieobjecttype=document.informatieobjecttype,
        max_vertrouwelijkheid=Vertrouwelijkheid.ZEER_GEHEIM,
    )
    gemaakt = maak(kiss, "bijlagen", inhoud)
    assert gemaakt["bijlageidentificator"] == wat
    assert kiss.haal(een["url"]).json()["omvatteBijlagen"] == [{"uuid": gemaakt["uuid"], "url": gemaakt["url"]}]
    for vraag in (
        f"klantcontact__uuid={een['uuid']}",
        f"bijlageidentificatorObjectId={document.uuid}",
        "bijlageidentificatorCodeObjecttype=document",
    ):
        assert uuids(kiss.haal(f"{KIC}/bijlagen?{vraag}")) == [gemaakt["uuid"]], vraag
    for vraag in ("bijlageidentificatorObjectId=x", "bijlageidentificatorCodeRegister=elders"):
        assert uuids(kiss.haal(f"{KIC}/bijlagen?{vraag}")) == [], vraag
    verhuisd = kiss.wijzig(gemaakt["url"], {"wasBijlageVanKlantcontact": ref(twee)}).json()
    assert verhuisd["wasBijlageVanKlantcontact"]["uuid"] == twee["uuid"]
    [open_] = kiss.haal(f"{KIC}/klantcontacten?expand=omvatteBijlagen&kanaal=telefoon&pageSize=1").json()["results"]
    assert open_["_expand"]["omvatteBijlagen"][0]["uuid"] == gemaakt["uuid"]
    assert kiss.verwijder(gemaakt["url"]).status_code == 204
    assert fouten(kiss.stuur(f"{KIC}/bijlagen", {})) == {
        "wasBijlageVanKlantcontact": "required",
        "bijlageidentificator": "required",
    }


def test_wie_voor_wie_handelt_is_te_lezen_en_niet_te_schrijven(kiss: Systeem) -> None:
    anna, bram = partij("anna"), partij("bram")
    machtiging = machtig(anna, bram)
    gelezen = kiss.haal(f"{KIC}/vertegenwoordigingen/{machtiging.uuid}").json()
    assert gelezen["vertegenwoordigdePartij"]["uuid"] == str(anna.uuid)
    assert gelezen["vertegenwoordigendePartij"]["uuid"] == str(bram.uuid)
    for vraag in (
        f"vertegenwoordigdePartij__uuid={anna.uuid}",
        f"vertegenwoordigendePartij__url=http://x.nl/{bram.uuid}",
    ):
        assert str(machtiging.uuid) in uuids(kiss.haal(f"{KIC}/vertegenwoordigingen?{vraag}")), vraag
    assert kiss.stuur(f"{KIC}/vertegenwoordigingen", gelezen).status_code == 405
    for methode in ("PUT", "PATCH", "DELETE"):
        assert kiss.vraag(methode, gelezen["url"], gelezen).status_code == 405
    assert kcs("contacten", "klantinteracties.lezen").haal(f"{KIC}/vertegenwoordigingen").status_code == 403


def test_het_document_noemt_geen_bewerking_die_er_niet_is() -> None:
    """What the standard has more stands in the list of differences, with its reason."""
    assert nog_niet(API) == []
