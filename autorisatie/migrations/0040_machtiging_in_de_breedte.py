"""What an offer to a number, a reach by product and an end with a reason need. Only columns and an empty table."""

import django.db.models.deletion
from django.db import migrations, models

AARDEN = [
    ("gemachtigde", "gemachtigde"),
    ("hoofdvestiging", "de hele onderneming"),
    ("ouder", "ouder met gezag"),
    ("voogd", "voogd"),
    ("curator", "curator"),
    ("bewindvoerder", "bewindvoerder"),
    ("mentor", "mentor"),
]
BRONNEN = [
    ("mijnzaken", "Mijn Zaken"),
    ("digid", "DigiD Machtigen"),
    ("eherkenning", "eHerkenning"),
    ("brp", "de Basisregistratie Personen"),
    ("ccbr", "het Centraal Curatele- en bewindregister"),
    ("kvk", "het Handelsregister"),
]
REDENEN = [
    ("ingetrokken", "gestopt door wie de machtiging gaf"),
    ("opgezegd", "gestopt door wie gemachtigd was"),
    ("geweigerd", "niet aanvaard"),
    ("verlopen", "de laatste dag is voorbij"),
    ("overleden", "een van beiden is overleden"),
    ("meerderjarig", "het kind is 18 geworden"),
    ("failliet", "een van beide bedrijven is failliet"),
    ("curatele", "een van beiden staat onder curatele"),
    ("gezag_voorbij", "het register noemt deze vertegenwoordiger niet meer"),
    ("uitgelogd", "de sessie is voorbij"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("autorisatie", "0030_afscherming"),
        ("catalogus", "0001_eerste"),
    ]

    operations = [
        migrations.AddField("partij", "failliet_op", models.DateField(null=True)),
        migrations.AlterField(
            "machtiging",
            "gemachtigde",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ontvangen_machtigingen",
                to="autorisatie.partij",
            ),
        ),
        migrations.AddField(
            "machtiging", "aan_zoekwaarde", models.CharField(blank=True, default="", editable=False, max_length=64), False
        ),
        migrations.AddField(
            "machtiging", "aan_zoeknaam", models.CharField(blank=True, default="", editable=False, max_length=200), False
        ),
        migrations.AddField("machtiging", "aan_naam", models.CharField(blank=True, default="", max_length=200), False),
        migrations.AddField(
            "machtiging",
            "gever_zoeknaam",
            models.CharField(db_collation="C", default="", editable=False, max_length=500),
            False,
        ),
        migrations.AddField(
            "machtiging", "aard", models.CharField(choices=AARDEN, default="gemachtigde", max_length=14)
        ),
        migrations.AlterField(
            "machtiging", "bron", models.CharField(choices=BRONNEN, default="mijnzaken", max_length=20)
        ),
        migrations.AddField(
            "machtiging", "onderwerp", models.CharField(blank=True, default="", editable=False, max_length=64), False
        ),
        migrations.AddField("machtiging", "producten", models.ManyToManyField(blank=True, to="catalogus.product")),
        migrations.AddField(
            "machtiging",
            "einde_reden",
            models.CharField(blank=True, choices=REDENEN, default="", max_length=14),
            False,
        ),
        migrations.AddField(
            "machtiging",
            "te_melden",
            models.CharField(
                blank=True,
                choices=[("", "niets"), ("aanbod", "aangeboden"), ("aanvaard", "aanvaard"), ("einde", "gestopt")],
                default="",
                max_length=8,
            ),
        ),
    ]
