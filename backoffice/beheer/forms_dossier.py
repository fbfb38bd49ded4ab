"""Forms of the aansluitdossier. What doesn't fit is said by the handeling, at the field."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogus import klok
from catalogus.dossier.patronen import Patroon
from catalogus.dossier.predpia import VRAGEN
from catalogus.models import Aansluitdossier, Dossierstap, SoortDossierstap, Verwerker

GELDIG = timedelta(days=3 * 365)
"""What a sign-off is offered to hold: a DPIA is looked at again every three years (WP 248 rev.01, III.D)."""


class _Dag(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class _Modelformulier(forms.ModelForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            if isinstance(veld.widget, forms.Textarea):
                veld.widget.attrs["rows"] = 3

    def validate_unique(self) -> None:
        """The dossier is no field of the form, so the handeling tells of duplicates."""

    def validate_constraints(self) -> None:
        """As above."""


class Rollenformulier(_Modelformulier):
    class Meta:
        model = Aansluitdossier
        fields = (
            "opdrachtgever",
            "opdrachtgever_plicht",
            "proceseigenaar_plicht",
            "functioneel_beheer",
            "functioneel_beheer_plicht",
            "technisch_beheer",
            "technisch_beheer_plicht",
        )
        labels = {
            "opdrachtgever": _("Opdrachtgever"),
            "opdrachtgever_plicht": _("Wat de opdrachtgever doet"),
            "proceseigenaar_plicht": _("Wat de proceseigenaar doet"),
            "functioneel_beheer": _("Functioneel beheer"),
            "functioneel_beheer_plicht": _("Wat functioneel beheer doet"),
            "technisch_beheer": _("Technisch beheer"),
            "technisch_beheer_plicht": _("Wat technisch beheer doet"),
        }
        help_texts = {
            "opdrachtgever": _("Een functie, geen naam."),
            "functioneel_beheer": _("Een functie of een afdeling."),
            "technisch_beheer": _("Een functie of een afdeling."),
        }


class Verwerkerformulier(_Modelformulier):
    class Meta:
        model = Verwerker
        fields = ("naam", "taak", "overeenkomst", "overeenkomst_van", "overeenkomst_tot", "gestopt_op", "doorgifte")
        widgets = {"overeenkomst_van": _Dag(), "overeenkomst_tot": _Dag(), "gestopt_op": _Dag()}
        labels = {
            "taak": _("Wat deze partij doet en moet nakomen"),
            "overeenkomst": _("Kenmerk van de verwerkersovereenkomst"),
            "overeenkomst_van": _("De overeenkomst geldt vanaf"),
            "overeenkomst_tot": _("De overeenkomst geldt tot"),
            "gestopt_op": _("Werkt niet meer met de gegevens vanaf"),
            "doorgifte": _("Doorgifte buiten Europa"),
        }
        help_texts = {
            "overeenkomst_tot": _("De eerste dag zonder overeenkomst. Leeg: zonder einde."),
            "doorgifte": _("Naar welk land, en met welke waarborg. Leeg: de gegevens blijven binnen de EER."),
        }


class Stapformulier(_Modelformulier):
    """One step; of the pre-DPIA with its questions."""

    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Dossierstap
        fields = ("eigenaar", "bevindingen", "maatregelen", "patronen", "documenten")
        labels = {
            "eigenaar": _("Eigenaar van deze stap"),
            "patronen": _("Privacypatronen die u gebruikt"),
            "documenten": _("Documenten"),
        }
        help_texts = {
            "eigenaar": _("Een functie, geen naam."),
            "bevindingen": _("Wat u onderzocht en wat daaruit kwam."),
            "maatregelen": _("Wat u daaraan doet, en wanneer dat klaar is."),
            "documenten": _("Waar de stukken staan: een op elke regel."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["patronen"] = forms.MultipleChoiceField(
            choices=Patroon.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            label=self.fields["patronen"].label,
        )
        rij: Dossierstap = self.instance
        self.initial["gezien"] = rij.gewijzigd_op.isoformat() if rij.pk else ""
        self.vragen = VRAGEN if rij.stap == SoortDossierstap.PRE_DPIA else {}
        for naam, vraag in self.vragen.items():
            antwoord = rij.antwoorden.get(naam)
            self.fields[f"vraag_{naam}"] = forms.ChoiceField(
                label=str(vraag),
                required=False,
                choices=[("ja", _("Ja")), ("nee", _("Nee"))],
                widget=forms.RadioSelect,
                initial="" if antwoord is None else "ja" if antwoord else "nee",
            )
        self.order_fields([*(f"vraag_{naam}" for naam in self.vragen), *self.Meta.fields, "gezien"])

    @property
    def waarden(self) -> dict[str, Any]:
        """What the handeling keeps: the fields, and the answers to what was answered."""
        schoon = self.cleaned_data
        antwoorden = {n: schoon[f"vraag_{n}"] == "ja" for n in self.vragen if schoon.get(f"vraag_{n}")}
        return {naam: schoon[naam] for naam in self.Meta.fields} | ({"antwoorden": antwoorden} if self.vragen else {})


class Akkoordformulier(forms.Form):
    geldig_tot = forms.DateField(
        label=_("Geldig tot"),
        help_text=_("De eerste dag waarop het niet meer geldt."),
        widget=_Dag,
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag die bestaat.")},
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, gezien: str = "") -> None:
        begin = {"geldig_tot": klok.vandaag() + GELDIG, "gezien": gezien}
        super().__init__(data, initial=begin, label_suffix="", use_required_attribute=False)


class Intrekformulier(forms.Form):
    reden = forms.CharField(
        label=_("Waarom trekt u het akkoord in?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)
