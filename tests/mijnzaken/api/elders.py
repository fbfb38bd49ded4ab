"""A real HTTP server that plays another platform: what stands at its addresses, and nothing else."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Elders:
    wortel: str = ""  # without a slash
    inhoud: dict[str, Any] = field(default_factory=dict)  # by path
    status: int = 200  # of what stands there
    koppen: list[dict[str, str]] = field(default_factory=list)  # of each question, in lower case

    def zet(self, pad: str, inhoud: Any) -> str:
        """From now on this stands there; its address."""
        self.inhoud[pad] = inhoud
        return f"{self.wortel}{pad}"


@contextmanager
def elders() -> Iterator[Elders]:
    """The settings of a test name 127.0.0.1 as a host that may be reached, and as one of the own network."""
    platform = Elders()

    class Deur(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            gevonden = self.path in platform.inhoud
            inhoud = json.dumps(platform.inhoud.get(self.path)).encode()
            platform.koppen.append({naam.lower(): waarde for naam, waarde in self.headers.items()})
            self.send_response(platform.status if gevonden else 404)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(inhoud if gevonden else b"{}")

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Deur)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    platform.wortel = f"http://127.0.0.1:{server.server_port}"
    try:
        yield platform
    finally:
        server.shutdown()
        server.server_close()
