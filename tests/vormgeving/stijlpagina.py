"""Pages that show every part of the look with sample data, for the tests of the look and for the eye."""

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.template import Context, Engine
from django.template.loader import get_template

from catalogus import klok

SJABLONEN = Path(__file__).parent / "sjablonen"
NU = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class Adreswidget(forms.MultiWidget):
    labels = ("Straat", "Huisnummer", "Postcode", "Plaats")
    breed = (0,)

    def __init__(self) -> None:
        super().__init__([forms.TextInput() for _ in self.labels])

    def decompress(self, value: Any) -> list[Any]:
        return value or [None] * len(self.labels)


class Adresveld(forms.MultiValueField):
    widget = Adreswidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__([forms.CharField() for _ in Adreswidget.labels], **kwargs)

    def compress(self, data_list: list[Any]) -> list[Any]:
        return data_list


class Formulier(forms.Form):
    naam = forms.CharField(label="Naam", help_text="Zoals in uw paspoort.")
    email = forms.EmailField(label="E-mailadres", required=False)
    datum = forms.DateField(label="Datum", widget=forms.DateInput(attrs={"type": "date"}))
    soort = forms.ChoiceField(
        label="Wat wilt u?", widget=forms.RadioSelect, choices=[("a", "Een dakkapel"), ("b", "Een schuur")]
    )
    lawaai = forms.MultipleChoiceField(
        label="Waar heeft u last van?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("w", "Wegverkeer"), ("t", "Tram")],
    )
    toelichting = forms.CharField(label="Toelichting", widget=forms.Textarea, required=False)
    wijk = forms.ChoiceField(label="Wijk", choices=[("", "Kies een wijk"), ("1", "Zeeheldenkwartier")])
    adres = Adresveld(label="Adres van het werk")
    bijlage = forms.FileField(label="Bijlage", required=False)
    eens = forms.BooleanField(label="Ik heb alles naar waarheid ingevuld")


class Filter(forms.Form):
    zoek = forms.CharField(label="Zoeken", required=False)
    zaaktype = forms.ChoiceField(label="Zaaktype", required=False, choices=[("", "Alle zaaktypen")])


def _stap(naam: str, stand: str, bij: str = "", substappen: list[Any] | None = None) -> dict[str, Any]:
    return {"naam": naam, "stand": stand, "bij": bij, "substappen": substappen or []}


def gegevens() -> dict[str, Any]:
    """What the sample pages show."""
    return {
        "gemeente": settings.GEMEENTE,
        "sessieminuten": 15,
        "request": SimpleNamespace(get_full_path=lambda: "/stijl/"),
        "wie_naam": "A. de Vries",
        "menu": _menu(),
        "kruimels": [("Overzicht", "/mijn/"), ("Zaken", "/mijn/zaken/")],
        "besluitdag": date(2027, 1, 12),
        "taakdag": date(2026, 11, 28),
        "laat": date(2026, 11, 20),
        "stappen": [
            _stap("Aanvraag ontvangen", "klaar", "3 november 2026"),
            _stap(
                "In behandeling",
                "bezig",
                "Sinds 6 november 2026",
                [
                    _stap("Aanvraag is compleet", "klaar", "6 november 2026"),
                    _stap("Welstand geeft advies", "bezig", "Verwacht rond 1 december"),
                    _stap("Toets aan omgevingsplan", "nog_niet"),
                ],
            ),
            _stap("Besluit", "nog_niet", "Uiterlijk 12 januari 2027"),
            _stap("Afgerond", "nog_niet"),
        ],
        "contacten": [
            {
                "datum": date(2026, 11, 20),
                "kanaal": "E-mail",
                "onderwerp": "We hebben nog een tekening nodig",
                "afzender": "Gemeente Demostad",
                "tekst": "De tekening van de zijgevel ontbreekt.",
            },
            {
                "datum": date(2026, 11, 16),
                "kanaal": "Telefoon",
                "onderwerp": "U vroeg wanneer u mag beginnen",
                "tekst": "Dat mag na het besluit.",
            },
            {"datum": date(2026, 11, 3), "kanaal": "Website", "onderwerp": "U vroeg een vergunning aan"},
        ],
        "feiten": [
            ("Aangevraagd op", "3 november 2026"),
            ("Aangevraagd door", "A. de Vries"),
            ("Kosten (leges)", "€ 486,20"),
        ],
        "navigatie": [
            {"naam": "Werkvoorraad", "url": "/", "actief": True},
            {"naam": "Zaken", "url": "/"},
            {"naam": "Contact 14 070", "url": "/", "aantal": 3},
            {"naam": "Sturing", "url": "/"},
        ],
        "tegels": [
            {"getal": 1, "naam": "over de termijn", "soort": "fout", "url": "/"},
            {"getal": 3, "naam": "binnen 10 dagen besluit", "soort": "let-op", "url": "/"},
            {"getal": 2, "naam": "niet toegewezen", "url": "/"},
            {"getal": 5, "naam": "nieuwe stukken", "url": "/"},
        ],
        "leeg": _met_voorwaarde(Formulier()),
        "foutief": Formulier(QueryDict("naam=&soort=x"), auto_id="fout_%s"),
        "filter": Filter(),
    }


def _met_voorwaarde(formulier: Formulier) -> Formulier:
    """The e-mail address is asked for a schuur only."""
    formulier.fields["email"].toon_als = '{"gegeven": "soort", "is": "b"}'
    return formulier


def _menu() -> list[list[dict[str, Any]]]:
    namen = [
        [("Overzicht", "layout-grid", 0)],
        [
            ("Taken", "checklist", 2),
            ("Berichten", "inbox", 1),
            ("Zaken", "archive", 0),
            ("Contact", "message-circle", 0),
        ],
        [("Mijn gegevens", "user", 0), ("Wie keek er mee?", "shield-lock", 0)],
    ]
    return [
        [{"naam": n, "url": "/", "icoon": i, "aantal": a, "actief": n == "Zaken"} for n, i, a in groep]
        for groep in namen
    ]


def paginas() -> dict[str, str]:
    """Name of the page to its HTML: zaak, overzicht, formulier, werkvoorraad and those for errors."""
    motor: Engine = get_template("404.html").backend.engine
    with klok.op_moment(NU):
        context = gegevens()
        html = {}
        for pad in sorted(SJABLONEN.glob("*.html")):
            staf = pad.stem == "werkvoorraad"
            eigen = {**context, "is_burger": not staf, "is_medewerker": staf}
            html[pad.stem] = motor.from_string(pad.read_text()).render(Context(eigen))
        for naam in ("404", "403", "403_csrf", "500"):
            html[naam] = get_template(f"{naam}.html").render({"gemeente": settings.GEMEENTE} if naam != "500" else {})
        return html
