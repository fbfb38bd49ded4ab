"""What there already was is counted, in one statement that also sees what the triggers wrote since: nobody waits."""

from django.db import migrations

TEL = """
INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, aantal)
SELECT zaaktype_id, vertrouwelijkheidaanduiding, sum(aantal) FROM (
    SELECT zaaktype_id, vertrouwelijkheidaanduiding, count(*) AS aantal FROM zaken_zaak WHERE NOT afgeschermd GROUP BY 1, 2
    UNION ALL
    SELECT zaaktype_id, vertrouwelijkheidaanduiding, -aantal FROM zaken_zaaktelling
) verschil GROUP BY 1, 2 HAVING sum(aantal) <> 0
"""


class Migration(migrations.Migration):
    dependencies = [("zaken", "0082_zaaktelling")]
    operations = [migrations.RunSQL(TEL, migrations.RunSQL.noop)]
