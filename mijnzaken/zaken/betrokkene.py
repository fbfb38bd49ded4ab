"""Who an identification of the standard names (``betrokkeneIdentificatie``), and the other way round."""

from collections.abc import Callable, Mapping
from typing import Any

from autorisatie import kennismaken
from autorisatie.fouten import Invoerfout
from autorisatie.models import Partij
from catalogus import nummers
from mijnzaken.zaken.models import BetrokkeneType, Rol

BSN = "inpBsn"
Identificatie = dict[str, Any]


def partij_van(soort: str, wie: Mapping[str, Any]) -> Partij | None:
    """The partij with this number; a person and a company become known by theirs, so that they find the zaak in the
    portal. ``None`` for who has no number that we go by. Raises Invoerfout for a BSN that can't be.
    """
    match soort:
        case BetrokkeneType.NATUURLIJK_PERSOON if wie.get(BSN):
            return _persoon(wie)
        case BetrokkeneType.NIET_NATUURLIJK_PERSOON if wie.get("innNnpId"):
            return _organisatie(wie["innNnpId"], wie.get("statutaireNaam", ""))
        case BetrokkeneType.VESTIGING if wie.get("vestigingsNummer"):
            return _vestiging(wie)
    return None


def zonder_bsn(wie: Mapping[str, Any]) -> Identificatie:
    """As it may be kept with a rol: the BSN stands with the partij."""
    return {naam: waarde for naam, waarde in wie.items() if naam != BSN}


def identificatie(rol: Rol) -> Identificatie:
    """What is known of who has this part: what another system wrote, completed by what we know of the partij."""
    partij = rol.wie
    bekend = _VAN_PARTIJ.get(rol.betrokkene_type, _niets)(partij) if partij is not None else {}
    return {**bekend, **{naam: waarde for naam, waarde in rol.betrokkene_identificatie.items() if waarde}}


def _persoon(wie: Mapping[str, Any]) -> Partij:
    try:
        bsn = nummers.bsn(wie[BSN])
    except nummers.OnjuistNummer:
        veld = "betrokkeneIdentificatie.inpBsn"
        raise Invoerfout({veld: "Dit is geen geldig BSN."}, {veld: "invalid"}) from None
    return kennismaken.persoon(
        bsn,
        voorletters=wie.get("voorletters", "")[:20],
        voornaam=wie.get("voornamen", ""),
        voorvoegsel_achternaam=wie.get("voorvoegselGeslachtsnaam", ""),
        achternaam=wie.get("geslachtsnaam", ""),
    )


def _organisatie(nummer: str, naam: str) -> Partij | None:
    """``innNnpId`` is a RSIN; many write the number of the trade register there."""
    if len(nummer) == 8 and _is_getal(nummer):
        return kennismaken.organisatie(nummer, naam)
    bekend: Partij | None = (
        Partij.objects.systeem("een organisatie bij haar RSIN").filter(rsin=nummer, vestigingsnummer="").first()
    )
    return bekend


def _vestiging(wie: Mapping[str, Any]) -> Partij | None:
    nummer, kvk = wie["vestigingsNummer"], wie.get("kvkNummer", "")
    if not (len(nummer) == 12 and _is_getal(nummer) and len(kvk) == 8 and _is_getal(kvk)):
        return Partij.objects.systeem("een vestiging bij haar nummer").filter(vestigingsnummer=nummer).first()  # type: ignore[no-any-return]
    deel = kennismaken.vestiging(nummer, kennismaken.organisatie(kvk, (wie.get("handelsnaam") or [""])[0]))
    if deel.kvk_nummer != kvk:
        veld = "betrokkeneIdentificatie.kvkNummer"
        raise Invoerfout({veld: "Deze vestiging is van een andere onderneming."}, {veld: "invalid"})
    return deel


def _is_getal(tekst: str) -> bool:
    return tekst.isascii() and tekst.isdigit()


def _van_persoon(partij: Partij) -> Identificatie:
    bsn: Any = partij.bsn
    return {
        BSN: bsn.tonen() if bsn is not None else "",
        "geslachtsnaam": partij.achternaam,
        "voorvoegselGeslachtsnaam": partij.voorvoegsel_achternaam,
        "voorletters": partij.voorletters,
        "voornamen": partij.voornaam,
        "geslachtsaanduiding": partij.geslachtsaanduiding.lower() if partij.geslachtsaanduiding else "",
        "geboortedatum": partij.geboortedatum.isoformat() if partij.geboortedatum else "",
        "verblijfsadres": _verblijfsadres(partij),
    }


def _van_organisatie(partij: Partij) -> Identificatie:
    return {"innNnpId": partij.rsin or partij.kvk_nummer, "statutaireNaam": partij.organisatienaam}


def _van_vestiging(partij: Partij) -> Identificatie:
    return {
        "vestigingsNummer": partij.vestigingsnummer,
        "kvkNummer": partij.kvk_nummer,
        "handelsnaam": [partij.organisatienaam],
        "verblijfsadres": _verblijfsadres(partij),
    }


def _verblijfsadres(partij: Partij) -> Identificatie | None:
    """Never of who keeps his address secret."""
    if partij.indicatie_geheimhouding or not partij.straatnaam or partij.huisnummer is None:
        return None
    return {
        "aoaIdentificatie": partij.nummeraanduiding_id[:100],
        "wplWoonplaatsNaam": partij.stad[:80],
        "gorOpenbareRuimteNaam": partij.straatnaam[:80],
        "aoaPostcode": partij.postcode,
        "aoaHuisnummer": partij.huisnummer,
        "aoaHuisletter": partij.huisletter,
        "aoaHuisnummertoevoeging": partij.huisnummertoevoeging[:4],
        "inpLocatiebeschrijving": "",
    }


def _niets(partij: Partij) -> Identificatie:
    return {}


_VAN_PARTIJ: dict[str, Callable[[Partij], Identificatie]] = {
    BetrokkeneType.NATUURLIJK_PERSOON: _van_persoon,
    BetrokkeneType.NIET_NATUURLIJK_PERSOON: _van_organisatie,
    BetrokkeneType.VESTIGING: _van_vestiging,
}
