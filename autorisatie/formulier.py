"""What a handeling refused, told to who asked for it: on the form, or above the page where there is none."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from autorisatie.fouten import Invoerfout, Weigering


def neem_fouten_over(formulier: forms.BaseForm, weigering: Weigering) -> None:
    """At the fields that it is about; at the top of the form where it is about none of them."""
    velden = weigering.velden if isinstance(weigering, Invoerfout) else {"": weigering.reden}
    for veld, melding in velden.items():
        formulier.add_error(veld if veld in formulier.fields else None, melding)


@contextmanager
def meld_uitkomst(request: HttpRequest, gelukt: str, formulier: forms.BaseForm | None = None) -> Iterator[None]:
    """What is done inside was done, or refused for a reason: the next page says which, or else the form."""
    try:
        yield
    except Weigering as weigering:
        if formulier is not None:
            neem_fouten_over(formulier, weigering)
        else:
            messages.error(request, weigering.reden)
    else:
        messages.success(request, gelukt)
