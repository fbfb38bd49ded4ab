"""Register an application that came on paper or was spoken, with its real date of receipt."""

import uuid
from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from autorisatie import beleid, logboek
from autorisatie.actor import Medewerker
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.herstel import formulierdata, herstel
from autorisatie.models import Gegevensgroep, Partij
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.forms_registreren import Ontvangst, Zoekpersoon
from catalogus import klok
from catalogus.formulieren import Gegevensformulier, maak_formulier
from catalogus.models import Kruistabelregel, SoortGegeven, Zaaktype
from catalogus.querysets import neemt_aan
from mijnzaken.klanten.handelingen import beller_zoeken
from mijnzaken.zaken.aanmaken import Aanvraag
from mijnzaken.zaken.handelingen.concepten import ingediende_zaak, zaak_registreren
from mijnzaken.zaken.handelingen.terugbellen import PROCES
from mijnzaken.zaken.models import Zaak

NIEMAND = "niemand"


def _keuzes(actor: Medewerker) -> Any:
    """What may be registered by this actor: one row per proces, with its product."""
    mag = beleid.processen_met_recht(actor, "zaak_registreren")
    zaaktypen = (
        Zaaktype.objects.geldig_op(klok.vandaag())
        .filter(behandeld_door_extern="")
        .exclude(proces__identificatie=PROCES)
    )
    regels = Kruistabelregel.objects.filter(
        neemt_aan(klok.vandaag(), "proces__"), actie="aanvragen", proces__in=zaaktypen.values("proces")
    )
    if mag is not None:
        regels = regels.filter(proces__in=mag)
    return regels.select_related("product", "proces__team").order_by("product__naam")


@voor_medewerker("zaak_registreren")
@require_safe
def product_kiezen(request: HttpRequest) -> HttpResponse:
    return render(request, "behandeling/product_kiezen.html", {"keuzes": list(_keuzes(request.actor))})  # type: ignore[attr-defined]


@voor_medewerker("zaak_registreren")
@require_http_methods(["GET", "HEAD", "POST"])
def registreren(request: HttpRequest, identificatie: str) -> HttpResponse:
    """One page: who, when, what. Searching is a button of the same form, so nothing typed gets lost."""
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    regel = _keuzes(actor).filter(proces__identificatie=identificatie).first()
    zaaktype = Zaaktype.objects.geldig(regel.proces, klok.vandaag()) if regel else None
    if regel is None or zaaktype is None:
        raise BestaatNiet
    scherm = _Scherm(request, actor, zaaktype, regel)
    if request.method == "POST" and request.POST.get("actie") == "registreer":
        zaak = scherm.registreer()
        if zaak is not None:
            messages.success(request, _("Zaak %(nummer)s is geregistreerd.") % {"nummer": zaak.nummer})
            naar = (
                reverse("zaak", args=[zaak.nummer]) if beleid.mag(actor, "zaak_inzien") else reverse("zaak_registreren")
            )
            return redirect(naar)
    elif request.method == "POST":
        scherm.zoek()
    status = 422 if scherm.fout else 200
    return render(request, "behandeling/registreren.html", scherm.context(), status=status)


class _Scherm:
    """The three forms of the page together."""

    def __init__(self, request: HttpRequest, actor: Medewerker, zaaktype: Zaaktype, regel: Kruistabelregel) -> None:
        self.actor, self.zaaktype, self.regel = actor, zaaktype, regel
        data = request.POST if request.method == "POST" else None
        registreert = data is not None and data.get("actie") == "registreer"
        bewaard = data if data is not None else formulierdata(request)
        self.fout = False
        self.gevonden: list[Partij] = []
        self.gezocht = False
        self.partij = _partij(actor, bewaard.get("partij", ""))
        if self.partij is not None:
            _leg_vast(actor, [self.partij])
        self.gekozen = bewaard.get("partij", "")
        self.sleutel = _uuid(bewaard.get("sleutel", "")) or uuid.uuid4()
        self.zoekformulier = herstel(request, Zoekpersoon(data))
        # Searching shows the other answers back without judging them.
        self.ontvangst = Ontvangst(data) if registreert else _onbeoordeeld(Ontvangst(), bewaard)
        self.gegevens = self._gegevens(data if registreert else None)
        if not registreert:
            _onbeoordeeld(self.gegevens, bewaard)

    def _gegevens(self, data: Any) -> Gegevensformulier:
        """The zaaktype's questions. None is required: an incomplete application is an application too (Awb 4:5)."""
        vragen = (
            self.zaaktype.gegevens.filter(stap__isnull=False).exclude(soort=SoortGegeven.BESTAND).select_related("stap")
        )
        formulier = maak_formulier(vragen.order_by("stap__volgnummer", "volgorde"), data=data, prefix="g")
        for veld in formulier.fields.values():
            veld.required = False
        return formulier

    def zoek(self) -> None:
        if not self.zoekformulier.is_valid():
            self.fout = True
            return
        try:
            self.gevonden = beller_zoeken(self.actor, doel="aanvraag registreren", **self.zoekformulier.gezocht())
            _leg_vast(self.actor, self.gevonden)
            self.gezocht = True
        except Invoerfout as onjuist:
            self.zoekformulier.zet_fouten(onjuist.velden)
            self.fout = True
        except Weigering as weigering:
            self.zoekformulier.add_error(None, weigering.reden)
            self.fout = True

    def registreer(self) -> Zaak | None:
        bestaand = ingediende_zaak(self.actor, self.sleutel)
        if bestaand is not None:
            return bestaand
        goed = self.ontvangst.is_valid()
        goed = self.gegevens.is_valid() and goed
        if self.partij is None and self.gekozen != NIEMAND:
            self.ontvangst.add_error(None, _("Zoek eerst de aanvrager, of kies dat de aanvrager onbekend is."))
            goed = False
        self.fout = not goed
        return self._maak() if goed else None

    def _maak(self) -> Zaak | None:
        waarden = self.ontvangst.cleaned_data
        aanvraag = Aanvraag(
            zaaktype=self.zaaktype,
            product=self.regel.product,
            aanvrager=self.partij,
            waarden=self.gegevens.waarden(),
            ontvangen_op=_moment(waarden["ontvangen_op"]),
            kanaal=waarden["kanaal"],
            omschrijving=waarden["omschrijving"],
            toelichting=waarden["toelichting"],
            concept_uuid=self.sleutel,
        )
        try:
            with transaction.atomic():
                return zaak_registreren(self.actor, aanvraag, proces=self.zaaktype.proces)  # type: ignore[no-any-return]
        except IntegrityError:  # a second click was faster
            return ingediende_zaak(self.actor, self.sleutel)
        except Invoerfout as onjuist:
            for naam, melding in onjuist.velden.items():
                formulier = self.gegevens if naam in self.gegevens.fields else self.ontvangst
                formulier.add_error(naam if naam in formulier.fields else None, melding)
        except Weigering as weigering:
            self.ontvangst.add_error(None, weigering.reden)
        self.fout = True
        return None

    def context(self) -> dict[str, Any]:
        return {
            "zaaktype": self.zaaktype,
            "product": self.regel.product,
            "zoekformulier": self.zoekformulier,
            "gevonden": self.gevonden,
            "gezocht": self.gezocht,
            "partij": self.partij,
            "gekozen": self.gekozen,
            "sleutel": self.sleutel,
            "ontvangst": self.ontvangst,
            "gegevens": self.gegevens,
            "heeft_bestanden": self.zaaktype.gegevens.filter(soort="bestand").exists(),
            "kruimels": [(_("Zaak registreren"), reverse("zaak_registreren"))],
            "gemeente_naam": settings.GEMEENTE["naam"],
        }


def _onbeoordeeld(formulier: Any, data: Any) -> Any:
    """What was typed, as begin values: shown back, not judged."""
    for naam, veld in formulier.fields.items():
        sleutel = formulier.add_prefix(naam)
        if data and not veld.widget.value_omitted_from_data(data, {}, sleutel):
            formulier.initial[naam] = veld.widget.value_from_datadict(data, {}, sleutel)
    return formulier


def _uuid(tekst: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(tekst)
    except ValueError:
        return None


def _leg_vast(actor: Medewerker, gevonden: list[Partij]) -> None:
    """Whoever is shown as a possible applicant may see that he was."""
    logboek.leg_lezing_vast(
        actor,
        "zoekresultaat_inzien",
        partijen=[partij.pk for partij in gevonden],
        doel="een aanvraag vastleggen",
        gegevensgroepen=(Gegevensgroep.PERSOONSGEGEVENS,),
    )


def _partij(actor: Medewerker, tekst: str) -> Partij | None:
    sleutel = _uuid(tekst)
    return Partij.objects.voor(actor).filter(uuid=sleutel).first() if sleutel else None


def _moment(dag: Any) -> datetime:
    """Today is now; an earlier day counts from noon, which is that day in Amsterdam whatever the season."""
    return klok.nu() if dag == klok.vandaag() else timezone.make_aware(datetime.combine(dag, time(12)))
