"""The rights of the data subject (AVG 15 to 21): what is held of a person, and what he may have done with it.

A process is one of these by its identification, as the example catalogue writes it.
"""

INZAGE = "avg-inzage"
