"""Who takes part in a zaak over the API: every kind of betrokkene, and a BSN that stands with its partij only."""

import pytest
from django.test import Client

from autorisatie.models import Auditregel, Partij, Wijziging
from mijnzaken.zaken.models import Rol
from tests.fabrieken import REDEN, partij, registreer
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, fouten, mag, systeem
from tests.mijnzaken.api.zaken.wereld import EXTERN, SOORT, adres, maak, rij_van, rol, roltype, sluit
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

ONBEKEND = "999990639"  # a test number of nobody here


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


def bsn_van(naam: str) -> str:
    geheim = partij(naam).bsn
    assert geheim is not None
    return str(geheim.tonen())  # type: ignore[attr-defined]


def test_de_inwoner_met_dat_bsn_ziet_de_zaak_in_het_portaal(vth: Systeem) -> None:
    zaak = maak(vth)
    anna = als(Client(), partij("anna"))
    pagina = f"/mijn/zaken/{zaak['uuid']}/"
    assert anna.get(pagina).status_code == 404
    gemaakt = vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "natuurlijk_persoon", inpBsn=bsn_van("anna")))
    assert gemaakt.status_code == 201, gemaakt.content
    assert gemaakt.json()["betrokkeneIdentificatie"]["inpBsn"] == bsn_van("anna")
    assert gemaakt.json()["betrokkeneIdentificatie"]["geslachtsnaam"] == partij("anna").achternaam
    assert als(Client(), partij("anna")).get(pagina).status_code == 200
    assert als(Client(), partij("bram")).get(pagina).status_code == 404
    assert rij_van(zaak).aanvragernaam == partij("anna").naam


def test_wie_hier_nog_niet_bekend_was_is_het_daarna(vth: Systeem) -> None:
    zaak = maak(vth)
    inhoud = rol(zaak, "natuurlijk_persoon", inpBsn=ONBEKEND, geslachtsnaam="Nieuw", voorletters="N.")
    gemaakt = vth.stuur(f"{ZAKEN}/rollen", inhoud).json()
    assert Rol.objects.systeem(REDEN).get(uuid=gemaakt["uuid"]).naam == "N. Nieuw"
    # A second zaak of the same person makes no second partij, and a wrong name changes nothing of the first.
    tweede = rol(maak(vth), "natuurlijk_persoon", inpBsn=ONBEKEND, geslachtsnaam="Anders")
    antwoord = vth.stuur(f"{ZAKEN}/rollen", tweede).json()
    assert antwoord["betrokkeneIdentificatie"]["geslachtsnaam"] == "Anders"
    assert Partij.objects.systeem(REDEN).filter(achternaam="Nieuw").count() == 1
    assert not Partij.objects.systeem(REDEN).filter(achternaam="Anders").exists()


def test_een_bsn_staat_in_geen_rol_spoor_logregel_of_fout(
    vth: Systeem, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    zaak, bsn = maak(vth), bsn_van("anna")
    gemaakt = vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "natuurlijk_persoon", inpBsn=bsn)).json()
    lijst = vth.haal(f"{ZAKEN}/rollen?betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={bsn}")
    assert [r["url"] for r in lijst.json()["results"]] == [gemaakt["url"]]
    fout = vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "natuurlijk_persoon", "belanghebbende", inpBsn="123456789"))
    assert b"123456789" not in fout.content
    assert bsn not in str(Rol.objects.systeem(REDEN).get(uuid=gemaakt["uuid"]).betrokkene_identificatie)
    spoor = Wijziging.objects.get(resource="rol")
    assert spoor.nieuw["betrokkeneIdentificatie"]["inpBsn"] == "*****"
    assert bsn not in str(list(Auditregel.objects.values()))
    geschreven = capsys.readouterr()
    assert bsn not in caplog.text + geschreven.out + geschreven.err


@pytest.mark.parametrize(
    ("soort", "wie"),
    [
        ("natuurlijk_persoon", {"anpIdentificatie": "12345", "geslachtsnaam": "Jansen", "inpA_nummer": "1234567890"}),
        ("niet_natuurlijk_persoon", {"innNnpId": "002564440", "statutaireNaam": "ACME"}),
        ("niet_natuurlijk_persoon", {"innNnpId": "12345678", "statutaireNaam": "ACME"}),
        ("vestiging", {"vestigingsNummer": "123456789012", "kvkNummer": "87654321", "handelsnaam": ["De Winkel"]}),
        ("vestiging", {"vestigingsNummer": "X1", "handelsnaam": ["De Winkel"]}),
        ("organisatorische_eenheid", {"identificatie": "OE1", "naam": "Vergunningen"}),
        ("medewerker", {"identificatie": "jan", "achternaam": "Jansen"}),
    ],
)
def test_elke_soort_betrokkene_wordt_gelezen_zoals_geschreven_en_gevonden(
    vth: Systeem, soort: str, wie: dict[str, object]
) -> None:
    zaak = maak(vth)
    gemaakt = vth.stuur(f"{ZAKEN}/rollen", rol(zaak, soort, **wie))
    assert gemaakt.status_code == 201, gemaakt.content
    gelezen = vth.haal(gemaakt.json()["url"]).json()
    assert gelezen == gemaakt.json()
    assert {n: gelezen["betrokkeneIdentificatie"][n] for n in wie} == wie
    assert gelezen["omschrijvingGeneriek"] == "initiator"
    assert vth.haal(zaak["url"]).json()["rollen"] == [gelezen["url"]]
    delen = {
        "natuurlijk_persoon": ("natuurlijkPersoon", "anpIdentificatie"),
        "niet_natuurlijk_persoon": ("nietNatuurlijkPersoon", "innNnpId"),
        "vestiging": ("vestiging", "vestigingsNummer"),
        "organisatorische_eenheid": ("organisatorischeEenheid", "identificatie"),
        "medewerker": ("medewerker", "identificatie"),
    }[soort]
    filter_ = f"betrokkeneIdentificatie__{delen[0]}__{delen[1]}"
    assert vth.haal(f"{ZAKEN}/rollen?{filter_}={wie[delen[1]]}").json()["count"] == 1
    assert vth.haal(f"{ZAKEN}/rollen?{filter_}=9").json()["count"] == 0


def test_een_bedrijf_vindt_de_zaak_bij_zijn_kvk_nummer(vth: Systeem) -> None:
    zaak, korenaar = maak(vth), partij("korenaar")
    vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "niet_natuurlijk_persoon", innNnpId=korenaar.kvk_nummer))
    assert als(Client(), korenaar, middel="eherkenning").get(f"/mijn/zaken/{zaak['uuid']}/").status_code == 200


def test_dezelfde_persoon_heeft_twee_rollen_en_houdt_er_een_over(vth: Systeem) -> None:
    zaak, bsn = maak(vth), bsn_van("anna")
    eerste = vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "natuurlijk_persoon", inpBsn=bsn)).json()
    tweede = vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "natuurlijk_persoon", "adviseur", inpBsn=bsn)).json()
    filter_ = f"{ZAKEN}/rollen?betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={bsn}"
    assert vth.haal(filter_).json()["count"] == 2
    assert vth.verwijder(eerste["url"]).status_code == 204
    over = vth.haal(filter_).json()["results"]
    assert [r["url"] for r in over] == [tweede["url"]]
    assert over[0]["betrokkeneIdentificatie"]["inpBsn"] == bsn


def test_zrc_019_het_roltype_hoort_bij_het_zaaktype(vth: Systeem) -> None:
    zaak = maak(vth)
    inhoud = rol(zaak, "medewerker", identificatie="jan") | {"roltype": roltype("initiator", EXTERN)}
    assert fouten(vth.stuur(f"{ZAKEN}/rollen", inhoud)) == {"nonFieldErrors": "zaaktype-mismatch"}


def test_een_zaak_heeft_een_initiator(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    inhoud = rol({"url": adres(zaak)}, "medewerker", identificatie="jan")
    assert fouten(vth.stuur(f"{ZAKEN}/rollen", inhoud)) == {"roltype": "max-occurences"}


def test_wat_niet_klopt_aan_een_betrokkene_wordt_gezegd(vth: Systeem) -> None:
    zaak = maak(vth)

    def stuur(**meer: object) -> dict[str, str]:
        return fouten(vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "natuurlijk_persoon") | meer))

    assert stuur() == {"nonFieldErrors": "invalid-betrokkene"}
    assert stuur(betrokkeneIdentificatie={"inpBsn": "123456789"}) == {"betrokkeneIdentificatie.inpBsn": "invalid"}
    assert stuur(betrokkene="http://nergens.example/1") == {"betrokkene": "bad-url"}
    assert stuur(betrokkeneType="iemand") == {"betrokkeneType": "invalid_choice"}


def test_een_rol_van_een_gesloten_zaak_vraagt_geforceerd_bijwerken(vth: Systeem) -> None:
    zaak = maak(vth)
    gemaakt = vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "medewerker", identificatie="jan")).json()
    sluit(vth, zaak)
    gewoon = mag(systeem("gewoon"), SOORT, "zaken.bijwerken")
    geforceerd = mag(systeem("geforceerd"), SOORT, "zaken.geforceerd-bijwerken")
    assert gewoon.verwijder(gemaakt["url"]).status_code == 403
    nieuw = rol(zaak, "medewerker", "adviseur", identificatie="piet")
    assert gewoon.stuur(f"{ZAKEN}/rollen", nieuw).status_code == 403
    assert geforceerd.stuur(f"{ZAKEN}/rollen", nieuw).status_code == 201
    assert geforceerd.verwijder(gemaakt["url"]).status_code == 204


def test_de_rol_van_een_afgeschermde_persoon_schermt_de_zaak_af(vth: Systeem) -> None:
    wil = partij("wil")
    wil.afgeschermd = True
    wil.save(update_fields=["afgeschermd"])
    zaak = maak(vth)
    gemaakt = vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "natuurlijk_persoon", inpBsn=bsn_van("wil")))
    assert gemaakt.status_code == 201, gemaakt.content
    assert rij_van(zaak).afgeschermd
    assert vth.haal(zaak["url"]).status_code == 404
    assert vth.haal(gemaakt.json()["url"]).status_code == 404
