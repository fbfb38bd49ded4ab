"""The review of who holds a role: what ends soon and nobody extended. What is not reviewed ends by itself."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction

from autorisatie import houders
from catalogus import klok
from mijnzaken.inrichting import meldingen


@transaction.atomic
def meld_wat_afloopt() -> int:
    """How many roles end soon. Each holder is told once, the administrators once a week."""
    rijen = list(
        houders.loopt_af(settings.TOEKENNING_VOORUIT_DAGEN)
        .select_related("gebruiker", "rol")
        .order_by("geldig_tot", "pk")
    )
    for rij in rijen:
        meldingen.meld_loopt_af(rij)
    if rijen:
        vandaag = klok.vandaag()
        meldingen.meld_herziening(len(rijen), vandaag - timedelta(days=vandaag.weekday()))
    return len(rijen)
