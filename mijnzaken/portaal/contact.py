"""Contact: what was said over any channel, call-back notes with their attempts, and a new question."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie import logboek
from autorisatie.actor import Burger
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Invoerfout
from autorisatie.herstel import herstel
from autorisatie.models import Gegevensgroep
from autorisatie.toegang import voor_burger
from catalogus import klok
from catalogus.models import Product
from mijnzaken.klanten.inzien import contacten, digitale_adressen
from mijnzaken.klanten.vormen import OnjuistAdres, telefoon_vorm
from mijnzaken.portaal.inzage import zin_van
from mijnzaken.zaken.handelingen.terugbellen import Terugbelvraag, terugbelnotitie_maken, terugbelproces
from mijnzaken.zaken.lijst import Filter, lijst
from mijnzaken.zaken.models import Belpoging, Terugbelgegevens, Zaak


class Vraagformulier(forms.Form):
    """A question, to be answered by telephone."""

    onderwerp = forms.ModelChoiceField(
        label=gettext_lazy("Waar gaat uw vraag over?"),
        queryset=Product.objects.none(),
        empty_label=gettext_lazy("Kies een onderwerp"),
    )
    zaak = forms.ChoiceField(label=gettext_lazy("Gaat het over een zaak die loopt?"), required=False)
    vraag = forms.CharField(
        label=gettext_lazy("Wat is uw vraag?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    telefoonnummer = forms.CharField(label=gettext_lazy("Op welk nummer kunnen wij u bellen?"), max_length=30)
    voorkeursmoment = forms.CharField(
        label=gettext_lazy("Wanneer kunnen wij het best bellen?"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: 's ochtends, of na 16.00 uur"),
    )
    engelstalig = forms.BooleanField(label=gettext_lazy("Ik spreek liever Engels"), required=False)

    def __init__(self, *args: Any, zaken: list[Zaak], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        producten = Product.objects.gepubliceerd_op(klok.vandaag())
        self.fields["onderwerp"].queryset = producten  # type: ignore[attr-defined]
        self.fields["zaak"].choices = [  # type: ignore[attr-defined]
            ("", _("Nee, over iets anders")),
            *((str(z.uuid), f"{z.titel} ({z.nummer})") for z in zaken),
        ]

    def clean_telefoonnummer(self) -> str:
        try:
            return telefoon_vorm(self.cleaned_data["telefoonnummer"])
        except OnjuistAdres:
            raise forms.ValidationError(_("Vul een telefoonnummer in, bijvoorbeeld 06 12345678.")) from None


@voor_burger
def contact(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    logboek.leg_lezing_vast(actor, "contact_inzien", rij=actor.voor_wie, gegevensgroepen=(Gegevensgroep.CONTACT,))
    return render(
        request,
        "portaal/contact.html",
        {"notities": notities(actor), "tijdlijn": _tijdlijn(actor)},
    )


def _tijdlijn(actor: Burger) -> list[dict[str, Any]]:
    return [
        {
            "datum": c.plaatsgevonden_op,
            "kanaal": c.kanaal.capitalize(),
            "onderwerp": c.onderwerp,
            "tekst": c.reactie or c.inhoud,
        }
        for c in contacten(actor, partij_pk=actor.voor_wie.pk)
    ]


def notities(actor: Burger, *, over: Zaak | None = None) -> list[dict[str, Any]]:
    """The call-back notes of this partij with their attempts, of one zaak when asked for; two queries."""
    rijen = (
        Terugbelgegevens.objects.voor(actor)
        .select_related("zaak__proces", "zaak__team__afdeling", "product", "over_zaak__proces")
        .order_by("-pk")
    )
    lijst_ = list(rijen[:50] if over is None else rijen.filter(over_zaak=over)[:50])
    pogingen: dict[int, list[Belpoging]] = {}
    for poging in Belpoging.objects.voor(actor).filter(zaak__in=[r.zaak_id for r in lijst_]):
        pogingen.setdefault(poging.zaak_id, []).append(poging)
    return [{"gegevens": r, "zaak": r.zaak, "pogingen": pogingen.get(r.zaak_id, [])} for r in lijst_]


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def vraag(request: HttpRequest) -> HttpResponse:
    """File a call-back note from the portal."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    zaken = [
        z
        for z in lijst(actor, Filter(open=True), sortering="-binnenkomst", aantal=50).rijen
        if not z.is_terugbelnotitie
    ]
    nummers = [
        a.adres for a in digitale_adressen(actor, actor.voor_wie.pk) if a.soort_digitaal_adres == "telefoonnummer"
    ]
    begin = {
        "telefoonnummer": nummers[0] if nummers else "",
        "zaak": request.GET.get("zaak", ""),
        "vraag": _over_regel(actor, request.GET.get("inzage", "")),
    }
    if request.method == "POST":
        formulier = Vraagformulier(request.POST, zaken=zaken)
        if formulier.is_valid() and _maak(request, actor, formulier, zaken):
            return redirect("mijn_contact")
    else:
        formulier = herstel(request, Vraagformulier(zaken=zaken, initial=begin))
    return render(request, "portaal/vraag.html", {"form": formulier}, status=422 if formulier.errors else 200)


def _over_regel(actor: Burger, sleutel: str) -> str:
    """The question begins with the line of *Wie keek er mee?* that it is about."""
    zin = zin_van(actor, sleutel) if sleutel else ""
    return _("Mijn vraag gaat over deze regel in 'Wie keek er mee?':") + f"\n{zin}\n\n" if zin else ""


def _maak(request: HttpRequest, actor: Burger, formulier: Vraagformulier, zaken: list[Zaak]) -> bool:
    g = formulier.cleaned_data
    product: Product = g["onderwerp"]
    over = next((z for z in zaken if str(z.uuid) == g["zaak"]), None)
    proces = terugbelproces()
    partij = actor.voor_wie
    if g["zaak"] and over is None:
        raise BestaatNiet
    try:
        terugbelnotitie_maken(
            actor,
            Terugbelvraag(
                onderwerp=product.naam[:200],
                vraag=g["vraag"],
                voorletters=partij.voorletters,
                achternaam=partij.achternaam or partij.organisatienaam[:200],
                telefoonnummer=g["telefoonnummer"],
                voorkeursmoment=g["voorkeursmoment"],
                engelstalig=g["engelstalig"],
                kenmerk=over.nummer if over else "",
            ),
            proces=proces,
            team=over.team if over else product.backoffice or proces.team,
            partij=partij,
            product=product,
            over_zaak=over,
        )
    except Invoerfout as fout:
        neem_fouten_over(formulier, fout)
        return False
    messages.success(request, _("Wij bellen u terug. U ziet hieronder uiterlijk wanneer."))
    return True
