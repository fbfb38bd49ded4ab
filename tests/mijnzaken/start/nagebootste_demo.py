"""The demo's supervisor with small processes in the place of gunicorn and Celery; PostgreSQL is the real one.

The web process answers ``/-/leeft``; the worker has a child that ignores SIGTERM
and looks whether its parent still lives, as the workers of gunicorn do.
"""

import sys

from mijnzaken.voorbeeld import demo

WEB = """
import http.server, sys
class Leeft(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Leeft).serve_forever()
"""
WORKER = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", sys.argv[1]])
time.sleep(300)
"""
KIND = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
ouder = os.getppid()
while os.getppid() == ouder:
    time.sleep(0.05)
"""


def opdrachten(poort: str, var: object) -> dict[str, list[str]]:
    python = [sys.executable, "-c"]
    return {
        "web": [*python, WEB, poort],
        "worker": [*python, WORKER, KIND],
        "planner": [*python, "import time; time.sleep(300)"],
    }


if __name__ == "__main__":
    demo.BIJWERKEN = (sys.executable, "-c", "")
    demo.opdrachten = opdrachten
    demo.main()
