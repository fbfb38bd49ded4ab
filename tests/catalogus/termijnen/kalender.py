"""The free days that the examples count with: the computed holidays, and the assimilated days of 2027 and 2028."""

from datetime import date

from catalogus.termijnen import Vrijedagen

GELIJKGESTELD = (date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26))
VRIJ = Vrijedagen.berekend(range(2010, 2061), GELIJKGESTELD)
