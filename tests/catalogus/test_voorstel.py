"""A version goes out as a file and comes in as a concept: what that would do is said first, and nothing that holds
changes.
"""

import json
from typing import Any

import pytest

from catalogus import versies
from catalogus.begin import begin_versie
from catalogus.models import Besluittype, Informatieobjecttype, Proces, Stand, Zaaktype
from catalogus.uitwisseling import soorten
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from catalogus.uitwisseling.herkennen import lees_bestand
from catalogus.uitwisseling.lezen import lees_los
from catalogus.uitwisseling.uitvoer import schrijf_versie
from catalogus.uitwisseling.voorstel import Voorstel, stel_voor, voer_uit
from tests.catalogus.conftest import Bestand, Laden
from tests.dossiers import maak_dossier

pytestmark = pytest.mark.django_db
OMAR, PETRA = 1, 2


def bestand(versie: Zaaktype) -> Bestand:
    gelezen: Bestand = json.loads(schrijf_versie(versie))
    return gelezen


def rij(inhoud: Bestand) -> dict[str, Any]:
    gevonden: dict[str, Any] = inhoud["processen"][0]["versies"][0]
    return gevonden


def voorstel(inhoud: Bestand | str, identificatie: str = "proef") -> Voorstel:
    tekst = inhoud if isinstance(inhoud, str) else json.dumps(inhoud)
    return stel_voor(lees_los("proef.json", tekst.encode()), identificatie)


def zinnen(gedaan: Voorstel) -> list[str]:
    return [str(verschil) for verschil in gedaan.verschillen]


def test_wat_eruit_gaat_leest_terug_als_hetzelfde(zaaktype: Zaaktype, laad_bestand: Laden) -> None:
    tekst = schrijf_versie(zaaktype)
    assert not laad_bestand(tekst).veranderde_iets
    gedaan = voorstel(tekst)
    assert not gedaan.verandert_iets
    assert (gedaan.nieuw, gedaan.anders, [g.naam for g in gedaan.gelijk]) == (
        [],
        [],
        ["documenttype Bijlage", "besluittype Besluit"],
    )


def test_een_concept_dat_nog_niet_af_is_leest_ook_terug(zaaktype: Zaaktype) -> None:
    proces = Proces.objects.create(
        catalogus=zaaktype.catalogus,
        team=zaaktype.proces.team,
        identificatie="leeg",
        naam="Leeg",
        groep="x",
        proceseigenaar="x",
    )
    begin = begin_versie(proces, auteur_id=OMAR)
    assert begin.doel == ""
    assert not voorstel(schrijf_versie(begin), "leeg").verandert_iets


def test_het_bestand_noemt_alleen_wat_erbij_hoort(zaaktype: Zaaktype, klein: Bestand, laad_bestand: Laden) -> None:
    klein["informatieobjecttypen"].append(klein["informatieobjecttypen"][0] | {"omschrijving": "Iets van een ander"})
    klein["diensten"][0]["afdelingen"][0]["teams"].append({"naam": "Een ander team"})
    laad_bestand(klein)
    inhoud = bestand(zaaktype)
    assert [d["omschrijving"] for d in inhoud["informatieobjecttypen"]] == ["Bijlage"]
    assert inhoud["diensten"][0]["afdelingen"][0]["teams"] == [{"naam": "Team"}]
    assert "producten" not in inhoud


def test_een_ander_woord_is_een_andere_regel_in_het_bestand(zaaktype: Zaaktype) -> None:
    """So that git shows what changed and nothing else."""
    kopie = versies.kopieer(zaaktype, auteur_id=OMAR)
    voor = schrijf_versie(kopie).splitlines()
    kopie.gegevens.update(label="Wat wilt u weten?")
    na = schrijf_versie(kopie).splitlines()
    assert [(a, b) for a, b in zip(voor, na, strict=True) if a != b] == [
        next((a, b) for a, b in zip(voor, na, strict=True) if "Wat wilt u weten?" in b)
    ]


def test_wat_er_nog_niet_is_komt_erbij_als_concept(zaaktype: Zaaktype) -> None:
    inhoud = bestand(zaaktype)
    zaaktype.stand = Stand.CONCEPT
    versies.gooi_weg(zaaktype)
    Besluittype.objects.all().delete()
    Informatieobjecttype.objects.all().delete()
    proces = Proces.objects.get()
    gedaan = voorstel(inhoud)
    assert (gedaan.naast, [g.naam for g in gedaan.nieuw]) == (None, ["documenttype Bijlage", "besluittype Besluit"])
    assert gedaan.aantallen["statustypen"] == 3
    versie = voer_uit(gedaan, proces, auteur_id=OMAR)
    assert (versie.stand, versie.versienummer, versie.auteurs) == (Stand.CONCEPT, 1, [OMAR])
    assert Besluittype.objects.get().concept
    assert Informatieobjecttype.objects.get().concept
    assert versie.taaktypen.get().bij_statustype.zaaktype == versie


def test_een_gepubliceerd_bestand_wordt_een_concept(zaaktype: Zaaktype) -> None:
    inhoud = bestand(zaaktype)
    assert rij(inhoud)["stand"] == "gepubliceerd"
    rij(inhoud)["doel"] = "Beter."
    gedaan = voorstel(inhoud)
    assert zinnen(gedaan) == ["Zaaktype: doel van het proces is nu ‘Beter.’, was ‘Proberen.’."]
    versie = voer_uit(gedaan, zaaktype.proces, auteur_id=OMAR)
    assert (versie.stand, versie.versienummer, versie.gepubliceerd_op) == (Stand.CONCEPT, 2, None)
    zaaktype.refresh_from_db()
    assert (zaaktype.doel, zaaktype.einde_geldigheid) == ("Proberen.", None)


def test_een_concept_krijgt_de_inhoud_van_het_bestand_en_houdt_zijn_schrijvers(zaaktype: Zaaktype) -> None:
    concept = versies.kopieer(zaaktype, auteur_id=PETRA)
    inhoud = bestand(zaaktype)
    rij(inhoud)["doel"] = "Beter."
    gedaan = voorstel(inhoud)
    assert gedaan.vervangt == concept
    versie = voer_uit(gedaan, zaaktype.proces, auteur_id=OMAR)
    assert (versie.pk, versie.doel, versie.auteurs) == (concept.pk, "Beter.", [PETRA, OMAR])
    with pytest.raises(versies.KanNiet, match="U schreef zelf aan deze versie"):
        versies.publiceer(versie, door_id=OMAR)


def test_wat_anderen_ook_gebruiken_blijft_zoals_het_hier_is(zaaktype: Zaaktype) -> None:
    inhoud = bestand(zaaktype)
    inhoud["besluittypen"][0]["reactietermijn"] = "P1D"
    rij(inhoud)["doel"] = "Beter."
    gedaan = voorstel(inhoud)
    assert [str(v) for v in gedaan.anders[0].verschillen] == [
        "Besluittype: reactietermijn is nu ‘1 dag’, was ‘6 weken’."
    ]
    voer_uit(gedaan, zaaktype.proces, auteur_id=OMAR)
    assert Besluittype.objects.get().reactietermijn == "P6W"


def test_wat_verwijst_naar_iets_van_een_andere_gemeente_vervalt_en_dat_staat_er(zaaktype: Zaaktype) -> None:
    inhoud = bestand(zaaktype)
    rij(inhoud)["gerelateerde_zaaktypen"] = [{"gerelateerd_proces": "elders", "aard_relatie": "vervolg"}]
    rij(inhoud)["deelzaaktypen"] = ["ook-elders"]
    regel = {"volgorde": 1, "postcode_van": 2500, "postcode_tot": 2599, "team": "Team elders"}
    rij(inhoud)["verdeelregels"] = [regel, regel | {"volgorde": 2, "team": "Team"}]
    inhoud["diensten"][0]["afdelingen"][0]["teams"].append({"naam": "Team elders"})
    rij(inhoud)["doel"] = "Beter."
    gedaan = voorstel(inhoud)
    assert gedaan.weggelaten == ["proces elders", "proces ook-elders", "team Team elders"]
    versie = voer_uit(gedaan, zaaktype.proces, auteur_id=OMAR)
    assert not versie.gerelateerde_zaaktypen.exists()
    assert not versie.deelzaaktypen.exists()
    assert versie.verdeelregels.get().team.naam == "Team"


def test_een_documenttype_dat_nergens_is_weigert_het_bestand(zaaktype: Zaaktype) -> None:
    inhoud = bestand(zaaktype)
    rij(inhoud)["taaktypen"][0]["informatieobjecttype"] = "Bijlagen"
    with pytest.raises(OnbruikbaarBestand, match=r"'Bijlagen' bestaat niet. Bedoelt u 'Bijlage'\?"):
        voorstel(inhoud)


def test_wat_de_database_weigert_laat_niets_achter(zaaktype: Zaaktype) -> None:
    inhoud = bestand(zaaktype)
    rij(inhoud)["taaktypen"][0]["termijn"] = ""
    inhoud["informatieobjecttypen"].append(inhoud["informatieobjecttypen"][0] | {"omschrijving": "Kaart"})
    rij(inhoud)["taaktypen"][0]["informatieobjecttype"] = "Kaart"
    with pytest.raises(OnbruikbaarBestand, match="Een taak voor de inwoner heeft een termijn"):
        voer_uit(voorstel(inhoud), zaaktype.proces, auteur_id=OMAR)


def test_het_merk_verandert_met_wat_er_gaat_gebeuren(zaaktype: Zaaktype) -> None:
    inhoud = bestand(zaaktype)
    rij(inhoud)["doel"] = "Beter."
    toen = voorstel(inhoud).merk
    assert voorstel(inhoud).merk == toen
    versies.kopieer(zaaktype, auteur_id=PETRA)
    assert voorstel(inhoud).merk != toen


def test_publiceren_neemt_mee_wat_nog_nergens_gold(zaaktype: Zaaktype) -> None:
    Informatieobjecttype.objects.update(concept=True)
    concept = versies.kopieer(zaaktype, auteur_id=OMAR)
    assert list(soorten.namen(soorten.nog_concept(concept))) == ["documenttype Bijlage"]
    maak_dossier(zaaktype.proces)
    versies.publiceer(concept, door_id=PETRA)
    assert not Informatieobjecttype.objects.get().concept


def test_een_nieuwer_concept_van_wat_al_geldt_blijft_een_concept(zaaktype: Zaaktype) -> None:
    soort = Informatieobjecttype.objects.get()
    Informatieobjecttype.objects.create(
        catalogus=soort.catalogus, omschrijving=soort.omschrijving, begin_geldigheid="2030-01-01", concept=True
    )
    concept = versies.kopieer(zaaktype, auteur_id=OMAR)
    assert soorten.nog_concept(concept) == []
    maak_dossier(zaaktype.proces)
    versies.publiceer(concept, door_id=PETRA)
    assert Informatieobjecttype.objects.filter(concept=True).count() == 1


def test_een_bestand_met_meer_processen_geeft_elk_los(zaaktype: Zaaktype) -> None:
    inhoud = bestand(zaaktype)
    tweede = json.loads(json.dumps(inhoud["processen"][0])) | {"identificatie": "tweede", "naam": "Tweede"}
    inhoud["processen"].append(tweede)
    gelezen = lees_bestand("twee.json", json.dumps(inhoud).encode())
    assert [(een.identificatie, een.naam) for een in gelezen] == [("proef", "Proef"), ("tweede", "Tweede")]
    assert voorstel(gelezen[1].tekst, "tweede").proces is None


@pytest.mark.parametrize(
    ("ruw", "zin"),
    [
        (b"", "hier hoort een waarde te staan"),
        (b"\xff\xfe", "dit is geen tekst in UTF-8"),
        (b'{"soort": "mijnzaken-catalogus", "formaat": 1}', "er staat geen zaaktype in dit bestand"),
        (b'{"soort": "iets anders"}', "dit is geen catalogusbestand"),
        (b"x" * (8 * 1024 * 1024 + 1), "groter dan 8 MB"),
        (b'{"soort": "mijnzaken-catalogus", "formaat": 1, "processen": [{}]}', "identificatie: ontbreekt"),
    ],
)
def test_een_onbruikbaar_bestand_zegt_waarom(ruw: bytes, zin: str) -> None:
    with pytest.raises(OnbruikbaarBestand, match=zin):
        lees_bestand("kapot.json", ruw)
