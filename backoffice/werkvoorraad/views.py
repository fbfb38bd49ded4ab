"""The work list of one's teams, and the search over every zaak that the matrix lets one see."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from autorisatie import beleid, standen
from autorisatie.actor import Medewerker
from autorisatie.models import Gebruiker, Gegevensgroep, Niveau, Toekenning
from autorisatie.toegang import voor_medewerker
from backoffice.werkvoorraad.forms import BINNENKORT, Werkvoorraadformulier, Zoekformulier, zet_tegel
from backoffice.werkvoorraad.rijen import ERBIJ, rijen, uitleg
from catalogus.models import Proces, Stand, Team, Verdeelregel
from mijnzaken.zaken.handelingen.terugbellen import PROCES
from mijnzaken.zaken.lijst import Filter, aantal, lijst, sorteringen

TEGELGRENS = 100  # a tile says '99+' from here on
_SORTEERBAAR = {  # column: the order of a first click, and of a second one
    "nummer": ("nummer", "-nummer"),
    "aanvrager": ("aanvrager", "-aanvrager"),
    "ontvangen": ("-registratie", "registratie"),
    "termijn": ("termijn", "-termijn"),
}


@voor_medewerker("werkvoorraad")
@require_safe
def werkvoorraad(request: HttpRequest) -> HttpResponse:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    teams = mijn_teams(actor)
    leden = teamgenoten(teams)
    afwezigen = beleid.afwezigen(actor)
    formulier = Werkvoorraadformulier(
        request.GET, processen=_processen_van(teams), leden=leden, ik=actor.gebruiker, afwezigen=afwezigen
    )
    filter_ = formulier.filter()
    van_teams = [team.pk for team in teams]
    filter_.teams = [] if formulier.waarneming_voor else van_teams
    context = _lijst(request, actor, filter_, toewijsbaar=True) if teams or filter_.behandelaar else {"rijen": []}
    return render(
        request,
        "werkvoorraad/werkvoorraad.html",
        {
            "teams": teams,
            "meer_teams": len(teams) > 1,
            "formulier": formulier,
            "leden": leden,
            "tegels": _tegels(actor, van_teams, formulier),
            "waarnemingen": [_waarneming(actor, afwezige) for afwezige in afwezigen],
            "waarneming_voor": formulier.waarneming_voor,
            "wis_url": reverse("werkvoorraad") if formulier.is_gefilterd else "",
            "kan_toewijzen": any(rij.sleutel for rij in context["rijen"]),
            "kan_registreren": beleid.mag(actor, "zaak_registreren"),
            "vraag": request.GET.urlencode(),
            **context,
        },
    )


@voor_medewerker("zaak_inzien")
@require_safe
def zaken(request: HttpRequest) -> HttpResponse:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    formulier = Zoekformulier(request.GET, processen=_zichtbare_processen(actor))
    context = _lijst(request, actor, formulier.filter(), standaard="-registratie")
    return render(
        request,
        "werkvoorraad/zaken.html",
        {
            "formulier": formulier,
            "wis_url": reverse("zaken") if formulier.is_gefilterd else "",
            "kan_glas_breken": beleid.mag(actor, "glas_breken"),
            "kan_registreren": beleid.mag(actor, "zaak_registreren"),
            **context,
        },
    )


def mijn_teams(actor: Medewerker) -> list[Team]:
    """The teams in which this member of staff holds a grant now."""
    toekenningen = Toekenning.objects.filter(Toekenning.geldend(), gebruiker=actor.gebruiker, team__isnull=False)
    return list(Team.objects.filter(pk__in=toekenningen.values("team")).order_by("naam"))


def teamgenoten(teams: list[Team]) -> list[Gebruiker]:
    toekenningen = Toekenning.objects.filter(Toekenning.geldend(), team__in=teams)
    return list(Gebruiker.objects.filter(pk__in=toekenningen.values("gebruiker"), is_active=True))


def _waarneming(actor: Medewerker, afwezige: Gebruiker) -> dict[str, Any]:
    """For whom one stands in: how much waits there, and the list of it."""
    getal = aantal(actor, Filter(open=True, behandelaar=afwezige.pk), TEGELGRENS)
    return {
        "naam": afwezige.naam,
        "aantal": getal,
        "getal": "99+" if getal >= TEGELGRENS else getal,
        "url": f"{reverse('werkvoorraad')}?behandelaar={afwezige.pk}",
    }


def _processen_van(teams: list[Team]) -> list[Proces]:
    """Those of the teams, and those of other teams of which a rule gives zaken to them, now or before."""
    verdeeld = Verdeelregel.objects.filter(team__in=teams).exclude(zaaktype__stand=Stand.CONCEPT)
    eigen = Q(team__in=teams) | Q(identificatie=PROCES) | Q(pk__in=verdeeld.values("zaaktype__proces"))
    return list(Proces.objects.filter(eigen).order_by("naam"))


def _zichtbare_processen(actor: Medewerker) -> list[Proces]:
    mag = beleid.processen_met_recht(actor, "inzien")
    processen = Proces.objects.all() if mag is None else Proces.objects.filter(pk__in=mag)
    return list(processen.order_by("naam"))


def _lijst(
    request: HttpRequest, actor: Medewerker, filter_: Filter, *, standaard: str = "termijn", toewijsbaar: bool = False
) -> dict[str, Any]:
    """One page of rows, with what the table and its paging need."""
    keuze = tuple(naam for naam in sorteringen(filter_) if _mag_sorteren(actor, naam))
    gevraagd = request.GET.get("sortering", "")
    sortering = next(naam for naam in (gevraagd, standaard, *keuze) if naam in keuze)
    na, voor = request.GET.get("na", ""), request.GET.get("voor", "")
    blad = lijst(actor, filter_, sortering=sortering, na=na, voor=voor, erbij=ERBIJ)
    hoeveel = aantal(actor, filter_)
    return {
        "rijen": rijen(actor, blad.rijen, toewijsbaar=toewijsbaar),
        "aantal_tekst": "1.000+" if hoeveel > 1000 else str(hoeveel),
        "volgende_url": _adres(request, na=blad.volgende),
        "vorige_url": _adres(request, voor=blad.vorige),
        "koppen": {kolom: _kop(request, kolom, sortering, keuze) for kolom in _SORTEERBAAR},
        **uitleg(hoeveel, sortering),
    }


def _mag_sorteren(actor: Medewerker, sortering: str) -> bool:
    """An order tells of every row: only who may know every applicant sorts on that name (gevaren 41)."""
    if sortering.removeprefix("-") != "aanvrager":
        return True
    gronden = [grond for grond in standen.gronden(actor) if not grond.eigen_zaak and grond.niveau >= Niveau.BESTAAT]
    kent = [g for g in gronden if g.gegevensgroep == Gegevensgroep.PERSOONSGEGEVENS and g.niveau >= Niveau.KERN]
    return all(
        any(k.processen is None or (g.processen is not None and g.processen <= k.processen) for k in kent)
        for g in gronden
        if g.gegevensgroep == Gegevensgroep.ZAAK
    )


def _adres(request: HttpRequest, **sleutel: str) -> str:
    """The address of another page of this list; empty when there is none."""
    ((naam, waarde),) = sleutel.items()
    if not waarde:
        return ""
    vraag = [(k, v) for k, v in request.GET.items() if k not in ("na", "voor") and v]
    return f"?{urlencode([*vraag, (naam, waarde)])}"


def _kop(request: HttpRequest, kolom: str, sortering: str, keuze: tuple[str, ...]) -> dict[str, str]:
    """A header that sorts: its link, and how the list stands now; no link where this list has no such order."""
    eerst, dan = _SORTEERBAAR[kolom]
    if eerst not in keuze:
        return {"url": "", "stand": ""}
    volgende = dan if sortering == eerst else eerst
    vraag = [(k, v) for k, v in request.GET.items() if k not in ("na", "voor", "sortering") and v]
    stand = "" if sortering not in (eerst, dan) else "descending" if sortering.startswith("-") else "ascending"
    return {"url": f"?{urlencode([*vraag, ('sortering', volgende)])}", "stand": stand}


def _tegels(actor: Medewerker, teams: list[int], formulier: Werkvoorraadformulier) -> list[dict[str, Any]]:
    """What asks for attention in one's teams; each counts as far as a tile can show and is a link that filters."""
    gekozen = formulier.cleaned_data.get("tegel", "")
    namen = (
        ("te_laat", _("over de termijn"), "fout"),
        ("binnenkort", _("binnen %(dagen)s dagen klaar") % {"dagen": BINNENKORT}, "let-op"),
        ("niet_toegewezen", _("niet toegewezen"), ""),
        ("nieuwe_stukken", _("met nieuwe stukken"), ""),
    )
    tegels = []
    for tegel, naam, soort in namen:
        getal = aantal(actor, zet_tegel(Filter(open=True, teams=teams), tegel), TEGELGRENS) if teams else 0
        tegels.append(
            {
                "getal": "99+" if getal >= TEGELGRENS else getal,
                "naam": naam,
                "soort": soort if getal else "",
                "url": reverse("werkvoorraad") if gekozen == tegel else f"{reverse('werkvoorraad')}?tegel={tegel}",
                "actief": gekozen == tegel,
            }
        )
    return tegels
