"""One gegeven goes out of a zaak that stays: what the law keeps stays, and of what went nothing is left (AVG 17)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel, Verwerkingsregel, Wijziging
from catalogus import klok
from catalogus.models import Gegeven, Resultaattype, Uitkomst
from mijnzaken.documenten.models import Documentversie, documentenopslag
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.avg import wisonderhoud
from mijnzaken.zaken.avg.gewist import teruggekomen
from mijnzaken.zaken.avg.wissing import eis_gewist
from mijnzaken.zaken.brieven import ingevuld
from mijnzaken.zaken.gegevenswaarden import zet
from mijnzaken.zaken.handelingen.afronden import stoppen
from mijnzaken.zaken.handelingen.afschermen import afschermen
from mijnzaken.zaken.handelingen.behandelen import gegeven_wijzigen, in_behandeling_nemen
from mijnzaken.zaken.handelingen.beperken import gebruik_beperken
from mijnzaken.zaken.handelingen.besluiten import besluit_voorstellen, besluiten
from mijnzaken.zaken.handelingen.wissing import gegevens_aanwijzen
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.models import Gegevenswaarde, Kennisgeving, Zaak
from tests.fabrieken import REDEN, WOONADRES, burger, dien_in, gebruiker, medewerker, partij, registreer, ververs
from tests.mijnzaken.berichten.brievenbus import tekst as brieftekst
from tests.mijnzaken.documenten.proefbestanden import bestanden_in
from tests.mijnzaken.zaken.avg.test_wissen import klare_zaak
from tests.mijnzaken.zaken.avg.verzoek import vraag_inzage
from tests.mijnzaken.zaken.avg.wisverzoek import (
    bestaat,
    ga_na,
    keur_goed,
    kies,
    regel,
    regels,
    wijs_aan,
    wis_gegeven,
)
from tests.mijnzaken.zaken.test_vernietigen import sporen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]
SOORT = "melding-openbare-ruimte"
GEHEIM, EERDER = "+31612345098", "+31612345099"  # what may be found nowhere after the erasure


def melding(**waarden: Any) -> Zaak:
    """One that runs: a telephone number by consent, a lamp post that nobody had to name, a place that was needed."""
    gegeven = {"telefoon": EERDER, "lantaarnnummer": "L-1234", "plek": "Naast de brug"} | waarden
    zaak = registreer("anna", SOORT, waarden=gegeven)
    in_behandeling_nemen(medewerker("vera"), zaak)
    gegeven_wijzigen(medewerker("vera"), ververs(zaak), "telefoon", GEHEIM, reden="Zij belde.")
    return ververs(zaak)


def gesloten(zaak: Zaak) -> Zaak:
    stoppen(medewerker("vera"), ververs(zaak), reden="Dubbel.")
    return ververs(zaak)


def bewijs(zaak: Zaak) -> str:
    """The text of its proof of receipt."""
    (versie,) = Documentversie.objects.systeem(REDEN).filter(
        document__zaakdocumenten__zaak=zaak, document__titel="Ontvangstbevestiging"
    )
    with documentenopslag().open(versie.pad) as bestand:
        gelezen: str = brieftekst(bestand.read())
    return gelezen


# -- nothing is left --------------------------------------------------------------------------------------------------


def test_de_waarde_en_haar_eerdere_versies_staan_nergens_meer_en_de_zaak_blijft(verzoek: Zaak, opslagmap: Path) -> None:
    zaak = melding()
    assert sporen(GEHEIM)
    assert sporen(EERDER)
    assert EERDER[-4:] in bewijs(zaak)
    rij = wis_gegeven(verzoek, zaak, "telefoon")
    assert (rij.gewist_op, rij.moet_blijven, rij.over_zaak, rij.bestanden) == (klok.nu(), False, zaak, [])
    assert sporen(GEHEIM) == sporen(EERDER) == []
    assert bestaat(zaak)
    assert not any(GEHEIM in pad.read_text() for pad in bestanden_in(opslagmap) if pad.suffix == ".json")
    (leeg,) = ververs(zaak).gegevenswaarden.filter(gegeven__naam="telefoon")
    assert (leeg.waarde, leeg.actueel, leeg.gewist_op) == ("", False, klok.nu())
    assert ververs(zaak).gegevenswaarden.get(gegeven__naam="plek", actueel=True).waarde == "Naast de brug"


def test_het_bewijs_van_ontvangst_wordt_opnieuw_gemaakt_met_wat_toen_gestuurd_was(
    verzoek: Zaak, opslagmap: Path
) -> None:
    zaak = melding()
    with klok.op_moment(klok.nu() + timedelta(hours=1)):
        gegeven_wijzigen(medewerker("vera"), ververs(zaak), "plek", "Achter de brug", reden="Beter gekeken.")
        oud = {versie.pad for versie in Documentversie.objects.systeem(REDEN).all()}
        wis_gegeven(verzoek, zaak, "telefoon")
    tekst = bewijs(zaak)
    assert "Gewist op 2 maart 2026 op verzoek" in tekst
    assert "Naast de brug" in tekst
    assert "Achter de brug" not in tekst
    assert EERDER[-4:] not in tekst
    assert len(oud & {str(pad.relative_to(opslagmap)) for pad in bestanden_in(opslagmap)}) == len(oud) - 1


def test_wat_andere_systemen_ervan_schreven_gaat_mee_en_dat_van_een_ander_gegeven_niet(verzoek: Zaak) -> None:
    zaak = melding()
    for naam in ("telefoon", "plek"):
        Wijziging.objects.create(
            aanmaakdatum=klok.nu(), bron="zrc", client_id="x", applicatie_label="x", actie="create", resultaat=201,
            hoofdobject_uuid=zaak.uuid, hoofdobject="/z", resource="zaakeigenschap", resource_pad="/e",
            oud=None, nieuw={"naam": naam, "waarde": GEHEIM if naam == "telefoon" else "Naast de brug"},
        )  # fmt: skip
    wis_gegeven(verzoek, zaak, "telefoon")
    assert [rij.nieuw["naam"] for rij in Wijziging.objects.filter(hoofdobject_uuid=zaak.uuid)] == ["plek"]


def test_een_inzagekopie_die_nog_klaarligt_houdt_het_gegeven_niet(verzoek: Zaak) -> None:
    zaak = melding()
    inzage = vraag_inzage()
    kenmerken = [f"zaken.Gegevenswaarde:{pk}" for pk in zaak.gegevenswaarden.values_list("pk", flat=True)]
    voor = inzage.inzagedelen.filter(kenmerk__in=kenmerken).count()
    wis_gegeven(verzoek, zaak, "telefoon")
    assert inzage.inzagedelen.filter(kenmerk__in=kenmerken).count() == voor - 2


def test_een_adres_gaat_ook_uit_de_naam_van_de_zaak_in_lijsten(verzoek: Zaak) -> None:
    zaak = registreer(
        "anna", SOORT, waarden={"locatie": WOONADRES, "plek": "Voor de deur"}, omschrijving="Spoorlaan 12"
    )
    wis_gegeven(verzoek, zaak, "locatie")
    assert ververs(zaak).omschrijving == ""


def test_een_teruggezette_kopie_brengt_het_gegeven_niet_terug(verzoek: Zaak) -> None:
    zaak = melding()
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT kopie")
        wis_gegeven(verzoek, zaak, "telefoon")
        cursor.execute("ROLLBACK TO SAVEPOINT kopie")
    assert sporen(GEHEIM)
    assert wisonderhoud.wis_opnieuw() == 1
    assert wisonderhoud.wis_opnieuw() == 0
    assert list(teruggekomen()) == []
    assert sporen(GEHEIM) == sporen(EERDER) == []


# -- what the law keeps -----------------------------------------------------------------------------------------------


def oordeel(verzoek: Zaak, zaak: Zaak, naam: str) -> tuple[bool, str]:
    wijs_aan(verzoek, zaak, naam)
    rij = regel(verzoek, onderdeel=naam, nummer=zaak.nummer)
    return rij.moet_blijven, rij.grond


def test_wat_op_toestemming_berust_of_niet_nodig_was_mag_weg_en_wat_nodig_is_blijft(verzoek: Zaak) -> None:
    zaak = melding()
    assert oordeel(verzoek, zaak, "telefoon") == (False, "")
    assert oordeel(verzoek, zaak, "lantaarnnummer") == (False, "")
    assert oordeel(verzoek, zaak, "plek") == (True, "wet")
    assert "loopt nog" in regel(verzoek, onderdeel="plek").uitleg
    assert regel(verzoek, onderdeel="plek").bron == "Gemeentewet art. 160 lid 1"


def test_in_een_zaak_die_klaar_is_blijft_wat_nodig_was_zo_lang_als_zij(verzoek: Zaak) -> None:
    zaak = gesloten(melding())
    assert oordeel(verzoek, zaak, "plek") == (True, "archief")
    assert "met haar bewaard" in regel(verzoek, onderdeel="plek").uitleg
    assert oordeel(verzoek, zaak, "lantaarnnummer") == (False, "")
    assert oordeel(verzoek, klare_zaak(), "kenteken") == (False, "")  # its term is over


def test_zolang_iemand_bezwaar_kan_maken_blijft_alles_waarop_besloten_is(verzoek: Zaak) -> None:
    zaak = ververs(dien_in("anna"))
    in_behandeling_nemen(medewerker("vera"), zaak)
    besluit_voorstellen(
        medewerker("vera"), zaak, besluitmoment=zaak.zaaktype.besluitmomenten.get(),
        uitkomst=Uitkomst.AFGEWEZEN, motivering="U woont er niet.",
    )  # fmt: skip
    besluit = besluiten(medewerker("peter"), zaak)
    Gegeven.objects.filter(zaaktype=zaak.zaaktype, naam="eigen_plek").update(verplicht=False)
    for naam in ("kenteken", "eigen_plek"):
        assert oordeel(verzoek, zaak, naam) == (True, "vordering")
        assert regel(verzoek, onderdeel=naam).tot == besluit.uiterlijke_reactiedatum
    with klok.op_moment(klok.nu() + timedelta(days=60)):
        assert oordeel(verzoek, zaak, "kenteken") == (True, "archief")
        assert oordeel(verzoek, zaak, "eigen_plek") == (False, "")


def test_de_datum_waarvan_de_bewaartermijn_telt_blijft(verzoek: Zaak) -> None:
    zaak = melding()
    soort = zaak.zaaktype.resultaattypen.first()
    Resultaattype.objects.filter(pk=soort.pk).update(
        brondatum_afleidingswijze="eigenschap", brondatum_datumkenmerk="telefoon"
    )
    assert oordeel(verzoek, zaak, "telefoon") == (True, "archief")


def test_op_slot_voor_een_ander_verzoek_blijft_het_gegeven(verzoek: Zaak) -> None:
    zaak = melding()
    ander = registreer("anna", "avg-beperking")
    in_behandeling_nemen(medewerker("lotte"), ander)
    gebruik_beperken(medewerker("lotte"), ververs(ander), zaken=[zaak.uuid], grond="nodig", toelichting="Rechter.")
    assert oordeel(verzoek, zaak, "telefoon") == (True, "vordering")


def test_wat_sinds_de_goedkeuring_moet_blijven_blijft_en_wat_veranderde_wordt_opnieuw_bekeken(verzoek: Zaak) -> None:
    zaak = melding()
    for naam in ("telefoon", "lantaarnnummer"):
        wijs_aan(verzoek, zaak, "telefoon", "lantaarnnummer")
        kies(verzoek, regel(verzoek, onderdeel=naam))
        keur_goed(verzoek, regel(verzoek, onderdeel=naam))
    Resultaattype.objects.filter(zaaktype=zaak.zaaktype).update(
        brondatum_afleidingswijze="eigenschap", brondatum_datumkenmerk="telefoon"
    )
    gegeven_wijzigen(medewerker("vera"), ververs(zaak), "lantaarnnummer", "L-9", reden="Verkeerd gelezen.")
    assert wisonderhoud.wis() == 0
    telefoon, lamp = regel(verzoek, onderdeel="telefoon"), regel(verzoek, onderdeel="lantaarnnummer")
    assert (telefoon.moet_blijven, telefoon.keuze, telefoon.goedgekeurd_op) == (True, "", None)
    assert (lamp.moet_blijven, lamp.keuze, lamp.goedgekeurd_op) == (False, "wissen", None)
    assert sporen(GEHEIM)
    assert list(teruggekomen()) == []  # nothing remembers it as gone


# -- who and how ------------------------------------------------------------------------------------------------------


def test_een_collega_keurt_het_goed_en_niet_wie_het_koos(verzoek: Zaak) -> None:
    zaak = melding()
    wijs_aan(verzoek, zaak, "telefoon")
    rij = regel(verzoek, onderdeel="telefoon")
    kies(verzoek, rij)
    with pytest.raises(GeenRecht, match="Een collega"):
        keur_goed(verzoek, rij, door="lotte")
    assert wisonderhoud.wis() == 0
    assert sporen(GEHEIM)


def test_wie_opnieuw_nagaat_houdt_de_gekozen_gegevens_en_wie_ze_weghaalt_niet(verzoek: Zaak) -> None:
    zaak = melding()
    wijs_aan(verzoek, zaak, "telefoon", "plek")
    kies(verzoek, regel(verzoek, onderdeel="telefoon"))
    ga_na(verzoek)
    assert regel(verzoek, onderdeel="telefoon").keuze == "wissen"
    assert regel(verzoek, onderdeel="plek").moet_blijven
    assert regel(verzoek, plaats="zaak", nummer=zaak.nummer).moet_blijven
    wijs_aan(verzoek, zaak, "plek")
    assert regels(verzoek, onderdeel="telefoon") == []
    wijs_aan(verzoek, zaak)
    assert regels(verzoek, plaats="gegeven") == []


def test_een_besluit_wacht_tot_over_elk_gekozen_gegeven_is_beslist(verzoek: Zaak) -> None:
    zaak = melding()
    ga_na(verzoek)
    kies_niet = regels(verzoek, moet_blijven=False)
    if kies_niet:
        kies(verzoek, *kies_niet, keuze="blijft", grond="nodig")
    eis_gewist(ververs(verzoek))
    wijs_aan(verzoek, zaak, "telefoon")
    with pytest.raises(OnjuisteToestand, match="Kies eerst"):
        eis_gewist(ververs(verzoek))


def test_alleen_uit_een_zaak_die_de_aanvrager_zelf_vroeg_en_die_men_mag_kennen(verzoek: Zaak) -> None:
    van_bram = ververs(dien_in("bram"))
    voeg_rol_toe(van_bram, "belanghebbende", partij("anna"))
    dicht = melding()
    afschermen(
        medewerker("peter"), dicht, reden="Bedreigd.", genoemden=[gebruiker("lotte")],
        toegang_tot=klok.vandaag() + timedelta(days=30),
    )  # fmt: skip
    for zaak in (van_bram, dicht, verzoek):
        with pytest.raises(BestaatNiet):
            wijs_aan(verzoek, zaak, "telefoon")


def test_aanwijzen_vraagt_een_gegeven_dat_er_is_een_wisverzoek_en_het_recht(verzoek: Zaak) -> None:
    zaak = melding()
    with pytest.raises(Invoerfout, match="veranderd"):
        wijs_aan(verzoek, zaak, "email")
    ander = registreer("anna", "avg-rectificatie")
    in_behandeling_nemen(medewerker("lotte"), ander)
    with pytest.raises(OnjuisteToestand, match="geen verzoek"):
        wijs_aan(ander, zaak, "telefoon")
    for wie in (medewerker("vera"), medewerker("omar")):
        with pytest.raises(BestaatNiet):
            gegevens_aanwijzen(wie, verzoek, zaak=zaak.uuid, namen=["telefoon"])
    with pytest.raises(GeenRecht):
        gegevens_aanwijzen(burger("anna"), verzoek, zaak=zaak.uuid, namen=["telefoon"])


# -- what everybody sees ----------------------------------------------------------------------------------------------


def test_wie_het_gegeven_kreeg_moet_het_horen(verzoek: Zaak) -> None:
    wis_gegeven(verzoek, klare_zaak(), "kenteken")
    (rij,) = Kennisgeving.objects.systeem(REDEN).filter(zaak=verzoek)
    assert (rij.ontvanger, rij.gegeven, rij.soort, rij.stand) == (
        "RDW, Nationaal Parkeerregister", "Kenteken", "gewist", "open",
    )  # fmt: skip


def test_de_zaak_zegt_in_de_plaats_van_de_waarde_dat_zij_gewist_is_tot_er_een_andere_komt(verzoek: Zaak) -> None:
    zaak = melding()
    wis_gegeven(verzoek, zaak, "telefoon")
    for wie in (medewerker("vera"), burger("anna")):
        rijen = {rij.gegeven.naam: rij for rij in zaak_inzien(wie, zaak.uuid).gegevens_of_gewist}
        assert rijen["telefoon"].gewist_op == klok.nu()
        assert "telefoon" not in {rij.gegeven.naam for rij in zaak_inzien(wie, zaak.uuid).gegevens}
    assert {"label": "Telefoonnummer", "waarde": "Gewist op 2 maart 2026 op verzoek"} in ingevuld(zaak)
    gegeven = zaak.zaaktype.gegevens.get(naam="telefoon")
    assert zet(ververs(zaak), gegeven, "+31612345001", "aanvrager").versie == 3
    rijen = {rij.gegeven.naam: rij for rij in zaak_inzien(burger("anna"), zaak.uuid).gegevens_of_gewist}
    assert rijen["telefoon"].gewist_op is None
    assert "Gewist" not in str(ingevuld(zaak))


def test_de_behandelaar_leest_het_bij_de_notities_en_het_logboek_weet_wie_wat_en_wanneer(verzoek: Zaak) -> None:
    zaak = melding()
    wis_gegeven(verzoek, zaak, "telefoon")
    notitie = ververs(zaak).notities.first()
    assert notitie.onderwerp == "Gegeven gewist: Telefoonnummer"
    assert "AVG artikel 17" in notitie.tekst
    audit = Auditregel.objects.filter(handeling="gegevens_wissen", zaak_uuid=verzoek.uuid, uitkomst="ok").get()
    assert audit.bijzonderheden["zaak"] == zaak.nummer
    assert audit.bijzonderheden["onderdeel"] == "telefoon"
    assert Verwerkingsregel.objects.filter(name="gegevens_wissen").exists()
    assert Auditregel.objects.filter(handeling="gegevens_wissen", zaak_uuid=zaak.uuid).exists()


def test_de_database_kent_geen_gewist_gegeven_met_een_waarde(verzoek: Zaak) -> None:
    zaak = melding()
    rijen = Gegevenswaarde.objects.systeem(REDEN).filter(zaak=zaak)
    with pytest.raises(IntegrityError), transaction.atomic():
        rijen.update(gewist_op=klok.nu())
