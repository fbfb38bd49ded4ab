"""Wie keek er mee? Which department or system looked at which data, when, for what, on which ground."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from autorisatie import logboek
from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.inzage import lees_sleutel, schrijf_sleutel, verwerkingen_van
from autorisatie.models import Reikwijdte, Verwerkingsregel
from autorisatie.toegang import voor_burger
from catalogus import klok
from catalogus.models import Product
from catalogus.templatetags.mz import moment as in_woorden
from mijnzaken.aanvragen import stroom
from mijnzaken.portaal import inzagewoorden
from mijnzaken.portaal.aanvragen import adressen
from mijnzaken.portaal.sleutels import uuid_of_404
from mijnzaken.zaken.models import Zaak

BLADZIJDE = 50
MEESTE_ZAKEN = 2_000  # of one represented, the newest first
BEZWAAR = "avg-bezwaar"


class Periode(forms.Form):
    zaak = forms.CharField(required=False, widget=forms.HiddenInput)
    van = forms.DateField(label=gettext_lazy("Vanaf"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    tot = forms.DateField(
        label=gettext_lazy("Tot en met"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", _("De laatste dag ligt voor de eerste. Kies een latere dag."))
        return gegevens


@dataclass(frozen=True)
class Regel:
    """One line as the person reads it."""

    sleutel: str
    moment: datetime
    door: str
    daad: str
    doel: str
    gegevens: str
    grondslag: str
    zaak: Zaak | None
    kan_bezwaar: bool

    @property
    def dag(self) -> date:
        return klok.datum(self.moment)

    @property
    def zin(self) -> str:
        """The line in one sentence, for a question or an objection about it."""
        zaak = f" ({self.zaak.nummer})" if self.zaak is not None else ""
        return f"{in_woorden(self.moment)}: {self.door} {self.daad}{zaak}."


@voor_burger
@require_safe
def inzage(request: HttpRequest) -> HttpResponse:
    """All lines, or those of one zaak and of a period, grouped by day."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    formulier = Periode(request.GET)
    gekozen = formulier.cleaned_data if formulier.is_valid() else {}
    gevraagd = request.GET.get("zaak", "")
    zaak = _zaak(actor, uuid_of_404(gevraagd) if gevraagd else None)
    na = lees_sleutel(request.GET.get("na", ""))
    rijen = _rijen(actor, zaak, gekozen.get("van"), gekozen.get("tot"), na) if formulier.is_valid() else []
    logboek.leg_lezing_vast(actor, "inzage_bekijken", rij=actor.voor_wie)
    regels = in_zinnen(actor, rijen[:BLADZIJDE])
    verder = {k: v for k, v in request.GET.items() if k != "na" and v}
    volgende = {**verder, "na": schrijf_sleutel(rijen[BLADZIJDE - 1])} if len(rijen) > BLADZIJDE else None
    return render(
        request,
        "portaal/inzage.html",
        {
            "dagen": [(dag, list(van_dag)) for dag, van_dag in groupby(regels, key=lambda r: r.dag)],
            "volgende": f"?{urlencode(volgende)}" if volgende else "",
            "eerste": f"?{urlencode(verder)}" if na else "",
            "formulier": formulier,
            "zaak": zaak,
            "gefilterd": bool(verder),
            "eigen": actor.namens is None,
        },
        status=200 if formulier.is_valid() else 422,
    )


def _zaak(actor: Burger, uuid: UUID | None) -> Zaak | None:
    if uuid is None:
        return None
    zaak: Zaak | None = Zaak.objects.voor(actor).filter(uuid=uuid).select_related("proces").first()
    if zaak is None:
        raise BestaatNiet
    return zaak


def _rijen(
    actor: Burger, zaak: Zaak | None, van: date | None, tot: date | None, na: Any, hoeveel: int = BLADZIJDE + 1
) -> list[Verwerkingsregel]:
    """Who acts for another sees what is about the zaken that he may see; the rest only with a machtiging for all."""
    zaken: list[UUID] | None = None
    alles = actor.machtiging is None or actor.machtiging.reikwijdte == Reikwijdte.ALLES
    if actor.namens is not None and zaak is None:
        zichtbaar = Zaak.objects.voor(actor).filter(rollen__partij=actor.voor_wie).order_by("-pk")
        zaken = list(zichtbaar.values_list("uuid", flat=True)[:MEESTE_ZAKEN])
    return verwerkingen_van(
        actor.voor_wie.pk,
        zaak=zaak.uuid if zaak else None,
        alleen_zaken=zaken,
        ook_zonder_zaak=alles,
        van=van,
        tot=tot,
        na=na,
        hoeveel=hoeveel,
    )


def in_zinnen(actor: Burger, rijen: list[Verwerkingsregel]) -> list[Regel]:
    """One query more, for the zaken that they are about."""
    uuids = {rij.zaak_uuid for rij in rijen if rij.zaak_uuid}
    zaken = {z.uuid: z for z in Zaak.objects.voor(actor).filter(uuid__in=uuids).select_related("proces")}
    return [
        Regel(
            sleutel=schrijf_sleutel(rij),
            moment=rij.start_time,
            door=rij.door,
            daad=inzagewoorden.daad(rij),
            doel="" if _eigen(rij) else inzagewoorden.doel(rij),
            gegevens=inzagewoorden.gegevens(rij),
            grondslag=rij.grondslag,
            zaak=zaken.get(rij.zaak_uuid) if rij.zaak_uuid else None,
            kan_bezwaar=actor.namens is None and not _eigen(rij),
        )
        for rij in rijen
    ]


def _eigen(rij: Verwerkingsregel) -> bool:
    """What the person did himself needs no purpose and no objection."""
    return rij.door.lower().startswith("uzelf")


def zin_van(actor: Burger, sleutel: str) -> str:
    """The line with this key as a sentence, when this person may read it; else nothing."""
    gelezen = lees_sleutel(sleutel)
    if gelezen is None:
        return ""
    rijen = _rijen(actor, None, None, None, (gelezen[0], gelezen[1] + 1), hoeveel=1)
    return in_zinnen(actor, rijen)[0].zin if rijen and rijen[0].pk == gelezen[1] else ""


@voor_burger
@require_POST
def bezwaar(request: HttpRequest) -> HttpResponse:
    """Object to this use of one's data (AVG 21): a draft of that application, with the line in it."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    zin = zin_van(actor, request.POST.get("regel", ""))
    product = (
        Product.objects.gepubliceerd_op(klok.vandaag())
        .filter(kruistabel__proces__identificatie=BEZWAAR, kruistabel__actie="aanvragen")
        .first()
    )
    if not zin or product is None:
        raise BestaatNiet
    try:
        concept, bereikt = stroom.begin(actor, product, erbij={"gebruik": zin})
    except Weigering as weigering:
        messages.error(request, weigering.reden)
        return redirect(reverse("mijn_inzage"))
    if not bereikt:
        messages.warning(request, _("Wij kunnen uw gegevens nu niet ophalen. Vul ze zelf in."))
    return redirect(stroom.adres_van(adressen(product.slug), concept, 1))
