"""Whatever holds for a zaak: nothing that the law keeps is erased, and of what is erased nothing is found."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogus import klok
from mijnzaken.documenten.models import Documentversie
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.handelingen.afronden import heropenen
from mijnzaken.zaken.models import InwonerProduct, Zaak
from tests.fabrieken import REDEN, medewerker, partij, registreer
from tests.mijnzaken.zaken.avg.wisverzoek import bestaat, oude_melding, regel, vraag_wissing, wis_alles_wat_mag
from tests.mijnzaken.zaken.test_vernietigen import GEHEIM, sporen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

WAT_BELET: dict[str, Callable[[Zaak], object]] = {  # what the law says of a zaak that is over its term
    "loopt_weer": lambda zaak: _heropen(zaak),
    "blijvend": lambda zaak: _zet(zaak, archiefnominatie="blijvend_bewaren"),
    "een_ander": lambda zaak: voeg_rol_toe(zaak, "belanghebbende", partij("bram")),
    "product": lambda zaak: InwonerProduct.objects.create(
        partij=partij("anna"), zaak=zaak, naam="Vergunning", geldig_van=klok.vandaag()
    ),
    "deelzaak": lambda zaak: _zet(registreer("wil", "melding-openbare-ruimte"), hoofdzaak=zaak),
}


def _stukken(zaak: Zaak) -> list[str]:
    """Where the content of its documents lies."""
    versies = Documentversie.objects.systeem(REDEN).filter(document__zaakdocumenten__zaak=zaak)
    return list(versies.values_list("bestand", flat=True))


def _heropen(zaak: Zaak) -> None:
    with klok.op_moment(klok.nu() + timedelta(minutes=1)):  # a zaak has one step at a moment
        heropenen(medewerker("vera"), zaak, reden="Toch niet opgelost.")


def _zet(zaak: Zaak, **velden: Any) -> None:
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(**velden)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries({naam: st.booleans() for naam in WAT_BELET} | {"dagen": st.integers(-3, 3)}))
def test_van_elke_zaak_gaat_alleen_wat_de_wet_laat_gaan_en_dan_helemaal(opslagmap: Path, stand: dict[str, Any]) -> None:
    punt = transaction.savepoint()
    try:
        verzoek, zaak = vraag_wissing(), oude_melding()
        eind = klok.vandaag() + timedelta(days=stand["dagen"])
        Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(archiefactiedatum=eind)
        belet = [naam for naam, geldt in stand.items() if naam in WAT_BELET and geldt]
        for naam in belet:
            WAT_BELET[naam](zaak)
        stukken = _stukken(zaak)
        moet_blijven = bool(belet) or eind > klok.vandaag()
        wis_alles_wat_mag(verzoek)
        assert bestaat(zaak) is moet_blijven
        assert bool(sporen(GEHEIM)) is moet_blijven
        assert stukken
        assert all((opslagmap / pad).exists() is moet_blijven for pad in stukken)
        if moet_blijven:
            assert regel(verzoek, nummer=zaak.nummer).uitleg
    finally:
        transaction.savepoint_rollback(punt)
