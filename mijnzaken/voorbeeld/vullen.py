"""The example municipality, whole: catalogue, people, rights, zaken. Done once; a second time it does nothing."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.db.models import F

from catalogus import klok
from mijnzaken.berichten.models import Bericht, Stand
from mijnzaken.voorbeeld.dossiers import LOOPT_AF, maak_dossiers
from mijnzaken.voorbeeld.herziening import maak_herziening
from mijnzaken.voorbeeld.hoofdrollen import maak_codes, maak_hoofdrollen
from mijnzaken.voorbeeld.mensen import REDEN, maak_machtiging, maak_mensen, verbind_medewerkers
from mijnzaken.voorbeeld.rechten import maak_medewerkers, maak_rechten
from mijnzaken.voorbeeld.zaken import Voorraad, maak_zaken
from mijnzaken.zaken.models import Zaak

TERUG = timedelta(days=400)


def vul(zeg: Callable[[str], object], *, deel: float = 1.0) -> int:
    """How many zaken were made. ``deel`` makes fewer, for tests. All or nothing."""
    with transaction.atomic():
        sinds = klok.nu() - TERUG
        medewerkers = maak_medewerkers()
        partijen = maak_mensen(sinds)
        verbind_medewerkers(medewerkers, partijen)
        maak_rechten(medewerkers, sinds)
        maak_dossiers(medewerkers, loopt_af=LOOPT_AF)
        maak_machtiging(partijen, sinds)
        maak_codes()
        if Zaak.objects.systeem(REDEN).exists():
            return 0
        anderen = [p for sleutel, p in partijen.items() if sleutel not in ("anna", "wil", "joost", "bram")]
        voorraad = Voorraad(medewerkers, anderen)
        maak_hoofdrollen(voorraad, partijen)
        aantal = 0
        for aantal, _ in enumerate(maak_zaken(voorraad, deel), start=1):
            if aantal % 50 == 0:
                zeg(f"  {aantal} zaken")
        maak_herziening(medewerkers)
        _verzonden()
    return aantal


def _verzonden() -> None:
    """The messages of the past were sent in the past; the worker starts with an empty outbox."""
    Bericht.objects.systeem(REDEN).filter(status=Stand.KLAAR).update(
        status=Stand.VERZONDEN, verzonden_op=F("aangemaakt_op"), volgende_poging=None
    )
