"""A professional with 20,000 clients: the same queries as with two, by the index that was made for it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from autorisatie.models import Partij
from mijnzaken.portaal.machtigingen import BLADZIJDE, ontvangen
from tests.fabrieken import burger, partij

KLANTEN = 20_000
_PARTIJEN = """
INSERT INTO autorisatie_partij (uuid, soort_partij, interne_notitie, indicatie_geheimhouding, indicatie_actief,
  voorkeurstaal, kvk_nummer, rsin, vestigingsnummer, voorletters, voornaam, voorvoegsel_achternaam, achternaam,
  organisatienaam, zoeknaam, geslachtsaanduiding, straatnaam, huisletter, huisnummertoevoeging, postcode, stad, land,
  nummeraanduiding_id, correspondentieadres, afgeschermd, aangemaakt_op)
SELECT gen_random_uuid(), 'persoon', '', false, true, 'nld', '', '', '', '', 'Kees', '', 'Klant ' || i, '',
  'klant ' || lpad(i::text, 5, '0'), '', '', '', '', '', '', 'nl', '', '{}', false, now() FROM generate_series(1, %s) i
"""
_MACHTIGINGEN = """
INSERT INTO autorisatie_machtiging (uuid, gever_id, gemachtigde_id, aan_zoekwaarde, aan_zoeknaam, aan_naam,
  gever_zoeknaam, aard, bron, reikwijdte, onderwerp, mag_handelen, geldig_van, aangeboden_op, aanvaard_op, einde_reden,
  te_melden)
SELECT gen_random_uuid(), p.id, %s, p.id::text, '', '', p.zoeknaam, 'gemachtigde', 'mijnzaken', 'alles', '', true,
  '2026-01-01', '2026-01-01', '2026-01-01', '', '' FROM autorisatie_partij p WHERE p.zoeknaam LIKE 'klant %%'
"""
BLADZIJDEN = ("/mijn/", "/mijn/machtigingen/", "/mijn/machtigingen/kiezen/", "/mijn/zaken/")


def geef_klanten(professional: Partij) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_PARTIJEN, [KLANTEN])
        cursor.execute(_MACHTIGINGEN, [professional.pk])
        cursor.execute("ANALYZE autorisatie_machtiging, autorisatie_partij")


def vragen(browser: Client, adres: str) -> int:
    browser.get(adres)
    with CaptureQueriesContext(connection) as gemeten:
        assert browser.get(adres).status_code == 200
    return len(gemeten)


def test_met_20000_klanten_kost_elke_bladzijde_evenveel_vragen(anna: Client) -> None:
    eerst = {adres: vragen(anna, adres) for adres in BLADZIJDEN}  # two children
    geef_klanten(partij("anna"))
    assert {adres: vragen(anna, adres) for adres in BLADZIJDEN} == eerst
    assert len(anna.get("/mijn/machtigingen/").content) < 60_000
    namens = anna.get("/mijn/machtigingen/kiezen/?zoek=klant+19999")
    (gevonden,) = namens.context["ontvangen"]
    anna.post("/mijn/machtigingen/wissel/", {"machtiging": gevonden["rij"].uuid})
    assert "U handelt namens <strong>Kees Klant 19999</strong>" in anna.get("/mijn/").content.decode()


@pytest.mark.usefixtures("gemeente", "op_maandag")
@pytest.mark.django_db
def test_zoeken_en_bladeren_gaan_over_de_index() -> None:
    geef_klanten(partij("anna"))
    anna = burger("anna")
    vanaf: list[Callable[[], list]] = [
        lambda: ontvangen(anna, zoek="Hendriks"),
        lambda: ontvangen(anna, zoek="klant 19"),
        lambda: ontvangen(anna, na="klant 15000~1"),
    ]
    for haal in vanaf:
        with CaptureQueriesContext(connection) as gemeten:
            rijen = haal()
        assert rijen
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {gemeten.captured_queries[0]['sql']}")
            plan = "\n".join(regel for (regel,) in cursor.fetchall())
        assert "machtiging_voor_wie" in plan
        assert "Seq Scan" not in plan


@pytest.mark.usefixtures("gemeente", "op_maandag")
@pytest.mark.django_db
def test_bladeren_slaat_niemand_over_en_toont_niemand_twee_keer() -> None:
    geef_klanten(partij("anna"))
    anna, gezien, na = burger("anna"), [], ""
    for _ in range(4):
        rijen = ontvangen(anna, na=na)
        assert len(rijen) == BLADZIJDE + 1
        gezien += [m.pk for m in rijen[:BLADZIJDE]]
        na = f"{rijen[BLADZIJDE - 1].gever_zoeknaam}~{rijen[BLADZIJDE - 1].pk}"
    assert len(set(gezien)) == len(gezien) == 4 * BLADZIJDE
    for onzin in ("~", "x~y", "\x00~1", "~99999999999999999999"):
        assert ontvangen(anna, na=onzin)
