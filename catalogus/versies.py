"""Versions of a zaaktype: copy with everything that belongs to it, publish, end, throw a concept away.

Rights, the audit line and the transaction belong to the handelingen of ``mijnzaken.inrichting``.
"""

from datetime import date

from django.db.models import BigIntegerField, Func, Value

from catalogus import klok
from catalogus.controles import bezwaren_bij_publiceren
from catalogus.models import Proces, Stand, Zaaktype
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
    eigen.update(auteur_id=wie)
    versie.refresh_from_db(fields=["auteur_id", "auteurs"])


def concept_van(proces: Proces) -> Zaaktype | None:
    return Zaaktype.objects.filter(proces=proces, stand=Stand.CONCEPT).first()


def volgend_nummer(proces: Proces) -> int:
    hoogste = Zaaktype.objects.filter(proces=proces).order_by("-versienummer").first()
    return hoogste.versienummer + 1 if hoogste else 1


def publiceer(versie: Zaaktype, *, door_id: int | None, vanaf: date | None = None) -> Zaaktype:
    """Let a concept hold from a day, today or later; the version before it ends on that day, without a gap. What it
    refers to and holds nowhere yet is published with it.

    Nobody publishes what they wrote. Raises KanNiet with every reason.
    """
    dag = vanaf or klok.vandaag()
    versie.refresh_from_db(fields=["auteur_id", "auteurs"])
    redenen = [*_mag_publiceren(versie, door_id, dag), *bezwaren_bij_publiceren(versie)]
    if redenen:
        raise KanNiet(*redenen)
    vorige = Zaaktype.objects.filter(proces=versie.proces, stand=Stand.GEPUBLICEERD, einde_geldigheid=None).first()
    if vorige is not None:
        beeindig(vorige, per=dag)
    versie.stand = Stand.GEPUBLICEERD
    versie.begin_geldigheid = versie.versiedatum = dag
    versie.gepubliceerd_door_id = door_id
    versie.gepubliceerd_op = klok.nu()
    versie.save(update_fields=["stand", "begin_geldigheid", "versiedatum", "gepubliceerd_door_id", "gepubliceerd_op"])
    soorten.publiceer(versie)
    return versie


def _mag_publiceren(versie: Zaaktype, door_id: int | None, dag: date) -> list[str]:
    redenen = []
    if not versie.concept:
        redenen.append("Deze versie is al gepubliceerd.")
    if door_id is not None and door_id in {versie.auteur_id, *versie.auteurs}:
        redenen.append("U schreef zelf aan deze versie. Laat een ander haar publiceren.")
    if dag < klok.vandaag():
        redenen.append("Een versie kan niet met terugwerkende kracht gaan gelden.")
    later = Zaaktype.objects.filter(proces=versie.proces).exclude(stand=Stand.CONCEPT).filter(begin_geldigheid__gt=dag)
    if eerste := later.order_by("begin_geldigheid").first():
        redenen.append(f"Versie {eerste.versienummer} gaat al later in; kies een dag daarna.")
    return redenen


def beeindig(versie: Zaaktype, *, per: date) -> None:
    """From this day no new zaak starts on the version; running ones stay. Raises KanNiet."""
    if versie.concept:
        raise KanNiet("Een concept geldt nog niet en kan dus niet eindigen. Gooi het weg.")
    if per < versie.begin_geldigheid:
        raise KanNiet("Het einde ligt voor het begin van de geldigheid.")
    versie.einde_geldigheid = per
    versie.stand = Stand.BEEINDIGD if per <= klok.vandaag() else Stand.GEPUBLICEERD
    versie.save(update_fields=["einde_geldigheid", "stand"])


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
