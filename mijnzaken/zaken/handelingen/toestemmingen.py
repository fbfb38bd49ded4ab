"""A second party consents from an own log-in; without it there is no decision."""

from datetime import timedelta
from typing import Any

from autorisatie.actor import Actor, Burger
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout
from autorisatie.handeling import handeling
from autorisatie.models import Reikwijdte
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from catalogus.formulieren import voorwaarde
from mijnzaken.zaken import berichtgeving
from mijnzaken.zaken.aanmaken import zet_rol
from mijnzaken.zaken.models import Toestemming, Zaak
from mijnzaken.zaken.nummers import lees_code, nieuwe_code

GELDIG = 21  # days


def vraag_toestemmingen(zaak: Zaak, waarden: dict[str, Any]) -> None:
    """Invite every party whose consent the zaaktype asks, by the e-mail address that the applicant gave."""
    for roltype in zaak.zaaktype.roltypen.filter(toestemming_vereist=True).select_related("uitnodigen_op"):
        adres = str(waarden.get(roltype.uitnodigen_op.naam, "")) if roltype.uitnodigen_op else ""
        if not adres:
            continue
        code = nieuwe_code(12)
        toestemming = Toestemming.objects.create(
            zaak=zaak,
            roltype=roltype,
            emailadres=adres,
            code_zoekwaarde=_sleutel(code),
            gevraagd_op=klok.nu(),
            geldig_tot=klok.vandaag() + timedelta(days=GELDIG),
        )
        berichtgeving.meld_toestemming_gevraagd(zaak, toestemming, code)


def zoek_toestemming(actor: Actor, code: str) -> Toestemming | None:
    """The open request for consent of an invitation, for who logged in and typed its code."""
    if not isinstance(actor, Burger):
        return None
    toestemming: Toestemming | None = (
        Toestemming.objects.systeem("een uitgenodigde partij heeft nog geen rol in de zaak")
        .select_related("zaak__proces", "zaak__zaaktype", "roltype")
        .filter(code_zoekwaarde=_sleutel(code), gegeven_op=None, geweigerd_op=None, geldig_tot__gte=klok.vandaag())
        .first()
    )
    return toestemming


@handeling("toestemming_geven")
def toestemming_geven(actor: Burger, *, proces: Any, code: str, akkoord: bool) -> Zaak:
    """The invited party consents or refuses; with consent it gets its own part in the zaak and follows it.

    Who acts for another does so only when he may act in everything: the invitation is to no zaak of a machtiging yet.
    """
    if actor.machtiging is not None and actor.machtiging.reikwijdte != Reikwijdte.ALLES:
        raise GeenRecht("Uw machtiging geldt hier niet voor.")
    gevonden = zoek_toestemming(actor, code)
    if gevonden is None:
        raise BestaatNiet
    toestemming: Toestemming = (
        Toestemming.objects.systeem("de toestemming wordt vergrendeld")
        .select_for_update(of=("self",))
        .get(pk=gevonden.pk)
    )
    if toestemming.gegeven_op or toestemming.geweigerd_op:
        raise BestaatNiet
    zaak: Zaak = (
        Zaak.objects.systeem("de partij krijgt haar rol").select_for_update(of=("self",)).get(pk=toestemming.zaak_id)
    )
    if zaak.rollen.filter(partij=actor.voor_wie).exists():
        raise Invoerfout(
            {"code": "U bent zelf de aanvrager. De eigenaar van de woning moet met een eigen inlog instemmen."}
        )
    toestemming.partij = actor.voor_wie
    if akkoord:
        toestemming.gegeven_op = klok.nu()
        zet_rol(zaak, toestemming.roltype, actor.voor_wie, ziet_zaak=toestemming.roltype.ziet_zaak)
    else:
        toestemming.geweigerd_op = klok.nu()
    toestemming.save(update_fields=["partij", "gegeven_op", "geweigerd_op"])
    berichtgeving.meld_toestemming_gegeven(zaak, akkoord)
    return zaak


def ontbrekende_toestemming(zaak: Zaak) -> bool:
    """Is a consent that the zaaktype asks of this application not given? An owner, for one, needs no consent of the
    owner: then the form does not ask whom to invite.
    """
    waarden = dict(zaak.gegevenswaarden.filter(actueel=True).values_list("gegeven__naam", "waarde"))
    vereist = {
        roltype.pk
        for roltype in zaak.zaaktype.roltypen.filter(toestemming_vereist=True).select_related("uitnodigen_op")
        if roltype.uitnodigen_op is None or voorwaarde(roltype.uitnodigen_op.toon_als, waarden)
    }
    gegeven = set(zaak.toestemmingen.exclude(gegeven_op=None).values_list("roltype_id", flat=True))
    return bool(vereist - gegeven)


def _sleutel(code: str) -> str:
    return zoekwaarde(lees_code(code), soort="toestemming")
