"""The worker and the scheduler."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mijnzaken.settings")
app = Celery("mijnzaken")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
