"""The wrong zaaktype was chosen: the zaak goes on as one of another kind, with what was answered and who takes part."""

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok, verdelen
from catalogus.models import Actie, Product, Team, TermijnVanaf, Zaaktype
from mijnzaken.zaken import berichtgeving, stappen, termijn
from mijnzaken.zaken.aanmaken import zet_behandelaar
from mijnzaken.zaken.handelingen.behandelen import noteer
from mijnzaken.zaken.handelingen.taken import aanvrager, sluit_open_taken
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.overzetten.kaart import ONDER_EEN_ANDER_ZAAKTYPE, Kaart
from mijnzaken.zaken.overzetten.rapport import rapport_van


@handeling("ander_zaaktype_kiezen", op="zaken.Zaak")
def ander_zaaktype_kiezen(actor: Actor, zaak: Zaak, naar: Zaaktype, *, reden: str) -> Zaak:
    """The zaak keeps its number, its receipt, its papers and what was suspended; it gets the steps, the term (counted
    from the same receipt) and the team of the other kind. Open tasks end. The applicant is told why, and until when.

    Raises OnjuisteToestand while something was decided or waits, Invoerfout for a kind that it can't become.
    """
    _kan_worden(naar, zaak)
    if tegen := _houdt_tegen(zaak):
        raise OnjuisteToestand(tegen)
    kaart = Kaart(zaak.zaaktype, naar)
    bevindingen = rapport_van(kaart, zaak)
    if dicht := [b.zin for b in bevindingen if b.houdt_tegen]:
        raise OnjuisteToestand(" ".join(dicht))
    oud, volgde = zaak.titel, zaak.vertrouwelijkheidaanduiding == zaak.zaaktype.vertrouwelijkheidaanduiding
    kaart.zet_over(zaak, ONDER_EEN_ANDER_ZAAKTYPE)
    sluit_open_taken(zaak)
    zet_behandelaar(zaak, None)
    zaak.zaaktype, zaak.proces, zaak.product = naar, naar.proces, _product(naar)
    zaak.team = _team(zaak)
    zaak.vertrouwelijkheidaanduiding = (
        naar.vertrouwelijkheidaanduiding
        if volgde
        else max(zaak.vertrouwelijkheidaanduiding, naar.vertrouwelijkheidaanduiding)
    )
    stappen.raak_aan(zaak, "zaaktype", "proces", "team", "product", "vertrouwelijkheidaanduiding")
    stappen.opnieuw_op_stap(zaak)
    _termijn_opnieuw(zaak)
    aantekenen(van=kaart.van.identificatie, naar=naar.identificatie)
    noteer(actor, zaak, f"Was: {kaart.van.omschrijving}", "\n".join([reden, *(b.zin for b in bevindingen)]))
    berichtgeving.meld_ander_zaaktype(zaak, oud, reden)
    return zaak


def mogelijke_zaaktypen(zaak: Zaak) -> list[Zaaktype]:
    """What a zaak can become today: any kind that is offered, and is handled here by its own steps."""
    rijen = Zaaktype.objects.geldig_op(klok.vandaag()).met_proces().filter(proces__actief=True)
    return [
        rij
        for rij in rijen.exclude(proces=zaak.proces_id).order_by("omschrijving")
        if not rij.extern_behandeld
        and rij.identificatie != "terugbelnotitie"
        and rij.termijn_vanaf != TermijnVanaf.EINDE_BEZWAARTERMIJN
    ]


def _kan_worden(naar: Zaaktype, zaak: Zaak) -> None:
    if naar not in mogelijke_zaaktypen(zaak):
        raise Invoerfout({"naar": "Een zaak van deze soort kan dit niet worden."})


def _houdt_tegen(zaak: Zaak) -> str:
    """Why this zaak stays of its kind, as a sentence."""
    if zaak.is_terugbelnotitie or zaak.gerelateerde_zaken.exclude(besluit=None).exists():
        return "Een terugbelnotitie of een bezwaar wordt geen andere zaak."
    if hasattr(zaak, "productverzoek"):
        return "Deze aanvraag gaat over een product dat de inwoner al heeft."
    if zaak.voorstellen.filter(teruggestuurd_op=None).exists() or zaak.besluiten.exists():
        return "In deze zaak is al iets besloten of voorgesteld."
    if zaak.verlengingen.filter(verlegt_datum=True).exists():
        return "De termijn van deze zaak is al verlengd volgens de regels van dit zaaktype."
    return ""


def _product(zaaktype: Zaaktype) -> Product | None:
    regel = zaaktype.proces.kruistabel.filter(actie=Actie.AANVRAGEN).select_related("product").first()
    return regel.product if regel else None


def _team(zaak: Zaak) -> Team:
    """That of a new zaak with these answers."""
    waarden = zaak.gegevenswaarden.filter(actueel=True, gegeven__zaaktype=zaak.zaaktype)
    wie = aanvrager(zaak)
    return verdelen.team_voor(
        zaak.zaaktype,
        product_id=zaak.product_id,
        antwoorden=dict(waarden.values_list("gegeven__naam", "waarde")),
        postcode=wie.postcode if wie is not None else "",
    )


def _termijn_opnieuw(zaak: Zaak) -> None:
    """The term of the other kind from the same receipt; what stood still, or stands still, goes on counting."""
    oude = list(zaak.beslistermijnen.filter(voldaan_op=None))
    zaak.beslistermijnen.filter(voldaan_op=None).update(voldaan_op=klok.vandaag())
    termijn.begin_eerste(zaak)
    nieuwe = zaak.beslistermijnen.filter(voldaan_op=None).first()
    if nieuwe is None:
        termijn.zonder(zaak)
        return
    zaak.opschortingen.filter(beslistermijn__in=oude).update(beslistermijn=nieuwe)
    termijn.werk_bij(zaak)
