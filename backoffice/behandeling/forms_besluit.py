"""Forms about terms, decisions and other ends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice.behandeling.forms import LANG, Handelingformulier, dagveld, tekstvak
from catalogus.models import Informatieobjecttype, Opschortingsgrond, Resultaattype, Uitkomst, ZaaktypeBesluittype
from mijnzaken.zaken import termijn

_UITKOMSTEN = [
    (Uitkomst.TOEGEKEND, _("Toekennen")),
    (Uitkomst.GEDEELTELIJK, _("Voor een deel toekennen")),
    (Uitkomst.AFGEWEZEN, _("Afwijzen")),
    (Uitkomst.NIET_BEHANDELD, _("Niet behandelen")),
]


class AanvullingVragen(Handelingformulier):
    titel = forms.CharField(label=_("Wat moet de aanvrager sturen?"), max_length=200)
    omschrijving = forms.CharField(
        label=_("Uitleg voor de aanvrager"),
        max_length=LANG,
        required=False,
        widget=tekstvak(),
        help_text=_("Bijvoorbeeld waarom u het nodig hebt en welke bladzijden genoeg zijn."),
    )
    informatieobjecttype = forms.ModelChoiceField(
        Informatieobjecttype.objects.none(),
        label=_("Soort document"),
        required=False,
        empty_label=_("Geen bepaald soort"),
    )
    uiterlijk = dagveld(
        label=_("Tot en met welke dag heeft de aanvrager tijd?"),
        required=False,
        help_text=_("De termijn staat stil tot de aanvrager dit stuurt, ten hoogste tot en met deze dag."),
    )

    def richt_in(self) -> None:
        soorten = Informatieobjecttype.objects.filter(
            zaaktypeinformatieobjecttypen__zaaktype=self.zaaktype,
            zaaktypeinformatieobjecttypen__inwoner_mag_toevoegen=True,
        )
        self.fields["informatieobjecttype"].queryset = soorten.distinct()  # type: ignore[attr-defined]


class Opschorten(Handelingformulier):
    grond = forms.ChoiceField(label=_("Waarom staat de termijn stil?"), widget=forms.RadioSelect)
    reden = forms.CharField(
        label=_("Uitleg"), help_text=_("De aanvrager leest dit."), max_length=1000, widget=tekstvak()
    )
    uiterlijk = dagveld(
        label=_("Uiterlijk tot en met"), required=False, help_text=_("Laat leeg als u de laatste dag nog niet weet.")
    )

    def richt_in(self) -> None:
        keuzes = [(g.value, g.label.capitalize()) for g in Opschortingsgrond if g.value in gronden_van(self.zaaktype)]
        self.fields["grond"].choices = keuzes  # type: ignore[attr-defined]


def gronden_van(zaaktype: Any) -> list[str]:
    """On which grounds staff may suspend; a completion is asked, and suspends by itself."""
    return [g for g in zaaktype.opschortingsgronden if g != Opschortingsgrond.AANVULLING]


class Verlengen(Handelingformulier):
    reden = forms.CharField(
        label=_("Waarom duurt het langer?"), help_text=_("De aanvrager leest dit."), max_length=1000, widget=tekstvak()
    )
    weken = forms.IntegerField(label=_("Hoeveel weken langer?"), min_value=1, max_value=104)

    def richt_in(self) -> None:
        lopend = self.inzage.zaak.beslistermijnen.filter(voldaan_op=None).first()
        if lopend is not None and termijn.mag_verlengen(lopend):
            del self.fields["weken"]  # the law says how much

    def waarden(self) -> dict[str, Any]:
        weken = self.cleaned_data.get("weken")
        return {"reden": self.cleaned_data["reden"], "duur": f"P{weken}W" if weken else ""}


class BesluitVoorstellen(Handelingformulier):
    besluitmoment = forms.ModelChoiceField(
        ZaaktypeBesluittype.objects.none(), label=_("Welk besluit?"), empty_label=None
    )
    uitkomst = forms.ChoiceField(label=_("Wat stelt u voor?"), choices=_UITKOMSTEN, widget=forms.RadioSelect)
    motivering = forms.CharField(
        label=_("Waarom?"),
        max_length=LANG,
        widget=tekstvak(10),
        help_text=_("Dit komt in de brief. Schrijf aan de aanvrager: 'U krijgt de subsidie, omdat u …'"),
    )
    resultaattype = forms.ModelChoiceField(
        Resultaattype.objects.none(),
        label=_("Resultaat van de zaak"),
        required=False,
        empty_label=_("Dat past bij de uitkomst"),
    )
    bedrag = forms.DecimalField(
        label=_("Bedrag in euro"),
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        localize=True,
        help_text=_("Alleen als de aanvrager geld krijgt of moet betalen."),
    )
    ingangsdatum = dagveld(label=_("Geldt vanaf"), required=False, help_text=_("Leeg: vanaf de dag van het besluit."))
    vervaldatum = dagveld(
        label=_("Geldt tot en met"), required=False, help_text=_("Leeg: zo lang als het zaaktype zegt.")
    )

    def richt_in(self) -> None:
        momenten = self.zaaktype.besluitmomenten.select_related("besluittype").order_by("volgorde")
        veld = self.fields["besluitmoment"]
        veld.queryset = momenten  # type: ignore[attr-defined]
        veld.label_from_instance = lambda moment: moment.besluittype.omschrijving  # type: ignore[attr-defined]
        lopend = self.inzage.zaak.beslistermijnen.filter(voldaan_op=None).first()
        eerste = lopend.besluitmoment_id if lopend is not None and lopend.besluitmoment_id else momenten.first()
        self.initial["besluitmoment"] = eerste
        resultaten = self.zaaktype.resultaattypen.filter(uitkomst__in=[u for u, _naam in _UITKOMSTEN])
        self.fields["resultaattype"].queryset = resultaten  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        geantwoord: dict[str, Any] = super().clean() or self.cleaned_data
        resultaat = geantwoord.get("resultaattype")
        if resultaat is not None and geantwoord.get("uitkomst") and resultaat.uitkomst != geantwoord["uitkomst"]:
            self.add_error("resultaattype", _("Dit resultaat past niet bij wat u voorstelt."))
        return geantwoord

    def waarden(self) -> dict[str, Any]:
        waarden = super().waarden()
        bedrag = waarden["bedrag"]
        return {**waarden, "bedrag": None if bedrag is None else int(bedrag * 100)}


class Afhandelen(Handelingformulier):
    resultaattype = forms.ModelChoiceField(
        Resultaattype.objects.none(), label=_("Hoe is de zaak afgelopen?"), empty_label=None, widget=forms.RadioSelect
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        max_length=1000,
        required=False,
        widget=tekstvak(),
        help_text=_("De aanvrager leest dit."),
    )

    def richt_in(self) -> None:
        einden = [Uitkomst.INGETROKKEN, Uitkomst.AFGEBROKEN]
        self.fields["resultaattype"].queryset = self.zaaktype.resultaattypen.exclude(uitkomst__in=einden)  # type: ignore[attr-defined]
        self.fields["resultaattype"].label_from_instance = lambda soort: soort.omschrijving  # type: ignore[attr-defined]
