"""What is kept for good goes to an archive as a folder: documents, data and MDTO beside each; logged, whole or not."""

import hashlib
import json
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, parse

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from autorisatie.actor import Systeem
from autorisatie.fouten import OnjuisteToestand
from autorisatie.models import Auditregel, Verwerkingsregel
from catalogus import klok
from mijnzaken.documenten.models import Document, Documentversie
from mijnzaken.zaken.handelingen.overbrengen import overbrengen
from mijnzaken.zaken.mdto import NAAMRUIMTE
from mijnzaken.zaken.models import Archiefstatus, Zaak
from tests.fabrieken import REDEN, gebruiker, ververs
from tests.mijnzaken.zaken.test_vernietigen import SOORT, verlopen
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]

# The order of MDTO-XML1.0.1.xsd; the schema allows no other.
INFORMATIEOBJECT = [
    "identificatie",
    "naam",
    "aggregatieniveau",
    "classificatie",
    "trefwoord",
    "omschrijving",
    "raadpleeglocatie",
    "dekkingInTijd",
    "dekkingInRuimte",
    "taal",
    "event",
    "waardering",
    "bewaartermijn",
    "informatiecategorie",
    "isOnderdeelVan",
    "bevatOnderdeel",
    "heeftRepresentatie",
    "aanvullendeMetagegevens",
    "gerelateerdInformatieobject",
    "archiefvormer",
    "betrokkene",
    "activiteit",
    "beperkingGebruik",
]
BESTAND = ["identificatie", "naam", "omvang", "bestandsformaat", "checksum", "URLBestand", "isRepresentatieVan"]
VERPLICHT = {
    "informatieobject": {"identificatie", "naam", "waardering", "archiefvormer", "beperkingGebruik"},
    "bestand": {"identificatie", "naam", "omvang", "bestandsformaat", "checksum", "isRepresentatieVan"},
}


@pytest.fixture
def doel(tmp_path: Path) -> Path:
    map_ = tmp_path / "archief"
    map_.mkdir(mode=0o700)
    return map_


def blijvend(van: str = "anna", **velden: Any) -> Zaak:
    zaak = verlopen(van)
    waarden = {"archiefnominatie": "blijvend_bewaren", "archiefactiedatum": None} | velden
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(**waarden)
    stukken = Document.objects.systeem(REDEN).filter(zaakdocumenten__zaak=zaak.pk)
    stukken.update(keuring="schoon", gekeurd_op=klok.nu())
    return ververs(zaak)


def voer_uit(doel: Path, *opties: str) -> str:
    uit = StringIO()
    call_command("overbrengen", SOORT, str(doel), *opties, stdout=uit)
    return uit.getvalue()


def kind(pad: Path) -> Element:
    wortel = parse(pad).getroot()
    assert wortel.tag == f"{{{NAAMRUIMTE}}}MDTO"
    (een,) = list(wortel)
    return een


def namen(element: Element) -> list[str]:
    return [deel.tag.removeprefix(f"{{{NAAMRUIMTE}}}") for deel in element]


def tekst(element: Element, pad: str) -> str:
    return element.findtext("/".join(f"{{{NAAMRUIMTE}}}{deel}" for deel in pad.split("/"))) or ""


def test_een_zaak_wordt_een_map_met_alles_erin(doel: Path) -> None:
    zaak = blijvend()
    assert voer_uit(doel) == "1 van 1 zaken geschreven.\n"
    map_ = doel / zaak.nummer
    dossier = kind(map_ / f"{zaak.nummer}.mdto.xml")
    assert tekst(dossier, "waardering/begripCode") == "B"
    assert tekst(dossier, "aggregatieniveau/begripLabel") == "Dossier"
    assert tekst(dossier, "archiefvormer/verwijzingNaam") == "Gemeente Demostad"
    inhoud = [pad for pad in map_.iterdir() if pad.suffix != ".xml"]
    assert len(inhoud) == zaak.zaakdocumenten.count() + 1
    assert namen(dossier).count("bevatOnderdeel") == len(inhoud)
    for pad in inhoud:
        bestand = kind(map_ / f"{pad.name}.bestand.mdto.xml")
        assert tekst(bestand, "checksum/checksumWaarde") == hashlib.sha256(pad.read_bytes()).hexdigest()
        assert tekst(bestand, "omvang") == str(pad.stat().st_size)
        stuk = kind(map_ / f"{pad.name}.mdto.xml")
        assert tekst(stuk, "isOnderdeelVan/verwijzingIdentificatie/identificatieKenmerk") == zaak.nummer
        kenmerk = tekst(stuk, "identificatie/identificatieKenmerk")
        assert tekst(bestand, "isRepresentatieVan/verwijzingIdentificatie/identificatieKenmerk") == kenmerk
    gegevens = json.loads((map_ / "zaakgegevens.json").read_text())
    assert gegevens["nummer"] == zaak.nummer
    assert gegevens["statussen"]
    assert gegevens["betrokkenen"][0]["naam"] == "A.M. de Vries"
    assert gegevens["notities"]


def test_de_metadata_houdt_zich_aan_de_volgorde_van_het_schema(doel: Path) -> None:
    zaak = blijvend()
    voer_uit(doel)
    for pad in (doel / zaak.nummer).glob("*.xml"):
        element = kind(pad)
        soort = element.tag.removeprefix(f"{{{NAAMRUIMTE}}}")
        volgorde = INFORMATIEOBJECT if soort == "informatieobject" else BESTAND
        gevonden = namen(element)
        assert gevonden == sorted(gevonden, key=volgorde.index)
        assert set(gevonden) >= VERPLICHT[soort]


def test_elk_vertrek_staat_in_het_logboek_ook_bij_de_inwoner(doel: Path) -> None:
    zaak = blijvend()
    voer_uit(doel)
    regel = Auditregel.objects.get(handeling="overbrengen")
    assert regel.zaak_uuid == zaak.uuid
    assert Verwerkingsregel.objects.filter(audit=regel.pk).exists()


def test_een_tweede_keer_schrijft_alleen_wat_er_nog_niet_is(doel: Path) -> None:
    blijvend()
    voer_uit(doel)
    tweede = blijvend("wil")
    assert voer_uit(doel) == "1 van 1 zaken geschreven.\n"
    assert len(json.loads((doel / "overbrenging.json").read_text())) == 2
    assert (doel / tweede.nummer).is_dir()


def test_wat_het_archief_bevestigt_is_overgedragen_en_gaat_niet_nog_eens(doel: Path, tmp_path: Path) -> None:
    zaak = blijvend()
    voer_uit(doel)
    assert ververs(zaak).archiefstatus == Archiefstatus.NOG_TE_ARCHIVEREN
    assert voer_uit(doel, "--bevestig") == "1 van 1 zaken als overgedragen vastgelegd.\n"
    assert ververs(zaak).archiefstatus == Archiefstatus.OVERGEDRAGEN
    pagina = als(Client(), gebruiker("henk")).get("/backoffice/beheer/archief/").content.decode()
    assert "1 is bij het archief" in pagina
    elders = tmp_path / "elders"
    elders.mkdir(mode=0o700)
    assert voer_uit(elders) == "0 van 0 zaken geschreven.\n"
    with pytest.raises(OnjuisteToestand, match="al overgedragen"):
        overbrengen(Systeem(REDEN), zaak, map_=elders / "x")


def test_wat_niet_weg_mag_blijft_en_zegt_waarom(doel: Path) -> None:
    dicht, besmet, weg = blijvend(afgeschermd=True), blijvend("wil"), verlopen("bram")
    document = besmet.zaakdocumenten.order_by("pk")[0].document_id
    Document.objects.systeem(REDEN).filter(pk=document).update(keuring="besmet")
    uit = voer_uit(doel)
    assert f"{dicht.nummer} blijft: De zaak is afgeschermd." in uit
    assert f"{besmet.nummer} blijft: Een document is niet schoon bevonden." in uit
    assert "0 van 2 zaken" in uit
    assert [pad.name for pad in doel.iterdir()] == ["overbrenging.json"], "geen halve map blijft achter"
    with pytest.raises(OnjuisteToestand, match="niet blijvend bewaard"):
        overbrengen(Systeem(REDEN), weg, map_=doel / "x")


def test_inhoud_die_niet_klopt_met_wat_er_is_opgeslagen_gaat_niet_mee(doel: Path, opslagmap: Path) -> None:
    zaak = blijvend()
    versie = Documentversie.objects.systeem(REDEN).filter(document__zaakdocumenten__zaak=zaak.pk).order_by("pk")[0]
    (opslagmap / versie.pad).write_bytes(b"x")
    assert "De inhoud van een document is niet meer wat er is opgeslagen." in voer_uit(doel)
    assert not (doel / zaak.nummer).exists()


def test_een_map_waarin_anderen_kunnen_kijken_wordt_geweigerd(doel: Path) -> None:
    doel.chmod(0o755)
    with pytest.raises(CommandError, match="chmod 700"):
        voer_uit(doel)
    with pytest.raises(CommandError, match="is er niet"):
        voer_uit(doel / "weg")
    with pytest.raises(CommandError, match="geen zaaktype bestaat-niet"):
        call_command("overbrengen", "bestaat-niet", str(doel))
