"""The pages for developers: complete, and an example that works as it is written."""

import json
import shutil
import subprocess
from typing import Any

import jwt
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.text import capfirst

from mijnzaken.api import voorbeeld
from mijnzaken.api.bron import apis
from mijnzaken.api.urls import APIS
from tests.mijnzaken.api.systeem import systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def test_de_bladzijde_noemt_elke_api_en_hoe_zij_binnenkomt() -> None:
    pagina = Client().get(reverse("ontwikkelaars")).content.decode()
    for api in apis().values():
        assert reverse("ontwikkelaars_api", args=[api.naam]) in pagina
        assert f"{api.wortel}/schema/openapi.yaml" in pagina
    assert "HS256" in pagina
    assert "curl -s" in pagina


@pytest.mark.parametrize("naam", [api.naam for api in APIS])
def test_elke_bewerking_en_elk_verschil_van_een_api_staat_op_haar_bladzijde(naam: str) -> None:
    antwoord = Client().get(reverse("ontwikkelaars_api", args=[naam]))
    pagina = antwoord.content.decode()
    api = apis()[naam]
    for methode, pad in api.contract.operaties:
        assert f"<code>{pad}</code>" in pagina
        assert f">{methode.upper()}</code>" in pagina
    for aanpassing in api.contract.aanpassingen:
        assert escape(capfirst(aanpassing.reden)) in pagina
    assert " style=" not in pagina
    assert "<script>" not in pagina


def test_het_voorbeeld_werkt_zoals_het_er_staat() -> None:
    """Each call in its turn, with what the earlier answers gave."""
    wie = systeem(alles=True)
    waarden: dict[str, str] = {}

    def vul(deel: Any) -> Any:
        if isinstance(deel, dict):
            return {naam: vul(waarde) for naam, waarde in deel.items()}
        for naam, waarde in waarden.items():
            deel = deel.replace(f"{{{naam}}}", waarde)
        return deel

    stappen = voorbeeld.stappen()
    assert [stap.api for stap in stappen][:2] == ["catalogi", "zaken"]
    for stap in stappen:
        antwoord = wie.vraag(stap.methode, vul(stap.adres), vul(dict(stap.lijf)) if stap.lijf else None)
        assert antwoord.status_code in (200, 201), (stap.pad, antwoord.content)
        waarden |= {naam: voorbeeld.uit_antwoord(antwoord.json(), plek) for naam, plek in stap.neem.items()}
    assert wie.haal(waarden["zaak"]).json()["omschrijving"] == "Vergunning voor de Spoorlaan"


def test_een_stap_die_er_nog_niet_is_staat_er_niet() -> None:
    weg = voorbeeld.Stap("x", "zaken", "POST", "/bestaat-niet")
    assert not weg.bestaat
    assert all(stap.bestaat for stap in voorbeeld.stappen())


@pytest.mark.skipif(not (shutil.which("bash") and shutil.which("openssl")), reason="bash en openssl ontbreken hier")
def test_het_token_van_het_voorbeeld_is_een_goed_token() -> None:
    regels = voorbeeld.ONDERTEKENEN + 'printf "%s" "$TOKEN"'
    uit = subprocess.run(
        ["bash", "-c", regels],
        input="een-lang-geheim-voor-de-proef-van-32\n",
        capture_output=True,
        text=True,
        check=True,
    )
    inhoud = jwt.decode(uit.stdout, "een-lang-geheim-voor-de-proef-van-32", algorithms=["HS256"])
    assert inhoud["client_id"] == inhoud["iss"] == "uw-client-id"


@pytest.mark.skipif(not shutil.which("bash"), reason="bash ontbreekt hier")
def test_wat_curl_meekrijgt_komt_zo_aan_als_het_er_staat() -> None:
    """The shell fills in variables, and leaves quotes and braces alone."""
    for stap in voorbeeld.STAPPEN:
        waarden = {naam: f"https://elders.nl/{naam}" for eerder in voorbeeld.STAPPEN for naam in eerder.neem}
        schil = "".join(f"{naam.upper()}={waarde}\n" for naam, waarde in waarden.items())
        schil += f"TOKEN=t\ncurl() {{ printf '%s\\n' \"$@\"; cat; }}\n{stap.curl()}\n"
        uit = subprocess.run(["bash", "-c", schil], input="", capture_output=True, text=True, check=True).stdout
        assert "$" not in uit
        assert stap.adres.replace("{zaaktype}", waarden["zaaktype"]) in uit
        if stap.lijf:
            inhoud = json.loads(uit[uit.index("{\n") :])
            assert set(inhoud) == set(stap.lijf)
            assert inhoud.get("zaaktype", waarden["zaaktype"]) == waarden["zaaktype"]
