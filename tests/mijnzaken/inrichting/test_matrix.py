"""From draft to active: who writes does not approve, who wins does not approve, what was approved never changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import Error, connection, transaction

from autorisatie import beleid
from autorisatie.fouten import Achterhaald, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.matrix.blokken import Blok, van_versie
from autorisatie.matrix.verschillen import verschillen
from autorisatie.models import (
    Auditregel,
    Gegevensgroep,
    Matrixherziening,
    Matrixregel,
    Matrixstand,
    Matrixversie,
    Niveau,
    Rol,
    Scope,
)
from catalogus import klok
from mijnzaken.inrichting import matrix
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import gebruiker, geef_rol, medewerker, partij, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def nieuw_ontwerp(wie: str = "ruud") -> Matrixversie:
    ontwerp: Matrixversie = matrix.matrix_ontwerpen(medewerker(wie), toelichting="Parkeren krijgt er klachten bij.")
    return ontwerp


def blok_van(versie: Matrixversie, rol: str, scope: str = Scope.TOEGEKEND_TEAM) -> Blok:
    return next(b for b in van_versie(versie) if b.regel.rol.code == rol and b.regel.scope == scope)


def nieuwe_regel(rol: str, niveau: int = Niveau.KERN, **velden: object) -> Blok:
    kenmerk = uuid4()
    regel = Matrixregel(blok=kenmerk, rol=Rol.objects.get(code=rol), scope=Scope.GEMEENTE, **velden)
    return Blok(kenmerk, regel, {Gegevensgroep.ZAAK.value: niveau}, frozenset())


def ingediend(*blokken: Blok, wie: str = "ruud") -> Matrixversie:
    ontwerp = nieuw_ontwerp(wie)
    for blok in blokken:
        matrix.regel_bewaren(medewerker(wie), ontwerp, blok)
    voorstel: Matrixversie = matrix.matrix_indienen(medewerker(wie), ontwerp)
    return voorstel


def test_een_ontwerp_begint_met_alles_van_de_geldende_versie() -> None:
    actief = Matrixversie.actief()
    ontwerp = nieuw_ontwerp()
    assert ontwerp.gebaseerd_op == actief
    assert verschillen(van_versie(actief), van_versie(ontwerp)) == []
    assert ontwerp.regels.count() == actief.regels.count()
    assert Matrixversie.actief() == actief


def test_van_ontwerp_tot_geldend_werkt_vanaf_het_volgende_verzoek() -> None:
    zaak = registreer("anna", "melding-openbare-ruimte")
    assert Zaak.objects.een(medewerker("sanne"), zaak.uuid) is None
    voorstel = ingediend(nieuwe_regel("behandelaar"))
    assert Zaak.objects.een(medewerker("sanne"), zaak.uuid) is None
    matrix.matrix_goedkeuren(medewerker("saskia"), voorstel)
    assert Matrixversie.actief() == voorstel
    assert Zaak.objects.een(medewerker("sanne"), zaak.uuid) is not None
    regel = Auditregel.objects.get(handeling="matrix_goedkeuren", uitkomst="ok")
    assert regel.bijzonderheden["versie"] == voorstel.nummer
    assert regel.gebruiker_id == gebruiker("saskia").pk


def test_een_versie_gaat_in_op_haar_moment_en_nooit_eerder() -> None:
    voorstel = ingediend(nieuwe_regel("behandelaar"))
    with pytest.raises(Invoerfout, match="terugwerkende kracht"):
        matrix.matrix_goedkeuren(medewerker("saskia"), voorstel, vanaf=klok.nu() - timedelta(seconds=1))
    matrix.matrix_goedkeuren(medewerker("saskia"), voorstel, vanaf=klok.nu() + timedelta(days=1))
    assert Matrixversie.actief() != voorstel
    with klok.op_moment(klok.nu() + timedelta(days=1)):
        assert Matrixversie.actief() == voorstel


def test_wie_meeschreef_keurt_niet_goed() -> None:
    ontwerp = nieuw_ontwerp("ruud")
    matrix.regel_bewaren(medewerker("saskia"), ontwerp, nieuwe_regel("behandelaar"))
    voorstel = matrix.matrix_indienen(medewerker("ruud"), ontwerp)
    for wie in ("ruud", "saskia"):
        with pytest.raises(GeenRecht, match="schreef zelf mee"):
            matrix.matrix_goedkeuren(medewerker(wie), voorstel)
    matrix.matrix_goedkeuren(medewerker("petra"), voorstel)


def met_partij(naam: str, van: str) -> None:
    rij = gebruiker(naam)
    rij.partij = partij(van)
    rij.save(update_fields=["partij"])


def test_een_tweede_account_van_dezelfde_mens_is_dezelfde_mens() -> None:
    geef_rol("henk", "autorisatiebeheerder", door=("petra", "fleur"))
    met_partij("ruud", "bram")
    met_partij("henk", "bram")
    voorstel = ingediend(nieuwe_regel("behandelaar"))
    with pytest.raises(GeenRecht, match="schreef zelf mee"):
        matrix.matrix_goedkeuren(medewerker("henk"), voorstel)


@pytest.mark.parametrize("over_dagen", [0, 5])
def test_wie_er_zelf_bij_wint_keurt_niet_goed_ook_niet_over_een_paar_dagen(over_dagen: int) -> None:
    geef_rol("saskia", "archivaris", over_dagen=over_dagen)
    voorstel = ingediend(nieuwe_regel("archivaris"))
    with pytest.raises(GeenRecht, match="zelf rechten bij: zaak: de kern"):
        matrix.matrix_goedkeuren(medewerker("saskia"), voorstel)
    assert Matrixversie.actief() != voorstel
    matrix.matrix_goedkeuren(medewerker("petra"), voorstel)


def test_ook_niet_als_het_andere_account_van_dezelfde_mens_wint() -> None:
    met_partij("saskia", "bram")
    met_partij("henk", "bram")
    voorstel = ingediend(nieuwe_regel("archivaris"))
    with pytest.raises(GeenRecht, match="zelf rechten bij"):
        matrix.matrix_goedkeuren(medewerker("saskia"), voorstel)


@pytest.mark.parametrize(
    "erbij",
    [
        lambda b: replace(b, handelingen=b.handelingen | {"archief"}),
        lambda b: replace(b, niveaus=b.niveaus | {Gegevensgroep.CONTACT.value: Niveau.BESTAAT}),
    ],
    ids=["een handeling", "een niveau"],
)
def test_meer_op_een_bestaande_regel_is_ook_winst(erbij: Callable[[Blok], Blok]) -> None:
    ontwerp = nieuw_ontwerp()
    was = blok_van(ontwerp, "autorisatiebeheerder", Scope.GEMEENTE)
    matrix.regel_bewaren(medewerker("ruud"), ontwerp, erbij(was), gezien=was)
    voorstel = matrix.matrix_indienen(medewerker("ruud"), ontwerp)
    with pytest.raises(GeenRecht, match="zelf rechten bij"):
        matrix.matrix_goedkeuren(medewerker("saskia"), voorstel)


def test_minder_voor_zichzelf_is_geen_winst() -> None:
    ontwerp = nieuw_ontwerp()
    was = blok_van(ontwerp, "autorisatiebeheerder", Scope.GEMEENTE)
    minder = replace(was, handelingen=was.handelingen - {"rechten_uitleggen"})
    matrix.regel_bewaren(medewerker("ruud"), ontwerp, minder, gezien=was)
    voorstel = matrix.matrix_indienen(medewerker("ruud"), ontwerp)
    matrix.matrix_goedkeuren(medewerker("saskia"), voorstel)
    assert not beleid.mag(medewerker("saskia"), "rechten_uitleggen")


def test_een_ontwerp_op_een_ingehaalde_versie_maakt_niets_ongedaan() -> None:
    oud = nieuw_ontwerp("saskia")
    wacht = ingediend(nieuwe_regel("archivaris"), wie="saskia")
    matrix.matrix_goedkeuren(medewerker("petra"), ingediend(nieuwe_regel("behandelaar")))
    with pytest.raises(Achterhaald, match="ongedaan maken"):
        matrix.matrix_indienen(medewerker("saskia"), oud)
    with pytest.raises(Achterhaald, match="ongedaan maken"):
        matrix.matrix_goedkeuren(medewerker("petra"), wacht)


def test_ook_een_versie_die_nog_moet_ingaan_haalt_een_ontwerp_in() -> None:
    oud = ingediend(nieuwe_regel("archivaris"))
    later = ingediend(nieuwe_regel("behandelaar"))
    matrix.matrix_goedkeuren(medewerker("petra"), later, vanaf=klok.nu() + timedelta(days=3))
    with pytest.raises(Achterhaald):
        matrix.matrix_goedkeuren(medewerker("saskia"), oud)
    volgend = ingediend(nieuwe_regel("kcc"))
    assert volgend.gebaseerd_op == later
    with pytest.raises(Invoerfout, match="gaat later in"):
        matrix.matrix_goedkeuren(medewerker("saskia"), volgend, vanaf=klok.nu() + timedelta(days=1))


def test_wat_wacht_verandert_niet_en_komt_terug_met_een_reden() -> None:
    voorstel = ingediend(nieuwe_regel("behandelaar"))
    with pytest.raises(OnjuisteToestand, match="wacht op goedkeuring"):
        matrix.regel_bewaren(medewerker("ruud"), voorstel, nieuwe_regel("kcc"))
    with pytest.raises(Invoerfout):
        matrix.matrix_terugsturen(medewerker("saskia"), voorstel, reden=" ")
    terug = matrix.matrix_terugsturen(medewerker("saskia"), voorstel, reden="Te ruim.")
    assert (terug.stand, terug.teruggestuurd_reden) == (Matrixstand.ONTWERP, "Te ruim.")
    matrix.regel_bewaren(medewerker("ruud"), terug, nieuwe_regel("kcc"))


def test_twee_die_dezelfde_regel_wijzigen_merken_elkaar_op() -> None:
    ontwerp = nieuw_ontwerp()
    gezien = blok_van(ontwerp, "behandelaar")
    anders = replace(gezien, handelingen=gezien.handelingen - {"besluiten", "stoppen"})
    matrix.regel_bewaren(medewerker("saskia"), ontwerp, anders, gezien=gezien)
    with pytest.raises(Achterhaald):
        matrix.regel_bewaren(medewerker("ruud"), ontwerp, replace(gezien, handelingen=frozenset()), gezien=gezien)
    matrix.regel_weghalen(medewerker("ruud"), ontwerp, gezien.kenmerk)
    with pytest.raises(Achterhaald):
        matrix.regel_weghalen(medewerker("ruud"), ontwerp, gezien.kenmerk)


def test_een_regel_gaat_terug_naar_wat_hij_was() -> None:
    ontwerp = nieuw_ontwerp()
    was, nieuw = blok_van(ontwerp, "behandelaar"), nieuwe_regel("kcc")
    matrix.regel_weghalen(medewerker("ruud"), ontwerp, was.kenmerk)
    matrix.regel_bewaren(medewerker("ruud"), ontwerp, nieuw)
    for kenmerk in (was.kenmerk, nieuw.kenmerk):
        matrix.regel_terugzetten(medewerker("ruud"), ontwerp, kenmerk)
    assert verschillen(van_versie(ontwerp.gebaseerd_op), van_versie(ontwerp)) == []


def test_weggooien_gooit_alleen_een_ontwerp_weg() -> None:
    ontwerp = nieuw_ontwerp()
    matrix.matrix_weggooien(medewerker("saskia"), ontwerp)
    assert not Matrixversie.objects.filter(pk=ontwerp.pk).exists()
    with pytest.raises(Achterhaald):
        matrix.regel_bewaren(medewerker("ruud"), ontwerp, nieuwe_regel("kcc"))
    with pytest.raises(OnjuisteToestand, match="goedgekeurd"):
        matrix.matrix_weggooien(medewerker("saskia"), Matrixversie.actief())


def test_een_matrix_die_nooit_meer_verandert_of_leeg_is_wordt_niet_ingediend() -> None:
    ontwerp = nieuw_ontwerp()
    matrix.regel_weghalen(
        medewerker("ruud"), ontwerp, blok_van(ontwerp, "autorisatiebeheerder", Scope.GEMEENTE).kenmerk
    )
    with pytest.raises(OnjuisteToestand, match="verandert de matrix nooit meer"):
        matrix.matrix_indienen(medewerker("ruud"), ontwerp)
    ontwerp.regels.all().delete()
    with pytest.raises(OnjuisteToestand, match="geen regels"):
        matrix.matrix_indienen(medewerker("ruud"), ontwerp)


def test_een_onbekende_handeling_komt_er_niet_in() -> None:
    ontwerp = nieuw_ontwerp()
    with pytest.raises(Invoerfout, match="alles_mogen"):
        matrix.regel_bewaren(
            medewerker("ruud"), ontwerp, replace(nieuwe_regel("kcc"), handelingen=frozenset({"alles_mogen"}))
        )
    ontwerp.regels.filter(gegevensgroep="zaak", rol__code="kcc").update(handelingen=["alles_mogen"])
    with pytest.raises(OnjuisteToestand, match="alles_mogen"):
        matrix.matrix_indienen(medewerker("ruud"), ontwerp)


@pytest.mark.parametrize("wie", ["tess", "omar", "fleur", "henk"])
def test_alleen_wie_het_recht_heeft_maakt_een_ontwerp(wie: str) -> None:
    with pytest.raises(GeenRecht):
        nieuw_ontwerp(wie)


# -- the database itself ----------------------------------------------------------------------------------------------

WEIGERT = [
    "UPDATE autorisatie_matrixversie SET toelichting = 'anders' WHERE id = %(versie)s",
    "UPDATE autorisatie_matrixversie SET stand = 'ontwerp' WHERE id = %(versie)s",
    "DELETE FROM autorisatie_matrixversie WHERE id = %(versie)s",
    "UPDATE autorisatie_matrixregel SET niveau = 5 WHERE versie_id = %(versie)s",
    "UPDATE autorisatie_matrixregel SET versie_id = %(ontwerp)s WHERE versie_id = %(versie)s",
    "UPDATE autorisatie_matrixregel SET versie_id = %(versie)s WHERE versie_id = %(ontwerp)s",
    "DELETE FROM autorisatie_matrixregel WHERE versie_id = %(versie)s",
    "INSERT INTO autorisatie_matrixregel SELECT * FROM autorisatie_matrixregel WHERE versie_id = %(versie)s",
    "DELETE FROM autorisatie_matrixversie_auteurs WHERE matrixversie_id = %(versie)s",
    "UPDATE autorisatie_matrixversie SET stand = 'goedgekeurd', goedgekeurd_door_id = %(saskia)s, goedgekeurd_op ="
    " now(), actief_vanaf = now() WHERE id = %(ontwerp)s",
    "INSERT INTO autorisatie_matrixversie (uuid, nummer, stand, toelichting, aangemaakt_op, opgesteld_door_id,"
    " goedgekeurd_door_id, goedgekeurd_op, actief_vanaf, teruggestuurd_reden) VALUES (gen_random_uuid(), 99,"
    " 'goedgekeurd', '', now(), %(ruud)s, %(saskia)s, now(), now(), '')",
    "TRUNCATE autorisatie_matrixversie CASCADE",
    "TRUNCATE autorisatie_matrixregel",
]


@pytest.mark.parametrize("opdracht", WEIGERT)
def test_de_database_weigert_wat_een_goedgekeurde_versie_zou_veranderen(opdracht: str) -> None:
    waarden = {
        "versie": Matrixversie.actief().pk,
        "ontwerp": nieuw_ontwerp().pk,
        "ruud": gebruiker("ruud").pk,
        "saskia": gebruiker("saskia").pk,
    }
    with pytest.raises(Error, match=r"matrix"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)


def test_de_database_weigert_goedkeuring_door_een_auteur() -> None:
    ontwerp = nieuw_ontwerp("ruud")
    matrix.regel_bewaren(medewerker("saskia"), ontwerp, nieuwe_regel("behandelaar"))
    voorstel = matrix.matrix_indienen(medewerker("ruud"), ontwerp)
    with pytest.raises(Error, match="schreef"), transaction.atomic():
        Matrixversie.objects.filter(pk=voorstel.pk).update(
            stand="goedgekeurd",
            goedgekeurd_door=gebruiker("saskia"),
            goedgekeurd_op=klok.nu(),
            actief_vanaf=klok.nu(),
        )


# -- the yearly review ------------------------------------------------------------------------------------------------


def test_nalopen_wordt_vastgelegd_met_een_opmerking_en_niet_door_wie_de_rol_heeft() -> None:
    rol = Rol.objects.get(code="behandelaar")
    with pytest.raises(Invoerfout):
        matrix.matrix_herzien(medewerker("saskia"), rol, opmerking="  ")
    matrix.matrix_herzien(medewerker("saskia"), rol, opmerking="Klopt nog.")
    assert Matrixherziening.objects.filter(rol=rol).first().opmerking == "Klopt nog."
    with pytest.raises(GeenRecht, match="deze rol zelf"):
        matrix.matrix_herzien(medewerker("ruud"), Rol.objects.get(code="autorisatiebeheerder"), opmerking="Prima zo.")
