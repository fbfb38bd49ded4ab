"""When the holder of a product is reminded of its end, and asked whether it still fits."""

import catalogus.models.velden
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0024_aanbod_zoekindex'),
    ]

    operations = [
        migrations.AddField(
            model_name='zaaktypebesluittype',
            name='product_controle',
            field=catalogus.models.velden.DuurVeld(blank=True, db_default='', default='', help_text='hoe vaak de inwoner zegt of alles nog klopt; leeg: nooit', max_length=20),
        ),
        migrations.AddField(
            model_name='zaaktypebesluittype',
            name='product_controletijd',
            field=catalogus.models.velden.DuurVeld(blank=True, db_default='', default='', help_text='hoeveel tijd de inwoner daarvoor heeft; verplicht bij een controle', max_length=20),
        ),
        migrations.AddField(
            model_name='zaaktypebesluittype',
            name='product_herinnering',
            field=catalogus.models.velden.DuurVeld(blank=True, db_default='', default='', help_text='hoe lang voor het einde de inwoner een herinnering krijgt; leeg: geen', max_length=20),
        ),
        migrations.AddConstraint(
            model_name='zaaktypebesluittype',
            constraint=models.CheckConstraint(condition=models.Q(('product_herinnering', ''), models.Q(('product_geldigheid', ''), _negated=True), _connector='OR'), name='besluitmoment_herinnering_heel', violation_error_message='Een herinnering voor het einde hoort bij een product met een geldigheid.'),
        ),
        migrations.AddConstraint(
            model_name='zaaktypebesluittype',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('product_controle', ''), ('product_controletijd', '')), models.Q(models.Q(('product_controle', ''), _negated=True), models.Q(('product_controletijd', ''), _negated=True), models.Q(('geeft_product', ''), _negated=True)), _connector='OR'), name='besluitmoment_controle_heel', violation_error_message='Een controle hoort bij een product, en noemt hoeveel tijd men heeft.'),
        ),
    ]
