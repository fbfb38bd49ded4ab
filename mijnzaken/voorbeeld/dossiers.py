"""The aansluitdossiers of the example municipality: written by omar, agreed to by petra, in order for all that runs."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from autorisatie.models import Gebruiker
from catalogus import klok
from catalogus.dossier.predpia import VRAGEN, beoordeel
from catalogus.dossier.stand import inhoud, lees
from catalogus.models import Aansluitdossier, Dossierakkoord, Dossierstap, Proces, SoortDossierstap, Verwerker

DRIE_JAAR, EEN_MAAND = timedelta(days=3 * 365), timedelta(days=30)
Aflopend = Mapping[tuple[str, str], timedelta]
LOOPT_AF: Aflopend = {("woo-verzoek", SoortDossierstap.IB_TOETS): timedelta(days=40)}  # shown by the demo

JA = {  # identificatie: the questions of the pre-DPIA with yes for an answer
    "subsidie-verkeerslawaai": ("koppelen", "complex"),
    "schuldhulpverlening": ("gevoelig", "kwetsbaar", "koppelen", "complex", "bewijslast"),
    "parkeervergunning-bewoners": ("schaal", "misbruik"),
    "bezwaar": ("bewijslast",),
    "avg-bezwaar": ("gevoelig",),
    "avg-inzage": ("koppelen",),
    "terugbelnotitie": ("schaal",),
    "melding-openbare-ruimte": ("schaal",),
}
VERWERKERS = {  # made up, as everything of the example
    "subsidie-verkeerslawaai": (
        "Akoestisch bureau Delta",
        "Meet het geluid in de woning. Gebruikt het adres alleen daarvoor en verwijdert het na een jaar.",
    ),
    "omgevingsvergunning-dakkapel": (
        "Leverancier van het vergunningensysteem",
        "Beheert het systeem waarin deze zaken worden behandeld. Meldt een datalek binnen 24 uur.",
    ),
}
_ROLLEN = {
    "opdrachtgever": "Directeur van de dienst",
    "opdrachtgever_plicht": "Geeft opdracht en geld, en is eindverantwoordelijk.",
    "proceseigenaar_plicht": "Bewaakt dat het proces doet wat er staat, en laat de toetsen op tijd opnieuw doen.",
    "functioneel_beheer": "Functioneel beheer Mijn Zaken",
    "functioneel_beheer_plicht": "Richt het zaaktype in, test het en leidt behandelaars op.",
    "technisch_beheer": "Afdeling Informatietechniek",
    "technisch_beheer_plicht": "Houdt het systeem in de lucht, maakt reservekopieën en herstelt fouten.",
}
S = SoortDossierstap
_STAPPEN: dict[SoortDossierstap, tuple[str, str, str]] = {  # who owns it, what was found, what is done about it
    S.DOEL: ("Proceseigenaar", "Het doel staat in het zaaktype. Zonder deze gegevens is er geen besluit.", ""),
    S.ONTWERP: (
        "Functioneel beheer",
        "Elk gegeven is nagelopen. Wat in een basisregistratie staat, halen wij daar op.",
        "Velden die niemand gebruikte, zijn weg.",
    ),
    S.PRE_DPIA: ("Privacyadviseur", "De vragen zijn samen met de behandelaars beantwoord.", ""),
    S.DPIA: (
        "Privacyadviseur",
        "De functionaris gegevensbescherming gaf advies. De risico's die overblijven, zijn klein.",
        "Alleen het eigen team opent deze zaken. De inwoner ziet wie keek.",
    ),
    S.IB_TOETS: (
        "Adviseur informatiebeveiliging",
        "Getoetst aan de BIO. Geen bevindingen die het gebruik in de weg staan.",
        "Ieder half jaar kijkt de adviseur opnieuw naar de rechten.",
    ),
    S.REALISATIE: ("Functioneel beheer", "Het zaaktype is gebouwd zoals het is ontworpen.", ""),
    S.TEST: ("Functioneel beheer", "Behandelaars doorliepen het proces van begin tot eind en kregen uitleg.", ""),
    S.LIVE: ("Proceseigenaar", "Het proces draait.", ""),
    S.BEHEER: ("Functioneel beheer", "Ieder jaar nagaan of het proces nog klopt.", ""),
}  # fmt: skip
_PATRONEN = {S.ONTWERP: ["ophalen", "kort"], S.DPIA: ["vier_ogen", "inzage"]}


def maak_dossiers(medewerkers: dict[str, Gebruiker], *, loopt_af: Aflopend | None = None) -> None:
    """A dossier for every process that runs and has none. Repeated, it changes nothing. ``loopt_af``: what ends soon.

    The rows are made here and not by the handelingen: what was agreed to a month ago, by the rights of then.
    """
    for proces in Proces.objects.filter(dossier=None, versies__isnull=False).distinct():
        dossier = Aansluitdossier.objects.create(proces=proces, **_ROLLEN)
        if partij := VERWERKERS.get(proces.identificatie):
            _verwerker(dossier, *partij)
        ja = JA.get(proces.identificatie, ())
        antwoorden = {vraag: vraag in ja for vraag in VRAGEN}
        for soort in _STAPPEN:
            if soort != S.DPIA or beoordeel(antwoorden).nodig:
                rij = _stap(dossier, soort, antwoorden, medewerkers["omar"].pk)
                _akkoord(rij, medewerkers["petra"].pk, (loopt_af or {}).get((proces.identificatie, soort), DRIE_JAAR))
        proces.getoetst_tot = lees(proces).getoetst_tot
        proces.save(update_fields=["getoetst_tot"])


def _stap(dossier: Aansluitdossier, soort: SoortDossierstap, antwoorden: dict[str, bool], auteur: int) -> Dossierstap:
    eigenaar, bevindingen, maatregelen = _STAPPEN[soort]
    return Dossierstap.objects.create(
        dossier=dossier,
        stap=soort,
        eigenaar=eigenaar,
        bevindingen=bevindingen,
        maatregelen=maatregelen,
        patronen=_PATRONEN.get(soort, []),
        antwoorden=antwoorden if soort == S.PRE_DPIA else {},
        auteurs=[auteur],
        gewijzigd_op=klok.nu() - EEN_MAAND,
    )


def _akkoord(rij: Dossierstap, door: int, duur: timedelta) -> None:
    op: datetime = rij.gewijzigd_op
    Dossierakkoord.objects.create(
        dossierstap=rij,
        inhoud=inhoud(rij),
        auteurs=rij.auteurs,
        door_id=door,
        op=op + timedelta(days=1),
        geldig_tot=klok.vandaag() + duur,
    )


def _verwerker(dossier: Aansluitdossier, naam: str, taak: str) -> None:
    Verwerker.objects.create(
        dossier=dossier,
        naam=naam,
        taak=taak,
        overeenkomst=f"VO-{dossier.proces.identificatie}",
        overeenkomst_van=klok.vandaag() - DRIE_JAAR,
        overeenkomst_tot=klok.vandaag() + DRIE_JAAR,
    )
