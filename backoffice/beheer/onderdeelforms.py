"""The forms of the parts of a zaaktype: one for all of them, and what some ask in another way."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from autorisatie.models import Rol
from catalogus.formulieren.velden import Bedragveld
from catalogus.models import Besluittype, Functie, Opschortingsgrond, Zaaktype


class Onderdeelformulier(forms.ModelForm):
    """The choices of a reference are limited to parts of this version."""

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


class Mandaatformulier(Onderdeelformulier):
    """A role out of the list, and an amount in euros."""

    rol = forms.ChoiceField(label=_("Wie mag besluiten"))
    tot_bedrag = Bedragveld(label=_("Tot en met welk bedrag"), required=False, help_text=_("Leeg: elk bedrag."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rol"].choices = rolkeuzes(self.initial.get("rol", ""))  # type: ignore[attr-defined]
        besluit: Any = self.fields["besluittype"]
        besluit.label, besluit.empty_label = _("Welk besluit"), _("Kies een besluit")
        besluit.queryset = Besluittype.objects.filter(besluitmomenten__zaaktype=self.versie)


def rolkeuzes(nu: str) -> list[tuple[str, str]]:
    """The roles of staff by name; what stands there now stays to be seen, also when there is no such role."""
    rollen = [("", str(_("Kies een rol")))]
    rollen += Rol.objects.filter(voor_medewerkers=True).order_by("naam").values_list("code", "naam")
    if nu and nu not in dict(rollen):
        rollen.append((nu, nu))
    return rollen
