"""The demo's letter box: what would have gone out, shown at ``/demo/postvak/``. Nothing of it works outside the
demo.
"""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from catalogus import klok
from mijnzaken.berichten.models import Kanaal, Postvakbericht


def leg_in_postvak(
    kanaal: str, aan: str, onderwerp: str, tekst: str, *, message_id: str = "", bestand: str = ""
) -> None:
    """Keep a message as its receiver sees it; outside the demo this does nothing."""
    if settings.DEMO:
        Postvakbericht.objects.create(
            kanaal=kanaal,
            aan=aan,
            onderwerp=onderwerp[:255],
            tekst=tekst,
            message_id=message_id,
            bestand=bestand,
            ontvangen_op=klok.nu(),
        )


class PostvakBackend(BaseEmailBackend):
    """Django's mail, delivered in the demo's letter box."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if not settings.DEMO:
            raise RuntimeError("Het postvak bestaat alleen in de demo.")
        for mail in email_messages:
            leg_in_postvak(
                Kanaal.EMAIL,
                ", ".join(mail.recipients()),
                str(mail.subject),
                str(mail.body),
                message_id=mail.extra_headers.get("Message-ID", ""),
            )
        return len(email_messages)
