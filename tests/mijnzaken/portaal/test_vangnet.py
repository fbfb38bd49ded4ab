"""The backstop under the portal, with real transactions: a filter that is taken away shows nothing of another.

A released savepoint keeps a role, so none of this is true of a test within a transaction.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from typing import Any

import pytest
from django.db import ProgrammingError, connection, connections, transaction
from django.db.models import Q
from django.test import Client

from autorisatie import handeling as motor
from autorisatie import vangnet
from autorisatie.bewaakt import BewaakteQuerySet
from autorisatie.fouten import BestaatNiet
from autorisatie.models import Auditregel, Machtiging, Partij
from catalogus import klok
from catalogus.vastevraag import PLEK, VasteVraag
from mijnzaken.berichten.models import Bericht
from mijnzaken.portaal.vangnet import BELEID
from mijnzaken.zaken import deur, ervaring
from mijnzaken.zaken.models import Concept, Taak, Zaak, Zaakdocument
from tests.fabrieken import REDEN, VANDAAG, begin_concept, burger, dien_in, gebruiker, gemachtigde, partij, registreer
from tests.mijnzaken.portaal import proefviews
from tests.mijnzaken.portaal.proefviews import Laat, na_vastlegging, stand
from tests.oidc.hulp import als

pytestmark = [pytest.mark.usefixtures("gemeente_vast", "op_maandag"), pytest.mark.urls(proefviews.__name__)]


def in_browser(naam: str, **opties: Any) -> Client:
    return als(Client(raise_request_exception=False), partij(naam), **opties)


# -- a filter that is taken away ---------------------------------------------------------------------------------------


def zonder_deur(lapje: pytest.MonkeyPatch) -> None:
    lapje.setattr(deur, "grens", lambda rijen, actor: rijen)
    lapje.setattr(deur, "armen", lambda actor: iter([deur.Arm("alles", "TRUE", ())]))


def zonder_voor(lapje: pytest.MonkeyPatch) -> None:
    lapje.setattr(BewaakteQuerySet, "voor", lambda self, actor: self._geopend())


BLADZIJDEN = [
    "/mijn/", "/mijn/taken/", "/mijn/berichten/", "/mijn/zaken/", "/mijn/producten/", "/mijn/contact/",
    "/mijn/gegevens/", "/mijn/inzage/", "/mijn/machtigingen/", "/mijn/contact/vraag/",
]  # fmt: skip


def van_anna() -> tuple[set[str], list[str]]:
    """What of anna would be seen on a page: identities, and her own addresses."""
    zaak = dien_in("anna", "subsidie-verkeerslawaai")
    concept = begin_concept(burger("anna"), "parkeervergunning-bewoners")
    document = Zaakdocument.objects.systeem(REDEN).filter(zaak=zaak).first().document
    bericht = Bericht.objects.systeem(REDEN).filter(partij=partij("anna"), kanaal="portaal").first()
    paginas = [
        f"/mijn/zaken/{zaak.uuid}/", f"/mijn/zaken/{zaak.uuid}/intrekken/", f"/documenten/{document.uuid}/",
        f"/mijn/berichten/{bericht.uuid}/", f"/mijn/aanvragen/{concept.product.slug}/?concept={concept.uuid}",
    ]  # fmt: skip
    return {str(zaak.uuid), zaak.nummer, str(concept.uuid), str(bericht.uuid), "anna@voorbeeld.example"}, paginas


def gezien_door(client: Client, sporen: set[str], paginas: list[str]) -> tuple[set[str], list[int]]:
    gevonden: set[str] = set()
    standen = []
    for adres in [*BLADZIJDEN, *paginas]:
        antwoord: Any = client.get(adres)
        inhoud = antwoord.getvalue().decode(errors="replace")
        if adres in BLADZIJDEN:
            assert antwoord.status_code == 200, adres
        else:
            standen.append(antwoord.status_code)
        gevonden |= {spoor for spoor in sporen if spoor in inhoud and spoor not in adres}
    return gevonden, standen


@pytest.mark.parametrize("breek", [zonder_deur, zonder_voor])
def test_zonder_filter_ziet_een_inwoner_niets_van_een_ander(
    breek: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sporen, paginas = van_anna()
    breek(monkeypatch)
    bram = in_browser("bram")
    assert gezien_door(bram, sporen, paginas) == (set(), [404] * len(paginas))
    gezien, standen = gezien_door(in_browser("anna"), sporen, paginas)  # her own she sees
    assert set(standen) == {200}
    assert len(gezien) >= 4
    monkeypatch.setattr(vangnet, "gespannen", lambda actor: nullcontext())  # so it was the net, and nothing else
    lek, standen = gezien_door(bram, sporen, paginas)
    assert len(lek) >= 2
    assert 200 in standen


def test_wie_alles_vraagt_krijgt_het_eigene_van_elke_tabel() -> None:
    van_anna()
    dien_in("bram")
    registreer("wil")
    anna = in_browser("anna").get("/proef/gluren/").json()
    bram = in_browser("bram").get("/proef/gluren/").json()
    assert all(anna[label] for label in ("zaken.Zaak", "zaken.Rol", "zaken.Concept", "berichten.Bericht"))
    assert all(bram[label] for label in ("zaken.Zaak", "zaken.Status", "documenten.Documentversie"))
    assert bram["autorisatie.Partij"] == sorted([partij("bram").pk, partij("wil").pk])  # with whom he has a machtiging
    assert [label for label in BELEID if set(anna[label]) & set(bram[label])] == []
    assert anna["autorisatie.Gebruiker"] == bram["autorisatie.Gebruiker"] == []


def test_wie_namens_een_ander_handelt_ziet_die_ander_en_niet_zichzelf() -> None:
    eigen, van_wil, afgeschermd = dien_in("bram"), dien_in("wil"), dien_in("wil")
    Zaak.objects.systeem(REDEN).filter(pk=afgeschermd.pk).update(afgeschermd=True)
    with vangnet.gespannen(gemachtigde("bram", van="wil")):
        zaken = set(Zaak.objects.systeem(REDEN).values_list("pk", flat=True))
        over = set(Bericht.objects.systeem(REDEN).values_list("over_uuid", flat=True))
    assert zaken == {van_wil.pk}
    assert over == {van_wil.uuid}
    with vangnet.gespannen(burger("wil")):
        assert set(Zaak.objects.systeem(REDEN).values_list("pk", flat=True)) == {van_wil.pk, afgeschermd.pk}
    with vangnet.gespannen(burger("bram")):
        assert Zaak.objects.systeem(REDEN).get() == eigen


@pytest.mark.parametrize("reikwijdte", ["producten", "zaken"])
def test_een_machtiging_voor_een_deel_toont_dat_deel(reikwijdte: str) -> None:
    een, _ander = dien_in("wil"), registreer("wil", "melding-openbare-ruimte")
    actor = gemachtigde("bram", van="wil")
    assert actor.machtiging is not None
    actor.machtiging.reikwijdte = reikwijdte
    actor.machtiging.save(update_fields=["reikwijdte"])
    with vangnet.gespannen(actor):
        assert not Zaak.objects.systeem(REDEN).exists()
    if reikwijdte == "producten":
        actor.machtiging.producten.add(een.product)
    else:
        actor.machtiging.zaken.create(zaak=een)
    with vangnet.gespannen(actor):
        assert Zaak.objects.systeem(REDEN).get() == een
        assert not Concept.objects.systeem(REDEN).exists()


# -- what the role may not do ------------------------------------------------------------------------------------------


def _met_machtiging(wie: Partij) -> set[str]:
    """Of whom this person has a machtiging, in either direction: each knows the other."""
    rijen = Machtiging.objects.systeem(REDEN).filter(Q(gever=wie) | Q(gemachtigde=wie), beeindigd_op=None)
    return {p.bsn_zoekwaarde for m in rijen.select_related("gever", "gemachtigde") for p in (m.gever, m.gemachtigde)}


def geweigerd(vraag: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(vraag)
    except ProgrammingError as fout:
        return fout.__cause__.sqlstate == "42501"
    return False


def test_de_rol_schrijft_nergens_en_leest_geen_sessies_en_geen_rechten_van_medewerkers() -> None:
    dien_in("anna")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, min(column_name) FROM information_schema.columns"
            " WHERE table_schema = 'public' GROUP BY 1"
        )
        tabellen = dict(cursor.fetchall())
    eigen = motor.apps.get_model("autorisatie.Partij").objects.systeem(REDEN).get(pk=partij("anna").pk)
    with vangnet.gespannen(burger("anna")):
        for tabel, kolom in tabellen.items():
            assert geweigerd(f'DELETE FROM "{tabel}"'), tabel
            assert geweigerd(f'TRUNCATE "{tabel}"'), tabel
            assert geweigerd(f'UPDATE "{tabel}" SET "{kolom}" = NULL'), tabel
            if "regel" not in tabel:
                assert geweigerd(f'INSERT INTO "{tabel}" DEFAULT VALUES'), tabel
        for tabel in (
            "django_session", "django_migrations", "autorisatie_toekenning", "autorisatie_applicatie",
            "zaken_aanvraagcode", "zaken_notitie", "zaken_besluitvoorstel", "klanten_adrescontrole", "auth_permission",
        ):  # fmt: skip
            assert geweigerd(f'SELECT 1 FROM "{tabel}"'), tabel
        assert geweigerd("SELECT handeling FROM autorisatie_auditregel")
        with connection.cursor() as cursor:
            cursor.execute("SELECT bsn_zoekwaarde FROM autorisatie_partij WHERE bsn IS NOT NULL")
            assert {waarde for (waarde,) in cursor} == {eigen.bsn_zoekwaarde} | _met_machtiging(eigen)


def test_van_het_logboek_alleen_de_eigen_regel_erbij() -> None:
    anna, bram = burger("anna"), burger("bram")
    with vangnet.gespannen(anna):
        motor.logboek.schrijf(anna, "inzien")
        with pytest.raises(ProgrammingError), transaction.atomic():
            motor.logboek.schrijf(bram, "inzien")
    assert Auditregel.objects.filter(handeling="inzien").count() == 1


# -- acts within the net -----------------------------------------------------------------------------------------------


def test_een_handeling_in_een_bladzijde_werkt_onder_het_programma_en_daarna_hangt_het_net_er_weer() -> None:
    zaak, gewoon = dien_in("anna"), stand()[0]
    na_vastlegging.clear()
    gemeten = in_browser("anna").get(f"/proef/handelen/{zaak.uuid}/").json()
    assert gemeten["voor"] == "portaal"
    assert gemeten["in "] == gewoon
    assert {gemeten[naam] for naam in gemeten if naam.startswith("na ")} == {"portaal"}
    assert [gemeten[f"in {hoe}"] for hoe in ("stuk", "sql", "geweigerd")] == [
        "ZeroDivisionError", "ProgrammingError", "GeenRecht",
    ]  # fmt: skip
    assert Zaak.objects.systeem(REDEN).get(pk=zaak.pk).toelichting == "gezet door een handeling"
    assert Auditregel.objects.filter(handeling="inzien", uitkomst="geweigerd").count() == 1
    assert [rij[0] for rij in na_vastlegging] == [gewoon]


def test_wie_een_bericht_of_een_document_opent_haalt_het_merkteken_nieuw_weg() -> None:
    zaak = dien_in("anna")
    anna = in_browser("anna")
    bericht = Bericht.objects.systeem(REDEN).filter(partij=partij("anna"), kanaal="portaal").first()
    stuk_ = Zaakdocument.objects.systeem(REDEN).filter(zaak=zaak).first()
    assert anna.get(f"/mijn/berichten/{bericht.uuid}/").status_code == 200
    antwoord = anna.get(f"/documenten/{stuk_.document.uuid}/")
    assert antwoord.getvalue().startswith(b"%PDF")
    bericht.refresh_from_db()
    stuk_.refresh_from_db()
    assert bericht.gelezen_op == stuk_.gelezen_door_inwoner_op == klok.nu()


def test_wat_niet_bestaat_is_een_404_en_de_regel_van_wat_gelezen_werd_blijft() -> None:
    zaak = dien_in("anna")
    adres = f"/mijn/zaken/{zaak.uuid}/taken/{zaak.uuid}/"
    assert in_browser("anna").get(adres).status_code == 404
    assert Auditregel.objects.filter(handeling="inzien", zaak_uuid=zaak.uuid).count() == 1


def test_wat_anderen_wachtten_telt_alle_zaken_en_komt_niet_uit_een_net() -> None:
    zaken = [registreer("wil") for _ in range(6)]
    einde = VANDAAG.date()
    Zaak.objects.systeem(REDEN).update(startdatum=einde, einddatum=einde, fase="afgerond")
    with vangnet.gespannen(burger("anna")):
        assert ervaring._meet(zaken[0].proces_id) == 0
        assert not Zaak.objects.systeem(REDEN).exists()


# -- it is gone afterwards ---------------------------------------------------------------------------------------------


def test_na_een_bladzijde_een_fout_en_een_404_weet_de_verbinding_niets_meer() -> None:
    anna, gewoon = in_browser("anna"), stand()
    assert gewoon[0] != "portaal"
    for adres, verwacht in (("/mijn/", 200), ("/proef/stuk/", 500), ("/mijn/zaken/x/", 404), ("/proef/open/", 200)):
        assert anna.get(adres).status_code == verwacht, adres
        nu = stand()
        assert nu[0] == gewoon[0]
        assert not any(nu[1:])
        assert not vangnet._gespannen.get()


def test_het_hangt_ook_onder_wat_later_gevormd_wordt_en_onder_wat_voor_iedereen_is() -> None:
    anna, gewoon = in_browser("anna"), stand()[0]
    Laat.gezien.clear()
    assert anna.get("/proef/sjabloon/").status_code == 200
    assert set(Laat.gezien) <= {"portaal"}
    assert anna.get("/proef/open/").json() == {"wie": "portaal"}
    assert anna.options("/proef/open/").json() == {"wie": "portaal"}
    assert anna.post("/proef/open/").json() == {"wie": gewoon}
    assert Client().get("/proef/open/").json() == {"wie": gewoon}
    assert als(Client(), gebruiker("sanne")).get("/proef/open/").json() == {"wie": gewoon}


def test_wat_stroomt_vraagt_niets_meer_aan_de_database() -> None:
    antwoord = in_browser("anna").get("/proef/stroomt/")
    with pytest.raises(RuntimeError, match="stroomt"):
        antwoord.getvalue()
    assert Zaak.objects.systeem(REDEN).count() == 0  # and who asks in between may


@pytest.fixture
def voorraad(transactional_db: None) -> Iterator[None]:
    """The connections of the web process: out of a pool of two."""
    gewoon = connections["default"]
    ander = connection.copy("default")
    opties = gewoon.settings_dict.get("OPTIONS", {}) | {"pool": {"min_size": 1, "max_size": 2, "timeout": 20}}
    ander.settings_dict = gewoon.settings_dict | {"OPTIONS": opties}
    connections["default"] = ander
    try:
        yield
    finally:
        ander.close()
        ander.close_pool()
        connections["default"] = gewoon


@pytest.mark.usefixtures("voorraad")
def test_twee_inwoners_door_elkaar_op_verbindingen_van_de_pool_zien_ieder_het_eigene() -> None:
    zaken = {naam: dien_in(naam).pk for naam in ("anna", "bram")}
    clients = {naam: in_browser(naam) for naam in zaken}
    sleutels = {naam: client.cookies["sessionid"].value for naam, client in clients.items()}

    def vraag(nummer: int) -> bool:
        naam = ("anna", "bram")[nummer % 2]
        client = Client(raise_request_exception=False)
        client.cookies["sessionid"] = sleutels[naam]
        try:
            with klok.op_moment(VANDAAG):
                if nummer % 5 == 0:
                    return client.get("/proef/stuk/").status_code == 500
                return client.get("/proef/gluren/").json()["zaken.Zaak"] == [zaken[naam]] and stand()[0] != "portaal"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as draden:
        assert all(draden.map(vraag, range(60)))


def test_zonder_net_faalt_een_bestaande_weg_niet_stil() -> None:
    """A task or a page of staff is no resident: ``opzij`` is nothing there, and it always says why."""
    with vangnet.opzij(REDEN):
        assert stand()[0] != "portaal"
    with pytest.raises(ValueError, match="waarom"), vangnet.opzij(" "):
        pass
    with pytest.raises(BestaatNiet), vangnet.gespannen(burger("anna")):
        raise BestaatNiet
    assert Taak.objects.systeem(REDEN).count() == 0


# -- questions that the program keeps ----------------------------------------------------------------------------------


def test_een_vraag_die_het_programma_bewaart_blijft_onder_de_rol_van_het_portaal() -> None:
    """The plan of it was made for the program, which sees all."""
    zaak, eigen = registreer("anna"), registreer("bram")
    vraag = VasteVraag(Zaak.objects.systeem(REDEN).filter(uuid=PLEK))
    for _ in range(7):  # more than PostgreSQL plans anew
        assert vraag.eerste(zaak.uuid) == zaak
    with vangnet.gespannen(burger("bram")):
        assert vraag.eerste(zaak.uuid) is None
        assert vraag.eerste(eigen.uuid) == eigen
        with vangnet.opzij("proef"):
            assert vraag.eerste(zaak.uuid) == zaak
        assert vraag.eerste(zaak.uuid) is None
    assert vraag.eerste(zaak.uuid) == zaak
