"""The copy for who asks what is held of him: collected, stripped, checked, released (AVG 15)."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from catalogus import klok
from mijnzaken.berichten.models import Bericht
from mijnzaken.documenten.models import Document, documentenopslag
from mijnzaken.klanten.handelingen import Deelnemer, klantcontact_vastleggen
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.avg.onderhoud import ruim_op, verzamel
from mijnzaken.zaken.handelingen.afronden import stoppen
from mijnzaken.zaken.handelingen.afschermen import afschermen
from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen, notitie_schrijven
from mijnzaken.zaken.handelingen.inzagekopie import (
    inzage_achterhouden,
    inzage_verzamelen,
    inzage_vrijgeven,
    inzage_weghalen,
)
from mijnzaken.zaken.models import Achterhoudgrond, Inzagekopie, Zaak
from tests.fabrieken import REDEN, burger, dien_in, gebruiker, medewerker, partij, registreer, ververs
from tests.mijnzaken.zaken.avg.verzoek import alles, delen_van, kopie_van, van_soort, vraag_inzage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]
WEG = "[gegevens van een ander]"


def stukken(zaak: Zaak) -> dict[str, bytes]:
    """The content of the documents that the resident may open, by their kind of file."""
    gevonden = {}
    documenten = Document.objects.systeem(REDEN).filter(zaakdocumenten__zaak=zaak, tonen_aan_initiator=True)
    for document in documenten.filter(titel__startswith="Overzicht").prefetch_related("versies"):
        with documentenopslag().open(document.laatste.pad) as bestand:
            gevonden[document.laatste.formaat] = bestand.read()
    return gevonden


def test_er_wordt_pas_verzameld_als_iemand_het_verzoek_oppakt():
    zaak = registreer("anna", "avg-inzage")
    assert verzamel() == 0
    in_behandeling_nemen(medewerker("lotte"), zaak)
    assert (verzamel(), verzamel()) == (1, 0)
    assert kopie_van(zaak).partij == partij("anna")


def test_alles_van_de_persoon_komt_erin():
    eigen = dien_in("anna")
    notitie_schrijven(medewerker("vera"), ververs(eigen), onderwerp="Let op", tekst="De auto staat vaak op de stoep.")
    zaak = vraag_inzage()
    assert {"bsn", "achternaam", "geboortedatum"} <= set(van_soort(zaak, "autorisatie.Partij")[0])
    assert eigen.nummer in {deel.groep for deel in delen_van(zaak)}
    assert "De auto staat vaak op de stoep." in [n["tekst"] for n in van_soort(zaak, "zaken.Notitie")]
    waarden = van_soort(zaak, "zaken.Gegevenswaarde")
    assert any("Spoorlaan 12" in g["waarde"] for g in waarden)
    kenteken = next(g for g in waarden if g["waarde"] == "K-123-BB")
    assert kenteken["gegeven.doel"]
    assert van_soort(zaak, "berichten.Bericht")
    assert {m["aard"] for m in van_soort(zaak, "autorisatie.Machtiging")} == {"ouder met gezag"}
    assert "een notitie schrijven" in alles(zaak)


def test_namen_nummers_en_adressen_van_anderen_zijn_eruit():
    eigen = ververs(dien_in("anna"))
    voeg_rol_toe(eigen, "belanghebbende", partij("bram"))
    tekst = "Bram Jansen belde, BSN 999990019, b.jansen@elders.example, 06 20000001. Mevrouw De Vries was erbij."
    notitie_schrijven(medewerker("vera"), ververs(eigen), onderwerp="Gesprek met J. Pietersen", tekst=tekst)
    zaak = vraag_inzage()
    notitie = next(n for n in van_soort(zaak, "zaken.Notitie") if "belde" in n["tekst"])
    assert notitie["onderwerp"] == f"Gesprek met {WEG}"
    assert notitie["tekst"] == f"{WEG} belde, BSN {WEG}. Mevrouw De Vries was erbij."
    for woord in ("Bram", "Jansen", "999990019", "elders.example", "20000001"):
        assert woord not in alles(zaak)


def test_wat_een_ander_vroeg_en_invulde_komt_niet_mee():
    van_bram = ververs(dien_in("bram", kenteken="B-999-RM"))
    voeg_rol_toe(van_bram, "belanghebbende", partij("anna"))
    notitie_schrijven(medewerker("vera"), ververs(van_bram), onderwerp="x", tekst="Heeft schulden.")
    zaak = vraag_inzage()
    assert {n["nummer"] for n in van_soort(zaak, "zaken.Zaak")} == {zaak.nummer, van_bram.nummer}
    assert "B-999-RM" not in alles(zaak)
    assert "schulden" not in alles(zaak)
    assert "Jansen" not in alles(zaak)


def test_een_contact_van_twee_mensen_noemt_de_ander_niet():
    klantcontact_vastleggen(
        medewerker("mila"),
        kanaal="telefoon",
        onderwerp="Parkeren",
        richting="inkomend",
        inhoud="Anna belde samen met Bram.",
        deelnemers=[Deelnemer(partij("anna")), Deelnemer(partij("bram"))],
    )
    zaak = vraag_inzage()
    assert van_soort(zaak, "klanten.Klantcontact")[0]["inhoud"] == f"Anna belde samen met {WEG}."
    assert "Novak" not in alles(zaak)


def test_wat_de_behandelaar_als_naam_herkent_gaat_overal_weg():
    eigen = ververs(dien_in("anna"))
    notitie_schrijven(medewerker("vera"), eigen, onderwerp="Buurman", tekst="Kwik zegt dat de auto er niet staat.")
    zaak = vraag_inzage()
    kopie = kopie_van(zaak)
    assert "Kwik" in alles(zaak)
    assert inzage_weghalen(medewerker("lotte"), kopie, tekst="Kwik") == 1
    assert "Kwik" not in alles(zaak)
    inzage_verzamelen(medewerker("lotte"), zaak)
    assert "Kwik" not in alles(zaak)


@pytest.mark.parametrize("tekst", ["", "ab", "A. de Vries", "staat er niet in"])
def test_weghalen_vraagt_een_woord_dat_er_staat_en_niet_van_de_aanvrager_is(tekst: str):
    kopie = kopie_van(vraag_inzage())
    with pytest.raises(Invoerfout):
        inzage_weghalen(medewerker("lotte"), kopie, tekst=tekst)


def test_vrijgegeven_staan_overzicht_en_bestand_bij_de_zaak_en_verder_blijft_er_niets():
    dien_in("anna")
    zaak = vraag_inzage()
    inzage_vrijgeven(medewerker("lotte"), kopie_van(zaak))
    gevonden = stukken(zaak)
    assert set(gevonden) == {"application/pdf", "application/json"}
    pdf = PdfReader(BytesIO(gevonden["application/pdf"]))
    tekst = " ".join(" ".join(blad.extract_text() for blad in pdf.pages).split())
    assert "K-123-BB" in tekst
    assert "Autoriteit Persoonsgegevens" in tekst
    inhoud = json.loads(gevonden["application/json"])
    assert inhoud["kenmerk"] == zaak.nummer
    assert "K-123-BB" in json.dumps(inhoud)
    assert delen_van(zaak) == []
    bericht = Bericht.objects.systeem(REDEN).filter(over_uuid=zaak.uuid, soort="document_toegevoegd").first()
    assert bericht is not None
    assert len(bericht.bijlagen) == 2
    with pytest.raises(OnjuisteToestand, match="al vrijgegeven"):
        inzage_vrijgeven(medewerker("lotte"), kopie_van(zaak))


def test_wat_is_achtergehouden_staat_er_niet_in_maar_wel_dat_en_op_welke_grond():
    eigen = ververs(dien_in("anna"))
    notitie_schrijven(medewerker("vera"), eigen, onderwerp="Onderzoek", tekst="Wordt gevolgd door de recherche.")
    zaak = vraag_inzage()
    deel = next(d for d in delen_van(zaak) if d.kenmerk.startswith("zaken.Notitie:") and "recherche" in alles(zaak))
    lotte = medewerker("lotte")
    with pytest.raises(Invoerfout, match="waarom"):
        inzage_achterhouden(lotte, kopie_van(zaak), delen=[deel], grond="opsporing", toelichting=" ")
    inzage_achterhouden(lotte, kopie_van(zaak), delen=[deel], grond="opsporing", toelichting="Loopt nog.")
    inzage_verzamelen(lotte, zaak)
    inzage_vrijgeven(lotte, kopie_van(zaak))
    inhoud = json.loads(stukken(zaak)["application/json"])
    assert "recherche" not in json.dumps(inhoud)
    assert inhoud["niet_opgenomen"] == [
        {
            "onderdeel": f"Zaak {eigen.nummer}",
            "soort": "Notitie van een medewerker",
            "reden": f"Grond: {Achterhoudgrond.OPSPORING.label}",
        }
    ]
    (over,) = delen_van(zaak)
    assert (over.grond, over.toelichting, over.inhoud) == ("opsporing", "Loopt nog.", None)


def test_achterhouden_kan_worden_teruggenomen():
    zaak = vraag_inzage()
    lotte, deel = medewerker("lotte"), delen_van(zaak)[0]
    inzage_achterhouden(lotte, kopie_van(zaak), delen=[deel], grond="anderen", toelichting="Te veel.")
    inzage_achterhouden(lotte, kopie_van(zaak), delen=[deel], grond="", toelichting="")
    assert {d.grond for d in delen_van(zaak)} == {""}


def test_alleen_wie_het_recht_heeft_en_niet_de_inwoner_zelf_komt_bij_wat_nog_niet_is_nagekeken():
    kopie = kopie_van(vraag_inzage())
    for wie in (burger("anna"), medewerker("vera"), medewerker("omar")):
        assert Inzagekopie.objects.een(wie, kopie.uuid) is None
        with pytest.raises(BestaatNiet):
            inzage_vrijgeven(wie, kopie)
    with pytest.raises(GeenRecht):
        inzage_verzamelen(burger("anna"), kopie.zaak)


def test_een_afgeschermde_zaak_kijkt_na_wie_erbij_mag_en_alleen_in_een_afgeschermd_verzoek():
    geheim = ververs(dien_in("anna"))
    morgen = klok.vandaag() + timedelta(days=30)
    afschermen(
        medewerker("peter"), geheim, reden="Bedreigd.", genoemden=[gebruiker("hugo"), gebruiker("vera")],
        toegang_tot=morgen,
    )  # fmt: skip
    zaak = vraag_inzage()
    lotte, hugo = medewerker("lotte"), medewerker("hugo")
    with pytest.raises(OnjuisteToestand, match="mag u niet nakijken"):
        inzage_vrijgeven(lotte, kopie_van(zaak))
    with pytest.raises(OnjuisteToestand, match="Scherm daarom"):
        inzage_vrijgeven(hugo, kopie_van(zaak))
    afschermen(lotte, ververs(zaak), reden="Over een afgeschermde zaak.", genoemden=[gebruiker("hugo")],
               toegang_tot=morgen)  # fmt: skip
    inzage_vrijgeven(medewerker("hugo"), kopie_van(zaak))
    assert b"K-123-BB" in stukken(zaak)["application/json"]


def test_van_een_verzoek_dat_stopt_blijft_niets_verzameld():
    zaak = vraag_inzage()
    stoppen(medewerker("lotte"), zaak, reden="Ingetrokken aan de telefoon.")
    assert ruim_op() > 0
    assert delen_van(zaak) == []


def test_een_ander_soort_zaak_wordt_niet_verzameld():
    with pytest.raises(OnjuisteToestand, match="geen verzoek om inzage"):
        inzage_verzamelen(medewerker("lotte"), registreer("anna", "avg-wissing"))
