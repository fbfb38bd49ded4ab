"""What every template may know of the session, as ``{{ sessie.… }}``."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest

from autorisatie import herstel, sessie


class Stand:
    """Read only when a template asks, so that a page without a session costs nothing."""

    waarschuwing = 120  # seconds before the end at which the page says so

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def soort(self) -> str:
        """``burger``, ``medewerker`` or the empty string."""
        return sessie.soort(self._request.session) if hasattr(self._request, "session") else ""

    @property
    def ingelogd(self) -> bool:
        return bool(self.soort)

    @property
    def wie(self) -> str:
        return sessie.wie(self._request)

    @property
    def seconden_over(self) -> int:
        return sessie.seconden_over(self._request) if self.ingelogd else 0

    @property
    def verlopen(self) -> bool:
        """Was somebody logged in here until the session ran out?"""
        return hasattr(self._request, "session") and sessie.verlopen(self._request) is not None

    @cached_property
    def herstel(self) -> herstel.Getypt | None:
        """What this person typed on this page before the session ended."""
        return herstel.getypt(self._request) if self.ingelogd else None


def context(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    return {"sessie": Stand(request)}
