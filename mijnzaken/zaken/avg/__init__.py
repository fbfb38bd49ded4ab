"""The rights of the data subject (AVG 15 to 21): what is held of a person, and what he may have done with it.

A process is one of these by its identification, as the example catalogue writes it.
"""

INZAGE, RECTIFICATIE, WISSING = "avg-inzage", "avg-rectificatie", "avg-wissing"
BEPERKING, BEZWAAR = "avg-beperking", "avg-bezwaar"
RECHTEN = (INZAGE, RECTIFICATIE, WISSING, BEPERKING, BEZWAAR)  # in the order of the articles

# While somebody waits for the answer to one of these, his data can be stored and not used (AVG 18 lid 1).
MET_SLOT = frozenset({RECTIFICATIE, WISSING, BEPERKING, BEZWAAR})
