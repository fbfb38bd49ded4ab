"""A server that speaks the protocol of clamd, at the other end of a real socket."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from tests.mijnzaken.documenten.proefbestanden import EICAR

S = TypeVar("S", bound=socketserver.BaseServer)


class _Gesprek(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        opdracht = self.rfile.read(len(b"zINSTREAM\0"))
        assert opdracht == b"zINSTREAM\0"
        inhoud = b""
        while lengte := struct.unpack("!L", self.rfile.read(4))[0]:
            inhoud += self.rfile.read(lengte)
        self.server.gezien.append(inhoud)  # type: ignore[attr-defined]
        self.wfile.write(self.server.antwoord(inhoud))  # type: ignore[attr-defined]


def antwoord(inhoud: bytes) -> bytes:
    return b"stream: Eicar-Test-Signature FOUND\0" if EICAR in inhoud else b"stream: OK\0"


class Clamd(socketserver.ThreadingTCPServer):
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.gezien: list[bytes] = []
        self.antwoord = antwoord

    @property
    def adres(self) -> str:
        return f"tcp://127.0.0.1:{self.server_address[1]}"


class KapotteClamd(Clamd):
    def __init__(self) -> None:
        super().__init__()
        self.antwoord = lambda inhoud: b"INSTREAM size limit exceeded. ERROR\0"


class ClamdOpSocket(socketserver.ThreadingUnixStreamServer):
    def __init__(self, adres: str) -> None:
        super().__init__(adres, _Gesprek)
        self.gezien: list[bytes] = []
        self.antwoord = antwoord


@contextmanager
def clamd(server: S) -> Iterator[S]:
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        draad.join()
