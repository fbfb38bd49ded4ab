"""How one handeling looks on the page of a zaak."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from backoffice.behandeling.forms import Handelingformulier

Tekst = str | Promise


@dataclass(frozen=True)
class Scherm:
    """How a handeling looks: the button and heading, the form, what it calls, and what is said when it is done."""

    naam: Tekst
    formulier: type[Handelingformulier]
    doe: Callable[..., Any]
    klaar: Tekst
    uitleg: Tekst = ""
    knop: Tekst = ""  # of the form; the name when empty
    gevaarlijk: bool = False
    los: bool = True  # has a button of its own; otherwise reached from a row on the page
