"""The scopes of the national APIs, per component, in words: what an administrator may give to another system.

A test holds this list beside the documents of the APIs: what an operation asks stands here, and nothing else does.
"""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from autorisatie.models import Component

SCOPES: dict[str, dict[str, str | Promise]] = {
    Component.ZRC: {
        "zaken.lezen": _("zaken lezen"),
        "zaken.aanmaken": _("zaken maken, met hun eerste status"),
        "zaken.bijwerken": _("open zaken wijzigen"),
        "zaken.statussen.toevoegen": _("statussen zetten"),
        "zaken.heropenen": _("afgeronde zaken heropenen"),
        "zaken.geforceerd-bijwerken": _("ook afgeronde zaken wijzigen"),
        "zaken.verwijderen": _("zaken verwijderen, voorgoed"),
        "taken.lezen": _("taken van inwoners lezen, met hun antwoord"),
        "taken.plaatsen": _("inwoners vragen iets te doen"),
        "audittrails.lezen": _("lezen wat systemen wijzigden"),
    },
    Component.DRC: {
        "documenten.lezen": _("documenten lezen"),
        "documenten.aanmaken": _("documenten toevoegen"),
        "documenten.bijwerken": _("documenten wijzigen"),
        "documenten.lock": _("documenten vasthouden om ze te wijzigen"),
        "documenten.geforceerd-unlock": _("documenten losmaken die een ander vasthoudt"),
        "documenten.geforceerd-bijwerken": _("ook definitieve documenten wijzigen"),
        "documenten.verwijderen": _("documenten verwijderen, voorgoed"),
        "audittrails.lezen": _("lezen wat systemen wijzigden"),
    },
    Component.BRC: {
        "besluiten.lezen": _("besluiten lezen"),
        "besluiten.aanmaken": _("besluiten maken"),
        "besluiten.bijwerken": _("besluiten wijzigen"),
        "besluiten.verwijderen": _("besluiten verwijderen, voorgoed"),
        "audittrails.lezen": _("lezen wat systemen wijzigden"),
    },
    Component.ZTC: {
        "catalogi.lezen": _("de catalogus lezen"),
        "catalogi.schrijven": _("zaaktypen maken en wijzigen zolang ze niet gepubliceerd zijn"),
        "catalogi.geforceerd-schrijven": _("ook gepubliceerde zaaktypen wijzigen"),
        "catalogi.geforceerd-verwijderen": _("ook gepubliceerde zaaktypen verwijderen"),
    },
    Component.NRC: {
        "notificaties.consumeren": _("zich abonneren op notificaties"),
        "notificaties.publiceren": _("notificaties sturen"),
    },
    Component.AC: {
        "autorisaties.lezen": _("lezen wat systemen mogen"),
        "autorisaties.bijwerken": _("systemen rechten geven, zonder tweede persoon"),
    },
    Component.KIC: {
        "klantinteracties.lezen": _("contacten lezen"),
        "klantinteracties.bijwerken": _("contacten vastleggen, en wijzigen wat een systeem vastlegde"),
        "klantinteracties.verwijderen": _("contacten verwijderen die een systeem vastlegde"),
        "partijen.lezen": _("personen en organisaties lezen, met hun nummers, adressen en rekeningen"),
        "partijen.bijwerken": _("personen en organisaties vastleggen, en wijzigen wat geen register zegt"),
        "partijen.verwijderen": _("verwijderen wie geen register kent, en wat systemen bij iemand bewaarden"),
    },
}
MET_TYPE = {  # what a line of this component is about
    Component.ZRC: "zaaktype",
    Component.DRC: "informatieobjecttype",
    Component.BRC: "besluittype",
}
MET_VERTROUWELIJKHEID = frozenset({Component.ZRC, Component.DRC})


def woorden(component: str, scopes: Iterable[str]) -> list[str]:
    """These scopes in words; one that nobody knows by its name."""
    bekend = SCOPES.get(component, {})
    return [str(bekend.get(scope, scope)) for scope in scopes]


def onbekende(component: str, scopes: Iterable[str]) -> list[str]:
    return sorted(set(scopes) - set(SCOPES.get(component, {})))
