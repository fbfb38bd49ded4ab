"""The screens of the matrix: from draft to a version that holds, with what was typed kept and nothing leaked."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from autorisatie.matrix.blokken import van_versie
from autorisatie.models import Matrixherziening, Matrixstand, Matrixversie, Rol
from catalogus.kanaal import Kanaal
from mijnzaken.inrichting import matrix
from mijnzaken.zaken.models import Zaak
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import REDEN, medewerker, registreer

pytestmark = [pytest.mark.usefixtures("op_maandag")]
REGEL = {
    "scope": "gemeente",
    "niveau_zaak": "3",
    "mag_bureau": ["inzien"],
    "open_of_gesloten": "alle",
    "max_vertrouwelijkheid": "5",
    "kanalen": Kanaal.values,
    "betrouwbaarheid_minimaal": "0",
}


def regel(rol: str, **velden: Any) -> dict[str, Any]:
    return REGEL | {"rol": Rol.objects.get(code=rol).pk} | velden


def adres(naam: str, *delen: Any) -> str:
    return reverse(f"beheer_matrix_{naam}", args=delen)


def maak_ontwerp(client: Client) -> Matrixversie:
    antwoord = client.post(reverse("beheer_matrix_ontwerpen"), {"toelichting": "Archief mag meer zien."})
    assert antwoord.status_code == 302
    ontwerp = Matrixversie.objects.first()
    assert ontwerp is not None
    assert antwoord.headers["Location"] == adres("versie", ontwerp.nummer)
    return ontwerp


def test_van_ontwerp_via_de_gevolgen_tot_een_versie_die_geldt(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", "subsidie-verkeerslawaai")
    ruud, saskia = ingelogd("ruud"), ingelogd("saskia")
    ontwerp = maak_ontwerp(ruud)
    assert ruud.post(adres("regel_nieuw", ontwerp.nummer), regel("archivaris")).status_code == 302
    gevolg = saskia.get(adres("gevolg", ontwerp.nummer)).content.decode()
    assert "H. Postma" in gevolg
    assert zaak.nummer in gevolg
    assert "A. de Vries" not in gevolg
    ruud.post(adres("indienen", ontwerp.nummer))
    assert saskia.post(adres("goedkeuren", ontwerp.nummer), {"vanaf": ""}).status_code == 302
    assert Matrixversie.actief() == ontwerp
    assert Zaak.objects.een(medewerker("henk"), zaak.uuid) is not None
    pagina = saskia.get(adres("versie", ontwerp.nummer)).content.decode()
    assert "Opgesteld door R. Smit, goedgekeurd door S. Vermeulen" in pagina
    assert "Archivaris, alle zaaktypen" in pagina


def test_wie_het_schreef_krijgt_bij_goedkeuren_de_reden_en_de_pagina_terug(ingelogd: Inloggen) -> None:
    ruud = ingelogd("ruud")
    ontwerp = maak_ontwerp(ruud)
    ruud.post(adres("regel_nieuw", ontwerp.nummer), regel("archivaris"))
    ruud.post(adres("indienen", ontwerp.nummer))
    antwoord = ruud.post(adres("goedkeuren", ontwerp.nummer), {"vanaf": "2026-03-05T10:00"})
    assert antwoord.status_code == 422
    assert "schreef zelf mee" in antwoord.content.decode()
    assert "2026-03-05T10:00" in antwoord.content.decode()
    terug = ingelogd("saskia").post(adres("goedkeuren", ontwerp.nummer), {"vanaf": "2026-03-01T10:00"})
    assert terug.status_code == 422
    assert "terugwerkende kracht" in terug.content.decode()


def test_een_onvolledige_regel_geeft_de_pagina_terug_met_wat_er_stond(ingelogd: Inloggen) -> None:
    ruud = ingelogd("ruud")
    ontwerp = maak_ontwerp(ruud)
    fout = regel("kcc", scope="proces", kanalen=[], dagen_na_sluiting="veel")
    antwoord = ruud.post(adres("regel_nieuw", ontwerp.nummer), fout)
    assert antwoord.status_code == 422
    assert set(antwoord.context["form"].errors) == {"proces", "kanalen", "dagen_na_sluiting"}
    assert 'value="veel"' in antwoord.content.decode()
    assert not ontwerp.regels.filter(rol__code="kcc", scope="proces", handelingen=["inzien"]).exists()


def test_wie_een_oude_regel_opslaat_merkt_dat_een_ander_hem_wijzigde(ingelogd: Inloggen) -> None:
    ruud, saskia = ingelogd("ruud"), ingelogd("saskia")
    ontwerp = maak_ontwerp(ruud)
    kenmerk = next(b.kenmerk for b in van_versie(ontwerp) if b.regel.rol.code == "archivaris")
    plek = adres("regel", ontwerp.nummer, kenmerk)
    gezien = ruud.get(plek).context["gezien"]
    assert saskia.post(plek, regel("archivaris", gezien=gezien)).status_code == 302
    antwoord = ruud.post(plek, regel("archivaris", gezien=gezien, niveau_zaak="5"))
    assert antwoord.status_code == 422
    assert "intussen gewijzigd" in antwoord.content.decode()


def test_een_gewijzigde_regel_is_gemerkt_in_woorden_en_gaat_terug(ingelogd: Inloggen) -> None:
    ruud = ingelogd("ruud")
    ontwerp = maak_ontwerp(ruud)
    kenmerk = next(b.kenmerk for b in van_versie(ontwerp) if b.regel.rol.code == "archivaris")
    ruud.post(adres("regel_weg", ontwerp.nummer, kenmerk))
    pagina = ruud.get(adres("versie", ontwerp.nummer)).content.decode()
    assert "vervalt" in pagina
    assert "met wijzigingen" in pagina
    ruud.post(adres("regel_terug", ontwerp.nummer, kenmerk))
    assert "Er is nog niets veranderd." in ruud.get(adres("versie", ontwerp.nummer)).content.decode()


def test_wat_is_goedgekeurd_heeft_geen_formulier(ingelogd: Inloggen) -> None:
    ruud, actief = ingelogd("ruud"), Matrixversie.actief()
    assert actief is not None
    kenmerk = van_versie(actief)[0].kenmerk
    for naam in ("regel_nieuw", "gevolg", "goedkeuren", "terugsturen"):
        assert ruud.get(adres(naam, actief.nummer)).status_code == 404
    assert ruud.get(adres("regel", actief.nummer, kenmerk)).status_code == 404
    ruud.post(adres("weggooien", actief.nummer))
    ruud.post(adres("regel_weg", actief.nummer, kenmerk))
    assert Matrixversie.actief() == actief
    assert actief.regels.filter(blok=kenmerk).exists()


def test_terugsturen_en_weggooien(ingelogd: Inloggen) -> None:
    ruud, saskia = ingelogd("ruud"), ingelogd("saskia")
    ontwerp = maak_ontwerp(ruud)
    ruud.post(adres("regel_nieuw", ontwerp.nummer), regel("archivaris"))
    ruud.post(adres("indienen", ontwerp.nummer))
    assert saskia.post(adres("terugsturen", ontwerp.nummer), {"reden": ""}).status_code == 422
    assert saskia.post(adres("terugsturen", ontwerp.nummer), {"reden": "Te ruim."}).status_code == 302
    assert "Teruggestuurd door S. Vermeulen: Te ruim." in ruud.get(adres("versie", ontwerp.nummer)).content.decode()
    assert ruud.post(adres("weggooien", ontwerp.nummer)).headers["Location"] == reverse("beheer_matrix")
    assert not Matrixversie.objects.filter(pk=ontwerp.pk).exists()


def test_per_zaaktype_staat_wie_er_wat_mag(ingelogd: Inloggen) -> None:
    pagina = ingelogd("ruud").get(adres("zaaktype", 1), {"zaaktype": "schuldhulpverlening"})
    tekst = pagina.content.decode()
    assert "zaaktypen van team Schulddienstverlening" in tekst
    assert "Medewerker 14070" in tekst
    klacht = ingelogd("ruud").get(adres("zaaktype", 1), {"zaaktype": "klacht"}).content.decode()
    assert "zaaktypen van team Schulddienstverlening" not in klacht
    for onzin in ("", "bestaat-niet", "\x00"):
        assert ingelogd("ruud").get(adres("zaaktype", 1), {"zaaktype": onzin}).context["gekozen"] is None


def test_opslaan_en_weer_inlezen_maakt_een_ontwerp_zonder_verschil_en_geeft_niets(ingelogd: Inloggen) -> None:
    ruud = ingelogd("ruud")
    bestand = ruud.get(adres("bestand", 1))
    assert "attachment" in bestand.headers["Content-Disposition"]
    assert json.loads(bestand.content)["versie"] == 1
    op = SimpleUploadedFile("matrix.json", bestand.content)
    antwoord = ruud.post(reverse("beheer_matrix_inlezen"), {"toelichting": "Uit een bestand.", "bestand": op})
    ontwerp = Matrixversie.objects.first()
    assert ontwerp is not None
    assert antwoord.headers["Location"] == adres("versie", ontwerp.nummer)
    assert ontwerp.stand == Matrixstand.ONTWERP
    assert ruud.get(adres("versie", ontwerp.nummer)).context["verschillen"] == []
    assert Matrixversie.actief() != ontwerp


def test_een_bestand_met_fouten_wordt_heel_geweigerd_met_regel_en_reden(ingelogd: Inloggen) -> None:
    op = SimpleUploadedFile(
        "matrix.json", b'{"soort": "mijnzaken-autorisatiematrix", "formaat": 1,\n "regels": [3, 4]}'
    )
    antwoord = ingelogd("ruud").post(reverse("beheer_matrix_inlezen"), {"toelichting": "Proef.", "bestand": op})
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "matrix.json, regel 2 (regels[0])" in tekst
    assert "matrix.json, regel 2 (regels[1])" in tekst
    assert "Proef." in tekst
    assert Matrixversie.objects.count() == 1


def test_de_herziening_toont_wat_nagelopen_moet_en_legt_het_vast(ingelogd: Inloggen) -> None:
    saskia = ingelogd("saskia")
    Matrixherziening.objects.filter(rol__code="kcc").delete()
    lijst = saskia.get(reverse("beheer_herziening")).content.decode()
    assert "nog nooit" in lijst
    assert "te laat" in lijst
    assert "De regels van 1 rol nalopen" in saskia.get(reverse("beheer_rechten")).content.decode()
    plek = reverse("beheer_herziening_rol", args=["kcc"])
    assert saskia.post(plek, {"opmerking": " "}).status_code == 422
    assert saskia.post(plek, {"opmerking": "Nagelopen."}).status_code == 302
    assert Matrixherziening.objects.get(rol__code="kcc").door.gebruikersnaam == "saskia"
    eigen = saskia.post(reverse("beheer_herziening_rol", args=["autorisatiebeheerder"]), {"opmerking": "Prima."})
    assert eigen.status_code == 422
    assert "deze rol zelf" in eigen.content.decode()


def test_een_versie_kost_evenveel_vragen_aan_de_database_met_meer_regels(ingelogd: Inloggen) -> None:
    ruud = ingelogd("ruud")
    ontwerp = maak_ontwerp(ruud)

    def tel() -> int:
        with CaptureQueriesContext(connection) as vangst:
            assert ruud.get(adres("versie", ontwerp.nummer)).status_code == 200
        return len(vangst)

    tel()
    eerst = tel()
    for rol in ("kcc", "archivaris", "teamleider"):
        ruud.post(adres("regel_nieuw", ontwerp.nummer), regel(rol))
    assert tel() == eerst


def test_een_ingehaald_ontwerp_zegt_het(ingelogd: Inloggen) -> None:
    ruud = ingelogd("ruud")
    oud, nieuw = maak_ontwerp(ruud), maak_ontwerp(ruud)
    ruud.post(adres("regel_nieuw", nieuw.nummer), regel("archivaris"))
    matrix.matrix_goedkeuren(medewerker("saskia"), matrix.matrix_indienen(medewerker("ruud"), nieuw))
    assert "kent haar wijzigingen niet" in ruud.get(adres("versie", oud.nummer)).content.decode()
    assert "kent haar wijzigingen niet" in ruud.post(adres("indienen", oud.nummer), follow=True).content.decode()


# -- waarom -----------------------------------------------------------------------------------------------------------


def vraag(client: Client, zaak: str, **velden: str) -> Any:
    return client.post(
        reverse("beheer_waarom"), {"wie": "medewerker", "zaaknummer": zaak, "betrouwbaarheid": "3"} | velden
    )


def test_de_uitleg_noemt_de_regel_de_versie_en_de_voorwaarde(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", "subsidie-verkeerslawaai")
    tekst = vraag(ingelogd("ruud"), zaak.nummer, gebruikersnaam="sanne").content.decode()
    assert "Ja, deze persoon ziet de zaak" in tekst
    assert "rol Behandelaar, zaaktypen van het team van de toekenning, versie 1 (ten hoogste vertrouwelijk)" in tekst
    assert "Vries" not in tekst
    nee = vraag(ingelogd("ruud"), zaak.nummer, gebruikersnaam="vera").content.decode()
    assert "Nee, voor deze persoon bestaat de zaak niet" in nee
    assert "De regel gaat niet over dit zaaktype" in nee


def test_afgeschermd_en_onbekend_geven_de_beheerder_dezelfde_pagina(ingelogd: Inloggen) -> None:
    zaak = registreer("wil", "schuldhulpverlening")
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(afgeschermd=True)
    ruud = ingelogd("ruud")
    een = vraag(ruud, zaak.nummer, gebruikersnaam="joost")
    twee = vraag(ruud, "2026-9999999", gebruikersnaam="joost")
    assert een.status_code == twee.status_code == 200
    assert "vonden wij niet" in een.content.decode()
    assert _kaal(een, zaak.nummer) == _kaal(twee, "2026-9999999")
    assert (
        "Boven de matrix: de zaak is afgeschermd"
        in vraag(ingelogd("fleur"), zaak.nummer, gebruikersnaam="joost").content.decode()
    )


def _kaal(antwoord: Any, nummer: str) -> str:
    tekst = antwoord.content.decode().replace(nummer, "")
    return "\n".join(regel for regel in tekst.splitlines() if "csrfmiddlewaretoken" not in regel)


def test_een_vraag_zonder_persoon_geeft_de_pagina_terug(ingelogd: Inloggen) -> None:
    antwoord = vraag(ingelogd("ruud"), "2026-0000001", wie="inwoner")
    assert antwoord.status_code == 422
    assert "nummer" in antwoord.context["form"].errors
    assert "2026-0000001" in antwoord.content.decode()
