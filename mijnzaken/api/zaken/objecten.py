"""``/zaakobjecten``: the things that a zaak is about, of every kind that the standard has (Zaken 1.7.0)."""

import json
from collections.abc import Mapping
from typing import Any

from autorisatie.actor import Applicatie
from catalogus.models import Objecttype
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres, eigen_pad
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.contract import Aanpassing
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.kolommen import schrijf
from mijnzaken.api.verwijzing import blijft
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.bijzaak import ZAAKTYPE, bij_zaak, genoemde_zaak
from mijnzaken.api.zaken.gedeeld import pad
from mijnzaken.api.zaken.rollen import SCHEMAS as BETROKKENEN
from mijnzaken.api.zaken.schemas import volledig
from mijnzaken.zaken.handelingen.objecten import (
    Objectgegevens,
    object_koppelen,
    object_ontkoppelen,
    object_wijzigen,
)
from mijnzaken.zaken.models import Zaakobject

ZAAKOBJECTTYPEN = "catalogi.zaakobjecttypen"
_KOLOMMEN = {
    "object": "object",
    "objectType": "object_type",
    "objectTypeOverige": "object_type_overige",
    "objectTypeOverigeDefinitie": "object_type_overige_definitie",
    "relatieomschrijving": "relatieomschrijving",
}
# Kinds that stand at an address only.
_ZONDER_IDENTIFICATIE = frozenset({Objecttype.BESLUIT, Objecttype.ENKELVOUDIG_DOCUMENT, Objecttype.STATUS})

AANPASSINGEN = tuple(
    Aanpassing(
        ("components", "schemas", f"{soort}_{schema}", "allOf", "+"),
        {"$ref": f"#/components/schemas/object_identificatie_{betrokkene}"},
        "Persons and organisations are named betrokkeneIdentificatie here by a collision of names in the standard's "
        "document; its clients write objectIdentificatie, as for every other kind. Both are taken, and both are given.",
    )
    for soort, betrokkene in BETROKKENEN.items()
    for schema in ("ZaakObject", "PatchedZaakObject")
)


def _schema(soort: str) -> str:
    """The schema of the identification of this kind of object."""
    if soort in BETROKKENEN:
        return BETROKKENEN[soort]  # type: ignore[index]
    return "Object" + "".join(deel.capitalize() for deel in soort.split("_"))


def _rijen(actor: Applicatie) -> Rijen:
    return Zaakobject.objects.voor(actor).select_related("zaakobjecttype", *ZAAKTYPE)


def _vorm(rij: Zaakobject) -> Inhoud:
    soort, definitie = rij.object_type, rij.object_type_overige_definitie
    return {
        "url": adres(pad("zaakobjecten", rij.uuid)),
        "uuid": rij.uuid,
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        "object": rij.object,
        "zaakobjecttype": adres(f"/catalogi/api/v1/zaakobjecttypen/{rij.zaakobjecttype.uuid}")
        if rij.zaakobjecttype
        else "",
        "objectType": soort,
        "objectTypeOverige": rij.object_type_overige,
        "objectTypeOverigeDefinitie": definitie or None,
        "relatieomschrijving": rij.relatieomschrijving,
        **_identificatie(rij),
    }


def _identificatie(rij: Zaakobject) -> Inhoud:
    if rij.object_type in _ZONDER_IDENTIFICATIE:
        return {}
    geheim: Any = rij.object_geheim
    waarden: Mapping[str, Any] = json.loads(geheim.tonen()) if geheim is not None else rij.object_identificatie
    if not waarden:
        return {}
    heel = volledig(_schema(rij.object_type), waarden)
    return {"objectIdentificatie": heel} | ({"betrokkeneIdentificatie": heel} if rij.object_type in BETROKKENEN else {})


# -- writing -----------------------------------------------------------------------------------------------------------


def _gegevens(vraag: Vraag) -> Objectgegevens:
    lijf = vraag.gegevens
    if lijf.get("object"):
        _bestaat(vraag, lijf["object"])
    return Objectgegevens(
        velden=schrijf(lijf, Zaakobject, _KOLOMMEN),
        identificatie=lijf.get("objectIdentificatie") or lijf.get("betrokkeneIdentificatie"),
        type=verwijzing.rij(vraag, "zaakobjecttype", ZAAKOBJECTTYPEN) if lijf.get("zaakobjecttype") else None,
    )


def _bestaat(vraag: Vraag, url: str) -> None:
    """Something stands at that address: here, or elsewhere."""
    eigen = eigen_pad(url, vraag.gastheer)
    if eigen is None:
        verwijzing.elders("object", url)
        return
    gevonden = verwijzing.bron_bij(eigen)
    if gevonden is None or gevonden[1].opzoek(gevonden[2]) is None:
        raise veldfout("object", "bad-url", "Op dit adres staat niets.")


def _koppelen(vraag: Vraag) -> Zaakobject:
    rij: Zaakobject = object_koppelen(vraag.actor, genoemde_zaak(vraag), _gegevens(vraag))
    return rij


def _wijzigen(vraag: Vraag, rij: Zaakobject) -> Zaakobject:
    blijft(vraag, zaak=("zaken.zaken", rij.zaak))
    for naam, is_nu in (("object", rij.object), ("objectType", rij.object_type)):
        if vraag.gegevens.get(naam, is_nu) != is_nu:
            raise veldfout(naam, "wijzigen-niet-toegelaten", "Dit verandert niet meer.")
    nieuw: Zaakobject = object_wijzigen(vraag.actor, rij.zaak, rij, _gegevens(vraag))
    return nieuw


def _ontkoppelen(vraag: Vraag, rij: Zaakobject) -> None:
    object_ontkoppelen(vraag.actor, rij.zaak, rij)


ZAAKOBJECTEN = bij_zaak(
    naam="zaakobjecten",
    soort="zaakobject",
    schema="ZaakObject",
    model=Zaakobject,
    rijen=_rijen,
    vorm=_vorm,
    filters={"object": "object", "objectType": "object_type"},
    uitklap={"zaakobjecttype": ZAAKOBJECTTYPEN},
    weergave=lambda rij: rij.relatieomschrijving or rij.object_type,
    aanmaken=_koppelen,
    bijwerken=_wijzigen,
    verwijderen=_ontkoppelen,
)
