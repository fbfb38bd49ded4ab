"""Bringing files that are kept for good to an archive (Archiefwet, artikel 12): a folder first, and once the archive
has it, the zaak says so.
"""

from pathlib import Path

from autorisatie.actor import Systeem
from autorisatie.fouten import OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus.models import Archiefnominatie
from mijnzaken.zaken import dossier
from mijnzaken.zaken.models import Archiefstatus, Zaak


@handeling("overbrengen", op="zaken.Zaak")
def overbrengen(actor: Systeem, zaak: Zaak, *, map_: Path) -> str:
    """Write the folder of one zaak; gives its number. It can be written again until the archive confirmed that it has
    it. Raises OnjuisteToestand for what is not kept for good, is shielded, or is with the archive already.
    """
    if zaak.archiefnominatie != Archiefnominatie.BLIJVEND_BEWAREN:
        raise OnjuisteToestand("De zaak wordt niet blijvend bewaard.")
    if zaak.archiefstatus == Archiefstatus.OVERGEDRAGEN:
        raise OnjuisteToestand("De zaak is al overgedragen.")
    if zaak.afgeschermd:
        raise OnjuisteToestand("De zaak is afgeschermd. Hef de afscherming eerst op.")
    aantekenen(documenten=dossier.schrijf(zaak, map_))
    return zaak.nummer


@handeling("overbrenging_bevestigen", op="zaken.Zaak")
def overbrenging_bevestigen(actor: Systeem, zaak: Zaak) -> None:
    """The archive has the folder: from now on it keeps the file."""
    if zaak.archiefnominatie != Archiefnominatie.BLIJVEND_BEWAREN:
        raise OnjuisteToestand("De zaak wordt niet blijvend bewaard.")
    zaak.archiefstatus = Archiefstatus.OVERGEDRAGEN
    zaak.save(update_fields=["archiefstatus"])
