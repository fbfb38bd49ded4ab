"""A real HTTP server that plays the door of a subscriber: it refuses who brings no authorisation."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

AUTH = "Bearer van-de-abonnee"


@dataclass
class Ontvanger:
    """``open``: it takes everybody. ``status``: what it answers to who may come in."""

    open: bool = False
    status: int = 204
    adres: str = ""
    gekregen: list[tuple[dict[str, str], bytes]] = field(default_factory=list)  # headers in lower case, body

    @property
    def berichten(self) -> list[dict[str, Any]]:
        """What was delivered, without the trials."""
        inhouden = [json.loads(inhoud) for _, inhoud in self.gekregen]
        return [inhoud for inhoud in inhouden if inhoud["kanaal"] != "test"]


@contextmanager
def ontvanger() -> Iterator[Ontvanger]:
    stand = Ontvanger()

    class Deur(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            inhoud = self.rfile.read(int(self.headers["Content-Length"]))
            koppen = {naam.lower(): waarde for naam, waarde in self.headers.items()}
            mag = stand.open or koppen.get("authorization") == AUTH
            if mag:
                stand.gekregen.append((koppen, inhoud))
            self.send_response(stand.status if mag else 403)
            if stand.status == 302:
                self.send_header("Location", f"{stand.adres}elders")
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Deur)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stand.adres = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield stand
    finally:
        server.shutdown()
        server.server_close()
