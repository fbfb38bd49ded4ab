"""The ``InterneTaak`` of Klantinteracties: what another system asks a department after a contact. It is a
terugbelnotitie, so it stands on the same list and is answered in the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from autorisatie.actor import Applicatie
from autorisatie.fouten import OnjuisteToestand
from autorisatie.handeling import handeling
from autorisatie.models import Gebruiker, Partij, Toekenning
from catalogus import klok
from catalogus.models import Team, Uitkomst
from mijnzaken.documenten.bewaarplaats import verwijder
from mijnzaken.klanten.models import Betrokkene, DigitaalAdres, Klantcontact, Onderwerpobject
from mijnzaken.zaken import berichtgeving, stappen
from mijnzaken.zaken.aanmaken import zet_behandelaar
from mijnzaken.zaken.handelingen.afronden import resultaat_bij
from mijnzaken.zaken.handelingen.besluiten import rond_af
from mijnzaken.zaken.handelingen.terugbellen import Terugbelvraag, maak_notitie, terugbelproces
from mijnzaken.zaken.models import Notitie, Terugbelgegevens, Zaak
from mijnzaken.zaken.regels import mag_behandelen
from mijnzaken.zaken.wissen import wis_zaak

REDEN = "een interne taak van een toegelaten contact"
NIEMAND = "onbekend"
TOELICHTING = "Toelichting bij de interne taak"  # a note for staff: the last one counts


@dataclass(frozen=True)
class Toewijzing:
    """Who has to do it: a team, or a colleague (and then a team of his)."""

    team: Team | None = None
    medewerker: Gebruiker | None = None


@handeling("internetaak_maken", op="klanten.Klantcontact")
def internetaak_maken(
    actor: Applicatie, contact: Klantcontact, velden: Mapping[str, Any], aan: Toewijzing
) -> Terugbelgegevens:
    """``velden``: onderwerp (what is asked of the department), kenmerk, and a toelichting for staff only. Whom to call
    is who took part in the contact, and the question is what he said then.
    """
    eigen = dict(velden)
    toelichting = eigen.pop("toelichting", "")
    proces = terugbelproces()
    wie = contact.betrokkenen.select_related("was_partij").order_by("pk").first()
    zaak = maak_notitie(
        actor,
        Terugbelvraag(vraag=contact.inhoud or contact.onderwerp, **eigen, **_beller(wie)),
        proces=proces,
        team=_team(aan) or proces.team,
        partij=_die_meedoet(wie),
        over_zaak=_over_zaak(contact),
        klantcontact_uuid=contact.uuid,
    )
    _licht_toe(actor, zaak, toelichting)
    if aan.medewerker is not None:
        mag_behandelen(zaak, aan.medewerker)
        zet_behandelaar(zaak, aan.medewerker)
    return zaak.terugbel  # type: ignore[no-any-return]


@handeling("internetaak_bijwerken", op="zaken.Terugbelgegevens")
def internetaak_bijwerken(
    actor: Applicatie, gegevens: Terugbelgegevens, velden: Mapping[str, Any], aan: Toewijzing | None = None
) -> Terugbelgegevens:
    """What is asked, in other words; or of others (``aan``)."""
    zaak = _vergrendeld(gegevens)
    eigen = dict(velden)
    _licht_toe(actor, zaak, eigen.pop("toelichting", ""))
    for kolom, waarde in eigen.items():
        setattr(gegevens, kolom, waarde)
    gegevens.save(update_fields=list(eigen))
    if aan is not None:
        if aan.medewerker is not None:
            mag_behandelen(zaak, aan.medewerker)
        zet_behandelaar(zaak, aan.medewerker)
        zaak.team = _team(aan) or zaak.team
    stappen.raak_aan(zaak, "team")
    return gegevens


@handeling("internetaak_afhandelen", op="zaken.Terugbelgegevens")
def internetaak_afhandelen(actor: Applicatie, gegevens: Terugbelgegevens, antwoord: str) -> Terugbelgegevens:
    """It is done; who asked reads the answer. Raises OnjuisteToestand when it was done before."""
    zaak = _vergrendeld(gegevens)
    if not zaak.is_open:
        raise OnjuisteToestand("Deze taak is al verwerkt.")
    gegevens.antwoord = antwoord
    gegevens.save(update_fields=["antwoord"])
    rond_af(zaak, resultaat_bij(zaak, Uitkomst.AFGEHANDELD))
    berichtgeving.meld_terugbel(zaak, "terugbel_beantwoord", antwoord=antwoord, sleutel=str(zaak.versie))
    return gegevens


@handeling("internetaak_verwijderen", op="zaken.Terugbelgegevens")
def internetaak_verwijderen(actor: Applicatie, gegevens: Terugbelgegevens) -> None:
    """It need not be done: the note goes, for good. Raises OnjuisteToestand once somebody is at it: what was done for
    a resident is kept as long as the law says.
    """
    zaak = _vergrendeld(gegevens)
    if zaak.behandelaar is not None or zaak.belpogingen.exists():
        raise OnjuisteToestand("Aan deze taak is al gewerkt.", code="taak-begonnen")
    gegevens.zaak.deden_mee = zaak.betrokken_partijen()
    for pad in wis_zaak(zaak).bestanden:
        transaction.on_commit(partial(verwijder, pad), robust=True)  # a sweep finds what stays


def _vergrendeld(gegevens: Terugbelgegevens) -> Zaak:
    zaak: Zaak = Zaak.objects.systeem(REDEN).select_for_update().get(pk=gegevens.zaak_id)
    return zaak


def _licht_toe(actor: Applicatie, zaak: Zaak, tekst: str) -> None:
    if tekst:
        nu = klok.nu()
        Notitie.objects.create(
            zaak=zaak,
            onderwerp=TOELICHTING,
            tekst=tekst,
            auteur=actor.label,
            aanmaakdatum=nu,
            wijzigingsdatum=nu,
        )


def _team(aan: Toewijzing) -> Team | None:
    if aan.team is not None or aan.medewerker is None:
        return aan.team
    rijen = Toekenning.objects.filter(Toekenning.geldend(), gebruiker=aan.medewerker, team__isnull=False)
    toekenning = rijen.select_related("team").order_by("pk").first()
    return toekenning.team if toekenning is not None else None


def _die_meedoet(wie: Betrokkene | None) -> Partij | None:
    return wie.was_partij if wie is not None else None


def _beller(wie: Betrokkene | None) -> dict[str, Any]:
    """The name and the ways to reach who took part, as far as they are known."""
    if wie is None:
        return {"achternaam": NIEMAND, "telefoonnummer": ""}
    naam: Any = wie.was_partij or wie
    gegeven = DigitaalAdres.objects.systeem(REDEN).filter(vervallen_op=None)
    van = gegeven.filter(verstrekt_door_betrokkene=wie) | gegeven.filter(
        verstrekt_door_partij=wie.was_partij, verstrekt_door_partij__isnull=False
    )
    # What he gave during this contact first, then what he is reached by as a rule.
    adressen = list(van.order_by("verstrekt_door_betrokkene", "-is_standaard_adres", "pk"))
    return {
        "voorletters": naam.voorletters,
        "achternaam": f"{naam.voorvoegsel_achternaam} {naam.achternaam}".strip() or naam.organisatienaam or NIEMAND,
        "telefoonnummer": _eerste(adressen, "telefoonnummer")[:20],
        "emailadres": _eerste(adressen, "email"),
    }


def _eerste(adressen: list[DigitaalAdres], soort: str) -> str:
    return next((adres.zoekvorm for adres in adressen if adres.soort_digitaal_adres == soort), "")


def _over_zaak(contact: Klantcontact) -> Zaak | None:
    """The zaak that the contact was about, if any."""
    rijen: Any = Onderwerpobject.objects.systeem(REDEN).filter(klantcontact=contact, object_uuid__isnull=False)
    uuids: list[UUID] = list(rijen.values_list("object_uuid", flat=True))
    return Zaak.objects.systeem(REDEN).filter(uuid__in=uuids).order_by("pk").first()
