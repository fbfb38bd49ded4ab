"""Which kind of file this is, and the zaaktypen in it, each in the form of our own exchange file."""

import json
from codecs import BOM_UTF8
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand
from catalogus.uitwisseling.gelezen import Gelezen
from catalogus.uitwisseling.inavigator import lees_inavigator
from catalogus.uitwisseling.lezen import lees_los, tekst_van
from catalogus.uitwisseling.opmaak import opmaak
from catalogus.uitwisseling.xmlboom import boom
from catalogus.uitwisseling.zgw import lees_zgw

MEESTE_BYTES = 8 * 1024 * 1024
"""The largest real export of a whole catalogue that we know is 3.2 MB."""
UITGEPAKT = 4 * MEESTE_BYTES


def lees_bestand(bestand: str, ruw: bytes) -> list[Gelezen]:
    """Everything in a file that can become a zaaktype. Raises OnbruikbaarBestand with every reason."""
    if len(ruw) > MEESTE_BYTES:
        raise OnbruikbaarBestand([Leesfout(bestand, 1, "", _("dit bestand is groter dan 8 MB."))])
    if ruw.removeprefix(BOM_UTF8).lstrip().startswith(b"<"):
        gelezen = lees_inavigator(bestand, boom(bestand, ruw))
    elif ruw.startswith(b"PK"):
        gelezen = _ingepakt(bestand, ruw)
    else:
        gelezen = _json(bestand, ruw)
    if not gelezen:
        raise OnbruikbaarBestand([Leesfout(bestand, 1, "", _("er staat geen zaaktype in dit bestand."))])
    return gelezen


def _json(bestand: str, ruw: bytes) -> list[Gelezen]:
    """Ours says what it is; any other JSON is searched for what the standard describes."""
    try:
        waarde = json.loads(tekst_van(bestand, ruw))
        if isinstance(waarde, list) or (isinstance(waarde, dict) and "soort" not in waarde):
            return lees_zgw(bestand, waarde)
    except RecursionError as fout:
        raise OnbruikbaarBestand([Leesfout(bestand, 1, "", _("de gegevens zijn te diep genest."))]) from fout
    except ValueError:
        pass  # our own reader says at which line
    return _eigen(bestand, ruw)


def _ingepakt(bestand: str, ruw: bytes) -> list[Gelezen]:
    """The export of Open Zaak: a zip with a JSON file per kind of resource. What it says of its size is held to."""
    try:
        with ZipFile(BytesIO(ruw)) as zip_:
            delen = [deel for deel in zip_.infolist() if deel.filename.endswith(".json")]
            if sum(deel.file_size for deel in delen) > UITGEPAKT:
                raise OnbruikbaarBestand([Leesfout(bestand, 1, "", _("dit bestand is uitgepakt te groot."))])
            return lees_zgw(bestand, [json.loads(zip_.read(deel)) for deel in delen])
    except (BadZipFile, ValueError, RuntimeError, NotImplementedError, RecursionError) as fout:
        raise OnbruikbaarBestand([Leesfout(bestand, 1, "", _("dit zipbestand is niet te lezen."))]) from fout


def _eigen(bestand: str, ruw: bytes) -> list[Gelezen]:
    """A file of our own. With one process it stays as it is, so that a line number stays a line number."""
    inhoud = lees_los(bestand, ruw)
    tekst = tekst_van(bestand, ruw)
    rijen = inhoud.delen["processen"]
    soort = "bestand van Mijn Zaken"
    if len(rijen) == 1:
        return [Gelezen(soort, rijen[0]["identificatie"], rijen[0]["naam"], tekst)]
    geheel = json.loads(tekst)
    return [
        Gelezen(soort, rij["identificatie"], rij["naam"], opmaak(geheel | {"processen": [los], "producten": []}))
        for rij, los in zip(rijen, geheel.get("processen", []), strict=True)
    ]
