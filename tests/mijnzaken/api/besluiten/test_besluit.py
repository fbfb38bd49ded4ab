"""Decisions of another system over the API: the rules of the standard by number, scopes, and what a resident sees."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.models import Auditregel, Autorisatie, Verwerkingsregel, Wijziging
from catalogus.models import Besluittype, Informatieobjecttype
from mijnzaken.berichten.models import Bericht, Notificatie
from mijnzaken.documenten.models import Document, ObjectInformatieobject
from mijnzaken.portaal.zaken import zaakpagina
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.models import Besluit, Zaak
from tests.fabrieken import REDEN, burger, medewerker, registreer, ververs, zaaktype
from tests.mijnzaken.api.documenten.gedeeld import adres_van_soort
from tests.mijnzaken.api.documenten.gedeeld import maak as maak_document
from tests.mijnzaken.api.systeem import Systeem, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]

BESLUITEN = "/besluiten/api/v1/besluiten"
BIO = "/besluiten/api/v1/besluitinformatieobjecten"
SOORT = "parkeervergunning-bewoners"
HIER = "http://127.0.0.1:8000"


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


def soort() -> Besluittype:
    gevonden = zaaktype(SOORT).besluittypen.order_by("pk").first()
    assert gevonden is not None
    return gevonden


def adres_van(wat: Zaak | Besluittype) -> str:
    pad = f"zaken/api/v1/zaken/{wat.uuid}" if isinstance(wat, Zaak) else f"catalogi/api/v1/besluittypen/{wat.uuid}"
    return f"{HIER}/{pad}"


def lijf(zaak: Zaak | None = None, **meer: object) -> dict[str, object]:
    return {
        "verantwoordelijkeOrganisatie": "002564440",
        "besluittype": adres_van(soort()),
        "datum": "2026-03-02",
        "ingangsdatum": "2026-03-02",
        **({"zaak": adres_van(zaak)} if zaak else {}),
        **meer,
    }


def maak(wie: Systeem, zaak: Zaak | None = None, **meer: object) -> dict[str, Any]:
    antwoord = wie.stuur(BESLUITEN, lijf(zaak, **meer))
    assert antwoord.status_code == 201, antwoord.content
    gemaakt: dict[str, Any] = antwoord.json()
    return gemaakt


def passend_document(wie: Systeem) -> dict[str, Any]:
    """Of a kind that holds decisions of ours."""
    iot = soort().informatieobjecttypen.first() or Informatieobjecttype.objects.filter(concept=False)[0]
    soort().informatieobjecttypen.add(iot)
    return maak_document(wie, informatieobjecttype=adres_van_soort(iot))


def mag(wie: Systeem, *scopes: str, van: Besluittype | None = None) -> Systeem:
    Autorisatie.objects.create(
        applicatie=wie.applicatie, component="brc", scopes=list(scopes), besluittype=van or soort()
    )
    return wie


# -- a decision --------------------------------------------------------------------------------------------------------


def test_elk_veld_van_een_besluit_wordt_bewaard_gelezen_gevonden_en_gewijzigd(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    gestuurd = lijf(
        zaak,
        identificatie="B-1",
        toelichting="Omdat het past.",
        bestuursorgaan="Burgemeester en wethouders",
        vervaldatum="2027-03-02",
        vervalreden="tijdelijk",
        publicatiedatum="2026-03-03",
        verzenddatum="2026-03-02",
        uiterlijkeReactiedatum="2026-04-13",
    )
    besluit = maak(vth, **{naam: waarde for naam, waarde in gestuurd.items() if naam != "zaak"})
    besluit = vth.wijzig(besluit["url"], {"zaak": adres_van(zaak)}).json()
    weergave = "besluit met tijdelijke werking"
    assert besluit == gestuurd | {"url": besluit["url"], "vervalredenWeergave": weergave}
    assert vth.haal(besluit["url"]).json() == besluit
    maak(vth)
    for filter_ in (
        f"zaak={adres_van(zaak)}",
        "identificatie=B-1&verantwoordelijkeOrganisatie=002564440",
        f"zaak={adres_van(zaak)}&besluittype={adres_van(soort())}",
    ):
        assert vth.haal(f"{BESLUITEN}?{filter_}").json()["results"] == [besluit], filter_
    assert vth.haal(BESLUITEN).json()["count"] == 2
    gewijzigd = vth.wijzig(besluit["url"], {"vervaldatum": None, "vervalreden": ""})
    assert gewijzigd.status_code == 200, gewijzigd.content
    verwacht = besluit | {"vervaldatum": None, "vervalreden": "", "vervalredenWeergave": ""}
    assert gewijzigd.json() == verwacht
    assert vth.vraag("PUT", besluit["url"], verwacht).json() == verwacht  # what is answered may be sent back
    assert fouten(vth.vraag("PUT", besluit["url"], {})) == dict.fromkeys(
        ("verantwoordelijkeOrganisatie", "besluittype", "datum", "ingangsdatum"), "required"
    )


def test_elke_schrijfactie_laat_een_spoor_een_notificatie_en_logregels(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    besluit = maak(vth, zaak)
    vth.wijzig(besluit["url"], {"toelichting": "Nieuw"})
    gemaakt, gewijzigd = Wijziging.objects.order_by("pk")
    assert (gemaakt.bron, gemaakt.resource, gemaakt.actie) == ("brc", "besluit", "create")
    assert (gewijzigd.oud["toelichting"], gewijzigd.nieuw["toelichting"]) == ("", "Nieuw")
    melding = Notificatie.objects.filter(kanaal="besluiten").order_by("pk")[0]
    assert set(melding.kenmerken) == {"verantwoordelijkeOrganisatie", "besluittype"}
    assert set(Auditregel.objects.filter(client_id="vth").values_list("handeling", "zaak_uuid")) == {
        ("besluit_aanmaken", zaak.uuid),
        ("besluit_bijwerken", zaak.uuid),
    }
    voor = Verwerkingsregel.objects.count()
    vth.haal(besluit["url"])
    vth.haal(BESLUITEN)
    assert Verwerkingsregel.objects.count() == voor + 2


def test_het_spoor_van_een_besluit_is_te_lezen_met_een_eigen_scope(vth: Systeem) -> None:
    besluit = maak(vth)
    vth.wijzig(besluit["url"], {"toelichting": "Nieuw"})
    spoor = vth.haal(f"{besluit['url']}/audittrail").json()
    assert [(regel["bron"], regel["actie"]) for regel in spoor] == [("brc", "create"), ("brc", "partial_update")]
    assert vth.haal(f"{besluit['url']}/audittrail/{spoor[1]['uuid']}").json() == spoor[1]
    assert mag(systeem("lezer"), "audittrails.lezen").haal(f"{besluit['url']}/audittrail").json() == spoor
    assert mag(systeem("ander"), "besluiten.lezen").haal(f"{besluit['url']}/audittrail").status_code == 403


def test_de_inwoner_ziet_het_besluit_met_zijn_rechtsmiddel_en_krijgt_bericht(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    maak(vth, zaak, toelichting="U krijgt een vergunning.")
    (getoond,) = zaakpagina(zaak_inzien(burger("anna"), zaak.uuid, doel="eigen zaak volgen"))["besluiten"]
    assert (getoond["kop"], getoond["tekst"]) == (soort().omschrijving, "U krijgt een vergunning.")
    assert str(getoond["bezwaar_uiterlijk"]) == "2026-04-13"  # six weeks
    assert getoond["bezwaar_url"]
    bericht = Bericht.objects.systeem(REDEN).get(onderwerp__startswith="Ons besluit")
    assert soort().omschrijving in bericht.tekst
    assert "U krijgt een vergunning." in bericht.tekst
    assert "tot en met 13 april 2026 bezwaar maken" in bericht.tekst


def test_brc_001_het_besluittype_bestaat_en_is_gepubliceerd(vth: Systeem) -> None:
    weg = f"{HIER}/catalogi/api/v1/besluittypen/6a2a6a3e-0000-4000-8000-000000000000"
    assert fouten(vth.stuur(BESLUITEN, lijf(besluittype=weg))) == {"besluittype": "bad-url"}
    Besluittype.objects.filter(pk=soort().pk).update(concept=True)
    assert fouten(vth.stuur(BESLUITEN, lijf())) == {"besluittype": "not-published"}


def test_brc_002_de_identificatie_is_uniek_wordt_gemaakt_en_blijft(vth: Systeem) -> None:
    assert maak(vth)["identificatie"]
    besluit = maak(vth, identificatie="B-1")
    assert fouten(vth.stuur(BESLUITEN, lijf(identificatie="B-1"))) == {"identificatie": "identificatie-niet-uniek"}
    assert maak(vth, identificatie="B-1", verantwoordelijkeOrganisatie="111222333")["identificatie"] == "B-1"
    assert fouten(vth.wijzig(besluit["url"], {"identificatie": "B-2"})) == {"identificatie": "wijzigen-niet-toegelaten"}
    ander = Besluittype.objects.exclude(pk=soort().pk).filter(concept=False)[0]
    assert fouten(vth.wijzig(besluit["url"], {"besluittype": adres_van(ander)})) == {
        "besluittype": "wijzigen-niet-toegelaten"
    }


def test_brc_007_het_besluittype_hoort_bij_het_zaaktype_van_de_zaak(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    ander = Besluittype.objects.exclude(zaaktypen=zaak.zaaktype).filter(concept=False)[0]
    gestuurd = lijf(zaak, besluittype=adres_van(ander))
    assert fouten(vth.stuur(BESLUITEN, gestuurd)) == {"nonFieldErrors": "zaaktype-mismatch"}
    los = maak(vth, besluittype=adres_van(ander))
    assert fouten(vth.wijzig(los["url"], {"zaak": adres_van(zaak)})) == {"nonFieldErrors": "zaaktype-mismatch"}


def test_brc_006_het_besluit_hoort_bij_de_zaak_ook_als_dat_later_wordt_gezegd(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    besluit = maak(vth)
    assert not zaak.besluiten.exists()
    assert vth.wijzig(besluit["url"], {"zaak": adres_van(zaak)}).json()["zaak"] == adres_van(zaak)
    rij = zaak.besluiten.get()
    assert rij.bezwaar_mogelijk
    assert Bericht.objects.systeem(REDEN).filter(onderwerp__startswith="Ons besluit").count() == 1


def test_met_het_besluit_is_de_termijn_gehaald(vth: Systeem) -> None:
    """Nobody waits for a decision that is there."""
    zaak = registreer("anna", SOORT)
    pagina = zaakpagina(zaak_inzien(burger("anna"), zaak.uuid, doel="eigen zaak volgen"))
    assert pagina["termijn"] is not None
    maak(vth, zaak)
    assert zaakpagina(zaak_inzien(burger("anna"), zaak.uuid, doel="eigen zaak volgen"))["termijn"] is None
    assert not zaak.beslistermijnen.filter(voldaan_op=None).exists()
    zelf = Zaak.objects.systeem(REDEN).get(pk=registreer("anna", SOORT).pk)
    zelf.beslistermijnen.all().delete()  # the other system counts, and said when it ends
    maak(vth, zelf)
    assert Zaak.objects.systeem(REDEN).get(pk=zelf.pk).uiterlijke_einddatum is not None


def test_een_besluit_is_er_niet_voor_het_genomen_is(vth: Systeem) -> None:
    assert fouten(vth.stuur(BESLUITEN, lijf(datum="2026-03-03"))) == {"datum": "future_not_allowed"}
    assert fouten(vth.stuur(BESLUITEN, lijf(verantwoordelijkeOrganisatie="123456789"))) == {
        "verantwoordelijkeOrganisatie": "invalid"
    }


def test_wat_hier_is_besloten_verandert_een_ander_systeem_niet(vth: Systeem) -> None:
    besluit = maak(vth, registreer("anna", SOORT))
    Besluit.objects.systeem(REDEN).update(besloten_door=medewerker("sanne").gebruiker)
    assert vth.wijzig(besluit["url"], {"toelichting": "Anders"}).status_code == 409
    assert vth.verwijder(besluit["url"]).status_code == 409
    assert vth.haal(besluit["url"]).status_code == 200


# -- documents of a decision -------------------------------------------------------------------------------------------


def test_brc_003_004_005_een_document_legt_het_besluit_vast_ook_in_documenten(vth: Systeem) -> None:
    besluit, document = maak(vth), passend_document(vth)
    weg = {"besluit": besluit["url"], "informatieobject": document["url"][:-4] + "0000"}
    assert fouten(vth.stuur(BIO, weg)) == {"informatieobject": "bad-url"}
    gestuurd = {"besluit": besluit["url"], "informatieobject": document["url"]}
    gemaakt = vth.stuur(BIO, gestuurd)
    assert gemaakt.status_code == 201, gemaakt.content
    assert gemaakt.json() == gestuurd | {"url": gemaakt.json()["url"]}
    assert fouten(vth.stuur(BIO, gestuurd)) == {"nonFieldErrors": "unique"}
    gespiegeld = vth.haal(f"/documenten/api/v1/objectinformatieobjecten?object={besluit['url']}").json()
    assert [(r["informatieobject"], r["objectType"]) for r in gespiegeld] == [(document["url"], "besluit")]
    assert vth.haal(f"{BIO}?besluit={besluit['url']}").json() == [gemaakt.json()]
    assert vth.haal(f"{BIO}?informatieobject={document['url']}").json() == [gemaakt.json()]
    uitgevouwen = vth.haal(f"{gemaakt.json()['url']}?expand=informatieobject,besluit.besluittype").json()["_expand"]
    assert uitgevouwen["informatieobject"]["titel"] == "Brief"
    assert uitgevouwen["besluit"]["_expand"]["besluittype"]["omschrijving"] == soort().omschrijving
    assert vth.vraag("PATCH", gemaakt.json()["url"], gestuurd).status_code == 405
    assert fouten(vth.verwijder(document["url"])) == {"nonFieldErrors": "pending-relations"}
    assert vth.verwijder(gemaakt.json()["url"]).status_code == 204
    assert not ObjectInformatieobject.objects.systeem(REDEN).exists()
    assert vth.verwijder(document["url"]).status_code == 204


def test_brc_008_het_informatieobjecttype_hoort_bij_het_besluittype(vth: Systeem) -> None:
    besluit, document = maak(vth), passend_document(vth)
    soort().informatieobjecttypen.clear()
    gestuurd = {"besluit": besluit["url"], "informatieobject": document["url"]}
    assert fouten(vth.stuur(BIO, gestuurd)) == {"nonFieldErrors": "missing-besluittype-informatieobjecttype-relation"}


def test_brc_009_verwijderen_neemt_alles_mee_wat_erbij_hoort(vth: Systeem) -> None:
    besluit, document = maak(vth, registreer("anna", SOORT)), passend_document(vth)
    vth.stuur(BIO, {"besluit": besluit["url"], "informatieobject": document["url"]})
    assert vth.verwijder(besluit["url"]).status_code == 204
    assert vth.haal(besluit["url"]).status_code == 404
    assert vth.haal(BIO).json() == []
    besluiten = ObjectInformatieobject.objects.systeem(REDEN).filter(object_type="besluit")
    assert not besluiten.exists()
    assert vth.haal(document["url"]).status_code == 200
    over = Wijziging.objects.filter(bron="brc")
    assert [(w.actie, w.oud) for w in over] == [("destroy", None)]


def test_een_document_van_een_besluit_van_een_afgeschermde_zaak_bestaat_niet(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    besluit, document = maak(vth, zaak), passend_document(vth)
    bio = vth.stuur(BIO, {"besluit": besluit["url"], "informatieobject": document["url"]}).json()
    Zaak.objects.systeem(REDEN).update(afgeschermd=True)
    for adres in (besluit["url"], document["url"], bio["url"]):
        assert vth.haal(adres).status_code == 404, adres
    assert vth.haal(BESLUITEN).json()["count"] == 0
    assert fouten(vth.stuur(BESLUITEN, lijf(zaak))) == {"zaak": "bad-url"}
    assert Document.objects.systeem(REDEN).filter(plaatser="applicatie").count() == 1


# -- scopes and statements ---------------------------------------------------------------------------------------------

NIETS = dict.fromkeys(("lijst", "lees", "maak", "wijzig", "koppel", "koppelingen", "ontkoppel", "weg"), 403)


@pytest.mark.parametrize(
    ("scope", "mag_dit"),
    [
        ("besluiten.lezen", {"lijst": 200, "lees": 200, "koppelingen": 200}),
        ("besluiten.aanmaken", {"maak": 201, "koppel": 400}),  # it may; this relation is there already
        ("besluiten.bijwerken", {"wijzig": 200}),
        ("besluiten.verwijderen", {"ontkoppel": 204, "weg": 204}),
        ("zaken.lezen", {}),
    ],
)
def test_elke_scope_opent_wat_de_standaard_zegt(vth: Systeem, scope: str, mag_dit: dict[str, int]) -> None:
    besluit, document = maak(vth, registreer("anna", SOORT)), passend_document(vth)
    gestuurd = {"besluit": besluit["url"], "informatieobject": document["url"]}
    bio = vth.stuur(BIO, gestuurd).json()
    ander = Besluittype.objects.exclude(pk=soort().pk).filter(concept=False)[0]
    for wie, verwacht in (
        (
            mag(systeem("vreemd"), scope, van=ander),
            {"lijst": 200, "koppelingen": 200} if scope == "besluiten.lezen" else {},
        ),
        (mag(systeem("ander"), scope), mag_dit),
    ):
        antwoorden = {
            "lijst": wie.haal(BESLUITEN),
            "lees": wie.haal(besluit["url"]),
            "maak": wie.stuur(BESLUITEN, lijf()),
            "wijzig": wie.wijzig(besluit["url"], {"toelichting": "x"}),
            "koppel": wie.stuur(BIO, gestuurd),
            "koppelingen": wie.haal(BIO),
            "ontkoppel": wie.verwijder(bio["url"]),
            "weg": wie.verwijder(besluit["url"]),
        }
        assert {naam: a.status_code for naam, a in antwoorden.items()} == NIETS | verwacht
        if wie.applicatie.client_id == "vreemd" and verwacht:
            assert (antwoorden["lijst"].json()["count"], antwoorden["koppelingen"].json()) == (0, [])


def test_een_lijst_en_een_besluit_kosten_een_vast_aantal_statements(vth: Systeem) -> None:
    def tel(adres: str) -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            assert vth.haal(adres).status_code == 200
        return len([v for v in gevraagd if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))])

    zaak = registreer("anna", SOORT)
    besluit = maak(vth, zaak)
    eerst = tel(BESLUITEN)
    for _ in range(3):
        maak(vth, zaak)
    assert tel(BESLUITEN) == eerst <= 8
    assert tel(besluit["url"]) <= 12


def test_na_een_besluit_van_een_ander_systeem_telt_de_termijn_van_het_volgende_vanaf_zijn_status(vth: Systeem) -> None:
    zaak = registreer("anna", "subsidie-verkeerslawaai", waarden={"rol_woning": "eigenaar_bewoner"})
    eerste, tweede = zaak.zaaktype.besluitmomenten.order_by("volgorde")[:2]
    assert vth.stuur(BESLUITEN, lijf(zaak) | {"besluittype": adres_van(eerste.besluittype)}).status_code == 201
    behandelen.in_behandeling_nemen(medewerker("sanne"), ververs(zaak))
    behandelen.stap_zetten(medewerker("sanne"), ververs(zaak), tweede.vanaf_statustype)
    assert ververs(zaak).beslistermijnen.get(voldaan_op=None).besluitmoment == tweede
