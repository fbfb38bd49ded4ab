"""Whose the documents are that residents sent, or that were written to them, in zaken with more than one party: the
applicant's. In all others there is nobody from whom to keep them.
"""

from django.db import migrations

_SQL = """
UPDATE zaken_zaakdocument d SET van_rol_id = r.id
FROM zaken_rol r JOIN catalogus_roltype t ON t.id = r.roltype_id, documenten_document o
WHERE r.zaak_id = d.zaak_id AND r.partij_id IS NOT NULL AND t.omschrijving_generiek = 'initiator'
  AND o.id = d.document_id AND o.plaatser IN ('inwoner', 'systeem') AND d.van_rol_id IS NULL
  AND EXISTS (SELECT 1 FROM zaken_rol a WHERE a.zaak_id = d.zaak_id AND a.ziet_zaak AND a.partij_id <> r.partij_id)
"""


class Migration(migrations.Migration):
    dependencies = [("zaken", "0012_zaak_afgeschermd")]

    operations = [migrations.RunSQL(_SQL, migrations.RunSQL.noop)]
