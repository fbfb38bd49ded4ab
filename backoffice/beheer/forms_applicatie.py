"""Forms about other systems. What doesn't fit is said by the handeling, at the field."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from autorisatie import scopelijst
from autorisatie.models import Component, Toegangsvoorstel
from backoffice.beheer.forms_toekenning import Doeformulier
from catalogus.models import Besluittype, Informatieobjecttype, Proces
from catalogus.vertrouwelijkheid import Vertrouwelijkheid
from mijnzaken.inrichting.applicaties import OVERLAP_HOOGSTENS
from mijnzaken.inrichting.toegangsvoorstel import Algemeen

OVERLAP = 7  # days, as the form begins


def _waarom(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=500,
        help_text=_("Wie het voorstel goedkeurt, leest dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )


def _label() -> forms.CharField:
    return forms.CharField(
        label=_("Hoe heet het systeem?"),
        max_length=100,
        help_text=_("Inwoners lezen deze naam als het systeem hun gegevens bekijkt."),
        error_messages={"required": _("Vul in hoe dit systeem heet.")},
    )


class Nieuwformulier(Doeformulier):
    label = _label()
    client_id = forms.CharField(
        label=_("Client-id"),
        max_length=50,
        help_text=_("De naam waarmee het systeem zich meldt. Die verandert later niet meer."),
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9][A-Za-z0-9._-]*$", _("Gebruik letters, cijfers, punt, streepje of liggend streepje.")
            )
        ],
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Vul een client-id in.")},
    )


class Algemeenformulier(Doeformulier):
    label = _label()
    heeft_alle_autorisaties = forms.BooleanField(
        label=_("Dit systeem mag alles"),
        required=False,
        help_text=_("Alle zaken, documenten en besluiten, hoe vertrouwelijk ook. Alleen wat is afgeschermd niet."),
    )
    alleen_gereed_voor_publicatie = forms.BooleanField(
        label=_("Van documenten alleen wat klaar is om te publiceren"), required=False
    )
    netwerken = forms.CharField(
        label=_("Vanaf welke adressen?"),
        required=False,
        max_length=2000,
        help_text=_("IP-adressen of reeksen, elk op een eigen regel, zoals 192.0.2.0/24. Leeg: vanaf elk adres."),
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
    )
    verzoeken_per_minuut = forms.IntegerField(
        label=_("Hoeveel verzoeken per minuut?"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=_("Leeg: het aantal dat voor elk systeem geldt."),
    )

    @classmethod
    def van(cls, voorstel: Toegangsvoorstel) -> "Algemeenformulier":
        return cls(
            initial={
                "label": voorstel.label,
                "heeft_alle_autorisaties": voorstel.heeft_alle_autorisaties,
                "alleen_gereed_voor_publicatie": voorstel.alleen_gereed_voor_publicatie,
                "netwerken": "\n".join(voorstel.netwerken),
                "verzoeken_per_minuut": voorstel.verzoeken_per_minuut,
            }
        )

    def algemeen(self) -> Algemeen:
        return Algemeen(**{**self.cleaned_data, "netwerken": self.cleaned_data["netwerken"].split()})


class Rechtformulier(Doeformulier):
    """Scopes of one API, and what they are about."""

    scopes = forms.MultipleChoiceField(
        label=_("Wat mag het systeem?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wat het systeem mag doen.")},
    )
    typen = forms.ModelMultipleChoiceField(
        Proces.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies waarover het gaat.")},
    )
    max_vertrouwelijkheid = forms.TypedChoiceField(
        label=_("Hoe vertrouwelijk mag het hoogstens zijn?"),
        choices=[("", _("Maak een keuze")), *Vertrouwelijkheid.choices],
        coerce=int,
        error_messages={"required": _("Kies hoe vertrouwelijk het hoogstens mag zijn.")},
    )

    def __init__(self, component: str, data: Any = None) -> None:
        super().__init__(data)
        self.fields["scopes"].choices = [  # type: ignore[attr-defined]
            (scope, f"{str(naam).capitalize()} ({scope})") for scope, naam in scopelijst.SCOPES[component].items()
        ]
        label, rijen = _TYPEN.get(component, ("", None))
        if rijen is None:
            del self.fields["typen"]
        else:
            self.fields["typen"].label = label
            self.fields["typen"].queryset = rijen.all()  # type: ignore[attr-defined]
        if component not in scopelijst.MET_VERTROUWELIJKHEID:
            del self.fields["max_vertrouwelijkheid"]


_TYPEN: dict[str, tuple[Any, Any]] = {
    Component.ZRC: (_("Voor welke zaaktypen?"), Proces.objects.order_by("naam")),
    Component.DRC: (_("Voor welke soorten documenten?"), Informatieobjecttype.objects.order_by("omschrijving")),
    Component.BRC: (_("Voor welke soorten besluiten?"), Besluittype.objects.order_by("omschrijving")),
}


class Indienformulier(Doeformulier):
    reden = _waarom(_("Waarom heeft dit systeem dit nodig?"))


class Geheimformulier(Doeformulier):
    overlap_dagen = forms.IntegerField(
        label=_("Hoeveel dagen blijft het oude geheim ook nog goed?"),
        min_value=0,
        max_value=OVERLAP_HOOGSTENS,
        initial=OVERLAP,
        help_text=_("In die tijd stapt het systeem over. Kies 0 als het oude geheim misschien is uitgelekt."),
        error_messages={"required": _("Vul een aantal dagen in.")},
    )
    reden = _waarom(_("Waarom komt er een nieuw geheim?"))


class Stopformulier(Doeformulier):
    reden = forms.CharField(
        label=_("Waarom stopt u dit systeem?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )


class Terugstuurformulier(Doeformulier):
    reden = forms.CharField(
        label=_("Waarom stuurt u het voorstel terug?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )
