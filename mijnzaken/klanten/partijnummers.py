"""The numbers by which registers know a partij, as another system gives them and puts them right."""

from collections.abc import Callable, Mapping

from django.db import router
from django.db.models import ProtectedError, Q
from django.db.models.deletion import Collector
from django.utils.translation import gettext as _

from autorisatie.actor import Applicatie
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.inloggen import eerste_keer
from autorisatie.models import Auditregel, Partij, PartijRelatie, SoortPartij, Uitkomst
from autorisatie.models.machtiging import SESSIE
from catalogus import klok, nummers
from mijnzaken.bronnen.models import Bronstand
from mijnzaken.klanten.models import CategorieRelatie, DigitaalAdres, Rekeningnummer

REDEN = "een nummer van een partij die een ander systeem vastlegt"
VAST = "wijzigen-niet-toegelaten"
_VELD = "partij_identificatoren"
# What a register says of whom it knows.
VAN_HET_REGISTER = {
    *("voorletters", "voornaam", "voorvoegsel_achternaam", "achternaam", "organisatienaam"),
    *("straatnaam", "huisnummer", "huisletter", "huisnummertoevoeging", "postcode", "stad", "land"),
    *("nummeraanduiding_id", "indicatie_geheimhouding", "indicatie_actief"),
}
_OOK_VAN_HET_REGISTER = ("geslachtsaanduiding", "geboortedatum", "overleden_op", "failliet_op")
NUMMERS: dict[str, tuple[str, Callable[[str], str]]] = {  # whose they are, and how they are written
    "bsn": (SoortPartij.PERSOON, nummers.bsn),
    "kvk_nummer": (SoortPartij.ORGANISATIE, nummers.kvk_nummer),
    "rsin": (SoortPartij.ORGANISATIE, nummers.rsin),
    "vestigingsnummer": (SoortPartij.ORGANISATIE, nummers.vestigingsnummer),
}
# What may hang at somebody whom nobody knows by his number yet: all else that refers to him is closed by default.
_NOG_VAN_NIEMAND = {Partij, PartijRelatie, Bronstand, DigitaalAdres, Rekeningnummer, CategorieRelatie}


def geef_nummers(partij: Partij, genoemd: Mapping[str, str]) -> None:
    """Give it these numbers, each in its own form. One that it has does not change, and does not go."""
    for soort in NUMMERS:
        bekend = _bekend(partij, soort)
        nummer = _geschreven(partij, soort, genoemd[soort]) if genoemd.get(soort) else ""
        if bekend and nummer != bekend:
            raise _fout(_("Dit nummer verandert niet."), VAST)
        if nummer:
            _zet(partij, soort, nummer)


@handeling("partij_bijwerken", op="autorisatie.Partij")
def partijnummer_wijzigen(actor: Applicatie, partij: Partij, soort: str, gezegd: str) -> Partij:
    """It was another number. Raises OnjuisteToestand of who did something here: by his number he finds that."""
    nummer = _geschreven(partij, soort, gezegd)
    aantekenen(soort=soort)
    if nummer != _bekend(partij, soort):
        _nog_van_niemand(partij)
        _vergeet_register(partij)
        _zet(partij, soort, nummer)
        _bewaar(partij)
    return partij


@handeling("partij_ontkoppelen", op="autorisatie.Partij")
def partijnummer_weghalen(actor: Applicatie, partij: Partij, soort: str) -> Partij:
    """It has no such number. Raises OnjuisteToestand of who did something here."""
    aantekenen(soort=soort)
    _nog_van_niemand(partij)
    _vergeet_register(partij)
    _zet(partij, soort, "")
    _bewaar(partij)
    return partij


def _geschreven(partij: Partij, soort: str, gezegd: str) -> str:
    van_wie, vorm = NUMMERS[soort]
    try:
        nummer = vorm(gezegd)
    except nummers.OnjuistNummer as fout:
        raise _fout(str(fout)) from None
    if partij.soort_partij != van_wie:
        raise _fout(_("Een partij van deze soort heeft zo'n nummer niet."))
    return nummer


def _fout(reden: str, code: str = "invalid") -> Invoerfout:
    return Invoerfout({_VELD: reden}, {_VELD: code})


def _bekend(partij: Partij, soort: str) -> str:
    if soort == "bsn":
        return partij.bsn.tonen() if partij.bsn is not None else ""  # type: ignore[union-attr]
    return str(getattr(partij, soort))


def _zet(partij: Partij, soort: str, nummer: str) -> None:
    if soort != "bsn":
        setattr(partij, soort, nummer)
    elif nummer:
        partij.zet_bsn(nummer)
    else:
        partij.bsn = partij.bsn_zoekwaarde = None


def _nog_van_niemand(partij: Partij) -> None:
    """Nothing here is found by his number: no zaak, contact, machtiging or message, nor an address that he uses; and
    nobody is logged in with it, who would go on as somebody else.
    """
    hangt = Collector(using=router.db_for_write(Partij))
    try:
        hangt.collect([partij])
    except ProtectedError:
        raise _in_gebruik() from None
    soorten = {*hangt.data, *(rijen.model for rijen in hangt.fast_deletes if rijen.exists())}
    in_gebruik = Q(is_standaard_adres=True) | Q(geverifieerd_op__isnull=False)
    adressen = DigitaalAdres.objects.systeem(REDEN).filter(in_gebruik, verstrekt_door_partij=partij)
    ingelogd = Auditregel.objects.filter(
        handeling="inloggen", moment__gte=klok.nu() - SESSIE, partij_id=partij.pk, uitkomst=Uitkomst.OK
    )
    if soorten - _NOG_VAN_NIEMAND or adressen.exists() or ingelogd.exists():
        raise _in_gebruik()


def _in_gebruik() -> OnjuisteToestand:
    reden = "Bij dit nummer hoort hier al iets: het verandert niet meer."
    return OnjuisteToestand(reden, code="pending-relations")


def _vergeet_register(partij: Partij) -> None:
    """What a register said by the wrong number is of somebody else, and goes with it."""
    stand = Bronstand.objects.systeem(REDEN).filter(partij=partij)
    if stand.filter(opgehaald_op__isnull=False).exists():
        for kolom in (*VAN_HET_REGISTER, *_OOK_VAN_HET_REGISTER):
            setattr(partij, kolom, Partij._meta.get_field(kolom).get_default())  # type: ignore[union-attr]
        PartijRelatie.objects.systeem(REDEN).filter(Q(van=partij) | Q(naar=partij)).delete()
    stand.delete()


def _bewaar(partij: Partij) -> None:
    partij.werk_zoeknaam_bij()
    partij.save()
    if partij.volgt_register:
        eerste_keer.begin(partij.pk)
