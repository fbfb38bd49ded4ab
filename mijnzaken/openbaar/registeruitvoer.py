"""The processing register as a file: CSV whose cells are never a formula, JSON, or a PDF to print (PDF/UA-1)."""

import csv
import hashlib
import io
import json
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from autorisatie.matrix.bereik import Bereik
from catalogus import klok
from catalogus.rekenblad import cel
from catalogus.templatetags.mz import duur
from catalogus.verwerking import Bewaring, Verwerking
from mijnzaken.berichten.brieven import maak_stuk

EEN_DAG = 24 * 60 * 60  # seconds
Regel = tuple[Verwerking, list[Bereik]]
KOPPEN = (
    "naam", "versie", "adres", "geldig_van", "geldig_tot", "verantwoordelijke", "contact", "afdeling", "doel",
    "grondslagen", "betrokkenen", "gegevens", "documenten", "bronnen", "rollen", "ontvangers", "verwerkers",
    "doorgiften", "bewaring", "bewaarreden", "maatregelen", "dpia", "ontbreekt",
)  # fmt: skip


def gegevens_van(v: Verwerking, rollen: list[Bereik]) -> dict[str, Any]:
    """One entry, for programs: dates and durations as ISO 8601, addresses whole. Its names stay as they are."""
    z = v.zaaktype
    return {
        "adres": f"{settings.BASISADRES}{v.adres}",
        "naam": v.naam,
        "versie": z.versienummer,
        "geldig_van": z.begin_geldigheid.isoformat(),
        "geldig_tot": z.einde_geldigheid.isoformat() if z.einde_geldigheid else None,
        "verantwoordelijke": {
            "naam": settings.GEMEENTE["volledige_naam"],
            "bestuursorgaan": settings.GEMEENTE["bestuursorgaan"],
            "adres": settings.GEMEENTE["adres"],
            "telefoon": settings.GEMEENTE["telefoon"],
            "dienst": z.proces.team.afdeling.dienst.naam,
            "afdeling": z.proces.team.afdeling.naam,
        },
        "doel": v.doel,
        "grondslagen": v.grondslagen,
        "betrokkenen": v.betrokkenen,
        "gegevens": [
            {
                "naam": g.label,
                "categorie": g.gegevensgroep,
                "doel": g.doel,
                "grondslag": g.grondslag,
                "bron": g.bron,
                "ontvangers": g.ontvangers,
            }
            for g in v.gegevens
        ],
        "documenten": v.documenten,
        "rollen": [{"rol": b.rol, "ziet": b.niveau.label} for b in rollen],
        "ontvangers": v.ontvangers,
        "verwerkers": [
            {
                "naam": w.naam,
                "taak": w.taak,
                "overeenkomst": w.overeenkomst,
                "overeenkomst_van": w.overeenkomst_van.isoformat(),
                "overeenkomst_tot": w.overeenkomst_tot.isoformat() if w.overeenkomst_tot else None,
                "gestopt_op": w.gestopt_op.isoformat() if w.gestopt_op else None,
                "doorgifte": w.doorgifte,
            }
            for w in v.verwerkers
        ],
        "doorgiften": v.doorgiften,
        "bewaring": [
            {
                "resultaat": b.resultaat,
                "altijd": b.altijd,
                "termijn": b.termijn,
                "vanaf": b.vanaf,
                "selectielijst": b.selectielijst,
            }
            for b in v.bewaring
        ],
        "bewaarreden": z.bewaarreden,
        "maatregelen": v.maatregelen,
        "dpia": v.dpia,
        "ontbreekt": v.ontbreekt,
    }


def als_json(regels: list[Regel]) -> bytes:
    inhoud = {
        "verantwoordelijke": settings.GEMEENTE["volledige_naam"],
        "dag": klok.vandaag().isoformat(),
        "verwerkingen": [gegevens_van(*regel) for regel in regels],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1).encode()


def als_csv(regels: list[Regel]) -> bytes:
    """One line for each entry; a spreadsheet opens it as UTF-8 because of the mark in front."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, quoting=csv.QUOTE_ALL)
    schrijver.writerow(KOPPEN)
    for regel in regels:
        rij = _plat(*regel)
        schrijver.writerow([cel(rij[kop]) for kop in KOPPEN])
    return ("\ufeff" + uit.getvalue()).encode()


def als_pdf(regels: list[Regel]) -> bytes:
    """Printed once for as long as nothing in it changes: everybody may ask for it."""
    inhoud = {
        "taal": get_language() or "nl",
        "onderwerp": _("Verwerkingsregister"),
        "kenmerk": _("Verwerkingsregister"),
        "datum": klok.vandaag().isoformat(),
        "gemeente": settings.GEMEENTE,
        "inleiding": _("Waarvoor %(naam)s persoonsgegevens gebruikt, en volgens welke regels (artikel 30 AVG).")
        % {"naam": settings.GEMEENTE["volledige_naam"]},
        "verwerkingen": [
            {"kop": v.naam, "velden": [{"kop": kop, "tekst": tekst} for kop, tekst in _leesbaar(v, rollen)]}
            for v, rollen in regels
        ],
    }
    sleutel = "verwerkingsregister:" + hashlib.sha256(json.dumps(inhoud, sort_keys=True).encode()).hexdigest()
    pdf: bytes | None = cache.get(sleutel)
    if pdf is None:
        pdf = maak_stuk("verwerkingsregister", inhoud)
        cache.set(sleutel, pdf, EEN_DAG)
    return pdf


def _plat(v: Verwerking, rollen: list[Bereik]) -> dict[str, Any]:
    """One entry as text for one line."""
    uit = gegevens_van(v, rollen)
    wie = uit["verantwoordelijke"]
    return {
        **uit,
        "verantwoordelijke": f"{wie['naam']}, {wie['bestuursorgaan']}",
        "contact": f"{wie['adres']}, {wie['telefoon']}",
        "afdeling": f"{wie['dienst']}, {wie['afdeling']}",
        "bronnen": _rij(dict.fromkeys(str(g.get_bron_display()) for g in v.gegevens)),
        "gegevens": _rij(f"{groep}: {', '.join(labels)}" for groep, labels in v.categorieen.items()),
        "rollen": _rij(_rol(b) for b in rollen),
        "verwerkers": _rij(f"{w.naam} ({w.overeenkomst})" for w in v.verwerkers),
        "bewaring": _rij(bewaarzin(b) for b in v.bewaring),
        **{naam: _rij(uit[naam]) for naam in (
            "grondslagen", "betrokkenen", "documenten", "ontvangers", "doorgiften", "maatregelen", "ontbreekt",
        )},
    }  # fmt: skip


def _leesbaar(v: Verwerking, rollen: list[Bereik]) -> list[tuple[str, str]]:
    """One entry as heading and text, for who reads it on paper. What is missing comes first."""
    plat = _plat(v, rollen)
    niemand = _("Niemand buiten de gemeente")
    velden = [
        (_("Wat nog ontbreekt"), plat["ontbreekt"]),
        (_("Adres van deze versie"), plat["adres"]),
        (_("Waarvoor"), plat["doel"]),
        (_("Wie is verantwoordelijk"), f"{plat['verantwoordelijke']}. {plat['afdeling']}. {plat['contact']}"),
        (_("Volgens welke regel"), plat["grondslagen"]),
        (_("Van wie de gegevens zijn"), plat["betrokkenen"]),
        (_("Welke gegevens"), plat["gegevens"]),
        (_("Welke documenten"), plat["documenten"]),
        (_("Waarvandaan"), plat["bronnen"]),
        (_("Wie binnen de gemeente"), plat["rollen"]),
        (_("Wie gegevens krijgen"), plat["ontvangers"] or niemand),
        (_("Verwerkers"), plat["verwerkers"] or _("Geen")),
        (_("Doorgifte buiten Europa"), plat["doorgiften"] or _("Geen")),
        (_("Hoe lang wij het bewaren"), plat["bewaring"]),
        (_("Beveiliging"), plat["maatregelen"]),
        (_("Onderzoek naar risico's (DPIA)"), plat["dpia"]),
    ]
    return [(kop, tekst) for kop, tekst in velden if tekst]


def bewaarzin(b: Bewaring) -> str:
    if b.altijd:
        return f"{b.resultaat}: {_('altijd')}"
    termijn = duur(b.termijn) or _("nog niet ingevuld")
    return f"{b.resultaat}: {termijn}"


def _rol(b: Bereik) -> str:
    return f"{b.rol} ({b.niveau.label})"


def _rij(teksten: Any) -> str:
    return "; ".join(teksten)
