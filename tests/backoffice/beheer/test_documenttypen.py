"""What the editor says of documents: who may add them and see them."""

from collections.abc import Callable

import pytest
from django.test import Client

from catalogus.models import Zaaktype
from catalogus.verschillen import verschillen
from catalogus.versies import kopieer
from tests.fabrieken import medewerker, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
SUBSIDIE = "subsidie-verkeerslawaai"


@pytest.fixture
def concept(gemeente: None, db: None) -> Zaaktype:
    return kopieer(zaaktype(SUBSIDIE), auteur_id=medewerker("omar").gebruiker.pk)


def adres(versie: Zaaktype) -> str:
    return f"/backoffice/beheer/zaaktypen/{versie.proces.identificatie}/{versie.versienummer}/"


def bladzijde(client: Client, versie: Zaaktype) -> str:
    return client.get(adres(versie)).content.decode()


def test_de_editor_noemt_wie_een_document_mag_zien_en_toevoegen(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar = ingelogd("omar")
    plek = concept.zaaktypeinformatieobjecttypen.filter(richting="inkomend").first()
    pad = f"{adres(concept)}documenten/{plek.pk}/"
    assert "Welke medewerkers mogen dit zien?" in omar.get(pad).content.decode()
    rol = concept.roltypen.filter(ziet_zaak=True).first().omschrijving
    basis = {
        "volgnummer": plek.volgnummer,
        "informatieobjecttype": plek.informatieobjecttype_id,
        "richting": plek.richting,
    }
    assert omar.post(pad, basis | {"rollen_zien": ["teamleider"], "partijen_toevoegen": [rol]}).status_code == 302
    plek.refresh_from_db()
    assert (plek.rollen_zien, plek.partijen_toevoegen, plek.partijen_zien) == (["teamleider"], [rol], [])
    assert "alleen voor bepaalde rollen" in bladzijde(omar, concept)
    zinnen = " ".join(str(v) for v in verschillen(zaaktype(SUBSIDIE), concept))
    assert "medewerkers die het zien is nu ‘teamleider’, was leeg." in zinnen
    assert omar.post(pad, basis | {"rollen_zien": ["burgemeester"]}).status_code == 422


def test_een_rol_die_er_niet_is_houdt_het_publiceren_tegen(ingelogd: Inloggen, concept: Zaaktype) -> None:
    """Else nobody could ever see or send it."""
    concept.zaaktypeinformatieobjecttypen.update(partijen_zien=["Buurman"], rollen_toevoegen=["dijkgraaf"])
    pagina = bladzijde(ingelogd("omar"), concept)
    assert "noemt de rol Buurman, en die is er niet." in pagina
    assert "noemt de rol dijkgraaf, en die is er niet." in pagina


def test_wat_het_formulier_vraagt_mag_de_aanvrager_sturen(ingelogd: Inloggen, concept: Zaaktype) -> None:
    aanvrager = concept.roltypen.get(omschrijving_generiek="initiator").omschrijving
    ander = concept.roltypen.exclude(omschrijving_generiek="initiator").first().omschrijving
    concept.zaaktypeinformatieobjecttypen.filter(inwoner_mag_toevoegen=True).update(partijen_toevoegen=[ander])
    assert "maar een inwoner mag dat niet toevoegen." in bladzijde(ingelogd("omar"), concept)
    concept.zaaktypeinformatieobjecttypen.update(partijen_toevoegen=[aanvrager])
    assert "maar een inwoner mag dat niet toevoegen." not in bladzijde(ingelogd("omar"), concept)
