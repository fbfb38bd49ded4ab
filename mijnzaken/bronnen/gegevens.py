"""What a register says, as values: no model, no row, nothing of it is kept here."""

from dataclasses import dataclass
from datetime import date


def achttien_op(geboren: date) -> date:
    """The day on which somebody comes of age (BW 1:233); who was born on 29 February does on 1 March."""
    try:
        return geboren.replace(year=geboren.year + 18)
    except ValueError:
        return date(geboren.year + 18, 3, 1)


@dataclass(frozen=True)
class Adres:
    """An address as BRP, KvK and BAG write it; ``postcode`` without a space."""

    straatnaam: str = ""
    huisnummer: int | None = None
    huisletter: str = ""
    huisnummertoevoeging: str = ""
    postcode: str = ""
    woonplaats: str = ""
    nummeraanduiding_id: str = ""
    adresseerbaar_object_id: str = ""

    @property
    def regel(self) -> str:
        """'Kadeweg 12A-2'."""
        toevoeging = f"-{self.huisnummertoevoeging}" if self.huisnummertoevoeging else ""
        return f"{self.straatnaam} {self.huisnummer or ''}{self.huisletter}{toevoeging}".strip()

    @property
    def postregel(self) -> str:
        """'2900 AB  DEMOSTAD', as the post wants it: two spaces and capitals."""
        return f"{self.postcode[:4]} {self.postcode[4:]}  {self.woonplaats.upper()}".strip()


@dataclass(frozen=True)
class Persoon:
    """A person in the BRP. ``bsn`` is for look-ups only: it is never shown, logged or put in an address."""

    bsn: str
    voornamen: str
    voorletters: str
    voorvoegsel: str
    geslachtsnaam: str
    geslacht: str  # M, V or O
    geboortedatum: date | None
    adres: Adres | None
    aanschrijfnaam: str
    geheimhouding: bool = False
    overleden_op: date | None = None

    def __repr__(self) -> str:
        return "Persoon(•••)"

    @property
    def naam(self) -> str:
        return " ".join(deel for deel in (self.voorletters, self.voorvoegsel, self.geslachtsnaam) if deel)


@dataclass(frozen=True)
class Relatie:
    """Somebody to whom a person is related: ``partner``, ``ouder``, ``kind`` or ``huisgenoot`` (same dwelling)."""

    soort: str
    bsn: str
    begin: date | None = None

    def __repr__(self) -> str:
        return f"Relatie({self.soort})"


@dataclass(frozen=True)
class Vertegenwoordiging:
    """By law ``bsn`` (or the company ``kvk_nummer``) acts for ``gever_bsn``, as *ouder*, *voogd*, *curator*,
    *bewindvoerder* or *mentor*.
    """

    gever_bsn: str
    aard: str
    bsn: str = ""
    kvk_nummer: str = ""

    def __repr__(self) -> str:
        return f"Vertegenwoordiging({self.aard})"


@dataclass(frozen=True)
class Vestiging:
    vestigingsnummer: str
    naam: str
    hoofdvestiging: bool
    adres: Adres | None


@dataclass(frozen=True)
class Onderneming:
    kvk_nummer: str
    rsin: str
    naam: str
    rechtsvorm: str
    vestigingen: tuple[Vestiging, ...]
    failliet_op: date | None = None
    curator_kvk: str = ""
