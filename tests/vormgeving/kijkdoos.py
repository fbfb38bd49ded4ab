"""A small web server with the sample pages and the built look, under the content security policy of the real site."""

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import django_htmx
from django.conf import settings

GEBOUWD = Path(settings.STATICFILES_DIRS[0])
HTMX = Path(django_htmx.__file__).parent / "static"
SOORTEN = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
BELEID = "; ".join(
    f"{regel} {' '.join(waarden)}" for regel, waarden in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
)


@dataclass
class Kijkdoos:
    """``ontvangen`` holds (path, body) of every POST; ``antwoorden`` says per path what comes back (status, JSON)."""

    paginas: dict[str, str]
    ontvangen: list[tuple[str, bytes]] = field(default_factory=list)
    antwoorden: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    traag: dict[str, float] = field(default_factory=dict)  # seconds that a path takes
    adres: str = ""

    def begin(self) -> ThreadingHTTPServer:
        server = ThreadingHTTPServer(("127.0.0.1", 0), type("Deur", (_Deur,), {"doos": self}))
        self.adres = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def leeg(self) -> None:
        self.ontvangen.clear()
        self.antwoorden.clear()
        self.traag.clear()


class _Deur(BaseHTTPRequestHandler):
    doos: Kijkdoos

    def do_GET(self) -> None:
        naam = self.path.split("?")[0].strip("/")
        if naam in self.doos.paginas:
            self._geef(200, "text/html; charset=utf-8", self.doos.paginas[naam].encode())
        elif naam.startswith("static/"):
            self._bestand(naam.removeprefix("static/"))
        else:
            self._json(naam)

    def do_POST(self) -> None:
        inhoud = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        naam = self.path.strip("/")
        time.sleep(self.doos.traag.get(naam, 0))
        self.doos.ontvangen.append((naam, inhoud))
        self._json(naam)

    def _json(self, naam: str) -> None:
        status, antwoord = self.doos.antwoorden.get(naam, (404, {}))
        self._geef(status, "application/json", json.dumps(antwoord).encode())

    def _bestand(self, naam: str) -> None:
        for map_ in (GEBOUWD, HTMX):
            if (map_ / naam).is_file():
                return self._geef(200, SOORTEN[Path(naam).suffix], (map_ / naam).read_bytes())
        return self._geef(404, "text/plain", b"")

    def _geef(self, status: int, soort: str, inhoud: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", soort)
        self.send_header("Content-Length", str(len(inhoud)))
        self.send_header("Content-Security-Policy", BELEID)
        self.end_headers()
        self.wfile.write(inhoud)

    def log_message(self, *args: Any) -> None:
        """Silent: the tests say what went wrong."""
