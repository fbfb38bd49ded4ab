"""Making a zaak with what belongs to it from the first moment. Called by the handelingen that bring one into being."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings

from autorisatie.actor import Actor, Burger, Medewerker
from autorisatie.fouten import Invoerfout
from autorisatie.models import Gebruiker, Partij, Reikwijdte
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok, verdelen
from catalogus.formulieren import geldige_waarden, voorwaarde
from catalogus.models import (
    Bron,
    Fase,
    Gegeven,
    OmschrijvingGeneriekRol,
    Product,
    Roltype,
    SoortGegeven,
    Team,
    Zaaktype,
)
from mijnzaken.documenten.models import Document
from mijnzaken.documenten.opslag import koppelen
from mijnzaken.zaken import afscherming, notificaties, stappen, termijn
from mijnzaken.zaken.models import (
    Aanvraagcode,
    BetrokkeneType,
    Gegevenswaarde,
    Kanaal,
    Rol,
    Taak,
    Zaak,
    Zaakdocument,
    ZaakMachtiging,
)
from mijnzaken.zaken.nummers import lees_code, nieuw_nummer


@dataclass
class Aanvraag:
    """What somebody asks for, however it came in. ``waarden`` are in the form in which they are stored."""

    zaaktype: Zaaktype
    product: Product | None = None
    aanvrager: Partij | None = None
    gemachtigde: Partij | None = None
    waarden: dict[str, Any] = field(default_factory=dict)
    ontvangen_op: datetime | None = None
    kanaal: str = Kanaal.PORTAAL
    omschrijving: str = ""
    toelichting: str = ""
    spoed: bool = False
    team: Team | None = None
    concept_uuid: Any = None
    identificatie: str = ""


def maak_zaak(actor: Actor, aanvraag: Aanvraag) -> Zaak:
    """The row, its initiator, its values and its first status. The term starts when ``start`` is called."""
    zaaktype = aanvraag.zaaktype
    nummer = nieuw_nummer()
    nu = klok.nu()
    ontvangen = aanvraag.ontvangen_op or nu
    if ontvangen > nu:
        raise Invoerfout({"ontvangen_op": "De dag van ontvangst kan niet in de toekomst liggen."})
    zaak: Zaak = Zaak.objects.create(
        nummer=nummer,
        identificatie=aanvraag.identificatie or nummer,
        bronorganisatie=settings.GEMEENTE["rsin"],
        verantwoordelijke_organisatie=settings.GEMEENTE["rsin"],
        omschrijving=aanvraag.omschrijving[:80],
        toelichting=aanvraag.toelichting[:1000],
        zaaktype=zaaktype,
        proces=zaaktype.proces,
        product=aanvraag.product,
        registratiedatum=klok.datum(nu),
        startdatum=klok.datum(ontvangen),
        vertrouwelijkheidaanduiding=zaaktype.vertrouwelijkheidaanduiding,
        fase=Fase.ONTVANGEN,
        team=aanvraag.team or _team_voor(aanvraag),
        ontvangen_op=ontvangen,
        kanaal=aanvraag.kanaal,
        geregistreerd_door=actor.gebruiker if isinstance(actor, Medewerker) else None,
        concept_uuid=aanvraag.concept_uuid,
        aanvragernaam=aanvraag.aanvrager.naam[:200] if aanvraag.aanvrager else "",
        spoed=aanvraag.spoed,
        gewijzigd_op=nu,
    )
    if aanvraag.aanvrager is not None:
        voeg_rol_toe(zaak, OmschrijvingGeneriekRol.INITIATOR, aanvraag.aanvrager)
    _bewaar_waarden(zaak, aanvraag.waarden, Bron.AANVRAGER)
    return zaak


def _team_voor(aanvraag: Aanvraag) -> Team:
    return verdelen.team_voor(
        aanvraag.zaaktype,
        product_id=aanvraag.product.pk if aanvraag.product else None,
        antwoorden=aanvraag.waarden,
        postcode=aanvraag.aanvrager.postcode if aanvraag.aanvrager else "",
    )


def start(zaak: Zaak) -> None:
    """First status, term, and the tasks that come with it; after the relations of the zaak are there."""
    notificaties.meld(zaak, "zaak", "zaken", zaak.uuid)
    eerste = min(stappen.statustypen(zaak), key=lambda s: s.volgnummer, default=None)
    if eerste is not None:
        stappen.noteer_status(zaak, eerste)
    termijn.begin_eerste(zaak)


def voeg_rol_toe(zaak: Zaak, generiek: str, partij: Partij, *, ziet_zaak: bool = True) -> Rol:
    """Give a partij its part in the zaak, by the first roltype of that kind."""
    roltype = zaak.zaaktype.roltypen.filter(omschrijving_generiek=generiek).order_by("pk").first()
    if roltype is None:
        roltype = Roltype.objects.create(
            zaaktype=zaak.zaaktype,
            omschrijving=OmschrijvingGeneriekRol(generiek).label.capitalize(),
            omschrijving_generiek=generiek,
            ziet_zaak=ziet_zaak,
        )
    return zet_rol(zaak, roltype, partij, ziet_zaak=ziet_zaak)


def valt_onder_machtiging(actor: Actor, zaak: Zaak) -> None:
    """What a gemachtigde began for another he goes on seeing under that machtiging, also when it names its zaken."""
    if isinstance(actor, Burger) and actor.machtiging is not None and actor.machtiging.reikwijdte != Reikwijdte.ALLES:
        ZaakMachtiging.objects.get_or_create(machtiging=actor.machtiging, zaak=zaak)


def zet_rol(zaak: Zaak, roltype: Roltype, partij: Partij, *, ziet_zaak: bool) -> Rol:
    if partij.vestigingsnummer:
        soort = BetrokkeneType.VESTIGING
    elif partij.is_organisatie:
        soort = BetrokkeneType.NIET_NATUURLIJK_PERSOON
    else:
        soort = BetrokkeneType.NATUURLIJK_PERSOON
    rol: Rol = Rol.objects.create(
        zaak=zaak,
        roltype=roltype,
        partij=partij,
        betrokkene_type=soort,
        registratiedatum=klok.nu(),
        ziet_zaak=ziet_zaak,
    )
    afscherming.werk_bij(zaak)  # the zaak of a shielded partij is shielded from its first moment
    return rol


def zet_behandelaar(zaak: Zaak, gebruiker: Gebruiker | None) -> None:
    """The ZGW rol behandelaar follows the handler of the zaak."""
    zaak.rollen.filter(roltype__omschrijving_generiek=OmschrijvingGeneriekRol.BEHANDELAAR).delete()
    zaak.behandelaar = gebruiker
    stappen.raak_aan(zaak, "behandelaar")
    roltype = zaak.zaaktype.roltypen.filter(omschrijving_generiek=OmschrijvingGeneriekRol.BEHANDELAAR).first()
    if gebruiker is not None and roltype is not None:
        Rol.objects.create(
            zaak=zaak,
            roltype=roltype,
            medewerker=gebruiker,
            betrokkene_type=BetrokkeneType.MEDEWERKER,
            betrokkene_identificatie={"identificatie": gebruiker.gebruikersnaam},
            registratiedatum=klok.nu(),
        )


def _bewaar_waarden(zaak: Zaak, waarden: dict[str, Any], bron: str) -> None:
    nu = klok.nu()
    gegevens = {g.naam: g for g in zaak.zaaktype.gegevens.all()}
    Gegevenswaarde.objects.bulk_create(
        Gegevenswaarde(zaak=zaak, gegeven=gegevens[naam], waarde=waarde, bron=bron, moment=nu)
        for naam, waarde in waarden.items()
        if naam in gegevens and waarde not in (None, "", [])
    )


def controleer_waarden(
    gegevens: Iterable[Gegeven], waarden: dict[str, Any], bestanden: dict[str, list[str]]
) -> dict[str, Any]:
    """The values that count: hidden fields dropped, required ones there. Raises Invoerfout per field."""
    fouten: dict[str, str] = {}
    geldig: dict[str, Any] = {}
    vragen = list(gegevens)
    waarden = geldige_waarden(vragen, waarden)
    for gegeven in vragen:
        if not voorwaarde(gegeven.toon_als, waarden):
            continue
        if gegeven.soort == SoortGegeven.BESTAND:
            if gegeven.verplicht and not bestanden.get(gegeven.naam):
                fouten[gegeven.naam] = f"Voeg een bestand toe bij: {gegeven.label}."
            continue
        waarde = waarden.get(gegeven.naam)
        if waarde in (None, "", []):
            if gegeven.verplicht:
                fouten[gegeven.naam] = f"Vul in: {gegeven.label}."
            continue
        geldig[gegeven.naam] = waarde
    if fouten:
        raise Invoerfout(fouten)
    return geldig


def verzilver_code(zaaktype: Zaaktype, waarden: dict[str, Any]) -> Aanvraagcode | None:
    """The code of the letter, locked: it is good once, until its last day. Raises Invoerfout."""
    gegeven = next((g for g in zaaktype.gegevens.all() if g.eenmalige_code), None)
    if gegeven is None:
        return None
    code = (
        Aanvraagcode.objects.select_for_update()
        .filter(proces=zaaktype.proces, code_zoekwaarde=codesleutel(str(waarden.get(gegeven.naam, ""))))
        .first()
    )
    if code is None or code.gebruikt_op is not None:
        raise Invoerfout(
            {gegeven.naam: "Deze code klopt niet, of is al gebruikt. Kijk in uw brief en typ de code opnieuw."}
        )
    if code.geldig_tot < klok.vandaag():
        raise Invoerfout({gegeven.naam: "Deze code is verlopen. Bel ons op 14 070, dan kijken wij wat nog kan."})
    return code


def codesleutel(getypt: str) -> str:
    return zoekwaarde(lees_code(getypt), soort="aanvraagcode")


def koppel_document(
    zaak: Zaak, document: Document, *, van: Partij | None = None, taak: Taak | None = None
) -> Zaakdocument:
    """ZGW zrc-004/005: registratiedatum is ours; the relation is mirrored in Documenten. ``van`` is the party who sent
    it, or whose data it holds; ``taak`` what it answers.
    """

    koppelen(document, "zaak", zaak.uuid)
    rij: Zaakdocument = Zaakdocument.objects.create(
        zaak=zaak,
        document=document,
        titel=document.titel,
        registratiedatum=klok.nu(),
        van_rol=zaak.rollen.filter(partij=van).first() if van is not None else None,
        taak=taak,
    )
    notificaties.meld(zaak, "zaakinformatieobject", "zaakinformatieobjecten", rij.uuid)
    return rij
