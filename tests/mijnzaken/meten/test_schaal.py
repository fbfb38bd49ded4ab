"""What ``schaal`` makes is right: whole, numbered, bound, and nobody's."""

import re

import pytest
from django.core.management import CommandError
from django.db import connection
from django.db.models import Count, F, Max

from autorisatie.models import Machtiging, Partij, Verwerkingsregel
from catalogus.models import Fase, Proces
from mijnzaken import omgeving
from mijnzaken.klanten.models import DigitaalAdres
from mijnzaken.meten import indexen, inwoners
from mijnzaken.meten.voortgang import Voortgang
from mijnzaken.zaken import controle
from mijnzaken.zaken.models import (
    Beslistermijn,
    Nummerreeks,
    Opschorting,
    Rol,
    Status,
    Terugbelgegevens,
    Zaak,
    ZaakToegang,
)
from mijnzaken.zaken.nummers import nieuw_nummer
from tests.dossiers import maak_dossier
from tests.fabrieken import REDEN
from tests.mijnzaken.meten.conftest import ZAKEN, schaal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gevuld", "op_maandag")]


def zaken():
    return Zaak.objects.systeem(REDEN)


def test_er_zijn_zoveel_zaken_als_gevraagd(gevuld: str) -> None:
    assert zaken().count() == ZAKEN
    assert f"Er zijn nu {ZAKEN} zaken." in gevuld
    assert "100%" in gevuld


def test_controleer_vindt_er_niets_aan() -> None:
    for proces in Proces.objects.filter(getoetst_tot=None):
        maak_dossier(proces)  # what was measured with was never tested
    namen = set(controle.CONTROLES) - {"instellingen"}
    assert len(namen) > 5
    assert {naam: list(controle.CONTROLES[naam]()) for naam in namen} == {naam: [] for naam in namen}


def test_alle_regels_van_de_database_gelden() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_constraint WHERE NOT convalidated")
        assert cursor.fetchone() == (0,)
    connection.check_constraints()


def test_elke_zaak_heeft_een_laatste_status_en_een_afgeronde_een_resultaat() -> None:
    laatste = Status.objects.systeem(REDEN).filter(indicatie_laatst_gezette_status=True)
    assert laatste.count() == ZAKEN
    assert not laatste.filter(zaak__fase=Fase.AFGEROND).exclude(statustype__zaaktype=F("zaak__zaaktype")).exists()
    dicht = zaken().filter(fase=Fase.AFGEROND)
    assert dicht.count() > ZAKEN / 2
    assert dicht.filter(resultaten__isnull=True).count() == 0
    assert zaken().filter(einddatum=None, resultaten__isnull=False).count() == 0
    assert zaken().filter(einddatum__lt=F("startdatum")).count() == 0


def test_wie_stil_staat_heeft_een_opschorting_die_loopt() -> None:
    stil = zaken().filter(termijn_stil=True)
    assert stil.exists()
    assert set(stil.values_list("pk", flat=True)) == set(
        Opschorting.objects.systeem(REDEN).filter(beeindigd_op=None).values_list("zaak", flat=True)
    )
    lopend = Beslistermijn.objects.systeem(REDEN).filter(voldaan_op=None)
    assert lopend.exclude(uiterlijk=F("zaak__uiterlijke_einddatum")).count() == 0


def test_een_terugbelnotitie_heeft_haar_gegevens() -> None:
    notities = zaken().filter(proces__identificatie="terugbelnotitie")
    assert notities.exists()
    assert set(notities) == {t.zaak for t in Terugbelgegevens.objects.systeem(REDEN).select_related("zaak")}


def test_nummers_komen_uit_de_reeks_en_lopen_door() -> None:
    for reeks in Nummerreeks.objects.all():
        van_jaar = zaken().filter(nummer__startswith=f"{reeks.jaar}-")
        hoogste = van_jaar.aggregate(hoogste=Max("nummer"))["hoogste"]
        assert hoogste is None or int(hoogste[5:]) == reeks.laatste
    assert not zaken().filter(nummer=nieuw_nummer()).exists()
    assert not zaken().exclude(nummer__regex=r"^\d{4}-\d{7}$").exists()


def test_niemand_krijgt_een_bsn_dat_van_iemand_kan_zijn() -> None:
    gemaakt = Partij.objects.systeem(REDEN).filter(straatnaam="Spoorlaan", stad="Demostad", bsn=None)
    assert gemaakt.count() >= 20
    for partij in Partij.objects.systeem(REDEN).exclude(bsn=None):
        assert re.fullmatch(r"9999\d{5}", partij.bsn.tonen())
    nummers = DigitaalAdres.objects.systeem(REDEN).filter(verstrekt_door_partij__in=gemaakt)
    assert nummers.count() == gemaakt.count()


@pytest.mark.parametrize("wie", inwoners.BEKENDEN, ids=lambda wie: wie.sleutel)
def test_van_wie_bekend_is_hoeveel_hij_heeft_heeft_zoveel(wie: inwoners.Bekende) -> None:
    partij = inwoners.partij(wie)
    assert Rol.objects.systeem(REDEN).filter(partij=partij).count() == wie.aantal(ZAKEN)
    assert wie.aantal(10_000_000) == wie.zaken


def test_rechten_machtigingen_en_logregels_zijn_er() -> None:
    kantoor = inwoners.partij(inwoners.KANTOOR)
    assert Machtiging.objects.systeem(REDEN).filter(Machtiging.geldend(), gemachtigde=kantoor).count() > 40
    assert ZaakToegang.objects.filter(user__gebruikersnaam="proef-5").count() == 5
    assert Verwerkingsregel.objects.values("data_subject_id").annotate(n=Count("pk")).filter(n=ZAKEN).exists()
    zaken_van = zaken().filter(proces__team__naam="Proefteam zonder zaken")
    assert not zaken_van.exists()


def test_een_tweede_keer_zegt_dat_ze_er_zijn_en_meer_vult_aan() -> None:
    voor = set(zaken().values_list("uuid", flat=True))
    assert f"Er zijn al {ZAKEN} zaken." in schaal()
    assert set(zaken().values_list("uuid", flat=True)) == voor
    schaal(zaken=ZAKEN + 40)
    na = set(zaken().values_list("uuid", flat=True))
    assert voor < na
    assert len(na) == ZAKEN + 40


def test_in_productie_alleen_als_men_het_echt_wil(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(omgeving, "PRODUCTIE", True)
    with pytest.raises(CommandError, match="--toch"):
        schaal(zaken=ZAKEN + 10)
    assert zaken().count() == ZAKEN
    schaal(zaken=ZAKEN + 10, toch=True)
    assert zaken().count() == ZAKEN + 10


@pytest.mark.parametrize("aantal", [0, -3, 60_000_001])
def test_een_onmogelijk_aantal_wordt_geweigerd(aantal: int) -> None:
    with pytest.raises(CommandError, match="Kies een aantal"):
        schaal(zaken=aantal)


def test_weggehaalde_indexen_en_sleutels_komen_allemaal_terug() -> None:
    tabellen = ["zaken_status", "zaken_rol"]

    def stand() -> set[tuple[str, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
                "WHERE indrelid = ANY(%s::regclass[]) UNION "
                "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = ANY(%s::regclass[])",
                [tabellen, tabellen],
            )
            return set(cursor.fetchall())

    vooraf = stand()
    assert not indexen.is_afgebroken()
    connection.check_constraints()  # what waits for the end of the transaction stands in the way of changing a table
    indexen.haal_weg(tabellen)
    assert indexen.is_afgebroken()
    assert len(stand()) < len(vooraf)
    geteld: list[int] = []
    indexen.zet_terug(geteld.append, tegelijk=1)
    assert stand() == vooraf
    assert len(geteld) > 10
    assert not indexen.is_afgebroken()


def test_de_voortgang_zegt_hoe_ver_hoe_snel_en_hoe_lang_nog() -> None:
    regel = Voortgang(lambda tekst: None, "zaken", 200)
    regel.stap(50)
    assert "25%" in regel.regel(10.0)
    assert "5/s" in regel.regel(10.0)
    assert "nog 0:30, al 0:10" in regel.regel(10.0)
