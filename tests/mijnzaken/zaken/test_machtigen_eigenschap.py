"""For any machtiging and any zaken: what the gemachtigde sees through every door is what the rule says in plain words,
and never his own while he acts for another."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet
from autorisatie.models import Machtiging
from catalogus import klok
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.documenten import document_inzien
from mijnzaken.zaken.handelingen.documenten import document_toevoegen
from mijnzaken.zaken.lijst import Filter, aantal, lijst
from mijnzaken.zaken.models import Rol, Taak, Zaak, Zaakdocument, ZaakMachtiging
from mijnzaken.zaken.uploads import eigenaar_bij_zaak
from tests.fabrieken import REDEN, burger, partij, product_van, registreer, upload, zaaktype

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
SOORTEN = ("parkeervergunning-bewoners", "subsidie-verkeerslawaai", "bezwaar")
MENSEN = ("wil", "bram", "anna")


@dataclass(frozen=True)
class Geval:
    """``mee``: also a party in the first zaak of the gever. Days count from today; ``None`` is no end."""

    reikwijdte: str
    soorten: frozenset[str]
    zaken: frozenset[int]
    van: int
    tot: int | None
    aanvaard: bool
    beeindigd: bool
    overleden: bool
    mag_handelen: bool
    afgeschermd: frozenset[int] = field(default_factory=frozenset)


GEVALLEN = st.builds(
    Geval,
    reikwijdte=st.sampled_from(["alles", "producten", "zaken"]),
    soorten=st.frozensets(st.sampled_from(SOORTEN)),
    zaken=st.frozensets(st.integers(0, 8)),
    van=st.sampled_from([-5, 0, 1]),
    tot=st.sampled_from([None, -1, 0, 3]),
    aanvaard=st.sampled_from([True, True, True, False]),
    beeindigd=st.sampled_from([False, False, False, True]),
    overleden=st.sampled_from([False, False, False, True]),
    mag_handelen=st.booleans(),
    afgeschermd=st.frozensets(st.integers(0, 8), max_size=3),
)


def volgens_de_regel(geval: Geval, zaken: list[tuple[str, str, Zaak]]) -> set[int]:
    """Of the gever, not shielded, within the reach, on a day within both dates, accepted, not ended, both alive."""
    geldt = (
        geval.aanvaard
        and not geval.beeindigd
        and not geval.overleden
        and geval.van <= 0
        and (geval.tot is None or geval.tot >= 0)
    )
    return {
        zaak.pk
        for nummer, (wie, soort, zaak) in enumerate(zaken)
        if geldt
        and wie == "wil"
        and nummer not in geval.afgeschermd
        and (
            geval.reikwijdte == "alles"
            or (geval.reikwijdte == "producten" and soort in geval.soorten)
            or (geval.reikwijdte == "zaken" and nummer in geval.zaken)
        )
    }


def maak(geval: Geval, zaken: list[tuple[str, str, Zaak]]) -> Machtiging:
    """The row, and its surroundings, as the case says. Also of a zaak of another the row may say that it is named."""
    vandaag, nu = klok.vandaag(), klok.nu()
    wil, bram = partij("wil"), partij("bram")
    Machtiging.objects.systeem(REDEN).filter(gever=wil).delete()
    rij: Machtiging = Machtiging.objects.create(
        gever=wil,
        gever_zoeknaam=wil.zoeknaam,
        gemachtigde=bram,
        reikwijdte=geval.reikwijdte,
        mag_handelen=geval.mag_handelen,
        geldig_van=vandaag + timedelta(days=geval.van),
        geldig_tot=None if geval.tot is None else vandaag + timedelta(days=geval.tot),
        aangeboden_op=nu,
        aanvaard_op=nu if geval.aanvaard else None,
        beeindigd_op=nu if geval.beeindigd else None,
        einde_reden="ingetrokken" if geval.beeindigd else "",
    )
    if geval.reikwijdte == "producten":
        rij.producten.set([product_van(zaaktype(soort)) for soort in geval.soorten])
    if geval.reikwijdte == "zaken":
        ZaakMachtiging.objects.bulk_create(ZaakMachtiging(machtiging=rij, zaak=zaken[n][2]) for n in geval.zaken)
    for nummer in geval.afgeschermd:
        Zaak.objects.systeem(REDEN).filter(pk=zaken[nummer][2].pk).update(afgeschermd=True)
    if geval.overleden:
        wil.overleden_op = vandaag
        wil.save(update_fields=["overleden_op"])
    return rij


@pytest.fixture
def zaken() -> list[tuple[str, str, Zaak]]:
    """Three of each, with a document; anna is a party in one of wil's too."""
    rijen = [(wie, soort, registreer(wie, soort)) for wie in MENSEN for soort in SOORTEN]
    for wie, _, zaak in rijen:
        stuk = upload(eigenaar_bij_zaak(burger(wie), zaak.uuid))
        document_toevoegen(burger(wie), zaak, upload=stuk, titel="Stuk")
        document = zaak.zaakdocumenten.order_by("-pk")[0].document
        document.keuring, document.gekeurd_op = "schoon", klok.nu()
        document.save(update_fields=["keuring", "gekeurd_op"])
    van_wil = rijen[0][2]
    eerste = van_wil.rollen.order_by("pk")[0]
    Rol.objects.create(
        zaak=van_wil,
        roltype=eerste.roltype,
        partij=partij("anna"),
        betrokkene_type="natuurlijk_persoon",
        registratiedatum=klok.nu(),
        ziet_zaak=True,
    )
    return rijen


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(geval=GEVALLEN)
def test_wat_een_gemachtigde_ziet_is_wat_de_regel_zegt(zaken: list[tuple[str, str, Zaak]], geval: Geval) -> None:
    with transaction.atomic():
        rij = maak(geval, zaken)
        actor = Burger(partij("bram"), namens=partij("wil"), machtiging=rij)
        verwacht = volgens_de_regel(geval, zaken)
        assert set(Zaak.objects.voor(actor).values_list("pk", flat=True)) == verwacht
        assert {z.pk for z in lijst(actor, Filter()).rijen} == verwacht
        assert aantal(actor, Filter()) == len(verwacht)
        assert {pk for _, _, z in zaken if Zaak.objects.een(actor, z.uuid) for pk in [z.pk]} == verwacht
        assert set(Zaakdocument.objects.voor(actor).values_list("zaak", flat=True)) == verwacht
        assert set(Taak.objects.voor(actor).values_list("zaak", flat=True)) <= verwacht
        over = Bericht.objects.voor(actor).filter(over_soort="zaak").values_list("over_uuid", flat=True)
        assert set(over) <= {z.uuid for _, _, z in zaken if z.pk in verwacht}
        for _, _, zaak in zaken:
            document = zaak.zaakdocumenten.order_by("pk")[0].document
            try:
                document_inzien(actor, document.uuid)
                gezien = True
            except BestaatNiet:
                gezien = False
            assert gezien is (zaak.pk in verwacht)
        for wie, _, zaak in zaken:
            if zaak.pk in verwacht:
                assert bool(zaak.beslissing(actor, "intrekken")) is geval.mag_handelen
            if wie == "bram":
                assert zaak.pk not in verwacht
        transaction.set_rollback(True)
