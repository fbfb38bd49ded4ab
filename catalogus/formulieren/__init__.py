"""A zaaktype's gegevens become a form; its answers become stored values, and words again.

form = maak_formulier(gegevens, data=request.POST, bestanden=request.FILES, beginwaarden=concept.lees_waarden())
if form.is_valid():
    concept.zet_waarden({**waarden, **form.waarden()})
"""

from catalogus.formulieren.adres import Adres
from catalogus.formulieren.formulier import Gegevensformulier, geldige_waarden, maak_formulier, maak_veld
from catalogus.formulieren.gegevens import Vraag, is_leeg
from catalogus.formulieren.opschonen import schone_regel, schone_tekst
from catalogus.formulieren.opslag import SOORTEN, OnjuisteWaarde, naar_opslag, uit_opslag
from catalogus.formulieren.voorvulling import voorgevuld
from catalogus.formulieren.voorwaarden import OnbekendeVoorwaarde, getoond, voorwaarde
from catalogus.formulieren.woorden import bedrag_in_woorden, in_woorden, telefoon_in_woorden

__all__ = [
    "SOORTEN",
    "Adres",
    "Gegevensformulier",
    "OnbekendeVoorwaarde",
    "OnjuisteWaarde",
    "Vraag",
    "bedrag_in_woorden",
    "geldige_waarden",
    "getoond",
    "in_woorden",
    "is_leeg",
    "maak_formulier",
    "maak_veld",
    "naar_opslag",
    "schone_regel",
    "schone_tekst",
    "telefoon_in_woorden",
    "uit_opslag",
    "voorgevuld",
    "voorwaarde",
]
