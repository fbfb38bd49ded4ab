"""The screens of shielding: on the page of a zaak, and at the desk of the privacy officer."""

from datetime import timedelta

import pytest
from django.urls import reverse

from catalogus import klok
from mijnzaken.zaken.handelingen.afschermen import afschermen
from mijnzaken.zaken.models import PartijAfscherming, Zaak, ZaakAfscherming, ZaakToegang
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import REDEN, gebruiker, medewerker, partij, registreer, ververs

SUBSIDIE = "subsidie-verkeerslawaai"
WAAROM = "De aanvrager wordt bedreigd door een kennis."


def pad(zaak: Zaak, naam: str) -> str:
    return reverse("zaak_handeling", args=[zaak.nummer, naam])


def over(dagen: int) -> str:
    return (klok.vandaag() + timedelta(days=dagen)).isoformat()


def scherm_af(zaak: Zaak, *namen: str) -> ZaakAfscherming:
    rij: ZaakAfscherming = afschermen(
        medewerker("sanne"),
        zaak,
        reden=WAAROM,
        genoemden=[gebruiker(naam) for naam in namen],
        toegang_tot=klok.vandaag() + timedelta(days=30),
    )
    return rij


def test_afschermen_van_de_pagina_brengt_wie_niet_genoemd_is_naar_de_lijst(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    client = ingelogd("tess")
    velden = {"reden": WAAROM, "toegang_tot": over(30), "gezien_versie": ververs(zaak).versie}
    leeg = client.post(pad(zaak, "afschermen"), velden)
    assert leeg.status_code == 422
    assert WAAROM in leeg.content.decode()
    antwoord = client.post(pad(zaak, "afschermen"), velden | {"genoemden": [gebruiker("karim").pk]})
    assert antwoord["Location"] == reverse("zaken")
    assert client.get(reverse("zaak", args=[zaak.nummer])).status_code == 404


def test_een_genoemde_ziet_reden_einde_en_wie_er_nog_meer_bij_kan(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    scherm_af(zaak, "tess", "karim")
    pagina = ingelogd("karim").get(reverse("zaak", args=[zaak.nummer])).content.decode()
    for deel in ("Deze zaak is afgeschermd", WAAROM, "U kunt erbij", "tot en met", "T. van der Meer"):
        assert deel in pagina, deel
    assert "Afscherming opheffen" not in pagina  # he is named, and no team lead
    assert "Afscherming opheffen" in ingelogd("tess").get(reverse("zaak", args=[zaak.nummer])).content.decode()


def test_de_teamleider_geeft_toegang_trekt_haar_in_en_heft_op(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    scherm_af(zaak, "tess")
    client = ingelogd("tess")
    fout = client.post(pad(zaak, "toegang_verlenen"), {"gebruiker": gebruiker("karim").pk, "toegang_tot": over(999)})
    assert fout.status_code == 422
    velden = {"gebruiker": gebruiker("karim").pk, "toegang_tot": over(10), "reden": "Hij meet het geluid."}
    assert client.post(pad(zaak, "toegang_verlenen"), velden).status_code == 302
    toegang = ZaakToegang.objects.get(user=gebruiker("karim"))
    assert ingelogd("karim").get(reverse("zaak", args=[zaak.nummer])).status_code == 200
    assert client.get(f"{pad(zaak, 'toegang_intrekken')}?toegang={toegang.pk}").status_code == 200
    assert client.post(pad(zaak, "toegang_intrekken"), {"toegang": toegang.pk}).status_code == 302
    assert ingelogd("karim").get(reverse("zaak", args=[zaak.nummer])).status_code == 404
    assert client.post(pad(zaak, "toegang_intrekken"), {"toegang": 2**40}).status_code == 404
    assert client.post(pad(zaak, "afscherming_opheffen"), {"reden": "Voorbij."}).status_code == 302
    assert ingelogd("sanne").get(reverse("zaak", args=[zaak.nummer])).status_code == 200


def test_de_teamleider_schermt_een_betrokkene_af(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    client = ingelogd("tess")
    anna = partij("anna")
    assert f"?partij={anna.uuid}" in client.get(reverse("zaak", args=[zaak.nummer])).content.decode()
    velden = {"partij": anna.uuid, "reden": WAAROM, "toegang_tot": over(30), "genoemden": [gebruiker("karim").pk]}
    vreemd = client.post(pad(zaak, "partij_afschermen"), velden | {"partij": partij("bram").uuid})
    assert vreemd.status_code == 404
    assert client.post(pad(zaak, "partij_afschermen"), velden)["Location"] == reverse("zaken")
    assert ververs(zaak).afgeschermd
    assert "is zelf afgeschermd" in ingelogd("karim").get(reverse("zaak", args=[zaak.nummer])).content.decode()


def test_de_functionaris_ziet_alles_wat_afgeschermd_is_en_beheert_het(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    rij = scherm_af(zaak, "karim")
    client = ingelogd("fleur")
    overzicht = client.get(reverse("beheer_afschermingen")).content.decode()
    assert zaak.nummer in overzicht
    assert "loopt binnenkort af" not in overzicht
    adres = reverse("beheer_afscherming", args=["zaak", rij.uuid])
    assert client.get(reverse("zaak", args=[zaak.nummer])).status_code == 404  # she opens nothing herself
    velden = {"actie": "verlenen", "gebruikersnaam": "bestaat-niet", "toegang_tot": over(5), "reden": "Karim is ziek."}
    fout = client.post(adres, velden)
    assert fout.status_code == 422
    assert "Karim is ziek." in fout.content.decode()
    assert client.post(adres, velden | {"gebruikersnaam": "tess"}).status_code == 302
    toegang = ZaakToegang.objects.get(user=gebruiker("karim"))
    assert client.post(adres, {"actie": "intrekken", "toegang": toegang.pk}).status_code == 302
    laatste = client.post(adres, {"actie": "intrekken", "toegang": ZaakToegang.objects.get(user=gebruiker("tess")).pk})
    assert laatste.status_code == 422
    assert "laatste" in laatste.content.decode()
    assert "loopt binnenkort af" in client.get(reverse("beheer_afschermingen")).content.decode()
    ZaakToegang.objects.update(geldig_tot=klok.nu())  # all ended by themselves
    assert "niemand kan erbij" in client.get(reverse("beheer_afschermingen")).content.decode()
    assert client.post(adres, {"actie": "opheffen", "reden": "Voorbij."}).status_code == 302
    assert not ververs(zaak).afgeschermd
    assert client.post(adres, {"actie": "anders"}).status_code == 404


def test_de_functionaris_schermt_iemand_af_op_nummer_en_een_onbekend_nummer_zegt_niets_meer(
    ingelogd: Inloggen,
) -> None:
    client = ingelogd("fleur")
    adres = reverse("beheer_partij_afschermen")
    anna = partij("anna")
    velden = {"reden": WAAROM, "gebruikersnaam": "karim", "toegang_tot": over(30)}
    assert client.post(adres, velden | {"nummer": anna.bsn.tonen()}).status_code == 302
    assert PartijAfscherming.objects.systeem(REDEN).get().partij == anna
    al, onbekend = (client.post(adres, velden | {"nummer": n}) for n in (anna.bsn.tonen(), "999990019"))
    assert al.status_code == onbekend.status_code == 422
    assert al.context["form"].errors == onbekend.context["form"].errors
    assert client.post(adres, velden | {"nummer": "12"}).status_code == 422


@pytest.mark.parametrize("naam", ["tess", "sanne", "ruud", "omar", "mila"])
def test_het_bureau_van_de_functionaris_is_van_haar_alleen(ingelogd: Inloggen, naam: str) -> None:
    rij = scherm_af(registreer("anna", SUBSIDIE), "karim")
    client = ingelogd(naam)
    for adres in (
        reverse("beheer_afschermingen"),
        reverse("beheer_partij_afschermen"),
        reverse("beheer_afscherming", args=["zaak", rij.uuid]),
    ):
        assert client.get(adres).status_code == 404
        assert client.post(adres).status_code == 404


def test_het_aantal_vragen_hangt_niet_af_van_wat_er_afgeschermd_is(
    ingelogd: Inloggen, django_assert_max_num_queries
) -> None:
    client = ingelogd("fleur")
    for _keer in range(4):
        scherm_af(registreer("anna", SUBSIDIE), "karim", "tess")
    client.get(reverse("beheer_afschermingen"))
    with django_assert_max_num_queries(25):
        client.get(reverse("beheer_afschermingen"))
