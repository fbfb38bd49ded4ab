"""One gegeven of a zaak that itself stays, erased on request (AVG 17): all versions of its value and what the program
copied from them. An empty row says when; what people wrote of it in a letter or a note is theirs.
"""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Max, Q

from autorisatie.models import Wijziging
from catalogus import klok
from catalogus.models import Bron
from mijnzaken.zaken import brieven, gegevenswaarden, stappen, wissen
from mijnzaken.zaken.models import Gegevenswaarde, Inzagedeel, Zaak

GEGEVEN = "gegeven"  # a place, beside the keys of PLAATSEN
REDEN = "wissen op verzoek van wie het is"
EIGENSCHAP = "zaakeigenschap"  # what other systems call it


def waarden_van(zaak: Zaak, naam: str) -> list[Gegevenswaarde]:
    """Every version of the value that is there, the one that holds first."""
    rijen = zaak.gegevenswaarden.filter(gegeven__naam=naam, gewist_op=None).select_related("gegeven")
    return list(rijen.order_by("-actueel", "-versie"))


def wis_waarden(zaak: Zaak, naam: str) -> list[str]:
    """In the transaction that runs; gives where the content lies that held it, to remove after the commit."""
    waarden = waarden_van(zaak, naam)
    if not waarden:
        return []
    _wis_kopieen(zaak, naam, waarden)
    gegeven = waarden[0].gegeven
    alle = zaak.gegevenswaarden.filter(gegeven__naam=naam)
    versie = alle.aggregate(hoogste=Max("versie"))["hoogste"]
    alle.delete()
    nu = klok.nu()
    Gegevenswaarde.objects.create(
        zaak=zaak, gegeven=gegeven, waarde="", bron=Bron.EIGEN, moment=nu, versie=versie, actueel=False, gewist_op=nu
    )
    stappen.raak_aan(zaak, "omschrijving")
    return brieven.herschrijf_ontvangstbevestiging(zaak)


def _wis_kopieen(zaak: Zaak, naam: str, waarden: list[Gegevenswaarde]) -> None:
    """What the program itself copied: for a search, for other systems, for a copy that is not yet released."""
    van_zaak = Wijziging.objects.filter(hoofdobject_uuid=zaak.uuid)
    van_zaak.filter(Q(oud__naam=naam) | Q(nieuw__naam=naam), resource=EIGENSCHAP).delete()
    kenmerken = [f"zaken.Gegevenswaarde:{rij.pk}" for rij in waarden]
    Inzagedeel.objects.systeem(REDEN).filter(over_zaak=zaak, kenmerk__in=kenmerken).delete()
    adressen = {adres for rij in waarden if (adres := gegevenswaarden.adres_in_het_kort(rij.waarde))}
    wissen.producten_van(zaak).filter(kenmerk__in=adressen).update(kenmerk="")
    if zaak.omschrijving in adressen:
        van_zaak.filter(Q(oud__omschrijving=zaak.omschrijving) | Q(nieuw__omschrijving=zaak.omschrijving)).delete()
        zaak.omschrijving = ""


def wis_teruggekomen(rijen: Collection[UUID]) -> list[str]:
    """What a backup brought back goes again, with all versions that came along."""
    return [pad for zaak, naam in _waarvan(rijen) for pad in wis_waarden(zaak, naam)]


def _waarvan(rijen: Collection[UUID]) -> Iterator[tuple[Zaak, str]]:
    terug = Gegevenswaarde.objects.systeem(REDEN).filter(uuid__in=rijen).order_by()
    for zaak_id, naam in set(terug.values_list("zaak", "gegeven__naam")):
        yield Zaak.objects.systeem(REDEN).select_for_update(of=("self",)).get(pk=zaak_id), naam
