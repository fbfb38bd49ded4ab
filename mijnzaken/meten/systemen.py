"""The cases of other systems: the lists and pages of the Zaken API, one zaak, and making one. The applicatie that asks
is made in the same transaction, and goes with it.
"""

import json
from collections.abc import Iterator
from typing import Any

import jwt
from django.conf import settings
from django.test import Client

from autorisatie.models import Applicatie, Autorisatie
from autorisatie.versleuteling import Geheim
from catalogus import klok
from catalogus.models import Proces, Zaaktype
from catalogus.vertrouwelijkheid import uit_zgw
from mijnzaken.meten import vloer
from mijnzaken.meten.inwoners import REDEN
from mijnzaken.meten.meting import Geval
from mijnzaken.zaken.models import Zaak, Zaaktelling

ZAKEN = "/zaken/api/v1/zaken"
BLAD = 100  # zaken on a page of the standard
_GEHEIM = "alleen-voor-de-meting-nergens-anders"
_CLIENT_ID = "proef-systeem"
_SCOPES = ["zaken.lezen", "zaken.aanmaken"]


def gevallen() -> Iterator[Geval]:
    rijen = Zaak.objects.systeem(REDEN).filter(afgeschermd=False).order_by("-pk")
    bladen = Zaaktelling.totaal() // BLAD
    for woord, blad in (("blad 1", 1), ("blad in het midden", bladen // 2), ("laatste blad", bladen)):
        getoond = rijen[(blad - 1) * BLAD : blad * BLAD] if blad else rijen[:0]
        yield _lezen(f"API zaken, {woord} (GET)", f"{ZAKEN}?page={blad}", vloer.zaken_van_api(getoond))
    yield _lezen("API zaken, 20 zaaktypen (GET)", ZAKEN, vloer.zaken_van_api(rijen[:BLAD]), processen=20)
    een = rijen[BLAD]
    yield _lezen("API een zaak (GET)", f"{ZAKEN}/{een.uuid}", vloer.zaken_van_api([een]))
    yield _maken(een)


def _lezen(naam: str, adres: str, kaal: vloer.Vloer, *, processen: int = 0) -> Geval:
    """``processen``: it may see the zaken of so many zaaktypen; without them, of all."""
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
    return Geval(naam, lambda: client.get(adres, headers=_koppen()), kaal, lambda: _laat_toe(processen), True)


def _maken(als: Zaak) -> Geval:
    proces = Proces.objects.get(identificatie="proef-001")
    soort = Zaaktype.objects.geldig_op(klok.vandaag()).get(proces=proces)
    rsin = settings.GEMEENTE["rsin"]
    lijf = json.dumps(
        {
            "bronorganisatie": rsin,
            "verantwoordelijkeOrganisatie": rsin,
            "zaaktype": f"{settings.BASISADRES}/catalogi/api/v1/zaaktypen/{soort.uuid}",
            "startdatum": klok.vandaag().isoformat(),
            "omschrijving": "Proef",
        }
    )
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])

    def doe() -> Any:
        return client.post(ZAKEN, lijf, content_type="application/json", headers=_koppen())

    return Geval("API zaak maken (POST)", doe, vloer.maak_als(als, klok.vandaag().year), lambda: _laat_toe(0), True)


def _laat_toe(processen: int) -> None:
    rij = Applicatie(client_id=_CLIENT_ID, label="Proef", heeft_alle_autorisaties=not processen)
    rij.geheim = Geheim.van(_GEHEIM)  # type: ignore[assignment]
    rij.laatst_gebruikt_op, rij.verzoeken_per_minuut = klok.nu(), 1_000_000
    rij.save(force_insert=True)
    Autorisatie.objects.bulk_create(
        Autorisatie(
            applicatie=rij,
            component="zrc",
            scopes=_SCOPES,
            proces=proces,
            max_vertrouwelijkheid=uit_zgw("zeer_geheim"),
        )
        for proces in Proces.objects.filter(identificatie__startswith="proef-0").order_by("pk")[:processen]
    )


def _koppen() -> dict[str, str]:
    inhoud = {"iss": _CLIENT_ID, "client_id": _CLIENT_ID, "iat": int(klok.nu().timestamp())}
    token = jwt.encode(inhoud, _GEHEIM, algorithm="HS256")
    return {"Authorization": f"Bearer {token}", "Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"}
