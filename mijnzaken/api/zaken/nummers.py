"""Numbers of organisations, as the standard wants them."""

from catalogus.nummers import elfproef
from mijnzaken.api.fouten import veldfout


def is_rsin(veld: str, waarde: str) -> None:
    """Nine digits that pass the elfproef. Raises ApiFout 400."""
    if not (waarde.isascii() and waarde.isdigit()):
        raise veldfout(veld, "only-digits", "Een RSIN bestaat uit cijfers.")
    if len(waarde) != 9:
        raise veldfout(veld, "invalid-length", "Een RSIN heeft negen cijfers.")
    if not elfproef(waarde):
        raise veldfout(veld, "invalid", "Dit is geen geldig RSIN.")
