"""JSON of the ZGW Catalogi API, and the rows that Open Zaak writes of it, as zaaktypen of ours.

``bron`` brings both to one form, ``zaaktype`` and ``delen`` make our rows of it.
"""

from catalogus.uitwisseling.zgw.zaaktype import lees_zgw

__all__ = ["lees_zgw"]
