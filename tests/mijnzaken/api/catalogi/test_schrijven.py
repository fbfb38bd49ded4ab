"""A catalogue that another system fills: types and parts are made, changed, published, corrected and removed."""

from typing import Any

import pytest

from autorisatie.models import Auditregel, Autorisatie, Wijziging
from catalogus.models import Besluittype, Catalogus, Proces, Resultaattype, SoortDossierstap, Stand, Team, Zaaktype
from mijnzaken.berichten.models import Notificatie
from mijnzaken.zaken.models import Zaak
from tests.dossiers import maak_dossier, zet_stap
from tests.fabrieken import REDEN
from tests.fabrieken import zaaktype as bestaand
from tests.mijnzaken.api.catalogi.lijven import (
    CATALOGI,
    WOORD,
    adres,
    besluittype,
    documenttype,
    gemaakt,
    in_catalogus,
    klasse,
    resultaattype,
    zaaktype,
)
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

SOORT = "parkeervergunning-bewoners"


@pytest.fixture
def beheer() -> Systeem:
    return systeem(alles=True)


def schrijver(*scopes: str) -> Systeem:
    """A system that holds these scopes and no other."""
    wie = systeem("beperkt")
    Autorisatie.objects.create(applicatie=wie.applicatie, component="ztc", scopes=["catalogi.lezen", *scopes])
    return wie


def _zaak(van: str) -> dict[str, object]:
    rsin = "002564440"
    return {
        "bronorganisatie": rsin,
        "verantwoordelijkeOrganisatie": rsin,
        "zaaktype": van,
        "startdatum": "2026-03-02",
    }


def test_een_zaaktype_van_een_ander_systeem_is_na_publicatie_te_gebruiken(beheer: Systeem) -> None:
    soort = gemaakt(beheer, "zaaktypen", zaaktype())
    assert soort["concept"] is True
    for nummer, naam in ((1, "Ontvangen"), (2, "Klaar")):
        gemaakt(
            beheer,
            "statustypen",
            {"zaaktype": soort["url"], "omschrijving": naam, "volgnummer": nummer, "statustekst": f"Het is {naam}"},
        )
    gemaakt(
        beheer,
        "roltypen",
        {"zaaktype": soort["url"], "omschrijving": "Organisator", "omschrijvingGeneriek": "initiator"},
    )
    uit = beheer.stuur(f"{soort['url']}/publish", {})
    assert uit.status_code == 200, uit.content
    assert uit.json()["concept"] is False
    zaak = beheer.stuur(f"{ZAKEN}/zaken", _zaak(soort["url"]))
    assert zaak.status_code == 201, zaak.content
    rij = Zaak.objects.systeem(REDEN).get(uuid=zaak.json()["uuid"])
    assert rij.uiterlijke_einddatum is not None
    assert rij.zaaktype.roltypen.get().ziet_zaak


def test_een_zaaktype_hoort_bij_het_team_dat_het_noemt(beheer: Systeem) -> None:
    team = Team.objects.order_by("-pk").first()
    assert team is not None
    gemaakt(beheer, "zaaktypen", zaaktype(verantwoordelijke=team.naam))
    assert Proces.objects.get(identificatie="evenement").team == team


def test_een_zaaktype_noemt_types_met_hun_naam_of_hun_adres(beheer: Systeem) -> None:
    een = gemaakt(beheer, "besluittypen", besluittype(omschrijving="Een"))
    twee = gemaakt(beheer, "besluittypen", besluittype(omschrijving="Twee"))
    ander = bestaand(SOORT)
    soort = gemaakt(
        beheer,
        "zaaktypen",
        zaaktype(
            besluittypen=["Een", twee["url"]],
            deelzaaktypen=["terugbelnotitie"],
            gerelateerdeZaaktypen=[{"zaaktype": SOORT, "aardRelatie": "vervolg", "toelichting": "Parkeren"}],
        ),
    )
    assert set(soort["besluittypen"]) == {een["url"], twee["url"]}
    assert soort["deelzaaktypeIdentificaties"] == ["terugbelnotitie"]
    assert [r["zaaktype"] for r in soort["gerelateerdeZaaktypen"]] == [adres("zaaktypen", ander)]
    anders = beheer.wijzig(soort["url"], {"besluittypen": [twee["url"]], "gerelateerdeZaaktypen": []}).json()
    assert anders["besluittypen"] == [twee["url"]]
    assert anders["gerelateerdeZaaktypen"] == []
    niet = beheer.wijzig(soort["url"], {"besluittypen": ["Drie"], "deelzaaktypen": []})
    assert fouten(niet) == {"besluittypen.0": "does_not_exist"}


def test_wat_een_body_niet_noemt_blijft_en_null_maakt_leeg(beheer: Systeem) -> None:
    soort = gemaakt(beheer, "zaaktypen", zaaktype(servicenorm="P10D", trefwoorden=["feest"]))
    gewijzigd = beheer.wijzig(soort["url"], {"servicenorm": None, "onderwerp": "Feest"}).json()
    assert (gewijzigd["servicenorm"], gewijzigd["onderwerp"]) == (None, "Feest")
    assert gewijzigd["trefwoorden"] == ["feest"]
    assert gewijzigd == soort | {"servicenorm": None, "onderwerp": "Feest"}


def test_een_patch_wordt_net_zo_getoetst_als_een_post(beheer: Systeem) -> None:
    soort = gemaakt(beheer, "zaaktypen", zaaktype())
    gezegd = beheer.wijzig(soort["url"], {"doorlooptijd": "lang", "onderwerp": "x" * 81, "publicatieIndicatie": "ja"})
    assert fouten(gezegd) == {"doorlooptijd": "invalid", "onderwerp": "max_length", "publicatieIndicatie": "invalid"}


def test_elk_deel_van_een_zaaktype_wordt_gemaakt_gewijzigd_en_weggehaald(beheer: Systeem) -> None:
    soort = gemaakt(beheer, "zaaktypen", zaaktype())
    plan = gemaakt(beheer, "informatieobjecttypen", documenttype())
    status = gemaakt(
        beheer,
        "statustypen",
        {
            "zaaktype": soort["url"],
            "omschrijving": "Ontvangen",
            "volgnummer": 1,
            "checklistitemStatustype": [{"itemnaam": "plan", "vraagstelling": "Is er een draaiboek?"}],
        },
    )
    assert status["checklistitemStatustype"] == [
        {"itemnaam": "plan", "vraagstelling": "Is er een draaiboek?", "toelichting": "", "verplicht": False}
    ]
    delen: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        ("statustypen", {"omschrijving": "Klaar", "volgnummer": 2}, {"informeren": True}),
        ("roltypen", {"omschrijving": "Buur", "omschrijvingGeneriek": "belanghebbende"}, {"omschrijving": "Buren"}),
        (
            "eigenschappen",
            {
                "naam": "soort",
                "definitie": "Wat voor evenement",
                "specificatie": {
                    "formaat": "tekst",
                    "lengte": "20",
                    "kardinaliteit": "1",
                    "waardenverzameling": ["markt", "concert"],
                },
                "statustype": status["url"],
            },
            {"definitie": "Het soort evenement"},
        ),
        (
            "zaakobjecttypen",
            {
                "anderObjecttype": False,
                "objecttype": "https://voorbeeld.nl/pand",
                "relatieOmschrijving": "op",
                "catalogus": in_catalogus(),
            },
            {"relatieOmschrijving": "bij"},
        ),
        (
            "zaaktype-informatieobjecttypen",
            {"informatieobjecttype": "Draaiboek", "volgnummer": 1, "richting": "inkomend"},
            {"volgnummer": 2},
        ),
    ]
    for naam, lijf, anders in delen:
        deel = gemaakt(beheer, naam, {"zaaktype": soort["url"], **lijf})
        assert deel["zaaktype"] == soort["url"]
        assert beheer.wijzig(deel["url"], anders).json() == deel | anders, naam
        assert beheer.verwijder(deel["url"]).status_code == 204, naam
        assert beheer.haal(deel["url"]).status_code == 404
    assert beheer.wijzig(status["url"], {"checklistitemStatustype": []}).json()["checklistitemStatustype"] == []
    assert plan["url"] == beheer.haal(plan["url"]).json()["url"]


def test_een_eigenschap_is_meteen_een_veld_van_een_formulier(beheer: Systeem) -> None:
    soort = gemaakt(beheer, "zaaktypen", zaaktype())
    waarden = {"formaat": "tekst", "lengte": "20", "kardinaliteit": "1", "waardenverzameling": ["markt", "concert"]}
    deel = {"zaaktype": soort["url"], "naam": "soort", "definitie": "Wat", "specificatie": waarden}
    gemaakt(beheer, "eigenschappen", deel)
    getal = {"formaat": "getal", "lengte": "4", "kardinaliteit": "1"}
    gemaakt(beheer, "eigenschappen", deel | {"naam": "bezoekers", "specificatie": getal})
    keuze, aantal = Zaaktype.objects.get(uuid=soort["url"].rpartition("/")[2]).gegevens.order_by("pk")
    assert (keuze.soort, keuze.keuzelabels) == ("keuze", {"markt": "markt", "concert": "concert"})
    assert (aantal.soort, aantal.label) == ("getal", "bezoekers")


def test_wat_dubbel_is_of_van_een_ander_wordt_met_de_code_van_de_standaard_geweigerd(beheer: Systeem) -> None:
    soort = gemaakt(beheer, "zaaktypen", zaaktype())
    assert fouten(beheer.stuur(f"{CATALOGI}/zaaktypen", zaaktype())) == {"identificatie": "unique"}
    status = {"zaaktype": soort["url"], "omschrijving": "Ontvangen", "volgnummer": 1}
    gemaakt(beheer, "statustypen", status)
    assert set(fouten(beheer.stuur(f"{CATALOGI}/statustypen", status))) == {"nonFieldErrors"}
    vreemd = bestaand(SOORT).statustypen.first()
    eigenschap = {
        "zaaktype": soort["url"],
        "naam": "soort",
        "definitie": "Wat",
        "specificatie": {"formaat": "tekst", "lengte": "20", "kardinaliteit": "1"},
        "statustype": adres("statustypen", vreemd),
    }
    assert fouten(beheer.stuur(f"{CATALOGI}/eigenschappen", eigenschap)) == {"statustype": "zaaktype-mismatch"}
    anders = beheer.wijzig(soort["url"], {"catalogus": in_catalogus(), "identificatie": "evenementen"})
    assert anders.json()["identificatie"] == "evenementen"
    verhuisd = beheer.wijzig(
        beheer.haal(f"{CATALOGI}/statustypen?status=alles&zaaktype={soort['url']}").json()["results"][0]["url"],
        {"zaaktype": adres("zaaktypen", bestaand(SOORT))},
    )
    assert fouten(verhuisd) == {"zaaktype": "wijzigen-niet-toegelaten"}


def test_verlengen_vraagt_een_termijn(beheer: Systeem) -> None:
    gezegd = beheer.stuur(f"{CATALOGI}/zaaktypen", zaaktype(verlengingMogelijk=True))
    assert fouten(gezegd) == {"verlengingstermijn": "required"}
    assert gemaakt(beheer, "zaaktypen", zaaktype(verlengingMogelijk=True, verlengingstermijn="P14D"))


def test_versies_van_een_zaaktype_gelden_nooit_op_dezelfde_dag(beheer: Systeem) -> None:
    soort = bestaand(SOORT)
    oud = adres("zaaktypen", soort)
    lijf = zaaktype(identificatie=SOORT, beginGeldigheid="2026-06-01")
    assert fouten(beheer.stuur(f"{CATALOGI}/zaaktypen", lijf)) == {"beginGeldigheid": "overlap"}
    assert beheer.wijzig(oud, {"eindeGeldigheid": "2026-06-01"}).status_code == 200
    nieuw = gemaakt(beheer, "zaaktypen", lijf)
    assert beheer.stuur(f"{nieuw['url']}/publish", {}).status_code == 200
    soort.refresh_from_db()
    assert (soort.stand, str(soort.einde_geldigheid)) == (Stand.GEPUBLICEERD, "2026-06-01")
    assert fouten(beheer.wijzig(oud, {"eindeGeldigheid": None})) == {"beginGeldigheid": "overlap"}


def test_wat_een_concept_noemt_komt_niet_uit(beheer: Systeem) -> None:
    gemaakt(beheer, "besluittypen", besluittype())
    soort = gemaakt(beheer, "zaaktypen", zaaktype(besluittypen=["Besluit evenement"]))
    assert fouten(beheer.stuur(f"{soort['url']}/publish", {})) == {"nonFieldErrors": "concept-relation"}
    besluit = adres("besluittypen", Besluittype.objects.get(omschrijving="Besluit evenement"))
    assert beheer.stuur(f"{besluit}/publish", {}).json()["concept"] is False
    assert beheer.stuur(f"{soort['url']}/publish", {}).status_code == 200


def test_een_ander_systeem_publiceert_niet_om_het_aansluitdossier_heen(beheer: Systeem) -> None:
    soort = gemaakt(beheer, "zaaktypen", zaaktype())
    proces = Zaaktype.objects.get(uuid=soort["url"].rsplit("/", 1)[1]).proces
    dossier = maak_dossier(proces, zonder=SoortDossierstap.IB_TOETS)
    geweigerd = beheer.stuur(f"{soort['url']}/publish", {})
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "aansluitdossier")
    assert "IB-toets: nog niet begonnen" in geweigerd.json()["detail"]
    zet_stap(dossier, SoortDossierstap.IB_TOETS)
    assert beheer.stuur(f"{soort['url']}/publish", {}).status_code == 200


def test_twee_versies_van_een_besluittype_gelden_nooit_op_dezelfde_dag(beheer: Systeem) -> None:
    een = gemaakt(beheer, "besluittypen", besluittype())
    assert beheer.stuur(f"{een['url']}/publish", {}).status_code == 200
    twee = gemaakt(beheer, "besluittypen", besluittype(beginGeldigheid="2026-06-01"))
    assert fouten(beheer.stuur(f"{twee['url']}/publish", {})) == {"beginGeldigheid": "overlap"}
    assert beheer.wijzig(een["url"], {"eindeGeldigheid": "2026-06-01"}).status_code == 200
    assert beheer.stuur(f"{twee['url']}/publish", {}).status_code == 200


def test_een_catalogus_wordt_gemaakt_en_gewijzigd(beheer: Systeem) -> None:
    lijf = {"domein": "VTH", "rsin": "002564440", "contactpersoonBeheerNaam": "Bea"}
    gemaakte = gemaakt(beheer, "catalogussen", lijf)
    assert beheer.wijzig(gemaakte["url"], {"naam": "Vergunningen"}).json() == gemaakte | {"naam": "Vergunningen"}
    assert fouten(beheer.stuur(f"{CATALOGI}/catalogussen", lijf | {"rsin": "123456789"})) == {"rsin": "invalid"}
    assert set(fouten(beheer.stuur(f"{CATALOGI}/catalogussen", lijf)).values()) == {"unique"}
    assert Catalogus.objects.count() == 2


def test_elke_schrijfactie_in_de_catalogus_laat_een_spoor_een_notificatie_en_een_logregel(beheer: Systeem) -> None:
    soort = gemaakt(beheer, "zaaktypen", zaaktype())
    status = gemaakt(beheer, "statustypen", {"zaaktype": soort["url"], "omschrijving": "Ontvangen", "volgnummer": 1})
    beheer.stuur(f"{soort['url']}/publish", {})
    assert [(n.kanaal, n.resource, n.actie) for n in Notificatie.objects.order_by("pk")] == [
        ("zaaktypen", "zaaktype", "create"),
        ("zaaktypen", "statustype", "create"),
        ("zaaktypen", "zaaktype", "update"),
    ]
    assert Notificatie.objects.order_by("pk")[1].kenmerken == {"catalogus": in_catalogus()}
    sporen = Wijziging.objects.order_by("pk")
    assert {spoor.hoofdobject for spoor in sporen} == {soort["url"].removeprefix("http://127.0.0.1:8000")}
    assert sporen[1].nieuw["url"] == status["url"]
    regels = Auditregel.objects.filter(client_id=beheer.applicatie.client_id).values_list("handeling", flat=True)
    assert set(regels) == {"zaaktype_versie_maken", "zaaktype_wijzigen", "zaaktype_publiceren"}


def test_een_zaaktype_met_zaken_gaat_niet_weg(beheer: Systeem) -> None:
    soort = bestaand(SOORT)
    zaak = beheer.stuur(f"{ZAKEN}/zaken", _zaak(adres("zaaktypen", soort)))
    assert zaak.status_code == 201, zaak.content
    assert beheer.verwijder(adres("zaaktypen", soort)).status_code == 409
    assert Zaaktype.objects.filter(pk=soort.pk).exists()


def test_een_concept_gaat_weg_met_wat_erbij_hoort_en_laat_geen_leeg_proces_achter(beheer: Systeem) -> None:
    soort = gemaakt(beheer, "zaaktypen", zaaktype())
    gemaakt(beheer, "resultaattypen", resultaattype(soort["url"], klasse("8.1")) | _bekend_woord())
    assert beheer.verwijder(soort["url"]).status_code == 204
    assert not Proces.objects.filter(identificatie="evenement").exists()
    assert not Resultaattype.objects.filter(omschrijving="Akkoord").exists()


def _bekend_woord() -> dict[str, object]:
    """A generic description that our catalogue uses already, so that nobody has to be asked."""
    Resultaattype.objects.filter(zaaktype=bestaand(SOORT)).update(
        resultaattypeomschrijving=WOORD, omschrijving_generiek="Verleend"
    )
    return {}


@pytest.mark.parametrize(
    ("soort", "scope"),
    [
        ("zaaktypen", "catalogi.schrijven"),
        ("besluittypen", "catalogi.schrijven"),
        ("informatieobjecttypen", "catalogi.schrijven"),
        ("catalogussen", "catalogi.schrijven"),
    ],
)
def test_zonder_de_scope_schrijft_niemand(soort: str, scope: str) -> None:
    lijven: dict[str, Any] = {
        "zaaktypen": zaaktype(),
        "besluittypen": besluittype(),
        "informatieobjecttypen": documenttype(),
        "catalogussen": {"domein": "VTH", "rsin": "002564440", "contactpersoonBeheerNaam": "Bea"},
    }
    wie = schrijver()
    assert wie.stuur(f"{CATALOGI}/{soort}", lijven[soort]).status_code == 403
    Autorisatie.objects.create(applicatie=wie.applicatie, component="ztc", scopes=[scope])
    assert wie.stuur(f"{CATALOGI}/{soort}", lijven[soort]).status_code == 201
