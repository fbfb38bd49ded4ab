"""Whoever is shown at the desk of 14070 may read that he was."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from autorisatie.inzage import verwerkingen_van
from autorisatie.models import Auditregel
from tests.backoffice.kcc.conftest import GOED, NUMMER
from tests.fabrieken import partij

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_maandag")]


def namen() -> list[str]:
    return [rij.name for rij in verwerkingen_van(partij("anna").pk)]


def test_wie_als_mogelijke_beller_getoond_wordt_ziet_dat(mila: Client) -> None:
    mila.post(reverse("kcc_zoeken"), {"zoek": NUMMER})
    assert "zoekresultaat_inzien" not in namen()
    mila.get(reverse("kcc"))
    assert namen()[0] == "zoekresultaat_inzien"


def test_het_klantbeeld_laat_een_regel_na_met_het_doel_van_het_gesprek(anna_aan_de_lijn: Client) -> None:
    assert anna_aan_de_lijn.get(reverse("kcc_klant")).status_code == 200
    regel = Auditregel.objects.get(handeling="klantbeeld_inzien")
    assert (regel.doel, regel.object_uuid) == (GOED["doel"], partij("anna").uuid)
    assert namen()[0] == "klantbeeld_inzien"


def test_51_een_bsn_dat_gezocht_wordt_toont_niemand_en_laat_niemand_na(
    mila: Client, verifieer: Callable[..., Any]
) -> None:
    bsn = partij("anna").bsn.tonen()
    mila.post(reverse("kcc_zoeken"), {"zoek": bsn})
    mila.get(reverse("kcc"))
    assert "zoekresultaat_inzien" not in namen()
    assert bsn not in str(list(Auditregel.objects.values()))
