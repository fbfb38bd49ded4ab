"""Claim, send, mark; again with patience; another way; parked."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.files.storage import storages
from pypdf import PdfReader

from catalogus import klok
from mijnzaken.berichten import inzien, kanalen, postuit, retour, verzenden
from mijnzaken.berichten.briefpost import briefadres
from mijnzaken.berichten.fouten import Onbezorgbaar
from mijnzaken.berichten.handelingen import digitaal_adres_wijzigen
from mijnzaken.berichten.models import Bericht, Postvakbericht, Stand
from mijnzaken.berichten.tasks import veeg, verzend
from mijnzaken.klanten.models import Aankondiging, DigitaalAdres
from tests.mijnzaken.rolverdeling import (
    als_burger,
    als_medewerker,
    bereikbaar,
    geef_adres,
    maak_gebruiker,
    maak_persoon,
    stem_in,
)

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 2, 9, tzinfo=UTC)
INGETROKKEN = {"product": "Parkeervergunning", "nummer": "2026-0000001"}


def leg_in(partij, sleutel: str = "1") -> Bericht:
    return postuit.bericht("ingetrokken", partij, sleutel=sleutel, context=INGETROKKEN)


def stand(bericht: Bericht) -> Bericht:
    return Bericht.objects.systeem("proef").get(pk=bericht.pk)


def test_een_aankondiging_gaat_per_e_mail_met_haar_eigen_message_id() -> None:
    aankondiging = leg_in(bereikbaar()).uitgangen.get()
    assert verzend(aankondiging.pk) is True
    [post] = mail.outbox
    assert post.to == ["anna@voorbeeld.example"]
    assert post.extra_headers["Message-ID"] == aankondiging.message_id
    assert (stand(aankondiging).status, stand(aankondiging).verzonden_aan) == (
        Stand.VERZONDEN,
        "anna@voorbeeld.example",
    )


def test_sms_in_de_demo_ligt_in_het_postvak_en_zonder_instelling_gaat_het_per_brief(settings) -> None:
    anna = maak_persoon(1)
    geef_adres(anna, "06 12345678", "telefoonnummer")
    stem_in(anna, aankondiging=Aankondiging.SMS)
    settings.DEMO = True
    assert verzend(leg_in(anna).uitgangen.get().pk) is True
    assert "+31612345678" in {rij.aan for rij in inzien.demo_postvak().rijen}

    settings.DEMO = False
    tweede = leg_in(anna, "2")
    verzend(tweede.uitgangen.get().pk)
    assert [rij.kanaal for rij in tweede.uitgangen.order_by("pk")] == ["sms", "brief"]


def test_een_brief_ligt_klaar_voor_de_drukker_met_het_adres_uit_de_brp() -> None:
    anna = maak_persoon(1, straatnaam="Oude weg", huisnummer=1)
    brief = leg_in(anna).uitgangen.get()
    assert verzend(brief.pk) is True
    naam = stand(brief).verzonden_aan
    assert naam.startswith("te-printen/")
    with storages["documenten"].open(naam) as bestand:
        tekst = "\n".join(bladzijde.extract_text() for bladzijde in PdfReader(bestand).pages)
    assert "Spoorlaan 12" in tekst
    assert "2900 AB" in tekst
    assert "Parkeervergunning" in tekst
    assert "Oude weg" not in tekst


def test_een_gekozen_postadres_gaat_voor() -> None:
    anna = maak_persoon(1, correspondentieadres={"adresregel1": "Postbus 12", "adresregel2": "2900 AA  DEMOSTAD"})
    assert briefadres(anna).regels == ("Postbus 12", "2900 AA  DEMOSTAD")


@pytest.mark.parametrize("velden", [{"overleden_op": "2026-01-01"}, {"nummer_": 5_000, "straatnaam": ""}])
def test_wie_overleden_is_of_geen_adres_heeft_ziet_een_mens_na(velden: dict[str, object]) -> None:
    velden = dict(velden)
    partij = maak_persoon(int(velden.pop("nummer_", 1)), **velden)
    brief = leg_in(partij).uitgangen.get()
    assert verzend(brief.pk) is False
    assert stand(brief).status == Stand.GEPARKEERD
    assert stand(brief).fout


def test_een_medewerker_zonder_e_mailadres_wordt_geparkeerd() -> None:
    rij = postuit.melding_aan_medewerker(
        "terugbel_te_laat_team", maak_gebruiker("tess"), sleutel="1", context={"nummer": "1"}
    )
    verzend(rij.pk)
    assert stand(rij).status == Stand.GEPARKEERD


def test_wachten_wordt_telkens_langer_en_na_acht_keer_ziet_een_mens_het(monkeypatch: pytest.MonkeyPatch) -> None:
    aankondiging = leg_in(bereikbaar()).uitgangen.get()

    def stuk(bericht: Bericht) -> str:
        raise ConnectionRefusedError

    monkeypatch.setattr(kanalen, "stuur", stuk)
    moment, wachttijden = klok.nu(), []
    for _ in range(8):
        with klok.op_moment(moment):
            assert verzend(aankondiging.pk) is False
            assert verzend(aankondiging.pk) is False  # its moment has not come: no attempt is spent
        rij = stand(aankondiging)
        if rij.volgende_poging:
            wachttijden.append(rij.volgende_poging - moment)
            moment = rij.volgende_poging
    minuten = [int(wacht.total_seconds() / 60) for wacht in wachttijden]
    assert minuten == [0, 2, 8, 32, 128, 240, 240]
    assert sum(wachttijden, timedelta()) < timedelta(hours=48)
    rij = stand(aankondiging)
    assert (rij.status, rij.pogingen, rij.fout) == (Stand.GEPARKEERD, 8, "ConnectionRefusedError")
    assert inzien.geparkeerd(als_medewerker("omar", ["bericht_opnieuw_verzenden"])).rijen == [rij]


def test_wat_telkens_de_werker_meesleurt_wordt_ook_geparkeerd() -> None:
    aankondiging = leg_in(bereikbaar()).uitgangen.get()
    Bericht.objects.systeem("proef").filter(pk=aankondiging.pk).update(
        status=Stand.BEZIG, pogingen=8, volgende_poging=klok.nu() - timedelta(seconds=1)
    )
    assert veeg() == 0
    assert stand(aankondiging).status == Stand.GEPARKEERD
    assert mail.outbox == []


def test_een_late_werker_overschrijft_niet_wat_een_ander_intussen_deed(monkeypatch: pytest.MonkeyPatch) -> None:
    aankondiging = leg_in(bereikbaar()).uitgangen.get()
    echt, nu = kanalen.stuur, klok.nu()

    def traag(bericht: Bericht) -> str:
        monkeypatch.setattr(kanalen, "stuur", echt)
        with klok.op_moment(nu + verzenden.LEASE + timedelta(seconds=1)):
            assert verzend(bericht.pk) is True  # the lease ended; another worker sent it
        raise TimeoutError

    monkeypatch.setattr(kanalen, "stuur", traag)
    assert verzend(aankondiging.pk) is False
    assert (stand(aankondiging).status, stand(aankondiging).pogingen) == (Stand.VERZONDEN, 2)


def test_een_geweigerde_ontvanger_wordt_niet_opnieuw_geprobeerd_en_het_bericht_gaat_per_brief(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    anna = bereikbaar()
    origineel = leg_in(anna)
    aankondiging = origineel.uitgangen.get()

    def geweigerd(bericht: Bericht) -> str:
        raise Onbezorgbaar("de ontvanger is geweigerd", adres="anna@voorbeeld.example")

    monkeypatch.setattr(kanalen, "stuur", geweigerd)
    verzend(aankondiging.pk)
    assert stand(aankondiging).status == Stand.TERUGGEKOMEN
    assert DigitaalAdres.objects.systeem("proef").get().teruggekomen_op is not None
    brief = origineel.uitgangen.get(kanaal="brief")
    assert brief.tekst == origineel.tekst


def test_een_code_die_niet_aankomt_hoeft_niemand_na_te_zien(monkeypatch: pytest.MonkeyPatch) -> None:
    anna = maak_persoon(1)
    digitaal_adres_wijzigen(als_burger(anna), anna, soort="email", adres="typfout@voorbeeld.example")
    code = Bericht.objects.systeem("proef").get(soort="adres_code")
    verzend(code.pk)
    assert verzenden.teruggekomen(code.message_id)
    assert stand(code).status == Stand.TERUGGEKOMEN


RAPPORT = """From: MAILER-DAEMON@voorbeeld.example
To: noreply@demostad.example
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: text/plain

Sorry.
--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; voorbeeld.example

Final-Recipient: rfc822; anna@voorbeeld.example
Action: {actie}
Status: 5.1.1

--grens
Content-Type: text/rfc822-headers

Subject: U hebt een nieuw bericht
Message-ID: {message_id}

--grens--
"""


@pytest.mark.parametrize("actie, gevonden", [("failed", ["<a@b>"]), ("delayed", []), ("delivered", [])])
def test_alleen_een_definitieve_melding_is_een_terugkeer(actie: str, gevonden: list[str]) -> None:
    rapport = RAPPORT.format(actie=actie, message_id="<a@b>").encode()
    assert retour.teruggekomen_message_ids(rapport) == gevonden


@pytest.mark.parametrize("rauw", [b"", b"\xff\xfe\x00", b"Subject: hallo\n\nMessage-ID: <a@b>", RAPPORT[:200].encode()])
def test_wat_geen_rapport_is_doet_niets(rauw: bytes) -> None:
    assert retour.teruggekomen_message_ids(rauw) == []


@pytest.mark.parametrize(
    "message_id", ["", "<>", "x", "<00000000-0000-0000-0000-000000000000@elders>", "%@%", "a" * 36]
)
def test_een_onbekende_message_id_is_niet_van_ons(message_id: str) -> None:
    assert verzenden.teruggekomen(message_id) is False


def test_buiten_de_demo_is_er_geen_postvak(settings) -> None:
    leg_in(bereikbaar())
    assert not Postvakbericht.objects.systeem("proef").exists()
    settings.DEMO = True
    leg_in(maak_persoon(5), "5")
    assert [rij.kanaal for rij in inzien.demo_postvak().rijen] == ["portaal"]
    settings.DEMO = False
    assert inzien.demo_postvak().rijen == []


def test_een_webhook_gaat_alleen_naar_wie_op_de_lijst_staat(settings) -> None:
    settings.WEBHOOK_HOSTS = ["zaken.voorbeeld.example"]
    for nummer, adres in enumerate(
        ["http://127.0.0.1:8000/", "http://169.254.169.254/", "http://zaken.voorbeeld.example@127.0.0.1/"]
    ):
        rij = postuit.koppelbericht(adres, "{}", sleutel=f"w{nummer}")
        verzend(rij.pk)
        assert stand(rij).status == Stand.GEPARKEERD


def test_de_achterstand_telt_wat_te_lang_wacht() -> None:
    with klok.op_moment(NU):
        leg_in(bereikbaar())
        assert inzien.achterstand() == 0
    with klok.op_moment(NU + timedelta(minutes=6)):
        assert inzien.achterstand() == 1
