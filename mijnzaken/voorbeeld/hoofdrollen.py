"""The zaken of the personas: those by which somebody walks through the demo."""

from datetime import datetime, timedelta

from autorisatie.actor import Burger
from autorisatie.models import Partij
from catalogus import klok
from catalogus.models import Proces, Team, Uitkomst, Zaaktype
from mijnzaken.voorbeeld.aanbiedingen import maak_aanbiedingen
from mijnzaken.voorbeeld.zaken import Voorraad, opgelost, registreer
from mijnzaken.zaken.aanmaken import codesleutel
from mijnzaken.zaken.handelingen import afronden, afschermen, behandelen, besluiten, termijnen
from mijnzaken.zaken.handelingen.terugbellen import Terugbelvraag, belpoging_vastleggen, terugbelnotitie_maken
from mijnzaken.zaken.models import Aanvraagcode, Zaak

PARTNER_VAN_JOOST = "persoon-8"  # of the stand-in BRP
CODES = ("DEMO-2345", "DEMO-6789", "DEMO-ABCD", "DEMO-EFGH", "DEMO-KLMN", "DEMO-PQRS")


def maak_codes() -> None:
    """The codes of letters that were sent; the README and the demo page name the first one."""
    proces = Proces.objects.filter(identificatie="subsidie-verkeerslawaai").first()
    if proces is None:
        return
    for code in CODES:
        Aanvraagcode.objects.get_or_create(
            code_zoekwaarde=codesleutel(code),
            defaults={"proces": proces, "adres": "Spoorlaan 12", "geldig_tot": klok.vandaag() + timedelta(days=365)},
        )


def maak_hoofdrollen(voorraad: Voorraad, partijen: dict[str, Partij]) -> None:
    anna = partijen["anna"]
    _wachtende_subsidie(voorraad, anna)
    _verleende_vergunning(voorraad, anna)
    _afgehandelde_melding(voorraad, anna)
    _dakkapel_elders(voorraad, anna)
    _terugbelnotities(voorraad, anna)
    _scherm_af(voorraad, _schuldhulp(voorraad, partijen["wil"]))
    for naam in ("joost", PARTNER_VAN_JOOST):  # his own, and one of his household: as staff he finds neither
        _schuldhulp(voorraad, partijen[naam])
    _vergunning_van(voorraad, partijen["korenaar"])
    maak_aanbiedingen(partijen)


def _zaaktype(identificatie: str) -> Zaaktype | None:
    proces = Proces.objects.filter(identificatie=identificatie).first()
    return Zaaktype.objects.geldig(proces, klok.vandaag()) if proces else None


def _dagen_terug(dagen: int, uur: int = 10) -> datetime:
    moment = klok.nu() - timedelta(days=dagen)
    return moment.replace(hour=uur, minute=15, second=0, microsecond=0)


def _wachtende_subsidie(voorraad: Voorraad, anna: Partij) -> None:
    """One task waits for anna; the term stands still."""
    zaaktype = _zaaktype("subsidie-verkeerslawaai")
    if zaaktype is None:
        return
    sanne = voorraad.actor("sanne")
    zaak = registreer(voorraad, zaaktype, anna, _dagen_terug(19))
    with klok.op_moment(_dagen_terug(16)):
        behandelen.in_behandeling_nemen(sanne, zaak)
    with klok.op_moment(_dagen_terug(3)):
        behandelen.notitie_schrijven(sanne, zaak, onderwerp="Gebeld met mevrouw", tekst="Zij zoekt de koopakte op.")
        termijnen.aanvulling_vragen(
            sanne,
            zaak,
            titel="Stuur een kopie van uw koopakte",
            omschrijving="Wij willen zien dat u de eigenaar van de woning bent. De eerste twee bladzijden zijn genoeg.",
            uiterlijk=klok.vandaag() + timedelta(days=14),
        )


def _besloten(voorraad: Voorraad, zaak: Zaak, wie: str, leider: str, dagen: int, motivering: str) -> None:
    behandelaar = voorraad.actor(wie)
    with klok.op_moment(_dagen_terug(dagen + 3)):
        behandelen.in_behandeling_nemen(behandelaar, zaak)
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    with klok.op_moment(_dagen_terug(dagen + 1)):
        besluiten.besluit_voorstellen(
            behandelaar, zaak, besluitmoment=moment, uitkomst=Uitkomst.TOEGEKEND, motivering=motivering
        )
    with klok.op_moment(_dagen_terug(dagen)):
        besluiten.besluiten(voorraad.actor(leider), zaak)


def _verleende_vergunning(voorraad: Voorraad, anna: Partij) -> None:
    zaaktype = _zaaktype("parkeervergunning-bewoners")
    if zaaktype is not None:
        zaak = registreer(voorraad, zaaktype, anna, _dagen_terug(32))
        _besloten(voorraad, zaak, "vera", "peter", 20, "U woont in het gebied en u hebt een auto op uw naam.")


def _vergunning_van(voorraad: Voorraad, partij: Partij) -> None:
    zaaktype = _zaaktype("melding-openbare-ruimte")
    if zaaktype is not None:
        registreer(voorraad, zaaktype, partij, _dagen_terug(4))


def _afgehandelde_melding(voorraad: Voorraad, anna: Partij) -> None:
    zaaktype = _zaaktype("melding-openbare-ruimte")
    if zaaktype is None:
        return
    zaak = registreer(voorraad, zaaktype, anna, _dagen_terug(40))
    vera = voorraad.actor("vera")
    with klok.op_moment(_dagen_terug(39)):
        behandelen.in_behandeling_nemen(vera, zaak)
    resultaat = opgelost(zaaktype)
    if resultaat is not None:
        with klok.op_moment(_dagen_terug(35)):
            afronden.afhandelen(vera, zaak, resultaattype=resultaat, toelichting="De stoeptegel ligt weer recht.")


def _dakkapel_elders(voorraad: Voorraad, anna: Partij) -> None:
    zaaktype = _zaaktype("omgevingsvergunning-dakkapel")
    if zaaktype is not None:
        registreer(voorraad, zaaktype, anna, _dagen_terug(10))


def _schuldhulp(voorraad: Voorraad, partij: Partij) -> Zaak | None:
    zaaktype = _zaaktype("schuldhulpverlening")
    return registreer(voorraad, zaaktype, partij, _dagen_terug(12)) if zaaktype is not None else None


def _scherm_af(voorraad: Voorraad, zaak: Zaak | None) -> None:
    """Of the team only nadia still finds it, for half a year; not joost, who shielded it."""
    if zaak is None:
        return
    with klok.op_moment(_dagen_terug(11)):
        afschermen.afschermen(
            voorraad.actor("joost"),
            zaak,
            reden="Mevrouw wordt lastiggevallen door iemand die in het gebouw werkt.",
            genoemden=[voorraad.medewerkers["nadia"]],
            toegang_tot=klok.vandaag() + timedelta(days=180),
        )


def _terugbelnotities(voorraad: Voorraad, anna: Partij) -> None:
    """One that waits with a failed attempt, one that is late, one from a resident herself."""
    proces = Proces.objects.filter(identificatie="terugbelnotitie").first()
    team = Team.objects.filter(naam="Geluid en Lucht").first()
    if proces is None or team is None:
        return
    mila, karim = voorraad.actor("mila"), voorraad.actor("karim")
    for dagen, vraag, poging in (
        (2, "Wanneer wordt het geluid in mijn woning gemeten?", True),
        (11, "Hoeveel van de kosten moet ik zelf betalen?", False),
    ):
        with klok.op_moment(_dagen_terug(dagen)):
            notitie = terugbelnotitie_maken(
                mila,
                Terugbelvraag(
                    onderwerp="Subsidie verkeerslawaai",
                    vraag=vraag,
                    voorletters=anna.voorletters,
                    achternaam="de Vries",
                    telefoonnummer="+31610000137",
                    emailadres="anna@voorbeeld.example",
                    voorkeursmoment="'s ochtends",
                ),
                proces=proces,
                team=team,
                partij=anna,
            )
        if poging:
            with klok.op_moment(_dagen_terug(dagen - 1)):
                belpoging_vastleggen(
                    karim,
                    notitie,
                    bereikt=False,
                    toelichting="Voicemail, niet ingesproken.",
                    volgende_poging=klok.nu() + timedelta(days=2),
                )
    burger = Burger(anna)
    with klok.op_moment(_dagen_terug(1)):
        terugbelnotitie_maken(
            burger,
            Terugbelvraag(
                onderwerp="Parkeervergunning",
                vraag="Ik krijg een andere auto. Wat moet ik doen?",
                achternaam="de Vries",
                voorletters=anna.voorletters,
                telefoonnummer="+31610000137",
            ),
            proces=proces,
            team=team,
            partij=anna,
        )
