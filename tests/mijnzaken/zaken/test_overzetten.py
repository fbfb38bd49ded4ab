"""Running zaken go to the version that holds now: what fits goes, what does not stays and says why."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.actor import Systeem
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel
from catalogus import klok
from catalogus.models import Fase, Stand, Zaaktype
from catalogus.versies import kopieer, publiceer
from mijnzaken.zaken import portie
from mijnzaken.zaken.handelingen import behandelen, besluiten
from mijnzaken.zaken.handelingen.overzetten import zaak_overzetten, zaken_overzetten
from mijnzaken.zaken.models import Overzetregel, Overzetting, Zaak
from mijnzaken.zaken.overzetten import opdracht
from mijnzaken.zaken.overzetten.kaart import VERWIJZINGEN, Kaart
from mijnzaken.zaken.overzetten.rapport import rapport_van, rapport_van_alle
from mijnzaken.zaken.stappen import huidige_status
from tests.fabrieken import REDEN, dien_in, medewerker, ververs, zaaktype

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente")]
SOORT = "parkeervergunning-bewoners"
WERKER = Systeem("proef")
Nieuw = Callable[..., Kaart]


@pytest.fixture
def nieuw() -> Nieuw:
    """A new version that holds from today, changed by ``anders`` before it was published."""

    def _nieuw(anders: Callable[[Zaaktype], Any] = lambda versie: None) -> Kaart:
        van = zaaktype(SOORT)
        versie = kopieer(van, auteur_id=None)
        anders(versie)
        publiceer(versie, door_id=None)
        van.refresh_from_db()
        return Kaart(van, versie)

    return _nieuw


def zet_over(zaak: Zaak, kaart: Kaart) -> Zaak:
    zaak_overzetten(medewerker("peter"), zaak, kaart, reden="De nieuwe regels gelden.")
    return ververs(zaak)


def test_elke_verwijzing_van_een_zaak_naar_een_deel_van_haar_versie_gaat_mee() -> None:
    """A column that is added later and forgotten here would go on pointing to the old version."""
    delen = {
        rel.related_model
        for rel in Zaaktype._meta.related_objects
        if rel.related_model._meta.app_label == "catalogus" and rel.field.name == "zaaktype"
    }
    gevonden = {
        (rel.get_accessor_name(), veld.name)
        for rel in Zaak._meta.related_objects
        for veld in rel.related_model._meta.concrete_fields
        if rel.field.name == "zaak" and veld.related_model in delen
    }
    assert gevonden == {(v.rijen, v.kolom) for v in VERWIJZINGEN}
    assert apps.get_model("zaken.Zaak") is Zaak


def test_alles_van_een_zaak_hoort_daarna_bij_de_nieuwe_versie(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    uiterlijk, fase = ververs(zaak).uiterlijke_einddatum, ververs(zaak).fase
    kaart = nieuw()
    assert rapport_van(kaart, zaak) == []
    zaak = zet_over(zaak, kaart)
    assert (zaak.zaaktype, zaak.uiterlijke_einddatum, zaak.fase) == (kaart.naar, uiterlijk, fase)
    for verwijzing in VERWIJZINGEN:
        rijen = getattr(zaak, verwijzing.rijen).exclude(**{verwijzing.kolom: None})
        assert not rijen.exclude(**{f"{verwijzing.kolom}__zaaktype": kaart.naar}).exists(), verwijzing
    notitie, van, naar = zaak.notities.get(), kaart.van.versienummer, kaart.naar.versienummer
    assert (notitie.onderwerp, notitie.tekst) == (f"Overgezet naar versie {naar}", "De nieuwe regels gelden.")
    regel = Auditregel.objects.get(handeling="zaak_overzetten")
    assert (regel.zaak_uuid, regel.bijzonderheden) == (zaak.uuid, {"van_versie": van, "naar_versie": naar})


def test_de_zaak_gaat_daarna_gewoon_verder(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    kaart = nieuw()
    zet_over(zaak, kaart)
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    zaak = ververs(zaak)
    assert zaak.fase == Fase.IN_BEHANDELING
    status = huidige_status(zaak)
    assert status is not None
    assert status.statustype.zaaktype == kaart.naar


def test_een_status_zonder_tegenhanger_houdt_de_zaak_tegen_tot_iemand_kiest(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    status = huidige_status(zaak)
    assert status is not None
    oud = status.statustype
    kaart = nieuw(lambda versie: versie.statustypen.filter(omschrijving=oud.omschrijving).update(omschrijving="Binnen"))
    (bevinding,) = rapport_van(kaart, zaak)
    assert (bevinding.houdt_tegen, bevinding.status) == (True, oud)
    with pytest.raises(OnjuisteToestand, match="geen tegenhanger"):
        zet_over(zaak, kaart)
    binnen = kaart.naar.statustypen.get(omschrijving="Binnen")
    zaak = zet_over(zaak, Kaart(kaart.van, kaart.naar, {oud.pk: binnen.pk}))
    nu = huidige_status(zaak)
    assert nu is not None
    assert (nu.statustype, nu.datum_status_gezet) == (binnen, status.datum_status_gezet)


def test_een_keuze_in_een_andere_fase_telt_niet(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    status = huidige_status(zaak)
    assert status is not None
    oud = status.statustype
    kaart = nieuw(lambda versie: versie.statustypen.filter(omschrijving=oud.omschrijving).update(omschrijving="Binnen"))
    laatste = kaart.naar.statustypen.order_by("-volgnummer")[0]
    with pytest.raises(OnjuisteToestand, match="geen tegenhanger"):
        zet_over(zaak, Kaart(kaart.van, kaart.naar, {oud.pk: laatste.pk}))


def test_wat_niet_meer_gevraagd_wordt_blijft_bij_de_zaak(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")

    def anders(versie: Zaaktype) -> None:
        versie.gegevens.filter(naam="kenteken").delete()
        versie.gegevens.filter(naam="houder").update(keuzes=[{"waarde": "lease", "label": "Een leasebedrijf"}])
        gegeven = versie.gegevens.get(naam="naam")
        gegeven.pk, gegeven.naam, gegeven.label = None, "reden", "Waarom?"
        gegeven.uuid = type(gegeven)._meta.get_field("uuid").get_default()
        gegeven.verplicht, gegeven.toon_als = True, {}
        gegeven.save()

    kaart = nieuw(anders)
    zinnen = [b.zin for b in rapport_van(kaart, zaak)]
    assert sorted(zin.partition("‘")[0] for zin in zinnen) == ["", "Het antwoord op ", "Het verplichte antwoord op "]
    zaak = zet_over(zaak, kaart)
    waarden = {w.gegeven.naam: w for w in zaak.gegevenswaarden.select_related("gegeven")}
    assert waarden["kenteken"].gegeven.zaaktype == waarden["houder"].gegeven.zaaktype == kaart.van
    assert waarden["naam"].gegeven.zaaktype == kaart.naar
    for zin in zinnen:
        assert zin in zaak.notities.get().tekst


def test_een_voorstel_voor_een_besluit_dat_er_niet_meer_is_houdt_tegen(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    vera = medewerker("vera")
    behandelen.in_behandeling_nemen(vera, zaak)
    moment = zaak.zaaktype.besluitmomenten.get()
    besluiten.besluit_voorstellen(
        vera, zaak, besluitmoment=moment, uitkomst="toegekend", motivering="Mag.", ingangsdatum=klok.vandaag()
    )

    def anders(versie: Zaaktype) -> None:
        versie.besluitmomenten.all().delete()

    kaart = nieuw(anders)
    tegen = [b.zin for b in rapport_van(kaart, zaak) if b.houdt_tegen]
    assert any("Er wacht een voorstel" in zin for zin in tegen)
    assert any("De termijn loopt voor" in zin for zin in tegen)


def test_strenger_wordt_een_zaak_wel_milder_niet(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    kaart = nieuw(lambda versie: Zaaktype.objects.filter(pk=versie.pk).update(vertrouwelijkheidaanduiding=2))
    kaart.naar.refresh_from_db()
    was = zaak.vertrouwelijkheidaanduiding
    assert zet_over(zaak, kaart).vertrouwelijkheidaanduiding == was


def test_een_termijn_die_anders_telt_houdt_tegen(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    kaart = nieuw(lambda versie: Zaaktype.objects.filter(pk=versie.pk).update(termijnregime="avg"))
    kaart.naar.refresh_from_db()
    assert [b.zin for b in rapport_van(kaart, zaak) if b.houdt_tegen] == [
        "De termijn wordt daar op een andere manier geteld."
    ]


def test_alleen_naar_de_versie_die_nu_geldt(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    concept = kopieer(zaaktype(SOORT), auteur_id=None)
    for naar in (concept, zaaktype("bezwaar"), zaak.zaaktype):
        with pytest.raises(OnjuisteToestand):
            zet_over(zaak, Kaart(zaak.zaaktype, naar))


# -- together ---------------------------------------------------------------------------------------------------------


def vraag(kaart: Kaart, wie: str = "omar") -> Overzetting:
    rij: Overzetting = zaken_overzetten(medewerker(wie), kaart, proces=kaart.van.proces, reden="De nieuwe regels.")
    return rij


def test_een_werker_zet_alle_zaken_over_in_porties(nieuw: Nieuw, monkeypatch: pytest.MonkeyPatch) -> None:
    zaken = [dien_in(naam) for naam in ("anna", "bram", "wil")]
    kaart = nieuw()
    opdracht_ = vraag(kaart)
    monkeypatch.setattr(portie, "PORTIE", 2)
    monkeypatch.setattr(opdracht, "PORTIE", 2)
    assert opdracht.voer_uit(WERKER) == 2
    opdracht_.refresh_from_db()
    assert opdracht_.klaar_op is None
    assert opdracht.voer_uit(WERKER) == 1
    opdracht_.refresh_from_db()
    assert opdracht_.klaar_op is not None
    assert opdracht.voer_uit(WERKER) == 0
    assert {ververs(z).zaaktype for z in zaken} == {kaart.naar}
    assert Auditregel.objects.filter(handeling="zaak_overzetten", actor_soort="systeem").count() == 3


def test_wat_niet_past_blijft_en_houdt_de_anderen_niet_op(nieuw: Nieuw) -> None:
    past, past_niet = dien_in("anna"), dien_in("bram")
    behandelen.in_behandeling_nemen(medewerker("vera"), past_niet)
    status = huidige_status(ververs(past_niet))
    assert status is not None
    naam = status.statustype.omschrijving
    kaart = nieuw(lambda versie: versie.statustypen.filter(omschrijving=naam).update(omschrijving="Iets anders"))
    aantal, bevindingen = rapport_van_alle(kaart)
    assert (aantal, [(b.aantal, b.houdt_tegen) for b in bevindingen]) == (2, [(1, True)])
    rij = vraag(kaart)
    opdracht.voer_uit(WERKER)
    assert ververs(past).zaaktype == kaart.naar
    assert ververs(past_niet).zaaktype == kaart.van
    stand = opdracht.voortgang(rij)
    assert (stand.gedaan, stand.wacht) == (1, 0)
    assert stand.redenen == [(f"De status ‘{naam}’ heeft geen tegenhanger in dezelfde fase.", 1)]
    assert Auditregel.objects.filter(handeling="zaak_overzetten", uitkomst="geweigerd").count() == 1


def test_een_keuze_voor_een_status_geldt_voor_alle_zaken_van_de_opdracht(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    status = huidige_status(zaak)
    assert status is not None
    oud = status.statustype
    kaart = nieuw(lambda versie: versie.statustypen.filter(omschrijving=oud.omschrijving).update(omschrijving="Binnen"))
    binnen = kaart.naar.statustypen.get(omschrijving="Binnen")
    vraag(Kaart(kaart.van, kaart.naar, {oud.pk: binnen.pk}))
    opdracht.voer_uit(WERKER)
    nu = huidige_status(ververs(zaak))
    assert nu is not None
    assert nu.statustype == binnen


def test_een_opdracht_tegelijk_en_alleen_door_wie_dat_mag(nieuw: Nieuw) -> None:
    dien_in("anna")
    kaart = nieuw()
    with pytest.raises(GeenRecht):
        vraag(kaart, "petra")
    with pytest.raises(Invoerfout):
        zaken_overzetten(medewerker("omar"), kaart, proces=kaart.van.proces, reden=" ")
    vraag(kaart)
    with pytest.raises(OnjuisteToestand, match="al overgezet"):
        vraag(kaart)


def test_een_zaak_die_intussen_sloot_blijft_op_haar_versie(nieuw: Nieuw) -> None:
    zaak = dien_in("anna")
    kaart = nieuw()
    rij = vraag(kaart)
    opdracht._schrijf_uit(rij)
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(fase=Fase.AFGEROND, einddatum=klok.vandaag())
    opdracht.voer_uit(WERKER)
    assert ververs(zaak).zaaktype == kaart.van
    assert Overzetregel.objects.systeem(REDEN).get(zaak=zaak).reden == "Deze zaak is afgerond."
    assert kaart.van.stand == Stand.BEEINDIGD


def test_het_rapport_vraagt_evenveel_voor_een_als_voor_veel_zaken(nieuw: Nieuw) -> None:
    eerste = dien_in("anna")
    for naam in ("bram", "wil"):
        dien_in(naam)
    kaart = nieuw()
    with CaptureQueriesContext(connection) as veel:
        rapport_van_alle(Kaart(kaart.van, kaart.naar))
    with CaptureQueriesContext(connection) as een:
        rapport_van(Kaart(kaart.van, kaart.naar), eerste)
    assert len(veel) == len(een) + 1  # the count of all
