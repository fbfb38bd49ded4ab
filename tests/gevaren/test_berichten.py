"""Messages, in the situations that ask no other process than this one; each test is named after its number."""

import re
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as instellingen
from django.db import IntegrityError, OperationalError, connection, transaction

from catalogus import klok
from mijnzaken import aanstoot
from mijnzaken.berichten import inzien, postuit, verzenden
from mijnzaken.berichten.handelingen import digitaal_adres_bevestigen, digitaal_adres_wijzigen
from mijnzaken.berichten.models import Bericht, Stand
from mijnzaken.berichten.tasks import veeg, verzend
from mijnzaken.klanten.vormen import OnjuistAdres
from tests.gevaren.processen import Postbus, postbus
from tests.mijnzaken.bronnen.register import register
from tests.mijnzaken.rolverdeling import als_burger, als_medewerker, bereikbaar, maak_persoon

pytestmark = pytest.mark.django_db(transaction=True)
ZAAK = {"product": "Hulp bij schulden", "nummer": "2026-0004711"}


@pytest.fixture
def bus(settings) -> Iterator[Postbus]:
    """Mail really leaves, over SMTP, to a mail server of this test."""
    with postbus() as bus:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", bus.poort
        yield bus


@pytest.fixture(autouse=True)
def zonder_aanstoot(monkeypatch: pytest.MonkeyPatch) -> None:
    """The nudge goes nowhere: what is shown here, the sweep does alone."""
    monkeypatch.setattr(aanstoot, "_geef_mee", lambda taak, pk, koppen: None)


def zet_klaar(partij, sleutel: str = "1", soort: str = "ingetrokken", **context) -> Bericht:
    with transaction.atomic():
        return postuit.bericht(soort, partij, sleutel=sleutel, context={**ZAAK, **context})


def stand(bericht: Bericht) -> Bericht:
    return Bericht.objects.systeem("proef").get(pk=bericht.pk)


def verloop_van_tijd(bericht: Bericht) -> None:
    """What this message waits for has passed: the end of a lease, or of a wait."""
    Bericht.objects.systeem("proef").filter(pk=bericht.pk).update(volgende_poging=klok.nu() - timedelta(seconds=1))


def test_45_wat_langs_de_e_mail_gaat_noemt_onderwerp_naam_en_zaak_niet(bus: Postbus) -> None:
    anna = bereikbaar()
    zet_klaar(anna, soort="besluit", uitkomst="afgewezen", bezwaar_tot=None)
    assert veeg() == 1
    [(aan, post)] = bus.ontvangen
    assert aan == "anna@voorbeeld.example"
    alles = post.as_string() + post.get_content()
    for geheim in ("schulden", "2026-0004711", "Vries", "afgewezen", str(anna.uuid)):
        assert geheim.lower() not in alles.lower()
    assert "een besluit" in post.get_content()


def test_46_een_bericht_gaat_naar_het_adres_dat_nu_geldt_en_het_oude_hoort_alleen_dat_het_ophoudt(bus: Postbus) -> None:
    anna = bereikbaar(adres="oud@voorbeeld.example")
    zet_klaar(anna)
    burger = als_burger(anna)
    adres = digitaal_adres_wijzigen(burger, anna, soort="email", adres="nieuw@voorbeeld.example")
    code = re.search(r"[0-9]{6}", Bericht.objects.systeem("proef").get(soort="adres_code").tekst)
    assert code
    assert digitaal_adres_bevestigen(burger, adres, code=code[0])
    veeg()
    per_adres: dict[str, list[str]] = {}
    for aan, post in bus.ontvangen:
        per_adres.setdefault(aan, []).append(str(post["Subject"]))
    assert per_adres["oud@voorbeeld.example"] == ["Uw e-mailadres bij Gemeente Demostad is gewijzigd"]
    assert "U hebt een nieuw bericht van Gemeente Demostad" in per_adres["nieuw@voorbeeld.example"]


@pytest.mark.parametrize("regeleinde", ["\r\n", "\n", "\r", "\u2028", "\x0b", "%0d%0a"])
def test_68_een_regeleinde_in_wat_iemand_typte_maakt_geen_mailkop(bus: Postbus, regeleinde: str) -> None:
    context = {"onderwerp": f"Vraag{regeleinde}Bcc: iedereen@voorbeeld.example", "tekst": "tekst"}
    with transaction.atomic():
        postuit.bericht_aan_adres("vrij", "melder@voorbeeld.example", sleutel="1", context=context)
    veeg()
    [(aan, post)] = bus.ontvangen
    assert aan == "melder@voorbeeld.example"
    assert post["Bcc"] is None
    assert str(post["Subject"]).startswith("Vraag")


def test_68_een_adres_met_een_regeleinde_wordt_geweigerd_ook_door_de_database() -> None:
    context = {"onderwerp": "Vraag", "tekst": "tekst"}
    for adres in ("a@b.nl\nBcc: c@d.nl", "a@b.nl\r\n", "\na@b.nl"):
        with pytest.raises(OnjuistAdres):
            postuit.bericht_aan_adres("vrij", adres, sleutel="1", context=context)
    rij = zet_klaar(bereikbaar())
    for veld in ("onderwerp", "adres"):
        with pytest.raises(IntegrityError):
            Bericht.objects.systeem("proef").filter(pk=rij.pk).update(**{veld: "a\nBcc: b"})


def test_84_dezelfde_taak_op_twee_plaatsen_tegelijk_verzendt_een_keer(bus: Postbus) -> None:
    aankondiging = zet_klaar(bereikbaar()).uitgangen.get()
    uitkomsten: list[bool] = []

    def draai() -> None:
        try:
            uitkomsten.append(verzend(aankondiging.pk))
        finally:
            connection.close()

    draden = [threading.Thread(target=draai) for _ in range(6)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(uitkomsten) == [False] * 5 + [True]
    assert len(bus.ontvangen) == 1
    assert verzend(aankondiging.pk) is False


def test_84_hetzelfde_feit_twee_keer_gemeld_is_een_bericht(bus: Postbus) -> None:
    anna = bereikbaar()
    zet_klaar(anna)
    zet_klaar(anna)
    veeg()
    assert len(bus.ontvangen) == 1
    assert len(inzien.postvak(als_burger(anna)).rijen) == 1


def test_85_wat_later_moet_wacht_in_een_rij_en_niet_in_de_wachtrij(bus: Postbus) -> None:
    aankondiging = zet_klaar(bereikbaar()).uitgangen.get()
    straks = klok.nu() + timedelta(hours=3)
    Bericht.objects.systeem("proef").filter(pk=aankondiging.pk).update(volgende_poging=straks)
    assert [veeg() for _ in range(5)] == [0] * 5
    assert verzend(aankondiging.pk) is False
    with klok.op_moment(straks):
        assert [veeg() for _ in range(5)] == [1, 0, 0, 0, 0]
    assert len(bus.ontvangen) == 1


def test_85_niets_in_het_programma_plant_een_taak_vooruit_in_de_wachtrij() -> None:
    plannend = re.compile(r"\b(eta|countdown|retry_backoff|autoretry_for)\s*=|\.retry\(")
    for huis in ("catalogus", "autorisatie", "mijnzaken", "backoffice"):
        for bestand in (Path(instellingen.BASIS) / huis).rglob("*.py"):
            assert not plannend.search(bestand.read_text()), bestand


def test_91_wat_altijd_mislukt_houdt_een_ander_niet_op_en_eindigt_waar_een_mens_het_ziet(bus: Postbus) -> None:
    stuk = zet_klaar(bereikbaar(1, "stuk@voorbeeld.example"), "1").uitgangen.get()
    bus.gedrag["stuk@voorbeeld.example"] = "stuk"
    for nummer in range(2, 5):
        zet_klaar(bereikbaar(nummer, f"goed{nummer}@voorbeeld.example"), str(nummer))
    assert veeg() == 3
    for _ in range(20):
        verloop_van_tijd(stuk) if stand(stuk).status == Stand.MISLUKT else None
        veeg()
    assert len(bus.ontvangen) == 3
    assert stand(stuk).pogingen == verzenden.MEESTE_POGINGEN == bus.bezig.count("stuk@voorbeeld.example")
    assert inzien.geparkeerd(als_medewerker("omar", ["bericht_opnieuw_verzenden"])).rijen == [stand(stuk)]


def test_91_een_geweigerde_ontvanger_krijgt_een_brief(bus: Postbus) -> None:
    bus.gedrag["anna@voorbeeld.example"] = "weigert"
    origineel = zet_klaar(bereikbaar())
    veeg()
    veeg()
    assert {rij.kanaal: rij.status for rij in origineel.uitgangen.all()} == {
        "email": "teruggekomen",
        "brief": "verzonden",
    }


def test_92_de_mail_ging_uit_en_het_vastleggen_niet_geeft_een_dubbele_met_dezelfde_message_id(
    bus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = bereikbaar()
    aankondiging = zet_klaar(anna).uitgangen.get()

    def database_weg(*args, **kwargs):
        raise OperationalError("server closed the connection unexpectedly")

    with monkeypatch.context() as stuk:
        stuk.setattr(verzenden, "_merk_verzonden", database_weg)
        with pytest.raises(OperationalError):
            verzend(aankondiging.pk)
    assert stand(aankondiging).status == Stand.BEZIG
    assert veeg() == 0  # the lease still runs
    verloop_van_tijd(aankondiging)
    assert [veeg() for _ in range(3)] == [1, 0, 0]
    assert len(bus.ontvangen) == 2
    assert set(bus.message_ids()) == {aankondiging.message_id}
    assert len(inzien.postvak(als_burger(anna)).rijen) == 1


@pytest.mark.parametrize("gedrag", ["traag", "kapot", "html"])
def test_96_een_brief_wacht_op_een_register_dat_niet_antwoordt_en_gaat_daarna(
    settings, gedrag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mijnzaken.bronnen.client.TERMIJN", 0.3)
    brief = zet_klaar(maak_persoon(1)).uitgangen.get()
    with register() as brp:
        brp.gedrag = gedrag
        settings.BRONNEN = {"BRP": {"url": brp.adres, "sleutel": gedrag}}
        assert veeg() == 0
        assert (stand(brief).status, stand(brief).fout) == (Stand.MISLUKT, "BronNietBereikbaar")
        assert inzien.geparkeerd(als_medewerker("omar", ["bericht_opnieuw_verzenden"])).rijen == []

        brp.gedrag = "goed"
        brp.antwoord = {
            "personen": [
                {
                    "naam": {"geslachtsnaam": "Vries", "volledigeNaam": "Anna Maria de Vries"},
                    "verblijfplaats": {
                        "type": "Adres",
                        "verblijfadres": {"officieleStraatnaam": "Kadeweg", "huisnummer": 3, "postcode": "2900AA"},
                    },
                }
            ]
        }
        verloop_van_tijd(brief)
        assert veeg() == 1
    assert stand(brief).verzonden_aan.startswith("te-printen/")


def test_107_een_aankondiging_die_terugkomt_wordt_een_brief_en_het_adres_wordt_niet_meer_gebruikt(bus: Postbus) -> None:
    anna = bereikbaar()
    origineel = zet_klaar(anna)
    aankondiging = origineel.uitgangen.get()
    veeg()
    assert verzenden.teruggekomen(aankondiging.message_id)
    assert verzenden.teruggekomen(aankondiging.message_id)  # told twice
    brief = origineel.uitgangen.get(kanaal="brief")
    assert brief.tekst == origineel.tekst
    assert veeg() == 1
    assert stand(aankondiging).status == Stand.TERUGGEKOMEN

    volgende = zet_klaar(anna, "2")
    assert [rij.kanaal for rij in volgende.uitgangen.all()] == ["brief"]
    assert len(bus.ontvangen) == 1


def test_107_wie_het_bericht_al_las_krijgt_geen_brief(bus: Postbus) -> None:
    origineel = zet_klaar(bereikbaar())
    veeg()
    Bericht.objects.systeem("proef").filter(pk=origineel.pk).update(gelezen_op=klok.nu())
    assert verzenden.teruggekomen(origineel.uitgangen.get().message_id)
    assert [rij.kanaal for rij in origineel.uitgangen.all()] == ["email"]
