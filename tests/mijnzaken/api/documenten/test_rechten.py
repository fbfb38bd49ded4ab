"""Rights of other systems over documents: kind, vertrouwelijkheid, scope and operation, the counterpart of
``tests/mijnzaken/api/rechten.txt``.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from autorisatie.scopelijst import SCOPES
from catalogus.models import Informatieobjecttype
from tests.mijnzaken.api.documenten.gedeeld import EIO, adres_van_soort, lijf, maak, mag, soort
from tests.mijnzaken.api.systeem import Systeem, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

TOT = "zaakvertrouwelijk"
KOLOMMEN = ("openbaar", "zaakvertrouwelijk", "nieuwe-versie", "vertrouwelijk", "ander-soort")
BINNEN = {"openbaar", "zaakvertrouwelijk", "nieuwe-versie"}  # what one line of rights, up to TOT, is about
Document = dict[str, Any]


def _lijst(wie: Systeem, document: Document) -> int:
    """200 when it is in the list, 404 when it is not."""
    antwoord = wie.haal(EIO)
    if antwoord.status_code != 200:
        return int(antwoord.status_code)
    return 200 if document["url"] in {rij["url"] for rij in antwoord.json()["results"]} else 404


def _maken(wie: Systeem, document: Document) -> int:
    """Another one, of the same kind and as confidential."""
    gelijk = {naam: document[naam] for naam in ("informatieobjecttype", "vertrouwelijkheidaanduiding")}
    return int(wie.stuur(EIO, lijf(**gelijk)).status_code)


BEWERKINGEN: dict[str, tuple[str, int, Callable[[Systeem, Document], int]]] = {  # name -> scope, what it gives, doing
    "lijst": ("documenten.lezen", 200, _lijst),
    "lezen": ("documenten.lezen", 200, lambda wie, d: wie.haal(d["url"]).status_code),
    "downloaden": ("documenten.lezen", 200, lambda wie, d: wie.haal(d["inhoud"]).status_code),
    "maken": ("documenten.aanmaken", 201, _maken),
    "vasthouden": ("documenten.lock", 200, lambda wie, d: wie.stuur(f"{d['url']}/lock", {}).status_code),
    "verwijderen": ("documenten.verwijderen", 204, lambda wie, d: wie.verwijder(d["url"]).status_code),
}


@pytest.fixture
def documenten(dms: Systeem) -> dict[str, Document]:
    """One for each column."""
    ander = Informatieobjecttype.objects.filter(concept=False).exclude(pk=soort().pk).order_by("pk")[0]
    soorten = {"ander-soort": ander, "nieuwe-versie": _volgende(soort())}
    return {
        kolom: maak(dms, vertrouwelijkheidaanduiding="openbaar", informatieobjecttype=adres_van_soort(soorten[kolom]))
        if kolom in soorten
        else maak(dms, vertrouwelijkheidaanduiding=kolom)
        for kolom in KOLOMMEN
    }


def _volgende(rij: Informatieobjecttype) -> Informatieobjecttype:
    """A version that holds from later on: called the same, in the same catalogue."""
    Informatieobjecttype.objects.filter(pk=rij.pk).update(einde_geldigheid=date(2026, 3, 2))
    rij.pk, rij.uuid, rij.begin_geldigheid = None, uuid4(), date(2026, 3, 2)
    rij.save(force_insert=True)
    return rij


def _in_een_kladblok(doe: Callable[[], int]) -> int:
    """What one operation answers; nothing of it stays."""
    with transaction.atomic():
        uitkomst = doe()
        transaction.set_rollback(True)
    return uitkomst


@pytest.mark.parametrize("scope", sorted({"zaken.lezen", *SCOPES["drc"]} - {"audittrails.lezen"}))
def test_een_scope_geeft_haar_bewerkingen_van_haar_soort_tot_haar_grens(
    documenten: dict[str, Document], scope: str
) -> None:
    wie = mag(systeem("wie"), scope, tot=TOT)
    anders = []
    for naam, (nodig, goed, doe) in BEWERKINGEN.items():
        for kolom, document in documenten.items():
            status = _in_een_kladblok(lambda d=document, b=doe: b(wie, d))  # type: ignore[misc]
            verwacht = {goed} if scope == nodig and kolom in BINNEN else {403, 404}
            if status not in verwacht:
                anders.append(f"{naam} {kolom}: {status}")
    assert anders == []


def test_wie_alles_mag_mag_elke_bewerking(documenten: dict[str, Document]) -> None:
    wie = systeem("alles", alles=True)
    for _nodig, goed, doe in BEWERKINGEN.values():
        for document in documenten.values():
            assert _in_een_kladblok(lambda d=document, b=doe: b(wie, d)) == goed  # type: ignore[misc]


def test_zonder_recht_is_er_niets(documenten: dict[str, Document]) -> None:
    wie = systeem("niets")
    for _nodig, _goed, doe in BEWERKINGEN.values():
        for document in documenten.values():
            assert _in_een_kladblok(lambda d=document, b=doe: b(wie, d)) == 403  # type: ignore[misc]
