"""A stand-in for the three registers, with the shape of the real ones, so that the same clients read it.

Its people and companies are those of the example municipality. They stand in ``voorbeeld/`` by index; their BSN is
computed when it is needed, so no file holds one.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from catalogus import klok
from mijnzaken.bronnen.gegevens import achttien_op
from mijnzaken.bronnen.proefnummers import proef_bsn, proef_kvk, proef_rsin, proef_vestiging

MAP = Path(__file__).parent / "voorbeeld"
Rij = Mapping[str, Any]


@dataclass(frozen=True)
class Voorbeeldpersoon:
    """Who is who in the example: ``persona`` is empty for who has no log-in of the demo."""

    nummer: int
    persona: str

    @property
    def bsn(self) -> str:
        return proef_bsn(self.nummer)


@dataclass(frozen=True)
class Voorbeeldonderneming:
    nummer: int
    persona: str
    bestuurder: int | None

    @property
    def kvk_nummer(self) -> str:
        return proef_kvk(self.nummer)


def voorbeeldpersonen() -> list[Voorbeeldpersoon]:
    return [Voorbeeldpersoon(rij["nummer"], rij.get("persona", "")) for rij in _personen().values()]


def voorbeeldondernemingen() -> list[Voorbeeldonderneming]:
    return [
        Voorbeeldonderneming(rij["nummer"], rij.get("persona", ""), rij.get("bestuurder"))
        for rij in _ondernemingen().values()
    ]


def _lees(naam: str) -> list[dict[str, Any]]:
    return json.loads((MAP / naam).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _personen() -> dict[str, Rij]:
    return {proef_bsn(rij["nummer"]): rij for rij in _lees("personen.json")}


@lru_cache(maxsize=1)
def _ondernemingen() -> dict[str, Rij]:
    return {proef_kvk(rij["nummer"]): rij for rij in _lees("ondernemingen.json")}


@lru_cache(maxsize=1)
def _adressen() -> dict[str, Rij]:
    return {rij["adres"]: rij for rij in _lees("adressen.json")}


class NagebootsteBrp:
    """Haal Centraal's answers for the people of the example."""

    def vraag(
        self, pad: str, *, params: Mapping[str, str] | None = None, json: Mapping[str, Any] | None = None
    ) -> Any | None:
        vraag = json or {}
        if pad == "/personen":
            bsns = vraag["burgerservicenummer"]
            return {"type": vraag["type"], "personen": [_brp_persoon(b) for b in bsns if b in _personen()]}
        if pad == "/bewoningen":
            bewoners = list(_bewoners(vraag["adresseerbaarObjectIdentificatie"]))
            return {"bewoningen": [{"bewoners": bewoners}]}
        return None


class NagebootsteKvk:
    """The trade register's answers for the companies of the example."""

    def vraag(
        self, pad: str, *, params: Mapping[str, str] | None = None, json: Mapping[str, Any] | None = None
    ) -> Any | None:
        nummer, _, deel = pad.removeprefix("/v1/basisprofielen/").partition("/")
        rij = _ondernemingen().get(nummer)
        if rij is None:
            return None
        if deel == "vestigingen":
            return {"kvkNummer": nummer, "vestigingen": [_kvk_vestiging(rij, v) for v in rij["vestigingen"]]}
        return {
            "kvkNummer": nummer,
            "naam": rij["naam"],
            "_embedded": {"eigenaar": {"rsin": proef_rsin(rij["nummer"]), "rechtsvorm": rij["rechtsvorm"]}},
        }


class NagebootsteCcbr:
    """The register of curatele and bewind, for the people of the example."""

    def vraag(
        self, pad: str, *, params: Mapping[str, str] | None = None, json: Mapping[str, Any] | None = None
    ) -> Any | None:
        gezocht = (json or {}).get("burgerservicenummer")
        kaarten = [_registerkaart(rij) for rij in _lees("maatregelen.json")]
        return {
            "registerkaarten": [
                kaart
                for kaart in kaarten
                if gezocht in [w["burgerservicenummer"] for w in (kaart["betrokkene"], *kaart["vertegenwoordigers"])]
            ]
        }


class NagebootsteBag:
    """The BAG's answers for the addresses of Demostad."""

    def vraag(
        self, pad: str, *, params: Mapping[str, str] | None = None, json: Mapping[str, Any] | None = None
    ) -> Any | None:
        gezocht = params or {}
        gevonden = [
            {
                "openbareRuimteNaam": rij["straatnaam"],
                "huisnummer": rij["huisnummer"],
                "huisletter": rij["huisletter"],
                "huisnummertoevoeging": rij["huisnummertoevoeging"],
                "postcode": rij["postcode"],
                "woonplaatsNaam": rij["woonplaats"],
                "nummeraanduidingIdentificatie": rij["nummeraanduiding"],
                "adresseerbaarObjectIdentificatie": rij["object"],
            }
            for rij in _adressen().values()
            if rij["postcode"] == gezocht.get("postcode")
            and str(rij["huisnummer"]) == gezocht.get("huisnummer")
            and rij["huisletter"] == gezocht.get("huisletter", "")
            and rij["huisnummertoevoeging"] == gezocht.get("huisnummertoevoeging", "")
        ]
        return {"_embedded": {"adressen": gevonden}} if gevonden else {}


def _voorletters(voornamen: str) -> str:
    return "".join(f"{naam[0]}." for naam in voornamen.split())


def _verwant(nummer: int, **meer: Any) -> Rij:
    return {"burgerservicenummer": proef_bsn(nummer), **meer}


def _brp_persoon(bsn: str) -> Rij:
    rij = _personen()[bsn]
    voorletters = _voorletters(rij["voornamen"])
    achter = " ".join(d for d in (rij["voorvoegsel"], rij["geslachtsnaam"]) if d)
    antwoord: dict[str, Any] = {
        "burgerservicenummer": bsn,
        "naam": {
            "voornamen": rij["voornamen"],
            "voorletters": voorletters,
            "voorvoegsel": rij["voorvoegsel"],
            "geslachtsnaam": rij["geslachtsnaam"],
            "volledigeNaam": f"{rij['voornamen']} {achter}",
        },
        "geslacht": {"code": rij["geslacht"]},
        "geboorte": {"datum": {"type": "Datum", "datum": rij["geboren"]}},
        "adressering": {"aanschrijfwijze": {"naam": f"{voorletters} {achter}"}},
        "verblijfplaats": _brp_verblijf(_adressen()[rij["adres"]]),
        "ouders": [_verwant(nummer) for nummer in rij.get("ouders", ())],
        "kinderen": [_verwant(k["nummer"]) for k in _personen().values() if rij["nummer"] in k.get("ouders", ())],
    }
    if rij.get("partner"):
        sinds = {"datum": {"type": "Datum", "datum": rij["partner_sinds"]}}
        antwoord["partners"] = [_verwant(rij["partner"], aangaanHuwelijkPartnerschap=sinds)]
    gezag = _gezag(rij)
    if gezag:
        antwoord["gezag"] = gezag
    if rij.get("geheim"):
        antwoord["geheimhoudingPersoonsgegevens"] = True
    if rij.get("overleden"):
        antwoord["overlijden"] = {"datum": {"type": "Datum", "datum": rij["overleden"]}}
    return antwoord


def _gezag(rij: Rij) -> list[Rij]:
    """Parents have authority over their minor children, unless the example says otherwise of the child."""
    rijen: list[Rij] = []
    for kind in _personen().values():
        ouders = kind.get("gezag", kind.get("ouders", ()))
        if rij["nummer"] not in (kind["nummer"], *ouders) or not ouders or not _minderjarig(kind):
            continue
        minderjarige = _verwant(kind["nummer"])
        if len(ouders) == 1:
            rijen.append(
                {"type": "EenhoofdigOuderlijkGezag", "ouder": _verwant(ouders[0]), "minderjarige": minderjarige}
            )
        else:
            rijen.append(
                {
                    "type": "TweehoofdigOuderlijkGezag",
                    "ouders": [_verwant(nummer) for nummer in ouders],
                    "minderjarige": minderjarige,
                }
            )
    return rijen


def _minderjarig(rij: Rij) -> bool:
    return klok.vandaag() < achttien_op(date.fromisoformat(rij["geboren"])) and not rij.get("overleden")


def _registerkaart(rij: Rij) -> dict[str, Any]:
    return {
        "soort": rij["soort"],
        "begin": {"type": "Datum", "datum": rij["begin"]},
        "betrokkene": _verwant(rij["nummer"]),
        "vertegenwoordigers": [_verwant(nummer) for nummer in rij["vertegenwoordigers"]],
    }


def _brp_verblijf(rij: Rij) -> Rij:
    return {
        "type": "Adres",
        "nummeraanduidingIdentificatie": rij["nummeraanduiding"],
        "adresseerbaarObjectIdentificatie": rij["object"],
        "verblijfadres": {
            "officieleStraatnaam": rij["straatnaam"],
            "huisnummer": rij["huisnummer"],
            "huisletter": rij["huisletter"],
            "huisnummertoevoeging": rij["huisnummertoevoeging"],
            "postcode": rij["postcode"],
            "woonplaats": rij["woonplaats"],
        },
    }


def _bewoners(woning: str) -> Iterator[Rij]:
    for persoon in _personen().values():
        if _adressen()[persoon["adres"]]["object"] == woning and not persoon.get("overleden"):
            yield _verwant(persoon["nummer"])


def _kvk_vestiging(onderneming: Rij, vestiging: Rij) -> Rij:
    adres = _adressen()[vestiging["adres"]]
    return {
        "vestigingsnummer": proef_vestiging(onderneming["nummer"], vestiging["nummer"]),
        "eersteHandelsnaam": vestiging["naam"],
        "indHoofdvestiging": "Ja" if vestiging["hoofd"] else "Nee",
        "adres": {
            "straatnaam": adres["straatnaam"],
            "huisnummer": adres["huisnummer"],
            "huisletter": adres["huisletter"],
            "huisnummerToevoeging": adres["huisnummertoevoeging"],
            "postcode": adres["postcode"],
            "plaats": adres["woonplaats"],
        },
    }
