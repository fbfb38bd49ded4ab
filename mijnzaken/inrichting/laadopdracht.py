"""What the commands that load a national list share: a file in, one sentence when it is refused whole, a report out."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, ClassVar, Protocol

from django.core.management.base import BaseCommand, CommandError


class Verslag(Protocol):
    nieuw: list[str]
    verdwenen: list[str]
    gewijzigd: list[str]
    gelijk: int


class Laadopdracht(BaseCommand):
    """``onbruikbaar`` is what ``laad`` raises for a file that it refuses; it says where and why."""

    onbruikbaar: ClassVar[type[Exception]]

    def laad(self, tekst: str, naam: str) -> Verslag:
        raise NotImplementedError

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, *args: Any, **opties: Any) -> None:
        bestand: Path = opties["bestand"]
        try:
            verslag = self.laad(bestand.read_text(encoding="utf-8-sig"), bestand.name)
        except self.onbruikbaar as fout:
            raise CommandError(f"Er is niets geladen. {bestand.name}: {fout}") from fout
        except UnicodeDecodeError as fout:
            raise CommandError(f"Er is niets geladen. {bestand.name} is geen tekst in UTF-8.") from fout
        except OSError as fout:
            raise CommandError(f"Er is niets geladen. {bestand.name} is niet te lezen: {fout.strerror}.") from fout
        for kop, namen in (
            ("Nieuw", verslag.nieuw),
            ("Verdwenen", verslag.verdwenen),
            ("Gewijzigd", verslag.gewijzigd),
        ):
            self.stdout.write(f"{kop}: {len(namen)}")
            if opties["verbosity"] > 1:
                self.stdout.writelines(f"  {naam}\n" for naam in namen)
        self.stdout.write(f"Gelijk gebleven: {verslag.gelijk}")
