"""The one table of what staff do on the page of a zaak: handeling, its form, its function, its words."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from autorisatie.actor import Actor
from backoffice.behandeling import (
    afscherming,
    forms,
    forms_besluit,
    forms_bijzonder,
    forms_stukken,
    forms_verdelen,
    forms_versie,
)
from backoffice.behandeling.scherm import Scherm
from mijnzaken.zaken.handelingen import (
    advies,
    afronden,
    afschermen,
    ander_zaaktype,
    behandelen,
    besluiten,
    documenten,
    horen,
    overzetten,
    taken,
    termijnen,
    vernietigen,
)
from mijnzaken.zaken.models import Zaak


def documenten_toevoegen(
    actor: Actor, zaak: Zaak, *, uploads: list[str], titel: str, gezien_versie: int | None, **rest: Any
) -> None:
    """All files or none."""
    with transaction.atomic():
        for nummer, upload in enumerate(uploads, start=1):
            naam = titel if len(uploads) == 1 else f"{titel[:190]} ({nummer})"
            versie = gezien_versie if nummer == 1 else None
            documenten.document_toevoegen(actor, zaak, upload=upload, titel=naam, gezien_versie=versie, **rest)


SCHERMEN: dict[str, Scherm] = {
    "in_behandeling_nemen": Scherm(
        _("In behandeling nemen"),
        forms.Handelingformulier,
        behandelen.in_behandeling_nemen,
        _("U behandelt deze zaak nu."),
        _("U wordt de behandelaar. De aanvrager ziet dat de zaak in behandeling is."),
    ),
    "adviseren": Scherm(
        _("Advies geven"),
        forms.Adviseren,
        advies.adviseren,
        _("Uw advies staat bij de zaak."),
        knop=_("Advies versturen"),
    ),
    "besluiten": Scherm(
        _("Besluiten"),
        forms.Handelingformulier,
        besluiten.besluiten,
        _("Het besluit is genomen. De aanvrager krijgt de brief."),
        _("U neemt het besluit zoals het is voorgesteld. De brief gaat meteen naar de aanvrager."),
        knop=_("Neem dit besluit"),
    ),
    "voorstel_terugsturen": Scherm(
        _("Voorstel terugsturen"),
        forms.VoorstelTerugsturen,
        besluiten.voorstel_terugsturen,
        _("Het voorstel is terug bij de behandelaar."),
        knop=_("Terugsturen"),
    ),
    "besluit_voorstellen": Scherm(
        _("Besluit voorstellen"),
        forms_besluit.BesluitVoorstellen,
        besluiten.besluit_voorstellen,
        _("Uw voorstel ligt klaar. Een ander neemt het besluit."),
        _("U doet een voorstel. Iemand anders neemt het besluit."),
        knop=_("Voorstel doen"),
    ),
    "afhandelen": Scherm(_("Afhandelen"), forms_besluit.Afhandelen, afronden.afhandelen, _("De zaak is afgehandeld.")),
    "aanvulling_vragen": Scherm(
        _("Aanvulling vragen"),
        forms_besluit.AanvullingVragen,
        termijnen.aanvulling_vragen,
        _("De aanvrager heeft een taak en een bericht. De termijn staat stil."),
        knop=_("Vraag de aanvulling"),
    ),
    "advies_vragen": Scherm(
        _("Advies vragen"),
        forms_verdelen.AdviesVragen,
        advies.advies_vragen,
        _("Uw vraag ligt bij uw collega."),
        knop=_("Vraag advies"),
    ),
    "stap_zetten": Scherm(
        _("Stap zetten"),
        forms_verdelen.StapZetten,
        behandelen.stap_zetten,
        _("De stap is gezet."),
        _("De aanvrager ziet deze stap."),
    ),
    "taak_plaatsen": Scherm(
        _("Taak plaatsen"), forms_verdelen.TaakPlaatsen, taken.taak_plaatsen, _("De taak staat klaar.")
    ),
    "notitie_schrijven": Scherm(
        _("Notitie schrijven"),
        forms.NotitieSchrijven,
        behandelen.notitie_schrijven,
        _("De notitie staat bij de zaak."),
        knop=_("Notitie bewaren"),
    ),
    "document_toevoegen": Scherm(
        _("Document toevoegen"),
        forms_stukken.DocumentToevoegen,
        documenten_toevoegen,
        _("Het document staat bij de zaak."),
    ),
    "toewijzen": Scherm(_("Toewijzen"), forms_verdelen.Toewijzen, behandelen.toewijzen, _("De zaak is toegewezen.")),
    "overdragen": Scherm(
        _("Overdragen aan een ander team"),
        forms_verdelen.Overdragen,
        behandelen.overdragen,
        _("De zaak is overgedragen."),
        knop=_("Overdragen"),
    ),
    "opschorten": Scherm(
        _("Termijn opschorten"),
        forms_besluit.Opschorten,
        termijnen.opschorten,
        _("De termijn staat stil. De aanvrager krijgt bericht."),
        _("De termijn staat stil vanaf morgen."),
        knop=_("Opschorten"),
    ),
    "hervatten": Scherm(
        _("Termijn hervatten"),
        forms.Handelingformulier,
        termijnen.hervatten,
        _("De termijn loopt weer. De aanvrager krijgt bericht."),
        _("De termijn loopt weer vanaf vandaag. De aanvrager krijgt een bericht met de nieuwe datum."),
        knop=_("Hervatten"),
    ),
    "verlengen": Scherm(
        _("Termijn verlengen"),
        forms_besluit.Verlengen,
        termijnen.verlengen,
        _("De aanvrager krijgt bericht over de langere termijn."),
        knop=_("Verlengen"),
    ),
    "heropenen": Scherm(
        _("Zaak heropenen"), forms.Heropenen, afronden.heropenen, _("De zaak is weer open."), knop=_("Heropenen")
    ),
    "brondatum_vastleggen": Scherm(
        _("Bewaartermijn laten beginnen"),
        forms.BrondatumVastleggen,
        vernietigen.brondatum_vastleggen,
        _("De bewaartermijn loopt."),
        _("De termijn telt vanaf een dag die in een ander register staat."),
        knop=_("Opslaan"),
    ),
    "stoppen": Scherm(
        _("Zaak stoppen"),
        forms.Stoppen,
        afronden.stoppen,
        _("De zaak is gestopt. De aanvrager krijgt bericht."),
        _("De zaak stopt zonder besluit, bijvoorbeeld omdat zij dubbel is."),
        knop=_("Stop deze zaak"),
        gevaarlijk=True,
    ),
    "document_tonen": Scherm(
        _("Document tonen of verbergen"),
        forms_stukken.DocumentTonen,
        documenten.document_tonen,
        _("Dat is gewijzigd."),
        knop=_("Opslaan"),
        los=False,
    ),
    "gegeven_wijzigen": Scherm(
        _("Gegeven wijzigen"),
        forms_stukken.GegevenWijzigen,
        behandelen.gegeven_wijzigen,
        _("Het gegeven is gewijzigd."),
        knop=_("Opslaan"),
        los=False,
    ),
    "taak_uitvoeren": Scherm(
        _("Taak afmelden"),
        forms_verdelen.TaakUitvoeren,
        taken.taak_uitvoeren,
        _("De taak is klaar."),
        knop=_("De taak is klaar"),
        los=False,
    ),
    "taak_intrekken": Scherm(
        _("Taak intrekken"),
        forms_verdelen.Taakformulier,
        taken.taak_intrekken,
        _("De taak is ingetrokken."),
        _("Niemand hoeft deze taak meer te doen."),
        los=False,
    ),
    "aanvullen": Scherm(
        _("Aanvulling verwerken"),
        forms_stukken.Aanvullen,
        termijnen.aanvullen,
        _("De aanvulling staat bij de zaak. De termijn loopt weer."),
        _("De aanvrager stuurde dit per post of bracht het langs."),
        knop=_("Verwerken"),
        los=False,
    ),
    "horen": Scherm(
        _("Horen"),
        forms_bijzonder.Horen,
        horen.horen,
        _("De hoorzitting staat bij de zaak."),
        _("Leg vast dat u wie bezwaar maakt hebt gehoord. De inwoner ziet dat het gebeurde, en wanneer."),
        knop=_("Hoorzitting vastleggen"),
    ),
    "afschermen": Scherm(
        _("Zaak afschermen"),
        forms_bijzonder.Afschermen,
        afschermen.afschermen,
        _("De zaak is afgeschermd."),
        _("Daarna bestaat deze zaak alleen nog voor de collega’s die u noemt. De inwoner merkt er niets van."),
        knop=_("Scherm deze zaak af"),
        gevaarlijk=True,
    ),
    "partij_afschermen": Scherm(
        _("Persoon of organisatie afschermen"),
        forms_bijzonder.PartijAfschermen,
        afscherming.partij_afschermen,
        _("De persoon of organisatie is afgeschermd."),
        _("Daarna bestaat deze betrokkene, met al zijn zaken, alleen nog voor de collega’s die u noemt."),
        knop=_("Afschermen"),
        gevaarlijk=True,
        los=False,
    ),
    "ander_zaaktype_kiezen": Scherm(
        _("Ander zaaktype kiezen"),
        forms_versie.AnderZaaktype,
        ander_zaaktype.ander_zaaktype_kiezen,
        _("De zaak is nu van een andere soort. De aanvrager krijgt bericht."),
        _("De zaak houdt haar nummer, haar stukken en de dag van ontvangst. Het andere team gaat verder."),
        knop=_("Kies dit zaaktype"),
    ),
    "zaak_overzetten": Scherm(
        _("Overzetten naar de nieuwe versie"),
        forms_versie.ZaakOverzetten,
        overzetten.zaak_overzetten,
        _("De zaak loopt nu op de nieuwe versie."),
        _("De zaak volgt dan de versie van het zaaktype die nu geldt. De fase en de termijn blijven zoals zij zijn."),
        knop=_("Zet de zaak over"),
    ),
    "toegang_verlenen": Scherm(
        _("Toegang geven"),
        forms_bijzonder.ToegangVerlenen,
        afscherming.verlenen,
        _("Uw collega kan nu bij deze zaak."),
        knop=_("Geef toegang"),
        los=False,
    ),
    "toegang_intrekken": Scherm(
        _("Toegang intrekken"),
        forms_bijzonder.ToegangIntrekken,
        afscherming.intrekken,
        _("De toegang is ingetrokken."),
        _("Deze collega ziet de zaak dan meteen niet meer."),
        los=False,
    ),
    "afscherming_opheffen": Scherm(
        _("Afscherming opheffen"),
        forms_bijzonder.AfschermingOpheffen,
        afscherming.opheffen,
        _("De zaak is niet meer afgeschermd."),
        _("Daarna vindt iedereen die deze soort zaken mag zien, haar weer."),
        knop=_("Hef de afscherming op"),
        gevaarlijk=True,
        los=False,
    ),
}

HOOFD = (
    "in_behandeling_nemen",
    "adviseren",
    "besluiten",
    "besluit_voorstellen",
    "afhandelen",
)  # the next step, when there is one
VAAK = ("voorstel_terugsturen", "aanvulling_vragen", "advies_vragen", "horen", "toewijzen", "heropenen")
