"""An export of i-Navigator is read whole: what fits becomes a concept, and of the rest each part is told."""

import pytest

from catalogus.models import Selectielijstprocestype, Selectielijstresultaat, Zaaktype
from catalogus.uitwisseling.herkennen import lees_bestand
from catalogus.uitwisseling.passen import AANGEPAST, NIET
from tests.catalogus.test_vreemde_bestanden import echt, maak, zinnen

pytestmark = pytest.mark.django_db


def test_een_echte_export_van_i_navigator(zaaktype: Zaaktype) -> None:
    gelezen = next(een for een in echt("catalogi-importer_Koppeling_test_2.xml") if een.identificatie == "B0046")
    versie = maak(gelezen, zaaktype)
    assert versie.omschrijving == "Speelautomaten aanwezigheidsvergunning"
    assert (versie.doorlooptijd, versie.termijnregime, versie.dwangsom_mogelijk) == ("P8W", "wettelijk", True)
    assert [s.omschrijving for s in versie.statustypen.all()][-1] == "Afgehandeld"
    assert versie.statustypen.count() == 9
    verleend = versie.resultaattypen.get(omschrijving="Verleend")
    assert (verleend.archiefnominatie, verleend.archiefactietermijn, verleend.uitkomst) == (
        "vernietigen",
        "P1Y",
        "toegekend",
    )
    assert verleend.selectielijstnummer
    intern = versie.zaaktypeinformatieobjecttypen.filter(richting="intern")
    assert intern.exists()
    assert not intern.filter(inwoner_mag_zien=True).exists()
    assert "taakveld: ‘Openbare orde en veiligheid’ heeft hier geen plaats" in zinnen(gelezen, NIET, "zaaktype")
    assert "Documenten, zaken en dossiers" in zinnen(gelezen, NIET, "register")
    assert "staat nu achteraan" in zinnen(gelezen, AANGEPAST, "status")


def velden(**waarden: str) -> str:
    return (
        "<velden>"
        + "".join(f"<{n.replace('_', '-')}>{w}</{n.replace('_', '-')}>" for n, w in waarden.items())
        + "</velden>"
    )


PROCES = f"""<dsp><documentsoorten><documentsoort id="D1">{velden(naam="Bijlage")}</documentsoort></documentsoorten>
<processen><proces id="B 1">{
    velden(
        kernomschrijving="Terras",
        naam="Het beoordelen",
        afdoeningstermijn="6",
        afdoeningstermijn_eenheid="Week",
        lex_silencio_positivo="Ja",
        betaling_nodig="Nee",
    )
}
<statustypen>
<statustype volgnummer="1">{velden(naam="Afgehandeld")}</statustype>
<statustype volgnummer="2">{velden(naam="Onderzocht", bericht="Wij zijn klaar.", zichtbaarheid="Extern")}
  <checks><check volgnummer="1">{
    velden(naam="Onderzoeken van alle aspecten van het terras", vraag="Klaar?")
}</check></checks></statustype>
<statustype volgnummer="3">{velden(naam="Weg", actief="Nee")}</statustype>
<statustype volgnummer="4">{velden(naam="")}</statustype></statustypen>
<resultaattypen><resultaattype volgnummer="1"><velden><naam>Geweigerd</naam><waardering>Vernietigen</waardering>
  <bewaartermijn>5</bewaartermijn><bewaartermijn-eenheid>Jaar</bewaartermijn-eenheid>
  <brondatum-archiefprocedure>Afgehandeld</brondatum-archiefprocedure>
  <vernietigingsgrondslag><list>
    <fields><field naam="NAAM">Resultaat 8.1 Selectielijst 2020</field><field naam="URL">https://i.example/8_1</field></fields>
    <fields><field naam="NAAM">Resultaat 7.1 Selectielijst 2017</field><field naam="URL">https://i.example/7_1</field></fields>
  </list></vernietigingsgrondslag></velden></resultaattype>
  <resultaattype volgnummer="2">{velden(naam="Iets")}</resultaattype></resultaattypen>
<documenttypen><documenttype volgnummer="1" soort-id="D1">{
    velden(naam="Tekening", type="Inkomend", indossier="Nee")
}</documenttype>
  <documenttype volgnummer="2">{velden(naam="Tekening", type="Inkomend")}</documenttype></documenttypen>
<besluittypen><besluittype volgnummer="1">{velden(naam="Besluit terras")}</besluittype></besluittypen>
<roltypen><roltype volgnummer="1">{velden(naam="Initiator")}</roltype><roltype volgnummer="2">{
    velden(naam="Buur")
}</roltype></roltypen>
<zaakeigenschappen><zaakeigenschap volgnummer="1">{
    velden(naam="Grootte van het terras")
}</zaakeigenschap></zaakeigenschappen>
<procesrelaties><procesrelatie ref="B9" volgnummer="1"/></procesrelaties>
</proces></processen></dsp>"""


def test_een_export_van_i_navigator(zaaktype: Zaaktype) -> None:
    (gelezen,) = lees_bestand("i.xml", PROCES.encode())
    versie = maak(gelezen, zaaktype)
    assert (versie.identificatie, versie.doorlooptijd, versie.termijnregime) == ("b-1", "P6W", "redelijk")
    assert (versie.aanleiding, versie.doel) == ("", "Het beoordelen")
    assert [s.omschrijving for s in versie.statustypen.all()] == ["Onderzocht", "Afgehandeld"]
    onderzocht = versie.statustypen.get(volgnummer=1)
    assert (onderzocht.statustekst, onderzocht.informeren) == ("Wij zijn klaar.", True)
    geweigerd, iets = versie.resultaattypen.order_by("omschrijving")
    assert (geweigerd.selectielijstklasse, geweigerd.selectielijstnummer) == ("https://i.example/8_1", "8.1")
    assert (geweigerd.uitkomst, iets.uitkomst, iets.selectielijstklasse) == ("afgewezen", "afgehandeld", "")
    assert versie.zaaktypeinformatieobjecttypen.get().informatieobjecttype.informatieobjectcategorie == "Bijlage"
    assert [r.omschrijving_generiek for r in versie.roltypen.all()] == ["initiator", "belanghebbende"]
    assert versie.gegevens.get().label == "Grootte van het terras"
    assert not versie.gerelateerde_zaaktypen.exists(), "B9 is hier niet"
    niet = zinnen(gelezen, NIET, "zaaktype")
    assert "lex silencio positivo: ‘Ja’ heeft hier geen plaats" in niet
    assert "betaling" not in niet, "een nee is hetzelfde als niets"
    assert "zichtbaarheid: ‘Extern’ heeft hier geen plaats: Onderzocht" in zinnen(gelezen, NIET, "status")
    assert "niet meer actief: Weg" in zinnen(gelezen, NIET, "status")
    assert "nummer 4 heeft geen naam" in zinnen(gelezen, NIET, "status")
    assert "Selectielijst 2017" in zinnen(gelezen, NIET, "resultaat")
    assert "staat er twee keer met dezelfde richting: Tekening" in zinnen(gelezen, NIET, "documenttype")
    assert "hoort in i-Navigator niet in het dossier: Tekening" in zinnen(gelezen, NIET, "documenttype")
    assert "Onderzoeken van alle aspecten" in zinnen(gelezen, AANGEPAST, "controlepunt")


def test_een_klasse_van_de_selectielijst_krijgt_haar_eigen_adres() -> None:
    groep = Selectielijstprocestype.objects.create(jaar=2020, nummer=8, naam="Voorzieningen")
    klasse = Selectielijstresultaat.objects.create(procestype=groep, volledig_nummer="8.1", naam="Verleend")
    (gelezen,) = lees_bestand("i.xml", PROCES.encode())
    assert str(klasse.uuid) in gelezen.tekst
    assert "https://i.example/8_1" not in gelezen.tekst
