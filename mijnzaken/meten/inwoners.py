"""Residents for the measurement: a mass of them by COPY, and a few who are known for how much they have.

Nobody of them gets a BSN: the range for tests holds nine thousand, and a number outside it could be somebody's.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from autorisatie.models import Machtiging, Partij, Reikwijdte, SoortPartij
from catalogus import klok
from catalogus.tekst import vouw
from mijnzaken.klanten.models import DigitaalAdres
from mijnzaken.meten.tabel import Tabel, tekst

REDEN = "meten op schaal"
NAAMRUIMTE = uuid.UUID("0c6d3f0e-5f6c-5f0a-8f43-8a1e4f1d2b7c")
CLIENTEN = 20_000
LOGREGELS = 100_000


@dataclass(frozen=True)
class Bekende:
    """Somebody of whom is known how many zaken he has; fewer when there are few zaken in all."""

    sleutel: str
    zaken: int
    soort: str = SoortPartij.PERSOON

    @property
    def uuid(self) -> uuid.UUID:
        return uuid.uuid5(NAAMRUIMTE, self.sleutel)

    def aantal(self, zaken: int) -> int:
        return min(self.zaken, max(self.zaken // 1000, 5, zaken // 20))


VIJF = Bekende("vijf", 5)
VIJFHONDERD = Bekende("vijfhonderd", 500)
VIJFDUIZEND = Bekende("vijfduizend", 5000, SoortPartij.ORGANISATIE)
GELOGD = Bekende("gelogd", 5)
HELPER = Bekende("helper", 5)  # has one client
KANTOOR = Bekende("kantoor", 5)  # has twenty thousand
CLIENT = Bekende("client", 500)  # whom both act for
BEKENDEN = (VIJF, VIJFHONDERD, VIJFDUIZEND, GELOGD, HELPER, KANTOOR, CLIENT)

_VOOR = ("Berg", "Bos", "Veld", "Water", "Dijk", "Molen", "Kerk", "Hoog", "Oost", "West", "Noord", "Zuid", "Linden",
         "Eiken", "Beuken", "Wilgen", "Roos", "Vis", "Vos", "Haas", "Zwaan", "Reiger", "Steen", "Zand", "Klei", "Veen",
         "Groen", "Wit", "Rood", "Goud")  # fmt: skip
_ACHTER = ("man", "stra", "huis", "hof", "kamp", "sma", "ma", "mans", "horst", "broek", "brink", "beek", "dam", "lands",
           "meijer", "bakker", "hoven", "voort", "weg", "stein")  # fmt: skip
_VAAK = ("Jansen", "de Vries", "Bakker", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "de Groot", "Bos")
_LETTERS = "ABCDEFGHIJKLMNPRSTVWZ"


@cache
def _achternamen() -> tuple[tuple[str, str], ...]:
    """(voorvoegsel, achternaam): six hundred, of which ten common ones take a sixth."""
    samen = [("", v + a) for v in _VOOR for a in _ACHTER]
    vaak = [("de", n[3:]) if n.startswith("de ") else ("", n) for n in _VAAK]
    return tuple(samen + vaak * 12)


def naam(nummer: int) -> tuple[str, str, str]:
    """(voorletters, voorvoegsel, achternaam) of inhabitant ``nummer``; always the same."""
    alle = _achternamen()
    gespreid = nummer * 2_654_435_761 % 4_294_967_296
    return f"{_LETTERS[gespreid % len(_LETTERS)]}.", *alle[gespreid // 64 % len(alle)]


def volle_naam(nummer: int) -> str:
    return " ".join(deel for deel in naam(nummer) if deel)


def telefoon(nummer: int) -> str:
    return f"+3162{nummer:07d}"


def zet_bekenden_klaar() -> None:
    """The known ones, and a machtiging from the client to the helper and to the office."""
    for wie in BEKENDEN:
        naam_ = f"Proef {wie.sleutel.capitalize()}"
        velden = {"organisatienaam": naam_} if wie.soort == SoortPartij.ORGANISATIE else {"achternaam": naam_}
        Partij.objects.systeem(REDEN).get_or_create(
            uuid=wie.uuid, defaults={"soort_partij": wie.soort, "zoeknaam": vouw(naam_), **velden}
        )
    client = partij(CLIENT)
    for wie in (HELPER, KANTOOR):
        Machtiging.objects.systeem(REDEN).get_or_create(
            gever=client,
            gemachtigde=partij(wie),
            reikwijdte=Reikwijdte.ALLES,
            beeindigd_op=None,
            defaults={
                "mag_handelen": True,
                "geldig_van": klok.vandaag() - timedelta(days=365),
                "aangeboden_op": klok.nu(),
                "aanvaard_op": klok.nu(),
                "gever_zoeknaam": client.zoeknaam,
                "aan_zoekwaarde": _aan(wie),
            },
        )


def _aan(wie: Bekende) -> str:
    """In the place of the hash of a number: one gever has one offer to each number."""
    return f"proef-{wie.sleutel}"


def partij(wie: Bekende) -> Partij:
    gevonden: Partij = Partij.objects.systeem(REDEN).get(uuid=wie.uuid)
    return gevonden


def iemand() -> Partij:
    """One of the mass."""
    gevonden: Partij | None = (
        Partij.objects.systeem(REDEN).filter(straatnaam="Spoorlaan", bsn=None).order_by("-pk").first()
    )
    assert gevonden is not None  # schrijf
    return gevonden


def telefoon_van(partij_: Partij) -> str:
    adressen = DigitaalAdres.objects.systeem(REDEN).filter(verstrekt_door_partij=partij_)
    return str(adressen.values_list("adres", flat=True)[0])


def schrijf(eerste: int, aantal: int, begin: int) -> None:
    """The partijen ``eerste`` to ``eerste + aantal``, each with a telephone number; ``begin`` is the number of the
    first one among all inhabitants.
    """
    nu = klok.nu()
    partijen = Tabel(
        Partij,
        *("id", "uuid", "voorletters", "voorvoegsel_achternaam", "achternaam", "zoeknaam", "geboortedatum"),
        *("straatnaam", "huisnummer", "postcode"),
        soort_partij=SoortPartij.PERSOON,
        stad="Demostad",
        aangemaakt_op=nu,
        indicatie_actief=True,
    )
    partijen.schrijf(partijen.regel % _persoon(eerste + i, begin + i) for i in range(aantal))
    adressen = Tabel(
        DigitaalAdres,
        *("uuid", "verstrekt_door_partij_id", "adres", "zoekvorm"),
        soort_digitaal_adres="telefoonnummer",
        is_standaard_adres=True,
        geverifieerd_op=nu,
        aangemaakt_op=nu,
    )
    adressen.schrijf(
        adressen.regel % (_uuid("adres", begin + i), eerste + i, telefoon(begin + i), telefoon(begin + i))
        for i in range(aantal)
    )


def _persoon(pk: int, nummer: int) -> tuple[object, ...]:
    voorletters, voorvoegsel, achternaam = naam(nummer)
    geboren = date(1930, 1, 1) + timedelta(days=nummer * 7919 % 28_000)
    postcode = f"{2900 + nummer % 90} {_LETTERS[nummer % 19]}{_LETTERS[nummer // 19 % 19]}"
    zoeknaam = vouw(achternaam)
    rest = ("Spoorlaan", 1 + nummer % 240, postcode)
    return pk, _uuid("partij", nummer), voorletters, voorvoegsel, achternaam, zoeknaam, tekst(geboren), *rest


def _uuid(soort: str, nummer: int) -> str:
    return uuid.uuid5(NAAMRUIMTE, f"{soort}-{nummer}").hex


def schrijf_clienten(eerste: int, aantal: int, begin: int) -> None:
    """The first of the inhabitants that ``schrijf`` made let the office act for them."""
    machtigingen = Tabel(
        Machtiging,
        *("uuid", "gever_id", "gever_zoeknaam"),
        gemachtigde_id=partij(KANTOOR).pk,
        aan_zoekwaarde=_aan(KANTOOR),
        reikwijdte=Reikwijdte.ALLES,
        mag_handelen=True,
        geldig_van=klok.vandaag() - timedelta(days=365),
        aangeboden_op=klok.nu(),
        aanvaard_op=klok.nu(),
    )
    machtigingen.schrijf(_regels(machtigingen.regel, eerste, aantal, begin))


def _regels(regel: str, eerste: int, aantal: int, begin: int) -> Iterator[str]:
    for i in range(aantal):
        yield regel % (_uuid("machtiging", eerste + i), eerste + i, vouw(naam(begin + i)[2]))
