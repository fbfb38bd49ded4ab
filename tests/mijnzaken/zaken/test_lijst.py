"""The list is the door, in pages: grounds merge without doubles, and a page never skips or repeats a row."""

import random
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autorisatie import standen
from autorisatie.models import (
    Niveau,
    OpenOfGesloten,
    Rol,
    Scope,
    Toekenning,
)
from catalogus import klok
from catalogus.models import Dienst, Fase, Proces, Team
from mijnzaken.zaken.lijst import SORTERINGEN, Filter, aantal, lijst
from mijnzaken.zaken.models import Zaak, ZaakToegang
from tests.fabrieken import REDEN, burger, gebruiker, geef_rol, geldende_matrix, medewerker, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
SOORTEN = ["parkeervergunning-bewoners", "melding-openbare-ruimte", "schuldhulpverlening", "klacht"]


@pytest.fixture
def zaken() -> list[Zaak]:
    """Twenty-four zaken of four kinds and three people, in every mix of open, closed, shielded, given and secret."""
    toeval = random.Random(14070)
    gemaakt = []
    for nummer in range(24):
        zaak = registreer(["anna", "bram", "joost"][nummer % 3], SOORTEN[nummer % 4])
        dicht = nummer % 5 == 0
        zaak.fase, zaak.einddatum = (Fase.AFGEROND if dicht else Fase.ONTVANGEN), None
        if dicht:
            zaak.einddatum = klok.vandaag() - timedelta(days=toeval.randint(0, 20))
        zaak.afgeschermd = nummer % 7 == 0
        zaak.behandelaar = gebruiker("sanne") if nummer % 6 == 0 else None
        zaak.team = Team.objects.order_by("pk")[nummer % 3]
        zaak.vertrouwelijkheidaanduiding = 1 + nummer % 8
        zaak.registratiedatum -= timedelta(days=nummer // 4)
        zaak.save()
        gemaakt.append(zaak)
    return gemaakt


def bladen(actor, filter_: Filter, sortering: str, per: int) -> list[list[int]]:
    """All pages, walked forward, and back again: the two must tell the same."""
    heen, sleutel = [], ""
    while True:
        blad = lijst(actor, filter_, sortering=sortering, na=sleutel, aantal=per)
        heen.append([z.pk for z in blad.rijen])
        laatste, sleutel = blad, blad.volgende
        if not sleutel:
            break
    terug, sleutel = [heen[-1]], laatste.vorige
    while sleutel:
        blad = lijst(actor, filter_, sortering=sortering, voor=sleutel, aantal=per)
        terug.insert(0, [z.pk for z in blad.rijen])
        sleutel = blad.vorige
    assert terug == heen
    return heen


@pytest.mark.parametrize("sortering", sorted(SORTERINGEN))
def test_bladeren_heen_en_terug_geeft_de_hele_lijst_eenmaal(zaken, sortering):
    mila = medewerker("mila")
    alles = [pk for blad in bladen(mila, Filter(), sortering, 3) for pk in blad]
    assert len(alles) == len(set(alles)) > 3
    assert set(alles) == set(Zaak.objects.voor(mila).values_list("pk", flat=True))
    assert alles == [z.pk for z in lijst(mila, Filter(), sortering=sortering, aantal=100).rijen]
    assert aantal(mila, Filter()) == len(alles)


def test_een_sleutel_die_nergens_op_slaat_geeft_de_eerste_bladzijde(zaken):
    eerste = lijst(medewerker("joost"), Filter(), aantal=3)
    for sleutel in (
        "",
        "~",
        "x~y",
        "2026-13-01~4",
        "2026-03-02~-1",
        "2026-03-02~99999999999999999999",
        "a\x00~1",
        "'~1",
    ):
        assert lijst(medewerker("joost"), Filter(), na=sleutel, aantal=3).rijen == eerste.rijen


def test_de_zaak_die_men_op_twee_gronden_ziet_staat_er_eenmaal(zaken):
    zaak = next(z for z in zaken if z.proces.identificatie == "schuldhulpverlening" and not z.afgeschermd)
    zaak.rollen.all().delete()
    nu = klok.nu()
    for dagen in (1, 2):
        geef_toegang(zaak, "joost", nu - timedelta(days=dagen))
    assert [z.pk for z in lijst(medewerker("joost"), Filter(), aantal=100).rijen].count(zaak.pk) == 1


def geef_toegang(zaak: Zaak, naam: str, vanaf) -> ZaakToegang:
    recht = ZaakToegang.permission.field.related_model.objects.filter(content_type__model="zaak").first()
    return ZaakToegang.objects.create(
        user=gebruiker(naam),
        permission=recht,
        content_object=zaak,
        geldig_van=vanaf,
        geldig_tot=vanaf + timedelta(days=30),
        reden=REDEN,
        verleend_door=gebruiker("ruud"),
    )


def test_zoeken_is_letterlijk(zaken):
    for tekst in ("%", "_", "2026-%", "\\", "2026-000000_"):
        assert lijst(medewerker("joost"), Filter(zoek=tekst)).rijen == []


# -- one matrix, three readings ---------------------------------------------------------------------------------------

regel = st.fixed_dictionaries(
    {
        "scope": st.sampled_from([s for s in Scope.values if s != Scope.EIGEN_ZAAK]),
        "niveau": st.sampled_from([Niveau.GEEN, Niveau.BESTAAT, Niveau.KERN]),
        "keuze": st.integers(0, 5),
        "open_of_gesloten": st.sampled_from(OpenOfGesloten.values),
        "dagen_na_sluiting": st.sampled_from([None, 0, 10]),
        "eigen_team": st.booleans(),
        "aan_mij": st.booleans(),
        "max_vertrouwelijkheid": st.integers(1, 8),
    }
)


def maak_matrix(regels: list[dict]) -> None:
    """A new active version for one role, which sanne and joost hold."""
    rol, _ = Rol.objects.get_or_create(code="proef", defaults={"naam": "Proef"})
    rijen = []
    for waarden in regels:
        keuze = waarden["keuze"]
        waarop = {
            Scope.DIENST: {"dienst": Dienst.objects.order_by("pk")[keuze % Dienst.objects.count()]},
            Scope.TEAM: {"team": Team.objects.order_by("pk")[keuze]},
            Scope.PROCES: {"proces": Proces.objects.get(identificatie=SOORTEN[keuze % 4])},
            Scope.PROCESGROEP: {"procesgroep": Proces.objects.get(identificatie=SOORTEN[keuze % 4]).groep},
        }.get(Scope(waarden["scope"]), {})
        rest = {k: v for k, v in waarden.items() if k != "keuze"}
        rijen.append(rest | waarop)
    geldende_matrix(rijen, rol=rol)
    for naam, team in (("sanne", "Geluid en Lucht"), ("joost", "Schulddienstverlening")):
        andere = Toekenning.objects.filter(Toekenning.geldend(), gebruiker=gebruiker(naam)).exclude(rol=rol)
        if andere.update(beeindigd_op=klok.nu(), beeindigd_door=gebruiker("ruud")):
            geef_rol(naam, rol.code, team)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(regels=st.lists(regel, max_size=4), naam=st.sampled_from(["sanne", "joost"]), toegang=st.integers(0, 23))
def test_deur_lijst_en_voorwaarde_zeggen_hetzelfde(zaken, regels, naam, toegang):
    maak_matrix(regels)
    ZaakToegang.objects.all().delete()
    geef_toegang(zaken[toegang], naam, klok.nu())
    actor = medewerker(naam)
    gronden = [g for g in standen.gronden(actor) if g.niveau >= Niveau.BESTAAT and not g.eigen_zaak]

    def hoort(zaak: Zaak) -> bool:
        if set(zaak.betrokken_partijen()) & set(actor.uitgesloten_partijen):
            return False
        return zaak == zaken[toegang] or (not zaak.afgeschermd and any(g.geldt_voor(zaak) for g in gronden))

    verwacht = {z.pk for z in Zaak.objects.systeem(REDEN) if hoort(z)}
    assert set(Zaak.objects.voor(actor).values_list("pk", flat=True)) == verwacht
    uit_lijst = [z.pk for z in lijst(actor, Filter(), aantal=100).rijen]
    assert len(uit_lijst) == len(verwacht)
    assert set(uit_lijst) == verwacht
    assert aantal(actor, Filter()) == len(verwacht)
    assert all(Zaak.objects.een(actor, z.uuid) is not None for z in zaken if z.pk in verwacht)


def test_een_inwoner_ziet_de_eigen_zaken_en_een_bezoeker_niets(zaken):
    anna = burger("anna")
    verwacht = {z.pk for z in zaken if anna.partij.pk in z.betrokken_partijen()}
    assert {z.pk for z in lijst(anna, Filter(), aantal=100).rijen} == verwacht
    assert aantal(burger("wil"), Filter()) == 0
