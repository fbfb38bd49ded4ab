"""Which way a message goes to a partij: by what that person expressly said (Awb 2:8, 2:10)."""

from dataclasses import dataclass

from autorisatie.models import Partij
from mijnzaken.berichten.models import Kanaal
from mijnzaken.berichten.soorten import Berichtsoort
from mijnzaken.klanten.adressen import bruikbaar_adres
from mijnzaken.klanten.models import Aankondiging, SoortDigitaalAdres, Voorkeur
from mijnzaken.klanten.models import Kanaal as Voorkeurkanaal


@dataclass(frozen=True)
class Route:
    """Beside the message in the portal: an announcement of it, or the whole text by another way, or nothing."""

    aankondiging: Kanaal | None = None
    volledig: Kanaal | None = None


def kies_route(partij: Partij, soort: Berichtsoort) -> Route:
    """The way for this partij alone: what another chose, or refused, plays no part."""
    voorkeuren = {
        rij.kanaal: rij
        for rij in Voorkeur.objects.systeem("de weg van een bericht").filter(partij=partij, ingetrokken_op=None)
    }
    portaal = voorkeuren.get(Voorkeurkanaal.PORTAAL)
    per_brief = Route(volledig=Kanaal.BRIEF) if soort.formeel else Route()
    if portaal is not None:
        if portaal.aankondiging == Aankondiging.GEEN:
            return Route()
        kanaal = Kanaal.SMS if portaal.aankondiging == Aankondiging.SMS else Kanaal.EMAIL
        # Nothing to announce it to: then the whole message goes by letter (Awb 2:11).
        return Route(aankondiging=kanaal) if bruikbaar_adres(partij.pk, adressoort(kanaal)) else per_brief
    if Voorkeurkanaal.EMAIL in voorkeuren and soort.per_email and bruikbaar_adres(partij.pk, SoortDigitaalAdres.EMAIL):
        return Route(volledig=Kanaal.EMAIL)
    return per_brief


def adressoort(kanaal: str) -> str:
    return SoortDigitaalAdres.TELEFOONNUMMER if kanaal == Kanaal.SMS else SoortDigitaalAdres.EMAIL
