"""The rules of the standard for the zaak itself: zrc-001, 002, 006, 009 to 015, 022 and 023; and every scope."""

from typing import Any

import pytest

from catalogus import versies
from catalogus.models import Zaaktype
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.documenten.models import Document
from mijnzaken.zaken.models import Rol, Zaak
from tests.fabrieken import REDEN, zaaktype
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, adres_van, fouten, mag, systeem
from tests.mijnzaken.api.zaken.wereld import EXTERN, SOORT, document_bij, lijf, maak, rij_van, rol, sluit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

NIEMAND = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


def geweigerd(wie: Systeem, **meer: Any) -> dict[str, str]:
    return fouten(wie.stuur(f"{ZAKEN}/zaken", lijf(**meer)))


def test_zrc_001_het_zaaktype_bestaat_is_er_een_en_is_gepubliceerd(vth: Systeem) -> None:
    nergens = adres_van(zaaktype(SOORT)).replace(str(zaaktype(SOORT).uuid), NIEMAND)
    assert geweigerd(vth, zaaktype=nergens) == {"zaaktype": "bad-url"}
    statustype = zaaktype(SOORT).statustypen.first()
    assert statustype is not None
    andere_soort = f"http://127.0.0.1:8000/catalogi/api/v1/statustypen/{statustype.uuid}"
    assert geweigerd(vth, zaaktype=andere_soort) == {"zaaktype": "invalid-resource"}
    concept = versies.kopieer(zaaktype(SOORT), auteur_id=None)
    assert geweigerd(vth, zaaktype=adres_van(concept)) == {"zaaktype": "not-published"}


def test_zrc_002_de_identificatie_is_uniek_per_bronorganisatie(vth: Systeem) -> None:
    zaak = maak(vth, identificatie="Z-1")
    assert zaak["identificatie"] == "Z-1"
    assert geweigerd(vth, identificatie="Z-1") == {"identificatie": "identificatie-niet-uniek"}
    assert maak(vth, identificatie="Z-1", bronorganisatie="111222333")["identificatie"] == "Z-1"
    zonder = maak(vth)
    assert zonder["identificatie"] == rij_van(zonder).nummer
    assert fouten(vth.wijzig(zaak["url"], {"identificatie": "Z-2"})) == {"identificatie": "wijzigen-niet-toegelaten"}


def test_zrc_006_wat_een_systeem_mag_zien_wordt_aan_de_bron_gesmald(vth: Systeem) -> None:
    open_ = maak(vth, vertrouwelijkheidaanduiding="openbaar")
    geheim = maak(vth, vertrouwelijkheidaanduiding="geheim")
    ander = maak(vth, EXTERN, vertrouwelijkheidaanduiding="openbaar")
    lezer = mag(systeem("lezer"), SOORT, "zaken.lezen", tot="intern")
    lijst = lezer.haal(f"{ZAKEN}/zaken").json()
    assert (lijst["count"], [z["url"] for z in lijst["results"]]) == (1, [open_["url"]])
    for zaak, status in ((open_, 200), (geheim, 403), (ander, 403)):
        assert lezer.haal(zaak["url"]).status_code == status
        assert lezer.haal(f"{zaak['url']}/zaakeigenschappen").status_code == status


def test_zrc_009_de_vertrouwelijkheid_is_gegeven_of_die_van_het_zaaktype(vth: Systeem) -> None:
    assert maak(vth)["vertrouwelijkheidaanduiding"] == naar_zgw(zaaktype(SOORT).vertrouwelijkheidaanduiding)
    assert maak(vth, vertrouwelijkheidaanduiding="geheim")["vertrouwelijkheidaanduiding"] == "geheim"


def test_zrc_010_het_communicatiekanaal_bestaat(vth: Systeem) -> None:
    assert geweigerd(vth, communicatiekanaal="http://nergens.example/1") == {"communicatiekanaal": "bad-url"}


def test_zrc_011_een_relevante_andere_zaak_bestaat_en_de_fout_noemt_welke(vth: Systeem) -> None:
    ander = maak(vth)
    goed = {"url": ander["url"], "aardRelatie": "vervolg"}
    fout = {"url": ander["url"].replace(ander["uuid"], NIEMAND), "aardRelatie": "vervolg"}
    assert maak(vth, relevanteAndereZaken=[goed])["relevanteAndereZaken"] == [goed]
    assert geweigerd(vth, relevanteAndereZaken=[goed, fout]) == {"relevanteAndereZaken.1": "bad-url"}


def test_zrc_012_groepen_mogen_leeg_zijn_en_worden_genest_beantwoord(vth: Systeem) -> None:
    zaak = maak(vth, verlenging=None, opschorting=None)
    assert zaak["verlenging"] is None
    assert zaak["opschorting"] == {"indicatie": False, "reden": ""}
    groepen = {
        "verlenging": {"reden": "Druk", "duur": "P5D"},
        "opschorting": {"indicatie": True, "reden": "Wij wachten"},
    }
    gewijzigd = vth.wijzig(zaak["url"], groepen).json()
    assert {naam: gewijzigd[naam] for naam in groepen} == groepen
    assert geweigerd(vth, verlenging={"reden": "Druk"}) == {"verlenging.duur": "required"}


def test_zrc_013_een_deelzaak_heeft_geen_deelzaken_en_is_niet_haar_eigen_hoofdzaak(vth: Systeem) -> None:
    hoofd = maak(vth)
    deel = maak(vth, hoofdzaak=hoofd["url"])
    assert deel["hoofdzaak"] == hoofd["url"]
    assert vth.haal(hoofd["url"]).json()["deelzaken"] == [deel["url"]]
    assert geweigerd(vth, hoofdzaak=deel["url"]) == {"hoofdzaak": "deelzaak-als-hoofdzaak"}
    assert fouten(vth.wijzig(hoofd["url"], {"hoofdzaak": hoofd["url"]})) == {"hoofdzaak": "self-relation"}
    ander = maak(vth)
    assert fouten(vth.wijzig(hoofd["url"], {"hoofdzaak": ander["url"]})) == {"hoofdzaak": "deelzaak-als-hoofdzaak"}


def test_zrc_014_geen_kosten_en_een_betaaldatum_gaan_niet_samen(vth: Systeem) -> None:
    betaald = "2026-03-01T10:00:00Z"
    assert geweigerd(vth, betalingsindicatie="nvt", laatsteBetaaldatum=betaald) == {
        "laatsteBetaaldatum": "betaling-nvt"
    }
    zaak = maak(vth, betalingsindicatie="geheel", laatsteBetaaldatum=betaald)
    assert zaak["laatsteBetaaldatum"] == betaald
    gewijzigd = vth.wijzig(zaak["url"], {"betalingsindicatie": "nvt"}).json()
    assert (gewijzigd["betalingsindicatie"], gewijzigd["laatsteBetaaldatum"]) == ("nvt", None)


def test_zrc_015_producten_zijn_die_van_het_zaaktype(vth: Systeem) -> None:
    product = "http://elders.example/producten/1"
    assert geweigerd(vth, productenOfDiensten=[product]) == {"productenOfDiensten": "invalid-products-services"}
    Zaaktype.objects.filter(pk=zaaktype(SOORT).pk).update(producten_of_diensten=[product])
    assert maak(vth, productenOfDiensten=[product])["productenOfDiensten"] == [product]


def test_zrc_022_archiveren_vraagt_gearchiveerde_documenten_en_een_datum(vth: Systeem) -> None:
    zaak = sluit(vth, maak(vth), brondatum_afleidingswijze="afgehandeld", archiefnominatie="vernietigen")
    document = document_bij(rij_van(zaak))
    archiveer = {"archiefstatus": "gearchiveerd"}
    assert fouten(vth.wijzig(zaak["url"], archiveer)) == {"archiefstatus": "documents-not-archived"}
    Document.objects.systeem(REDEN).filter(pk=document.pk).update(status="gearchiveerd")
    leeg = vth.wijzig(zaak["url"], archiveer | {"archiefactiedatum": None})
    assert fouten(leeg) == {"archiefactiedatum": "archiefactiedatum-not-set"}
    geen = vth.wijzig(zaak["url"], archiveer | {"archiefnominatie": None})
    assert fouten(geen) == {"archiefnominatie": "archiefnominatie-not-set"}
    assert vth.wijzig(zaak["url"], archiveer).json()["archiefstatus"] == "gearchiveerd"


def test_zrc_023_verwijderen_neemt_alles_mee_wat_erbij_hoort(vth: Systeem) -> None:
    hoofd = maak(vth)
    deel = maak(vth, hoofdzaak=hoofd["url"])
    vth.stuur(f"{ZAKEN}/rollen", rol(deel, "medewerker", identificatie="jan"))
    assert vth.verwijder(hoofd["url"]).status_code == 204
    assert not Zaak.objects.systeem(REDEN).filter(uuid__in=[hoofd["uuid"], deel["uuid"]]).exists()
    assert not Rol.objects.systeem(REDEN).filter(zaak__uuid=deel["uuid"]).exists()
    assert vth.haal(deel["url"]).status_code == 404


# -- one for every scope -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scope", "mogelijk"),
    [
        ("zaken.aanmaken", {"maken"}),
        ("zaken.lezen", {"lezen"}),
        ("zaken.bijwerken", {"wijzigen"}),
        ("zaken.geforceerd-bijwerken", {"wijzigen"}),
        ("zaken.verwijderen", {"verwijderen"}),
        ("zaken.statussen.toevoegen", set()),
        ("zaken.heropenen", set()),
        ("audittrails.lezen", {"nalezen"}),
    ],
)
def test_elke_scope_geeft_wat_de_standaard_ervan_zegt(vth: Systeem, scope: str, mogelijk: set[str]) -> None:
    zaak, wie = maak(vth), mag(systeem("wie"), SOORT, scope)
    gedaan = {
        "maken": wie.stuur(f"{ZAKEN}/zaken", lijf()).status_code == 201,
        "lezen": wie.haal(zaak["url"]).status_code == 200,
        "nalezen": wie.haal(f"{zaak['url']}/audittrail").status_code == 200,
        "wijzigen": wie.wijzig(zaak["url"], {"omschrijving": "x"}).status_code == 200,
        "verwijderen": wie.verwijder(zaak["url"]).status_code == 204,
    }
    assert {naam for naam, ja in gedaan.items() if ja} == mogelijk
    buiten = maak(vth, EXTERN)
    assert wie.haal(buiten["url"]).status_code == 403
    assert wie.wijzig(buiten["url"], {"omschrijving": "x"}).status_code == 403
    assert wie.verwijder(buiten["url"]).status_code == 403
