"""Versions of a zaaktype: copy with everything that belongs to it, publish, end, throw a concept away.

Rights, the audit line and the transaction belong to the handelingen of ``mijnzaken.inrichting``.
"""

from collections.abc import Collection
from datetime import date

from django.db.models import BigIntegerField, Func, Value

from catalogus import klok
from catalogus.controles import bezwaren_bij_publiceren
from catalogus.models import Proces, Stand, Zaaktype
from catalogus.querysets import ZaaktypeQuerySet
from catalogus.uitwisseling import soorten
from catalogus.uitwisseling.bouwen import Doelen, bouw_versie
from catalogus.uitwisseling.schrijven import rij_van
from catalogus.uitwisseling.vormen import ZAAKTYPE


class KanNiet(Exception):
    """Why this version can't be copied, published or ended; ``redenen`` are sentences for a person."""

    def __init__(self, *redenen: str) -> None:
        self.redenen = list(redenen)
        super().__init__(" ".join(redenen))


def kopieer(bron: Zaaktype, *, auteur_id: int | None, begin_geldigheid: date | None = None) -> Zaaktype:
    """A new concept of the same process with everything of ``bron``; the number is one higher than the highest.

    Without a date the concept means to start today. Raises KanNiet when there is a concept already.
    """
    if concept_van(bron.proces) is not None:
        raise KanNiet(f"Er is al een concept van {bron.proces}. Werk daarin verder of gooi het weg.")
    begin = begin_geldigheid or klok.vandaag()
    rij = rij_van(ZAAKTYPE, bron) | {
        "versienummer": volgend_nummer(bron.proces),
        "stand": Stand.CONCEPT,
        "begin_geldigheid": begin,
        "einde_geldigheid": None,
        "einde_object": None,
        "versiedatum": begin,
    }
    nieuw = bouw_versie(bron.proces, rij, Doelen())
    onthoud_auteur(nieuw, auteur_id)
    return nieuw


def onthoud_auteur(versie: Zaaktype, wie: int | None) -> None:
    """Who wrote on a version once does not publish it, whoever wrote on it after him; two at once are both kept."""
    if wie is None:
        return
    eigen = Zaaktype.objects.filter(pk=versie.pk)
    eigen.exclude(auteurs__contains=[wie]).update(
        auteurs=Func("auteurs", Value(wie, BigIntegerField()), function="array_append")
    )
    eigen.update(auteur_id=wie, bijgewerkt_op=klok.nu())
    versie.refresh_from_db(fields=["auteur_id", "auteurs", "bijgewerkt_op"])


def concept_van(proces: Proces) -> Zaaktype | None:
    return Zaaktype.objects.filter(proces=proces, stand=Stand.CONCEPT).first()


def volgend_nummer(proces: Proces) -> int:
    hoogste = Zaaktype.objects.filter(proces=proces).order_by("-versienummer").first()
    return hoogste.versienummer + 1 if hoogste else 1


def publiceer(
    versie: Zaaktype, *, door_id: int | None, vanaf: date | None = None, ook: Collection[int] = ()
) -> Zaaktype:
    """Let a concept hold from a day, today or later; the version before it ends on that day, without a gap. What it
    refers to and holds nowhere yet is published with it.

    Nobody publishes what they wrote. ``ook``: the other accounts of who publishes. Raises KanNiet with every reason.
    """
    dag = vanaf or klok.vandaag()
    Proces.objects.select_for_update().get(pk=versie.proces_id)  # two who publish at once: one after the other
    versie.refresh_from_db(fields=["stand", "auteur_id", "auteurs", "bijgewerkt_op", "teruggestuurd_op"])
    redenen = [*_mag_publiceren(versie, {door_id, *ook} - {None}, dag), *bezwaren_bij_publiceren(versie)]
    if redenen:
        raise KanNiet(*redenen)
    vorige = _gepubliceerd(versie.proces).order_by("begin_geldigheid", "versienummer").last()
    if vorige is not None and (vorige.einde_geldigheid is None or vorige.einde_geldigheid > klok.vandaag()):
        beeindig(vorige, per=dag)  # also what was to end on another day: the dates stay chained
    versie.stand = Stand.GEPUBLICEERD
    versie.begin_geldigheid = versie.versiedatum = dag
    versie.gepubliceerd_door_id = door_id
    versie.gepubliceerd_op = klok.nu()
    versie.save(update_fields=["stand", "begin_geldigheid", "versiedatum", "gepubliceerd_door_id", "gepubliceerd_op"])
    soorten.publiceer(versie)
    return versie


def _mag_publiceren(versie: Zaaktype, door: Collection[int | None], dag: date) -> list[str]:
    redenen = []
    if not versie.concept:
        redenen.append("Deze versie is al gepubliceerd.")
    if not {versie.auteur_id, *versie.auteurs}.isdisjoint(door):
        redenen.append("U schreef zelf aan deze versie. Laat een ander haar publiceren.")
    if dag < klok.vandaag():
        redenen.append("Een versie kan niet met terugwerkende kracht gaan gelden.")
    if versie.wacht_op_schrijver:
        redenen.append("Deze versie is teruggestuurd en sindsdien niet gewijzigd.")
    later = _gepubliceerd(versie.proces).filter(begin_geldigheid__gt=dag)
    if eerste := later.order_by("begin_geldigheid").first():
        redenen.append(f"Versie {eerste.versienummer} gaat al later in; kies een dag daarna.")
    return redenen


def _gepubliceerd(proces: Proces) -> ZaaktypeQuerySet:
    return Zaaktype.objects.filter(proces=proces).exclude(stand=Stand.CONCEPT)


def vergelijk_met(versie: Zaaktype) -> Zaaktype | None:
    """The version that runs, or that ran last; what is planned only when nothing ran yet. Never the version itself."""
    rijen = _gepubliceerd(versie.proces).exclude(pk=versie.pk)
    vandaag = klok.vandaag()
    liep = rijen.filter(begin_geldigheid__lte=vandaag).order_by("begin_geldigheid", "versienummer")
    return rijen.geldig_op(vandaag).first() or liep.last() or rijen.order_by("begin_geldigheid").first()


def gepland(proces: Proces) -> Zaaktype | None:
    """What is published and begins on a later day."""
    return _gepubliceerd(proces).filter(begin_geldigheid__gt=klok.vandaag()).order_by("begin_geldigheid").first()


def stuur_terug(versie: Zaaktype, *, door_id: int | None, reden: str) -> None:
    """Back to its authors, who read why. It is not published before one of them worked on it. Raises KanNiet."""
    if not versie.concept:
        raise KanNiet("Deze versie is al gepubliceerd.")
    versie.teruggestuurd_op, versie.teruggestuurd_door_id = klok.nu(), door_id
    versie.teruggestuurd_reden = reden
    versie.save(update_fields=["teruggestuurd_op", "teruggestuurd_door_id", "teruggestuurd_reden"])


def beeindig(versie: Zaaktype, *, per: date) -> None:
    """From this day no new zaak starts on the version; running ones stay. Raises KanNiet, also for an end that leaves
    a gap before the version after it.
    """
    if versie.concept:
        raise KanNiet("Een concept geldt nog niet en kan dus niet eindigen. Gooi het weg.")
    if per < versie.begin_geldigheid:
        raise KanNiet("Het einde ligt voor het begin van de geldigheid.")
    daarna = _gepubliceerd(versie.proces).filter(begin_geldigheid__gte=versie.begin_geldigheid).exclude(pk=versie.pk)
    volgende = daarna.filter(versienummer__gt=versie.versienummer).order_by("begin_geldigheid").first()
    if volgende is not None and volgende.begin_geldigheid != per:
        raise KanNiet(f"Versie {volgende.versienummer} gaat op een andere dag in; dan ontstaat er een gat.")
    versie.einde_geldigheid, versie.einde_voorgesteld = per, None
    versie.stand = Stand.BEEINDIGD if per <= klok.vandaag() else Stand.GEPUBLICEERD
    versie.save(update_fields=["einde_geldigheid", "einde_voorgesteld", "stand"])


def beeindigd_zonder_opvolger(proces: Proces, dag: date) -> date | None:
    """The first day on which nobody could start a zaak any more, when that is past and nothing begins later."""
    rijen = _gepubliceerd(proces)
    if rijen.filter(begin_geldigheid__gt=dag).exists():
        return None
    laatste = rijen.filter(einde_geldigheid__lte=dag).order_by("einde_geldigheid").last()
    return laatste.einde_geldigheid if laatste is not None else None


def sluit_af() -> int:
    """Versions of which the planned end has come are ended from then on; gives how many."""
    over = Zaaktype.objects.filter(stand=Stand.GEPUBLICEERD, einde_geldigheid__lte=klok.vandaag())
    return over.update(stand=Stand.BEEINDIGD)


def gooi_weg(versie: Zaaktype) -> None:
    """Throw a concept away with everything in it. Raises KanNiet: what was published stays."""
    if not versie.concept:
        raise KanNiet("Wat gepubliceerd is, blijft bewaard. Beëindig de versie.")
    haal_weg(versie)


def haal_weg(versie: Zaaktype) -> None:
    """With everything in it; ProtectedError when something else refers to it."""
    for naam in reversed(ZAAKTYPE.kinderen):
        getattr(versie, naam).all().delete()
    versie.delete()
