"""What a list is narrowed to. Every field is optional; one that makes no sense narrows nothing."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from autorisatie.models import Gebruiker
from catalogus import klok
from catalogus.models import Fase, Proces
from mijnzaken.zaken.lijst import Filter

BINNENKORT = 10  # days
IK, NIEMAND = "ik", "niemand"


class Zoekformulier(forms.Form):
    """Search over all zaken."""

    zoek = forms.CharField(label=gettext_lazy("Zoeken op nummer of naam"), required=False, max_length=100)
    zaaktype = forms.ChoiceField(label=gettext_lazy("Zaaktype"), required=False)
    status = forms.ChoiceField(label=gettext_lazy("Status"), required=False)
    sortering = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, processen: Iterable[Proces], alle_fasen: bool = True) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)
        self.fields["zoek"].widget.attrs["autocomplete"] = "off"
        self.fields["zaaktype"].choices = [  # type: ignore[attr-defined]
            ("", _("Alle zaaktypen")),
            *((p.identificatie, p.naam) for p in processen),
        ]
        fasen = [(f.value, f.label.capitalize()) for f in Fase if alle_fasen or f != Fase.AFGEROND]
        extra = [("open", _("Alle open zaken"))] if alle_fasen else []
        self.fields["status"].choices = [("", _("Alle statussen")), *extra, *fasen]  # type: ignore[attr-defined]

    def filter(self) -> Filter:
        """What was chosen; a value that does not fit is left out."""
        self.is_valid()
        waarden = getattr(self, "cleaned_data", {})
        status = waarden.get("status", "")
        return Filter(
            zoek=waarden.get("zoek", ""),
            processen=[waarden["zaaktype"]] if waarden.get("zaaktype") else [],
            fasen=[status] if status and status != "open" else [],
            open=True if status == "open" else None,
        )

    @property
    def is_gefilterd(self) -> bool:
        return any(waarde for naam, waarde in getattr(self, "cleaned_data", {}).items() if naam != "sortering")


class Werkvoorraadformulier(Zoekformulier):
    """The work list of one's teams: also by who handles it, and by tile."""

    behandelaar = forms.ChoiceField(label=gettext_lazy("Behandelaar"), required=False)
    tegel = forms.ChoiceField(
        required=False,
        widget=forms.HiddenInput,
        choices=[(t, t) for t in ("", "te_laat", "binnenkort", "niet_toegewezen", "nieuwe_stukken")],
    )
    field_order = ["zoek", "zaaktype", "behandelaar", "status"]

    def __init__(
        self,
        data: Any,
        *,
        processen: Iterable[Proces],
        leden: Iterable[Gebruiker],
        ik: Gebruiker,
        afwezigen: Iterable[Gebruiker] = (),
    ) -> None:
        super().__init__(data, processen=processen, alle_fasen=False)
        self._ik = ik
        self._afwezig = {str(afwezige.pk): afwezige for afwezige in afwezigen}
        self.fields["behandelaar"].choices = [  # type: ignore[attr-defined]
            ("", _("Het hele team")),
            (IK, _("Ik")),
            (NIEMAND, _("Niemand")),
            *((pk, _("Waarneming voor %(naam)s") % {"naam": mens.naam}) for pk, mens in self._afwezig.items()),
            *((str(lid.pk), lid.naam) for lid in leden if lid.pk != ik.pk and str(lid.pk) not in self._afwezig),
        ]

    def filter(self) -> Filter:
        gekozen = super().filter()
        gekozen.open = True
        behandelaar = self.cleaned_data.get("behandelaar", "")
        if behandelaar == NIEMAND:
            gekozen.niet_toegewezen = True
        elif behandelaar:
            gekozen.behandelaar = self._ik.pk if behandelaar == IK else int(behandelaar)
        return zet_tegel(gekozen, self.cleaned_data.get("tegel", ""))

    @property
    def waarneming_voor(self) -> Gebruiker | None:
        """The absent colleague whose zaken were asked for, of whatever team."""
        return self._afwezig.get(self.cleaned_data.get("behandelaar", ""))


def zet_tegel(filter_: Filter, tegel: str) -> Filter:
    """Narrow to what a tile counts."""
    match tegel:
        case "te_laat":
            filter_.te_laat = True
        case "binnenkort":
            filter_.uiterlijk_tot = klok.vandaag() + timedelta(days=BINNENKORT)
        case "niet_toegewezen":
            filter_.niet_toegewezen = True
        case "nieuwe_stukken":
            filter_.nieuwe_stukken = True
    return filter_
