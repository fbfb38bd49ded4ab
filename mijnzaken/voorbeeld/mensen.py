"""The residents and companies of the example municipality: the people of the stand-in registers, as partijen."""

from datetime import datetime

from autorisatie.models import Gebruiker, Machtiging, Partij, Reikwijdte, SoortPartij
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from mijnzaken import bronnen
from mijnzaken.bronnen.bijwerken import werk_bij
from mijnzaken.bronnen.gegevens import Adres, Persoon, Vestiging
from mijnzaken.bronnen.nagebootst import voorbeeldondernemingen, voorbeeldpersonen
from mijnzaken.klanten.models import DigitaalAdres, Voorkeur
from mijnzaken.klanten.vormen import adres_vorm
from mijnzaken.voorbeeld.personas import partij_uuid

REDEN = "de voorbeeldgemeente vullen"
MET_PARTIJ = {"joost": "joost"}  # gebruikersnaam: persona of the same person


def maak_mensen(sinds: datetime) -> dict[str, Partij]:
    """Everybody by persona or 'persoon-<n>'; who is there already is left as he is."""
    partijen: dict[str, Partij] = {}
    for voorbeeld in voorbeeldpersonen():
        sleutel = voorbeeld.persona or f"persoon-{voorbeeld.nummer}"
        persoon = bronnen.brp().persoon(voorbeeld.bsn)
        if persoon is None or persoon.overleden_op is not None:
            continue
        partijen[sleutel] = _persoon(sleutel, persoon) or _bestaande(sleutel)
        _bereikbaar(
            partijen[sleutel], f"{sleutel}@voorbeeld.example", f"+316{10_000_000 + voorbeeld.nummer * 137:08d}", sinds
        )
    for onderneming in voorbeeldondernemingen():
        sleutel = onderneming.persona or f"onderneming-{onderneming.nummer}"
        partijen[sleutel] = _onderneming(sleutel, onderneming.kvk_nummer)
        _bereikbaar(
            partijen[sleutel], f"info@{sleutel}.example", f"+3170{1_000_000 + onderneming.nummer * 4211:07d}", sinds
        )
    for partij in partijen.values():
        werk_bij(partij.pk)
    return partijen


def verbind_medewerkers(medewerkers: dict[str, Gebruiker], partijen: dict[str, Partij]) -> None:
    """Staff who are residents here too: what is theirs they never see as staff."""
    for naam, persona in MET_PARTIJ.items():
        Gebruiker.objects.filter(pk=medewerkers[naam].pk).update(partij=partijen[persona])


def maak_machtiging(partijen: dict[str, Partij], sinds: datetime) -> None:
    """Bram may see and do everything for his mother."""
    wil, bram = partijen["wil"], partijen["bram"]
    Machtiging.objects.systeem(REDEN).get_or_create(
        gever=wil,
        gemachtigde=bram,
        reikwijdte=Reikwijdte.ALLES,
        beeindigd_op=None,
        defaults={
            "gever_zoeknaam": wil.zoeknaam,
            "aan_zoekwaarde": bram.bsn_zoekwaarde or "",
            "aan_zoeknaam": bram.zoeknaam,
            "aan_naam": bram.achternaam,
            "mag_handelen": True,
            "geldig_van": klok.datum(sinds),
            "aangeboden_op": sinds,
            "aanvaard_op": sinds,
        },
    )


def _bestaande(sleutel: str) -> Partij:
    partij: Partij = Partij.objects.systeem(REDEN).get(uuid=partij_uuid(sleutel))
    return partij


def _persoon(sleutel: str, persoon: Persoon) -> Partij | None:
    if Partij.objects.systeem(REDEN).filter(bsn_zoekwaarde=zoekwaarde(persoon.bsn)).exists():
        return None
    partij = Partij(
        uuid=partij_uuid(sleutel),
        soort_partij=SoortPartij.PERSOON,
        voorletters=persoon.voorletters,
        voornaam=persoon.voornamen.split(" ")[0],
        voorvoegsel_achternaam=persoon.voorvoegsel,
        achternaam=persoon.geslachtsnaam,
        geslachtsaanduiding=persoon.geslacht.lower(),
        geboortedatum=persoon.geboortedatum,
        indicatie_geheimhouding=persoon.geheimhouding,
        **_adres(persoon.adres),
    )
    partij.zet_bsn(persoon.bsn)
    return _bewaar(partij)


def _onderneming(sleutel: str, kvk_nummer: str) -> Partij:
    bestaand: Partij | None = Partij.objects.systeem(REDEN).filter(uuid=partij_uuid(sleutel)).first()
    onderneming = bronnen.kvk().onderneming(kvk_nummer)
    if bestaand is not None or onderneming is None:
        return bestaand or _bestaande(sleutel)
    hoofd = next((v for v in onderneming.vestigingen if v.hoofdvestiging), None)
    partij = _bewaar(
        Partij(
            uuid=partij_uuid(sleutel),
            soort_partij=SoortPartij.ORGANISATIE,
            organisatienaam=onderneming.naam,
            kvk_nummer=onderneming.kvk_nummer,
            rsin=onderneming.rsin,
            **_adres(hoofd.adres if hoofd else None),
        )
    )
    for vestiging in onderneming.vestigingen:
        _vestiging(sleutel, partij, vestiging)
    return partij


def _vestiging(sleutel: str, partij: Partij, vestiging: Vestiging) -> None:
    _bewaar(
        Partij(
            uuid=partij_uuid(f"{sleutel}/{vestiging.vestigingsnummer}"),
            soort_partij=SoortPartij.ORGANISATIE,
            organisatienaam=vestiging.naam,
            kvk_nummer=partij.kvk_nummer,
            vestigingsnummer=vestiging.vestigingsnummer,
            vestiging_van=partij,
            **_adres(vestiging.adres),
        )
    )


def _adres(adres: Adres | None) -> dict[str, object]:
    if adres is None:
        return {}
    return {
        "straatnaam": adres.straatnaam,
        "huisnummer": adres.huisnummer,
        "huisletter": adres.huisletter,
        "huisnummertoevoeging": adres.huisnummertoevoeging,
        "postcode": adres.postcode,
        "stad": adres.woonplaats,
        "nummeraanduiding_id": adres.nummeraanduiding_id,
    }


def _bewaar(partij: Partij) -> Partij:
    partij.werk_zoeknaam_bij()
    partij.save(force_insert=True)
    return partij


def _bereikbaar(partij: Partij, email: str, telefoon: str, sinds: datetime) -> None:
    """An e-mail address and a telephone number that were checked, and express consent to the portal (Awb 2:8)."""
    if partij.digitale_adressen.model.objects.systeem(REDEN).filter(verstrekt_door_partij=partij).exists():
        return
    for soort, adres in (("email", email), ("telefoonnummer", telefoon)):
        DigitaalAdres.objects.create(
            verstrekt_door_partij=partij,
            adres=adres,
            zoekvorm=adres_vorm(soort, adres),
            soort_digitaal_adres=soort,
            is_standaard_adres=True,
            geverifieerd_op=sinds,
            aangemaakt_op=sinds,
        )
    Voorkeur.objects.create(
        partij=partij, kanaal="portaal", ingestemd_op=sinds, aankondiging="email", vastgelegd_via="portaal"
    )
