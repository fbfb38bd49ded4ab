"""``/klantcontacten``: the contacts that are recorded at 14 070, and those that other systems record."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Filter, Inhoud, Rijen
from mijnzaken.api.fouten import ApiFout, Veldfout
from mijnzaken.api.klantinteracties import actor
from mijnzaken.api.klantinteracties.gedeeld import (
    LEZEN,
    REDEN,
    naar,
    op_beide,
    op_identificator,
    pad,
    uuids,
    via,
)
from mijnzaken.api.klantinteracties.partijfilter import op_partijidentificator
from mijnzaken.api.kolommen import lees, schrijf
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten.contacten import klantcontact_wijzigen
from mijnzaken.klanten.handelingen import klantcontact_vastleggen
from mijnzaken.klanten.models import (
    WIE,
    Actorrelatie,
    Betrokkene,
    Contactbijlage,
    Klantcontact,
    Onderwerpobject,
    Richting,
)
from mijnzaken.zaken.handelingen.contacten import klantcontact_verwijderen
from mijnzaken.zaken.models import Zaakcontact

KLANTCONTACT = "klantinteracties.klantcontacten"
_LANGST = {"inhoud": 1_000, "reactie": 4_000}  # characters that the standard gives them; ours may be longer
_LANGSTE_METADATA = 255
_KOLOMMEN = {
    "nummer": "nummer",
    "referentienummer": "referentienummer",
    "kanaal": "kanaal",
    "onderwerp": "onderwerp",
    "inhoud": "inhoud",
    "reactie": "reactie",
    "indicatieContactGelukt": "indicatie_contact_gelukt",
    "hoofdOnderwerpType": "hoofd_onderwerp_type",
    "verdereActieOndernomen": "verdere_actie_ondernomen",
    "taal": "taal",
    "vertrouwelijk": "vertrouwelijk",
    "plaatsgevondenOp": "plaatsgevonden_op",
}


def _interne_taken() -> Any:
    return Zaakcontact.objects.systeem(REDEN).filter(
        klantcontact_uuid=OuterRef("uuid"), zaak__terugbel__isnull=False, zaak__afgeschermd=False
    )


def _erbij() -> Any:
    return Actorrelatie.objects.systeem(REDEN).select_related(*WIE).order_by("pk")


def _rijen(wie: Applicatie) -> Rijen:
    """With what refers to each, in one statement; who took part besides who recorded it in another."""
    return (
        Klantcontact.objects.voor(wie)
        .select_related("medewerker", "applicatie")
        .prefetch_related(Prefetch("actorrelaties", _erbij()))
        .annotate(
            onderwerpen_=uuids(Onderwerpobject, "klantcontact"),
            bijlagen_=uuids(Contactbijlage, "klantcontact"),
            betrokkenen_=uuids(Betrokkene, "klantcontact"),
            partijen_=uuids(Betrokkene, "klantcontact", kolom="was_partij"),
            taken_=ArraySubquery(_interne_taken().order_by("pk").values("zaak__terugbel__uuid")),
        )
    )


def _vorm(rij: Any) -> Inhoud:
    velden = lees(rij, _KOLOMMEN)
    return {
        "uuid": rij.uuid,
        "url": adres(pad("klantcontacten", rij.uuid)),
        "gingOverOnderwerpobjecten": [naar("onderwerpobjecten", uuid) for uuid in rij.onderwerpen_],
        "hadBetrokkenActoren": _actoren(rij),
        "omvatteBijlagen": [naar("bijlagen", uuid) for uuid in rij.bijlagen_],
        "hadBetrokkenen": [naar("betrokkenen", uuid) for uuid in rij.betrokkenen_],
        "leiddeTotInterneTaken": [naar("internetaken", uuid) for uuid in rij.taken_],
        **velden,
        **{naam: velden[naam][:langst] for naam, langst in _LANGST.items()},
        "metadata": {naam: waarde for naam, waarde in rij.metadata.items() if isinstance(waarde, str)},
    }


def _actoren(rij: Klantcontact) -> list[Inhoud]:
    """Who recorded it first."""
    erbij = (relatie.wie for relatie in rij.actorrelaties.all())
    return [actor.vorm(wie) for wie in (rij.medewerker, rij.applicatie, *erbij) if wie is not None]


def hoofd(rij: Klantcontact) -> tuple[str, UUID, str]:
    return pad("klantcontacten", rij.uuid), rij.uuid, "klantcontact"


# -- writing -----------------------------------------------------------------------------------------------------------


def _gezegd(vraag: Vraag) -> dict[str, Any]:
    """The columns that the body gives. A number that is empty is none."""
    lijf = vraag.gegevens
    velden = schrijf(lijf, Klantcontact, _KOLOMMEN)
    for kolom in ("nummer", "referentienummer"):
        if kolom in velden:
            velden[kolom] = velden[kolom] or None
    if "metadata" in lijf:
        velden["metadata"] = _metadata(lijf["metadata"])
    return velden


def _metadata(gegeven: Mapping[str, Any]) -> dict[str, str]:
    fouten = []
    for naam, waarde in gegeven.items():
        veld = f"metadata.{naam}"[:200].replace("\x00", "")
        if not isinstance(waarde, str) or "\x00" in naam + waarde:
            fouten.append(Veldfout(veld, "invalid", "Dit is geen geldige tekst."))
        elif len(waarde) > _LANGSTE_METADATA:
            fouten.append(Veldfout(veld, "max_length", f"Dit veld heeft ten hoogste {_LANGSTE_METADATA} tekens."))
    if fouten:
        raise ApiFout(400, velden=fouten)
    return dict(gegeven)


def _leg_vast(vraag: Vraag) -> Klantcontact:
    """Who took part and what it was about come after it, in calls of their own."""
    contact: Klantcontact = klantcontact_vastleggen(
        vraag.actor, richting=Richting.INKOMEND, deelnemers=(), **_gezegd(vraag)
    )
    return contact


def _wijzig(vraag: Vraag, rij: Klantcontact) -> Klantcontact:
    contact: Klantcontact = klantcontact_wijzigen(vraag.actor, rij, _gezegd(vraag))
    return contact


def _verwijder(vraag: Vraag, rij: Klantcontact) -> None:
    klantcontact_verwijderen(vraag.actor, rij)


# -- filters -----------------------------------------------------------------------------------------------------------


def bij_betrokkene(opzoek: str) -> Filter:
    return via(Betrokkene, opzoek, "klantcontact")


def _leidde_tot_taken(rijen: Rijen, waarde: bool, vraag: Vraag) -> Rijen:
    return rijen.filter(Exists(_interne_taken()) if waarde else ~Exists(_interne_taken()))


def _betrokken_partijen(vraag: Vraag, rijen: Sequence[Any]) -> set[int]:
    return {pk for rij in rijen for pk in rij.partijen_}


_OVER, _WAS = "onderwerpobject", "wasOnderwerpobject"
_FILTERS: dict[str, str | Filter] = {
    **{
        naam: naam
        for naam in ("kanaal", "nummer", "referentienummer", "vertrouwelijk")  # whole, as it is
    },
    **{naam: f"{naam}__icontains" for naam in ("inhoud", "onderwerp", "reactie")},
    "indicatieContactGelukt": "indicatie_contact_gelukt",
    "plaatsgevondenOp": "plaatsgevonden_op",
    "leiddeTotInterneTaken": _leidde_tot_taken,
    **op_beide("hadBetrokkene", bij_betrokkene("uuid")),
    **op_beide("hadBetrokkene__wasPartij", bij_betrokkene("was_partij__uuid")),
    "hadBetrokkene__wasPartij": lambda rijen, waarde, vraag: bij_betrokkene("was_partij__isnull")(
        rijen, not waarde, vraag
    ),
    "hadBetrokkene__digitaaladres__adres__icontains": bij_betrokkene("digitale_adressen__adres__icontains"),
    **op_partijidentificator(
        "hadBetrokkene__wasPartij__partijIdentificator__",
        bij_betrokkene("was_partij__in"),
    ),
    **op_beide(_OVER, via(Onderwerpobject, "uuid", "klantcontact")),
    **op_identificator(
        f"{_OVER}__onderwerpobjectidentificator", lambda kolom: via(Onderwerpobject, kolom, "klantcontact")
    ),
    **op_beide(_WAS, via(Onderwerpobject, "uuid", "was_klantcontact")),
    **op_identificator(
        f"{_WAS}__onderwerpobjectidentificator", lambda kolom: via(Onderwerpobject, kolom, "was_klantcontact")
    ),
}

KLANTCONTACTEN = Bron(
    naam="klantcontacten",
    soort="klantcontact",
    pad="/klantcontacten",
    schema="Klantcontact",
    model=Klantcontact,
    rijen=_rijen,
    vorm=_vorm,
    lezen=LEZEN,
    groep=Gegevensgroep.CONTACT,
    lezing="contact_inzien",
    betrokkenen=_betrokken_partijen,
    filters=_FILTERS,
    uitklap={
        "gingOverOnderwerpobjecten": "klantinteracties.onderwerpobjecten",
        "hadBetrokkenen": "klantinteracties.betrokkenen",
        "leiddeTotInterneTaken": "klantinteracties.internetaken",
        "omvatteBijlagen": "klantinteracties.bijlagen",
    },
    hoofd=hoofd,
    weergave=lambda rij: rij.onderwerp,
    kanaal="klantcontacten",
    aanmaken=_leg_vast,
    bijwerken=_wijzig,
    verwijderen=_verwijder,
    uniek={f"klanten_klantcontact_{nummer}_key": (nummer, "unique") for nummer in ("nummer", "referentienummer")},
)
