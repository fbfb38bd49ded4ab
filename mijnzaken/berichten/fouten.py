"""Why a message could not leave."""


class Onbezorgbaar(Exception):
    """By this way it will never arrive: no address, a refused receiver, somebody who died. Again does not help.

    ``adres`` is the address that was refused, if it came that far: nothing more goes to it.
    """

    def __init__(self, reden: str, *, adres: str = "") -> None:
        super().__init__(reden)
        self.adres = adres
