#!/usr/bin/env python
"""The commands of Mijn Zaken."""

import contextlib
import os
import sys

from django.core.management import execute_from_command_line

from mijnzaken.omgeving import DEMO, env, map_voor_gegevens, stop
from mijnzaken.start.postgres import StartMislukt, voor_commando


def main() -> None:
    """Run one command; in the demo with its embedded PostgreSQL, unless DATABASE_URL names another."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mijnzaken.settings")
    with contextlib.ExitStack() as stapel:
        if DEMO and not env.str("DATABASE_URL", default=""):
            try:
                os.environ["DATABASE_URL"] = stapel.enter_context(voor_commando(map_voor_gegevens()))
            except StartMislukt as fout:
                stop(str(fout))
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
