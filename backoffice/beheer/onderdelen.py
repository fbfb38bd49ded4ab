"""What a zaaktype consists of, for the editor: one table of parts, each with its form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models

from catalogus.models import (
    Besluittype,
    Formulierstap,
    Functie,
    Gegeven,
    Informatieobjecttype,
    Opschortingsgrond,
    Resultaattype,
    Roltype,
    Statustype,
    Taaktype,
    Zaaktype,
    ZaaktypeBesluittype,
    ZaaktypeInformatieobjecttype,
)


@dataclass(frozen=True)
class Onderdeel:
    """A kind of part: its word in the address, its name, its model, the fields that an administrator writes."""

    sleutel: str
    naam: str
    enkelvoud: str
    model: type[models.Model]
    velden: Sequence[str]
    relatie: str

    def formulierklasse(self, versie: Zaaktype) -> type[forms.ModelForm]:
        """A ModelForm whose choices are limited to parts of this version."""
        klasse: type[forms.ModelForm] = forms.modelform_factory(self.model, form=_Basis, fields=self.velden)
        return type(f"{klasse.__name__}Van", (klasse,), {"versie": versie})


class _Basis(forms.ModelForm):
    versie: Zaaktype

    label_suffix = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, keuzes in _VINKJES.items():
            if naam in self.fields:
                self.fields[naam] = _vinkjes(self.fields[naam], keuzes)
        for naam, veld in self.fields.items():
            if isinstance(veld, forms.ModelChoiceField) and veld.queryset is not None:
                veld.queryset = self._keuze(veld.queryset.model)
            if naam in ("doel", "inleiding", "hulptekst", "omschrijving") and isinstance(veld.widget, forms.Textarea):
                veld.widget.attrs["rows"] = 3

    def _keuze(self, model: type[models.Model]) -> models.QuerySet[models.Model]:
        rijen = model._default_manager.all()
        return rijen.filter(zaaktype=self.versie) if "zaaktype" in {f.name for f in model._meta.fields} else rijen

    def validate_unique(self) -> None:
        """The zaaktype is no field of the form, so the database tells of duplicates (see the handeling)."""


_VINKJES = {  # columns that hold several of a few words
    "gescheiden_functies": Functie.choices,
    "opschortingsgronden": Opschortingsgrond.choices,
}


def _vinkjes(veld: forms.Field, keuzes: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=keuzes,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=veld.label,
        help_text=veld.help_text,
    )


ALGEMEEN = (
    "omschrijving",
    "doel",
    "aanleiding",
    "doel_inwoner",
    "wat_gebeurt_er",
    "toelichting",
    "publiekstermijn",
    "termijnregime",
    "doorlooptijd",
    "servicenorm",
    "termijn_grondslag",
    "verlenging_mogelijk",
    "verlengingstermijn",
    "verlenging_aantal",
    "verlenging_grondslag",
    "opschorting_en_aanhouding_mogelijk",
    "opschortingsgronden",
    "vertrouwelijkheidaanduiding",
    "betrouwbaarheid_minimaal",
    "anoniem_toegestaan",
    "bezwaar_mogelijk",
    "gescheiden_functies",
    "toestemming_tekst",
    "bewaarreden",
)


def algemeen_formulierklasse() -> type[forms.ModelForm]:
    """The form of the version itself."""
    klasse: type[forms.ModelForm] = forms.modelform_factory(Zaaktype, form=_Basis, fields=ALGEMEEN)
    return klasse


ONDERDELEN = {
    o.sleutel: o
    for o in (
        Onderdeel(
            "stappen",
            "Stappen van het formulier",
            "stap",
            Formulierstap,
            ("volgnummer", "titel", "inleiding"),
            "formulierstappen",
        ),
        Onderdeel(
            "gegevens",
            "Gegevens",
            "gegeven",
            Gegeven,
            (
                "naam",
                "label",
                "soort",
                "stap",
                "volgorde",
                "verplicht",
                "hulptekst",
                "keuzes",
                "toon_als",
                "voorvulling",
                "corrigeerbaar",
                "correctie_uitleg",
                "informatieobjecttype",
                "definitie",
                "doel",
                "grondslag",
                "bron",
                "gegevensgroep",
                "gevoeligheid",
            ),
            "gegevens",
        ),
        Onderdeel(
            "statustypen",
            "Statussen",
            "status",
            Statustype,
            (
                "volgnummer",
                "omschrijving",
                "naam_inwoner",
                "statustekst",
                "fase",
                "substap_van",
                "toon_als_stap",
                "informeren",
            ),
            "statustypen",
        ),
        Onderdeel(
            "taaktypen",
            "Taken",
            "taak",
            Taaktype,
            (
                "naam",
                "omschrijving",
                "uitvoerder",
                "soort",
                "termijn",
                "blokkerend",
                "bij_statustype",
                "knoptekst",
                "elders_url",
                "informatieobjecttype",
            ),
            "taaktypen",
        ),
        Onderdeel(
            "besluiten",
            "Besluiten",
            "besluitmoment",
            ZaaktypeBesluittype,
            (
                "volgorde",
                "besluittype",
                "rondt_zaak_af",
                "beslistermijn",
                "termijn_grondslag",
                "geeft_product",
                "product_geldigheid",
                "product_herinnering",
                "product_controle",
                "product_controletijd",
                "bezwaar",
            ),
            "besluitmomenten",
        ),
        Onderdeel(
            "resultaten",
            "Resultaten",
            "resultaat",
            Resultaattype,
            (
                "omschrijving",
                "naam_inwoner",
                "uitkomst",
                "selectielijstklasse",
                "archiefnominatie",
                "archiefactietermijn",
                "brondatum_afleidingswijze",
                "toelichting",
            ),
            "resultaattypen",
        ),
        Onderdeel(
            "rollen",
            "Rollen",
            "rol",
            Roltype,
            (
                "omschrijving",
                "omschrijving_generiek",
                "naam_inwoner",
                "ziet_zaak",
                "toestemming_vereist",
                "toestemming_tekst",
            ),
            "roltypen",
        ),
        Onderdeel(
            "documenten",
            "Documenten",
            "documenttype",
            ZaaktypeInformatieobjecttype,
            ("volgnummer", "informatieobjecttype", "richting", "inwoner_mag_toevoegen", "inwoner_mag_zien"),
            "zaaktypeinformatieobjecttypen",
        ),
    )
}
GEDEELD = (Besluittype, Informatieobjecttype)  # belong to the catalogue, not to one zaaktype
