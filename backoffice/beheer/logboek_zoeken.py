"""What is looked for in the logbook: a form, the question to the log that it makes, and whom that question is about."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from autorisatie.actor import Medewerker
from autorisatie.logboekzoeken import Zoekvraag
from autorisatie.models import Gebruiker, Partij, Uitkomst
from autorisatie.versleuteling import zoekwaarde
from mijnzaken.zaken.opvallend import zaak_met_nummer

_DATUM = {"type": "date"}


class Zoekformulier(forms.Form):
    """Everything is optional. A number of a person never stands here: it is posted (:class:`Persoonformulier`)."""

    medewerker = forms.CharField(label=gettext_lazy("Medewerker (gebruikersnaam)"), required=False, max_length=150)
    zaaknummer = forms.CharField(label=gettext_lazy("Zaaknummer"), required=False, max_length=12)
    object = forms.UUIDField(label=gettext_lazy("Kenmerk (uuid)"), required=False)
    handeling = forms.CharField(label=gettext_lazy("Handeling"), required=False, max_length=60)
    doel = forms.CharField(label=gettext_lazy("Doel, precies zoals het er staat"), required=False, max_length=255)
    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Uitkomst"), required=False, choices=[("", gettext_lazy("Alle")), *Uitkomst.choices]
    )
    van = forms.DateField(label=gettext_lazy("Vanaf"), required=False, widget=forms.DateInput(attrs=_DATUM))
    tot = forms.DateField(label=gettext_lazy("Tot en met"), required=False, widget=forms.DateInput(attrs=_DATUM))
    inwoner = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", _("De laatste dag ligt voor de eerste. Kies een latere dag."))
        return gegevens

    def clean_medewerker(self) -> Gebruiker | None:
        naam = self.cleaned_data["medewerker"].strip()
        gevonden = Gebruiker.objects.filter(gebruikersnaam=naam).first() if naam else None
        if naam and gevonden is None:
            raise forms.ValidationError(_("Deze medewerker kennen wij niet. Vul de gebruikersnaam in."))
        return gevonden


class Persoonformulier(forms.Form):
    """A resident or an organisation by number. Posted, so that the number stands in no address and no log."""

    nummer = forms.CharField(
        label=gettext_lazy("BSN of KvK-nummer"),
        max_length=9,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, actor: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor

    def clean_nummer(self) -> Partij:
        partij = vind_partij(self.actor, self.cleaned_data["nummer"])
        if partij is None:
            raise forms.ValidationError(_("Wij vinden niemand met dit nummer. Controleer het nummer."))
        return partij


def vind_partij(actor: Medewerker, nummer: str) -> Partij | None:
    """The person with this BSN or organisation with this KvK number; nobody of the own circle (Awb 2:4)."""
    nummer = nummer.strip()
    if not (nummer.isascii() and nummer.isdigit() and len(nummer) in (8, 9)):
        return None
    rijen = Partij.objects.systeem("wie het logboek of een onderzoek zoekt").exclude(pk__in=actor.uitgesloten_partijen)
    if len(nummer) == 9:
        return rijen.filter(bsn_zoekwaarde=zoekwaarde(nummer)).first()  # type: ignore[no-any-return]
    return rijen.filter(kvk_nummer=nummer, vestigingsnummer="").first()  # type: ignore[no-any-return]


def partij_van(actor: Medewerker, uuid: Any) -> Partij | None:
    """The person whom an address names by our own identity."""
    rijen = Partij.objects.systeem("wie het logboek of een onderzoek zoekt").exclude(pk__in=actor.uitgesloten_partijen)
    return rijen.filter(uuid=uuid).first()  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Gezocht:
    """The question, whose data it is about, what the log writes down of it, and what no line can fit."""

    vraag: Zoekvraag
    betrokkenen: list[int] = field(default_factory=list)
    in_woorden: dict[str, str] = field(default_factory=dict)
    onmogelijk: bool = False
    partij: Partij | None = None


def lees(actor: Medewerker, gegevens: dict[str, Any], na: Any = None) -> Gezocht:
    """What the form asks, with the zaak and the person looked up. What does not exist finds nothing."""
    partij = partij_van(actor, gegevens["inwoner"]) if gegevens.get("inwoner") else None
    zaak = zaak_met_nummer(gegevens["zaaknummer"].strip()) if gegevens.get("zaaknummer") else None
    medewerker: Gebruiker | None = gegevens.get("medewerker") or None
    namen = ("handeling", "doel", "uitkomst", "zaaknummer", "object", "van", "tot")
    in_woorden = {naam: str(gegevens[naam]) for naam in namen if gegevens.get(naam)}
    if medewerker is not None:
        in_woorden["medewerker"] = medewerker.gebruikersnaam
    if gegevens.get("inwoner"):
        in_woorden["inwoner"] = str(gegevens["inwoner"])
    return Gezocht(
        Zoekvraag(
            gebruiker=medewerker.pk if medewerker else None,
            partij=partij.pk if partij else None,
            zaak=zaak[0] if zaak else None,
            object=gegevens.get("object"),
            doel=(gegevens.get("doel") or "").strip(),
            handeling=(gegevens.get("handeling") or "").strip().replace(" ", "_"),
            uitkomst=gegevens.get("uitkomst") or "",
            van=gegevens.get("van"),
            tot=gegevens.get("tot"),
            na=na,
        ),
        betrokkenen=[partij.pk] if partij else list(zaak[1]) if zaak else [],
        in_woorden=in_woorden,
        onmogelijk=bool((gegevens.get("zaaknummer") and zaak is None) or (gegevens.get("inwoner") and partij is None)),
        partij=partij,
    )
