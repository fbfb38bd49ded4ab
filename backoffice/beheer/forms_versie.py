"""The forms of a version itself, and of what it asks: chosen out of lists, in the words of who fills them in."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext_lazy as _

from autorisatie.rechten import RECHTEN
from autorisatie.zinnen import BETROUWBAARHEID
from backoffice.beheer.forms_vraag import MetKeuzes
from backoffice.beheer.onderdeelforms import Onderdeelformulier, veld_van
from catalogus import selectielijst
from catalogus.models import Bron, SoortGegeven, Termijnregime, Zaaktype


class Algemeenformulier(Onderdeelformulier):
    """The general part. What only counts with another answer is there when that was given."""

    betrouwbaarheid_minimaal = forms.TypedChoiceField(label=_("Hoe zeker moeten wij weten wie het is?"), coerce=int)
    selectielijst_procestype = forms.ChoiceField(
        label=_("Procestype in de Selectielijst"),
        required=False,
        help_text=_("De resultaten kiest u daarna uit dit procestype."),
    )

    class Meta:
        model = Zaaktype
        formfield_callback = veld_van
        fields = (
            "omschrijving",
            "doel",
            "aanleiding",
            "doel_inwoner",
            "wat_gebeurt_er",
            "toelichting",
            "publiekstermijn",
            "termijnregime",
            "doorlooptijd",
            "werkdagen",
            "uiterlijk_tijdstip",
            "termijn_vanaf",
            "servicenorm",
            "termijn_grondslag",
            "verlenging_mogelijk",
            "verlengingstermijn",
            "verlenging_aantal",
            "verlenging_grondslag",
            "opschorting_en_aanhouding_mogelijk",
            "opschortingsgronden",
            "dwangsom_mogelijk",
            "vertrouwelijkheidaanduiding",
            "betrouwbaarheid_minimaal",
            "anoniem_toegestaan",
            "bezwaar_mogelijk",
            "gescheiden_functies",
            "uitgeschakelde_handelingen",
            "toestemming_tekst",
            "bewaarreden",
            "selectielijst_procestype",
            "behandeld_door_extern",
            "extern_url",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: Any = self.fields
        velden["betrouwbaarheid_minimaal"].choices = [
            (0, _("Inloggen hoeft niet")),
            *((niveau, _("Inloggen op niveau %(wat)s") % {"wat": wat}) for niveau, wat in BETROUWBAARHEID.items()),
        ]
        self._procestypen(self.instance.selectielijst_procestype)
        for naam, (ander, waarde) in _BIJ_ANTWOORD.items():
            velden[naam].toon_als = json.dumps({"gegeven": ander, "is": waarde})
        velden["verlenging_aantal"].required = velden["termijn_vanaf"].required = False
        velden["uiterlijk_tijdstip"].widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        velden["uiterlijk_tijdstip"].label = _("Uiterlijk hoe laat op de laatste dag?")
        velden["dwangsom_mogelijk"].label = _("De gemeente betaalt als zij te laat besluit (dwangsom)")
        self.stond_uit = list(self.instance.uitgeschakelde_handelingen)
        self.initial["uitgeschakelde_handelingen"] = [naam for naam in self.stond_uit if naam in UIT_TE_SCHAKELEN]
        velden["uitgeschakelde_handelingen"] = forms.MultipleChoiceField(
            label=_("Wat kan bij dit zaaktype niet?"),
            required=False,
            choices=[(naam, capfirst(str(RECHTEN[naam].label))) for naam in UIT_TE_SCHAKELEN],
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Wie de zaak behandelt, en wie haar aanvroeg, ziet die knoppen dan niet."),
        )

    def clean(self) -> dict[str, Any]:
        """What is not asked, is not kept."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if not schoon.get("verlenging_mogelijk"):
            schoon |= {"verlengingstermijn": "", "verlenging_aantal": 0, "verlenging_grondslag": ""}
        elif not schoon.get("verlenging_aantal"):
            self.add_error("verlenging_aantal", _("Vul in hoe vaak verlengen mag."))
        if not schoon.get("opschorting_en_aanhouding_mogelijk"):
            schoon["opschortingsgronden"] = []
        if schoon.get("termijnregime") != Termijnregime.WERKDAGEN:
            schoon["werkdagen"] = schoon["uiterlijk_tijdstip"] = None
        schoon["termijn_vanaf"] = schoon.get("termijn_vanaf") or Zaaktype._meta.get_field("termijn_vanaf").default
        gekozen = schoon.get("uitgeschakelde_handelingen", [])
        schoon["uitgeschakelde_handelingen"] = _uit(gekozen, self.stond_uit)
        return schoon

    def _procestypen(self, nu: str) -> None:
        """Those of the newest list; what stands there now stays to be chosen."""
        veld: Any = self.fields["selectielijst_procestype"]
        rijen = [(selectielijst.adres_van_procestype(rij), str(rij)) for rij in selectielijst.procestypen()]
        if not rijen:
            veld.help_text = _("Er is nog geen Selectielijst geladen. Dat kan bij Beheer, Selectielijst.")
        bekend = selectielijst.procestype_bij(nu)
        if nu and nu not in dict(rijen):
            rijen.insert(0, (nu, str(bekend or nu)))
        veld.choices = [("", _("Nog niet gekozen")), *rijen]


_BIJ_ANTWOORD = {  # what is asked with this answer to another question only
    "verlengingstermijn": ("verlenging_mogelijk", "ja"),
    "verlenging_aantal": ("verlenging_mogelijk", "ja"),
    "verlenging_grondslag": ("verlenging_mogelijk", "ja"),
    "opschortingsgronden": ("opschorting_en_aanhouding_mogelijk", "ja"),
    "werkdagen": ("termijnregime", Termijnregime.WERKDAGEN.value),
    "uiterlijk_tijdstip": ("termijnregime", Termijnregime.WERKDAGEN.value),
}

UIT_TE_SCHAKELEN: dict[str, tuple[str, ...]] = {
    "aanvulling_vragen": (),
    "opschorten": ("hervatten",),
    "verlengen": (),
    "advies_vragen": (),
    "besluiten": ("besluit_voorstellen", "voorstel_terugsturen"),
    "afhandelen": (),
    "stoppen": (),
    "heropenen": (),
    "toestemming_vragen": ("toestemming_geven",),
    "taak_plaatsen": (),
    "document_toevoegen": (),
    "intrekken": (),
    "bezwaar_maken": (),
}
"""What a zaaktype may do without, and what is then off with it."""


def _uit(gekozen: Iterable[str], nu: Sequence[str]) -> list[str]:
    """The handelingen that are off: in the order in which they stood, and with those of files and other systems."""
    uit = [naam for keuze in gekozen for naam in (keuze, *UIT_TE_SCHAKELEN[keuze])]
    hier = {naam for keuze, mee in UIT_TE_SCHAKELEN.items() for naam in (keuze, *mee)}
    blijft = [naam for naam in nu if naam in uit or naam not in hier]
    return [*blijft, *(naam for naam in uit if naam not in blijft)]


VOORVULLINGEN = {
    Bron.BRP: {
        "brp.naam": _("de naam"),
        "brp.voorletters": _("de voorletters"),
        "brp.achternaam": _("de achternaam"),
        "brp.geboortedatum": _("de geboortedatum"),
        "brp.adres": _("het adres"),
    },
    Bron.KVK: {
        "kvk.naam": _("de naam van het bedrijf"),
        "kvk.nummer": _("het KvK-nummer"),
    },
    Bron.EIGEN: {
        "partij.naam": _("de naam"),
        "partij.email": _("het e-mailadres"),
        "partij.telefoon": _("het telefoonnummer"),
    },
}
"""What is known of who applies, by where it comes from: the paths that filling in follows (aanvragen/invullen)."""

_VOLGORDE = (
    *("label", "naam", "soort", "informatieobjecttype", "eenmalige_code", "verplicht", "hulptekst"),
    *("stap", "volgorde", "vraag", "woord", "antwoord", "toon_als"),
    *("doel", "grondslag", "definitie", "bron", "voorvulling", "corrigeerbaar", "correctie_uitleg"),
    *("gegevensgroep", "gevoeligheid"),
)


class Gegevenformulier(MetKeuzes):
    """A question: when it is there, where its answer is fetched, and why the municipality may know it."""

    kolom = "toon_als"
    naam = forms.RegexField(
        r"^[a-z][a-z0-9_]{0,19}$",
        label=_("Vaste naam"),
        required=False,
        help_text=_("Hieraan herkennen regels, brieven en andere systemen het antwoord. Leeg: wij maken er een."),
        error_messages={"invalid": _("Gebruik alleen kleine letters, cijfers en _, ten hoogste 20.")},
    )
    definitie = forms.CharField(
        label=_("Wat het antwoord precies betekent"),
        required=False,
        max_length=255,
        help_text=_("Leeg: de vraag zelf."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: Any = self.fields
        if self.enkel and self.instance.naam:  # a question does not wait for itself
            velden["vraag"].choices = [keuze for keuze in velden["vraag"].choices if keuze[0] != self.instance.naam]
        nu = self.instance.voorvulling
        groepen: list[Any] = [("", _("De aanvrager vult het zelf in"))]
        groepen += [(bron.label, list(paden.items())) for bron, paden in VOORVULLINGEN.items()]
        if nu and not any(nu in paden for paden in VOORVULLINGEN.values()):
            groepen.append((nu, nu))
        velden["voorvulling"] = forms.ChoiceField(label=_("Wij vullen het in met"), choices=groepen, required=False)
        velden["informatieobjecttype"].toon_als = json.dumps({"gegeven": "soort", "is": SoortGegeven.BESTAND.value})
        velden["eenmalige_code"].toon_als = json.dumps({"gegeven": "soort", "is": SoortGegeven.TEKST.value})
        for naam in ("corrigeerbaar", "correctie_uitleg"):
            velden[naam].toon_als = json.dumps({"gegeven": "voorvulling", "ingevuld": True})
        plaats = _VOLGORDE.index("verplicht")
        self.order_fields([*_VOLGORDE[:plaats], *self.blokken, *_VOLGORDE[plaats:]])

    def clean(self) -> dict[str, Any]:
        """What is not asked, is not kept; a name and a meaning follow from the question."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        vraag = schoon.get("label", "")
        schoon["naam"] = schoon.get("naam") or ("" if "naam" in self.errors else self._naam(vraag))
        schoon["definitie"] = schoon.get("definitie") or vraag
        if schoon.get("soort") != SoortGegeven.BESTAND:
            schoon["informatieobjecttype"] = None
        elif not schoon.get("informatieobjecttype"):
            self.add_error("informatieobjecttype", _("Kies welk soort document iemand stuurt."))
        if not schoon.get("voorvulling"):
            schoon |= {"corrigeerbaar": True, "correctie_uitleg": ""}
        return schoon

    def _naam(self, vraag: str) -> str:
        """A name out of the words of the question, that no other question of this version has."""
        woorden = re.sub(r"[^a-z0-9]+", "_", slugify(vraag)).strip("_0123456789")
        basis = woorden[:18].rstrip("_") or "gegeven"
        namen = (basis, *(f"{basis}{nummer}" for nummer in range(2, 100)))
        return next((naam for naam in namen if naam not in self.vragen), basis)
