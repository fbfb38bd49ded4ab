"""The one way to act: one transaction, one line in the log, no refusal lost."""

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from autorisatie import logboek
from autorisatie.actor import Systeem
from autorisatie.fouten import Achterhaald, BestaatNiet, GeenRecht
from autorisatie.handeling import aantekenen, handeling, in_een_eenheid
from autorisatie.models import Auditregel, Uitkomst, Verwerkingsregel
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import gebruiker, medewerker, partij, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def zaak() -> Zaak:
    zaak = registreer("anna")
    return ververs(zaak)


def regels(recht: str) -> list[tuple[str, str]]:
    return list(Auditregel.objects.filter(handeling=recht).order_by("pk").values_list("uitkomst", "reden"))


@handeling("notitie_schrijven", op="zaken.Zaak")
def _twee_in_een(actor, zaak, *, hoever: str = "alles"):
    aantekenen(hoever=hoever)
    behandelen.notitie_schrijven(actor, zaak, onderwerp="a", tekst="binnenste")
    if hoever == "stuk":
        raise ZeroDivisionError
    if hoever == "geweigerd":
        behandelen.toewijzen(actor, zaak, None)
    return zaak


def test_een_handeling_binnen_een_handeling_hoort_bij_dezelfde_eenheid(zaak):
    _twee_in_een(medewerker("vera"), zaak)
    assert regels("notitie_schrijven") == [("ok", "rol Behandelaar")] * 2
    sporen = Auditregel.objects.filter(handeling="notitie_schrijven").values_list("trace_id", "span_id")
    assert len({bytes(span) for _, span in sporen}) == 2


def test_wat_misgaat_laat_van_geen_van_beide_iets_achter(zaak):
    with pytest.raises(ZeroDivisionError):
        _twee_in_een(medewerker("vera"), zaak, hoever="stuk")
    assert not zaak.notities.exists()
    assert regels("notitie_schrijven") == []


def test_een_weigering_binnenin_overleeft_dat_alles_wordt_teruggedraaid(zaak):
    with pytest.raises(GeenRecht):
        _twee_in_een(medewerker("vera"), zaak, hoever="geweigerd")
    assert not zaak.notities.exists()
    assert [u for u, _ in regels("toewijzen")] == [Uitkomst.GEWEIGERD]
    assert [u for u, _ in regels("notitie_schrijven")] == [Uitkomst.GEWEIGERD]


def test_wat_samen_gebeurt_gebeurt_samen_of_niet(zaak):
    """Also what went well before it; a refusal in it is logged."""

    def samen():
        behandelen.notitie_schrijven(medewerker("vera"), zaak, onderwerp="a", tekst="eerst")
        behandelen.toewijzen(medewerker("vera"), zaak, None)

    with pytest.raises(GeenRecht):
        in_een_eenheid(samen)
    assert not zaak.notities.exists()
    assert [u for u, _ in regels("toewijzen")] == [Uitkomst.GEWEIGERD]
    assert regels("notitie_schrijven") == []


def test_wie_iets_niet_mag_zien_hoort_dat_het_niet_bestaat_en_dat_staat_vast(zaak):
    with pytest.raises(BestaatNiet):
        behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    regel = Auditregel.objects.get(handeling="in_behandeling_nemen")
    assert (regel.uitkomst, regel.gebruiker_id) == (Uitkomst.GEWEIGERD, gebruiker("sanne").pk)
    assert regel.bijzonderheden == {"doelwit": str(zaak.uuid)}


def test_89_wie_een_oude_stand_zag_overschrijft_niets(zaak):
    gezien = zaak.versie
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak, gezien_versie=gezien)
    with pytest.raises(Achterhaald):
        behandelen.stap_zetten(medewerker("vera"), zaak, zaak.zaaktype.statustypen.first(), gezien_versie=gezien)


def test_wie_wat_waarom_en_volgens_welke_regel_staat_in_het_logboek(zaak):
    behandelen.in_behandeling_nemen(medewerker("vera", doel="beoordelen"), zaak)
    regel = Auditregel.objects.get(handeling="in_behandeling_nemen")
    assert (regel.object_uuid, regel.zaak_uuid, regel.doel) == (zaak.uuid, zaak.uuid, "beoordelen")
    assert (regel.matrixversie, regel.reden) == (1, "rol Behandelaar")
    assert regel.matrixregel_id
    verwerking = Verwerkingsregel.objects.get(audit=regel)
    assert verwerking.data_subject_id == logboek.betrokkene_sleutel(partij("anna").pk)
    versie = f"{zaak.proces.identificatie}/{zaak.zaaktype.versienummer}"
    assert verwerking.processing_activity_id == f"{settings.BASISADRES}/verwerkingsregister/{versie}/"
    assert "Kaya" not in verwerking.door
    assert verwerking.door.startswith("De afdeling ")


def test_97_wat_niet_in_het_logboek_kan_gebeurt_niet(zaak, monkeypatch):
    def stuk(*args, **kwargs):
        raise DatabaseError("het logboek is vol")

    monkeypatch.setattr(logboek, "schrijf", stuk)
    with pytest.raises(DatabaseError):
        behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    assert ververs(zaak).behandelaar is None


@pytest.mark.parametrize("model", [Auditregel, Verwerkingsregel])
@pytest.mark.parametrize("opdracht", ["UPDATE {t} SET id = id", "DELETE FROM {t}", "TRUNCATE {t} CASCADE"])
def test_98_een_regel_verandert_of_verdwijnt_niet(zaak, model, opdracht):
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    voor = model.objects.count()
    assert voor
    connection.check_constraints()  # or TRUNCATE would be refused for a reason of its own
    with (
        pytest.raises(DatabaseError, match="alleen om aan toe te voegen"),
        transaction.atomic(),
        connection.cursor() as c,
    ):
        c.execute(opdracht.format(t=model._meta.db_table))
    assert model.objects.count() == voor


def test_het_systeem_handelt_ook_onder_een_reden(zaak):
    behandelen.toewijzen(Systeem("herverdeling"), zaak, None)
    regel = Auditregel.objects.get(handeling="toewijzen")
    assert (regel.actor_soort, regel.rol) == ("systeem", "herverdeling")


def test_aantekenen_buiten_een_handeling_doet_niets():
    aantekenen(bsn="zou fout zijn")
    assert not Auditregel.objects.filter(bijzonderheden__bsn__isnull=False).exists()
