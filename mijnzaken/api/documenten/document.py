"""``/enkelvoudiginformatieobjecten``: a document as the standard writes it, and how another system keeps one."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import F, Func, JSONField, Prefetch

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from autorisatie.verborgen import partijen_van
from catalogus.vertrouwelijkheid import naar_zgw, uit_zgw
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rij, Rijen
from mijnzaken.api.kolommen import schrijf
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.nummers import is_rsin
from mijnzaken.documenten import versies
from mijnzaken.documenten.inspectie import schone_bestandsnaam
from mijnzaken.documenten.models import Document, Documentversie, ObjectInformatieobject
from mijnzaken.zaken.handelingen.informatieobject import (
    Documentgegevens,
    document_aanmaken,
    document_bijwerken,
    document_verwijderen,
)

WORTEL = "/documenten/api/v1"
TOEGELATEN = "bij een toegelaten document"

# The attributes that are a column of the document as they are.
_KOLOMMEN = {
    "identificatie": "identificatie",
    "bronorganisatie": "bronorganisatie",
    "creatiedatum": "creatiedatum",
    "titel": "titel",
    "auteur": "auteur",
    "status": "status",
    "tonenAanInitiator": "tonen_aan_initiator",
    "taal": "taal",
    "link": "link",
    "beschrijving": "beschrijving",
    "ontvangstdatum": "ontvangstdatum",
    "verzenddatum": "verzenddatum",
    "indicatieGebruiksrecht": "indicatie_gebruiksrecht",
    "verschijningsvorm": "verschijningsvorm",
    "trefwoorden": "trefwoorden",
    "isGereedVoorPublicatie": "is_gereed_voor_publicatie",
    "inhoudIsVervallen": "inhoud_is_vervallen",
}


def pad(soort: str, uuid: Any) -> str:
    return f"{WORTEL}/{soort}/{uuid}"


class Delen(Func):
    """The parts of a file that is on its way, gathered in the statement that reads the documents."""

    output_field = JSONField()

    def __init__(self, sleutel: Any = None) -> None:
        super().__init__(sleutel or F("pk"))

    def as_sql(self, compiler: Any, connection: Any, **rest: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        document, waarden = compiler.compile(self.source_expressions[0])
        return (
            "(SELECT coalesce(jsonb_agg(jsonb_build_object('uuid', b.uuid, 'volgnummer', b.volgnummer, "  # noqa: S608
            "'omvang', b.omvang, 'voltooid', b.inhoud <> '') ORDER BY b.volgnummer), '[]') "
            f"FROM documenten_bestandsdeel b WHERE b.document_id = {document})",
            list(waarden),
        )


def rijen(actor: Applicatie) -> Rijen:
    laatste = Documentversie.objects.systeem(TOEGELATEN).order_by("document", "-versie").distinct("document")
    return (
        Document.objects.voor(actor)
        .select_related("informatieobjecttype")
        .annotate(delen=Delen())
        .prefetch_related(Prefetch("versies", laatste.select_related("inhoud_van"), to_attr="nieuwste"))
    )


def vorm(rij: Document) -> Inhoud:
    """Documenten 1.7.0 ``EnkelvoudigInformatieObject``, in its newest version."""
    nieuwste: list[Documentversie] = rij.nieuwste  # type: ignore[attr-defined]
    return vorm_van(rij, nieuwste[0])


def vorm_van(rij: Document, versie: Documentversie) -> Inhoud:
    """The document in this version. The lock is told to who took it, and here to nobody."""
    hier = adres(pad("enkelvoudiginformatieobjecten", rij.uuid))
    heeft_inhoud = versie.bestandsomvang == 0 or bool(versie.pad)
    return {
        "url": hier,
        "identificatie": rij.identificatie,
        "bronorganisatie": rij.bronorganisatie,
        "creatiedatum": rij.creatiedatum,
        "titel": rij.titel,
        "vertrouwelijkheidaanduiding": naar_zgw(rij.vertrouwelijkheidaanduiding),
        "isGereedVoorPublicatie": rij.is_gereed_voor_publicatie,
        "tonenAanInitiator": rij.tonen_aan_initiator,
        "auteur": rij.auteur,
        "status": rij.status,
        "inhoudIsVervallen": rij.inhoud_is_vervallen,
        "formaat": versie.formaat,
        "taal": rij.taal,
        "versie": versie.versie,
        "beginRegistratie": versie.begin_registratie,
        "bestandsnaam": versie.bestandsnaam,
        "inhoud": f"{hier}/download?versie={versie.versie}" if heeft_inhoud else None,
        "bestandsomvang": versie.bestandsomvang,
        "link": rij.link,
        "beschrijving": rij.beschrijving,
        "ontvangstdatum": rij.ontvangstdatum,
        "verzenddatum": rij.verzenddatum,
        "indicatieGebruiksrecht": rij.indicatie_gebruiksrecht,
        "verschijningsvorm": rij.verschijningsvorm,
        "ondertekening": rij.ondertekening or None,
        "integriteit": {
            "algoritme": versie.integriteit_algoritme,
            "waarde": versie.integriteit_waarde,
            "datum": versie.integriteit_datum,
        }
        if versie.integriteit_waarde
        else None,
        "informatieobjecttype": adres(f"/catalogi/api/v1/informatieobjecttypen/{rij.informatieobjecttype.uuid}"),
        "locked": bool(rij.lock),
        "bestandsdelen": [
            {
                "url": adres(pad("bestandsdelen", deel["uuid"])),
                "volgnummer": deel["volgnummer"],
                "omvang": deel["omvang"],
                "voltooid": deel["voltooid"],
                "lock": "",
            }
            for deel in rij.delen  # type: ignore[attr-defined]
        ],
        "trefwoorden": rij.trefwoorden,
    }


# -- writing -----------------------------------------------------------------------------------------------------------


def _gegevens(vraag: Vraag) -> Documentgegevens:
    """What the body says, in the terms of the document; references are looked up."""
    lijf = vraag.gegevens
    if lijf.get("bronorganisatie"):
        is_rsin("bronorganisatie", lijf["bronorganisatie"])
    velden = schrijf(lijf, Document, _KOLOMMEN)
    if lijf.get("vertrouwelijkheidaanduiding"):
        velden["vertrouwelijkheidaanduiding"] = uit_zgw(lijf["vertrouwelijkheidaanduiding"])
    if "ondertekening" in lijf:
        gezet = lijf["ondertekening"]
        velden["ondertekening"] = {"soort": gezet["soort"], "datum": gezet["datum"].isoformat()} if gezet else {}
    return Documentgegevens(
        velden=velden,
        versie=_van_de_versie(lijf),
        informatieobjecttype=verwijzing.rij(vraag, "informatieobjecttype", "catalogi.informatieobjecttypen")
        if "informatieobjecttype" in lijf
        else None,
        inhoud=versies.Inhoud(lijf.get("inhoud"), lijf.get("bestandsomvang")) if "inhoud" in lijf else None,
    )


def _van_de_versie(lijf: dict[str, Any]) -> dict[str, Any]:
    velden: dict[str, Any] = {}
    if "bestandsnaam" in lijf:  # never a path; the content lies under a name of our own
        velden["bestandsnaam"] = schone_bestandsnaam(lijf["bestandsnaam"]) if lijf["bestandsnaam"] else ""
    if "formaat" in lijf:
        velden["formaat"] = lijf["formaat"]
    if lijf.get("integriteit"):  # without one, ours
        velden |= {f"integriteit_{naam}": waarde for naam, waarde in lijf["integriteit"].items()}
    return velden


def _aanmaken(vraag: Vraag) -> Document:
    gegevens = _gegevens(vraag)
    if gegevens.inhoud is None:
        gegevens.inhoud = versies.Inhoud(None, vraag.gegevens.get("bestandsomvang"))
    document: Document = document_aanmaken(vraag.actor, gegevens)
    return document


def _bijwerken(vraag: Vraag, rij: Document) -> Document:
    """Without ``inhoud`` the content stays, unless another size says that parts of a new one are to come."""
    gegevens, omvang = _gegevens(vraag), vraag.gegevens.get("bestandsomvang")
    if gegevens.inhoud is None and omvang is not None and omvang != rij.laatste.bestandsomvang:
        gegevens.inhoud = versies.Inhoud(None, omvang)
    document: Document = document_bijwerken(vraag.actor, rij, gegevens, lock=vraag.gegevens.get("lock", ""))
    return document


def _verwijderen(vraag: Vraag, rij: Document) -> None:
    document_verwijderen(vraag.actor, rij)


# -- the table ---------------------------------------------------------------------------------------------------------


def hoofd(rij: Document) -> tuple[str, UUID, str]:
    return pad("enkelvoudiginformatieobjecten", rij.uuid), rij.uuid, "enkelvoudiginformatieobject"


def kenmerken(rij: Document) -> dict[str, str]:
    """Those of the channel ``documenten``."""
    return {
        "bronorganisatie": rij.bronorganisatie,
        "informatieobjecttype": adres(f"/catalogi/api/v1/informatieobjecttypen/{rij.informatieobjecttype.uuid}"),
        "vertrouwelijkheidaanduiding": naar_zgw(rij.vertrouwelijkheidaanduiding),
    }


def betrokkenen(vraag: Vraag, gelezen: Sequence[Rij]) -> set[int]:
    """Who takes part in the zaken of these documents, or of what belongs to them."""
    sleutels = {rij.pk if isinstance(rij, Document) else rij.document_id for rij in gelezen}
    return partijen_van(ObjectInformatieobject._meta.db_table, "document_id", sleutels)


def over_object(url: str, vraag: Vraag) -> Rijen:
    """The relations to this zaak, this besluit, or what another platform keeps at this address."""
    relaties = ObjectInformatieobject.objects.systeem(TOEGELATEN)
    zaken = verwijst("object_uuid", "zaken.zaken", anders="object_url")(relaties, url, vraag)
    besluiten = verwijst("object_uuid", "besluiten.besluiten")(relaties, url, vraag)
    return zaken | besluiten


def _over_object(gevonden: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
    return gevonden.filter(pk__in=over_object(waarde, vraag).values("document"))


def _over_soort(gevonden: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
    relaties = ObjectInformatieobject.objects.systeem(TOEGELATEN).filter(object_type=waarde)
    return gevonden.filter(pk__in=relaties.values("document"))


DOCUMENTEN = Bron(
    naam="enkelvoudiginformatieobjecten",
    soort="enkelvoudiginformatieobject",
    pad="/enkelvoudiginformatieobjecten",
    schema="EnkelvoudigInformatieObject",
    model=Document,
    rijen=rijen,
    vorm=vorm,
    lezen="documenten.lezen",
    filters={
        "identificatie": "identificatie",
        "bronorganisatie": "bronorganisatie",
        "trefwoorden": "trefwoorden__overlap",
        "objectinformatieobjecten_object": _over_object,
        "objectinformatieobjecten_objectType": _over_soort,
        "uuid__in": "uuid__in",
    },
    uitklap={"informatieobjecttype": "catalogi.informatieobjecttypen"},
    groep=Gegevensgroep.DOCUMENT,
    betrokkenen=betrokkenen,
    hoofd=hoofd,
    weergave=lambda rij: rij.titel,
    kanaal="documenten",
    kenmerken=kenmerken,
    aanmaken=_aanmaken,
    bijwerken=_bijwerken,
    verwijderen=_verwijderen,
    draagt_bestand=True,
    uniek={"document_identificatie_uniek": ("identificatie", "identificatie-niet-uniek")},
)
