"""The forms of the matrix: a line of a draft, why it is made, from when it holds, and a file."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from autorisatie import rechten
from autorisatie.matrix.blokken import MITS, Blok
from autorisatie.models import Gegevensgroep, Matrixregel, Niveau, OpenOfGesloten, Rol, Scope, alle_kanalen
from autorisatie.zinnen import BETROUWBAARHEID
from catalogus.kanaal import Kanaal
from catalogus.models import Dienst, Proces, Team
from catalogus.vertrouwelijkheid import Vertrouwelijkheid

WAAROP = {Scope.DIENST: "dienst", Scope.TEAM: "team", Scope.PROCES: "proces", Scope.PROCESGROEP: "procesgroep"}
NIETS = ""  # the line says nothing of this group


class Toelichting(forms.Form):
    label_suffix = ""
    toelichting = forms.CharField(
        label=gettext_lazy("Wat wilt u veranderen, en waarom?"),
        help_text=gettext_lazy("Wie goedkeurt en wie later terugkijkt, leest dit."),
        max_length=500,
        widget=forms.Textarea({"rows": 4}),
    )


class Inlezen(Toelichting):
    bestand = forms.FileField(
        label=gettext_lazy("Het bestand"),
        help_text=gettext_lazy("Een bestand dat u hier eerder opsloeg, eventueel door u gewijzigd."),
    )
    field_order = ("bestand", "toelichting")


class Terugsturen(forms.Form):
    label_suffix = ""
    reden = forms.CharField(
        label=gettext_lazy("Waarom stuurt u het ontwerp terug?"), max_length=500, widget=forms.Textarea({"rows": 4})
    )


class Nalopen(forms.Form):
    label_suffix = ""
    opmerking = forms.CharField(
        label=gettext_lazy("Wat hebt u nagelopen, en wat vond u?"),
        help_text=gettext_lazy("Klopt er iets niet? Schrijf dat op en maak daarna een ontwerp met de verbetering."),
        max_length=500,
        widget=forms.Textarea({"rows": 4}),
    )


class Goedkeuren(forms.Form):
    label_suffix = ""
    vanaf = forms.DateTimeField(
        label=gettext_lazy("Vanaf wanneer geldt deze versie?"),
        help_text=gettext_lazy("Laat dit leeg om haar direct te laten gelden."),
        required=False,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )


class Regelformulier(forms.Form):
    """One line of a draft: for whom, over which zaken, what is seen, what may be done, under which conditions."""

    label_suffix = ""
    rol = forms.ModelChoiceField(
        Rol.objects.none(),
        label=gettext_lazy("Voor welke rol?"),
        empty_label=gettext_lazy("Kies een rol"),
        error_messages={"required": gettext_lazy("Kies voor welke rol de regel geldt.")},
    )
    scope = forms.ChoiceField(label=gettext_lazy("Over welke zaken?"), choices=Scope.choices)
    dienst = forms.ModelChoiceField(Dienst.objects.none(), label=gettext_lazy("Welke dienst?"), required=False)
    team = forms.ModelChoiceField(Team.objects.none(), label=gettext_lazy("Welk team?"), required=False)
    proces = forms.ModelChoiceField(Proces.objects.none(), label=gettext_lazy("Welk zaaktype?"), required=False)
    procesgroep = forms.ChoiceField(label=gettext_lazy("Welke groep zaaktypen?"), required=False)
    open_of_gesloten = forms.ChoiceField(
        label=gettext_lazy("Open of gesloten zaken?"), choices=OpenOfGesloten.choices, widget=forms.RadioSelect
    )
    dagen_na_sluiting = forms.IntegerField(
        label=gettext_lazy("Hoeveel dagen na sluiting nog?"),
        help_text=gettext_lazy("Laat dit leeg als er geen grens is."),
        required=False,
        min_value=0,
        max_value=36500,
    )
    eigen_team = forms.BooleanField(label=gettext_lazy("Alleen zaken bij het eigen team"), required=False)
    aan_mij = forms.BooleanField(label=gettext_lazy("Alleen zaken die aan hemzelf zijn toegewezen"), required=False)
    max_vertrouwelijkheid = forms.TypedChoiceField(
        label=gettext_lazy("Hoe vertrouwelijk mag de zaak hoogstens zijn?"),
        choices=Vertrouwelijkheid.choices,
        coerce=int,
    )
    kanalen = forms.MultipleChoiceField(
        label=gettext_lazy("Langs welke wegen kwam de zaak binnen?"),
        help_text=gettext_lazy("Kruis alles aan als het niet uitmaakt."),
        choices=Kanaal.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies minstens één weg. Zonder weg geldt de regel voor niemand.")},
    )
    doel_verplicht = forms.BooleanField(
        label=gettext_lazy("Alleen als er een doel is opgegeven"),
        help_text=gettext_lazy("Een doel is er in een gesprek van 14 070 nadat is gecontroleerd wie er belt."),
        required=False,
    )
    betrouwbaarheid_minimaal = forms.TypedChoiceField(
        label=gettext_lazy("Hoe zeker moet het inloggen zijn?"),
        choices=[(0, gettext_lazy("maakt niet uit")), *BETROUWBAARHEID.items()],
        coerce=int,
        help_text=gettext_lazy("Alleen voor inwoners en organisaties. Medewerkers loggen altijd in met twee stappen."),
    )

    def __init__(self, data: Any = None, *, blok: Blok | None = None) -> None:
        self.kenmerk: UUID = blok.kenmerk if blok else uuid4()
        super().__init__(data, initial=_ingevuld(blok))
        velden: dict[str, Any] = self.fields
        velden["rol"].queryset = Rol.objects.order_by("-voor_medewerkers", "naam")
        for naam, model in (("dienst", Dienst), ("team", Team), ("proces", Proces)):
            velden[naam].queryset = model._default_manager.all()
        groepen = Proces.objects.order_by("groep").values_list("groep", flat=True).distinct()
        velden["procesgroep"].choices = [("", "---------"), *((g, g) for g in groepen)]
        for scope, naam in WAAROP.items():
            velden[naam].toon_als = json.dumps({"gegeven": "scope", "is": scope.value})
        for groep in Gegevensgroep:
            velden[f"niveau_{groep.value}"] = forms.TypedChoiceField(
                label=str(groep.label).capitalize(),
                choices=[(NIETS, _("staat niet in deze regel")), *Niveau.choices],
                coerce=int,
                empty_value=None,
                required=False,
                initial=self.initial.get(f"niveau_{groep.value}", NIETS),
            )
        for soort, namen in rechten.per_soort(rechten.RECHTEN):
            velden[f"mag_{soort.value}"] = forms.MultipleChoiceField(
                label=str(soort.label),
                choices=[(naam, rechten.label(naam)) for naam in namen],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                initial=[naam for naam in namen if blok and naam in blok.handelingen],
            )

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        scope = gegevens.get("scope")
        for soort, naam in WAAROP.items():
            if scope != soort.value:
                gegevens[naam] = "" if naam == "procesgroep" else None
            elif not gegevens.get(naam) and naam not in self.errors:
                self.add_error(naam, ValidationError(_("Kies waar de regel over gaat.")))
        return gegevens

    def blok(self) -> Blok:
        """The line as it was filled in."""
        gegevens = self.cleaned_data
        gedeeld = {naam: gegevens[naam] for naam in ("rol", "scope", *WAAROP.values(), *MITS)}
        niveaus = {g: gegevens[f"niveau_{g}"] for g in Gegevensgroep.values if gegevens[f"niveau_{g}"] is not None}
        mag = frozenset(naam for veld, namen in gegevens.items() if veld.startswith("mag_") for naam in namen)
        return Blok(self.kenmerk, Matrixregel(blok=self.kenmerk, **gedeeld), niveaus, mag)

    # -- the parts of the screen ---------------------------------------------------------------------------------------

    def wie_en_wat(self) -> list[BoundField]:
        return [self[naam] for naam in ("rol", "scope", *WAAROP.values())]

    def niveaus(self) -> list[BoundField]:
        return [self[f"niveau_{groep}"] for groep in Gegevensgroep.values]

    def handelingen(self) -> Iterator[tuple[BoundField, int]]:
        """Each group of rights, with how many are chosen."""
        for naam in self.fields:
            if naam.startswith("mag_"):
                yield self[naam], len(self[naam].value() or [])

    def voorwaarden(self) -> list[BoundField]:
        return [self[naam] for naam in MITS]


def _ingevuld(blok: Blok | None) -> dict[str, Any]:
    if blok is None:
        return {
            "scope": Scope.PROCES.value,
            "open_of_gesloten": OpenOfGesloten.ALLE.value,
            "max_vertrouwelijkheid": Vertrouwelijkheid.ZAAKVERTROUWELIJK.value,
            "kanalen": alle_kanalen(),
            "betrouwbaarheid_minimaal": 0,
        }
    return blok.gedeeld() | {f"niveau_{groep}": niveau for groep, niveau in blok.niveaus.items()}


class Waaromvraag(forms.Form):
    """Of whom and about which zaak. By POST only: an identifying number never stands in an address."""

    label_suffix = ""
    wie = forms.ChoiceField(
        label=gettext_lazy("Over wie gaat uw vraag?"),
        choices=[
            ("medewerker", gettext_lazy("Een medewerker")),
            ("inwoner", gettext_lazy("Een inwoner of organisatie")),
        ],
        widget=forms.RadioSelect,
        initial="medewerker",
    )
    gebruikersnaam = forms.CharField(label=gettext_lazy("Gebruikersnaam"), max_length=150, required=False)
    met_doel = forms.BooleanField(
        label=gettext_lazy("Alsof de medewerker een doel heeft opgegeven, zoals in een gesprek van 14 070"),
        required=False,
    )
    nummer = forms.CharField(
        label=gettext_lazy("BSN, KvK-nummer of vestigingsnummer"),
        max_length=20,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )
    betrouwbaarheid = forms.TypedChoiceField(
        label=gettext_lazy("Hoe zeker is er ingelogd?"),
        choices=list(BETROUWBAARHEID.items()),
        coerce=int,
        initial=3,
        required=False,
    )
    zaaknummer = forms.CharField(
        label=gettext_lazy("Zaaknummer"), help_text=gettext_lazy("Bijvoorbeeld 2026-0000123."), max_length=40
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, wie in (
            ("gebruikersnaam", "medewerker"),
            ("met_doel", "medewerker"),
            ("nummer", "inwoner"),
            ("betrouwbaarheid", "inwoner"),
        ):
            self.fields[naam].toon_als = json.dumps({"gegeven": "wie", "is": wie})  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        nodig = "nummer" if gegevens.get("wie") == "inwoner" else "gebruikersnaam"
        if not gegevens.get(nodig) and nodig not in self.errors:
            self.add_error(nodig, ValidationError(_("Vul in over wie uw vraag gaat.")))
        return gegevens
