"""The own words of a zaaktype for a message."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0043_namen_van_velden'),
    ]

    operations = [
        migrations.CreateModel(
            name='Berichttekst',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('gebeurtenis', models.CharField(choices=[('ontvangst', 'de aanvraag is ontvangen'), ('bezwaar_ontvangen', 'het bezwaar is ontvangen'), ('aanvulling_gevraagd', 'een aanvulling is gevraagd'), ('aanvulling_ontvangen', 'de aanvulling is ontvangen'), ('opgeschort', 'de termijn staat stil'), ('hervat', 'de termijn loopt weer'), ('verlengd', 'de termijn is verlengd'), ('termijn_overschreden', 'de termijn is niet gehaald'), ('status_gewijzigd', 'de zaak is een stap verder'), ('taak', 'de inwoner krijgt een taak'), ('document_toegevoegd', 'er is een document bij de zaak'), ('toestemming_gevraagd', 'een ander moet toestemming geven'), ('toestemming_gegeven', 'een ander reageerde op de vraag om toestemming'), ('besluit', 'er is een besluit'), ('besluit_elders', 'een ander systeem nam een besluit'), ('ander_zaaktype', 'de zaak kreeg een ander zaaktype'), ('ingetrokken', 'de aanvraag is ingetrokken'), ('gestopt', 'de zaak is gestopt'), ('heropend', 'de zaak is weer open'), ('gebruik_beperkt', 'gegevens staan op slot (AVG 18)'), ('beperking_eindigt', 'het slot gaat van de gegevens (AVG 18)')], max_length=30)),
                ('onderwerp', models.CharField(max_length=150)),
                ('tekst', models.TextField(max_length=5000)),
                ('onderwerp_en', models.CharField(blank=True, max_length=150, verbose_name='onderwerp in het Engels')),
                ('tekst_en', models.TextField(blank=True, max_length=5000, verbose_name='tekst in het Engels')),
                ('zaaktype', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='berichtteksten', to='catalogus.zaaktype')),
            ],
            options={
                'verbose_name_plural': 'berichtteksten',
                'ordering': ['zaaktype', 'id'],
                'constraints': [models.UniqueConstraint(fields=('zaaktype', 'gebeurtenis'), name='berichttekst_uniek', violation_error_message='Voor deze gebeurtenis zijn er al eigen woorden.'), models.CheckConstraint(condition=models.Q(models.Q(('onderwerp', ''), _negated=True), models.Q(('tekst', ''), _negated=True)), name='berichttekst_niet_leeg', violation_error_message='Een bericht heeft een onderwerp en een tekst.'), models.CheckConstraint(condition=models.Q(models.Q(('onderwerp_en', ''), ('tekst_en', '')), models.Q(models.Q(('onderwerp_en', ''), _negated=True), models.Q(('tekst_en', ''), _negated=True)), _connector='OR'), name='berichttekst_engels_heel', violation_error_message='In het Engels horen onderwerp en tekst bij elkaar.')],
            },
        ),
    ]
