"""Keeping what a form of the editor holds, by the one handeling for parts of a version."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Weigering
from backoffice.beheer.versie import haal_versie
from catalogus.models import Zaaktype
from mijnzaken.inrichting import handelingen


def haal_concept(identificatie: str, nummer: int) -> Zaaktype:
    """What is published has no screens to change it."""
    versie = haal_versie(identificatie, nummer)
    if not versie.concept:
        raise BestaatNiet
    return versie


def bewaar(request: HttpRequest, versie: Zaaktype, deel: Any, formulier: forms.ModelForm) -> bool:
    """False when it was refused: the form then says why."""
    try:
        handelingen.onderdeel_bewaren(
            request.actor,  # type: ignore[attr-defined]
            versie,
            deel,
            formulier.cleaned_data,
            proces=versie.proces,
        )
    except Weigering as weigering:
        neem_fouten_over(formulier, weigering)
    except ValidationError as fout:
        formulier.add_error(None, fout.messages)
    return not formulier.errors
