"""The list of terugbelnotities and one of them: who sees it, what is done to it, and that it ends."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalogus import klok
from catalogus.models import Fase, Team
from mijnzaken.zaken.handelingen import terugbellen
from mijnzaken.zaken.handelingen.terugbellen import Terugbelvraag, terugbelproces
from mijnzaken.zaken.models import Zaak
from tests.backoffice.conftest import Inloggen
from tests.backoffice.kcc.conftest import NUMMER
from tests.fabrieken import VANDAAG, gebruiker, laat_waarnemen, medewerker, partij, registreer, ververs
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def maak(
    onderwerp: str = "Meting", team: str = "Geluid en Lucht", door: str = "mila", van: str | None = "anna", **velden
) -> Zaak:
    vraag = Terugbelvraag(onderwerp=onderwerp, vraag="Wanneer?", achternaam="de Vries", telefoonnummer=NUMMER, **velden)
    return terugbellen.terugbelnotitie_maken(
        medewerker(door),
        vraag,
        proces=terugbelproces(),
        team=Team.objects.get(naam=team),
        partij=partij(van) if van else None,
    )


def lijst(client: Client, **vraag: str) -> str:
    antwoord = client.get(reverse("terugbelnotities"), vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def doe(client: Client, wat: str, notitie: Zaak, **velden: str):
    velden = {naam if naam == "gezien_versie" else f"{wat}-{naam}": waarde for naam, waarde in velden.items()}
    return client.post(reverse(f"terugbelnotitie_{wat}", args=[notitie.nummer]), velden)


def test_het_team_ziet_de_eigen_notities_en_mila_die_zij_maakte(ingelogd: Inloggen):
    van_ons, van_anderen = maak("Van ons"), maak("Van parkeren", team="Parkeren", spoed=True)
    karim, mila = ingelogd("karim"), ingelogd("mila")
    assert "Van ons" in lijst(karim)
    assert "Van parkeren" not in lijst(karim)
    assert "nog 5 werkdagen" in lijst(karim)
    assert "Van ons" in lijst(mila)
    assert "Van parkeren" in lijst(mila)
    assert karim.get(reverse("terugbelnotitie", args=[van_anderen.nummer])).status_code == 404
    assert karim.get(reverse("terugbelnotitie", args=["2026-9999999"])).status_code == 404
    assert mila.get(reverse("terugbelnotitie", args=[van_ons.nummer])).status_code == 200
    assert ingelogd("joost").get(reverse("terugbelnotitie", args=[van_ons.nummer])).status_code == 404


def test_een_notitie_die_een_ander_maakte_ziet_mila_alleen_met_de_klant_aan_de_lijn(mila: Client, verifieer):
    notitie = maak()
    terugbelgegevens = notitie.terugbel
    terugbelgegevens.gemaakt_door = gebruiker("karim")
    terugbelgegevens.save(update_fields=["gemaakt_door"])
    adres = reverse("terugbelnotitie", args=[notitie.nummer])
    assert mila.get(adres).status_code == 404
    assert "Meting" not in lijst(mila)
    assert verifieer().status_code == 302
    assert mila.get(adres).status_code == 200


@pytest.mark.parametrize("zoek", ["nummer", NUMMER, "06 10000137", "de Vries", "Vries", "eting"])
def test_zoeken_in_de_lijst(ingelogd: Inloggen, zoek: str):
    notitie, karim = maak(), ingelogd("karim")
    assert notitie.nummer in lijst(karim, zoek=notitie.nummer if zoek == "nummer" else zoek)
    for niets in ("Vri", "0612345678", "' OR 1=1", "%", "x" * 300, "a\x00b"):
        if niets not in ("%", "x" * 300, "a\x00b"):
            assert notitie.nummer not in lijst(karim, zoek=niets), niets
        else:
            lijst(karim, zoek=niets)


def test_filteren_op_status_behandelaar_maker_en_team(ingelogd: Inloggen):
    notitie = maak()
    karim = ingelogd("karim")
    ja = [
        {"behandelaar": "niemand"},
        {"maker": str(gebruiker("mila").pk)},
        {"team": str(notitie.team_id)},
        {"status": "alle"},
    ]
    nee = [{"behandelaar": str(gebruiker("sanne").pk), "status": "klaar"}, {"status": "klaar"}]
    raar = [
        {"team": "x"},
        {"maker": "-1"},
        {"behandelaar": "1e9"},
        {"status": "zomaar"},
        {"na": "morgen~1"},
        {"voor": "~"},
        {"na": "2026-13-01~5"},
    ]
    assert all(notitie.nummer in lijst(karim, **vraag) for vraag in ja + raar)
    assert not any(notitie.nummer in lijst(karim, **vraag) for vraag in nee)


def test_bladeren_gaat_heen_en_terug_en_kost_steeds_evenveel(ingelogd: Inloggen):
    karim = ingelogd("karim")
    maak("Nummer 0")

    def tel(**vraag: str) -> tuple[int, list[str], str, str]:
        with CaptureQueriesContext(connection) as gesteld:
            antwoord = karim.get(reverse("terugbelnotities"), vraag)
        c = antwoord.context
        return len(gesteld), [r.zaak.nummer for r in c["regels"]], c["volgende_url"], c["vorige_url"]

    met_een = tel()[0]
    for n in range(1, 30):
        maak(f"Nummer {n}")
    aantal, eerste, volgende, vorige = tel()
    assert (aantal, len(eerste), vorige) == (met_een, 25, "")
    _, tweede, geen, terug = tel(na=volgende.partition("na=")[2].replace("%7E", "~"))
    assert (len(tweede), geen) == (5, "")
    assert not set(eerste) & set(tweede)
    assert tel(voor=terug.partition("voor=")[2].replace("%7E", "~"))[1] == eerste


def test_te_laat_staat_er_in_woorden(ingelogd: Inloggen):
    notitie = maak()
    with klok.op_moment(VANDAAG + timedelta(days=9)):
        karim = als(Client(), gebruiker("karim"))
        assert "2 werkdagen te laat" in lijst(karim)
        assert "2 werkdagen te laat" in karim.get(reverse("terugbelnotitie", args=[notitie.nummer])).content.decode()
    with klok.op_moment(VANDAAG + timedelta(days=7)):
        assert "vandaag, tot 17:00" in lijst(als(Client(), gebruiker("karim")))


def test_wandeling_6_van_poging_tot_antwoord_en_heropenen(ingelogd: Inloggen):
    notitie = maak()
    karim, anna = ingelogd("karim"), als(Client(), partij("anna"))
    assert doe(karim, "overnemen", notitie).status_code == 302
    assert (ververs(notitie).behandelaar, ververs(notitie).fase) == (gebruiker("karim"), Fase.IN_BEHANDELING)
    assert (
        doe(
            karim, "poging", notitie, bereikt="nee", toelichting="Voicemail", volgende_poging="2026-03-03T14:00"
        ).status_code
        == 302
    )
    assert doe(karim, "poging", notitie, bereikt="ja").status_code == 302
    assert doe(karim, "schrijven", notitie, tekst="Alleen voor ons.").status_code == 302
    assert doe(karim, "antwoord", notitie, antwoord="In mei meten wij.").status_code == 302
    assert not ververs(notitie).is_open
    pagina = anna.get(reverse("mijn_contact")).content.decode()
    assert "In mei meten wij." in pagina
    assert "bereikten u niet" in pagina
    assert "Alleen voor ons." not in pagina
    assert "Voicemail" not in pagina
    for wat, velden in (("poging", {"bereikt": "ja"}), ("antwoord", {"antwoord": "Toch juni."}), ("overnemen", {})):
        doe(karim, wat, notitie, **velden)  # after closing nothing changes
    assert ververs(notitie).terugbel.antwoord == "In mei meten wij."
    assert notitie.belpogingen.count() == 2
    for minuten, wat, velden in (
        (2, "heropenen", {"reden": "Zij belt nog eens."}),
        (5, "antwoord", {"antwoord": "Het wordt juni."}),
    ):
        with klok.op_moment(VANDAAG + timedelta(minutes=minuten)):
            assert doe(karim, wat, notitie, **velden).status_code == 302
    assert ververs(notitie).terugbel.antwoord == "Het wordt juni."
    assert {n.onderwerp for n in notitie.notities.all()} >= {"Eerder antwoord", "Zaak heropend"}


def test_heropenen_geeft_weer_vijf_werkdagen(ingelogd: Inloggen):
    notitie = maak()
    with klok.op_moment(VANDAAG + timedelta(days=1)):
        terugbellen.terugbelnotitie_beantwoorden(medewerker("karim"), notitie, antwoord="Ja.")
    with klok.op_moment(VANDAAG + timedelta(days=14)):
        doe(als(Client(), gebruiker("karim")), "heropenen", notitie, reden="Nog een vraag.")
        nu = ververs(notitie)
        assert nu.terugbel.uiterlijk_om > klok.nu()
        assert nu.terugbel.gewaarschuwd_op is None


@pytest.mark.parametrize(
    ("wat", "velden"),
    [
        ("poging", {}),
        ("poging", {"bereikt": "misschien"}),
        ("poging", {"bereikt": "ja", "toelichting": "x" * 2001}),
        ("poging", {"bereikt": "nee", "volgende_poging": "2026-03-01T10:00"}),
        ("poging", {"bereikt": "nee", "volgende_poging": "morgen"}),
        ("antwoord", {"antwoord": " "}),
        ("antwoord", {"antwoord": "x" * 10_001}),
        ("schrijven", {"tekst": ""}),
        ("schrijven", {"tekst": "x" * 10_001}),
        ("doorgeven", {"team": "", "reden": "x"}),
        ("doorgeven", {"team": "eigen", "reden": ""}),
        ("doorgeven", {"team": "eigen", "reden": "Blijft hier"}),
        ("doorgeven", {"team": "Parkeren", "gebruiker": "karim", "reden": "Naar hem"}),
        ("doorgeven", {"team": "99999", "reden": "Weg"}),
    ],
)
def test_wat_niet_klopt_komt_terug_en_verandert_niets(ingelogd: Inloggen, wat: str, velden: dict[str, str]):
    notitie = maak()
    if velden.get("team") in ("eigen", "Parkeren"):
        team = notitie.team if velden["team"] == "eigen" else Team.objects.get(naam="Parkeren")
        velden = (
            velden
            | {"team": str(team.pk)}
            | ({"gebruiker": str(gebruiker("karim").pk)} if "gebruiker" in velden else {})
        )
    antwoord = doe(ingelogd("karim"), wat, notitie, **velden)
    assert antwoord.status_code == 422
    assert antwoord.context["formulieren"][wat].errors
    nu = ververs(notitie)
    assert (nu.versie, nu.is_open, nu.team) == (notitie.versie, True, notitie.team)


def test_doorgeven_aan_een_collega_van_een_ander_team_haalt_haar_van_de_eigen_lijst(ingelogd: Inloggen):
    notitie, karim = maak(), ingelogd("karim")
    parkeren = Team.objects.get(naam="Parkeren")
    antwoord = doe(
        karim,
        "doorgeven",
        notitie,
        team=str(parkeren.pk),
        gebruiker=str(gebruiker("vera").pk),
        reden="Dit gaat over parkeren.",
    )
    assert (antwoord.status_code, antwoord["Location"]) == (302, reverse("terugbelnotities"))
    assert (ververs(notitie).team, ververs(notitie).behandelaar) == (parkeren, gebruiker("vera"))
    assert notitie.nummer not in lijst(karim)


def test_overnemen_van_een_afwezige_collega_en_wie_te_laat_klikt_hoort_het(ingelogd: Inloggen):
    notitie = maak()
    terugbellen.terugbelnotitie_overnemen(medewerker("sanne"), notitie)
    laat_waarnemen("karim", voor="sanne")
    karim = ingelogd("karim")
    assert "(afwezig)" in karim.get(reverse("terugbelnotitie", args=[notitie.nummer])).content.decode()
    oud = ververs(notitie).versie - 1
    doe(karim, "overnemen", notitie, gezien_versie=str(oud))
    assert ververs(notitie).behandelaar == gebruiker("sanne")
    doe(karim, "overnemen", notitie, gezien_versie=str(ververs(notitie).versie))
    assert ververs(notitie).behandelaar == gebruiker("karim")


def test_mila_kan_een_notitie_volgen_maar_niet_beantwoorden(ingelogd: Inloggen):
    notitie, mila = maak(), ingelogd("mila")
    pagina = mila.get(reverse("terugbelnotitie", args=[notitie.nummer])).content.decode()
    assert "Beantwoorden en afsluiten" not in pagina
    assert "Ik neem deze" not in pagina
    doe(mila, "antwoord", notitie, antwoord="Ik weet het ook.")
    doe(mila, "overnemen", notitie)
    assert (ververs(notitie).is_open, ververs(notitie).behandelaar) == (True, None)


def test_een_gewone_zaak_is_hier_geen_notitie(ingelogd: Inloggen):
    zaak = registreer("anna", "subsidie-verkeerslawaai")
    assert ingelogd("karim").get(reverse("terugbelnotitie", args=[zaak.nummer])).status_code == 404


def test_de_klant_ziet_de_notitie_ook_bij_de_zaak_waar_zij_over_gaat_en_alleen_daar():
    zaken = [registreer("anna"), registreer("anna")]
    vraag = Terugbelvraag(onderwerp="Over deze zaak", vraag="Wanneer?", achternaam="de Vries", telefoonnummer=NUMMER)
    notitie = terugbellen.terugbelnotitie_maken(
        medewerker("mila"),
        vraag,
        proces=terugbelproces(),
        team=zaken[0].team,
        partij=partij("anna"),
        over_zaak=zaken[0],
    )
    anna = als(Client(), partij("anna"))
    bij, niet = (anna.get(reverse("mijn_zaak", args=[zaak.uuid])).content.decode() for zaak in zaken)
    assert notitie.nummer in bij
    assert "Wij bellen u uiterlijk 9 maart 2026" in bij
    assert notitie.nummer not in niet
