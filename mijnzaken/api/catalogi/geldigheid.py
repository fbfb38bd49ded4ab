"""``/zaaktypen/{uuid}?datumGeldigheid=``: a zaaktype on one day, and of what it names only what held on that day."""

from uuid import UUID

from catalogus.models import Besluittype, Informatieobjecttype, Zaaktype
from mijnzaken.api import lezen
from mijnzaken.api.bron import Inhoud
from mijnzaken.api.catalogi.gedeeld import op_dag
from mijnzaken.api.fouten import ApiFout
from mijnzaken.api.vraag import Antwoord, Vraag

_OP_DAG = op_dag("")
_EIGEN_DATUMS = {  # attribute: what it names, and the attribute with the names of the same
    "besluittypen": (Besluittype, "besluittypeOmschrijving"),
    "informatieobjecttypen": (Informatieobjecttype, "informatieobjecttypeOmschrijving"),
    "deelzaaktypen": (Zaaktype, ""),
}


def zaaktype_op_dag(vraag: Vraag) -> Antwoord:
    """404 when this version did not hold on that day. What is part of the version has its dates."""
    dag = vraag.parameters.get("datumGeldigheid")
    if dag is None:
        return lezen.een(vraag)
    if not _OP_DAG(Zaaktype.objects.filter(uuid=vraag.uuid), dag, vraag).exists():
        raise ApiFout(404)
    return lezen.een(vraag, lambda inhoud: _alleen_geldige(vraag, dag, inhoud))


def _alleen_geldige(vraag: Vraag, dag: str, inhoud: Inhoud) -> None:
    for naam, (model, namen) in _EIGEN_DATUMS.items():
        uuids = [UUID(url.rpartition("/")[2]) for url in inhoud[naam]]
        geldig = set(_OP_DAG(model._default_manager.filter(uuid__in=uuids), dag, vraag).values_list("uuid", flat=True))
        for lijst in filter(None, (namen, naam)):
            inhoud[lijst] = [deel for deel, uuid in zip(inhoud[lijst], uuids, strict=True) if uuid in geldig]
