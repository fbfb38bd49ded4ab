"""Text as it is compared: PostgreSQL from a wheel has no ICU and no unaccent, so names sort on a folded key."""

import unicodedata


def vouw(tekst: str) -> str:
    """Without accents, in small letters, spaces folded: 'Özdemir ' and 'ozdemir' are one."""
    ontleed = unicodedata.normalize("NFKD", tekst.replace("ß", "ss").replace("ø", "o").replace("Ø", "O"))
    return " ".join("".join(t for t in ontleed if not unicodedata.combining(t)).lower().split())
