"""How many zaken there are, kept by the database itself, so that nobody has to count them."""

from django.db import connection, models

from catalogus.models import Zaaktype

BLOK = 16  # bits of a key within its block: 65,536 keys that follow each other
# What the rows say too much or too little, in one snapshot: also right while others write, and again.
_HERSTEL = """
INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, blok, aantal)
SELECT zaaktype_id, vertrouwelijkheidaanduiding, blok, sum(aantal) FROM (
    SELECT zaaktype_id, vertrouwelijkheidaanduiding, id >> 16 AS blok, count(*) AS aantal FROM zaken_zaak
    WHERE NOT afgeschermd GROUP BY 1, 2, 3
    UNION ALL
    SELECT zaaktype_id, vertrouwelijkheidaanduiding, blok, -aantal FROM zaken_zaaktelling
) verschil GROUP BY 1, 2, 3 HAVING sum(aantal) <> 0
"""
_VOUW = """
WITH weg AS (DELETE FROM zaken_zaaktelling RETURNING zaaktype_id, vertrouwelijkheidaanduiding, blok, aantal)
INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, blok, aantal)
SELECT zaaktype_id, vertrouwelijkheidaanduiding, blok, sum(aantal) FROM weg GROUP BY 1, 2, 3 HAVING sum(aantal) <> 0
"""


class Zaaktelling(models.Model):
    """So many zaken came of a zaaktype and vertrouwelijkheid, or went (negative); what is shielded is in no count.

    They are counted for each block of keys apart: a far page is found by passing whole blocks. Triggers write a row
    per statement, never change one, so that who makes a zaak waits for nobody; a task folds them.
    """

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="+", db_constraint=False, db_index=False)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField()
    blok = models.BigIntegerField(db_default=0)  # the key of the zaak without its last bits
    aantal = models.BigIntegerField()

    class Meta:
        verbose_name_plural = "zaaktellingen"

    @classmethod
    def totaal(cls) -> int:
        """Of all zaken that are not shielded."""
        return int(cls.objects.aggregate(samen=models.Sum("aantal"))["samen"] or 0)

    @staticmethod
    def herstel() -> int:
        """Make the count right; gives in how many places it was not."""
        return _voer_uit(_HERSTEL)

    @staticmethod
    def vouw() -> int:
        """One row for each zaaktype, vertrouwelijkheid and block again; gives how many there then are."""
        return _voer_uit(_VOUW)


def _voer_uit(opdracht: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(opdracht)
        return int(cursor.rowcount)
