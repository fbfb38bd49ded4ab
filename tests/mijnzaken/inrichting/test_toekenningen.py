"""Asking for a role, granting, refusing, extending and ending it: what is possible, and what is said when it is not."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from autorisatie import beleid, houders
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel, Gebruiker, Toekenning
from catalogus import klok
from mijnzaken.berichten.models import Bericht
from mijnzaken.inrichting import toekenningen as doe
from tests.fabrieken import REDEN, gebruiker, geef_rol, medewerker
from tests.gevaren.test_toe_eigenen import keur_goed, vraag

EIGENAAR = "proceseigenaar"


@pytest.mark.django_db
@pytest.mark.usefixtures("gemeente", "op_maandag")
class TestToekennen:
    def test_een_rol_geldt_pas_als_een_ander_haar_goedkeurt(self) -> None:
        gevraagd = vraag("ruud", "henk", EIGENAAR)
        assert gevraagd.stand == "aangevraagd"
        assert not beleid.mag(medewerker("henk"), "zaaktype_publiceren")
        verleend = keur_goed("saskia", gevraagd)
        assert verleend.stand == "geldend"
        assert beleid.mag(medewerker("henk"), "zaaktype_publiceren")

    def test_elke_stap_staat_met_wie_en_welke_rol_in_het_logboek(self) -> None:
        gevraagd = vraag("ruud", "henk", EIGENAAR)
        keur_goed("saskia", gevraagd)
        doe.toekenning_beeindigen(medewerker("ruud"), gevraagd, reden="andere baan")
        stappen = {
            "toekenning_aanvragen": "ruud",
            "toekenning_goedkeuren": "saskia",
            "toekenning_beeindigen": "ruud",
        }
        for stap, wie in stappen.items():
            regel = Auditregel.objects.filter(handeling=stap, uitkomst="ok").latest("id")
            assert regel.gebruiker_id == gebruiker(wie).pk
            assert regel.bijzonderheden["toekenning"] == str(gevraagd.uuid)
            assert regel.bijzonderheden["rol"] == EIGENAAR

    def test_wie_mag_goedkeuren_en_wie_de_rol_krijgt_horen_ervan(self) -> None:
        keur_goed("saskia", vraag("ruud", "henk", EIGENAAR))
        berichten = Bericht.objects.systeem(REDEN).filter(soort__startswith="toekenning")
        naar = {(b.soort, b.gebruiker.gebruikersnaam) for b in berichten.select_related("gebruiker")}
        assert naar == {
            *(("toekenning_gevraagd", naam) for naam in ("saskia", "petra", "fleur")),
            ("toekenning_verleend", "henk"),
        }
        assert all("nodig voor het werk" not in b.tekst for b in berichten)

    @pytest.mark.parametrize(
        "velden,melding",
        [
            ({"dagen": 366}, "geldt niet langer"),
            ({"dagen": -1}, "na de eerste dag"),
            ({"reden": "  "}, "waarom"),
            ({"rol": "inwoner"}, "rol voor medewerkers"),
            ({"rol": "behandelaar"}, "Kies het team"),
        ],
    )
    def test_een_aanvraag_die_niet_past_zegt_wat_er_moet(self, velden: dict[str, Any], melding: str) -> None:
        dagen = velden.pop("dagen", 10)
        with pytest.raises(Invoerfout, match=melding):
            vraag("ruud", "henk", **{"geldig_tot": klok.vandaag() + timedelta(days=dagen), **velden})

    def test_een_jaar_mag_net(self) -> None:
        vraag("ruud", "henk", EIGENAAR, geldig_tot=klok.vandaag() + timedelta(days=365))

    def test_dezelfde_rol_wacht_maar_een_keer(self) -> None:
        een = vraag("ruud", "henk", EIGENAAR)
        with pytest.raises(Invoerfout, match="al aangevraagd"):
            vraag("saskia", "henk", EIGENAAR)
        een.pk, een._state.adding = None, True
        een.uuid = Toekenning._meta.get_field("uuid").get_default()
        with pytest.raises(IntegrityError, match="eenmaal_gevraagd"), transaction.atomic():
            een.save()

    def test_over_wat_beslist_is_beslist_niemand_nog_eens(self) -> None:
        gevraagd = vraag("ruud", "henk", EIGENAAR)
        doe.toekenning_weigeren(medewerker("petra"), gevraagd, reden="niet nodig")
        for stap in (
            lambda: keur_goed("saskia", gevraagd),
            lambda: doe.toekenning_weigeren(medewerker("fleur"), gevraagd, reden="x"),
        ):
            with pytest.raises(OnjuisteToestand, match="al over beslist"):
                stap()
        gevraagd.refresh_from_db()
        assert gevraagd.stand == "geweigerd"

    def test_wie_iets_aanvroeg_mag_het_intrekken(self) -> None:
        gevraagd = vraag("ruud", "henk", EIGENAAR)
        assert doe.toekenning_weigeren(medewerker("ruud"), gevraagd, reden="vergissing").stand == "geweigerd"

    def test_een_periode_die_voorbij_is_wordt_niet_goedgekeurd(self) -> None:
        gevraagd = vraag("ruud", "henk", EIGENAAR, geldig_tot=klok.vandaag() + timedelta(days=3))
        with klok.op_moment(klok.nu() + timedelta(days=4)), pytest.raises(OnjuisteToestand, match="al voorbij"):
            keur_goed("saskia", gevraagd)

    @pytest.mark.parametrize("wie", ["sanne", "tess", "omar", "henk"])
    def test_wie_het_recht_niet_heeft_keurt_niets_goed(self, wie: str) -> None:
        with pytest.raises(GeenRecht):
            keur_goed(wie, vraag("ruud", "vera", EIGENAAR))

    def test_wat_niemand_verlengt_eindigt_vanzelf(self) -> None:
        keur_goed("saskia", vraag("ruud", "henk", EIGENAAR, geldig_tot=klok.vandaag() + timedelta(days=10)))
        with klok.op_moment(klok.nu() + timedelta(days=11)):
            assert not beleid.mag(medewerker("henk"), "zaaktype_publiceren")

    def test_verlengen_is_opnieuw_vragen_en_opnieuw_goedkeuren(self) -> None:
        oud = keur_goed("saskia", vraag("ruud", "henk", EIGENAAR, geldig_tot=klok.vandaag() + timedelta(days=10)))
        tot = oud.geldig_tot + timedelta(days=200)
        nieuw = doe.toekenning_verlengen(medewerker("saskia"), oud, geldig_tot=tot, reden="blijft nodig")
        assert (nieuw.geldig_van, nieuw.verlengt) == (oud.geldig_tot + timedelta(days=1), oud)
        with pytest.raises(GeenRecht, match="zelf aangevraagd"):
            keur_goed("saskia", nieuw)
        keur_goed("ruud", nieuw)
        with klok.op_moment(klok.nu() + timedelta(days=11)):
            assert beleid.mag(medewerker("henk"), "zaaktype_publiceren")

    def test_wat_beeindigd_is_gaat_niet_verder_door_een_verlenging(self) -> None:
        oud = geef_rol("henk", EIGENAAR, dagen=10)
        tot = oud.geldig_tot + timedelta(days=100)
        nieuw = doe.toekenning_verlengen(medewerker("saskia"), oud, geldig_tot=tot, reden="blijft nodig")
        doe.toekenning_beeindigen(medewerker("ruud"), oud, reden="misbruik")
        with pytest.raises(OnjuisteToestand, match="is beëindigd"):
            keur_goed("ruud", nieuw)
        with pytest.raises(OnjuisteToestand, match="voorbij"):
            doe.toekenning_verlengen(medewerker("saskia"), oud, geldig_tot=tot, reden="toch")

    def test_beeindigen_geldt_meteen_en_een_beheerder_is_genoeg(self) -> None:
        rij = Toekenning.objects.get(Toekenning.geldend(), gebruiker=gebruiker("omar"))
        doe.toekenning_beeindigen(medewerker("ruud"), rij, reden="andere baan")
        assert not beleid.mag(medewerker("omar"), "beheer")
        assert Bericht.objects.systeem(REDEN).filter(soort="toekenning_beeindigd", gebruiker=gebruiker("omar")).exists()

    @pytest.mark.parametrize("wie,van", [("ruud", "saskia"), ("saskia", "saskia")])
    def test_er_blijven_minstens_twee_beheerders(self, wie: str, van: str) -> None:
        rij = Toekenning.objects.get(Toekenning.geldend(), gebruiker=gebruiker(van))
        with pytest.raises(OnjuisteToestand, match="minstens 2 autorisatiebeheerders"):
            doe.toekenning_beeindigen(medewerker(wie), rij, reden="x")
        geef_rol("henk", "autorisatiebeheerder")
        doe.toekenning_beeindigen(medewerker(wie), rij, reden="x")
        assert houders.aantal_personen("toekenning_aanvragen") == 2

    def test_een_tweede_account_telt_niet_als_tweede_beheerder(self) -> None:
        geef_rol("henk", "autorisatiebeheerder")
        Gebruiker.objects.filter(gebruikersnaam__in=["henk", "ruud"]).update(partij=gebruiker("joost").partij)
        assert houders.aantal_personen("toekenning_aanvragen") == 2
