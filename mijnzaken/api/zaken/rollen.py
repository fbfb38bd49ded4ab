"""``/rollen``: who takes part in a zaak (Zaken 1.7.0)."""

from typing import Any

from django.db.models import Q

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep, Partij
from autorisatie.versleuteling import zoekwaarde
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres, eigen_pad
from mijnzaken.api.bron import Filter, Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.bijzaak import ZAAKTYPE, bij_zaak, genoemde_zaak
from mijnzaken.api.zaken.gedeeld import pad
from mijnzaken.api.zaken.kinderen import Uuids
from mijnzaken.api.zaken.schemas import volledig
from mijnzaken.zaken.betrokkene import identificatie
from mijnzaken.zaken.handelingen.rollen import Betrokkene, rol_vastleggen, rol_verwijderen
from mijnzaken.zaken.models import BetrokkeneType, Rol

SCHEMAS = {
    BetrokkeneType.NATUURLIJK_PERSOON: "RolNatuurlijkPersoon",
    BetrokkeneType.NIET_NATUURLIJK_PERSOON: "RolNietNatuurlijkPersoon",
    BetrokkeneType.VESTIGING: "RolVestiging",
    BetrokkeneType.ORGANISATORISCHE_EENHEID: "RolOrganisatorischeEenheid",
    BetrokkeneType.MEDEWERKER: "RolMedewerker",
}
PARTIJEN = "klantinteracties.partijen"


def _rijen(actor: Applicatie) -> Rijen:
    rijen = Rol.objects.voor(actor).select_related("roltype", "partij", "zelfde_als__partij", *ZAAKTYPE)
    return rijen.annotate(status_uuids=Uuids("zaken_status", "gezet_door_id"))


def _vorm(rij: Rol) -> Inhoud:
    contact = rij.contactpersoon_rol
    return {
        "url": adres(pad("rollen", rij.uuid)),
        "uuid": rij.uuid,
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        "betrokkene": rij.betrokkene,
        "betrokkeneType": rij.betrokkene_type,
        "afwijkendeNaamBetrokkene": rij.afwijkende_naam_betrokkene,
        "roltype": adres(f"/catalogi/api/v1/roltypen/{rij.roltype.uuid}"),
        "omschrijving": rij.roltype.omschrijving,
        "omschrijvingGeneriek": rij.roltype.omschrijving_generiek,
        "roltoelichting": rij.roltoelichting,
        "registratiedatum": rij.registratiedatum,
        "indicatieMachtiging": rij.indicatie_machtiging,
        "contactpersoonRol": volledig("ContactPersoonRol", contact) if contact else None,
        "statussen": [adres(pad("statussen", uuid)) for uuid in getattr(rij, "status_uuids", ())],
        "betrokkeneIdentificatie": volledig(SCHEMAS[BetrokkeneType(rij.betrokkene_type)], identificatie(rij)),
    }


def _vastleggen(vraag: Vraag) -> Rol:
    lijf = vraag.gegevens
    zaak = genoemde_zaak(vraag)
    wie = lijf.get("betrokkeneIdentificatie") or {}
    url = lijf.get("betrokkene", "")
    if not url and not any(wie.values()):
        raise veldfout(
            "nonFieldErrors", "invalid-betrokkene", "Geef betrokkene of betrokkeneIdentificatie: wie is het?"
        )
    rol: Rol = rol_vastleggen(
        vraag.actor,
        zaak,
        Betrokkene(
            roltype=verwijzing.rij(vraag, "roltype", "catalogi.roltypen"),
            soort=lijf["betrokkeneType"],
            identificatie=wie,
            partij=_partij(vraag, url) if url else None,
            velden={
                "betrokkene": url,
                "afwijkende_naam_betrokkene": lijf.get("afwijkendeNaamBetrokkene", ""),
                "roltoelichting": lijf["roltoelichting"],
                "indicatie_machtiging": lijf.get("indicatieMachtiging", ""),
                "contactpersoon_rol": lijf.get("contactpersoonRol") or {},
            },
        ),
    )
    return rol


def _partij(vraag: Vraag, url: str) -> Partij | None:
    """Who stands at that address: a partij of ours, or somebody that another platform knows."""
    if eigen_pad(url, vraag.gastheer) is None:
        verwijzing.elders("betrokkene", url)
        return None
    partij: Partij = verwijzing.rij(vraag, "betrokkene", PARTIJEN)
    return partij


def _verwijderen(vraag: Vraag, rij: Rol) -> None:
    rol_verwijderen(vraag.actor, rij.zaak, rij)


# -- filters -----------------------------------------------------------------------------------------------------------


def met_bsn(bsn: str) -> Q:
    """By its keyed hash: nothing else of a BSN can be looked for."""
    sleutel = zoekwaarde(bsn)
    return Q(partij__bsn_zoekwaarde=sleutel) | Q(zelfde_als__partij__bsn_zoekwaarde=sleutel)


def _in(naam: str) -> Any:
    return lambda waarde: Q(betrokkene_identificatie__contains={naam: waarde})


def _nummer_van(naam: str, *velden: str) -> Any:
    """Written by another system, or known of the partij."""

    def zoek(waarde: str) -> Q:
        gevonden = Q(betrokkene_identificatie__contains={naam: waarde})
        for veld in velden if waarde else ():
            gevonden |= Q(**{f"partij__{veld}": waarde}) | Q(**{f"zelfde_als__partij__{veld}": waarde})
        return gevonden

    return zoek


# Name of the parameter -> (soort of betrokkene, condition over a rol)
IDENTIFICATIES: dict[str, tuple[str, Any]] = {
    "natuurlijkPersoon__inpBsn": (BetrokkeneType.NATUURLIJK_PERSOON, met_bsn),
    "natuurlijkPersoon__anpIdentificatie": (BetrokkeneType.NATUURLIJK_PERSOON, _in("anpIdentificatie")),
    "natuurlijkPersoon__inpA_nummer": (BetrokkeneType.NATUURLIJK_PERSOON, _in("inpA_nummer")),
    "nietNatuurlijkPersoon__innNnpId": (
        BetrokkeneType.NIET_NATUURLIJK_PERSOON,
        _nummer_van("innNnpId", "rsin", "kvk_nummer"),
    ),
    "nietNatuurlijkPersoon__annIdentificatie": (BetrokkeneType.NIET_NATUURLIJK_PERSOON, _in("annIdentificatie")),
    "vestiging__vestigingsNummer": (BetrokkeneType.VESTIGING, _nummer_van("vestigingsNummer", "vestigingsnummer")),
    "organisatorischeEenheid__identificatie": (BetrokkeneType.ORGANISATORISCHE_EENHEID, _in("identificatie")),
    "medewerker__identificatie": (BetrokkeneType.MEDEWERKER, _in("identificatie")),
}


def over_rol(naam: str, waarde: Any) -> Q:
    """The condition over a rol that a parameter ``betrokkeneIdentificatie__…`` asks."""
    soort, zoek = IDENTIFICATIES[naam]
    return Q(betrokkene_type=soort) & zoek(waarde)


def _filter(naam: str) -> Filter:
    return lambda rijen, waarde, vraag: rijen.filter(over_rol(naam, waarde))


ROLLEN = bij_zaak(
    naam="rollen",
    soort="rol",
    schema="Rol",
    model=Rol,
    rijen=_rijen,
    vorm=_vorm,
    groep=Gegevensgroep.PERSOONSGEGEVENS,
    filters={
        "betrokkene": "betrokkene",
        "betrokkeneType": "betrokkene_type",
        "roltype": verwijst("roltype__uuid", "catalogi.roltypen"),
        "omschrijving": "roltype__omschrijving",
        "omschrijvingGeneriek": "roltype__omschrijving_generiek",
        **{f"betrokkeneIdentificatie__{naam}": _filter(naam) for naam in IDENTIFICATIES},
    },
    uitklap={
        "betrokkene": PARTIJEN,
        "roltype": "catalogi.roltypen",
        "statussen": "zaken.statussen",
    },
    weergave=lambda rij: rij.roltype.omschrijving,
    aanmaken=_vastleggen,
    verwijderen=_verwijderen,
)
