"""Guarded rows open by a door and by nothing else."""

import copy
import pickle
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models import Prefetch
from django.forms import modelform_factory
from django.http import Http404
from django.shortcuts import get_object_or_404

from autorisatie.bewaakt import DeurDicht
from autorisatie.models import Partij
from catalogus.models import Zaaktype
from mijnzaken.zaken.models import Notitie, Status, Zaak
from tests.fabrieken import REDEN, burger, medewerker, partij, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def zaak() -> Zaak:
    return Zaak.objects.voor(medewerker("vera")).get(pk=registreer("anna").pk)


@pytest.mark.parametrize(
    "vraag",
    [
        lambda: list(Zaak.objects.all()),
        lambda: Zaak.objects.get(pk=1),
        lambda: Zaak.objects.filter(nummer="2026-0000001"),
        lambda: Zaak.objects.exclude(pk=1),
        lambda: Zaak.objects.first(),
        lambda: Zaak.objects.count(),
        lambda: Zaak.objects.exists(),
        lambda: Zaak.objects.values("nummer"),
        lambda: Zaak.objects.order_by("pk"),
        lambda: Zaak.objects.raw("SELECT * FROM zaken_zaak")[0],
        lambda: Zaak.objects.update(fase="afgerond"),
        lambda: Zaak.objects.all().delete(),
        lambda: Zaak.objects.in_bulk([1]),
        lambda: Zaak.objects.using("default").all()[0],
        lambda: list(Zaak.objects.iterator()),
        lambda: Zaak.objects.all() | Zaak.objects.all(),
        lambda: copy.deepcopy(Zaak.objects.all()).get(),
        lambda: Zaak.objects.aggregate(),
        lambda: Zaak.objects.select_for_update().get(),
        lambda: Zaak.objects.get_or_create(nummer="x"),
        lambda: get_object_or_404(Zaak, pk=1),
        lambda: list(Zaaktype.objects.prefetch_related("zaken").filter(zaken__isnull=False)),
    ],
)
def test_wie_niet_zegt_voor_wie_krijgt_niets(zaak, vraag):
    with pytest.raises(DeurDicht):
        vraag()


def test_ook_van_een_rij_die_niet_door_een_deur_kwam_niet(zaak):
    with pytest.raises(DeurDicht):
        list(zaak.zaaktype.zaken.all())
    kaal = Zaak(pk=zaak.pk)
    with pytest.raises(DeurDicht):
        list(kaal.statussen.all())


def test_wat_bij_een_toegelaten_rij_hoort_is_open(zaak):
    assert zaak.statussen.count() == 1
    assert list(zaak.statussen.filter(pk__gt=0))
    opgehaald = Zaak.objects.voor(medewerker("vera")).prefetch_related("statussen__statustype", "rollen__partij").get()
    assert [len(opgehaald.statussen.all()), len(opgehaald.rollen.all())] == [1, 1]
    met = Prefetch("rollen", opgehaald.rollen.model.objects.systeem(REDEN).select_related("partij"))
    assert Zaak.objects.voor(medewerker("vera")).prefetch_related(met).get().rollen.all()[0].partij == partij("anna")


def test_een_deur_laat_een_ander_niet_toe(zaak):
    assert Zaak.objects.een(burger("bram"), zaak.uuid) is None
    assert Zaak.objects.een(burger("anna"), zaak.uuid) == zaak
    assert not Status.objects.voor(burger("bram")).exists()
    assert Status.objects.voor(burger("anna")).count() == 1
    with pytest.raises(Http404):
        get_object_or_404(Zaak.objects.voor(burger("bram")), pk=zaak.pk)


@pytest.mark.parametrize("reden", ["", "  "])
def test_het_systeem_zegt_waarom(reden):
    with pytest.raises(DeurDicht):
        Zaak.objects.systeem(reden)


def test_een_queryset_wordt_niet_bewaard(zaak):
    for rijen in (Zaak.objects.all(), Zaak.objects.voor(medewerker("vera"))):
        with pytest.raises(DeurDicht):
            pickle.dumps(rijen)


def test_dumpdata_geeft_niets():
    with pytest.raises((DeurDicht, CommandError)):
        call_command("dumpdata", "zaken.zaak", stdout=StringIO())


def test_een_model_zegt_zelf_wie_er_iets_mee_mag_doen(zaak):
    product = zaak.producten.model(partij=partij("anna"))
    with pytest.raises(TypeError):
        product.beslissing(burger("anna"), "inzien")


def test_een_formulier_en_de_controle_op_uniek_werken(zaak):
    Formulier = modelform_factory(Notitie, fields=["onderwerp", "tekst"])
    assert Formulier({"onderwerp": "a", "tekst": "b"}, instance=Notitie(zaak=zaak)).is_valid()
    dubbel = Partij(bsn_zoekwaarde=partij("anna").bsn_zoekwaarde)
    with pytest.raises(Exception, match="bestaat"):
        dubbel.validate_unique()
    with pytest.raises(DeurDicht):  # and the opening is closed again
        Partij.objects.get(pk=1)


def test_opslaan_verversen_en_verwijzen_werken_zonder_deur(zaak):
    zaak.omschrijving = "Spoorlaan 12"
    zaak.save(update_fields=["omschrijving"])
    zaak.refresh_from_db()
    notitie = Notitie.objects.create(
        zaak=zaak, onderwerp="x", tekst="y", aanmaakdatum=zaak.ontvangen_op, wijzigingsdatum=zaak.ontvangen_op
    )
    assert Notitie.objects.systeem(REDEN).select_related("zaak").get(pk=notitie.pk).zaak.omschrijving == "Spoorlaan 12"
