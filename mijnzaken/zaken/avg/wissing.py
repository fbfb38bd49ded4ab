"""What a request for erasure is about, line by line, and what of it still has to be done (AVG 17)."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Q

from autorisatie import proef
from autorisatie.actor import Medewerker
from autorisatie.fouten import OnjuisteToestand
from autorisatie.models import Partij
from catalogus import klok
from catalogus.templatetags.mz import datum
from mijnzaken.zaken.avg import WISSING
from mijnzaken.zaken.avg.bewaarplicht import ARCHIEFWET, MAG_WEG, Gegevensplicht, Oordeel, oordeel
from mijnzaken.zaken.avg.een_contact import CONTACT, contact_van, gaat_alleen_over, in_het_kort, zaken_met_contacten
from mijnzaken.zaken.avg.een_gegeven import GEGEVEN, waarden_van
from mijnzaken.zaken.avg.eigen_zaken import er_is_meer, gevraagde_zaken, zaken_van
from mijnzaken.zaken.avg.plaatsen import PLAATSEN, sleutels, tel
from mijnzaken.zaken.handelingen.taken import aanvrager
from mijnzaken.zaken.models import Bewaargrond, Gegevenswaarde, Wiskeuze, Wisregel, Zaak

ZAAK, VERZOEK = "zaak", "verzoek"  # beside the keys of PLAATSEN
DELEN = (GEGEVEN, CONTACT)  # of a zaak that itself stays


def stel_op(actor: Medewerker, verzoek: Zaak, partij: Partij) -> Iterator[Wisregel]:
    """A line, not saved, for each zaak that he asked for, each part of one that was pointed out, and each other place
    where something is.
    """
    rijen = aanwijsbare_zaken(actor, verzoek, partij).select_related("proces", "zaaktype", "hoofdzaak")
    zaken = {zaak.pk: zaak for zaak in rijen.order_by("nummer")}
    for zaak in zaken.values():
        vorm = _vorm(verzoek, ZAAK, zaak.titel, 1, oordeel(zaak, verzoek, partij, klok.vandaag()))
        vorm.over_zaak, vorm.nummer, vorm.rijen = zaak, zaak.nummer, [zaak.uuid]
        if zaak.einddatum is not None:
            vorm.omschrijving = f"{zaak.titel}, klaar op {datum(zaak.einddatum)}"[:200]
        yield vorm
    for regel in verzoek.wisregels.filter(plaats__in=DELEN, over_zaak__in=zaken).order_by("pk"):
        if deel := vorm_deel(verzoek, partij, zaken[regel.over_zaak_id], regel.plaats, regel.onderdeel):
            yield deel
    for sleutel, plaats in PLAATSEN.items():
        rijen = plaats.rijen(partij)
        gaat = sleutels(rijen) if plaats.wis else []
        if aantal := len(gaat) if plaats.wis else tel(rijen):
            vorm = _vorm(verzoek, sleutel, plaats.naam, aantal, MAG_WEG if plaats.wis else plaats.oordeel)
            vorm.rijen = gaat
            yield vorm
    uitleg = verzoek.zaaktype.bewaarreden or "Wij moeten kunnen laten zien dat wij dit verzoek goed behandelden."
    yield _vorm(verzoek, VERZOEK, "Dit verzoek", 1, Oordeel(Bewaargrond.VORDERING, uitleg, ARCHIEFWET))


def aanwijsbare_zaken(actor: Medewerker, verzoek: Zaak, partij: Partij) -> Any:
    """A shielded zaak has no lines: they, and the letter that follows from them, are read by more people than may know
    of it.
    """
    return gevraagde_zaken(actor, verzoek, partij).filter(afgeschermd=False)


def vorm_deel(verzoek: Zaak, partij: Partij, zaak: Zaak, plaats: str, onderdeel: str) -> Wisregel | None:
    """The line, not saved, of one gegeven of a zaak (by its name) or of one contact about it (by its uuid); ``None``
    when that is not there (any more).
    """
    plicht = Gegevensplicht(zaak, verzoek, klok.vandaag())
    if plaats == GEGEVEN:
        waarden = waarden_van(zaak, onderdeel)
        if not waarden:
            return None
        wat, rijen = waarden[0].gegeven.label, sorted(rij.uuid for rij in waarden)
        waarom = plicht.oordeel(waarden[0].gegeven)
    else:
        contact = contact_van(zaak, onderdeel)
        if contact is None:
            return None
        wat, rijen = in_het_kort(contact), [contact.uuid]
        waarom = plicht.oordeel_contact(van_hem_alleen=gaat_alleen_over(contact, zaak, partij))
    vorm = _vorm(verzoek, plaats, f"{wat}, in {zaak.titel}", 1, waarom)
    vorm.over_zaak, vorm.nummer, vorm.onderdeel, vorm.rijen = zaak, zaak.nummer, onderdeel, rijen
    return vorm


def _vorm(verzoek: Zaak, plaats: str, omschrijving: str, aantal: int, waarom: Oordeel) -> Wisregel:
    return Wisregel(
        zaak=verzoek,
        plaats=plaats,
        omschrijving=omschrijving[:200],
        aantal=aantal,
        moet_blijven=waarom.moet_blijven,
        grond=waarom.grond,
        uitleg=waarom.uitleg[:500],
        bron=waarom.bron[:200],
        tot=waarom.tot,
    )


def zichtbare_regels(actor: Medewerker, verzoek: Zaak) -> Any:
    """The lines of an admitted request, but those about a zaak that this employee may not know of."""
    partij = aanvrager(verzoek)
    if partij is None:
        return verzoek.wisregels.none()
    zaken = zaken_van(actor, verzoek, partij).values("pk")
    return verzoek.wisregels.filter(Q(over_zaak=None) | Q(over_zaak__in=zaken)).select_related(
        "gekozen_door", "goedgekeurd_door", "over_zaak"
    )


def zaken_met_delen(regels: Collection[Wisregel]) -> set[int]:
    """Of the zaken that these lines are about as a whole, those with something in them that can go by itself."""
    zaken = [regel.over_zaak for regel in regels if regel.plaats == ZAAK and regel.over_zaak is not None]
    rijen = Gegevenswaarde.objects.systeem("waar losse gegevens in staan").filter(zaak__in=zaken, actueel=True)
    return set(rijen.order_by().values_list("zaak", flat=True)) | zaken_met_contacten(zaken)


def niet_alles(actor: Medewerker, verzoek: Zaak, partij: Partij) -> bool:
    """Are there zaken of this person that have no line, or a line that this employee does not see?"""
    afgeschermd = zaken_van(actor, verzoek, partij).filter(afgeschermd=True).exists()
    return bool(afgeschermd) or er_is_meer(actor, verzoek, partij)


def eis_gewist(zaak: Zaak) -> None:
    """No answer to the person before each line was judged, and what would go has gone. On the stage where a concept is
    tried there is nobody whose data could go.
    """
    if zaak.proces.identificatie != WISSING or proef.loopt() or aanvrager(zaak) is None:
        return
    regels = list(zaak.wisregels.all())
    if not regels:
        raise OnjuisteToestand("Ga eerst na welke gegevens er zijn en wat daarvan moet blijven (AVG artikel 17).")
    if any(not regel.moet_blijven and not regel.keuze for regel in regels):
        raise OnjuisteToestand("Kies eerst bij elk gegeven dat weg mag: wissen, of laten staan met een reden.")
    if any(regel.keuze == Wiskeuze.WISSEN and regel.gewist_op is None for regel in regels):
        raise OnjuisteToestand(
            "Nog niet alles is gewist. Een collega moet het goedkeuren, daarna wist het programma het."
        )
