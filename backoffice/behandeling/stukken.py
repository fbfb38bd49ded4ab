"""The panels of a zaak: data, parties, documents, related zaken. Each as its reader may see it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie.models import Niveau
from backoffice.behandeling.forms_stukken import te_wijzigen
from catalogus.formulieren import in_woorden
from catalogus.regels import Uitkomst, tabellen_op, uitkomsten
from mijnzaken.documenten.models import Keuringsstand, Plaatser
from mijnzaken.zaken.inzien import Inzage
from mijnzaken.zaken.models import Productverzoek, Zaak
from mijnzaken.zaken.woorden import gewist

_BRONNEN = {
    "aanvrager": "van de aanvrager",
    "eigen": "van de gemeente",
    "brp": "uit de BRP",
    "kvk": "uit het handelsregister",
    "bag": "uit de BAG",
}
_REDENEN = {
    Keuringsstand.WACHT: "wordt gecontroleerd op virussen",
    Keuringsstand.BESMET: "bevat een virus",
    Keuringsstand.GEWEIGERD: "niet aangenomen",
    Keuringsstand.LEEG: "heeft nog geen bestand",
}


def gegevens(inzage: Inzage, mag: frozenset[str]) -> list[dict[str, Any]]:
    """Every value, or that it was erased, and the empty ones that staff fill in, each with the link to change it."""
    kan = {g.naam: g for g in te_wijzigen(inzage.zaak.zaaktype) if inzage.ziet(g.gegevensgroep)}
    regels, gevuld = [], set()
    for rij in inzage.gegevens_of_gewist:
        gevuld.add(rij.gegeven.naam)
        weg = rij.gewist_op is not None
        regels.append(
            {
                "label": rij.gegeven.label,
                "waarde": gewist(rij) if weg else in_woorden(rij.gegeven, rij.waarde),
                "bron": "" if weg else _BRONNEN.get(str(rij.bron), ""),
                **_wijzigen(inzage, mag, rij.gegeven.naam, kan, _("Invullen") if weg else _("Wijzigen")),
            }
        )
    regels += [
        {"label": g.label, "waarde": "", "bron": "", **_wijzigen(inzage, mag, naam, kan, _("Invullen"))}
        for naam, g in kan.items()
        if naam not in gevuld and g.stap_id is None
    ]
    return regels


def regels(inzage: Inzage) -> list[Uitkomst]:
    """What the rules of the day of receipt say of the values that this reader sees, and which row decided."""
    tabellen = tabellen_op(inzage.zaak.product_id, inzage.zaak.ontvangstdatum)
    if not tabellen or not inzage.gegevens:
        return []
    return uitkomsten(tabellen, {rij.gegeven.naam: rij.waarde for rij in inzage.gegevens})


def _wijzigen(inzage: Inzage, mag: frozenset[str], naam: str, kan: dict[str, Any], tekst: str) -> dict[str, str]:
    if "gegeven_wijzigen" not in mag or naam not in kan:
        return {"url": "", "url_tekst": ""}
    return {
        "url": f"{reverse('zaak_handeling', args=[inzage.zaak.nummer, 'gegeven_wijzigen'])}?gegeven={naam}",
        "url_tekst": tekst,
    }


def partijen(inzage: Inzage, mag: frozenset[str]) -> list[dict[str, Any]]:
    """Who takes part, with consent where the zaaktype asks for it, and what may be done about it."""
    if not inzage.rollen:
        return []
    toestemmingen = {t.roltype_id: t for t in inzage.zaak.toestemmingen.select_related("roltype")}
    regels = []
    for rol in inzage.rollen:
        toestemming = toestemmingen.pop(rol.roltype.pk, None)
        naam = rol.medewerker.naam if rol.medewerker else rol.naam
        regels.append(
            {
                "rol": rol.roltype.omschrijving,
                "naam": naam,
                "bij": _toestemming(toestemming),
                "adres": _adres(inzage, rol),
                "afschermen_url": _afschermen_url(inzage, rol, mag),
            }
        )
    regels += [
        {"rol": t.roltype.omschrijving, "naam": t.emailadres, "bij": _toestemming(t), "adres": ""}
        for t in toestemmingen.values()
    ]
    return regels


def _afschermen_url(inzage: Inzage, rol: Any, mag: frozenset[str]) -> str:
    if "partij_afschermen" not in mag or not rol.partij or rol.partij.afgeschermd:
        return ""
    return f"{reverse('zaak_handeling', args=[inzage.zaak.nummer, 'partij_afschermen'])}?partij={rol.partij.uuid}"


def _adres(inzage: Inzage, rol: Any) -> str:
    return str(rol.partij.adresregel) if rol.partij and inzage.ziet("persoonsgegevens", Niveau.KERN) else ""


def _toestemming(toestemming: Any) -> dict[str, str] | None:
    if toestemming is None:
        return None
    if toestemming.gegeven_op:
        return {"tekst": _("toestemming gegeven"), "soort": "goed"}
    if toestemming.geweigerd_op:
        return {"tekst": _("toestemming geweigerd"), "soort": "fout"}
    return {"tekst": _("wacht op toestemming"), "soort": "let-op"}


def documenten(inzage: Inzage) -> list[dict[str, Any]]:
    """Every document with where it stands in quarantine, and whether the applicant sees it."""
    return [_document(stuk) for stuk in inzage.documenten]


def _document(stuk: Any) -> dict[str, Any]:
    document, versie = stuk.document, stuk.document.laatste
    schoon = document.is_schoon
    herkomst = _("van de aanvrager") if document.plaatser == Plaatser.INWONER else _("van de gemeente")
    return {
        "uuid": document.uuid,
        "naam": document.titel,
        "url": reverse("document", args=[document.uuid]) if schoon else "",
        "soort": versie.bestandsnaam.rpartition(".")[2].lower(),
        "omvang": versie.bestandsomvang,
        "datum": stuk.registratiedatum,
        "nieuw": schoon and document.plaatser == Plaatser.INWONER and not stuk.gezien_door_behandelaar_op,
        "bij": f"{document.informatieobjecttype} · {herkomst}",
        "reden": "" if schoon else _REDENEN.get(document.keuring, ""),
        "getoond": document.tonen_aan_initiator,
        "wisselbaar": schoon and document.plaatser != Plaatser.INWONER,
    }


def verwante_zaken(inzage: Inzage) -> list[dict[str, Any]]:
    """Objections, follow-ups and what this zaak objects to; one that the reader's own door does not
    admit is not there.
    """
    if not inzage.ziet("zaak"):
        return []
    hier = inzage.zaak
    rijen = [(r.andere_zaak_id, r.get_aard_relatie_display(), r.url) for r in hier.gerelateerde_zaken.all()]
    rijen += [(r.zaak_id, _("gaat over deze zaak"), "") for r in hier.gerelateerd_aan.all()]
    zichtbaar = (
        Zaak.objects.voor(inzage.actor).select_related("proces").in_bulk([pk for pk, _aard, _url in rijen if pk])
    )
    verwant = []
    for pk, aard, url in rijen:
        ander = zichtbaar.get(pk) if pk else None
        if ander is not None:
            verwant.append(
                {"naam": f"{ander.titel} ({ander.nummer})", "aard": aard, "url": reverse("zaak", args=[ander.nummer])}
            )
        elif url:
            verwant.append({"naam": _("Een zaak in een ander systeem"), "aard": aard, "url": url})
    return verwant


def gevraagd_product(inzage: Inzage) -> dict[str, Any] | None:
    """What the applicant already holds and asks to change, renew or stop: it came with the zaak."""
    verzoek: Productverzoek | None = getattr(inzage.zaak, "productverzoek", None)
    if verzoek is None or not inzage.ziet("besluit"):
        return None
    houdt = verzoek.inwonerproduct
    return {"naam": houdt.naam, "wat": verzoek.get_actie_display(), "van": houdt.geldig_van, "tot": houdt.geldig_tot}
