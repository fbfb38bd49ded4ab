"""Privacy patterns: solutions that worked elsewhere, which a dossier can refer to instead of inventing them again.

They follow the eight privacy design strategies (Hoepman, *Privacy Design Strategies*, the Little Blue Book).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Patroon(models.TextChoices):
    OPHALEN = "ophalen", _("Ophalen in plaats van vragen: een basisregistratie geeft wat zij al weet")
    ANTWOORD = "antwoord", _("Alleen het antwoord: wel of niet ouder dan 18, geen geboortedatum")
    GROF = "grof", _("Minder precies: een postcode in plaats van een adres, een klasse in plaats van een bedrag")
    GESCHEIDEN = "gescheiden", _("Gescheiden bewaren: wie beoordeelt, ziet niet wie het is")
    PSEUDONIEM = "pseudoniem", _("Een pseudoniem in plaats van een BSN bij alles wat buiten de zaak komt")
    AFSCHERMEN = "afschermen", _("Afschermen: alleen wie met naam is aangewezen, opent de zaak")
    VIER_OGEN = "vier_ogen", _("Vier ogen: wie voorbereidt, besluit niet")
    INZAGE = "inzage", _("Inzage vanzelf: de inwoner ziet wie keek en waarom")
    VRIJWILLIG = "vrijwillig", _("Toestemming apart: nee zeggen kan, en later ook")
    KORT = "kort", _("Kort bewaren: wat niet meer nodig is, gaat vanzelf weg")
