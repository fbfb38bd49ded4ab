"""Every other way to a right: no console command, import, bulk call or form of the project makes one (gevaren 24)."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.test import Client
from django.urls import reverse

from autorisatie.models import Toekenning, Waarneming
from tests.fabrieken import gebruiker
from tests.gevaren.test_toe_eigenen import heeft, vraag
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

HUIS = ("autorisatie", "backoffice", "catalogus", "mijnzaken")
GEEFT_RECHT = ("Toekenning", "Waarneming", "ZaakToegang")
MAG_SCHRIJVEN = {  # who makes or changes such a row: a handeling, and nothing else
    "mijnzaken/inrichting/toekenningen.py": {"Toekenning"},
    "mijnzaken/inrichting/waarneming.py": {"Waarneming"},
    "mijnzaken/zaken/handelingen/glas_breken.py": {"ZaakToegang"},  # for minutes, seen by the privacy officer
    # ``schaal`` fills a database to measure: made-up accounts without a log-in, never somebody who exists.
    "mijnzaken/meten/logregels.py": {"ZaakToegang"},
    "mijnzaken/meten/medewerkers.py": {"Toekenning"},
}
_SCHRIJFT = {"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "update", "copy_from"}


def schrijft(bron: str) -> set[str]:
    """Which of these models a source makes (``Model(...)``) or writes by its manager, as the parser reads it."""
    gevonden = set()
    for knoop in ast.walk(ast.parse(bron)):
        if not isinstance(knoop, ast.Call):
            continue
        namen = {n.id for n in ast.walk(knoop.func) if isinstance(n, ast.Name)}
        namen |= {n.attr for n in ast.walk(knoop.func) if isinstance(n, ast.Attribute)}
        maakt = isinstance(knoop.func, ast.Name) or bool(namen & _SCHRIJFT)
        if maakt:
            gevonden |= namen & set(GEEFT_RECHT)
    return gevonden


def bronnen() -> dict[str, str]:
    wortel = Path(settings.BASIS)
    paden_ = (
        p for app in ("autorisatie", "backoffice", "catalogus", "mijnzaken") for p in (wortel / app).rglob("*.py")
    )
    namen = {str(p.relative_to(wortel)): p for p in paden_ if "migrations" not in p.parts}
    return {n: p.read_text() for n, p in namen.items() if not n.startswith("mijnzaken/voorbeeld/")}


def test_alleen_een_handeling_schrijft_wie_welk_recht_heeft() -> None:
    """So no console command, import, bulk call, form or task does."""
    assert {naam: wat for naam, bron in bronnen().items() if (wat := schrijft(bron))} == MAG_SCHRIJVEN
    assert schrijft("Toekenning.objects.filter(pk=1).update(x=1)") == {"Toekenning"}


def test_geen_opdracht_of_import_noemt_zo_een_rij() -> None:
    lagen = ("/management/commands/", "catalogus/", "mijnzaken/start/")
    opdrachten = {naam: bron for naam, bron in bronnen().items() if any(laag in naam for laag in lagen)}
    assert len([naam for naam in opdrachten if "/management/commands/" in naam]) >= 5
    assert {n for n, bron in opdrachten.items() if any(f"{model}" in bron for model in GEEFT_RECHT)} == set()


def _model_van(meta: ast.ClassDef) -> str:
    """The name after ``model =`` in the Meta of a form or serializer; empty when there is none."""
    for zet in meta.body:
        if isinstance(zet, ast.Assign) and isinstance(zet.targets[0], ast.Name) and zet.targets[0].id == "model":
            return ast.unparse(zet.value).rpartition(".")[2]
    return ""


def test_geen_formulier_gaat_over_een_account_of_een_toekenning() -> None:
    """No ModelForm or serializer of these models: their rows are made by a handeling from separate values."""
    modellen = {
        _model_van(knoop)
        for bron in bronnen().values()
        for knoop in ast.walk(ast.parse(bron))
        if isinstance(knoop, ast.ClassDef) and knoop.name == "Meta"
    }
    assert "Product" in modellen
    assert modellen & {"Gebruiker", *GEEFT_RECHT} == set()


def test_veel_tegelijk_goedkeuren_bestaat_niet_en_een_voor_een_telt_elke_regel() -> None:
    """The address takes one grant; a list of them in the form does nothing more."""
    een, ander = vraag("ruud", "henk", "proceseigenaar"), vraag("ruud", "omar", "archivaris")
    client = als(Client(), gebruiker("saskia"))
    client.post(reverse("beheer_toekenning_goedkeuren", args=[een.uuid]), {"toekenning": [str(ander.uuid)]})
    assert heeft("henk", "proceseigenaar")
    assert not heeft("omar", "archivaris")


def test_elke_verwijzing_naar_een_toekenning_houdt_haar_vast() -> None:
    """History stays: neither a colleague nor a role that was ever granted is thrown away with its grants."""
    for model in (Toekenning, Waarneming):
        for veld in model._meta.get_fields():
            if isinstance(veld, models.ForeignKey):
                assert veld.remote_field.on_delete is models.PROTECT, veld
    assert apps.get_model("zaken.ZaakToegang")._meta.get_field("verleend_door").remote_field.on_delete is models.PROTECT
