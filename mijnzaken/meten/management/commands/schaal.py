"""``manage.py schaal --zaken N``: fill a database with N plausible zaken (contract.md)."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from autorisatie.models import Matrixversie
from mijnzaken import omgeving
from mijnzaken.meten import indexen, inwoners, logregels, medewerkers, producten, proefcatalogus, vullen
from mijnzaken.meten.voortgang import Voortgang
from mijnzaken.voorbeeld.vullen import vul
from mijnzaken.zaken.models import Zaaktelling

VEEL = 100_000  # new zaken from which indexes are taken away first


class Command(BaseCommand):
    help = "Vult de database tot N zaken, om te meten. Niet voor een database waarin iemand werkt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--zaken", type=int, required=True, help="hoeveel zaken er daarna zijn")
        parser.add_argument("--zaad", type=int, default=vullen.ZAAD, help="hetzelfde zaad geeft dezelfde zaken")
        parser.add_argument("--processen", type=int, default=vullen.kernen(), help="hoeveel er tegelijk schrijven")
        parser.add_argument("--toch", action="store_true", help="ook als dit geen demo of proef is")

    def handle(self, *args: Any, **opties: Any) -> None:
        if omgeving.PRODUCTIE and not opties["toch"]:
            raise CommandError("Dit is geen demo. Verzonnen zaken horen hier niet; wilt u het echt, geef dan --toch.")
        tot = opties["zaken"]
        if not 1 <= tot <= 60_000_000:
            raise CommandError("Kies een aantal van 1 tot en met 60.000.000 zaken.")
        self._leg_grond()
        nieuw = tot - vullen.aantal_zaken()
        if indexen.is_afgebroken():
            self.stdout.write("De vorige keer is afgebroken. De indexen die toen weg waren, komen nu terug.")
        if nieuw > 0:
            self._vul(nieuw, tot, opties)
        self._zet_indexen_terug()
        if nieuw <= 0:
            self.stdout.write(f"Er zijn al {tot - nieuw:,} zaken.")
            return
        self._ruim_op()
        self.stdout.write(f"Er zijn nu {tot:,} zaken.")

    def _leg_grond(self) -> None:
        """Catalogue, rights and people that the zaken hang on; what is there stays."""
        proefcatalogus.zet_klaar()
        with transaction.atomic():
            producten.zet_klaar()
        if Matrixversie.actief() is None:
            vul(self.stdout.write, deel=0.0)
        with transaction.atomic():
            medewerkers.zet_klaar()
            inwoners.zet_bekenden_klaar()

    def _vul(self, nieuw: int, tot: int, opties: dict[str, Any]) -> None:
        veel = nieuw >= VEEL and not connection.in_atomic_block
        wie = vullen.schrijf_inwoners(nieuw, tot)
        alle = list(vullen.porties(nieuw, tot, wie, opties["zaad"]))
        if veel:
            self.stdout.write("Indexen gaan eerst weg en komen daarna terug; breekt u af, dan bij de volgende keer.")
            indexen.haal_weg(vullen.tabelnamen())
        voortgang = Voortgang(self._schrijf, "zaken", nieuw)
        vullen.schrijf_alle(iter(alle), voortgang.stap, opties["processen"])

    def _zet_indexen_terug(self) -> None:
        if indexen.is_afgebroken():
            voortgang = Voortgang(self._schrijf, "indexen", indexen.aantal_weg())
            indexen.zet_terug(voortgang.stap)

    def _ruim_op(self) -> None:
        with transaction.atomic():
            logregels.schrijf(vullen.aantal_zaken())
            logregels.geef_toegang()
        Zaaktelling.vouw()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")

    def _schrijf(self, tekst: str) -> None:
        self.stdout.write(tekst, ending="")
        self.stdout.flush()
