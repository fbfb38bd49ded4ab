"""What a zaaktype from a file would do here, said before it is done; and doing just that.

It always becomes a concept. What other zaaktypen share (a kind of document or decision) is made when it is not here,
and stays as it is when it is: a file changes nothing that holds.
"""

import hashlib
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogus import klok
from catalogus.models import Proces, Stand, Zaaktype
from catalogus.uitwisseling.bouwen import Doelen, Rijfout, bouw, bouw_versie, vervang_concept
from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand
from catalogus.uitwisseling.lezen import Inhoud, bekend_in, bestaat_niet
from catalogus.uitwisseling.schrijven import geordend, rij_van
from catalogus.uitwisseling.soorten import SOORTEN, genoemd, nieuwste
from catalogus.uitwisseling.vorm import NaarBuiten, Rij, Vorm, naar_buiten
from catalogus.uitwisseling.vormen import GLOBAAL, ZAAKTYPE
from catalogus.verschillen import Verschil, verschillen_van_rijen
from catalogus.versies import concept_van, onthoud_auteur, volgend_nummer

_VAN_EEN_GEMEENTE = frozenset({"processen", "teams", "producten"})
"""What a file of another municipality refers to and does not bring."""
_VAN_HIER = ("begin_geldigheid", "einde_geldigheid", "begin_object", "einde_object", "concept")
"""Of a kind of document or decision: when it holds here says nothing about what it is."""


@dataclass(frozen=True)
class Gedeeld:
    """A kind of document or decision that the zaaktype refers to. ``nieuw``: it is not here and is made."""

    vorm: Vorm
    rij: Rij
    nieuw: bool
    verschillen: list[Verschil]

    @property
    def naam(self) -> str:
        return f"{self.vorm.naam} {self.rij['omschrijving']}"


@dataclass(frozen=True)
class Voorstel:
    """One zaaktype of a file beside what is here. ``proces`` is None when it is new; ``vervangt`` is the concept that
    gets other contents; ``naast`` the version that the differences are told against.
    """

    inhoud: Inhoud
    procesrij: Rij
    versie: Rij
    proces: Proces | None
    vervangt: Zaaktype | None
    naast: Zaaktype | None
    verschillen: list[Verschil]
    gedeeld: list[Gedeeld]
    weggelaten: list[str]

    @property
    def nieuw(self) -> list[Gedeeld]:
        return [rij for rij in self.gedeeld if rij.nieuw]

    @property
    def anders(self) -> list[Gedeeld]:
        return [rij for rij in self.gedeeld if rij.verschillen]

    @property
    def gelijk(self) -> list[Gedeeld]:
        return [rij for rij in self.gedeeld if not rij.nieuw and not rij.verschillen]

    @property
    def verandert_iets(self) -> bool:
        return self.naast is None or bool(self.verschillen)

    @property
    def aantallen(self) -> dict[str, int]:
        """What the version consists of, per collection, for who has nothing to compare it with."""
        return {naam: len(self.versie[naam]) for naam in ZAAKTYPE.kinderen if self.versie[naam]}

    @property
    def merk(self) -> str:
        """Changes with anything that was shown: who agrees, agrees with this."""
        stand = (self.naast and self.naast.pk, self.vervangt and self.vervangt.pk, self.versie, self.weggelaten)
        tekst = repr((stand, [str(v) for v in self.verschillen], [(r.naam, r.nieuw) for r in self.gedeeld]))
        return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def stel_voor(inhoud: Inhoud, identificatie: str) -> Voorstel:
    """What reading this zaaktype of the file would do. Raises OnbruikbaarBestand when it can't be read at all."""
    procesrij = next(rij for rij in inhoud.delen["processen"] if rij["identificatie"] == identificatie)
    versie = _gekozen(inhoud, procesrij)
    proces = Proces.objects.filter(identificatie=identificatie).select_related("catalogus").first()
    vervangt = concept_van(proces) if proces else None
    weggelaten = _laat_weg_wat_ontbreekt(inhoud, versie)
    naast = vervangt or (proces.versies.order_by("-versienummer").first() if proces else None)
    begin = vervangt.begin_geldigheid if vervangt else klok.vandaag()
    versie |= {
        "versienummer": vervangt.versienummer if vervangt else volgend_nummer(proces) if proces else 1,
        "stand": Stand.CONCEPT,
        "begin_geldigheid": begin,
        "einde_geldigheid": None,
        "einde_object": None,
        "versiedatum": begin,
    }
    verschillen = []
    if naast is not None:
        hier = geordend(ZAAKTYPE, rij_van(ZAAKTYPE, naast))
        verschillen = verschillen_van_rijen(hier, geordend(ZAAKTYPE, versie))
    gedeeld = _gedeeld(inhoud, versie)
    return Voorstel(inhoud, procesrij, versie, proces, vervangt, naast, verschillen, gedeeld, weggelaten)


def voer_uit(voorstel: Voorstel, proces: Proces, *, auteur_id: int | None) -> Zaaktype:
    """Make the concept, whole or not at all; the caller holds the transaction. Raises OnbruikbaarBestand."""
    doelen = Doelen()
    try:
        for soort in voorstel.nieuw:
            soort.rij["concept"] = True
            bouw(soort.vorm, proces.catalogus, soort.rij, doelen, {})
        if voorstel.vervangt is not None:
            versie = vervang_concept(voorstel.vervangt, voorstel.versie, doelen)
        else:
            versie = bouw_versie(proces, voorstel.versie, doelen)
    except Rijfout as fout:
        raise OnbruikbaarBestand([voorstel.inhoud.plek(fout.rij).fout(fout.reden)]) from fout
    onthoud_auteur(versie, auteur_id)
    return versie


def _gekozen(inhoud: Inhoud, procesrij: Rij) -> Rij:
    """The version of the file: its concept, else the newest."""
    versies = sorted(procesrij["versies"], key=lambda rij: (rij["stand"] == Stand.CONCEPT, rij["versienummer"]))
    if not versies:
        raise OnbruikbaarBestand([inhoud.plek(procesrij).fout(_("dit proces heeft in het bestand geen versie."))])
    gekozen: Rij = versies[-1]
    return gekozen


def _laat_weg_wat_ontbreekt(inhoud: Inhoud, versie: Rij) -> list[str]:
    """Take out what refers to something of another municipality (a rule without its team would hold for everybody), and
    tell what that was. Raises OnbruikbaarBestand for anything else that is not there.
    """
    bekend = {naam: _hier(naam) if naam in _VAN_EEN_GEMEENTE else bekend_in(naam, inhoud) for naam in GLOBAAL}
    los = [einde for einde in naar_buiten(ZAAKTYPE, versie) if einde.waarde not in bekend[einde.collectie]]
    if fouten := [_fout(inhoud, e, bekend[e.collectie]) for e in los if e.collectie not in _VAN_EEN_GEMEENTE]:
        raise OnbruikbaarBestand(fouten)
    for einde in los:
        if einde.rij is versie:
            versie[einde.kolom] = [waarde for waarde in versie[einde.kolom] if waarde != einde.waarde]
        for collectie in ZAAKTYPE.kinderen:
            versie[collectie] = [rij for rij in versie[collectie] if rij is not einde.rij]
    return sorted({f"{GLOBAAL[einde.collectie][0]._meta.verbose_name} {einde.waarde}" for einde in los})


def _hier(collectie: str) -> set[str]:
    model, kolom = GLOBAAL[collectie]
    return set(model._default_manager.values_list(kolom, flat=True))


def _fout(inhoud: Inhoud, einde: NaarBuiten, namen: set[str]) -> Leesfout:
    return inhoud.plek(einde.rij).fout(bestaat_niet(einde.kolom, einde.waarde, namen))


def _gedeeld(inhoud: Inhoud, versie: Rij) -> list[Gedeeld]:
    """What the version refers to of what the file describes; what only a decision refers to comes along."""
    namen = genoemd(ZAAKTYPE, versie)
    for rij in inhoud.delen["besluittypen"]:
        if rij["omschrijving"] in namen["besluittypen"]:
            namen["informatieobjecttypen"] |= set(rij["informatieobjecttypen"])
    gevonden = []
    for collectie, vorm in SOORTEN.items():
        hier = nieuwste(collectie, namen[collectie])
        beschreven = {rij["omschrijving"]: rij for rij in inhoud.delen[collectie]}
        for naam in sorted(namen[collectie] & beschreven.keys()):
            gevonden.append(_naast_hier(vorm, beschreven[naam], hier.get(naam)))
    return gevonden


def _naast_hier(vorm: Vorm, rij: Rij, hier: object) -> Gedeeld:
    if hier is None:
        return Gedeeld(vorm, rij, nieuw=True, verschillen=[])
    toen = rij_van(vorm, hier)  # type: ignore[arg-type]
    zelfde_dagen = rij | {naam: toen[naam] for naam in _VAN_HIER}
    return Gedeeld(vorm, rij, nieuw=False, verschillen=verschillen_van_rijen(toen, zelfde_dagen, vorm))
