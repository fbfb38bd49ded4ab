"""The terugbelnotities of one's team, and those that an agent made himself."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from autorisatie import beleid
from autorisatie.actor import Medewerker
from autorisatie.gegevensgroepen import Zicht, ziet
from autorisatie.models import Gebruiker, Gegevensgroep, Matrixregel, Matrixversie, Niveau, Toekenning
from autorisatie.toegang import voor_medewerker
from backoffice.kcc.forms_terugbel import Lijstformulier
from catalogus import klok, termijnen
from mijnzaken.zaken.inzien import niveaus_van
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.termijn import vrije_dagen
from mijnzaken.zaken.terugbellijst import Notitiefilter
from mijnzaken.zaken.terugbellijst import notities as lijst
from mijnzaken.zaken.woorden import status_in_woorden

TEAM, EIGEN = "team", "eigen"
DOEL = "terugbelnotitie behandelen"  # why who opens a note reads about the zaak that it is about
_OPEN = {"klaar": False, "alle": None}


@dataclass(frozen=True)
class Regel:
    """One row, as its reader may see it."""

    zaak: Zicht
    gegevens: Zicht
    url: str
    naam: str
    status: str
    behandelaar: str
    team: str
    termijn: str
    te_laat: bool
    is_open: bool


@voor_medewerker("terugbelnotities")
@require_safe
def notities(request: HttpRequest) -> HttpResponse:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    lijsten = _lijsten(actor)
    gekozen = request.GET.get("lijst", "")
    gekozen = gekozen if gekozen in lijsten else lijsten[0]
    eigen = gekozen == EIGEN
    formulier = Lijstformulier(
        request.GET,
        behandelaars=[] if eigen else list(_teamgenoten(actor)),
        makers=[actor.gebruiker] if eigen else list(_wie_mag("terugbelnotitie_maken")),
        label_suffix="",
    )
    blad = lijst(
        actor,
        _filter(formulier, actor if eigen else None),
        na=request.GET.get("na", ""),
        voor=request.GET.get("voor", ""),
    )
    vrij = vrije_dagen()
    return render(
        request,
        "kcc/notities.html",
        {
            "lijsten": [{"naam": _naam(w), "url": f"?lijst={w}", "actief": w == gekozen} for w in lijsten]
            if len(lijsten) > 1
            else [],
            "kop": _naam(gekozen),
            "formulier": formulier,
            "regels": [regel(actor, rij, vrij) for rij in blad.rijen],
            "wis_url": f"?lijst={gekozen}" if _is_gefilterd(formulier) else "",
            "volgende_url": _adres(request, "na", blad.volgende),
            "vorige_url": _adres(request, "voor", blad.vorige),
        },
    )


def _lijsten(actor: Medewerker) -> list[str]:
    """Who answers sees those of his team; who makes them follows his own."""
    mag = [(TEAM, "belpoging_vastleggen"), (EIGEN, "terugbelnotitie_maken")]
    return [naam for naam, recht in mag if beleid.mag(actor, recht)] or [EIGEN]


def _teamgenoten(actor: Medewerker) -> QuerySet[Gebruiker]:
    """Who answer the notities of one's teams; not counted from the notities, of which there are very many."""
    geldend = Toekenning.objects.filter(Toekenning.geldend(), team__isnull=False)
    teams = geldend.filter(gebruiker=actor.gebruiker).values("team")
    return Gebruiker.objects.filter(pk__in=geldend.filter(team__in=teams).values("gebruiker"), is_active=True)


def _wie_mag(recht: str) -> QuerySet[Gebruiker]:
    """Staff whose role holds this right in the matrix that is active."""
    rollen = Matrixregel.objects.filter(versie=Matrixversie.actief(), handelingen__contains=[recht]).values("rol")
    geldend = Toekenning.objects.filter(Toekenning.geldend(), rol__in=rollen)
    return Gebruiker.objects.filter(pk__in=geldend.values("gebruiker"), is_active=True)


def _naam(lijst_: str) -> str:
    return _("Terugbelnotities van mijn team") if lijst_ == TEAM else _("Terugbelnotities door mij gemaakt")


def _filter(formulier: Lijstformulier, maker: Medewerker | None) -> Notitiefilter:
    formulier.is_valid()
    gekozen: dict[str, Any] = formulier.cleaned_data
    behandelaar = gekozen.get("behandelaar", "")
    return Notitiefilter(
        zoek=gekozen.get("zoek", ""),
        open=_OPEN.get(gekozen.get("status", ""), True),
        maker=maker.gebruiker.pk if maker else int(gekozen["maker"]) if gekozen.get("maker") else None,
        behandelaar=int(behandelaar) if behandelaar.isdigit() else None,
        niet_toegewezen=behandelaar == "niemand",
        team=gekozen["team"].pk if gekozen.get("team") else None,
    )


def _is_gefilterd(formulier: Lijstformulier) -> bool:
    return any(waarde for naam, waarde in formulier.cleaned_data.items() if naam != "lijst")


def _adres(request: HttpRequest, naam: str, waarde: str) -> str:
    vraag = [(k, v) for k, v in request.GET.items() if k not in ("na", "voor") and v]
    return f"?{urlencode([*vraag, (naam, waarde)])}" if waarde else ""


def regel(actor: Medewerker, zaak: Zaak, vrij: termijnen.Vrijedagen) -> Regel:
    niveaus = niveaus_van(actor, zaak)
    beeld, gegevens = Zicht(zaak, niveaus), Zicht(zaak.terugbel, niveaus)
    te_laat = zaak.is_open and zaak.terugbel.uiterlijk_om < klok.nu()
    return Regel(
        zaak=beeld,
        gegevens=gegevens,
        url=reverse("terugbelnotitie", args=[zaak.nummer]),
        naam=" ".join(str(deel) for deel in (gegevens.voorletters, gegevens.achternaam) if deel),
        status=status_in_woorden(zaak).capitalize(),
        behandelaar=beeld.behandelaar.naam if beeld.behandelaar else _("Niemand"),
        team=teamnaam(actor, zaak),
        termijn=werkdagen_in_woorden(zaak, vrij) if zaak.is_open else "",
        te_laat=te_laat,
        is_open=zaak.is_open,
    )


def teamnaam(actor: Medewerker, zaak: Zaak) -> str:
    """The team that calls back; not when it would tell what another zaak is about that the reader may not see."""
    over = zaak.terugbel.over_zaak
    if over is not None and over.team_id == zaak.team_id:
        mag = not over.afgeschermd and ziet(
            beleid.niveaus(actor.met_doel(DOEL), over, eigen_zaak=False), Gegevensgroep.STATUS, Niveau.STATUS
        )
        if not mag and not beleid.mag(actor, "belpoging_vastleggen"):
            return _("Contactpersoon")
    return str(zaak.team)


def werkdagen_in_woorden(zaak: Zaak, vrij: termijnen.Vrijedagen) -> str:
    """'nog 3 werkdagen', 'vandaag, tot 17:00', '2 werkdagen te laat'."""
    uiterlijk = zaak.terugbel.uiterlijk_om
    over = termijnen.werkdagen_tot(klok.vandaag(), klok.datum(uiterlijk), vrije_dagen=vrij)
    if uiterlijk < klok.nu():
        return (
            ngettext("%(n)d werkdag te laat", "%(n)d werkdagen te laat", -over) % {"n": -over}
            if over
            else _("te laat, sinds vandaag")
        )
    if over == 0:
        return _("vandaag, tot %(tijd)s") % {"tijd": uiterlijk.astimezone(klok.AMSTERDAM).strftime("%H:%M")}
    return ngettext("nog %(n)d werkdag", "nog %(n)d werkdagen", over) % {"n": over}
