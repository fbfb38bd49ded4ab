"""Documents, things and decisions of a zaak over the API, and who changed what of it."""

from typing import Any

import pytest
from django.test import Client

from mijnzaken.berichten.models import Bericht
from mijnzaken.documenten.models import Document, ObjectInformatieobject
from mijnzaken.zaken.aanmaken import koppel_document
from mijnzaken.zaken.models import Zaakobject
from tests.fabrieken import REDEN, dien_in, partij, registreer, zaaktype
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, fouten, mag, systeem
from tests.mijnzaken.api.zaken.wereld import (
    CATALOGI,
    EXTERN,
    SOORT,
    adres,
    document_bij,
    document_van,
    maak,
    rij_van,
    sluit,
    statustypen,
    zet,
)
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

DOCUMENTEN = "http://127.0.0.1:8000/documenten/api/v1/enkelvoudiginformatieobjecten"


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


def koppel(wie: Systeem, zaak: str, document: Document, **meer: Any) -> Any:
    inhoud = {"zaak": zaak, "informatieobject": f"{DOCUMENTEN}/{document.uuid}", **meer}
    return wie.stuur(f"{ZAKEN}/zaakinformatieobjecten", inhoud)


# -- documents ---------------------------------------------------------------------------------------------------------


def test_zrc_004_een_document_hoort_bij_de_zaak_vanaf_nu(vth: Systeem) -> None:
    zaak, document = maak(vth), document_van(SOORT)
    gemaakt = koppel(vth, zaak["url"], document, titel="Brief", registratiedatum="2020-01-01T00:00:00Z")
    assert gemaakt.status_code == 201, gemaakt.content
    rij = gemaakt.json()
    assert rij["aardRelatieWeergave"] == "Hoort bij, omgekeerd: kent"
    assert rij["registratiedatum"] == "2026-03-02T09:00:00Z"
    assert vth.haal(rij["url"]).json() == rij
    assert vth.haal(zaak["url"]).json()["zaakinformatieobjecten"] == [rij["url"]]
    assert vth.haal(f"{ZAKEN}/zaakinformatieobjecten?informatieobject={rij['informatieobject']}").json() == [rij]
    assert vth.wijzig(rij["url"], {"beschrijving": "Nieuw"}).json() == rij | {"beschrijving": "Nieuw"}
    ander = {"informatieobject": f"{DOCUMENTEN}/{document_van(SOORT).uuid}"}
    assert fouten(vth.wijzig(rij["url"], ander)) == {"informatieobject": "wijzigen-niet-toegelaten"}
    assert fouten(vth.wijzig(rij["url"], {"zaak": maak(vth)["url"]})) == {"zaak": "wijzigen-niet-toegelaten"}


def test_zrc_003_het_document_bestaat(vth: Systeem) -> None:
    zaak = maak(vth)
    document = document_van(SOORT)
    assert koppel(vth, zaak["url"], document).status_code == 201
    assert fouten(koppel(vth, zaak["url"], document)) == {"nonFieldErrors": "unique"}
    document.uuid = rij_van(zaak).uuid
    assert fouten(koppel(vth, zaak["url"], document)) == {"informatieobject": "bad-url"}
    geen = {"zaak": zaak["url"], "informatieobject": zaak["url"]}
    assert fouten(vth.stuur(f"{ZAKEN}/zaakinformatieobjecten", geen)) == {"informatieobject": "invalid-resource"}


def test_zrc_005_de_relatie_staat_ook_bij_het_document(vth: Systeem) -> None:
    zaak, document = maak(vth), document_van(SOORT)
    rij = koppel(vth, zaak["url"], document).json()
    spiegel = ObjectInformatieobject.objects.systeem(REDEN).filter(document=document)
    assert [(o.object_type, str(o.object_uuid)) for o in spiegel.all()] == [("zaak", zaak["uuid"])]
    assert vth.verwijder(rij["url"]).status_code == 204
    assert not spiegel.exists()
    assert Document.objects.systeem(REDEN).filter(pk=document.pk).exists()
    assert vth.haal(rij["url"]).status_code == 404


def test_zrc_005_ook_wat_in_het_portaal_wordt_gemaakt(vth: Systeem) -> None:
    zaak = dien_in("anna")
    lijst = vth.haal(f"{ZAKEN}/zaakinformatieobjecten?zaak={adres(zaak)}").json()
    assert lijst
    gespiegeld = ObjectInformatieobject.objects.systeem(REDEN).filter(object_uuid=zaak.uuid)
    assert gespiegeld.count() == len(lijst)


def test_zrc_017_het_informatieobjecttype_hoort_bij_het_zaaktype(vth: Systeem) -> None:
    vreemd = document_bij(registreer("anna", SOORT))  # of a type that no zaaktype names
    assert fouten(koppel(vth, maak(vth)["url"], vreemd)) == {
        "nonFieldErrors": "missing-zaaktype-informatieobjecttype-relation"
    }


def test_een_document_komt_met_zijn_eigen_vlag_bij_de_inwoner(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    anna = als(Client(), partij("anna"))
    voor = Bericht.objects.systeem(REDEN).count()
    verborgen = document_van(SOORT, titel="Intern stuk", zichtbaar_voor_inwoner=False)
    koppel(vth, adres(zaak), verborgen)
    assert Bericht.objects.systeem(REDEN).count() == voor
    koppel(vth, adres(zaak), document_van(SOORT, titel="Voor u", zichtbaar_voor_inwoner=True))
    assert Bericht.objects.systeem(REDEN).count() > voor
    pagina = anna.get(f"/mijn/zaken/{zaak.uuid}/").content.decode()
    assert "Voor u" in pagina
    assert "Intern stuk" not in pagina


def test_gevaar_2_een_document_van_een_ander_hangt_niemand_elders_op(vth: Systeem) -> None:
    document = document_van("subsidie-verkeerslawaai")
    document.informatieobjecttype = document_van(SOORT).informatieobjecttype
    document.save(update_fields=["informatieobjecttype"])
    geheim = maak(vth, "subsidie-verkeerslawaai")
    koppel_document(rij_van(geheim), document)
    ander = mag(systeem("ander"), SOORT, "zaken.bijwerken", "zaken.aanmaken", "zaken.lezen")
    assert fouten(koppel(ander, maak(ander)["url"], document)) == {"informatieobject": "bad-url"}


def test_de_scopes_van_een_koppeling(vth: Systeem) -> None:
    zaak = maak(vth)
    mogen = {
        "zaken.aanmaken": (201, 403, 403),
        "zaken.bijwerken": (201, 200, 204),
        "zaken.geforceerd-bijwerken": (201, 200, 204),
        "zaken.verwijderen": (403, 403, 204),
        "zaken.lezen": (403, 403, 403),
    }
    for scope, (maken, wijzigen, weg) in mogen.items():
        wie = mag(systeem(scope.replace(".", "-")), SOORT, scope)
        assert koppel(wie, zaak["url"], document_van(SOORT)).status_code == maken, scope
        rij = koppel(vth, zaak["url"], document_van(SOORT)).json()
        assert wie.wijzig(rij["url"], {"titel": "x"}).status_code == wijzigen, scope
        assert wie.verwijder(rij["url"]).status_code == weg, scope


def test_een_koppeling_noemt_een_status_van_haar_zaak(vth: Systeem) -> None:
    zaak, ander = maak(vth), maak(vth)
    status = zet(vth, zaak, statustypen()[0]).json()
    rij = koppel(vth, zaak["url"], document_van(SOORT), status=status["url"]).json()
    assert vth.haal(status["url"]).json()["zaakinformatieobjecten"] == [rij["url"]]
    vreemd = koppel(vth, ander["url"], document_van(SOORT), status=status["url"])
    assert fouten(vreemd) == {"status": "zaak-mismatch"}


# -- objects -----------------------------------------------------------------------------------------------------------

OBJECTEN: dict[str, dict[str, Any]] = {
    "adres": {"identificatie": "1", "wplWoonplaatsNaam": "A", "gorOpenbareRuimteNaam": "B", "huisnummer": 1},
    "buurt": {"buurtCode": "1", "buurtNaam": "A", "gemGemeenteCode": "1", "wykWijkCode": "1"},
    "gemeente": {"gemeenteNaam": "Demostad", "gemeenteCode": "1234"},
    "kadastrale_onroerende_zaak": {"kadastraleIdentificatie": "1", "kadastraleAanduiding": "A 1"},
    "medewerker": {"identificatie": "jan"},
    "natuurlijk_persoon": {"anpIdentificatie": "12"},
    "niet_natuurlijk_persoon": {"innNnpId": "002564440"},
    "organisatorische_eenheid": {"identificatie": "OE"},
    "overige": {"overigeData": {"kenteken": "K-1"}},
    "pand": {"identificatie": "1"},
    "vestiging": {"vestigingsNummer": "1"},
    "wijk": {"wijkCode": "1", "wijkNaam": "A", "gemGemeenteCode": "1"},
    "woz_waarde": {"waardepeildatum": "20260101"},
    "zakelijk_recht": {"identificatie": "1", "avgAard": "recht"},
}


def hang_aan(wie: Systeem, zaak: dict[str, Any], soort: str, identificatie: Any, **meer: Any) -> Any:
    inhoud = {"zaak": zaak["url"], "objectType": soort, "objectIdentificatie": identificatie, **meer}
    if soort == "overige":
        inhoud = {"objectTypeOverige": "voertuig"} | inhoud
    return wie.stuur(f"{ZAKEN}/zaakobjecten", inhoud)


@pytest.mark.parametrize("soort", OBJECTEN)
def test_elk_soort_object_wordt_gelezen_zoals_geschreven(vth: Systeem, soort: str) -> None:
    zaak = maak(vth)
    gemaakt = hang_aan(vth, zaak, soort, OBJECTEN[soort], relatieomschrijving="gaat over")
    assert gemaakt.status_code == 201, gemaakt.content
    rij = vth.haal(gemaakt.json()["url"]).json()
    assert rij == gemaakt.json()
    assert {naam: rij["objectIdentificatie"][naam] for naam in OBJECTEN[soort]} == OBJECTEN[soort]
    assert vth.haal(f"{ZAKEN}/zaakobjecten?objectType={soort}&zaak={zaak['url']}").json()["results"] == [rij]
    assert vth.haal(zaak["url"]).json()["zaakobjecten"] == [rij["url"]]
    gewijzigd = vth.wijzig(rij["url"], {"relatieomschrijving": "ging over"}).json()
    assert gewijzigd == rij | {"relatieomschrijving": "ging over"}
    assert vth.verwijder(rij["url"]).status_code == 204
    assert vth.haal(rij["url"]).status_code == 404


def test_een_bsn_in_een_object_staat_alleen_versleuteld(vth: Systeem) -> None:
    geheim = partij("anna").bsn
    bsn = geheim.tonen()  # type: ignore[union-attr,attr-defined]
    recht = {"identificatie": "1", "avgAard": "recht", "heeftAlsGerechtigde": {"natuurlijkPersoon": {"inpBsn": bsn}}}
    rij = hang_aan(vth, maak(vth), "zakelijk_recht", recht).json()
    assert rij["objectIdentificatie"]["heeftAlsGerechtigde"]["natuurlijkPersoon"]["inpBsn"] == bsn
    bewaard = Zaakobject.objects.systeem(REDEN).get(uuid=rij["uuid"])
    assert bewaard.object_identificatie == {}
    assert bsn not in str(vars(bewaard))


def test_personen_heten_ook_betrokkene_identificatie(vth: Systeem) -> None:
    inhoud = {"zaak": maak(vth)["url"], "objectType": "medewerker", "betrokkeneIdentificatie": {"identificatie": "x"}}
    rij = vth.stuur(f"{ZAKEN}/zaakobjecten", inhoud).json()
    assert rij["objectIdentificatie"] == rij["betrokkeneIdentificatie"]
    assert rij["objectIdentificatie"]["identificatie"] == "x"


def test_wat_niet_klopt_aan_een_object_wordt_gezegd(vth: Systeem) -> None:
    zaak = maak(vth)
    assert fouten(hang_aan(vth, zaak, "adres", {})) == {
        f"objectIdentificatie.{n}": "required" for n in OBJECTEN["adres"]
    }
    kaal = {"zaak": zaak["url"], "objectType": "adres"}
    assert fouten(vth.stuur(f"{ZAKEN}/zaakobjecten", kaal)) == {"nonFieldErrors": "invalid-zaakobject"}
    overig = hang_aan(vth, zaak, "pand", {"identificatie": "1"}, objectTypeOverige="voertuig")
    assert fouten(overig) == {"objectTypeOverige": "invalid-object-type-overige-usage"}
    zonder = hang_aan(vth, zaak, "overige", {"overigeData": {}}, objectTypeOverige="")
    assert fouten(zonder) == {"objectTypeOverige": "missing-object-type-overige"}
    weg = kaal | {"object": f"{adres(rij_van(zaak))[:-1]}x"}
    assert fouten(vth.stuur(f"{ZAKEN}/zaakobjecten", weg)) == {"object": "bad-url"}
    hier = vth.stuur(f"{ZAKEN}/zaakobjecten", kaal | {"object": zaak["url"]})
    assert hier.status_code == 201
    assert fouten(vth.wijzig(hier.json()["url"], {"objectType": "pand"})) == {"objectType": "wijzigen-niet-toegelaten"}


def test_het_zaakobjecttype_hoort_bij_het_zaaktype(vth: Systeem) -> None:
    soort = zaaktype(EXTERN).zaakobjecttypen.create(objecttype="pand", relatie_omschrijving="gaat over")
    eigen = zaaktype(SOORT).zaakobjecttypen.create(objecttype="pand", relatie_omschrijving="gaat over")
    zaak = maak(vth)
    wijzen = {s.pk: f"{CATALOGI}/zaakobjecttypen/{s.uuid}" for s in (soort, eigen)}
    fout = hang_aan(vth, zaak, "pand", {"identificatie": "1"}, zaakobjecttype=wijzen[soort.pk])
    assert fouten(fout) == {"nonFieldErrors": "zaaktype-mismatch"}
    goed = hang_aan(vth, zaak, "pand", {"identificatie": "1"}, zaakobjecttype=wijzen[eigen.pk])
    assert goed.json()["zaakobjecttype"] == wijzen[eigen.pk]


def test_een_gesloten_zaak_laat_niets_meer_koppelen_zonder_geforceerd_bijwerken(vth: Systeem) -> None:
    zaak = maak(vth)
    rij = hang_aan(vth, zaak, "pand", {"identificatie": "1"}).json()
    sluit(vth, zaak)
    gewoon = mag(systeem("gewoon"), SOORT, "zaken.bijwerken", "zaken.aanmaken", "zaken.verwijderen")
    assert hang_aan(gewoon, zaak, "pand", {"identificatie": "2"}).status_code == 403
    assert koppel(gewoon, zaak["url"], document_van(SOORT)).status_code == 403
    assert gewoon.wijzig(rij["url"], {"relatieomschrijving": "x"}).status_code == 403
    assert gewoon.verwijder(rij["url"]).status_code == 403
    geforceerd = mag(systeem("geforceerd"), SOORT, "zaken.geforceerd-bijwerken")
    assert hang_aan(geforceerd, zaak, "pand", {"identificatie": "2"}).status_code == 201
    assert geforceerd.verwijder(rij["url"]).status_code == 204


# -- decisions, and the trail ------------------------------------------------------------------------------------------


def test_de_besluiten_van_een_zaak(vth: Systeem) -> None:
    zaak, ander = registreer("anna", SOORT), registreer("bram", SOORT)
    soort = zaak.zaaktype.besluitmomenten.select_related("besluittype").first().besluittype
    besluit = zaak.besluiten.create(
        identificatie="B1",
        verantwoordelijke_organisatie="002564440",
        besluittype=soort,
        datum="2026-03-02",
        ingangsdatum="2026-03-02",
    )
    lijst = vth.haal(f"{adres(zaak)}/besluiten").json()
    assert [r["besluit"] for r in lijst] == [f"http://127.0.0.1:8000/besluiten/api/v1/besluiten/{besluit.uuid}"]
    assert vth.haal(lijst[0]["url"]).json() == lijst[0]
    assert vth.haal(f"{adres(ander)}/besluiten").json() == []
    noem = {"besluit": lijst[0]["besluit"]}
    assert vth.stuur(f"{adres(zaak)}/besluiten", noem).status_code == 201
    assert fouten(vth.stuur(f"{adres(ander)}/besluiten", noem)) == {"besluit": "inconsistent-relation"}
    assert fouten(vth.verwijder(lijst[0]["url"])) == {"besluit": "inconsistent-relation"}


def test_het_audittrail_van_een_zaak(vth: Systeem) -> None:
    zaak, ander = maak(vth), maak(vth)
    vth.wijzig(zaak["url"], {"omschrijving": "Nieuw"}, X_Audit_Toelichting="omdat")
    zet(vth, zaak, statustypen()[0])
    lezer = mag(systeem("controleur"), SOORT, "audittrails.lezen")
    regels = lezer.haal(f"{zaak['url']}/audittrail").json()
    assert [(r["resource"], r["actie"]) for r in regels] == [
        ("zaak", "create"),
        ("zaak", "partial_update"),
        ("status", "create"),
    ]
    assert {r["hoofdObject"] for r in regels} == {zaak["url"]}
    assert regels[1]["wijzigingen"]["oud"]["omschrijving"] == ""
    assert regels[1]["wijzigingen"]["nieuw"]["omschrijving"] == "Nieuw"
    assert (regels[1]["toelichting"], regels[1]["applicatieId"]) == ("omdat", "vth")
    een = f"{zaak['url']}/audittrail/{regels[0]['uuid']}"
    assert lezer.haal(een).json() == regels[0]
    assert lezer.haal(een.replace(zaak["uuid"], ander["uuid"])).status_code == 404
    assert mag(systeem("lezer"), SOORT, "zaken.lezen").haal(f"{zaak['url']}/audittrail").status_code == 403
    vreemd = mag(systeem("vreemd"), "terugbelnotitie", "audittrails.lezen")
    assert vreemd.haal(f"{zaak['url']}/audittrail").status_code in (403, 404)
    assert vreemd.haal(een).status_code in (403, 404)
