"""The declaration of destruction as a document to keep: what went, why, and who decided; without the data itself."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils import formats

from catalogus import klok
from mijnzaken.berichten.brieven import maak_brief
from mijnzaken.zaken.models import Lijststand, Vernietigingslijst, Vernietigingsregel


def maak_verklaring(lijst: Vernietigingslijst) -> bytes:
    """PDF/A-3a. The list must be admitted and carried out: raises ValueError for one that is not."""
    if lijst.stand != Lijststand.UITGEVOERD or lijst.uitgevoerd_op is None:
        raise ValueError(f"{lijst} is niet uitgevoerd.")
    regels, op = list(lijst.regels.all()), klok.datum(lijst.uitgevoerd_op)
    return maak_brief(
        "verklaring_vernietiging",
        {
            "naam": f"Archief van {settings.GEMEENTE['volledige_naam']}",
            "adresregels": [settings.GEMEENTE["adres"]],
            "onderwerp": "Verklaring van vernietiging",
            "datum": op.isoformat(),
            "kenmerk": str(lijst.uuid),
            "gemeente": settings.GEMEENTE,
            "zaaktype": lijst.proces.naam,
            "peildatum": lijst.peildatum.isoformat(),
            "vernietigd_op": op.isoformat(),
            "stappen": list(_stappen(lijst)),
            "zaken": [_zaak(regel) for regel in regels if regel.vernietigd_op is not None],
            "gebleven": [f"{_nummer(regel)}: {regel.uitzondering}" for regel in regels if regel.uitzondering],
        },
        norm="a-3a",
    )


def _stappen(lijst: Vernietigingslijst) -> Any:
    for label, wie, wanneer in (
        ("Gemaakt", lijst.opgesteld_door, lijst.opgesteld_op),
        ("Beoordeeld", lijst.voorgelegd_door, lijst.voorgelegd_op),
        ("Goedgekeurd", lijst.goedgekeurd_door, lijst.goedgekeurd_op),
    ):
        yield {"label": label, "waarde": f"{wie}, {_dag(klok.datum(wanneer))}" if wanneer else ""}
    if lijst.bedenktijd_tot is not None:
        yield {"label": "Bedenktijd tot en met", "waarde": _dag(lijst.bedenktijd_tot)}


def _dag(dag: date) -> str:
    return formats.date_format(dag, "j F Y").lower()


def _zaak(regel: Vernietigingsregel) -> dict[str, Any]:
    return {
        "nummer": _nummer(regel),
        "zaaktype": regel.zaaktype,
        "resultaat": regel.resultaat,
        "selectielijst": regel.selectielijstnummer or "-",
        "afgerond": regel.einddatum.isoformat(),
        "bewaard_tot": regel.archiefactiedatum.isoformat(),
        "documenten": regel.aantal_documenten,
    }


def _nummer(regel: Vernietigingsregel) -> str:
    """The number of a shielded zaak is for nobody who reads the declaration."""
    return "een afgeschermde zaak" if regel.afgeschermd else regel.nummer
