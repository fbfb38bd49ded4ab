"""One contact about a zaak that stays goes on request, with all that hangs at it; that of another stays (AVG 17)."""

import pytest
from django.db import connection

from autorisatie.fouten import Invoerfout
from mijnzaken.klanten.models import Betrokkene, Klantcontact
from mijnzaken.zaken.avg import wisonderhoud
from mijnzaken.zaken.handelingen.wissing import gegevens_aanwijzen
from mijnzaken.zaken.models import Wisregel, Zaak
from tests.fabrieken import REDEN, dien_in, medewerker, partij, registreer, ververs
from tests.mijnzaken.zaken.avg.verzoek import vraag_inzage
from tests.mijnzaken.zaken.avg.wisverzoek import bestaat, keur_goed, kies, regel
from tests.mijnzaken.zaken.test_vernietigen import leg_contact_vast, sporen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]


@pytest.fixture
def zaak() -> Zaak:
    return registreer("anna", "melding-openbare-ruimte")


GESPROKEN = "Zij vertelde van het kwikstaartje"


def contact(zaak: Zaak, *wie: str) -> Klantcontact:
    rij = leg_contact_vast(zaak)
    Klantcontact.objects.systeem(REDEN).filter(pk=rij.pk).update(onderwerp=GESPROKEN, inhoud=GESPROKEN)
    for naam in wie:
        Betrokkene.objects.create(klantcontact=rij, was_partij=partij(naam), rol="klant", initiator=True)
    return rij


def wijs_contact_aan(verzoek: Zaak, zaak: Zaak, rij: Klantcontact) -> Wisregel:
    gegevens_aanwijzen(medewerker("lotte"), ververs(verzoek), zaak=zaak.uuid, contacten=[str(rij.uuid)])
    return regel(verzoek, plaats="contact")


def test_een_contact_over_een_zaak_die_blijft_gaat_met_alles_wat_eraan_hangt(verzoek: Zaak, zaak: Zaak) -> None:
    rij, blijft = contact(zaak, "anna"), leg_contact_vast(zaak)
    vraag_inzage()
    zaak.zaakcontacten.create(klantcontact_uuid=rij.uuid)
    lijn = wijs_contact_aan(verzoek, zaak, rij)
    assert (lijn.moet_blijven, lijn.omschrijving) == (
        False,
        "Contact van 2 maart 2026 (telefoon), in Melding openbare ruimte",
    )
    kies(verzoek, lijn)
    keur_goed(verzoek, regel(verzoek, plaats="contact"))
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT kopie")
        assert wisonderhoud.wis() == 1
        assert sporen(GESPROKEN) == []
        assert bestaat(zaak)
        assert [c.pk for c in Klantcontact.objects.systeem(REDEN).all()] == [blijft.pk]
        assert zaak.notities.first().onderwerp == "Contact gewist: Contact van 2 maart 2026 (telefoon)"
        cursor.execute("ROLLBACK TO SAVEPOINT kopie")
    assert sporen(GESPROKEN)
    assert wisonderhoud.wis_opnieuw() == 1
    assert sporen(GESPROKEN) == []


def test_een_contact_met_een_ander_of_ook_over_iets_anders_blijft(verzoek: Zaak, zaak: Zaak) -> None:
    lijn = wijs_contact_aan(verzoek, zaak, contact(zaak, "anna", "bram"))
    assert (lijn.moet_blijven, lijn.grond) == (True, "ander")
    over_meer = leg_contact_vast(zaak, dien_in("bram"))
    assert wijs_contact_aan(verzoek, zaak, over_meer).grond == "ander"


def test_alleen_een_contact_dat_over_die_zaak_ging(verzoek: Zaak, zaak: Zaak) -> None:
    for vreemd in (str(leg_contact_vast(dien_in("bram")).uuid), "geen-uuid"):
        with pytest.raises(Invoerfout, match="veranderd"):
            gegevens_aanwijzen(medewerker("lotte"), ververs(verzoek), zaak=zaak.uuid, contacten=[vreemd])
