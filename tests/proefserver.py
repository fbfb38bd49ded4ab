"""pytest plugin: one PostgreSQL for a test run, started before the settings are read. Workers inherit its address."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("MIJNZAKEN_TEST", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mijnzaken.settings")

if "DATABASE_URL" not in os.environ or "MIJNZAKEN_TESTSERVER" not in os.environ:
    from mijnzaken.start.postgres import Postgres

    _map = Path(tempfile.mkdtemp(prefix="mz-test-", dir="/tmp"))
    _map.chmod(0o755)
    _server = Postgres(_map / "postgres", snel=True)
    os.environ["DATABASE_URL"] = _server.start()
    os.environ["MIJNZAKEN_TESTSERVER"] = str(os.getpid())
    os.environ["MIJNZAKEN_VAR"] = str(_map / "var")

    def _ruim_op() -> None:
        if os.environ.get("MIJNZAKEN_TESTSERVER") == str(os.getpid()):
            _server.stop()
            shutil.rmtree(_map, ignore_errors=True)

    atexit.register(_ruim_op)
