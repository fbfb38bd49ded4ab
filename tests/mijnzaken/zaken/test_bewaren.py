"""Retention: from which day the term counts, for every afleidingswijze (Archiefwet; ZGW zrc-021)."""

from datetime import date, timedelta
from typing import Any

import pytest

from autorisatie.fouten import OnjuisteToestand
from catalogus import klok
from catalogus.models import Afleidingswijze, Objecttype, Resultaattype, Uitkomst
from mijnzaken.zaken import bewaren
from mijnzaken.zaken.handelingen import afronden, behandelen, besluiten, vernietigen
from mijnzaken.zaken.models import GerelateerdeZaak, Zaak, Zaakobject
from tests.fabrieken import REDEN, VANDAAG, medewerker, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
KLAAR = date(2026, 3, 2)


def klaar(soort: str = "melding-openbare-ruimte", wie: str = "vera", **wijze: Any) -> Zaak:
    """A zaak that ended on 2 March 2026, with a resultaattype that says how its term counts: one year after that."""
    zaak = registreer("anna", soort)
    behandelen.in_behandeling_nemen(medewerker(wie), zaak)
    type_ = zaak.zaaktype.resultaattypen.exclude(archiefactietermijn="").first()
    velden = {"brondatum_datumkenmerk": "", "brondatum_procestermijn": "", "archiefactietermijn": "P1Y"} | wijze
    Resultaattype.objects.filter(pk=type_.pk).update(archiefnominatie="vernietigen", **velden)
    afronden.afhandelen(
        medewerker(wie), zaak, resultaattype=Resultaattype.objects.get(pk=type_.pk), toelichting="klaar"
    )
    return ververs(zaak)


def ander(einddatum: date | None = None) -> Zaak:
    """Another zaak of anna, that ended on this day."""
    zaak = registreer("anna")
    if einddatum:
        Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(einddatum=einddatum, fase="afgerond")
    return ververs(zaak)


def test_afgehandeld_telt_vanaf_het_einde_van_de_zaak():
    zaak = klaar(brondatum_afleidingswijze=Afleidingswijze.AFGEHANDELD)
    assert (zaak.startdatum_bewaartermijn, zaak.archiefactiedatum) == (KLAAR, date(2027, 3, 2))


def test_termijn_telt_vanaf_het_einde_plus_de_procestermijn():
    zaak = klaar(brondatum_afleidingswijze=Afleidingswijze.TERMIJN, brondatum_procestermijn="P6M")
    assert (zaak.startdatum_bewaartermijn, zaak.archiefactiedatum) == (date(2026, 9, 2), date(2027, 9, 2))


def test_eigenschap_telt_vanaf_de_waarde_van_dat_gegeven():
    zaak = klaar(brondatum_afleidingswijze=Afleidingswijze.EIGENSCHAP, brondatum_datumkenmerk="geboortedatum_oudste")
    assert zaak.archiefactiedatum is None
    gegeven = zaak.zaaktype.gegevens.first()
    Resultaattype.objects.filter(pk=zaak.resultaten.get().resultaattype_id).update(brondatum_datumkenmerk=gegeven.naam)
    zaak.gegevenswaarden.model.objects.create(
        zaak=zaak, gegeven=gegeven, waarde="2025-05-01", bron="eigen", moment=klok.nu()
    )
    bewaren.werk_brondatums_bij()
    assert ververs(zaak).archiefactiedatum == date(2026, 5, 1)


def test_zaakobject_telt_vanaf_de_laatste_dag_bij_de_objecten_van_die_soort():
    zaak = klaar(
        brondatum_afleidingswijze=Afleidingswijze.ZAAKOBJECT,
        brondatum_objecttype=Objecttype.PAND,
        brondatum_datumkenmerk="sloopdatum",
    )
    for soort, dag in (("pand", "2026-06-01"), ("pand", "2026-07-01"), ("pand", "onbekend"), ("wijk", "2030-01-01")):
        Zaakobject.objects.create(
            zaak=zaak, object_type=soort, object_identificatie={"sloopdatum": dag}, relatieomschrijving=""
        )
    bewaren.werk_brondatums_bij()
    assert ververs(zaak).archiefactiedatum == date(2027, 7, 1)


def test_hoofdzaak_telt_vanaf_het_einde_van_de_hoofdzaak():
    zaak, hoofd = klaar(brondatum_afleidingswijze=Afleidingswijze.HOOFDZAAK), ander()
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(hoofdzaak=hoofd)
    assert bewaren.werk_brondatums_bij() == 0  # the hoofdzaak still runs
    Zaak.objects.systeem(REDEN).filter(pk=hoofd.pk).update(einddatum=date(2026, 3, 9), fase="afgerond")
    assert bewaren.werk_brondatums_bij() == 1
    assert ververs(zaak).archiefactiedatum == date(2027, 3, 9)


def test_gerelateerde_zaak_telt_vanaf_het_laatste_einde_en_wacht_tot_alle_klaar_zijn():
    zaak, een, twee = klaar(brondatum_afleidingswijze=Afleidingswijze.GERELATEERDE_ZAAK), ander(KLAAR), ander()
    for andere in (een, twee):
        GerelateerdeZaak.objects.create(zaak=zaak, andere_zaak=andere, aard_relatie="vervolg")
    bewaren.werk_brondatums_bij()
    assert ververs(zaak).archiefactiedatum is None
    Zaak.objects.systeem(REDEN).filter(pk=twee.pk).update(einddatum=date(2026, 3, 20), fase="afgerond")
    bewaren.werk_brondatums_bij()
    assert ververs(zaak).archiefactiedatum == date(2027, 3, 20)


@pytest.mark.parametrize(
    "wijze,dag",
    [
        (Afleidingswijze.INGANGSDATUM_BESLUIT, date(2027, 4, 1)),
        (Afleidingswijze.VERVALDATUM_BESLUIT, date(2028, 3, 31)),
    ],
)
def test_een_besluit_telt_vanaf_zijn_ingang_of_zijn_einde(wijze, dag):
    zaak = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    moment = zaak.zaaktype.besluitmomenten.get()
    zaak.zaaktype.resultaattypen.update(
        brondatum_afleidingswijze=wijze,
        archiefactietermijn="P1Y",
        archiefnominatie="vernietigen",
        brondatum_datumkenmerk="",
    )
    besluiten.besluit_voorstellen(
        medewerker("vera"), zaak, besluitmoment=moment, uitkomst=Uitkomst.TOEGEKEND, motivering="U woont er.",
        ingangsdatum=date(2026, 4, 1), vervaldatum=date(2027, 3, 31),
    )  # fmt: skip
    besluiten.besluiten(medewerker("peter"), zaak)
    assert ververs(zaak).archiefactiedatum == dag


def test_ander_datumkenmerk_telt_vanaf_de_dag_die_iemand_opzoekt():
    zaak = klaar(
        brondatum_afleidingswijze=Afleidingswijze.ANDER_DATUMKENMERK,
        brondatum_datumkenmerk="einde gebruik",
        brondatum_registratie="Vergunningenregister",
    )
    assert bewaren.werk_brondatums_bij() == 0
    vernietigen.brondatum_vastleggen(medewerker("vera"), zaak, datum=date(2026, 1, 15), reden="register, nr 7")
    assert ververs(zaak).archiefactiedatum == date(2027, 1, 15)
    with pytest.raises(OnjuisteToestand):
        vernietigen.brondatum_vastleggen(medewerker("vera"), ververs(zaak), datum=KLAAR, reden="nog eens")


def test_wat_blijvend_bewaard_wordt_krijgt_geen_dag():
    zaak = klaar(brondatum_afleidingswijze=Afleidingswijze.AFGEHANDELD)
    Resultaattype.objects.filter(pk=zaak.resultaten.get().resultaattype_id).update(
        archiefnominatie="blijvend_bewaren", archiefactietermijn=""
    )
    zaak.archiefactiedatum = None
    bewaren.zet_archiefgegevens(zaak, zaak.resultaten.get().resultaattype)
    assert (ververs(zaak).archiefnominatie, ververs(zaak).archiefactiedatum) == ("blijvend_bewaren", None)


def test_wie_heropent_wist_de_bewaartermijn():
    zaak = klaar(brondatum_afleidingswijze=Afleidingswijze.AFGEHANDELD)
    with klok.op_moment(VANDAAG + timedelta(days=1)):
        afronden.heropenen(medewerker("vera"), zaak, reden="Toch niet opgelost.")
    assert ververs(zaak).archiefactiedatum is None
    assert bewaren.werk_brondatums_bij() == 0
