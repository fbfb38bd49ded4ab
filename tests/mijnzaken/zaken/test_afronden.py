"""Other ends than a decision, the way back, and objections (Awb 6:7, 7:5, 7:10, 10:3)."""

from datetime import date, timedelta

import pytest

from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from catalogus import klok
from catalogus.models import Fase, Uitkomst
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.aanmaken import Aanvraag
from mijnzaken.zaken.handelingen import afronden, behandelen, besluiten, termijnen
from mijnzaken.zaken.handelingen.concepten import zaak_registreren
from mijnzaken.zaken.models import Besluit, Taakstand, Zaak
from tests.fabrieken import (
    REDEN,
    VANDAAG,
    burger,
    dien_in,
    gebruiker,
    geef_rol,
    medewerker,
    partij,
    product_van,
    registreer,
    ververs,
    zaaktype,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def dag(aantal: int):
    return klok.op_moment(VANDAAG + timedelta(days=aantal))


@pytest.fixture
def melding() -> Zaak:
    zaak = registreer("anna", "melding-openbare-ruimte")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    return ververs(zaak)


@pytest.fixture
def besluit() -> Besluit:
    """Refused on Monday 2 March 2026; anna may object up to and including 13 April."""
    zaak = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    moment = zaak.zaaktype.besluitmomenten.get()
    besluiten.besluit_voorstellen(
        medewerker("vera"), zaak, besluitmoment=moment, uitkomst=Uitkomst.AFGEWEZEN, motivering="U woont er niet."
    )
    return besluiten.besluiten(medewerker("peter"), zaak)


def resultaat(zaak: Zaak, uitkomst: str):
    return zaak.zaaktype.resultaattypen.filter(uitkomst=uitkomst).first()


# -- ends -------------------------------------------------------------------------------------------------------------


def test_afhandelen_geeft_resultaat_einddatum_en_bewaartermijn(melding):
    with dag(3):
        afronden.afhandelen(medewerker("vera"), melding, resultaattype=resultaat(melding, Uitkomst.AFGEHANDELD))
    nu = ververs(melding)
    assert (nu.fase, nu.einddatum) == (Fase.AFGEROND, date(2026, 3, 5))
    assert nu.archiefactiedatum == date(2031, 3, 5)


def test_wat_met_een_besluit_eindigt_wordt_niet_afgehandeld():
    zaak = registreer("anna")
    with pytest.raises(Invoerfout):
        afronden.afhandelen(medewerker("vera"), zaak, resultaattype=resultaat(zaak, Uitkomst.AFGEWEZEN))


def test_een_resultaat_van_een_ander_zaaktype_past_niet(melding):
    vreemd = resultaat(registreer("anna"), Uitkomst.AFGEWEZEN)
    with pytest.raises(Invoerfout):
        afronden.afhandelen(medewerker("vera"), melding, resultaattype=vreemd)


def test_de_aanvrager_trekt_in_en_niemand_hoeft_nog_iets():
    zaak = registreer("anna")
    taak = termijnen.aanvulling_vragen(
        medewerker("vera"), zaak, titel="Stuk", omschrijving="", uiterlijk=klok.vandaag() + timedelta(days=14)
    )
    with dag(1):
        afronden.intrekken(burger("anna"), zaak, reden="Ik verhuis.")
    nu = ververs(zaak)
    assert (nu.fase, nu.termijn_stil) == (Fase.AFGEROND, False)
    assert nu.resultaten.get().resultaattype.uitkomst == Uitkomst.INGETROKKEN
    assert nu.taken.get(pk=taak.pk).stand == Taakstand.INGETROKKEN
    assert nu.opschortingen.get().beeindigd_op is not None
    assert nu.beslistermijnen.get().voldaan_op == klok.vandaag() + timedelta(days=1)


def test_een_ander_trekt_niet_in(melding):
    with pytest.raises(BestaatNiet):
        afronden.intrekken(burger("bram"), melding)
    with pytest.raises(GeenRecht):
        afronden.intrekken(medewerker("vera"), melding)


def test_stoppen_zegt_waarom():
    zaak = registreer("anna")
    with pytest.raises(Invoerfout):
        afronden.stoppen(medewerker("vera"), zaak, reden="")
    with dag(1):
        afronden.stoppen(medewerker("vera"), zaak, reden="U vroeg dit al aan.")
    assert ververs(zaak).resultaten.get().resultaattype.uitkomst == Uitkomst.AFGEBROKEN
    bericht = Bericht.objects.voor(burger("anna")).get(soort="gestopt")
    assert "U vroeg dit al aan." in bericht.tekst


def test_een_afgeronde_zaak_verandert_niet_meer(melding):
    with dag(1):
        afronden.afhandelen(medewerker("vera"), melding, resultaattype=resultaat(melding, Uitkomst.AFGEHANDELD))
    with pytest.raises(OnjuisteToestand, match="afgerond"):
        afronden.stoppen(medewerker("vera"), melding, reden="x")
    with pytest.raises(OnjuisteToestand):
        afronden.intrekken(burger("anna"), melding)


# -- the way back -----------------------------------------------------------------------------------------------------


def test_heropenen_bewaart_alles_en_begint_een_nieuwe_termijn(besluit):
    zaak = ververs(besluit.zaak)
    with pytest.raises(Invoerfout):
        afronden.heropenen(medewerker("vera"), zaak, reden=" ")
    with dag(7):
        afronden.heropenen(medewerker("vera"), zaak, reden="Het adres klopte niet.")
    nu = ververs(zaak)
    assert (nu.fase, nu.einddatum) == (Fase.IN_BEHANDELING, None)
    assert (nu.archiefnominatie, nu.archiefactiedatum, nu.startdatum_bewaartermijn) == ("", None, None)
    assert nu.besluiten.get() == besluit
    assert nu.beslistermijnen.get(voldaan_op=None).begin == date(2026, 3, 9)
    assert nu.uiterlijke_einddatum == date(2026, 5, 4)
    assert nu.notities.get().aangemaakt_door == gebruiker("vera")
    assert Bericht.objects.voor(burger("anna")).filter(soort="heropend").exists()


# -- objection --------------------------------------------------------------------------------------------------------


def test_een_bezwaar_hangt_aan_het_besluit_en_telt_vanaf_het_einde_van_de_bezwaartermijn(besluit):
    assert besluit.uiterlijke_reactiedatum == date(2026, 4, 13)
    with dag(10):
        bezwaar = dien_in("anna", "bezwaar", over_besluit=besluit)
    relatie = bezwaar.gerelateerde_zaken.get()
    assert (relatie.besluit, relatie.andere_zaak) == (besluit, besluit.zaak)
    assert bezwaar.beslistermijnen.get().begin == date(2026, 4, 13)
    assert bezwaar.uiterlijke_einddatum == date(2026, 5, 26)  # six weeks is Whit Monday, 25 May


def test_een_ander_maakt_geen_bezwaar_tegen_wat_hij_niet_ziet(besluit):
    with pytest.raises(BestaatNiet):
        dien_in("bram", "bezwaar", over_besluit=besluit)


def test_wie_aan_het_besluit_werkte_behandelt_het_bezwaar_niet(besluit):
    bezwaar = dien_in("anna", "bezwaar", over_besluit=besluit)
    for naam in ("vera", "peter"):
        geef_rol(naam, "behandelaar", "Bezwaar")
        with pytest.raises(GeenRecht, match="7:5"):
            behandelen.in_behandeling_nemen(medewerker(naam), bezwaar)
    behandelen.in_behandeling_nemen(medewerker("bea"), bezwaar)


def test_ook_niet_met_een_tweede_account(besluit):
    bezwaar = dien_in("anna", "bezwaar", over_besluit=besluit)
    type(gebruiker("bea")).objects.filter(gebruikersnaam__in=["bea", "vera"]).update(partij=partij("bram"))
    with pytest.raises(GeenRecht, match="7:5"):
        behandelen.in_behandeling_nemen(medewerker("bea"), bezwaar)


def test_de_eigen_kring_behandelt_niet():
    zaak = registreer("joost", "schuldhulpverlening")
    with pytest.raises(BestaatNiet):
        behandelen.in_behandeling_nemen(medewerker("joost"), zaak)
    with pytest.raises(GeenRecht):
        behandelen.toewijzen(medewerker("nadia"), zaak, gebruiker("joost"))
    assert Zaak.objects.systeem(REDEN).get(pk=zaak.pk).behandelaar is None


def test_niemand_registreert_als_medewerker_iets_voor_de_eigen_kring():
    soort = zaaktype("schuldhulpverlening")
    for naam, mag in (("joost", False), ("anna", True)):
        aanvraag = Aanvraag(zaaktype=soort, product=product_van(soort), aanvrager=partij(naam))
        if mag:
            assert zaak_registreren(medewerker("joost"), aanvraag, proces=soort.proces).geregistreerd_door
            continue
        with pytest.raises(GeenRecht, match="eigen kring"):
            zaak_registreren(medewerker("joost"), aanvraag, proces=soort.proces)
    assert Zaak.objects.systeem(REDEN).count() == 1


def test_wie_het_ene_zaaktype_mag_registreren_mag_daarmee_niet_het_andere():
    soort, ander = zaaktype("parkeervergunning-bewoners"), zaaktype("schuldhulpverlening")
    with pytest.raises(BestaatNiet):
        zaak_registreren(medewerker("vera"), Aanvraag(zaaktype=ander, aanvrager=partij("anna")), proces=soort.proces)
