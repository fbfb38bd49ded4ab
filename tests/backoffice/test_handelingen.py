"""The page of every handeling: it opens, it does what it says, and bad input comes back with everything typed."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from backoffice.behandeling.tabel import SCHERMEN
from catalogus import klok
from catalogus.models import Fase, Uitkomst
from mijnzaken.zaken.handelingen import advies, behandelen, besluiten, taken, termijnen
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.stappen import fase_van, statustypen
from mijnzaken.zaken.verloop import OVERGANGEN
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import gebruiker, medewerker, registreer, ververs
from tests.mijnzaken.documenten.proefbestanden import pdf

SUBSIDIE = "subsidie-verkeerslawaai"
LANG = "x" * 30_000
GEMEEN = "<script>alert(1)</script>'\"; DROP TABLE zaken_zaak; --"


def morgen(dagen: int = 14) -> str:
    return (klok.vandaag() + timedelta(days=dagen)).isoformat()


@pytest.fixture
def zaak(ingelogd: Inloggen) -> Zaak:
    nieuw = registreer("anna", SUBSIDIE)
    behandelen.in_behandeling_nemen(medewerker("sanne"), nieuw)
    return ververs(nieuw)


def adres(zaak: Zaak, naam: str) -> str:
    return reverse("zaak_handeling", args=[zaak.nummer, naam])


def post(client: Client, zaak: Zaak, naam: str, **velden: Any) -> Any:
    velden.setdefault("gezien_versie", ververs(zaak).versie)
    return client.post(adres(zaak, naam), velden)


def voorstel(zaak: Zaak) -> dict[str, Any]:
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    return {
        "besluitmoment": moment.pk,
        "uitkomst": Uitkomst.TOEGEKEND,
        "motivering": "Het geluid is te hard.",
        "bedrag": "1250,50",
    }


def geldig(zaak: Zaak, naam: str) -> dict[str, Any]:
    """What a member of staff fills in."""
    return {
        "aanvulling_vragen": {"titel": "Koopakte", "omschrijving": "Twee bladzijden.", "uiterlijk": morgen()},
        "advies_vragen": {"adviseur": gebruiker("karim").pk, "vraag": "Telt deze gevel mee?"},
        "besluit_voorstellen": voorstel(zaak),
        "notitie_schrijven": {"onderwerp": "Gebeld", "tekst": "Zij zoekt het op."},
        "opschorten": {"grond": "overmacht", "reden": "Brand in het archief.", "uiterlijk": morgen()},
        "overdragen": {"team": registreer("bram").team.pk, "reden": "Hoort bij u."},
        "stap_zetten": {"statustype": stap(zaak), "toelichting": ""},
        "stoppen": {"reden": "Deze zaak is dubbel."},
        "taak_plaatsen": {"titel": "Bel ons", "uitvoerder": "inwoner", "soort": "bevestigen", "uiterlijk": morgen()},
        "toewijzen": {"gebruiker": gebruiker("karim").pk},
        "verlengen": {"reden": "Wij wachten op het onderzoek.", "weken": "4"},
    }[naam]


def stap(zaak: Zaak) -> int:
    """A step of the phase that the zaak is in."""
    alle = statustypen(zaak)
    return next(s.pk for s in alle if fase_van(s, alle) == Fase.IN_BEHANDELING)


MET_TEKST = {
    "aanvulling_vragen": "titel",
    "advies_vragen": "vraag",
    "besluit_voorstellen": "motivering",
    "notitie_schrijven": "tekst",
    "opschorten": "reden",
    "overdragen": "reden",
    "stoppen": "reden",
    "verlengen": "reden",
}


def test_de_tabel_noemt_alleen_handelingen_op_een_zaak() -> None:
    assert set(SCHERMEN) <= set(OVERGANGEN)


@pytest.mark.parametrize(
    "naam",
    [
        "aanvulling_vragen",
        "advies_vragen",
        "besluit_voorstellen",
        "notitie_schrijven",
        "overdragen",
        "stoppen",
        "taak_plaatsen",
        "verlengen",
        "stap_zetten",
    ],
)
def test_het_formulier_gaat_open_en_doet_wat_het_zegt(ingelogd: Inloggen, zaak: Zaak, naam: str) -> None:
    client = ingelogd("sanne")
    assert client.get(adres(zaak, naam)).status_code == 200
    vooraf = ververs(zaak).versie
    antwoord = post(client, zaak, naam, **geldig(zaak, naam))
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    assert ververs(zaak).versie > vooraf
    # The same form once more, as it stood: nothing happens twice, and nothing typed is lost.
    aantallen = tel(zaak)
    nog_eens = post(client, zaak, naam, gezien_versie=vooraf, **geldig(zaak, naam))
    assert nog_eens.status_code in (404, 422)  # 404: passed on to another team
    assert tel(zaak) == aantallen


def tel(zaak: Zaak) -> tuple[int, ...]:
    nu = ververs(zaak)
    return (
        nu.notities.count(),
        nu.taken.count(),
        nu.adviesaanvragen.count(),
        nu.voorstellen.count(),
        nu.opschortingen.count(),
        nu.verlengingen.count(),
        nu.statussen.count(),
        nu.versie,
    )


@pytest.mark.parametrize("naam", MET_TEKST)
@pytest.mark.parametrize("waarde", ["", "   ", LANG, "a\x00b"])
def test_leeg_of_te_lang_komt_terug_met_wat_er_stond(ingelogd: Inloggen, zaak: Zaak, naam: str, waarde: str) -> None:
    velden = geldig(zaak, naam) | {MET_TEKST[naam]: waarde}
    aantallen = tel(zaak)
    antwoord = post(ingelogd("sanne"), zaak, naam, **velden)
    assert antwoord.status_code == 422
    assert MET_TEKST[naam] in antwoord.context["form"].errors
    assert tel(zaak) == aantallen
    andere = [w for v, w in velden.items() if v in ("omschrijving", "onderwerp", "bedrag")]
    assert all(str(w) in antwoord.content.decode() for w in andere)


@pytest.mark.parametrize("naam", ["notitie_schrijven", "advies_vragen", "aanvulling_vragen", "besluit_voorstellen"])
def test_gemene_tekst_is_tekst(ingelogd: Inloggen, zaak: Zaak, naam: str) -> None:
    client = ingelogd("sanne")
    assert post(client, zaak, naam, **geldig(zaak, naam) | {MET_TEKST[naam]: GEMEEN}).status_code == 302
    inhoud = client.get(reverse("zaak", args=[zaak.nummer])).content.decode()
    assert "<script>alert" not in inhoud
    assert "&lt;script&gt;alert" in inhoud


@pytest.mark.parametrize(
    "naam,velden",
    [
        ("toewijzen", {"gebruiker": "999999"}),
        ("toewijzen", {"gebruiker": "x"}),
        ("overdragen", {"team": "-1", "reden": "a"}),
        ("advies_vragen", {"adviseur": "abc", "vraag": "a"}),
        ("besluit_voorstellen", {"besluitmoment": "0", "uitkomst": "ja", "motivering": "a"}),
        ("besluit_voorstellen", {"bedrag": "veel"}),
        ("besluit_voorstellen", {"bedrag": "-5"}),
        ("besluit_voorstellen", {"vervaldatum": "1999-01-01"}),
        ("aanvulling_vragen", {"uiterlijk": "31-02-2026"}),
        ("aanvulling_vragen", {"uiterlijk": "2020-01-01"}),
        ("aanvulling_vragen", {"uiterlijk": ""}),
        ("verlengen", {"reden": ""}),
        ("taak_plaatsen", {"titel": ""}),
        ("taak_plaatsen", {"uiterlijk": ""}),
        ("taak_plaatsen", {"soort": "betalen"}),
        ("stap_zetten", {"statustype": "0"}),
        ("opschorten", {"grond": "aanvulling"}),
        ("notitie_schrijven", {"onderwerp": "x" * 300}),
        ("notitie_schrijven", {"gezien_versie": "abc"}),
    ],
)
def test_onjuiste_waarde_komt_terug(ingelogd: Inloggen, zaak: Zaak, naam: str, velden: dict[str, str]) -> None:
    aantallen = tel(zaak)
    antwoord = post(ingelogd("tess"), zaak, naam, **geldig(zaak, naam) | velden)
    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors
    assert tel(zaak) == aantallen


def test_wie_te_laat_is_houdt_zijn_woorden_en_kan_ze_weer_sturen(ingelogd: Inloggen, zaak: Zaak) -> None:
    oud = ververs(zaak).versie
    behandelen.notitie_schrijven(medewerker("karim"), zaak, onderwerp="a", tekst="b")
    client = ingelogd("sanne")
    antwoord = post(
        client, zaak, "notitie_schrijven", gezien_versie=oud, onderwerp="Gebeld", tekst="Mijn lange verhaal."
    )
    assert antwoord.status_code == 422
    assert "Mijn lange verhaal." in antwoord.content.decode()
    assert "intussen gewijzigd" in antwoord.content.decode()
    nieuw = antwoord.context["form"]["gezien_versie"].value()
    assert (
        post(
            client, zaak, "notitie_schrijven", gezien_versie=nieuw, onderwerp="Gebeld", tekst="Mijn lange verhaal."
        ).status_code
        == 302
    )


def test_van_voorstel_tot_besluit_door_een_ander(ingelogd: Inloggen, zaak: Zaak) -> None:
    """Walk 4 and 5 over the screens: advice, proposal, sent back, proposed again, decided."""
    sanne, karim, tess = ingelogd("sanne"), ingelogd("karim"), ingelogd("tess")
    assert post(sanne, zaak, "advies_vragen", **geldig(zaak, "advies_vragen")).status_code == 302
    assert adres(zaak, "adviseren") not in sanne.get(reverse("zaak", args=[zaak.nummer])).content.decode()
    assert "Telt deze gevel mee?" in karim.get(adres(zaak, "adviseren")).content.decode()
    assert post(karim, zaak, "adviseren", advies="Ja.").status_code == 302
    assert post(sanne, zaak, "besluit_voorstellen", **voorstel(zaak)).status_code == 302
    assert post(tess, zaak, "voorstel_terugsturen", reden="Noem het artikel.").status_code == 302
    assert "Noem het artikel." in sanne.get(reverse("zaak", args=[zaak.nummer])).content.decode()
    assert post(sanne, zaak, "besluit_voorstellen", **voorstel(zaak)).status_code == 302
    pagina = tess.get(adres(zaak, "besluiten")).content.decode()
    assert all(deel in pagina for deel in ("Het geluid is te hard.", "S. Kaya", "1.250,50"))
    versie = ververs(zaak).versie
    assert post(tess, zaak, "besluiten", gezien_versie=versie).status_code == 302
    assert post(tess, zaak, "besluiten", gezien_versie=versie).status_code == 422  # a second click
    besluit = ververs(zaak).besluiten.get()
    assert (besluit.besloten_door, besluit.voorgesteld_door, besluit.bedrag) == (
        gebruiker("tess"),
        gebruiker("sanne"),
        125050,
    )
    brieven = [d.document for d in besluit.documenten.select_related("document__informatieobjecttype")]
    assert [b.informatieobjecttype.omschrijving for b in brieven] == ["Besluit", "Besluit"]


def test_niemand_besluit_over_een_eigen_voorstel(ingelogd: Inloggen, zaak: Zaak) -> None:
    tess = ingelogd("tess")
    assert post(tess, zaak, "besluit_voorstellen", **voorstel(zaak)).status_code == 302
    assert adres(zaak, "besluiten") not in tess.get(reverse("zaak", args=[zaak.nummer])).content.decode()
    antwoord = post(tess, zaak, "besluiten")
    assert antwoord.status_code == 422
    assert "Een ander moet besluiten" in antwoord.content.decode()
    assert not ververs(zaak).besluiten.exists()


def test_aanvulling_die_per_post_kwam(ingelogd: Inloggen, zaak: Zaak) -> None:
    taak = termijnen.aanvulling_vragen(
        medewerker("sanne"), zaak, titel="Koopakte", omschrijving="", uiterlijk=klok.vandaag() + timedelta(days=9)
    )
    client = ingelogd("sanne")
    leeg = post(client, zaak, "aanvullen", taak_uuid=taak.uuid, antwoord="Per post.")
    assert leeg.status_code == 422
    assert "Per post." in leeg.content.decode()
    stuk = SimpleUploadedFile("akte.pdf", pdf(), content_type="application/pdf")
    assert (
        post(client, zaak, "aanvullen", taak_uuid=taak.uuid, antwoord="Per post.", bestanden_bestand=stuk).status_code
        == 302
    )
    assert ververs(zaak).fase == Fase.IN_BEHANDELING


def test_taken_afmelden_en_intrekken(ingelogd: Inloggen, zaak: Zaak) -> None:
    client = ingelogd("sanne")
    for naam, stand in (("taak_uitvoeren", "klaar"), ("taak_intrekken", "ingetrokken")):
        taak = taken.taak_plaatsen(
            medewerker("sanne"), zaak, titel="Bel", omschrijving="", uitvoerder="medewerker", uiterlijk=None
        )
        vraag = f"?taak={taak.uuid}"
        assert vraag in client.get(reverse("zaak", args=[zaak.nummer])).content.decode()
        assert client.get(adres(zaak, naam) + vraag).status_code == 200
        assert post(client, zaak, naam, taak_uuid=taak.uuid, antwoord="Gedaan.").status_code == 302
        assert post(client, zaak, naam, taak_uuid=taak.uuid).status_code == 422
        taak.refresh_from_db()
        assert taak.stand == stand
    assert post(client, zaak, "taak_uitvoeren", taak_uuid="geen-uuid").status_code == 422


def test_heropenen_na_stoppen(ingelogd: Inloggen, zaak: Zaak) -> None:
    client = ingelogd("sanne")
    assert post(client, zaak, "stoppen", reden="Dubbel.").status_code == 302
    assert client.get(adres(zaak, "stoppen")).status_code == 302  # not possible any more: back to the page, with why
    assert post(client, zaak, "heropenen", reden="Toch niet dubbel.").status_code == 302
    assert ververs(zaak).is_open


def test_wie_adviseerde_besluit_niet(ingelogd: Inloggen, zaak: Zaak) -> None:
    advies.advies_vragen(medewerker("sanne"), zaak, adviseur=gebruiker("tess"), vraag="Mag dit?")
    advies.adviseren(medewerker("tess"), zaak, advies="Ja.")
    gegevens = voorstel(zaak) | {
        "besluitmoment": zaak.zaaktype.besluitmomenten.order_by("volgorde").first(),
        "bedrag": None,
    }
    besluiten.besluit_voorstellen(medewerker("sanne"), zaak, **gegevens)
    assert post(ingelogd("tess"), zaak, "besluiten").status_code == 422


@pytest.mark.parametrize("naam", ["bestaat_niet", "inzien", "aanvullen_", "status_zetten"])
def test_onbekende_handeling_bestaat_niet(ingelogd: Inloggen, zaak: Zaak, naam: str) -> None:
    assert ingelogd("sanne").get(adres(zaak, naam)).status_code == 404
    assert ingelogd("sanne").post(adres(zaak, naam)).status_code == 404
