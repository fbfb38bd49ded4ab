"""Reading a bounce (RFC 3464): which of our messages came back for good."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message


def teruggekomen_message_ids(rauw: bytes) -> list[str]:
    """The Message-IDs of the messages that this report says will never arrive; empty for a delay or anything else."""
    rapport = message_from_bytes(rauw, policy=policy.default)
    if not isinstance(rapport, EmailMessage) or not _is_definitief(rapport):
        return []
    return sorted({str(kop["Message-ID"]).strip() for kop in _originelen(rapport) if kop["Message-ID"]})


def _is_definitief(rapport: EmailMessage) -> bool:
    for deel in rapport.walk():
        if deel.get_content_type() == "message/delivery-status":
            groepen = deel.get_payload()
            return isinstance(groepen, list) and any(
                isinstance(groep, Message) and str(groep.get("Action", "")).strip().lower() == "failed"
                for groep in groepen
            )
    return False


def _originelen(rapport: EmailMessage) -> Iterator[Message]:
    """The message that bounced, whole or by its headers only."""
    for deel in rapport.walk():
        if deel.get_content_type() == "message/rfc822":
            inhoud = deel.get_payload()
            yield from (
                (bericht for bericht in inhoud if isinstance(bericht, Message)) if isinstance(inhoud, list) else ()
            )
        elif deel.get_content_type() == "text/rfc822-headers":
            koppen = deel.get_payload(decode=True)
            yield message_from_bytes(koppen if isinstance(koppen, bytes) else b"", policy=policy.default)
