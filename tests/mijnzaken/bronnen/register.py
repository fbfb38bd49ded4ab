"""A real HTTP server that plays a register: well, slow, dripping, broken."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Register:
    def __init__(self) -> None:
        self.gedrag = "goed"
        self.antwoord: Any = {}
        self.verzoeken: list[tuple[str, str, str]] = []  # method, path, body
        self.adres = ""


@contextmanager
def register() -> Iterator[Register]:
    stand = Register()

    class Antwoorder(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._antwoord("")

        def do_POST(self) -> None:
            self._antwoord(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _antwoord(self, inhoud: str) -> None:
            stand.verzoeken.append((self.command, self.path, inhoud))
            if stand.gedrag == "traag":
                time.sleep(1.5)
            status = {"kapot": 500, "weg": 404, "verwijst": 302}.get(stand.gedrag, 200)
            antwoord = b"<html>onderhoud</html>" if stand.gedrag == "html" else json.dumps(stand.antwoord).encode()
            try:
                self.send_response(status)
                if stand.gedrag == "verwijst":
                    self.send_header("Location", "http://127.0.0.1:1/elders")
                self.end_headers()
                if stand.gedrag == "druppelt":
                    for _ in range(30):
                        self.wfile.write(b" ")
                        self.wfile.flush()
                        time.sleep(0.1)
                elif stand.gedrag == "reusachtig":
                    for _ in range(40):
                        self.wfile.write(b" " * 100_000)
                self.wfile.write(antwoord)
            except OSError:
                pass  # the client had enough of it

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Antwoorder)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stand.adres = f"http://127.0.0.1:{server.server_port}"
    try:
        yield stand
    finally:
        server.shutdown()
        server.server_close()
