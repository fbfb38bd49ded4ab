"""Access of other systems: one proposes, another approves, and only then it counts. A secret is seen once."""

import re
from datetime import timedelta
from typing import Any

import jwt
import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Applicatie, Auditregel, Toegangsvoorstel, Waarneming
from autorisatie.versleuteling import Geheim
from catalogus import klok
from catalogus.models import Informatieobjecttype, Proces
from mijnzaken.berichten.models import Abonnement
from mijnzaken.inrichting.applicaties import (
    applicatie_aanmaken,
    applicatie_geheim_intrekken,
    applicatie_geheim_vernieuwen,
    applicatie_stoppen,
)
from mijnzaken.inrichting.toegangsvoorstel import (
    Algemeen,
    applicatie_goedkeuren,
    applicatie_indienen,
    applicatie_terugsturen,
    applicatie_weggooien,
    voorstel_algemeen,
    voorstel_beginnen,
    voorstel_recht_geven,
    voorstel_rechten_weghalen,
)
from tests.fabrieken import REDEN, gebruiker, medewerker, partij, registreer
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

SOORT = "parkeervergunning-bewoners"
ZAKEN = "/zaken/api/v1/zaken"


def voorgesteld(client_id: str = "vth", *scopes: str) -> tuple[Toegangsvoorstel, str]:
    """By ruud: to read zaken of one zaaktype; it waits."""
    voorstel, geheim = applicatie_aanmaken(medewerker("ruud"), client_id=client_id, label="VTH-systeem")
    voorstel_recht_geven(
        medewerker("ruud"),
        voorstel,
        component="zrc",
        scopes=scopes or ["zaken.lezen"],
        typen=[Proces.objects.get(identificatie=SOORT)],
        max_vertrouwelijkheid=4,
    )
    return applicatie_indienen(medewerker("ruud"), voorstel, reden=REDEN), geheim


def goedgekeurd(client_id: str = "vth") -> tuple[Applicatie, str]:
    voorstel, geheim = voorgesteld(client_id)
    return applicatie_goedkeuren(medewerker("saskia"), voorstel).applicatie, geheim


def status(geheim: str, client_id: str = "vth", **kop: str) -> int:
    """What the list of zaken answers to who signs with this secret."""
    token = jwt.encode({"iss": client_id, "client_id": client_id, "iat": int(klok.nu().timestamp())}, geheim)
    koppen = {"Authorization": f"Bearer {token}", "Accept-Crs": "EPSG:4326"}
    return int(Client().get(ZAKEN, headers=koppen, **kop).status_code)  # type: ignore[arg-type]


# -- four eyes ---------------------------------------------------------------------------------------------------------


def test_een_nieuw_systeem_komt_er_pas_in_als_een_ander_het_goedkeurt() -> None:
    voorstel, geheim = voorgesteld()
    assert status(geheim) == 403
    with pytest.raises(GeenRecht, match="zelf opgesteld"):
        applicatie_goedkeuren(medewerker("ruud"), voorstel)
    assert status(geheim) == 403
    applicatie_goedkeuren(medewerker("saskia"), voorstel)
    assert status(geheim) == 200


def test_ook_met_een_tweede_account_keurt_niemand_zijn_eigen_voorstel_goed() -> None:
    voorstel, _ = voorgesteld()
    tweede, saskia = gebruiker("henk"), gebruiker("saskia")
    for wie in (tweede, saskia):
        wie.partij = partij("anna")
        wie.save(update_fields=["partij"])
    voorstel.opgesteld_door = tweede
    voorstel.save(update_fields=["opgesteld_door"])
    with pytest.raises(GeenRecht, match="zelf opgesteld"):
        applicatie_goedkeuren(medewerker("saskia"), voorstel)


def test_wie_voor_de_opsteller_waarneemt_keurt_niet_goed() -> None:
    voorstel, _ = voorgesteld()
    vandaag = klok.vandaag()
    Waarneming.objects.create(
        afwezige=gebruiker("ruud"), waarnemer=gebruiker("saskia"), ingesteld_door=gebruiker("tess"),
        ingesteld_op=klok.nu(), van=vandaag, tot=vandaag + timedelta(days=7), reden=REDEN,
    )  # fmt: skip
    with pytest.raises(GeenRecht, match="waar voor"):
        applicatie_goedkeuren(medewerker("saskia"), voorstel)
    applicatie_goedkeuren(medewerker("petra"), voorstel)


def test_de_database_weigert_een_goedkeuring_door_de_opsteller() -> None:
    voorstel, _ = voorgesteld()
    voorstel.stand, voorstel.goedgekeurd_door, voorstel.goedgekeurd_op = "goedgekeurd", gebruiker("ruud"), klok.nu()
    with pytest.raises(IntegrityError, match="vier_ogen"), transaction.atomic():
        voorstel.save()


def test_een_ander_schrijft_niet_aan_het_voorstel_van_een_collega() -> None:
    """So that it is known who may not approve it."""
    voorstel, _ = applicatie_aanmaken(medewerker("ruud"), client_id="vth", label="VTH")
    with pytest.raises(GeenRecht, match="Dit voorstel is van"):
        voorstel_recht_geven(medewerker("saskia"), voorstel, component="ztc", scopes=["catalogi.lezen"])
    with pytest.raises(GeenRecht):
        voorstel_algemeen(medewerker("saskia"), voorstel, Algemeen(label="Anders", heeft_alle_autorisaties=True))


def test_wat_is_ingediend_of_goedgekeurd_verandert_niet_meer() -> None:
    voorstel, _ = voorgesteld()
    with pytest.raises(OnjuisteToestand, match="wacht op goedkeuring"):
        voorstel_algemeen(medewerker("ruud"), voorstel, Algemeen(label="Alles", heeft_alle_autorisaties=True))
    applicatie_goedkeuren(medewerker("saskia"), voorstel)
    for doe in (applicatie_goedkeuren, applicatie_weggooien):
        with pytest.raises(OnjuisteToestand, match="goedgekeurd"):
            doe(medewerker("saskia"), voorstel)


def test_een_voorstel_dat_is_ingehaald_telt_niet_meer() -> None:
    """Somebody stops the system while a proposal waits: approving that does not begin it again."""
    applicatie, geheim = goedgekeurd()
    voorstel, _ = applicatie_geheim_vernieuwen(medewerker("ruud"), applicatie, overlap_dagen=7, reden=REDEN)
    applicatie_stoppen(medewerker("saskia"), applicatie, reden="Gelekt.")
    assert status(geheim) == 403
    with pytest.raises(OnjuisteToestand, match="Intussen"):
        applicatie_goedkeuren(medewerker("saskia"), voorstel)
    assert Applicatie.objects.get(pk=applicatie.pk).geheimen() == []


def test_twee_voorstellen_voor_een_systeem_bestaan_niet() -> None:
    applicatie, _ = goedgekeurd()
    voorstel_beginnen(medewerker("ruud"), applicatie)
    with pytest.raises(OnjuisteToestand, match="al een voorstel"):
        voorstel_beginnen(medewerker("saskia"), applicatie)


# -- what it then may --------------------------------------------------------------------------------------------------


def test_het_voorstel_vervangt_alles_wat_het_systeem_mocht() -> None:
    applicatie, geheim = goedgekeurd()
    voorstel = voorstel_beginnen(medewerker("ruud"), applicatie)
    assert [regel.scopes for regel in voorstel.regels.all()] == [["zaken.lezen"]]
    soort = Informatieobjecttype.objects.order_by("pk")[0]
    voorstel_recht_geven(
        medewerker("ruud"), voorstel, component="drc", scopes=["documenten.lezen"], typen=[soort],
        max_vertrouwelijkheid=3,
    )  # fmt: skip
    voorstel_rechten_weghalen(medewerker("ruud"), voorstel, [voorstel.regels.order_by("pk")[0].pk])
    assert status(geheim) == 200
    applicatie_goedkeuren(medewerker("saskia"), applicatie_indienen(medewerker("ruud"), voorstel, reden=REDEN))
    regel = applicatie.autorisaties.get()
    assert (regel.component, regel.scopes, regel.informatieobjecttype) == ("drc", ["documenten.lezen"], soort)
    assert status(geheim) == 403


def test_een_recht_voor_hetzelfde_zaaktype_komt_in_de_plaats_van_het_vorige() -> None:
    voorstel, _ = applicatie_aanmaken(medewerker("ruud"), client_id="vth", label="VTH")
    for scopes in (["zaken.lezen"], ["zaken.lezen", "zaken.bijwerken"]):
        voorstel_recht_geven(
            medewerker("ruud"), voorstel, component="zrc", scopes=scopes, max_vertrouwelijkheid=4,
            typen=Proces.objects.filter(identificatie__in=[SOORT, "terugbelnotitie"]),
        )  # fmt: skip
    assert [regel.scopes for regel in voorstel.regels.all()] == [["zaken.bijwerken", "zaken.lezen"]] * 2
    assert all(regel.zaaktype is not None for regel in voorstel.regels.all())


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"component": "zrc", "scopes": []}, "scopes"),
        ({"component": "zrc", "scopes": ["documenten.lezen"]}, "scopes"),
        ({"component": "zrc", "scopes": ["zaken.lezen"]}, "typen"),
    ],
)
def test_een_recht_is_heel_of_het_is_er_niet(velden: dict[str, Any], veld: str) -> None:
    voorstel, _ = applicatie_aanmaken(medewerker("ruud"), client_id="vth", label="VTH")
    with pytest.raises(Invoerfout) as fout:
        voorstel_recht_geven(medewerker("ruud"), voorstel, **velden)
    assert set(fout.value.velden) == {veld}


def test_wie_alles_mag_heeft_geen_losse_rechten() -> None:
    voorstel, geheim = voorgesteld()
    voorstel = applicatie_terugsturen(medewerker("saskia"), voorstel, reden="Geef alles.")
    voorstel = voorstel_algemeen(medewerker("ruud"), voorstel, Algemeen(label="VTH", heeft_alle_autorisaties=True))
    assert not voorstel.regels.exists()
    with pytest.raises(OnjuisteToestand, match="krijgt alles"):
        voorstel_recht_geven(medewerker("ruud"), voorstel, component="ztc", scopes=["catalogi.lezen"])
    applicatie_goedkeuren(medewerker("saskia"), applicatie_indienen(medewerker("ruud"), voorstel, reden=REDEN))
    registreer("anna", "terugbelnotitie")
    assert status(geheim) == 200


def test_adressen_en_grens_gelden_na_goedkeuring() -> None:
    applicatie, geheim = goedgekeurd("begrensd")
    voorstel = voorstel_beginnen(medewerker("ruud"), applicatie)
    with pytest.raises(Invoerfout, match="geen IP-adres"):
        voorstel_algemeen(medewerker("ruud"), voorstel, Algemeen(label="VTH", netwerken=["overal"]))
    nieuw = Algemeen(label="VTH", netwerken=["192.0.2.17/24", "2001:db8::1"], verzoeken_per_minuut=1)
    voorstel = voorstel_algemeen(medewerker("ruud"), voorstel, nieuw)
    assert voorstel.netwerken == ["192.0.2.0/24", "2001:db8::1/128"]
    applicatie_goedkeuren(medewerker("saskia"), applicatie_indienen(medewerker("ruud"), voorstel, reden=REDEN))
    assert status(geheim, "begrensd") == 403
    assert status(geheim, "begrensd", REMOTE_ADDR="192.0.2.200") == 200
    assert status(geheim, "begrensd", REMOTE_ADDR="192.0.2.200") == 429


# -- the secret --------------------------------------------------------------------------------------------------------


def test_een_nieuw_geheim_geldt_na_goedkeuring_en_het_oude_nog_even(op_maandag: Any) -> None:
    applicatie, oud = goedgekeurd()
    voorstel, nieuw = applicatie_geheim_vernieuwen(medewerker("ruud"), applicatie, overlap_dagen=7, reden=REDEN)
    assert (status(oud), status(nieuw)) == (200, 403)
    applicatie_goedkeuren(medewerker("saskia"), voorstel)
    assert (status(oud), status(nieuw)) == (200, 200)
    applicatie = Applicatie.objects.get(pk=applicatie.pk)
    assert applicatie.vorig_geheim_tot == klok.nu() + timedelta(days=7)
    applicatie_geheim_intrekken(medewerker("saskia"), applicatie)
    assert (status(oud), status(nieuw)) == (403, 200)
    with pytest.raises(OnjuisteToestand):
        applicatie_geheim_intrekken(medewerker("saskia"), applicatie)


def test_zonder_overlap_geldt_het_oude_geheim_meteen_niet_meer() -> None:
    applicatie, oud = goedgekeurd()
    voorstel, nieuw = applicatie_geheim_vernieuwen(medewerker("ruud"), applicatie, overlap_dagen=0, reden="Gelekt.")
    applicatie_goedkeuren(medewerker("petra"), voorstel)
    assert (status(oud), status(nieuw)) == (403, 200)


def test_het_scherm_toont_het_geheim_een_keer_en_het_logboek_nooit() -> None:
    client = als(Client(), gebruiker("ruud"))
    antwoord = client.post(reverse("beheer_applicatie_nieuw"), {"label": "VTH", "client_id": "vth"})
    geheim = re.search(r"<dt>Geheim</dt><dd><code>([\w-]{64})</code>", antwoord.content.decode())
    assert geheim
    assert antwoord.headers["Cache-Control"] == "no-store, private"
    voorstel = Toegangsvoorstel.objects.systeem(REDEN).get()
    for adres in (
        reverse("beheer_toegangsvoorstel", args=[voorstel.uuid]),
        reverse("beheer_applicatie", args=[voorstel.applicatie.uuid]),
        reverse("beheer_applicaties"),
    ):
        pagina = client.get(adres)
        assert pagina.status_code == 200
        assert geheim[1] not in pagina.content.decode()
    assert geheim[1] not in repr(list(Auditregel.objects.values()))
    assert client.post(reverse("beheer_applicatie_nieuw"), {"label": "VTH", "client_id": "vth"}).status_code == 422


# -- the screens -------------------------------------------------------------------------------------------------------


def test_van_nieuw_tot_goedgekeurd_langs_de_schermen() -> None:
    ruud, saskia = als(Client(), gebruiker("ruud")), als(Client(), gebruiker("saskia"))
    ruud.post(reverse("beheer_applicatie_nieuw"), {"label": "VTH", "client_id": "vth"})
    voorstel = Toegangsvoorstel.objects.systeem(REDEN).get()

    def hier(naam: str, *meer: str) -> str:
        return reverse(f"beheer_toegangsvoorstel{naam}", args=[voorstel.uuid, *meer])

    ruud.post(hier("_algemeen"), {"label": "VTH", "netwerken": "192.0.2.0/24\n198.51.100.7"})
    leeg = ruud.post(hier("_recht", "zrc"), {"scopes": ["zaken.lezen"]})
    assert leeg.status_code == 422
    proces = Proces.objects.get(identificatie=SOORT)
    ruud.post(hier("_recht", "zrc"), {"scopes": ["zaken.lezen"], "typen": [proces.pk], "max_vertrouwelijkheid": "4"})
    ruud.post(hier("_recht", "ztc"), {"scopes": ["catalogi.lezen"]})
    ruud.post(hier("_recht_weg"), {"regel": [str(voorstel.regels.get(component="ztc").pk)]})
    ruud.post(hier("_indienen"), {"reden": "Voor het toezicht."})
    pagina = saskia.get(hier("")).content.decode()
    assert "Goedkeuren" in pagina
    assert proces.naam in pagina
    assert "Goedkeuren" not in ruud.get(hier("")).content.decode()
    saskia.post(hier("_goedkeuren"))
    applicatie = Applicatie.objects.get(client_id="vth")
    assert applicatie.is_active
    assert applicatie.netwerken == ["192.0.2.0/24", "198.51.100.7/32"]
    assert applicatie.autorisaties.get().scopes == ["zaken.lezen"]
    saskia.post(reverse("beheer_applicatie_stoppen", args=[applicatie.uuid]), {"reden": "Klaar."})
    assert not Applicatie.objects.get(client_id="vth").is_active


def test_de_bladzijde_van_een_systeem_toont_zijn_abonnementen_en_nooit_hun_sleutel() -> None:
    applicatie, _ = goedgekeurd()
    rij = Abonnement.objects.create(
        applicatie=applicatie, callback_url="https://vth.example/terug", auth=Geheim.van("Bearer sleutel")
    )
    rij.kanalen.create(naam="zaken", filters={"zaaktype": "*"})
    pagina = (
        als(Client(), gebruiker("fleur")).get(reverse("beheer_applicatie", args=[applicatie.uuid])).content.decode()
    )
    assert "https://vth.example/terug" in pagina
    assert "zaken (zaaktype: *)" in pagina
    assert "Bearer sleutel" not in pagina


def test_een_eerste_voorstel_weggooien_neemt_het_systeem_mee_en_een_later_niet() -> None:
    voorstel, _ = applicatie_aanmaken(medewerker("ruud"), client_id="proef", label="Proef")
    saskia = als(Client(), gebruiker("saskia"))
    saskia.post(reverse("beheer_toegangsvoorstel_weggooien", args=[voorstel.uuid]))
    assert not Applicatie.objects.filter(client_id="proef").exists()
    applicatie, _ = goedgekeurd()
    voorstel = voorstel_beginnen(medewerker("ruud"), applicatie)
    saskia.post(reverse("beheer_toegangsvoorstel_weggooien", args=[voorstel.uuid]))
    assert Applicatie.objects.get(client_id="vth").is_active


def test_de_lijst_kost_een_vast_aantal_statements(django_assert_max_num_queries: Any) -> None:
    client = als(Client(), gebruiker("ruud"))
    for naam in ("een", "twee", "drie", "vier"):
        voorgesteld(naam)
    client.get(reverse("beheer_applicaties"))
    with django_assert_max_num_queries(16):
        client.get(reverse("beheer_applicaties"))
