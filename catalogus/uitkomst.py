"""What a result means to a resident, told from what others call it: the words of the Selectielijst, and of those who
connect their zaaktypen.
"""

from catalogus.models import Uitkomst

_BEGIN = (  # the first that the name begins with
    ("niet ontvankelijk", Uitkomst.NIET_BEHANDELD),
    ("niet doorgegaan", Uitkomst.NIET_BEHANDELD),
    ("buiten behandeling", Uitkomst.NIET_BEHANDELD),
    ("niet ", Uitkomst.AFGEWEZEN),
    ("negatief", Uitkomst.AFGEWEZEN),
    ("geweigerd", Uitkomst.AFGEWEZEN),
    ("afgewezen", Uitkomst.AFGEWEZEN),
    ("ongegrond", Uitkomst.AFGEWEZEN),
    ("verleend", Uitkomst.TOEGEKEND),
    ("verstrekt", Uitkomst.TOEGEKEND),
    ("toegekend", Uitkomst.TOEGEKEND),
    ("positief", Uitkomst.TOEGEKEND),
    ("gegrond", Uitkomst.TOEGEKEND),
    ("ingetrokken", Uitkomst.INGETROKKEN),
    ("afgebroken", Uitkomst.AFGEBROKEN),
)


def uitkomst_van(naam: str) -> Uitkomst | None:
    """``None`` when its name does not say."""
    return next((uitkomst for begin, uitkomst in _BEGIN if naam.lower().startswith(begin)), None)
