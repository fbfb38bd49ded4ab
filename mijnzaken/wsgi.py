"""The web process. It alone uses the connection pool: a worker has one connection per thread, a command one in all."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mijnzaken.settings")
os.environ.setdefault("MIJNZAKEN_DB_POOL", "1")
application = get_wsgi_application()
