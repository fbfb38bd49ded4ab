"""The assessment of one gegeven: what the process must be able to say of everything that it wants to know."""

from typing import Any

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.utils.translation import gettext_lazy as _

from backoffice.beheer.gezien import MetGezien
from catalogus.gegevensgebruik import KWALITEIT
from catalogus.models import Gegeven


class Beoordelingsformulier(MetGezien):
    use_required_attribute = False
    ontvangers = SimpleArrayField(  # a name may hold a comma
        forms.CharField(max_length=100, required=False),
        delimiter="\n",
        required=False,
        label=_("Aan wie geven wij het?"),
        help_text=_("Buiten de gemeente: een ontvanger op elke regel."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    class Meta:
        model = Gegeven
        fields = ("doel", "grondslag", "minder", "bron", "voorvulling", "ontvangers", "doelbinding", *KWALITEIT)
        labels = {
            "doel": _("Waarvoor is het nodig?"),
            "grondslag": _("Volgens welke regel mag het?"),
            "minder": _("Kan het met minder, of minder precies?"),
            "bron": _("Waar komt het vandaan?"),
            "voorvulling": _("Waar halen wij het op?"),
            "doelbinding": _("Hoe strikt is het doel?"),
            "juistheid": _("Hoe juist moet het zijn?"),
            "actualiteit": _("Hoe actueel moet het zijn?"),
            "vertrouwelijkheid": _("Hoe vertrouwelijk is het?"),
            "beschikbaarheid": _("Hoe erg is het als het er even niet is?"),
            "onweerlegbaarheid": _("Hoe erg is het als iemand het later ontkent?"),
        }
        help_texts = {
            "doel": _("Wat kan de gemeente niet zonder dit gegeven?"),
            "grondslag": _("De wet of de verordening, met het artikel."),
            "minder": _(
                "Bijvoorbeeld een geboortejaar in plaats van een datum. Schrijf op waarom het wel of niet kan."
            ),
            "bron": _("Staat het in een basisregistratie? Dan halen wij het op en vragen wij het niet."),
            "voorvulling": _("Het pad in de bron, bijvoorbeeld brp.naam. Leeg: de aanvrager vult het in."),
            "doelbinding": _("Mag de gemeente het ook voor iets anders gebruiken?"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for naam in ("doel", "minder"):
            self.fields[naam].widget.attrs["rows"] = 3

    def clean_ontvangers(self) -> list[str]:
        return [naam for naam in self.cleaned_data["ontvangers"] if naam]

    def validate_unique(self) -> None:
        """The zaaktype is no field of the form, and the name does not change."""

    def validate_constraints(self) -> None:
        """As above."""
