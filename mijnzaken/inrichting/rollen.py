"""The roles that a zaaktype names: the catalogue knows them by their code only."""

from autorisatie.models import Rol
from catalogus.models import Zaaktype


def onbekende_rollen(versie: Zaaktype) -> list[str]:
    """What stands in the way of publishing: a role that this municipality does not have, so that nobody holds it."""
    genoemd = {mandaat.rol: "Het mandaat" for mandaat in versie.mandaten.all()}
    bekend = set(Rol.objects.filter(code__in=genoemd, voor_medewerkers=True).values_list("code", flat=True))
    return [f"{wat} noemt de rol {code}, en die is er niet." for code, wat in genoemd.items() if code not in bekend]
