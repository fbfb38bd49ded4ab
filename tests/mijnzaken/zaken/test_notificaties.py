"""Whoever changes what the standard shows of a zaak, tells it: once, and to nobody when nothing of it changed."""

from collections.abc import Callable
from typing import Any

import pytest

from autorisatie.fouten import Invoerfout
from autorisatie.handeling import in_een_eenheid
from autorisatie.models import Applicatie
from catalogus.models import Opschortingsgrond
from mijnzaken.api.zaken.zaak import ZAKEN
from mijnzaken.berichten.models import Notificatie
from mijnzaken.zaken.handelingen import behandelen, termijnen
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.notificaties import GETOOND
from tests.fabrieken import REDEN, medewerker, registreer, ververs
from tests.mijnzaken.api.systeem import systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
Daad = Callable[[Zaak], object]


def als_gelezen(zaak: Zaak) -> Any:
    """The zaak as the door of the standard gives it to a system that may read all."""
    lezer = Applicatie.met_client_id("lezer") or systeem("lezer", alles=True).applicatie
    actor = Applicatie.met_rechten().get(pk=lezer.pk).als_actor()
    return ZAKEN.rijen(actor.met_scopes(frozenset({"zaken.lezen"}))).get(pk=zaak.pk)


def getoond(zaak: Zaak) -> dict[str, Any]:
    return dict(ZAKEN.vorm(als_gelezen(zaak)))


def over(zaak: Zaak) -> list[tuple[str, str]]:
    """What was told of this zaak since the last time that this was asked: which resource, and what happened to it."""
    rijen = Notificatie.objects.filter(kanaal="zaken", hoofdobject__endswith=str(zaak.uuid))
    gezegd = list(rijen.order_by("pk").values_list("resource", "actie"))
    rijen.delete()
    return gezegd


@pytest.fixture
def zaak() -> Zaak:
    zaak = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    zaak = ververs(zaak)
    over(zaak)
    return zaak


def opschorten(zaak: Zaak) -> None:
    termijnen.opschorten(medewerker("vera"), zaak, grond=Opschortingsgrond.OVERMACHT, reden="Storm.")


def verlengen(zaak: Zaak) -> None:
    termijnen.verlengen(medewerker("vera"), zaak, reden="Wij wachten op advies.")


def wijzigen(zaak: Zaak) -> None:
    behandelen.gegeven_wijzigen(medewerker("vera"), zaak, "kenteken", "K-123-BB", reden="Tikfout.")


@pytest.mark.parametrize("daad", [opschorten, verlengen, wijzigen])
def test_een_daad_van_een_medewerker_die_de_zaak_verandert_wordt_een_keer_verteld(zaak: Zaak, daad: Daad) -> None:
    voor = getoond(zaak)
    daad(zaak)
    assert getoond(zaak) != voor
    assert over(zaak) == [("zaak", "partial_update")]


def test_wat_de_standaard_niet_toont_wordt_niet_verteld(zaak: Zaak) -> None:
    voor = getoond(zaak)
    behandelen.notitie_schrijven(medewerker("vera"), zaak, onderwerp="Gebeld", tekst="Komt morgen langs.")
    assert getoond(zaak) == voor
    assert over(zaak) == []


def test_een_nieuwe_zaak_met_alles_erbij_is_een_melding() -> None:
    assert [soort for soort, _ in over(registreer("bram"))].count("zaak") == 1


def test_wat_samen_gebeurt_wordt_samen_verteld(zaak: Zaak) -> None:
    def alles() -> None:
        wijzigen(ververs(zaak))
        opschorten(ververs(zaak))

    in_een_eenheid(alles)
    assert over(zaak) == [("zaak", "partial_update")]


def test_wat_geweigerd_werd_wordt_niet_verteld(zaak: Zaak) -> None:
    opschorten(zaak)
    over(zaak)
    with pytest.raises(Invoerfout):
        opschorten(ververs(zaak))
    assert over(zaak) == []


def test_van_een_afgeschermde_zaak_hoort_niemand_dat_zij_verandert(zaak: Zaak) -> None:
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(afgeschermd=True)
    wijzigen_als = ververs(zaak)
    wijzigen_als.toelichting = "Anders"
    wijzigen_als.save(update_fields=["toelichting"])
    assert over(zaak) == []


def test_elke_kolom_die_de_standaard_toont_staat_op_de_lijst(zaak: Zaak) -> None:
    rij = als_gelezen(zaak)
    rij.verlenging_duur = "P1W"
    gewoon = ZAKEN.vorm(rij)
    toont = set()
    for veld in Zaak._meta.concrete_fields:
        if veld.is_relation or veld.name in {"id", "uuid", "vertrouwelijkheidaanduiding", "betalingsindicatie"}:
            continue
        was = getattr(rij, veld.name)
        setattr(rij, veld.name, f"{veld.name}-anders")
        toont |= {veld.name} if ZAKEN.vorm(rij) != gewoon else set()
        setattr(rij, veld.name, was)
    van_elders = {"zaaktype", "hoofdzaak", "vertrouwelijkheidaanduiding", "betalingsindicatie"}
    assert toont | van_elders == GETOOND
