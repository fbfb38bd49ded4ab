"""What is wrong with an exchange file, in sentences that name file, line and place."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

Pad = tuple[str | int, ...]


@dataclass(frozen=True)
class Leesfout:
    bestand: str
    regel: int
    plaats: str
    reden: str

    def __str__(self) -> str:
        plaats = f" ({self.plaats})" if self.plaats else ""
        regel = _("regel %(nummer)s") % {"nummer": self.regel}
        return f"{self.bestand}, {regel}{plaats}: {self.reden}"


class OnbruikbaarBestand(Exception):
    """The file is refused whole; ``fouten`` holds every reason found."""

    def __init__(self, fouten: list[Leesfout]) -> None:
        self.fouten = fouten
        super().__init__("\n".join(str(fout) for fout in fouten))


def plaatsnaam(pad: Pad) -> str:
    """``("processen", 0, "naam")`` as ``processen[0].naam``."""
    return "".join(f"[{deel}]" if isinstance(deel, int) else f".{deel}" for deel in pad).removeprefix(".")
