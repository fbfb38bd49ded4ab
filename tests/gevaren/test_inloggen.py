"""Situations 12, 50, 58 to 63, 69 and 70 of gevaren.md: log-in and sessions."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from autorisatie import beleid
from autorisatie.inloggen.aanbieder import Aanbieder as OnzeAanbieder
from autorisatie.inloggen.doorsturen import veilig_pad
from autorisatie.models import Gebruiker, Partij
from tests.oidc.aanbieder import GEHEIM, Aanbieder, Bezoeker
from tests.oidc.fixtures import ANNA, BRAM, HIER, begin, log_in, maak_partij, vraag_van
from tests.oidc.hulp import als, later, open_formulier

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _paginas(settings: Any, monkeypatch: Any) -> None:
    settings.ROOT_URLCONF = "tests.autorisatie.inloggen.proefpaginas"
    monkeypatch.setattr(beleid, "mag", lambda actor, recht: True)


@pytest.fixture
def anna(db: None) -> Partij:
    return maak_partij(ANNA, "Anna")


@pytest.fixture
def bram(db: None) -> Partij:
    return maak_partij(BRAM, "Bram")


# -- 12 a staff session in the portal and the reverse ------------------------------------------------------------------


def test_12_een_medewerker_vindt_het_portaal_niet_en_omgekeerd(client: Client, sanne: Gebruiker, anna: Partij) -> None:
    als(client, sanne)
    assert client.get("/backoffice/bureau/").status_code == 200
    assert client.get("/mijn/brief/").status_code == 404
    als(client, anna)
    assert client.get("/mijn/brief/").status_code == 200
    assert client.get("/backoffice/bureau/").status_code == 404


@pytest.mark.usefixtures("middelen", "anna", "sanne")
def test_12_een_sessie_heeft_een_soort(client: Client, aanbieder: Aanbieder) -> None:
    log_in(client, aanbieder, "digid", "anna")
    log_in(client, aanbieder, "medewerker", "sub-sanne")
    assert "burger" not in client.session
    log_in(client, aanbieder, "digid", "anna")
    assert "_auth_user_id" not in client.session


# -- 50 the back button after log-out ----------------------------------------------------------------------------------


def test_50_na_uitloggen_is_er_niets_meer(client: Client, anna: Partij) -> None:
    als(client, anna)
    cookie = client.cookies["sessionid"].value
    assert "no-store" in client.get("/mijn/brief/")["Cache-Control"]
    antwoord = client.post("/uitloggen/")
    assert antwoord["Clear-Site-Data"] == '"cache", "storage"'
    assert "no-store" in antwoord["Cache-Control"]
    assert "Anna" not in antwoord.content.decode()
    assert not Session.objects.filter(session_key=cookie).exists()
    client.cookies["sessionid"] = cookie  # whoever kept the cookie
    terug = client.get("/mijn/brief/")
    assert (terug.status_code, terug["Location"]) == (302, "/inloggen/?next=%2Fmijn%2Fbrief%2F")


def test_50_uitloggen_kan_niet_met_een_link(client: Client, anna: Partij) -> None:
    als(client, anna)
    assert client.get("/uitloggen/").status_code == 200
    assert client.get("/mijn/brief/").status_code == 200


# -- 58 session fixation -----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("middelen", "anna")
def test_58_de_sleutel_van_voor_het_inloggen_geeft_niets(client: Client, aanbieder: Aanbieder) -> None:
    terug = Bezoeker(aanbieder).ga(begin(client, "digid"), "anna")
    ervoor = client.cookies["sessionid"].value
    client.get(terug.removeprefix(HIER))
    assert client.cookies["sessionid"].value != ervoor
    aanvaller = Client()
    aanvaller.cookies["sessionid"] = ervoor
    assert aanvaller.get("/mijn/brief/").status_code == 302


# -- 59 log-in CSRF ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("middelen", "bram")
def test_59_het_antwoord_van_een_ander_logt_mij_niet_in(client: Client, aanbieder: Aanbieder, anna: Partij) -> None:
    als(client, anna)
    aanvaller = Bezoeker(aanbieder).ga(begin(Client(), "digid"), "bram")
    antwoord = client.get(aanvaller.removeprefix(HIER))
    assert antwoord.status_code == 400
    assert "Deze poging om in te loggen is verlopen" in antwoord.content.decode()
    assert client.session["burger"]["partij"] == anna.pk
    leeg = Client()
    assert leeg.get(aanvaller.removeprefix(HIER)).status_code == 400
    assert "burger" not in leeg.session


# -- 60 open redirect --------------------------------------------------------------------------------------------------

ELDERS = [
    "https://kwaad.example/",
    "//kwaad.example/mijn/",
    "/\\kwaad.example",
    "\\\\kwaad.example",
    "http:///kwaad.example",
    "javascript:alert(1)",
    "/mijn/\r\nSet-Cookie: x=1",
    "/mijn/\x00",
    "mijn/",
    " /mijn/",
    "/\t/kwaad.example",
    "/inloggen/demo/",
    "/" + "x" * 3000,
]


@pytest.mark.parametrize("adres", ELDERS)
def test_60_next_is_alleen_een_pad_van_ons(adres: str) -> None:
    assert veilig_pad(adres) == ""


@pytest.mark.usefixtures("middelen", "anna")
@pytest.mark.parametrize("adres", ["https://kwaad.example/", "//kwaad.example/mijn/"])
def test_60_na_inloggen_naar_ons_zelf(client: Client, aanbieder: Aanbieder, adres: str) -> None:
    terug = Bezoeker(aanbieder).ga(client.get("/inloggen/digid/", {"next": adres})["Location"], "anna")
    assert client.get(terug.removeprefix(HIER))["Location"] == "/mijn/"
    assert client.get("/inloggen/", {"next": adres})["Location"] == "/mijn/"


def test_60_een_pad_van_ons_blijft_heel() -> None:
    assert veilig_pad("/mijn/zaken/?pagina=2&q=a b#x") == "/mijn/zaken/?pagina=2&q=a b#x"


# -- 61 replayed, misaddressed or wrapped answers ----------------------------------------------------------------------


@pytest.mark.usefixtures("middelen", "anna")
def test_61_een_antwoord_werkt_een_keer(client: Client, aanbieder: Aanbieder) -> None:
    terug = Bezoeker(aanbieder).ga(begin(client, "digid"), "anna").removeprefix(HIER)
    assert client.get(terug).status_code == 302
    client.post("/uitloggen/")
    assert client.get(terug).status_code == 400
    assert "burger" not in client.session


@pytest.mark.usefixtures("middelen", "anna")
def test_61_een_code_voor_een_andere_dienst(client: Client, aanbieder: Aanbieder) -> None:
    adres = begin(client, "digid")
    vraag = vraag_van(adres)
    ander = Bezoeker(aanbieder).ga(adres.replace("client_id=mijnzaken", "client_id=andere-dienst"), "anna")
    antwoord = client.get(ander.removeprefix(HIER))
    assert vraag_van(ander)["state"] == vraag["state"]
    assert antwoord.status_code == 400
    assert "burger" not in client.session


@pytest.mark.usefixtures("middelen", "anna")
def test_61_een_antwoord_op_het_adres_van_een_ander_middel(client: Client, aanbieder: Aanbieder) -> None:
    terug = Bezoeker(aanbieder).ga(begin(client, "digid"), "anna").removeprefix(HIER)
    assert client.get(terug.replace("/digid/", "/eherkenning/")).status_code == 400
    assert "burger" not in client.session


@pytest.mark.usefixtures("middelen", "anna")
@pytest.mark.parametrize("iss", ["", "&iss=https%3A%2F%2Fkwaad.example"])
def test_61_een_antwoord_met_een_andere_of_geen_afzender(client: Client, aanbieder: Aanbieder, iss: str) -> None:
    terug = Bezoeker(aanbieder).ga(begin(client, "digid"), "anna").removeprefix(HIER)
    assert "&iss=" in terug
    assert client.get(terug.split("&iss=")[0] + iss).status_code == 400
    assert "burger" not in client.session


Vervalsing = Callable[[Aanbieder, dict[str, Any]], str]
VERVALST: dict[str, Vervalsing] = {
    "voor een ander": lambda a, i: a.teken({**i, "aud": "andere-dienst"}),
    "voor ons en een ander": lambda a, i: a.teken({**i, "aud": ["mijnzaken", "andere-dienst"]}),
    "gevraagd door een ander": lambda a, i: a.teken({**i, "azp": "andere-dienst"}),
    "van een ander": lambda a, i: a.teken({**i, "iss": f"{a.basis}/eidas"}),
    "te oud": lambda a, i: a.teken({**i, "iat": i["iat"] - 7200, "exp": i["iat"] - 3600}),
    "uit de toekomst": lambda a, i: a.teken({**i, "iat": i["iat"] + 3600, "exp": i["iat"] + 7200}),
    "zonder einde": lambda a, i: a.teken({n: w for n, w in i.items() if n != "exp"}),
    "andere nonce": lambda a, i: a.teken({**i, "nonce": "x" * 32}),
    "zonder nonce": lambda a, i: a.teken({n: w for n, w in i.items() if n != "nonce"}),
    "ander onderwerp": lambda a, i: a.teken({**i, "sub": "bram"}),
    "niet ondertekend": lambda a, i: a.teken(i, alg="none", sleutel=""),
    "met ons eigen geheim": lambda a, i: a.teken(i, alg="HS256", sleutel=GEHEIM),
    "andere sleutel": lambda a, i: a.teken(i, sleutel=a.andere_sleutel),
    "onbekende sleutel": lambda a, i: a.teken(i, kid="k2"),
    "ingepakt": lambda a, i: a.teken({"id_token": a.teken(i), "iss": i["iss"], "aud": i["aud"], "sub": i["sub"]}),
    "geen token": lambda a, i: "onzin",
    "vast aan een ander": lambda a, i: (
        a.teken(i).rsplit(".", 1)[0] + "." + a.teken({**i, "sub": "x"}).rsplit(".", 1)[1]
    ),
}


def _vervang_token(monkeypatch: Any, aanbieder: Aanbieder, maak: Vervalsing) -> None:
    """The provider answers, and its id token is swapped for what ``maak`` makes of it."""
    echt = OnzeAanbieder.get_token

    def get_token(zelf: OnzeAanbieder, payload: dict[str, Any]) -> dict[str, Any]:
        antwoord = echt(zelf, payload)
        return {**antwoord, "id_token": maak(aanbieder, aanbieder.lees(antwoord["id_token"]))}

    monkeypatch.setattr(OnzeAanbieder, "get_token", get_token)


@pytest.mark.usefixtures("middelen", "anna", "bram")
@pytest.mark.parametrize("hoe", VERVALST)
def test_61_een_vervalst_token(client: Client, aanbieder: Aanbieder, monkeypatch: Any, hoe: str) -> None:
    _vervang_token(monkeypatch, aanbieder, VERVALST[hoe])
    antwoord = log_in(client, aanbieder, "digid", "anna")
    assert antwoord.status_code == 400
    assert "burger" not in client.session


@pytest.mark.usefixtures("middelen", "anna")
def test_61_een_token_met_dezelfde_inhoud_wordt_wel_geloofd(
    client: Client, aanbieder: Aanbieder, monkeypatch: Any
) -> None:
    """The control of the test above: what is refused there is refused for what was changed."""
    _vervang_token(monkeypatch, aanbieder, lambda a, inhoud: a.teken(inhoud))
    assert log_in(client, aanbieder, "digid", "anna").status_code == 302


@pytest.mark.usefixtures("middelen", "anna")
def test_61_een_antwoord_dat_te_lang_duurde(client: Client, aanbieder: Aanbieder, monkeypatch: Any) -> None:
    terug = Bezoeker(aanbieder).ga(begin(client, "digid"), "anna").removeprefix(HIER)
    nu = time.time()
    monkeypatch.setattr(time, "time", lambda: nu + 16 * 60)
    assert client.get(terug).status_code == 400


# -- 62 a lower level of assurance -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("middelen", "anna")
def test_62_lager_dan_het_middel_vraagt(client: Client, aanbieder: Aanbieder) -> None:
    antwoord = log_in(client, aanbieder, "digid", "basis")
    assert antwoord.status_code == 403
    assert "U moet sterker inloggen" in antwoord.content.decode()
    assert "burger" not in client.session


@pytest.mark.usefixtures("middelen", "anna")
def test_62_lager_dan_de_zaak_vraagt(client: Client, aanbieder: Aanbieder) -> None:
    log_in(client, aanbieder, "digid", "midden")
    assert client.session["burger"]["betrouwbaarheid"] == 2
    sterker = client.get("/mijn/streng/")
    assert sterker["Location"] == "/inloggen/?next=%2Fmijn%2Fstreng%2F&niveau=4"
    assert "Log sterker in" in client.get(sterker["Location"]).content.decode()
    antwoord = log_in(client, aanbieder, "digid", "midden", "?niveau=4&next=/mijn/streng/")
    assert antwoord.status_code == 403
    assert client.session["burger"]["betrouwbaarheid"] == 2


# -- 63 two tabs, two identities ---------------------------------------------------------------------------------------


def test_63_een_formulier_van_de_vorige_persoon_wordt_niet_verstuurd(anna: Partij, bram: Partij) -> None:
    browser = als(Client(enforce_csrf_checks=True), anna)
    tab_een = open_formulier(browser, "/mijn/brief/")
    als(browser, bram)
    open_formulier(browser, "/mijn/brief/")
    antwoord = browser.post("/mijn/brief/", {**tab_een, "tekst": "van Anna"}, headers={"Origin": HIER})
    assert antwoord.status_code == 409
    assert "U bent nu als iemand anders ingelogd" in antwoord.content.decode()
    assert "van Anna" not in browser.get("/mijn/brief/").content.decode()
    als(browser, anna)
    assert open_formulier(browser, "/mijn/brief/")


# -- 69 password guessing, second factor skipped -----------------------------------------------------------------------


@pytest.mark.usefixtures("middelen", "sanne")
@pytest.mark.parametrize("account", ["sub-wachtwoord", "sub-zonder"])
def test_69_zonder_tweede_stap_komt_een_medewerker_er_niet_in(
    client: Client, aanbieder: Aanbieder, account: str
) -> None:
    antwoord = log_in(client, aanbieder, "medewerker", account)
    assert antwoord.status_code == 403
    assert "inloggen in twee stappen" in antwoord.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("middelen")
def test_69_te_vaak_mislukt_moet_wachten(client: Client) -> None:
    for _ in range(20):
        assert client.get("/inloggen/digid/terug/?state=x&code=y").status_code == 400
    antwoord = client.get("/inloggen/digid/terug/?state=x&code=y")
    assert antwoord.status_code == 429
    assert "te vaak" in antwoord.content.decode()
    assert client.get("/inloggen/digid/").status_code == 429
    assert client.get("/inloggen/digid/", REMOTE_ADDR="192.0.2.7").status_code == 302


# -- 70 a forged Host header -------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("middelen")
@pytest.mark.parametrize("host", ["kwaad.example", "testserver.kwaad.example", "testserver:80@kwaad.example"])
def test_70_een_vreemde_host_krijgt_niets(client: Client, host: str) -> None:
    antwoord = client.get("/inloggen/digid/", headers={"host": host})
    assert antwoord.status_code == 400
    assert host not in antwoord.content.decode()


@pytest.mark.usefixtures("middelen")
def test_70_het_adres_van_terugkomst_volgt_geen_kop_van_buiten(client: Client) -> None:
    antwoord = client.get("/inloggen/digid/", headers={"X-Forwarded-Host": "kwaad.example"})
    assert vraag_van(antwoord["Location"])["redirect_uri"] == f"{HIER}/inloggen/digid/terug/"


# -- an expired session in the middle of a form ------------------------------------------------------------------------


@pytest.mark.usefixtures("middelen")
def test_verlopen_sessie_midden_in_een_formulier(aanbieder: Aanbieder, anna: Partij, bram: Partij) -> None:
    browser = als(Client(enforce_csrf_checks=True), anna)
    formulier = open_formulier(browser, "/mijn/brief/")
    with later(16):
        antwoord = browser.post("/mijn/brief/", {**formulier, "tekst": "Het lawaai is erger."})
        assert (antwoord.status_code, antwoord["Location"]) == (302, "/inloggen/?next=%2Fmijn%2Fbrief%2F")
        assert "15 minuten niets deed" in browser.get(antwoord["Location"]).content.decode()
    log_in(browser, aanbieder, "digid", "bram")
    assert "lawaai" not in browser.get("/mijn/brief/").content.decode()
    log_in(browser, aanbieder, "digid", "anna")
    assert "Het lawaai is erger.</textarea>" in browser.get("/mijn/brief/").content.decode()
