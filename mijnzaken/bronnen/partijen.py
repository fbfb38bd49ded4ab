"""What the registers say about a partij itself: name, address, birth, death, and the branches of a company."""

from typing import Any

from autorisatie.models import Partij
from autorisatie.models.machtiging import werk_namen_bij
from mijnzaken.bronnen.gegevens import Adres, Onderneming, Persoon
from mijnzaken.bronnen.keuze import brp, kvk


def haal_partij(partij: Partij) -> None:
    """Ask the BRP or the trade register and keep what it says. What a register does not know, stays as it is.

    Raises BronNietBereikbaar.
    """
    velden: dict[str, Any] = {}
    if partij.bsn is not None:
        persoon = brp().persoon(partij.bsn.tonen())  # type: ignore[union-attr]
        velden = _van_persoon(persoon) if persoon is not None else {}
    elif partij.kvk_nummer:
        onderneming = kvk().onderneming(partij.kvk_nummer)
        velden = _van_onderneming(partij, onderneming) if onderneming is not None else {}
    gewijzigd = [naam for naam, waarde in velden.items() if getattr(partij, naam) != waarde]
    if gewijzigd:
        for naam in gewijzigd:
            setattr(partij, naam, velden[naam])
        partij.werk_zoeknaam_bij()
        partij.save(update_fields=[*gewijzigd, "zoeknaam"])
        werk_namen_bij(partij)


def _van_persoon(persoon: Persoon) -> dict[str, Any]:
    return {
        "voorletters": persoon.voorletters[:20],
        "voornaam": persoon.voornamen[:200],
        "voorvoegsel_achternaam": persoon.voorvoegsel[:80],
        "achternaam": persoon.geslachtsnaam[:200],
        "geslachtsaanduiding": persoon.geslacht[:1].lower(),
        "geboortedatum": persoon.geboortedatum,
        "overleden_op": persoon.overleden_op,
        "indicatie_geheimhouding": persoon.geheimhouding,
        **_adresvelden(persoon.adres),
    }


def _van_onderneming(partij: Partij, onderneming: Onderneming) -> dict[str, Any]:
    """The company under its own name; a branch under its trade name and at its own address."""
    eigen = [v for v in onderneming.vestigingen if v.vestigingsnummer == partij.vestigingsnummer]
    if partij.vestigingsnummer:
        return {"organisatienaam": eigen[0].naam[:500], **_adresvelden(eigen[0].adres)} if eigen else {}
    hoofd = [v for v in onderneming.vestigingen if v.hoofdvestiging]
    return {
        "organisatienaam": onderneming.naam[:500],
        "rsin": onderneming.rsin,
        "failliet_op": onderneming.failliet_op,
        **_adresvelden(hoofd[0].adres if hoofd else None),
    }


def _adresvelden(adres: Adres | None) -> dict[str, Any]:
    if adres is None:
        return {}
    return {
        "straatnaam": adres.straatnaam[:255],
        "huisnummer": adres.huisnummer,
        "huisletter": adres.huisletter[:1],
        "huisnummertoevoeging": adres.huisnummertoevoeging[:20],
        "postcode": adres.postcode,
        "stad": adres.woonplaats[:255],
        "nummeraanduiding_id": adres.nummeraanduiding_id,
    }
