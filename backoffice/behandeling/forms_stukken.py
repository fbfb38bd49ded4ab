"""Forms about documents and about one value."""

from typing import Any

from django import forms
from django.utils.translation import gettext as vertaal
from django.utils.translation import gettext_lazy as _

from autorisatie.fouten import BestaatNiet
from backoffice.behandeling.forms import LANG, Handelingformulier, tekstvak
from backoffice.behandeling.forms_verdelen import Taakformulier
from catalogus.formulieren import maak_veld, naar_opslag, uit_opslag
from catalogus.models import Gegeven, Informatieobjecttype, SoortGegeven
from mijnzaken.zaken.documentrechten import toe_te_voegen


class MetBestanden:
    """The form also takes files: its page shows the upload, and the handeling gets their uploads."""


class DocumentToevoegen(MetBestanden, Handelingformulier):
    titel = forms.CharField(label=_("Naam van het document"), max_length=200)
    informatieobjecttype = forms.ModelChoiceField(
        Informatieobjecttype.objects.none(), label=_("Soort document"), empty_label=_("Kies een soort")
    )
    tonen = forms.BooleanField(
        label=_("De aanvrager mag dit document zien"),
        required=False,
        help_text=_("De aanvrager krijgt dan een bericht."),
    )

    def richt_in(self) -> None:
        mag = [soort.pk for soort in toe_te_voegen(self.actor, self.inzage.zaak)]
        self.fields["informatieobjecttype"].queryset = Informatieobjecttype.objects.filter(pk__in=mag)  # type: ignore[attr-defined]


class Aanvullen(MetBestanden, Taakformulier):
    """The applicant brought or posted what was asked."""

    antwoord = forms.CharField(
        label=_("Toelichting"),
        max_length=2000,
        required=False,
        widget=tekstvak(),
        help_text=_("Bijvoorbeeld: per post ontvangen. De termijn loopt weer vanaf vandaag."),
    )


class DocumentTonen(Handelingformulier):
    document_uuid = forms.UUIDField(widget=forms.HiddenInput, label=_("document"))
    tonen = forms.TypedChoiceField(
        label=_("Mag de aanvrager dit document zien?"),
        widget=forms.RadioSelect,
        choices=[
            ("ja", _("Ja, toon het document. De aanvrager krijgt een bericht.")),
            ("nee", _("Nee, verberg het document.")),
        ],
        coerce=lambda keuze: keuze == "ja",
    )

    def richt_in(self) -> None:
        self.initial["document_uuid"] = self.keuze.get("document", "")
        self.initial["tonen"] = self.keuze.get("tonen", "")


class GegevenWijzigen(Handelingformulier):
    """One value, named in the address, with the field of its kind."""

    reden = forms.CharField(
        label=_("Waarom wijzigt u dit?"),
        max_length=LANG,
        widget=tekstvak(3),
        help_text=_("De oude waarde blijft bewaard. Uw reden komt bij de notities."),
    )
    field_order = ["waarde", "reden"]

    def richt_in(self) -> None:
        gegeven = te_wijzigen(self.zaaktype).filter(naam=self.keuze.get("gegeven", "").replace("\x00", "")).first()
        if gegeven is None or not self.inzage.ziet(gegeven.gegevensgroep):
            raise BestaatNiet
        self.gegeven: Gegeven = gegeven
        veld = maak_veld(gegeven)
        veld.required = True
        self.fields["waarde"] = veld
        self.order_fields(self.field_order)
        nu = self.inzage.zaak.gegevenswaarden.filter(gegeven=gegeven, actueel=True).first()
        if nu is not None:
            self.initial["waarde"] = uit_opslag(gegeven.soort, nu.waarde)

    def clean(self) -> dict[str, Any]:
        geantwoord: dict[str, Any] = super().clean() or self.cleaned_data
        if "waarde" in geantwoord and geantwoord["waarde"] in (None, "", []):
            self.add_error("waarde", vertaal("Vul een waarde in."))
        return geantwoord

    def waarden(self) -> dict[str, Any]:
        waarde = naar_opslag(self.gegeven.soort, self.cleaned_data["waarde"])
        return {"naam": self.gegeven.naam, "waarde": waarde, "reden": self.cleaned_data["reden"]}


def te_wijzigen(zaaktype: Any) -> Any:
    """The gegevens that staff can fill in or change; a file is a document of the zaak."""
    return zaaktype.gegevens.exclude(soort=SoortGegeven.BESTAND).filter(eenmalige_code=False)
