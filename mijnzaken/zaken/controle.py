"""Is the installation in order? Each check gives sentences about what is wrong; none means that it is well."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from cryptography.fernet import InvalidToken
from django.conf import settings

from autorisatie import houders
from autorisatie.matrix import herziening
from autorisatie.models import Matrixversie, Partij
from autorisatie.nazien import nazien
from autorisatie.rechten import onbekende
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok, termijnen
from catalogus.dossier import stand as dossierstand
from catalogus.models import Proces, Vrijedag, Zaaktype
from mijnzaken.berichten.models import Bericht, Stand
from mijnzaken.documenten.keuren import wacht_te_lang
from mijnzaken.zaken import afscherming, termijn, vernietigd
from mijnzaken.zaken.avg import gewist
from mijnzaken.zaken.models import Beperking, Beslistermijn, Concept, PartijAfscherming, Zaak

REDEN = "controle van de installatie"
PORTIE = 5000
TE_LANG = timedelta(hours=1)
KORT_VOOR_HET_EINDE = 14  # days
HERZIEN = "/backoffice/beheer/rechten/toekenningen/herzien/"


def instellingen() -> Iterator[str]:
    if settings.DEMO:
        yield "De demo staat aan (MIJNZAKEN_DEMO): iedereen kan zich als iedereen voordoen."
    if settings.SCANNER == "demo":
        yield "De virusscanner van de demo staat aan: die kent alleen het testbestand EICAR."


def sleutels() -> Iterator[str]:
    """The newest hundred BSNs can be read with the keys that there are, and are found by their hash."""
    for partij in Partij.objects.systeem(REDEN).exclude(bsn=None).order_by("-pk")[:100]:
        try:
            klopt = partij.bsn is not None and zoekwaarde(partij.bsn.tonen()) == partij.bsn_zoekwaarde  # type: ignore[union-attr]
        except InvalidToken:
            yield "Een BSN is niet te lezen met MIJNZAKEN_SLEUTELS: een sleutel ontbreekt."
            return
        if not klopt:
            yield "Een BSN is niet te vinden met MIJNZAKEN_ZOEKSLEUTEL: het is met een andere sleutel bewaard."
            return


def rechten() -> Iterator[str]:
    versie = Matrixversie.actief()
    if versie is None:
        yield "Er geldt geen autorisatiematrix: niemand ziet iets."
        return
    namen = {naam for rij in versie.regels.values_list("handelingen", flat=True) for naam in rij}
    for naam in onbekende(namen):
        yield f"De geldende autorisatiematrix noemt een handeling die het programma niet kent: {naam}."
    lang_geleden = klok.nu() - timedelta(days=settings.ONTWERP_DAGEN)
    for ontwerp in Matrixversie.objects.filter(aangemaakt_op__lt=lang_geleden, actief_vanaf=None):
        yield (
            f"Het ontwerp van versie {ontwerp.nummer} van de autorisatiematrix wacht langer dan "
            f"{settings.ONTWERP_DAGEN} dagen."
        )
    for stand in herziening.te_laat():
        yield f"De regels van de rol {stand.rol} hadden uiterlijk {stand.uiterlijk:%d-%m-%Y} nagelopen moeten zijn."
    if houders.aantal_personen("toekenning_aanvragen") < houders.BEHEERDERS_MINIMAAL:
        yield "Er zijn minder dan twee autorisatiebeheerders: niemand kan nog een rol geven."
    for rol in houders.rollen_zonder_iemand():
        yield f"Niemand heeft de rol {rol}."
    if aantal := houders.loopt_af(KORT_VOOR_HET_EINDE).count():
        yield f"Rollen die binnen {KORT_VOOR_HET_EINDE} dagen aflopen: {aantal}; zie {HERZIEN}."


def berichten() -> Iterator[str]:
    rijen = Bericht.objects.systeem(REDEN)
    if aantal := rijen.filter(status=Stand.GEPARKEERD).count():
        yield f"{aantal} berichten bleven steken; zie /backoffice/beheer/berichten/."
    if aantal := rijen.filter(status=Stand.KLAAR, aangemaakt_op__lt=klok.nu() - TE_LANG).count():
        yield f"{aantal} berichten wachten langer dan een uur: draaien de worker en het rooster?"
    if aantal := wacht_te_lang():
        yield f"{aantal} bestanden wachten langer dan een uur op de virusscanner."


def vrije_dagen() -> Iterator[str]:
    """The table of holidays covers this year and the years in which running terms can end."""
    gevuld = termijnen.Vrijedagen.van(Vrijedag.objects.values_list("datum", flat=True)).jaren
    ontbreekt = [jaar for jaar in range(klok.vandaag().year, klok.vandaag().year + 3) if jaar not in gevuld]
    if ontbreekt:
        jaren = ", ".join(map(str, ontbreekt))
        yield f"De vrije dagen van {jaren} ontbreken: termijnen in die jaren zijn niet te berekenen."


def opgeslagen_termijnen() -> Iterator[str]:
    """What is stored for sorting is what the rows give."""
    lopend = (
        Beslistermijn.objects.systeem(REDEN)
        .filter(voldaan_op=None)
        .select_related("zaak__zaaktype")
        .order_by("pk")[:PORTIE]
    )
    for rij in lopend.prefetch_related("opschortingen", "verlengingen"):
        berekend = rij.uiterlijk if rij.zaak.termijn_stil else termijn.bereken(rij)
        if not rij.zaak.uiterlijke_einddatum == rij.uiterlijk == berekend:
            yield f"De einddatum van zaak {rij.zaak.nummer} klopt niet met haar termijnen."


def afgeschermd() -> Iterator[str]:
    """What the door goes by is what the shieldings say."""
    for nummer in afscherming.verkeerd().order_by("pk").values_list("nummer", flat=True)[:PORTIE]:
        yield f"Zaak {nummer} is anders afgeschermd dan in haar afschermingen staat."
    open_ = PartijAfscherming.objects.systeem(REDEN).filter(opgeheven_op=None).values("partij")
    zo = Partij.objects.systeem(REDEN)
    if aantal := (
        zo.filter(afgeschermd=True).exclude(pk__in=open_) | zo.filter(afgeschermd=False, pk__in=open_)
    ).count():
        yield f"{aantal} partijen zijn anders afgeschermd dan in hun afschermingen staat."


def beperkt() -> Iterator[str]:
    """A lock that nobody would look for does not hold."""
    open_ = Beperking.objects.systeem(REDEN).filter(Beperking.geldend(), zaak__beperkt=False)
    for nummer in open_.values_list("zaak__nummer", flat=True)[:PORTIE]:
        yield f"Zaak {nummer} staat op slot, en dat staat niet bij de zaak."


def bewaren() -> Iterator[str]:
    if aantal := Concept.objects.systeem(REDEN).filter(verloopt_op__lt=klok.vandaag() - timedelta(days=1)).count():
        yield f"{aantal} concepten hadden vernietigd moeten zijn: draait het rooster?"
    if aantal := Zaak.objects.systeem(REDEN).filter(archiefactiedatum__lt=klok.vandaag()).count():
        yield f"{aantal} zaken zijn over hun bewaartermijn; zie /backoffice/beheer/archief/."
    if aantal := sum(1 for _ in vernietigd.teruggekomen()):
        yield f"Een teruggezette kopie bracht {aantal} vernietigde zaken terug: draait het rooster?"
    if any(gewist.teruggekomen()):
        yield "Een teruggezette kopie bracht gegevens terug die op verzoek gewist waren: draait het rooster?"


def zaaktypen() -> Iterator[str]:
    for zaaktype in Zaaktype.objects.geldig_op(klok.vandaag()).met_proces():
        if not zaaktype.statustypen.exists():
            yield f"Zaaktype {zaaktype} heeft geen statussen."


def toetsen() -> Iterator[str]:
    """What the door of new applications goes by is what the aansluitdossiers say, and who runs untested is named."""
    vandaag = klok.vandaag()
    draait = Proces.objects.filter(pk__in=Zaaktype.objects.geldig_op(vandaag).values("proces"))
    for beeld in dossierstand.lees_alle(draait, vandaag):
        proces = beeld.proces
        if beeld.getoetst_tot != proces.getoetst_tot:
            yield f"Tot wanneer het proces {proces} getoetst is, klopt niet met zijn aansluitdossier."
        if proces.getoetst_tot is None:
            yield f"Het proces {proces} draait en is nooit getoetst; maak een aansluitdossier."
        elif proces.toets_verviel(vandaag):
            yield f"Het proces {proces} neemt geen nieuwe aanvragen aan: een toets is ingetrokken of verlopen."


def logboek() -> Iterator[str]:
    """The months and the newest seals; ``controleer --logboek geheel`` reads every line."""
    return nazien()


CONTROLES: dict[str, Callable[[], Iterator[str]]] = {
    "instellingen": instellingen,
    "sleutels": sleutels,
    "rechten": rechten,
    "berichten en bestanden": berichten,
    "logboek": logboek,
    "vrije dagen": vrije_dagen,
    "termijnen": opgeslagen_termijnen,
    "afscherming": afgeschermd,
    "beperking": beperkt,
    "bewaren": bewaren,
    "zaaktypen": zaaktypen,
    "toetsen": toetsen,
}
