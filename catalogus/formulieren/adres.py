"""An address as one value: postcode, huisnummer, huisletter, toevoeging, straat, woonplaats (BAG)."""

import re
from dataclasses import asdict, dataclass
from typing import Any

POSTCODE = re.compile(r"([1-9]\d{3})\s?(?!SA|SD|SS)([A-Z]{2})", re.ASCII)
_LETTER_EN_TOEVOEGING = re.compile(r"([A-Za-z])(?:[- ]?(\d{1,4})|[- ]([A-Za-z0-9]{1,4}))?", re.ASCII)
_TOEVOEGING = re.compile(r"[A-Za-z0-9]{1,4}", re.ASCII)
HUISNUMMER_MAX = 99_999


class OnjuistAdres(ValueError):
    """This part of an address is not written as the BAG does."""


@dataclass(frozen=True)
class Adres:
    """``postcode`` without a space; parts that are not there are empty."""

    postcode: str
    huisnummer: int
    huisletter: str = ""
    toevoeging: str = ""
    straat: str = ""
    woonplaats: str = ""

    @property
    def achter_huisnummer(self) -> str:
        """'A', '2' or 'A-2', as one input shows it."""
        return "-".join(deel for deel in (self.huisletter, self.toevoeging) if deel)

    def __str__(self) -> str:
        """'Kadeweg 12A-2, 2900 AB Demostad'."""
        streepje = "-" if self.toevoeging else ""
        regel = f"{self.straat} {self.huisnummer}{self.huisletter}{streepje}{self.toevoeging}".strip()
        return f"{regel}, {self.postcode[:4]} {self.postcode[4:]} {self.woonplaats}".strip()

    def naar_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def uit_json(cls, waarde: Any) -> "Adres":
        """From stored JSON; raises OnjuistAdres when it is something else."""
        try:
            rest = {naam: str(waarde.get(naam) or "") for naam in ("huisletter", "toevoeging", "straat", "woonplaats")}
            return cls(lees_postcode(str(waarde["postcode"])), int(waarde["huisnummer"]), **rest)
        except (AttributeError, KeyError, TypeError, ValueError) as fout:
            raise OnjuistAdres("Dit is geen adres.") from fout


def lees_postcode(getypt: str) -> str:
    """'2900ab' and '2900 AB' become '2900AB'."""
    delen = POSTCODE.fullmatch(getypt.strip().upper())
    if delen is None:
        raise OnjuistAdres("Vul een postcode in met 4 cijfers en 2 letters, zoals 2900 AB.")
    return "".join(delen.groups())


def lees_achter_huisnummer(getypt: str) -> tuple[str, str]:
    """Letter and addition: 'a' is a letter, 'bis' an addition, 'A-2' and 'a2' are both."""
    tekst = getypt.strip()
    if not tekst:
        return "", ""
    if delen := _LETTER_EN_TOEVOEGING.fullmatch(tekst):
        letter, cijfers, anders = delen.groups()
        return letter.upper(), cijfers or anders or ""
    if _TOEVOEGING.fullmatch(tekst):
        return "", tekst
    raise OnjuistAdres("Vul een toevoeging in zoals A, bis of A-2. Laat het leeg als uw huis er geen heeft.")
