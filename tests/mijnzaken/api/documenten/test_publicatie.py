"""A system that reads only what is ready to be published (Autorisaties 1.1.0, ``alleenIsGereedVoorPublicatie``)."""

import pytest

from tests.mijnzaken.api.documenten.gedeeld import maak, mag
from tests.mijnzaken.api.systeem import Systeem, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

LIJST = "/documenten/api/v1/enkelvoudiginformatieobjecten"


def test_wie_alleen_leest_wat_klaar_is_om_te_publiceren_ziet_de_rest_niet(dms: Systeem) -> None:
    klaar, niet = maak(dms, isGereedVoorPublicatie=True), maak(dms, isGereedVoorPublicatie=False)
    los = mag(systeem("los", alleen_gereed_voor_publicatie=True), "documenten.lezen")
    for wie in (los, systeem("alles", alles=True, alleen_gereed_voor_publicatie=True)):
        assert [rij["url"] for rij in wie.haal(LIJST).json()["results"]] == [klaar["url"]]
        assert wie.haal(klaar["url"]).status_code == 200
        assert wie.haal(niet["url"]).status_code in (403, 404)
    assert dms.haal(LIJST).json()["count"] == 2
