"""The example municipality as the surroundings of a test: its catalogue, its people, its rights, and short words for
what residents and staff do.

``gemeente`` holds it for the tests of one file, inside a transaction that is rolled back. ``gemeente_vast`` commits it
for one test with real transactions (threads, locks). It is loaded once per run and put back by COPY after that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Max
from pytest_django.plugin import DjangoDbBlocker

from autorisatie.actor import Burger, Medewerker, Systeem
from autorisatie.models import (
    Gebruiker,
    Gegevensgroep,
    Machtiging,
    Matrixregel,
    Matrixversie,
    Partij,
    PartijToegang,
    Rol,
    Toekenning,
    Waarneming,
)
from catalogus import klok
from catalogus.models import Proces, Product, Team, Zaaktype
from catalogus.uitwisseling.bestanden import DEMOSTAD, paden
from catalogus.uitwisseling.laden import laad
from catalogus.uitwisseling.lezen import lees
from mijnzaken.documenten import opslag
from mijnzaken.voorbeeld.dossiers import maak_dossiers
from mijnzaken.voorbeeld.hoofdrollen import CODES, maak_codes
from mijnzaken.voorbeeld.mensen import maak_machtiging, maak_mensen, verbind_medewerkers
from mijnzaken.voorbeeld.personas import partij_uuid
from mijnzaken.voorbeeld.rechten import keur_goed, maak_medewerkers, maak_rechten
from mijnzaken.zaken.aanmaken import Aanvraag
from mijnzaken.zaken.handelingen.concepten import (
    concept_beginnen,
    concept_bestand_toevoegen,
    concept_opslaan,
    eigenaar_van_concept,
    indienen,
    zaak_registreren,
)
from mijnzaken.zaken.models import Concept, Zaak, ZaakToegang
from mijnzaken.zaken.toegang import recht_op
from tests.leegmaken import LOGBOEK, MATRIX
from tests.mijnzaken.documenten.proefbestanden import bestand, pdf

REDEN = "proef"
VANDAAG = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday
WOONADRES = {"postcode": "2900AB", "huisnummer": 12, "straat": "Spoorlaan", "woonplaats": "Demostad"}


# -- loaded once, put back by COPY ------------------------------------------------------------------------------------


@dataclass
class Momentopname:
    """The rows of every table that the example municipality fills."""

    tabellen: dict[str, bytes] = field(default_factory=dict)
    reeksen: dict[str, int] = field(default_factory=dict)

    def neem(self, leeg_voor: set[str]) -> None:
        with connection.cursor() as cursor:
            for tabel in sorted(leeg_voor - lege_tabellen()):
                uit = f'(SELECT * FROM "{tabel}")' if tabel in LOGBOEK else f'"{tabel}"'  # a whole of parts has no rows
                with cursor.copy(f"COPY {uit} TO STDOUT") as stroom:
                    self.tabellen[tabel] = b"".join(bytes(deel) for deel in stroom)
            cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL")
            self.reeksen = dict(cursor.fetchall())

    def zet_terug(self) -> None:
        """Foreign keys are checked at the end of a transaction, so the order of the tables does not matter. The
        versions of the matrix come back as they were: approved."""
        with transaction.atomic(), connection.cursor() as cursor:
            for tabel in MATRIX:
                cursor.execute(f'ALTER TABLE "{tabel}" DISABLE TRIGGER USER')
            for tabel, rijen in self.tabellen.items():
                with cursor.copy(f'COPY "{tabel}" FROM STDIN') as stroom:
                    stroom.write(rijen)
            for reeks, stand in self.reeksen.items():
                cursor.execute(f'SELECT setval(%s, greatest(%s, (SELECT last_value FROM "{reeks}")))', [reeks, stand])
            _herstel_toestemmingen(cursor)
            connection.check_constraints()
            for tabel in MATRIX:
                cursor.execute(f'ALTER TABLE "{tabel}" ENABLE TRIGGER USER')


def _herstel_toestemmingen(cursor: Any) -> None:
    """Emptying the database makes Django's permissions anew, under other keys; a grant points to one of its model."""
    for toegang, ding in ((ZaakToegang, Zaak), (PartijToegang, Partij)):
        cursor.execute(f'UPDATE "{toegang._meta.db_table}" SET permission_id = %s', [recht_op(ding).pk])


_opname = Momentopname()


def lege_tabellen() -> set[str]:
    leeg = set()
    with connection.cursor() as cursor:
        for tabel in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f'SELECT NOT EXISTS (SELECT 1 FROM "{tabel}")')
            if cursor.fetchone()[0]:
                leeg.add(tabel)
    return leeg


def _vul() -> None:
    if _opname.tabellen:
        _opname.zet_terug()
        return
    leeg = lege_tabellen()
    with klok.op_moment(VANDAAG):
        sinds = klok.nu() - timedelta(days=800)
        laad(lees(paden(DEMOSTAD)))
        medewerkers = maak_medewerkers()
        partijen = maak_mensen(sinds)
        verbind_medewerkers(medewerkers, partijen)
        maak_rechten(medewerkers, sinds)
        maak_dossiers(medewerkers)
        maak_machtiging(partijen, sinds)
        maak_codes()
    connection.check_constraints()
    _opname.neem(leeg)


@pytest.fixture(scope="module")
def gemeente(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For all tests of one file; each test still runs in its own transaction (``db``)."""
    with django_db_blocker.unblock():
        buitenste = transaction.atomic()
        buitenste.__enter__()
        try:
            _vul()
            yield
        finally:
            transaction.set_rollback(True)
            buitenste.__exit__(None, None, None)


@pytest.fixture
def gemeente_vast(transactional_db: None) -> None:
    """Committed, for one test that needs real transactions; the database is emptied after it."""
    _vul()


@pytest.fixture
def op_maandag() -> Iterator[datetime]:
    """The clock stands on Monday 2 March 2026, 10:00 in Amsterdam."""
    with klok.op_moment(VANDAAG):
        yield VANDAAG


# -- the cast ---------------------------------------------------------------------------------------------------------


def partij(naam: str) -> Partij:
    """anna, bram, wil, joost, korenaar, or 'persoon-<n>'."""
    gevonden: Partij = Partij.objects.systeem(REDEN).get(uuid=partij_uuid(naam))
    return gevonden


def burger(naam: str, **velden: Any) -> Burger:
    """Who logged in by DigiD, or by eHerkenning for an organisation."""
    wie = partij(naam)
    middel = {"middel": "eherkenning"} if wie.is_organisatie else {}
    return Burger(wie, **(middel | velden))


def gemachtigde(naam: str, van: str) -> Burger:
    """``naam`` acts for ``van``, under the machtiging that stands between them."""
    machtiging = Machtiging.objects.systeem(REDEN).get(gemachtigde=partij(naam), gever=partij(van), beeindigd_op=None)
    return Burger(partij(naam), namens=partij(van), machtiging=machtiging)


def gebruiker(naam: str) -> Gebruiker:
    return Gebruiker.objects.get(gebruikersnaam=naam)


def medewerker(naam: str, doel: str = "behandeling") -> Medewerker:
    """A member of staff at the start of a request: his rights are looked up anew."""
    return Medewerker(gebruiker(naam), doel=doel)


def geef_rol(
    naam: str, rol: str, team: str = "", *, dagen: int = 300, over_dagen: int = 0, door: tuple[str, str] = ("", "")
) -> Toekenning:
    """A role for somebody, asked for and granted by two others: administrators, or whom ``door`` names."""
    vrager, verlener = door if door[0] else [w for w in ("ruud", "saskia", "petra") if w != naam][:2]
    return Toekenning.objects.create(
        gebruiker=gebruiker(naam),
        rol=Rol.objects.get(code=rol),
        team=Team.objects.get(naam=team) if team else None,
        geldig_van=klok.vandaag() + timedelta(days=over_dagen),
        geldig_tot=klok.vandaag() + timedelta(days=over_dagen + dagen),
        aangevraagd_door=gebruiker(vrager),
        aangevraagd_op=klok.nu(),
        verleend_door=gebruiker(verlener),
        verleend_op=klok.nu(),
        reden=REDEN,
    )


def laat_waarnemen(waarnemer: str, voor: str, *, dagen: int = 10, door: str = "ruud") -> Waarneming:
    """``waarnemer`` stands in for ``voor`` from today."""
    return Waarneming.objects.create(
        afwezige=gebruiker(voor),
        waarnemer=gebruiker(waarnemer),
        van=klok.vandaag(),
        tot=klok.vandaag() + timedelta(days=dagen),
        reden=REDEN,
        ingesteld_door=gebruiker(door),
        ingesteld_op=klok.nu(),
    )


def zaaktype(identificatie: str) -> Zaaktype:
    gevonden = Zaaktype.objects.geldig(Proces.objects.get(identificatie=identificatie), klok.vandaag())
    assert gevonden is not None
    return gevonden


def product_van(soort: Zaaktype) -> Product:
    return soort.proces.kruistabel.select_related("product").first().product


def geldende_matrix(regels: Iterable[dict[str, Any]], *, rol: Rol | None = None) -> Matrixversie:
    """A new version with these rows, written by ruud, approved by saskia, active from now. ``rol`` is that of the rows
    that name none."""
    ruud = gebruiker("ruud")
    hoogste = Matrixversie.objects.aggregate(hoogste=Max("nummer"))["hoogste"] or 0
    versie = Matrixversie.objects.create(nummer=hoogste + 1, toelichting=REDEN, opgesteld_door=ruud)
    versie.auteurs.add(ruud)
    vast = {"gegevensgroep": Gegevensgroep.ZAAK} | ({"rol": rol} if rol else {})
    Matrixregel.objects.bulk_create(Matrixregel(versie=versie, **(vast | regel)) for regel in regels)
    keur_goed(versie, gebruiker("saskia"), klok.nu())
    return versie


# -- what a resident fills in -----------------------------------------------------------------------------------------

_SUBSIDIE = {
    "code_brief": CODES[0],
    "adres_woning": WOONADRES,
    "rol_woning": "eigenaar_bewoner",
    "naam": "A. de Vries",
    "telefoon": "+31610000137",
    "is_vve": False,
    "bouwjaar": 1960,
    "kamers_weg": 2,
    "kozijnen_nieuw": False,
    "onderhoud": False,
    "dagdelen": ["ma_ochtend"],
}
_VERGUNNING = {
    "soort_aanvraag": "nieuw",
    "naam": "A. de Vries",
    "adres": WOONADRES,
    "kenteken": "K-123-BB",
    "houder": "zelf",
    "eigen_plek": False,
    "ingangsdatum": "2026-05-01",
}
_BEZWAAR = {
    "kenmerk_besluit": "2026-0000001",
    "datum_besluit": "2026-03-02",
    "naam": "A. de Vries",
    "gronden": "Ik woon wel in het gebied.",
    "horen": "nee",
}
INGEVULD: dict[str, dict[str, Any]] = {
    "subsidie-verkeerslawaai": _SUBSIDIE,
    "parkeervergunning-bewoners": _VERGUNNING,
    "bezwaar": _BEZWAAR,
}
BIJLAGEN = {"subsidie-verkeerslawaai": "foto_gevel"}


def begin_concept(wie: Burger, identificatie: str, over_besluit: Any = None, **waarden: Any) -> Concept:
    """A draft that is whole: it can be sent. ``waarden`` replace what the example fills in."""
    soort = zaaktype(identificatie)
    concept = concept_beginnen(wie, soort, product_van(soort), proces=soort.proces, over_besluit=over_besluit)
    concept = concept_opslaan(wie, concept, INGEVULD[identificatie] | waarden)
    if naam := BIJLAGEN.get(identificatie):
        stuur = upload(eigenaar_van_concept(concept))
        concept = concept_bestand_toevoegen(wie, concept, naam, stuur)
    return concept


def upload(eigenaar: str, naam: str = "gevel.pdf") -> str:
    """A file that was sent and not yet used, by its key."""
    return str(opslag.bewaar_upload(bestand(pdf(), naam), eigenaar=eigenaar).uuid)


def dien_in(naam: str | Burger, identificatie: str = "parkeervergunning-bewoners", **waarden: Any) -> Zaak:
    """The zaak of a resident who fills in the whole form and sends it."""
    wie = burger(naam) if isinstance(naam, str) else naam
    zaak: Zaak = indienen(wie, begin_concept(wie, identificatie, **waarden))
    return zaak


def registreer(naam: str | None, identificatie: str = "parkeervergunning-bewoners", **velden: Any) -> Zaak:
    """A zaak without the form: by the system, with no letter of receipt when nobody asked for it."""
    soort = zaaktype(identificatie)
    aanvraag = Aanvraag(zaaktype=soort, product=product_van(soort), aanvrager=partij(naam) if naam else None, **velden)
    zaak: Zaak = zaak_registreren(Systeem(REDEN), aanvraag, proces=soort.proces)
    return zaak


def ververs(zaak: Zaak) -> Zaak:
    """The zaak as it stands in the database now."""
    nu: Zaak = Zaak.objects.systeem(REDEN).select_related("zaaktype__proces", "proces", "team").get(pk=zaak.pk)
    return nu
