"""A handler chooses another zaaktype on the page of a zaak: first what does not fit, then it happens."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.fabrieken import dien_in, registreer, ververs, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
NAAR = "woo-verzoek"


def test_eerst_ziet_men_wat_niet_past_en_dan_gebeurt_het(ingelogd: Inloggen) -> None:
    zaak, vera = dien_in("anna"), ingelogd("vera")
    adres = f"/backoffice/zaken/{zaak.nummer}/"
    pagina = f"{adres}ander_zaaktype_kiezen/"
    assert pagina in vera.get(adres).content.decode()
    waarden = {"naar": str(zaaktype(NAAR).pk), "reden": "U vraagt om stukken."}
    antwoord = vera.post(pagina, waarden)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    for stuk in ("Wat niet past", "wordt niet meer gevraagd", "Verstuur het dan nog een keer", "U vraagt om stukken."):
        assert stuk in tekst
    assert ververs(zaak).proces == zaak.proces
    assert f'name="gezien" value="{zaaktype(NAAR).pk}"' in tekst
    assert vera.post(pagina, waarden | {"gezien": waarden["naar"]}).status_code == 302
    assert ververs(zaak).zaaktype == zaaktype(NAAR)


def test_wie_daarna_iets_anders_kiest_ziet_eerst_wat_daarbij_niet_past(ingelogd: Inloggen) -> None:
    zaak, vera = dien_in("anna"), ingelogd("vera")
    waarden = {"naar": str(zaaktype(NAAR).pk), "reden": "x", "gezien": str(zaaktype("klacht").pk)}
    assert vera.post(f"/backoffice/zaken/{zaak.nummer}/ander_zaaktype_kiezen/", waarden).status_code == 422


def test_de_knop_staat_niet_bij_een_terugbelnotitie(ingelogd: Inloggen) -> None:
    notitie = registreer("anna", "terugbelnotitie")
    tess = ingelogd("tess")
    assert "ander_zaaktype_kiezen" not in tess.get(f"/backoffice/zaken/{notitie.nummer}/").content.decode()
