"""Actoren: who takes part in a contact on the side of the municipality, here and in another system."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.models import Partij
from catalogus.models import Team
from mijnzaken.klanten.handelingen import klantcontact_vastleggen
from mijnzaken.klanten.models import Actorrelatie, Klantcontact
from tests.fabrieken import REDEN, medewerker, partij
from tests.mijnzaken.api.klantinteracties.kcs import KIC, contact, kcs, maak, ref, uuids
from tests.mijnzaken.api.systeem import Systeem, fouten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
VAST = "wijzigen-niet-toegelaten"


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


def team() -> Team:
    gevonden = Team.objects.get(naam="Geluid en Lucht")
    return gevonden


def els(kiss: Systeem, **meer: Any) -> dict[str, Any]:
    """An agent of the other contact centre."""
    inhoud = {
        "naam": "Els de Boer",
        "soortActor": "medewerker",
        "indicatieActief": True,
        "actoridentificator": {
            "objectId": "els",
            "codeObjecttype": "mdw",
            "codeRegister": "kiss",
            "codeSoortObjectId": "account",
        },
        "actorIdentificatie": {"functie": "agent", "telefoonnummer": "0101234567"},
        **meer,
    }
    return maak(kiss, "actoren", inhoud)


def deed_mee(kiss: Systeem, van: dict[str, Any], wie: dict[str, str]) -> dict[str, Any]:
    return maak(kiss, "actorklantcontacten", {"klantcontact": ref(van), "actor": wie})


def van_mila() -> Klantcontact:
    """A contact that an agent of ours recorded, with Anna."""
    rij: Klantcontact = klantcontact_vastleggen(
        medewerker("mila"), kanaal="balie", onderwerp="Vraag", richting="inkomend", deelnemers=()
    )
    return rij


# -- who works here ----------------------------------------------------------------------------------------------------


def test_wie_hier_werkt_is_een_actor(kiss: Systeem) -> None:
    sanne = medewerker("sanne").gebruiker
    for wie, soort, naam in (
        (sanne, "medewerker", sanne.naam),
        (team(), "organisatorische_eenheid", team().naam),
        (kiss.applicatie, "geautomatiseerde_actor", kiss.applicatie.label),
    ):
        gelezen = kiss.haal(f"{KIC}/actoren/{wie.uuid}").json()
        assert (gelezen["soortActor"], gelezen["naam"]) == (soort, naam)
        assert uuids(kiss.haal(f"{KIC}/actoren?naam={naam}")) == [str(wie.uuid)]
        assert uuids(kiss.haal(f"{KIC}/actoren?actoridentificatorObjectId={wie.uuid}&soortActor={soort}")) == [
            str(wie.uuid)
        ]
    assert kiss.haal(f"{KIC}/actoren/{partij('anna').uuid}").status_code == 404
    for vraag in (
        "actoridentificatorObjectId=x",
        "actoridentificatorCodeRegister=elders",
        "soortActor=medewerker&actoridentificatorCodeObjecttype=team",
    ):
        assert uuids(kiss.haal(f"{KIC}/actoren?{vraag}")) == [], vraag


def test_de_lijst_van_actoren_is_er_een(kiss: Systeem) -> None:
    medewerker("sanne")
    with CaptureQueriesContext(connection) as vragen:
        alles = kiss.haal(f"{KIC}/actoren?pageSize=500").json()
    assert len([v for v in vragen if "SAVEPOINT" not in v["sql"]]) <= 8
    assert alles["count"] == len(alles["results"])
    assert {rij["soortActor"] for rij in alles["results"]} == {
        "medewerker",
        "organisatorische_eenheid",
        "geautomatiseerde_actor",
    }
    tweede = kiss.haal(f"{KIC}/actoren?pageSize=1&page=2").json()
    assert tweede["results"] == alles["results"][1:2]
    actief = kiss.haal(f"{KIC}/actoren?indicatieActief=false&pageSize=500").json()["results"]
    assert all(rij["indicatieActief"] is False for rij in actief)


def test_wie_hier_werkt_verandert_geen_ander_systeem(kiss: Systeem) -> None:
    for wie in (medewerker("sanne").gebruiker, team(), kiss.applicatie):
        adres = f"{KIC}/actoren/{wie.uuid}"
        assert kiss.vraag("PUT", adres, kiss.haal(adres).json() | {"actorIdentificatie": None}).status_code in (
            400,
            403,
        )
        assert kiss.wijzig(adres, {"naam": "Anders"}).status_code == 403
        assert kiss.verwijder(adres).status_code == 403


# -- who works elsewhere -----------------------------------------------------------------------------------------------


def test_een_systeem_legt_vast_wie_er_bij_hem_werkt(kiss: Systeem) -> None:
    gemaakt = els(kiss)
    assert gemaakt["actorIdentificatie"] == {"functie": "agent", "emailadres": "", "telefoonnummer": "0101234567"}
    assert kiss.haal(gemaakt["url"]).json() == gemaakt
    rij = maak(kiss, "actoren", {"naam": "Wachtrij", "soortActor": "organisatorische_eenheid"})
    assert (rij["indicatieActief"], rij["actoridentificator"]) == (True, None)
    for vraag in (
        "naam=Els de Boer",
        "actoridentificatorObjectId=els",
        "actoridentificatorCodeRegister=kiss&soortActor=medewerker",
    ):
        assert uuids(kiss.haal(f"{KIC}/actoren?{vraag}")) == [gemaakt["uuid"]], vraag
    assert kiss.wijzig(gemaakt["url"], {"naam": "Els Smit"}).json()["naam"] == "Els Smit"
    functie = {"actorIdentificatie": {"functie": "senior", "telefoonnummer": "0107654321"}}
    assert kiss.wijzig(gemaakt["url"], functie).json()["actorIdentificatie"]["functie"] == "senior"
    assert fouten(kiss.wijzig(gemaakt["url"], {"soortActor": "geautomatiseerde_actor"})) == {"soortActor": VAST}
    assert kiss.vraag("PUT", gemaakt["url"], gemaakt).json() == gemaakt
    assert kiss.verwijder(gemaakt["url"]).status_code == 204
    assert kiss.haal(gemaakt["url"]).status_code == 404


def test_wie_er_nog_bij_was_gaat_niet_weg(kiss: Systeem) -> None:
    wie = els(kiss)
    deed_mee(kiss, contact(kiss), ref(wie))
    geweigerd = kiss.verwijder(wie["url"])
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "pending-relations")


# -- who took part -----------------------------------------------------------------------------------------------------


def test_wie_een_contact_vastlegde(kiss: Systeem) -> None:
    eigen, mila = contact(kiss), medewerker("mila")
    rij = klantcontact_vastleggen(mila, kanaal="balie", onderwerp="Vraag", richting="inkomend", deelnemers=())
    assert uuids(kiss.haal(f"{KIC}/actorklantcontacten")) == [str(rij.uuid), eigen["uuid"]]
    gelezen = kiss.haal(f"{KIC}/actorklantcontacten/{rij.uuid}").json()
    assert gelezen["actor"]["uuid"] == str(mila.gebruiker.uuid)
    assert kiss.haal(gelezen["actor"]["url"]).json()["naam"] == mila.gebruiker.naam
    for vraag, goed in (
        (f"actor__uuid={mila.gebruiker.uuid}", str(rij.uuid)),
        (f"actor__url=http://x.nl/{kiss.applicatie.uuid}", eigen["uuid"]),
        (f"klantcontact__uuid={rij.uuid}", str(rij.uuid)),
    ):
        assert uuids(kiss.haal(f"{KIC}/actorklantcontacten?{vraag}")) == [goed], vraag


def test_wie_er_ook_bij_was_zegt_het_systeem(kiss: Systeem) -> None:
    van, ander, wie = contact(kiss), contact(kiss), els(kiss)
    sanne = {"uuid": str(medewerker("sanne").gebruiker.uuid)}
    relatie = deed_mee(kiss, van, ref(wie))
    for uuid in (sanne["uuid"], str(team().uuid)):
        deed_mee(kiss, van, {"uuid": uuid})
    erbij = [actor["uuid"] for actor in kiss.haal(van["url"]).json()["hadBetrokkenActoren"]]
    assert erbij == [str(kiss.applicatie.uuid), wie["uuid"], sanne["uuid"], str(team().uuid)]
    assert kiss.haal(relatie["url"]).json() == relatie
    assert uuids(kiss.haal(f"{KIC}/actorklantcontacten?actor__uuid={wie['uuid']}")) == [relatie["uuid"]]
    alle = uuids(kiss.haal(f"{KIC}/actorklantcontacten"))
    assert (len(alle), alle[:2]) == (5, [ander["uuid"], van["uuid"]])
    assert uuids(kiss.haal(f"{KIC}/actorklantcontacten?pageSize=2&page=2")) == alle[2:4]
    verhuisd = kiss.wijzig(relatie["url"], {"klantcontact": ref(ander)}).json()
    assert verhuisd["klantcontact"]["uuid"] == ander["uuid"]
    assert kiss.wijzig(relatie["url"], {"actor": sanne}).json()["actor"]["uuid"] == sanne["uuid"]
    assert kiss.verwijder(relatie["url"]).status_code == 204
    assert kiss.haal(relatie["url"]).status_code == 404


def test_wie_er_niet_of_al_bij_was_komt_er_niet_bij(kiss: Systeem) -> None:
    van, wie = contact(kiss), els(kiss)
    deed_mee(kiss, van, ref(wie))
    for actor, code in (
        (ref(wie), {"actor": "unique"}),
        ({"uuid": str(kiss.applicatie.uuid)}, {"actor": "unique"}),
        ({"uuid": str(partij("anna").uuid)}, {"actor.uuid": "invalid"}),
        (ref(els(kiss, indicatieActief=False)), {"actor.uuid": "invalid"}),
    ):
        assert fouten(kiss.stuur(f"{KIC}/actorklantcontacten", {"klantcontact": ref(van), "actor": actor})) == code


def test_bij_wat_een_medewerker_vastlegde_verandert_geen_systeem_wie_erbij_was(kiss: Systeem) -> None:
    rij, eigen = van_mila(), contact(kiss)
    inhoud = {"klantcontact": {"uuid": str(rij.uuid)}, "actor": ref(els(kiss))}
    assert kiss.stuur(f"{KIC}/actorklantcontacten", inhoud).status_code == 403
    for uuid in (str(rij.uuid), eigen["uuid"]):  # who recorded it is no relation of its own
        adres = f"{KIC}/actorklantcontacten/{uuid}"
        assert kiss.wijzig(adres, {"actor": ref(els(kiss))}).status_code == 403
        assert kiss.verwijder(adres).status_code == 403


def test_wie_erbij_was_is_van_het_contact(kiss: Systeem) -> None:
    van = contact(kiss)
    anna = {"uuid": str(partij("anna").uuid)}
    maak(kiss, "betrokkenen", {"hadKlantcontact": ref(van), "rol": "klant", "initiator": True, "wasPartij": anna})
    relatie = deed_mee(kiss, van, ref(els(kiss)))
    Partij.objects.systeem(REDEN).filter(pk=partij("anna").pk).update(afgeschermd=True)
    assert uuids(kiss.haal(f"{KIC}/actorklantcontacten")) == []
    assert kiss.haal(relatie["url"]).status_code == 404
    Partij.objects.systeem(REDEN).filter(pk=partij("anna").pk).update(afgeschermd=False)
    assert kiss.verwijder(van["url"]).status_code == 204
    assert not Actorrelatie.objects.systeem(REDEN).exists()


def test_een_lijst_met_actoren_is_ten_hoogste_acht_vragen(kiss: Systeem) -> None:
    for _ in range(3):
        van = contact(kiss)
        deed_mee(kiss, van, ref(els(kiss)))
        deed_mee(kiss, van, {"uuid": str(team().uuid)})
    for naam in ("actorklantcontacten", "klantcontacten", "actoren"):
        with CaptureQueriesContext(connection) as vragen:
            assert len(kiss.haal(f"{KIC}/{naam}").json()["results"]) > 2
        assert len([v for v in vragen if "SAVEPOINT" not in v["sql"]]) <= 8, naam
