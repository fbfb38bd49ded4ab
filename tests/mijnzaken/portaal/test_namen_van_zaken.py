"""A resident reads his own words for a zaak, staff the name of the process."""

import pytest
from django.test import Client
from django.urls import reverse

from catalogus.models import Proces
from mijnzaken.berichten.models import Bericht
from mijnzaken.inrichting.processen import proces_wijzigen
from mijnzaken.zaken.avg import RECHTEN
from tests.fabrieken import REDEN, gebruiker, medewerker, partij, registreer, ververs
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.mark.parametrize("soort", RECHTEN)
def test_van_een_verzoek_over_gegevens_leest_de_inwoner_geen_vaktaal_en_de_medewerker_zijn_eigen_naam(
    soort: str,
) -> None:
    zaak = registreer("anna", soort)
    anna, lotte = als(Client(), partij("anna")), als(Client(), gebruiker("lotte"))
    for pad in (reverse("overzicht"), reverse("mijn_zaken"), reverse("mijn_zaak", args=[zaak.uuid])):
        pagina = anna.get(pad).content.decode()
        assert zaak.proces.naam_inwoner in pagina
        assert "AVG" not in zaak.proces.naam_inwoner
        assert zaak.proces.naam not in pagina
    for bericht in Bericht.objects.systeem(REDEN).filter(partij=partij("anna")):
        assert zaak.proces.naam not in f"{bericht.onderwerp} {bericht.tekst}"
    assert zaak.proces.naam in lotte.get(reverse("zaak", args=[zaak.nummer])).content.decode()
    assert zaak.proces.naam in lotte.get(reverse("zaken")).content.decode()


def test_zonder_eigen_naam_heet_het_bij_iedereen_hetzelfde_en_een_beheerder_geeft_er_een() -> None:
    zaak = registreer("anna")
    assert zaak.titel == zaak.soortnaam == "Parkeervergunning bewoners"
    proces = Proces.objects.get(pk=zaak.proces_id)
    proces_wijzigen(medewerker("omar"), {"naam_inwoner": "Parkeren bij uw huis"}, proces=proces)
    zaak = ververs(zaak)
    assert (zaak.titel, zaak.soortnaam) == ("Parkeren bij uw huis", "Parkeervergunning bewoners")
