"""Counting the terms of the law: pure functions over dates. Nothing here knows what day it is or reads a table.

    vrij = Vrijedagen.van(Vrijedag.objects.values_list("datum", flat=True))
    einddatum(begin, "P8W", opschortingen=[...], verlengingen=[...], regime="awb", vrije_dagen=vrij)

Every date that goes in is a day in Europe/Amsterdam; ``begin`` is the day of the event (receipt, making known), which
does not count itself. Every date that comes out is the last day on which the act is in time ("uiterlijk", inclusive).
What an administrator can change (lengths, amounts, free days, outages) is an argument.
"""

from catalogus.termijnen.avg import antwoorden_uiterlijk, datalek_melden_uiterlijk, verlenging_meedelen_uiterlijk
from catalogus.termijnen.awb import (
    beslistermijn,
    beslistermijn_bezwaar,
    bezwaartermijn,
    binnen_termijn,
    niet_behandelen_uiterlijk,
    verlenging,
)
from catalogus.termijnen.duur import Duur, OngeldigeDuur
from catalogus.termijnen.dwangsom import (
    Dwangsom,
    Trede,
    TredeOntbreekt,
    dwangsom,
    dwangsombesluit_uiterlijk,
    twee_weken_na,
)
from catalogus.termijnen.einde import OnbekendRegime, Verlenging, einddatum, resterende_dagen
from catalogus.termijnen.feestdagen import FeestdagenOntbreken, Vrijedagen, feestdagen
from catalogus.termijnen.opschorting import Opschorting, Stilstand, stilstand
from catalogus.termijnen.uitval import Uitval
from catalogus.termijnen.werkdagen import werkdag_einde, werkdagen_tot

__all__ = [
    "Duur",
    "Dwangsom",
    "FeestdagenOntbreken",
    "OnbekendRegime",
    "OngeldigeDuur",
    "Opschorting",
    "Stilstand",
    "Trede",
    "TredeOntbreekt",
    "Uitval",
    "Verlenging",
    "Vrijedagen",
    "antwoorden_uiterlijk",
    "beslistermijn",
    "beslistermijn_bezwaar",
    "bezwaartermijn",
    "binnen_termijn",
    "datalek_melden_uiterlijk",
    "dwangsom",
    "dwangsombesluit_uiterlijk",
    "einddatum",
    "feestdagen",
    "niet_behandelen_uiterlijk",
    "resterende_dagen",
    "stilstand",
    "twee_weken_na",
    "verlenging",
    "verlenging_meedelen_uiterlijk",
    "werkdag_einde",
    "werkdagen_tot",
]
