"""A small fixed cast for the rooms below the zaken: two residents, a company, an agent and an administrator."""

from datetime import date, timedelta
from typing import Any

from autorisatie.actor import Burger, Medewerker
from autorisatie.models import Gebruiker, Machtiging, Matrixregel, Matrixversie, Partij, Rol, Toekenning
from catalogus import klok
from mijnzaken.bronnen.proefnummers import proef_bsn, proef_kvk
from mijnzaken.klanten.models import Aankondiging, DigitaalAdres, Kanaal, SoortDigitaalAdres, Voorkeur
from mijnzaken.klanten.vormen import adres_vorm
from mijnzaken.voorbeeld.rechten import keur_goed

AGENT = [
    "klantcontact_vastleggen",
    "beller_zoeken",
    "beller_verifieren",
    "voorkeur_wijzigen",
    "digitaal_adres_wijzigen",
]
BEHEER = ["bericht_opnieuw_verzenden"]


def maak_persoon(nummer: int = 1, **velden) -> Partij:
    """The person with this index of the example, as the municipality knows him."""
    gegevens = {
        "soort_partij": "persoon",
        "voorletters": "A.M.",
        "voornaam": "Anna Maria",
        "voorvoegsel_achternaam": "de",
        "achternaam": "Vries",
        "geboortedatum": date(1984, 5, 17),
        "straatnaam": "Spoorlaan",
        "huisnummer": 12,
        "postcode": "2900AB",
        "stad": "Demostad",
    }
    partij = Partij(**(gegevens | velden))
    partij.zet_bsn(proef_bsn(nummer))
    partij.werk_zoeknaam_bij()
    partij.save()
    return partij


def maak_bedrijf(nummer: int = 1, naam: str = "Bakkerij De Korenaar B.V.", **velden) -> Partij:
    partij = Partij(soort_partij="organisatie", organisatienaam=naam, kvk_nummer=proef_kvk(nummer), **velden)
    partij.werk_zoeknaam_bij()
    partij.save()
    return partij


def geef_adres(partij: Partij, adres: str = "anna@voorbeeld.example", soort: str = SoortDigitaalAdres.EMAIL, **velden):
    nu = klok.nu()
    return DigitaalAdres.objects.create(
        **{
            "verstrekt_door_partij": partij,
            "soort_digitaal_adres": soort,
            "adres": adres,
            "zoekvorm": adres_vorm(soort, adres),
            "is_standaard_adres": True,
            "geverifieerd_op": nu,
            "aangemaakt_op": nu,
        }
        | velden
    )


def stem_in(partij: Partij, kanaal: str = Kanaal.PORTAAL, aankondiging: str = Aankondiging.EMAIL) -> Voorkeur:
    return Voorkeur.objects.create(
        partij=partij, kanaal=kanaal, aankondiging=aankondiging, ingestemd_op=klok.nu(), vastgelegd_via="portaal"
    )


def bereikbaar(nummer: int = 1, adres: str = "anna@voorbeeld.example", **velden) -> Partij:
    """A resident who consented to the portal and has a confirmed e-mail address."""
    partij = maak_persoon(nummer, **velden)
    geef_adres(partij, adres)
    stem_in(partij)
    return partij


def als_burger(partij: Partij, **velden) -> Burger:
    return Burger(partij, **velden)


def maak_gebruiker(naam: str, **velden) -> Gebruiker:
    return Gebruiker.objects.create(gebruikersnaam=naam, achternaam=naam.title(), **velden)


def als_medewerker(
    naam: str, handelingen: list[str], *, niveau: int = 4, groep: str = "contact", **velden
) -> Medewerker:
    """Staff with one row of the matrix: over this group of data, for the whole municipality, with these handelingen."""
    gebruiker = maak_gebruiker(naam, **velden)
    opsteller, keurder = maak_gebruiker(f"{naam}-opsteller"), maak_gebruiker(f"{naam}-keurder")
    rol = Rol.objects.create(code=f"rol-{naam}", naam=f"Rol {naam}")
    vorige = Matrixversie.objects.order_by("-nummer").first()
    versie = Matrixversie.objects.create(
        nummer=vorige.nummer + 1 if vorige else 1,
        toelichting="proef",
        opgesteld_door=opsteller,
    )
    for regel in Matrixregel.objects.filter(versie=vorige) if vorige else ():
        regel.pk, regel.versie = None, versie
        regel.save()
    Matrixregel.objects.create(
        versie=versie, rol=rol, scope="gemeente", gegevensgroep=groep, niveau=niveau, handelingen=handelingen
    )
    keur_goed(versie, keurder, klok.nu() - timedelta(days=1))
    Toekenning.objects.create(
        gebruiker=gebruiker,
        rol=rol,
        geldig_van=klok.vandaag() - timedelta(days=1),
        geldig_tot=klok.vandaag() + timedelta(days=30),
        aangevraagd_door=opsteller,
        aangevraagd_op=klok.nu() - timedelta(days=2),
        verleend_door=keurder,
        verleend_op=klok.nu() - timedelta(days=2),
        reden="proef",
    )
    return Medewerker(gebruiker, doel="vraag van de beller")


def machtig(gever: Partij, gemachtigde: Partij, reikwijdte: str = "alles", **velden: Any) -> Machtiging:
    """A machtiging that was offered and accepted, from today on."""
    gegevens = {
        "gever_zoeknaam": gever.zoeknaam,
        "aan_zoekwaarde": gemachtigde.bsn_zoekwaarde or f"kvk:{gemachtigde.kvk_nummer}",
        "mag_handelen": True,
        "geldig_van": klok.vandaag(),
        "aangeboden_op": klok.nu(),
        "aanvaard_op": klok.nu(),
    }
    gemaakt: Machtiging = Machtiging.objects.create(
        gever=gever, gemachtigde=gemachtigde, reikwijdte=reikwijdte, **(gegevens | velden)
    )
    return gemaakt


def namens(machtiging: Machtiging) -> Burger:
    """The gemachtigde, acting."""
    assert machtiging.gemachtigde is not None
    return Burger(machtiging.gemachtigde, namens=machtiging.gever, machtiging=machtiging)
