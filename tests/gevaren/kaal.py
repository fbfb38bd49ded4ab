"""Two answers compared: what is left of a page without what differs at every answer."""

import re


def kaal(inhoud: bytes) -> str:
    """Without tokens, and without the number or identity that was asked for."""
    tekst = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", inhoud.decode())
    tekst = re.sub(r'nonce="[^"]*"|"X-CSRFToken": ?"[^"]*"', "", tekst)
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|2026-\d{7}", "", tekst)
