"""Standing in for an absent colleague: the zaken of that person, while it lasts, and nothing else of that person."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autorisatie import beleid, standen
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel, Gebruiker, Niveau, Toekenning, Waarneming
from catalogus import klok
from mijnzaken.berichten.models import Bericht
from mijnzaken.inrichting import waarneming
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.lijst import Filter, aantal, lijst
from mijnzaken.zaken.models import Zaak, ZaakToegang
from tests.fabrieken import REDEN, gebruiker, geef_rol, laat_waarnemen, medewerker, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
VERGUNNING = "parkeervergunning-bewoners"


def van_vera(wie: str = "anna") -> Zaak:
    """A zaak of another team than sanne's, assigned to vera."""
    zaak = registreer(wie, VERGUNNING)
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    return ververs(zaak)


def ziet(naam: str, zaak: Zaak) -> bool:
    een = Zaak.objects.een(medewerker(naam), zaak.uuid) is not None
    in_lijst = zaak.pk in [z.pk for z in lijst(medewerker(naam), Filter(), aantal=100).rijen]
    assert een == in_lijst
    return een


def stel_in(door: str, voor: str, waarnemer: str, **velden) -> Waarneming:
    dagen = {"van": klok.vandaag(), "tot": klok.vandaag() + timedelta(days=13), "reden": "verlof"}
    return waarneming.waarneming_instellen(
        medewerker(door), afwezige=gebruiker(voor), waarnemer=gebruiker(waarnemer), **(dagen | velden)
    )


# -- what a deputy may ------------------------------------------------------------------------------------------------


def test_een_waarnemer_ziet_en_doet_de_zaken_van_de_afwezige_en_geen_andere():
    zaak, ander = van_vera(), registreer("bram", VERGUNNING)
    assert not ziet("sanne", zaak)
    laat_waarnemen("sanne", "vera")
    assert ziet("sanne", zaak)
    assert not ziet("sanne", ander)
    behandelen.notitie_schrijven(medewerker("sanne"), zaak, onderwerp="", tekst="Gebeld.")
    regel = Auditregel.objects.filter(handeling="notitie_schrijven").latest("id")
    assert regel.gebruiker_id == gebruiker("sanne").pk
    assert "waarneming voor V. Prins" in regel.reden


def test_het_lezen_door_een_waarnemer_zegt_voor_wie():
    zaak = van_vera()
    laat_waarnemen("sanne", "vera")
    zaak_inzien(medewerker("sanne"), zaak.uuid)
    regel = Auditregel.objects.filter(handeling="inzien").latest("id")
    assert regel.bijzonderheden == {"waarneming_voor": gebruiker("vera").pk}


def test_ook_wie_zelf_al_mag_staat_als_waarnemer_in_het_logboek():
    zaak = registreer("anna", "subsidie-verkeerslawaai")
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    laat_waarnemen("karim", "sanne")
    behandelen.notitie_schrijven(medewerker("karim"), zaak, onderwerp="", tekst="Gebeld.")
    assert "waarneming voor S. Kaya" in Auditregel.objects.filter(handeling="notitie_schrijven").latest("id").reden


@pytest.mark.parametrize("dagen,geldt", [(-1, False), (0, True), (10, True), (11, False)])
def test_het_geldt_alleen_van_de_eerste_tot_en_met_de_laatste_dag(dagen, geldt):
    zaak = van_vera()
    laat_waarnemen("sanne", "vera", dagen=10)
    with klok.op_moment(klok.nu() + timedelta(days=dagen)):
        assert (Zaak.objects.een(medewerker("sanne"), zaak.uuid) is not None) == geldt


def test_na_beeindigen_houdt_het_meteen_op():
    zaak = van_vera()
    rij = laat_waarnemen("sanne", "vera")
    actor = medewerker("sanne")
    assert Zaak.objects.een(actor, zaak.uuid) is not None
    waarneming.waarneming_beeindigen(medewerker("sanne"), rij)
    assert not ziet("sanne", zaak)
    with pytest.raises(BestaatNiet):
        behandelen.notitie_schrijven(medewerker("sanne"), zaak, onderwerp="", tekst="Nog iets.")


def test_een_zaak_die_de_afwezige_niet_meer_heeft_is_weg():
    zaak = van_vera()
    laat_waarnemen("sanne", "vera")
    behandelen.toewijzen(medewerker("peter"), zaak, None)
    assert not ziet("sanne", zaak)


def test_de_eigen_kring_van_de_waarnemer_blijft_uitgesloten():
    zaak = van_vera("joost")
    laat_waarnemen("joost", "vera")
    assert not ziet("joost", zaak)
    assert ziet("joost", van_vera("anna"))


def test_wat_de_afwezige_persoonlijk_mag_gaat_niet_over():
    zaak = van_vera()
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(afgeschermd=True)
    nu = klok.nu()
    ZaakToegang.objects.create(
        user=gebruiker("vera"),
        permission=ZaakToegang.permission.field.related_model.objects.filter(content_type__model="zaak").first(),
        content_object=zaak,
        geldig_van=nu,
        geldig_tot=nu + timedelta(days=9),
        reden=REDEN,
        verleend_door=gebruiker("ruud"),
    )
    laat_waarnemen("sanne", "vera")
    assert ziet("vera", zaak)
    assert not ziet("sanne", zaak)


def test_er_is_geen_keten():
    zaak = van_vera()
    laat_waarnemen("sanne", "vera")
    laat_waarnemen("karim", "sanne")
    assert ziet("sanne", zaak)
    assert not ziet("karim", zaak)


def test_wat_de_afwezige_niet_meer_mag_mag_de_waarnemer_ook_niet():
    zaak = van_vera()
    laat_waarnemen("sanne", "vera")
    Toekenning.objects.filter(gebruiker=gebruiker("vera")).update(
        beeindigd_op=klok.nu(), beeindigd_door=gebruiker("ruud")
    )
    assert not ziet("sanne", zaak)


def test_wie_weg_is_uit_dienst_wordt_niet_waargenomen():
    zaak = van_vera()
    laat_waarnemen("sanne", "vera")
    Gebruiker.objects.filter(gebruikersnaam="vera").update(is_active=False)
    assert not ziet("sanne", zaak)


@pytest.mark.parametrize("recht", ["rechten_beheren", "toekenning_goedkeuren", "toekenning_aanvragen", "sturing"])
def test_een_bureau_of_recht_zonder_zaak_gaat_niet_over(recht):
    laat_waarnemen("sanne", "ruud", door="saskia")
    laat_waarnemen("sanne", "tess")
    assert beleid.mag(medewerker("ruud"), recht) or beleid.mag(medewerker("tess"), recht)
    assert not beleid.mag(medewerker("sanne"), recht)
    assert beleid.processen_met_recht(medewerker("sanne"), recht) == frozenset()


def test_de_waarnemer_van_een_teamleider_besluit_over_diens_eigen_zaken():
    zaak = registreer("anna", VERGUNNING)
    behandelen.in_behandeling_nemen(medewerker("peter"), zaak)
    laat_waarnemen("vera", "peter")
    assert beleid.beslis_over_zaak(medewerker("vera"), "besluiten", ververs(zaak), eigen_zaak=False)
    assert not beleid.beslis_over_zaak(medewerker("vera"), "besluiten", van_vera("bram"), eigen_zaak=False)


# -- who makes one ----------------------------------------------------------------------------------------------------


def test_een_teamleider_regelt_waarneming_in_het_eigen_team():
    rij = stel_in("tess", "sanne", "karim")
    assert (rij.ingesteld_door, rij.waarnemer) == (gebruiker("tess"), gebruiker("karim"))
    assert {b.gebruiker for b in Bericht.objects.systeem(REDEN).filter(soort="waarneming_ingesteld")} == {
        gebruiker("karim"),
        gebruiker("sanne"),
    }
    for voor, waarnemer in (("vera", "karim"), ("sanne", "vera")):
        with pytest.raises(Invoerfout, match="team dat u leidt"):
            stel_in("tess", voor, waarnemer)


def test_een_beheerder_regelt_waarneming_voor_iedereen_behalve_door_zichzelf():
    stel_in("ruud", "vera", "sanne")
    with pytest.raises(Invoerfout, match="uzelf geen waarnemer"):
        stel_in("ruud", "vera", "ruud")


def test_een_beheerder_kiest_wie_hetzelfde_werk_doet():
    with pytest.raises(Invoerfout, match="hetzelfde team"):
        stel_in("ruud", "joost", "saskia")
    with pytest.raises(Invoerfout, match="hetzelfde team"):
        stel_in("ruud", "joost", "mila")


def test_twee_die_elkaar_waarnemer_maken_van_een_ander_komen_niet_verder():
    geef_rol("tess", "teamleider", "Bezwaar")
    geef_rol("boris", "teamleider", "Geluid en Lucht")
    stel_in("tess", "bea", "boris")
    with pytest.raises(GeenRecht, match="maakte u net waarnemer"):
        stel_in("boris", "sanne", "tess")
    with klok.op_moment(klok.nu() + timedelta(days=31)):
        stel_in("boris", "sanne", "tess")


def test_elkaars_eigen_zaken_doen_mag_om_beurten():
    dagen = {"van": klok.vandaag(), "tot": klok.vandaag(), "reden": "verlof"}
    waarneming.eigen_waarneming_instellen(medewerker("sanne"), waarnemer=gebruiker("karim"), **dagen)
    waarneming.eigen_waarneming_instellen(medewerker("karim"), waarnemer=gebruiker("sanne"), **dagen)
    stel_in("tess", "sanne", "karim", van=klok.vandaag() + timedelta(days=20), tot=klok.vandaag() + timedelta(days=21))


def test_een_behandelaar_regelt_waarneming_alleen_voor_zichzelf_en_in_het_eigen_team():
    dagen = {"van": klok.vandaag(), "tot": klok.vandaag(), "reden": "verlof"}
    with pytest.raises(GeenRecht):
        stel_in("sanne", "karim", "tess")
    with pytest.raises(Invoerfout, match="eigen team"):
        waarneming.eigen_waarneming_instellen(medewerker("sanne"), waarnemer=gebruiker("vera"), **dagen)
    with pytest.raises(Invoerfout, match="uzelf"):
        waarneming.eigen_waarneming_instellen(medewerker("sanne"), waarnemer=gebruiker("sanne"), **dagen)
    rij = waarneming.eigen_waarneming_instellen(medewerker("sanne"), waarnemer=gebruiker("karim"), **dagen)
    assert rij.afwezige == rij.ingesteld_door == gebruiker("sanne")


@pytest.mark.parametrize(
    "velden,melding",
    [
        ({"van": -1}, "vandaag of een dag"),
        ({"tot": -1}, "na de eerste dag"),
        ({"tot": 56}, "duurt niet langer"),
        ({"reden": " "}, "waarom"),
    ],
)
def test_een_waarneming_begint_niet_eerder_en_duurt_niet_te_lang(velden, melding):
    dagen = {n: klok.vandaag() + timedelta(days=w) if isinstance(w, int) else w for n, w in velden.items()}
    with pytest.raises(Invoerfout, match=melding):
        stel_in("tess", "sanne", "karim", **dagen)


def test_dezelfde_dagen_dezelfde_mensen_een_keer():
    stel_in("tess", "sanne", "karim")
    with pytest.raises(Invoerfout, match="al waar"):
        stel_in("ruud", "sanne", "karim", van=klok.vandaag() + timedelta(days=5))


@pytest.mark.parametrize("wie", ["sanne", "karim", "tess", "ruud"])
def test_beeindigen_doen_de_twee_zelf_wie_het_regelde_en_een_beheerder(wie):
    rij = stel_in("tess", "sanne", "karim")
    waarneming.waarneming_beeindigen(medewerker(wie), rij)
    with pytest.raises(OnjuisteToestand):
        waarneming.waarneming_beeindigen(medewerker(wie), rij)


@pytest.mark.parametrize("wie", ["vera", "joost", "mila", "nadia"])
def test_voor_een_ander_bestaat_de_waarneming_niet(wie):
    rij = stel_in("tess", "sanne", "karim")
    with pytest.raises(BestaatNiet):
        waarneming.waarneming_beeindigen(medewerker(wie), rij)
    assert rij not in waarneming.zichtbaar(gebruiker(wie))


# -- the same rule, three readings ------------------------------------------------------------------------------------

MENSEN = ["sanne", "karim", "tess", "vera", "peter", "joost", "nadia", "mila", "ruud"]


@pytest.fixture(scope="module")
def zaken(gemeente, django_db_blocker):
    """Zaken of several kinds, each of somebody else."""
    with django_db_blocker.unblock():
        rijen = []
        for n, soort in enumerate([VERGUNNING, "schuldhulpverlening", "klacht", "subsidie-verkeerslawaai"] * 4):
            zaak = registreer(["anna", "joost", "bram"][n % 3], soort)
            Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(
                behandelaar=gebruiker(MENSEN[n % len(MENSEN)]), afgeschermd=n == 5
            )
            rijen.append(ververs(zaak))
        return rijen


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    paren=st.lists(st.tuples(st.sampled_from(MENSEN), st.sampled_from(MENSEN)), max_size=6),
    wie=st.sampled_from(MENSEN),
)
def test_deur_lijst_en_voorwaarde_zeggen_hetzelfde_ook_met_waarneming(zaken, paren, wie):
    Waarneming.objects.all().delete()
    for waarnemer, voor in paren:
        if waarnemer != voor:
            laat_waarnemen(waarnemer, voor, door="petra")
    actor = medewerker(wie)
    gronden = [g for g in standen.gronden(actor) if g.niveau >= Niveau.BESTAAT and not g.eigen_zaak]
    uitgesloten = set(actor.uitgesloten_partijen)

    def hoort(zaak: Zaak) -> bool:
        eigen_kring = set(zaak.betrokken_partijen()) & uitgesloten
        return not zaak.afgeschermd and not eigen_kring and any(g.geldt_voor(zaak) for g in gronden)

    verwacht = {z.pk for z in Zaak.objects.systeem(REDEN) if hoort(z)}
    assert set(Zaak.objects.voor(actor).values_list("pk", flat=True)) == verwacht
    assert {z.pk for z in lijst(actor, Filter(), aantal=100).rijen} == verwacht
    assert aantal(actor, Filter()) == len(verwacht)
    voor = {v for w, v in paren if w == wie and v != wie}
    zonder = [g for g in gronden if g.afwezige is None]
    for zaak in zaken:
        if hoort(zaak) and not any(g.geldt_voor(zaak) for g in zonder):
            assert zaak.behandelaar.gebruikersnaam in voor  # a deputy gains the zaken of the absent, and no other
