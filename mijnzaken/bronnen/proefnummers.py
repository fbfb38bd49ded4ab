"""Numbers of the test ranges, computed from an index, so that no fixture holds one in clear.

Test BSNs are of the range 9999xxxxx and pass the elfproef (RvIG); test companies are of the range 9 of the KvK.
"""

from functools import lru_cache

PREFIX = "9999"


def _bsn_controlecijfer(acht: str) -> int:
    """The ninth digit by the elfproef for BSNs (9a+8b+...+2h-i divisible by 11); 10 when there is none."""
    return sum(int(cijfer) * gewicht for cijfer, gewicht in zip(acht, range(9, 1, -1), strict=True)) % 11


@lru_cache(maxsize=1024)
def proef_bsn(nummer: int) -> str:
    """The test BSN number ``nummer`` (1 to 9,000): always the same one. Raises ValueError beyond the range."""
    geteld = 0
    for midden in range(10_000):
        cijfer = _bsn_controlecijfer(f"{PREFIX}{midden:04d}")
        if cijfer < 10:
            geteld += 1
            if geteld == nummer:
                return f"{PREFIX}{midden:04d}{cijfer}"
    raise ValueError(f"Er is geen {nummer}e test-BSN.")


def proef_rsin(nummer: int) -> str:
    """A test RSIN: the same elfproef, counted from the far end so that it is nobody's test BSN."""
    return proef_bsn(9_000 - nummer)


def proef_kvk(nummer: int) -> str:
    """A test KvK number of 8 digits (1 to 999)."""
    if not 1 <= nummer <= 999:
        raise ValueError(f"Er is geen {nummer}e test-KvK-nummer.")
    return f"90000{nummer:03d}"


def proef_vestiging(onderneming: int, volgnummer: int) -> str:
    """A test vestigingsnummer of 12 digits."""
    return f"0009{onderneming:04d}{volgnummer:04d}"
