"""The language of a page: Dutch, unless the visitor chose English. The browser's own preference does not choose."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


class TaalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        gekozen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        taal = gekozen if gekozen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(taal):
            request.LANGUAGE_CODE = taal  # type: ignore[attr-defined]
            antwoord = self.get_response(request)
        antwoord.headers.setdefault("Content-Language", taal)
        return antwoord
