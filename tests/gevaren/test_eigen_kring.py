"""Situations of gevaren.md about judging oneself: one test per number, for every way in."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout
from autorisatie.models import Gebruiker, Partij, PartijRelatie, SoortRelatie, Toekenning
from backoffice.sturing.cijfers import cijfers
from catalogus import klok
from catalogus.models import Uitkomst
from mijnzaken.klanten import inzien as contacten_inzien
from mijnzaken.klanten.handelingen import Deelnemer, Onderwerp, klantcontact_vastleggen
from mijnzaken.klanten.models import DigitaalAdres, Klantcontact
from mijnzaken.zaken.documenten import document_inzien
from mijnzaken.zaken.handelingen import advies, behandelen, besluiten
from mijnzaken.zaken.handelingen.afschermen import afschermen, toegang_verlenen
from mijnzaken.zaken.handelingen.glas_breken import glas_breken
from mijnzaken.zaken.handelingen.horen import horen
from mijnzaken.zaken.handelingen.terugbellen import Terugbelvraag, terugbelnotitie_maken
from mijnzaken.zaken.lijst import Filter, aantal, lijst
from mijnzaken.zaken.models import InwonerProduct, Notitie, Taak, Zaak, Zaakdocument
from mijnzaken.zaken.terugbellijst import Notitiefilter, notities, van_partij
from tests.fabrieken import REDEN, VANDAAG, dien_in, gebruiker, medewerker, partij, registreer, ververs, zaaktype
from tests.gevaren.kaal import kaal
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

SCHULD, SUBSIDIE, BEZWAAR = "schuldhulpverlening", "subsidie-verkeerslawaai", "bezwaar"


def dag(aantal_dagen: int) -> Any:
    return klok.op_moment(VANDAAG + timedelta(days=aantal_dagen))


def relatie(van: Partij, naar: Partij, soort: str, **velden: Any) -> PartijRelatie:
    rij: PartijRelatie = PartijRelatie.objects.create(
        van=van, naar=naar, soort=soort, opgehaald_op=klok.nu(), **({"bron": "kvk"} | velden)
    )
    return rij


def bestaat_niet_voor(naam: str, zaak: Zaak) -> None:
    """By every reader of staff, and by every page."""
    wie = medewerker(naam)
    houder = zaak.rollen.filter(partij__isnull=False).first().partij
    assert Zaak.objects.een(wie, zaak.uuid) is None
    for zoek in ("", zaak.nummer, zaak.nummer[:9], houder.organisatienaam or houder.achternaam):
        assert zaak not in lijst(wie, Filter(zoek=zoek), aantal=100).rijen
    assert aantal(wie, Filter(zoek=zaak.nummer)) == 0
    assert zaak not in lijst(wie, Filter(partij=houder.pk), aantal=100).rijen
    for model in (Taak, Notitie, Zaakdocument, InwonerProduct):
        assert not model.objects.voor(wie).filter(zaak=zaak).exists(), model
    for stuk in zaak.zaakdocumenten.select_related("document"):
        with pytest.raises(BestaatNiet):
            document_inzien(wie, stuk.document.uuid)
    assert Partij.objects.een(wie, houder.uuid) is None
    assert not DigitaalAdres.objects.voor(wie).filter(verstrekt_door_partij=houder).exists()
    client = als(Client(), gebruiker(naam))
    onbekend = client.get("/backoffice/zaken/2026-9999999/")
    antwoord = client.get(f"/backoffice/zaken/{zaak.nummer}/")
    assert (antwoord.status_code, kaal(antwoord.content)) == (404, kaal(onbekend.content))
    assert client.get(f"/backoffice/zaken/{zaak.nummer}/notitie_schrijven/").status_code == 404
    for stuk in zaak.zaakdocumenten.select_related("document"):
        assert client.get(f"/documenten/{stuk.document.uuid}/").status_code == 404
    gevonden = client.get("/backoffice/zaken/", {"zoek": zaak.nummer}).content.decode()
    assert f"/backoffice/zaken/{zaak.nummer}/" not in gevonden
    with pytest.raises(BestaatNiet):
        behandelen.in_behandeling_nemen(wie, zaak)
    assert glas_breken(wie, nummer=zaak.nummer, reden="Ik wil weten hoe het ervoor staat.").toegang is None
    assert Zaak.objects.een(medewerker(naam), zaak.uuid) is None


def test_20_een_medewerker_vindt_zijn_eigen_zaak_nergens():
    zaak = registreer("joost", SCHULD)
    bestaat_niet_voor("joost", zaak)
    with pytest.raises(GeenRecht):
        behandelen.toewijzen(medewerker("nadia"), zaak, gebruiker("joost"))
    ander = registreer("anna", SCHULD)
    behandelen.in_behandeling_nemen(medewerker("joost"), ander)  # nothing else is lost to him


def test_20_ook_niet_met_een_toekenning_op_naam():
    zaak = registreer("joost", SCHULD)
    rij = afschermen(
        medewerker("nadia"),
        zaak,
        reden="Hij werkt hier zelf.",
        genoemden=[gebruiker("iris")],
        toegang_tot=klok.vandaag(),
    )
    with pytest.raises(Invoerfout):
        toegang_verlenen(
            medewerker("fleur"), rij, gebruiker=gebruiker("joost"), toegang_tot=klok.vandaag(), reden="Hij vroeg het."
        )
    bestaat_niet_voor("joost", zaak)


def test_20_notities_contacten_en_cijfers_van_de_eigen_kring_bestaan_ook_niet():
    joost = partij("joost")
    zaak = registreer("joost", SCHULD)
    with dag(1):
        notitie = terugbelnotitie_maken(
            medewerker("mila"),
            Terugbelvraag(
                onderwerp="Schuld", vraag="Wanneer?", achternaam="van der Berg", telefoonnummer="+31610000137"
            ),
            proces=zaaktype("terugbelnotitie").proces,
            team=zaak.team,
            partij=joost,
            over_zaak=zaak,
        )
        for naam, deelnemers in (("mila", [Deelnemer(joost)]), ("joost", [])):  # his own note about it names nobody
            klantcontact_vastleggen(
                medewerker(naam),
                kanaal="telefoon",
                onderwerp="Schuld",
                richting="inkomend",
                deelnemers=deelnemers,
                over=[Onderwerp("zaak", zaak.uuid, zaak.proces_id)],
            )
        wie = medewerker("joost")
        assert notitie not in notities(wie, Notitiefilter()).rijen
        assert notitie not in van_partij(wie, joost.pk)
        assert not Klantcontact.objects.voor(wie).exists()
        assert Klantcontact.objects.systeem(REDEN).count() == 2
        assert contacten_inzien.contacten(wie, partij_pk=joost.pk) == []
        van = frozenset({zaak.proces_id})
        (voor_nadia,) = cijfers(van, klok.vandaag() - timedelta(days=30), ())
        (voor_joost,) = cijfers(van, klok.vandaag() - timedelta(days=30), wie.uitgesloten_partijen)
        assert (voor_nadia.lopend, voor_joost.lopend) == (1, 0)


@pytest.mark.parametrize("verwant", ["persoon-8", "persoon-9", "persoon-10"])  # partner, daughter, father in the house
def test_21_de_zaak_van_partner_of_huisgenoot_bestaat_niet(verwant):
    bestaat_niet_voor("joost", registreer(verwant, SCHULD))


def test_21_een_relatie_telt_van_beide_kanten_en_tot_haar_laatste_dag():
    bram, sanne = partij("bram"), gebruiker("sanne")
    Gebruiker.objects.filter(pk=sanne.pk).update(partij=bram)
    zaak = registreer("anna", SUBSIDIE)
    rij = relatie(partij("anna"), bram, SoortRelatie.PARTNER, bron="brp")
    bestaat_niet_voor("sanne", zaak)
    rij.einde = klok.vandaag()
    rij.save()
    assert Zaak.objects.een(medewerker("sanne"), zaak.uuid) is None
    with dag(1):
        assert Zaak.objects.een(medewerker("sanne"), zaak.uuid) is not None


@pytest.mark.parametrize("soort", [SoortRelatie.BESTUURDER, SoortRelatie.EIGENAAR])
@pytest.mark.parametrize("wie", ["zelf", "partner"])
def test_21_het_eigen_bedrijf_telt_met_hoofdvestiging_en_elke_andere_vestiging(soort, wie):
    hoofd = partij("korenaar")
    vestigingen = list(Partij.objects.systeem(REDEN).filter(vestiging_van=hoofd).order_by("pk"))
    assert len(vestigingen) >= 2
    persoon = partij("joost") if wie == "zelf" else partij("persoon-8")
    relatie(persoon, vestigingen[0], soort)
    kring = set(gebruiker("joost").uitgesloten_partijen())
    assert {hoofd.pk, *(v.pk for v in vestigingen)} <= kring
    assert partij("anna").pk not in kring
    bestaat_niet_voor("joost", registreer("korenaar", SCHULD))


def test_22_wie_adviseerde_of_voorstelde_keurt_dat_niet_goed_en_ziet_de_knop_niet():
    zaak = registreer("anna", SUBSIDIE, waarden={"rol_woning": "eigenaar_bewoner"})
    maak_teamleider("karim")
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    advies.advies_vragen(medewerker("sanne"), zaak, adviseur=gebruiker("karim"), vraag="Klopt het geluid?")
    with dag(1):
        advies.adviseren(medewerker("karim"), zaak, advies="Ja.")
        with pytest.raises(GeenRecht):  # the zaaktype keeps advice and proposal apart
            stel_voor("karim", zaak)
        stel_voor("sanne", zaak)
    with dag(2):
        for naam in ("karim", "sanne"):
            with pytest.raises(GeenRecht):
                besluiten.besluiten(medewerker(naam), zaak)
            assert "besluiten" not in knoppen_van(naam, zaak)
        assert "besluiten" in knoppen_van("tess", zaak)
        besluiten.besluiten(medewerker("tess"), zaak)


def test_22_zonder_keuze_op_het_zaaktype_mag_wie_adviseerde_wel_voorstellen_en_nooit_besluiten():
    zaak = registreer("anna", SUBSIDIE, waarden={"rol_woning": "eigenaar_bewoner"})
    type(zaak.zaaktype).objects.filter(pk=zaak.zaaktype_id).update(gescheiden_functies=[])
    maak_teamleider("karim")
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    advies.advies_vragen(medewerker("sanne"), zaak, adviseur=gebruiker("karim"), vraag="Klopt het geluid?")
    with dag(1):
        advies.adviseren(medewerker("karim"), zaak, advies="Ja.")
        stel_voor("karim", zaak)
        with pytest.raises(GeenRecht):
            besluiten.besluiten(medewerker("karim"), zaak)


def test_23_met_een_tweede_account_blijft_het_dezelfde_mens():
    zaak = registreer("joost", SCHULD)
    Gebruiker.objects.filter(gebruikersnaam="nadia").update(partij=partij("joost"))
    bestaat_niet_voor("nadia", zaak)
    subsidie = registreer("anna", SUBSIDIE, waarden={"rol_woning": "eigenaar_bewoner"})
    Gebruiker.objects.filter(gebruikersnaam__in=["karim", "tess"]).update(partij=partij("bram"))
    with pytest.raises(Invoerfout):
        advies.advies_vragen(medewerker("karim"), subsidie, adviseur=gebruiker("tess"), vraag="Klopt het?")
    stel_voor("karim", subsidie)
    with pytest.raises(GeenRecht):
        besluiten.besluiten(medewerker("tess"), subsidie)
    assert "besluiten" not in knoppen_van("tess", subsidie)


def test_27_overdragen_of_terugsturen_en_dan_goedkeuren_lukt_niet():
    zaak = registreer("anna", SUBSIDIE, waarden={"rol_woning": "eigenaar_bewoner"})
    maak_teamleider("karim")
    behandelen.in_behandeling_nemen(medewerker("karim"), zaak)
    stel_voor("karim", zaak)
    with dag(1):  # give it to somebody else, and approve
        behandelen.toewijzen(medewerker("karim"), zaak, gebruiker("sanne"))
        with pytest.raises(GeenRecht, match="zelf gedaan"):
            besluiten.besluiten(medewerker("karim"), zaak)
    with dag(2):  # send it back, have somebody else propose the same, and approve
        besluiten.voorstel_terugsturen(medewerker("karim"), zaak, reden="Op naam van Sanne graag.")
        stel_voor("sanne", zaak)
        with pytest.raises(GeenRecht, match="eerder zelf"):
            besluiten.besluiten(medewerker("karim"), zaak)
        assert "besluiten" not in knoppen_van("karim", zaak)


def test_29_wie_het_eerste_besluit_voorbereidde_hoort_niet_en_wie_hoorde_besluit_niet():
    eerste = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), eerste)
    stel_voor("vera", eerste, Uitkomst.AFGEWEZEN)
    with dag(1):
        besluit = besluiten.besluiten(medewerker("peter"), eerste)
        bezwaar = dien_in("anna", BEZWAAR, over_besluit=besluit)
        for naam in ("vera", "peter"):
            lid_van_bezwaar(naam)
        behandelen.in_behandeling_nemen(medewerker("bea"), bezwaar)
        for naam in ("vera", "peter"):
            with pytest.raises(Invoerfout, match="7:5"):
                hoor("bea", bezwaar, naam)
            with pytest.raises(GeenRecht):
                hoor(naam, bezwaar, "bea")
        zitting = hoor("bea", bezwaar, "bea")
        assert zitting.gehoord_door == gebruiker("bea")
        with pytest.raises(GeenRecht, match="gehoord"):  # the zaaktype keeps hearing and proposing apart
            stel_voor("bea", bezwaar, Uitkomst.AFGEWEZEN)
        assert "besluit_voorstellen" not in knoppen_van("bea", bezwaar)


def test_29_een_bezwaar_wordt_niet_beslist_door_wie_het_besluit_nam():
    eerste = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), eerste)
    stel_voor("vera", eerste, Uitkomst.AFGEWEZEN)
    with dag(1):
        bezwaar = dien_in("anna", BEZWAAR, over_besluit=besluiten.besluiten(medewerker("peter"), eerste))
        behandelen.in_behandeling_nemen(medewerker("bea"), bezwaar)
        stel_voor("bea", bezwaar, Uitkomst.AFGEWEZEN)
        lid_van_bezwaar("peter", leider=True)
        with pytest.raises(GeenRecht, match="10:3"):
            besluiten.besluiten(medewerker("peter"), bezwaar)
        besluiten.besluiten(medewerker("boris"), bezwaar)


# -- short words ------------------------------------------------------------------------------------------------------


def stel_voor(wie: str, zaak: Zaak, uitkomst: str = Uitkomst.TOEGEKEND) -> Any:
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    return besluiten.besluit_voorstellen(
        medewerker(wie), zaak, besluitmoment=moment, uitkomst=uitkomst, motivering="Dat volgt uit de regels."
    )


def hoor(wie: str, zaak: Zaak, door: str) -> Any:
    return horen(
        medewerker(wie),
        zaak,
        gehouden_op=klok.nu(),
        gehoord_door=gebruiker(door),
        aanwezigen="Anna de Vries",
        verslag="Zij zegt dat zij er woont.",
    )


def knoppen_van(naam: str, zaak: Zaak) -> frozenset[str]:
    pagina = als(Client(), gebruiker(naam)).get(reverse("zaak", args=[ververs(zaak).nummer]))
    assert pagina.status_code == 200
    gevonden: frozenset[str] = pagina.context["mag"]
    return gevonden


def _kopieer(toekenning: Any, naam: str) -> None:
    toekenning.pk, toekenning._state.adding, toekenning.gebruiker = None, True, gebruiker(naam)
    toekenning.uuid = type(toekenning)._meta.get_field("uuid").get_default()
    toekenning.verlengt = None
    toekenning.save()


def maak_teamleider(naam: str) -> None:
    _kopieer(gebruiker("tess").toekenningen.get(Toekenning.geldend()), naam)


def lid_van_bezwaar(naam: str, *, leider: bool = False) -> None:
    _kopieer(gebruiker("boris" if leider else "bea").toekenningen.get(Toekenning.geldend()), naam)
