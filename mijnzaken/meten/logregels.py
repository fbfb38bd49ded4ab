"""A hundred thousand readings of the data of one person, and grants for one zaak each."""

from datetime import timedelta

from django.contrib.auth.models import Permission

from autorisatie.logboek import betrokkene_sleutel
from autorisatie.models import Gebruiker, Verwerkingsregel
from catalogus import klok
from mijnzaken.meten.inwoners import GELOGD, LOGREGELS, partij
from mijnzaken.meten.medewerkers import REDEN, medewerker
from mijnzaken.meten.tabel import Tabel
from mijnzaken.zaken.models import Zaak, ZaakToegang

TOEGANGEN = 5


def schrijf(tot: int) -> None:
    """Lines of the log of processing, one every few minutes back from now, up to what is wanted."""
    sleutel = betrokkene_sleutel(partij(GELOGD).pk)
    nodig = min(LOGREGELS, tot) - Verwerkingsregel.objects.filter(data_subject_id=sleutel).count()
    zaken = list(Zaak.objects.systeem(REDEN).filter(rollen__partij=partij(GELOGD)).values_list("uuid", flat=True))
    tabel = Tabel(
        Verwerkingsregel,
        *("start_time", "end_time", "zaak_uuid"),
        trace_id="\\x" + "00" * 16,
        span_id="\\x" + "00" * 8,
        name="inzien",
        processing_activity_id="/verwerkingsregister/proef-001/1/",
        data_subject_id=sleutel,
        door="De afdeling Proefafdeling",
        gegevensgroepen=["zaak", "status"],
        grondslag="Awb 4:13",
    )
    nu = klok.nu()
    tabel.schrijf(
        tabel.regel % (moment := nu - timedelta(minutes=4 * nummer), moment, zaken[nummer % len(zaken)])
        for nummer in range(max(nodig, 0))
    )


def geef_toegang() -> None:
    """One worker may open five zaken by name, and nothing else."""
    wie = medewerker("proef-5")
    if ZaakToegang.objects.filter(user=wie).exists():
        return
    zaken = Zaak.objects.systeem(REDEN).filter(einddatum=None).order_by("-pk")[: TOEGANGEN * 3 : 3]
    recht = Permission.objects.filter(content_type__app_label="zaken", content_type__model="zaak").first()
    nu = klok.nu()
    ZaakToegang.objects.bulk_create(
        ZaakToegang(
            user=wie,
            permission=recht,
            content_object=zaak,
            geldig_van=nu - timedelta(days=1),
            geldig_tot=nu + timedelta(days=365),
            reden=REDEN,
            verleend_door=Gebruiker.objects.get(gebruikersnaam="proef-beheer"),
        )
        for zaak in zaken
    )
