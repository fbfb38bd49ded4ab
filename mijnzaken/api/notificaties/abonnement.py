"""``/abonnement``, ``/kanaal`` and ``/notificaties``: who hears of what, and what other systems tell."""

from typing import Any

from django.db.models import Q

from autorisatie.actor import Applicatie as Actor
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.fouten import ApiFout
from mijnzaken.api.sporen import SLUIER
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.berichten.abonneren import (
    Keuze,
    abonnement_aanmaken,
    abonnement_opzeggen,
    abonnement_wijzigen,
    kanaal_registreren,
    notificatie_ontvangen,
)
from mijnzaken.berichten.models import Abonnement, Notificatiekanaal
from mijnzaken.berichten.notificaties import kanalen

_WORTEL = "/notificaties/api/v1"
LEZEN = "notificaties.consumeren"


# -- subscriptions -----------------------------------------------------------------------------------------------------


def _abonnementen(actor: Actor) -> Rijen:
    """A system knows its own; one that may everything, all."""
    van_wie = Q() if actor.heeft_alle_autorisaties else Q(applicatie__client_id=actor.client_id)
    return Abonnement.objects.filter(van_wie).prefetch_related("kanalen")


def _abonnement(rij: Abonnement) -> Inhoud:
    return {
        "url": adres(f"{_WORTEL}/abonnement/{rij.uuid}"),
        "callbackUrl": rij.callback_url,
        "auth": SLUIER,
        "kanalen": [{"naam": keuze.naam, "filters": keuze.filters} for keuze in rij.kanalen.all()],
    }


def _keuzes(lijf: dict[str, Any]) -> list[Keuze]:
    return [Keuze(keuze["naam"], keuze.get("filters") or {}) for keuze in lijf["kanalen"]]


def _aanmaken(vraag: Vraag) -> Abonnement:
    lijf = vraag.gegevens
    rij: Abonnement = abonnement_aanmaken(
        vraag.actor, callback_url=lijf["callbackUrl"], auth=lijf["auth"], kanalen=_keuzes(lijf)
    )
    return rij


def _bijwerken(vraag: Vraag, rij: Abonnement) -> Abonnement:
    """The veil that is shown instead of the authorisation means: as it is."""
    lijf = vraag.gegevens
    auth, callback = lijf.get("auth"), lijf.get("callbackUrl")
    nieuw: Abonnement = abonnement_wijzigen(
        vraag.actor,
        rij,
        callback_url=callback if callback != rij.callback_url else None,
        auth=auth if auth != SLUIER else None,
        kanalen=_keuzes(lijf) if "kanalen" in lijf else None,
    )
    return nieuw


def _verwijderen(vraag: Vraag, rij: Abonnement) -> None:
    abonnement_opzeggen(vraag.actor, rij)


ABONNEMENTEN = Bron(
    naam="abonnement",
    soort="abonnement",
    pad="/abonnement",
    schema="Abonnement",
    model=Abonnement,
    rijen=_abonnementen,
    vorm=_abonnement,
    lezen=LEZEN,
    gepagineerd=False,
    weergave=lambda rij: rij.callback_url,
    aanmaken=_aanmaken,
    bijwerken=_bijwerken,
    verwijderen=_verwijderen,
)


# -- channels ----------------------------------------------------------------------------------------------------------


def _kanaal(rij: Any) -> Inhoud:
    return {
        "url": adres(f"{_WORTEL}/kanaal/{rij.uuid}"),
        "naam": rij.naam,
        "documentatieLink": rij.documentatie_link,
        "filters": list(rij.filters),
    }


def kanaal_lijst(vraag: Vraag) -> Antwoord:
    naam = vraag.parameters.get("naam")
    return Antwoord([_kanaal(kanaal) for kanaal in kanalen() if naam in (None, kanaal.naam)])


def kanaal_lezen(vraag: Vraag) -> Antwoord:
    gevonden = next((kanaal for kanaal in kanalen() if kanaal.uuid == vraag.uuid), None)
    if gevonden is None:
        raise ApiFout(404)
    return Antwoord(_kanaal(gevonden))


def _registreren(vraag: Vraag) -> Notificatiekanaal:
    lijf = vraag.gegevens
    rij: Notificatiekanaal = kanaal_registreren(
        vraag.actor,
        naam=lijf["naam"],
        documentatie_link=lijf.get("documentatieLink", ""),
        filters=lijf.get("filters", []),
    )
    return rij


KANALEN = Bron(
    naam="kanaal",
    soort="kanaal",
    pad="/kanaal",
    schema="Kanaal",
    model=Notificatiekanaal,
    rijen=lambda actor: Notificatiekanaal.objects.all(),
    vorm=_kanaal,
    lezen=LEZEN,
    weergave=lambda rij: rij.naam,
    aanmaken=_registreren,
)


# -- what others tell --------------------------------------------------------------------------------------------------


def ontvangen(vraag: Vraag) -> Antwoord:
    """200 with the notification itself, as the document says."""
    lijf = vraag.gegevens
    notificatie_ontvangen(
        vraag.actor,
        naam=lijf["kanaal"],
        hoofdobject=lijf["hoofdObject"],
        resource=lijf["resource"],
        resource_url=lijf["resourceUrl"],
        actie=lijf["actie"],
        aanmaakdatum=lijf["aanmaakdatum"],
        kenmerken=lijf.get("kenmerken") or {},
    )
    return Antwoord(lijf)
