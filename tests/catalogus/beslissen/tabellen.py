"""Tables for the tests: one by hand, and any table that the door lets in."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

PARKEREN: dict[str, Any] = {
    "uitkomst": "kosten",
    "vragen": [
        {"naam": "hoeveelste", "label": "De hoeveelste vergunning is het?", "soort": "getal"},
        {"naam": "eigen_plek", "label": "Heeft u een eigen parkeerplek?", "soort": "ja_nee"},
        {
            "naam": "houder",
            "label": "Van wie is de auto?",
            "soort": "keuze",
            "keuzes": [{"waarde": "zelf", "label": "van mij"}, {"waarde": "werkgever", "label": "van mijn werk"}],
        },
    ],
    "regels": [
        {"als": {"eigen_plek": {"is": True}}, "dan": {"bedrag": 9600, "eenheid": "per jaar"}},
        {"als": {"hoeveelste": {"van": 2}}, "dan": {"bedrag": 9600, "eenheid": "per jaar"}},
        {"als": {"houder": {"een_van": ["werkgever"]}, "hoeveelste": {"tot_en_met": 1}}, "dan": {"bedrag": 0}},
        {"als": {}, "dan": {"bedrag": 4800, "eenheid": "per jaar"}},
    ],
    "voorbeelden": [],
}

KEUZES = [{"waarde": waarde, "label": waarde.upper()} for waarde in ("a", "b", "c")]
_getallen = st.integers(-1000, 1000)
_datums = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(lambda dag: dag.isoformat())
WAARDEN = {
    "ja_nee": st.booleans(),
    "keuze": st.sampled_from("abc"),
    "meerkeuze": st.lists(st.sampled_from("abc"), min_size=1, unique=True),
    "getal": _getallen,
    "bedrag": _getallen,
    "datum": _datums,
}
ROMMEL = st.one_of(
    st.none(),
    st.sampled_from(["", "x", "2024-13-01", "\u0661", "nan"]),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.lists(st.integers()),
)


def eisen(soort: str) -> st.SearchStrategy[dict[str, Any]]:
    if soort == "ja_nee":
        return st.booleans().map(lambda waarde: {"is": waarde})
    if soort in ("keuze", "meerkeuze"):
        return WAARDEN["meerkeuze"].map(lambda waarden: {"een_van": waarden})

    def grens(paar: list[Any], hoe: str) -> dict[str, Any]:
        laag, hoog = sorted(paar)
        return {"van": {"van": laag}, "tot": {"tot_en_met": hoog}}.get(hoe, {"van": laag, "tot_en_met": hoog})

    paren = st.lists(WAARDEN[soort], min_size=2, max_size=2)
    return st.builds(grens, paren, st.sampled_from(["van", "tot", "beide"]))


@st.composite
def tabellen(draw: st.DrawFn) -> dict[str, Any]:
    soorten = draw(st.lists(st.sampled_from(sorted(WAARDEN)), min_size=1, max_size=4))
    vragen = [
        {"naam": f"v{n}", "label": f"Vraag {n}", "soort": soort}
        | ({"keuzes": KEUZES} if soort in ("keuze", "meerkeuze") else {})
        for n, soort in enumerate(soorten)
    ]
    regels = []
    for bedrag in range(draw(st.integers(0, 5))):
        als = {}
        for vraag in vragen:
            if draw(st.booleans()):
                als[vraag["naam"]] = draw(eisen(vraag["soort"]))
        regels.append({"als": als, "dan": {"bedrag": bedrag}})
    return {"uitkomst": "kosten", "vragen": vragen, "regels": regels, "voorbeelden": []}


@st.composite
def tabel_en_antwoorden(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A table with an answer of the right kind to every question of it."""
    tabel = draw(tabellen())
    return tabel, {vraag["naam"]: draw(WAARDEN[vraag["soort"]]) for vraag in tabel["vragen"]}
