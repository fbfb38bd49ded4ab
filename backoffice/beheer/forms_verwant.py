"""The form of a related zaaktype."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice.beheer.onderdeelforms import Onderdeelformulier
from backoffice.beheer.onderdeelwoorden import AARD
from catalogus.models import Proces


class Verwantformulier(Onderdeelformulier):
    """Another zaaktype of ours, or one that stands elsewhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: Any = self.fields
        velden["gerelateerd_proces"].label = _("Welk zaaktype")
        velden["gerelateerd_proces"].empty_label = _("Het staat ergens anders")
        velden["gerelateerd_proces"].queryset = Proces.objects.exclude(pk=self.versie.proces_id)
        velden["gerelateerd_url"].label = _("Adres van een zaaktype dat ergens anders staat")
        velden["gerelateerd_url"].toon_als = json.dumps({"gegeven": "gerelateerd_proces", "ingevuld": False})
        velden["aard_relatie"] = forms.ChoiceField(
            label=_("Wat heeft het ermee te maken?"), choices=[("", _("Kies wat past")), *AARD.items()]
        )

    def clean(self) -> dict[str, Any]:
        """One of the two; the address that a choice hides is not kept."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if schoon.get("gerelateerd_proces"):
            schoon["gerelateerd_url"] = ""
        elif not schoon.get("gerelateerd_url") and not self.errors:
            self.add_error("gerelateerd_proces", _("Kies een zaaktype, of vul het adres in."))
        elders = self.versie.gerelateerde_zaaktypen.exclude(pk=self.instance.pk)
        wat = {naam: schoon.get(naam) for naam in ("gerelateerd_proces", "gerelateerd_url", "aard_relatie")}
        if not self.errors and elders.filter(**wat).exists():
            self.add_error("gerelateerd_proces", _("Dit zaaktype staat er al, met hetzelfde verband."))
        return schoon
