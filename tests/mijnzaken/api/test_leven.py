"""The whole life of a zaak as another system leads it, over HTTP only: from an empty corner of the catalogue to a zaak
that is archived. Read from top to bottom it is the manual of the APIs.

Nothing here writes to the database: two persons let the system in on their screens, and everything else is a call. What
residents and staff see of it is read from their own pages.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from autorisatie.models import Applicatie
from mijnzaken.documenten.keuren import keur_wachtende
from tests.fabrieken import gebruiker, partij
from tests.mijnzaken.api.documenten.conftest import Voltooid
from tests.mijnzaken.api.elders import Elders, elders
from tests.mijnzaken.api.systeem import Systeem
from tests.mijnzaken.documenten.proefbestanden import in_map, pdf
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

CATALOGI, ZAKEN, DOCUMENTEN = "/catalogi/api/v1", "/zaken/api/v1", "/documenten/api/v1"
BESLUITEN = "/besluiten/api/v1"
RSIN = "002564440"
DEEL = 2000  # bytes of a part of a large file


class Aanroeper(Systeem):
    """A system that counts on success: anything else ends the test, and says what was answered."""

    def doe(self, methode: str, adres: str, inhoud: Any = None, status: int = 201) -> Any:
        antwoord = self.vraag(methode, adres, inhoud)
        assert antwoord.status_code == status, (methode, adres, antwoord.status_code, antwoord.content)
        return antwoord.json() if antwoord.content else None

    def maak(self, adres: str, **inhoud: Any) -> Any:
        return self.doe("POST", adres, inhoud)

    def lees(self, adres: str) -> Any:
        return self.doe("GET", adres, status=200)

    def zet(self, adres: str, **inhoud: Any) -> Any:
        return self.doe("PATCH", adres, inhoud, status=200)

    def stuur_deel(self, deel: Any, inhoud: bytes, lock: str) -> None:
        formulier = encode_multipart(BOUNDARY, {"lock": lock, "inhoud": SimpleUploadedFile("deel", inhoud)})
        pad = "/" + deel["url"].split("/", 3)[3]
        kop = {"Authorization": f"Bearer {self.token()}"}
        assert self.client.generic("PUT", pad, formulier, MULTIPART_CONTENT, headers=kop).status_code == 200


@pytest.fixture(autouse=True)
def omgeving(settings: Any, tmp_path: Path) -> Iterator[None]:
    """Files in a folder of the test, and parts so small that a letter is a large file."""
    settings.API_VERWIJZING_HOSTS = settings.API_BESLOTEN_HOSTS = ["127.0.0.1"]
    settings.MAX_BESTAND = DEEL
    with in_map(settings, tmp_path / "documenten"):
        yield


@pytest.fixture
def lijst() -> Iterator[Elders]:
    """The Selectielijst, as it stands on a host of its own."""
    with elders() as platform:
        yield platform


@pytest.fixture
def vth() -> Aanroeper:
    """Ruud proposes the system and is shown its secret, once; Saskia approves. From then on it may call."""
    ruud, saskia = als(Client(), gebruiker("ruud")), als(Client(), gebruiker("saskia"))
    beheer = "/backoffice/beheer/rechten/applicaties/"
    nieuw = ruud.post(f"{beheer}nieuw/", {"label": "VTH-systeem", "client_id": "vth"}).content.decode()
    geheim, voorstel = (
        re.search(r"<code>([\w-]{64})</code>", nieuw),
        re.search(rf'"({beheer}voorstellen/[^"/]+/)', nieuw),
    )
    assert geheim
    assert voorstel
    ruud.post(f"{voorstel[1]}algemeen/", {"label": "VTH-systeem", "heeft_alle_autorisaties": "on"})
    ruud.post(f"{voorstel[1]}indienen/", {"reden": "Vergunningen en evenementen."})
    saskia.post(f"{voorstel[1]}goedkeuren/")
    return Aanroeper(Applicatie.objects.get(client_id="vth"), client=Voltooid(), geheim=geheim[1])


def leg_catalogus_aan(vth: Aanroeper, lijst: Elders) -> dict[str, Any]:
    """Catalogi: a kind of zaak with all that belongs to it, published. By name: where each of them stands."""
    procestype = lijst.zet("/procestypen/f0000000-0000-4000-8000-000000000008", {"nummer": 8, "naam": "Vergunnen"})
    klasse = {"procesType": procestype, "waardering": "vernietigen", "bewaartermijn": "P5Y", "procestermijn": "nihil"}
    selectielijstklasse = lijst.zet("/resultaten/1", klasse)
    omschrijving = lijst.zet("/resultaattypeomschrijvingen/1", {"omschrijving": "Verleend"})

    catalogus = vth.maak(
        f"{CATALOGI}/catalogussen", domein="VTH", rsin=RSIN, contactpersoonBeheerNaam="Bea", naam="Vergunningen"
    )["url"]
    aanvraag = vth.maak(
        f"{CATALOGI}/informatieobjecttypen",
        catalogus=catalogus,
        omschrijving="Aanvraag evenement",
        vertrouwelijkheidaanduiding="openbaar",
        informatieobjectcategorie="aanvraag",
        beginGeldigheid="2026-03-02",
    )["url"]
    besluittype = vth.maak(
        f"{CATALOGI}/besluittypen",
        catalogus=catalogus,
        omschrijving="Evenementenvergunning",
        reactietermijn="P6W",
        publicatieIndicatie=False,
        informatieobjecttypen=["Aanvraag evenement"],
        beginGeldigheid="2026-03-02",
    )["url"]
    zaaktype = vth.maak(
        f"{CATALOGI}/zaaktypen",
        catalogus=catalogus,
        identificatie="evenement",
        omschrijving="Evenement organiseren",
        vertrouwelijkheidaanduiding="openbaar",
        doel="Veilig feest vieren",
        aanleiding="Iemand wil een evenement organiseren",
        indicatieInternOfExtern="extern",
        handelingInitiator="aanvragen",
        onderwerp="Evenement",
        handelingBehandelaar="beoordelen",
        doorlooptijd="P8W",
        opschortingEnAanhoudingMogelijk=True,
        verlengingMogelijk=False,
        publicatieIndicatie=False,
        productenOfDiensten=[],
        selectielijstProcestype=procestype,
        referentieproces={"naam": "Evenement"},
        verantwoordelijke="Geluid en Lucht",
        besluittypen=["Evenementenvergunning"],
        gerelateerdeZaaktypen=[],
        beginGeldigheid="2026-03-02",
    )["url"]

    def statustype(volgnummer: int, omschrijving: str, statustekst: str) -> str:
        return vth.maak(
            f"{CATALOGI}/statustypen",
            zaaktype=zaaktype,
            volgnummer=volgnummer,
            omschrijving=omschrijving,
            statustekst=statustekst,
            informeren=True,
        )["url"]  # type: ignore[no-any-return]

    delen = {
        "catalogus": catalogus,
        "informatieobjecttype": aanvraag,
        "besluittype": besluittype,
        "zaaktype": zaaktype,
        "ontvangen": statustype(1, "Ontvangen", "Wij hebben uw plan voor het evenement gekregen."),
        "getoetst": statustype(2, "Getoetst", "Brandweer en politie kijken naar uw plan."),
        "klaar": statustype(3, "Afgehandeld", "U weet of uw evenement door mag gaan."),
        "initiator": vth.maak(
            f"{CATALOGI}/roltypen", zaaktype=zaaktype, omschrijving="Organisator", omschrijvingGeneriek="initiator"
        )["url"],
        "bezoekers": vth.maak(
            f"{CATALOGI}/eigenschappen",
            zaaktype=zaaktype,
            naam="bezoekers",
            definitie="Hoeveel mensen er komen",
            specificatie={"formaat": "getal", "lengte": "6", "kardinaliteit": "1"},
        )["url"],
        "resultaattype": vth.maak(
            f"{CATALOGI}/resultaattypen",
            zaaktype=zaaktype,
            omschrijving="Verleend",
            resultaattypeomschrijving=omschrijving,
            selectielijstklasse=selectielijstklasse,
            brondatumArchiefprocedure={"afleidingswijze": "afgehandeld"},
        )["url"],
    }
    vth.maak(
        f"{CATALOGI}/zaaktype-informatieobjecttypen",
        zaaktype=zaaktype,
        informatieobjecttype="Aanvraag evenement",
        volgnummer=1,
        richting="inkomend",
    )
    vth.maak(
        f"{CATALOGI}/zaakobjecttypen",
        zaaktype=zaaktype,
        anderObjecttype=True,
        objecttype="https://voorbeeld.nl/terrein",
        relatieOmschrijving="vindt plaats op",
        catalogus=catalogus,
    )
    for type_ in (aanvraag, besluittype, zaaktype):
        assert vth.doe("POST", f"{type_}/publish", {}, status=200)["concept"] is False
    return delen


def bewaar_document(vth: Aanroeper, soort: str, inhoud: bytes) -> dict[str, Any]:
    """Documenten: agreed to, sent in parts, unlocked; then a second version under a lock."""
    document = vth.maak(
        f"{DOCUMENTEN}/enkelvoudiginformatieobjecten",
        bronorganisatie=RSIN,
        creatiedatum="2026-03-01",
        titel="Plan voor de braderie",
        auteur="Anna de Vries",
        taal="nld",
        formaat="application/pdf",
        bestandsnaam="plan.pdf",
        informatieobjecttype=soort,
        inhoud=None,
        bestandsomvang=len(inhoud),
        indicatieGebruiksrecht=False,
        tonenAanInitiator=True,
    )
    for deel in document["bestandsdelen"]:
        van = (deel["volgnummer"] - 1) * DEEL
        vth.stuur_deel(deel, inhoud[van : van + DEEL], document["lock"])
    vth.doe("POST", f"{document['url']}/unlock", {"lock": document["lock"]}, status=204)
    keur_wachtende()  # the worker: nobody downloads what the scanner did not see
    herschrijf(vth, document, titel="Plan voor de braderie (definitief)", status="definitief")
    return document  # type: ignore[no-any-return]


def herschrijf(vth: Aanroeper, document: dict[str, Any], **velden: Any) -> dict[str, Any]:
    lock = vth.doe("POST", f"{document['url']}/lock", {}, status=200)["lock"]
    nieuw: dict[str, Any] = vth.zet(document["url"], lock=lock, **velden)
    vth.doe("POST", f"{document['url']}/unlock", {"lock": lock}, status=204)
    return nieuw


def test_een_zaak_van_catalogus_tot_archief_over_http(vth: Aanroeper, lijst: Elders) -> None:
    anna, sanne = als(Client(), partij("anna")), als(Client(), gebruiker("sanne"))
    bsn = str(partij("anna").bsn.tonen())  # type: ignore[union-attr]
    soort = leg_catalogus_aan(vth, lijst)

    # Zaken: a number first, then the zaak that names it, and who and what it is about.
    nummer = vth.maak(f"{ZAKEN}/zaaknummer_reserveren", bronorganisatie=RSIN)["zaaknummer"]
    zaak = vth.maak(
        f"{ZAKEN}/zaken",
        identificatie=nummer,
        bronorganisatie=RSIN,
        verantwoordelijkeOrganisatie=RSIN,
        zaaktype=soort["zaaktype"],
        startdatum="2026-03-02",
        omschrijving="Braderie Spoorlaan",
        zaakgeometrie={"type": "Point", "coordinates": [4.3, 52.07]},
    )
    assert zaak["identificatie"] == nummer
    assert zaak["uiterlijkeEinddatumAfdoening"] == "2026-04-28"  # eight weeks end on King's Day
    bij = zaak["url"]
    rol = vth.maak(
        f"{ZAKEN}/rollen",
        zaak=bij,
        roltype=soort["initiator"],
        betrokkeneType="natuurlijk_persoon",
        roltoelichting="Organiseert de braderie",
        betrokkeneIdentificatie={"inpBsn": bsn},
    )
    eigenschap = vth.maak(f"{bij}/zaakeigenschappen", zaak=bij, eigenschap=soort["bezoekers"], waarde="250")
    terrein = vth.maak(
        f"{ZAKEN}/zaakobjecten",
        zaak=bij,
        objectType="overige",
        objectTypeOverige="terrein",
        objectIdentificatie={"overigeData": {"naam": "Spoorlaan"}},
        relatieomschrijving="vindt plaats op",
    )

    def zet_status(statustype: str, moment: str) -> Any:
        return vth.maak(f"{ZAKEN}/statussen", zaak=bij, statustype=soort[statustype], datumStatusGezet=moment)

    zet_status("ontvangen", "2026-03-02T08:00:00Z")

    # Who asked for it sees it at once, in the words of the statustype.
    pagina = f"/mijn/zaken/{zaak['uuid']}/"
    assert "Wij hebben uw plan voor het evenement gekregen." in anna.get(pagina).content.decode()

    # Documenten: the plan; Zaken: it belongs to the zaak.
    plan = pdf()
    document = bewaar_document(vth, soort["informatieobjecttype"], plan)
    bijgevoegd = vth.maak(f"{ZAKEN}/zaakinformatieobjecten", zaak=bij, informatieobject=document["url"], titel="Plan")
    assert vth.lees(f"{DOCUMENTEN}/objectinformatieobjecten?object={bij}")[0]["informatieobject"] == document["url"]
    assert b"".join(vth.haal(f"{document['url']}/download").streaming_content) == plan
    assert vth.lees(f"{document['url']}?versie=1")["titel"] == "Plan voor de braderie"

    status = zet_status("getoetst", "2026-03-02T08:30:00Z")
    getoond = anna.get(pagina).content.decode()
    assert "Brandweer en politie kijken naar uw plan." in getoond
    assert "Plan voor de braderie (definitief)" in getoond

    # Staff of the team that the zaaktype names have it on their work list.
    assert nummer in sanne.get("/backoffice/").content.decode()
    assert "Getoetst" in sanne.get(f"/backoffice/zaken/{nummer}/").content.decode()

    # Besluiten: the decision, and the document that records it.
    besluit = vth.maak(
        f"{BESLUITEN}/besluiten",
        verantwoordelijkeOrganisatie=RSIN,
        besluittype=soort["besluittype"],
        zaak=bij,
        datum="2026-03-02",
        ingangsdatum="2026-03-02",
        toelichting="U mag de braderie houden.",
    )
    vth.maak(f"{BESLUITEN}/besluitinformatieobjecten", besluit=besluit["url"], informatieobject=document["url"])
    getoond = anna.get(pagina).content.decode()
    assert "U mag de braderie houden." in getoond
    assert "13 april 2026" in getoond  # the last day to object: six weeks

    # Zaken: how it ended, and the end. What is closed changes by force only, which this system may.
    resultaat = vth.maak(f"{ZAKEN}/resultaten", zaak=bij, resultaattype=soort["resultaattype"], toelichting="Akkoord")
    zet_status("klaar", "2026-03-02T08:45:00Z")
    dicht = vth.lees(bij)
    assert (dicht["einddatum"], dicht["archiefnominatie"], dicht["archiefactiedatum"]) == (
        "2026-03-02", "vernietigen", "2031-03-02"
    )  # fmt: skip
    assert "U weet of uw evenement door mag gaan." in anna.get(pagina).content.decode()

    # Archived: its documents first.
    herschrijf(vth, document, status="gearchiveerd")
    assert vth.zet(bij, archiefstatus="gearchiveerd")["archiefstatus"] == "gearchiveerd"

    # All of it, read back in one call.
    erbij = (
        "zaaktype,status.statustype,resultaat.resultaattype,rollen,eigenschappen,zaakobjecten,"
        "zaakinformatieobjecten.informatieobject"
    )
    alles = vth.lees(f"{bij}?expand={erbij}")
    breed = alles.pop("_expand")
    assert alles == vth.lees(bij)
    assert breed["zaaktype"]["url"] == soort["zaaktype"]
    assert breed["status"]["_expand"]["statustype"]["url"] == soort["klaar"]
    assert breed["resultaat"]["url"] == resultaat["url"]
    assert breed["resultaat"]["_expand"]["resultaattype"]["url"] == soort["resultaattype"]
    assert [r["url"] for r in breed["rollen"]] == [rol["url"]]
    assert [(e["url"], e["waarde"]) for e in breed["eigenschappen"]] == [(eigenschap["url"], "250")]
    assert [o["url"] for o in breed["zaakobjecten"]] == [terrein["url"]]
    assert [d["url"] for d in breed["zaakinformatieobjecten"]] == [bijgevoegd["url"]]
    assert vth.lees(f"{bij}/besluiten")[0]["besluit"] == besluit["url"]
    statussen = vth.lees(f"{ZAKEN}/statussen?zaak={bij}")["results"]
    assert len(statussen) == 3
    assert status["url"] in {s["url"] for s in statussen}
    sporen = vth.lees(f"{bij}/audittrail")
    assert [(s["resource"], s["actie"]) for s in sporen] == [
        ("zaak", "create"), ("rol", "create"), ("zaakeigenschap", "create"), ("zaakobject", "create"),
        ("status", "create"), ("zaakinformatieobject", "create"), ("status", "create"),
        ("resultaat", "create"), ("status", "create"), ("zaak", "partial_update"),
    ]  # fmt: skip

    # Anna reads which system it was; staff see that in the history of the zaak.
    inzage = anna.get("/mijn/inzage/").content.decode()
    assert "Het systeem VTH-systeem werkte uw zaak bij" in inzage
    assert "Het systeem VTH-systeem bekeek uw zaak" in inzage
    assert "VTH-systeem" in sanne.get(f"/backoffice/zaken/{nummer}/").content.decode()
