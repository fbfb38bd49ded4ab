"""Other people's things and more rights than one has (gevaren 1 to 13), and what leaks (41 to 51); each test is named
after its number. That forbidden can't be told apart from unknown (6) is proven in tests/adressen."""

import re
import uuid
from typing import Any

import jwt
import pytest
from django.test import Client
from django.urls import reverse

from autorisatie.fouten import BestaatNiet, Invoerfout
from autorisatie.models import Applicatie, Auditregel, Machtiging, Matrixregel, Matrixversie, Niveau, Rol
from autorisatie.versleuteling import Geheim
from catalogus import klok
from mijnzaken.documenten import opslag
from mijnzaken.documenten.models import Upload
from mijnzaken.voorbeeld.personas import PERSONAS
from mijnzaken.zaken import deur
from mijnzaken.zaken.handelingen import afronden, behandelen, documenten, taken
from mijnzaken.zaken.models import Concept, Notitie, Taak, Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak
from tests.adressen.adressen import lees_tabel
from tests.fabrieken import (
    REDEN,
    begin_concept,
    burger,
    dien_in,
    gebruiker,
    geldende_matrix,
    medewerker,
    partij,
    registreer,
    upload,
    ververs,
)
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
SUBSIDIE = "subsidie-verkeerslawaai"
MATRIXBESTAND = "/backoffice/beheer/rechten/matrix/versies/1/bestand/"  # who may see the rights may take them along
MEDEWERKERS = [p.persona for p in PERSONAS if p.is_medewerker]


def browser(naam: str) -> Client:
    return als(Client(), gebruiker(naam) if naam in MEDEWERKERS else partij(naam))


@pytest.fixture
def zaak() -> Zaak:
    """Anna's, with a document and an open task."""
    rij = dien_in("anna", SUBSIDIE)
    taken.taak_plaatsen(medewerker("sanne"), rij, titel="Bel", omschrijving="x", uiterlijk=klok.vandaag())
    return ververs(rij)


def _document(zaak: Zaak) -> Any:
    return deur.laat_toe(zaak.zaakdocumenten.select_related("document").first().document)


def test_01_de_zaak_van_een_ander_bestaat_niet_op_zijn_eigen_nummer(zaak: Zaak) -> None:
    bram = browser("bram")
    assert bram.get(f"/mijn/zaken/{zaak.uuid}/").status_code == 404
    assert str(zaak.uuid) not in bram.get("/mijn/zaken/").content.decode()
    assert browser("anna").get(f"/mijn/zaken/{zaak.uuid}/").status_code == 200


def test_02_het_document_van_een_ander_hangt_niet_onder_de_eigen_zaak(zaak: Zaak) -> None:
    eigen = dien_in("bram", "parkeervergunning-bewoners")
    bram = browser("bram")
    assert bram.get(f"/documenten/{_document(zaak).uuid}/").status_code == 404
    vreemd = upload(eigenaar_bij_zaak(burger("anna"), zaak.uuid))
    antwoord = bram.post(f"/mijn/zaken/{eigen.uuid}/document/", {"titel": "Van mij", "bestanden": [vreemd]})
    assert antwoord.status_code in (404, 422)
    assert Upload.objects.systeem(REDEN).filter(uuid=vreemd).exists()
    with pytest.raises(BestaatNiet):
        documenten.document_toevoegen(medewerker("sanne"), zaak, upload=vreemd, titel="Van een ander")


def test_03_een_taak_of_besluit_van_een_andere_zaak_hoort_niet_bij_deze(zaak: Zaak) -> None:
    tweede = dien_in("anna", "parkeervergunning-bewoners")
    taak = zaak.taken.get(titel="Bel")
    anna = browser("anna")
    assert anna.get(f"/mijn/zaken/{zaak.uuid}/taken/{taak.uuid}/").status_code == 200
    for wijze in (anna.get, anna.post):
        assert wijze(f"/mijn/zaken/{tweede.uuid}/taken/{taak.uuid}/", {"antwoord": "x"}).status_code == 404
    with pytest.raises(Invoerfout, match="bestaat niet meer"):
        taken.taak_uitvoeren(burger("anna"), tweede, taak.uuid, antwoord="x", uploads=[])
    assert Taak.objects.systeem(REDEN).get(pk=taak.pk).stand == "open"


def test_04_naar_iets_van_een_ander_schrijven_doet_niets_en_staat_in_het_logboek(zaak: Zaak) -> None:
    bram, concept = browser("bram"), begin_concept(burger("anna"), "parkeervergunning-bewoners")
    for adres in (
        f"/mijn/zaken/{zaak.uuid}/intrekken/", f"/mijn/zaken/{zaak.uuid}/upload/",
        f"/mijn/zaken/{zaak.uuid}/document/", f"/mijn/concepten/{concept.uuid}/weggooien/",
    ):  # fmt: skip
        assert bram.post(adres, {"reden": "x", "titel": "x"}).status_code == 404, adres
    with pytest.raises(BestaatNiet):
        afronden.intrekken(burger("bram"), zaak.uuid, reden="x")
    assert ververs(zaak).is_open
    assert Concept.objects.systeem(REDEN).filter(pk=concept.pk).exists()
    assert Auditregel.objects.filter(uitkomst="geweigerd", partij_id=partij("bram").pk).count() >= 2


def test_05_een_zaaknummer_raden_leidt_een_inwoner_nergens_heen(zaak: Zaak) -> None:
    bram = browser("bram")
    for adres in (
        f"/mijn/zaken/{zaak.nummer}/",
        f"/mijn/zaken/?zoek={zaak.nummer}",
        f"/backoffice/zaken/{zaak.nummer}/",
    ):
        assert zaak.nummer not in bram.get(adres).content.decode().replace(adres, "")
    for adres in (f"/mijn/zaken/{zaak.nummer}/", f"/backoffice/zaken/{zaak.nummer}/"):
        assert bram.get(adres).status_code == 404
    assert zaak.uuid.version == 4


def test_07_wie_iemand_machtigt_merkt_niet_of_dat_nummer_iemand_is() -> None:
    bekend = partij("wil").bsn.tonen()
    antwoorden = []
    for nummer in (bekend, "999990019"):
        anna = browser("anna")
        antwoord = anna.post(
            "/mijn/machtigingen/aanbieden/", {"bsn_of_kvk": nummer, "mag_handelen": "nee", "naam": "Jansen"}
        )
        melding = anna.get("/mijn/machtigingen/").content.decode().count("Uw aanbod is verstuurd")
        antwoorden.append((antwoord.status_code, antwoord.headers.get("Location"), melding))
    assert antwoorden[0] == antwoorden[1]


VORMEN: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("head", {}, {}), ("options", {}, {}), ("get", {"format": "json"}, {}), ("get", {"format": "csv"}, {}),
    ("get", {}, {"Accept": "application/json"}), ("get", {}, {"HX-Request": "true"}), ("get", {}, {"X-Peiling": "1"}),
]  # fmt: skip


@pytest.mark.parametrize("wijze,vraag,koppen", VORMEN)
def test_08_een_andere_vorm_van_vragen_geeft_niet_meer(
    zaak: Zaak, wijze: str, vraag: dict[str, str], koppen: dict[str, str]
) -> None:
    adressen = [
        f"/mijn/zaken/{zaak.uuid}/",
        f"/documenten/{_document(zaak).uuid}/",
        f"/mijn/zaken/{zaak.uuid}/intrekken/",
    ]
    for client in (browser("bram"), browser("mila")):
        for adres in adressen:
            antwoord = getattr(client, wijze)(adres, vraag, headers=koppen)
            assert antwoord.status_code in (404, 405), adres
            assert zaak.nummer not in antwoord.getvalue().decode()
    eigen = getattr(browser("anna"), wijze)(adressen[0], vraag, headers=koppen)
    assert eigen.headers["Content-Type"].startswith("text/html")
    assert "no-store" in eigen.headers["Cache-Control"]


def test_09_een_verboden_zaak_in_een_stapel_wordt_niet_meegenomen_en_niet_genoemd(zaak: Zaak) -> None:
    vreemd = registreer("bram", "parkeervergunning-bewoners")
    antwoord = browser("tess").post(
        "/backoffice/toewijzen/",
        {"zaak": [f"{r.uuid}~{r.versie}" for r in (zaak, vreemd)] + [str(zaak.uuid), str(vreemd.uuid)],
         "behandelaar": str(gebruiker("karim").pk)},
        follow=True,
    )  # fmt: skip
    assert antwoord.status_code == 200
    assert vreemd.nummer not in antwoord.content.decode()
    assert ververs(vreemd).behandelaar_id is None


def test_10_een_rol_niveau_of_status_in_het_formulier_telt_niet(zaak: Zaak) -> None:
    meer = {
        "rol": "behandelaar", "niveau": "5", "fase": "afgerond", "status": "afgerond", "partij": str(partij("wil").pk),
        "gever": str(partij("wil").pk), "actor": "sanne", "is_superuser": "1", "aangemaakt_door": "1",
        "afgeschermd": "1",
        "vertrouwelijkheidaanduiding": "1", "aanvaard_op": "2026-01-01", "bron": "digid", "tonen_aan_initiator": "1",
    }  # fmt: skip
    anna = browser("anna")
    anna.post("/mijn/gegevens/voorkeur/", {"post": "email", **meer})
    anna.post(
        "/mijn/machtigingen/aanbieden/", {"bsn_of_kvk": partij("bram").bsn.tonen(), "mag_handelen": "nee", **meer}
    )
    anna.post(f"/mijn/zaken/{zaak.uuid}/document/", {"titel": "x", **meer})
    nu = ververs(zaak)
    assert (nu.fase, nu.afgeschermd, nu.vertrouwelijkheidaanduiding) == (
        zaak.fase, zaak.afgeschermd, zaak.vertrouwelijkheidaanduiding,
    )  # fmt: skip
    for machtiging in Machtiging.objects.systeem(REDEN).filter(gever=partij("anna")):
        assert (machtiging.aanvaard_op, machtiging.mag_handelen, machtiging.bron) == (None, False, "mijnzaken")
    sanne = browser("sanne")
    adres = reverse("zaak_handeling", args=[zaak.nummer, "notitie_schrijven"])
    sanne.post(adres, {"onderwerp": "o", "tekst": "t", "gezien_versie": nu.versie, **meer})
    notitie = Notitie.objects.systeem(REDEN).filter(zaak=zaak).first()
    assert notitie is not None
    assert notitie.aangemaakt_door == gebruiker("sanne")
    assert not deur.beslis(burger("anna"), "besluiten", nu)


@pytest.mark.parametrize("wie", ["anna", "bram", "korenaar", ""])
def test_11_een_adres_van_medewerkers_bestaat_voor_anderen_niet_ook_niet_om_te_sturen(zaak: Zaak, wie: str) -> None:
    client = browser(wie) if wie else Client()
    adressen = [r.adres for r in lees_tabel() if r.adres.startswith("/backoffice/") and "<" not in r.adres]
    adressen += [f"/backoffice/zaken/{zaak.nummer}/", f"/backoffice/zaken/{zaak.nummer}/notitie_schrijven/"]
    assert len(adressen) > 20
    for adres in adressen:
        for wijze in (client.get, client.post):
            antwoord = wijze(adres)
            if wie:
                assert antwoord.status_code == 404, adres
            else:
                assert antwoord.status_code == 302, adres
                assert antwoord.headers["Location"].startswith("/inloggen/"), adres


def _token(rij: Applicatie, **meer: Any) -> dict[str, str]:
    inhoud = {"iat": klok.nu().timestamp(), "client_id": rij.client_id, **meer}
    return {"Authorization": f"Bearer {jwt.encode(inhoud, rij.geheim.tonen(), algorithm='HS256')}"}


def test_13_een_token_kan_niet_meer_dan_de_applicatie_wie_er_ook_in_genoemd_wordt(zaak: Zaak) -> None:
    rij = Applicatie(client_id="proef", label="proef", heeft_alle_autorisaties=False)
    rij.geheim = Geheim.van("een-lang-geheim-voor-de-proef-van-32")
    rij.save()
    for user_id in ("", "ruud", "tess", str(gebruiker("sanne").pk)):
        koppen = _token(rij, user_id=user_id, user_representation="Tess", heeft_alle_autorisaties=True, scopes=["*"])
        antwoord = Client().get(f"/zaken/api/v1/zaken/{zaak.uuid}", headers=koppen)
        assert antwoord.status_code in (403, 404)
        assert zaak.nummer not in antwoord.content.decode()
        lijst = Client().get("/zaken/api/v1/zaken", headers=koppen)
        assert str(zaak.uuid) not in lijst.content.decode()


def test_41_wie_de_aanvrager_niet_mag_kennen_sorteert_niet_op_die_naam() -> None:
    for naam in ("bram", "anna"):
        registreer(naam, SUBSIDIE)
    client = browser("sanne")

    def orde(sortering: str) -> list[str]:
        rijen = client.get("/backoffice/zaken/", {"status": "open", "sortering": sortering}).context["rijen"]
        return [rij.zaak.nummer for rij in rijen]

    gewoon = orde("")
    assert orde("aanvrager") == gewoon[::-1] or orde("-aanvrager") == gewoon[::-1]
    for verborgen in ("bsn", "partij__bsn", "zaken_rol.partij_id", "interne_notitie", "-toelichting", "vertrouwelijk"):
        assert orde(verborgen) == gewoon
    geldende_matrix(_regels_zonder_namen())
    assert orde("aanvrager") == orde("-aanvrager") == gewoon


def _regels_zonder_namen() -> list[dict[str, Any]]:
    """The matrix that holds, but a behandelaar knows nobody's personal data."""
    regels = list(Matrixregel.objects.filter(versie=Matrixversie.actief()).values())
    for regel in regels:
        del regel["id"], regel["versie_id"]
        if regel["rol_id"] == Rol.objects.get(code="behandelaar").pk and regel["gegevensgroep"] == "persoonsgegevens":
            regel["niveau"] = Niveau.STATUS
    return regels


# Pages, and what the public catalogue offers to machines: the same for everybody.
SOORTEN_VAN_EEN_PAGINA = ("text/html", "application/json", "text/plain", "application/ld+json", "application/xml")
# Addresses of their own that are a file: who may see the rights may take them along; a version of a zaaktype goes to
# another municipality; the register is public; a person takes what he filled in himself.
BESTANDEN = (
    MATRIXBESTAND,
    "/backoffice/beheer/zaaktypen/subsidie-verkeerslawaai/2/bestand/",
    "/verwerkingsregister/register.",
    "/mijn/gegevens/bestand/",
)


@pytest.mark.parametrize("wie", ["anna", "tess", "fleur", "ruud", "mila"])
def test_43_geen_bladzijde_is_ook_een_bestand_met_meer_erin(wie: str) -> None:
    """No list is exported but by an address of its own, and a page stays the page however a file is asked for."""
    client = browser(wie)
    for regel in lees_tabel():
        if regel.adres.startswith(BESTANDEN) or regel.antwoorden[wie] != "200":
            continue
        if any(deel in regel.adres for deel in ("<", "?", "/api/")):
            continue
        for vraag in ({"format": "csv"}, {"export": "1", "alles": "1"}, {"_export": "xlsx"}):
            antwoord = client.get(regel.adres, vraag, headers={"Accept": "text/csv"})
            soort = antwoord.headers["Content-Type"]
            assert soort.startswith(SOORTEN_VAN_EEN_PAGINA), (regel.adres, soort)
            assert "attachment" not in antwoord.headers.get("Content-Disposition", ""), regel.adres


def test_43_de_matrix_als_bestand_is_een_adres_van_zichzelf() -> None:
    antwoord = browser("fleur").get(MATRIXBESTAND)
    assert "attachment" in antwoord.headers["Content-Disposition"]
    assert browser("mila").get(MATRIXBESTAND).status_code == 404


def test_47_een_bestand_heeft_geen_adres_dat_te_raden_is_of_blijft(zaak: Zaak) -> None:
    anna, document = browser("anna"), _document(zaak)
    pad = document.laatste.pad
    assert document.uuid.version == 4
    assert re.fullmatch(r"\d{4}/\d\d/\d\d/[0-9a-f]{32}\w*", pad)
    for adres in (
        f"/{pad}",
        f"/media/{pad}",
        f"/documenten/{pad}",
        f"/static/{pad}",
        f"/documenten/{document.identificatie}/",
    ):
        assert anna.get(adres).status_code == 404, adres
    wachtend = upload(eigenaar_bij_zaak(burger("anna"), zaak.uuid))
    assert anna.get(f"/documenten/{wachtend}/").status_code == 404
    assert anna.get(f"/documenten/{document.uuid}/").status_code == 200
    documenten.document_tonen(medewerker("sanne"), zaak, document.uuid, tonen=False)
    assert anna.get(f"/documenten/{document.uuid}/").status_code == 404
    with pytest.raises(BestaatNiet):
        opslag.upload_van("van een ander", uuid.UUID(wachtend))


@pytest.mark.parametrize("wie", ["anna", "bram", "sanne", "mila", "ruud"])
def test_49_niets_van_wie_is_ingelogd_blijft_in_een_gedeelde_cache(wie: str) -> None:
    client = browser(wie)
    gezien = 0
    for regel in lees_tabel():
        if "<" in regel.adres or "/api/" in regel.adres or regel.adres.startswith(("/inloggen", "/-/")):
            continue
        antwoord = client.get(regel.adres)
        assert antwoord.headers.get("Cache-Control") == "no-store, private", regel.adres
        assert "ETag" not in antwoord.headers
        gezien += 1
    assert gezien > 30


def test_51_een_bsn_staat_in_geen_adres_verwijzing_of_logregel(caplog: pytest.LogCaptureFixture) -> None:
    bsn = partij("anna").bsn.tonen()
    mila = browser("mila")
    antwoord = mila.post("/backoffice/14070/beller/", {"soort": "bsn", "bsn": bsn, "doel": "vraag"})
    assert bsn not in antwoord.headers.get("Location", "")
    assert bsn not in str(list(mila.session.items()))
    for pagina in ("/mijn/gegevens/", "/mijn/"):
        eigen = browser("anna").get(pagina)
        assert not re.search(rf'(href|action|src)="[^"]*{bsn}', eigen.content.decode())
        assert eigen.headers["Referrer-Policy"] == "same-origin"
    assert bsn not in caplog.text
    assert not any(bsn in str(rij) for rij in Auditregel.objects.values_list("bijzonderheden", "reden", "doel"))


def test_12_een_ingelogde_medewerker_is_in_het_portaal_niemand_en_omgekeerd(zaak: Zaak) -> None:
    joost = browser("joost")  # who is a resident here too, under another log-in
    assert joost.get("/mijn/").status_code == 404
    assert als(Client(), partij("joost")).get("/backoffice/").status_code == 404
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    assert als(Client(), partij("anna")).post(
        reverse("zaak_handeling", args=[zaak.nummer, "stoppen"]), {"reden": "x"}
    ).status_code == 404  # fmt: skip
