"""Why a log-in does not go through, in words for the page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Tekst = str | Promise


class InlogWeigering(Exception):
    """A log-in that is refused. ``code`` is for the log; ``titel`` and ``uitleg`` are for the person."""

    _WOORDEN: dict[str, tuple[Tekst, Tekst, int]] = {
        "afgebroken": (
            _("U bent niet ingelogd"),
            _("Het inloggen is gestopt voordat het klaar was. U kunt het opnieuw proberen."),
            200,
        ),
        "verlopen": (
            _("Deze poging om in te loggen is verlopen"),
            _("Het inloggen duurde te lang, of u gebruikte de knop Terug. Begin opnieuw."),
            400,
        ),
        "ongeldig": (
            _("Het inloggen is niet gelukt"),
            _("Het antwoord van de inlogdienst klopte niet. Daarom hebben wij u niet ingelogd. Probeer het opnieuw."),
            400,
        ),
        "niveau": (
            _("U moet sterker inloggen"),
            _("Voor deze gegevens is een sterkere manier van inloggen nodig. Log opnieuw in en kies die manier."),
            403,
        ),
        "tweede_factor": (
            _("U moet inloggen in twee stappen"),
            _("Medewerkers loggen altijd in met een tweede stap, zoals een code of een app. Die stap ontbrak."),
            403,
        ),
        "onbekend": (
            _("U hebt geen toegang"),
            _("Uw account is hier niet bekend of niet meer actief. Vraag uw functioneel beheerder om toegang."),
            403,
        ),
        "gesloten": (
            _("U kunt hier niet inloggen"),
            _("Uw gegevens staan bij ons op niet actief. Bel ons, dan zoeken wij het uit."),
            403,
        ),
        "gegevens": (
            _("Het inloggen is niet gelukt"),
            _("De inlogdienst gaf niet door wie u bent. Probeer het opnieuw, of bel ons."),
            400,
        ),
        "machtiging": (
            _("Deze machtiging kunnen wij niet gebruiken"),
            _(
                "De inlogdienst zei dat u voor iemand anders inlogt, maar niet duidelijk voor wie of waarvoor. Daarom "
                "hebben wij u niet ingelogd. Log in voor uzelf, of vraag de ander om u in Mijn Zaken te machtigen."
            ),
            403,
        ),
        "onbereikbaar": (
            _("Inloggen kan nu niet"),
            _("De inlogdienst is nu niet bereikbaar. Probeer het over een paar minuten opnieuw."),
            503,
        ),
        "te_vaak": (
            _("U hebt te vaak geprobeerd in te loggen"),
            _("Wacht een paar minuten en probeer het dan opnieuw."),
            429,
        ),
    }

    def __init__(self, code: str, bijzonderheid: str = "") -> None:
        """``bijzonderheid``: a word for the log, never something of the person or of the token."""
        super().__init__(f"{code}: {bijzonderheid}" if bijzonderheid else code)
        self.code = code
        self.bijzonderheid = bijzonderheid
        self.titel, self.uitleg, self.status = self._WOORDEN[code]
