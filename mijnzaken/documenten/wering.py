"""Why a file is not accepted, in words that its sender can act on."""


class Wering(Exception):
    """``code`` names the reason for a program and a test, ``zin`` says to the sender what to do (Dutch, B1)."""

    def __init__(self, code: str, zin: str) -> None:
        super().__init__(zin)
        self.code = code
        self.zin = zin
