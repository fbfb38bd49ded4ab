"""The archive in Chromium: the process owner judges, the archivist approves, on a wide and on a narrow screen."""

from collections.abc import Callable
from typing import Any

import pytest

from catalogus import klok
from catalogus.models import Resultaattype
from mijnzaken.zaken.models import Zaak
from tests.browser.conftest import BREEDTES, Iemand
from tests.fabrieken import REDEN

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def verlopen(stad: None) -> Zaak:
    """A closed zaak of the example whose term ended today."""
    zaak: Any = (
        Zaak.objects.systeem(REDEN).filter(proces__identificatie="melding-openbare-ruimte").exclude(einddatum=None)
    )
    gevonden: Zaak = zaak.first()
    soort = gevonden.resultaten.get().resultaattype_id
    Resultaattype.objects.filter(pk=soort).update(
        archiefnominatie="vernietigen", archiefactietermijn="P1D", brondatum_afleidingswijze="afgehandeld"
    )
    Zaak.objects.systeem(REDEN).filter(pk=gevonden.pk).update(
        archiefnominatie="vernietigen", archiefactiedatum=klok.vandaag()
    )
    return gevonden


@pytest.mark.parametrize("breedte", BREEDTES.values(), ids=BREEDTES)
def test_van_lijst_naar_goedkeuring(iemand: Callable[..., Iemand], verlopen: Zaak, breedte: int) -> None:
    petra, henk = iemand("petra", breedte), iemand("henk", breedte)
    petra.ga("/backoffice/beheer/archief/")
    petra.pagina.get_by_label("Van welk zaaktype?").select_option(label="Melding openbare ruimte")
    petra.klik("Maak de lijst")
    assert verlopen.nummer in petra.tekst()
    petra.klik("Leg voor aan de archivaris")
    henk.ga("/backoffice/beheer/archief/")
    henk.klik("Melding openbare ruimte", "link")
    henk.klik("Goedkeuren")
    assert "bedenktijd loopt" in henk.tekst()
