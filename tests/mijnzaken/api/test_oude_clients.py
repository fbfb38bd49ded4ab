"""The clients of today: Zaken 1.5.1, Catalogi 1.3.1, Documenten 1.4.3 and 1.5.0, Autorisaties 1.0.0. What they send
keeps working, and every answer is one that their own document knows.
"""

import base64
from typing import Any

import pytest

from tests.fabrieken import partij, registreer, zaaktype
from tests.mijnzaken.api.catalogi.lijven import WOORD, documenttype, in_catalogus, klasse, procestype
from tests.mijnzaken.api.catalogi.lijven import zaaktype as zaaktypelijf
from tests.mijnzaken.api.documenten.conftest import Voltooid
from tests.mijnzaken.api.documenten.gedeeld import adres_van_soort
from tests.mijnzaken.api.documenten.gedeeld import lijf as documentlijf
from tests.mijnzaken.api.oud import STANDAARD, OudeClient
from tests.mijnzaken.api.systeem import adres_van, systeem
from tests.mijnzaken.api.zaken.wereld import (
    SOORT,
    WORTEL,
    document_van,
    eigenschap,
    resultaattype,
    roltype,
    statustypen,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag"),
    pytest.mark.skipif(
        not STANDAARD.exists(), reason="de documenten van de standaard liggen hier niet (shared/zgw/oas)"
    ),
]

CATALOGI = "http://127.0.0.1:8000/catalogi/api/v1"
DOCUMENTEN = "http://127.0.0.1:8000/documenten/api/v1"
APPLICATIES = "http://127.0.0.1:8000/autorisaties/api/v1/applicaties"
RSIN = "002564440"


def client(oud: str) -> OudeClient:
    return OudeClient(systeem("oud", alles=True).applicatie, client=Voltooid(), oud=oud)


def test_zaken_1_5_1() -> None:
    wie = client("zaken-1.5.1")
    zaak = wie.maak(
        f"{WORTEL}/zaken",
        bronorganisatie=RSIN,
        verantwoordelijkeOrganisatie=RSIN,
        zaaktype=adres_van(zaaktype(SOORT)),
        startdatum="2026-03-02",
        omschrijving="Vergunning",
        opschorting={"indicatie": False, "reden": ""},
        verlenging=None,
        betalingsindicatie="nvt",
        archiefstatus="nog_te_archiveren",
        kenmerken=[{"kenmerk": "A-1", "bron": "VTH"}],
        relevanteAndereZaken=[],
        zaakgeometrie={"type": "Point", "coordinates": [4.3, 52.07]},
    )
    hier = zaak["url"]
    registreer("anna", SOORT)  # one of the portal is read by the same document
    wie.maak(
        f"{WORTEL}/rollen",
        zaak=hier,
        roltype=roltype("initiator"),
        betrokkeneType="natuurlijk_persoon",
        roltoelichting="Aanvrager",
        betrokkeneIdentificatie={"inpBsn": str(partij("anna").bsn.tonen()), "geslachtsnaam": "Vries"},  # type: ignore[union-attr]
    )
    status = wie.maak(
        f"{WORTEL}/statussen", zaak=hier, statustype=statustypen()[0], datumStatusGezet="2026-03-02T08:00:00Z"
    )
    waarde = wie.maak(f"{hier}/zaakeigenschappen", zaak=hier, eigenschap=eigenschap("kenteken"), waarde="AB-123-C")
    document = document_van(SOORT)
    erbij = wie.maak(
        f"{WORTEL}/zaakinformatieobjecten",
        zaak=hier,
        informatieobject=f"{DOCUMENTEN}/enkelvoudiginformatieobjecten/{document.uuid}",
    )
    ding = wie.maak(
        f"{WORTEL}/zaakobjecten",
        zaak=hier,
        objectType="adres",
        objectIdentificatie={
            "identificatie": "1", "wplWoonplaatsNaam": "Demostad", "gorOpenbareRuimteNaam": "Spoorlaan", "huisnummer": 1
        },
    )  # fmt: skip
    resultaat = wie.maak(f"{WORTEL}/resultaten", zaak=hier, resultaattype=resultaattype())
    contact = wie.maak(f"{WORTEL}/klantcontacten", zaak=hier, datumtijd="2026-03-02T08:30:00Z", kanaal="telefoon")
    for ding_ in (zaak, status, waarde, erbij, ding, resultaat, contact):
        wie.lees(ding_["url"])
        if ding_ is not contact:
            wie.vraag("HEAD", ding_["url"])
    for lijst in ("zaken", "rollen", "statussen", "resultaten", "zaakobjecten", "klantcontacten"):
        assert wie.lees(f"{WORTEL}/{lijst}?zaak={hier}" if lijst != "zaken" else f"{WORTEL}/zaken")["count"] >= 1, lijst
    for rij in wie.lees(f"{WORTEL}/rollen")["results"]:
        wie.lees(rij["url"])
    assert wie.lees(f"{WORTEL}/zaakinformatieobjecten?zaak={hier}")
    assert wie.lees(f"{hier}/zaakeigenschappen")
    assert wie.lees(f"{hier}/audittrail")
    assert wie.lees(f"{hier}/besluiten") == []
    assert len(wie.lees(f"{WORTEL}/zaakcontactmomenten?zaak={hier}")) == 1  # the klantcontact, as it is called later
    assert wie.lees(f"{WORTEL}/zaakverzoeken?zaak={hier}") == []
    assert wie.lees(f"{WORTEL}/zaken?expand=zaaktype,status,rollen&zaaktype={adres_van(zaaktype(SOORT))}")["results"]
    wie.lees(f"{hier}?expand=zaaktype,status.statustype,rollen,resultaat")
    zoek = {
        "zaakgeometrie": {"within": {"type": "Polygon", "coordinates": [[[4, 52], [5, 52], [5, 53], [4, 53], [4, 52]]]}}
    }
    assert wie.doe("POST", f"{WORTEL}/zaken/_zoek", zoek)["count"] == 1
    assert wie.doe("PATCH", hier, {"toelichting": "Meer"})["toelichting"] == "Meer"
    wie.doe("PUT", hier, wie.lees(hier))  # what is answered may be sent back
    laatste = {"zaak": hier, "statustype": statustypen()[-1], "datumStatusGezet": "2026-03-02T08:45:00Z"}
    wie.doe("POST", f"{WORTEL}/statussen", laatste)
    assert wie.lees(hier)["einddatum"] == "2026-03-02"
    assert wie.vraag("POST", f"{WORTEL}/zaken", {"bronorganisatie": RSIN}).status_code == 400
    assert wie.vraag("DELETE", hier).status_code == 204


def test_catalogi_1_3_1() -> None:
    wie = client("catalogi-1.3.1")
    zaaktype(SOORT).resultaattypen.update(resultaattypeomschrijving=WOORD, omschrijving_generiek="Verleend")
    lijf = zaaktypelijf(selectielijstProcestype=procestype(), deelzaaktypen=[], versiedatum="2026-03-02")
    soort = wie.maak(f"{CATALOGI}/zaaktypen", **lijf)
    plan = wie.maak(f"{CATALOGI}/informatieobjecttypen", **documenttype(zaaktypen=[], besluittypen=[]))
    besluit = wie.maak(
        f"{CATALOGI}/besluittypen",
        catalogus=in_catalogus(),
        omschrijving="Besluit evenement",
        publicatieIndicatie=False,
        informatieobjecttypen=[plan["url"]],
        zaaktypen=[soort["url"]],
        beginGeldigheid="2026-03-02",
    )
    status = wie.maak(f"{CATALOGI}/statustypen", zaaktype=soort["url"], omschrijving="Ontvangen", volgnummer=1)
    delen = [
        soort,
        plan,
        besluit,
        status,
        wie.maak(
            f"{CATALOGI}/roltypen", zaaktype=soort["url"], omschrijving="Aanvrager", omschrijvingGeneriek="initiator"
        ),
        wie.maak(
            f"{CATALOGI}/eigenschappen",
            zaaktype=soort["url"],
            naam="soort",
            definitie="Wat",
            specificatie={"formaat": "tekst", "lengte": "20", "kardinaliteit": "1", "waardenverzameling": []},
        ),
        wie.maak(
            f"{CATALOGI}/resultaattypen",
            zaaktype=soort["url"],
            omschrijving="Akkoord",
            resultaattypeomschrijving=WOORD,
            selectielijstklasse=klasse("8.1", "nihil"),
            besluittypen=[],
            brondatumArchiefprocedure={
                "afleidingswijze": "afgehandeld", "datumkenmerk": "", "einddatumBekend": False, "objecttype": "",
                "registratie": "", "procestermijn": None,
            },
        ),
        wie.maak(
            f"{CATALOGI}/zaaktype-informatieobjecttypen",
            zaaktype=soort["url"],
            informatieobjecttype=plan["url"],
            volgnummer=1,
            richting="inkomend",
        ),
        wie.maak(
            f"{CATALOGI}/zaakobjecttypen",
            zaaktype=soort["url"],
            anderObjecttype=False,
            objecttype="https://voorbeeld.nl/pand",
            relatieOmschrijving="op",
            catalogus=in_catalogus(),
            beginGeldigheid="2026-03-02",
        ),
        wie.lees(f"{CATALOGI}/catalogussen")["results"][0],
    ]  # fmt: skip
    for deel in delen:
        assert wie.lees(deel["url"]) == wie.lees(deel["url"])
        wie.vraag("HEAD", deel["url"])
    for type_ in (plan, besluit, soort):
        wie.doe("POST", f"{type_['url']}/publish")
    for lijst in (
        "zaaktypen", "informatieobjecttypen", "besluittypen", "statustypen", "roltypen", "eigenschappen",
        "resultaattypen", "zaaktype-informatieobjecttypen", "zaakobjecttypen", "catalogussen",
    ):  # fmt: skip
        vraag = "" if lijst == "catalogussen" else "?status=alles" if lijst != "zaakobjecttypen" else ""
        assert wie.lees(f"{CATALOGI}/{lijst}{vraag}")["results"], lijst
    assert wie.lees(f"{CATALOGI}/zaaktypen?identificatie=evenement")["results"][0]["url"] == soort["url"]


@pytest.mark.parametrize("oud", ["documenten-1.4.3", "documenten-1.5.0"])
def test_documenten(oud: str) -> None:
    wie = client(oud)
    eio = f"{DOCUMENTEN}/enkelvoudiginformatieobjecten"
    document = wie.maak(eio, **documentlijf(trefwoorden=["dak"]) if oud.endswith("1.5.0") else documentlijf())
    hier = document["url"]
    wie.lees(hier)
    wie.vraag("HEAD", hier)
    assert wie.lees(f"{eio}?identificatie={document['identificatie']}")["count"] == 1
    slot = wie.doe("POST", f"{hier}/lock", {})["lock"]
    nieuw = {"titel": "Anders", "inhoud": base64.b64encode(b"Nieuw").decode(), "bestandsomvang": 5, "lock": slot}
    assert wie.doe("PATCH", hier, nieuw)["versie"] == 2
    wie.doe("PUT", hier, documentlijf(lock=slot, indicatieGebruiksrecht=None))
    wie.doe("POST", f"{hier}/unlock", {"lock": slot})
    assert wie.lees(f"{hier}?versie=1")["titel"] == "Brief"
    assert wie.vraag("GET", f"{hier}/download?versie=2").status_code == 200
    zaak = registreer("anna", SOORT)
    wie_zaken = client_van(wie, "zaken-1.5.1")
    erbij = wie_zaken.maak(
        f"{WORTEL}/zaakinformatieobjecten",
        zaak=f"{WORTEL}/zaken/{zaak.uuid}",
        informatieobject=wie.maak(eio, **documentlijf(informatieobjecttype=_soort_van(zaak)))["url"],
    )
    (spiegel,) = wie.lees(f"{DOCUMENTEN}/objectinformatieobjecten?informatieobject={erbij['informatieobject']}")
    wie.lees(spiegel["url"])
    recht = wie.maak(
        f"{DOCUMENTEN}/gebruiksrechten",
        informatieobject=hier,
        startdatum="2026-03-02T00:00:00Z",
        omschrijvingVoorwaarden="Alleen binnen de gemeente",
    )
    wie.lees(recht["url"])
    assert wie.lees(f"{DOCUMENTEN}/gebruiksrechten?informatieobject={hier}") == [recht]
    assert wie.lees(hier)["indicatieGebruiksrecht"] is True
    assert wie.vraag("DELETE", recht["url"]).status_code == 204
    assert wie.lees(f"{hier}/audittrail")
    assert wie.vraag("POST", eio, {"titel": "Te weinig"}).status_code == 400
    assert wie.vraag("DELETE", hier).status_code == 204


def client_van(wie: OudeClient, oud: str) -> OudeClient:
    """The same system, where it speaks to another API."""
    return OudeClient(wie.applicatie, client=Voltooid(), oud=oud)


def _soort_van(zaak: Any) -> str:
    plaats = zaak.zaaktype.zaaktypeinformatieobjecttypen.select_related("informatieobjecttype").first()
    return adres_van_soort(plaats.informatieobjecttype)


def test_autorisaties_1_0_0() -> None:
    wie = client("autorisaties-1.0.0")
    regel = {
        "component": "zrc",
        "scopes": ["zaken.lezen"],
        "zaaktype": adres_van(zaaktype(SOORT)),
        "maxVertrouwelijkheidaanduiding": "openbaar",
    }
    systeem_ = wie.maak(APPLICATIES, clientIds=["vth"], label="VTH", autorisaties=[regel])
    hier = systeem_["url"]
    assert wie.lees(hier) == systeem_
    assert wie.lees(f"{APPLICATIES}?clientIds=vth")["results"] == [systeem_]
    assert wie.lees(f"{APPLICATIES}/consumer?clientId=vth") == systeem_
    ander = {"clientIds": ["vth"], "label": "VTH 2", "heeftAlleAutorisaties": True}
    assert wie.doe("PUT", hier, ander)["heeftAlleAutorisaties"] is True
    assert wie.doe("PATCH", hier, {"heeftAlleAutorisaties": False, "autorisaties": [regel]})["autorisaties"]
    assert wie.vraag("POST", APPLICATIES, {"clientIds": ["vth"], "label": "x"}).status_code == 400
    assert wie.vraag("DELETE", hier).status_code == 204
