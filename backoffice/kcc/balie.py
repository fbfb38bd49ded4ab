"""The desk of 14070, for use on the line: answer from the catalogue, find who calls, make sure that it is him."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from autorisatie import logboek
from autorisatie.actor import Medewerker
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.herstel import herstel
from autorisatie.models import Gegevensgroep, Partij
from autorisatie.toegang import voor_medewerker
from backoffice.kcc import gesprek as gesprekken
from backoffice.kcc.forms import Verificatieformulier, Zoekformulier
from backoffice.kcc.gesprek import Beller, Gesprek
from backoffice.kcc.herkennen import Zoekactie
from backoffice.kcc.kandidaten import kandidaat
from catalogus import klok
from catalogus.zoeken import zoek
from mijnzaken.klanten.handelingen import beller_verifieren, beller_zoeken, gesprek_beeindigen
from mijnzaken.klanten.models import SoortControle, Verificatie
from mijnzaken.klanten.verifieren import MEESTE_MISLUKT, verificatievragen
from mijnzaken.zaken.handelingen.beller import beller_zoeken_op_zaaknummer

TREFFERS = 8


@voor_medewerker("kcc")
@require_safe
def balie(request: HttpRequest) -> HttpResponse:
    return _pagina(request)


def _pagina(
    request: HttpRequest, *, zoekform: Zoekformulier | None = None, verificatieform: Verificatieformulier | None = None
) -> HttpResponse:
    gesprek = gesprekken.lees(request)
    beller = gesprekken.beller(request, gesprek)
    vraag = request.GET.get("q", "").replace("\x00", "")[:200]
    fout = bool((zoekform and zoekform.errors) or (verificatieform and verificatieform.errors))
    return render(
        request,
        "kcc/balie.html",
        {
            "vraag": vraag,
            "controleren_url": reverse("kcc_controleren"),
            "treffers": zoek(vraag, klok.vandaag(), hoeveel=TREFFERS),
            "zoekform": zoekform or herstel(request, Zoekformulier()),
            **_stap(request, gesprek, beller, verificatieform),
        },
        status=422 if fout else 200,
    )


def _stap(
    request: HttpRequest, gesprek: Gesprek, beller: Beller | None, formulier: Verificatieformulier | None
) -> dict[str, Any]:
    """How far the agent is with this caller: zoeken, kiezen, controleren, or a verified ``beller``."""
    if beller is not None:
        return {"stap": "klant", "beller": beller}
    if gesprek.gekozen:
        partij = _gekozen(request, gesprek)
        formulier = formulier or herstel(request, Verificatieformulier(vragen=_vragen(gesprek, partij)))
        kan = None
        if partij is not None and not gesprek.blind:
            _leg_vast(request, [partij])
            kan = kandidaat(partij)
        return {"stap": "controleren", "gekozen": kan, "verificatieform": formulier}
    if gesprek.kandidaten:
        rijen = Partij.objects.voor(request.actor).filter(uuid__in=gesprek.kandidaten)  # type: ignore[attr-defined]
        kandidaten = list(rijen.order_by("zoeknaam", "pk"))
        _leg_vast(request, kandidaten)
        return {"stap": "kiezen", "kandidaten": [kandidaat(rij) for rij in kandidaten]}
    return {"stap": "zoeken", "niemand": bool(gesprek.gevonden_op)}


def _leg_vast(request: HttpRequest, gevonden: list[Partij]) -> None:
    """Whoever is shown as a possible caller may see that he was."""
    logboek.leg_lezing_vast(
        request.actor,  # type: ignore[attr-defined]
        "zoekresultaat_inzien",
        partijen=[partij.pk for partij in gevonden],
        doel="vaststellen wie er belt",
        gegevensgroepen=(Gegevensgroep.PERSOONSGEGEVENS,),
    )


def _gekozen(request: HttpRequest, gesprek: Gesprek) -> Partij | None:
    return Partij.objects.een(request.actor, gesprek.partij) if gesprek.partij else None  # type: ignore[attr-defined]


def _vragen(gesprek: Gesprek, partij: Partij | None) -> list[SoortControle]:
    """A number that tells nobody whether it exists asks the same of everybody."""
    if gesprek.blind or partij is None:
        return [soort for soort in SoortControle if soort != SoortControle.KVK]
    return verificatievragen(partij, gevonden_op=gesprek.gevonden_op)


@voor_medewerker("kcc")
@require_POST
def zoeken(request: HttpRequest) -> HttpResponse:
    """Find who calls. Whatever was typed is posted, never in an address; what was found is kept as identities."""
    formulier = Zoekformulier(request.POST)
    if not formulier.is_valid():
        return _pagina(request, zoekform=formulier)
    actie: Zoekactie = formulier.cleaned_data["actie"]
    try:
        gevonden = _zoek(request.actor, actie)  # type: ignore[attr-defined]
    except Invoerfout as fout:
        for veld, melding in fout.velden.items():
            formulier.add_error(veld if veld in formulier.fields else "zoek", melding)
        return _pagina(request, zoekform=formulier)
    _beeindig(request)
    gesprek = Gesprek(gevonden_op=actie.soort, kandidaten=[str(partij.uuid) for partij in gevonden])
    if actie.soort == "telefoon":
        gesprek.onthoud_nummer(actie.waarden["nummer"])
    if gesprek.blind or len(gevonden) == 1:
        gesprek.gekozen, gesprek.partij = True, str(gevonden[0].uuid) if gevonden else ""
    gesprekken.bewaar(request, gesprek)
    return redirect("kcc")


def _zoek(actor: Medewerker, actie: Zoekactie) -> list[Partij]:
    if actie.soort == "zaaknummer":
        return beller_zoeken_op_zaaknummer(actor, **actie.waarden)  # type: ignore[no-any-return]
    return beller_zoeken(actor, soort=actie.soort, **actie.waarden)  # type: ignore[no-any-return]


@voor_medewerker("kcc")
@require_POST
def kiezen(request: HttpRequest) -> HttpResponse:
    """Choose who of the found ones is on the line; nobody else can be chosen."""
    gesprek = gesprekken.lees(request)
    partij = request.POST.get("partij", "")
    if partij not in gesprek.kandidaten:
        raise BestaatNiet
    gesprek.gekozen, gesprek.partij, gesprek.verificatie = True, partij, ""
    gesprekken.bewaar(request, gesprek)
    return redirect("kcc")


@voor_medewerker("kcc")
@require_POST
def controleren(request: HttpRequest) -> HttpResponse:
    """Compare the caller's answers. What was wrong, or whether the number exists at all, is not said."""
    gesprek = gesprekken.lees(request)
    if not gesprek.gekozen:
        return redirect("kcc")
    partij = _gekozen(request, gesprek)
    formulier = Verificatieformulier(request.POST, vragen=_vragen(gesprek, partij))
    if not formulier.is_valid():
        return _pagina(request, verificatieform=formulier)
    try:
        verificatie = _vergelijk(request.actor, gesprek, partij, formulier)  # type: ignore[attr-defined]
    except Weigering as weigering:
        formulier.add_error(None, weigering.reden)
        return _pagina(request, verificatieform=formulier)
    if verificatie is not None:
        gesprek.verificatie = str(verificatie.uuid)
        gesprekken.bewaar(request, gesprek)
        messages.success(request, _("U weet nu wie u spreekt."))
        return redirect("kcc_klant")
    gesprek.mislukt += 1
    gesprekken.bewaar(request, gesprek)
    formulier.add_error(
        None,
        _("Dit is niet genoeg om te weten wie u spreekt. Zeg niet welk antwoord niet klopt. Stel een andere vraag."),
    )
    return _pagina(request, verificatieform=formulier)


def _vergelijk(
    actor: Medewerker, gesprek: Gesprek, partij: Partij | None, formulier: Verificatieformulier
) -> Verificatie | None:
    """The verification when it is enough."""
    gegevens = formulier.cleaned_data
    if partij is None:  # the answer is that of somebody who exists, also when it is given too often
        if gesprek.mislukt >= MEESTE_MISLUKT:
            raise Weigering(_("Het controleren mislukte te vaak. Probeer het over een uur opnieuw."))
        return None
    verificatie: Verificatie = beller_verifieren(
        actor,
        partij,
        antwoorden=formulier.antwoorden(gegevens),
        gespreksdoel=gegevens["doel"],
        gevonden_op=gesprek.gevonden_op,
    )
    return verificatie if verificatie.gelukt else None


@voor_medewerker("kcc")
@require_POST
def einde(request: HttpRequest) -> HttpResponse:
    """The contact is over: nothing of the caller is shown any more."""
    _beeindig(request)
    messages.info(request, _("Het gesprek is beëindigd."))
    return redirect("kcc")


def _beeindig(request: HttpRequest) -> None:
    beller = gesprekken.beller(request)
    if beller is not None:
        gesprek_beeindigen(request.actor, beller.verificatie)  # type: ignore[attr-defined]
    gesprekken.vergeet(request)
