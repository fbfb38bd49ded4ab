"""A row that is added by a kept statement is the row that Django would have written."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from catalogus.models import Vrijedag
from catalogus.vasterij import voeg_toe, waarden
from mijnzaken.zaken.models import Zaak, Zaaktelling
from tests.fabrieken import REDEN, registreer

pytestmark = pytest.mark.django_db
KERST = date(2026, 12, 25)


def dag(omschrijving: str = "Eerste Kerstdag") -> Vrijedag:
    return Vrijedag(datum=KERST, omschrijving=omschrijving)


def test_de_rij_heeft_daarna_haar_sleutel_en_is_te_wijzigen() -> None:
    Vrijedag.objects.filter(datum=KERST).delete()
    rij = dag()
    voeg_toe(rij)
    rij.omschrijving = "Kerst"
    rij.save()
    assert Vrijedag.objects.get(datum=KERST).pk == rij.pk
    assert Vrijedag.objects.get(datum=KERST).omschrijving == "Kerst"


def test_wat_er_al_is_blijft_zoals_het_was() -> None:
    Vrijedag.objects.filter(datum=KERST).delete()
    voeg_toe(dag())
    anders = dag("Anders")
    voeg_toe(anders, tenzij_er_al=True)
    assert Vrijedag.objects.get(datum=KERST).omschrijving == "Eerste Kerstdag"
    assert anders.pk is None


def test_na_een_fout_blijft_niets_van_de_transactie() -> None:
    Vrijedag.objects.filter(datum=KERST).delete()
    with transaction.atomic():
        voeg_toe(dag())
        with pytest.raises(IntegrityError):
            voeg_toe(dag())
    assert not Vrijedag.objects.filter(datum=KERST).exists()


def test_wat_de_database_invult_weet_de_rij_daarna() -> None:
    telling = Zaaktelling(zaaktype_id=1, vertrouwelijkheidaanduiding=1, aantal=1)
    assert "blok" not in waarden(telling)
    voeg_toe(telling)
    assert telling.blok == Zaaktelling.objects.get(pk=telling.pk).blok == 0


@pytest.mark.usefixtures("gemeente", "op_maandag")
def test_een_zaak_staat_er_zoals_django_haar_zou_schrijven() -> None:
    voorbeeld = Zaak.objects.systeem(REDEN).get(pk=registreer("anna").pk)
    velden = {v.attname: getattr(voorbeeld, v.attname) for v in Zaak._meta.concrete_fields}
    eigen = {"id", "uuid", "nummer", "identificatie", "concept_uuid"}
    gelijk = {naam: waarde for naam, waarde in velden.items() if naam not in eigen}

    def maak(nummer: str) -> Zaak:
        return Zaak(**gelijk, nummer=nummer, identificatie=nummer)

    vast, gewoon = maak("2026-9000001"), maak("2026-9000002")
    voeg_toe(vast)
    gewoon.save(force_insert=True)
    een, ander = (Zaak.objects.systeem(REDEN).values(*gelijk).get(pk=rij.pk) for rij in (vast, gewoon))
    assert een == ander
