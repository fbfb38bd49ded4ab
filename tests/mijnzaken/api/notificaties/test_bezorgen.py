"""Notificaties 1.0.1: what is delivered to whom, by a real connection."""

import base64
import hashlib
import hmac
from datetime import timedelta

import pytest

from autorisatie.versleuteling import Geheim
from catalogus import klok
from mijnzaken.berichten import tasks, verdelen, verzenden
from mijnzaken.berichten.models import Notificatie, Stand
from mijnzaken.berichten.notificaties import zet_klaar
from mijnzaken.zaken import stappen
from mijnzaken.zaken.handelingen import behandelen
from tests.fabrieken import dien_in, medewerker, registreer
from tests.mijnzaken.api.notificaties.gedeeld import (
    ABONNEMENT,
    SOORT,
    abonnement,
    bezorg,
    gebeurt,
)
from tests.mijnzaken.api.ontvanger import Ontvanger
from tests.mijnzaken.api.systeem import GEHEIM, Systeem, adres_van, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def test_een_notificatie_komt_aan_zoals_de_standaard_haar_schrijft(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    rij = gebeurt()
    (bericht,) = bezorg()
    assert bericht.status == Stand.VERZONDEN
    adres = f"http://127.0.0.1:8000{rij.hoofdobject}"
    assert deur.berichten == [
        {
            "kanaal": "zaken",
            "hoofdObject": adres,
            "resource": "zaak",
            "resourceUrl": adres,
            "actie": "create",
            "aanmaakdatum": klok.nu().isoformat().replace("+00:00", "Z"),
            "kenmerken": rij.kenmerken,
        }
    ]
    bezorg()
    assert len(deur.berichten) == 1


def test_een_notificatie_is_getekend_met_elk_geheim_dat_goed_is(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    rij = abonnee.applicatie
    rij.vorig_geheim, rij.vorig_geheim_tot = Geheim.van("oud-geheim"), klok.nu() + timedelta(days=1)  # type: ignore[assignment]
    rij.save()
    gebeurt()
    (bericht,) = bezorg()
    koppen, inhoud = deur.gekregen[-1]
    assert koppen["webhook-id"] == koppen["idempotency-key"] == str(bericht.uuid)
    getekend = f"{koppen['webhook-id']}.{koppen['webhook-timestamp']}.".encode() + inhoud

    def teken(geheim: str) -> str:
        return "v1," + base64.b64encode(hmac.new(geheim.encode(), getekend, hashlib.sha256).digest()).decode()

    assert koppen["webhook-signature"].split() == [teken(GEHEIM), teken("oud-geheim")]


def test_wat_niet_aankomt_gaat_opnieuw_en_wordt_ten_slotte_geparkeerd(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    deur.status = 500
    gebeurt()
    (bericht,) = bezorg()
    assert (bericht.status, bericht.pogingen) == (Stand.MISLUKT, 1)
    begin = klok.nu()
    for uur in range(1, 40):
        with klok.op_moment(begin + timedelta(hours=uur)):
            (bericht,) = bezorg()
    assert (bericht.status, bericht.pogingen) == (Stand.GEPARKEERD, verzenden.MEESTE_POGINGEN)
    assert {koppen["webhook-id"] for koppen, _ in deur.gekregen[1:]} == {str(bericht.uuid)}
    deur.status, bericht.status, bericht.volgende_poging = 204, Stand.KLAAR, klok.nu()
    bericht.pogingen = 0
    bericht.save()
    (bericht,) = bezorg()
    assert bericht.status == Stand.VERZONDEN


def test_een_doorverwijzing_is_geen_aankomst(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    deur.status = 302
    gebeurt()
    (bericht,) = bezorg()
    assert bericht.status == Stand.MISLUKT
    assert len(deur.berichten) == 1, "nor is it followed"


@pytest.mark.parametrize(
    ("filters", "komt"),
    [
        ({}, True),
        ({"zaaktype": "*"}, True),
        ({"bronorganisatie": "517439943", "vertrouwelijkheidaanduiding": "openbaar"}, True),
        ({"bronorganisatie": "517439943", "vertrouwelijkheidaanduiding": "geheim"}, False),
    ],
)
def test_een_filter_laat_door_wat_past(abonnee: Systeem, deur: Ontvanger, filters: dict[str, str], komt: bool) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "zaken", "filters": filters}))
    gebeurt()
    assert len(bezorg()) == len(deur.berichten) == int(komt)


@pytest.mark.parametrize(
    ("soort", "hoe", "komt"),
    [
        (SOORT, "zaakvertrouwelijk", True),
        (SOORT, "vertrouwelijk", False),
        ("schuldhulpverlening", "openbaar", False),
    ],
)
def test_een_systeem_hoort_niets_van_wat_het_niet_mag_lezen(
    abonnee: Systeem, deur: Ontvanger, soort: str, hoe: str, komt: bool
) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    gebeurt(soort, hoe)
    assert len(bezorg()) == int(komt)


def test_wie_gestopt_is_krijgt_niets_meer(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    verdelen.verdeel(gebeurt().pk)
    abonnee.applicatie.is_active = False
    abonnee.applicatie.save()
    gebeurt()
    assert [bericht.status for bericht in bezorg()] == [Stand.GEPARKEERD]
    assert deur.berichten == []


def test_een_abonnement_met_twee_groepen_krijgt_een_bericht(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "zaken"}, {"naam": "zaken", "filters": {"zaaktype": "*"}}))
    gebeurt()
    bezorg()
    assert len(deur.berichten) == 1


def test_wat_hier_gebeurt_hoort_een_systeem_ook(deur: Ontvanger) -> None:
    """An application that a resident sends in, and what staff do with it, tell as much as a call of another system."""
    wie = systeem("alles", alles=True)
    wie.stuur(ABONNEMENT, abonnement(deur, {"naam": "zaken"}, {"naam": "besluiten"}))
    zaak = dien_in("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    bezorg()
    gehoord = [(bericht["resource"], bericht["actie"]) for bericht in deur.berichten]
    assert gehoord[0] == ("zaak", "create")
    assert gehoord.count(("status", "create")) == zaak.statussen.count()
    assert {bericht["hoofdObject"] for bericht in deur.berichten} == {
        f"http://127.0.0.1:8000/zaken/api/v1/zaken/{zaak.uuid}"
    }
    status = next(bericht for bericht in deur.berichten if bericht["resource"] == "status")
    assert wie.haal(status["resourceUrl"]).json()["zaak"] == status["hoofdObject"]
    assert status["kenmerken"]["zaaktype"] == adres_van(zaak.zaaktype)


def test_van_een_afgeschermde_zaak_hoort_niemand_iets(deur: Ontvanger) -> None:
    systeem("alles", alles=True).stuur(ABONNEMENT, abonnement(deur))
    zaak = registreer("anna", SOORT)
    Notificatie.objects.all().delete()
    zaak.afgeschermd = True
    stappen.noteer_status(zaak, zaak.zaaktype.statustypen.order_by("-volgnummer")[0])
    assert not Notificatie.objects.exists()


def test_dat_iets_gemaakt_is_wordt_een_keer_verteld() -> None:
    eerste = gebeurt()
    zet_klaar(
        "zaken", hoofdobject=eerste.hoofdobject, resource="zaak", resource_pad=eerste.resource_pad, actie="create",
        kenmerken={},
    )  # fmt: skip
    assert Notificatie.objects.get() == eerste


def test_na_een_maand_is_weg_wat_verteld_is_en_aankwam(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    gebeurt()
    bezorg()
    tasks.ruim_op()
    assert (Notificatie.objects.count(), len(bezorg())) == (1, 1)
    with klok.op_moment(klok.nu() + timedelta(days=31)):
        tasks.ruim_op()
        assert (Notificatie.objects.count(), len(bezorg())) == (0, 0)
