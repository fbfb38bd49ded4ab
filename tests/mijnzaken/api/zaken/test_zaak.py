"""One zaak over the API, from its making to its removal."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.logboek import betrokkene_sleutel
from autorisatie.models import Auditregel, Verwerkingsregel, Wijziging
from catalogus import klok
from catalogus.models import Proces
from mijnzaken.berichten.models import Notificatie
from mijnzaken.zaken.models import GEEN_DATUM, Zaak
from tests.fabrieken import REDEN, partij, registreer, zaaktype
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, adres_van, fouten, mag, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

SOORT = "parkeervergunning-bewoners"


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


def lijf(**meer: object) -> dict[str, object]:
    return {
        "bronorganisatie": "002564440",
        "verantwoordelijkeOrganisatie": "002564440",
        "zaaktype": adres_van(zaaktype(SOORT)),
        "startdatum": "2026-03-02",
        **meer,
    }


def test_een_zaak_wordt_gemaakt_gelezen_gewijzigd_en_verwijderd(vth: Systeem) -> None:
    gemaakt = vth.stuur(f"{ZAKEN}/zaken", lijf(omschrijving="Dakkapel", kenmerken=[{"kenmerk": "A1", "bron": "vth"}]))
    assert gemaakt.status_code == 201, gemaakt.content
    zaak = gemaakt.json()
    assert gemaakt.headers["Location"] == zaak["url"]
    assert gemaakt.headers["API-version"] == "1.7.0"
    rij = Zaak.objects.systeem(REDEN).get(uuid=zaak["uuid"])
    assert zaak["identificatie"] == rij.nummer
    assert rij.kanaal == "api"
    assert rij.uiterlijke_einddatum is not None
    assert zaak["status"] is None
    assert vth.haal(zaak["url"]).json() == zaak
    lijst = vth.haal(f"{ZAKEN}/zaken").json()
    assert lijst["count"] == 1
    assert lijst["results"] == [zaak]
    gewijzigd = vth.wijzig(zaak["url"], {"toelichting": "Meer", "kenmerken": []}, X_Audit_Toelichting="omdat")
    assert gewijzigd.status_code == 200, gewijzigd.content
    assert gewijzigd.json() == zaak | {"toelichting": "Meer", "kenmerken": []}
    assert vth.verwijder(zaak["url"]).status_code == 204
    assert vth.haal(zaak["url"]).status_code == 404
    assert not Zaak.objects.systeem(REDEN).filter(uuid=zaak["uuid"]).exists()


def test_elke_schrijfactie_laat_een_spoor_een_notificatie_en_een_logregel(vth: Systeem) -> None:
    zaak = vth.stuur(f"{ZAKEN}/zaken", lijf()).json()
    vth.wijzig(zaak["url"], {"omschrijving": "Nieuw"}, X_Audit_Toelichting="omdat het moest")
    gemaakt, gewijzigd = Wijziging.objects.order_by("pk")
    assert (gemaakt.actie, gemaakt.oud, gemaakt.nieuw["url"]) == ("create", None, zaak["url"])
    assert (gewijzigd.oud["omschrijving"], gewijzigd.nieuw["omschrijving"]) == ("", "Nieuw")
    assert gewijzigd.toelichting == "omdat het moest"
    assert (gewijzigd.gebruiker_id, gewijzigd.gebruiker_weergave) == ("jan", "Jan Jansen")
    assert [(n.kanaal, n.actie, n.resource) for n in Notificatie.objects.order_by("pk")] == [
        ("zaken", "create", "zaak"),
        ("zaken", "partial_update", "zaak"),
    ]
    assert set(Notificatie.objects.order_by("pk")[0].kenmerken) == {
        "bronorganisatie",
        "zaaktype",
        "vertrouwelijkheidaanduiding",
    }
    regels = Auditregel.objects.filter(client_id="vth").values_list("handeling", flat=True)
    assert set(regels) == {"zaak_aanmaken", "zaak_bijwerken"}


def test_wie_een_zaak_verwijdert_laat_geen_gegevens_van_die_zaak_achter(vth: Systeem) -> None:
    zaak = vth.stuur(f"{ZAKEN}/zaken", lijf(toelichting="De buurman heeft schulden")).json()
    vth.wijzig(zaak["url"], {"omschrijving": "Nieuw"})
    assert vth.verwijder(zaak["url"]).status_code == 204
    (spoor,) = Wijziging.objects.all()
    assert (spoor.actie, spoor.hoofdobject_uuid) == ("destroy", UUID(zaak["uuid"]))
    assert (spoor.oud, spoor.nieuw) == (None, None)
    assert "schulden" not in str(Notificatie.objects.values_list())


def test_van_wie_een_zaak_was_die_leest_dat_zij_werd_verwijderd(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    assert vth.verwijder(f"{ZAKEN}/zaken/{zaak.uuid}").status_code == 204
    regel = Verwerkingsregel.objects.get(name="zaak_verwijderen")
    assert regel.data_subject_id == betrokkene_sleutel(partij("anna").pk)


def test_een_vervallen_toets_stopt_nieuwe_zaken_en_laat_lopende_met_rust(vth: Systeem) -> None:
    loopt = vth.stuur(f"{ZAKEN}/zaken", lijf()).json()
    Proces.objects.filter(identificatie=SOORT).update(getoetst_tot=klok.vandaag())
    geweigerd = vth.stuur(f"{ZAKEN}/zaken", lijf())
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "toets_vervallen")
    assert Zaak.objects.systeem(REDEN).count() == 1
    assert vth.wijzig(loopt["url"], {"toelichting": "Gaat door"}).status_code == 200
    assert vth.stuur(f"{ZAKEN}/zaken", lijf(hoofdzaak=loopt["url"])).status_code == 201  # a part of what runs


def test_een_zaak_van_het_portaal_is_dezelfde_zaak(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    gelezen = vth.haal(f"{ZAKEN}/zaken/{zaak.uuid}").json()
    assert gelezen["identificatie"] == zaak.identificatie
    assert len(gelezen["rollen"]) == 1
    assert gelezen["status"]
    assert Auditregel.objects.filter(client_id="vth", handeling="inzien", zaak_uuid=zaak.uuid).count() == 1


def test_wat_niet_klopt_krijgt_de_fouten_van_de_standaard(vth: Systeem) -> None:
    assert fouten(vth.stuur(f"{ZAKEN}/zaken", {})) == {
        "bronorganisatie": "required",
        "zaaktype": "required",
        "verantwoordelijkeOrganisatie": "required",
        "startdatum": "required",
    }
    assert fouten(vth.stuur(f"{ZAKEN}/zaken", lijf(zaaktype="http://elders.example/zaaktypen/1"))) == {
        "zaaktype": "bad-url"
    }
    assert fouten(vth.stuur(f"{ZAKEN}/zaken", lijf(bronorganisatie="123456789"))) == {"bronorganisatie": "invalid"}
    assert fouten(vth.haal(f"{ZAKEN}/zaken?onbekend=1")) == {"nonFieldErrors": "unknown-parameters"}


def test_wie_niet_mag_krijgt_403_en_ziet_niets_in_de_lijst() -> None:
    zaak = registreer("anna", SOORT)
    niemand = systeem("niemand")
    assert niemand.haal(f"{ZAKEN}/zaken/{zaak.uuid}").status_code == 403
    assert niemand.haal(f"{ZAKEN}/zaken").status_code == 403
    ander = mag(systeem("ander"), "terugbelnotitie", "zaken.lezen")
    assert ander.haal(f"{ZAKEN}/zaken").json()["count"] == 0
    assert ander.haal(f"{ZAKEN}/zaken/{zaak.uuid}").status_code == 403
    lezer = mag(systeem("lezer"), SOORT, "zaken.lezen")
    assert lezer.haal(f"{ZAKEN}/zaken").json()["count"] == 1
    assert lezer.haal(f"{ZAKEN}/zaken/{zaak.uuid}").status_code == 200
    assert lezer.wijzig(f"{ZAKEN}/zaken/{zaak.uuid}", {"omschrijving": "x"}).status_code == 403
    assert lezer.stuur(f"{ZAKEN}/zaken", lijf()).status_code == 403
    assert lezer.verwijder(f"{ZAKEN}/zaken/{zaak.uuid}").status_code == 403


def gesteld(vraag: Callable[[], Any], status: int) -> list[str]:
    """The statements of a call, without those around a transaction."""
    with CaptureQueriesContext(connection) as vragen:
        antwoord = vraag()
    assert antwoord.status_code == status, antwoord.content
    return [v["sql"][:150] for v in vragen if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))]


def test_een_zaak_lezen_kost_ten_hoogste_acht_statements(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    vth.haal(f"{ZAKEN}/zaken/{zaak.uuid}")
    sql = gesteld(lambda: vth.haal(f"{ZAKEN}/zaken/{zaak.uuid}"), 200)
    assert len(sql) <= 8, "\n".join(sql)


@pytest.mark.parametrize(
    ("meer", "koppen", "hoogste"),
    [
        ({}, {}, 14),
        ({"uiterlijkeEinddatumAfdoening": "2026-05-01", "kenmerken": [{"kenmerk": "A1", "bron": "vth"}]}, {}, 14),
        ({}, {"Idempotency_Key": "een-sleutel"}, 16),
    ],
    ids=("kaal", "met termijn en kenmerken", "met een sleutel"),
)
@pytest.mark.parametrize("alles", [True, False], ids=("alle rechten", "dit zaaktype"))
def test_een_zaak_maken_kost_ten_hoogste_zestien_statements(
    meer: dict[str, Any], koppen: dict[str, str], hoogste: int, alles: bool
) -> None:
    wie = systeem(alles=alles)
    if not alles:
        mag(wie, SOORT, "zaken.aanmaken", "zaken.lezen")
    wie.stuur(f"{ZAKEN}/zaken", lijf(**meer))
    inhoud = lijf(**meer)
    sql = gesteld(lambda: wie.stuur(f"{ZAKEN}/zaken", inhoud, **koppen), 201)
    assert len(sql) <= hoogste, "\n".join(sql)


def test_een_nieuwe_zaak_staat_in_een_keer_goed(vth: Systeem) -> None:
    """The first term and the sort key are those of a zaak that came by the portal; what stands still, stays so."""
    opschorting = {"indicatie": True, "reden": "Wij wachten"}
    gemaakt = vth.stuur(f"{ZAKEN}/zaken", lijf(opschorting=opschorting)).json()
    rij = Zaak.objects.systeem(REDEN).get(uuid=gemaakt["uuid"])
    portaal = registreer("anna", SOORT)
    assert rij.uiterlijke_einddatum == portaal.uiterlijke_einddatum
    assert rij.termijnsleutel == portaal.termijnsleutel
    (hier,), (daar,) = rij.beslistermijnen.all(), portaal.beslistermijnen.all()
    assert (hier.begin, hier.duur, hier.grondslag, hier.uiterlijk, hier.besluitmoment_id) == (
        daar.begin,
        daar.duur,
        daar.grondslag,
        daar.uiterlijk,
        daar.besluitmoment_id,
    )
    assert gemaakt["opschorting"] == opschorting
    zelf = vth.stuur(f"{ZAKEN}/zaken", lijf(uiterlijkeEinddatumAfdoening="2026-05-01")).json()
    rij = Zaak.objects.systeem(REDEN).get(uuid=zelf["uuid"])
    assert str(rij.termijnsleutel) == "2026-05-01"
    assert not rij.beslistermijnen.exists()
    vth.wijzig(zelf["url"], {"uiterlijkeEinddatumAfdoening": None})
    rij.refresh_from_db()
    assert rij.termijnsleutel == GEEN_DATUM
