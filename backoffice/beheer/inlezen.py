"""A zaaktype out as a file, and in again: what a file would do here is shown before it happens."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from autorisatie import beleid
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.onderdelen import ONDERDELEN
from backoffice.beheer.processen import Procesformulier
from catalogus.models import Inlezing, Proces, Team, Zaaktype
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from catalogus.uitwisseling.gelezen import Gelezen
from catalogus.uitwisseling.herkennen import MEESTE_BYTES, lees_bestand
from catalogus.uitwisseling.passen import AANGEPAST, INGEVULD, NIET, Melding
from catalogus.uitwisseling.uitvoer import bestandsnaam, schrijf_versie
from catalogus.uitwisseling.voorstel import Voorstel
from mijnzaken.inrichting.inlezen import (
    bestand_inlezen,
    concept_inlezen,
    ingelezen,
    van_wie,
    voorstel_van,
    zaaktype_inlezen,
)

MEESTE_FOUTEN = 50  # sentences about one file; who mends these reads it in again


class Bestandformulier(forms.Form):
    """A file that becomes zaaktypen."""

    use_required_attribute = False
    bestand = forms.FileField(
        label=gettext_lazy("Bestand met een zaaktype"),
        help_text=gettext_lazy(
            "Een bestand dat u hier opsloeg, een export van i-Navigator (XML) of zaaktypen uit een ander zaaksysteem "
            "(JSON van de ZGW-standaard, of een export van Open Zaak). Ten hoogste 8 MB."
        ),
    )

    def clean_bestand(self) -> tuple[str, list[Gelezen]]:
        """The name of the file and what stands in it."""
        bestand = self.cleaned_data["bestand"]
        try:
            return bestand.name, lees_bestand(bestand.name, bestand.read(MEESTE_BYTES + 1))
        except OnbruikbaarBestand as fout:
            raise forms.ValidationError([str(deel) for deel in fout.fouten[:MEESTE_FOUTEN]]) from fout


@voor_medewerker("beheer")
@require_safe
def als_bestand(request: HttpRequest, identificatie: str, nummer: int) -> HttpResponse:
    """The version with all that it refers to, to keep or to read in elsewhere."""
    rij = get_object_or_404(
        Zaaktype.objects.select_related("proces__catalogus", "proces__team__afdeling__dienst"),
        proces__identificatie=identificatie,
        versienummer=nummer,
    )
    antwoord = HttpResponse(schrijf_versie(rij), content_type="application/json; charset=utf-8")
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{bestandsnaam(rij)}"'
    return antwoord


@voor_medewerker("zaaktype_versie_maken")
@require_http_methods(["GET", "HEAD", "POST"])
def inlezen(request: HttpRequest) -> HttpResponse:
    """Choose a file; below it what was read and waits. Nothing of the catalogue changes here."""
    actor = request.actor  # type: ignore[attr-defined]
    data, bestanden = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    formulier = Bestandformulier(data, bestanden, label_suffix="")
    if request.method == "POST" and formulier.is_valid():
        try:
            gelezen = bestand_inlezen(actor, *formulier.cleaned_data["bestand"])
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
        else:
            if len(gelezen) == 1:
                return redirect("beheer_inlezing", gelezen[0].nummer)
            messages.success(request, _("Het bestand is gelezen. Kies hieronder een zaaktype."))
            return redirect("beheer_inlezen")
    rijen = list(van_wie(actor))
    hier = Proces.objects.filter(identificatie__in=[rij.identificatie for rij in rijen])
    return render(
        request,
        "beheer/inlezen.html",
        {"form": formulier, "rijen": rijen, "hier": set(hier.values_list("identificatie", flat=True))},
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("zaaktype_versie_maken")
@require_http_methods(["GET", "HEAD", "POST"])
def inlezing(request: HttpRequest, nummer: int) -> HttpResponse:
    """What reading this zaaktype in would do, in words; a POST does it, whole or not at all."""
    actor = request.actor  # type: ignore[attr-defined]
    rij = ingelezen(actor, nummer)
    try:
        voorstel = voorstel_van(rij)
    except OnbruikbaarBestand as fout:
        fouten = [str(deel) for deel in fout.fouten[:MEESTE_FOUTEN]]
        return render(request, "beheer/inlezing.html", {"inlezing": rij, "fouten": fouten})
    formulier = _formulier(request, rij, voorstel)
    if request.method == "POST" and formulier.is_valid():
        try:
            versie = _lees_in(request, rij, voorstel, formulier)
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
            formulier.data = formulier.data.copy()
            formulier.data["gezien"] = voorstel.merk  # agreeing now is agreeing with what this page shows
        else:
            messages.success(request, _("Versie %(n)d is gemaakt als concept.") % {"n": versie.versienummer})
            return redirect("beheer_versie", versie.proces.identificatie, versie.versienummer)
    return render(
        request,
        "beheer/inlezing.html",
        {
            "inlezing": rij,
            "voorstel": voorstel,
            "bevat": _bevat(voorstel),
            "meldingen": _meldingen(rij),
            "form": formulier if _mag(actor, voorstel) else None,
        },
        status=422 if formulier.errors else 200,
    )


def _mag(actor: Any, voorstel: Voorstel) -> bool:
    """What may be done by hand may be done with a file."""
    if not voorstel.verandert_iets:
        return False
    recht = "zaaktype_wijzigen" if voorstel.vervangt else "zaaktype_versie_maken"
    proces_id = voorstel.proces.pk if voorstel.proces else None
    return bool(beleid.beslis(actor, recht, proces_id=proces_id))


def _bevat(voorstel: Voorstel) -> list[tuple[str, int]]:
    """How much of what, in the words of the editor."""
    woorden = {onderdeel.relatie: onderdeel.naam for onderdeel in ONDERDELEN.values()}
    return [(woorden[naam], aantal) for naam, aantal in voorstel.aantallen.items() if naam in woorden]


_GROEPEN = {
    NIET: gettext_lazy("Niet overgenomen"),
    AANGEPAST: gettext_lazy("Aangepast"),
    INGEVULD: gettext_lazy("Ingevuld, want het staat niet in het bestand"),
}


def _meldingen(rij: Inlezing) -> list[dict[str, Any]]:
    """What could not be taken over as it stood, by group and then by kind of part. ``aantal`` counts the parts."""
    groepen = []
    for groep, label in _GROEPEN.items():
        onderdelen: dict[str, list[Melding]] = {}
        for melding in rij.meldingen:
            if melding["groep"] == groep:
                onderdelen.setdefault(melding["onderdeel"], []).append(melding)
        aantal = sum(len(melding["namen"]) or 1 for meldingen in onderdelen.values() for melding in meldingen)
        if aantal:
            groepen.append({"label": label, "aantal": aantal, "onderdelen": onderdelen})
    return groepen


class Akkoord(forms.Form):
    """Agreeing with what was shown. ``gezien`` is the mark of that."""

    gezien = forms.CharField(widget=forms.HiddenInput)


class NieuwProces(Procesformulier):
    """The same, for a process that is not here yet: who carries it out is no part of a file."""

    gezien = forms.CharField(widget=forms.HiddenInput)


def _formulier(request: HttpRequest, rij: Inlezing, voorstel: Voorstel) -> Any:
    klasse: Any = Akkoord if voorstel.proces else NieuwProces
    if request.method == "POST":
        return klasse(request.POST)
    begin: dict[str, Any] = {"gezien": voorstel.merk}
    if voorstel.proces is None:
        begin |= {naam: voorstel.procesrij[naam] for naam in ("naam", "identificatie", "groep", "proceseigenaar")}
        begin["team"] = Team.objects.filter(naam=voorstel.procesrij["team"]).first()
    return herstel(request, klasse(initial=begin))


def _lees_in(request: HttpRequest, rij: Inlezing, voorstel: Voorstel, formulier: Any) -> Zaaktype:
    actor = request.actor  # type: ignore[attr-defined]
    waarden = dict(formulier.cleaned_data)
    gezien = waarden.pop("gezien")
    if voorstel.vervangt is not None:
        return concept_inlezen(actor, rij.nummer, gezien=gezien, proces=voorstel.proces)  # type: ignore[no-any-return]
    if voorstel.proces is not None:
        return zaaktype_inlezen(actor, rij.nummer, gezien=gezien, proces=voorstel.proces)  # type: ignore[no-any-return]
    return zaaktype_inlezen(actor, rij.nummer, gezien=gezien, waarden=waarden)  # type: ignore[no-any-return]
