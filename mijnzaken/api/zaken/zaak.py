"""``/zaken``: the zaak as the standard writes it, and how another system makes and changes one."""

from typing import Any

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from catalogus.models import Zaaktype
from catalogus.vertrouwelijkheid import naar_zgw, uit_zgw
from mijnzaken.api import lezen, verwijzing
from mijnzaken.api.adressen import adres, eigen_pad
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.kolommen import schrijf
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.betrokkenen import gelezen
from mijnzaken.api.zaken.filters import FILTERS, VOLGORDE, sla_over, tel
from mijnzaken.api.zaken.gedeeld import WORTEL, hoofd, kenmerken
from mijnzaken.api.zaken.kinderen import Kinderen
from mijnzaken.api.zaken.nummers import is_rsin
from mijnzaken.zaken.handelingen.zaak import (
    Relatie,
    Zaakgegevens,
    zaak_aanmaken,
    zaak_verwijderen,
    zaak_wijzigen,
)
from mijnzaken.zaken.inzien import leg_inzage_vast, niveaus_van
from mijnzaken.zaken.models import Betalingsindicatie, Zaak

# The attributes that are a column of the zaak as they are.
_KOLOMMEN = {
    "identificatie": "identificatie",
    "bronorganisatie": "bronorganisatie",
    "omschrijving": "omschrijving",
    "toelichting": "toelichting",
    "registratiedatum": "registratiedatum",
    "verantwoordelijkeOrganisatie": "verantwoordelijke_organisatie",
    "startdatum": "startdatum",
    "einddatumGepland": "einddatum_gepland",
    "uiterlijkeEinddatumAfdoening": "uiterlijke_einddatum",
    "publicatiedatum": "publicatiedatum",
    "communicatiekanaal": "communicatiekanaal",
    "productenOfDiensten": "producten_of_diensten",
    "betalingsindicatie": "betalingsindicatie",
    "laatsteBetaaldatum": "laatste_betaaldatum",
    "zaakgeometrie": "zaakgeometrie",
    "selectielijstklasse": "selectielijstklasse",
    "archiefstatus": "archiefstatus",
    "archiefactiedatum": "archiefactiedatum",
    "opdrachtgevendeOrganisatie": "opdrachtgevende_organisatie",
    "startdatumBewaartermijn": "startdatum_bewaartermijn",
}
# Those that are not read as they are written.
_GESCHREVEN = _KOLOMMEN | {
    "archiefnominatie": "archiefnominatie",
    "processobjectaard": "processobjectaard",
    "processobject": "processobject",
    "verlenging.reden": "verlenging_reden",
    "verlenging.duur": "verlenging_duur",
    "opschorting.indicatie": "opschorting_indicatie",
    "opschorting.reden": "opschorting_reden",
}
_VAN_ZAAK = [veld.name for veld in Zaak._meta.concrete_fields]
_VERANTWOORDING = (
    "zaaktype__versienummer",
    "zaaktype__termijn_grondslag",
    "proces__identificatie",
    "team__naam",
    "team__afdeling__naam",
)
_ORGANISATIES = ("bronorganisatie", "verantwoordelijkeOrganisatie", "opdrachtgevendeOrganisatie")


def rijen(actor: Applicatie) -> Rijen:
    """Of the zaaktype only its identity: a page has a hundred of them."""
    return Zaak.objects.voor(actor).annotate(kinderen=Kinderen())


def _met_verantwoording(rijen: Rijen) -> Rijen:
    """Whose and which processing it is, for the log of who read it."""
    return rijen.select_related("zaaktype", "proces", "team__afdeling").only(*_VAN_ZAAK, *_VERANTWOORDING)


def vorm(rij: Zaak) -> Inhoud:
    """Zaken 1.7.0 ``Zaak``."""
    kinderen: dict[str, Any] = rij.kinderen  # type: ignore[attr-defined]
    wortel = adres(WORTEL)  # once: a page holds a thousand addresses
    hier = f"{wortel}/zaken/{rij.uuid}"

    def adressen(soort: str, van: str = "") -> list[str]:
        begin = f"{wortel}/{soort}/"
        return [begin + uuid for uuid in kinderen[van or soort]]

    def adres_of_niets(soort: str, uuid: str | None) -> str | None:
        return f"{wortel}/{soort}/{uuid}" if uuid else None

    return {
        "url": hier,
        "uuid": rij.uuid,
        "identificatie": rij.identificatie,
        "bronorganisatie": rij.bronorganisatie,
        "omschrijving": rij.omschrijving,
        "toelichting": rij.toelichting,
        "zaaktype": adres(f"/catalogi/api/v1/zaaktypen/{kinderen['zaaktype']}"),
        "registratiedatum": rij.registratiedatum,
        "verantwoordelijkeOrganisatie": rij.verantwoordelijke_organisatie,
        "startdatum": rij.startdatum,
        "einddatum": rij.einddatum,
        "einddatumGepland": rij.einddatum_gepland,
        "uiterlijkeEinddatumAfdoening": rij.uiterlijke_einddatum,
        "publicatiedatum": rij.publicatiedatum,
        "communicatiekanaal": rij.communicatiekanaal,
        "productenOfDiensten": rij.producten_of_diensten,
        "vertrouwelijkheidaanduiding": naar_zgw(rij.vertrouwelijkheidaanduiding),
        "betalingsindicatie": rij.betalingsindicatie,
        "betalingsindicatieWeergave": Betalingsindicatie(rij.betalingsindicatie).label
        if rij.betalingsindicatie
        else "",
        "laatsteBetaaldatum": rij.laatste_betaaldatum,
        "zaakgeometrie": rij.zaakgeometrie,
        "verlenging": {"reden": rij.verlenging_reden, "duur": rij.verlenging_duur} if rij.verlenging_duur else None,
        "opschorting": {"indicatie": rij.opschorting_indicatie, "reden": rij.opschorting_reden},
        "selectielijstklasse": rij.selectielijstklasse,
        "hoofdzaak": adres_of_niets("zaken", kinderen["hoofdzaak"]),
        "deelzaken": adressen("zaken", "deelzaken"),
        "relevanteAndereZaken": [
            {"url": adres_of_niets("zaken", r["uuid"]) or r["url"], "aardRelatie": r["aardRelatie"]}
            for r in kinderen["relevanteAndereZaken"]
        ],
        "eigenschappen": [f"{hier}/zaakeigenschappen/{uuid}" for uuid in kinderen["eigenschappen"]],
        "rollen": adressen("rollen"),
        "status": adres_of_niets("statussen", kinderen["status"]),
        "zaakinformatieobjecten": adressen("zaakinformatieobjecten"),
        "zaakobjecten": adressen("zaakobjecten"),
        "kenmerken": kinderen["kenmerken"],
        "archiefnominatie": rij.archiefnominatie or None,
        "archiefstatus": rij.archiefstatus,
        "archiefactiedatum": rij.archiefactiedatum,
        "resultaat": adres_of_niets("resultaten", kinderen["resultaat"]),
        "opdrachtgevendeOrganisatie": rij.opdrachtgevende_organisatie,
        "processobjectaard": rij.processobjectaard or None,
        "startdatumBewaartermijn": rij.startdatum_bewaartermijn,
        "processobject": rij.processobject or None,
    }


# -- writing -----------------------------------------------------------------------------------------------------------


def _gegevens(vraag: Vraag) -> Zaakgegevens:
    """What the body says, in the terms of the zaak; references are looked up."""
    lijf = vraag.gegevens
    velden = schrijf(lijf, Zaak, _GESCHREVEN)  # zrc-012: no group is none of it
    for naam in _ORGANISATIES:
        if lijf.get(naam):
            is_rsin(naam, lijf[naam])
    if lijf.get("vertrouwelijkheidaanduiding"):
        velden["vertrouwelijkheidaanduiding"] = uit_zgw(lijf["vertrouwelijkheidaanduiding"])
    if lijf.get("communicatiekanaal"):  # zrc-010
        verwijzing.elders("communicatiekanaal", lijf["communicatiekanaal"])
    return Zaakgegevens(
        velden=velden,
        zaaktype=verwijzing.rij(vraag, "zaaktype", "catalogi.zaaktypen") if "zaaktype" in lijf else None,
        hoofdzaak=verwijzing.rij(vraag, "hoofdzaak", "zaken.zaken") if lijf.get("hoofdzaak") else None,
        noemt_hoofdzaak="hoofdzaak" in lijf,
        relaties=[_relatie(vraag, nummer, r) for nummer, r in enumerate(lijf["relevanteAndereZaken"])]
        if "relevanteAndereZaken" in lijf
        else None,
        kenmerken=lijf.get("kenmerken"),
    )


def _relatie(vraag: Vraag, nummer: int, gegeven: dict[str, str]) -> Relatie:
    """zrc-011: it exists, and the error says which one does not."""
    veld, url = f"relevanteAndereZaken.{nummer}", gegeven["url"]
    if eigen_pad(url, vraag.gastheer) is None:
        verwijzing.elders(veld, url)
        return Relatie(gegeven["aardRelatie"], url=url)
    return Relatie(gegeven["aardRelatie"], verwijzing.rij(vraag, veld, "zaken.zaken", url))


def _aanmaken(vraag: Vraag) -> Zaak:
    gegevens = _gegevens(vraag)
    zaaktype: Zaaktype = gegevens.zaaktype  # type: ignore[assignment]
    zaak: Zaak = zaak_aanmaken(vraag.actor, gegevens, proces=zaaktype.proces)
    return zaak


def _bijwerken(vraag: Vraag, rij: Zaak) -> Zaak:
    zaak: Zaak = zaak_wijzigen(vraag.actor, rij, _gegevens(vraag))
    return zaak


def _verwijderen(vraag: Vraag, rij: Zaak) -> None:
    zaak_verwijderen(vraag.actor, rij)


# -- the table ---------------------------------------------------------------------------------------------------------


def _lees_vast(vraag: Vraag, rij: Zaak) -> None:
    niveaus = niveaus_van(vraag.actor, rij)
    leg_inzage_vast(vraag.actor, rij, niveaus, lezen.DOEL, partijen=gelezen(vraag, [rij]))


ZAKEN = Bron(
    naam="zaken",
    soort="zaak",
    pad="/zaken",
    schema="Zaak",
    model=Zaak,
    rijen=rijen,
    vorm=vorm,
    lezen="zaken.lezen",
    filters=FILTERS,
    volgorde=VOLGORDE,
    tel=tel,
    sla_over=sla_over,
    een_met=_met_verantwoording,
    uitklap={
        "zaaktype": "catalogi.zaaktypen",
        "hoofdzaak": "zaken.zaken",
        "deelzaken": "zaken.zaken",
        "relevanteAndereZaken": "zaken.zaken",
        "eigenschappen": "zaken.zaakeigenschappen",
        "rollen": "zaken.rollen",
        "status": "zaken.statussen",
        "zaakinformatieobjecten": "zaken.zaakinformatieobjecten",
        "zaakobjecten": "zaken.zaakobjecten",
        "resultaat": "zaken.resultaten",
    },
    groep=Gegevensgroep.ZAAK,
    betrokkenen=gelezen,
    inzien=_lees_vast,
    hoofd=hoofd,
    weergave=lambda rij: rij.identificatie,
    kanaal="zaken",
    kenmerken=lambda rij: kenmerken(rij, rij.kinderen["zaaktype"]),
    aanmaken=_aanmaken,
    bijwerken=_bijwerken,
    verwijderen=_verwijderen,
    uniek={"zaak_identificatie_uniek": ("identificatie", "identificatie-niet-uniek")},
)
