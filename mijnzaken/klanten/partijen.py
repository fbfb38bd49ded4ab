"""Partijen and their digital addresses, as another system records them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from autorisatie.actor import Applicatie
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.inloggen import eerste_keer
from autorisatie.models import Partij, Wijziging
from catalogus import klok
from mijnzaken.klanten.models import DigitaalAdres
from mijnzaken.klanten.partijnummers import VAN_HET_REGISTER, VAST, geef_nummers
from mijnzaken.klanten.vormen import OnjuistAdres, adres_vorm

REDEN = "een partij die een ander systeem vastlegt"


@handeling("partij_vastleggen")
def partij_vastleggen(actor: Applicatie, velden: Mapping[str, Any], genoemd: Mapping[str, str]) -> Partij:
    """Somebody whom we did not know yet. With a number (``genoemd``: which one, and what it is) the register tells the
    rest; a number that somebody has is refused.
    """
    partij = Partij(**velden)
    geef_nummers(partij, genoemd)
    partij.werk_zoeknaam_bij()
    partij.save(force_insert=True)
    if partij.volgt_register:
        eerste_keer.begin(partij.pk)
    return partij


@handeling("partij_bijwerken", op="autorisatie.Partij")
def partij_wijzigen(
    actor: Applicatie, partij: Partij, velden: Mapping[str, Any], genoemd: Mapping[str, str] | None = None
) -> Partij:
    """Other values. Of whom a register knows it stays as that says. ``genoemd``: all the numbers that it then has."""
    anders = {kolom for kolom, waarde in velden.items() if getattr(partij, kolom) != waarde}
    vast = anders & VAN_HET_REGISTER if partij.volgt_register else set()
    vast |= anders & {"soort_partij"}
    if vast:
        raise Invoerfout(dict.fromkeys(vast, _("Dit zegt een register.")), dict.fromkeys(vast, VAST))
    aantekenen(velden=sorted(anders))
    for kolom in anders:
        setattr(partij, kolom, velden[kolom])
    if genoemd is not None:
        geef_nummers(partij, genoemd)
    partij.werk_zoeknaam_bij()
    partij.save()
    return partij


@handeling("partij_verwijderen", op="autorisatie.Partij")
def partij_verwijderen(actor: Applicatie, partij: Partij) -> None:
    """For good; not whom a register knows, nor who took part in anything."""
    if partij.volgt_register:
        raise GeenRecht("Wie een register kent verwijdert geen ander systeem.")
    Wijziging.objects.filter(hoofdobject_uuid=partij.uuid).delete()
    try:
        Partij.objects.systeem(REDEN).filter(pk=partij.pk).delete()
    except ProtectedError:
        raise OnjuisteToestand("Deze partij deed nog ergens aan mee.", code="pending-relations") from None


# -- digital addresses -------------------------------------------------------------------------------------------------


@handeling("digitaal_adres_vastleggen")
def digitaal_adres_vastleggen(actor: Applicatie, velden: Mapping[str, Any]) -> DigitaalAdres:
    """An address of a partij, or of who took part in a contact (one of the two, which the caller's door admitted)."""
    adres = DigitaalAdres(aangemaakt_op=klok.nu())
    return _bewaar(adres, velden)


@handeling("digitaal_adres_bijwerken", op="klanten.DigitaalAdres")
def digitaal_adres_bijwerken(actor: Applicatie, adres: DigitaalAdres, velden: Mapping[str, Any]) -> DigitaalAdres:
    """Other values. The address of who can log in does not change once he confirmed it."""
    if "adres" in velden and velden["adres"] != adres.adres and "geverifieerd_op" not in velden:
        velden = {**velden, "geverifieerd_op": None}  # of another address nobody confirmed anything
    return _bewaar(adres, velden)


@handeling("digitaal_adres_verwijderen", op="klanten.DigitaalAdres")
def digitaal_adres_verwijderen(actor: Applicatie, adres: DigitaalAdres) -> None:
    """Nobody is reached here."""
    DigitaalAdres.objects.systeem(REDEN).filter(pk=adres.pk).delete()


def _bewaar(adres: DigitaalAdres, velden: Mapping[str, Any]) -> DigitaalAdres:
    for kolom, waarde in velden.items():
        setattr(adres, kolom, waarde)
    if (adres.verstrekt_door_partij is None) == (adres.verstrekt_door_betrokkene is None):
        raise Invoerfout({"": _("Een adres is van een partij, of van wie bij een contact was.")}, {"": "required"})
    if adres.is_van_de_persoon:
        veld = "verificatie_datum" if adres.geverifieerd_op else "is_standaard_adres"
        raise Invoerfout({veld: _("Dat zegt de persoon zelf.")}, {veld: VAST})
    try:
        adres.zoekvorm = adres_vorm(adres.soort_digitaal_adres, adres.adres)
    except OnjuistAdres as fout:
        raise Invoerfout({"adres": str(fout)}) from None
    if adres.is_standaard_adres and adres.verstrekt_door_partij is not None:
        zelfde = DigitaalAdres.objects.systeem(REDEN).filter(
            verstrekt_door_partij=adres.verstrekt_door_partij, soort_digitaal_adres=adres.soort_digitaal_adres
        )
        zelfde.exclude(pk=adres.pk).update(is_standaard_adres=False)
    adres.save()
    return adres
