"""A case system of another that has an API of its own tells that a zaak got a status there: it is looked up, and the
resident reads it here.
"""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import jwt
import pytest

from autorisatie.models import Auditregel
from mijnzaken.berichten import verzenden
from mijnzaken.berichten.models import Bericht, Kanaal, Notificatie, Stand
from mijnzaken.berichten.tasks import veeg
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN
from tests.mijnzaken.api.elders import Elders, elders
from tests.mijnzaken.api.notificaties.gedeeld import WORTEL, luisteraar
from tests.mijnzaken.api.systeem import Systeem, mag
from tests.mijnzaken.api.zaken.wereld import EXTERN, maak, resultaattype, rij_van, statustypen, zet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

GEHEIM = "een-geheim-van-dat-systeem-van-32-tekens"
TYPE_ELDERS = "/catalogi/api/v1/statustypen/"


@pytest.fixture
def dso(settings: Any) -> Iterator[Elders]:
    """The system elsewhere: it knows us by the name and secret that its keeper gave."""
    with elders() as platform:
        settings.ZAAKSYSTEMEN = [{"wortel": platform.wortel, "client_id": "mijn-zaken", "geheim": GEHEIM}]
        yield platform


@pytest.fixture
def bouw() -> Systeem:
    """As it calls us: it tells, and may report on its own zaken."""
    wie = luisteraar("bouw", "notificaties.publiceren")
    return mag(wie, EXTERN, "zaken.aanmaken", "zaken.lezen", "zaken.bijwerken", "zaken.statussen.toevoegen")


@pytest.fixture
def zaak(bouw: Systeem) -> dict[str, Any]:
    """Registered here by that system; Monday 2 March, in the morning."""
    gemaakt = maak(bouw, EXTERN, identificatie="OLO-77")
    assert zet(bouw, gemaakt, statustypen(EXTERN)[0], "2026-03-02T07:00:00Z").status_code == 201
    return gemaakt


def stap(dso: Elders, statustype: str, moment: str = "2026-03-02T08:00:00Z", **meer: Any) -> str:
    """A status there, of the zaak that it calls OLO-77; its address."""
    uuid = uuid4()
    hier = f"{dso.wortel}/zaken/api/v1"
    zaak = {"bronorganisatie": "002564440", "identificatie": "OLO-77", "status": f"{hier}/statussen/{uuid}"}
    inhoud = {"zaak": dso.zet(ZAAK, zaak | meer), "statustype": statustype, "datumStatusGezet": moment}
    return dso.zet(f"/zaken/api/v1/statussen/{uuid}", inhoud | {"statustoelichting": "Kom op 5 maart."})


ZAAK = f"/zaken/api/v1/zaken/{uuid4()}"


def vertel(wie: Systeem, dso: Elders, url: str, **meer: Any) -> Any:
    melding = {
        "kanaal": "zaken",
        "hoofdObject": f"{dso.wortel}{ZAAK}",
        "resource": "status",
        "resourceUrl": url,
        "actie": "create",
        "aanmaakdatum": "2026-03-02T08:00:00Z",
        "kenmerken": {"bronorganisatie": "002564440", "zaaktype.catalogus": "https://elders.nl/c/1"},
    }
    return wie.stuur(f"{WORTEL}/notificaties", melding | meer)


def opdrachten() -> list[Bericht]:
    return list(Bericht.objects.systeem(REDEN).filter(kanaal=Kanaal.OPHALEN).order_by("pk"))


def woorden(zaak: dict[str, Any]) -> list[str]:
    rijen = rij_van(zaak).statussen.select_related("statustype").order_by("datum_status_gezet")
    return [status.statustype.omschrijving for status in rijen]


def test_een_status_in_het_systeem_van_een_ander_is_er_ook_een_hier(
    dso: Elders, bouw: Systeem, zaak: dict[str, Any]
) -> None:
    soort = dso.zet(f"{TYPE_ELDERS}{uuid4()}", {"omschrijving": "in BEHANDELING"})
    assert vertel(bouw, dso, stap(dso, soort)).status_code == 200
    assert woorden(zaak) == ["Aanvraag ontvangen"], "the call itself fetches nothing"
    veeg()
    assert woorden(zaak) == ["Aanvraag ontvangen", "In behandeling"]
    laatste = rij_van(zaak).statussen.get(indicatie_laatst_gezette_status=True)
    assert laatste.statustoelichting == "Kom op 5 maart."
    assert [rij.status for rij in opdrachten()] == [Stand.VERZONDEN]
    regel = Auditregel.objects.filter(handeling="status_zetten").latest("pk")
    assert regel.client_id == "bouw", "in the name of who told it, by what that may"
    eigen = Notificatie.objects.filter(resource="status", client_id="").latest("pk")
    assert eigen.resource_pad.endswith(str(laatste.uuid)), "who subscribed here hears of the status that is here"
    assert not Notificatie.objects.exclude(client_id="").exists()


def test_het_systeem_ziet_een_vers_token_met_de_naam_die_het_ons_gaf(
    dso: Elders, bouw: Systeem, zaak: dict[str, Any]
) -> None:
    vertel(bouw, dso, stap(dso, statustypen(EXTERN)[1]))
    veeg()
    soort, _, token = dso.koppen[-1]["authorization"].partition(" ")
    assert soort == "Bearer"
    inhoud = jwt.decode(token, GEHEIM, algorithms=["HS256"], options={"verify_iat": False})
    assert (inhoud["client_id"], inhoud["iss"]) == ("mijn-zaken", "mijn-zaken")
    assert woorden(zaak)[-1] == "In behandeling", "it may use our own catalogue"


def test_twee_keer_verteld_is_een_keer_gebeurd(dso: Elders, bouw: Systeem, zaak: dict[str, Any]) -> None:
    url = stap(dso, statustypen(EXTERN)[1])
    for _ in range(2):
        vertel(bouw, dso, url)
        veeg()
    Bericht.objects.systeem(REDEN).filter(kanaal=Kanaal.OPHALEN).update(
        status=Stand.BEZIG, volgende_poging="2026-03-01T00:00:00Z"
    )
    veeg()  # a worker was killed after it took the status over, before it said so
    assert woorden(zaak) == ["Aanvraag ontvangen", "In behandeling"]
    assert [rij.status for rij in opdrachten()] == [Stand.VERZONDEN]


def test_een_systeem_dat_plat_ligt_wordt_later_weer_gevraagd(dso: Elders, bouw: Systeem, zaak: dict[str, Any]) -> None:
    url = stap(dso, statustypen(EXTERN)[1])
    bewaard, dso.status = dict(dso.inhoud), 503
    vertel(bouw, dso, url)
    veeg()
    (opdracht,) = opdrachten()
    assert (opdracht.status, opdracht.pogingen) == (Stand.MISLUKT, 1)
    assert GEHEIM not in opdracht.fout
    dso.status, dso.inhoud = 200, bewaard
    Bericht.objects.systeem(REDEN).filter(pk=opdracht.pk).update(volgende_poging="2026-03-01T00:00:00Z")
    assert verzenden.verzend(opdracht.pk)
    assert woorden(zaak)[-1] == "In behandeling"


def test_met_de_eindstatus_komt_ook_het_resultaat_mee(dso: Elders, bouw: Systeem, zaak: dict[str, Any]) -> None:
    soort = resultaattype(EXTERN)
    uitkomst = dso.zet(f"/zaken/api/v1/resultaten/{uuid4()}", {"resultaattype": soort, "toelichting": "Zo besloten."})
    vertel(bouw, dso, stap(dso, statustypen(EXTERN)[-1], resultaat=uitkomst))
    veeg()
    gesloten: Zaak = rij_van(zaak)
    assert not gesloten.is_open
    assert gesloten.resultaten.get().toelichting == "Zo besloten."


def test_een_eindstatus_die_niet_kan_laat_geen_resultaat_achter(
    dso: Elders, bouw: Systeem, zaak: dict[str, Any]
) -> None:
    uitkomst = dso.zet(f"/zaken/api/v1/resultaten/{uuid4()}", {"resultaattype": resultaattype(EXTERN)})
    url = stap(dso, statustypen(EXTERN)[-1], "2031-03-02T08:00:00Z", resultaat=uitkomst)
    vertel(bouw, dso, url)
    veeg()
    assert [rij.status for rij in opdrachten()] == [Stand.GEPARKEERD]
    assert rij_van(zaak).is_open
    assert not rij_van(zaak).resultaten.exists()


def test_een_oudere_status_die_laat_komt_opent_een_gesloten_zaak_niet(
    dso: Elders, bouw: Systeem, zaak: dict[str, Any]
) -> None:
    laat = stap(dso, statustypen(EXTERN)[1], "2026-03-02T07:30:00Z")
    uitkomst = dso.zet(f"/zaken/api/v1/resultaten/{uuid4()}", {"resultaattype": resultaattype(EXTERN)})
    vertel(bouw, dso, stap(dso, statustypen(EXTERN)[-1], resultaat=uitkomst))
    vertel(bouw, dso, laat)
    veeg()
    assert not rij_van(zaak).is_open
    assert woorden(zaak) == ["Aanvraag ontvangen", "In behandeling", "Afgerond"]


@pytest.mark.parametrize(
    ("wat", "reden"),
    [
        ({"statustype": "https://elders.nl/catalogi/api/v1/statustypen/1"}, "statustype"),
        ({"statustype": None}, "statustype"),
        ({"datumStatusGezet": "gisteren"}, "moment"),
        ({"datumStatusGezet": "2031-03-02T08:00:00Z"}, "toekomst"),
        ({"zaak": "https://elders.nl/zaken/api/v1/zaken/1"}, "zaak"),
    ],
)
def test_wat_niet_past_wacht_op_iemand_en_zegt_waarom(
    dso: Elders, bouw: Systeem, zaak: dict[str, Any], wat: dict[str, Any], reden: str
) -> None:
    url = stap(dso, statustypen(EXTERN)[1])
    dso.inhoud[url.removeprefix(dso.wortel)] |= wat
    vertel(bouw, dso, url)
    veeg()
    (opdracht,) = opdrachten()
    assert opdracht.status == Stand.GEPARKEERD
    assert reden in opdracht.fout
    assert woorden(zaak) == ["Aanvraag ontvangen"]


def test_een_naam_die_het_zaaktype_niet_kent_wacht_op_iemand(dso: Elders, bouw: Systeem, zaak: dict[str, Any]) -> None:
    vertel(bouw, dso, stap(dso, dso.zet(f"{TYPE_ELDERS}{uuid4()}", {"omschrijving": "Bij de buren"})))
    veeg()
    (opdracht,) = opdrachten()
    assert (opdracht.status, opdracht.fout.endswith(": Bij de buren")) == (Stand.GEPARKEERD, True)


def test_een_zaak_die_hier_niet_is_gaat_ons_niet_aan(dso: Elders, bouw: Systeem) -> None:
    vertel(bouw, dso, stap(dso, statustypen(EXTERN)[1]))
    veeg()
    assert [rij.status for rij in opdrachten()] == [Stand.VERZONDEN]
    assert not Zaak.objects.systeem(REDEN).filter(identificatie="OLO-77").exists()


def test_wie_over_de_zaak_niets_te_zeggen_heeft_verandert_haar_niet(dso: Elders, zaak: dict[str, Any]) -> None:
    vreemd = luisteraar("vreemd", "notificaties.publiceren")
    vertel(vreemd, dso, stap(dso, statustypen(EXTERN)[1]))
    lezer = mag(luisteraar("lezer", "notificaties.publiceren"), EXTERN, "zaken.lezen")
    vertel(lezer, dso, stap(dso, statustypen(EXTERN)[1]))
    veeg()
    assert woorden(zaak) == ["Aanvraag ontvangen"]
    assert [rij.status for rij in opdrachten()] == [Stand.VERZONDEN, Stand.GEPARKEERD]


@pytest.mark.parametrize(
    "pad",
    [
        "/zaken/api/v1/statussen/../../../geheim/{0}",
        "/zaken/api/v1/statussen/%2e%2e/{0}",
        "/zaken/api/v1/zaken/{0}",
        "/zaken/api/v1/statussen/{0}?als=admin",
        "/zaken/api/v1/statussen/{0}/..",
        "@elders.nl/zaken/api/v1/statussen/{0}",
    ],
)
def test_67_ons_token_gaat_nooit_naar_een_ander_adres(dso: Elders, bouw: Systeem, pad: str) -> None:
    vertel(bouw, dso, f"{dso.wortel}{pad.format(uuid4())}", kenmerken={})
    veeg()
    assert (opdrachten(), dso.koppen) == ([], [])


def test_wat_een_onbekend_systeem_vertelt_wordt_alleen_doorgegeven(dso: Elders, bouw: Systeem) -> None:
    url = f"https://elders.nl/zaken/api/v1/statussen/{uuid4()}"
    assert vertel(bouw, dso, url, kenmerken={}).status_code == 200
    assert opdrachten() == []
    assert Notificatie.objects.filter(client_id="bouw", resource_pad=url).exists()
