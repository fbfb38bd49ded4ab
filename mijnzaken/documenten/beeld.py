"""The size of an image from its header, without decoding a pixel (gevaren 73: a small file can ask for gigabytes)."""

import struct
from typing import IO

from django.utils.translation import gettext as _

from mijnzaken.documenten.wering import Wering

MAX_PIXELS = 250_000_000  # the largest telephone cameras make 200 million
MAX_ZIJDE = 32_000  # pixels
_JPEG_ZONDER_LENGTE = {0x01, *range(0xD0, 0xD9)}
_JPEG_FRAME = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_KOP = 1024 * 1024  # bytes in which TIFF and HEIC must tell their size


def controleer_beeld(bestand: IO[bytes], formaat: str) -> None:
    """Raises Wering for an image of which the header tells no size, or too large a one."""
    bestand.seek(0)
    try:
        maten = _LEZERS[formaat](bestand)
    except (struct.error, IndexError, ValueError):
        maten = []
    if not maten:
        raise Wering(
            "beschadigd", _("Deze afbeelding is beschadigd. Maak een nieuwe foto of scan en probeer het opnieuw.")
        )
    for breedte, hoogte in maten:
        if not (0 < breedte <= MAX_ZIJDE and 0 < hoogte <= MAX_ZIJDE and breedte * hoogte <= MAX_PIXELS):
            raise Wering(
                "te_veel_pixels",
                _("Deze afbeelding heeft te veel pixels. Maak de afbeelding kleiner en probeer het opnieuw."),
            )


def _png(bestand: IO[bytes]) -> list[tuple[int, int]]:
    """IHDR comes first (PNG 3rd edition, 11.2.1); nothing may follow IEND (gevaren 74)."""
    kop = bestand.read(24)
    if kop[12:16] != b"IHDR":
        raise ValueError("geen IHDR")
    bestand.seek(8)
    while True:
        lengte, soort = struct.unpack(">I4s", bestand.read(8))
        if soort == b"IEND":
            break
        bestand.seek(lengte + 4, 1)
    bestand.seek(lengte + 4, 1)
    if bestand.read(1):
        raise Wering(
            "twee_soorten",
            _("Achter deze afbeelding zit nog een ander bestand. Sla de afbeelding opnieuw op en probeer het opnieuw."),
        )
    return [struct.unpack(">II", kop[16:24])]


def _jpeg(bestand: IO[bytes]) -> list[tuple[int, int]]:
    """The first frame header (ITU T.81, B.2.2)."""
    bestand.seek(2)
    while True:
        if bestand.read(1) != b"\xff":
            raise ValueError("geen merkteken")
        merk = 0xFF
        while merk == 0xFF:
            merk = bestand.read(1)[0]
        if merk in _JPEG_ZONDER_LENGTE:
            continue
        (lengte,) = struct.unpack(">H", bestand.read(2))
        if merk in _JPEG_FRAME:
            hoogte, breedte = struct.unpack(">xHH", bestand.read(5))
            return [(breedte, hoogte)]
        if merk == 0xDA or lengte < 2:
            raise ValueError("beeld zonder kop")
        bestand.seek(lengte - 2, 1)


def _tiff(bestand: IO[bytes]) -> list[tuple[int, int]]:
    """Tags 256 and 257 of the first page (TIFF 6.0, section 2)."""
    kop = bestand.read(8)
    volgorde = {b"II": "<", b"MM": ">"}[kop[:2]] if kop[:2] in (b"II", b"MM") else ""
    if not volgorde:
        raise ValueError("geen TIFF")
    (plaats,) = struct.unpack(f"{volgorde}I", kop[4:8])
    bestand.seek(plaats)
    (aantal,) = struct.unpack(f"{volgorde}H", bestand.read(2))
    gevonden: dict[int, int] = {}
    for _nummer in range(min(aantal, 200)):
        veld = bestand.read(12)
        label, soort = struct.unpack(f"{volgorde}HH", veld[:4])
        if label in (256, 257):
            gevonden[label] = struct.unpack(
                f"{volgorde}{'H' if soort == 3 else 'I'}", veld[8 : 10 if soort == 3 else 12]
            )[0]
    return [(gevonden[256], gevonden[257])] if len(gevonden) == 2 else []


def _heic(bestand: IO[bytes]) -> list[tuple[int, int]]:
    """Every ``ispe`` box (ISO/IEC 23008-12, 6.5.3): tiles and the whole."""
    kop = bestand.read(_KOP)
    maten, plaats = [], kop.find(b"ispe")
    while plaats != -1:
        maten.append(struct.unpack(">II", kop[plaats + 8 : plaats + 16]))
        plaats = kop.find(b"ispe", plaats + 4)
    return maten


_LEZERS = {"image/png": _png, "image/jpeg": _jpeg, "image/tiff": _tiff, "image/heic": _heic}
BEELDEN = frozenset(_LEZERS)
