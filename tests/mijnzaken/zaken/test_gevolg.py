"""The preview of a draft: who wins and who loses, how many zaken, and never one that the reader may not know of."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.matrix.blokken import Blok, van_versie
from autorisatie.matrix.gevolg import gevolg
from autorisatie.matrix.winst import Vergelijking
from autorisatie.models import Gebruiker, Gegevensgroep, Matrixregel, Matrixversie, Niveau, Rol, Scope
from mijnzaken.inrichting import matrix
from mijnzaken.zaken import gevolg as zaken_gevolg
from mijnzaken.zaken.gevolg import geraakte_zaken
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, geef_rol, medewerker, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def ontwerp_met(*blokken: Blok) -> Matrixversie:
    ontwerp: Matrixversie = matrix.matrix_ontwerpen(medewerker("ruud"), toelichting=REDEN)
    for blok in blokken:
        matrix.regel_bewaren(medewerker("ruud"), ontwerp, blok)
    return ontwerp


def regel(rol: str, niveau: int = Niveau.KERN, handelingen: tuple[str, ...] = (), **velden: Any) -> Blok:
    kenmerk = uuid4()
    rij = Matrixregel(blok=kenmerk, rol=Rol.objects.get(code=rol), **({"scope": Scope.GEMEENTE} | velden))
    return Blok(kenmerk, rij, {Gegevensgroep.ZAAK.value: niveau}, frozenset(handelingen))


def test_wie_wint_staat_er_met_naam_rol_en_wat() -> None:
    ontwerp = ontwerp_met(regel("archivaris", handelingen=("inzien",)))
    uitkomst = gevolg(ontwerp.gebaseerd_op, ontwerp)
    assert [(g.naam, [m.gebruikersnaam for m in g.mensen]) for g in uitkomst.groepen] == [("Archivaris", ["henk"])]
    groep = uitkomst.groepen[0]
    assert [stuk.zin for stuk in groep.erbij] == ["zaak: de kern", "een zaak bekijken"]
    assert groep.eraf == []


def test_wie_verliest_staat_er_ook_en_wie_niets_merkt_niet() -> None:
    ontwerp = ontwerp_met()
    blok = next(b for b in van_versie(ontwerp) if b.regel.rol.code == "teamleider" and b.regel.scope == "proces")
    matrix.regel_weghalen(medewerker("ruud"), ontwerp, blok.kenmerk)
    namen = {m.gebruikersnaam for g in gevolg(ontwerp.gebaseerd_op, ontwerp).groepen for m in g.mensen if g.eraf}
    assert {"tess", "nadia"} <= namen
    assert namen.isdisjoint({"sanne", "ruud"})


def test_een_rol_van_inwoners_staat_er_zonder_namen() -> None:
    ontwerp = ontwerp_met()
    was = next(b for b in van_versie(ontwerp) if b.regel.rol.code == "inwoner")
    minder = replace(was, handelingen=was.handelingen - {"intrekken"})
    matrix.regel_bewaren(medewerker("ruud"), ontwerp, minder, gezien=was)
    groepen = gevolg(ontwerp.gebaseerd_op, ontwerp).groepen
    assert [(g.naam, g.mensen, [s.zin for s in g.eraf]) for g in groepen] == [
        ("Inwoner", [], ["een aanvraag intrekken"])
    ]


def test_een_doel_dat_niet_meer_nodig_is_is_winst() -> None:
    ontwerp = ontwerp_met()
    was = next(b for b in van_versie(ontwerp) if b.regel.rol.code == "kcc" and b.regel.doel_verplicht)
    velden = was.gedeeld() | {"doel_verplicht": False}
    zonder = replace(was, regel=Matrixregel(blok=was.kenmerk, **velden))
    matrix.regel_bewaren(medewerker("ruud"), ontwerp, zonder, gezien=was)
    erbij = [s.zin for g in gevolg(ontwerp.gebaseerd_op, ontwerp).groepen for s in g.erbij]
    assert "een contact bij een zaak vastleggen" in erbij


def test_het_aantal_vragen_aan_de_database_groeit_niet_met_de_mensen() -> None:
    ontwerp = ontwerp_met(regel("archivaris"))

    def tel() -> int:
        with CaptureQueriesContext(
            connection,
        ) as vangst:
            gevolg(ontwerp.gebaseerd_op, ontwerp)
        return len(vangst)

    tel()
    eerst = tel()
    for nummer in range(12):
        Gebruiker.objects.create(gebruikersnaam=f"archief{nummer}", achternaam=f"Archief {nummer}")
        geef_rol(f"archief{nummer}", "archivaris", dagen=0)
    assert tel() == eerst


def geraakt(ontwerp: Matrixversie, lezer: str, rol: str = "archivaris") -> zaken_gevolg.Geraakt:
    stukken = Vergelijking.van(ontwerp.gebaseerd_op, ontwerp).winst({rol: set()})
    assert stukken
    return geraakte_zaken(stukken, medewerker(lezer))


def test_het_aantal_is_dat_van_de_zaken_die_men_er_bij_ziet() -> None:
    for soort in ("klacht", "klacht", "parkeervergunning-bewoners"):
        registreer("anna", soort)
    alles = geraakt(ontwerp_met(regel("archivaris", max_vertrouwelijkheid=8)), "ruud")
    assert alles.aantal == Zaak.objects.systeem(REDEN).count() == 3
    assert {v.zaaktype for v in alles.voorbeelden} == {z.proces.naam for z in Zaak.objects.systeem(REDEN)}
    klacht = Zaak.objects.systeem(REDEN).filter(proces__identificatie="klacht").first().proces
    alleen = regel("archivaris", scope=Scope.PROCES, proces=klacht, max_vertrouwelijkheid=8)
    assert geraakt(ontwerp_met(alleen), "ruud").aantal == 2
    niets = regel("archivaris", kanalen=["api"], max_vertrouwelijkheid=8)
    assert geraakt(ontwerp_met(niets), "ruud") == zaken_gevolg.Geraakt(0)


def test_een_afgeschermde_zaak_en_een_van_de_eigen_kring_tellen_niet_mee() -> None:
    gewoon, geheim, eigen = registreer("anna"), registreer("anna"), registreer("joost")
    Zaak.objects.systeem(REDEN).filter(pk=geheim.pk).update(afgeschermd=True)
    ontwerp = ontwerp_met(regel("archivaris", max_vertrouwelijkheid=8))
    voor_joost, voor_ruud = geraakt(ontwerp, "joost"), geraakt(ontwerp, "ruud")
    assert [v.nummer for v in voor_joost.voorbeelden] == [gewoon.nummer]
    assert {v.nummer for v in voor_ruud.voorbeelden} == {gewoon.nummer, eigen.nummer}
    assert (voor_joost.aantal, voor_ruud.aantal) == (1, 2)


def test_een_bureau_openen_raakt_geen_zaak() -> None:
    registreer("anna")
    assert geraakt(ontwerp_met(regel("archivaris", Niveau.GEEN, ("sturing",))), "ruud").aantal == 0


def test_wat_te_lang_duurt_wordt_niet_geteld_en_breekt_niets(monkeypatch: pytest.MonkeyPatch) -> None:
    registreer("anna")
    monkeypatch.setattr(zaken_gevolg, "_armen", lambda *_: (["(SELECT 1::bigint AS id FROM pg_sleep(5))"], []))
    monkeypatch.setattr(zaken_gevolg, "GEDULD", 20)
    assert geraakt(ontwerp_met(regel("archivaris")), "ruud") == zaken_gevolg.Geraakt(None)
    assert Zaak.objects.systeem(REDEN).count() == 1  # the transaction goes on


def test_boven_de_duizend_wordt_niet_verder_geteld() -> None:
    assert zaken_gevolg.Geraakt(1001).in_woorden == "1.000+"
    assert zaken_gevolg.Geraakt(1000).in_woorden == "1000"
