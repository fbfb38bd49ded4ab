"""Destruction: a list by the process owner, approval by the archivist, time to think, and then nothing is left."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import TestCase

from autorisatie.actor import Systeem
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel, Gebruiker
from catalogus import klok
from catalogus.models import Proces
from mijnzaken.klanten.models import Klantcontact, Onderwerpobject
from mijnzaken.zaken import archiefonderhoud
from mijnzaken.zaken.handelingen import afronden, behandelen, vernietigen
from mijnzaken.zaken.handelingen.documenten import document_toevoegen
from mijnzaken.zaken.models import InwonerProduct, Lijststand, Vernietigingslijst, Vernietigingsregel, Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak
from tests.fabrieken import REDEN, VANDAAG, gebruiker, medewerker, partij, registreer, upload, ververs
from tests.mijnzaken.documenten.proefbestanden import bestanden_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]
SOORT = "melding-openbare-ruimte"
GEHEIM = "Kwikstaartje onder de brug"  # what may be found nowhere after destruction
DAARNA = VANDAAG + timedelta(days=20)
SYSTEEM = Systeem(REDEN)


def verlopen(van: str = "anna", **velden: Any) -> Zaak:
    """A zaak over its term, with a document, a note, a contact and messages that name the secret."""
    zaak, vera = registreer(van, SOORT, toelichting=GEHEIM), medewerker("vera")
    behandelen.in_behandeling_nemen(vera, zaak)
    behandelen.notitie_schrijven(vera, ververs(zaak), onderwerp=GEHEIM, tekst=GEHEIM)
    stuk = upload(eigenaar_bij_zaak(vera, zaak.uuid), f"{GEHEIM}.pdf")
    with TestCase.captureOnCommitCallbacks(execute=True):  # the upload goes when the document stands
        document_toevoegen(vera, ververs(zaak), upload=stuk, titel=GEHEIM, tonen=True)
    leg_contact_vast(zaak)
    soort = zaak.zaaktype.resultaattypen.exclude(archiefactietermijn="").filter(archiefnominatie="vernietigen").first()
    soort.__class__.objects.filter(pk=soort.pk).update(
        archiefactietermijn="P1D", brondatum_afleidingswijze="afgehandeld"
    )
    afronden.afhandelen(vera, ververs(zaak), resultaattype=soort, toelichting=GEHEIM)
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(**({"archiefactiedatum": klok.vandaag()} | velden))
    return ververs(zaak)


def leg_contact_vast(*over: Zaak) -> Klantcontact:
    nu = klok.nu()
    contact: Klantcontact = Klantcontact.objects.create(
        kanaal="telefoon", onderwerp=GEHEIM, inhoud=GEHEIM, richting="inkomend", plaatsgevonden_op=nu, vastgelegd_op=nu
    )
    for zaak in over:
        Onderwerpobject.objects.create(klantcontact=contact, code_objecttype="zaak", object_uuid=zaak.uuid)
    return contact


def proces() -> Proces:
    return Proces.objects.get(identificatie=SOORT)


def lijst() -> Vernietigingslijst:
    with klok.op_moment(VANDAAG + timedelta(days=1)):
        gemaakt: Vernietigingslijst = vernietigen.vernietigingslijst_opstellen(medewerker("petra"), proces=proces())
    return gemaakt


def goedgekeurd() -> Vernietigingslijst:
    rij = lijst()
    vernietigen.voorleggen(medewerker("petra"), rij)
    vernietigen.goedkeuren(medewerker("henk"), rij, bedenktijd_tot=klok.vandaag() + timedelta(days=14))
    return stand(rij)


def stand(rij: Vernietigingslijst) -> Vernietigingslijst:
    nu: Vernietigingslijst = Vernietigingslijst.objects.systeem(REDEN).get(pk=rij.pk)
    return nu


def voer_uit() -> int:
    with klok.op_moment(DAARNA):
        return archiefonderhoud.voer_lijsten_uit(SYSTEEM)


def sporen(woord: str) -> list[str]:
    """The tables that hold this word, in any column of any row."""
    gevonden = []
    with connection.cursor() as cursor:
        for tabel in connection.introspection.table_names():
            with cursor.copy(f'COPY (SELECT * FROM "{tabel}") TO STDOUT') as stroom:
                if woord.encode() in b"".join(bytes(deel) for deel in stroom):
                    gevonden.append(tabel)
    return gevonden


# -- what is left -----------------------------------------------------------------------------------------------------


def test_na_vernietiging_is_er_van_de_gegevens_nergens_iets_over(opslagmap):
    zaak = verlopen()
    assert len(sporen(GEHEIM)) >= 5
    assert len(bestanden_in(opslagmap)) >= 1
    goedgekeurd()
    assert voer_uit() == 1
    assert sporen(GEHEIM) == []
    assert not Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).exists()
    over = bestanden_in(opslagmap)
    assert [pad.parent.parent.name for pad in over] == ["vernietigd"]
    assert GEHEIM not in over[0].read_text()


def test_de_verklaring_zegt_wat_en_waarom_en_niets_van_iemand():
    zaak = verlopen()
    rij = goedgekeurd()
    voer_uit()
    regel = rij.regels.get()
    assert (regel.nummer, regel.zaak, regel.aantal_documenten) == (zaak.nummer, None, regel.aantal_documenten)
    assert regel.aantal_documenten >= 1
    assert regel.selectielijstnummer
    assert stand(rij).stand == Lijststand.UITGEVOERD
    assert Auditregel.objects.filter(handeling="vernietigen", zaak_uuid=zaak.uuid, uitkomst="ok").exists()


def test_een_document_of_contact_dat_ook_bij_een_andere_zaak_hoort_blijft():
    zaak, ander = verlopen(), registreer("wil", SOORT)
    gedeeld = zaak.zaakdocumenten.first().document
    ander.zaakdocumenten.model.objects.create(zaak=ander, document=gedeeld, registratiedatum=klok.nu())
    contact = leg_contact_vast(zaak, ander)
    goedgekeurd()
    voer_uit()
    assert ander.zaakdocumenten.filter(document=gedeeld).exists()
    assert list(contact.onderwerpobjecten.values_list("object_uuid", flat=True)) == [ander.uuid]


# -- who and when -----------------------------------------------------------------------------------------------------


def test_voor_het_einde_van_de_bedenktijd_gebeurt_er_niets():
    zaak = verlopen()
    rij = goedgekeurd()
    with klok.op_moment(VANDAAG + timedelta(days=14)):
        assert archiefonderhoud.voer_lijsten_uit(SYSTEEM) == 0
    assert ververs(zaak).nummer == zaak.nummer
    assert stand(rij).stand == Lijststand.GOEDGEKEURD


def test_in_de_bedenktijd_kan_elk_van_de_twee_de_lijst_stoppen():
    zaak = verlopen()
    rij = goedgekeurd()
    vernietigen.afbreken(medewerker("petra"), rij, reden="Er komt een rechtszaak.")
    assert voer_uit() == 0
    assert ververs(zaak)
    assert stand(rij).stand == Lijststand.AFGEBROKEN


def test_wie_de_lijst_maakte_keurt_haar_niet_goed_ook_niet_met_een_tweede_account():
    verlopen()
    rij = lijst()
    vernietigen.voorleggen(medewerker("petra"), rij)
    Gebruiker.objects.filter(gebruikersnaam__in=["petra", "henk"]).update(partij=partij("bram"))
    with pytest.raises(GeenRecht, match="keurt haar niet goed"):
        vernietigen.goedkeuren(medewerker("henk"), rij, bedenktijd_tot=DAARNA.date())
    with pytest.raises(IntegrityError), transaction.atomic():
        Vernietigingslijst.objects.systeem(REDEN).filter(pk=rij.pk).update(goedgekeurd_door=gebruiker("petra"))


def test_wie_geen_archivaris_is_keurt_niets_goed_en_wie_er_niets_mee_doet_vindt_de_lijst_niet():
    verlopen()
    rij = lijst()
    with pytest.raises(GeenRecht):
        vernietigen.goedkeuren(medewerker("petra"), rij, bedenktijd_tot=DAARNA.date())
    with pytest.raises(BestaatNiet):
        vernietigen.voorleggen(medewerker("sanne"), rij)


def test_niemand_beslist_over_de_zaak_van_iemand_uit_de_eigen_kring():
    verlopen("wil")
    rij = lijst()
    vernietigen.voorleggen(medewerker("petra"), rij)
    Gebruiker.objects.filter(gebruikersnaam="henk").update(partij=partij("wil"))
    with pytest.raises(GeenRecht, match="eigen kring"):
        vernietigen.goedkeuren(medewerker("henk"), rij, bedenktijd_tot=DAARNA.date())


def test_bedenktijd_is_ten_minste_een_week():
    verlopen()
    rij = lijst()
    vernietigen.voorleggen(medewerker("petra"), rij)
    with pytest.raises(Invoerfout):
        vernietigen.goedkeuren(medewerker("henk"), rij, bedenktijd_tot=klok.vandaag() + timedelta(days=6))


# -- what stays -------------------------------------------------------------------------------------------------------


def test_wat_de_proceseigenaar_uitzondert_blijft_met_zijn_reden():
    blijft, gaat = verlopen(), verlopen("wil")
    rij = lijst()
    vernietigen.uitzonderen(
        medewerker("petra"), rij, regels=[rij.regels.get(nummer=blijft.nummer).pk], reden="Er loopt een klacht."
    )
    vernietigen.voorleggen(medewerker("petra"), rij)
    vernietigen.goedkeuren(medewerker("henk"), rij, bedenktijd_tot=klok.vandaag() + timedelta(days=14))
    assert voer_uit() == 1
    assert ververs(blijft)
    assert not Zaak.objects.systeem(REDEN).filter(pk=gaat.pk).exists()


def test_een_zaak_die_intussen_heropend_is_blijft_en_de_lijst_zegt_waarom():
    zaak = verlopen()
    rij = goedgekeurd()
    with klok.op_moment(VANDAAG + timedelta(days=2)):
        afronden.heropenen(medewerker("vera"), zaak, reden="Toch niet opgelost.")
    assert voer_uit() == 0
    assert rij.regels.get().uitzondering == "Deze zaak is in behandeling."
    assert stand(rij).stand == Lijststand.UITGEVOERD


def test_een_zaak_waaruit_de_inwoner_nog_een_geldig_product_heeft_blijft():
    zaak = verlopen()
    InwonerProduct.objects.create(partij=partij("anna"), zaak=zaak, naam="Vergunning", geldig_van=klok.vandaag())
    assert lijst().regels.get().uitzondering == "De inwoner heeft nog een geldig product uit deze zaak."


def test_een_zaak_staat_op_een_lopende_lijst_tegelijk():
    verlopen()
    lijst()
    with pytest.raises(Invoerfout):
        lijst()


def test_een_lijst_waar_niets_overblijft_gaat_niet_naar_de_archivaris():
    verlopen()
    rij = lijst()
    vernietigen.uitzonderen(medewerker("petra"), rij, regels=[rij.regels.get().pk], reden="Er loopt een klacht.")
    with pytest.raises(OnjuisteToestand):
        vernietigen.voorleggen(medewerker("petra"), rij)


def test_van_een_afgeschermde_zaak_staat_op_de_lijst_alleen_dat_zij_er_is():
    verlopen(afgeschermd=True)
    assert lijst().regels.get().afgeschermd


# -- faults -----------------------------------------------------------------------------------------------------------


def test_bestanden_die_niet_weg_konden_gaan_bij_een_volgende_beurt(monkeypatch, opslagmap):
    verlopen()
    rij = goedgekeurd()

    def weigert(pad: str) -> None:
        raise OSError("de opslag is weg")

    monkeypatch.setattr(archiefonderhoud, "verwijder", weigert)
    assert voer_uit() == 1
    assert rij.regels.get().bestanden
    monkeypatch.undo()
    assert archiefonderhoud.ruim_bestanden_op() == 1
    assert rij.regels.get().bestanden == []
    assert [pad.parent.parent.name for pad in bestanden_in(opslagmap)] == ["vernietigd"]


def test_elke_zaak_is_een_transactie_en_wat_mislukt_wordt_bij_een_volgende_beurt_gedaan(monkeypatch):
    verlopen(), verlopen("wil")
    goedgekeurd()
    echt, keren = vernietigen.wissen.wis_zaak, []

    def stuk_bij_de_tweede(zaak: Zaak) -> Any:
        keren.append(zaak)
        if len(keren) == 2:
            raise RuntimeError("de werker valt om")
        return echt(zaak)

    monkeypatch.setattr(vernietigen.wissen, "wis_zaak", stuk_bij_de_tweede)
    with pytest.raises(RuntimeError):
        voer_uit()
    assert Vernietigingsregel.objects.systeem(REDEN).exclude(vernietigd_op=None).count() == 1
    monkeypatch.undo()
    assert voer_uit() == 1
    assert not Zaak.objects.systeem(REDEN).filter(proces=proces()).exists()
