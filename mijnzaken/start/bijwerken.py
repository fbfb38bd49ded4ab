"""Bring an installation to what the code asks: translations, tables, static files and the demo's example.

One process for all of it, because starting Django is what costs time. A step is skipped when nothing changed.
"""

import hashlib
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from mijnzaken.start import vertalingen


def verzamel_statisch() -> None:
    """``collectstatic``, when a static file came, went or changed."""
    som = hashlib.sha256()
    for vinder in get_finders():
        for naam, opslag in vinder.list([]):
            staat = os.stat(opslag.path(naam))
            som.update(f"{naam}\0{staat.st_size}\0{staat.st_mtime_ns}\n".encode())
    teken = Path(settings.STATIC_ROOT) / ".kenmerk"
    if teken.is_file() and teken.read_text() == som.hexdigest():
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    teken.write_text(som.hexdigest())


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mijnzaken.settings")
    django.setup()
    vertalingen.compileer()
    call_command("migrate", interactive=False, verbosity=0)
    verzamel_statisch()
    if settings.DEMO:
        call_command("laad_voorbeeld")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
