"""Interne taken: a task of another system stands on the list of the department, and is done there."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.logboek import betrokkene_sleutel
from autorisatie.models import Partij, Verwerkingsregel, Wijziging
from catalogus.models import Team
from mijnzaken.klanten.handelingen import Deelnemer, klantcontact_vastleggen
from mijnzaken.zaken.handelingen.terugbellen import terugbelnotitie_beantwoorden, terugbelproces
from mijnzaken.zaken.models import Terugbelgegevens, Zaak
from mijnzaken.zaken.terugbellijst import Notitiefilter, notities
from mijnzaken.zaken.wissen import wis_zaak
from tests.fabrieken import REDEN, medewerker, partij
from tests.mijnzaken.api.klantinteracties.kcs import KIC, contact, kcs, maak, ref, uuids
from tests.mijnzaken.api.systeem import Systeem, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


def van_anna(kiss: Systeem) -> dict[str, Any]:
    """A contact of Anna, who left the number on which she wants to be called."""
    gemaakt = contact(kiss, inhoud="Over de meting")
    wie = maak(
        kiss,
        "betrokkenen",
        {
            "hadKlantcontact": ref(gemaakt),
            "rol": "klant",
            "initiator": True,
            "wasPartij": {"uuid": str(partij("anna").uuid)},
        },
    )
    nummer = {
        "adres": "06 10000137",
        "soortDigitaalAdres": "telefoonnummer",
        "verstrektDoorBetrokkene": ref(wie),
        "verstrektDoorPartij": None,
    }
    maak(kiss, "digitaleadressen", nummer)
    return gemaakt


def taak(kiss: Systeem, van: dict[str, Any], **meer: Any) -> dict[str, Any]:
    inhoud = {
        "gevraagdeHandeling": "Terugbellen",
        "toelichting": "Wanneer wordt er gemeten?",
        "aanleidinggevendKlantcontact": ref(van),
        "status": "te_verwerken",
        **meer,
    }
    return maak(kiss, "internetaken", inhoud)


def zaak_van(ding: dict[str, Any]) -> Zaak:
    gevonden: Zaak = Zaak.objects.systeem(REDEN).get(terugbel__uuid=ding["uuid"])
    return gevonden


def team() -> Team:
    """Karim answers its notes."""
    gevonden = Team.objects.get(naam="Geluid en Lucht")
    return gevonden


def aan_het_team() -> list[dict[str, str]]:
    return [{"uuid": str(team().uuid)}]


def test_een_interne_taak_staat_op_de_lijst_van_de_afdeling(kiss: Systeem) -> None:
    van = van_anna(kiss)
    gemaakt = taak(kiss, van, referentienummer="T1", toegewezenAanActoren=aan_het_team())
    zaak = zaak_van(gemaakt)
    gegevens = zaak.terugbel
    assert (gegevens.onderwerp, gegevens.vraag, gegevens.kenmerk) == ("Terugbellen", "Over de meting", "T1")
    [voor_staf] = zaak.notities.all()  # the resident reads what he said himself, and not this
    assert (voor_staf.tekst, voor_staf.door) == ("Wanneer wordt er gemeten?", "Systeem kcs")
    assert (gegevens.achternaam, gegevens.telefoonnummer) == ("de Vries", "+31610000137")
    assert zaak.team == team()
    assert zaak_van(taak(kiss, van)).team == terugbelproces().team  # nobody in particular was asked
    assert zaak.rollen.get().partij == partij("anna")  # she sees it under Contact
    assert zaak in notities(medewerker("karim"), Notitiefilter()).rijen
    assert gemaakt["toegewezenAanActor"]["uuid"] == str(zaak.team.uuid)
    assert {"uuid": gemaakt["uuid"], "url": gemaakt["url"]} in kiss.haal(van["url"]).json()["leiddeTotInterneTaken"]
    assert uuids(kiss.haal(f"{KIC}/klantcontacten?leiddeTotInterneTaken=true")) == [van["uuid"]]
    [open_] = kiss.haal(f"{KIC}/klantcontacten?expand=leiddeTotInterneTaken").json()["results"]
    assert open_["_expand"]["leiddeTotInterneTaken"][0]["status"] == "te_verwerken"
    assert kiss.verwijder(van["url"]).status_code == 409  # somebody still has to call


def test_wat_daar_wordt_gedaan_is_hier_te_lezen(kiss: Systeem) -> None:
    gemaakt = taak(kiss, van_anna(kiss), toegewezenAanActoren=aan_het_team())
    karim = medewerker("karim")
    terugbelnotitie_beantwoorden(karim, zaak_van(gemaakt), antwoord="Dinsdag.")
    gelezen = kiss.haal(gemaakt["url"]).json()
    assert gelezen["status"] == "verwerkt"
    assert gelezen["afgehandeldOp"] is not None
    assert str(karim.gebruiker.uuid) in [actor["uuid"] for actor in gelezen["toegewezenAanActoren"]]
    weer = kiss.wijzig(gemaakt["url"], {"toelichting": "Nog iets"})
    assert (weer.status_code, weer.json()["code"]) == (409, "taak-verwerkt")


def test_een_systeem_wijzigt_en_verwerkt_een_taak(kiss: Systeem) -> None:
    gemaakt = taak(kiss, van_anna(kiss))
    sanne = medewerker("sanne").gebruiker
    gewijzigd = kiss.wijzig(
        gemaakt["url"], {"toelichting": "Anders", "toegewezenAanActoren": [{"uuid": str(sanne.uuid)}]}
    ).json()
    assert gewijzigd["toelichting"] == "Anders"
    assert zaak_van(gemaakt).behandelaar == sanne
    assert fouten(kiss.wijzig(gemaakt["url"], {"toegewezenAanActor": {"uuid": str(kiss.applicatie.uuid)}})) == {
        "toegewezenAanActor.uuid": "invalid"
    }
    assert fouten(kiss.wijzig(gemaakt["url"], {"aanleidinggevendKlantcontact": ref(contact(kiss))})) == {
        "aanleidinggevendKlantcontact": "wijzigen-niet-toegelaten"
    }
    klaar = kiss.wijzig(gemaakt["url"], {"status": "verwerkt"}).json()
    assert klaar["status"] == "verwerkt"
    assert not zaak_van(gemaakt).is_open
    meteen = taak(kiss, contact(kiss), status="verwerkt", toegewezenAanActoren=aan_het_team())
    assert meteen["status"] == "verwerkt"
    assert zaak_van(meteen).terugbel.achternaam == "onbekend"  # nobody took part


def test_een_taak_heeft_geen_nummer_van_een_ander_systeem_meer(kiss: Systeem) -> None:
    gemaakt = taak(kiss, contact(kiss), referentienummer="T1")
    assert kiss.wijzig(gemaakt["url"], {"referentienummer": None}).json()["referentienummer"] == ""


def test_een_taak_na_een_gesprek_met_een_agent(kiss: Systeem) -> None:
    rij = klantcontact_vastleggen(
        medewerker("mila"),
        kanaal="telefoon",
        onderwerp="Meting",
        richting="inkomend",
        deelnemers=[Deelnemer(partij=partij("anna"))],
    )
    assert taak(kiss, {"uuid": str(rij.uuid)})["aanleidinggevendKlantcontact"]["uuid"] == str(rij.uuid)


def test_de_filters_van_interne_taken(kiss: Systeem) -> None:
    van = contact(kiss, nummer="1234567890", referentienummer="R1")
    raak = taak(kiss, van, referentienummer="T1", toegewezenAanActoren=aan_het_team())
    ander = taak(kiss, contact(kiss), status="verwerkt", toegewezenAanActoren=aan_het_team())
    for vraag in (
        "referentienummer=T1",
        "status=te_verwerken",
        f"aanleidinggevendKlantcontact__uuid={van['uuid']}",
        f"aanleidinggevendKlantcontact__url={van['url']}",
        f"klantcontact__uuid={van['uuid']}",
        "klantcontact__nummer=1234567890",
        "klantcontact__referentienummer=R1",
    ):
        assert uuids(kiss.haal(f"{KIC}/internetaken?{vraag}")) == [raak["uuid"]], vraag
    assert uuids(kiss.haal(f"{KIC}/internetaken?status=verwerkt")) == [ander["uuid"]]
    for vraag in (
        f"toegewezenAanActor__uuid={team().uuid}",
        f"toegewezenAanActor__url={raak['toegewezenAanActor']['url']}",
        f"actoren__naam={team().naam}",
    ):
        assert len(uuids(kiss.haal(f"{KIC}/internetaken?{vraag}"))) == 2, vraag
    assert uuids(kiss.haal(f"{KIC}/internetaken?nummer=1")) == []
    with CaptureQueriesContext(connection) as vragen:
        kiss.haal(f"{KIC}/internetaken")
    assert len([v for v in vragen if "SAVEPOINT" not in v["sql"]]) <= 8


def test_wie_is_afgeschermd_heeft_hier_geen_taak(kiss: Systeem) -> None:
    gemaakt = taak(kiss, van_anna(kiss))
    Partij.objects.systeem(REDEN).filter(pk=partij("anna").pk).update(afgeschermd=True)
    for wie in (kiss, systeem("alles", alles=True)):
        assert uuids(wie.haal(f"{KIC}/internetaken")) == []
        assert wie.haal(gemaakt["url"]).status_code == 404
    lezer = kcs("partijen", "partijen.lezen")
    assert lezer.haal(f"{KIC}/internetaken").status_code == 403


def test_met_de_notitie_gaan_de_sporen_van_de_taak(kiss: Systeem) -> None:
    gemaakt = taak(kiss, contact(kiss))
    zaak = zaak_van(gemaakt)
    assert Wijziging.objects.filter(hoofdobject_uuid=zaak.uuid, resource="internetaak").count() == 1
    wis_zaak(Zaak.objects.systeem(REDEN).get(pk=zaak.pk))
    assert not Wijziging.objects.filter(hoofdobject_uuid=zaak.uuid).exists()


# -- taking one back ---------------------------------------------------------------------------------------------------


def test_een_systeem_neemt_een_taak_terug_waar_nog_niemand_aan_begon(kiss: Systeem) -> None:
    gemaakt = taak(kiss, van_anna(kiss))
    zaak = zaak_van(gemaakt)
    assert kiss.verwijder(gemaakt["url"]).status_code == 204
    assert kiss.haal(gemaakt["url"]).status_code == 404
    assert not Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).exists()
    (spoor,) = Wijziging.objects.filter(hoofdobject_uuid=zaak.uuid)
    assert (spoor.actie, spoor.oud, spoor.nieuw) == ("destroy", None, None)
    regel = Verwerkingsregel.objects.get(name="internetaak_verwijderen")
    assert regel.data_subject_id == betrokkene_sleutel(partij("anna").pk)


def test_waar_iemand_aan_werkt_neemt_geen_systeem_terug(kiss: Systeem) -> None:
    klaar = taak(kiss, van_anna(kiss), status="verwerkt")
    begonnen = taak(kiss, van_anna(kiss), toegewezenAanActoren=[{"uuid": str(medewerker("karim").gebruiker.uuid)}])
    for gemaakt, code in ((klaar, "conflict"), (begonnen, "taak-begonnen")):
        geweigerd = kiss.verwijder(gemaakt["url"])
        assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, code)


def test_wat_een_agent_of_een_inwoner_vroeg_neemt_geen_systeem_terug(kiss: Systeem) -> None:
    gemaakt = taak(kiss, van_anna(kiss))
    zaak = zaak_van(gemaakt)
    Terugbelgegevens.objects.systeem(REDEN).filter(zaak=zaak).update(gemaakt_door=medewerker("mila").gebruiker)
    assert kiss.verwijder(gemaakt["url"]).status_code == 403
    Terugbelgegevens.objects.systeem(REDEN).filter(zaak=zaak).update(gemaakt_door=None)
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(kanaal="portaal")
    assert kiss.verwijder(gemaakt["url"]).status_code == 403
