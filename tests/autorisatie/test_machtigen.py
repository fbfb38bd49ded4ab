"""What is always true of a machtiging, and the role in which somebody acts."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from autorisatie.actor import Burger, Systeem
from autorisatie.fouten import OnjuisteToestand
from autorisatie.machtigen import machtiging_aanvaarden, machtiging_vastleggen, machtiging_vervalt
from autorisatie.models import Auditregel, Machtiging
from catalogus import klok
from tests.mijnzaken.rolverdeling import als_burger, maak_bedrijf, maak_persoon, machtig, namens

pytestmark = pytest.mark.django_db


def test_of_hij_geldt_zegt_python_hetzelfde_als_de_database() -> None:
    anna, bram = maak_persoon(1), maak_persoon(5, achternaam="Jansen")
    vandaag, nu = klok.vandaag(), klok.nu()
    dagen = [None, *(vandaag + timedelta(days=d) for d in (-1, 0, 1))]
    for van in dagen[1:]:
        for tot in dagen:
            for aanvaard in (None, nu):
                for beeindigd in (None, nu):
                    rij = machtig(
                        anna,
                        bram,
                        geldig_van=van,
                        geldig_tot=tot,
                        aanvaard_op=aanvaard,
                        beeindigd_op=beeindigd,
                        einde_reden="ingetrokken" if beeindigd else "",
                    )
                    rijen = Machtiging.objects.systeem("proef").filter(Machtiging.geldend(), pk=rij.pk)
                    assert rijen.exists() is rij.geldt
                    rij.delete()


@pytest.mark.parametrize(
    "anders",
    [
        {"gemachtigde": None},  # accepted by nobody
        {"einde_reden": "ingetrokken"},  # a reason without an end
        {"beeindigd_op": klok.nu()},  # an end without a reason
    ],
)
def test_de_database_houdt_de_regels(anders: dict[str, Any]) -> None:
    anna, bram = maak_persoon(1), maak_persoon(5)
    rij = machtig(anna, bram)
    with pytest.raises(IntegrityError), transaction.atomic():
        Machtiging.objects.systeem("proef").filter(pk=rij.pk).update(**anders)
    with pytest.raises(IntegrityError), transaction.atomic():
        machtig(anna, anna)
    with pytest.raises(IntegrityError), transaction.atomic():
        machtig(anna, bram)  # the same once more


@pytest.mark.parametrize(
    "aard,rol",
    [
        ("gemachtigde", "gemachtigde"),
        ("ouder", "wettelijk_vertegenwoordiger"),
        ("curator", "wettelijk_vertegenwoordiger"),
        ("hoofdvestiging", "organisatie"),
    ],
)
def test_de_rol_volgt_uit_de_aard(aard: str, rol: str) -> None:
    actor = namens(machtig(maak_persoon(1), maak_persoon(5), aard=aard))
    assert actor.rolcode == rol
    assert actor.ziet_persoonlijks is (rol != "gemachtigde")
    assert actor.zelf == Burger(actor.partij)


def test_een_inlog_die_tot_een_vestiging_beperkt_is_heeft_een_eigen_rol() -> None:
    bedrijf = maak_bedrijf()
    vestiging = maak_bedrijf(vestigingsnummer="000900010002", vestiging_van=bedrijf)
    assert [Burger(p).rolcode for p in (bedrijf, vestiging, maak_persoon(1))] == ["organisatie", "vestiging", "inwoner"]


def test_niemand_legt_een_machtiging_van_mijn_zaken_vast_zonder_aanbod() -> None:
    with pytest.raises(ValueError, match="aangeboden"):
        machtiging_vastleggen(Systeem("proef"), bron="mijnzaken", gever=maak_persoon(1), gemachtigde=maak_persoon(5))


def test_aanvaarden_kan_een_keer_en_vervallen_laat_een_regel_na() -> None:
    anna, bram = maak_persoon(1), maak_persoon(5, achternaam="Jansen")
    rij = machtig(anna, bram, aan_zoeknaam="jansen")
    rij.gemachtigde, rij.aanvaard_op = None, None  # offered only
    rij.save()
    machtiging_aanvaarden(als_burger(bram), rij)
    with pytest.raises(OnjuisteToestand):
        machtiging_aanvaarden(als_burger(bram), rij)
    machtiging_vervalt(Systeem("proef"), rij, reden="overleden")
    regel = Auditregel.objects.get(handeling="machtiging_vervalt")
    assert regel.bijzonderheden == {"reden": "overleden"}
