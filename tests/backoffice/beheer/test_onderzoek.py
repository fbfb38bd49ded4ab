"""A running inquiry withholds what is read under it, and its release shows it. No line changes for that."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from autorisatie import logboek
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.inzage import verwerkingen_van
from autorisatie.models import Onderzoek, Verwerkingsregel
from mijnzaken.inrichting.onderzoek import onderzoek_goedkeuren, onderzoek_openen, onderzoek_vrijgeven
from mijnzaken.voorbeeld.personas import OP_NAAM
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, gebruiker, medewerker, partij, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def zaak() -> Zaak:
    return ververs(registreer("anna"))


def geopend(wie: str = "vera") -> Onderzoek:
    onderzoek: Onderzoek = onderzoek_openen(
        medewerker("fleur"),
        kenmerk="F-1",
        reden="Vermoeden van fraude.",
        partijen=[partij("anna")],
        onderzoekers=[gebruiker(wie)],
    )
    return onderzoek


def lopend(wie: str = "vera") -> Onderzoek:
    onderzoek: Onderzoek = onderzoek_goedkeuren(medewerker("petra"), geopend(wie))
    return onderzoek


def ziet(naam: str = "anna") -> list[str]:
    """What this person reads in the log of processing, the oldest first."""
    return [rij.name for rij in reversed(verwerkingen_van(partij(naam).pk))]


def test_53_zolang_het_loopt_ziet_de_betrokkene_niets_van_wat_de_onderzoeker_las(zaak):
    eerst = ziet()
    lopend()
    zaak_inzien(medewerker("vera"), zaak.uuid)
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    assert ziet() == eerst
    zaak_inzien(medewerker("peter"), zaak.uuid)
    assert ziet() == [*eerst, "inzien"], "who has no part in the inquiry is seen as always"


def test_53_ook_van_het_openen_en_goedkeuren_is_niets_te_zien_en_van_een_poging_ook_niet(zaak):
    eerst = ziet()
    onderzoek = geopend()
    with pytest.raises(GeenRecht):
        onderzoek_goedkeuren(medewerker("fleur"), onderzoek)
    onderzoek_goedkeuren(medewerker("petra"), onderzoek)
    assert ziet() == eerst
    assert Verwerkingsregel.objects.filter(name__startswith="onderzoek_", onderzoek_id=onderzoek.pk).count() == 3


def test_na_vrijgave_ziet_de_betrokkene_alles_en_geen_regel_is_gewijzigd(zaak):
    onderzoek = lopend()
    zaak_inzien(medewerker("vera"), zaak.uuid)
    voor = list(Verwerkingsregel.objects.order_by("pk").values())
    onderzoek_vrijgeven(medewerker("fleur"), onderzoek, reden="Er was niets aan de hand.")
    assert list(Verwerkingsregel.objects.order_by("pk").values())[: len(voor)] == voor
    assert ziet()[-4:] == ["onderzoek_openen", "onderzoek_goedkeuren", "inzien", "onderzoek_vrijgeven"]


def test_voor_de_goedkeuring_en_na_de_vrijgave_blijft_niets_achter(zaak):
    onderzoek = geopend()
    zaak_inzien(medewerker("vera"), zaak.uuid)
    assert ziet()[-1] == "inzien"
    onderzoek_goedkeuren(medewerker("petra"), onderzoek)
    onderzoek_vrijgeven(medewerker("fleur"), onderzoek, reden="klaar")
    zaak_inzien(medewerker("vera"), zaak.uuid)
    assert Verwerkingsregel.objects.filter(name="inzien", onderzoek_id__isnull=False).count() == 0


def test_53_ook_een_medeaanvrager_ziet_niets_van_dezelfde_lezing():
    lopend()
    actor = medewerker("vera")
    audit = logboek.leg_lezing_vast(actor, "inzien", partijen=[partij("anna").pk, partij("bram").pk])
    assert Verwerkingsregel.objects.filter(audit=audit, onderzoek_id=None).count() == 0
    assert "inzien" not in ziet("bram")


def test_wie_het_opende_of_uitvoert_keurt_het_niet_goed():
    onderzoek = geopend("petra")
    with pytest.raises(GeenRecht, match="voert dit onderzoek zelf uit"):
        onderzoek_goedkeuren(medewerker("petra"), onderzoek)
    with pytest.raises(IntegrityError), transaction.atomic():
        Onderzoek.objects.systeem(REDEN).filter(pk=onderzoek.pk).update(
            goedgekeurd_door=onderzoek.geopend_door, goedgekeurd_op=onderzoek.geopend_op
        )


def test_na_vrijgave_verandert_er_niets_meer():
    onderzoek = onderzoek_vrijgeven(medewerker("fleur"), lopend(), reden="klaar")
    with pytest.raises(OnjuisteToestand):
        onderzoek_vrijgeven(medewerker("fleur"), onderzoek, reden="nog eens")
    with pytest.raises(OnjuisteToestand):
        onderzoek_goedkeuren(medewerker("petra"), onderzoek)


def test_een_kenmerk_is_uniek_en_zonder_mensen_is_er_geen_onderzoek():
    geopend()
    with pytest.raises(Invoerfout) as fout:
        geopend()
    assert set(fout.value.velden) == {"kenmerk"}
    with pytest.raises(Invoerfout) as leeg:
        onderzoek_openen(medewerker("fleur"), kenmerk="F-2", reden="x", partijen=[], onderzoekers=[])
    assert set(leeg.value.velden) == {"nummers", "onderzoekers"}


def test_wie_bij_de_kring_van_de_betrokkene_hoort_kent_het_onderzoek_niet():
    joost = gebruiker("joost")
    onderzoek = onderzoek_openen(
        medewerker("fleur"), kenmerk="F-3", reden="x", partijen=[partij("joost")], onderzoekers=[gebruiker("vera")]
    )
    assert Onderzoek.objects.een(medewerker(joost.gebruikersnaam), onderzoek.uuid) is None
    with pytest.raises(BestaatNiet):
        onderzoek_goedkeuren(medewerker("joost"), onderzoek)


def _bsn(naam: str) -> str:
    rij = partij(naam)
    return rij.bsn.tonen()


def test_fleur_opent_petra_keurt_goed_fleur_geeft_vrij(ingelogd: Callable[[str], Client]):
    fleur, petra = ingelogd("fleur"), ingelogd("petra")
    openen = reverse("beheer_onderzoek_openen")
    invoer = {"kenmerk": "F-9", "reden": "Fraude?", "nummers": _bsn("anna"), "onderzoekers": "vera\nkarim"}
    fout = fleur.post(openen, invoer | {"nummers": "123456789", "onderzoekers": "niemand"})
    assert fout.status_code == 422
    assert "Wij vinden niemand met het nummer op regel 1" in fout.content.decode()
    assert "Fraude?" in fout.content.decode()
    antwoord = fleur.post(openen, invoer)
    onderzoek = Onderzoek.objects.systeem(REDEN).get(kenmerk="F-9")
    pagina = reverse("beheer_onderzoek", args=[onderzoek.uuid])
    assert antwoord.headers["Location"] == pagina
    assert b"Goedkeuren" not in fleur.get(pagina).content
    assert b"Goedkeuren" in petra.get(pagina).content
    assert petra.post(reverse("beheer_onderzoek_goedkeuren", args=[onderzoek.uuid])).status_code == 302
    onderzoek = Onderzoek.objects.systeem(REDEN).get(kenmerk="F-9")
    assert onderzoek.loopt
    vrij = reverse("beheer_onderzoek_vrijgeven", args=[onderzoek.uuid])
    assert fleur.post(vrij, {"reden": ""}).status_code == 422
    assert petra.post(vrij, {"reden": "x"}).status_code == 404
    assert fleur.post(vrij, {"reden": "Er was niets."}).status_code == 302
    assert Onderzoek.objects.systeem(REDEN).get(kenmerk="F-9").stand == "vrijgegeven"


@pytest.mark.parametrize("wie", ["sanne", "tess", "mila", "omar", "ruud", "henk"])
def test_voor_anderen_bestaat_een_onderzoek_niet(ingelogd: Callable[[str], Client], wie: str):
    onderzoek = lopend()
    assert wie in OP_NAAM
    for adres in (reverse("beheer_onderzoeken"), reverse("beheer_onderzoek", args=[onderzoek.uuid])):
        assert ingelogd(wie).get(adres).status_code == 404
