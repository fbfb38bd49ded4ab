"""Columns are called in words: in the editor, and where two versions are compared. Nothing changes in the database."""

import catalogus.models.velden
import catalogus.models.jsonvormen
import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogus", "0042_teruggestuurd")]
    operations = [
        migrations.AlterField(
            model_name='checklistitem',
            name='itemnaam',
            field=models.CharField(max_length=30, verbose_name='naam'),
        ),
        migrations.AlterField(
            model_name='checklistitem',
            name='volgnummer',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='plaats in de volgorde'),
        ),
        migrations.AlterField(
            model_name='checklistitem',
            name='vraagstelling',
            field=models.CharField(max_length=255, verbose_name='vraag'),
        ),
        migrations.AlterField(
            model_name='formulierstap',
            name='volgnummer',
            field=models.PositiveSmallIntegerField(verbose_name='plaats in de volgorde'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='correctie_uitleg',
            field=models.TextField(blank=True, help_text='hoe men een fout in de bron laat verbeteren', verbose_name='hoe men een fout laat verbeteren'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='corrigeerbaar',
            field=models.BooleanField(default=True, help_text='de aanvrager mag de ingevulde waarde wijzigen', verbose_name='te wijzigen door de aanvrager'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='eenmalige_code',
            field=models.BooleanField(default=False, help_text='de code uit de brief: geldt een keer', verbose_name='code uit de brief'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='gegevensgroep',
            field=models.CharField(choices=[('zaak', 'gegevens van de zaak'), ('persoonsgegevens', 'persoonsgegevens'), ('bijzondere_persoonsgegevens', 'bijzondere persoonsgegevens'), ('financieel', 'financiële gegevens')], default='zaak', max_length=30, verbose_name='soort gegeven'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='grondslag',
            field=models.CharField(blank=True, max_length=200, verbose_name='wettelijke grondslag'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='informatieobjecttype',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gegevens', to='catalogus.informatieobjecttype', verbose_name='soort document'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='label',
            field=models.CharField(max_length=200, verbose_name='vraag'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='naam',
            field=models.CharField(max_length=20, verbose_name='vaste naam'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='soort',
            field=models.CharField(choices=[('tekst', 'tekst'), ('lange_tekst', 'lange tekst'), ('getal', 'getal'), ('bedrag', 'bedrag'), ('datum', 'datum'), ('keuze', 'keuze'), ('meerkeuze', 'meer keuzes'), ('ja_nee', 'ja of nee'), ('adres', 'adres'), ('telefoon', 'telefoonnummer'), ('email', 'e-mailadres'), ('iban', 'IBAN'), ('bestand', 'bestand')], max_length=12, verbose_name='soort vraag'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='stap',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gegevens', to='catalogus.formulierstap', verbose_name='stap van het formulier'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='statustype',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='eigenschappen', to='catalogus.statustype', verbose_name='hoort bij de status'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='toon_als',
            field=models.JSONField(blank=True, default=dict, validators=[catalogus.models.jsonvormen.controleer_voorwaarde], verbose_name='wanneer de vraag er staat'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='validatie',
            field=models.JSONField(blank=True, default=dict, validators=[catalogus.models.jsonvormen.controleer_validatie], verbose_name='grenzen van het antwoord'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='volgorde',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='plaats in de stap'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='voorvulling',
            field=models.CharField(blank=True, help_text='pad in de bron, bijvoorbeeld brp.naam', max_length=100, verbose_name='wordt ingevuld uit'),
        ),
        migrations.AlterField(
            model_name='gegeven',
            name='waardenverzameling',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), blank=True, default=list, size=None, verbose_name='mogelijke waarden'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='archiefactietermijn',
            field=catalogus.models.velden.DuurVeld(blank=True, max_length=20, verbose_name='bewaartermijn'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='archiefnominatie',
            field=models.CharField(blank=True, choices=[('blijvend_bewaren', 'blijvend bewaren'), ('vernietigen', 'vernietigen')], max_length=16, verbose_name='bewaren of vernietigen'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='besluittypen',
            field=models.ManyToManyField(blank=True, related_name='resultaattypen', to='catalogus.besluittype', verbose_name='besluiten'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='brondatum_afleidingswijze',
            field=models.CharField(blank=True, choices=[('afgehandeld', 'afgehandeld'), ('ander_datumkenmerk', 'ander datumkenmerk'), ('eigenschap', 'eigenschap'), ('gerelateerde_zaak', 'gerelateerde zaak'), ('hoofdzaak', 'hoofdzaak'), ('ingangsdatum_besluit', 'ingangsdatum besluit'), ('termijn', 'termijn'), ('vervaldatum_besluit', 'vervaldatum besluit'), ('zaakobject', 'zaakobject')], max_length=20, verbose_name='bewaartermijn loopt vanaf'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='brondatum_datumkenmerk',
            field=models.CharField(blank=True, max_length=80, verbose_name='gegeven met die datum'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='brondatum_einddatum_bekend',
            field=models.BooleanField(default=False, verbose_name='einddatum bekend'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='brondatum_objecttype',
            field=models.CharField(blank=True, choices=[('adres', 'Adres'), ('besluit', 'Besluit'), ('buurt', 'Buurt'), ('enkelvoudig_document', 'Enkelvoudig Document'), ('gemeente', 'Gemeente'), ('gemeentelijke_openbare_ruimte', 'Gemeentelijke Openbare Ruimte'), ('huishouden', 'Huishouden'), ('inrichtingselement', 'Inrichtingselement'), ('kadastrale_onroerende_zaak', 'Kadastrale Onroerende Zaak'), ('kunstwerkdeel', 'Kunstwerkdeel'), ('maatschappelijke_activiteit', 'Maatschappelijke Activiteit'), ('medewerker', 'Medewerker'), ('natuurlijk_persoon', 'Natuurlijk Persoon'), ('niet_natuurlijk_persoon', 'Niet Natuurlijk Persoon'), ('openbare_ruimte', 'Openbare Ruimte'), ('organisatorische_eenheid', 'Organisatorische Eenheid'), ('pand', 'Pand'), ('spoorbaandeel', 'Spoorbaandeel'), ('status', 'Status'), ('terreindeel', 'Terreindeel'), ('terrein_gebouwd_object', 'Terrein Gebouwd Object'), ('vestiging', 'Vestiging'), ('waterdeel', 'Waterdeel'), ('wegdeel', 'Wegdeel'), ('wijk', 'Wijk'), ('woonplaats', 'Woonplaats'), ('woz_deelobject', 'Woz Deelobject'), ('woz_object', 'Woz Object'), ('woz_waarde', 'Woz Waarde'), ('zakelijk_recht', 'Zakelijk Recht'), ('overige', 'Overige')], max_length=30, verbose_name='soort object met die datum'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='brondatum_procestermijn',
            field=catalogus.models.velden.DuurVeld(blank=True, max_length=20, verbose_name='termijn tot die datum'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='brondatum_registratie',
            field=models.CharField(blank=True, max_length=80, verbose_name='registratie met die datum'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='indicatie_specifiek',
            field=models.BooleanField(blank=True, null=True, verbose_name='specifiek'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='informatieobjecttypen',
            field=models.ManyToManyField(blank=True, related_name='resultaattypen', to='catalogus.informatieobjecttype', verbose_name='documenten'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='naam_inwoner',
            field=models.CharField(blank=True, help_text='leeg: de omschrijving', max_length=100, verbose_name='naam voor de inwoner'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='omschrijving',
            field=models.CharField(max_length=30, verbose_name='naam'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='omschrijving_generiek',
            field=models.CharField(max_length=80, verbose_name='algemene naam'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='procesobjectaard',
            field=models.CharField(blank=True, max_length=200, verbose_name='aard van het procesobject'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='resultaattypeomschrijving',
            field=models.URLField(blank=True, max_length=1000, verbose_name='algemeen resultaat (adres)'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='selectielijstklasse',
            field=models.URLField(max_length=1000, verbose_name='resultaat van de selectielijst'),
        ),
        migrations.AlterField(
            model_name='resultaattype',
            name='selectielijstnummer',
            field=models.CharField(blank=True, help_text='bijvoorbeeld 8.1', max_length=10, verbose_name='nummer in de selectielijst'),
        ),
        migrations.AlterField(
            model_name='roltype',
            name='naam_inwoner',
            field=models.CharField(blank=True, help_text='leeg: de omschrijving', max_length=100, verbose_name='naam voor de inwoner'),
        ),
        migrations.AlterField(
            model_name='roltype',
            name='omschrijving',
            field=models.CharField(max_length=100, verbose_name='naam'),
        ),
        migrations.AlterField(
            model_name='roltype',
            name='omschrijving_generiek',
            field=models.CharField(choices=[('adviseur', 'adviseur'), ('behandelaar', 'behandelaar'), ('belanghebbende', 'belanghebbende'), ('beslisser', 'beslisser'), ('initiator', 'initiator'), ('klantcontacter', 'klantcontacter'), ('zaakcoordinator', 'zaakcoördinator'), ('mede_initiator', 'mede-initiator')], max_length=20, verbose_name='soort rol'),
        ),
        migrations.AlterField(
            model_name='roltype',
            name='toestemming_tekst',
            field=models.TextField(blank=True, help_text='waarmee die partij instemt', verbose_name='waarvoor toestemming'),
        ),
        migrations.AlterField(
            model_name='roltype',
            name='toestemming_vereist',
            field=models.BooleanField(default=False, help_text='zonder zijn toestemming geen besluit', verbose_name='moet toestemming geven'),
        ),
        migrations.AlterField(
            model_name='roltype',
            name='uitnodigen_op',
            field=models.ForeignKey(blank=True, help_text='gegeven met het e-mailadres', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalogus.gegeven', verbose_name='uitnodigen met'),
        ),
        migrations.AlterField(
            model_name='roltype',
            name='ziet_zaak',
            field=models.BooleanField(default=False, help_text='een inwoner in deze rol ziet de zaak in de portal', verbose_name='ziet de zaak'),
        ),
        migrations.AlterField(
            model_name='statustype',
            name='informeren',
            field=models.BooleanField(default=False, help_text='de inwoner krijgt een bericht bij deze status', verbose_name='bericht aan de inwoner'),
        ),
        migrations.AlterField(
            model_name='statustype',
            name='naam_inwoner',
            field=models.CharField(blank=True, help_text='leeg: de omschrijving', max_length=80, verbose_name='naam voor de inwoner'),
        ),
        migrations.AlterField(
            model_name='statustype',
            name='omschrijving',
            field=models.CharField(max_length=80, verbose_name='naam'),
        ),
        migrations.AlterField(
            model_name='statustype',
            name='omschrijving_generiek',
            field=models.CharField(blank=True, max_length=80, verbose_name='algemene naam'),
        ),
        migrations.AlterField(
            model_name='statustype',
            name='statustekst',
            field=models.CharField(blank=True, max_length=1000, verbose_name='tekst voor de inwoner'),
        ),
        migrations.AlterField(
            model_name='statustype',
            name='substap_van',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='substappen', to='catalogus.statustype', verbose_name='hoort onder'),
        ),
        migrations.AlterField(
            model_name='statustype',
            name='toon_als_stap',
            field=models.BooleanField(default=True, verbose_name='zichtbaar als stap'),
        ),
        migrations.AlterField(
            model_name='statustype',
            name='volgnummer',
            field=models.PositiveSmallIntegerField(verbose_name='plaats in de volgorde'),
        ),
        migrations.AlterField(
            model_name='taaktype',
            name='bij_statustype',
            field=models.ForeignKey(blank=True, help_text='leeg: met de hand', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='taaktypen', to='catalogus.statustype', verbose_name='begint bij de status'),
        ),
        migrations.AlterField(
            model_name='taaktype',
            name='blokkerend',
            field=models.BooleanField(default=False, help_text='de zaak kan niet verder zolang de taak openstaat', verbose_name='houdt de zaak op'),
        ),
        migrations.AlterField(
            model_name='taaktype',
            name='elders_url',
            field=models.URLField(blank=True, help_text='waar betalen, ondertekenen of afspreken gebeurt', max_length=1000, verbose_name='adres waar het gebeurt'),
        ),
        migrations.AlterField(
            model_name='taaktype',
            name='gegevens',
            field=models.ManyToManyField(blank=True, related_name='taaktypen', to='catalogus.gegeven', verbose_name='vragen'),
        ),
        migrations.AlterField(
            model_name='taaktype',
            name='informatieobjecttype',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taaktypen', to='catalogus.informatieobjecttype', verbose_name='soort document'),
        ),
        migrations.AlterField(
            model_name='taaktype',
            name='knoptekst',
            field=models.CharField(blank=True, max_length=40, verbose_name='tekst op de knop'),
        ),
        migrations.AlterField(
            model_name='zaakobjecttype',
            name='ander_objecttype',
            field=models.BooleanField(default=False, verbose_name='ander soort object'),
        ),
        migrations.AlterField(
            model_name='zaakobjecttype',
            name='objecttype',
            field=models.URLField(verbose_name='soort object'),
        ),
        migrations.AlterField(
            model_name='zaakobjecttype',
            name='relatie_omschrijving',
            field=models.CharField(max_length=80, verbose_name='relatie'),
        ),
        migrations.AlterField(
            model_name='zaakobjecttype',
            name='resultaattypen',
            field=models.ManyToManyField(blank=True, related_name='zaakobjecttypen', to='catalogus.resultaattype', verbose_name='resultaten'),
        ),
        migrations.AlterField(
            model_name='zaakobjecttype',
            name='statustypen',
            field=models.ManyToManyField(blank=True, related_name='zaakobjecttypen', to='catalogus.statustype', verbose_name='statussen'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='anoniem_toegestaan',
            field=models.BooleanField(default=False, verbose_name='zonder naam mogelijk'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='behandeld_door_extern',
            field=models.CharField(blank=True, help_text='naam van het andere systeem', max_length=100, verbose_name='ander systeem dat behandelt'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='betrouwbaarheid_minimaal',
            field=models.PositiveSmallIntegerField(default=2, help_text='0 geen, 2 laag, 3 substantieel, 4 hoog', verbose_name='laagste niveau van inloggen'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='bewaarreden',
            field=models.TextField(blank=True, help_text='waarom de gemeente dit zo lang bewaart', verbose_name='reden van de bewaartermijn'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='broncatalogus_domein',
            field=models.CharField(blank=True, max_length=5, verbose_name='domein van de broncatalogus'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='broncatalogus_rsin',
            field=models.CharField(blank=True, max_length=9, verbose_name='RSIN van de broncatalogus'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='broncatalogus_url',
            field=models.URLField(blank=True, verbose_name='adres van de broncatalogus'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='bronzaaktype_identificatie',
            field=models.CharField(blank=True, max_length=50, verbose_name='identificatie van het bronzaaktype'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='bronzaaktype_omschrijving',
            field=models.CharField(blank=True, max_length=80, verbose_name='omschrijving van het bronzaaktype'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='bronzaaktype_url',
            field=models.URLField(blank=True, verbose_name='adres van het bronzaaktype'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='doel',
            field=models.TextField(verbose_name='doel van het proces'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='doel_inwoner',
            field=models.TextField(blank=True, help_text='waarom de gemeente dit doet', verbose_name='waarom, voor de inwoner'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='doorlooptijd',
            field=catalogus.models.velden.DuurVeld(help_text='de termijn waarbinnen volgens de wet besloten moet zijn', max_length=20, verbose_name='termijn om te beslissen'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='extern_url',
            field=models.URLField(blank=True, max_length=1000, verbose_name='adres van het andere systeem'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='gescheiden_functies',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('advies', 'advies geven'), ('voorstel', 'het besluit voorstellen'), ('besluit', 'het besluit nemen'), ('horen', 'horen bij een bezwaar')], max_length=10), blank=True, default=list, help_text='wat verschillende mensen moeten doen; niemand besluit ooit op eigen voorstel of advies', size=None, verbose_name='wat verschillende mensen doen'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='handeling_behandelaar',
            field=models.CharField(max_length=20, verbose_name='wat de behandelaar doet'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='handeling_initiator',
            field=models.CharField(max_length=20, verbose_name='wat de aanvrager doet'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='indicatie_intern_of_extern',
            field=models.CharField(choices=[('intern', 'intern'), ('extern', 'extern')], default='extern', max_length=6, verbose_name='intern of extern begonnen'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='omschrijving',
            field=models.CharField(max_length=80, verbose_name='naam'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='omschrijving_generiek',
            field=models.CharField(blank=True, max_length=80, verbose_name='algemene naam'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='opschorting_en_aanhouding_mogelijk',
            field=models.BooleanField(default=True, verbose_name='opschorten mogelijk'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='opschortingsgronden',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('aanvulling', 'aanvulling gevraagd (Awb 4:15 lid 1 onder a)'), ('buitenland', 'informatie uit het buitenland (Awb 4:15 lid 1 onder b)'), ('instemming', 'schriftelijke instemming van de aanvrager (Awb 4:15 lid 2 onder a)'), ('toe_te_rekenen', 'vertraging die aan de aanvrager is toe te rekenen (Awb 4:15 lid 2 onder b)'), ('overmacht', 'overmacht (Awb 4:15 lid 2 onder c)'), ('verzuim', 'herstel van een verzuim in bezwaar (Awb 7:10 lid 2)')], max_length=20), blank=True, default=list, help_text='leeg: geen enkele', size=None, verbose_name='gronden om op te schorten'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='publicatie_indicatie',
            field=models.BooleanField(default=False, verbose_name='wordt gepubliceerd'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='publiekstermijn',
            field=models.CharField(blank=True, help_text='de termijn in gewone woorden', max_length=200, verbose_name='termijn in gewone woorden'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='referentieproces_link',
            field=models.URLField(blank=True, verbose_name='adres van het referentieproces'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='referentieproces_naam',
            field=models.CharField(max_length=80, verbose_name='referentieproces'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='selectielijst_procestype',
            field=models.URLField(blank=True, verbose_name='procestype van de selectielijst'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='termijn_grondslag',
            field=models.CharField(blank=True, max_length=200, verbose_name='wettelijke grondslag van de termijn'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='termijn_vanaf',
            field=models.CharField(choices=[('ontvangst', 'de dag van ontvangst'), ('einde_bezwaartermijn', 'het einde van de bezwaartermijn (Awb 7:10)')], default='ontvangst', max_length=20, verbose_name='termijn loopt vanaf'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='termijnregime',
            field=models.CharField(choices=[('wettelijk', 'wettelijke termijn (Awb 4:13, 4:14 lid 1)'), ('redelijk', 'redelijke termijn (Awb 4:13 lid 2, 4:14 lid 3)'), ('avg', 'AVG artikel 12 (Verordening 1182/71)'), ('werkdagen', 'werkdagen, geen termijn van de Awb'), ('geen', 'geen termijn')], max_length=10, verbose_name='soort termijn'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='toestemming_tekst',
            field=models.TextField(blank=True, help_text='waarmee wie indient akkoord gaat', verbose_name='tekst waarmee wie indient akkoord gaat'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='uitgeschakelde_handelingen',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='wat bij dit zaaktype niet kan'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='verantwoordingsrelatie',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='verantwoording'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='verlenging_aantal',
            field=models.PositiveSmallIntegerField(default=0, help_text='hoe vaak verlengen mag', verbose_name='aantal keren verlengen'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='verlenging_grondslag',
            field=models.CharField(blank=True, max_length=200, verbose_name='wettelijke grondslag van een verlenging'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='verlenging_mogelijk',
            field=models.BooleanField(default=False, verbose_name='verlengen mogelijk'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='verlengingstermijn',
            field=catalogus.models.velden.DuurVeld(blank=True, max_length=20, verbose_name='termijn van een verlenging'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='wat_gebeurt_er',
            field=models.TextField(blank=True, help_text='wat er gebeurt na het indienen', verbose_name='wat er gebeurt na het indienen'),
        ),
        migrations.AlterField(
            model_name='zaaktype',
            name='werkdagen',
            field=models.PositiveSmallIntegerField(blank=True, help_text='alleen bij regime werkdagen', null=True, verbose_name='aantal werkdagen'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='beslistermijn',
            field=catalogus.models.velden.DuurVeld(blank=True, help_text='leeg: de doorlooptijd van het zaaktype', max_length=20, verbose_name='termijn'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='besluittype',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='besluitmomenten', to='catalogus.besluittype', verbose_name='soort besluit'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='bezwaar',
            field=models.BooleanField(default=True, help_text='tegen dit besluit kan men bezwaar maken', verbose_name='bezwaar mogelijk'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='brief',
            field=models.SlugField(default='besluit', help_text='naam van het briefsjabloon', max_length=40, verbose_name='sjabloon van de brief'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='geeft_product',
            field=models.CharField(blank=True, help_text='wat de inwoner daarna heeft; leeg: niets', max_length=100, verbose_name='product dat de inwoner krijgt'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='product_controle',
            field=catalogus.models.velden.DuurVeld(blank=True, db_default='', default='', help_text='hoe vaak de inwoner zegt of alles nog klopt; leeg: nooit', max_length=20, verbose_name='hoe vaak de inwoner het nakijkt'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='product_controletijd',
            field=catalogus.models.velden.DuurVeld(blank=True, db_default='', default='', help_text='hoeveel tijd de inwoner daarvoor heeft; verplicht bij een controle', max_length=20, verbose_name='tijd om het na te kijken'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='product_geldigheid',
            field=catalogus.models.velden.DuurVeld(blank=True, help_text='hoe lang dat geldt; leeg: zonder einde', max_length=20, verbose_name='hoe lang het product geldt'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='product_herinnering',
            field=catalogus.models.velden.DuurVeld(blank=True, db_default='', default='', help_text='hoe lang voor het einde de inwoner een herinnering krijgt; leeg: geen', max_length=20, verbose_name='herinnering voor het einde'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='rondt_zaak_af',
            field=models.BooleanField(default=True, help_text='na dit besluit is de zaak klaar', verbose_name='rondt de zaak af'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='termijn_grondslag',
            field=models.CharField(blank=True, max_length=200, verbose_name='wettelijke grondslag van de termijn'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='termijn_vanaf',
            field=models.CharField(choices=[('ontvangst', 'de ontvangst van de aanvraag'), ('vorig_besluit', 'het vorige besluit in deze zaak'), ('status', 'het bereiken van een status')], default='ontvangst', max_length=15, verbose_name='termijn loopt vanaf'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='vanaf_statustype',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='start_termijn_van', to='catalogus.statustype', verbose_name='status waar de termijn begint'),
        ),
        migrations.AlterField(
            model_name='zaaktypebesluittype',
            name='volgorde',
            field=models.PositiveSmallIntegerField(verbose_name='plaats in de volgorde'),
        ),
        migrations.AlterField(
            model_name='zaaktypeinformatieobjecttype',
            name='informatieobjecttype',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='zaaktypeinformatieobjecttypen', to='catalogus.informatieobjecttype', verbose_name='soort document'),
        ),
        migrations.AlterField(
            model_name='zaaktypeinformatieobjecttype',
            name='statustype',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documenttypen', to='catalogus.statustype', verbose_name='hoort bij de status'),
        ),
        migrations.AlterField(
            model_name='zaaktypeinformatieobjecttype',
            name='volgnummer',
            field=models.PositiveSmallIntegerField(verbose_name='plaats in de volgorde'),
        ),
    ]
