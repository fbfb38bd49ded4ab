"""*Waarom zie ik dit (niet)?* For one person and one zaak the decision, with what made it. Asked by POST."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from autorisatie import rechten, zinnen
from autorisatie.herstel import herstel
from autorisatie.models import Gegevensgroep, Matrixregel, Niveau
from autorisatie.toegang import voor_medewerker
from autorisatie.voorwaarden import Belet
from backoffice.beheer.forms_matrix import Waaromvraag
from mijnzaken.zaken.handelingen.uitleggen import Antwoord, Persoonsvraag, rechten_uitleggen
from mijnzaken.zaken.uitleg import Rechtuitleg, Uitleg


@voor_medewerker("rechten_uitleggen")
@require_http_methods(["GET", "HEAD", "POST"])
def waarom(request: HttpRequest) -> HttpResponse:
    formulier = Waaromvraag(request.POST) if request.method == "POST" else herstel(request, Waaromvraag())
    context: dict[str, Any] = {}
    if request.method == "POST" and formulier.is_valid():
        gegevens = formulier.cleaned_data
        staf = gegevens["wie"] == "medewerker"
        vraag = Persoonsvraag(
            gebruikersnaam=gegevens["gebruikersnaam"] if staf else "",
            nummer="" if staf else gegevens["nummer"],
            betrouwbaarheid=gegevens["betrouwbaarheid"] or 3,
            met_doel=gegevens["met_doel"],
        )
        uitkomst = rechten_uitleggen(request.actor, vraag, zaaknummer=gegevens["zaaknummer"].strip())  # type: ignore[attr-defined]
        context["gevraagd"] = True
        if uitkomst is not None:
            context["zaaktype"] = uitkomst.zaak.proces.naam
            context["antwoorden"] = [_antwoord(antwoord) for antwoord in uitkomst.antwoorden]
    return render(
        request, "beheer/waarom.html", {"form": formulier, **context}, status=422 if formulier.errors else 200
    )


def _antwoord(antwoord: Antwoord) -> dict[str, Any]:
    uitleg = antwoord.uitleg
    return {
        "titel": {
            "medewerker": _("Als medewerker"),
            "zichzelf": _("Voor zichzelf"),
            "gemachtigde": _("Namens een ander, met een machtiging"),
        }[antwoord.als],
        "ziet": uitleg.ziet,
        "redenen": _redenen(uitleg),
        "niveaus": [
            {
                "groep": groep.label,
                "niveau": Niveau(uitleg.niveaus.get(groep.value, 0)).label,
                "door": _door(uitleg, groep),
            }
            for groep in Gegevensgroep
        ],
        "mag": [_recht(rij) for rij in uitleg.rechten if rij.beslissing],
        "mag_niet": [_recht(rij) for rij in uitleg.rechten if not rij.beslissing],
        "regels": _regels(uitleg),
        "onderdelen": [
            {"soort": _SOORT[deel.soort](), "nummer": nummer, "belet": _BELET[deel.belet]() if deel.belet else ""}
            for nummer, deel in enumerate(antwoord.onderdelen, start=1)
        ],
    }


_SOORT = {"document": lambda: _("Document"), "besluit": lambda: _("Besluit")}
_BELET = {
    "niet schoon": lambda: _("het bestand is nog niet gecontroleerd op virussen"),
    "niveau": lambda: _("het niveau voor deze gegevens is te laag"),
    "soort document": lambda: _("het zaaktype houdt dit soort document voor andere rollen"),
    "niet getoond": lambda: _("dit document wordt niet aan de inwoner getoond"),
}
_GROND = {
    "individuele toekenning": lambda: _("Deze persoon kreeg zelf toegang tot deze zaak."),
    "rol volgens de matrix": lambda: _("Een regel van de autorisatiematrix geeft toegang."),
    "eigen rol": lambda: _("Deze persoon is zelf betrokken bij de zaak."),
    "machtiging": lambda: _("Een machtiging geeft toegang tot deze zaak."),
}
_HARD = {
    "eigen kring": lambda: _(
        "Boven de matrix: in deze zaak is de medewerker zelf partij, of iemand uit zijn kring. Dan ziet hij haar nooit."
    ),
    "afgeschermd": lambda: _("Boven de matrix: de zaak is afgeschermd. Alleen wie bij naam toegang kreeg, ziet haar."),
    "geen partij": lambda: _("Deze persoon heeft geen rol in de zaak."),
}


def _redenen(uitleg: Uitleg) -> list[str]:
    """Why, in sentences: what admits, or what stands in the way."""
    if uitleg.ziet:
        return list(dict.fromkeys(_grond(naam) for naam, toegelaten in uitleg.gronden if toegelaten))
    redenen = [_HARD[naam]() for naam in uitleg.hard]
    if not uitleg.regels:
        redenen.append(_("Deze persoon heeft nu geen rol die in de matrix staat."))
    elif not uitleg.gevende_regels:
        redenen.append(_("Geen enkele regel van de matrix geeft toegang. Hieronder staat per regel waarom niet."))
    return redenen or [_("Een weigering boven de matrix gaat voor.")]


def _grond(naam: str) -> str:
    return _GROND[naam]() if naam in _GROND else naam


def _door(uitleg: Uitleg, groep: Gegevensgroep) -> str:
    """The row that gives the level of this group."""
    niveau = uitleg.niveaus.get(groep.value, 0)
    gevend = (
        weging.regel
        for weging in uitleg.gevende_regels
        if weging.regel.gegevensgroep == groep.value and weging.regel.niveau == niveau
    )
    regel = next(gevend, None)
    return _bron(regel) if regel else ""


def _bron(regel: Matrixregel) -> str:
    mits = "; ".join(zinnen.voorwaarden(regel))
    bron = _("rol %(rol)s, %(over)s, versie %(versie)d") % {
        "rol": regel.rol,
        "over": zinnen.reikwijdte(regel),
        "versie": regel.versie.nummer,
    }
    return f"{bron} ({mits})" if mits else bron


def _recht(rij: Rechtuitleg) -> dict[str, Any]:
    return {
        "label": rechten.label(rij.recht),
        "reden": rij.beslissing.reden,
        "versie": rij.beslissing.matrixversie,
        "belet": rij.belet,
    }


def _regels(uitleg: Uitleg) -> list[dict[str, Any]]:
    """The rows of one line of the matrix stand together where they have the same outcome."""
    samen: dict[tuple[UUID, tuple[Belet, ...]], list[Matrixregel]] = {}
    for weging in uitleg.regels:
        samen.setdefault((weging.regel.blok, weging.beletten), []).append(weging.regel)
    return [
        {
            "bron": _bron(regels[0]),
            "geldt": not beletten,
            "geeft": [f"{Gegevensgroep(r.gegevensgroep).label}: {Niveau(r.niveau).label}" for r in regels],
            "beletten": [belet.label for belet in beletten],
        }
        for (_blok, beletten), regels in samen.items()
    ]
