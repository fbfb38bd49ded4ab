"""One version of a zaaktype as a file, with all that it refers to: to keep in git, or to read in elsewhere."""

from dataclasses import replace

from catalogus.models import Zaaktype
from catalogus.uitwisseling.schrijven import rij_van, schrijf
from catalogus.uitwisseling.soorten import SOORTEN, van_versie
from catalogus.uitwisseling.vorm import Rij
from catalogus.uitwisseling.vormen import DIENST, PROCES, ZAAKTYPE


def schrijf_versie(versie: Zaaktype) -> str:
    """The text of the file. Of who carries it out only the one team is in it."""
    proces = rij_van(replace(PROCES, kinderen={}), versie.proces) | {"versies": [rij_van(ZAAKTYPE, versie)]}
    soorten = {
        collectie: [rij_van(SOORTEN[collectie], rij) for rij in rijen]
        for collectie, rijen in van_versie(versie).items()
    }
    return schrijf(versie.catalogus, {"diensten": [_dienst(versie)], **soorten, "processen": [proces]})


def bestandsnaam(versie: Zaaktype) -> str:
    return f"{versie.identificatie}-versie-{versie.versienummer}.json"


def _dienst(versie: Zaaktype) -> Rij:
    """The dienst with the one department and the one team."""
    team = versie.proces.team
    afdelingvorm = DIENST.kinderen["afdelingen"]
    afdeling = rij_van(replace(afdelingvorm, kinderen={}), team.afdeling)
    afdeling["teams"] = [rij_van(afdelingvorm.kinderen["teams"], team)]
    return rij_van(replace(DIENST, kinderen={}), team.afdeling.dienst) | {"afdelingen": [afdeling]}
