"""Situations of gevaren.md about leaks, for what is shielded: one test per number, for every way out."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from autorisatie.actor import Applicatie, Burger, Scoperegel
from autorisatie.fouten import BestaatNiet
from autorisatie.models import Partij
from backoffice.sturing.cijfers import cijfers
from catalogus import klok
from mijnzaken.berichten.models import Bericht, Kanaal
from mijnzaken.documenten.models import Document
from mijnzaken.klanten.handelingen import Deelnemer, Onderwerp, beller_zoeken, klantcontact_vastleggen
from mijnzaken.voorbeeld.hoofdrollen import CODES
from mijnzaken.zaken import collegas, onderhoud, tellen
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.documenten import document_inzien
from mijnzaken.zaken.handelingen import behandelen, besluiten
from mijnzaken.zaken.handelingen.afschermen import afschermen, partij_afschermen
from mijnzaken.zaken.handelingen.beller import beller_zoeken_op_zaaknummer
from mijnzaken.zaken.handelingen.glas_breken import glas_breken
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.lijst import Filter, aantal, lijst
from mijnzaken.zaken.models import Besluit, GerelateerdeZaak, Zaak
from tests.fabrieken import REDEN, VANDAAG, burger, dien_in, gebruiker, medewerker, partij, registreer, ververs
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

SUBSIDIE = "subsidie-verkeerslawaai"
WAAROM = "De aanvrager wordt bedreigd door een kennis."


def scherm_af(zaak: Zaak, *namen: str) -> None:
    afschermen(
        medewerker("tess"),
        zaak,
        reden=WAAROM,
        genoemden=[gebruiker(n) for n in namen or ("karim",)],
        toegang_tot=klok.vandaag() + timedelta(days=30),
    )


def scherm_partij_af(naam: str) -> None:
    partij_afschermen(
        medewerker("fleur"),
        partij(naam),
        reden=WAAROM,
        genoemden=[gebruiker("karim")],
        toegang_tot=klok.vandaag() + timedelta(days=30),
    )


def browser(naam: str) -> Client:
    return als(Client(), gebruiker(naam))


@pytest.fixture
def zaak() -> Zaak:
    zaak = dien_in("anna", SUBSIDIE)
    scherm_af(zaak)
    return ververs(zaak)


def test_39_zoeken_op_nummer_of_naam_geeft_geen_stukje_van_een_afgeschermde_zaak(zaak):
    for naam in ("sanne", "tess"):
        client = browser(naam)
        for zoek in (zaak.nummer, zaak.nummer[:8], "Vries", "de Vries"):
            inhoud = client.get("/backoffice/zaken/", {"zoek": zoek}).content.decode()
            assert f"/zaken/{zaak.nummer}/" not in inhoud
            assert "Spoorlaan" not in inhoud
            assert zaak not in lijst(medewerker(naam), Filter(zoek=zoek), aantal=100).rijen
    assert zaak in lijst(medewerker("karim"), Filter(zoek="Vries"), aantal=100).rijen


def test_40_geen_telling_telt_een_afgeschermde_zaak_mee(zaak):
    sinds = klok.vandaag() - timedelta(days=30)
    assert aantal(medewerker("karim"), Filter()) == 1
    for naam in ("sanne", "tess"):
        assert aantal(medewerker(naam), Filter()) == 0
        pagina = browser(naam).get("/backoffice/")
        assert {tegel["getal"] for tegel in pagina.context["tegels"]} == {0}
    (getal,) = cijfers(frozenset({zaak.proces_id}), sinds, ())
    assert (getal.binnengekomen, getal.lopend, getal.te_laat) == (0, 0, 0)
    assert tellen.zaken_per_versie(zaak.proces_id) == {}


def test_42_geen_keuzelijst_noemt_wie_alleen_in_een_afgeschermde_zaak_voorkomt(zaak):
    """Lists to choose from are made of what the reader may see; a shielded caller is answered like nobody."""
    scherm_partij_af("bram")
    mila = medewerker("mila")
    bram = partij("bram")
    for gezocht in (
        {"soort": "bsn", "bsn": bram.bsn.tonen()},
        {"soort": "email", "adres": "bram@voorbeeld.example"},
        {"soort": "naam_geboortedatum", "achternaam": bram.achternaam, "geboortedatum": bram.geboortedatum},
        {"soort": "adres", "postcode": bram.postcode, "huisnummer": bram.huisnummer},
    ):
        assert bram not in beller_zoeken(mila, **gezocht)
    assert beller_zoeken_op_zaaknummer(mila, nummer=zaak.nummer) == []
    assert Partij.objects.een(mila, bram.uuid) is None
    antwoorden = []
    for zoek in ("bram@voorbeeld.example", "niemand@voorbeeld.example"):
        client = browser("mila")
        eerst = client.post("/backoffice/14070/beller/", {"zoek": zoek})
        balie = client.get(eerst["Location"])
        antwoorden.append((eerst.status_code, eerst["Location"], balie.context["stap"], balie.context["niemand"]))
        assert b"Jansen" not in balie.content
    assert antwoorden[0] == antwoorden[1]


def test_42_een_verwante_zaak_die_is_afgeschermd_staat_niet_bij_een_andere(zaak):
    ander = registreer("anna", SUBSIDIE)
    GerelateerdeZaak.objects.create(zaak=ander, andere_zaak=zaak, aard_relatie="vervolg")
    GerelateerdeZaak.objects.create(zaak=zaak, andere_zaak=ander, aard_relatie="vervolg")
    pad = reverse("zaak", args=[ander.nummer])
    assert browser("sanne").get(pad).context["verwant"] == []
    assert len(browser("karim").get(pad).context["verwant"]) == 2


def test_45_een_bericht_aan_medewerkers_over_een_afgeschermde_zaak_gaat_alleen_naar_genoemden(zaak):
    collegas.waarschuw_teamleiders(zaak, "termijn_overschreden_team")
    (bericht,) = Bericht.objects.systeem(REDEN).filter(soort="termijn_overschreden_team")
    assert bericht.gebruiker == gebruiker("karim")
    open_ = registreer("bram", SUBSIDIE)
    collegas.waarschuw_teamleiders(open_, "termijn_overschreden_team")
    assert Bericht.objects.systeem(REDEN).filter(gebruiker=gebruiker("tess")).count() == 1  # of the open one


def test_45_de_melding_van_gebroken_glas_noemt_geen_onderwerp_geen_zaak_en_geen_naam(zaak):
    glas_breken(medewerker("sanne"), nummer=zaak.nummer, reden="Mevrouw staat nu huilend aan de balie.")
    assert onderhoud.meld_glasbreuken() == 1
    mails = {b.gebruiker.gebruikersnaam: b for b in _meldingen("glas_gebroken")}
    assert set(mails) == {"tess", "fleur"}
    for mail in mails.values():
        for geheim in (zaak.nummer, "lawaai", "Vries", "Kaya", "huilend", WAAROM):
            assert geheim not in mail.onderwerp + mail.tekst, geheim
    assert onderhoud.meld_glasbreuken() == 0


def _meldingen(soort: str) -> Any:
    return Bericht.objects.systeem(REDEN).filter(soort=soort).select_related("gebruiker")


def test_45_wat_blijft_steken_voor_een_afgeschermde_partij_ziet_de_beheerder_niet():
    dien_in("anna", SUBSIDIE)
    Bericht.objects.systeem(REDEN).filter(kanaal=Kanaal.EMAIL).update(status="geparkeerd")
    assert Bericht.objects.voor(medewerker("omar")).exists()
    scherm_partij_af("anna")
    assert not Bericht.objects.voor(medewerker("omar")).exists()


def test_een_ander_systeem_krijgt_een_afgeschermde_zaak_niet(zaak):
    for actor in (
        Applicatie(client_id="zgw", heeft_alle_autorisaties=True),
        Applicatie(client_id="zgw", regels=(Scoperegel("zrc", frozenset({"zaken.lezen"}), zaak.proces_id, hoogste=8),)),
    ):
        assert not Zaak.objects.voor(actor).exists()
        assert not Besluit.objects.voor(actor).exists()
        assert not Document.objects.voor(actor).exists()
        with pytest.raises(BestaatNiet):
            zaak_inzien(actor, zaak.uuid)
    open_ = dien_in("bram", SUBSIDIE, code_brief=CODES[1])
    zgw = Applicatie(client_id="zgw", heeft_alle_autorisaties=True)
    assert set(Document.objects.voor(zgw)) == {s.document for s in open_.zaakdocumenten.select_related("document")}


# -- through a co-applicant -------------------------------------------------------------------------------------------


def met_mede_aanvrager(zaak: Zaak) -> Burger:
    """The owner, who follows the zaak of the tenant."""
    voeg_rol_toe(zaak, "mede_initiator", partij("bram"))
    return burger("bram")


def alles_van(wie: Burger, zaak: Zaak) -> str:
    """What that resident finds of this zaak: list, overview and page."""
    client = als(Client(), wie.partij)
    paden = ("/mijn/", "/mijn/zaken/", f"/mijn/zaken/{zaak.uuid}/", "/mijn/contact/", "/mijn/berichten/")
    return "".join(client.get(pad).content.decode() for pad in paden)


@pytest.mark.parametrize("hoe", ["afgeschermd", "geheim"])
def test_52_een_mede_aanvrager_vindt_adres_telefoon_en_e_mail_van_een_beschermde_partij_nergens(hoe):
    zaak = dien_in("anna", SUBSIDIE, telefoon="+31610000199")
    bram = met_mede_aanvrager(zaak)
    klantcontact_vastleggen(
        medewerker("mila"),
        kanaal="telefoon",
        onderwerp="Nieuw nummer",
        richting="inkomend",
        deelnemers=[Deelnemer(partij("anna"))],
        over=[Onderwerp("zaak", zaak.uuid, zaak.proces_id)],
        inhoud="Zij is nu te bereiken op 06 10000155, Spoorlaan 12.",
    )
    stukken = [s.document for s in zaak.zaakdocumenten.select_related("document")]
    for stuk in stukken:
        stuk.keuring, stuk.gekeurd_op = "schoon", klok.nu()
        stuk.save()
    assert "Spoorlaan 12" in alles_van(bram, zaak)  # without protection they see each other's application
    if hoe == "afgeschermd":
        scherm_partij_af("anna")
    else:
        Partij.objects.systeem(REDEN).filter(pk=partij("anna").pk).update(indicatie_geheimhouding=True)
    pagina = alles_van(bram, zaak)
    assert zaak.nummer in pagina  # the zaak itself is still his
    for geheim in ("Spoorlaan", "31610000199", "06 10000199", "06 10000155", "anna@voorbeeld.example"):
        assert geheim not in pagina, geheim
    for stuk in stukken:
        with pytest.raises(BestaatNiet):
            document_inzien(bram, stuk.uuid)
        assert document_inzien(burger("anna"), stuk.uuid)
    assert "Spoorlaan 12" in alles_van(burger("anna"), zaak)


def test_52_een_brief_die_een_ander_ook_krijgt_noemt_het_adres_niet(monkeypatch):
    gemaakt: list[dict[str, Any]] = []
    monkeypatch.setattr(
        "mijnzaken.zaken.brieven.maak_brief", lambda _s, gegevens, **_n: gemaakt.append(gegevens) or PDF
    )
    zaak = registreer("anna")
    besluit_op(zaak)
    assert "Spoorlaan 12" in gemaakt[-1]["adresregels"]
    ander = registreer("anna")
    bram = met_mede_aanvrager(ander)
    Partij.objects.systeem(REDEN).filter(pk=partij("anna").pk).update(indicatie_geheimhouding=True)
    besluit = besluit_op(ander)
    assert gemaakt[-1]["adresregels"] == []
    brief = besluit.documenten.select_related("document").get(document__tonen_aan_initiator=True).document
    brief.keuring, brief.gekeurd_op = "schoon", klok.nu()
    brief.save()
    assert document_inzien(bram, brief.uuid)  # so he may read the decision


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def besluit_op(zaak: Zaak) -> Any:
    with klok.op_moment(VANDAAG + timedelta(hours=1)):
        behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
        besluiten.besluit_voorstellen(
            medewerker("vera"),
            zaak,
            besluitmoment=zaak.zaaktype.besluitmomenten.first(),
            uitkomst="toegekend",
            motivering="Dat volgt uit de regels.",
        )
        return besluiten.besluiten(medewerker("peter"), zaak)
