"""Rights of other systems over decisions: kind, scope and operation, the counterpart of
``tests/mijnzaken/api/rechten.txt``. A decision has no vertrouwelijkheid of its own: the standard gives it none.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from autorisatie.scopelijst import SCOPES
from autorisatie.versleuteling import Geheim
from catalogus.models import Besluittype
from mijnzaken.berichten.models import Abonnement, Abonnementkanaal
from mijnzaken.berichten.notificaties import zet_klaar
from mijnzaken.berichten.tasks import verdeel
from tests.mijnzaken.api.besluiten.test_besluit import BESLUITEN, adres_van, lijf, maak, mag, soort
from tests.mijnzaken.api.systeem import Systeem, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

Besluit = dict[str, Any]
KOLOMMEN = ("eigen-soort", "nieuwe-versie", "ander-soort")
BINNEN = {"eigen-soort", "nieuwe-versie"}


def _lijst(wie: Systeem, besluit: Besluit) -> int:
    """200 when it is in the list, 404 when it is not."""
    antwoord = wie.haal(BESLUITEN)
    if antwoord.status_code != 200:
        return int(antwoord.status_code)
    return 200 if besluit["url"] in {rij["url"] for rij in antwoord.json()["results"]} else 404


def _maken(wie: Systeem, besluit: Besluit) -> int:
    return int(wie.stuur(BESLUITEN, lijf(besluittype=besluit["besluittype"])).status_code)


BEWERKINGEN: dict[str, tuple[str, int, Callable[[Systeem, Besluit], int]]] = {  # name -> scope, what it gives, doing
    "lijst": ("besluiten.lezen", 200, _lijst),
    "lezen": ("besluiten.lezen", 200, lambda wie, b: wie.haal(b["url"]).status_code),
    "maken": ("besluiten.aanmaken", 201, _maken),
    "wijzigen": ("besluiten.bijwerken", 200, lambda wie, b: wie.wijzig(b["url"], {"toelichting": "x"}).status_code),
    "verwijderen": ("besluiten.verwijderen", 204, lambda wie, b: wie.verwijder(b["url"]).status_code),
    "spoor": ("audittrails.lezen", 200, lambda wie, b: wie.haal(f"{b['url']}/audittrail").status_code),
}


def _volgende(rij: Besluittype) -> Besluittype:
    """A version that holds from later on: called the same, in the same catalogue."""
    Besluittype.objects.filter(pk=rij.pk).update(einde_geldigheid=date(2026, 3, 2))
    rij.pk, rij.uuid, rij.begin_geldigheid = None, uuid4(), date(2026, 3, 2)
    rij.save(force_insert=True)
    return rij


@pytest.fixture
def besluiten() -> dict[str, Besluit]:
    """One for each column."""
    vth = systeem("vth", alles=True)
    ander = Besluittype.objects.exclude(pk=soort().pk).filter(concept=False)[0]
    van = {"eigen-soort": soort(), "nieuwe-versie": _volgende(soort()), "ander-soort": ander}
    return {kolom: maak(vth, besluittype=adres_van(van[kolom])) for kolom in KOLOMMEN}


def _in_een_kladblok(doe: Callable[[], int]) -> int:
    """What one operation answers; nothing of it stays."""
    with transaction.atomic():
        uitkomst = doe()
        transaction.set_rollback(True)
    return uitkomst


@pytest.mark.parametrize("scope", sorted({"zaken.lezen", *SCOPES["brc"]}))
def test_een_scope_geeft_haar_bewerkingen_van_haar_soort(besluiten: dict[str, Besluit], scope: str) -> None:
    """Of every version of it: a new one shuts nobody out."""
    wie = mag(systeem("wie"), scope)
    anders = []
    for naam, (nodig, goed, doe) in BEWERKINGEN.items():
        for kolom, besluit in besluiten.items():
            status = _in_een_kladblok(lambda b=besluit, d=doe: d(wie, b))  # type: ignore[misc]
            verwacht = {goed} if scope == nodig and kolom in BINNEN else {403, 404}
            if status not in verwacht:
                anders.append(f"{naam} {kolom}: {status}")
    assert anders == []


@pytest.mark.parametrize("alles", [True, False])
def test_wie_alles_mag_mag_elke_bewerking_en_wie_niets_mag_geen(besluiten: dict[str, Besluit], alles: bool) -> None:
    wie = systeem("wie", alles=alles)
    for _nodig, goed, doe in BEWERKINGEN.values():
        for besluit in besluiten.values():
            verwacht = goed if alles else 403
            assert _in_een_kladblok(lambda b=besluit, d=doe: d(wie, b)) == verwacht  # type: ignore[misc]


def test_een_abonnee_hoort_ook_van_een_nieuwe_versie(besluiten: dict[str, Besluit]) -> None:
    wie = mag(systeem("wie"), "besluiten.lezen")
    verdeel()  # what the making of these told
    abonnement = Abonnement.objects.create(
        applicatie=wie.applicatie, callback_url="https://wie.nl/", auth=Geheim.van("x")
    )
    Abonnementkanaal.objects.create(abonnement=abonnement, naam="besluiten", filters={})
    for kolom, hoort in (("nieuwe-versie", 1), ("ander-soort", 0)):
        pad = besluiten[kolom]["url"].removeprefix("http://127.0.0.1:8000")
        kenmerken = {"besluittype": besluiten[kolom]["besluittype"], "verantwoordelijkeOrganisatie": "002564440"}
        zet_klaar(
            "besluiten", hoofdobject=pad, resource="besluit", resource_pad=pad, actie="update", kenmerken=kenmerken
        )
        assert verdeel() == hoort, kolom
