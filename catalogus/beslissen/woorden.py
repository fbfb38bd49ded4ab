"""A decision table as a person reads it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from catalogus.beslissen.tabel import Inhoud, Tabelvraag, Uitslag, vragen_van
from catalogus.formulieren import bedrag_in_woorden, in_woorden
from catalogus.termijnen.duur import Duur


def eis_in_woorden(vraag: Tabelvraag, eis: Mapping[str, Any] | None) -> str:
    """'ja', 'huurder of koper', 'van 18 tot en met 66', 'maakt niet uit'."""
    if not eis:
        return _("maakt niet uit")
    if "is" in eis:
        return _("ja") if eis["is"] else _("nee")
    if "een_van" in eis:
        labels = {keuze["waarde"]: keuze["label"] for keuze in vraag.keuzes}
        return _(" of ").join(labels[deel] for deel in eis["een_van"])
    van, tot = (in_woorden(vraag, eis[woord]) if woord in eis else "" for woord in ("van", "tot_en_met"))
    if van and tot:
        return _("van %(van)s tot en met %(tot)s") % {"van": van, "tot": tot}
    return _("%(van)s of meer") % {"van": van} if van and vraag.soort != "datum" else _grens(vraag, van, tot)


def _grens(vraag: Tabelvraag, van: str, tot: str) -> str:
    if van:
        return _("op of na %(van)s") % {"van": van}
    if vraag.soort == "datum":
        return _("op of voor %(tot)s") % {"tot": tot}
    return _("%(tot)s of minder") % {"tot": tot}


def uitkomst_in_woorden(dan: Mapping[str, Any] | None) -> str:
    """'Ja, dat kan', 'Nee. U woont …', '€ 48,00 per jaar', '8 weken'; without an outcome: that no rule fits."""
    if dan is None:
        return _("Dat staat niet in onze regels. Vraag het ons.")
    if "mag" in dan:
        if dan["mag"]:
            return f"{_('Ja, dat kan.')} {dan.get('reden', '')}".strip()
        return f"{_('Nee, waarschijnlijk niet.')} {dan['reden']}"
    if "krijgt" in dan:
        bedrag = bedrag_in_woorden(dan["krijgt"]) if dan["krijgt"] else _("niets")
        return f"{bedrag} {dan.get('eenheid', '')}".strip()
    if "bedrag" in dan:
        bedrag = bedrag_in_woorden(dan["bedrag"]) if dan["bedrag"] else _("gratis")
        return f"{bedrag} {dan.get('eenheid', '')}".strip()
    return Duur.lees(dan["duur"]).in_woorden()


def regel_in_woorden(inhoud: Inhoud, nummer: int) -> str:
    """The conditions of a rule as one sentence part: 'Heeft u een eigen plek? nee; Hoeveelste auto? 2 of meer'."""
    als = inhoud["regels"][nummer - 1]["als"]
    delen = [
        f"{vraag.label} {eis_in_woorden(vraag, als[vraag.naam])}" for vraag in vragen_van(inhoud) if vraag.naam in als
    ]
    return "; ".join(delen) or _("in alle andere gevallen")


def uitslag_in_woorden(inhoud: Inhoud, uitslag: Uitslag) -> str:
    if uitslag.ontbreekt:
        labels = [vraag.label for vraag in vragen_van(inhoud) if vraag.naam in uitslag.ontbreekt]
        return _("Dat weten wij nog niet. Beantwoord eerst: %(vragen)s") % {"vragen": " ".join(labels)}
    return uitkomst_in_woorden(uitslag.dan)


def rijen_in_woorden(inhoud: Inhoud) -> list[dict[str, Any]]:
    """The rules as rows of a table: number, a cell per question, the outcome."""
    vragen = vragen_van(inhoud)
    return [
        {
            "nummer": nummer,
            "cellen": [
                {
                    "label": v.label,
                    "tekst": eis_in_woorden(v, regel["als"].get(v.naam)),
                    "vrij": v.naam not in regel["als"],
                }
                for v in vragen
            ],
            "uitkomst": uitkomst_in_woorden(regel["dan"]),
        }
        for nummer, regel in enumerate(inhoud["regels"], start=1)
    ]
