"""Taken 1.0.0: another system asks a resident something, he does it as any other task, and his answer goes back."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from autorisatie.models import Verwerkingsregel, Wijziging
from catalogus.models import Informatieobjecttype
from mijnzaken.berichten import tasks
from mijnzaken.berichten.models import Bericht, Notificatie
from mijnzaken.zaken.handelingen import taken
from mijnzaken.zaken.models import Taak, Zaak
from tests.fabrieken import REDEN, gebruiker, medewerker, partij, registreer, ververs
from tests.mijnzaken.api.ontvanger import AUTH, Ontvanger, ontvanger
from tests.mijnzaken.api.systeem import Systeem, fouten, mag, systeem
from tests.mijnzaken.api.zaken.wereld import EXTERN, SOORT, adres, lijf, maak, sluit
from tests.mijnzaken.documenten.proefbestanden import pdf
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

TAKEN = "/taken/api/v1/taken"


@pytest.fixture
def bouw() -> Systeem:
    """The system that handles dakkapellen: it reads zaken and documents, and asks residents for what it needs."""
    wie = mag(systeem("bouw"), EXTERN, "zaken.lezen", "taken.lezen", "taken.plaatsen")
    return mag(wie, SOORT, "taken.lezen")


@pytest.fixture
def zaak() -> Zaak:
    return registreer("anna", EXTERN)


def vraag(zaak: Zaak, **meer: Any) -> dict[str, Any]:
    return {
        "zaak": adres(zaak),
        "titel": "Stuur een foto van de voorgevel",
        "omschrijving": "Wij willen zien hoe de andere huizen eruitzien.",
        "soort": "bevestigen",
        "uiterlijk": "2026-03-20",
    } | meer


def plaats(wie: Systeem, zaak: Zaak, **meer: Any) -> dict[str, Any]:
    antwoord = wie.stuur(TAKEN, vraag(zaak, **meer))
    assert antwoord.status_code == 201, antwoord.content
    taak: dict[str, Any] = antwoord.json()
    assert antwoord.headers["Location"] == taak["url"]
    return taak


def doe(zaak: Zaak, taak: dict[str, Any], **velden: Any) -> Any:
    """Anna, on the page of the task."""
    return als(Client(), partij("anna")).post(f"/mijn/zaken/{zaak.uuid}/taken/{taak['uuid']}/", velden)


# -- the whole way -----------------------------------------------------------------------------------------------------


def test_een_vraag_van_een_ander_systeem_en_het_antwoord_als_notificatie(
    bouw: Systeem, zaak: Zaak, settings: Any
) -> None:
    settings.WEBHOOK_HOSTS = settings.API_BESLOTEN_HOSTS = ["127.0.0.1"]
    volger = mag(bouw, EXTERN, "notificaties.consumeren", component="nrc")
    anna = als(Client(), partij("anna"))
    with ontvanger() as deur:
        _abonneer(volger, deur)
        taak = plaats(bouw, zaak, soort="formulier", titel="Hoe breed wordt de dakkapel?", knoptekst="Antwoorden")
        assert (taak["stand"], taak["antwoord"], taak["documenten"], taak["gedaanOp"]) == ("open", "", [], None)

        # The resident has it among his tasks, got word of it, and does it on its page.
        assert "Hoe breed wordt de dakkapel?" in anna.get("/mijn/taken/").content.decode()
        assert "Hoe breed wordt de dakkapel?" in anna.get(f"/mijn/zaken/{zaak.uuid}/").content.decode()
        assert Bericht.objects.systeem(REDEN).filter(tekst__contains="Hoe breed wordt de dakkapel?").exists()
        pagina = anna.get(f"/mijn/zaken/{zaak.uuid}/taken/{taak['uuid']}/").content.decode()
        assert "Wij willen zien hoe de andere huizen eruitzien." in pagina
        assert "Antwoorden" in pagina
        assert "Dit veld is verplicht" in doe(zaak, taak).content.decode()  # a question wants an answer
        assert doe(zaak, taak, antwoord="Drie meter.").status_code == 302

        # The other system hears that something happened to it, and reads the answer.
        tasks.veeg()
        assert [(b["kanaal"], b["resource"], b["actie"]) for b in deur.berichten] == [
            ("taken", "taak", "create"),
            ("taken", "taak", "update"),
        ]
        gelezen = bouw.haal(deur.berichten[1]["resourceUrl"]).json()
    assert gelezen == taak | {"stand": "klaar", "antwoord": "Drie meter.", "gedaanOp": "2026-03-02T09:00:00Z"}
    assert "Drie meter." not in str(deur.gekregen)  # a notification carries nothing of a person


def _abonneer(wie: Systeem, deur: Ontvanger) -> None:
    inhoud = {"callbackUrl": deur.adres, "auth": AUTH, "kanalen": [{"naam": "taken", "filters": {}}]}
    antwoord = wie.stuur("/notificaties/api/v1/abonnement", inhoud)
    assert antwoord.status_code == 201, antwoord.content


@pytest.mark.usefixtures("opslagmap")
def test_wat_de_inwoner_stuurt_staat_bij_de_taak(bouw: Systeem, zaak: Zaak) -> None:
    soort = zaak.zaaktype.zaaktypeinformatieobjecttypen.select_related("informatieobjecttype").latest("pk")
    url = f"http://127.0.0.1:8000/catalogi/api/v1/informatieobjecttypen/{soort.informatieobjecttype.uuid}"
    taak = plaats(bouw, zaak, soort="upload", informatieobjecttype=url)
    assert taak["informatieobjecttype"] == url
    assert doe(zaak, taak, antwoord="Hierbij").status_code == 422  # without a file it is not done
    doe(zaak, taak, antwoord="Hierbij", bestanden_bestand=SimpleUploadedFile("gevel.pdf", pdf()))
    gelezen = bouw.haal(taak["url"]).json()
    assert gelezen["stand"] == "klaar"
    (document,) = gelezen["documenten"]
    dms = systeem("dms", alles=True)
    assert dms.haal(document).json()["informatieobjecttype"] == url
    bij_de_zaak = dms.haal(f"/zaken/api/v1/zaakinformatieobjecten?zaak={adres(zaak)}").json()
    assert document in {rij["informatieobject"] for rij in bij_de_zaak}


def test_wie_de_zaak_behandelt_leest_welk_systeem_de_taak_plaatste(bouw: Systeem, zaak: Zaak) -> None:
    taak = plaats(bouw, zaak)
    pagina = als(Client(), gebruiker("iris")).get(f"/backoffice/zaken/{zaak.nummer}/").content.decode()
    assert taak["titel"] in pagina
    assert f"geplaatst door {bouw.applicatie.label}" in pagina


# -- what is refused ---------------------------------------------------------------------------------------------------


def test_een_taak_die_niemand_kan_doen_wordt_geweigerd(bouw: Systeem, zaak: Zaak) -> None:
    leeg = bouw.stuur(TAKEN, {})
    assert fouten(leeg) == dict.fromkeys(("zaak", "titel", "soort", "uiterlijk"), "required")
    assert fouten(bouw.stuur(TAKEN, vraag(zaak, soort="betalen_elders"))) == {"soort": "invalid_choice"}
    assert fouten(bouw.stuur(TAKEN, vraag(zaak, uiterlijk="2026-03-01"))) == {"uiterlijk": "past_not_allowed"}
    vreemd = Informatieobjecttype.objects.exclude(zaaktypeinformatieobjecttypen__zaaktype=zaak.zaaktype).first()
    assert vreemd is not None
    url = f"http://127.0.0.1:8000/catalogi/api/v1/informatieobjecttypen/{vreemd.uuid}"
    assert fouten(bouw.stuur(TAKEN, vraag(zaak, soort="upload", informatieobjecttype=url))) == {
        "informatieobjecttype": "missing-zaaktype-informatieobjecttype-relation"
    }
    niemand = maak(systeem("vth", alles=True), EXTERN)
    assert fouten(bouw.stuur(TAKEN, vraag(zaak) | {"zaak": niemand["url"]})) == {"zaak": "geen-aanvrager"}
    assert not Taak.objects.systeem(REDEN).filter(zaak=zaak).exists()


def test_bij_een_gesloten_zaak_vraagt_niemand_meer_iets(bouw: Systeem) -> None:
    vth = systeem("vth", alles=True)
    zaak = registreer("anna", SOORT)
    taak = plaats(vth, zaak)
    sluit(vth, {"url": adres(zaak)})
    assert vth.haal(taak["url"]).json()["stand"] == "ingetrokken"
    assert Notificatie.objects.filter(kanaal="taken", actie="update").count() == 1
    assert vth.stuur(TAKEN, vraag(zaak)).status_code == 409


def test_een_taak_trekt_wie_haar_plaatste_in(bouw: Systeem, zaak: Zaak) -> None:
    taak = plaats(bouw, zaak)
    ander = mag(systeem("ander"), EXTERN, "taken.plaatsen", "taken.lezen")
    assert ander.wijzig(taak["url"], {"stand": "ingetrokken"}).status_code == 403
    assert fouten(bouw.wijzig(taak["url"], {"stand": "klaar"})) == {"stand": "invalid_choice"}
    weg = bouw.wijzig(taak["url"], {"stand": "ingetrokken"})
    assert weg.status_code == 200, weg.content
    assert weg.json() == taak | {"stand": "ingetrokken", "gedaanOp": "2026-03-02T09:00:00Z"}
    assert doe(zaak, taak).status_code == 302  # Anna is told that it is done already
    assert fouten(bouw.wijzig(taak["url"], {"stand": "ingetrokken"})) == {"taak": "invalid"}


def test_dezelfde_sleutel_geeft_dezelfde_taak(bouw: Systeem, zaak: Zaak) -> None:
    een, twee = (bouw.stuur(TAKEN, vraag(zaak), Idempotency_Key="een") for _ in range(2))
    assert een.json() == twee.json()
    assert Taak.objects.systeem(REDEN).filter(zaak=zaak).count() == 1
    assert Notificatie.objects.filter(kanaal="taken").count() == 1


# -- who reads what ----------------------------------------------------------------------------------------------------


def test_elke_scope_van_taken(bouw: Systeem, zaak: Zaak) -> None:
    taak = plaats(bouw, zaak)
    lezer, plaatser = mag(systeem("lezer"), EXTERN, "taken.lezen"), mag(systeem("plaatser"), EXTERN, "taken.plaatsen")
    zakenlezer = mag(systeem("zaken"), EXTERN, "zaken.lezen", "zaken.bijwerken")
    assert lezer.haal(taak["url"]).json() == taak
    assert lezer.haal(f"{TAKEN}?zaak={adres(zaak)}&stand=open").json()["results"] == [taak]
    assert lezer.haal(f"{TAKEN}?stand=klaar").json()["count"] == 0
    assert lezer.stuur(TAKEN, vraag(zaak)).status_code == 403
    assert plaatser.stuur(TAKEN, vraag(zaak)).status_code == 201
    assert plaatser.haal(taak["url"]).status_code == 403
    for methode, pad in (("GET", taak["url"]), ("GET", TAKEN), ("POST", TAKEN)):
        assert zakenlezer.vraag(methode, pad, vraag(zaak) if methode == "POST" else None).status_code == 403


def test_een_taak_van_een_andere_zaak_een_collega_of_achter_een_scherm(bouw: Systeem, zaak: Zaak) -> None:
    eigen = registreer("anna", SOORT)
    taken.taak_plaatsen(
        medewerker("vera"), eigen, titel="Van een collega", omschrijving="", uitvoerder="medewerker", uiterlijk=None
    )
    assert bouw.haal(TAKEN).json()["count"] == 0
    assert bouw.stuur(TAKEN, vraag(eigen)).status_code == 403  # may read tasks there, not place them
    taak = plaats(bouw, zaak)
    ander = mag(systeem("ander"), SOORT, "taken.lezen")
    assert ander.haal(taak["url"]).status_code == 403
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(afgeschermd=True)
    assert bouw.haal(taak["url"]).status_code == 404
    assert fouten(bouw.stuur(TAKEN, vraag(zaak))) == {"zaak": "bad-url"}


def test_een_taak_van_een_medewerker_voor_een_inwoner_is_ook_te_lezen_en_komt_als_notificatie(bouw: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    taken.taak_plaatsen(
        medewerker("vera"), zaak, titel="Kom langs", omschrijving="", uiterlijk=ververs(zaak).ontvangstdatum
    )
    (taak,) = bouw.haal(TAKEN).json()["results"]
    assert (taak["titel"], taak["zaak"]) == ("Kom langs", adres(zaak))
    melding = Notificatie.objects.get(kanaal="taken")
    assert (melding.resource_pad, melding.actie) == (taak["url"].removeprefix("http://127.0.0.1:8000"), "create")


def test_lezen_en_schrijven_staan_in_de_logboeken(bouw: Systeem, zaak: Zaak) -> None:
    taak = plaats(bouw, zaak)
    spoor = Wijziging.objects.get(resource="taak")
    assert (spoor.bron, spoor.actie, spoor.client_id) == ("zrc", "create", "bouw")
    voor = Verwerkingsregel.objects.count()
    bouw.haal(taak["url"])
    assert Verwerkingsregel.objects.count() == voor + 1
    pagina = als(Client(), partij("anna")).get("/mijn/inzage/").content.decode()
    assert "Het systeem Systeem bouw vroeg u iets te doen" in pagina


def test_een_zaak_die_een_ander_systeem_maakt_kan_ook_een_taak_krijgen() -> None:
    """Once it is known who applied."""
    vth = systeem("vth", alles=True)
    zaak = maak(vth, EXTERN, **{k: v for k, v in lijf(EXTERN).items() if k == "startdatum"})
    bsn = str(partij("anna").bsn.tonen())  # type: ignore[union-attr]
    roltypen = vth.haal(f"/catalogi/api/v1/roltypen?zaaktype={zaak['zaaktype']}").json()["results"]
    initiator = next(r["url"] for r in roltypen if r["omschrijvingGeneriek"] == "initiator")
    gemaakt = vth.stuur(
        "/zaken/api/v1/rollen",
        {
            "zaak": zaak["url"],
            "roltype": initiator,
            "betrokkeneType": "natuurlijk_persoon",
            "roltoelichting": "aanvrager",
            "betrokkeneIdentificatie": {"inpBsn": bsn},
        },
    )
    assert gemaakt.status_code == 201, gemaakt.content
    inhoud = {"zaak": zaak["url"], "titel": "Kies een dag", "soort": "bevestigen", "uiterlijk": "2026-03-09"}
    assert vth.stuur(TAKEN, inhoud).status_code == 201
