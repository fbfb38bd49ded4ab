"""One kind of part of a zaaktype, as the editor lists it and makes its form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice.beheer.onderdeelforms import Onderdeelformulier, veld_van
from backoffice.beheer.onderdeelwoorden import Vragen
from catalogus.models import Zaaktype
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
