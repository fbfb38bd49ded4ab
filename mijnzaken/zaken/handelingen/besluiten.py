"""Propose, send back, decide."""

from datetime import date

from django.conf import settings

from autorisatie.actor import Medewerker
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from catalogus.models import Fase, Resultaattype, ZaaktypeBesluittype
from catalogus.termijnen import bezwaartermijn
from mijnzaken.zaken import (
    berichtgeving,
    bewaren,
    brieven,
    mandaat,
    notificaties,
    producten,
    stappen,
    termijn,
)
from mijnzaken.zaken.avg.ontvangers import eis_verteld
from mijnzaken.zaken.avg.wissing import eis_gewist
from mijnzaken.zaken.handelingen.behandelen import na_stap
from mijnzaken.zaken.handelingen.taken import aanvrager, sluit_open_taken
from mijnzaken.zaken.handelingen.termijnen import beeindig_termijn
from mijnzaken.zaken.handelingen.toestemmingen import ontbrekende_toestemming
from mijnzaken.zaken.models import Besluit, Besluitvoorstel, Resultaat, Zaak
from mijnzaken.zaken.producten import TOEGEKEND
from mijnzaken.zaken.regels import mag_besluiten, mag_voorstellen


@handeling("besluit_voorstellen", op="zaken.Zaak")
def besluit_voorstellen(
    actor: Medewerker,
    zaak: Zaak,
    *,
    besluitmoment: ZaaktypeBesluittype,
    uitkomst: str,
    motivering: str,
    resultaattype: Resultaattype | None = None,
    ingangsdatum: date | None = None,
    vervaldatum: date | None = None,
    bedrag: int | None = None,
) -> Besluitvoorstel:
    """A decision is proposed with its reasons (Awb 3:46); somebody else takes it. ``bedrag`` in cents."""
    mag_voorstellen(zaak, actor.gebruiker)
    eis_gewist(zaak)
    eis_verteld(zaak)
    if besluitmoment.zaaktype_id != zaak.zaaktype_id:
        raise Invoerfout({"besluitmoment": "Dit besluit hoort niet bij dit zaaktype."})
    if not motivering.strip():
        raise Invoerfout({"motivering": "Schrijf waarom u dit voorstelt. De aanvrager leest dit in het besluit."})
    if resultaattype is not None and resultaattype.zaaktype_id != zaak.zaaktype_id:
        raise Invoerfout({"resultaattype": "Dit resultaat hoort niet bij dit zaaktype."})
    if rondt_af(besluitmoment, uitkomst) and resultaattype is None:
        resultaattype = zaak.zaaktype.resultaattypen.filter(uitkomst=uitkomst).first()
        if resultaattype is None:
            raise Invoerfout({"resultaattype": "Kies een resultaat: met dit besluit is de zaak klaar."})
    if vervaldatum is not None and vervaldatum < (ingangsdatum or klok.vandaag()):
        raise Invoerfout({"vervaldatum": "De laatste dag ligt voor de eerste dag."})
    if uitkomst in TOEGEKEND and ontbrekende_toestemming(zaak):
        raise OnjuisteToestand(
            "De toestemming van een andere betrokkene ontbreekt nog. Zonder toestemming geen toekenning."
        )
    mandaat.eis_iemand_bevoegd(besluitmoment, bedrag)
    stappen.ga_naar(zaak, Fase.BESLUIT_VOORGESTELD)
    voorstel: Besluitvoorstel = Besluitvoorstel.objects.create(
        zaak=zaak,
        besluitmoment=besluitmoment,
        uitkomst=uitkomst,
        resultaattype=resultaattype,
        motivering=motivering,
        ingangsdatum=ingangsdatum,
        vervaldatum=vervaldatum,
        bedrag=bedrag,
        voorgesteld_door=actor.gebruiker,
        voorgesteld_op=klok.nu(),
    )
    return voorstel


@handeling("voorstel_terugsturen", op="zaken.Zaak")
def voorstel_terugsturen(actor: Medewerker, zaak: Zaak, *, reden: str) -> Besluitvoorstel:
    """Back to the handler, with what has to change."""
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf wat er anders moet."})
    voorstel = open_voorstel(zaak)
    voorstel.teruggestuurd_op, voorstel.teruggestuurd_reden = klok.nu(), reden
    voorstel.save(update_fields=["teruggestuurd_op", "teruggestuurd_reden"])
    stappen.ga_naar(zaak, Fase.IN_BEHANDELING)
    return voorstel


@handeling("besluiten", op="zaken.Zaak")
def besluiten(actor: Medewerker, zaak: Zaak) -> Besluit:
    """The decision is taken and made known (Awb 3:40, 3:41): a besluit, a letter, what the resident then holds, the
    result with its retention, and the messages. Nobody decides on an own proposal, or beyond a mandate (10:3).
    """
    mag_besluiten(zaak, actor.gebruiker)
    eis_gewist(zaak)
    eis_verteld(zaak)
    voorstel = open_voorstel(zaak)
    mandaat.eis_mandaat(actor, zaak, voorstel)
    moment = voorstel.besluitmoment
    besluit = _leg_vast(actor, zaak, voorstel)
    voorstel.besloten_op = klok.nu()
    voorstel.save(update_fields=["besloten_op"])
    beeindig_termijn(zaak)
    product = producten.verwerk(zaak, besluit, moment, aanvrager(zaak))
    klaar = rondt_af(moment, voorstel.uitkomst)
    if klaar:
        rond_af(zaak, voorstel.resultaattype)
    else:
        stappen.ga_naar(zaak, Fase.IN_BEHANDELING)
        termijn.begin_volgende(zaak, moment)
        na_stap(actor, zaak)
    notificaties.meld_besluit(zaak, besluit)
    brief = brieven.besluit(zaak, besluit)
    berichtgeving.meld_besluit(zaak, besluit, brief)
    aantekenen(uitkomst=voorstel.uitkomst, product=bool(product), afgerond=klaar)
    return besluit


def rondt_af(moment: ZaaktypeBesluittype, uitkomst: str) -> bool:
    """A decision closes the zaak when its moment says so, or when nothing can follow a refusal."""
    return moment.rondt_zaak_af or uitkomst not in TOEGEKEND


def rond_af(zaak: Zaak, resultaattype: Resultaattype | None, toelichting: str = "") -> None:
    """The zaak ends: result, retention, phase. What was asked of anybody is no longer asked."""
    sluit_open_taken(zaak)
    beeindig_termijn(zaak)
    if resultaattype is not None:
        zaak.resultaten.all().delete()
        resultaat = Resultaat.objects.create(zaak=zaak, resultaattype=resultaattype, toelichting=toelichting[:1000])
        notificaties.meld(zaak, "resultaat", "resultaten", resultaat.uuid)
    stappen.ga_naar(zaak, Fase.AFGEROND)
    if resultaattype is not None:
        bewaren.zet_archiefgegevens(zaak, resultaattype)


def open_voorstel(zaak: Zaak) -> Besluitvoorstel:
    voorstel: Besluitvoorstel | None = (
        zaak.voorstellen.select_related("besluitmoment__besluittype", "voorgesteld_door", "resultaattype")
        .filter(Besluitvoorstel.liggend())
        .first()
    )
    if voorstel is None:
        raise OnjuisteToestand("Er ligt geen voorstel voor een besluit.")
    return voorstel


def _leg_vast(actor: Medewerker, zaak: Zaak, voorstel: Besluitvoorstel) -> Besluit:
    vandaag = klok.vandaag()
    moment, soort = voorstel.besluitmoment, voorstel.besluitmoment.besluittype
    bezwaar = moment.bezwaar and zaak.zaaktype.bezwaar_mogelijk
    gekozen = voorstel.ingangsdatum, voorstel.vervaldatum
    ingangsdatum, vervaldatum = producten.begin_en_einde(zaak, moment, voorstel.uitkomst, gekozen)
    besluit: Besluit = Besluit.objects.create(
        zaak=zaak,
        identificatie=f"{zaak.nummer}-B{zaak.besluiten.count() + 1}",
        verantwoordelijke_organisatie=settings.GEMEENTE["rsin"],
        besluittype=soort,
        datum=vandaag,
        toelichting=voorstel.motivering,
        bestuursorgaan=settings.GEMEENTE["bestuursorgaan"][:50],
        ingangsdatum=ingangsdatum,
        vervaldatum=vervaldatum,
        vervalreden="tijdelijk" if vervaldatum else "",
        verzenddatum=vandaag,
        uiterlijke_reactiedatum=bezwaartermijn(
            vandaag, duur=soort.reactietermijn or "P6W", vrije_dagen=termijn.vrije_dagen()
        )
        if bezwaar
        else None,
        uitkomst=voorstel.uitkomst,
        bedrag=voorstel.bedrag,
        voorstel=voorstel,
        voorgesteld_door=voorstel.voorgesteld_door,
        besloten_door=actor.gebruiker,
        bezwaar_mogelijk=bezwaar,
    )
    return besluit
