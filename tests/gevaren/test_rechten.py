"""More rights than one has: an ended role, an empty scope, what nobody registered, a superuser, an edited matrix."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from autorisatie import standen
from autorisatie.gegevensgroepen import Zicht
from autorisatie.models import Gebruiker, Gegevensgroep, Matrixregel, Matrixversie, Niveau, Rol, Scope, Toekenning
from autorisatie.toegang import ToegangMiddleware
from catalogus import klok
from mijnzaken.zaken.lijst import Filter, aantal
from mijnzaken.zaken.models import Zaak
from tests.backoffice.conftest import Inloggen
from tests.backoffice.conftest import ingelogd as ingelogd
from tests.fabrieken import REDEN, burger, gebruiker, geef_rol, geldende_matrix, medewerker, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def test_14_een_geeindigde_rol_leeft_niet_voort_in_een_cache(ingelogd: Inloggen) -> None:
    sanne = ingelogd("sanne")
    zaak = registreer("anna", "subsidie-verkeerslawaai")
    adres = reverse("zaak", args=[zaak.nummer])
    assert sanne.get(adres).status_code == 200
    geldend = Toekenning.objects.filter(Toekenning.geldend(), gebruiker=gebruiker("sanne"))
    geldend.update(geldig_tot=klok.vandaag() - timedelta(days=1))
    assert sanne.get(adres).status_code == 404
    assert sanne.get(reverse("werkvoorraad")).status_code == 404


def test_14_een_nieuwe_versie_van_de_matrix_werkt_vanaf_het_volgende_verzoek(ingelogd: Inloggen) -> None:
    sanne = ingelogd("sanne")
    zaak = registreer("anna", "subsidie-verkeerslawaai")
    assert sanne.get(reverse("zaak", args=[zaak.nummer])).status_code == 200
    geldende_matrix([{"scope": Scope.GEMEENTE, "niveau": Niveau.KERN}], rol=Rol.objects.get(code="archivaris"))
    assert sanne.get(reverse("zaak", args=[zaak.nummer])).status_code == 404


LEEG: list[dict[str, Any]] = [
    {"scope": Scope.TOEGEKEND_TEAM},  # of a grant without a team
    {"scope": Scope.TOEGEKENDE_DIENST},
    {"scope": Scope.PROCESGROEP, "procesgroep": "bestaat-niet"},
    {"scope": Scope.GEMEENTE, "kanalen": []},
    {"scope": Scope.GEMEENTE, "eigen_team": True},
]


@pytest.mark.parametrize("velden", LEEG, ids=str)
def test_15_een_lege_scope_is_niemand(velden: dict[str, Any]) -> None:
    registreer("anna")
    rol = Rol.objects.get(code="archivaris")  # henk holds it for no team
    geldende_matrix([velden | {"niveau": Niveau.BIJZONDER, "max_vertrouwelijkheid": 8}], rol=rol)
    henk = medewerker("henk")
    assert standen.gronden(henk) != ()
    assert aantal(henk, Filter()) == 0
    assert not Zaak.objects.voor(henk).exists()


@pytest.mark.parametrize("scope", [Scope.DIENST, Scope.TEAM, Scope.PROCES, Scope.PROCESGROEP])
def test_15_een_scope_zonder_inhoud_komt_de_database_niet_in(scope: str) -> None:
    with pytest.raises(Error, match="matrixregel_scope_is_gevuld"), transaction.atomic():
        geldende_matrix([{"scope": scope, "niveau": Niveau.KERN}], rol=Rol.objects.get(code="archivaris"))


def test_15_geen_wegen_is_iets_anders_dan_niets_gezegd_over_wegen() -> None:
    with pytest.raises(Error, match="null value"), transaction.atomic():
        geldende_matrix(
            [{"scope": Scope.GEMEENTE, "niveau": Niveau.KERN, "kanalen": None}], rol=Rol.objects.get(code="archivaris")
        )


def test_16_een_veld_dat_niemand_registreerde_komt_er_niet_uit() -> None:
    zicht = Zicht(registreer("anna"), dict.fromkeys(Gegevensgroep.values, Niveau.BIJZONDER))
    assert zicht.nummer
    with pytest.raises(AttributeError, match="staat niet in het register"):
        _ = zicht.concept_uuid


def test_16_een_adres_dat_niet_zegt_voor_wie_het_is_antwoordt_niet() -> None:
    def kaal(request: HttpRequest) -> HttpResponse:
        return HttpResponse("alles")

    request = RequestFactory().get("/")
    request.actor = medewerker("ruud")  # type: ignore[attr-defined]
    with pytest.raises(ImproperlyConfigured, match="zegt niet voor wie"):
        ToegangMiddleware(kaal).process_view(request, kaal, [], {})


def test_18_er_is_geen_beheerder_die_langs_de_harde_weigeringen_komt() -> None:
    assert issubclass(Gebruiker, AbstractBaseUser)
    assert not issubclass(Gebruiker, PermissionsMixin)
    assert not {"is_superuser", "is_staff", "groups"} & {f.name for f in Gebruiker._meta.get_fields()}


def test_18_ook_wie_alles_mag_ziet_de_eigen_zaak_en_een_afgeschermde_niet() -> None:
    eigen, geheim, gewoon = registreer("joost"), registreer("anna"), registreer("bram")
    Zaak.objects.systeem(REDEN).filter(pk=geheim.pk).update(afgeschermd=True)
    rol, _ = Rol.objects.get_or_create(code="alles", defaults={"naam": "Alles"})
    geef_rol("joost", rol.code)
    geldende_matrix([{"scope": Scope.GEMEENTE, "niveau": Niveau.BIJZONDER, "max_vertrouwelijkheid": 8}], rol=rol)
    joost = medewerker("joost")
    joost.gebruiker.is_superuser = True  # type: ignore[attr-defined]  # what somebody sets on it changes nothing
    assert set(Zaak.objects.voor(joost)) == {gewoon}
    assert eigen not in Zaak.objects.voor(joost)


def test_19_een_goedgekeurde_matrix_verandert_niet_zonder_goedkeuring() -> None:
    versie = Matrixversie.actief()
    assert versie is not None
    regel = Matrixregel.objects.filter(versie=versie).first()
    assert regel is not None
    regel.niveau = Niveau.BIJZONDER
    for doe in (regel.save, regel.delete, lambda: Matrixregel.objects.filter(versie=versie).update(niveau=5)):
        with pytest.raises(Error, match="Alleen een ontwerp"), transaction.atomic():
            doe()
    versie.toelichting = "Anders."
    with pytest.raises(Error, match="verandert niet meer"), transaction.atomic():
        versie.save()
    with pytest.raises(Error, match="begint als ontwerp"), transaction.atomic():
        Matrixversie.objects.create(
            nummer=77,
            stand="goedgekeurd",
            opgesteld_door=gebruiker("ruud"),
            goedgekeurd_door=gebruiker("saskia"),
            goedgekeurd_op=klok.nu(),
            actief_vanaf=klok.nu(),
        )
    with pytest.raises(Error, match="niet ter goedkeuring"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "WITH nieuw AS (SELECT 1) UPDATE autorisatie_matrixversie SET stand = 'goedgekeurd' WHERE id = %s",
            [Matrixversie.objects.create(nummer=78, opgesteld_door=gebruiker("ruud")).pk],
        )


def test_19_een_ontwerp_geeft_niemand_iets() -> None:
    zaak = registreer("anna")
    ontwerp = Matrixversie.objects.create(nummer=79, opgesteld_door=gebruiker("ruud"))
    Matrixregel.objects.create(
        versie=ontwerp,
        rol=Rol.objects.get(code="archivaris"),
        scope=Scope.GEMEENTE,
        gegevensgroep="zaak",
        niveau=5,
        max_vertrouwelijkheid=8,
    )
    assert Zaak.objects.een(medewerker("henk"), zaak.uuid) is None
    ontwerp.stand = "ter_goedkeuring"
    ontwerp.save()
    assert Zaak.objects.een(medewerker("henk"), zaak.uuid) is None
    assert Zaak.objects.een(burger("anna"), zaak.uuid) is not None
