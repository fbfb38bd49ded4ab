"""The way back to a zaak, above what is done in it."""

from django.urls import reverse
from django.utils.translation import gettext as _


def naar_zaak(nummer: str) -> list[tuple[str, str]]:
    return [(_("Zaken"), reverse("zaken")), (nummer, reverse("zaak", args=[nummer]))]
