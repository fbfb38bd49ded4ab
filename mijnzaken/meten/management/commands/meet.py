"""``manage.py meet``: measure the main pages and lists against this database, and print a table (contract.md)."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalogus import klok
from mijnzaken.meten import gevallen
from mijnzaken.meten.medewerkers import bestaan
from mijnzaken.meten.meting import KOP, Eerder, Mislukt, Uitslag, als_json, meet, regel, uit_json
from mijnzaken.meten.toneel import Toneel


class Command(BaseCommand):
    help = "Meet hoe snel de pagina's en lijsten zijn in deze database, die schaal eerst vulde."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--alleen", default="", help="alleen gevallen met deze tekst in hun naam")
        parser.add_argument("--keer", type=int, default=30, help="hoe vaak elk geval")
        parser.add_argument("--json", action="store_true", help="als JSON in plaats van een tabel")
        parser.add_argument("--naast", type=Path, help="een eerdere uitslag (JSON): hoeveel keer zoveel SQL het nu is")

    def handle(self, *args: Any, **opties: Any) -> None:
        if not bestaan():
            raise CommandError("Hier is niets om te meten. Vul de database eerst: manage.py schaal --zaken 100000")
        if opties["keer"] < 1:
            raise CommandError("Meet ten minste 1 keer.")
        eerder = self._eerder(opties["naast"])
        podium = Toneel()
        # The clock stands still: a session that nobody writes down is otherwise written down at every request.
        with klok.op_moment(klok.nu()):
            try:
                uitslagen = self._meet(podium, opties, eerder)
            except Mislukt as fout:
                raise CommandError(str(fout)) from fout
            finally:
                podium.ruim_op()
        if opties["json"]:
            self.stdout.write(als_json(uitslagen))
        elif not uitslagen:
            raise CommandError(f"Geen geval heeft '{opties['alleen']}' in zijn naam.")

    def _eerder(self, pad: Path | None) -> Eerder:
        if pad is None:
            return {}
        try:
            return uit_json(pad.read_text())
        except (OSError, UnicodeDecodeError, Mislukt) as fout:
            raise CommandError(f"{pad} is niet te lezen als een uitslag van meet --json.") from fout

    def _meet(self, podium: Toneel, opties: dict[str, Any], eerder: Eerder) -> list[Uitslag]:
        uitslagen = []
        if not opties["json"]:
            self.stdout.write(KOP)
        for geval in gevallen.alle(podium):
            if opties["alleen"] not in geval.naam:
                continue
            uitslagen.append(meet(geval, opties["keer"]))
            if not opties["json"]:
                self.stdout.write(regel(uitslagen[-1], eerder))
                self.stdout.flush()
        return uitslagen
