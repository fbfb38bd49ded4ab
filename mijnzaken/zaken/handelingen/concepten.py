"""The draft: started, saved step by step, thrown away, sent."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from autorisatie.actor import Actor, Anoniem, Burger, Medewerker
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import handeling
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from catalogus.models import Actie, OmschrijvingGeneriekRol, Product, SoortGegeven, Zaaktype
from mijnzaken.documenten.opslag import maak_document, verleng_uploads
from mijnzaken.zaken import afscherming, berichtgeving, brieven, collegas, producten, toetsing
from mijnzaken.zaken.aanmaken import (
    Aanvraag,
    controleer_waarden,
    koppel_document,
    maak_zaak,
    start,
    valt_onder_machtiging,
    verzilver_code,
    voeg_rol_toe,
)
from mijnzaken.zaken.gegevenswaarden import adres_in_het_kort
from mijnzaken.zaken.handelingen.toestemmingen import vraag_toestemmingen
from mijnzaken.zaken.models import (
    Besluit,
    Concept,
    GerelateerdeZaak,
    InwonerProduct,
    Kanaal,
    Productverzoek,
    Zaak,
)
from mijnzaken.zaken.regels import mag_behandelen

BEWAARDAGEN = 30


@handeling("concept_beginnen")
def concept_beginnen(
    actor: Actor,
    zaaktype: Zaaktype,
    product: Product,
    *,
    proces: Any,
    beginwaarden: dict[str, Any] | None = None,
    over_besluit: Besluit | None = None,
    over_product: InwonerProduct | None = None,
    actie: str = Actie.AANVRAGEN,
) -> Concept:
    """Start a draft. ``beginwaarden`` are what the sources already know, in stored form; ``over_product`` is what the
    applicant already holds and wants to change, renew or stop.
    """
    if zaaktype.proces_id != proces.pk:
        raise BestaatNiet
    if over_besluit is None:
        toetsing.moet_kunnen(toetsing.belet(proces))
    if over_besluit is not None:
        over_besluit = _bestreden(actor, over_besluit)
    elif isinstance(actor, Burger) and actor.machtiging is not None and not actor.machtiging.dekt_product(product):
        raise GeenRecht(_("Uw machtiging geldt niet voor dit onderwerp."))
    if over_product is not None:
        over_product = producten.te_bevragen(actor, over_product, actie)
    nu = klok.nu()
    concept = Concept(
        zaaktype=zaaktype,
        product=product,
        partij=actor.voor_wie if isinstance(actor, Burger) else None,
        gemachtigde=actor.partij if isinstance(actor, Burger) and actor.namens else None,
        sessie_zoekwaarde=actor.sessie if isinstance(actor, Anoniem) else "",
        over_besluit=over_besluit,
        over_zaak=over_besluit.zaak if over_besluit else None,
        over_product=over_product,
        actie=actie if over_product else Actie.AANVRAGEN,
        aangemaakt_op=nu,
        gewijzigd_op=nu,
        verloopt_op=klok.vandaag() + timedelta(days=BEWAARDAGEN),
    )
    if isinstance(actor, Anoniem) and not (zaaktype.anoniem_toegestaan and actor.sessie):
        raise GeenRecht("Log eerst in om dit aan te vragen.")
    concept.zet_waarden(beginwaarden or {})
    concept.save()
    return concept


def _bestreden(actor: Actor, over_besluit: Besluit) -> Besluit:
    """The decision, through the actor's own door, when one can object to it."""
    besluit: Besluit | None = Besluit.objects.een(actor, over_besluit.uuid)
    if besluit is None:
        raise BestaatNiet
    if not besluit.bezwaar_mogelijk:
        raise OnjuisteToestand("Tegen dit besluit kunt u geen bezwaar maken.")
    return besluit


@handeling("concept_opslaan", op="zaken.Concept")
def concept_opslaan(actor: Actor, concept: Concept, waarden: dict[str, Any], *, stap: int | None = None) -> Concept:
    """Keep what was typed, also when it is not right yet: nothing is lost."""
    concept.zet_waarden({**concept.lees_waarden(), **waarden})
    if stap is not None:
        concept.stap = stap
    _raak_aan(concept, "waarden", "stap")
    return concept


@handeling("concept_opslaan", op="zaken.Concept")
def concept_bestand_toevoegen(actor: Actor, concept: Concept, naam: str, upload_uuid: str) -> Concept:
    """A file that was uploaded for a gegeven of the draft."""
    gegeven = concept.zaaktype.gegevens.filter(naam=naam, soort=SoortGegeven.BESTAND).first()
    if gegeven is None:
        raise BestaatNiet
    lijst = concept.bestanden.setdefault(naam, [])
    hoogste = int(gegeven.validatie.get("max_aantal", 10))
    if len(lijst) >= hoogste:
        raise Invoerfout({naam: f"U kunt hier ten hoogste {hoogste} bestanden toevoegen. Haal eerst een bestand weg."})
    lijst.append(upload_uuid)
    _raak_aan(concept, "bestanden")
    return concept


@handeling("concept_opslaan", op="zaken.Concept")
def concept_bestand_weghalen(actor: Actor, concept: Concept, naam: str, upload_uuid: str) -> Concept:
    concept.bestanden[naam] = [u for u in concept.bestanden.get(naam, []) if u != upload_uuid]
    _raak_aan(concept, "bestanden")
    return concept


@handeling("concept_weggooien", op="zaken.Concept")
def concept_weggooien(actor: Actor, concept: Concept) -> None:
    concept.delete()


@handeling("indienen", op="zaken.Concept")
def indienen(actor: Actor, concept: Concept) -> Zaak:
    """The application is made: receipt is now (Awb 2:17, 2:20), the draft is gone, the applicant gets a confirmation.

    Sending twice makes one zaak: the draft is locked, and the second time it no longer exists.
    """
    zaaktype = concept.zaaktype
    toetsing.moet_kunnen(toetsing.belet_versturen(concept))
    gegevens = list(zaaktype.gegevens.filter(stap__isnull=False))
    waarden = controleer_waarden(gegevens, concept.lees_waarden(), concept.bestanden)
    code = verzilver_code(zaaktype, waarden)
    zaak = maak_zaak(
        actor,
        Aanvraag(
            zaaktype=zaaktype,
            product=concept.product,
            aanvrager=concept.partij,
            waarden=waarden,
            kanaal=Kanaal.PORTAAL,
            omschrijving=_omschrijving(waarden),
            concept_uuid=concept.uuid,
        ),
    )
    if concept.gemachtigde is not None:
        # He sees it through his machtiging, for as long as that lasts, and never as himself.
        voeg_rol_toe(zaak, OmschrijvingGeneriekRol.KLANTCONTACTER, concept.gemachtigde, ziet_zaak=False)
    valt_onder_machtiging(actor, zaak)
    if code is not None:
        code.gebruikt_op, code.zaak = klok.nu(), zaak
        code.save(update_fields=["gebruikt_op", "zaak"])
    if concept.over_besluit is not None:
        GerelateerdeZaak.objects.create(
            zaak=zaak, andere_zaak=concept.over_zaak, besluit=concept.over_besluit, aard_relatie="onderwerp"
        )
        if concept.over_zaak is not None and afscherming.erf(zaak, concept.over_zaak):
            collegas.meld_zonder_toegang(zaak)
    if concept.over_product is not None:
        over = producten.te_bevragen(actor, concept.over_product, concept.actie, vergrendel=True)
        Productverzoek.objects.create(zaak=zaak, inwonerproduct=over, actie=concept.actie)
    _bewaar_bestanden(actor, zaak, concept)
    start(zaak)
    vraag_toestemmingen(zaak, waarden)
    concept.delete()
    bewijs = brieven.ontvangstbevestiging(zaak)
    berichtgeving.meld_ontvangst(zaak, bewijs)
    return zaak


@handeling("zaak_registreren")
def zaak_registreren(actor: Actor, aanvraag: Aanvraag, *, proces: Any) -> Zaak:
    """Staff register a paper or spoken application, with its real date of receipt; it is then a zaak like any other."""
    if aanvraag.zaaktype.proces_id != proces.pk:
        raise BestaatNiet
    toetsing.moet_kunnen(toetsing.belet(proces))
    gegevens = list(aanvraag.zaaktype.gegevens.filter(stap__isnull=False))
    aanvraag.waarden = {k: v for k, v in aanvraag.waarden.items() if k in {g.naam for g in gegevens}}
    zaak = maak_zaak(actor, aanvraag)
    if isinstance(actor, Medewerker):
        mag_behandelen(zaak, actor.gebruiker)
    start(zaak)
    vraag_toestemmingen(zaak, aanvraag.waarden)
    if aanvraag.aanvrager is not None:
        berichtgeving.meld_ontvangst(zaak, brieven.ontvangstbevestiging(zaak))
    return zaak


def ingediende_zaak(actor: Actor, concept_uuid: Any) -> Zaak | None:
    """The zaak that a draft became: for the second click."""
    zaak: Zaak | None = Zaak.objects.voor(actor).filter(concept_uuid=concept_uuid).first()
    return zaak


def _omschrijving(waarden: dict[str, Any]) -> str:
    """What tells this zaak apart in a list: the address it is about, if there is one."""
    return next(filter(None, map(adres_in_het_kort, waarden.values())), "")


def _bewaar_bestanden(actor: Actor, zaak: Zaak, concept: Concept) -> None:
    gegevens = {g.naam: g for g in zaak.zaaktype.gegevens.filter(soort=SoortGegeven.BESTAND)}
    for naam, uploads in concept.bestanden.items():
        gegeven = gegevens.get(naam)
        if gegeven is None or gegeven.informatieobjecttype is None:
            continue
        for upload in uploads:
            document = maak_document(
                upload,
                titel=gegeven.label[:200],
                informatieobjecttype=gegeven.informatieobjecttype,
                auteur=zaak.aanvragernaam or "Indiener",
                zichtbaar_voor_inwoner=True,
                plaatser="inwoner",
                vertrouwelijkheidaanduiding=zaak.vertrouwelijkheidaanduiding,
                eigenaar=eigenaar_van_concept(concept),
            )
            koppel_document(zaak, document, van=concept.partij)


def _raak_aan(concept: Concept, *velden: str) -> None:
    concept.versie += 1
    concept.gewijzigd_op = klok.nu()
    concept.verloopt_op = klok.vandaag() + timedelta(days=BEWAARDAGEN)
    concept.aangekondigd_op = None
    verleng_uploads(eigenaar_van_concept(concept), klok.nu() + timedelta(days=BEWAARDAGEN + 1))
    concept.save(update_fields=[*velden, "versie", "gewijzigd_op", "verloopt_op", "aangekondigd_op"])


def eigenaar_van_concept(concept: Concept) -> str:
    """The owner key of uploads that belong to this draft."""
    return zoekwaarde(str(concept.uuid), soort="upload")
