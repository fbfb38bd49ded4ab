"""Another system reports how a zaak goes and ends: the rules zrc-007, 008, 016, 020 and 021, and their scopes."""

from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from autorisatie.models import Wijziging
from catalogus.models.resultaattype import Archiefnominatie
from catalogus.termijnen import Duur
from mijnzaken.berichten.models import Bericht, Notificatie
from mijnzaken.documenten.models import Document
from mijnzaken.zaken.models import Zaakdocument
from tests.fabrieken import REDEN, partij, registreer, ververs
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, fouten, mag, systeem
from tests.mijnzaken.api.zaken.wereld import (
    EXTERN,
    SOORT,
    adres,
    document_bij,
    maak,
    resultaattype,
    rij_van,
    sluit,
    statustypen,
    zet,
)
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


def test_de_inwoner_leest_de_woorden_van_het_statustype(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    soort = zaak.zaaktype.statustypen.order_by("volgnummer")[1]
    url = statustypen()[1]
    gezet = zet(vth, {"url": adres(zaak)}, url, "2026-03-02T09:00:00Z", statustoelichting="Wij kijken ernaar.")
    assert gezet.status_code == 201, gezet.content
    assert gezet.json()["statustype"] == url
    assert gezet.json()["indicatieLaatstGezetteStatus"] is True
    assert gezet.headers["Location"] == gezet.json()["url"]
    assert vth.haal(adres(zaak)).json()["status"] == gezet.json()["url"]
    pagina = als(Client(), partij("anna")).get(f"/mijn/zaken/{zaak.uuid}/").content.decode()
    assert 'aria-current="step"' in pagina
    assert soort.woorden in pagina


def test_een_status_laat_een_spoor_en_een_notificatie_van_de_zaak(vth: Systeem) -> None:
    zaak = maak(vth)
    status = zet(vth, zaak, statustypen()[0]).json()
    spoor = Wijziging.objects.get(resource="status")
    assert spoor.hoofdobject_uuid == rij_van(zaak).uuid
    assert spoor.nieuw["url"] == status["url"]
    bericht = Notificatie.objects.get(resource="status")
    assert (bericht.kanaal, bericht.hoofdobject) == ("zaken", f"{ZAKEN}/zaken/{zaak['uuid']}")
    assert set(bericht.kenmerken) == {"bronorganisatie", "zaaktype", "vertrouwelijkheidaanduiding"}


def test_zrc_007_de_eindstatus_sluit_de_zaak_op_de_dag_van_de_status(vth: Systeem) -> None:
    zaak = maak(vth)
    assert fouten(zet(vth, zaak, statustypen()[-1])) == {"nonFieldErrors": "resultaat-does-not-exist"}
    gesloten = sluit(vth, zaak, dag="2026-02-27T23:30:00Z")  # in Amsterdam it was the 28th
    assert gesloten["einddatum"] == "2026-02-28"
    rij = rij_van(zaak)
    assert not rij.is_open
    assert rij.beslistermijnen.filter(voldaan_op=None).count() == 0


def test_zrc_007_sluiten_vraagt_van_elk_document_of_er_gebruiksrechten_zijn(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    document = document_bij(zaak)
    document.indicatie_gebruiksrecht = None
    document.save(update_fields=["indicatie_gebruiksrecht"])
    vth.stuur(f"{ZAKEN}/resultaten", {"zaak": adres(zaak), "resultaattype": resultaattype()})
    geweigerd = zet(vth, {"url": adres(zaak)}, statustypen()[-1])
    assert fouten(geweigerd) == {"nonFieldErrors": "indicatiegebruiksrecht-unset"}
    assert ververs(zaak).is_open
    document.indicatie_gebruiksrecht = False
    document.save(update_fields=["indicatie_gebruiksrecht"])
    assert zet(vth, {"url": adres(zaak)}, statustypen()[-1]).status_code == 201
    assert Zaakdocument.objects.systeem(REDEN).filter(zaak=zaak).exists()


def test_zrc_007_een_gesloten_zaak_verandert_alleen_met_geforceerd_bijwerken(vth: Systeem) -> None:
    zaak = sluit(vth, maak(vth))
    gewoon = mag(systeem("gewoon"), SOORT, "zaken.lezen", "zaken.bijwerken", "zaken.aanmaken")
    geforceerd = mag(systeem("geforceerd"), SOORT, "zaken.lezen", "zaken.geforceerd-bijwerken")
    resultaat = zaak["resultaat"]
    for wie, status in ((gewoon, 403), (geforceerd, 200)):
        assert wie.wijzig(zaak["url"], {"omschrijving": "Anders"}).status_code == status
        assert wie.wijzig(resultaat, {"toelichting": "Anders"}).status_code == status
    assert gewoon.verwijder(resultaat).status_code == 403
    assert geforceerd.verwijder(resultaat).status_code == 204
    nieuw = {"zaak": zaak["url"], "resultaattype": resultaattype()}
    geweigerd = gewoon.stuur(f"{ZAKEN}/resultaten", nieuw)
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (403, "zaak-closed")
    assert geforceerd.stuur(f"{ZAKEN}/resultaten", nieuw).status_code == 201


def test_zrc_008_heropenen_vraagt_een_eigen_scope_en_wist_wat_het_einde_zei(vth: Systeem) -> None:
    zaak = sluit(vth, maak(vth))
    assert zaak["archiefnominatie"]
    toevoegen = mag(systeem("toevoegen"), SOORT, "zaken.lezen", "zaken.statussen.toevoegen", "zaken.aanmaken")
    geweigerd = zet(toevoegen, zaak, statustypen()[0], "2026-03-02T08:30:00Z")
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (403, "zaak-closed")
    heropener = mag(systeem("heropener"), SOORT, "zaken.heropenen", "zaken.lezen")
    assert zet(heropener, zaak, statustypen()[0], "2026-03-02T08:30:00Z").status_code == 201
    weer_open = vth.haal(zaak["url"]).json()
    assert [weer_open[n] for n in ("einddatum", "archiefactiedatum", "archiefnominatie")] == [None, None, None]
    assert rij_van(zaak).is_open
    assert rij_van(zaak).beslistermijnen.filter(voldaan_op=None).count() == 1


def test_scope_zaken_aanmaken_geeft_alleen_de_eerste_status() -> None:
    maker = mag(systeem("maker"), SOORT, "zaken.aanmaken")
    zaak = maak(maker)
    assert zet(maker, zaak, statustypen()[0]).status_code == 201
    assert zet(maker, zaak, statustypen()[1]).status_code == 403
    toevoeger = mag(systeem("toevoeger"), SOORT, "zaken.statussen.toevoegen")
    assert zet(toevoeger, zaak, statustypen()[1]).status_code == 201
    lezer = mag(systeem("lezer"), SOORT, "zaken.lezen", "zaken.bijwerken")
    assert zet(lezer, zaak, statustypen()[1]).status_code == 403
    ander = mag(systeem("ander"), "terugbelnotitie", "zaken.statussen.toevoegen")
    assert zet(ander, zaak, statustypen()[1]).status_code == 403


def test_zrc_016_het_statustype_hoort_bij_het_zaaktype(vth: Systeem) -> None:
    zaak = maak(vth)
    assert fouten(zet(vth, zaak, statustypen(EXTERN)[0])) == {"nonFieldErrors": "zaaktype-mismatch"}
    assert fouten(zet(vth, zaak, zaak["zaaktype"])) == {"statustype": "invalid-resource"}
    assert fouten(zet(vth, zaak | {"url": zaak["url"][:-1] + "x"}, statustypen()[0])) == {"zaak": "bad-url"}


def test_zrc_020_het_resultaattype_hoort_bij_het_zaaktype_en_is_er_een(vth: Systeem) -> None:
    zaak = maak(vth)

    def stuur(type_: str) -> Any:
        return vth.stuur(f"{ZAKEN}/resultaten", {"zaak": zaak["url"], "resultaattype": type_})

    assert fouten(stuur(resultaattype(EXTERN))) == {"nonFieldErrors": "zaaktype-mismatch"}
    resultaat = stuur(resultaattype())
    assert resultaat.status_code == 201, resultaat.content
    assert fouten(stuur(resultaattype())) == {"zaak": "unique"}
    url = resultaat.json()["url"]
    assert vth.wijzig(url, {"toelichting": "Nu wel"}).json()["toelichting"] == "Nu wel"
    ander = {"zaak": maak(vth)["url"]}
    assert fouten(vth.wijzig(url, ander)) == {"zaak": "wijzigen-niet-toegelaten"}
    assert vth.verwijder(url).status_code == 204
    assert vth.haal(zaak["url"]).json()["resultaat"] is None


def test_zrc_021_het_resultaattype_zegt_hoe_lang_de_zaak_blijft(vth: Systeem) -> None:
    zaak = sluit(vth, maak(vth), brondatum_afleidingswijze="afgehandeld", archiefnominatie="vernietigen")
    soort = rij_van(zaak).resultaten.select_related("resultaattype").get().resultaattype
    assert zaak["archiefnominatie"] == Archiefnominatie.VERNIETIGEN
    assert zaak["selectielijstklasse"] == soort.selectielijstklasse
    assert zaak["startdatumBewaartermijn"] == "2026-03-02"
    assert zaak["archiefactiedatum"] == Duur.lees(soort.archiefactietermijn).na(date(2026, 3, 2)).isoformat()
    zelf = maak(vth, archiefnominatie="blijvend_bewaren")
    assert sluit(vth, zelf)["archiefnominatie"] == "blijvend_bewaren"


def test_zrc_007_een_ouder_document_van_onszelf_houdt_het_sluiten_niet_tegen(vth: Systeem) -> None:
    """It was kept before we wrote down that nobody limits its use. Of another system's own, that system says so."""
    zaak = maak(vth)
    eigen, vreemd = document_bij(rij_van(zaak)), document_bij(rij_van(zaak))
    stukken = Document.objects.systeem(REDEN)
    stukken.filter(pk__in=[eigen.pk, vreemd.pk]).update(indicatie_gebruiksrecht=None)
    stukken.filter(pk=vreemd.pk).update(plaatser="applicatie")
    import_module("mijnzaken.documenten.migrations.0004_gebruiksrecht").vul(apps, None)
    assert [stukken.get(pk=d.pk).indicatie_gebruiksrecht for d in (eigen, vreemd)] == [False, None]
    uitkomst = {"zaak": zaak["url"], "resultaattype": resultaattype()}
    assert vth.stuur(f"{ZAKEN}/resultaten", uitkomst).status_code == 201
    assert fouten(zet(vth, zaak, statustypen()[-1])) == {"nonFieldErrors": "indicatiegebruiksrecht-unset"}
    stukken.filter(pk=vreemd.pk).update(indicatie_gebruiksrecht=False)
    assert zet(vth, zaak, statustypen()[-1]).status_code == 201


def test_een_oudere_status_komt_erbij_en_verandert_niets(vth: Systeem) -> None:
    zaak = maak(vth)
    nu = zet(vth, zaak, statustypen()[1], "2026-03-01").json()
    eerder = zet(vth, zaak, statustypen()[0], "2026-02-01").json()
    assert eerder["indicatieLaatstGezetteStatus"] is False
    assert vth.haal(zaak["url"]).json()["status"] == nu["url"]
    assert fouten(zet(vth, zaak, statustypen()[1], "2026-03-01")) == {"nonFieldErrors": "unique"}


def test_gevaar_103_een_status_uit_de_toekomst_wordt_geweigerd(vth: Systeem) -> None:
    zaak = maak(vth)
    assert fouten(zet(vth, zaak, statustypen()[0], "2026-03-03")) == {"datumStatusGezet": "future_not_allowed"}
    assert zet(vth, zaak, statustypen()[0], "2026-03-02T09:00:30Z").status_code == 201  # half a minute ahead


def test_de_inwoner_krijgt_bericht_als_een_ander_systeem_de_zaak_sluit(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    voor = Bericht.objects.systeem(REDEN).count()
    sluit(vth, {"url": adres(zaak)})
    assert Bericht.objects.systeem(REDEN).count() > voor


def test_een_afgeschermde_zaak_bestaat_niet_voor_een_ander_systeem(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    zaak.afgeschermd = True
    zaak.save(update_fields=["afgeschermd"])
    assert fouten(zet(vth, {"url": adres(zaak)}, statustypen()[1])) == {"zaak": "bad-url"}
