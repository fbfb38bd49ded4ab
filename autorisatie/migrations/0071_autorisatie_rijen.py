"""The autorisaties that stood in a list become rows."""

from django.db import migrations

WOORDEN = (
    "openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk", "vertrouwelijk", "confidentieel", "geheim", "zeer_geheim",
)


def neem_over(apps, schema_editor):
    Autorisatie = apps.get_model("autorisatie", "Autorisatie")
    processen = dict(apps.get_model("catalogus", "Proces").objects.values_list("identificatie", "pk"))
    for applicatie in apps.get_model("autorisatie", "Applicatie").objects.exclude(autorisaties=[]):
        for oud in applicatie.autorisaties:
            if oud.get("proces") in processen and oud.get("scopes"):
                Autorisatie.objects.create(
                    applicatie=applicatie,
                    component="zrc",
                    scopes=list(oud["scopes"]),
                    proces_id=processen[oud["proces"]],
                    max_vertrouwelijkheid=WOORDEN.index(oud["max_vertrouwelijkheidaanduiding"]) + 1,
                )


class Migration(migrations.Migration):

    dependencies = [
        ("autorisatie", "0070_applicatie"),
    ]

    operations = [migrations.RunPython(neem_over, migrations.RunPython.noop)]
