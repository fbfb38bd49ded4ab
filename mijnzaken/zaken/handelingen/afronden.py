"""Other ends than a decision, and the way back."""

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import handeling
from catalogus import klok
from catalogus.models import Fase, Resultaattype, Uitkomst
from mijnzaken.zaken import berichtgeving, bewaren, stappen, termijn
from mijnzaken.zaken.avg.ontvangers import eis_verteld, meld_nog_te_vertellen, moet_nog_horen
from mijnzaken.zaken.handelingen.besluiten import rond_af
from mijnzaken.zaken.models import Notitie, Zaak


@handeling("afhandelen", op="zaken.Zaak")
def afhandelen(actor: Actor, zaak: Zaak, *, resultaattype: Resultaattype, toelichting: str = "") -> Zaak:
    """End a zaak that needs no decision (a report, a complaint)."""
    if zaak.zaaktype.besluitmomenten.exists():
        raise Invoerfout({"resultaattype": "Deze zaak eindigt met een besluit. Doe eerst een voorstel."})
    if resultaattype.zaaktype_id != zaak.zaaktype_id:
        raise Invoerfout({"resultaattype": "Dit resultaat hoort niet bij dit zaaktype."})
    rond_af(zaak, resultaattype, toelichting)
    berichtgeving.meld_afgehandeld(zaak, resultaattype, toelichting)
    return zaak


@handeling("intrekken", op="zaken.Zaak")
def intrekken(actor: Actor, zaak: Zaak, *, reden: str = "") -> Zaak:
    """The applicant takes the application back. Who had his data must still hear what was done to them (AVG 19): who
    handled a request about data is told that.
    """
    rond_af(zaak, resultaat_bij(zaak, Uitkomst.INGETROKKEN), reden)
    berichtgeving.meld_ingetrokken(zaak)
    if moet_nog_horen(zaak):
        meld_nog_te_vertellen(zaak)
    return zaak


@handeling("stoppen", op="zaken.Zaak")
def stoppen(actor: Actor, zaak: Zaak, *, reden: str) -> Zaak:
    """Staff stop a zaak without a decision (made twice, wrong zaaktype); the applicant reads why. A request about data
    only when everybody who had those was told what was done to them.
    """
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom u stopt. De aanvrager leest dit."})
    eis_verteld(zaak)
    rond_af(zaak, resultaat_bij(zaak, Uitkomst.AFGEBROKEN), reden)
    berichtgeving.meld_gestopt(zaak, reden)
    return zaak


@handeling("heropenen", op="zaken.Zaak")
def heropenen(actor: Actor, zaak: Zaak, *, reden: str) -> Zaak:
    """Open a closed zaak again (zrc-008); everything that was done stays, a new term starts today."""
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom u de zaak heropent. De aanvrager leest dit."})
    stappen.ga_naar(zaak, Fase.IN_BEHANDELING, reden)
    zaak.resultaten.all().delete()
    bewaren.wis_archiefgegevens(zaak)
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    termijn.begin_termijn(zaak, moment, klok.vandaag())
    nu = klok.nu()
    if zaak.is_terugbelnotitie:
        termijn.begin_terugbeltermijn(zaak, zaak.terugbel, nu)
    Notitie.objects.create(
        zaak=zaak,
        onderwerp="Zaak heropend",
        tekst=reden,
        aanmaakdatum=nu,
        wijzigingsdatum=nu,
        aangemaakt_door=actor.gebruiker if isinstance(actor, Medewerker) else None,
    )
    berichtgeving.meld_heropend(zaak, reden)
    return zaak


def resultaat_bij(zaak: Zaak, uitkomst: str) -> Resultaattype | None:
    gevonden: Resultaattype | None = zaak.zaaktype.resultaattypen.filter(uitkomst=uitkomst).first()
    return gevonden
