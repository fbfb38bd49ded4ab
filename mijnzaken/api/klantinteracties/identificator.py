"""``/partij-identificatoren``: what a register calls a partij. A number stands with its partij and nowhere else; its
identity follows from that of the partij.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db.models import Value

from autorisatie import logboek
from autorisatie.fouten import Invoerfout
from autorisatie.models import Gegevensgroep, Partij
from autorisatie.versleuteling import zoekwaarde
from mijnzaken.api import lijst, sporen
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud
from mijnzaken.api.fouten import ApiFout, veldfout
from mijnzaken.api.klantinteracties.gedeeld import genoemd as genoemde_rij
from mijnzaken.api.klantinteracties.gedeeld import naar, pad
from mijnzaken.api.klantinteracties.partijfilter import SOORTEN
from mijnzaken.api.lezen import DOEL
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.klanten.partijen import partij_wijzigen
from mijnzaken.klanten.partijnummers import VAST, partijnummer_weghalen, partijnummer_wijzigen

UNIEK = dict.fromkeys(  # a number is of one partij
    ("autorisatie_partij_bsn_zoekwaarde_key", "partij_kvk_uniek", "partij_vestiging_uniek"),
    ("partijIdentificator", "unique"),
)
_NUMMER = {soort: nummer for nummer, soort in enumerate(SOORTEN, start=1)}
_VOOR = "partijIdentificator"
_DELEN = ("codeObjecttype", "codeRegister", "codeSoortObjectId", "objectId")


def uuid_van(partij: Partij, soort: str) -> UUID:
    """Another one for each kind of number, by which the partij is found back."""
    return UUID(int=partij.uuid.int ^ _NUMMER[soort])


def van(partij: Partij) -> list[str]:
    """The kinds of number that it has."""
    return [soort for soort, (_, _, kolom) in SOORTEN.items() if getattr(partij, kolom)]


def vorm(partij: Partij, soort: str) -> Inhoud:
    objecttype, register, kolom = SOORTEN[soort]
    uuid = uuid_van(partij, soort)
    onder = soort == "vestigingsnummer" and partij.kvk_nummer
    nummer = partij.bsn.tonen() if soort == "bsn" and partij.bsn is not None else getattr(partij, kolom)  # type: ignore[union-attr]
    return {
        "uuid": uuid,
        "url": adres(pad("partij-identificatoren", uuid)),
        "identificeerdePartij": naar("partijen", partij.uuid),
        "anderePartijIdentificator": "",
        "partijIdentificator": {
            "codeObjecttype": objecttype,
            "codeSoortObjectId": soort,
            "objectId": nummer,
            "codeRegister": register,
        },
        "subIdentificatorVan": naar("partij-identificatoren", uuid_van(partij, "kvk_nummer")) if onder else None,
    }


def genoemd(lijf: Iterable[Mapping[str, Any]] | None) -> dict[str, str]:
    """By kind, the numbers that the body of a partij names."""
    return dict(_nummer(deel, f"partijIdentificatoren.{plaats}.") for plaats, deel in enumerate(lijf or ()))


def _nummer(deel: Mapping[str, Any], onder: str = "") -> tuple[str, str]:
    """Its kind and what it is; ApiFout 400, told ``onder`` this path, for a kind that its register does not have."""
    gezegd = deel[_VOOR]
    soort = gezegd["codeSoortObjectId"]
    objecttype, register, _ = SOORTEN[soort]
    for naam, goed in (("codeObjecttype", objecttype), ("codeRegister", register)):
        if gezegd[naam] != goed:
            raise veldfout(f"{onder}{_VOOR}.{naam}", "invalid", f"Bij {soort} hoort {goed}.")
    return soort, gezegd["objectId"]


# -- the operations ----------------------------------------------------------------------------------------------------


def toon(vraag: Vraag) -> Antwoord:
    """The list: of every partij that this system may read, each number that it has."""
    gevraagd = vraag.parameters
    gezocht = {deel: gevraagd.get(f"{_VOOR}{deel[0].upper()}{deel[1:]}") for deel in _DELEN}
    armen = [_arm(vraag, soort, gezocht) for soort in SOORTEN]
    if gevraagd.get("anderePartijIdentificator"):
        armen = [arm.none() for arm in armen]
    alle = armen[0].union(*armen[1:], all=True).order_by("-id", "soort_")
    return lijst.in_bladen(
        vraag, gevraagd, alle.count(), lambda begin, hoeveel: (_blad(vraag, alle[begin:][:hoeveel]), None)
    )


def _arm(vraag: Vraag, soort: str, gezocht: Mapping[str, str | None]) -> Any:
    """(partij, kind) of who has a number of this kind, as far as it is one that is looked for."""
    objecttype, register, kolom = SOORTEN[soort]
    vast = {"codeObjecttype": objecttype, "codeRegister": register, "codeSoortObjectId": soort}
    rijen = Partij.objects.voor(vraag.actor).filter(**{f"{kolom}__isnull": False}).exclude(**{kolom: ""})
    if any(gezocht[deel] not in (None, waarde) for deel, waarde in vast.items()):
        rijen = rijen.none()
    nummer = gezocht["objectId"]
    if nummer is not None:
        rijen = rijen.filter(**{kolom: zoekwaarde(nummer) if soort == "bsn" else nummer})
    return rijen.order_by().annotate(soort_=Value(soort)).values_list("id", "soort_")


def _blad(vraag: Vraag, paren: Iterable[tuple[int, str]]) -> list[Inhoud]:
    gevonden = list(paren)
    partijen = {rij.pk: rij for rij in Partij.objects.voor(vraag.actor).filter(pk__in={pk for pk, _ in gevonden})}
    if partijen:
        logboek.leg_lezing_vast(
            vraag.actor,
            "gegevens_inzien",
            partijen=set(partijen),
            doel=DOEL,
            gegevensgroepen=(Gegevensgroep.PERSOONSGEGEVENS,),
            bijzonderheden={"lijst": "partij-identificatoren", "aantal": len(gevonden)},
        )
    return [vorm(partijen[pk], soort) for pk, soort in gevonden if pk in partijen]


def lees(vraag: Vraag) -> Antwoord:
    """One number."""
    rij, soort = _zoek(vraag)
    groepen = (Gegevensgroep.PERSOONSGEGEVENS,)
    logboek.leg_lezing_vast(vraag.actor, "gegevens_inzien", rij=rij, doel=DOEL, gegevensgroepen=groepen)
    return Antwoord(vorm(rij, soort))


def _zoek(vraag: Vraag) -> tuple[Partij, str]:
    """The partij and the kind of number that the address is of. Raises ApiFout 404."""
    for rij in Partij.objects.voor(vraag.actor).filter(uuid__in=[_van_wie(vraag.uuid, soort) for soort in SOORTEN]):
        soort = next(soort for soort in SOORTEN if _van_wie(vraag.uuid, soort) == rij.uuid)
        if soort in van(rij):
            return rij, soort
    raise ApiFout(404)


def _van_wie(uuid: UUID, soort: str) -> UUID:
    return UUID(int=uuid.int ^ _NUMMER[soort])


def voeg_toe(vraag: Vraag) -> Antwoord:
    """POST: a partij that had no number of this kind gets one, and from then on follows its register."""
    partij = genoemde_rij(vraag, "identificeerdePartij", Partij)
    if partij is None:
        raise veldfout("identificeerdePartij", "required", "Dit veld is vereist.")
    soort, nummer = _nummer(vraag.gegevens)
    if getattr(partij, SOORTEN[soort][2]):
        raise veldfout(f"{_VOOR}.codeSoortObjectId", "unique", "Deze partij heeft al zo'n nummer.")
    heeft = {deel: vorm(partij, deel)[_VOOR]["objectId"] for deel in van(partij)}
    with _bij_het_nummer():
        gewijzigd = partij_wijzigen(vraag.actor, partij, {}, heeft | {soort: nummer})
    nieuw = vorm(gewijzigd, soort)
    sporen.leg_vast(vraag, PARTIJ_IDENTIFICATOREN, gewijzigd, oud=None, nieuw=nieuw, status=201)
    return Antwoord(nieuw, 201, {"Location": str(nieuw["url"])})


def wijzig(vraag: Vraag) -> Antwoord:
    """PUT and PATCH: it was another number of the same kind, of the same partij."""
    partij, soort = _zoek(vraag)
    oud, lijf = vorm(partij, soort), vraag.gegevens
    if "identificeerdePartij" in lijf and (lijf["identificeerdePartij"] or {}).get("uuid") != partij.uuid:
        raise veldfout("identificeerdePartij", VAST, "Dit verandert niet meer.")
    if _VOOR in lijf:
        andere, nummer = _nummer(lijf)
        if andere != soort:
            raise veldfout(f"{_VOOR}.codeSoortObjectId", VAST, "Dit verandert niet meer.")
        with _bij_het_nummer():
            partij = partijnummer_wijzigen(vraag.actor, partij, soort, nummer)
    nieuw = vorm(partij, soort)
    sporen.leg_vast(vraag, PARTIJ_IDENTIFICATOREN, partij, oud=oud, nieuw=nieuw, status=200)
    return Antwoord(nieuw)


@contextmanager
def _bij_het_nummer() -> Iterator[None]:
    """What is wrong with a number is told at its own field: here it is not one of the numbers of a partij."""
    try:
        yield
    except Invoerfout as fout:
        ((veld, reden),) = fout.velden.items()
        raise veldfout(f"{_VOOR}.objectId", fout.codes.get(veld, "invalid"), reden) from None


def verwijder(vraag: Vraag) -> Antwoord:
    """DELETE: the partij has no such number."""
    partij, soort = _zoek(vraag)
    oud = vorm(partij, soort)
    zonder = partijnummer_weghalen(vraag.actor, partij, soort)
    sporen.leg_vast(vraag, PARTIJ_IDENTIFICATOREN, zonder, oud=oud, nieuw=None, status=204)
    return Antwoord(None, 204)


PARTIJ_IDENTIFICATOREN = Bron(
    naam="partij-identificatoren",
    soort="partijIdentificator",
    pad="/partij-identificatoren",
    schema="PartijIdentificator",
    model=Partij,
    rijen=lambda wie: Partij.objects.voor(wie),
    vorm=lambda rij: vorm(rij, van(rij)[0]),
    lezen="partijen.lezen",
    hoofd=lambda rij: (pad("partijen", rij.uuid), rij.uuid, "partij"),
    weergave=lambda rij: rij.soort_partij,
    kanaal="partijen",
    uniek=UNIEK,
)
