"""The choices of a question in its form: one block each, so that nobody types how they are kept."""

import json
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from backoffice.beheer.onderdeelforms import MetVoorwaarde
from catalogus.keuzes import MET_KEUZES
from catalogus.models.jsonvormen import controleer_keuzes

ERBIJ = 2  # empty blocks at the end
_DELEN = ("label", "label_en", "hulp", "waarde", "tot", "plaats")


class Keuzeinvoer(forms.MultiWidget):
    labels = (
        _("Antwoord"),
        _("Antwoord in het Engels"),
        _("Uitleg"),
        _("Vaste waarde"),
        _("Vervalt op"),
        _("Plaats"),
    )
    half, breed = (0, 1), (2,)

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        delen: dict[str, forms.Widget | type[forms.Widget]] = {naam: forms.TextInput() for naam in _DELEN}
        delen["tot"] = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        delen["plaats"] = forms.TextInput({"inputmode": "numeric", "size": 4})
        super().__init__(delen, attrs)

    def decompress(self, value: Any) -> list[Any]:
        return [value.get(naam, "") for naam in _DELEN] if value else [""] * len(_DELEN)


class Keuzeveld(forms.MultiValueField):
    """One choice; nothing when its answer is empty. Without a fixed value it is the answer itself."""

    widget = Keuzeinvoer

    def __init__(self, **kwargs: Any) -> None:
        velden: list[forms.Field] = [forms.CharField(max_length=200, required=False) for _naam in _DELEN[:3]]
        velden += [
            forms.CharField(max_length=100, required=False),
            forms.DateField(required=False),
            forms.IntegerField(min_value=1, max_value=999, required=False),
        ]
        super().__init__(velden, require_all_fields=False, required=False, **kwargs)

    def compress(self, data_list: list[Any]) -> dict[str, Any]:
        keuze = {naam: deel for naam, deel in zip(_DELEN, data_list, strict=False) if deel not in (None, "")}
        if not keuze.get("label"):
            if set(keuze) - {"plaats"}:
                raise ValidationError(_("Schrijf het antwoord op."))
            return {}
        keuze.setdefault("waarde", keuze["label"][:100])
        if isinstance(keuze.get("tot"), date):
            keuze["tot"] = keuze["tot"].isoformat()
        return keuze


class MetKeuzes(MetVoorwaarde):
    """A question with its choices, one block each, in the order of their places."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nu = list(self.instance.keuzes)
        self.blokken = [f"keuze_{nummer}" for nummer in range(1, len(nu) + ERBIJ + 1)]
        for nummer, naam in enumerate(self.blokken, start=1):
            veld: Any = Keuzeveld(label=_("Keuze %(nummer)d") % {"nummer": nummer})
            veld.optioneel = False  # which of them must be there is said once, by the error
            veld.toon_als = json.dumps({"gegeven": "soort", "een_van": MET_KEUZES})
            self.fields[naam] = veld
            if nummer <= len(nu):
                self.initial[naam] = nu[nummer - 1] | {"plaats": nummer}

    def clean(self) -> dict[str, Any]:
        """The blocks become the column; a question of another kind has none."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        gevuld = [keuze for naam in self.blokken if (keuze := schoon.pop(naam, None))]
        gevuld.sort(key=lambda keuze: keuze.pop("plaats", 1000))
        met_keuzes = schoon.get("soort") in MET_KEUZES
        schoon["keuzes"] = gevuld if met_keuzes else []
        if met_keuzes and not any(naam in self.errors for naam in self.blokken):
            try:
                if not gevuld:
                    raise ValidationError(_("Schrijf ten minste een antwoord op."))
                controleer_keuzes(gevuld)
            except ValidationError as fout:
                self.add_error(self.blokken[0], fout)
        return schoon
