"""A second party consents from an own log-in; without it nothing is granted."""

from datetime import timedelta

import pytest

from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from catalogus import klok
from catalogus.models import Uitkomst
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.handelingen import behandelen, besluiten
from mijnzaken.zaken.handelingen.afronden import intrekken
from mijnzaken.zaken.handelingen.taken import taak_plaatsen, taak_uitvoeren
from mijnzaken.zaken.handelingen.toestemmingen import toestemming_geven, zoek_toestemming
from mijnzaken.zaken.models import Toestemming, Zaak
from tests.fabrieken import REDEN, VANDAAG, burger, dien_in, medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
HUURDER = {"rol_woning": "huurder", "naam_eigenaar": "B. Jansen", "email_eigenaar": "bram@voorbeeld.example"}


@pytest.fixture
def codes(monkeypatch) -> list[str]:
    """The codes that go out in invitations, as the reader of the e-mail has them."""
    gemaakt: list[str] = []

    def nieuwe_code(lengte: int) -> str:
        gemaakt.append("ABCD-EFGH-JKL" + "MNPQRSTU"[len(gemaakt)])
        return gemaakt[-1]

    monkeypatch.setattr("mijnzaken.zaken.handelingen.toestemmingen.nieuwe_code", nieuwe_code)
    return gemaakt


@pytest.fixture
def zaak(codes) -> Zaak:
    return dien_in("anna", "subsidie-verkeerslawaai", **HUURDER)


def geef(naam: str, zaak: Zaak, code: str, akkoord: bool = True) -> Zaak:
    return toestemming_geven(burger(naam), proces=zaak.proces, code=code, akkoord=akkoord)


def stel_toekenning_voor(zaak: Zaak):
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    return besluiten.besluit_voorstellen(
        medewerker("sanne"), zaak, besluitmoment=moment, uitkomst=Uitkomst.TOEGEKEND, motivering="Het mag."
    )


def test_de_andere_partij_wordt_uitgenodigd_op_het_adres_van_de_aanvrager(zaak, codes):
    bericht = Bericht.objects.systeem(REDEN).get(soort="toestemming_gevraagd")
    assert (bericht.adres, bericht.partij) == ("bram@voorbeeld.example", None)
    assert codes[0] in bericht.tekst
    assert codes[0] not in zaak.toestemmingen.get().code_zoekwaarde


def test_de_code_alleen_laat_niemand_de_zaak_zien(zaak, codes):
    assert zoek_toestemming(burger("bram"), codes[0]) is not None
    assert zoek_toestemming(medewerker("sanne"), codes[0]) is None
    assert not Zaak.objects.voor(burger("bram")).exists()


def test_met_toestemming_krijgt_de_ander_een_eigen_rol_en_volgt_de_zaak(zaak, codes):
    geef("bram", zaak, codes[0])
    assert Zaak.objects.voor(burger("bram")).get() == zaak
    assert zaak.rollen.get(partij=burger("bram").partij).roltype.omschrijving_generiek == "mede_initiator"


def test_de_aanvrager_geeft_geen_toestemming_aan_zichzelf(zaak, codes):
    with pytest.raises(Invoerfout):
        geef("anna", zaak, codes[0])
    assert zaak.toestemmingen.get().gegeven_op is None


def test_een_code_is_eenmaal_goed_en_niet_na_zijn_laatste_dag(zaak, codes):
    with klok.op_moment(VANDAAG + timedelta(days=22)), pytest.raises(BestaatNiet):
        geef("bram", zaak, codes[0])
    geef("bram", zaak, codes[0])
    with pytest.raises(BestaatNiet):
        geef("wil", zaak, codes[0])


def test_wie_weigert_ziet_de_zaak_niet(zaak, codes):
    geef("bram", zaak, codes[0], akkoord=False)
    assert Toestemming.objects.systeem(REDEN).get().geweigerd_op is not None
    assert not Zaak.objects.voor(burger("bram")).exists()
    with pytest.raises(OnjuisteToestand):
        stel_toekenning_voor(zaak)


def test_zonder_toestemming_geen_toekenning(zaak, codes):
    with pytest.raises(OnjuisteToestand, match="toestemming"):
        stel_toekenning_voor(zaak)


def test_met_toestemming_wel(zaak, codes):
    geef("bram", zaak, codes[0])
    assert stel_toekenning_voor(zaak).uitkomst == Uitkomst.TOEGEKEND


def test_wie_zelf_eigenaar_is_heeft_niemands_toestemming_nodig(codes):
    zaak = dien_in("anna", "subsidie-verkeerslawaai")
    assert not codes
    assert stel_toekenning_voor(zaak).uitkomst == Uitkomst.TOEGEKEND


def test_wie_toestemming_gaf_trekt_andermans_aanvraag_niet_in(zaak, codes):

    geef("bram", zaak, codes[0])
    with pytest.raises(GeenRecht, match="aanvrager"):
        intrekken(burger("bram"), zaak)


def test_wie_toestemming_gaf_doet_andermans_taak_niet(zaak, codes):
    geef("bram", zaak, codes[0])
    taak = taak_plaatsen(
        medewerker("sanne"),
        zaak,
        titel="Vraag",
        omschrijving="",
        uitvoerder="inwoner",
        soort="bevestigen",
        uiterlijk=klok.vandaag(),
    )
    with pytest.raises(Invoerfout):
        taak_uitvoeren(burger("bram"), zaak, taak.uuid, antwoord="Ja.")
    assert taak_uitvoeren(burger("anna"), zaak, taak.uuid, antwoord="Ja.").antwoord == "Ja."
