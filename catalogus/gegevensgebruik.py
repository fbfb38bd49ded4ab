"""How much a process asks of people, as one number that can be explained (AVG art. 5 lid 1c and 25: data minimisation).

The score of a zaaktype is the sum of that of its gegevens, in points; lower is better. A gegeven counts 1, and more for
what makes knowing it heavier. It compares versions and smaller sets of one process; it does not measure lawfulness.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalogus.models import Bron, Gegeven
from catalogus.models.gegeven import Gegevensgroep, Mate

_GROEP = {
    Gegevensgroep.ZAAK: 0,
    Gegevensgroep.PERSOONSGEGEVENS: 1,
    Gegevensgroep.FINANCIEEL: 2,
    Gegevensgroep.BIJZONDER: 3,
}
_GEVOELIGHEID = {Mate.LAAG: 0, Mate.MIDDEN: 1, Mate.HOOG: 2}
_ONVERANTWOORD = 2
_BASISREGISTRATIES = {Bron.BRP, Bron.KVK, Bron.BAG}


KWALITEIT = ("juistheid", "actualiteit", "vertrouwelijkheid", "beschikbaarheid", "onweerlegbaarheid")
"""What the process needs of a gegeven; each laag, midden or hoog."""


@dataclass(frozen=True)
class Antwoord:
    vraag: str | Promise
    antwoord: str | Promise


@dataclass(frozen=True)
class Punten:
    """The points of one gegeven, apart, so that a person can add them up."""

    gegeven: Gegeven
    groep: int
    gevoeligheid: int
    ontvangers: int
    onverantwoord: int

    @property
    def totaal(self) -> int:
        return 1 + self.groep + self.gevoeligheid + self.ontvangers + self.onverantwoord

    @property
    def gevraagd_hoewel_elders(self) -> bool:
        """Asked on the form, while its source is a base register from which it could be fetched."""
        g = self.gegeven
        return g.bron in _BASISREGISTRATIES and g.stap_id is not None and not g.voorvulling

    @property
    def beoordeling(self) -> list[Antwoord]:
        """The questions that every gegeven must stand up to, with what was answered; empty means not yet."""
        g = self.gegeven
        elders: str | Promise = "" if self.gevraagd_hoewel_elders else g.get_bron_display()
        kwaliteit = ", ".join(f"{naam}: {getattr(g, f'get_{naam}_display')()}" for naam in KWALITEIT)
        return [
            Antwoord(_("Waarvoor is het nodig?"), g.doel.strip()),
            Antwoord(_("Volgens welke regel mag het?"), g.grondslag.strip()),
            Antwoord(_("Kan het met minder, of minder precies?"), g.minder.strip()),
            Antwoord(_("Waar komt het vandaan?"), elders),
            Antwoord(_("Hoe goed moet het zijn?"), kwaliteit),
            Antwoord(_("Aan wie geven wij het?"), ", ".join(g.ontvangers) or _("Aan niemand")),
            Antwoord(_("Hoe strikt is het doel?"), g.get_doelbinding_display() if g.doelbinding else ""),
        ]

    @property
    def beoordeeld(self) -> bool:
        return all(rij.antwoord for rij in self.beoordeling)

    @property
    def vragen(self) -> list[Promise]:
        """What this gegeven leaves unanswered (domein.md, *gegeven*), in sentences for who designs the process."""
        g = self.gegeven
        return [
            vraag
            for geldt, vraag in (
                (not g.doel.strip(), _("Waarvoor is het nodig? Het doel ontbreekt.")),
                (not g.grondslag.strip(), _("Volgens welke regel mag het? De grondslag ontbreekt.")),
                (self.gevraagd_hoewel_elders, _("Het staat in een basisregistratie, maar wordt niet opgehaald.")),
            )
            if geldt
        ]


def punten(gegeven: Gegeven) -> Punten:
    """The points of one gegeven. Without a purpose or a ground nobody can say why it is needed: two more."""
    verantwoord = gegeven.doel.strip() and gegeven.grondslag.strip()
    return Punten(
        gegeven=gegeven,
        groep=_GROEP[Gegevensgroep(gegeven.gegevensgroep)],
        gevoeligheid=_GEVOELIGHEID[Mate(gegeven.gevoeligheid)],
        ontvangers=len(set(gegeven.ontvangers)),
        onverantwoord=0 if verantwoord else _ONVERANTWOORD,
    )


def score(gegevens: Iterable[Punten]) -> int:
    return sum(rij.totaal for rij in gegevens)


def kleiner(gegevens: Iterable[Punten], blijft: Collection[str]) -> int:
    """The score when only the gegevens with these names would remain."""
    return score(rij for rij in gegevens if rij.gegeven.naam in blijft)
