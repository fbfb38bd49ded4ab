"""What a register says, as values: no model, no row, nothing of it is kept here."""

from dataclasses import dataclass
from datetime import date


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
