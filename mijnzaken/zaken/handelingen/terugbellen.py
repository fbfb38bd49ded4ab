"""The terugbelnotitie: a zaak without decision, answered by telephone within five working days."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from autorisatie.actor import Actor, Burger, Medewerker
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker, Partij
from catalogus import klok
from catalogus.models import Proces, Product, Team, Uitkomst, Zaaktype
from catalogus.termijnen import werkdag_einde
from mijnzaken.zaken import berichtgeving, stappen, termijn
from mijnzaken.zaken.aanmaken import Aanvraag, maak_zaak, start, valt_onder_machtiging, zet_behandelaar
from mijnzaken.zaken.handelingen.afronden import resultaat_bij
from mijnzaken.zaken.handelingen.behandelen import teamleden
from mijnzaken.zaken.handelingen.besluiten import rond_af
from mijnzaken.zaken.models import Belpoging, Kanaal, Notitie, Terugbelgegevens, Zaak, Zaakcontact
from mijnzaken.zaken.regels import mag_behandelen, mag_gekozen_worden

PROCES = "terugbelnotitie"


@dataclass
class Terugbelvraag:
    """What the agent, or the resident, writes down."""

    onderwerp: str
    vraag: str
    achternaam: str
    telefoonnummer: str  # E.164
    voorletters: str = ""
    emailadres: str = ""
    geboortedatum: date | None = None
    voorkeursmoment: str = ""
    buitenlands_nummer: bool = False
    engelstalig: bool = False
    kenmerk: str = ""
    adres: str = ""
    spoed: bool = False


def terugbelproces() -> Proces:
    return Proces.objects.get(identificatie=PROCES)


@handeling("terugbelnotitie_maken")
def terugbelnotitie_maken(
    actor: Actor,
    vraag: Terugbelvraag,
    *,
    proces: Proces,
    team: Team,
    partij: Partij | None = None,
    product: Product | None = None,
    over_zaak: Zaak | None = None,
    klantcontact_uuid: Any = None,
) -> Zaak:
    """A note for the department that can answer. ``partij`` only when the caller was verified (or logged in); a caller
    who was not has none in the portal.
    """
    _binnen_machtiging(actor, product, over_zaak)
    return maak_notitie(
        actor,
        vraag,
        proces=proces,
        team=team,
        partij=partij,
        product=product,
        over_zaak=over_zaak,
        klantcontact_uuid=klantcontact_uuid,
    )


def maak_notitie(
    actor: Actor,
    vraag: Terugbelvraag,
    *,
    proces: Proces,
    team: Team,
    partij: Partij | None = None,
    product: Product | None = None,
    over_zaak: Zaak | None = None,
    klantcontact_uuid: Any = None,
) -> Zaak:
    """The zaak, its term, and the message that it is there. Raises Invoerfout where nobody set it up."""
    zaaktype = Zaaktype.objects.geldig(proces, klok.vandaag())
    if zaaktype is None:
        raise Invoerfout({"onderwerp": "De terugbelnotitie is niet ingericht. Meld dit bij functioneel beheer."})
    zaak = maak_zaak(
        actor,
        Aanvraag(
            zaaktype=zaaktype,
            product=product,
            aanvrager=partij,
            kanaal=Kanaal.PORTAAL if isinstance(actor, Burger) else Kanaal.TELEFOON,
            omschrijving=vraag.onderwerp,
            spoed=vraag.spoed,
            team=team,
        ),
    )
    if partij is None:
        zaak.aanvragernaam = f"{vraag.voorletters} {vraag.achternaam}".strip()
    uiterlijk_om = werkdag_einde(zaak.ontvangen_op, zaaktype.werkdagen or 5, vrije_dagen=termijn.vrije_dagen())
    Terugbelgegevens.objects.create(
        zaak=zaak,
        uiterlijk_om=uiterlijk_om,
        over_zaak=over_zaak,
        product=product,
        gemaakt_door=actor.gebruiker if isinstance(actor, Medewerker) else None,
        **vars(vraag),
    )
    start(zaak)
    valt_onder_machtiging(actor, zaak)
    zaak.uiterlijke_einddatum = zaak.termijnsleutel = klok.datum(uiterlijk_om)
    stappen.raak_aan(zaak, "uiterlijke_einddatum", "termijnsleutel", "aanvragernaam")
    if klantcontact_uuid is not None:
        Zaakcontact.objects.create(zaak=zaak, klantcontact_uuid=klantcontact_uuid)
    berichtgeving.meld_terugbel(zaak, "terugbel_aangemaakt", uiterlijk=klok.datum(uiterlijk_om))
    return zaak


def _binnen_machtiging(actor: Actor, product: Product | None, over_zaak: Zaak | None) -> None:
    """Who acts for another asks about what he acts for: a zaak that his door admitted, or a product he may begin."""
    if not isinstance(actor, Burger) or actor.machtiging is None:
        return
    if over_zaak is None and not actor.machtiging.dekt_product(product):
        raise Invoerfout({"onderwerp": "Uw machtiging geldt niet voor dit onderwerp. Kies een ander onderwerp."})


@handeling("belpoging_vastleggen", op="zaken.Zaak")
def belpoging_vastleggen(
    actor: Medewerker,
    zaak: Zaak,
    *,
    bereikt: bool,
    toelichting: str = "",
    volgende_poging: datetime | None = None,
    klantcontact_uuid: Any = None,
) -> Belpoging:
    """A call attempt: reached or not, and when again. The client sees it under Contact."""
    if volgende_poging is not None and volgende_poging < klok.nu():
        raise Invoerfout({"volgende_poging": "Kies een moment dat nog komt."})
    poging: Belpoging = Belpoging.objects.create(
        zaak=zaak,
        moment=klok.nu(),
        bereikt=bereikt,
        toelichting=toelichting,
        volgende_poging=volgende_poging,
        door=actor.gebruiker,
        klantcontact_uuid=klantcontact_uuid,
    )
    stappen.raak_aan(zaak)
    if not bereikt:
        berichtgeving.meld_terugbel(zaak, "terugbel_poging", volgende=volgende_poging, sleutel=str(poging.uuid))
    return poging


@handeling("terugbelnotitie_beantwoorden", op="zaken.Zaak")
def terugbelnotitie_beantwoorden(actor: Medewerker, zaak: Zaak, *, antwoord: str) -> Zaak:
    """The answer, and by whom; the note is closed and does not change any more (it can be reopened with a reason)."""
    if not antwoord.strip():
        raise Invoerfout({"antwoord": "Schrijf wat u hebt geantwoord. De klant leest dit."})
    gegevens = zaak.terugbel
    if gegevens.antwoord:  # the note was reopened: what was answered before stays
        nu = klok.nu()
        Notitie.objects.create(
            zaak=zaak,
            onderwerp="Eerder antwoord",
            tekst=gegevens.antwoord,
            aangemaakt_door=gegevens.beantwoord_door,
            aanmaakdatum=nu,
            wijzigingsdatum=nu,
        )
    gegevens.antwoord, gegevens.beantwoord_door = antwoord, actor.gebruiker
    gegevens.save(update_fields=["antwoord", "beantwoord_door"])
    if zaak.behandelaar_id is None:
        zet_behandelaar(zaak, actor.gebruiker)
    rond_af(zaak, resultaat_bij(zaak, Uitkomst.AFGEHANDELD))
    berichtgeving.meld_terugbel(zaak, "terugbel_beantwoord", antwoord=antwoord, sleutel=str(zaak.versie))
    return zaak


@handeling("terugbelnotitie_overnemen", op="zaken.Zaak")
def terugbelnotitie_overnemen(actor: Medewerker, zaak: Zaak) -> Zaak:
    """Take a note over, also from an absent colleague."""
    mag_behandelen(zaak, actor.gebruiker)
    zet_behandelaar(zaak, actor.gebruiker)
    return zaak


@handeling("overdragen", op="zaken.Zaak")
def terugbelnotitie_doorgeven(
    actor: Medewerker, zaak: Zaak, *, team: Team, reden: str, gebruiker: Gebruiker | None = None
) -> Zaak:
    """Pass a note on: to another team, to a colleague of that team, or to one of the own team; both from a list."""
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom u de notitie doorgeeft."})
    if gebruiker is None and team.pk == zaak.team_id:
        raise Invoerfout({"gebruiker": f"De notitie is al bij team {team}. Kies een collega, of een ander team."})
    if gebruiker is not None:
        if not teamleden(team).filter(pk=gebruiker.pk).exists():
            raise Invoerfout({"gebruiker": f"Kies iemand van team {team}."})
        mag_gekozen_worden(zaak, gebruiker)
    aantekenen(van_team=zaak.team_id, naar_team=team.pk, aan=gebruiker.pk if gebruiker else None)
    aan = f"{gebruiker.naam}, team {team}" if gebruiker else f"team {team}"
    nu = klok.nu()
    Notitie.objects.create(
        zaak=zaak,
        onderwerp=f"Doorgegeven aan {aan}"[:255],
        tekst=reden,
        aangemaakt_door=actor.gebruiker,
        aanmaakdatum=nu,
        wijzigingsdatum=nu,
    )
    zet_behandelaar(zaak, gebruiker)
    zaak.team = team
    stappen.raak_aan(zaak, "team")
    return zaak
