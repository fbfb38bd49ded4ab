"""What there is of the verified caller, in the words that he reads himself; no more than the matrix gives."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from autorisatie import logboek
from autorisatie.actor import Medewerker
from autorisatie.fouten import BestaatNiet
from autorisatie.gegevensgroepen import Zicht, ziet
from autorisatie.models import Gegevensgroep, Niveau
from autorisatie.toegang import voor_medewerker
from backoffice.kcc import gesprek as gesprekken
from backoffice.kcc.gesprek import Beller
from catalogus import klok
from mijnzaken.klanten import inzien as contacten_inzien
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken.handelingen.terugbellen import PROCES
from mijnzaken.zaken.inzien import Inzage, niveaus_van, zaak_inzien_op_nummer
from mijnzaken.zaken.lijst import Filter, lijst
from mijnzaken.zaken.models import InwonerProduct, Zaak
from mijnzaken.zaken.terugbellijst import over_zaak, van_partij
from mijnzaken.zaken.woorden import kaarttermijn, stappen, status_in_woorden, termijnzin

MEESTE = 50  # zaken of one caller on one screen


@dataclass(frozen=True)
class Klantzaak:
    """A zaak of the caller as the agent may see it. ``rij`` is for choosing it in a form, never for showing."""

    rij: Zaak
    titel: str
    status: str
    termijn: str
    url: str

    @property
    def nummer(self) -> str:
        return self.rij.nummer

    @property
    def kleur(self) -> str:
        return "info" if self.rij.is_open else ""


@dataclass(frozen=True)
class Klantzaken:
    zichtbaar: list[Klantzaak]
    contactpersoon: (
        Zaak | None
    )  # there is a zaak of which only its existence may be known: that there is a contact person


def klantzaken(beller: Beller) -> Klantzaken:
    """Four queries, whatever the number of zaken."""
    blad = lijst(
        beller.actor,
        Filter(partij=beller.partij.pk, zonder_processen=[PROCES]),
        sortering="-binnenkomst",
        aantal=MEESTE,
        erbij=("proces", "zaaktype", "team"),
    )
    prefetch_related_objects(blad.rijen, "statussen__statustype", "resultaten__resultaattype")
    zichtbaar: list[Zaak] = []
    verborgen: list[Zaak] = []
    for rij in blad.rijen:
        mag = ziet(niveaus_van(beller.actor, rij), Gegevensgroep.STATUS, Niveau.STATUS)
        (zichtbaar if mag else verborgen).append(rij)
    zichtbaar.sort(key=lambda rij: not rij.is_open)
    return Klantzaken(
        [
            Klantzaak(rij, rij.titel, status_in_woorden(rij), kaarttermijn(rij), reverse("kcc_zaak", args=[rij.nummer]))
            for rij in zichtbaar
        ],
        next((rij for rij in verborgen if rij.is_open), None),
    )


@voor_medewerker("kcc")
@require_safe
def klant(request: HttpRequest) -> HttpResponse:
    """The klantbeeld."""
    beller = gesprekken.beller(request)
    if beller is None:
        return naar_balie(request)
    logboek.leg_lezing_vast(
        beller.actor,
        "klantbeeld_inzien",
        rij=beller.partij,
        doel=beller.verificatie.doel,
        gegevensgroepen=(Gegevensgroep.PERSOONSGEGEVENS, Gegevensgroep.CONTACT, Gegevensgroep.STATUS),
    )
    zaken = klantzaken(beller)
    notities = van_partij(beller.actor, beller.partij.pk)
    return render(
        request,
        "kcc/klant.html",
        {
            "beller": beller,
            "zaken": zaken.zichtbaar,
            "contactpersoon": zaken.contactpersoon is not None,
            "notities": [notitieregel(beller.actor, rij) for rij in notities],
            "contacten": contactregels(beller, [z.rij for z in zaken.zichtbaar] + notities),
            "producten": _producten(beller),
            "kruimels": [(_("Contact 14 070"), reverse("kcc"))],
        },
    )


def naar_balie(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("Controleer eerst wie u spreekt."))
    return redirect("kcc")


def notitieregel(actor: Medewerker, zaak: Zaak) -> dict[str, Any]:
    niveaus = niveaus_van(actor, zaak)
    gegevens = Zicht(zaak.terugbel, niveaus)
    return {
        "nummer": zaak.nummer,
        "url": reverse("terugbelnotitie", args=[zaak.nummer]),
        "onderwerp": gegevens.onderwerp,
        "uiterlijk_om": gegevens.uiterlijk_om,
        "is_open": zaak.is_open,
        "te_laat": zaak.is_open and zaak.terugbel.uiterlijk_om < klok.nu(),
        "antwoord": gegevens.antwoord,
    }


def contactregels(beller: Beller, bekend: list[Zaak]) -> list[dict[str, Any]]:
    """The contacts of the caller, without those about a zaak of ours that the agent may not know of."""
    uuids = {zaak.uuid for zaak in bekend}
    return [
        contactregel(contact)
        for contact in contacten_inzien.contacten(beller.actor, partij_pk=beller.partij.pk)
        if all(
            o.object_uuid in uuids
            for o in contact.onderwerpobjecten.all()
            if o.code_objecttype == "zaak" and o.object_uuid is not None  # else it is a zaak of another register
        )
    ]


def contactregel(contact: Klantcontact) -> dict[str, Any]:
    moment: datetime = contact.plaatsgevonden_op
    return {
        "datum": moment,
        "kanaal": contact.kanaal.capitalize(),
        "onderwerp": contact.onderwerp,
        "tekst": "",
        "afzender": "",
        "url": "",
    }


def _producten(beller: Beller) -> list[Any]:
    """What the caller holds; a product whose decision the agent may not see is left out."""
    rijen = InwonerProduct.objects.voor(beller.actor).filter(partij=beller.partij, zaak__afgeschermd=False)
    zichten = [
        Zicht(rij, niveaus_van(beller.actor, _zaak(rij)))
        for rij in rijen.select_related("zaak__proces", "zaak__zaaktype")[:MEESTE]
    ]
    return [zicht for zicht in zichten if zicht.naam]


def _zaak(product: InwonerProduct) -> Zaak:
    """The door of staff to a product is its zaak, so there is one."""
    assert product.zaak is not None  # grens of InwonerProduct
    return product.zaak


@voor_medewerker("kcc")
@require_safe
def zaak(request: HttpRequest, nummer: str) -> HttpResponse:
    """One zaak of the verified caller. Without a verified caller every number gives the same answer."""
    beller = gesprekken.beller(request)
    if beller is None:
        return naar_balie(request)
    eigen = Zaak.objects.voor(beller.actor).filter(nummer=nummer, rollen__partij=beller.partij)
    if not eigen.exists():
        raise BestaatNiet
    inzage = zaak_inzien_op_nummer(beller.actor, nummer, doel=beller.verificatie.doel)
    if inzage.zaak.is_terugbelnotitie or not inzage.ziet("status", Niveau.STATUS):
        raise BestaatNiet
    return render(request, "kcc/zaak.html", {"beller": beller, **_zaakpagina(beller, inzage)})


def _zaakpagina(beller: Beller, inzage: Inzage) -> dict[str, Any]:
    rij, stand = inzage.zaak, inzage.termijn
    huidig = next((s.statustype for s in reversed(inzage.statussen) if s.indicatie_laatst_gezette_status), None)
    contacten = contacten_inzien.over(rij.uuid, voor_inwoner=True) if inzage.ziet("contact") else []
    return {
        "zaak": inzage.beeld,
        "nummer": rij.nummer,
        "uuid": rij.uuid,
        "afdeling": rij.team.afdeling.naam,
        "intro": huidig.statustekst if huidig else "",
        "status": status_in_woorden(rij),
        "termijn": termijnzin(rij, stand) if stand else None,
        "stappen": stappen(rij, list(rij.zaaktype.statustypen.all()), inzage.statussen),
        "besluiten": inzage.besluiten,
        "contacten": [contactregel(contact) for contact in contacten],
        "notities": [notitieregel(beller.actor, notitie) for notitie in over_zaak(beller.actor, rij)],
        "kruimels": [(_("Contact 14 070"), reverse("kcc")), (_("Klantbeeld"), reverse("kcc_klant"))],
    }
