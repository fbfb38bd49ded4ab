"""Exports of i-Navigator (XML, ICR 1.5) as zaaktypen of ours.

``element`` reads one element and remembers what nobody asked of it, ``zaaktype`` makes the process and its version,
``delen`` what belongs to them.
"""

from catalogus.uitwisseling.inavigator.zaaktype import lees_inavigator

__all__ = ["lees_inavigator"]
