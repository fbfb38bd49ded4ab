"""``/besluiten`` and ``/besluitinformatieobjecten``: decisions and the documents that hold them (Besluiten 1.1.0)."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rij, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.kolommen import lees, schrijf
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.nummers import is_rsin
from mijnzaken.zaken.handelingen import besluit as handelingen
from mijnzaken.zaken.handelingen.besluit import Besluitgegevens
from mijnzaken.zaken.models import Besluit, Besluitdocument, Rol, Zaak
from mijnzaken.zaken.models.besluit import Vervalreden

WORTEL = "/besluiten/api/v1"
EIO = "documenten.enkelvoudiginformatieobjecten"
_KOLOMMEN = {
    "identificatie": "identificatie",
    "verantwoordelijkeOrganisatie": "verantwoordelijke_organisatie",
    "datum": "datum",
    "toelichting": "toelichting",
    "bestuursorgaan": "bestuursorgaan",
    "ingangsdatum": "ingangsdatum",
    "vervaldatum": "vervaldatum",
    "vervalreden": "vervalreden",
    "publicatiedatum": "publicatiedatum",
    "verzenddatum": "verzenddatum",
    "uiterlijkeReactiedatum": "uiterlijke_reactiedatum",
}


def pad(soort: str, uuid: Any) -> str:
    return f"{WORTEL}/{soort}/{uuid}"


def betrokkenen(vraag: Vraag, gelezen: Sequence[Rij]) -> set[int]:
    """Who takes part in the zaken of these decisions."""
    zaken = {rij.zaak_id for rij in gelezen if rij.zaak_id is not None}
    rollen = Rol.objects.systeem("van wie dit besluit is, voor het logboek").filter(zaak__in=zaken)
    return set(rollen.filter(partij__isnull=False).values_list("partij_id", flat=True))


# -- besluiten ---------------------------------------------------------------------------------------------------------


def _besluiten(actor: Applicatie) -> Rijen:
    return Besluit.objects.voor(actor).select_related("zaak", "besluittype")


def _besluit(rij: Besluit) -> Inhoud:
    return {
        "url": adres(pad("besluiten", rij.uuid)),
        "besluittype": adres(f"/catalogi/api/v1/besluittypen/{rij.besluittype.uuid}"),
        "zaak": adres(f"/zaken/api/v1/zaken/{rij.zaak.uuid}") if rij.zaak else "",
        **lees(rij, _KOLOMMEN),
        "vervalredenWeergave": Vervalreden(rij.vervalreden).label if rij.vervalreden else "",
    }


def _gegevens(vraag: Vraag) -> Besluitgegevens:
    lijf = vraag.gegevens
    if lijf.get("verantwoordelijkeOrganisatie"):
        is_rsin("verantwoordelijkeOrganisatie", lijf["verantwoordelijkeOrganisatie"])
    return Besluitgegevens(
        velden=schrijf(lijf, Besluit, _KOLOMMEN),
        besluittype=verwijzing.rij(vraag, "besluittype", "catalogi.besluittypen") if "besluittype" in lijf else None,
        zaak=_genoemde_zaak(vraag) if lijf.get("zaak") else None,
        noemt_zaak="zaak" in lijf,
    )


def _genoemde_zaak(vraag: Vraag) -> Zaak:
    """What is shielded does not exist for another system."""
    zaak: Zaak = verwijzing.rij(vraag, "zaak", "zaken.zaken")
    if zaak.afgeschermd:
        raise veldfout("zaak", "bad-url", "Op dit adres staat niets.")
    rij: Zaak = Zaak.objects.voor(vraag.actor.met_alles()).get(pk=zaak.pk)
    return rij


def _aanmaken(vraag: Vraag) -> Any:
    return handelingen.besluit_aanmaken(vraag.actor, _gegevens(vraag))


def _bijwerken(vraag: Vraag, rij: Besluit) -> Any:
    return handelingen.besluit_bijwerken(vraag.actor, rij, _gegevens(vraag))


def _verwijderen(vraag: Vraag, rij: Besluit) -> None:
    handelingen.besluit_verwijderen(vraag.actor, rij)


def _hoofd(rij: Besluit) -> tuple[str, UUID, str]:
    return pad("besluiten", rij.uuid), rij.uuid, "besluit"


def _kenmerken(rij: Besluit) -> Mapping[str, str]:
    """Those of the channel ``besluiten``."""
    return {
        "verantwoordelijkeOrganisatie": rij.verantwoordelijke_organisatie,
        "besluittype": adres(f"/catalogi/api/v1/besluittypen/{rij.besluittype.uuid}"),
    }


BESLUITEN = Bron(
    naam="besluiten",
    soort="besluit",
    pad="/besluiten",
    schema="Besluit",
    model=Besluit,
    rijen=_besluiten,
    vorm=_besluit,
    lezen="besluiten.lezen",
    filters={
        "identificatie": "identificatie",
        "verantwoordelijkeOrganisatie": "verantwoordelijke_organisatie",
        "besluittype": verwijst("besluittype__uuid", "catalogi.besluittypen"),
        "zaak": verwijst("zaak__uuid", "zaken.zaken"),
    },
    uitklap={"besluittype": "catalogi.besluittypen", "zaak": "zaken.zaken"},
    groep=Gegevensgroep.BESLUIT,
    betrokkenen=betrokkenen,
    hoofd=_hoofd,
    weergave=lambda rij: rij.identificatie,
    kanaal="besluiten",
    kenmerken=_kenmerken,
    aanmaken=_aanmaken,
    bijwerken=_bijwerken,
    verwijderen=_verwijderen,
    uniek={"besluit_identificatie_uniek": ("identificatie", "identificatie-niet-uniek")},
)


# -- besluitinformatieobjecten -----------------------------------------------------------------------------------------


def _documenten(actor: Applicatie) -> Rijen:
    return Besluitdocument.objects.voor(actor).select_related("besluit__besluittype", "document")


def _document(rij: Besluitdocument) -> Inhoud:
    return {
        "url": adres(pad("besluitinformatieobjecten", rij.uuid)),
        "informatieobject": adres(f"/documenten/api/v1/enkelvoudiginformatieobjecten/{rij.document.uuid}"),
        "besluit": adres(pad("besluiten", rij.besluit.uuid)),
    }


def _koppelen(vraag: Vraag) -> Any:
    besluit = verwijzing.toegelaten(vraag, "besluit", "besluiten.besluiten")
    document = verwijzing.rij(vraag, "informatieobject", EIO)
    return handelingen.besluitdocument_koppelen(vraag.actor, besluit, document)


def _ontkoppelen(vraag: Vraag, rij: Besluitdocument) -> None:
    handelingen.besluitdocument_ontkoppelen(vraag.actor, rij)


BESLUITINFORMATIEOBJECTEN = Bron(
    naam="besluitinformatieobjecten",
    soort="besluitinformatieobject",
    pad="/besluitinformatieobjecten",
    schema="BesluitInformatieObject",
    model=Besluitdocument,
    rijen=_documenten,
    vorm=_document,
    lezen="besluiten.lezen",
    gepagineerd=False,
    standaardvolgorde="pk",
    filters={
        "besluit": verwijst("besluit__uuid", "besluiten.besluiten"),
        "informatieobject": verwijst("document__uuid", EIO),
    },
    uitklap={"informatieobject": EIO, "besluit": "besluiten.besluiten"},
    groep=Gegevensgroep.BESLUIT,
    betrokkenen=betrokkenen,
    hoofd=lambda rij: _hoofd(rij.besluit),
    weergave=lambda rij: rij.besluit.identificatie,
    kanaal="besluiten",
    kenmerken=lambda rij: _kenmerken(rij.besluit),
    aanmaken=_koppelen,
    verwijderen=_ontkoppelen,
    uniek={"besluitdocument_eens": ("nonFieldErrors", "unique")},
)
