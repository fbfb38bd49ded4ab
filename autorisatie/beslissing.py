"""The outcome of a decision about a right: yes or no, why, and by which row of which version of the matrix."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Beslissing:
    toegestaan: bool
    reden: str
    regel_id: int | None = None
    matrixversie: int | None = None

    def __bool__(self) -> bool:
        return self.toegestaan


def ja(reden: str, *, regel_id: int | None = None, matrixversie: int | None = None) -> Beslissing:
    return Beslissing(True, reden, regel_id, matrixversie)


def nee(reden: str) -> Beslissing:
    return Beslissing(False, reden)
