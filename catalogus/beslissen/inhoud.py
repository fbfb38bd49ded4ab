"""What stands in a decision table, refused at the door when it is not right, so that deciding never fails.

    {"uitkomst": "kosten",
     "vragen": [{"naam": "eigen_plek", "label": "Heeft u een eigen parkeerplek?", "soort": "ja_nee"}],
     "regels": [{"als": {"eigen_plek": {"is": true}}, "dan": {"bedrag": 9600, "eenheid": "per jaar"}},
                {"als": {}, "dan": {"bedrag": 4800, "eenheid": "per jaar"}}],
     "voorbeelden": [{"naam": "zonder plek", "antwoorden": {"eigen_plek": false}, "verwacht": {"bedrag": 4800, ...}}]}

A condition: ``{"is": true}`` for ja_nee; ``{"een_van": [...]}`` for choices; ``{"van": x, "tot_en_met": y}`` or one of
the two for numbers, amounts (cents) and dates ('jjjj-mm-dd'). ``verwacht`` null: no rule fits.
"""

import re
from typing import Any

from django.core.exceptions import ValidationError

from catalogus.beslissen.tabel import SOORTEN
from catalogus.formulieren.opslag import OnjuisteWaarde, naar_opslag, uit_opslag
from catalogus.keuzes import MET_KEUZES
from catalogus.termijnen.duur import Duur, OngeldigeDuur

MEESTE_VRAGEN, MEESTE_REGELS, MEESTE_VOORBEELDEN = 20, 200, 200
_NAAM = re.compile(r"[a-z][a-z0-9_]{0,19}", re.ASCII)
_UITKOMSTEN = ("mag", "krijgt", "kosten", "duur")
_BEDRAGEN = {"krijgt": "krijgt", "kosten": "bedrag"}  # how an outcome names its cents


def controleer_inhoud(inhoud: Any) -> None:
    """Raises ValidationError with the first thing that is wrong, and where."""
    _eis(isinstance(inhoud, dict), "Een beslistabel is een object.")
    sleutels = {"uitkomst", "vragen", "regels", "voorbeelden"}
    _eis(set(inhoud) == sleutels, f"Een beslistabel heeft precies: {', '.join(sorted(sleutels))}.")
    _eis(inhoud["uitkomst"] in _UITKOMSTEN, f"De uitkomst is een van: {', '.join(_UITKOMSTEN)}.")
    for naam, meeste in (("vragen", MEESTE_VRAGEN), ("regels", MEESTE_REGELS), ("voorbeelden", MEESTE_VOORBEELDEN)):
        _eis(isinstance(inhoud[naam], list), f"{naam.capitalize()} zijn een lijst.")
        _eis(len(inhoud[naam]) <= meeste, f"Er passen ten hoogste {meeste} {naam} in een tabel.")
    vragen: dict[str, dict[str, Any]] = {}
    for vraag in inhoud["vragen"]:
        controleer_vraag(vraag)
        _eis(vraag["naam"] not in vragen, f"De vraag {vraag['naam']} staat er twee keer.")
        vragen[vraag["naam"]] = vraag
    for nummer, regel in enumerate(inhoud["regels"], start=1):
        waar = f"Regel {nummer}"
        _eis(isinstance(regel, dict) and set(regel) == {"als", "dan"}, f"{waar} heeft precies: als, dan.")
        _eis(isinstance(regel["als"], dict), f"{waar}: als is een object.")
        for naam, eis in regel["als"].items():
            _eis(naam in vragen, f"{waar} kijkt naar {naam}, en dat is geen vraag van deze tabel.")
            controleer_eis(vragen[naam], eis, waar)
        controleer_uitkomst(inhoud["uitkomst"], regel["dan"], waar)
    for nummer, voorbeeld in enumerate(inhoud["voorbeelden"], start=1):
        _voorbeeld(inhoud["uitkomst"], vragen, voorbeeld, f"Voorbeeld {nummer}")


def controleer_vraag(vraag: Any) -> None:
    """A question: name, label and soort; choices with the two soorten that choose, and nowhere else."""
    _eis(isinstance(vraag, dict), "Een vraag is een object.")
    _eis(
        {"naam", "label", "soort"} <= set(vraag) <= {"naam", "label", "soort", "keuzes", "hulptekst"},
        "Een vraag heeft een naam, een label en een soort, en kan keuzes en een hulptekst hebben.",
    )
    teksten = [vraag["naam"], vraag["label"], vraag["soort"], vraag.get("hulptekst", "")]
    _eis(all(isinstance(tekst, str) for tekst in teksten), "Naam, label, soort en hulptekst zijn teksten.")
    _eis(
        bool(_NAAM.fullmatch(vraag["naam"])),
        f"De naam {vraag['naam']!r} kan niet: kleine letters, cijfers en _, ten hoogste 20.",
    )
    _eis(bool(vraag["label"].strip()), f"De vraag {vraag['naam']} heeft geen label.")
    _eis(vraag["soort"] in SOORTEN, f"De vraag {vraag['naam']}: de soort is een van {', '.join(SOORTEN)}.")
    keuzes = vraag.get("keuzes", [])
    _eis(isinstance(keuzes, list), f"De vraag {vraag['naam']}: keuzes zijn een lijst.")
    _eis(
        bool(keuzes) == (vraag["soort"] in MET_KEUZES),
        f"De vraag {vraag['naam']}: keuzes horen bij de soorten keuze en meerkeuze, en alleen daarbij.",
    )
    for keuze in keuzes:
        _eis(
            isinstance(keuze, dict)
            and {"waarde", "label"} <= set(keuze) <= {"waarde", "label", "hulp"}
            and all(isinstance(deel, str) for deel in keuze.values())
            and bool(keuze["waarde"]),
            f"De vraag {vraag['naam']}: een keuze heeft een waarde en een label.",
        )
    waarden = [keuze["waarde"] for keuze in keuzes]
    _eis(len(set(waarden)) == len(waarden), f"De vraag {vraag['naam']}: dezelfde keuze staat er twee keer.")


def controleer_eis(vraag: dict[str, Any], eis: Any, waar: str) -> None:
    """A condition fits the soort of its question; a value out of type is refused here."""
    waar = f"{waar}, {vraag['label']}"
    _eis(isinstance(eis, dict) and bool(eis), f"{waar}: laat een voorwaarde weg als het antwoord niet uitmaakt.")
    if vraag["soort"] == "ja_nee":
        _eis(set(eis) == {"is"} and isinstance(eis["is"], bool), f"{waar}: kies ja of nee.")
    elif vraag["soort"] in MET_KEUZES:
        mag = [keuze["waarde"] for keuze in vraag["keuzes"]]
        _eis(
            set(eis) == {"een_van"}
            and isinstance(eis["een_van"], list)
            and bool(eis["een_van"])
            and all(deel in mag for deel in eis["een_van"]),
            f"{waar}: kies uit {', '.join(mag)}.",
        )
    else:
        _eis(set(eis) <= {"van", "tot_en_met"}, f"{waar}: een grens is van of tot en met.")
        gelezen = [_waarde(vraag, grens, waar) for grens in eis.values()]
        if len(gelezen) == 2:
            van, tot = (uit_opslag(vraag["soort"], eis[woord]) for woord in ("van", "tot_en_met"))
            _eis(van <= tot, f"{waar}: van ligt na tot en met.")


def controleer_uitkomst(soort: str, dan: Any, waar: str) -> None:
    """May or may not (with a reason when not); an amount in cents; a period."""
    _eis(isinstance(dan, dict), f"{waar}: de uitkomst is een object.")
    if soort == "mag":
        _eis(
            {"mag"} <= set(dan) <= {"mag", "reden"}
            and isinstance(dan["mag"], bool)
            and isinstance(dan.get("reden", ""), str),
            f"{waar}: de uitkomst zegt of het mag, met een reden.",
        )
        _eis(dan["mag"] or bool(dan.get("reden", "").strip()), f"{waar}: zeg waarom het niet mag.")
    elif soort in _BEDRAGEN:
        naam = _BEDRAGEN[soort]
        _eis(
            {naam} <= set(dan) <= {naam, "eenheid"} and isinstance(dan.get("eenheid", ""), str),
            f"{waar}: de uitkomst is een bedrag, met een eenheid als per jaar.",
        )
        bedrag = dan[naam]
        _eis(
            isinstance(bedrag, int) and not isinstance(bedrag, bool) and 0 <= bedrag < 10**11,
            f"{waar}: een bedrag is een geheel aantal centen, van 0 af.",
        )
    else:
        _eis(set(dan) == {"duur"} and isinstance(dan["duur"], str), f"{waar}: de uitkomst is een duur.")
        try:
            Duur.lees(dan["duur"])
        except OngeldigeDuur as fout:
            raise ValidationError(f"{waar}: {fout}") from fout


def _voorbeeld(soort: str, vragen: dict[str, dict[str, Any]], voorbeeld: Any, waar: str) -> None:
    _eis(
        isinstance(voorbeeld, dict) and set(voorbeeld) == {"naam", "antwoorden", "verwacht"},
        f"{waar} heeft precies: naam, antwoorden, verwacht.",
    )
    _eis(isinstance(voorbeeld["naam"], str) and bool(voorbeeld["naam"].strip()), f"{waar} heeft geen naam.")
    _eis(isinstance(voorbeeld["antwoorden"], dict), f"{waar}: antwoorden zijn een object.")
    for naam, antwoord in voorbeeld["antwoorden"].items():
        _eis(naam in vragen, f"{waar} beantwoordt {naam}, en dat is geen vraag van deze tabel.")
        _waarde(vragen[naam], antwoord, f"{waar}, {vragen[naam]['label']}")
    if voorbeeld["verwacht"] is not None:
        controleer_uitkomst(soort, voorbeeld["verwacht"], waar)


def _waarde(vraag: dict[str, Any], waarde: Any, waar: str) -> Any:
    """A value in stored form, exactly as storing would write it."""
    reden = f"{waar}: dit is geen waarde van de soort {vraag['soort']}."
    try:
        opslag = naar_opslag(vraag["soort"], waarde)
    except OnjuisteWaarde as fout:
        raise ValidationError(reden) from fout
    _eis(opslag is not None and opslag == waarde and type(opslag) is type(waarde), reden)
    if vraag["soort"] in MET_KEUZES:
        mag = [keuze["waarde"] for keuze in vraag["keuzes"]]
        gekozen = waarde if isinstance(waarde, list) else [waarde]
        _eis(all(deel in mag for deel in gekozen), f"{waar}: kies uit {', '.join(mag)}.")
    return opslag


def _eis(goed: bool, reden: str) -> None:
    if not goed:
        raise ValidationError(reden)
