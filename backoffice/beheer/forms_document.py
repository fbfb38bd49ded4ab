"""A kind of document of a zaaktype: who may add it, and who may see it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from autorisatie.models import Rol
from backoffice.beheer.onderdeelforms import Onderdeelformulier

_MEDEWERKERS = {
    "rollen_toevoegen": (
        _("Welke medewerkers mogen dit toevoegen?"),
        _("Niets aangevinkt: iedereen die documenten aan de zaak mag toevoegen."),
    ),
    "rollen_zien": (
        _("Welke medewerkers mogen dit zien?"),
        _("Niets aangevinkt: iedereen die de documenten van de zaak ziet."),
    ),
}
_BETROKKENEN = {
    "partijen_toevoegen": (
        _("Welke betrokkenen mogen dit toevoegen?"),
        _("Niets aangevinkt: iedereen die de zaak in Mijn Zaken ziet, als een inwoner dit mag toevoegen."),
    ),
    "partijen_zien": (
        _("Welke betrokkenen mogen dit zien?"),
        _("Niets aangevinkt: iedereen die de zaak in Mijn Zaken ziet. Wie het zelf stuurde, ziet het altijd."),
    ),
}
DOCUMENTROLLEN = (*_MEDEWERKERS, *_BETROKKENEN)


class Documentformulier(Onderdeelformulier):
    """Roles of staff out of those of the municipality, parties out of the roltypen of this version. What stands there
    and is gone stays to be seen, so that it can be taken away.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medewerkers = list(Rol.objects.filter(voor_medewerkers=True).order_by("naam").values_list("code", "naam"))
        roltypen = self.versie.roltypen.filter(ziet_zaak=True).values_list("omschrijving", flat=True)
        betrokkenen = [(naam, naam) for naam in roltypen]
        for velden, keuzes in ((_MEDEWERKERS, medewerkers), (_BETROKKENEN, betrokkenen)):
            for naam, (label, uitleg) in velden.items():
                anders = [(waarde, waarde) for waarde in getattr(self.instance, naam) if waarde not in dict(keuzes)]
                self.fields[naam] = forms.MultipleChoiceField(
                    choices=[*keuzes, *anders],
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                    label=label,
                    help_text=uitleg,
                )
