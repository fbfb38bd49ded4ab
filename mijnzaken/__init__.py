"""The zaken, the citizen portal, the APIs."""

from mijnzaken.celery import app as celery_app

__all__ = ["celery_app"]
