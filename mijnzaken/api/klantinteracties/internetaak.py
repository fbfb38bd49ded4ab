"""``/internetaken``: what a department is asked after a contact: the terugbelnotities on its list."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from catalogus.models import Fase
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Filter, Inhoud, Rijen
from mijnzaken.api.fouten import ApiFout, veldfout
from mijnzaken.api.klantinteracties.actor import vind
from mijnzaken.api.klantinteracties.gedeeld import LEZEN, REDEN, genoemd, naar, op_beide, pad, uuids
from mijnzaken.api.kolommen import schrijf
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken.handelingen import internetaken as handelingen
from mijnzaken.zaken.handelingen.internetaken import Toewijzing
from mijnzaken.zaken.models import Notitie, Rol, Status, Terugbelgegevens, Zaakcontact

TE_VERWERKEN, VERWERKT = "te_verwerken", "verwerkt"
BEANTWOORD = "Uw vraag is behandeld."
_KOLOMMEN = {"gevraagdeHandeling": "onderwerp", "referentienummer": "kenmerk"}
_LANGSTE_NUMMER = 10  # characters, by the standard; staff may write more


def _rijen(wie: Applicatie) -> Rijen:
    contact = Zaakcontact.objects.systeem(REDEN).filter(zaak=OuterRef("zaak"), klantcontact_uuid__isnull=False)
    laatste = Status.objects.systeem(REDEN).filter(zaak=OuterRef("zaak")).order_by("-datum_status_gezet", "-pk")
    toelichting = Notitie.objects.systeem(REDEN).filter(zaak=OuterRef("zaak"), onderwerp=handelingen.TOELICHTING)
    return (
        Terugbelgegevens.objects.voor(wie)
        .select_related("zaak__team", "zaak__behandelaar")
        .annotate(
            contact_=Subquery(contact.order_by("pk").values("klantcontact_uuid")[:1]),
            toelichting_=Subquery(toelichting.order_by("-pk").values("tekst")[:1]),
            laatste_=Subquery(laatste.values("datum_status_gezet")[:1]),
            partijen_=uuids(Rol, "zaak", van="zaak", kolom="partij"),
        )
    )


def _vorm(rij: Any) -> Inhoud:
    zaak = rij.zaak
    actoren = [naar("actoren", zaak.team.uuid)]
    if zaak.behandelaar is not None:
        actoren.append(naar("actoren", zaak.behandelaar.uuid))
    return {
        "uuid": rij.uuid,
        "url": adres(pad("internetaken", rij.uuid)),
        "nummer": None,
        "referentienummer": rij.kenmerk[:_LANGSTE_NUMMER],
        "gevraagdeHandeling": rij.onderwerp,
        "toelichting": rij.toelichting_ or "",
        "aanleidinggevendKlantcontact": naar("klantcontacten", rij.contact_),
        "toegewezenAanActor": actoren[0],
        "toegewezenAanActoren": actoren,
        "status": TE_VERWERKEN if zaak.is_open else VERWERKT,
        "toegewezenOp": zaak.ontvangen_op,
        "afgehandeldOp": None if zaak.is_open else rij.laatste_,
    }


# -- writing -----------------------------------------------------------------------------------------------------------


def _gezegd(vraag: Vraag) -> dict[str, Any]:
    lijf = vraag.gegevens
    velden = schrijf(lijf, Terugbelgegevens, _KOLOMMEN)
    return velden | {"toelichting": lijf["toelichting"]} if "toelichting" in lijf else velden


def _aan(vraag: Vraag) -> Toewijzing | None:
    """Whom the body names, if it does; ApiFout 400 for who does no work here."""
    lijf = vraag.gegevens
    if "toegewezenAanActoren" in lijf:
        veld, genoemden = "toegewezenAanActoren", lijf["toegewezenAanActoren"]
    elif "toegewezenAanActor" in lijf:
        veld, genoemden = "toegewezenAanActor", [lijf["toegewezenAanActor"]]
    else:
        return None
    aan = Toewijzing()
    for actor in (vind(vraag.actor, deel["uuid"]) for deel in genoemden):
        match actor:
            case ("team", team):
                aan = replace(aan, team=aan.team or team)
            case ("medewerker", medewerker) if medewerker.is_active:
                aan = replace(aan, medewerker=aan.medewerker or medewerker)
            case _:
                raise veldfout(f"{veld}.uuid", "invalid", "Noem een team, of iemand die hier werkt.")
    return aan


def _leg_vast(vraag: Vraag) -> Terugbelgegevens:
    contact = genoemd(vraag, "aanleidinggevendKlantcontact", Klantcontact)
    rij = handelingen.internetaak_maken(vraag.actor, contact, _gezegd(vraag), _aan(vraag) or Toewijzing())
    return _rond_af(vraag, rij) if vraag.gegevens["status"] == VERWERKT else rij


def _wijzig(vraag: Vraag, rij: Any) -> Terugbelgegevens:
    lijf = vraag.gegevens
    if lijf.get("aanleidinggevendKlantcontact", {"uuid": rij.contact_})["uuid"] != rij.contact_:
        raise veldfout("aanleidinggevendKlantcontact", "wijzigen-niet-toegelaten", "Dit verandert niet meer.")
    was = TE_VERWERKEN if rij.zaak.is_open else VERWERKT
    if was == VERWERKT:
        raise ApiFout(409, "taak-verwerkt", "Deze taak is verwerkt; de afdeling kan haar heropenen.")
    nieuw: Terugbelgegevens = handelingen.internetaak_bijwerken(vraag.actor, rij, _gezegd(vraag), _aan(vraag))
    return _rond_af(vraag, nieuw) if lijf.get("status", was) == VERWERKT else nieuw


def _verwijder(vraag: Vraag, rij: Terugbelgegevens) -> None:
    handelingen.internetaak_verwijderen(vraag.actor, rij)


def _rond_af(vraag: Vraag, rij: Terugbelgegevens) -> Terugbelgegevens:
    klaar: Terugbelgegevens = handelingen.internetaak_afhandelen(vraag.actor, rij, BEANTWOORD)
    return klaar


# -- filters -----------------------------------------------------------------------------------------------------------


def _bij_contact(opzoek: str) -> Filter:
    def smal(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
        contacten = Klantcontact.objects.systeem(REDEN).filter(**{opzoek: waarde}).order_by().values("uuid")
        van = Zaakcontact.objects.systeem(REDEN).filter(klantcontact_uuid__in=contacten)
        return rijen.filter(zaak__in=van.values("zaak"))

    return smal


def _van_actor(rijen: Rijen, waarde: UUID, vraag: Vraag) -> Rijen:
    return rijen.filter(Q(zaak__team__uuid=waarde) | Q(zaak__behandelaar__uuid=waarde))


def _naam_van_actor(rijen: Rijen, waarde: str, vraag: Vraag) -> Rijen:
    return rijen.filter(Q(zaak__team__naam=waarde) | Q(zaak__behandelaar__achternaam__iexact=waarde))


def _status(rijen: Rijen, waarde: str, vraag: Vraag) -> Rijen:
    klaar = Q(zaak__fase=Fase.AFGEROND)
    return rijen.filter(klaar if waarde == VERWERKT else ~klaar)


def _geen_nummer(rijen: Rijen, waarde: str, vraag: Vraag) -> Rijen:
    return rijen.none() if waarde else rijen


def _van_wie(vraag: Vraag, rijen: Sequence[Any]) -> set[int]:
    return {pk for rij in rijen for pk in rij.partijen_}


INTERNETAKEN = Bron(
    naam="internetaken",
    soort="internetaak",
    pad="/internetaken",
    schema="InterneTaak",
    model=Terugbelgegevens,
    rijen=_rijen,
    vorm=_vorm,
    lezen=LEZEN,
    groep=Gegevensgroep.CONTACT,
    lezing="contact_inzien",
    betrokkenen=_van_wie,
    filters={
        "nummer": _geen_nummer,
        "referentienummer": "kenmerk",
        "status": _status,
        "toegewezenOp": "zaak__ontvangen_op",
        **op_beide("toegewezenAanActor", _van_actor),
        "actoren__naam": _naam_van_actor,
        **op_beide("aanleidinggevendKlantcontact", _bij_contact("uuid")),
        "klantcontact__uuid": _bij_contact("uuid"),
        "klantcontact__nummer": _bij_contact("nummer"),
        "klantcontact__referentienummer": _bij_contact("referentienummer"),
    },
    hoofd=lambda rij: (pad("internetaken", rij.uuid), rij.zaak.uuid, "internetaak"),
    weergave=lambda rij: rij.zaak.nummer,
    kanaal="internetaken",
    aanmaken=_leg_vast,
    bijwerken=_wijzig,
    verwijderen=_verwijder,
)
