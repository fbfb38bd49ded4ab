"""Who acts in a try: a resident, a handler and a colleague who exist only as long as the stage stands.

What staff may do follows here from the try and not from a grant: it is in the memory of these actors, about this
process only, and no row says it. The resident has the rights that the matrix gives every resident.
"""

from dataclasses import dataclass
from uuid import uuid4

from autorisatie.actor import Burger, Medewerker
from autorisatie.models import Gebruiker, Gegevensgroep, Matrixregel, Matrixversie, Niveau, Partij, Rol
from autorisatie.models.matrix import OpenOfGesloten
from autorisatie.standen import Stand
from autorisatie.voorwaarden import Grond, Voorwaarden
from catalogus.models import Zaaktype
from catalogus.vertrouwelijkheid import Vertrouwelijkheid

HOOG = 4  # eIDAS: a try is never refused for the level of the log-in


@dataclass(frozen=True)
class Spelers:
    inwoner: Burger
    behandelaar: Medewerker
    collega: Medewerker  # decides on what the handler proposed


def maak_spelers(versie: Zaaktype, handelingen: frozenset[str]) -> Spelers:
    """To be called on the stage only: their rows go with it. Staff play every role to which the version gives a
    mandate.
    """
    partij = Partij.objects.create(soort_partij="persoon", voorletters="P.", voornaam="Proef", achternaam="Inwoner")
    rollen = ["proef", *versie.mandaten.values_list("rol", flat=True).distinct()]
    standen = tuple(stand for rol in rollen for stand in _standen(rol, versie.proces_id, handelingen))
    return Spelers(
        Burger(partij=partij, betrouwbaarheid=HOOG),
        _medewerker("Behandelaar", standen),
        _medewerker("Collega", standen),
    )


def _medewerker(naam: str, standen: tuple[Stand, ...]) -> Medewerker:
    gebruiker = Gebruiker.objects.create(gebruikersnaam=f"proef-{uuid4()}", voorletters="P.", achternaam=naam)
    return Medewerker(gebruiker, doel="proef", _geheugen={"standen": standen, "standen met doel": standen})


def _standen(rol: str, proces_id: int, handelingen: frozenset[str]) -> tuple[Stand, ...]:
    regel = Matrixregel(rol=Rol(code=rol, naam=rol), versie=Matrixversie(nummer=0))
    alles = Voorwaarden(OpenOfGesloten.ALLE, None, None, None, max(Vertrouwelijkheid))
    return tuple(
        Stand(
            regel,
            Grond(0, 0, rol, groep, Niveau.BIJZONDER, handelingen, frozenset({proces_id}), False, alles),
        )
        for groep in Gegevensgroep.values
    )
