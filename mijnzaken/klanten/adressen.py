"""The life of a digital address: given, checked with a code, used, replaced."""

import secrets
from datetime import timedelta

from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.models import Partij
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from mijnzaken.klanten.models import Adrescontrole, DigitaalAdres, SoortDigitaalAdres
from mijnzaken.klanten.vormen import OnjuistAdres, adres_vorm

REDEN = "digitale adressen van een partij"
CODE_GELDT = timedelta(minutes=30)
MEESTE_POGINGEN = 5
MEESTE_CODES = 5  # per partij and day, so that nobody's mailbox is filled with codes


def bruikbaar_adres(partij_pk: int, soort: str) -> DigitaalAdres | None:
    """The verified address of this kind that the municipality writes to now: the standard one first, then the
    newest.
    """
    rijen = DigitaalAdres.objects.systeem(REDEN).filter(
        DigitaalAdres.bruikbaar(), verstrekt_door_partij=partij_pk, soort_digitaal_adres=soort
    )
    return rijen.order_by("-is_standaard_adres", "-id").first()


def neem_op(partij: Partij, soort: str, adres: str) -> DigitaalAdres:
    """Keep an address that a partij gave, unverified; the same address given twice is one row. Raises Invoerfout."""
    try:
        vorm = adres_vorm(soort, adres)
    except OnjuistAdres as fout:
        raise Invoerfout({"adres": str(fout)}) from None
    if soort == SoortDigitaalAdres.OVERIG or not vorm:
        raise Invoerfout({"adres": "Kies een e-mailadres of een telefoonnummer."})
    rij, _ = DigitaalAdres.objects.systeem(REDEN).get_or_create(
        verstrekt_door_partij=partij,
        soort_digitaal_adres=soort,
        zoekvorm=vorm,
        vervallen_op=None,
        defaults={"adres": adres.strip(), "aangemaakt_op": klok.nu()},
    )
    return rij  # type: ignore[no-any-return]


def maak_code(adres: DigitaalAdres) -> str:
    """A code of six digits to send to this address; earlier codes end. Raises OnjuisteToestand after too many a day."""
    nu = klok.nu()
    controles = Adrescontrole.objects.systeem(REDEN)
    vandaag = controles.filter(
        digitaal_adres__verstrekt_door_partij=adres.verstrekt_door_partij_id,
        verloopt_op__gte=nu - timedelta(days=1) + CODE_GELDT,
    )
    if vandaag.count() >= MEESTE_CODES:
        raise OnjuisteToestand("U vroeg vandaag te veel codes aan. Probeer het morgen opnieuw.")
    controles.filter(digitaal_adres=adres, gebruikt_op=None, verloopt_op__gt=nu).update(pogingen=MEESTE_POGINGEN)
    code = f"{secrets.randbelow(1_000_000):06d}"
    Adrescontrole.objects.create(digitaal_adres=adres, codewaarde=_waarde(adres, code), verloopt_op=nu + CODE_GELDT)
    return code


def code_klopt(adres: DigitaalAdres, code: str) -> bool:
    """Is this the code that was sent? Each try counts. Raises OnjuisteToestand when no code can be right any more."""
    controle = (
        Adrescontrole.objects.systeem(REDEN)
        .select_for_update()
        .filter(digitaal_adres=adres, gebruikt_op=None, verloopt_op__gt=klok.nu(), pogingen__lt=MEESTE_POGINGEN)
        .order_by("-id")
        .first()
    )
    if controle is None:
        raise OnjuisteToestand("Deze code geldt niet meer. Vraag een nieuwe code aan.")
    controle.pogingen += 1
    klopt = secrets.compare_digest(controle.codewaarde, _waarde(adres, code.strip().replace(" ", "")))
    if klopt:
        controle.gebruikt_op = klok.nu()
    controle.save(update_fields=["pogingen", "gebruikt_op"])
    return klopt


def maak_standaard(adres: DigitaalAdres) -> list[DigitaalAdres]:
    """This address is verified and from now on the one; gives the usable addresses of its kind that it replaces."""
    nu = klok.nu()
    rijen = DigitaalAdres.objects.systeem(REDEN).filter(
        verstrekt_door_partij=adres.verstrekt_door_partij_id,
        soort_digitaal_adres=adres.soort_digitaal_adres,
        vervallen_op=None,
    )
    vorige = list(rijen.exclude(pk=adres.pk).select_for_update())
    rijen.exclude(pk=adres.pk).update(vervallen_op=nu, is_standaard_adres=False)
    adres.geverifieerd_op, adres.teruggekomen_op, adres.is_standaard_adres = nu, None, True
    adres.save(update_fields=["geverifieerd_op", "teruggekomen_op", "is_standaard_adres"])
    return [rij for rij in vorige if rij.is_bruikbaar]


def merk_teruggekomen(partij_pk: int, soort: str, adres: str) -> None:
    """Mail to this address came back: do not use it again until the person confirms it (Awb 2:11)."""
    DigitaalAdres.objects.systeem(REDEN).filter(
        verstrekt_door_partij=partij_pk, soort_digitaal_adres=soort, zoekvorm=adres, teruggekomen_op=None
    ).update(teruggekomen_op=klok.nu())


def _waarde(adres: DigitaalAdres, code: str) -> str:
    return zoekwaarde(f"{adres.pk}:{code}", soort="adrescode")
