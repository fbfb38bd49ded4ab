"""A decision table is a draft until it holds; then its contents are fixed: a past zaak keeps the outcome of its day."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from catalogus import klok
from catalogus.beslissen import bewerken
from catalogus.models import Beslistabel, Product
from catalogus.models.beslistabel import SoortTabel, lege_inhoud
from catalogus.regels import tabellen_op, uitkomsten
from mijnzaken.inrichting import beslistabellen
from tests.fabrieken import medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
DAG = timedelta(days=1)
DUURDER = {"als": {}, "dan": {"bedrag": 5200, "eenheid": "per jaar"}}
GEWOON = {"soort_aanvraag": "nieuw", "eigen_plek": False}


def _product() -> Product:
    return Product.objects.get(slug="parkeervergunning-bewoners")


def _concept() -> Beslistabel:
    return beslistabellen.beslistabel_opstellen(medewerker("omar"), _product(), "kosten")


def _duurder() -> Beslistabel:
    """A draft in which the last rule costs more, and the example that knew the old price is gone."""
    tabel = _concept()
    wijzig = partial(beslistabellen.beslistabel_wijzigen, medewerker("omar"), tabel)
    wijzig(bewerking=partial(bewerken.regel_zetten, regel=DUURDER, nummer=3))
    return wijzig(bewerking=partial(bewerken.voorbeeld_weghalen, nummer=3))


def _kosten(dag: date) -> int:
    tabellen = [tabel for tabel in tabellen_op(_product().pk, dag) if tabel.soort == "kosten"]
    (uitkomst,) = uitkomsten(tabellen, GEWOON)
    assert uitkomst.uitslag.dan is not None
    return int(uitkomst.uitslag.dan["bedrag"])


def test_een_zaak_van_gisteren_houdt_de_uitkomst_van_haar_dag() -> None:
    vandaag = klok.vandaag()
    beslistabellen.beslistabel_in_gebruik_nemen(medewerker("omar"), _duurder(), vanaf=vandaag + 10 * DAG)
    assert [_kosten(vandaag + n * DAG) for n in (0, 9, 10, 400)] == [4800, 4800, 5200, 5200]


def test_elke_soort_tabel_geldt_naast_de_andere_en_van_een_soort_geldt_er_een() -> None:
    product = Product.objects.get(slug="hulp-bij-schulden")

    def maak(soort: str) -> Beslistabel:
        inhoud = lege_inhoud() | {"uitkomst": soort}
        return Beslistabel.objects.create(product=product, soort=soort, inhoud=inhoud, geldig_van=klok.vandaag())

    for soort in SoortTabel.values:
        maak(soort)
        with pytest.raises(IntegrityError, match="overlappen_niet"), transaction.atomic():
            maak(soort)
    assert Beslistabel.objects.filter(product=product).count() == len(SoortTabel)


def test_wat_geldt_verandert_niet_ook_niet_langs_de_database() -> None:
    tabel = tabellen_op(_product().pk, klok.vandaag())[0]
    with pytest.raises(OnjuisteToestand, match="in gebruik"):
        beslistabellen.beslistabel_wijzigen(medewerker("omar"), tabel, waarden={"toelichting": "x"})
    with pytest.raises(IntegrityError, match="in gebruik"), transaction.atomic():
        Beslistabel.objects.filter(pk=tabel.pk).update(inhoud=tabel.inhoud | {"regels": []})


def test_een_voorbeeld_dat_niet_klopt_houdt_de_tabel_tegen() -> None:
    tabel = _concept()
    bewerking = partial(bewerken.regel_zetten, regel=DUURDER, nummer=3)
    tabel = beslistabellen.beslistabel_wijzigen(medewerker("omar"), tabel, bewerking=bewerking)
    with pytest.raises(OnjuisteToestand, match="zonder garage"):
        beslistabellen.beslistabel_in_gebruik_nemen(medewerker("omar"), tabel, vanaf=klok.vandaag() + DAG)
    assert Beslistabel.objects.get(pk=tabel.pk).concept


@pytest.mark.parametrize("dagen, reden", [(-1, "terugwerkende kracht"), (0, "op zijn vroegst de dag daarna")])
def test_een_tabel_gaat_niet_terug_en_niet_halverwege_een_dag_in(dagen: int, reden: str) -> None:
    with pytest.raises(OnjuisteToestand, match=reden):
        beslistabellen.beslistabel_in_gebruik_nemen(medewerker("omar"), _duurder(), vanaf=klok.vandaag() + dagen * DAG)


def test_de_eerste_tabel_van_een_product_geldt_vandaag() -> None:
    tabel = beslistabellen.beslistabel_opstellen(medewerker("omar"), _product(), "duur")
    regel = {"als": {}, "dan": {"duur": "P2W"}}
    tabel = beslistabellen.beslistabel_wijzigen(
        medewerker("omar"), tabel, bewerking=partial(bewerken.regel_zetten, regel=regel)
    )
    beslistabellen.beslistabel_in_gebruik_nemen(medewerker("omar"), tabel, vanaf=klok.vandaag())
    assert [t.soort for t in tabellen_op(_product().pk, klok.vandaag())] == ["mag", "kosten", "duur"]


def test_voor_haar_eerste_dag_kan_een_tabel_terug_naar_concept() -> None:
    tabel = beslistabellen.beslistabel_in_gebruik_nemen(medewerker("omar"), _duurder(), vanaf=klok.vandaag() + DAG)
    beslistabellen.beslistabel_intrekken(medewerker("omar"), tabel)
    assert [_kosten(klok.vandaag() + n * DAG) for n in (0, 1, 400)] == [4800, 4800, 4800]
    with pytest.raises(OnjuisteToestand, match="geldt al"):
        beslistabellen.beslistabel_intrekken(medewerker("omar"), tabellen_op(_product().pk, klok.vandaag())[0])


def test_er_is_een_concept_tegelijk_en_dat_kan_weg() -> None:
    tabel = _concept()
    with pytest.raises(OnjuisteToestand, match="al een concept"):
        _concept()
    beslistabellen.beslistabel_weggooien(medewerker("omar"), tabel)
    _concept()


def test_een_waarde_van_de_verkeerde_soort_komt_er_niet_in() -> None:
    fout = {"als": {"eigen_plek": {"is": "ja"}}, "dan": {"bedrag": 1}}
    with pytest.raises(Invoerfout, match="kies ja of nee"):
        beslistabellen.beslistabel_wijzigen(
            medewerker("omar"), _concept(), bewerking=partial(bewerken.regel_zetten, regel=fout)
        )


def test_dezelfde_vraag_is_in_elke_tabel_van_een_product_dezelfde() -> None:
    tabel = beslistabellen.beslistabel_opstellen(medewerker("omar"), _product(), "duur")
    vraag = {"naam": "eigen_plek", "label": "Hoeveel plekken?", "soort": "getal"}
    wijzig = partial(beslistabellen.beslistabel_wijzigen, medewerker("omar"), tabel)
    wijzig(bewerking=partial(bewerken.vraag_zetten, vraag=vraag))
    wijzig(bewerking=partial(bewerken.regel_zetten, regel={"als": {}, "dan": {"duur": "P2W"}}))
    with pytest.raises(OnjuisteToestand, match="in een andere tabel"):
        beslistabellen.beslistabel_in_gebruik_nemen(medewerker("omar"), tabel, vanaf=klok.vandaag())


def test_wie_geen_producten_beheert_maakt_geen_tabel() -> None:
    with pytest.raises(GeenRecht):
        beslistabellen.beslistabel_opstellen(medewerker("sanne"), _product(), "duur")
