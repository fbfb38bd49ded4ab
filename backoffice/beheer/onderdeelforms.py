"""The forms of the parts of a zaaktype: one for all of them, and what some ask in another way."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from autorisatie.models import Rol
from backoffice.beheer.gezien import MetGezien
from backoffice.beheer.productforms import Duurinvoer
from catalogus import klok, selectielijst
from catalogus.brondatum import HEEFT
from catalogus.formulieren.velden import Bedragveld
from catalogus.formulieren.voorwaardewoorden import VERGELIJKINGEN, als_getypt, is_enkel, lees_voorwaarde
from catalogus.models import (
    Archiefnominatie,
    Besluittype,
    Functie,
    Opschortingsgrond,
    Product,
    SoortGevolg,
    SoortTaak,
    Zaaktype,
)
from catalogus.models.velden import DuurVeld, GeldigheidModel

_PERIODE = _("Bijvoorbeeld: 8 weken.")


def veld_van(kolom: "models.Field[Any, Any]", **kwargs: Any) -> forms.Field | None:
    """The field of a form for a column; a period is typed as people write it."""
    if isinstance(kolom, DuurVeld):
        uitleg = f"{capfirst(str(kolom.help_text))}. {_PERIODE}" if kolom.help_text else _PERIODE
        return Duurinvoer(label=capfirst(str(kolom.verbose_name)), required=not kolom.blank, help_text=uitleg)
    if isinstance(kolom, models.URLField):
        kwargs["assume_scheme"] = "https"
    return kolom.formfield(**kwargs)


class Onderdeelformulier(MetGezien):
    """The choices of a reference are limited to parts of this version."""

    versie: Zaaktype

    label_suffix = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, keuzes in _VINKJES.items():
            if naam in self.fields:
                self.fields[naam] = _vinkjes(self.fields[naam], keuzes)
        if "naam_inwoner" in self.fields:
            self.fields["naam_inwoner"].help_text = _("Leeg: dezelfde naam.")
        for naam, veld in self.fields.items():
            veld.help_text = _zin(str(veld.help_text))
            if isinstance(veld, forms.ModelMultipleChoiceField):
                veld.widget = forms.CheckboxSelectMultiple()
            if isinstance(veld, forms.ModelChoiceField) and veld.queryset is not None:
                veld.queryset = self._keuze(veld.queryset.model)
            if naam in ("doel", "inleiding", "hulptekst", "omschrijving") and isinstance(veld.widget, forms.Textarea):
                veld.widget.attrs["rows"] = 3

    def _keuze(self, model: type[models.Model]) -> models.QuerySet[models.Model]:
        rijen = model._default_manager.all()
        if issubclass(model, GeldigheidModel):  # kinds that all zaaktypen share: not those of the past
            return rijen.exclude(einde_geldigheid__lte=klok.vandaag())
        return rijen.filter(zaaktype=self.versie) if "zaaktype" in {f.name for f in model._meta.fields} else rijen

    def validate_unique(self) -> None:
        """The zaaktype is no field of the form, so the database tells of duplicates (see the handeling)."""


def _zin(uitleg: str) -> str:
    """An explanation as a sentence: the columns of the models say theirs in a few words."""
    return capfirst(uitleg) + ("" if not uitleg or uitleg[-1] in ".?!" else ".")


_VINKJES = {  # columns that hold several of a few words
    "gescheiden_functies": Functie.choices,
    "opschortingsgronden": Opschortingsgrond.choices,
}


def _vinkjes(veld: forms.Field, keuzes: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=keuzes,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=veld.label,
        help_text=veld.help_text,
    )


class Mandaatformulier(Onderdeelformulier):
    """A role out of the list, and an amount in euros."""

    rol = forms.ChoiceField(label=_("Wie mag besluiten"))
    tot_bedrag = Bedragveld(label=_("Tot en met welk bedrag"), required=False, help_text=_("Leeg: elk bedrag."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rol"].choices = rolkeuzes(self.initial.get("rol", ""))  # type: ignore[attr-defined]
        besluit: Any = self.fields["besluittype"]
        besluit.label, besluit.empty_label = _("Welk besluit"), _("Kies een besluit")
        besluit.queryset = Besluittype.objects.filter(besluitmomenten__zaaktype=self.versie)


class MetVoorwaarde(Onderdeelformulier):
    """A condition over one answer, typed in three fields. One that combines several is written as it is stored."""

    kolom = "voorwaarde"
    vraag = forms.ChoiceField(label=_("Alleen bij een antwoord op"), required=False)
    woord = forms.ChoiceField(label=_("Vergelijking"), required=False, choices=list(VERGELIJKINGEN.items()))
    antwoord = forms.CharField(
        label=_("Antwoord"), required=False, max_length=200, help_text=_("Meer antwoorden: zet er komma's tussen.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vragen = {rij.naam: rij for rij in self.versie.gegevens.all()}
        nu = getattr(self.instance, self.kolom)
        self.enkel = is_enkel(nu)
        if not self.enkel:
            for naam in ("vraag", "woord", "antwoord"):
                del self.fields[naam]
            self.fields[self.kolom] = forms.JSONField(label=_("Voorwaarde"), required=False, initial=nu)
            return
        keuzes = [("", str(_("Altijd"))), *((rij.naam, rij.label) for rij in self.vragen.values())]
        self.fields["vraag"].choices = keuzes  # type: ignore[attr-defined]
        for naam in ("woord", "antwoord"):  # the browser hides them until a question is chosen
            self.fields[naam].toon_als = json.dumps({"gegeven": "vraag", "ingevuld": True})  # type: ignore[attr-defined]
        if nu and nu["gegeven"] in self.vragen:
            woord, antwoord = als_getypt(self.vragen[nu["gegeven"]], nu)
            self.initial.update(vraag=nu["gegeven"], woord=woord, antwoord=antwoord)

    def _post_clean(self) -> None:
        """The row as it was typed, for who only looks: the condition is no field of the form."""
        super()._post_clean()  # type: ignore[misc]
        if self.kolom in self.cleaned_data:
            setattr(self.instance, self.kolom, self.cleaned_data[self.kolom])

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.enkel:
            return schoon | {self.kolom: schoon.get(self.kolom) or {}}
        vraag, woord, antwoord = (schoon.pop(naam, "") for naam in ("vraag", "woord", "antwoord"))
        schoon[self.kolom] = {}
        if vraag:
            try:
                schoon[self.kolom] = lees_voorwaarde(self.vragen[vraag], woord or "is", antwoord)
            except ValidationError as fout:
                self.add_error("antwoord", fout)
        return schoon


class Taakformulier(MetVoorwaarde):
    """A task; the questions stand by one that asks for answers."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: Any = self.fields
        velden["gegevens"].widget = forms.CheckboxSelectMultiple(choices=velden["gegevens"].choices)
        velden["gegevens"].label = _("Welke vragen")
        velden["gegevens"].toon_als = json.dumps({"gegeven": "soort", "is": SoortTaak.FORMULIER.value})


class Gevolgformulier(Onderdeelformulier):
    """A completion that is asked names its ground by itself; documents are those that a resident may add."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: Any = self.fields
        velden["statustype"].label, velden["statustype"].empty_label = _("Bij welke status"), _("Kies een status")
        velden["soort"].label = _("Wat er gebeurt")
        velden["titel"].label, velden["uitleg"].label = _("Wat moet de aanvrager sturen?"), _("Uitleg of reden")
        velden["titel"].help_text = ""
        velden["uitleg"].widget = forms.Textarea(attrs={"rows": 3, "maxlength": 1000})
        velden["grond"] = forms.ChoiceField(
            label=_("Waarom staat de termijn stil?"),
            required=False,
            choices=[(g.value, g.label) for g in Opschortingsgrond if g != Opschortingsgrond.AANVULLING],
        )
        velden["informatieobjecttype"].label = _("Soort document")
        velden["informatieobjecttype"].empty_label = _("Geen bepaald soort")
        soorten = velden["informatieobjecttype"].queryset.filter(
            zaaktypeinformatieobjecttypen__zaaktype=self.versie,
            zaaktypeinformatieobjecttypen__inwoner_mag_toevoegen=True,
        )
        velden["informatieobjecttype"].queryset = soorten.distinct()
        for naam, soort in _BIJ_SOORT.items():
            velden[naam].toon_als = json.dumps({"gegeven": "soort", "is": soort.value})

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if schoon.get("soort") == SoortGevolg.AANVULLING:
            schoon["grond"] = Opschortingsgrond.AANVULLING
            for naam, melding in (("titel", _("Schrijf wat de aanvrager moet sturen.")), ("termijn", _TERMIJN_NODIG)):
                if not schoon.get(naam):
                    self.add_error(naam, melding)
        else:
            schoon["titel"], schoon["informatieobjecttype"] = "", None
            if not schoon.get("grond"):
                self.add_error("grond", _("Kies waarom de termijn stilstaat."))
        return schoon


_TERMIJN_NODIG = _("Vul in hoeveel tijd de aanvrager heeft. Zonder termijn is er geen stilstand.")
_BIJ_SOORT = {  # what is asked for one of the two only
    "grond": SoortGevolg.OPSCHORTING,
    "titel": SoortGevolg.AANVULLING,
    "informatieobjecttype": SoortGevolg.AANVULLING,
}


class Resultaatformulier(Onderdeelformulier):
    """A result of the Selectielijst out of the list, where it was loaded; what it says of the file is then filled in
    where the administrator leaves it open.
    """

    resultaat = forms.ChoiceField(
        label=_("Resultaat in de Selectielijst"),
        required=False,
        help_text=_("Bewaren of vernietigen, en hoe lang, komt dan uit de lijst als u het leeg laat."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, wijzen in HEEFT.items():
            voorwaarde = {"gegeven": "brondatum_afleidingswijze", "een_van": sorted(wijze.value for wijze in wijzen)}
            self.fields[f"brondatum_{naam}"].toon_als = json.dumps(voorwaarde)  # type: ignore[attr-defined]
        plaats = list(self.fields).index("selectielijstklasse")
        self.order_fields([*list(self.fields)[:plaats], "resultaat"])
        procestype = selectielijst.procestype_bij(self.versie.selectielijst_procestype)
        self.lijst = {str(rij.uuid): rij for rij in selectielijst.te_kiezen(procestype)}
        if not self.lijst:
            del self.fields["resultaat"]
            return
        del self.fields["selectielijstklasse"]
        groepen: dict[str, list[tuple[str, str]]] = {}
        for uuid, rij in self.lijst.items():
            groepen.setdefault(str(rij.procestype), []).append((uuid, str(rij)))
        self.fields["resultaat"].choices = [("", _("Kies een resultaat")), *groepen.items()]  # type: ignore[attr-defined]
        nu = selectielijst.resultaat_bij(self.instance.selectielijstklasse)
        if nu is not None and str(nu.uuid) in self.lijst:
            self.initial["resultaat"] = str(nu.uuid)
        else:
            self.fields["resultaat"].required = not self.instance.selectielijstklasse

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        for naam, wijzen in HEEFT.items():  # what is not asked, is not kept
            if schoon.get("brondatum_afleidingswijze") not in wijzen:
                schoon[f"brondatum_{naam}"] = ""
        gekozen = self.lijst.get(schoon.pop("resultaat", ""))
        if gekozen is None:
            return schoon
        schoon["selectielijstklasse"] = selectielijst.adres_van(gekozen)
        schoon["selectielijstnummer"] = gekozen.volledig_nummer[:10]
        schoon["archiefnominatie"] = schoon.get("archiefnominatie") or gekozen.waardering
        if schoon["archiefnominatie"] == Archiefnominatie.VERNIETIGEN:
            schoon["archiefactietermijn"] = schoon.get("archiefactietermijn") or gekozen.bewaartermijn
        return schoon


class Verdeelformulier(MetVoorwaarde):
    """To which team, for which of the products that this process serves."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team, product = self.fields["team"], self.fields["product"]
        team.label, team.empty_label = _("Naar welk team"), _("Kies een team")  # type: ignore[attr-defined]
        product.label, product.empty_label = _("Alleen bij product"), _("Elk product")  # type: ignore[attr-defined]
        gediend = Product.objects.filter(kruistabel__proces=self.versie.proces_id).distinct()
        product.queryset = gediend  # type: ignore[attr-defined]
        self.fields["postcode_van"].label = _("Alleen bij postcode van")
        self.fields["postcode_tot"].label = _("Postcode tot en met")


def rolkeuzes(nu: str) -> list[tuple[str, str]]:
    """The roles of staff by name; what stands there now stays to be seen, also when there is no such role."""
    rollen = [("", str(_("Kies een rol")))]
    rollen += Rol.objects.filter(voor_medewerkers=True).order_by("naam").values_list("code", "naam")
    if nu and nu not in dict(rollen):
        rollen.append((nu, nu))
    return rollen
