"""What a zaaktype consists of, for the editor: one table of parts, each with its form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice.beheer.forms_document import DOCUMENTROLLEN, Documentformulier
from backoffice.beheer.forms_versie import Gegevenformulier
from backoffice.beheer.onderdeelforms import (
    Gevolgformulier,
    Mandaatformulier,
    Onderdeelformulier,
    Resultaatformulier,
    Taakformulier,
    Verdeelformulier,
    veld_van,
)
from backoffice.beheer.onderdeelwoorden import (
    Vragen,
    bij_berichttekst,
    bij_document,
    bij_gegeven,
    bij_gevolg,
    bij_mandaat,
    bij_resultaat,
    bij_taaktype,
    bij_verdeelregel,
)
from catalogus.models import (
    Berichttekst,
    Formulierstap,
    Gegeven,
    Mandaat,
    Resultaattype,
    Roltype,
    Statusgevolg,
    Statustype,
    Taaktype,
    Verdeelregel,
    Zaaktype,
    ZaaktypeBesluittype,
    ZaaktypeInformatieobjecttype,
)
from catalogus.volgorde import groep, heeft_volgorde

_NIETS = _("Nog niets.")


@dataclass(frozen=True)
class Onderdeel:
    """A kind of part: its word in the address, its name, its model, the fields that an administrator writes.

    ``ernaast``: another screen of a row, by the name of its address and the words of the link.
    ``erbij``: what the name of a row asks of another table. ``leeg``: what it means that there is no row. ``bij``: what
    the list says behind the name.
    """

    sleutel: str
    naam: Any
    enkelvoud: Any
    model: type[models.Model]
    velden: Sequence[str]
    relatie: str
    formulier: type[Onderdeelformulier] = Onderdeelformulier
    erbij: Sequence[str] = ()
    leeg: Any = _NIETS
    bij: Callable[[Any, Vragen], str] | None = None
    ernaast: tuple[str, Any] | None = None

    def formulierklasse(self, versie: Zaaktype) -> type[forms.ModelForm]:
        """A ModelForm whose choices are limited to parts of this version."""
        klasse: type[forms.ModelForm] = forms.modelform_factory(
            self.model, form=self.formulier, fields=self.velden, formfield_callback=veld_van
        )
        return type(f"{klasse.__name__}Van", (klasse,), {"versie": versie})

    def rijen(self, versie: Zaaktype, vragen: Vragen) -> list[dict[str, Any]]:
        """The parts of this kind in a version, with what stands behind the name, and whether it goes up or down."""
        alle = getattr(versie, self.relatie).select_related(*self.erbij)
        rijen = [{"rij": rij, "bij": self.bij(rij, vragen) if self.bij else ""} for rij in alle]
        if heeft_volgorde(self.model):
            for boven, onder in pairwise(rijen):
                boven["omlaag"] = onder["omhoog"] = groep(boven["rij"]) == groep(onder["rij"])
        return rijen


ONDERDELEN = {
    o.sleutel: o
    for o in (
        Onderdeel(
            "stappen",
            "Stappen van het formulier",
            "stap",
            Formulierstap,
            ("volgnummer", "titel", "inleiding"),
            "formulierstappen",
        ),
        Onderdeel(
            "gegevens",
            "Gegevens",
            "gegeven",
            Gegeven,
            (
                "naam",
                "label",
                "soort",
                "stap",
                "volgorde",
                "verplicht",
                "hulptekst",
                "voorvulling",
                "corrigeerbaar",
                "correctie_uitleg",
                "eenmalige_code",
                "informatieobjecttype",
                "definitie",
                "doel",
                "grondslag",
                "bron",
                "gegevensgroep",
                "gevoeligheid",
            ),
            "gegevens",
            Gegevenformulier,
            bij=bij_gegeven,
        ),
        Onderdeel(
            "statustypen",
            "Statussen",
            "status",
            Statustype,
            (
                "volgnummer",
                "omschrijving",
                "naam_inwoner",
                "statustekst",
                "fase",
                "substap_van",
                "toon_als_stap",
                "informeren",
            ),
            "statustypen",
        ),
        Onderdeel(
            "taaktypen",
            "Taken",
            "taak",
            Taaktype,
            (
                "naam",
                "omschrijving",
                "uitvoerder",
                "soort",
                "termijn",
                "blokkerend",
                "bij_statustype",
                "knoptekst",
                "elders_url",
                "informatieobjecttype",
                "gegevens",
            ),
            "taaktypen",
            Taakformulier,
            bij=bij_taaktype,
        ),
        Onderdeel(
            "gevolgen",
            _("Wat een status met de termijn doet"),
            _("gevolg"),
            Statusgevolg,
            ("statustype", "soort", "grond", "titel", "uitleg", "termijn", "informatieobjecttype"),
            "statusgevolgen",
            Gevolgformulier,
            ("statustype",),
            _("De termijn loopt door bij elke status."),
            bij_gevolg,
        ),
        Onderdeel(
            "besluiten",
            "Besluiten",
            "besluitmoment",
            ZaaktypeBesluittype,
            (
                "volgorde",
                "besluittype",
                "rondt_zaak_af",
                "beslistermijn",
                "termijn_grondslag",
                "geeft_product",
                "product_geldigheid",
                "product_herinnering",
                "product_controle",
                "product_controletijd",
                "bezwaar",
            ),
            "besluitmomenten",
            erbij=("besluittype",),
            ernaast=("beheer_besluitbrief", _("Brief")),
        ),
        Onderdeel(
            "mandaten",
            _("Mandaten"),
            _("mandaat"),
            Mandaat,
            ("besluittype", "rol", "tot_bedrag"),
            "mandaten",
            Mandaatformulier,
            ("besluittype",),
            _("Iedereen met het recht om te besluiten, mag elk besluit nemen."),
            bij_mandaat,
        ),
        Onderdeel(
            "resultaten",
            "Resultaten",
            "resultaat",
            Resultaattype,
            (
                "omschrijving",
                "naam_inwoner",
                "uitkomst",
                "selectielijstklasse",
                "archiefnominatie",
                "archiefactietermijn",
                "brondatum_afleidingswijze",
                "brondatum_datumkenmerk",
                "brondatum_objecttype",
                "brondatum_registratie",
                "brondatum_procestermijn",
                "toelichting",
            ),
            "resultaattypen",
            Resultaatformulier,
            bij=bij_resultaat,
        ),
        Onderdeel(
            "rollen",
            "Rollen",
            "rol",
            Roltype,
            (
                "omschrijving",
                "omschrijving_generiek",
                "naam_inwoner",
                "ziet_zaak",
                "toestemming_vereist",
                "toestemming_tekst",
            ),
            "roltypen",
        ),
        Onderdeel(
            "documenten",
            "Documenten",
            "documenttype",
            ZaaktypeInformatieobjecttype,
            (
                "volgnummer",
                "informatieobjecttype",
                "richting",
                "inwoner_mag_toevoegen",
                "inwoner_mag_zien",
                *DOCUMENTROLLEN,
            ),
            "zaaktypeinformatieobjecttypen",
            Documentformulier,
            erbij=("informatieobjecttype",),
            bij=bij_document,
        ),
        Onderdeel(
            "verdeling",
            _("Verdeling over teams"),
            _("verdeelregel"),
            Verdeelregel,
            ("volgorde", "team", "product", "postcode_van", "postcode_tot"),
            "verdeelregels",
            Verdeelformulier,
            ("team", "product"),
            _("Elke nieuwe zaak gaat naar het team van het proces."),
            bij_verdeelregel,
        ),
        Onderdeel(  # with screens of its own (berichtteksten), at the addresses of a part
            "berichten",
            _("Eigen woorden voor berichten"),
            _("eigen woorden"),
            Berichttekst,
            ("onderwerp", "tekst", "onderwerp_en", "tekst_en"),
            "berichtteksten",
            leeg=_("Bij elke gebeurtenis krijgt de inwoner de gewone woorden."),
            bij=bij_berichttekst,
        ),
    )
}
