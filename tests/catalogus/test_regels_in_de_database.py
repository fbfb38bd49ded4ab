"""What is always true of a row stands in the database, not only in Python."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from catalogus.models import Besluittype, Kruistabelregel, Proces, Product, Stand, Taaktype, Team, Zaaktype
from catalogus.models.jsonvormen import (
    controleer_keuzes,
    controleer_validatie,
    controleer_voorwaarde,
    genoemde_gegevens,
)
from catalogus.versies import kopieer
from catalogus.vertrouwelijkheid import Vertrouwelijkheid, naar_zgw, uit_zgw

pytestmark = pytest.mark.django_db


def weigert(regel: str, doe: Any) -> None:
    with pytest.raises(IntegrityError, match=regel), transaction.atomic():
        doe()


@pytest.mark.parametrize(
    "velden, regel",
    [
        ({"doorlooptijd": "8 weken"}, "zaaktype_doorlooptijd_check"),
        ({"doorlooptijd": "P"}, "zaaktype_doorlooptijd_check"),
        ({"einde_geldigheid": date(2019, 1, 1)}, "zaaktype_geldigheid_volgorde"),
        ({"stand": Stand.BEEINDIGD}, "zaaktype_beeindigd_heeft_einde"),
        ({"verlenging_mogelijk": True}, "zaaktype_verlenging_heel"),
        ({"opschorting_en_aanhouding_mogelijk": False}, "zaaktype_opschorting_heel"),
        ({"werkdagen": 5}, "zaaktype_werkdagen_heel"),
        ({"termijnregime": "werkdagen"}, "zaaktype_werkdagen_heel"),
        ({"auteur_id": 1, "gepubliceerd_door_id": 1}, "zaaktype_publiceert_niet_eigen_werk"),
        ({"betrouwbaarheid_minimaal": 5}, "zaaktype_betrouwbaarheid"),
        ({"vertrouwelijkheidaanduiding": 9}, "zaaktype_vertrouwelijk"),
    ],
)
def test_een_zaaktype_dat_niet_kan_wordt_geweigerd(zaaktype: Zaaktype, velden: dict[str, Any], regel: str) -> None:
    weigert(regel, lambda: Zaaktype.objects.filter(pk=zaaktype.pk).update(**velden))


def test_versies_overlappen_niet(zaaktype: Zaaktype) -> None:
    nieuw = kopieer(zaaktype, auteur_id=None, begin_geldigheid=date(2026, 1, 1))
    Zaaktype.objects.filter(pk=zaaktype.pk).update(einde_geldigheid=date(2026, 1, 2))
    weigert(
        "zaaktype_versies_overlappen_niet",
        lambda: Zaaktype.objects.filter(pk=nieuw.pk).update(stand=Stand.GEPUBLICEERD),
    )
    Zaaktype.objects.filter(pk=zaaktype.pk).update(einde_geldigheid=date(2026, 1, 1))
    Zaaktype.objects.filter(pk=nieuw.pk).update(stand=Stand.GEPUBLICEERD)


@pytest.mark.parametrize("van, tot", [(2500, None), (None, 2599), (2599, 2500), (999, 2500), (2500, 10_000)])
def test_een_verdeelregel_noemt_twee_postcodes_of_geen(zaaktype: Zaaktype, van: int | None, tot: int | None) -> None:
    weigert("verdeelregel_postcodes", lambda: zaaktype.verdeelregels.update(postcode_van=van, postcode_tot=tot))


@pytest.mark.parametrize(
    "velden",
    [
        {"titel": ""},
        {"termijn": ""},
        {"grond": "overmacht"},
        {"soort": "opschorting"},
        {"soort": "opschorting", "grond": "overmacht"},
        {"soort": "opschorting", "grond": "aanvulling", "titel": "", "informatieobjecttype": None},
    ],
)
def test_wat_een_status_met_de_termijn_doet_is_heel(zaaktype: Zaaktype, velden: dict[str, Any]) -> None:
    weigert("statusgevolg_heel", lambda: zaaktype.statusgevolgen.update(**velden))


def test_een_mandaat_gaat_niet_onder_nul(zaaktype: Zaaktype) -> None:
    weigert("mandaat_bedrag", lambda: zaaktype.mandaten.update(tot_bedrag=-1))


def test_een_product_heeft_per_actie_een_proces(zaaktype: Zaaktype) -> None:
    product = Product.objects.create(naam="P", slug="p", samenvatting="x")
    Kruistabelregel.objects.create(product=product, proces=zaaktype.proces)
    weigert("kruistabel_uniek", lambda: Kruistabelregel.objects.create(product=product, proces=zaaktype.proces))


def test_een_taak_voor_de_inwoner_heeft_een_termijn(zaaktype: Zaaktype) -> None:
    weigert("taaktype_inwoner_heeft_termijn", lambda: Taaktype.objects.update(termijn=""))


def test_een_besluittype_heeft_een_geldige_versie(zaaktype: Zaaktype) -> None:
    besluittype = Besluittype.objects.get()
    weigert(
        "besluittype_een_geldig",
        lambda: Besluittype.objects.create(
            catalogus=besluittype.catalogus, omschrijving="Besluit", begin_geldigheid=date(2026, 1, 1), concept=False
        ),
    )
    assert list(Besluittype.objects.geldig_op(date(2019, 12, 31))) == []
    assert list(Besluittype.objects.geldig_op(date(2020, 1, 1))) == [besluittype]


def test_een_team_met_een_proces_gaat_niet_weg(zaaktype: Zaaktype) -> None:
    with pytest.raises(Exception, match="protected"):
        Team.objects.get().delete()
    assert Proces.objects.get().dienst.naam == "Dienst"


def test_vertrouwelijkheid_telt_op_in_de_volgorde_van_de_standaard() -> None:
    woorden = [
        "openbaar",
        "beperkt_openbaar",
        "intern",
        "zaakvertrouwelijk",
        "vertrouwelijk",
        "confidentieel",
        "geheim",
    ]
    assert [naar_zgw(niveau) for niveau in range(1, 9)] == [*woorden, "zeer_geheim"]
    assert uit_zgw("zeer_geheim") > Vertrouwelijkheid.GEHEIM
    with pytest.raises(ValueError, match="kent geen"):
        uit_zgw("knus")


@pytest.mark.parametrize(
    "goed",
    [
        {},
        {"gegeven": "a", "is": True},
        {"alle": [{"gegeven": "a", "is": 1}, {"niet": {"gegeven": "b", "ingevuld": True}}]},
    ],
)
def test_een_voorwaarde_die_klopt(goed: dict[str, Any]) -> None:
    controleer_voorwaarde(goed)


@pytest.mark.parametrize(
    "fout",
    [
        [],
        "x",
        {"gegeven": "a"},
        {"is": 1},
        {"alle": []},
        {"alle": [{}]},
        {"niet": {}},
        {"gegeven": "a", "is": 1, "bevat": 2},
    ],
)
def test_een_voorwaarde_die_niet_klopt(fout: Any) -> None:
    with pytest.raises(ValidationError):
        controleer_voorwaarde(fout)


def test_genoemde_gegevens_gaat_de_diepte_in() -> None:
    voorwaarde = {"een": [{"gegeven": "a", "is": 1}, {"niet": {"alle": [{"gegeven": "b", "is": 2}]}}]}
    assert genoemde_gegevens(voorwaarde) == {"a", "b"}


@pytest.mark.parametrize("fout", [{"maximum": 3}, {"max": "3"}, {"max": True}, {"patroon": "("}, []])
def test_een_grens_die_niet_klopt(fout: Any) -> None:
    with pytest.raises(ValidationError):
        controleer_validatie(fout)


@pytest.mark.parametrize(
    "fout", ["x", [{"waarde": "a"}], [{"waarde": "a", "label": ""}], [{"waarde": "a", "label": "A"}] * 2]
)
def test_keuzes_die_niet_kloppen(fout: Any) -> None:
    with pytest.raises(ValidationError):
        controleer_keuzes(fout)
