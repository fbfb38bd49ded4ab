"""The worker and the scheduler."""

import logging.config
import os
from typing import Any

from celery import Celery, Task
from celery.signals import setup_logging
from django.conf import settings

from autorisatie import spoor

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mijnzaken.settings")


class Spoortaak(Task):
    """A task that goes on with the trace of who asked for it, or starts one of its own."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        koppen = {**vars(self.request), **(self.request.headers or {})}
        naam = f"taak {self.name}"[:64]
        with spoor.spoor(koppen.get("traceparent") or "", naam, koppen.get("tracestate") or ""):
            return self.run(*args, **kwargs)


app = Celery("mijnzaken", task_cls=Spoortaak)
app.set_default()  # for every thread, not only the one that imported it
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def schrijf_zoals_het_web(**_: object) -> None:
    """Celery's way to say: leave logging alone. Its lines are masked like all others."""
    logging.config.dictConfig(settings.LOGGING)
