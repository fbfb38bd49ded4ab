"""The table of rights of other systems: zaaktype, vertrouwelijkheid, scope and operation (``rechten.txt``)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from autorisatie.scopelijst import SCOPES
from catalogus import klok
from catalogus.vertrouwelijkheid import uit_zgw
from mijnzaken.zaken.models import Taak, Zaak
from tests.fabrieken import REDEN, partij, registreer, zaaktype
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, adres_van, mag, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

SOORT, ANDER = "parkeervergunning-bewoners", "terugbelnotitie"
TOT = "zaakvertrouwelijk"
TAKEN = "/taken/api/v1/taken"
TABEL = Path(__file__).with_name("rechten.txt")
Cel = Callable[[Systeem, Zaak], str]


def lees_tabel(tabel: Path) -> tuple[list[str], dict[tuple[str, str], list[str]]]:
    """The columns, and what stands in them by scope and operation."""
    rijen = [rij.split() for rij in tabel.read_text().splitlines() if rij.strip() and not rij.startswith("#")]
    kop, *regels = rijen
    return kop[2:], {(scope, bewerking): cellen for scope, bewerking, *cellen in regels}


KOLOMMEN, CELLEN = lees_tabel(TABEL)


def _adres(zaak: Zaak) -> str:
    return f"{ZAKEN}/zaken/{zaak.uuid}"


def _staat_erin(wie: Systeem, zaak: Zaak) -> str:
    antwoord = wie.haal(f"{ZAKEN}/zaken")
    if antwoord.status_code != 200:
        return str(antwoord.status_code)
    return "ja" if str(zaak.uuid) in {rij["uuid"] for rij in antwoord.json()["results"]} else "nee"


def _status(wie: Systeem, zaak: Zaak) -> str:
    return str(wie.haal(f"{ZAKEN}/statussen/{zaak.statussen.get().uuid}").status_code)


def _maken(wie: Systeem, zaak: Zaak) -> str:
    """Another zaak, of the same zaaktype and as confidential."""
    lijf = {
        "bronorganisatie": "002564440",
        "verantwoordelijkeOrganisatie": "002564440",
        "zaaktype": adres_van(zaak.zaaktype),
        "startdatum": "2026-03-02",
        "vertrouwelijkheidaanduiding": zaak.get_vertrouwelijkheidaanduiding_display().replace(" ", "_"),
    }
    return str(wie.stuur(f"{ZAKEN}/zaken", lijf).status_code)


def _status_zetten(wie: Systeem, zaak: Zaak) -> str:
    """The second one: the first was set here."""
    soort = zaak.zaaktype.statustypen.order_by("volgnummer")[1]
    lijf = {
        "zaak": f"http://127.0.0.1:8000{_adres(zaak)}",
        "statustype": f"http://127.0.0.1:8000/catalogi/api/v1/statustypen/{soort.uuid}",
        "datumStatusGezet": "2026-03-02T09:00:00Z",
    }
    return str(wie.stuur(f"{ZAKEN}/statussen", lijf).status_code)


def _taak_plaatsen(wie: Systeem, zaak: Zaak) -> str:
    lijf = {"zaak": f"http://127.0.0.1:8000{_adres(zaak)}", "titel": "Kies een dag", "soort": "bevestigen"}
    return str(wie.stuur(TAKEN, lijf | {"uiterlijk": "2026-03-09"}).status_code)


def _taak_lezen(wie: Systeem, zaak: Zaak) -> str:
    return str(wie.haal(f"{TAKEN}/{Taak.objects.systeem(REDEN).get(zaak=zaak).uuid}").status_code)


BEWERKINGEN: dict[str, Cel] = {
    "lijst": _staat_erin,
    "lezen": lambda wie, zaak: str(wie.haal(_adres(zaak)).status_code),
    "status": _status,
    "maken": _maken,
    "wijzigen": lambda wie, zaak: str(wie.wijzig(_adres(zaak), {"toelichting": "Meer"}).status_code),
    "verwijderen": lambda wie, zaak: str(wie.verwijder(_adres(zaak)).status_code),
    "status-zetten": _status_zetten,
    "taak-plaatsen": _taak_plaatsen,
    "taak-lezen": _taak_lezen,
}


@pytest.fixture
def zaken() -> list[Zaak]:
    """In the order of the columns."""
    gevonden = []
    for kolom in KOLOMMEN:
        zaak = registreer("anna", ANDER if kolom == "ander-zaaktype" else SOORT)
        hoe = uit_zgw(kolom) if kolom in ("openbaar", "zaakvertrouwelijk", "vertrouwelijk") else uit_zgw("openbaar")
        Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(
            vertrouwelijkheidaanduiding=hoe, afgeschermd=kolom == "afgeschermd"
        )
        _geef_taak(zaak)
        gevonden.append(Zaak.objects.systeem(REDEN).select_related("zaaktype").get(pk=zaak.pk))
    return gevonden


def _geef_taak(zaak: Zaak) -> None:
    """Of a colleague, for the resident."""
    Taak.objects.create(
        zaak=zaak,
        titel="Bel ons",
        uitvoerder="inwoner",
        soort="bevestigen",
        partij=partij("anna"),
        geplaatst_op=klok.nu(),
        uiterlijk=date(2026, 3, 9),
    )


def in_een_kladblok(doe: Callable[[], str]) -> str:
    """What one operation answers; nothing of it stays."""
    with transaction.atomic():
        uitkomst = doe()
        transaction.set_rollback(True)
    return uitkomst


def test_elk_systeem_krijgt_wat_de_tabel_zegt(zaken: list[Zaak]) -> None:
    anders = []
    for scope in dict.fromkeys(scope for scope, _ in CELLEN):
        wie = mag(systeem(scope), SOORT, scope, tot=TOT)
        for naam, bewerking in BEWERKINGEN.items():
            gekregen = [in_een_kladblok(lambda z=zaak, b=bewerking, w=wie: b(w, z)) for zaak in zaken]  # type: ignore[misc]
            if gekregen != CELLEN[scope, naam]:
                anders.append(f"{scope} {naam}: {gekregen} in plaats van {CELLEN[scope, naam]}")
    assert anders == []


def test_zonder_enig_recht_is_er_niets(zaken: list[Zaak]) -> None:
    """Start from nothing."""
    niets, ander = systeem("niets"), mag(systeem("ander"), ANDER, *SCOPES["zrc"])
    for kolom, zaak in zip(KOLOMMEN[:-1], zaken[:-1], strict=True):
        assert {in_een_kladblok(lambda z=zaak, b=b: b(niets, z)) for b in BEWERKINGEN.values()} == {"403"}  # type: ignore[misc]
        gekregen = {naam: in_een_kladblok(lambda z=zaak, b=b: b(ander, z)) for naam, b in BEWERKINGEN.items()}  # type: ignore[misc]
        assert gekregen.pop("lijst") == "nee"
        bestaat_niet = {"404", "400"} if kolom == "afgeschermd" else {"404"}  # of what is shielded no body may speak
        assert set(gekregen.values()) <= {"403"} | bestaat_niet


def test_wie_alles_mag_krijgt_alles_behalve_wat_is_afgeschermd(zaken: list[Zaak]) -> None:
    wie = systeem(alles=True)
    for kolom, zaak in zip(KOLOMMEN, zaken, strict=True):
        gekregen = {naam: in_een_kladblok(lambda z=zaak, b=b: b(wie, z)) for naam, b in BEWERKINGEN.items()}  # type: ignore[misc]
        dicht = kolom == "afgeschermd"
        assert gekregen == {
            "lijst": "nee" if dicht else "ja",
            "lezen": "404" if dicht else "200",
            "status": "404" if dicht else "200",
            "maken": "201",
            "wijzigen": "404" if dicht else "200",
            "verwijderen": "404" if dicht else "204",
            "status-zetten": "400" if dicht else "201",
            "taak-plaatsen": "400" if dicht else "201",
            "taak-lezen": "404" if dicht else "200",
        }


def test_een_recht_geldt_voor_elke_versie_van_het_zaaktype(zaken: list[Zaak]) -> None:
    """A new version shuts nobody out."""
    wie = mag(systeem("wie"), SOORT, "zaken.lezen", tot=TOT)
    regel = wie.applicatie.autorisaties.get()
    assert regel.zaaktype is None
    assert zaken[0].zaaktype == zaaktype(SOORT)
    assert _staat_erin(wie, zaken[0]) == "ja"


def test_de_tabel_noemt_elke_scope_van_zaken_met_elke_bewerking() -> None:
    genoemd = {scope for scope, _ in CELLEN}
    assert set(SCOPES["zrc"]) - {"audittrails.lezen"} <= genoemd
    assert {bewerking for _, bewerking in CELLEN} == set(BEWERKINGEN)
    assert len(CELLEN) == len(genoemd) * len(BEWERKINGEN)
    assert all(len(cellen) == len(KOLOMMEN) for cellen in CELLEN.values())
