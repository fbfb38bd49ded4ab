"""Each check before publishing finds its own fault, and a good version has none."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from catalogus.controles import REGELS, bezwaren, gebreken
from catalogus.models import Zaaktype

pytestmark = pytest.mark.django_db

VRAAG_INGEVULD = {"gegeven": "vraag", "ingevuld": True}
Breek = Callable[[Zaaktype], Any]


def zet(**velden: Any) -> Breek:
    def _breek(zaaktype: Zaaktype) -> None:
        for naam, waarde in velden.items():
            setattr(zaaktype, naam, waarde)
        zaaktype.save()

    return _breek


def op(relatie: str, **velden: Any) -> Breek:
    def _breek(zaaktype: Zaaktype) -> None:
        rij = getattr(zaaktype, relatie).first()
        for naam, waarde in velden.items():
            setattr(rij, naam, waarde)
        rij.save()

    return _breek


def weg(relatie: str, **zoek: Any) -> Breek:
    return lambda zaaktype: getattr(zaaktype, relatie).filter(**zoek).delete()


def substap_onder_latere(zaaktype: Zaaktype) -> None:
    zaaktype.statustypen.filter(volgnummer=1).update(substap_van=zaaktype.statustypen.get(volgnummer=2))


def verdeelregel_na_altijd(zaaktype: Zaaktype) -> None:
    zaaktype.verdeelregels.update(voorwaarde={})
    zaaktype.verdeelregels.create(volgorde=2, team=zaaktype.proces.team, postcode_van=2500, postcode_tot=2599)


GEBREKEN: list[tuple[Breek, str]] = [
    (zet(doel=" "), "Het doel van het proces is leeg."),
    (zet(wat_gebeurt_er=""), "De tekst over wat er na het indienen gebeurt is leeg."),
    (zet(publiekstermijn=""), "De termijn in gewone woorden is leeg."),
    (zet(termijn_grondslag=""), "De termijn heeft geen wettelijke grondslag."),
    (zet(verlenging_mogelijk=True, verlengingstermijn="P4W", verlenging_aantal=1), "grondslag daarvoor ontbreekt"),
    (zet(opschortingsgronden=[]), "geen enkele grond voor opschorting"),
    (op("besluitmomenten", beslistermijn="P4W"), "De termijn van het besluit Besluit heeft geen wettelijke grondslag."),
    (weg("besluitmomenten"), "Er is een mandaat voor Besluit, maar dat besluit hoort niet bij dit zaaktype."),
    (op("verdeelregels", voorwaarde={"gegeven": "weg", "is": 1}), "kijkt naar weg, en dat is geen gegeven"),
    (verdeelregel_na_altijd, "De verdeelregel 2. Team doet niets: 1. Team past altijd eerder."),
    (op("taaktypen", voorwaarde={"gegeven": "weg", "ingevuld": True}), "De voorwaarde van de taak Stuur iets kijkt"),
    (zet(opschortingsgronden=["overmacht"]), "Bij de status Bezig staat de termijn stil op een grond"),
    (
        zet(termijnregime="geen", publiekstermijn=""),
        "Bij een status staat de termijn stil, maar dit zaaktype heeft geen termijn die dat kan.",
    ),
    (lambda z: z.statustypen.filter(volgnummer=2).update(fase="advies"), "kies een status in behandeling"),
    (
        lambda z: z.zaaktypeinformatieobjecttypen.update(inwoner_mag_toevoegen=False),
        "De status Bezig vraagt om Bijlage, maar een inwoner mag dat niet toevoegen.",
    ),
    (weg("statustypen", volgnummer__gt=1), "Er is geen eindstatus"),
    (lambda z: z.statustypen.filter(volgnummer=9).update(fase="advies"), "is geen eindstatus"),
    (lambda z: z.statustypen.filter(volgnummer=1).update(fase="advies"), "hoort bij de fase ontvangen"),
    (lambda z: z.statustypen.filter(volgnummer=2).update(fase="afgerond"), "is niet de laatste"),
    (op("statustypen", statustekst=""), "De status Ontvangen heeft geen tekst voor de inwoner."),
    (substap_onder_latere, "De status Ontvangen hoort onder een hoofdstap die ervoor staat."),
    (op("gegevens", doel=""), "Het gegeven Wat is uw vraag? heeft geen doel."),
    (op("gegevens", grondslag=""), "Het gegeven Wat is uw vraag? heeft geen wettelijke grondslag."),
    (op("gegevens", voorvulling="brp.naam", corrigeerbaar=False), "leg uit hoe men een fout laat verbeteren"),
    (op("gegevens", toon_als={"gegeven": "weg", "is": 1}), "kijkt naar weg"),
    (op("gegevens", toon_als={"niet": {"gegeven": "vraag", "is": 1}}), "kijkt naar vraag"),
    (weg("resultaattypen"), "Er is geen resultaat"),
    (op("resultaattypen", archiefnominatie=""), "zegt niet of het dossier wordt vernietigd of bewaard"),
    (op("resultaattypen", archiefactietermijn=""), "heeft geen bewaartermijn"),
    (op("resultaattypen", brondatum_afleidingswijze=""), "vanaf welke datum"),
    (op("resultaattypen", brondatum_afleidingswijze="eigenschap"), "noemt geen datumkenmerk"),
    (
        op("resultaattypen", brondatum_afleidingswijze="eigenschap", brondatum_datumkenmerk="einde"),
        "leidt de brondatum af van einde, en dat is geen gegeven",
    ),
    (op("resultaattypen", brondatum_afleidingswijze="zaakobject", brondatum_datumkenmerk="x"), "noemt geen objecttype"),
    (op("resultaattypen", brondatum_afleidingswijze="ander_datumkenmerk"), "noemt niet in welke registratie"),
    (op("resultaattypen", brondatum_afleidingswijze="termijn"), "noemt geen procestermijn"),
    (op("besluitmomenten", rondt_zaak_af=False), "Geen enkel besluit rondt de zaak af."),
    (lambda z: z.besluittypen.update(reactietermijn=""), "er is geen bezwaartermijn"),
    (weg("roltypen"), "Er is geen rol voor wie de zaak begint"),
    (op("roltypen", toestemming_vereist=True), "maar waarvoor staat er niet"),
    (op("roltypen", toestemming_vereist=True, ziet_zaak=False), "maar ziet de zaak niet"),
    (op("zaaktypeinformatieobjecttypen", inwoner_mag_toevoegen=False), "maar een inwoner mag dat niet toevoegen"),
    (op("taaktypen", knoptekst=""), "heeft geen tekst op de knop"),
    (op("taaktypen", soort="formulier"), "stelt geen vragen"),
    (op("taaktypen", soort="betalen_elders"), "gebeurt elders, maar het adres ontbreekt"),
    (zet(anoniem_toegestaan=True), "Een melding mag zonder naam"),
    (zet(behandeld_door_extern="Ander systeem"), "maar het adres daarvan ontbreekt"),
]


def test_een_goede_versie_heeft_geen_bezwaren(zaaktype: Zaaktype) -> None:
    assert bezwaren(zaaktype) == []


@pytest.mark.parametrize("breek, zin", GEBREKEN, ids=[zin for _, zin in GEBREKEN])
def test_elk_gebrek_wordt_in_een_zin_gemeld(zaaktype: Zaaktype, breek: Breek, zin: str) -> None:
    breek(zaaktype)
    zaaktype.refresh_from_db()
    assert any(zin in gevonden for gevonden in bezwaren(zaaktype)), bezwaren(zaaktype)


def test_een_tweede_code_uit_de_brief_kan_niet(zaaktype: Zaaktype) -> None:
    zaaktype.gegevens.update(eenmalige_code=True, verplicht=True)
    assert bezwaren(zaaktype) == []
    zaaktype.gegevens.create(
        naam="tweede",
        definitie="x",
        label="Tweede",
        soort="tekst",
        verplicht=True,
        eenmalige_code=True,
        doel="x",
        grondslag="x",
    )
    assert "Er is meer dan een gegeven voor de code uit de brief." in bezwaren(zaaktype)


def test_het_aantal_vragen_aan_de_database_hangt_niet_van_de_omvang_af(zaaktype: Zaaktype) -> None:
    with CaptureQueriesContext(connection) as klein:
        bezwaren(zaaktype)
    for nummer in range(40):
        zaaktype.gegevens.create(naam=f"g{nummer}", definitie="x", label="x", soort="tekst", doel="x", grondslag="x")
        status = zaaktype.statustypen.create(volgnummer=100 + nummer, omschrijving=f"s{nummer}", statustekst="x")
        zaaktype.statusgevolgen.create(statustype=status, soort="opschorting", grond="overmacht", uitleg="x")
        zaaktype.verdeelregels.create(volgorde=100 + nummer, team=zaaktype.proces.team, voorwaarde=VRAAG_INGEVULD)
        zaaktype.taaktypen.create(naam=f"t{nummer}", soort="bevestigen", termijn="P1W", voorwaarde=VRAAG_INGEVULD)
    with CaptureQueriesContext(connection) as groot:
        bezwaren(zaaktype)
    assert len(groot) == len(klein) <= len(REGELS) + 6


def test_een_gebrek_wijst_naar_het_deel_waar_men_het_verbetert(zaaktype: Zaaktype) -> None:
    """What a check names is a list of the version, and a row of that list."""
    gevonden = set()
    for breek, _ in GEBREKEN:
        punt = transaction.savepoint()
        breek(zaaktype)
        for gebrek in gebreken(zaaktype):
            gevonden.add(gebrek.deel)
            if gebrek.pk is not None:
                assert getattr(zaaktype, gebrek.deel).filter(pk=gebrek.pk).exists(), gebrek
        transaction.savepoint_rollback(punt)
        zaaktype = Zaaktype.objects.get(pk=zaaktype.pk)
    assert {"", "statustypen", "gegevens", "resultaattypen", "besluitmomenten", "roltypen", "taaktypen"} <= gevonden
