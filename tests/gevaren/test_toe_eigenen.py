"""Nobody grants themselves, by whatever route; each test is named after its number in the list of dangers."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from autorisatie.actor import Systeem
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel, Gebruiker, Rol, Toekenning, Waarneming
from backoffice.beheer.forms_versie import Algemeenformulier
from backoffice.beheer.onderdelen import ONDERDELEN
from catalogus import klok
from catalogus.models import Proces, Team
from catalogus.uitwisseling.bestanden import DEMOSTAD, paden
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from catalogus.uitwisseling.laden import laad
from catalogus.uitwisseling.lezen import lees
from mijnzaken.inrichting import toekenningen, waarneming
from mijnzaken.zaken.handelingen import behandelen, besluiten
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, gebruiker, geef_rol, laat_waarnemen, medewerker, partij, registreer, ververs
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def vraag(door: str, voor: str, rol: str = "archivaris", team: str = "", **velden) -> Toekenning:
    van = klok.vandaag()
    return toekenningen.toekenning_aanvragen(
        medewerker(door),
        **{
            "gebruiker": gebruiker(voor),
            "rol": Rol.objects.get(code=rol),
            "team": Team.objects.get(naam=team) if team else None,
            "geldig_van": van,
            "geldig_tot": van + timedelta(days=100),
            "reden": "nodig voor het werk",
            **velden,
        },
    )


def keur_goed(door: str, toekenning: Toekenning) -> Toekenning:
    return toekenningen.toekenning_goedkeuren(medewerker(door), toekenning)


def heeft(naam: str, rol: str) -> bool:
    return Toekenning.objects.filter(Toekenning.geldend(), gebruiker=gebruiker(naam), rol__code=rol).exists()


def tweede_account(van: str, naam: str) -> Gebruiker:
    """Another account of the same person."""
    een = gebruiker(van)
    if een.partij is None:
        een.partij = partij("bram")
        een.save()
    return Gebruiker.objects.create(gebruikersnaam=naam, achternaam=een.achternaam, partij=een.partij)


# -- 18 ---------------------------------------------------------------------------------------------------------------


def test_18_er_is_geen_account_dat_alles_mag() -> None:
    velden = {veld.name for veld in Gebruiker._meta.get_fields()}
    assert not velden & {"is_superuser", "is_staff", "user_permissions", "groups"}
    assert not hasattr(gebruiker("ruud"), "has_perm")
    assert settings.AUTHENTICATION_BACKENDS == ["autorisatie.inloggen.medewerkers.Medewerkers"]


# -- 23 ---------------------------------------------------------------------------------------------------------------


def test_23_een_persoon_met_twee_accounts_keurt_zichzelf_niet_goed() -> None:
    tweede_account("saskia", "saskia-2")
    geef_rol("saskia-2", "autorisatiebeheerder", door=("petra", "fleur"))
    with pytest.raises(Invoerfout, match="uzelf"):
        vraag("saskia-2", "saskia")
    gevraagd = vraag("ruud", "saskia")
    with pytest.raises(GeenRecht, match="eigen rol"):
        keur_goed("saskia-2", gevraagd)
    gevraagd = vraag("saskia-2", "henk", "proceseigenaar")
    with pytest.raises(GeenRecht, match="zelf aangevraagd"):
        keur_goed("saskia", gevraagd)
    keur_goed("ruud", gevraagd)
    assert heeft("henk", "proceseigenaar")


@pytest.mark.parametrize(
    "ontvanger,vrager,verlener",
    [("saskia", "saskia-2", "ruud"), ("saskia", "ruud", "saskia-2"), ("henk", "saskia", "saskia-2")],
)
def test_23_ook_de_database_ziet_de_persoon_achter_het_account(ontvanger: str, vrager: str, verlener: str) -> None:
    tweede_account("saskia", "saskia-2")
    with pytest.raises(IntegrityError, match="drie verschillende personen"), transaction.atomic():
        geef_rol(ontvanger, "archivaris", door=(vrager, verlener))


def test_23_wie_later_dezelfde_persoon_blijkt_heeft_de_rol_niet_meer() -> None:
    geef_rol("henk", "proceseigenaar", door=("ruud", "saskia"))
    assert heeft("henk", "proceseigenaar")
    Gebruiker.objects.filter(gebruikersnaam__in=["henk", "saskia"]).update(partij=partij("bram"))
    assert not heeft("henk", "proceseigenaar")


# -- 24 ---------------------------------------------------------------------------------------------------------------


def test_24_niemand_vraagt_voor_zichzelf_of_keurt_zichzelf_goed() -> None:
    with pytest.raises(Invoerfout, match="uzelf"):
        vraag("ruud", "ruud")
    gevraagd = vraag("saskia", "ruud")
    with pytest.raises(GeenRecht, match="eigen rol"):
        keur_goed("ruud", gevraagd)
    with pytest.raises(GeenRecht, match="zelf aangevraagd"):
        keur_goed("saskia", gevraagd)
    assert not heeft("ruud", "archivaris")
    assert keur_goed("petra", gevraagd).verleend_door == gebruiker("petra")
    assert heeft("ruud", "archivaris")


def test_24_een_weigering_staat_in_het_logboek() -> None:
    gevraagd = vraag("saskia", "ruud")
    with pytest.raises(GeenRecht):
        keur_goed("ruud", gevraagd)
    regel = Auditregel.objects.filter(handeling="toekenning_goedkeuren", uitkomst="geweigerd").latest("id")
    assert regel.gebruiker_id == gebruiker("ruud").pk


@pytest.mark.parametrize("naam", ["sanne", "tess", "omar", "mila", "henk", "petra", "fleur"])
def test_24_wie_geen_beheerder_is_vraagt_niets_aan(naam: str) -> None:
    with pytest.raises(GeenRecht):
        vraag(naam, "karim")


def test_24_een_taak_of_opdracht_verleent_niets() -> None:
    gevraagd = vraag("ruud", "henk", "proceseigenaar")
    for doe in (
        lambda: toekenningen.toekenning_goedkeuren(Systeem("een opdracht"), gevraagd),
        lambda: toekenningen.toekenning_beeindigen(Systeem("een opdracht"), gevraagd, reden="x"),
        lambda: waarneming.waarneming_instellen(
            Systeem("een opdracht"),
            afwezige=gebruiker("sanne"),
            waarnemer=gebruiker("karim"),
            van=klok.vandaag(),
            tot=klok.vandaag(),
            reden="x",
        ),
    ):
        with pytest.raises(GeenRecht, match="Alleen een medewerker"):
            doe()


def test_24_een_verzonnen_veld_in_het_formulier_geeft_niets() -> None:
    client = als(Client(), gebruiker("ruud"))
    client.post(
        reverse("beheer_toekenning_aanvragen", args=[gebruiker("henk").uuid]),
        {
            "rol": Rol.objects.get(code="proceseigenaar").pk,
            "geldig_van": klok.vandaag().isoformat(),
            "geldig_tot": (klok.vandaag() + timedelta(days=9)).isoformat(),
            "reden": "nodig",
            "gebruiker": gebruiker("ruud").pk,
            "verleend_door": gebruiker("saskia").pk,
            "verleend_op": klok.nu().isoformat(),
            "aangevraagd_door": gebruiker("saskia").pk,
        },
    )
    rij = Toekenning.objects.get(Toekenning.wachtend())
    assert (rij.gebruiker, rij.aangevraagd_door, rij.verleend_op) == (gebruiker("henk"), gebruiker("ruud"), None)


# -- 25 ---------------------------------------------------------------------------------------------------------------


def test_25_een_teamleider_zet_niemand_in_zijn_team_ook_zichzelf_niet() -> None:
    with pytest.raises(GeenRecht):
        vraag("tess", "tess", "behandelaar", "Schulddienstverlening")
    client = als(Client(), gebruiker("tess"))
    for naam in ("tess", "joost"):
        assert client.post(reverse("beheer_toekenning_aanvragen", args=[gebruiker(naam).uuid])).status_code == 404


def test_25_een_bestand_brengt_een_zaaktype_niet_naar_een_ander_team(tmp_path: Path) -> None:
    origineel = next(p for p in paden(DEMOSTAD) if '"team": "Schulddienstverlening"' in p.read_text())
    bestand = tmp_path / "catalogus.json"
    bestand.write_text(origineel.read_text().replace('"team": "Schulddienstverlening"', '"team": "Geluid en Lucht"'))
    with pytest.raises(OnbruikbaarBestand, match="geeft anderen rechten"):
        laad(lees([bestand]))
    assert Proces.objects.get(identificatie="schuldhulpverlening").team.naam == "Schulddienstverlening"


def test_25_geen_scherm_of_handeling_verzet_het_team_van_een_zaaktype_of_van_een_collega() -> None:
    """The forms of the program: none has the team or group of a proces, or anything of an account."""
    assert not set(Algemeenformulier._meta.fields) & {"proces", "team", "groep"}
    assert not any(onderdel.model in (Proces, Team, Gebruiker) for onderdel in ONDERDELEN.values())


def test_25_niemand_wijst_zich_een_zaak_toe_buiten_het_eigen_team() -> None:
    zaak = registreer("anna", "schuldhulpverlening")
    with pytest.raises(BestaatNiet):
        behandelen.toewijzen(medewerker("tess"), zaak, gebruiker("tess"))


# -- 26 ---------------------------------------------------------------------------------------------------------------


def test_26_twee_beheerders_helpen_elkaar_niet_aan_een_rol() -> None:
    keur_goed("petra", vraag("ruud", "saskia"))
    with pytest.raises(GeenRecht, match="helpen elkaar"):
        vraag("saskia", "ruud")
    with klok.op_moment(klok.nu() + timedelta(days=29)), pytest.raises(GeenRecht, match="helpen elkaar"):
        vraag("saskia", "ruud")
    with klok.op_moment(klok.nu() + timedelta(days=31)):
        keur_goed("petra", vraag("saskia", "ruud"))
    assert heeft("saskia", "archivaris")


def test_26_ook_niet_als_beide_nog_wachten() -> None:
    vraag("ruud", "saskia")
    with pytest.raises(GeenRecht, match="helpen elkaar"):
        vraag("saskia", "ruud")


def test_26_wie_iets_goedkeurde_krijgt_niets_van_de_ontvanger_terug() -> None:
    keur_goed("petra", vraag("saskia", "ruud"))
    with pytest.raises(GeenRecht, match="helpen elkaar"):
        vraag("ruud", "petra")
    gevraagd = vraag("saskia", "petra")
    with pytest.raises(GeenRecht, match="helpen elkaar"):
        keur_goed("ruud", gevraagd)
    assert not heeft("petra", "archivaris")


# -- 27 ---------------------------------------------------------------------------------------------------------------


def test_27_een_zaak_doorgeven_maakt_het_eigen_voorstel_niet_van_een_ander() -> None:
    geef_rol("vera", "teamleider", "Parkeren")
    zaak = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    besluiten.besluit_voorstellen(
        medewerker("vera"), zaak, besluitmoment=moment, uitkomst="toegekend", motivering="U woont in het gebied."
    )
    behandelen.toewijzen(medewerker("peter"), zaak, gebruiker("peter"))
    with pytest.raises(GeenRecht, match="zelf gedaan"):
        besluiten.besluiten(medewerker("vera"), ververs(zaak))


@pytest.mark.parametrize(
    "wijziging", [{"aangevraagd_door": "petra"}, {"gebruiker": "ruud"}, {"rol": "autorisatiebeheerder"}]
)
def test_27_een_aanvraag_krijgt_geen_andere_vrager_ontvanger_of_rol(wijziging: dict[str, str]) -> None:
    gevraagd = vraag("ruud", "henk", "proceseigenaar")
    ((veld, waarde),) = wijziging.items()
    nieuw = Rol.objects.get(code=waarde) if veld == "rol" else gebruiker(waarde)
    with pytest.raises(IntegrityError, match=r"verandert niet|drie verschillende"), transaction.atomic():
        Toekenning.objects.filter(pk=gevraagd.pk).update(**{veld: nieuw})
    with pytest.raises(IntegrityError, match="verandert niet"), transaction.atomic():
        Toekenning.objects.filter(pk=gevraagd.pk).update(geldig_tot=gevraagd.geldig_tot + timedelta(days=1))


def test_27_wie_intussen_geen_beheerder_meer_is_krijgt_zijn_aanvraag_niet_goedgekeurd() -> None:
    geef_rol("henk", "autorisatiebeheerder")
    gevraagd = vraag("henk", "omar", "proceseigenaar")
    rol = Toekenning.objects.get(gebruiker=gebruiker("henk"), rol__code="autorisatiebeheerder")
    toekenningen.toekenning_beeindigen(medewerker("ruud"), rol, reden="andere baan")
    with pytest.raises(OnjuisteToestand, match="mag dat niet meer"):
        keur_goed("saskia", gevraagd)


# -- 28 ---------------------------------------------------------------------------------------------------------------


def met_voorstel(door: str) -> Zaak:
    zaak = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker(door), zaak)
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    besluiten.besluit_voorstellen(
        medewerker(door), zaak, besluitmoment=moment, uitkomst="toegekend", motivering="U woont in het gebied."
    )
    return ververs(zaak)


@pytest.mark.parametrize("waarnemer,voor", [("peter", "vera"), ("vera", "peter")])
def test_28_waarnemer_en_afwezige_besluiten_niet_over_elkaars_voorstel(waarnemer: str, voor: str) -> None:
    zaak = met_voorstel("vera")
    rij = laat_waarnemen(waarnemer, voor)
    with pytest.raises(GeenRecht, match="neemt waar"):
        besluiten.besluiten(medewerker("peter"), zaak)
    waarneming.waarneming_beeindigen(medewerker("ruud"), rij)
    assert besluiten.besluiten(medewerker("peter"), zaak).besloten_door == gebruiker("peter")


def test_28_een_waarnemer_keurt_geen_rol_goed_die_de_afwezige_aanvroeg() -> None:
    gevraagd = vraag("ruud", "henk", "proceseigenaar")
    laat_waarnemen("saskia", "ruud", door="petra")
    with pytest.raises(GeenRecht, match="neemt waar"):
        keur_goed("saskia", gevraagd)
    keur_goed("fleur", gevraagd)


def test_28_niemand_maakt_zichzelf_waarnemer() -> None:
    dagen = {"van": klok.vandaag(), "tot": klok.vandaag(), "reden": "verlof"}
    with pytest.raises(Invoerfout, match="uzelf geen waarnemer"):
        waarneming.waarneming_instellen(
            medewerker("tess"), afwezige=gebruiker("sanne"), waarnemer=gebruiker("tess"), **dagen
        )
    tweede_account("tess", "tess-2")
    geef_rol("tess-2", "behandelaar", "Geluid en Lucht")
    with pytest.raises(Invoerfout, match="uzelf geen waarnemer"):
        waarneming.waarneming_instellen(
            medewerker("tess"), afwezige=gebruiker("sanne"), waarnemer=gebruiker("tess-2"), **dagen
        )
    with pytest.raises(IntegrityError, match="zichzelf"), transaction.atomic():
        laat_waarnemen("tess-2", "sanne", door="tess")


# -- 30 ---------------------------------------------------------------------------------------------------------------


def test_30_een_rol_begint_nooit_in_het_verleden() -> None:
    gisteren = klok.vandaag() - timedelta(days=1)
    with pytest.raises(Invoerfout, match="vandaag of een dag die nog komt"):
        vraag("ruud", "henk", "proceseigenaar", geldig_van=gisteren)
    gevraagd = vraag("ruud", "henk", "proceseigenaar")
    with klok.op_moment(klok.nu() + timedelta(days=5)):
        assert keur_goed("saskia", gevraagd).geldig_van == klok.vandaag()


def test_30_ook_de_database_neemt_geen_rol_of_waarneming_van_gisteren_aan() -> None:
    toen = {"geldig_van": klok.vandaag() - timedelta(days=1), "geldig_tot": klok.vandaag() + timedelta(days=9)}
    wie = {"gebruiker": gebruiker("henk"), "rol": Rol.objects.get(code="proceseigenaar"), "reden": REDEN}
    door = {"aangevraagd_door": gebruiker("ruud"), "verleend_door": gebruiker("saskia")}
    nu = klok.nu()
    with pytest.raises(IntegrityError, match="niet_in_het_verleden"), transaction.atomic():
        Toekenning.objects.create(**toen, **wie, **door, aangevraagd_op=nu, verleend_op=nu)
    verleend = Toekenning.objects.create(
        **(toen | {"geldig_van": klok.vandaag()}), **wie, **door, aangevraagd_op=nu, verleend_op=nu
    )
    with pytest.raises(IntegrityError, match="verandert niet"), transaction.atomic():
        Toekenning.objects.filter(pk=verleend.pk).update(geldig_van=klok.vandaag() - timedelta(days=3))
    with pytest.raises(IntegrityError, match="niet_in_het_verleden"), transaction.atomic():
        Waarneming.objects.create(
            afwezige=gebruiker("sanne"),
            waarnemer=gebruiker("karim"),
            van=klok.vandaag() - timedelta(days=1),
            tot=klok.vandaag(),
            reden=REDEN,
            ingesteld_door=gebruiker("tess"),
            ingesteld_op=nu,
        )
