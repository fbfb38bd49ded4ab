"""Data on the lock: stored and not used, with the reason in view, until a day that was told before (AVG 18, 21)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Verwerkingsregel
from catalogus import klok
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken import verloop
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.avg.onderhoud import haal_sloten_af
from mijnzaken.zaken.controle import beperkt
from mijnzaken.zaken.handelingen.afronden import intrekken, stoppen
from mijnzaken.zaken.handelingen.afschermen import afschermen
from mijnzaken.zaken.handelingen.behandelen import gegeven_wijzigen, in_behandeling_nemen, notitie_schrijven, toewijzen
from mijnzaken.zaken.handelingen.beperken import beperking_opheffen, gebruik_beperken
from mijnzaken.zaken.handelingen.kennisgeven import kennisgeving_afmelden
from mijnzaken.zaken.models import Beperking, Beperkingsgrond, Zaak
from mijnzaken.zaken.wissen import beletsel
from tests.fabrieken import REDEN, burger, dien_in, gebruiker, medewerker, partij, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
JUISTHEID = Beperkingsgrond.JUISTHEID


def verzoek_van(naam: str, soort: str = "avg-beperking") -> Zaak:
    zaak = registreer(naam, soort)
    in_behandeling_nemen(medewerker("lotte"), zaak)
    return ververs(zaak)


def op_slot(zaak: Zaak, verzoek: Zaak, grond: str = JUISTHEID, **velden: Any) -> list[Beperking]:
    waarden = {"zaken": [zaak.uuid], "grond": grond, "toelichting": "Zij zegt dat het kenteken niet klopt."} | velden
    rijen: list[Beperking] = gebruik_beperken(medewerker("lotte"), verzoek, **waarden)
    return rijen


def hef_op(zaak: Zaak, verzoek: Zaak, dagen: int = 7, **velden: Any) -> Any:
    dag = klok.vandaag() + timedelta(days=dagen)
    waarden = {"zaken": [zaak.uuid], "weer_vanaf": dag, "reden": "Het kenteken klopt."} | velden
    return beperking_opheffen(medewerker("lotte"), ververs(verzoek), **waarden)


@pytest.fixture
def zaak() -> Zaak:
    eigen = ververs(dien_in("anna"))
    in_behandeling_nemen(medewerker("vera"), eigen)
    return ververs(eigen)


@pytest.mark.parametrize("soort", ["avg-beperking", "avg-bezwaar", "avg-rectificatie", "avg-wissing"])
def test_op_slot_doet_niemand_iets_met_de_gegevens_en_leest_hij_waarom(zaak: Zaak, soort: str) -> None:
    op_slot(zaak, verzoek_van("anna", soort))
    vera = medewerker("vera")
    with pytest.raises(OnjuisteToestand, match=r"staat op slot: misschien .* \(AVG artikel 18 lid 1 onder a\)"):
        gegeven_wijzigen(vera, ververs(zaak), "kenteken", "K-999-XX", reden="Zo staat het in het register.")
    with pytest.raises(OnjuisteToestand, match="staat op slot"):
        stoppen(vera, ververs(zaak), reden="Dubbel.")
    with pytest.raises(OnjuisteToestand, match="staat op slot"):
        toewijzen(medewerker("peter"), ververs(zaak), None)
    assert ververs(zaak).slot.startswith("Deze zaak staat op slot: misschien kloppen er gegevens niet")


def test_wie_engels_leest_leest_de_grond_in_het_engels_en_de_inwoner_krijgt_haar_eigen_taal(zaak: Zaak) -> None:
    with translation.override("en"):
        op_slot(zaak, verzoek_van("anna"))
        assert ververs(zaak).slot.startswith("This case is locked: data may not be right (GDPR article 18")
    bericht = Bericht.objects.systeem(REDEN).get(soort="gebruik_beperkt", kanaal="portaal", partij=partij("anna"))
    assert "misschien kloppen er gegevens niet" in bericht.tekst


def test_bewaren_mag_en_wat_de_inwoner_zelf_doet_ook(zaak: Zaak) -> None:
    op_slot(zaak, verzoek_van("anna"))
    notitie_schrijven(medewerker("vera"), ververs(zaak), onderwerp="Post", tekst="Er kwam een brief.")
    intrekken(burger("anna"), ververs(zaak))
    assert not ververs(zaak).is_open


def test_wat_op_slot_mag_staat_in_de_tabel_en_besluiten_noch_vernietigen_staat_erbij() -> None:
    assert set(verloop.OVERGANGEN) >= verloop.BIJ_SLOT
    niet = {"besluiten", "besluit_voorstellen", "afhandelen", "gegeven_wijzigen", "advies_vragen", "overdragen"}
    niet |= {"vernietigen", "status_zetten", "zaak_bijwerken", "zaak_verwijderen", "document_tonen"}
    assert not niet & verloop.BIJ_SLOT


def test_ook_een_ander_systeem_en_het_rooster_doen_niets(zaak: Zaak) -> None:
    op_slot(zaak, verzoek_van("anna"))
    for recht in ("status_zetten", "zaak_bijwerken", "aanvulling_laten_verlopen", "vernietigen"):
        assert "op slot" in ververs(zaak).belet(recht)
    assert "op slot" not in ververs(zaak).belet("opnieuw_vernietigen")


def test_op_slot_wordt_niet_vernietigd_ook_niet_na_de_bewaartermijn(zaak: Zaak) -> None:
    verzoek = verzoek_van("anna")
    stoppen(medewerker("vera"), zaak, reden="Dubbel.")
    later = klok.vandaag() + timedelta(days=9000)
    assert beletsel(ververs(zaak), later) == ""
    op_slot(zaak, verzoek, Beperkingsgrond.NODIG)
    assert "op slot" in beletsel(ververs(zaak), later)


def test_de_inwoner_de_behandelaar_en_het_logboek_weten_ervan(zaak: Zaak) -> None:
    verzoek = verzoek_van("anna")
    op_slot(zaak, verzoek)
    bericht = Bericht.objects.systeem(REDEN).get(soort="gebruik_beperkt", kanaal="portaal", partij=partij("anna"))
    assert zaak.nummer in bericht.tekst
    assert "AVG artikel 18" in bericht.tekst
    melding = Bericht.objects.systeem(REDEN).get(soort="beperking_team", gebruiker=gebruiker("vera"))
    assert zaak.nummer in melding.onderwerp
    assert "kenteken" not in melding.tekst
    regels = Verwerkingsregel.objects.filter(name="gebruik_beperken", data_subject_id__isnull=False)
    assert regels.count() >= 2  # of the request, and of the zaak that is locked


def test_het_slot_gaat_eraf_op_een_dag_die_eerst_is_verteld(zaak: Zaak) -> None:
    verzoek = verzoek_van("anna")
    op_slot(zaak, verzoek)
    for dagen in (0, -1):
        with pytest.raises(Invoerfout, match="na vandaag"):
            hef_op(zaak, verzoek, dagen)
    with pytest.raises(Invoerfout, match="waarom"):
        hef_op(zaak, verzoek, reden=" ")
    hef_op(zaak, verzoek, 7)
    bericht = Bericht.objects.systeem(REDEN).get(soort="beperking_eindigt", kanaal="portaal")
    assert "9 maart 2026" in bericht.tekst
    assert "Het kenteken klopt." in bericht.tekst
    for dagen, stil in ((1, True), (6, True), (7, False), (8, False)):
        with klok.op_moment(klok.nu() + timedelta(days=dagen)):
            assert bool(ververs(zaak).slot) is stil
            assert haal_sloten_af() == (0 if stil or dagen > 7 else 1)
    assert not ververs(zaak).beperkt
    with pytest.raises(Invoerfout, match="uit de lijst"):
        hef_op(zaak, verzoek)


def test_de_database_weigert_een_einde_dat_niet_eerst_is_verteld(zaak: Zaak) -> None:
    (rij,) = op_slot(zaak, verzoek_van("anna"))
    vandaag = klok.vandaag()
    for velden in (
        {"weer_vanaf": vandaag},
        {
            "weer_vanaf": vandaag,
            "aangekondigd_op": vandaag,
            "aangekondigd_door": gebruiker("lotte"),
            "einde_reden": "x",
        },
        {"weer_vanaf": vandaag + timedelta(days=1), "aangekondigd_op": vandaag, "einde_reden": "x"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Beperking.objects.systeem(REDEN).filter(pk=rij.pk).update(**velden)


def test_een_tweede_slot_houdt_de_zaak_dicht_als_het_eerste_eraf_gaat(zaak: Zaak) -> None:
    eerste, tweede = verzoek_van("anna"), verzoek_van("anna", "avg-bezwaar")
    op_slot(zaak, eerste)
    op_slot(zaak, tweede, Beperkingsgrond.GESTOPT)
    hef_op(zaak, eerste, 1)
    with klok.op_moment(klok.nu() + timedelta(days=2)):
        assert haal_sloten_af() == 0
        assert "AVG artikel 21" in ververs(zaak).slot


def test_het_slot_blijft_als_het_verzoek_is_afgerond_en_gaat_er_dan_ook_nog_af(zaak: Zaak) -> None:
    verzoek = verzoek_van("anna")
    op_slot(zaak, verzoek)
    moeten_horen = list(ververs(verzoek).kennisgevingen.values_list("uuid", flat=True))
    kennisgeving_afmelden(
        medewerker("lotte"), ververs(verzoek), kennisgevingen=moeten_horen, stand="verteld", toelichting="Mail."
    )
    stoppen(medewerker("lotte"), ververs(verzoek), reden="Besloten op papier.")
    assert ververs(zaak).slot
    assert hef_op(zaak, verzoek)
    with pytest.raises(OnjuisteToestand, match="afgerond"):
        op_slot(zaak, ververs(verzoek))


def test_alleen_een_zaak_van_wie_het_vroeg_en_die_de_behandelaar_mag_kennen(zaak: Zaak) -> None:
    verzoek = verzoek_van("anna")
    van_bram = ververs(dien_in("bram", kenteken="B-999-RM"))
    with pytest.raises(Invoerfout, match="uit de lijst"):
        op_slot(van_bram, verzoek)
    with pytest.raises(Invoerfout, match="uit de lijst"):
        op_slot(verzoek, verzoek)
    voeg_rol_toe(van_bram, "belanghebbende", partij("anna"))
    op_slot(van_bram, ververs(verzoek))
    afschermen(
        medewerker("peter"), ververs(zaak), reden="Bedreigd.", genoemden=[gebruiker("vera")],
        toegang_tot=klok.vandaag() + timedelta(days=30),
    )  # fmt: skip
    with pytest.raises(Invoerfout, match="uit de lijst"):
        op_slot(zaak, ververs(verzoek))


@pytest.mark.parametrize(
    "velden,veld",
    [
        ({"grond": "zomaar"}, "grond"),
        ({"grond": ""}, "grond"),
        ({"toelichting": " "}, "toelichting"),
        ({"zaken": []}, "zaken"),
    ],
)
def test_een_slot_vraagt_een_grond_een_reden_en_een_zaak(zaak: Zaak, velden: dict[str, Any], veld: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        op_slot(zaak, verzoek_van("anna"), **velden)
    assert veld in fout.value.velden


def test_twee_keer_hetzelfde_slot_kan_niet(zaak: Zaak) -> None:
    verzoek = verzoek_van("anna")
    op_slot(zaak, verzoek)
    with pytest.raises(Invoerfout, match="al op slot"):
        op_slot(zaak, ververs(verzoek))


def test_bij_een_verzoek_om_inzage_of_een_gewone_zaak_kan_het_niet(zaak: Zaak) -> None:
    with pytest.raises(OnjuisteToestand, match="Bij dit soort zaak"):
        op_slot(zaak, verzoek_van("anna", "avg-inzage"))


def test_wie_het_recht_niet_heeft_zet_niets_op_slot(zaak: Zaak) -> None:
    verzoek = verzoek_van("anna")
    with pytest.raises(BestaatNiet):
        gebruik_beperken(medewerker("vera"), verzoek, zaken=[zaak.uuid], grond=JUISTHEID, toelichting="x")
    with pytest.raises(GeenRecht):
        gebruik_beperken(burger("anna"), verzoek, zaken=[zaak.uuid], grond=JUISTHEID, toelichting="x")


def test_de_controle_vindt_een_slot_dat_niemand_meer_ziet(zaak: Zaak) -> None:
    op_slot(zaak, verzoek_van("anna"))
    assert list(beperkt()) == []
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(beperkt=False)
    assert [zaak.nummer in regel for regel in beperkt()] == [True]


def test_zonder_slot_kost_het_geen_vraag(zaak: Zaak, django_assert_num_queries: Any) -> None:
    rij = ververs(zaak)
    with django_assert_num_queries(0):
        assert rij.slot == ""
