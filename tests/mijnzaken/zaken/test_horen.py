"""The hearing of who objects (Awb 7:2 to 7:7)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from autorisatie.fouten import Invoerfout, OnjuisteToestand
from catalogus import klok
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.handelingen.horen import horen
from mijnzaken.zaken.models import Hoorzitting, Zaak
from tests.fabrieken import VANDAAG, dien_in, gebruiker, medewerker, partij, registreer, ververs
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def hoor(zaak: Zaak, wie: str = "bea", **velden: Any) -> Hoorzitting:
    begin = {
        "gehouden_op": klok.nu() - timedelta(hours=1),
        "gehoord_door": gebruiker("bea"),
        "aanwezigen": "Anna de Vries",
        "verslag": "Zij zegt dat zij er woont.",
    }
    zitting: Hoorzitting = horen(medewerker(wie), zaak, **(begin | velden))
    return zitting


@pytest.fixture
def bezwaar() -> Zaak:
    with klok.op_moment(VANDAAG - timedelta(days=7)):
        zaak = dien_in("anna", "bezwaar")
        behandelen.in_behandeling_nemen(medewerker("bea"), zaak)
    return ververs(zaak)


def test_een_hoorzitting_staat_met_verslag_bij_de_zaak_en_de_fase_blijft(bezwaar):
    zitting = hoor(bezwaar)
    assert zitting.gehoord_door == gebruiker("bea")
    assert ververs(bezwaar).fase == bezwaar.fase
    pagina = als(Client(), gebruiker("boris")).get(reverse("zaak", args=[bezwaar.nummer])).content.decode()
    assert "Zij zegt dat zij er woont." in pagina


def test_de_inwoner_ziet_dat_er_een_hoorzitting_was_en_niet_wie_hoorde(bezwaar):
    hoor(bezwaar)
    pagina = als(Client(), partij("anna")).get(f"/mijn/zaken/{bezwaar.uuid}/").content.decode()
    assert "Op 2 maart 2026 was er een hoorzitting over uw bezwaar." in pagina
    assert "Willems" not in pagina
    assert "Zij zegt dat zij er woont." not in pagina


def test_horen_hoort_bij_een_bezwaar():
    zaak = registreer("anna")
    with pytest.raises(OnjuisteToestand):
        hoor(zaak, "vera", gehoord_door=gebruiker("vera"))
    assert "horen" not in als(Client(), gebruiker("vera")).get(reverse("zaak", args=[zaak.nummer])).context["mag"]


@pytest.mark.parametrize(
    "velden",
    [
        {"gehouden_op": VANDAAG + timedelta(hours=1)},
        {"gehouden_op": VANDAAG - timedelta(days=30)},
        {"aanwezigen": " "},
        {"verslag": ""},
    ],
)
def test_wat_niet_kan_komt_terug_bij_het_veld(bezwaar, velden):
    with pytest.raises(Invoerfout) as fout:
        hoor(bezwaar, **velden)
    assert set(fout.value.velden) == set(velden)


def test_alleen_iemand_van_het_team_hoort(bezwaar):
    with pytest.raises(Invoerfout):
        hoor(bezwaar, gehoord_door=gebruiker("vera"))


def test_het_formulier_vraagt_dag_en_tijd_en_legt_een_moment_vast(bezwaar):
    client = als(Client(), gebruiker("bea"))
    pad = reverse("zaak_handeling", args=[bezwaar.nummer, "horen"])
    assert client.get(pad).status_code == 200
    velden = {"tijd": "09:30", "gehoord_door": gebruiker("bea").pk, "aanwezigen": "Anna", "verslag": "Gesproken."}
    te_laat = client.post(pad, {**velden, "dag": "2026-03-03"})
    assert te_laat.status_code == 422
    assert "als zij is geweest" in te_laat.content.decode()
    assert client.post(pad, {**velden, "dag": "2026-03-02"}).status_code == 302
    zitting = bezwaar.hoorzittingen.get()
    assert zitting.gehouden_op.isoformat() == "2026-03-02T08:30:00+00:00"


def test_de_database_kent_geen_verslag_van_voor_de_zitting(bezwaar):
    zitting = hoor(bezwaar)
    with pytest.raises(IntegrityError), transaction.atomic():
        Hoorzitting.objects.systeem("proef").filter(pk=zitting.pk).update(
            gehouden_op=zitting.vastgelegd_op + timedelta(days=1)
        )
