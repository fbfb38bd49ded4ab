"""By which way a zaak came in. The rights know the ways too, so they stand below both."""

from django.db import models


class Kanaal(models.TextChoices):
    PORTAAL = "portaal", "website"
    BALIE = "balie", "balie"
    TELEFOON = "telefoon", "telefoon"
    PAPIER = "papier", "brief"
    EMAIL = "email", "e-mail"
    API = "api", "ander systeem"
