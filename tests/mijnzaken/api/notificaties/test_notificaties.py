"""Notificaties 1.0.1: subscribing, what is delivered to whom by a real connection, and what other systems tell."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from autorisatie.models import Autorisatie, Wijziging
from autorisatie.versleuteling import Geheim
from catalogus import klok
from mijnzaken.berichten import tasks, verdelen, verzenden
from mijnzaken.berichten.models import Abonnement, Bericht, Kanaal, Notificatie, Notificatiekanaal, Stand
from mijnzaken.berichten.notificaties import EIGEN, zet_klaar
from mijnzaken.bronnen.models import Bronstand
from mijnzaken.zaken import stappen
from mijnzaken.zaken.handelingen import behandelen
from tests.fabrieken import REDEN, dien_in, medewerker, partij, registreer, zaaktype
from tests.mijnzaken.api.ontvanger import AUTH, Ontvanger, ontvanger
from tests.mijnzaken.api.systeem import GEHEIM, Systeem, adres_van, fouten, mag, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

WORTEL = "/notificaties/api/v1"
ABONNEMENT = f"{WORTEL}/abonnement"
SOORT = "parkeervergunning-bewoners"


@pytest.fixture
def deur(settings: Any) -> Iterator[Ontvanger]:
    """The subscriber's door, on a host that the installation names, also as one of its own network."""
    settings.WEBHOOK_HOSTS = ["127.0.0.1"]
    settings.API_BESLOTEN_HOSTS = ["127.0.0.1"]
    with ontvanger() as stand:
        yield stand


def luisteraar(naam: str = "archief", *scopes: str) -> Systeem:
    wie = systeem(naam)
    Autorisatie.objects.create(
        applicatie=wie.applicatie, component="nrc", scopes=list(scopes or ["notificaties.consumeren"])
    )
    return wie


@pytest.fixture
def abonnee() -> Systeem:
    return mag(luisteraar(), SOORT, "zaken.lezen", tot="zaakvertrouwelijk")


def verteller() -> Systeem:
    return luisteraar("verteller", "notificaties.publiceren")


def abonnement(deur: Ontvanger, *kanalen: dict[str, Any], **meer: Any) -> dict[str, Any]:
    return {"callbackUrl": deur.adres, "auth": AUTH, "kanalen": list(kanalen or [{"naam": "zaken"}])} | meer


def gebeurt(soort: str = SOORT, hoe: str = "openbaar", **meer: Any) -> Notificatie:
    """Something happens to a zaak of this zaaktype."""
    pad = f"/zaken/api/v1/zaken/{uuid4()}"
    velden: dict[str, Any] = {"hoofdobject": pad, "resource": "zaak", "resource_pad": pad, "actie": "create"}
    kenmerken = {
        "bronorganisatie": "517439943",
        "zaaktype": adres_van(zaaktype(soort)),
        "vertrouwelijkheidaanduiding": hoe,
    }
    zet_klaar("zaken", **velden | {"kenmerken": kenmerken | meer})
    return Notificatie.objects.latest("pk")


def bezorg() -> list[Bericht]:
    """What the worker does; gives the messages to other systems."""
    tasks.veeg()
    return list(Bericht.objects.systeem(REDEN).filter(kanaal=Kanaal.WEBHOOK).order_by("pk"))


def vertel(**meer: Any) -> dict[str, Any]:
    return {
        "kanaal": "vergunningen",
        "hoofdObject": "https://elders.nl/vergunningen/1",
        "resource": "vergunning",
        "resourceUrl": "https://elders.nl/vergunningen/1",
        "actie": "verleend",
        "aanmaakdatum": "2026-03-02T10:00:00Z",
        "kenmerken": {"wijk": "centrum"},
    } | meer


# -- channels ----------------------------------------------------------------------------------------------------------


def test_de_eigen_kanalen_zijn_er_en_een_ander_registreert_een_nieuw() -> None:
    wie = verteller()
    eigen = wie.haal(f"{WORTEL}/kanaal").json()
    assert [kanaal["naam"] for kanaal in eigen] == list(EIGEN)
    assert eigen[0]["filters"] == ["bronorganisatie", "zaaktype", "vertrouwelijkheidaanduiding"]
    assert wie.haal(eigen[0]["url"]).json() == eigen[0]
    nieuw = {"naam": "vergunningen", "documentatieLink": "https://elders.nl/uitleg", "filters": ["wijk"]}
    antwoord = wie.stuur(f"{WORTEL}/kanaal", nieuw)
    assert antwoord.status_code == 201
    gemaakt = antwoord.json()
    assert gemaakt == nieuw | {"url": antwoord.headers["Location"]}
    assert wie.haal(gemaakt["url"]).json() == gemaakt
    assert wie.haal(f"{WORTEL}/kanaal?naam=vergunningen").json() == [gemaakt]
    for dubbel in (nieuw, {"naam": "zaken"}):
        assert fouten(wie.stuur(f"{WORTEL}/kanaal", dubbel)) == {"naam": "unique"}
    assert wie.haal(f"{WORTEL}/kanaal/7f1c0f6e-8b1c-4d56-9c0f-0f4c6f6f0001").status_code == 404


# -- subscriptions -----------------------------------------------------------------------------------------------------


def test_een_abonnement_wordt_geprobeerd_en_toont_zijn_sleutel_nooit(abonnee: Systeem, deur: Ontvanger) -> None:
    antwoord = abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "zaken", "filters": {"zaaktype": "*"}}))
    assert antwoord.status_code == 201, antwoord.content
    gemaakt = antwoord.json()
    assert gemaakt["auth"] == "*****"
    assert abonnee.haal(gemaakt["url"]).json() == gemaakt
    assert abonnee.haal(ABONNEMENT).json() == [gemaakt]
    assert [koppen["authorization"] for koppen, _ in deur.gekregen] == [AUTH]
    assert AUTH not in repr(list(Wijziging.objects.values()))
    assert AUTH not in repr(list(Abonnement.objects.values()))


def test_een_terugroepadres_dat_iedereen_binnenlaat_of_niemand_wordt_geweigerd(
    abonnee: Systeem, deur: Ontvanger
) -> None:
    deur.open = True
    assert fouten(abonnee.stuur(ABONNEMENT, abonnement(deur))) == {"callbackUrl": "no-auth-on-callback-url"}
    deur.open = False
    dicht = abonnement(deur, auth="Bearer onbekend")
    assert fouten(abonnee.stuur(ABONNEMENT, dicht)) == {"callbackUrl": "invalid-callback-url"}
    deur.status = 302
    assert fouten(abonnee.stuur(ABONNEMENT, abonnement(deur))) == {"callbackUrl": "invalid-callback-url"}
    assert fouten(abonnee.stuur(ABONNEMENT, abonnement(deur, auth="Bearer a\r\nX-B: c"))) == {"auth": "invalid"}
    assert not Abonnement.objects.exists()


@pytest.mark.parametrize(
    "adres",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://archief.example@127.0.0.1/",
        "https://overal.example/",
    ],
)
def test_67_een_abonnement_wijst_nooit_naar_binnen_of_naar_wie_niet_genoemd_is(
    abonnee: Systeem, settings: Any, adres: str
) -> None:
    """Also when its name is on the list: where it points is looked up each time."""
    settings.WEBHOOK_HOSTS = ["archief.example", "localhost", "10.0.0.1", "::1", "127.0.0.1"]
    gestuurd = {"callbackUrl": adres, "auth": AUTH, "kanalen": [{"naam": "zaken"}]}
    assert fouten(abonnee.stuur(ABONNEMENT, gestuurd)) == {"callbackUrl": "invalid-callback-url"}


def test_67_een_abonnement_waarvan_de_host_later_naar_binnen_wijst_krijgt_niets(
    abonnee: Systeem, deur: Ontvanger, settings: Any
) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    settings.API_BESLOTEN_HOSTS = []
    gebeurt()
    (bericht,) = bezorg()
    assert (bericht.status, deur.berichten) == (Stand.GEPARKEERD, [])
    assert "besloten netwerk" in bericht.fout


def test_kanalen_en_filters_van_een_abonnement_bestaan(abonnee: Systeem, deur: Ontvanger) -> None:
    onbekend = abonnement(deur, {"naam": "zaken"}, {"naam": "onzin"})
    assert fouten(abonnee.stuur(ABONNEMENT, onbekend)) == {"kanalen.1.naam": "kanaal_naam"}
    verkeerd = abonnement(deur, {"naam": "zaken", "filters": {"kleur": "rood"}})
    assert fouten(abonnee.stuur(ABONNEMENT, verkeerd)) == {"kanalen.0.filters": "inconsistent-abonnement-filters"}
    assert set(fouten(abonnee.stuur(ABONNEMENT, {}))) == {"callbackUrl", "auth", "kanalen"}


def test_een_abonnement_wijzigen_houdt_wat_niet_genoemd_is(abonnee: Systeem, deur: Ontvanger) -> None:
    url = abonnee.stuur(ABONNEMENT, abonnement(deur)).json()["url"]
    geprobeerd = len(deur.gekregen)
    gelezen = abonnee.haal(url).json()
    assert abonnee.vraag("PUT", url, gelezen).json() == gelezen
    assert len(deur.gekregen) == geprobeerd, "the veil is no new authorisation"
    na = abonnee.wijzig(url, {"kanalen": [{"naam": "besluiten"}]}).json()
    assert na["kanalen"] == [{"naam": "besluiten", "filters": {}}]
    assert fouten(abonnee.wijzig(url, {"auth": "Bearer onbekend"})) == {"callbackUrl": "invalid-callback-url"}
    rij: Any = Abonnement.objects.get()
    assert rij.auth.tonen() == AUTH


def test_een_abonnement_is_van_zijn_eigen_systeem(abonnee: Systeem, deur: Ontvanger) -> None:
    url = abonnee.stuur(ABONNEMENT, abonnement(deur)).json()["url"]
    ander = luisteraar("ander")
    assert ander.haal(ABONNEMENT).json() == []
    assert {ander.haal(url).status_code, ander.wijzig(url, {}).status_code, ander.verwijder(url).status_code} == {403}
    assert len(systeem("alles", alles=True).haal(ABONNEMENT).json()) == 1


def test_opzeggen_neemt_mee_wat_nog_wacht(abonnee: Systeem, deur: Ontvanger) -> None:
    url = abonnee.stuur(ABONNEMENT, abonnement(deur)).json()["url"]
    verdelen.verdeel(gebeurt().pk)
    assert abonnee.verwijder(url).status_code == 204
    assert bezorg() == []
    assert deur.berichten == []


# -- delivery ----------------------------------------------------------------------------------------------------------


def test_een_notificatie_komt_aan_zoals_de_standaard_haar_schrijft(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    rij = gebeurt()
    (bericht,) = bezorg()
    assert bericht.status == Stand.VERZONDEN
    adres = f"http://127.0.0.1:8000{rij.hoofdobject}"
    assert deur.berichten == [
        {
            "kanaal": "zaken",
            "hoofdObject": adres,
            "resource": "zaak",
            "resourceUrl": adres,
            "actie": "create",
            "aanmaakdatum": klok.nu().isoformat().replace("+00:00", "Z"),
            "kenmerken": rij.kenmerken,
        }
    ]
    bezorg()
    assert len(deur.berichten) == 1


def test_een_notificatie_is_getekend_met_elk_geheim_dat_goed_is(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    rij = abonnee.applicatie
    rij.vorig_geheim, rij.vorig_geheim_tot = Geheim.van("oud-geheim"), klok.nu() + timedelta(days=1)  # type: ignore[assignment]
    rij.save()
    gebeurt()
    (bericht,) = bezorg()
    koppen, inhoud = deur.gekregen[-1]
    assert koppen["webhook-id"] == koppen["idempotency-key"] == str(bericht.uuid)
    getekend = f"{koppen['webhook-id']}.{koppen['webhook-timestamp']}.".encode() + inhoud

    def teken(geheim: str) -> str:
        return "v1," + base64.b64encode(hmac.new(geheim.encode(), getekend, hashlib.sha256).digest()).decode()

    assert koppen["webhook-signature"].split() == [teken(GEHEIM), teken("oud-geheim")]


def test_wat_niet_aankomt_gaat_opnieuw_en_wordt_ten_slotte_geparkeerd(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    deur.status = 500
    gebeurt()
    (bericht,) = bezorg()
    assert (bericht.status, bericht.pogingen) == (Stand.MISLUKT, 1)
    begin = klok.nu()
    for uur in range(1, 40):
        with klok.op_moment(begin + timedelta(hours=uur)):
            (bericht,) = bezorg()
    assert (bericht.status, bericht.pogingen) == (Stand.GEPARKEERD, verzenden.MEESTE_POGINGEN)
    assert {koppen["webhook-id"] for koppen, _ in deur.gekregen[1:]} == {str(bericht.uuid)}
    deur.status, bericht.status, bericht.volgende_poging = 204, Stand.KLAAR, klok.nu()
    bericht.pogingen = 0
    bericht.save()
    (bericht,) = bezorg()
    assert bericht.status == Stand.VERZONDEN


def test_een_doorverwijzing_is_geen_aankomst(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    deur.status = 302
    gebeurt()
    (bericht,) = bezorg()
    assert bericht.status == Stand.MISLUKT
    assert len(deur.berichten) == 1, "nor is it followed"


@pytest.mark.parametrize(
    ("filters", "komt"),
    [
        ({}, True),
        ({"zaaktype": "*"}, True),
        ({"bronorganisatie": "517439943", "vertrouwelijkheidaanduiding": "openbaar"}, True),
        ({"bronorganisatie": "517439943", "vertrouwelijkheidaanduiding": "geheim"}, False),
    ],
)
def test_een_filter_laat_door_wat_past(abonnee: Systeem, deur: Ontvanger, filters: dict[str, str], komt: bool) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "zaken", "filters": filters}))
    gebeurt()
    assert len(bezorg()) == len(deur.berichten) == int(komt)


@pytest.mark.parametrize(
    ("soort", "hoe", "komt"),
    [
        (SOORT, "zaakvertrouwelijk", True),
        (SOORT, "vertrouwelijk", False),
        ("schuldhulpverlening", "openbaar", False),
    ],
)
def test_een_systeem_hoort_niets_van_wat_het_niet_mag_lezen(
    abonnee: Systeem, deur: Ontvanger, soort: str, hoe: str, komt: bool
) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    gebeurt(soort, hoe)
    assert len(bezorg()) == int(komt)


def test_wie_gestopt_is_krijgt_niets_meer(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    verdelen.verdeel(gebeurt().pk)
    abonnee.applicatie.is_active = False
    abonnee.applicatie.save()
    gebeurt()
    assert [bericht.status for bericht in bezorg()] == [Stand.GEPARKEERD]
    assert deur.berichten == []


def test_een_abonnement_met_twee_groepen_krijgt_een_bericht(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "zaken"}, {"naam": "zaken", "filters": {"zaaktype": "*"}}))
    gebeurt()
    bezorg()
    assert len(deur.berichten) == 1


def test_wat_hier_gebeurt_hoort_een_systeem_ook(deur: Ontvanger) -> None:
    """An application that a resident sends in, and what staff do with it, tell as much as a call of another system."""
    wie = systeem("alles", alles=True)
    wie.stuur(ABONNEMENT, abonnement(deur, {"naam": "zaken"}, {"naam": "besluiten"}))
    zaak = dien_in("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    bezorg()
    gehoord = [(bericht["resource"], bericht["actie"]) for bericht in deur.berichten]
    assert gehoord[0] == ("zaak", "create")
    assert gehoord.count(("status", "create")) == zaak.statussen.count()
    assert {bericht["hoofdObject"] for bericht in deur.berichten} == {
        f"http://127.0.0.1:8000/zaken/api/v1/zaken/{zaak.uuid}"
    }
    status = next(bericht for bericht in deur.berichten if bericht["resource"] == "status")
    assert wie.haal(status["resourceUrl"]).json()["zaak"] == status["hoofdObject"]
    assert status["kenmerken"]["zaaktype"] == adres_van(zaak.zaaktype)


def test_van_een_afgeschermde_zaak_hoort_niemand_iets(deur: Ontvanger) -> None:
    systeem("alles", alles=True).stuur(ABONNEMENT, abonnement(deur))
    zaak = registreer("anna", SOORT)
    Notificatie.objects.all().delete()
    zaak.afgeschermd = True
    stappen.noteer_status(zaak, zaak.zaaktype.statustypen.order_by("-volgnummer")[0])
    assert not Notificatie.objects.exists()


def test_dat_iets_gemaakt_is_wordt_een_keer_verteld() -> None:
    eerste = gebeurt()
    zet_klaar(
        "zaken", hoofdobject=eerste.hoofdobject, resource="zaak", resource_pad=eerste.resource_pad, actie="create",
        kenmerken={},
    )  # fmt: skip
    assert Notificatie.objects.get() == eerste


def test_na_een_maand_is_weg_wat_verteld_is_en_aankwam(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    gebeurt()
    bezorg()
    tasks.ruim_op()
    assert (Notificatie.objects.count(), len(bezorg())) == (1, 1)
    with klok.op_moment(klok.nu() + timedelta(days=31)):
        tasks.ruim_op()
        assert (Notificatie.objects.count(), len(bezorg())) == (0, 0)


# -- what others tell --------------------------------------------------------------------------------------------------


@pytest.fixture
def vergunningen() -> Notificatiekanaal:
    return Notificatiekanaal.objects.create(naam="vergunningen", filters=["wijk"])


@pytest.mark.usefixtures("vergunningen")
def test_wat_een_ander_vertelt_gaat_naar_wie_zich_daarop_abonneerde(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "vergunningen", "filters": {"wijk": "centrum"}}))
    antwoord = verteller().stuur(f"{WORTEL}/notificaties", vertel())
    assert antwoord.status_code == 200
    assert antwoord.json() == vertel()
    verteller_2 = Systeem(verteller_rij())
    verteller_2.stuur(f"{WORTEL}/notificaties", vertel(kenmerken={"wijk": "zuid"}))
    bezorg()
    assert deur.berichten == [vertel()]


def verteller_rij() -> Any:
    return Autorisatie.objects.select_related("applicatie").get(scopes=["notificaties.publiceren"]).applicatie


@pytest.mark.usefixtures("vergunningen")
def test_een_kanaal_of_kenmerk_dat_er_niet_is_wordt_geweigerd() -> None:
    wie = verteller()
    adres = f"{WORTEL}/notificaties"
    assert fouten(wie.stuur(adres, vertel(kanaal="onzin"))) == {"kanaal": "message_kanaal"}
    assert fouten(wie.stuur(adres, vertel(kenmerken={"kleur": "rood"}))) == {"kenmerken": "kenmerken_inconsistent"}
    assert set(fouten(wie.stuur(adres, {}))) == set(vertel()) - {"kenmerken"}
    assert not Notificatie.objects.exists()


def test_een_gebeurtenis_over_een_persoon_vraagt_het_register_opnieuw_en_blijft_nergens_staan(
    abonnee: Systeem, deur: Ontvanger, settings: Any
) -> None:
    Notificatiekanaal.objects.create(naam="personen", filters=["burgerservicenummer"])
    abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "personen"}))
    anna: Any = partij("anna")
    bsn = anna.bsn.tonen()
    later = klok.nu() + timedelta(days=20)
    Bronstand.objects.systeem(REDEN).update_or_create(partij=anna, defaults={"volgende_poging": later})
    wie = verteller()

    def persoon(nummer: str) -> Any:
        gestuurd = vertel(kanaal="personen", kenmerken={"burgerservicenummer": nummer}, actie="verhuisd")
        antwoord = wie.stuur(f"{WORTEL}/notificaties", gestuurd)
        assert antwoord.json() == gestuurd
        return antwoord.status_code

    assert persoon(bsn) == persoon("999995467") == 200, "the same for who is not known here"
    assert Bronstand.objects.systeem(REDEN).get(partij=anna).volgende_poging == klok.nu()
    assert bezorg() == []
    assert deur.berichten == []
    assert not Notificatie.objects.exists()
    assert bsn not in repr([*Wijziging.objects.values(), *Bericht.objects.systeem(REDEN).values()])


# -- scopes ------------------------------------------------------------------------------------------------------------

DOEN: dict[str, Callable[[Systeem, Ontvanger, str], Any]] = {
    "kanalen": lambda wie, deur, url: wie.haal(f"{WORTEL}/kanaal"),
    "kanaal maken": lambda wie, deur, url: wie.stuur(f"{WORTEL}/kanaal", {"naam": "nieuw"}),
    "abonnementen": lambda wie, deur, url: wie.haal(ABONNEMENT),
    "abonneren": lambda wie, deur, url: wie.stuur(ABONNEMENT, abonnement(deur)),
    "vertellen": lambda wie, deur, url: wie.stuur(f"{WORTEL}/notificaties", vertel()),
    "opzeggen van een ander": lambda wie, deur, url: wie.verwijder(url),
}
LEEST = {"kanalen": 200, "abonnementen": 200}
MAG = {
    "notificaties.consumeren": LEEST | {"abonneren": 201},
    "notificaties.publiceren": LEEST | {"kanaal maken": 201, "vertellen": 200},
    "zaken.lezen": {},
}


@pytest.mark.usefixtures("vergunningen")
@pytest.mark.parametrize("scope", [*MAG])
def test_elke_scope_geeft_wat_het_document_zegt_en_niets_meer(abonnee: Systeem, deur: Ontvanger, scope: str) -> None:
    url = abonnee.stuur(ABONNEMENT, abonnement(deur)).json()["url"]
    wie = luisteraar("wie", scope)
    gekregen = {naam: doe(wie, deur, url).status_code for naam, doe in DOEN.items()}
    assert gekregen == dict.fromkeys(DOEN, 403) | MAG[scope]
