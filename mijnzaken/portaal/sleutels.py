"""Identities as they come in from an address or a form."""

from uuid import UUID

from autorisatie.fouten import BestaatNiet


def uuid_of_404(tekst: str) -> UUID:
    """The identity; what is none exists for nobody (BestaatNiet)."""
    try:
        return UUID(tekst)
    except ValueError:
        raise BestaatNiet from None
