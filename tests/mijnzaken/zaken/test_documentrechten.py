"""Which role sees and adds which kind of document: the same answer on every way to it, and never more than without."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autorisatie.actor import Actor
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from catalogus.models import Zaaktype, ZaaktypeInformatieobjecttype
from mijnzaken.berichten.models import Bericht
from mijnzaken.documenten.models import Document
from mijnzaken.documenten.opslag import maak_document
from mijnzaken.zaken.aanmaken import koppel_document, voeg_rol_toe
from mijnzaken.zaken.documenten import document_inzien, documenten_van_bericht
from mijnzaken.zaken.documentrechten import toe_te_voegen, verborgen_soorten
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.handelingen.documenten import document_toevoegen, document_tonen
from mijnzaken.zaken.handelingen.taken import taak_plaatsen, taak_uitvoeren
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak
from tests.fabrieken import REDEN, VANDAAG, burger, medewerker, partij, registreer, upload, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
PARKEREN = "parkeervergunning-bewoners"
AANVRAGER, MEDE = "Aanvrager", "Gemachtigde"  # as the example calls them: anna and bram


@pytest.fixture
def zaak() -> Zaak:
    """Of anna, followed by bram; vera handles it, and may do so by her role."""
    rij = registreer("anna", PARKEREN)
    voeg_rol_toe(rij, "belanghebbende", partij("bram"))
    behandelen.in_behandeling_nemen(medewerker("vera"), rij)
    return ververs(rij)


def plek(soort: Zaaktype, naam: str = "Brief") -> ZaaktypeInformatieobjecttype:
    return soort.zaaktypeinformatieobjecttypen.get(informatieobjecttype__omschrijving=naam)


def beperk(zaak: Zaak, naam: str = "Brief", **velden: list[str]) -> None:
    rijen = zaak.zaaktype.zaaktypeinformatieobjecttypen.filter(informatieobjecttype__omschrijving=naam)
    assert rijen.update(**velden) == 1


def brief(zaak: Zaak, *, van: str | None = None, naam: str = "Brief") -> Document:
    document = maak_document(
        b"%PDF-1.7",
        titel="Verslag van het huisbezoek",
        informatieobjecttype=plek(zaak.zaaktype, naam).informatieobjecttype,
        auteur="Demostad",
        zichtbaar_voor_inwoner=True,
        vertrouwelijkheidaanduiding=zaak.vertrouwelijkheidaanduiding,
    )
    koppel_document(zaak, document, van=partij(van) if van else None)
    return document


def ziet(wie: Actor, zaak: Zaak, document: Document) -> bool:
    """By every way that there is, which agree."""
    inzage = zaak_inzien(wie, zaak.uuid, doel="toets")
    in_lijst = document.uuid in {stuk.document.uuid for stuk in inzage.documenten}
    bericht = Bericht(bijlagen=[document.uuid])
    als_bijlage = [d.uuid for d in documenten_van_bericht(wie, bericht)] == [document.uuid]
    try:
        te_openen = document_inzien(wie, document.uuid).uuid == document.uuid
    except BestaatNiet:
        te_openen = False
    assert in_lijst == als_bijlage == te_openen
    return in_lijst


def test_zonder_genoemde_rollen_ziet_ieder_wat_hij_zag(zaak: Zaak) -> None:
    document = brief(zaak)
    assert all(ziet(wie, zaak, document) for wie in (burger("anna"), burger("bram"), medewerker("vera")))


def test_wat_voor_een_betrokkene_is_bestaat_niet_voor_een_ander(zaak: Zaak) -> None:
    document = brief(zaak)
    beperk(zaak, partijen_zien=[AANVRAGER])
    assert ziet(burger("anna"), zaak, document)
    assert not ziet(burger("bram"), zaak, document)
    assert ziet(medewerker("vera"), zaak, document)  # staff have their own list


def test_wat_voor_een_rol_van_medewerkers_is_bestaat_niet_voor_een_ander(zaak: Zaak) -> None:
    document = brief(zaak)
    beperk(zaak, rollen_zien=["teamleider"])
    assert not ziet(medewerker("vera"), zaak, document)
    assert ziet(burger("anna"), zaak, document)
    with pytest.raises(BestaatNiet):  # nor does he show it to others
        document_tonen(medewerker("vera"), zaak, document.uuid, tonen=False)
    beperk(zaak, rollen_zien=["teamleider", "behandelaar"])
    assert ziet(medewerker("vera"), zaak, document)


def test_een_soort_die_twee_keer_genoemd_is_vraagt_om_beide(zaak: Zaak) -> None:
    document = brief(zaak)
    beperk(zaak, partijen_zien=[AANVRAGER, MEDE])
    tweede = plek(zaak.zaaktype)
    ZaaktypeInformatieobjecttype.objects.create(
        zaaktype=zaak.zaaktype,
        informatieobjecttype=tweede.informatieobjecttype,
        volgnummer=90,
        richting="intern",
        partijen_zien=[AANVRAGER],
    )
    assert ziet(burger("anna"), zaak, document)
    assert not ziet(burger("bram"), zaak, document)


def test_wie_het_zelf_stuurde_ziet_het_altijd(zaak: Zaak) -> None:
    document = brief(zaak, van="bram")
    beperk(zaak, partijen_zien=[AANVRAGER])
    assert ziet(burger("bram"), zaak, document)


def test_een_bericht_over_een_document_gaat_alleen_naar_wie_het_ziet(zaak: Zaak) -> None:
    document = brief(zaak)
    beperk(zaak, partijen_zien=[AANVRAGER])
    document_tonen(medewerker("vera"), zaak, document.uuid, tonen=True)
    berichten = Bericht.objects.systeem(REDEN).filter(soort="document_toegevoegd", over_uuid=zaak.uuid)
    assert {rij.partij_id for rij in berichten} == {partij("anna").pk}


def _voeg_toe(wie: Actor, zaak: Zaak, naam: str = "Bijlage") -> Any:
    soort = plek(zaak.zaaktype, naam).informatieobjecttype
    return document_toevoegen(
        wie, zaak, upload=upload(eigenaar_bij_zaak(wie, zaak.uuid)), titel="Foto", informatieobjecttype=soort
    )


def test_toevoegen_mag_alleen_de_betrokkene_die_genoemd_is(zaak: Zaak) -> None:
    beperk(zaak, "Bijlage", partijen_toevoegen=[MEDE])
    assert _voeg_toe(burger("bram"), zaak)
    with pytest.raises(Invoerfout, match="kunt u hier niet toevoegen"):
        _voeg_toe(burger("anna"), zaak)
    assert _voeg_toe(medewerker("vera"), zaak)


def test_toevoegen_mag_alleen_de_medewerker_met_de_rol(zaak: Zaak) -> None:
    beperk(zaak, "Bijlage", rollen_toevoegen=["teamleider"])
    with pytest.raises(Invoerfout, match="kunt u hier niet toevoegen"):
        _voeg_toe(medewerker("vera"), zaak)
    assert _voeg_toe(burger("anna"), zaak)


def test_wie_geen_soort_noemt_krijgt_er_een_die_hij_mag_toevoegen(zaak: Zaak) -> None:
    wie = burger("anna")
    eerste = toe_te_voegen(wie, zaak)[0]
    beperk(zaak, eerste.omschrijving, partijen_toevoegen=[MEDE])
    rij = document_toevoegen(wie, zaak, upload=upload(eigenaar_bij_zaak(wie, zaak.uuid)), titel="Foto")
    assert rij.document.informatieobjecttype in toe_te_voegen(wie, zaak)
    assert rij.document.informatieobjecttype != eerste


def test_een_taak_gaat_er_niet_omheen(zaak: Zaak) -> None:
    taaktype = zaak.zaaktype.taaktypen.filter(soort="upload").get()
    taak = taak_plaatsen(
        medewerker("vera"),
        zaak,
        titel="",
        omschrijving="",
        uiterlijk=VANDAAG.date() + timedelta(days=14),
        taaktype=taaktype,
    )
    beperk(zaak, taaktype.informatieobjecttype.omschrijving, partijen_toevoegen=[MEDE])
    stuk = upload(eigenaar_bij_zaak(burger("anna"), zaak.uuid))
    with pytest.raises(Invoerfout, match="kunt u hier niet toevoegen"):
        taak_uitvoeren(burger("anna"), ververs(zaak), taak.uuid, uploads=[stuk])


ROLLEN = st.lists(st.sampled_from(["behandelaar", "teamleider", "kcc", "dijkgraaf"]), max_size=3, unique=True)
PARTIJEN = st.lists(st.sampled_from([AANVRAGER, MEDE, "Buurman"]), max_size=3, unique=True)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rollen=ROLLEN, partijen=PARTIJEN, toevoegen=st.booleans())
def test_geen_weg_gaat_om_de_genoemde_rollen_heen(
    zaak: Zaak, rollen: list[str], partijen: list[str], toevoegen: bool
) -> None:
    """Whatever is named: list, file, attachment and adding say the same of each, and what nobody named stays open."""
    document = brief(zaak, naam="Bijlage")
    zien = {"rollen_zien": rollen, "partijen_zien": partijen}
    beperk(zaak, "Bijlage", **zien, **{k.replace("zien", "toevoegen"): v if toevoegen else [] for k, v in zien.items()})
    mag = {
        "anna": not partijen or AANVRAGER in partijen,
        "bram": not partijen or MEDE in partijen,
        "vera": not rollen or "behandelaar" in rollen,
    }
    for naam, verwacht in mag.items():
        wie: Actor = medewerker(naam) if naam == "vera" else burger(naam)
        assert ziet(wie, zaak, document) == verwacht, naam
        assert (document.informatieobjecttype_id not in verborgen_soorten(wie, zaak)) == verwacht
        kan = document.informatieobjecttype in toe_te_voegen(wie, zaak)
        assert kan == (verwacht or not toevoegen), naam
        if not kan:
            with patch("mijnzaken.zaken.handelingen.documenten.maak_document") as nooit, pytest.raises(Weigering):
                document_toevoegen(wie, zaak, upload="x", titel="x", informatieobjecttype=document.informatieobjecttype)
            nooit.assert_not_called()


def test_de_kaders_staan_boven_de_matrix_en_geven_niets(zaak: Zaak) -> None:
    """A role that is named and sees no documents of this zaak still sees none."""
    document = brief(zaak)
    beperk(zaak, rollen_zien=["kcc"], partijen_zien=["Buurman"])
    with pytest.raises(BestaatNiet):
        document_inzien(burger("wil"), document.uuid)
    with pytest.raises(BestaatNiet):
        document_inzien(medewerker("omar"), document.uuid)
