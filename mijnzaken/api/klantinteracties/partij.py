"""``/partijen``: the persons and organisations of this platform, with what a register calls them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep, Machtiging, Partij, SoortPartij
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.klantinteracties import identificator
from mijnzaken.api.klantinteracties.gedeeld import REDEN, naar, op_beide, pad, postadres, uuids, via
from mijnzaken.api.klantinteracties.partijfilter import op_partijidentificator
from mijnzaken.api.kolommen import lees, schrijf
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten.models import Betrokkene, CategorieRelatie, DigitaalAdres, Rekeningnummer
from mijnzaken.klanten.partijen import partij_vastleggen, partij_verwijderen, partij_wijzigen

LEZEN = "partijen.lezen"
_KOLOMMEN = {
    "nummer": "nummer",
    "interneNotitie": "interne_notitie",
    "soortPartij": "soort_partij",
    "indicatieGeheimhouding": "indicatie_geheimhouding",
    "voorkeurstaal": "voorkeurstaal",
    "indicatieActief": "indicatie_actief",
}
_BEZOEKADRES = {
    "bezoekadres.nummeraanduidingId": "nummeraanduiding_id",
    "bezoekadres.straatnaam": "straatnaam",
    "bezoekadres.huisnummer": "huisnummer",
    "bezoekadres.huisnummertoevoeging": "huisnummertoevoeging",
    "bezoekadres.postcode": "postcode",
    "bezoekadres.stad": "stad",
    "bezoekadres.land": "land",
}
_NAAM = {
    "contactnaam.voorletters": "voorletters",
    "contactnaam.voornaam": "voornaam",
    "contactnaam.voorvoegselAchternaam": "voorvoegsel_achternaam",
    "contactnaam.achternaam": "achternaam",
}
_DAGEN = {"beginDatum": "begin_datum", "eindDatum": "eind_datum"}
_LANGST = {"voorletters": 10, "voorvoegselAchternaam": 10, "naam": 200}  # characters, by the standard


def _rijen(wie: Applicatie) -> Rijen:
    """With what refers to each, in one statement."""
    bereikbaar = DigitaalAdres.objects.systeem(REDEN).filter(verstrekt_door_partij=OuterRef("pk"), vervallen_op=None)
    telt_mee = CategorieRelatie.objects.systeem(REDEN).filter(partij=OuterRef("pk"))
    voor = Machtiging.objects.voor(wie).filter(gemachtigde=OuterRef("pk"))
    return (
        Partij.objects.voor(wie)
        .select_related("vestiging_van")
        .annotate(
            betrokkenen_=uuids(Betrokkene, "was_partij"),
            adressen_=ArraySubquery(bereikbaar.order_by("pk").values("uuid")),
            # How he is written to first: by e-mail, then by telephone.
            voorkeur_=ArraySubquery(
                bereikbaar.filter(is_standaard_adres=True).order_by("soort_digitaal_adres").values("uuid")[:1]
            ),
            categorieen_=ArraySubquery(
                telt_mee.order_by("pk").values_list(JSONObject(uuid="uuid", naam="categorie__naam", **_DAGEN))
            ),
            rekeningen_=uuids(Rekeningnummer, "partij"),
            vertegenwoordigden_=ArraySubquery(voor.order_by("pk").values("gever__uuid")),
        )
    )


def _vorm(rij: Any) -> Inhoud:
    rekeningen = [naar("rekeningnummers", uuid) for uuid in rij.rekeningen_]
    adressen = [naar("digitaleadressen", uuid) for uuid in rij.adressen_]
    return {
        "uuid": rij.uuid,
        "url": adres(pad("partijen", rij.uuid)),
        **lees(rij, _KOLOMMEN),
        "betrokkenen": [naar("betrokkenen", uuid) for uuid in rij.betrokkenen_],
        "categorieRelaties": [_telt_mee(relatie) for relatie in rij.categorieen_],
        "digitaleAdressen": adressen,
        "voorkeursDigitaalAdres": naar("digitaleadressen", rij.voorkeur_[0]) if rij.voorkeur_ else None,
        "vertegenwoordigden": [naar("partijen", uuid) for uuid in rij.vertegenwoordigden_],
        "rekeningnummers": rekeningen,
        "voorkeursRekeningnummer": rekeningen[-1] if rekeningen else None,
        "partijIdentificatoren": [identificator.vorm(rij, soort) for soort in identificator.van(rij)],
        "bezoekadres": _bezoekadres(rij),
        "correspondentieadres": postadres(rij.correspondentieadres),
        "partijIdentificatie": _wie(rij),
    }


def _telt_mee(relatie: Mapping[str, Any]) -> Inhoud:
    dagen = {naam: relatie[naam] for naam in _DAGEN}
    return {**naar("categorie-relaties", relatie["uuid"]), "categorieNaam": relatie["naam"], **dagen}  # type: ignore[dict-item]


def _bezoekadres(rij: Partij) -> Inhoud | None:
    adres_ = lees(rij, _BEZOEKADRES)["bezoekadres"]
    adres_["huisnummertoevoeging"] = f"{rij.huisletter}{rij.huisnummertoevoeging}"[:20]
    if rij.postcode and " " not in rij.postcode:
        adres_["postcode"] = f"{rij.postcode[:4]} {rij.postcode[4:]}"
    return postadres(adres_) if rij.straatnaam or rij.nummeraanduiding_id or rij.postcode else None


def _wie(rij: Partij) -> Inhoud:
    if rij.is_organisatie:
        return {"naam": rij.organisatienaam[: _LANGST["naam"]]}
    naam = lees(rij, _NAAM)["contactnaam"]
    naam |= {deel: naam[deel][:langst] for deel, langst in _LANGST.items() if deel in naam}
    wie: Inhoud = {"contactnaam": naam if any(naam.values()) else None, "volledigeNaam": rij.volledige_naam}
    return wie | {"uuid": rij.uuid} if rij.soort_partij == SoortPartij.CONTACTPERSOON else wie


def hoofd(rij: Partij) -> tuple[str, UUID, str]:
    return pad("partijen", rij.uuid), rij.uuid, "partij"


# -- writing -----------------------------------------------------------------------------------------------------------


def _gezegd(vraag: Vraag, nu: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that the body gives another value than is answered now (``nu``, empty: for who is new)."""
    lijf = {
        naam: waarde for naam, waarde in vraag.gegevens.items() if naam not in nu or not _staat_in(waarde, nu[naam])
    }
    velden = schrijf(lijf, Partij, _KOLOMMEN)
    if "bezoekadres" in lijf:
        velden |= schrijf(lijf, Partij, _BEZOEKADRES) | {"huisletter": ""}
        velden = {kolom: _zonder_leegte(kolom, waarde) for kolom, waarde in velden.items()}
    if "correspondentieadres" in lijf:
        velden["correspondentieadres"] = lijf["correspondentieadres"] or {}
    wie = lijf.get("partijIdentificatie") or {}
    if lijf.get("soortPartij", nu.get("soortPartij")) != SoortPartij.ORGANISATIE:
        velden |= schrijf(wie, Partij, _NAAM)
    elif "naam" in wie:
        velden["organisatienaam"] = wie["naam"]
    if "nummer" in velden:
        velden["nummer"] = velden["nummer"] or None
    return velden


def _staat_in(gezegd: Any, nu: Any) -> bool:
    """Is this what is answered now? A group may leave out what only we write."""
    if isinstance(gezegd, dict) and isinstance(nu, dict):
        return all(_staat_in(waarde, nu.get(naam)) for naam, waarde in gezegd.items())
    return bool(gezegd == nu)


def _zonder_leegte(kolom: str, waarde: Any) -> Any:
    return Partij._meta.get_field(kolom).get_default() if waarde is None and kolom != "huisnummer" else waarde  # type: ignore[union-attr]


def _leg_vast(vraag: Vraag) -> Partij:
    genoemd = identificator.genoemd(vraag.gegevens.get("partijIdentificatoren"))
    partij: Partij = partij_vastleggen(vraag.actor, _gezegd(vraag, {}), genoemd)
    return partij


def _wijzig(vraag: Vraag, rij: Partij) -> Partij:
    lijf = vraag.gegevens
    if lijf.get("soortPartij", rij.soort_partij) != rij.soort_partij:
        raise veldfout("soortPartij", "wijzigen-niet-toegelaten", "Dit verandert niet meer.")
    genoemd = identificator.genoemd(lijf["partijIdentificatoren"]) if lijf.get("partijIdentificatoren") else None
    partij: Partij = partij_wijzigen(vraag.actor, rij, _gezegd(vraag, _vorm(rij)), genoemd)
    return partij


def _verwijder(vraag: Vraag, rij: Partij) -> None:
    partij_verwijderen(vraag.actor, rij)


def zelf(vraag: Vraag, rijen: Sequence[Any]) -> set[int]:
    return {rij.pk for rij in rijen}


# -- filters -----------------------------------------------------------------------------------------------------------


def _vertegenwoordigt(rijen: Rijen, waarde: UUID, vraag: Vraag) -> Rijen:
    van = Machtiging.objects.voor(vraag.lezer(LEZEN)).filter(gever__uuid=waarde)
    return rijen.filter(pk__in=van.values("gemachtigde"))


def _geen(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
    """No row has a value here."""
    return rijen.none() if waarde else rijen


def _hoort_bij_vestiging(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
    """The number of a branch stands under that of its organisation."""
    deel = {"subIdentificatorVan__codeSoortObjectId": "kvk_nummer", "subIdentificatorVan__codeRegister": "hr"}
    deel["subIdentificatorVan__codeObjecttype"] = "niet_natuurlijk_persoon"
    if any(vraag.parameters.get(naam, goed) != goed for naam, goed in deel.items()):
        return rijen.none()
    kvk = vraag.parameters.get("subIdentificatorVan__objectId")
    return rijen.exclude(vestigingsnummer="").filter(Q(kvk_nummer=kvk) if kvk is not None else ~Q(kvk_nummer=""))


_DELEN = ("codeObjecttype", "codeRegister", "codeSoortObjectId", "objectId")
PARTIJEN = Bron(
    naam="partijen",
    soort="partij",
    pad="/partijen",
    schema="Partij",
    model=Partij,
    rijen=_rijen,
    vorm=_vorm,
    lezen=LEZEN,
    groep=Gegevensgroep.PERSOONSGEGEVENS,
    lezing="gegevens_inzien",
    betrokkenen=zelf,
    filters={
        **{naam: kolom for naam, kolom in _KOLOMMEN.items() if naam not in ("interneNotitie", "voorkeurstaal")},
        "bezoekadresNummeraanduidingId": "nummeraanduiding_id",
        "bezoekadresLand": "land__iexact",
        **{f"bezoekadresAdresregel{nummer}": _geen for nummer in (1, 2, 3)},
        **{
            f"correspondentieadres{naam[0].upper()}{naam[1:]}": f"correspondentieadres__{naam}"
            for naam in ("adresregel1", "adresregel2", "adresregel3", "land", "nummeraanduidingId")
        },
        "categorierelatie__categorie__naam": via(CategorieRelatie, "categorie__naam", "partij"),
        **op_partijidentificator("partijIdentificator__", "pk__in"),
        **{f"subIdentificatorVan__{deel}": _hoort_bij_vestiging for deel in _DELEN},
        **op_beide("vertegenwoordigdePartij", _vertegenwoordigt),
    },
    uitklap={"digitaleAdressen": "klantinteracties.digitaleadressen", "betrokkenen": "klantinteracties.betrokkenen"},
    hoofd=hoofd,
    weergave=lambda rij: rij.soort_partij,
    kanaal="partijen",
    aanmaken=_leg_vast,
    bijwerken=_wijzig,
    verwijderen=_verwijder,
    uniek={
        "autorisatie_partij_nummer_key": ("nummer", "unique"),
        **{regel: ("partijIdentificatoren", code) for regel, (_, code) in identificator.UNIEK.items()},
    },
    wisselt=True,
)
