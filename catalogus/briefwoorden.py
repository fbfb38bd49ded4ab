"""Own words in the letter of a decision: before and after the reasons that the handler writes.

The decision itself, its date and what one can do against it are not among them: those follow from the decision and the
law (Awb 3:45, 3:46, 6:5).
"""

from datetime import date

from django.core.exceptions import ValidationError

from catalogus.berichtwoorden import ALTIJD, Waarde, Woordregels, fouten_in_tekst

BRIEFDELEN = {  # column of the decision moment: its place in the letter
    "brief_inleiding": "inleiding",
    "motivering_vooraf": "motivering_vooraf",
    "motivering_slot": "motivering_slot",
}
BRIEFREGELS = Woordregels(
    (
        *ALTIJD,
        Waarde("aangevraagd_op", "de dag van ontvangst van de aanvraag", date(2027, 4, 20)),
        Waarde("besluit", "de naam van het besluit", "Beschikking"),
        Waarde("uitkomst", "wat er besloten is", "toegekend"),
        Waarde("bedrag", "het bedrag van het besluit", "€ 1.250,00", kan_ontbreken=True),
        Waarde("ingangsdatum", "de eerste dag waarop het besluit geldt", date(2027, 6, 1)),
        Waarde("vervaldatum", "de laatste dag waarop het geldt", date(2028, 5, 31), kan_ontbreken=True),
    )
)


def controleer_brieftekst(tekst: str) -> None:
    if fouten := list(fouten_in_tekst(BRIEFREGELS, tekst)):
        raise ValidationError(fouten)
