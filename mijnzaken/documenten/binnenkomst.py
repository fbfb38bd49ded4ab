"""The first gate: a request with too much in it never fills the disk (gevaren 72)."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

MAX_BESTANDEN_PER_VERZOEK = 20
RUIMTE = 1024 * 1024  # bytes for the other fields of a form


class Grensbewaker(FileUploadHandler):
    """First of ``FILE_UPLOAD_HANDLERS``: lets of each file one byte more through than may be, and drops the rest.

    The file is then found too large by :mod:`~mijnzaken.documenten.inspectie`, with its sentence at the right field. A
    request that says to be larger than any form could be is cut off at once.
    """

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: str | None = None
    ) -> None:
        if content_length > MAX_BESTANDEN_PER_VERZOEK * settings.MAX_BESTAND + RUIMTE:
            raise RequestDataTooBig("Een verzoek met meer dan een formulier kan bevatten.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.doorgelaten = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        ruimte = settings.MAX_BESTAND + 1 - self.doorgelaten
        deel = raw_data[: max(ruimte, 0)]
        self.doorgelaten += len(deel)
        return deel or None

    def file_complete(self, file_size: int) -> None:
        return None
