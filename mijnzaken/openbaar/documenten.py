"""A document, for whoever may read it; for anybody else it does not exist."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from autorisatie.toegang import openbaar
from mijnzaken.documenten.antwoord import antwoord
from mijnzaken.zaken.documenten import document_inzien


@openbaar
def document(request: HttpRequest, uuid: UUID) -> HttpResponse | StreamingHttpResponse:
    return antwoord(request, document_inzien(request.actor, uuid).laatste)  # type: ignore[attr-defined]
