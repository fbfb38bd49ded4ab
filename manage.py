#!/usr/bin/env python
"""The commands of Mijn Zaken."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mijnzaken.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
