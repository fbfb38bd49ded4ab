"""Forms of registering an application for somebody: who, when, how."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice.behandeling.forms import dagveld
from catalogus import klok
from mijnzaken.zaken.models import Kanaal

_ZOEKVELDEN = {  # soort: its fields, and the names under which the search takes them
    "naam_geboortedatum": {"achternaam": "achternaam", "geboortedatum": "geboortedatum"},
    "adres": {"postcode": "postcode", "huisnummer": "huisnummer"},
    "telefoon": {"telefoon": "nummer"},
    "email": {"email": "adres"},
    "bsn": {"bsn": "bsn"},
    "kvk": {"kvk": "nummer"},
}


class Zoekpersoon(forms.Form):
    """Find the applicant by an exact match."""

    soort = forms.ChoiceField(
        label=_("Zoeken op"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            ("naam_geboortedatum", _("Achternaam en geboortedatum")),
            ("adres", _("Postcode en huisnummer")),
            ("telefoon", _("Telefoonnummer")),
            ("email", _("E-mailadres")),
            ("bsn", _("BSN")),
            ("kvk", _("KvK-nummer")),
        ],
    )
    achternaam = forms.CharField(label=_("Achternaam"), max_length=200, required=False)
    geboortedatum = dagveld(label=_("Geboortedatum"), required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=7, required=False)
    huisnummer = forms.IntegerField(label=_("Huisnummer"), min_value=1, max_value=99999, required=False)
    telefoon = forms.CharField(label=_("Telefoonnummer"), max_length=20, required=False)
    email = forms.CharField(label=_("E-mailadres"), max_length=254, required=False)
    bsn = forms.CharField(label=_("BSN"), max_length=11, required=False)
    kvk = forms.CharField(label=_("KvK-nummer"), max_length=10, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="zoek", label_suffix="", use_required_attribute=False)
        self.initial["soort"] = "naam_geboortedatum"
        for soort, velden in _ZOEKVELDEN.items():
            for naam in velden:
                self.fields[naam].toon_als = json.dumps({"gegeven": "zoek-soort", "is": soort})  # type: ignore[attr-defined]
                self.fields[naam].widget.attrs["autocomplete"] = "off"

    def gezocht(self) -> dict[str, Any]:
        """The arguments of the search."""
        soort = self.cleaned_data.get("soort") or "naam_geboortedatum"
        velden = _ZOEKVELDEN[soort]
        return {"soort": soort, **{als: self.cleaned_data.get(naam) for naam, als in velden.items()}}

    def zet_fouten(self, fouten: dict[str, str]) -> None:
        """Messages of the search, at the fields of this form."""
        velden = {
            als: naam for naam, als in _ZOEKVELDEN[self.cleaned_data.get("soort") or "naam_geboortedatum"].items()
        }
        for naam, melding in fouten.items():
            self.add_error(velden.get(naam), melding)


class Ontvangst(forms.Form):
    """When and how the application came in."""

    ontvangen_op = dagveld(
        label=_("Ontvangen op"),
        help_text=_("De dag waarop de aanvraag bij de gemeente binnenkwam. Vanaf die dag loopt de termijn."),
    )
    kanaal = forms.ChoiceField(
        label=_("Hoe kwam de aanvraag binnen?"),
        widget=forms.RadioSelect,
        choices=[
            (Kanaal.PAPIER, _("Per brief")),
            (Kanaal.BALIE, _("Aan de balie")),
            (Kanaal.TELEFOON, _("Per telefoon")),
            (Kanaal.EMAIL, _("Per e-mail")),
        ],
    )
    omschrijving = forms.CharField(
        label=_("Waar gaat het over?"),
        max_length=80,
        required=False,
        help_text=_("Bijvoorbeeld het adres. Dit staat in de lijsten."),
    )
    toelichting = forms.CharField(
        label=_("Toelichting voor collega's"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)
        self.initial["ontvangen_op"] = klok.vandaag()

    def clean_ontvangen_op(self) -> Any:
        dag = self.cleaned_data["ontvangen_op"]
        if dag > klok.vandaag():
            raise forms.ValidationError(_("De dag van ontvangst kan niet in de toekomst liggen."))
        if dag.year < 2000:
            raise forms.ValidationError(_("Kijk of het jaar klopt."))
        return dag
