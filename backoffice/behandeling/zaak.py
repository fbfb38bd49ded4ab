"""The page of one zaak for staff."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from autorisatie import beleid
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.afscherming import afscherming
from backoffice.behandeling.betrokkene import wegen
from backoffice.behandeling.geschiedenis import geschiedenis
from backoffice.behandeling.knoppen import knoppen, waarom_niet_verder, zinvol
from backoffice.behandeling.stukken import documenten, gegevens, gevraagd_product, partijen, regels, verwante_zaken
from backoffice.behandeling.taken import taken
from backoffice.behandeling.termijnen import termijnen, termijnzin
from catalogus.models import Fase
from mijnzaken.klanten import inzien as contacten_inzien
from mijnzaken.zaken.inzien import Inzage, zaak_inzien_op_nummer
from mijnzaken.zaken.mandaat import bevoegden
from mijnzaken.zaken.models import Beperking

_KLEUR = {
    Fase.IN_BEHANDELING: "goed",
    Fase.WACHT_OP_AANVRAGER: "info",
    Fase.ADVIES: "let-op",
    Fase.BESLUIT_VOORGESTELD: "nieuw",
}


@voor_medewerker("zaak_inzien")
@require_safe
def zaak(request: HttpRequest, nummer: str) -> HttpResponse:
    inzage = zaak_inzien_op_nummer(request.actor, nummer, doel="zaak behandelen")  # type: ignore[attr-defined]
    if inzage.zaak.is_terugbelnotitie:
        return redirect("terugbelnotitie", nummer=nummer)
    return render(request, "behandeling/zaak.html", zaakpagina(inzage))


def zaakpagina(inzage: Inzage) -> dict[str, Any]:
    """What the page shows; a constant number of queries, however much the zaak holds."""
    rij, beeld = inzage.zaak, inzage.beeld
    mag = zinvol(inzage)
    huidig = next((s for s in reversed(inzage.statussen) if s.indicatie_laatst_gezette_status), None)
    voorstel = next((v for v in inzage.voorstellen if not v.besloten_op and not v.teruggestuurd_op), None)
    return {
        "inzage": inzage,
        "waarneming_voor": beleid.waarneming_voor(inzage.actor, rij),
        "zaak": beeld,
        "nummer": rij.nummer,
        "extern": rij.zaaktype.behandeld_door_extern,
        "extern_url": rij.zaaktype.extern_url,
        "fase": rij.get_fase_display().capitalize() if beeld.fase else "",
        "fase_kleur": _KLEUR.get(Fase(rij.fase), ""),
        "stap": huidig.statustype.omschrijving if huidig else "",
        "behandelaar": beeld.behandelaar.naam if beeld.behandelaar else "",
        "termijn": termijnzin(rij, inzage.termijn) if inzage.termijn else None,
        "knoppen": knoppen(inzage, mag),
        "mag": mag,
        "gegevens": gegevens(inzage, mag),
        "uitkomsten": regels(inzage),
        "wegen": wegen(inzage),
        "slot": rij.slot if inzage.ziet("status") else "",
        "sloten": rij.beperkingen.filter(Beperking.geldend()).select_related("door") if rij.slot else [],
        "partijen": partijen(inzage, mag),
        "documenten": documenten(inzage),
        "taken": taken(inzage, mag),
        "resultaat": _resultaat(inzage),
        "kanaal": rij.get_kanaal_display() if beeld.kanaal else "",
        "termijnen": termijnen(inzage),
        "afscherming": afscherming(inzage, mag),
        "adviezen": inzage.adviezen,
        "hoorzittingen": inzage.hoorzittingen,
        "voorstel": voorstel,
        "bevoegden": bevoegden(voorstel.besluitmoment) if voorstel else [],
        "waarom_niet_verder": waarom_niet_verder(inzage, mag),
        "eerdere_voorstellen": [v for v in inzage.voorstellen if v.teruggestuurd_op],
        "besluiten": inzage.besluiten,
        "notities": inzage.notities,
        "contacten": _contacten(inzage),
        "geschiedenis": geschiedenis(inzage) if inzage.ziet("zaak") else [],
        "gevraagd": gevraagd_product(inzage),
        "verwant": verwante_zaken(inzage),
        "kruimels": [(_("Zaken"), reverse("zaken"))],
    }


def _contacten(inzage: Inzage) -> list[dict[str, Any]]:
    if not inzage.ziet("contact"):
        return []
    return [
        {
            "datum": c.plaatsgevonden_op,
            "kanaal": c.kanaal.capitalize(),
            "onderwerp": c.onderwerp,
            "afzender": c.medewerker.naam if c.medewerker else "",
            "tekst": "\n\n".join(deel for deel in (c.inhoud, c.reactie) if deel),
            "url": "",
        }
        for c in contacten_inzien.over(inzage.zaak.uuid, voor_inwoner=False)
    ]


def _resultaat(inzage: Inzage) -> str:
    if not inzage.ziet("status") or inzage.zaak.is_open:
        return ""
    resultaat = inzage.zaak.resultaten.select_related("resultaattype").first()
    return resultaat.resultaattype.omschrijving if resultaat else ""
