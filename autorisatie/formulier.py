"""What a handeling refused, back on the form that asked for it."""

from django import forms

from autorisatie.fouten import Invoerfout, Weigering


def neem_fouten_over(formulier: forms.BaseForm, weigering: Weigering) -> None:
    """At the fields that it is about; at the top of the form where it is about none of them."""
    velden = weigering.velden if isinstance(weigering, Invoerfout) else {"": weigering.reden}
    for veld, melding in velden.items():
        formulier.add_error(veld if veld in formulier.fields else None, melding)
