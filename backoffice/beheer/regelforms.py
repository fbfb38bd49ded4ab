"""The forms of a decision table: a question, a rule with a cell per question, the outcome. Nobody types JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice.beheer.productforms import Duurinvoer
from catalogus.beslissen.tabel import SOORTEN, Tabelvraag, vragen_van
from catalogus.formulieren import naar_opslag, uit_opslag
from catalogus.formulieren.velden import Bedragveld, Datumveld, Getalveld
from catalogus.keuzes import MET_KEUZES, voor_een_tabel
from catalogus.models import Beslistabel, Gegeven

_SOORTNAMEN = {
    "ja_nee": _("ja of nee"),
    "keuze": _("een keuze"),
    "meerkeuze": _("meer keuzes"),
    "getal": _("een getal"),
    "bedrag": _("een bedrag"),
    "datum": _("een datum"),
}
_BEDRAGEN = {"krijgt": ("krijgt", _("0 is niets.")), "kosten": ("bedrag", _("0 is gratis."))}
"""Of a kind of table: how its outcome names the cents, and what none of them mean."""
_GRENSVELD = {"getal": Getalveld, "bedrag": Bedragveld, "datum": Datumveld}


class Gegevenformulier(forms.Form):
    """A question that the form of this product asks already: then form, public page and zaak know the answer."""

    gegeven = forms.ChoiceField(label=_("Vraag uit het formulier"), required=True)

    def __init__(self, gegevens: Iterable[Gegeven], data: Any = None) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)
        self.gegevens = {rij.naam: rij for rij in gegevens if rij.soort in SOORTEN}
        self.fields["gegeven"].choices = [(rij.naam, rij.label) for rij in self.gegevens.values()]  # type: ignore[attr-defined]

    def vraag(self) -> dict[str, Any]:
        rij = self.gegevens[self.cleaned_data["gegeven"]]
        vraag: dict[str, Any] = {"naam": rij.naam, "label": rij.label, "soort": rij.soort}
        if rij.soort in MET_KEUZES:
            return _met_hulp(vraag | {"keuzes": voor_een_tabel(rij.keuzelijst)}, rij.hulptekst)
        return _met_hulp(vraag, rij.hulptekst)


class Vraagformulier(forms.Form):
    """An own question. The choices stand one to a line; their values follow from the words."""

    naam = forms.RegexField(
        r"^[a-z][a-z0-9_]{0,19}$",
        label=_("Korte naam"),
        help_text=_(
            "Kleine letters, zonder spaties. Heet een vraag in het formulier ook zo, dan telt dat antwoord mee."
        ),
        error_messages={"invalid": _("Gebruik alleen kleine letters, cijfers en _, ten hoogste 20.")},
    )
    label = forms.CharField(label=_("Vraag"), max_length=200)
    soort = forms.ChoiceField(label=_("Soort antwoord"), choices=[(soort, _SOORTNAMEN[soort]) for soort in SOORTEN])
    keuzes = forms.CharField(
        label=_("Keuzes"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Elke keuze op een eigen regel."),
    )
    hulptekst = forms.CharField(label=_("Uitleg bij de vraag"), max_length=500, required=False)

    def __init__(self, data: Any = None, *, was: Mapping[str, Any] | None = None) -> None:
        self.was = was or {}
        begin = {**self.was, "keuzes": "\n".join(k["label"] for k in self.was.get("keuzes", []))} if was else None
        super().__init__(data, label_suffix="", use_required_attribute=False, initial=begin)

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        labels = list(dict.fromkeys(regel.strip() for regel in schoon.get("keuzes", "").splitlines() if regel.strip()))
        if schoon.get("soort") in MET_KEUZES and not labels:
            self.add_error("keuzes", _("Schrijf de keuzes op, elk op een eigen regel."))
        return schoon | {"labels": labels}

    def vraag(self) -> dict[str, Any]:
        schoon = self.cleaned_data
        vraag: dict[str, Any] = {naam: schoon[naam] for naam in ("naam", "label", "soort")}
        if schoon["soort"] in MET_KEUZES:
            bekend = {keuze["label"]: keuze for keuze in self.was.get("keuzes", [])}
            vraag["keuzes"] = [bekend.get(label, {"waarde": label[:100], "label": label}) for label in schoon["labels"]]
        return _met_hulp(vraag, schoon["hulptekst"])


def _met_hulp(vraag: dict[str, Any], hulptekst: str) -> dict[str, Any]:
    return vraag | ({"hulptekst": hulptekst} if hulptekst else {})


class Regelformulier(forms.Form):
    """One rule: a cell per question (empty: whatever the answer is), and the outcome of this kind of table."""

    def __init__(self, tabel: Beslistabel, regel: Mapping[str, Any] | None, data: Any = None) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)
        self.tabel, self.vragen = tabel, vragen_van(tabel.inhoud)
        als, dan = (regel["als"], regel["dan"]) if regel else ({}, {})
        for vraag in self.vragen:
            self._cel(vraag, als.get(vraag.naam, {}))
        self._uitkomst(dan)

    def _cel(self, vraag: Tabelvraag, eis: Mapping[str, Any]) -> None:
        naam = f"als_{vraag.naam}"
        if vraag.soort == "ja_nee":
            keuzes = [("", _("maakt niet uit")), ("ja", _("ja")), ("nee", _("nee"))]
            begin = {True: "ja", False: "nee"}.get(eis.get("is"), "")  # type: ignore[arg-type]
            self.fields[naam] = forms.ChoiceField(
                label=vraag.label, choices=keuzes, required=False, initial=begin, widget=forms.RadioSelect
            )
        elif vraag.soort in MET_KEUZES:
            self.fields[naam] = forms.MultipleChoiceField(
                label=vraag.label,
                choices=[(keuze["waarde"], keuze["label"]) for keuze in vraag.keuzes],
                required=False,
                initial=eis.get("een_van", []),
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Niets aangekruist: het maakt niet uit."),
            )
        else:
            for woord, tekst in (("van", _("vanaf")), ("tot_en_met", _("tot en met"))):
                self.fields[f"{naam}_{woord}"] = _GRENSVELD[vraag.soort](
                    label=f"{vraag.label} {tekst}",
                    required=False,
                    initial=uit_opslag(vraag.soort, eis.get(woord)),
                    help_text=_("Leeg: geen grens."),
                    **({} if vraag.soort == "datum" else {"van": None, "decimalen": 2}),
                )

    def _uitkomst(self, dan: Mapping[str, Any]) -> None:
        if self.tabel.soort == "mag":
            keuzes = [("ja", _("Ja, dat kan")), ("nee", _("Nee, dat kan niet"))]
            begin = {True: "ja", False: "nee"}.get(dan.get("mag"))  # type: ignore[arg-type]
            self.fields["mag"] = forms.ChoiceField(
                label=_("De uitkomst"), choices=keuzes, initial=begin, widget=forms.RadioSelect
            )
            self.fields["reden"] = forms.CharField(
                label=_("Uitleg voor de inwoner"),
                initial=dan.get("reden", ""),
                required=False,
                max_length=500,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("Bij nee: waarom het niet kan."),
            )
        elif self.tabel.soort in _BEDRAGEN:
            naam, nul = _BEDRAGEN[self.tabel.soort]
            self.fields["bedrag"] = Bedragveld(label=_("Bedrag"), initial=dan.get(naam), help_text=nul)
            self.fields["eenheid"] = forms.CharField(
                label=_("Per wat"),
                initial=dan.get("eenheid", ""),
                required=False,
                max_length=40,
                help_text=_("Bijvoorbeeld: per jaar."),
            )
        else:
            self.fields["duur"] = Duurinvoer(
                label=_("Hoe lang"), initial=dan.get("duur", ""), help_text=_("Bijvoorbeeld: 8 weken.")
            )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("mag") == "nee" and not schoon.get("reden", "").strip():
            self.add_error("reden", _("Zeg waarom het niet kan."))
        for vraag in self.vragen:
            van, tot = (schoon.get(f"als_{vraag.naam}_{woord}") for woord in ("van", "tot_en_met"))
            if van is not None and tot is not None and van > tot:
                self.add_error(f"als_{vraag.naam}_tot_en_met", _("Deze grens ligt voor de andere."))
        return schoon

    def regel(self) -> dict[str, Any]:
        als = {vraag.naam: eis for vraag in self.vragen if (eis := self._eis(vraag))}
        return {"als": als, "dan": self._dan()}

    def _eis(self, vraag: Tabelvraag) -> dict[str, Any]:
        naam = f"als_{vraag.naam}"
        if vraag.soort == "ja_nee":
            gekozen = self.cleaned_data[naam]
            return {"is": gekozen == "ja"} if gekozen else {}
        if vraag.soort in MET_KEUZES:
            return {"een_van": self.cleaned_data[naam]} if self.cleaned_data[naam] else {}
        grenzen = {woord: self.cleaned_data[f"{naam}_{woord}"] for woord in ("van", "tot_en_met")}
        return {woord: naar_opslag(vraag.soort, grens) for woord, grens in grenzen.items() if grens is not None}

    def _dan(self) -> dict[str, Any]:
        schoon = self.cleaned_data
        if self.tabel.soort == "mag":
            reden = schoon["reden"].strip()
            return {"mag": schoon["mag"] == "ja"} | ({"reden": reden} if reden else {})
        if self.tabel.soort in _BEDRAGEN:
            eenheid = {"eenheid": schoon["eenheid"]} if schoon["eenheid"] else {}
            return {_BEDRAGEN[self.tabel.soort][0]: schoon["bedrag"]} | eenheid
        return {"duur": schoon["duur"]}


class Toelichtingformulier(forms.ModelForm):
    class Meta:
        model = Beslistabel
        fields = ("toelichting", "verzonnen_bedragen")
        labels = {
            "toelichting": _("Uitleg bij de uitkomst"),
            "verzonnen_bedragen": _("De bedragen zijn een voorbeeld"),
        }
        widgets = {"toelichting": forms.Textarea(attrs={"rows": 3})}


class Ingangformulier(forms.Form):
    vanaf = Datumveld(label=_("Geldt vanaf"))


class Voorbeeldformulier(forms.Form):
    """The name under which answers that were tried are kept."""

    voorbeeldnaam = forms.CharField(label=_("Naam van het voorbeeld"), max_length=80)
