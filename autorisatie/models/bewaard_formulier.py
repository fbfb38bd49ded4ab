"""What somebody typed when the session had already ended."""

from django.db import models


class BewaardFormulier(models.Model):
    """A form that was sent too late: encrypted, for one person, for a day (see ``autorisatie.herstel``)."""

    persoon = models.CharField(max_length=33)  # kind and keyed hash of who typed it
    inhoud = models.BinaryField()  # encrypted JSON: for whom, page, path, fields, names of files
    verloopt_op = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "bewaarde formulieren"
        indexes = [models.Index(fields=["persoon", "-verloopt_op"], name="bewaardformulier_persoon")]
