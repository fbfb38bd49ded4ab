"""A zaaktype with 200 gegevens and 30 statustypen: the editor asks the database no more than of a small one."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogus.models import Gegeven, Stand, Statustype, Team, Zaaktype
from mijnzaken.inrichting import handelingen
from mijnzaken.inrichting.processen import proces_beginnen
from tests.dossiers import maak_dossier
from tests.fabrieken import medewerker

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
KLEIN, GROOT = (10, 5), (200, 30)
"""How many gegevens, and how many statustypen."""


@dataclass
class Groot:
    versie: Zaaktype
    pad: str


def maak(naam: str, gegevens: int, statussen: int) -> Groot:
    """A process that may be published: a form of ten steps, conditions, and words with every status."""
    waarden = {"naam": naam, "identificatie": naam, "groep": "proef", "proceseigenaar": "hoofd"}
    versie = proces_beginnen(medewerker("omar"), waarden | {"team": Team.objects.get(naam="Geluid en Lucht")})
    teksten = ("doel", "aanleiding", "doel_inwoner", "wat_gebeurt_er", "bewaarreden")
    Zaaktype.objects.filter(pk=versie.pk).update(**dict.fromkeys(teksten, "Om te meten."))
    versie.statustypen.filter(volgnummer=3).update(volgnummer=9999)
    Statustype.objects.bulk_create(
        Statustype(zaaktype=versie, volgnummer=n, omschrijving=f"Status {n}", statustekst=f"Wij zijn bij stap {n}.")
        for n in range(3, statussen)
    )
    stappen = [versie.formulierstappen.get()]
    stappen += [versie.formulierstappen.create(volgnummer=n, titel=f"Stap {n}") for n in range(2, 11)]
    Gegeven.objects.bulk_create(
        Gegeven(
            zaaktype=versie, naam=f"gegeven_{n}", definitie=f"Vraag {n}", label=f"Vraag {n}", soort="tekst",
            stap=stappen[n % 10], volgorde=n, doel="Om te meten.", grondslag="Proef",
            toon_als={"gegeven": f"gegeven_{n - 1}", "ingevuld": True} if n % 5 == 0 and n else {},
        )
        for n in range(gegevens)
    )  # fmt: skip
    versie.resultaattypen.create(
        omschrijving="Klaar", omschrijving_generiek="Klaar", uitkomst="afgehandeld",
        selectielijstklasse="https://selectielijst.openzaak.nl/api/v1/resultaten/1", archiefnominatie="vernietigen",
        archiefactietermijn="P1Y", brondatum_afleidingswijze="afgehandeld",
    )  # fmt: skip
    maak_dossier(versie.proces)
    versie.refresh_from_db()
    return Groot(versie, f"/backoffice/beheer/zaaktypen/{naam}/1/")


def vragen(doe: Callable[[], object]) -> int:
    """How many statements this asks of the database, when what is looked up once was looked up."""
    with CaptureQueriesContext(connection) as gevraagd:
        doe()
    return len(gevraagd)


@pytest.fixture
def twee(gemeente: None, db: None) -> tuple[Groot, Groot]:
    return maak("klein", *KLEIN), maak("groot", *GROOT)


def test_elke_bladzijde_van_de_editor_stelt_evenveel_vragen(twee: tuple[Groot, Groot], ingelogd: Inloggen) -> None:
    omar, petra = ingelogd("omar"), ingelogd("petra")
    for browser in (omar, petra):
        browser.get("/backoffice/beheer/")  # what is looked up once
    for plek in ("", "algemeen/", "gegevens/nieuw/", "statustypen/nieuw/", "taaktypen/nieuw/", "gegevensgebruik/"):
        _goed(omar, f"{twee[0].pad}{plek}")
        klein, groot = (vragen(lambda g=g, plek=plek: _goed(omar, f"{g.pad}{plek}")) for g in twee)
        assert klein == groot, f"{plek}: {klein} vragen bij een klein zaaktype, {groot} bij een groot"
    for sleutel, naam in (("gegevens", "gegeven_7"), ("statustypen", "")):
        pks = [g.versie.gegevens.get(naam=naam).pk if naam else g.versie.statustypen.get(volgnummer=3).pk for g in twee]
        _goed(omar, f"{twee[0].pad}{sleutel}/{pks[0]}/")
        klein, groot = (
            vragen(lambda g=g, pk=pk, s=sleutel: _goed(omar, f"{g.pad}{s}/{pk}/"))
            for g, pk in zip(twee, pks, strict=True)
        )
        assert klein == groot, sleutel
    _goed(petra, twee[0].pad)
    klein, groot = (vragen(lambda g=g: _goed(petra, g.pad)) for g in twee)
    assert klein == groot, "wie publiceert"


def test_publiceren_en_kopieren_vragen_niet_meer_bij_meer_gegevens(
    twee: tuple[Groot, Groot], ingelogd: Inloggen
) -> None:
    petra, omar = medewerker("petra"), medewerker("omar")
    eerst = maak("eerst", 1, 3).versie  # so that what is looked up once, was
    handelingen.zaaktype_publiceren(petra, eerst, proces=eerst.proces)
    handelingen.zaaktype_versie_maken(omar, eerst, proces=eerst.proces)
    klein, groot = (
        vragen(lambda g=g: handelingen.zaaktype_publiceren(petra, g.versie, proces=g.versie.proces)) for g in twee
    )
    assert klein == groot
    for g in twee:
        g.versie.refresh_from_db()
        assert g.versie.stand == Stand.GEPUBLICEERD
    kopie = [
        vragen(lambda g=g: handelingen.zaaktype_versie_maken(omar, g.versie, proces=g.versie.proces)) for g in twee
    ]
    assert [g.versie.proces.versies.get(versienummer=2).gegevens.count() for g in twee] == [KLEIN[0], GROOT[0]]
    # Statustypen refer to each other, so they go one by one: a savepoint, a row, and the end of the savepoint.
    assert kopie[1] - kopie[0] == 3 * (GROOT[1] - KLEIN[1])
    browser = ingelogd("omar")
    _goed(browser, "/backoffice/beheer/zaaktypen/eerst/2/")
    klein, groot = (vragen(lambda g=g: _goed(browser, g.pad.replace("/1/", "/2/"))) for g in twee)
    assert klein == groot, "wat er anders is"


def _goed(browser: Client, adres: str) -> None:
    assert browser.get(adres).status_code == 200, adres
