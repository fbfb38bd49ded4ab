"""Checked rows into the database: what is new is made, what differs is changed, what is published stays as it is."""

from dataclasses import dataclass, field

from django.db import models, transaction

from catalogus import zoekwoorden
from catalogus.controles import bezwaren
from catalogus.dossier.stand import gebreken_van_buiten
from catalogus.models import Catalogus, Proces, Stand, Team, Zaaktype
from catalogus.uitwisseling.bouwen import Doelen, Rijfout, bewaar, bouw_versie, vervang_concept
from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand
from catalogus.uitwisseling.lezen import Inhoud
from catalogus.uitwisseling.schrijven import geordend, rij_van
from catalogus.uitwisseling.vorm import Rij, Vorm
from catalogus.uitwisseling.vormen import CATALOGUS, DELEN, ZAAKTYPE

_MAG_NA_PUBLICATIE = frozenset({"stand", "einde_geldigheid", "einde_object"})  # ztc-009


@dataclass
class Verslag:
    """How many rows of each kind were new and changed."""

    nieuw: dict[str, int] = field(default_factory=dict)
    gewijzigd: dict[str, int] = field(default_factory=dict)
    gelijk: int = 0

    def tel(self, soort: dict[str, int], vorm: Vorm) -> None:
        soort[vorm.naam] = soort.get(vorm.naam, 0) + 1

    @property
    def veranderde_iets(self) -> bool:
        return bool(self.nieuw or self.gewijzigd)

    def zinnen(self) -> list[str]:
        if not self.veranderde_iets:
            return [f"Niets veranderd: alle {self.gelijk} onderdelen waren al zo."]
        regels = [f"Nieuw: {aantal} x {naam}." for naam, aantal in self.nieuw.items()]
        regels += [f"Gewijzigd: {aantal} x {naam}." for naam, aantal in self.gewijzigd.items()]
        return [*regels, f"Gelijk gebleven: {self.gelijk}."]


@transaction.atomic
def laad(inhoud: Inhoud) -> Verslag:
    """Bring the database in line with the files, whole or not at all; rows that the files do not name stay.

    Raises OnbruikbaarBestand when a row breaks a rule of the database, a published version would change (ztc-009), or a
    version to publish does not pass the checks.
    """
    lader = _Lader(inhoud)
    try:
        lader.laad()
    except Rijfout as fout:
        raise OnbruikbaarBestand([inhoud.plek(fout.rij).fout(fout.reden)]) from fout
    if lader.fouten:
        raise OnbruikbaarBestand(lader.fouten)
    if lader.verslag.veranderde_iets:
        zoekwoorden.herbouw()
    return lader.verslag


class _Lader:
    def __init__(self, inhoud: Inhoud) -> None:
        self.inhoud = inhoud
        self.verslag = Verslag()
        self.fouten: list[Leesfout] = []
        self.doelen = Doelen()

    def laad(self) -> None:
        catalogus = self._catalogus()
        for naam, vorm in DELEN.items():
            for rij in self.inhoud.delen[naam]:
                self._zet(vorm, rij, catalogus if vorm.ouder else None)
        for rij in self.inhoud.delen["processen"]:
            proces = Proces.objects.get(identificatie=rij["identificatie"])
            for versie in sorted(rij["versies"], key=lambda versie: int(versie["versienummer"])):
                self._zet_versie(proces, versie)

    def _catalogus(self) -> Catalogus | None:
        if self.inhoud.catalogus is not None:
            self._zet(CATALOGUS, self.inhoud.catalogus, None)
            return Catalogus.objects.get(**{naam: self.inhoud.catalogus[naam] for naam in CATALOGUS.sleutel})
        nodig = next((rij for naam, vorm in DELEN.items() if vorm.ouder for rij in self.inhoud.delen[naam]), None)
        catalogi = list(Catalogus.objects.all()[:2])
        if nodig is not None and len(catalogi) != 1:
            raise Rijfout(nodig, "het bestand noemt geen catalogus, en er is er hier niet precies een.")
        return catalogi[0] if catalogi else None

    def _zet(self, vorm: Vorm, rij: Rij, ouder: models.Model | None) -> None:
        """Make or change one row and the rows under it; the versions of a process come later."""
        kolommen: Rij = {veld.name: rij[veld.name] for veld in vorm.velden()}
        for naam, verwijzing in vorm.verwijzingen.items():
            if not verwijzing.meer:
                kolommen[naam] = self.doelen.van(vorm, naam, rij[naam])
        if vorm.ouder:
            kolommen[vorm.ouder] = ouder
        bestaand = vorm.model._default_manager.filter(**self._zoek(vorm, kolommen)).first()
        if bestaand is None:
            bestaand = bewaar(vorm.model(**kolommen), rij)
            self._koppel(vorm, bestaand, rij)
            self.verslag.tel(self.verslag.nieuw, vorm)
        else:
            self._werk_bij(vorm, bestaand, rij, kolommen)
        for naam, kindvorm in vorm.kinderen.items():
            if kindvorm is not ZAAKTYPE:
                for kind in rij[naam]:
                    self._zet(kindvorm, kind, bestaand)

    def _zoek(self, vorm: Vorm, kolommen: Rij) -> Rij:
        """How the row is found again: within its parent, but a team and a process are known by name everywhere."""
        overal = vorm.model in (Team, Proces)
        return {naam: kolommen[naam] for naam in (*vorm.sleutel, *((vorm.ouder,) if vorm.ouder and not overal else ()))}

    def _werk_bij(self, vorm: Vorm, bestaand: models.Model, rij: Rij, kolommen: Rij) -> None:
        anders = [naam for naam, waarde in kolommen.items() if getattr(bestaand, naam) != waarde]
        if verplaatst := _geeft_rechten(bestaand, kolommen, anders):
            reden = f"{vorm.naam} {bestaand} bestaat al met een ander gegeven bij {', '.join(verplaatst)}"
            self.fouten.append(
                self.inhoud.plek(rij).fout(f"{reden}. Een bestand verandert dat niet: het geeft anderen rechten.")
            )
            return
        for naam in anders:
            setattr(bestaand, naam, kolommen[naam])
        if anders:
            bewaar(bestaand, rij)
        if self._koppel(vorm, bestaand, rij) or anders:
            self.verslag.tel(self.verslag.gewijzigd, vorm)
        else:
            self.verslag.gelijk += 1

    def _koppel(self, vorm: Vorm, bron: models.Model, rij: Rij) -> bool:
        """Set the many-to-many columns; True when something changed."""
        veranderd = False
        for naam, verwijzing in vorm.verwijzingen.items():
            if verwijzing.meer:
                doelen = self.doelen.van(vorm, naam, rij[naam])
                relatie = getattr(bron, naam)
                if {doel.pk for doel in relatie.all()} != {doel.pk for doel in doelen}:
                    relatie.set(doelen)
                    veranderd = True
        return veranderd

    def _zet_versie(self, proces: Proces, rij: Rij) -> None:
        bestaand = Zaaktype.objects.filter(proces=proces, versienummer=rij["versienummer"]).first()
        if bestaand is None:
            versie = bouw_versie(proces, rij, self.doelen)
            self.verslag.tel(self.verslag.nieuw, ZAAKTYPE)
        else:
            huidig, gevraagd = geordend(ZAAKTYPE, rij_van(ZAAKTYPE, bestaand)), geordend(ZAAKTYPE, rij)
            anders = {naam for naam in rij if gevraagd[naam] != huidig[naam]}
            if not anders:
                self.verslag.gelijk += 1
                return
            self.verslag.tel(self.verslag.gewijzigd, ZAAKTYPE)
            if not bestaand.concept:
                self._eindig(bestaand, rij, anders)
                return
            versie = vervang_concept(bestaand, rij, self.doelen)
        if not versie.concept:
            uit = versie.stand == Stand.GEPUBLICEERD
            redenen = [*bezwaren(versie), *(gebreken_van_buiten(versie) if uit else [])]
            self.fouten += [self.inhoud.plek(rij).fout(zin) for zin in redenen]

    def _eindig(self, bestaand: Zaaktype, rij: Rij, anders: set[str]) -> None:
        """Of a published version only the end may still change."""
        if verboden := sorted(anders - _MAG_NA_PUBLICATIE):
            reden = (
                f"versie {bestaand.versienummer} van {bestaand.identificatie} is gepubliceerd en verandert niet meer. "
                f"Anders in het bestand: {', '.join(verboden)}. Maak er een nieuwe versie van."
            )
            self.fouten.append(self.inhoud.plek(rij).fout(reden))
            return
        for naam in anders:
            setattr(bestaand, naam, rij[naam])
        bewaar(bestaand, rij)


def _geeft_rechten(bestaand: models.Model, kolommen: Rij, anders: list[str]) -> list[str]:
    """What of a change would give other people rights: a process to another team or group, a team to another dienst.

    A file never does that (gevaren 25).
    """
    match bestaand:
        case Proces():
            return [naam for naam in ("team", "groep") if naam in anders]
        case Team() if "afdeling" in anders and bestaand.afdeling.dienst_id != kolommen["afdeling"].dienst_id:
            return ["dienst"]
    return []
