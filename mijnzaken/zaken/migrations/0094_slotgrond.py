"""The grounds of a lock in words that fit the resident herself; choices only, no row is touched."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('zaken', '0093_zaak_blad'),
    ]

    operations = [
        migrations.AlterField(
            model_name='beperking',
            name='grond',
            field=models.CharField(choices=[('juistheid', 'misschien kloppen er gegevens niet (AVG artikel 18 lid 1 onder a)'), ('onrechtmatig', 'wij mochten ze niet gebruiken, maar ze moeten blijven (AVG artikel 18 lid 1 onder b)'), ('nodig', 'ze zijn nodig voor een zaak bij de rechter (AVG artikel 18 lid 1 onder c)'), ('bezwaar', 'er is bezwaar tegen het gebruik (AVG artikel 18 lid 1 onder d)'), ('gestopt', 'na een bezwaar stopten wij met dit gebruik (AVG artikel 21 lid 1)')], max_length=12),
        ),
    ]
