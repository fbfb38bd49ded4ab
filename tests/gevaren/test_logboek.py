"""The log that can't be written, the line that was altered, the log that betrays: each test is named after its number.

53 is also in tests/backoffice/beheer/test_onderzoek.py, 66 in test_logboek.py beside it; 97 in test_logboek_stuk.py and
98 in tests/autorisatie/test_logboek_zegels.py too, with real transactions.
"""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from autorisatie.fouten import BestaatNiet, GeenRecht
from autorisatie.models import Auditregel, Gebruiker, Uitkomst, Verwerkingsregel
from catalogus.rekenblad import cel
from mijnzaken.voorbeeld.personas import PERSONAS
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.handelingen.besluiten import besluiten
from tests.adressen.adressen import lees_tabel, voorbeelden, vul_in
from tests.adressen.conftest import bewoond, binnen  # noqa: F401  fixtures
from tests.fabrieken import medewerker, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
Binnen = Callable[[str], Client]

# -- 54 ---------------------------------------------------------------------------------------------------------------


def test_54_geen_regel_die_een_inwoner_leest_noemt_een_medewerker(binnen: Binnen) -> None:  # noqa: F811
    """After everything that the personas and their colleagues did: no name, no account, in any line of processing."""
    tekst = str(list(Verwerkingsregel.objects.values("door", "name", "grondslag", "processing_activity_id")))
    assert Verwerkingsregel.objects.count() > 10
    for medewerker_ in Gebruiker.objects.all():
        assert medewerker_.naam not in tekst
        assert f"'{medewerker_.gebruikersnaam}'" not in tekst
    pagina = binnen("anna").get(reverse("mijn_inzage")).content.decode()
    assert "bekeek uw zaak" in pagina or "uw zaak" in pagina
    assert not [g.naam for g in Gebruiker.objects.all() if g.naam in pagina]


# -- 66 ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0="])
def test_66_wat_als_formule_begint_wordt_tekst(begin: str) -> None:
    assert cel(f'{begin}HYPERLINK("https://kwaad.example")').startswith("'")


# -- 98 and what a line holds -----------------------------------------------------------------------------------------


def test_98_een_weigering_van_een_toegelaten_zaak_heeft_een_verwerking_met_status_error() -> None:
    zaak = ververs(registreer("anna"))
    with pytest.raises(GeenRecht):
        besluiten(medewerker("vera", doel="beoordelen"), zaak)
    audit = Auditregel.objects.latest("pk")
    assert audit.handeling == "besluiten"
    assert (audit.uitkomst, audit.zaak_uuid, audit.doel) == (Uitkomst.GEWEIGERD, zaak.uuid, "beoordelen")
    regel = Verwerkingsregel.objects.get(audit=audit)
    assert regel.status == "Error"
    assert (regel.trace_id, regel.span_id) == (audit.trace_id, audit.span_id)


def test_wat_voor_de_actor_niet_bestaat_heeft_een_regel_zonder_betrokkene() -> None:
    zaak = ververs(registreer("anna"))
    voor = Verwerkingsregel.objects.count()
    with pytest.raises(BestaatNiet):
        behandelen.in_behandeling_nemen(medewerker("joost"), zaak)
    audit = Auditregel.objects.latest("pk")
    assert audit.handeling == "in_behandeling_nemen"
    assert (audit.uitkomst, audit.zaak_uuid, audit.object_uuid) == (Uitkomst.GEWEIGERD, None, None)
    assert Verwerkingsregel.objects.count() == voor


# -- every reading of a detail ----------------------------------------------------------------------------------------

GEEN_DETAIL = {  # where the address names something that is of no person, or only of who looks
    "/backoffice/beheer/zaaktypen/": "the catalogue",
    "/backoffice/beheer/producten/": "the catalogue",
    "/backoffice/beheer/soorten/": "the catalogue",
    "/backoffice/beheer/balies/": "the catalogue",
    "/backoffice/beheer/onderwerpen/": "the catalogue",
    "/backoffice/beheer/rechten/matrix/": "what a role may: of no person",
    "/backoffice/beheer/rechten/applicaties/": "what another system may: of no resident",
    "/backoffice/beheer/rechten/toekenningen/": "which role a colleague holds: of no resident",
    "/backoffice/beheer/rechten/waarneming/": "who stands in for whom: of no resident",
    "/mijn/aanvragen/": "an own draft that nobody else has seen",
    "/verwerkingsregister/": "public",
}
OOK_DETAIL = {"/mijn/gegevens/", "/mijn/contact/", "/mijn/producten/", "/mijn/inzage/", "/backoffice/beheer/berichten/"}


@pytest.mark.parametrize("wie", [persona.persona for persona in PERSONAS])
def test_elke_lezing_van_een_detail_laat_een_regel_na(binnen: Binnen, wie: str) -> None:  # noqa: F811
    client, waarden = binnen(wie), voorbeelden()
    gezien = set()
    for regel in lees_tabel():
        detail = "<" in regel.adres or regel.adres in OOK_DETAIL
        if not detail or regel.antwoorden[wie] != "200" or regel.adres.startswith(tuple(GEEN_DETAIL)):
            continue
        voor = Auditregel.objects.count()
        assert client.get(vul_in(regel.adres, waarden)).status_code == 200
        assert Auditregel.objects.count() > voor, regel.adres
        gezien.add(regel.adres)
    if wie in ("anna", "sanne", "fleur"):
        assert len(gezien) >= 3
