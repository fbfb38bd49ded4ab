"""``/applicaties``: what a system may, as the standard writes it, and how another system changes that."""

from typing import Any

from django.db.models import Prefetch, Q

from autorisatie.actor import Applicatie as Actor
from autorisatie.models import Applicatie, Autorisatie, Component
from autorisatie.scopelijst import MET_TYPE, MET_VERTROUWELIJKHEID
from catalogus.vertrouwelijkheid import naar_zgw, uit_zgw
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.fouten import ApiFout, Veldfout
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.inrichting.autorisaties import (
    Toegang,
    autorisaties_aanmaken,
    autorisaties_verwijderen,
    autorisaties_wijzigen,
)

_CATALOGUS = "/catalogi/api/v1"
_COLLECTIE = {  # attribute of the standard -> the collection of Catalogi
    "zaaktype": "zaaktypen",
    "informatieobjecttype": "informatieobjecttypen",
    "besluittype": "besluittypen",
}
_HOOGSTE = "maxVertrouwelijkheidaanduiding"


def rijen(actor: Actor) -> Rijen:
    """Those that two persons let in, or that a system made: not what was only proposed, nor what was stopped."""
    regels = Autorisatie.objects.select_related(*_COLLECTIE)
    return Applicatie.objects.filter(is_active=True).prefetch_related("clientnamen", Prefetch("autorisaties", regels))


def vorm(rij: Applicatie) -> Inhoud:
    return {
        "url": adres(f"/autorisaties/api/v1/applicaties/{rij.uuid}"),
        "clientIds": rij.client_ids,
        "label": rij.label,
        "heeftAlleAutorisaties": rij.heeft_alle_autorisaties,
        "alleenIsGereedVoorPublicatie": rij.alleen_gereed_voor_publicatie,
        "autorisaties": [_regel(regel) for regel in rij.autorisaties.all()],
    }


def _regel(regel: Autorisatie) -> Inhoud:
    inhoud: Inhoud = {
        "component": regel.component,
        "componentWeergave": Component(regel.component).label,
        "scopes": regel.scopes,
    }
    for naam, collectie in _COLLECTIE.items():
        if (type_ := getattr(regel, naam)) is not None:
            inhoud[naam] = adres(f"{_CATALOGUS}/{collectie}/{type_.uuid}")
    if regel.max_vertrouwelijkheid:
        inhoud[_HOOGSTE] = naar_zgw(regel.max_vertrouwelijkheid)
    return inhoud


# -- writing -----------------------------------------------------------------------------------------------------------


def _toegang(vraag: Vraag, nu: Applicatie | None = None) -> Toegang:
    """What the body says; of a PATCH the rest is as it is. Who says one of everything and separate rights, leaves the
    other."""
    lijf = vraag.gegevens
    blijft = nu if vraag.gedeeltelijk else None
    noemt_alles, noemt_regels = "heeftAlleAutorisaties" in lijf, "autorisaties" in lijf
    alles, regels = lijf.get("heeftAlleAutorisaties", False), _regels(vraag, lijf.get("autorisaties") or [])
    if blijft is not None and not noemt_alles:
        alles = blijft.heeft_alle_autorisaties and not noemt_regels
    if blijft is not None and not noemt_regels and not alles:
        regels = [regel.als_velden() for regel in blijft.autorisaties.all()]
    return Toegang(
        client_ids=lijf["clientIds"] if "clientIds" in lijf or blijft is None else blijft.client_ids,
        label=lijf["label"] if "label" in lijf or blijft is None else blijft.label,
        heeft_alle_autorisaties=alles,
        alleen_gereed_voor_publicatie=lijf.get(
            "alleenIsGereedVoorPublicatie", blijft.alleen_gereed_voor_publicatie if blijft else False
        ),
        autorisaties=regels,
    )


def _regels(vraag: Vraag, gegeven: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """ac-003: what a component needs is there, and refers to something of ours."""
    fouten: list[Veldfout] = []
    regels = []
    for nummer, regel in enumerate(gegeven):
        component, plek = regel["component"], f"autorisaties.{nummer}"
        nodig = [naam for naam in (MET_TYPE.get(component, ""),) if naam]
        nodig += [_HOOGSTE] if component in MET_VERTROUWELIJKHEID else []
        ontbreekt = [naam for naam in nodig if not regel.get(naam)]
        fouten += [Veldfout(f"{plek}.{naam}", "required", "Dit veld is vereist.") for naam in ontbreekt]
        if not regel["scopes"]:
            fouten.append(Veldfout(f"{plek}.scopes", "empty", "Geef ten minste een scope."))
        if not fouten:
            regels.append(_velden(vraag, plek, regel))
    if fouten:
        raise ApiFout(400, velden=fouten)
    return regels


def _velden(vraag: Vraag, plek: str, regel: dict[str, Any]) -> dict[str, Any]:
    component = regel["component"]
    velden: dict[str, Any] = {"component": component, "scopes": list(dict.fromkeys(regel["scopes"]))}
    if naam := MET_TYPE.get(component):
        type_ = verwijzing.rij(vraag, f"{plek}.{naam}", f"catalogi.{_COLLECTIE[naam]}", regel[naam])
        velden[naam] = type_
        if naam == "zaaktype":
            velden["proces_id"] = type_.proces_id
    if component in MET_VERTROUWELIJKHEID:
        velden["max_vertrouwelijkheid"] = uit_zgw(regel[_HOOGSTE])
    return velden


def _aanmaken(vraag: Vraag) -> Applicatie:
    rij: Applicatie = autorisaties_aanmaken(vraag.actor, _toegang(vraag))
    return rij


def _bijwerken(vraag: Vraag, rij: Applicatie) -> Applicatie:
    nieuw: Applicatie = autorisaties_wijzigen(vraag.actor, rij, _toegang(vraag, rij))
    return nieuw


def _verwijderen(vraag: Vraag, rij: Applicatie) -> None:
    autorisaties_verwijderen(vraag.actor, rij)


# -- the table ---------------------------------------------------------------------------------------------------------


def _met_client_id(client_ids: list[str]) -> Q:
    return Q(client_id__in=client_ids) | Q(clientnamen__client_id__in=client_ids)


def _met_een_van(gevonden: Rijen, waarde: str, vraag: Vraag) -> Rijen:
    return gevonden.filter(_met_client_id([deel.strip() for deel in waarde.split(",")])).distinct()


def van_client(vraag: Vraag) -> Antwoord:
    """``/applicaties/consumer``: the one with this client_id."""
    rij = rijen(vraag.actor).filter(_met_client_id([vraag.parameters.get("clientId", "")])).first()
    if rij is None:
        raise ApiFout(404)
    return Antwoord(vorm(rij))


APPLICATIES = Bron(
    naam="applicaties",
    soort="applicatie",
    pad="/applicaties",
    schema="Applicatie",
    model=Applicatie,
    rijen=rijen,
    vorm=vorm,
    lezen="autorisaties.lezen",
    filters={"clientIds": _met_een_van},
    weergave=lambda rij: rij.label,
    kanaal="autorisaties",
    aanmaken=_aanmaken,
    bijwerken=_bijwerken,
    verwijderen=_verwijderen,
)
