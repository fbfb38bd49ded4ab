"""Every text has a translation that says the same, and a text without one is found."""

import gettext
from pathlib import Path

import pytest

from mijnzaken.start import vertalingen

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy
_("Zaak")
ngettext("%(n)s dag", "%(n)s dagen", 2)
pgettext_lazy("groet", "Dag")
"""
SJABLOON = """
{% load i18n %}<h1>{% translate "Uw zaken" %}</h1>{{ titel|default:_("Zonder titel") }}
{% blocktranslate count dagen=n trimmed %}
  Nog {{ dagen }} dag
{% plural %}
  Nog {{ dagen }} dagen
{% endblocktranslate %}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for naam, inhoud in (("mijnzaken/scherm.py", CODE), ("templates/scherm.html", SJABLOON)):
        pad = tmp_path / naam
        pad.parent.mkdir(parents=True)
        pad.write_text(inhoud)
    monkeypatch.setattr(vertalingen, "BASIS", tmp_path)
    monkeypatch.setattr(vertalingen, "CATALOGI", tmp_path / "mijnzaken" / "vertalingen")
    return tmp_path


def _vertaal(project: Path, **vertaling: str) -> None:
    """Every text translated as itself, but those in ``vertaling``."""
    vertalingen.werk_bij("en")
    with open(vertalingen.catalogus("en"), "rb") as bestand:
        catalogus = vertalingen.read_po(bestand, locale="en")
    for bericht in catalogus:
        if bericht.id:
            enkel = isinstance(bericht.id, str)
            bericht.string = vertaling.get(bericht.id, bericht.id) if enkel else bericht.id  # type: ignore[call-overload]
    with open(vertalingen.catalogus("en"), "wb") as uit:
        vertalingen.write_po(uit, catalogus, omit_header=True)


def test_teksten_uit_code_en_sjablonen_worden_gevonden(project: Path) -> None:
    assert set(vertalingen.gevonden_teksten()) == {
        (None, "Zaak"),
        (None, ("%(n)s dag", "%(n)s dagen")),
        ("groet", "Dag"),
        (None, "Uw zaken"),
        (None, "Zonder titel"),
        (None, ("Nog %(dagen)s dag", "Nog %(dagen)s dagen")),
    }


def test_een_tekst_zonder_vertaling_wordt_genoemd_met_zijn_bestand(project: Path) -> None:
    _vertaal(project)
    assert vertalingen.controleer() == []
    (project / "mijnzaken" / "scherm.py").write_text(CODE + '_("Nieuw")\n')
    assert vertalingen.controleer() == ["mijnzaken/scherm.py: geen vertaling (en) van 'Nieuw'"]


def test_een_verloren_invulplek_wordt_genoemd(project: Path) -> None:
    (project / "mijnzaken" / "scherm.py").write_text('_("Zaak %(nummer)s")\n')
    _vertaal(project, **{"Zaak %(nummer)s": "Case %(number)s"})
    assert ["andere invulplekken" in fout for fout in vertalingen.controleer()] == [True]


def test_bijwerken_bewaart_wat_vertaald_is_en_vergeet_wat_weg_is(project: Path) -> None:
    _vertaal(project, Zaak="Case")
    (project / "templates" / "scherm.html").unlink()
    assert vertalingen.werk_bij("en") == 0
    tekst = vertalingen.catalogus("en").read_text()
    assert 'msgstr "Case"' in tekst
    assert "Uw zaken" not in tekst


def test_de_gecompileerde_vertaling_kent_meervoud(project: Path) -> None:
    _vertaal(project, Zaak="Case")
    vertalingen.compileer()
    with open(vertalingen.catalogus("en").with_suffix(".mo"), "rb") as bestand:
        engels = gettext.GNUTranslations(bestand)
    assert engels.gettext("Zaak") == "Case"
    assert engels.ngettext("%(n)s dag", "%(n)s dagen", 2) == "%(n)s dagen"
