"""What another system may: its autorisaties (scope, type, highest vertrouwelijkheidaanduiding), as the standard has
them. Start from nothing: an applicatie without a row may nothing, and no scope opens what is shielded.
"""

from collections.abc import Collection

from autorisatie.actor import Applicatie
from autorisatie.beslissing import Beslissing, ja, nee

_BIJWERKEN = frozenset({"zaken.bijwerken", "zaken.geforceerd-bijwerken"})

# Which scopes give a right; any one of them will do. A right that is not here, no other system has.
SCOPES_BIJ_RECHT: dict[str, frozenset[str]] = {
    "inzien": frozenset({"zaken.lezen"}),
    "notificaties_abonneren": frozenset({"notificaties.consumeren"}),
    "notificaties_publiceren": frozenset({"notificaties.publiceren"}),
    "autorisaties_bijwerken": frozenset({"autorisaties.bijwerken"}),
    "zaak_aanmaken": frozenset({"zaken.aanmaken"}),
    "zaak_bijwerken": _BIJWERKEN,
    "zaak_koppelen": _BIJWERKEN | {"zaken.aanmaken"},
    "zaak_ontkoppelen": _BIJWERKEN | {"zaken.verwijderen"},
    "klantcontact_vastleggen": _BIJWERKEN | {"klantinteracties.bijwerken"},
    "klantcontact_bijwerken": frozenset({"klantinteracties.bijwerken"}),
    "klantcontact_ontkoppelen": frozenset({"klantinteracties.verwijderen"}),
    "klantcontact_verwijderen": frozenset({"klantinteracties.verwijderen"}),
    "actor_bijwerken": frozenset({"klantinteracties.bijwerken"}),
    "actor_verwijderen": frozenset({"klantinteracties.verwijderen"}),
    "internetaak_maken": frozenset({"klantinteracties.bijwerken"}),
    "internetaak_bijwerken": frozenset({"klantinteracties.bijwerken"}),
    "internetaak_afhandelen": frozenset({"klantinteracties.bijwerken"}),
    "internetaak_verwijderen": frozenset({"klantinteracties.verwijderen"}),
    "partij_vastleggen": frozenset({"partijen.bijwerken"}),
    "partij_bijwerken": frozenset({"partijen.bijwerken"}),
    "partij_ontkoppelen": frozenset({"partijen.verwijderen"}),
    "partij_verwijderen": frozenset({"partijen.verwijderen"}),
    "categorie_bijwerken": frozenset({"partijen.bijwerken"}),
    "categorie_verwijderen": frozenset({"partijen.verwijderen"}),
    "digitaal_adres_vastleggen": frozenset({"partijen.bijwerken"}),
    "digitaal_adres_bijwerken": frozenset({"partijen.bijwerken"}),
    "digitaal_adres_verwijderen": frozenset({"partijen.verwijderen"}),
    "nummers_reserveren": frozenset({"zaken.aanmaken"}),
    "zaak_verwijderen": frozenset({"zaken.verwijderen"}),
    "zaaktype_versie_maken": frozenset({"catalogi.schrijven"}),
    "zaaktype_wijzigen": frozenset({"catalogi.schrijven", "catalogi.geforceerd-schrijven"}),
    "zaaktype_publiceren": frozenset({"catalogi.schrijven"}),
    "zaaktype_weggooien": frozenset({"catalogi.schrijven", "catalogi.geforceerd-verwijderen"}),
    "status_zetten": frozenset({"zaken.aanmaken", "zaken.statussen.toevoegen", "zaken.heropenen"}),
    "taak_plaatsen": frozenset({"taken.plaatsen"}),
    "taak_intrekken": frozenset({"taken.plaatsen"}),
    "document_aanmaken": frozenset({"documenten.aanmaken"}),
    "document_bijwerken": frozenset({"documenten.bijwerken", "documenten.geforceerd-bijwerken"}),
    "document_vergrendelen": frozenset({"documenten.lock"}),
    "document_ontgrendelen": frozenset({"documenten.lock", "documenten.geforceerd-unlock"}),
    "document_verwijderen": frozenset({"documenten.verwijderen"}),
    "document_koppelen": frozenset({"documenten.aanmaken"}),
    "document_ontkoppelen": frozenset({"documenten.verwijderen"}),
    "bestandsdeel_ontvangen": frozenset({"documenten.bijwerken"}),
    "besluit_aanmaken": frozenset({"besluiten.aanmaken"}),
    "besluit_bijwerken": frozenset({"besluiten.bijwerken"}),
    "besluit_verwijderen": frozenset({"besluiten.verwijderen"}),
    "besluit_koppelen": frozenset({"besluiten.aanmaken"}),
    "besluit_ontkoppelen": frozenset({"besluiten.verwijderen"}),
}


def beslis(
    actor: Applicatie,
    recht: str,
    *,
    proces_id: int | None = None,
    informatieobjecttype_id: int | None = None,
    besluittype_id: int | None = None,
    vertrouwelijkheid: int | None = None,
    scopes: Collection[str] | None = None,
) -> Beslissing:
    """May this applicatie do ``recht``: for this type, on a thing that is this confidential, as far as asked?"""
    nodig = SCOPES_BIJ_RECHT.get(recht, frozenset()) if scopes is None else frozenset(scopes)
    if not nodig:
        return nee("dit doet geen ander systeem")
    if actor.heeft_alle_autorisaties:
        return ja("alle autorisaties")
    for regel in actor.regels:
        past = (
            proces_id in (None, regel.proces_id)
            and informatieobjecttype_id in (None, regel.informatieobjecttype_id)
            and besluittype_id in (None, regel.besluittype_id)
        )
        if nodig & regel.scopes and past and (vertrouwelijkheid is None or vertrouwelijkheid <= regel.hoogste):
            return ja(f"scope {min(nodig & regel.scopes)}")
    return nee("geen autorisatie van deze applicatie staat dit toe")


def heeft(actor: Applicatie, scope: str, *, proces_id: int | None = None, vertrouwelijkheid: int | None = None) -> bool:
    """Does it hold this one scope, for this type of zaak?"""
    return bool(beslis(actor, "", proces_id=proces_id, vertrouwelijkheid=vertrouwelijkheid, scopes={scope}))
