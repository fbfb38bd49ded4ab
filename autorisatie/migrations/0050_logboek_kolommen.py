"""What the logs need for months and seals, on the tables that there are: no row is rewritten.

``xid``: the number of the transaction that wrote the line. Its default is stable within a transaction, so that adding it
stores one value beside the table. ``achtergehouden`` is not used any more; it keeps a default, because a version that
still runs reads and writes it, and an append-only table loses no column while it is being written.
"""

from django.db import migrations

VOORUIT = """
ALTER TABLE autorisatie_auditregel ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE autorisatie_verwerkingsregel ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE autorisatie_verwerkingsregel ADD COLUMN onderzoek_id bigint NULL;
ALTER TABLE autorisatie_verwerkingsregel ADD COLUMN doel varchar(255) NOT NULL DEFAULT '';
ALTER TABLE autorisatie_verwerkingsregel ALTER COLUMN achtergehouden SET DEFAULT false;
DO $$
DECLARE naam text;
BEGIN
    SELECT conname INTO STRICT naam FROM pg_constraint
     WHERE conrelid = 'autorisatie_verwerkingsregel'::regclass AND contype = 'f';
    EXECUTE format('ALTER TABLE autorisatie_verwerkingsregel DROP CONSTRAINT %I', naam);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0042_machtiging_regels")]
    operations = [migrations.RunSQL(VOORUIT)]
