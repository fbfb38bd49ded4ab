"""Contacts, who took part, and what they were about: one truth with what 14 070 records."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.models import Auditregel, Partij, Verwerkingsregel, Wijziging
from autorisatie.versleuteling import zoekwaarde
from mijnzaken.berichten.models import Notificatie
from mijnzaken.klanten import inzien
from mijnzaken.klanten.handelingen import Deelnemer, Onderwerp, klantcontact_vastleggen
from mijnzaken.klanten.models import Klantcontact, Onderwerpobject
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, burger, medewerker, partij, registreer
from tests.mijnzaken.api.klantinteracties.kcs import GISTEREN, KIC, contact, kcs, lijf, maak, ref, uuids
from tests.mijnzaken.api.systeem import Systeem, fouten, mag, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
SOORT = "parkeervergunning-bewoners"


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


def rij_van(ding: dict[str, Any]) -> Klantcontact:
    gevonden: Klantcontact = Klantcontact.objects.systeem(REDEN).get(uuid=ding["uuid"])
    return gevonden


def bij_mila(anna: Partij, **meer: Any) -> Klantcontact:
    """A contact that an agent records on her screen."""
    velden = {"kanaal": "telefoon", "onderwerp": "Rijbewijs", "richting": "inkomend", **meer}
    rij: Klantcontact = klantcontact_vastleggen(medewerker("mila"), deelnemers=[Deelnemer(partij=anna)], **velden)
    return rij


def over(zaak: Zaak) -> dict[str, str]:
    return {
        "objectId": str(zaak.uuid),
        "codeObjecttype": "zaak",
        "codeRegister": "mijnzaken",
        "codeSoortObjectId": "uuid",
    }


# -- one truth ---------------------------------------------------------------------------------------------------------


def test_wat_de_agent_vastlegt_leest_een_ander_systeem(kiss: Systeem) -> None:
    anna = partij("anna")
    rij = bij_mila(anna, inhoud="Wanneer is het klaar?")
    gelezen = kiss.haal(f"{KIC}/klantcontacten/{rij.uuid}").json()
    assert (gelezen["nummer"], gelezen["onderwerp"], gelezen["inhoud"]) == (
        rij.nummer,
        "Rijbewijs",
        "Wanneer is het klaar?",
    )
    [actor] = gelezen["hadBetrokkenActoren"]
    assert (actor["soortActor"], actor["naam"]) == ("medewerker", medewerker("mila").gebruiker.naam)
    [wie] = gelezen["hadBetrokkenen"]
    betrokkene = kiss.haal(wie["url"]).json()
    assert betrokkene["wasPartij"]["uuid"] == str(anna.uuid)
    assert betrokkene["volledigeNaam"] == anna.volledige_naam


def test_wat_een_ander_systeem_vastlegt_lezen_de_agent_en_de_inwoner(kiss: Systeem) -> None:
    anna, zaak = partij("anna"), registreer("anna", SOORT)
    mag(kiss, SOORT, "zaken.lezen")
    gemaakt = contact(kiss, inhoud="Hoe lang nog?", plaatsgevondenOp=GISTEREN)
    maak(
        kiss,
        "betrokkenen",
        {
            "hadKlantcontact": ref(gemaakt),
            "wasPartij": ref({"uuid": str(anna.uuid)}),
            "rol": "klant",
            "initiator": True,
        },
    )
    onderwerp = maak(
        kiss, "onderwerpobjecten", {"klantcontact": ref(gemaakt), "onderwerpobjectidentificator": over(zaak)}
    )
    rij = rij_van(gemaakt)
    assert inzien.contacten(medewerker("mila"), partij_pk=anna.pk) == [rij]
    assert inzien.contacten(burger("anna")) == [rij]
    assert inzien.over(zaak.uuid, voor_inwoner=True) == [rij]
    assert Onderwerpobject.objects.systeem(REDEN).get(uuid=onderwerp["uuid"]).proces == zaak.proces
    nu = kiss.haal(gemaakt["url"]).json()
    assert nu["gingOverOnderwerpobjecten"] == [{"uuid": onderwerp["uuid"], "url": onderwerp["url"]}]
    assert len(nu["hadBetrokkenen"]) == 1
    [actor] = nu["hadBetrokkenActoren"]
    assert (actor["soortActor"], actor["naam"]) == ("geautomatiseerde_actor", "Systeem kcs")


def test_alles_in_een_keer_of_niets(kiss: Systeem) -> None:
    anna = partij("anna")
    inhoud = {
        "klantcontact": lijf(),
        "betrokkene": {"wasPartij": ref({"uuid": str(anna.uuid)}), "rol": "klant", "initiator": True},
        "onderwerpobject": {
            "wasKlantcontact": None,
            "onderwerpobjectidentificator": {"objectId": "A1", "codeObjecttype": "product"},
        },
    }
    gemaakt = maak(kiss, "maak-klantcontact", inhoud)
    assert gemaakt["klantcontact"]["hadBetrokkenen"] == [{k: gemaakt["betrokkene"][k] for k in ("uuid", "url")}]
    assert gemaakt["klantcontact"]["gingOverOnderwerpobjecten"][0]["uuid"] == gemaakt["onderwerpobject"]["uuid"]
    inhoud["betrokkene"]["wasPartij"] = {"uuid": "00000000-0000-4000-8000-000000000000"}
    assert fouten(kiss.stuur(f"{KIC}/maak-klantcontact", inhoud)) == {"betrokkene.wasPartij.uuid": "invalid"}
    assert Klantcontact.objects.systeem(REDEN).count() == 1
    assert fouten(kiss.stuur(f"{KIC}/maak-klantcontact", {"klantcontact": lijf(onderwerp="")})) == {
        "klantcontact.onderwerp": "invalid"
    }


# -- changing ----------------------------------------------------------------------------------------------------------


def test_wat_een_systeem_vastlegde_wijzigt_een_systeem(kiss: Systeem) -> None:
    gemaakt = contact(kiss, verdereActieOndernomen=True, metadata={"bron": "chat"})
    gewijzigd = kiss.wijzig(gemaakt["url"], {"onderwerp": "Ander"}).json()
    assert gewijzigd["onderwerp"] == "Ander"
    assert gewijzigd["verdereActieOndernomen"] is True  # not the default of the document: it was not sent
    assert gewijzigd["metadata"] == {"bron": "chat"}
    geheel = kiss.vraag("PUT", gemaakt["url"], lijf(onderwerp="Geheel", indicatieContactGelukt=True)).json()
    assert (geheel["onderwerp"], geheel["indicatieContactGelukt"]) == ("Geheel", True)
    sporen = Wijziging.objects.filter(hoofdobject_uuid=gemaakt["uuid"]).order_by("pk")
    assert [spoor.actie for spoor in sporen] == ["create", "partial_update", "update"]
    assert set(Notificatie.objects.values_list("kanaal", "resource")) >= {("klantcontacten", "klantcontact")}


def test_niets_is_niets_en_niet_wat_een_veld_anders_zegt(kiss: Systeem) -> None:
    gemaakt = contact(kiss, referentienummer="R1", indicatieContactGelukt=True)
    leeg = kiss.wijzig(gemaakt["url"], {"referentienummer": None, "indicatieContactGelukt": None}).json()
    assert (leeg["referentienummer"], leeg["indicatieContactGelukt"]) == (None, None)
    assert fouten(kiss.wijzig(gemaakt["url"], {"plaatsgevondenOp": None})) == {"plaatsgevondenOp": "null"}


def test_wat_een_medewerker_vastlegde_verandert_geen_ander_systeem(kiss: Systeem) -> None:
    anna = partij("anna")
    url = f"{KIC}/klantcontacten/{bij_mila(anna).uuid}"
    assert kiss.wijzig(url, {"onderwerp": "Ander"}).status_code == 403
    assert kiss.verwijder(url).status_code == 403
    [wie] = kiss.haal(url).json()["hadBetrokkenen"]
    assert kiss.wijzig(wie["url"], {"rol": "vertegenwoordiger"}).status_code == 403
    assert kiss.verwijder(wie["url"]).status_code == 403
    ander = {"hadKlantcontact": {"uuid": url.rpartition("/")[2]}, "rol": "klant", "initiator": True}
    assert kiss.stuur(f"{KIC}/betrokkenen", ander).status_code == 403
    eigen = maak(kiss, "betrokkenen", ander | {"hadKlantcontact": ref(contact(kiss))})
    assert kiss.wijzig(eigen["url"], {"hadKlantcontact": ander["hadKlantcontact"]}).status_code == 403


def test_wat_niet_past_wordt_geweigerd(kiss: Systeem) -> None:
    contact(kiss, nummer="1234567890", referentienummer="R1")
    for velden, verwacht in (
        ({"kanaal": " "}, {"kanaal": "invalid"}),
        ({"plaatsgevondenOp": "2030-01-01T10:00:00Z"}, {"plaatsgevondenOp": "invalid"}),
        ({"nummer": "1234567890"}, {"nummer": "unique"}),
        ({"referentienummer": "R1"}, {"referentienummer": "unique"}),
        ({"nummer": "0000000001"}, {"nummer": "invalid"}),  # ours
        ({"metadata": {"a": 1}}, {"metadata.a": "invalid"}),
        ({"metadata": {"a": "x" * 256}}, {"metadata.a": "max_length"}),
        ({"inhoud": "x" * 1001}, {"inhoud": "max_length"}),
        ({"taal": "nlds"}, {"taal": "max_length"}),
        ({"vertrouwelijk": None}, {"vertrouwelijk": "null"}),
    ):
        assert fouten(kiss.stuur(f"{KIC}/klantcontacten", lijf(**velden))) == verwacht
    assert contact(kiss, nummer="", referentienummer=None)["nummer"].startswith("0")


# -- removing ----------------------------------------------------------------------------------------------------------


def test_een_contact_gaat_weg_met_alles_wat_erbij_hoort(kiss: Systeem) -> None:
    een, twee = contact(kiss), contact(kiss)
    maak(
        kiss,
        "betrokkenen",
        {
            "hadKlantcontact": ref(een),
            "wasPartij": {"uuid": str(partij("anna").uuid)},
            "rol": "klant",
            "initiator": True,
        },
    )
    vervolg = maak(kiss, "onderwerpobjecten", {"klantcontact": ref(twee), "wasKlantcontact": ref(een)})
    assert kiss.verwijder(een["url"]).status_code == 204
    assert kiss.haal(een["url"]).status_code == 404
    assert kiss.haal(vervolg["url"]).json()["wasKlantcontact"] is None
    assert list(Wijziging.objects.filter(hoofdobject_uuid=een["uuid"]).values_list("actie", "oud")) == [
        ("destroy", None)
    ]
    audit = Auditregel.objects.get(handeling="klantcontact_verwijderen")
    assert Verwerkingsregel.objects.filter(audit=audit).count() == 1  # Anna reads that it was


# -- who may -----------------------------------------------------------------------------------------------------------


def test_de_scopes_van_klantinteracties(kiss: Systeem) -> None:
    gemaakt = contact(kiss)
    daden = {
        "klantinteracties.lezen": lambda wie: wie.haal(gemaakt["url"]).status_code,
        "klantinteracties.bijwerken": lambda wie: wie.wijzig(gemaakt["url"], {"onderwerp": "Ander"}).status_code,
        "klantinteracties.verwijderen": lambda wie: wie.verwijder(gemaakt["url"]).status_code,
    }
    for scope in daden:
        wie = kcs(scope, scope)
        for eis, daad in daden.items():
            assert (daad(wie) < 300) == (eis == scope), (scope, eis)
    niets = systeem("niets")
    assert niets.haal(f"{KIC}/klantcontacten").status_code == 403
    assert niets.stuur(f"{KIC}/klantcontacten", lijf()).status_code == 403


def test_wat_is_afgeschermd_bestaat_niet(kiss: Systeem) -> None:
    anna, zaak = partij("anna"), registreer("bram", SOORT)
    met_anna = bij_mila(anna)
    over_zaak = klantcontact_vastleggen(
        medewerker("mila"),
        kanaal="balie",
        onderwerp="Zaak",
        richting="inkomend",
        deelnemers=(),
        over=[Onderwerp("zaak", zaak.uuid)],
    )
    Partij.objects.systeem(REDEN).filter(pk=anna.pk).update(afgeschermd=True)
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(afgeschermd=True)
    for wie in (kiss, systeem("alles", alles=True)):
        assert uuids(wie.haal(f"{KIC}/klantcontacten")) == []
        assert uuids(wie.haal(f"{KIC}/betrokkenen")) == []
        assert uuids(wie.haal(f"{KIC}/onderwerpobjecten")) == []
        for rij in (met_anna, over_zaak):
            assert wie.haal(f"{KIC}/klantcontacten/{rij.uuid}").status_code == 404
        inhoud = {
            "hadKlantcontact": ref(contact(kiss)),
            "wasPartij": {"uuid": str(anna.uuid)},
            "rol": "klant",
            "initiator": True,
        }
        assert fouten(kiss.stuur(f"{KIC}/betrokkenen", inhoud)) == {"wasPartij.uuid": "invalid"}
        Klantcontact.objects.systeem(REDEN).filter(applicatie__isnull=False).delete()


def test_wat_vertrouwelijk_is_leest_alleen_het_systeem_dat_het_vastlegde(kiss: Systeem) -> None:
    gemaakt = contact(kiss, vertrouwelijk=True)
    assert uuids(kiss.haal(f"{KIC}/klantcontacten?vertrouwelijk=true")) == [gemaakt["uuid"]]
    ander = kcs("ander")
    assert uuids(ander.haal(f"{KIC}/klantcontacten")) == []
    assert ander.haal(gemaakt["url"]).status_code == 403
    assert uuids(systeem("alles", alles=True).haal(f"{KIC}/klantcontacten")) == [gemaakt["uuid"]]


def test_de_inwoner_ziet_dat_een_systeem_zijn_contacten_las(kiss: Systeem) -> None:
    anna = partij("anna")
    rij = bij_mila(anna)
    kiss.haal(f"{KIC}/klantcontacten/{rij.uuid}")
    kiss.haal(f"{KIC}/klantcontacten")
    kiss.haal(f"{KIC}/betrokkenen")
    gelezen = Auditregel.objects.filter(handeling="contact_inzien")
    assert Verwerkingsregel.objects.filter(audit__in=gelezen).count() == 3


# -- lists -------------------------------------------------------------------------------------------------------------


def test_elk_filter_van_het_document_smalt_de_lijst_van_contacten(kiss: Systeem) -> None:
    anna = partij("anna")
    raak = contact(
        kiss,
        nummer="1234567890",
        referentienummer="R1",
        inhoud="Over iets",
        reactie="Ja hoor",
        kanaal="chat",
        indicatieContactGelukt=True,
        vertrouwelijk=True,
        plaatsgevondenOp=GISTEREN,
    )
    wie = maak(
        kiss,
        "betrokkenen",
        {"hadKlantcontact": ref(raak), "wasPartij": {"uuid": str(anna.uuid)}, "rol": "klant", "initiator": True},
    )
    vervolg = contact(kiss, onderwerp="Vervolg")
    soort = {"objectId": "A1", "codeObjecttype": "product", "codeRegister": "pdc", "codeSoortObjectId": "code"}
    iets = maak(
        kiss,
        "onderwerpobjecten",
        {"klantcontact": ref(vervolg), "wasKlantcontact": ref(raak), "onderwerpobjectidentificator": soort},
    )
    bsn = anna.bsn.tonen()
    for vraag, goed in {
        "nummer=1234567890": raak,
        "referentienummer=R1": raak,
        "inhoud=iets": raak,
        "reactie=ja": raak,
        "onderwerp=pasp": raak,
        "kanaal=chat": raak,
        "indicatieContactGelukt=true": raak,
        "vertrouwelijk=true": raak,
        f"plaatsgevondenOp={GISTEREN}": raak,
        f"hadBetrokkene__uuid={wie['uuid']}": raak,
        f"hadBetrokkene__url={wie['url']}": raak,
        "hadBetrokkene__wasPartij=true": raak,
        f"hadBetrokkene__wasPartij__uuid={anna.uuid}": raak,
        f"hadBetrokkene__wasPartij__url=http://x.nl/partijen/{anna.uuid}": raak,
        f"hadBetrokkene__wasPartij__partijIdentificator__objectId={bsn}": raak,
        "hadBetrokkene__wasPartij__partijIdentificator__codeSoortObjectId=bsn": raak,
        "hadBetrokkene__wasPartij__partijIdentificator__codeRegister=brp": raak,
        "hadBetrokkene__wasPartij__partijIdentificator__codeObjecttype=natuurlijk_persoon": raak,
        f"onderwerpobject__uuid={iets['uuid']}": vervolg,
        f"onderwerpobject__url={iets['url']}": vervolg,
        "onderwerpobject__onderwerpobjectidentificatorObjectId=A1": vervolg,
        "onderwerpobject__onderwerpobjectidentificatorCodeObjecttype=product": vervolg,
        "onderwerpobject__onderwerpobjectidentificatorCodeRegister=pdc": vervolg,
        "onderwerpobject__onderwerpobjectidentificatorCodeSoortObjectId=code": vervolg,
        f"wasOnderwerpobject__uuid={iets['uuid']}": raak,
        f"wasOnderwerpobject__url={iets['url']}": raak,
        "wasOnderwerpobject__onderwerpobjectidentificatorObjectId=A1": raak,
    }.items():
        assert uuids(kiss.haal(f"{KIC}/klantcontacten?{vraag}")) == [goed["uuid"]], vraag
    assert uuids(kiss.haal(f"{KIC}/klantcontacten?leiddeTotInterneTaken=true")) == []
    assert uuids(kiss.haal(f"{KIC}/klantcontacten?hadBetrokkene__url=http://x.nl/")) == []
    deel = "hadBetrokkene__wasPartij__partijIdentificator__"
    anders = f"{deel}codeSoortObjectId=rsin&{deel}objectId={bsn}"
    assert uuids(kiss.haal(f"{KIC}/klantcontacten?{anders}")) == []
    for vraag in (
        f"hadKlantcontact__uuid={raak['uuid']}",
        "hadKlantcontact__nummer=1234567890",
        "hadKlantcontact__referentienummer=R1",
        f"wasPartij__uuid={anna.uuid}",
        f"wasPartij__partijIdentificator__objectId={bsn}",
    ):
        assert uuids(kiss.haal(f"{KIC}/betrokkenen?{vraag}")) == [wie["uuid"]], vraag
    assert uuids(kiss.haal(f"{KIC}/betrokkenen?contactnaamAchternaam=Niemand")) == []
    for vraag in (
        f"klantcontact__url={vervolg['url']}",
        f"wasKlantcontact__uuid={raak['uuid']}",
        "onderwerpobjectidentificatorObjectId=A1",
    ):
        assert uuids(kiss.haal(f"{KIC}/onderwerpobjecten?{vraag}")) == [iets["uuid"]], vraag


def test_een_lijst_is_acht_vragen_aan_de_database_en_een_relatie_een_meer(kiss: Systeem) -> None:
    for _ in range(3):
        gemaakt = contact(kiss)
        maak(
            kiss,
            "betrokkenen",
            {
                "hadKlantcontact": ref(gemaakt),
                "rol": "klant",
                "initiator": True,
                "wasPartij": {"uuid": str(partij("anna").uuid)},
            },
        )
        maak(kiss, "onderwerpobjecten", {"klantcontact": ref(gemaakt)})

    def tel(vraag: str) -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert len(uuids(kiss.haal(f"{KIC}/{vraag}"))) == 3
        return len([v for v in vragen if "SAVEPOINT" not in v["sql"]])

    kaal = tel("klantcontacten")
    assert kaal <= 8
    assert tel("klantcontacten?expand=hadBetrokkenen") <= kaal + 1
    assert tel("klantcontacten?expand=hadBetrokkenen,gingOverOnderwerpobjecten") <= kaal + 2
    assert tel("betrokkenen") <= 8
    assert tel("onderwerpobjecten") <= 8
    uitgevouwen = kiss.haal(f"{KIC}/klantcontacten?expand=hadBetrokkenen").json()["results"][0]
    assert uitgevouwen["_expand"]["hadBetrokkenen"][0]["rol"] == "klant"


def test_dezelfde_sleutel_geeft_hetzelfde_contact(kiss: Systeem) -> None:
    een, twee = (kiss.stuur(f"{KIC}/klantcontacten", lijf(), Idempotency_Key="k1") for _ in range(2))
    assert een.json() == twee.json()
    assert Klantcontact.objects.systeem(REDEN).count() == 1


def test_een_vast_token_is_genoeg(kiss: Systeem) -> None:
    kiss.applicatie.token_zoekwaarde = zoekwaarde("geheim-token", soort="token")
    kiss.applicatie.save()
    assert kiss.haal(f"{KIC}/klantcontacten", Authorization="Token geheim-token").status_code == 200
