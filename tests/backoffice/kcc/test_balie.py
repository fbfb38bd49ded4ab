"""The desk: answers from the catalogue, finding who calls by something whole, making sure that it is him."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from autorisatie.models import Auditregel, Partij
from autorisatie.versleuteling import zoekwaarde
from mijnzaken.bronnen.proefnummers import proef_bsn
from mijnzaken.klanten.models import Verificatie
from tests.backoffice.conftest import Inloggen
from tests.backoffice.kcc.conftest import GOED, NUMMER
from tests.fabrieken import REDEN, dien_in, partij, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def zoek(client: Client, wat: str, **meer: str):
    return client.post(reverse("kcc_zoeken"), {"zoek": wat, **meer}, follow=True)


def test_alleen_14070_komt_aan_de_balie(ingelogd: Inloggen):
    assert ingelogd("sanne").get(reverse("kcc")).status_code == 404
    assert Client().get(reverse("kcc")).status_code == 302


def test_de_catalogus_geeft_antwoord_met_de_notitie_voor_medewerkers(mila: Client):
    pagina = mila.get(reverse("kcc"), {"q": "parkeervergunning"}).content.decode()
    assert "Parkeervergunning bewoners" in pagina
    assert "Alleen voor medewerkers" in pagina
    assert mila.get(reverse("kcc"), {"q": "' OR 1=1 --<script>\x00"}).status_code == 200
    assert mila.get(reverse("kcc"), {"q": "x" * 5000}).status_code == 200


@pytest.mark.parametrize(
    "wat",
    [
        NUMMER,
        "06 1000 0137",
        "anna@voorbeeld.example",
        "ANNA@voorbeeld.example",
        "2900AB 12",
        "2900 ab, 12",
    ],
)
def test_een_beller_wordt_gevonden_maar_nog_niet_bij_naam_getoond(mila: Client, wat: str):
    pagina = zoek(mila, wat).content.decode()
    assert "A.M. de V…" in pagina
    assert "Vries" not in pagina
    assert "1984" not in pagina
    assert wat not in pagina


def test_17_een_deel_van_een_naam_of_nummer_vindt_niemand(mila: Client):
    for wat in ("Vries", "de Vries", "vri", "0610", "2900AB", "anna", "2026-", "%", "*", "<script>", "x" * 300):
        antwoord = zoek(mila, wat)
        assert antwoord.status_code == 422, wat
        assert "de V…" not in antwoord.content.decode()
    for naam in ("Vri", "ries", "V%", "V_ies"):
        antwoord = zoek(mila, "", achternaam=naam, geboortedatum="1984-05-17")
        assert "Niemand gevonden" in antwoord.content.decode(), naam
    assert "A.M. de V…" in zoek(mila, "", achternaam="de Vries", geboortedatum="1984-05-17").content.decode()


def test_een_onvolledige_zoekvraag_zegt_wat_er_mist_en_houdt_het_getypte(mila: Client):
    assert "Vul ook de geboortedatum in" in zoek(mila, "", achternaam="Vries").content.decode()
    assert "Vul ook de hele achternaam in" in zoek(mila, "", geboortedatum="1984-05-17").content.decode()
    assert "Vul in waarop u zoekt" in zoek(mila, "").content.decode()
    assert 'value="06123"' in zoek(mila, "06123").content.decode()


def test_7_een_bsn_of_zaaknummer_dat_niet_bestaat_geeft_hetzelfde_antwoord(mila: Client):
    zaak = registreer("anna")
    onbekend = next(proef_bsn(n) for n in range(900, 999) if not _bestaat(proef_bsn(n)))
    for bestaat, bestaat_niet in ((partij("anna").bsn.tonen(), onbekend), (zaak.nummer, "2026-9999999")):
        paginas = []
        for wat in (bestaat, bestaat_niet):
            gevonden = zoek(mila, wat)
            mis = mila.post(reverse("kcc_controleren"), GOED | {"adres": "1000AA 1", "geboortedatum": "1-1-1950"})
            paginas.append([(a.status_code, _zonder_tokens(a.content.decode())) for a in (gevonden, mis)])
        assert paginas[0] == paginas[1]


def test_een_zaaknummer_van_wie_niet_gecontroleerd_is_bestaat_niet(mila: Client):
    zaak = registreer("anna")
    for nummer in (zaak.nummer, "2026-9999999"):
        antwoord = mila.get(reverse("kcc_zaak", args=[nummer]))
        assert (antwoord.status_code, antwoord["Location"]) == (302, reverse("kcc"))


def test_goede_antwoorden_openen_het_klantbeeld_en_worden_niet_voorgezegd(verifieer, mila: Client):
    mis = verifieer(geboortedatum="1-1-1970")
    assert mis.status_code == 422
    assert "Dit is niet genoeg" in mis.content.decode()
    assert "1984" not in mis.content.decode()
    assert mila.get(reverse("kcc_klant")).status_code == 302
    assert mila.post(reverse("kcc_controleren"), GOED).status_code == 302
    assert "A.M. de Vries" in mila.get(reverse("kcc_klant")).content.decode()


def test_zonder_doel_of_met_een_antwoord_wordt_niets_vergeleken(verifieer):
    assert "verplicht" in verifieer(doel="").content.decode()
    assert verifieer(doel="zomaar").status_code == 422
    assert "minstens twee vragen" in verifieer(adres="").content.decode()
    assert verifieer(adres="x" * 5000).status_code == 422
    assert not Verificatie.objects.systeem(REDEN).exists()


def test_na_drie_keer_mis_helpt_ook_een_goed_antwoord_niet(verifieer):
    for _ in range(3):
        verifieer(geboortedatum="1-1-1970")
    assert "mislukte te vaak" in verifieer().content.decode()


def test_een_controle_uit_een_eerder_gesprek_telt_niet(anna_aan_de_lijn: Client):
    zoek(anna_aan_de_lijn, NUMMER)
    assert anna_aan_de_lijn.get(reverse("kcc_klant")).status_code == 302


def test_na_het_gesprek_is_er_niets_meer_te_zien(anna_aan_de_lijn: Client):
    anna_aan_de_lijn.post(reverse("kcc_einde"))
    assert anna_aan_de_lijn.get(reverse("kcc_klant")).status_code == 302
    assert Verificatie.objects.systeem(REDEN).get(gelukt=True).beeindigd_op is not None


def test_alleen_wie_gevonden_is_kan_gekozen_worden(mila: Client):
    zoek(mila, "2900AB 12")
    assert mila.post(reverse("kcc_kiezen"), {"partij": str(partij("bram").uuid)}).status_code == 404
    assert mila.post(reverse("kcc_kiezen"), {"partij": "geen uuid"}).status_code == 404


def test_zoeken_gaat_alleen_met_post_en_wordt_vastgelegd_zonder_wat_er_gezocht_werd(mila: Client):
    assert mila.get(reverse("kcc_zoeken"), {"zoek": NUMMER}).status_code == 405
    bsn = partij("anna").bsn.tonen()
    zoek(mila, bsn)
    regel = Auditregel.objects.filter(handeling="beller_zoeken").latest("pk")
    assert bsn not in str(vars(regel))
    assert bsn not in str(dict(mila.session))


def test_het_aantal_vragen_aan_de_database_hangt_niet_van_het_aantal_zaken_af(anna_aan_de_lijn: Client):
    def tel(adres: str) -> int:
        with CaptureQueriesContext(connection) as gesteld:
            assert anna_aan_de_lijn.get(adres).status_code == 200
        return len(gesteld)

    dien_in("anna")
    eerst = [tel(reverse(naam)) for naam in ("kcc", "kcc_klant")]
    for _ in range(6):
        registreer("anna")
    assert [tel(reverse(naam)) for naam in ("kcc", "kcc_klant")] == eerst
    assert eerst[1] <= 40


def test_het_zoeken_van_een_beller_kost_steeds_evenveel(mila: Client):
    aantallen = set()
    for wat in (NUMMER, "+31610000685", "+31611111111"):
        with CaptureQueriesContext(connection) as gesteld:
            mila.post(reverse("kcc_zoeken"), {"zoek": wat})
        aantallen.add(len(gesteld))
    assert len(aantallen) == 1


def _bestaat(bsn: str) -> bool:
    return bool(Partij.objects.systeem(REDEN).filter(bsn_zoekwaarde=zoekwaarde(bsn)).exists())


def _zonder_tokens(pagina: str) -> str:
    return re.sub(r'(name="(?:csrfmiddlewaretoken|_wie)" value=")[^"]*|nonce="[^"]*"|data-token="[^"]*"', r"\1", pagina)
