"""The resident's zaken: the list, and the page of one."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie.actor import Burger
from autorisatie.models import Niveau
from autorisatie.toegang import voor_burger
from catalogus import klok
from catalogus.formulieren import in_woorden
from catalogus.models import Uitkomst
from catalogus.templatetags.mz import datum
from mijnzaken.berichten import inzien as berichten_inzien
from mijnzaken.documenten.models import Keuringsstand, Plaatser
from mijnzaken.klanten import inzien as contacten_inzien
from mijnzaken.portaal.contact import notities
from mijnzaken.portaal.kaarten import kaarten
from mijnzaken.zaken.documentrechten import toe_te_voegen
from mijnzaken.zaken.ervaring import gebruikelijke_duur
from mijnzaken.zaken.handelingen.terugbellen import PROCES
from mijnzaken.zaken.handelingen.toestemmingen import ontbrekende_toestemming
from mijnzaken.zaken.inzien import Inzage, zaak_inzien
from mijnzaken.zaken.lijst import Filter, lijst
from mijnzaken.zaken.woorden import dagen, gewist, stappen, termijnzin


@voor_burger
def zaken(request: HttpRequest) -> HttpResponse:
    """All zaken, running first; older ones by page."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    open_ = request.GET.get("toon") != "afgerond"
    blad = lijst(
        actor,
        Filter(open=open_, zonder_processen=[PROCES]),
        sortering="-binnenkomst",
        na=request.GET.get("na", ""),
        voor=request.GET.get("voor", ""),
        aantal=24,
    )
    return render(
        request,
        "portaal/zaken.html",
        {
            "kaarten": kaarten(actor, blad.rijen),
            "open": open_,
            "vorige_url": _blad(request, voor=blad.vorige),
            "volgende_url": _blad(request, na=blad.volgende),
        },
    )


def _blad(request: HttpRequest, **sleutel: str) -> str:
    """The address of another page of this list; empty when there is none."""
    ((naam, waarde),) = sleutel.items()
    if not waarde:
        return ""
    vraag = {k: v for k, v in request.GET.items() if k not in ("na", "voor")}
    return f"?{urlencode({**vraag, naam: waarde})}"


@voor_burger
def zaak(request: HttpRequest, uuid: UUID) -> HttpResponse:
    inzage = zaak_inzien(request.actor, uuid, doel="eigen zaak volgen")  # type: ignore[attr-defined]
    pagina = zaakpagina(inzage)
    pagina["net_ontvangen"] = "ontvangen" in request.GET
    return render(request, "portaal/zaak.html", pagina)


def zaakpagina(inzage: Inzage) -> dict[str, Any]:
    """What the page of one zaak shows."""
    rij = inzage.zaak
    actor: Burger = inzage.actor  # type: ignore[assignment]
    statustypen = list(rij.zaaktype.statustypen.all())
    huidig = next((s.statustype for s in reversed(inzage.statussen) if s.indicatie_laatst_gezette_status), None)
    termijn = inzage.termijn
    return {
        "inzage": inzage,
        "zaak": inzage.beeld,
        "omschrijving": "" if inzage.aanvrager_is_beschermd else inzage.beeld.omschrijving,
        "uuid": rij.uuid,
        "extern": rij.zaaktype.behandeld_door_extern,
        "extern_url": rij.zaaktype.extern_url,
        "intro": huidig.statustekst if huidig else "",
        "termijn": termijnzin(rij, termijn) if termijn else None,
        "slot": rij.slot if inzage.ziet("status", Niveau.STATUS) else "",
        "gebruikelijk_zin": _gebruikelijk(rij.proces_id) if rij.is_open else "",
        "ontvangen_tekst": _("Het nummer van uw zaak is %(nummer)s. U krijgt ook een bericht.")
        % {"nummer": rij.nummer},
        "kruimels": kruimels(),
        "taken": [t for t in inzage.taken if t.stand == "open"],
        "hoorzittingen": inzage.hoorzittingen,
        "stappen": stappen(rij, statustypen, inzage.statussen),
        "documenten": [_document(stuk) for stuk in inzage.documenten],
        "contacten": tijdlijn(actor, rij.uuid),
        "notities": notities(actor, over=rij),
        "besluiten": [_besluit(inzage, besluit) for besluit in inzage.besluiten],
        "gegevens": _gegevens(inzage),
        "antwoorden": _antwoorden(inzage),
        "toestemming_ontbreekt": rij.is_open and ontbrekende_toestemming(rij),
        "mag_machtigen": actor.namens is None and not rij.afgeschermd,
        "mag_intrekken": "intrekken" in inzage.mag,
        "mag_toevoegen": "document_toevoegen" in inzage.mag and bool(toe_te_voegen(actor, rij)),
    }


def kruimels(zaak: Any = None) -> list[tuple[str, str]]:
    pad = [(_("Overzicht"), reverse("overzicht")), (_("Zaken"), reverse("mijn_zaken"))]
    return [*pad, (zaak.titel, reverse("mijn_zaak", args=[zaak.uuid]))] if zaak is not None else pad


def _gebruikelijk(proces_id: int) -> str:
    dagen_ = gebruikelijke_duur(proces_id)
    return _("Bij de meeste mensen duurde dit ten hoogste %(dagen)s.") % {"dagen": dagen(dagen_)} if dagen_ else ""


_NIET_TE_OPENEN = {
    Keuringsstand.WACHT: "Wij controleren dit bestand nog op virussen.",
    Keuringsstand.BESMET: "In dit bestand zit een virus. Stuur het opnieuw vanaf een veilig apparaat.",
    Keuringsstand.GEWEIGERD: "Wij konden dit bestand niet aannemen.",
    Keuringsstand.LEEG: "Het bestand is er nog niet.",
}


def _document(stuk: Any) -> dict[str, Any]:
    document, versie = stuk.document, stuk.document.laatste
    return {
        "naam": document.titel,
        "url": reverse("document", args=[document.uuid]) if document.is_schoon else "",
        "soort": versie.bestandsnaam.rpartition(".")[2].lower(),
        "omvang": versie.bestandsomvang,
        "datum": klok.datum(stuk.registratiedatum),
        "nieuw": stuk.gelezen_door_inwoner_op is None and document.plaatser != Plaatser.INWONER and document.is_schoon,
        "reden": "" if document.is_schoon else _NIET_TE_OPENEN[document.keuring],
    }


def tijdlijn(actor: Burger, zaak_uuid: UUID) -> list[dict[str, Any]]:
    """Messages and contacts about this zaak in one line of time, newest first."""
    regels = [
        {
            "datum": b.aangemaakt_op,
            "kanaal": _("Bericht"),
            "onderwerp": b.onderwerp,
            "afzender": "",
            "tekst": b.tekst,
            "url": reverse("mijn_bericht", args=[b.uuid]),
        }
        for b in berichten_inzien.over(zaak_uuid, actor.voor_wie.pk)
    ]
    regels += [
        {
            "datum": c.plaatsgevonden_op,
            "kanaal": c.kanaal.capitalize(),
            "onderwerp": c.onderwerp,
            "afzender": "",
            "tekst": c.reactie or c.inhoud,
            "url": "",
        }
        for c in contacten_inzien.over(zaak_uuid, voor_inwoner=True, lezer=actor.voor_wie.pk)
    ]
    return sorted(regels, key=lambda r: r["datum"], reverse=True)


_KOPPEN = {
    Uitkomst.TOEGEKEND: "Wij geven u wat u hebt gevraagd",
    Uitkomst.GEDEELTELIJK: "Wij geven u een deel van wat u hebt gevraagd",
    Uitkomst.AFGEWEZEN: "Wij wijzen uw aanvraag af",
    Uitkomst.NIET_BEHANDELD: "Wij nemen uw aanvraag niet in behandeling",
}


def _besluit(inzage: Inzage, besluit: Any) -> dict[str, Any]:
    """A document of it is opened as one of the zaak, when it is one."""
    zaak_uuid, mag = inzage.zaak.uuid, inzage.mag
    stukken = {stuk.document.uuid for stuk in inzage.documenten}
    getoond = (d.document for d in besluit.documenten.all() if d.document.tonen_aan_initiator)
    brief = next((document for document in getoond if document.uuid in stukken and document.is_schoon), None)
    uiterlijk = besluit.uiterlijke_reactiedatum
    kan = bool(besluit.bezwaar_mogelijk and uiterlijk and uiterlijk >= klok.vandaag() and "bezwaar_maken" in mag)
    return {
        "kop": _KOPPEN.get(besluit.uitkomst, besluit.besluittype.omschrijving),
        "soort": besluit.besluittype.omschrijving,
        "gunstig": besluit.uitkomst in (Uitkomst.TOEGEKEND, Uitkomst.GEDEELTELIJK),
        "soort_uitkomst": "" if besluit.uitkomst else "deels",  # another system does not say which way it went
        "tekst": besluit.toelichting,
        "datum": besluit.datum,
        "document_url": reverse("document", args=[brief.uuid]) if brief else "",
        "bezwaar_uiterlijk": uiterlijk if kan else None,
        "bezwaar_url": reverse("bezwaar_maken", args=[zaak_uuid, besluit.uuid]) if kan else "",
    }


def _antwoorden(inzage: Inzage) -> list[dict[str, str]]:
    """What he filled in and why we need it; of what was erased since only when that was."""
    return [
        {
            "label": r.gegeven.label,
            "waarde": gewist(r) if r.gewist_op else in_woorden(r.gegeven, r.waarde),
            "doel": r.gegeven.doel,
            "grondslag": r.gegeven.grondslag,
        }
        for r in inzage.gegevens_of_gewist
    ]


def _gegevens(inzage: Inzage) -> list[tuple[str, Any]]:

    rij = inzage.zaak
    regels = [
        (_("Aanvraag ingediend op"), datum(rij.ontvangstdatum)),
        (_("Aangevraagd door"), inzage.beeld.aanvragernaam or "-"),
        (_("Behandelende afdeling"), rij.team.afdeling.naam),
        (_("Zaaknummer"), rij.nummer),
    ]
    if rij.product and rij.product.kosten:
        regels.append((_("Kosten"), rij.product.kosten))
    return regels
