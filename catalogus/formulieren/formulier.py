"""A zaaktype's gegevens as a Django form, and its answers as they are stored."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms

from catalogus.formulieren import keuzevelden, velden
from catalogus.formulieren.gegevens import Vraag, is_leeg
from catalogus.formulieren.opslag import OnjuisteWaarde, naar_opslag, uit_opslag
from catalogus.formulieren.voorwaarden import getoond, vereenvoudig, vertaal

BESTAND = "bestand"


class Gegevensformulier(forms.Form):
    """One page of questions.

    ``beginwaarden`` are stored values by name: those of this page fill it in, those of other pages decide which
    questions of this page are asked. A question that is not shown is not required and its answer is dropped.
    """

    def __init__(
        self,
        vragen: Iterable[Vraag],
        *,
        data: Any = None,
        bestanden: Any = None,
        beginwaarden: Mapping[str, Any] | None = None,
        prefix: str = "",
    ) -> None:
        begin = dict(beginwaarden or {})
        alle = list(vragen)
        namen = {vraag.naam for vraag in alle}
        self._elders = {naam: waarde for naam, waarde in begin.items() if naam not in namen}
        self._toon_als = {vraag.naam: vereenvoudig(vraag.toon_als, self._elders, namen) for vraag in alle}
        self.vragen = [vraag for vraag in alle if self._toon_als[vraag.naam] is not False]
        begin_velden = {vraag.naam: _begin(vraag, begin.get(vraag.naam)) for vraag in self.vragen}
        super().__init__(
            data=data,
            files=bestanden,
            initial=begin_velden,
            prefix=prefix or None,
            label_suffix="",
            use_required_attribute=False,
        )
        for vraag in self.vragen:
            veld = maak_veld(vraag, vast=not vraag.corrigeerbaar and _past(vraag, begin.get(vraag.naam)))
            veld.toon_als = self._voor_de_browser(vraag)  # type: ignore[attr-defined]
            self.fields[vraag.naam] = veld

    def clean(self) -> dict[str, Any]:
        """Keep what may not be changed as it was; drop what is not shown, answer and error alike."""
        geantwoord = super().clean() or self.cleaned_data
        for naam in [naam for naam, veld in self.fields.items() if veld.disabled]:
            geantwoord[naam] = self.initial[naam]
            self.errors.pop(naam, None)
        zichtbaar = getoond(self.vragen, {**self._elders, **self._opslag(geantwoord, met_bestanden=True)})
        for naam in set(self.fields) - zichtbaar:
            geantwoord.pop(naam, None)
            self.errors.pop(naam, None)
        return geantwoord

    def waarden(self) -> dict[str, Any]:
        """The valid answers in stored form, by name; without empty ones and without files."""
        return self._opslag(self.cleaned_data) if self.is_bound and hasattr(self, "cleaned_data") else {}

    def concept_waarden(self) -> dict[str, Any]:
        """For a draft: what is valid so far, and ``None`` for a question of this page without a valid answer."""
        self.is_valid()
        geldig = self.waarden()
        return {vraag.naam: geldig.get(vraag.naam) for vraag in self.vragen if vraag.soort != BESTAND}

    def nieuwe_bestanden(self) -> dict[str, list[Any]]:
        """The uploads that passed, by name of their question."""
        namen = [vraag.naam for vraag in self.vragen if vraag.soort == BESTAND]
        return {naam: self.cleaned_data[naam] for naam in namen if self.cleaned_data.get(naam)}

    def _opslag(self, antwoorden: Mapping[str, Any], *, met_bestanden: bool = False) -> dict[str, Any]:
        opslag = {}
        for vraag in self.vragen:
            waarde = antwoorden.get(vraag.naam)
            if vraag.soort == BESTAND:
                aanwezig = [*(waarde or []), *(self.initial.get(vraag.naam) or [])]
                if met_bestanden and aanwezig:
                    opslag[vraag.naam] = [getattr(deel, "name", "") or deel["naam"] for deel in aanwezig]
            elif not is_leeg(waarde):
                opslag[vraag.naam] = naar_opslag(vraag.soort, waarde)
        return opslag

    def _voor_de_browser(self, vraag: Vraag) -> str:
        """The condition as JSON over the inputs of this page ('' = always): their names, and values as typed."""
        toon_als = self._toon_als[vraag.naam]
        if isinstance(toon_als, bool) or not toon_als:
            return ""
        soorten = {ander.naam: ander.soort for ander in self.vragen}

        def invoer(naam: str, woord: str, waarde: Any) -> tuple[str, Any]:
            return self.add_prefix(naam), _als_invoer(soorten.get(naam, ""), woord, waarde)

        return json.dumps(vertaal(toon_als, invoer), ensure_ascii=False)


def maak_formulier(
    gegevens: Iterable[Vraag],
    *,
    data: Any = None,
    beginwaarden: Mapping[str, Any] | None = None,
    bestanden: Any = None,
    prefix: str = "",
) -> Gegevensformulier:
    """The form of these gegevens. ``data`` and ``bestanden`` are request.POST and request.FILES.

    ``beginwaarden`` are stored values: the draft, and what the registers filled in (``voorgevuld``). A gegeven that is
    not corrigeerbaar keeps its begin value whatever is posted, so the caller takes that value from the source itself.
    """
    return Gegevensformulier(gegevens, data=data, bestanden=bestanden, beginwaarden=beginwaarden, prefix=prefix)


def geldige_waarden(gegevens: Iterable[Vraag], waarden: Mapping[str, Any]) -> dict[str, Any]:
    """The stored values of the questions that are shown, over all pages; what a draft holds of others is dropped."""
    vragen = list(gegevens)
    zichtbaar = getoond(vragen, waarden)
    namen = {vraag.naam for vraag in vragen}
    return {naam: waarde for naam, waarde in waarden.items() if naam not in namen or naam in zichtbaar}


def maak_veld(vraag: Vraag, *, vast: bool = False) -> forms.Field:
    """The field of one question; ``vast`` shows its value without letting it be changed, and says how to correct it."""
    hulp = [vraag.hulptekst, vraag.correctie_uitleg if vast else ""]
    return _VELDEN[vraag.soort](
        vraag,
        {
            "label": vraag.label,
            "help_text": " ".join(deel for deel in hulp if deel),
            "required": vraag.verplicht,
            "disabled": vast,
        },
    )


def _begin(vraag: Vraag, waarde: Any) -> Any:
    """The value for the field; one that does not fit its soort (the zaaktype changed) is shown as text, to correct."""
    try:
        return uit_opslag(vraag.soort, waarde)
    except OnjuisteWaarde:
        return waarde if isinstance(waarde, str) and vraag.soort not in ("adres", BESTAND) else None


def _past(vraag: Vraag, waarde: Any) -> bool:
    """Whether there is a value that fits its soort."""
    try:
        return uit_opslag(vraag.soort, waarde) is not None
    except OnjuisteWaarde:
        return False


def _als_invoer(soort: str, woord: str, waarde: Any) -> Any:
    """A stored value as the input of the browser has it: 'ja' for true, euros for cents."""
    if isinstance(waarde, list):
        return [_als_invoer(soort, woord, deel) for deel in waarde]
    if soort == "ja_nee" and woord != "ingevuld" and isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if soort == "bedrag" and isinstance(waarde, int | float) and not isinstance(waarde, bool):
        return waarde / 100
    return waarde


def _grenzen(vraag: Vraag, **namen: str) -> dict[str, Any]:
    """The limits that the gegeven sets, under the names that the field has for them."""
    return {veldnaam: vraag.validatie[naam] for naam, veldnaam in namen.items() if naam in vraag.validatie}


_TEKSTGRENZEN = {
    "min_lengte": "min_length",
    "max_lengte": "max_length",
    "patroon": "patroon",
    "patroon_uitleg": "patroon_uitleg",
}
_GETALGRENZEN = {"min": "van", "max": "tot", "decimalen": "decimalen"}
_AANTALLEN = {"min_aantal": "minstens", "max_aantal": "hoogstens"}
_BESTANDSGRENZEN = {**_AANTALLEN, "bestandstypen": "typen", "max_mb": "max_mb"}
_Maker = Callable[[Vraag, dict[str, Any]], forms.Field]
_VELDEN: dict[str, _Maker] = {
    "tekst": lambda vraag, vast: velden.Tekstveld(**vast, **_grenzen(vraag, **_TEKSTGRENZEN)),
    "lange_tekst": lambda vraag, vast: velden.Langetekstveld(**vast, **_grenzen(vraag, **_TEKSTGRENZEN)),
    "getal": lambda vraag, vast: velden.Getalveld(**vast, **_grenzen(vraag, **_GETALGRENZEN)),
    "bedrag": lambda vraag, vast: velden.Bedragveld(**vast, **_grenzen(vraag, **_GETALGRENZEN)),
    "datum": lambda vraag, vast: velden.Datumveld(**vast, **_grenzen(vraag, niet_voor="niet_voor", niet_na="niet_na")),
    "keuze": lambda vraag, vast: keuzevelden.Keuzeveld(**vast, keuzes=vraag.keuzes),
    "meerkeuze": lambda vraag, vast: keuzevelden.Meerkeuzeveld(
        **vast, keuzes=vraag.keuzes, **_grenzen(vraag, **_AANTALLEN)
    ),
    "ja_nee": lambda vraag, vast: keuzevelden.JaNeeveld(**vast),
    "adres": lambda vraag, vast: keuzevelden.Adresveld(**vast),
    "telefoon": lambda vraag, vast: velden.Telefoonveld(**vast),
    "email": lambda vraag, vast: velden.Emailveld(**vast, **_grenzen(vraag, **_TEKSTGRENZEN)),
    "iban": lambda vraag, vast: velden.Ibanveld(**vast),
    BESTAND: lambda vraag, vast: keuzevelden.Bestandveld(**vast, **_grenzen(vraag, **_BESTANDSGRENZEN)),
}
