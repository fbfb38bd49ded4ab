"""The list of zaaktypen: by name, a page at a time, searched, or only what waits for somebody."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from catalogus import klok
from catalogus.bladeren import BLADZIJDE
from catalogus.models import Proces
from mijnzaken.inrichting import einde, handelingen
from tests.fabrieken import medewerker, zaaktype

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente")]
LIJST = "/backoffice/beheer/zaaktypen/"
Inloggen = Callable[[str], Client]


def _namen(client: Client, vraag: str = "") -> list[str]:
    tekst = client.get(f"{LIJST}{vraag}").content.decode()
    return re.findall(rf'class="mz-sterk" href="{LIJST}([a-z0-9-]+)/"', tekst)


def _op_naam() -> list[str]:
    return list(Proces.objects.order_by("naam", "pk").values_list("identificatie", flat=True))


def test_zaaktypen_staan_op_naam(ingelogd: Inloggen) -> None:
    assert _namen(ingelogd("omar")) == _op_naam()


def test_veel_zaaktypen_staan_op_bladzijden_en_elk_staat_er_een_keer(ingelogd: Inloggen) -> None:
    omar, een = ingelogd("omar"), zaaktype("klacht").proces
    for nummer in range(2 * BLADZIJDE):
        velden = {"naam": f"Proef {nummer:02}", "identificatie": f"proef-{nummer:02}", "groep": "proef"}
        Proces.objects.create(catalogus=een.catalogus, team=een.team, proceseigenaar="Hoofd", **velden)
    gezien, adres = [], ""
    while True:
        namen = _namen(omar, adres)
        assert len(namen) <= BLADZIJDE
        gezien += namen
        verder = re.search(r'rel="next" href="([^"]+)"', omar.get(f"{LIJST}{adres}").content.decode())
        if verder is None:
            break
        adres = verder[1].replace("&amp;", "&")
    assert gezien == _op_naam()


def test_zoeken_kijkt_naar_naam_herkenningsnaam_en_team(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    assert _namen(omar, "?zoek=parkeerverg") == ["parkeervergunning-bewoners"]
    assert _namen(omar, "?zoek=woo-verz") == ["woo-verzoek"]
    assert "subsidie-verkeerslawaai" in _namen(omar, "?zoek=geluid")
    assert "Wij vonden niets" in omar.get(f"{LIJST}?zoek=bestaat%00niet").content.decode()


def test_wat_wacht_staat_apart_een_concept_of_een_voorgesteld_einde(ingelogd: Inloggen) -> None:
    petra = ingelogd("petra")
    assert "Er wacht niets" in petra.get(f"{LIJST}?toon=wacht").content.decode()
    bron, stopt = zaaktype("klacht"), zaaktype("woo-verzoek")
    handelingen.zaaktype_versie_maken(medewerker("omar"), bron, proces=bron.proces)
    per = klok.vandaag() + timedelta(days=30)
    einde.einde_voorstellen(medewerker("omar"), stopt, proces=stopt.proces, per=per, reden="Er komt een andere wet.")
    assert _namen(petra, "?toon=wacht") == ["klacht", "woo-verzoek"]
    assert _namen(petra, "?toon=wacht&zoek=woo") == ["woo-verzoek"]
