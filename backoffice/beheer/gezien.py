"""Two who change the same row at once: who sends last reads what the other changed, and decides. No word is lost."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from autorisatie.fouten import BestaatNiet

_LENGTE = 10  # signs of the mark of one field: it tells apart, it hides nothing


class MetGezien(forms.ModelForm):
    """A form that knows what its page showed. ``gezien`` goes along with it (``onderdelen/gezien.html``), and is what
    stands there now when it comes back: sending it again is then a choice. Lines end as the row has them, for a browser
    sends each with a return, and a text that nobody touched is no change.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.data = _zonder_returns(self.data)

    @property
    def gezien(self) -> str:
        """Field and mark of every field; empty for a row that is not there yet."""
        if self.instance.pk is None:
            return ""
        return " ".join(f"{naam}:{merk(self.get_initial_for_field(veld, naam))}" for naam, veld in self.fields.items())

    def full_clean(self) -> None:
        super().full_clean()
        toen = self.data.get("gezien", "") if self.is_bound else ""
        if not toen or toen == (nu := self.gezien):
            return
        eerder = set(toen.split())
        anders = [deel.split(":")[0] for deel in nu.split() if deel not in eerder]
        namen = [str(self.fields[naam].label) for naam in anders]
        self.add_error(
            None,
            _(
                "Iemand anders wijzigde dit intussen: %(velden)s. Wat u typte, staat hier nog. Kijk in een ander "
                "venster wat er nu staat. Slaat u dit op, dan geldt wat hier staat."
            )
            % {"velden": get_text_list([naam for naam in namen if naam], _("en"))},
        )


def _zonder_returns(data: Any) -> QueryDict:
    schoon = QueryDict(mutable=True)
    rijen = data.lists() if hasattr(data, "lists") else ((naam, [waarde]) for naam, waarde in data.items())
    for naam, waarden in rijen:
        schoon.setlist(naam, [w.replace("\r\n", "\n") if isinstance(w, str) else w for w in waarden])
    return schoon


INTUSSEN = gettext_lazy("Dit is intussen gewijzigd of weggehaald. Er is nu niets gedaan. Kijk wat er staat.")
ALS_NIEUW = gettext_lazy("Dit is intussen gewijzigd of weggehaald. Slaat u dit op, dan komt het er als nieuw bij.")
NIEUW = "nieuw"  # as what was seen: it is gone, and what is sent again becomes a new one


def plaats(request: HttpRequest, delen: Sequence[Any], nummer: int) -> int | None:
    """Where in a list what the page showed as number ``nummer`` (from 1) stands now: somebody else, or a second click,
    may have moved or removed what stood before it. None when it is not there any more as it was; BestaatNiet when no
    page showed it.
    """
    toen = request.POST.get("gezien", "")
    binnen = 1 <= nummer <= len(delen)
    if not toen and not binnen:
        raise BestaatNiet
    if not toen or (binnen and merk(delen[nummer - 1]) == toen):
        return nummer
    return next((n for n, deel in enumerate(delen, start=1) if merk(deel) == toen), None)


def onthoud_deel(request: HttpRequest, formulier: Any, deel: Any, *, weg: bool) -> None:
    """The form of one part of a list goes out with what its page shows. ``weg``: what it showed is gone; it then says
    so, and sent again it becomes a new one.
    """
    if not weg:
        formulier.gezien = merk(deel) if deel else ""
        return
    formulier.gezien = NIEUW
    if request.POST["gezien"] != NIEUW:
        formulier.add_error(None, ALS_NIEUW)


def merk(waarde: Any) -> str:
    """Of a value as the row has it; of several rows, in any order."""
    if callable(waarde):
        waarde = waarde()
    if isinstance(waarde, list) and waarde and hasattr(waarde[0], "pk"):
        waarde = sorted(rij.pk for rij in waarde)
    return hashlib.sha256(repr(waarde).encode()).hexdigest()[:_LENGTE]
