"""The logbook of the privacy officer: search, one line with its trace, an export. Looking here is a line too.

She reads lines, never the zaken themselves.
"""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie import beleid
from autorisatie import logboek as schrijven
from autorisatie.actor import Medewerker
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Invoerfout
from autorisatie.inzage import lees_sleutel
from autorisatie.logboekzoeken import Treffer, alle, een, spoor_van, verwerkingen_bij, zoek
from autorisatie.toegang import voor_medewerker
from backoffice.beheer import logboekuitvoer
from backoffice.beheer.logboek_zoeken import Gezocht, Persoonformulier, Zoekformulier, lees
from backoffice.beheer.logboekwoorden import leesbaar, uitgebreid
from catalogus import klok
from mijnzaken.inrichting.logboek import DOEL, FG, logboek_exporteren

BLADZIJDE = 50


class Uitvoerformulier(forms.Form):
    reden = forms.CharField(
        label=gettext_lazy("Waarvoor hebt u dit afschrift nodig?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    vorm = forms.ChoiceField(
        label=gettext_lazy("Soort bestand"),
        choices=[("csv", gettext_lazy("CSV, voor een rekenblad")), ("json", gettext_lazy("JSON, voor een programma"))],
        widget=forms.RadioSelect,
        initial="csv",
    )


@voor_medewerker("logboek_lezen")
@require_safe
def logboek(request: HttpRequest) -> HttpResponse:
    """The newest lines, or those that fit what is asked, by page."""
    return _pagina(request, Persoonformulier(actor=_actor(request)), Uitvoerformulier())


def _actor(request: HttpRequest) -> Medewerker:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    return actor


def _pagina(request: HttpRequest, persoon: forms.Form, uitvoer: forms.Form, *, status: int = 200) -> HttpResponse:
    formulier = Zoekformulier(request.GET)
    goed = formulier.is_valid()
    na = lees_sleutel(request.GET.get("na", ""))
    gezocht = lees(_actor(request), formulier.cleaned_data, na) if goed else None
    rijen = zoek(gezocht.vraag, BLADZIJDE + 1) if gezocht is not None and not gezocht.onmogelijk else []
    if gezocht is not None:
        _leg_vast(request, gezocht)
    verder = {naam: waarde for naam, waarde in request.GET.items() if naam != "na" and waarde}
    laatste = rijen[BLADZIJDE - 1].sleutel if len(rijen) > BLADZIJDE else None
    return render(
        request,
        "beheer/logboek.html",
        {
            "formulier": formulier,
            "persoon": persoon,
            "uitvoer": uitvoer if beleid.mag(_actor(request), "logboek_exporteren") else None,
            "regels": leesbaar(rijen[:BLADZIJDE]),
            "over_inwoner": gezocht.partij if gezocht else None,
            "volgende": f"?{urlencode({**verder, 'na': _sleutel(laatste)})}" if laatste else "",
            "eerste": f"?{urlencode(verder)}" if na else "",
            "gefilterd": bool(verder),
            "vraag": urlencode(verder),
            "meeste": logboekuitvoer.MEESTE,
        },
        status=status if goed else 422,
    )


def _sleutel(sleutel: Any) -> str:
    moment, pk = sleutel
    return f"{int(moment.timestamp()) * 1_000_000 + moment.microsecond}~{pk}"


def _leg_vast(request: HttpRequest, gezocht: Gezocht) -> None:
    """That the privacy officer looked, and for what; the person she looked for may read it."""
    schrijven.leg_lezing_vast(
        _actor(request),
        "logboek_lezen",
        partijen=gezocht.betrokkenen,
        doel=DOEL,
        door=FG,
        bijzonderheden=gezocht.in_woorden,
    )


@voor_medewerker("logboek_lezen")
@require_POST
def persoon(request: HttpRequest) -> HttpResponse:
    """Look for a resident by number: the number is posted, and the address after it holds our own identity of him."""
    formulier = Persoonformulier(request.POST, actor=_actor(request))
    if not formulier.is_valid():
        return _pagina(request, formulier, Uitvoerformulier(), status=422)
    return redirect(f"{reverse('beheer_logboek')}?{urlencode({'inwoner': formulier.cleaned_data['nummer'].uuid})}")


@voor_medewerker("logboek_lezen")
@require_safe
def regel(request: HttpRequest, dag: str, pk: int) -> HttpResponse:
    """One line, whose data it was about, and all lines of its trace."""
    try:
        rij = een(date.fromisoformat(dag), pk)
    except (ValueError, OverflowError):
        rij = None
    if rij is None:
        raise BestaatNiet
    schrijven.leg_lezing_vast(_actor(request), "logboek_lezen", doel=DOEL, bijzonderheden={"regel": rij.pk, "dag": dag})
    spoor = leesbaar([Treffer(r, (r.moment, r.pk)) for r in spoor_van(rij)])
    return render(
        request,
        "beheer/logboekregel.html",
        {
            "regel": rij,
            "feiten": uitgebreid(rij),
            "verwerkingen": verwerkingen_bij(rij),
            "spoor": spoor,
        },
    )


@voor_medewerker("logboek_exporteren")
@require_http_methods(["POST"])
def uitvoer(request: HttpRequest) -> HttpResponseBase:
    """The lines that fit what stands in the address, as a file; with a reason, which is logged first."""
    formulier, vraag = Uitvoerformulier(request.POST), Zoekformulier(request.GET)
    if not (formulier.is_valid() and vraag.is_valid()):
        return _pagina(request, Persoonformulier(actor=_actor(request)), formulier, status=422)
    gezocht = lees(_actor(request), vraag.cleaned_data)
    vorm = formulier.cleaned_data["vorm"]
    try:
        logboek_exporteren(
            _actor(request),
            reden=formulier.cleaned_data["reden"],
            gezocht=gezocht.in_woorden,
            betrokkenen=gezocht.betrokkenen,
            vorm=vorm,
            doel=DOEL,
        )
    except Invoerfout as fout:
        neem_fouten_over(formulier, fout)
        return _pagina(request, Persoonformulier(actor=_actor(request)), formulier, status=422)
    treffers = iter(()) if gezocht.onmogelijk else alle(gezocht.vraag, logboekuitvoer.MEESTE)
    maak, soort = {
        "csv": (logboekuitvoer.als_csv, "text/csv; charset=utf-8"),
        "json": (logboekuitvoer.als_json, "application/json"),
    }[vorm]
    antwoord = StreamingHttpResponse(maak(treffers), content_type=soort)
    antwoord.headers["Content-Disposition"] = f'attachment; filename="logboek-{klok.vandaag()}.{vorm}"'
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    return antwoord
