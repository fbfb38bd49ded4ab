"""The worker and the scheduler."""

import logging.config
import os

from celery import Celery
from celery.signals import setup_logging
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mijnzaken.settings")
app = Celery("mijnzaken")
app.set_default()  # for every thread, not only the one that imported it
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def schrijf_zoals_het_web(**_: object) -> None:
    """Celery's way to say: leave logging alone. Its lines are masked like all others."""
    logging.config.dictConfig(settings.LOGGING)
