"""What a person gave us, as a file that another program can read (AVG 20). The law gives that right over what was given
by consent or for a contract; here it holds for all that he filled in himself.
"""

from typing import Any

from django.conf import settings

from autorisatie import standen
from autorisatie.actor import Burger
from autorisatie.models import Niveau
from catalogus import klok
from catalogus.models import Bron, OmschrijvingGeneriekRol, SoortGegeven
from mijnzaken.klanten.inzien import digitale_adressen
from mijnzaken.zaken.models import Gegevenswaarde, Zaak


def wat_hij_gaf(actor: Burger) -> dict[str, Any]:
    """A constant number of queries, however much it is."""
    zaken = Zaak.objects.voor(actor).filter(
        rollen__partij=actor.voor_wie, rollen__roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR
    )
    rijen = (
        Gegevenswaarde.objects.voor(actor)
        .filter(zaak__in=zaken.values("pk"), actueel=True, bron=Bron.AANVRAGER)
        .exclude(gegeven__soort=SoortGegeven.BESTAND)
        .select_related("gegeven", "zaak__proces", "zaak__zaaktype")
        .order_by("zaak", "gegeven__volgorde", "pk")
    )
    per_zaak: dict[int, dict[str, Any]] = {}
    gronden = [grond for grond in standen.gronden(actor) if grond.eigen_zaak and grond.niveau >= Niveau.KERN]
    for rij in rijen:
        groep = rij.gegeven.gegevensgroep
        if any(grond.gegevensgroep == groep and grond.geldt_voor(rij.zaak) for grond in gronden):
            _bij(per_zaak, rij.zaak)["gegevens"].append(_gegeven(rij))
    return {
        "soort": "gegevens die u zelf gaf (AVG artikel 20)",
        "van": settings.GEMEENTE["volledige_naam"],
        "gemaakt_op": klok.nu().isoformat(),
        "adressen": [
            {"soort": adres.soort_digitaal_adres, "adres": adres.adres}
            for adres in digitale_adressen(actor, actor.voor_wie.pk)
        ],
        "zaken": list(per_zaak.values()),
    }


def _bij(per_zaak: dict[int, dict[str, Any]], zaak: Zaak) -> dict[str, Any]:
    return per_zaak.setdefault(
        zaak.pk,
        {
            "nummer": zaak.nummer,
            "soort": zaak.titel,
            "ontvangen_op": zaak.ontvangstdatum.isoformat(),
            "gegevens": [],
        },
    )


def _gegeven(rij: Gegevenswaarde) -> dict[str, Any]:
    return {
        "naam": rij.gegeven.naam,
        "label": rij.gegeven.label,
        "soort": rij.gegeven.soort,
        "waarde": rij.waarde,
        "moment": rij.moment.isoformat(),
    }
