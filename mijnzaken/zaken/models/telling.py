"""How many zaken there are, kept by the database itself, so that nobody has to count them."""

from django.db import connection, models

from catalogus.models import Zaaktype

# What the rows say too much or too little, in one snapshot: also right while others write, and again.
_HERSTEL = """
INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, aantal)
SELECT zaaktype_id, vertrouwelijkheidaanduiding, sum(aantal) FROM (
    SELECT zaaktype_id, vertrouwelijkheidaanduiding, count(*) AS aantal FROM zaken_zaak
    WHERE NOT afgeschermd GROUP BY 1, 2
    UNION ALL
    SELECT zaaktype_id, vertrouwelijkheidaanduiding, -aantal FROM zaken_zaaktelling
) verschil GROUP BY 1, 2 HAVING sum(aantal) <> 0
"""
_VOUW = """
WITH weg AS (DELETE FROM zaken_zaaktelling RETURNING zaaktype_id, vertrouwelijkheidaanduiding, aantal)
INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, aantal)
SELECT zaaktype_id, vertrouwelijkheidaanduiding, sum(aantal) FROM weg GROUP BY 1, 2 HAVING sum(aantal) <> 0
"""


class Zaaktelling(models.Model):
    """So many zaken came of a zaaktype and vertrouwelijkheid, or went (negative); what is shielded is in no count.

    Triggers write a row per statement, never change one, so that who makes a zaak waits for nobody; a task folds them.
    """

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="+", db_constraint=False, db_index=False)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField()
    aantal = models.BigIntegerField()

    class Meta:
        verbose_name_plural = "zaaktellingen"

    @staticmethod
    def herstel() -> int:
        """Make the count right; gives in how many places it was not."""
        return _voer_uit(_HERSTEL)

    @staticmethod
    def vouw() -> int:
        """One row for each zaaktype and vertrouwelijkheid again; gives how many there then are."""
        return _voer_uit(_VOUW)


def _voer_uit(opdracht: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(opdracht)
        return int(cursor.rowcount)
