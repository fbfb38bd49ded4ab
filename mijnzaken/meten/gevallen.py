"""The cases of contract.md, and those of the lists that must stay fast at ten million zaken."""

from collections.abc import Callable, Iterator
from functools import partial

from django.test import Client
from django.urls import reverse

from autorisatie.actor import Actor, Medewerker
from autorisatie.logboek import betrokkene_sleutel
from autorisatie.models import Machtiging, Partij, Toekenning, Verwerkingsregel
from catalogus.models import Proces
from mijnzaken.berichten.models import Bericht
from mijnzaken.meten import inwoners, kcc, producten, schrijven, systemen, toneel, vloer
from mijnzaken.meten.inwoners import CLIENT, GELOGD, HELPER, KANTOOR, REDEN, VIJF, VIJFDUIZEND, VIJFHONDERD
from mijnzaken.meten.meting import Geval
from mijnzaken.meten.toneel import Toneel
from mijnzaken.zaken.handelingen.terugbellen import PROCES
from mijnzaken.zaken.lijst import Filter, aantal, lijst
from mijnzaken.zaken.models import Zaak

HONDERDSTE = 100  # page
PER_BLAD = 25
VAN_INWONER = Filter(open=True, zonder_processen=[PROCES])


def alle(podium: Toneel) -> Iterator[Geval]:
    yield from _inwoner(podium)
    yield from _gemachtigde(podium)
    yield from _werkvoorraad(podium)
    yield from _zakenlijst(podium)
    yield from kcc.gevallen(podium)
    yield from schrijven.gevallen(podium)
    yield from systemen.gevallen()
    yield from producten.gevallen()
    yield from _alleen_de_lijst()
    yield from _tellen()


def pagina(naam: str, browser: Client, adres: str, vloer_: vloer.Vloer) -> Geval:
    return Geval(naam, lambda: browser.get(adres), vloer_)


def _inwoner(podium: Toneel) -> Iterator[Geval]:
    for wie, woord in ((VIJF, "5"), (VIJFHONDERD, "500"), (VIJFDUIZEND, "5.000")):
        browser, actor = podium.inwoner(wie), toneel.burger(wie)
        rijen = lijst(actor, VAN_INWONER, sortering="-binnenkomst", aantal=24).rijen
        yield pagina(f"inwoner met {woord} zaken: overzicht", browser, reverse("overzicht"), vloer.zaken(rijen))
        yield pagina(f"inwoner met {woord} zaken: zaken", browser, reverse("mijn_zaken"), vloer.zaken(rijen))
    rijen = lijst(toneel.burger(VIJFHONDERD), Filter(open=False), sortering="-binnenkomst").rijen
    browser = podium.inwoner(VIJFHONDERD)
    adres = reverse("mijn_zaken") + "?toon=afgerond"
    yield pagina("inwoner met 500 zaken: afgeronde zaken", browser, adres, vloer.zaken(rijen))
    adres = reverse("mijn_zaak", args=[rijen[0].uuid])
    yield pagina("inwoner: een zaak", browser, adres, vloer.zaken(rijen[:1]))
    berichten = Bericht.objects.systeem(REDEN).filter(partij=inwoners.partij(VIJFHONDERD), kanaal="portaal")
    sleutels = berichten.order_by("-aangemaakt_op", "-pk").values_list("pk", flat=True)[:PER_BLAD]
    yield pagina("inwoner: berichten", browser, reverse("mijn_berichten"), vloer.rijen_van(Bericht, sleutels))
    regels = Verwerkingsregel.objects.filter(data_subject_id=betrokkene_sleutel(inwoners.partij(GELOGD).pk))
    kaal = vloer.rijen_van(Verwerkingsregel, regels.order_by("-start_time", "-id").values_list("pk", flat=True)[:50])
    yield pagina("inwoner met 100.000 logregels: inzage", podium.inwoner(GELOGD), reverse("mijn_inzage"), kaal)


def _gemachtigde(podium: Toneel) -> Iterator[Geval]:
    for wie, woord in ((HELPER, "1 cliënt"), (KANTOOR, "20.000 cliënten")):
        rijen = lijst(toneel.gemachtigde(wie), VAN_INWONER, sortering="-binnenkomst", aantal=24).rijen
        browser = podium.namens(wie)
        yield pagina(f"gemachtigde met {woord}: overzicht", browser, reverse("overzicht"), vloer.zaken(rijen))
        yield pagina(f"gemachtigde met {woord}: zaken", browser, reverse("mijn_zaken"), vloer.zaken(rijen))
        sleutels = (
            Machtiging.objects.systeem(REDEN).filter(gemachtigde=inwoners.partij(wie)).values_list("pk", flat=True)
        )
        kaal = vloer.rijen_van(Machtiging, sleutels[:100])
        yield pagina(f"gemachtigde met {woord}: kiezen", podium.inwoner(wie), reverse("mijn_machtigingen"), kaal)


def team_filter(actor: Medewerker) -> Filter:
    """As the work list narrows: open, of one's teams."""
    rijen = Toekenning.objects.filter(Toekenning.geldend(), gebruiker=actor.gebruiker, team__isnull=False)
    return Filter(open=True, teams=sorted(rijen.values_list("team", flat=True)))


def _werkvoorraad(podium: Toneel) -> Iterator[Geval]:
    for naam in ("proef-1", "proef-20", "proef-200"):
        rijen = lijst(toneel.staf(naam), team_filter(toneel.staf(naam))).rijen
        titel = f"werkvoorraad, {naam.removeprefix('proef-')} zaaktypen: blad 1"
        yield pagina(titel, podium.medewerker(naam), reverse("werkvoorraad"), vloer.zaken(rijen))
    rijen, sleutel = _blad(toneel.staf("proef-20"), HONDERDSTE)
    adres = f"{reverse('werkvoorraad')}?na={sleutel}"
    browser = podium.medewerker("proef-20")
    yield pagina("werkvoorraad, 20 zaaktypen: blad 100", browser, adres, vloer.zaken(rijen))
    adres = reverse("zaak", args=[rijen[0].nummer])
    yield pagina("medewerker: een zaak", browser, adres, vloer.zaken(rijen[:1]))
    rijen = lijst(toneel.staf("proef-20"), team_filter(toneel.staf("proef-20")), sortering="aanvrager").rijen
    adres = f"{reverse('werkvoorraad')}?sortering=aanvrager"
    yield pagina("werkvoorraad, 20 zaaktypen: op aanvrager", browser, adres, vloer.zaken(rijen))
    kaal = vloer.rijen_van(Proces, Proces.objects.values_list("pk", flat=True)[:200])
    yield pagina("teamleider: sturing", podium.medewerker("proef-leider"), reverse("sturing"), kaal)


def _blad(actor: Medewerker, nummer: int) -> tuple[list[Zaak], str]:
    """The rows of a page of the work list, and the key that leads to it; the last one when there are fewer."""
    filter_ = team_filter(actor)
    ervoor = lijst(actor, filter_, aantal=(nummer - 1) * PER_BLAD, erbij=())
    sleutel = ervoor.volgende or f"{ervoor.rijen[-2].termijnsleutel.isoformat()}~{ervoor.rijen[-2].pk}"
    return lijst(actor, filter_, na=sleutel).rijen, sleutel


_ZOEKERS = {
    "1 zaaktype": "proef-1",
    "20 zaaktypen": "proef-20",
    "200 zaaktypen": "proef-200",
    "zaaktypen zonder zaken": "proef-stil",
    "5 toegangen": "proef-5",
    "heel de gemeente": "proef-kcc",
}


def _zakenlijst(podium: Toneel) -> Iterator[Geval]:
    for woord, naam in _ZOEKERS.items():
        if naam == "proef-kcc":  # has no such list of his own; see the lists without their page
            continue
        rijen = lijst(toneel.staf(naam), Filter(), sortering="-registratie").rijen
        yield pagina(f"zakenlijst, {woord}", podium.medewerker(naam), reverse("zaken"), vloer.zaken(rijen))
    browser = podium.medewerker("proef-200")
    zaak = lijst(toneel.staf("proef-200"), Filter(open=False), sortering="-registratie").rijen[-1]
    adres = f"{reverse('zaken')}?zoek={zaak.nummer}"
    yield pagina("zakenlijst, 200 zaaktypen: zoek op nummer", browser, adres, vloer.zaken([zaak]))
    partij = Partij.objects.systeem(REDEN).filter(rollen__zaak=zaak).first()
    naam = partij.achternaam if partij is not None and partij.achternaam else inwoners.naam(7)[2]
    rijen = lijst(toneel.staf("proef-200"), Filter(zoek=naam), sortering="-registratie").rijen
    adres = f"{reverse('zaken')}?zoek={naam}"
    yield pagina("zakenlijst, 200 zaaktypen: zoek op naam", browser, adres, vloer.zaken(rijen))


def _kaal(naam: str, actor: Callable[[], Actor], filter_: Filter, sortering: str, na: str = "") -> Geval:
    """Only the statement of the list, with the rights of the actor; no page, nothing that belongs to the rows."""
    rijen = lijst(actor(), filter_, sortering=sortering, na=na, erbij=()).rijen

    def doe() -> None:
        lijst(wie, filter_, sortering=sortering, na=na, erbij=())

    wie = actor()
    return Geval(f"lijst: {naam}", doe, vloer.zaken(rijen))


def _alleen_de_lijst() -> Iterator[Geval]:
    for wie, woord in ((VIJF, "5"), (VIJFHONDERD, "500"), (VIJFDUIZEND, "5.000")):
        yield _kaal(f"inwoner met {woord}, open", partial(toneel.burger, wie), VAN_INWONER, "-binnenkomst")
        dicht = Filter(open=False, zonder_processen=[PROCES])
        yield _kaal(f"inwoner met {woord}, afgerond", partial(toneel.burger, wie), dicht, "-binnenkomst")
    for wie, woord in ((HELPER, "1"), (KANTOOR, "20.000")):
        yield _kaal(f"gemachtigde met {woord}", partial(toneel.gemachtigde, wie), VAN_INWONER, "-binnenkomst")
    for woord, naam in _ZOEKERS.items():
        yield _kaal(f"{woord}, alle zaken", partial(toneel.staf, naam), Filter(), "-registratie")
        yield _kaal(f"{woord}, open zaken", partial(toneel.staf, naam), Filter(open=True), "termijn")
    for naam in ("proef-1", "proef-20", "proef-200"):
        filter_ = team_filter(toneel.staf(naam))
        woord = f"werkvoorraad {naam.removeprefix('proef-')}"
        for sortering in ("termijn", "-termijn", "-registratie", "nummer", "aanvrager"):
            yield _kaal(f"{woord}, {sortering}", partial(toneel.staf, naam), filter_, sortering)
    sleutel = _blad(toneel.staf("proef-20"), HONDERDSTE)[1]
    filter_ = team_filter(toneel.staf("proef-20"))
    yield _kaal("werkvoorraad 20, blad 100", partial(toneel.staf, "proef-20"), filter_, "termijn", sleutel)
    client = Filter(partij=inwoners.partij(CLIENT).pk, zonder_processen=[PROCES])
    yield _kaal("klantbeeld van een met 500", partial(toneel.staf, "proef-kcc"), client, "-binnenkomst")


def _tellen() -> Iterator[Geval]:
    for woord, naam in _ZOEKERS.items():
        wie = toneel.staf(naam)
        kaal = "SELECT count(*) FROM (SELECT 1 FROM zaken_zaak LIMIT 1001) z"
        yield Geval(f"tellen tot 1.001: {woord}", partial(_tel, wie, Filter()), (kaal, []))
        if naam not in ("proef-kcc", "proef-5", "proef-stil"):
            yield Geval(f"tellen tot 1.001: werkvoorraad {woord}", partial(_tel, wie, team_filter(wie)), (kaal, []))


def _tel(wie: Medewerker, filter_: Filter) -> None:
    aantal(wie, filter_)
