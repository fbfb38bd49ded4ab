"""How many zaken there are, kept by the database itself, so that nobody has to count them."""

from django.db import connection, models

from catalogus.models import Zaaktype

BLOK = 16  # bits of a key within its block: 65,536 keys that follow each other
# What the rows say too much or too little, in one snapshot: also right while others write, and again. By block, and of
# all blocks together.
_HERSTEL = """
WITH echt AS (
    SELECT zaaktype_id, vertrouwelijkheidaanduiding, id >> 16 AS blok, count(*) AS aantal FROM zaken_zaak
    WHERE NOT afgeschermd GROUP BY 1, 2, 3
)
INSERT INTO zaken_zaaktelling (soort, zaaktype_id, vertrouwelijkheidaanduiding, blok, aantal)
SELECT soort, zaaktype_id, vertrouwelijkheidaanduiding, blok, sum(aantal) FROM (
    SELECT 1 AS soort, zaaktype_id, vertrouwelijkheidaanduiding, blok, aantal FROM echt
    UNION ALL
    SELECT 1, zaaktype_id, vertrouwelijkheidaanduiding, blok, -aantal FROM zaken_zaaktelling WHERE soort <> 2
    UNION ALL
    SELECT 2, zaaktype_id, vertrouwelijkheidaanduiding, 0, aantal FROM echt
    UNION ALL
    SELECT 2, zaaktype_id, vertrouwelijkheidaanduiding, 0, -aantal FROM zaken_zaaktelling WHERE soort <> 1
) verschil GROUP BY 1, 2, 3, 4 HAVING sum(aantal) <> 0
"""
_VOUW = """
WITH weg AS (
    DELETE FROM zaken_zaaktelling RETURNING soort, zaaktype_id, vertrouwelijkheidaanduiding, blok, aantal
)
INSERT INTO zaken_zaaktelling (soort, zaaktype_id, vertrouwelijkheidaanduiding, blok, aantal)
SELECT soort, zaaktype_id, vertrouwelijkheidaanduiding, blok, sum(aantal) FROM (
    SELECT 1 AS soort, zaaktype_id, vertrouwelijkheidaanduiding, blok, aantal FROM weg WHERE soort <> 2
    UNION ALL
    SELECT 2, zaaktype_id, vertrouwelijkheidaanduiding, 0, aantal FROM weg WHERE soort <> 1
) samen GROUP BY 1, 2, 3, 4 HAVING sum(aantal) <> 0
"""


class Soort(models.IntegerChoices):
    """What a row counts."""

    NIEUW = 0, "sinds de tellingen zijn gevouwen"
    BLOK = 1, "een blok"
    SAMEN = 2, "alle blokken samen"


class Zaaktelling(models.Model):
    """So many zaken came of a zaaktype and vertrouwelijkheid, or went (negative); what is shielded is in no count.

    They are counted for each block of keys apart, so that a far page is found by passing whole blocks; and once more of
    all blocks together, so that how many there are is a sum of few rows however many zaken there are. Triggers write a
    row per statement, never change one, so that who makes a zaak waits for nobody; a task folds them.
    """

    soort = models.PositiveSmallIntegerField(choices=Soort, default=Soort.NIEUW, db_default=Soort.NIEUW)
    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="+", db_constraint=False, db_index=False)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField()
    blok = models.BigIntegerField(db_default=0)  # the key of the zaak without its last bits
    aantal = models.BigIntegerField()

    class Meta:
        verbose_name_plural = "zaaktellingen"
        indexes = [
            models.Index(fields=["zaaktype"], name="zaaktelling_samen", condition=~models.Q(soort=Soort.BLOK)),
        ]

    @classmethod
    def samen(cls) -> models.QuerySet["Zaaktelling"]:
        """The rows that count each zaak once, whatever its block."""
        return cls.objects.exclude(soort=Soort.BLOK)

    @classmethod
    def per_blok(cls) -> models.QuerySet["Zaaktelling"]:
        """The rows that count each zaak once, in its block."""
        return cls.objects.exclude(soort=Soort.SAMEN)

    @classmethod
    def totaal(cls) -> int:
        """Of all zaken that are not shielded."""
        return int(cls.samen().aggregate(samen=models.Sum("aantal"))["samen"] or 0)

    @staticmethod
    def herstel() -> int:
        """Make the count right; gives in how many places it was not."""
        return _voer_uit(_HERSTEL)

    @staticmethod
    def vouw() -> int:
        """One row for each zaaktype, vertrouwelijkheid and block again, and one for all blocks; gives how many."""
        return _voer_uit(_VOUW)


def _voer_uit(opdracht: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(opdracht)
        return int(cursor.rowcount)
