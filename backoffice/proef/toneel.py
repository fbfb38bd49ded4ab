"""The stage: the zaak of a try, made anew for every page by doing again what was done, and gone after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.http import QueryDict

from autorisatie import proef
from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from backoffice.behandeling.forms import Handelingformulier
from backoffice.behandeling.knoppen import zinvol
from backoffice.behandeling.tabel import SCHERMEN
from backoffice.proef.spelers import Spelers, maak_spelers
from backoffice.proef.stand import Daad, Stand
from catalogus.models import Product, SoortTaak, Zaaktype
from mijnzaken.aanvragen.invullen import Invulling
from mijnzaken.documenten.opslag import bewaar_upload
from mijnzaken.zaken.handelingen import concepten, taken, termijnen
from mijnzaken.zaken.inzien import Inzage, niveaus_van
from mijnzaken.zaken.models import Taak, Taakstand, Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak

TAAK = "taak"  # what a resident does: an open task, by its place in the list
KAN = (  # what a handler can try: what needs no colleague of flesh and blood, and no file
    "in_behandeling_nemen",
    "stap_zetten",
    "aanvulling_vragen",
    "opschorten",
    "hervatten",
    "verlengen",
    "taak_plaatsen",
    "notitie_schrijven",
    "besluit_voorstellen",
    "voorstel_terugsturen",
    "besluiten",
    "afhandelen",
    "stoppen",
    "heropenen",
)
VAN_DE_COLLEGA = frozenset({"voorstel_terugsturen", "besluiten"})


class Mislukt(Exception):
    """An act that the concept does not allow; ``formulier`` has what was typed, when there was one."""

    def __init__(self, reden: str, formulier: Handelingformulier | None = None) -> None:
        self.reden, self.formulier = reden, formulier
        super().__init__(reden)


@dataclass
class Toneel:
    """A version, who acts on it, and what became of it so far."""

    versie: Zaaktype
    spelers: Spelers
    invulling: Invulling
    zaak_uuid: Any = None
    gedaan: list[str] = field(default_factory=list)  # in words
    gestrand: str = ""  # why the next act that was kept could not be done again

    @cached_property
    def zaak(self) -> Zaak:
        """As it stands after the last act."""
        zaak: Zaak | None = (
            Zaak.objects.voor(self.spelers.behandelaar)
            .select_related("zaaktype__proces", "proces", "team__afdeling__dienst", "behandelaar", "product")
            .filter(uuid=self.zaak_uuid)
            .first()
        )
        if zaak is None:
            raise BestaatNiet
        return zaak

    def inzage(self, actor: Actor) -> Inzage:
        """No line of reading: nobody's data is read."""
        return Inzage(actor, self.zaak, niveaus_van(actor, self.zaak))

    def mogelijk(self) -> list[str]:
        """The acts that a handler is offered now, or the colleague who decides."""
        per_speler = {
            speler.gebruiker.pk: zinvol(self.inzage(speler))
            for speler in (self.spelers.behandelaar, self.spelers.collega)
        }
        return [naam for naam in KAN if naam in per_speler[self.wie(naam).gebruiker.pk]]

    def wie(self, naam: str) -> Medewerker:
        return self.spelers.collega if naam in VAN_DE_COLLEGA else self.spelers.behandelaar

    def formulier(self, naam: str, post: QueryDict | None = None) -> Handelingformulier:
        return SCHERMEN[naam].formulier(self.inzage(self.wie(naam)), QueryDict(), post)

    def open_taken(self) -> list[Taak]:
        rijen = self.zaak.taken.filter(uitvoerder="inwoner", stand=Taakstand.OPEN)
        return list(rijen.order_by("pk"))

    def doe(self, daad: Daad) -> None:
        """Raises Mislukt."""
        post = QueryDict(mutable=True)
        for veld, waarden in daad.post.items():
            post.setlist(veld, waarden)
        try:
            if daad.naam == TAAK:
                self._doe_taak(int(post.get("nummer", "0")), post.get("antwoord", ""))
            else:
                self._handel(daad.naam, post)
        except (Weigering, BestaatNiet) as weigering:
            raise Mislukt(getattr(weigering, "reden", "Dit kan niet bij deze zaak.")) from weigering
        del self.zaak  # what was read of it before is old

    def _handel(self, naam: str, post: QueryDict) -> None:
        if naam not in self.mogelijk():
            raise Mislukt("Dit kan nu niet bij deze zaak.")
        formulier = self.formulier(naam, post)
        if not formulier.is_valid():
            raise Mislukt("", formulier)
        try:
            SCHERMEN[naam].doe(self.wie(naam), self.zaak, **formulier.waarden())
        except Invoerfout as onjuist:
            for veld, melding in onjuist.velden.items():
                formulier.add_error(veld if veld in formulier.fields else None, melding)
            raise Mislukt("", formulier) from onjuist
        self.gedaan.append(str(SCHERMEN[naam].naam))

    def _doe_taak(self, nummer: int, antwoord: str) -> None:
        """Nobody sends a file to a try: a task that asks for one gets a page of text that says so."""
        open_ = self.open_taken()
        if not 0 <= nummer < len(open_):
            raise Mislukt("Deze taak staat niet meer open.")
        taak = open_[nummer]
        inwoner, uploads = self.spelers.inwoner, []
        if taak.soort == SoortTaak.UPLOAD or taak.opschorting_id:
            stuk = ContentFile(b"Een bestand in een proef.", "proef.txt")
            uploads = [str(bewaar_upload(stuk, eigenaar=eigenaar_bij_zaak(inwoner, self.zaak.uuid)).uuid)]
        doe = termijnen.aanvullen if taak.opschorting_id else taken.taak_uitvoeren
        doe(inwoner, self.zaak, taak.uuid, antwoord=antwoord, uploads=uploads)
        self.gedaan.append(taak.titel)


@contextmanager
def toneel(versie: Zaaktype, stand: Stand) -> Iterator[Toneel]:
    """The try as it stands. Everything that a page shows of it must be made inside."""
    with proef.niets_blijft():
        yield _speel(versie, stand)


def _speel(versie: Zaaktype, stand: Stand) -> Toneel:
    versie.gegevens.filter(soort="bestand").update(verplicht=False)  # nobody sends a file, or has a letter with a code
    versie.gegevens.filter(eenmalige_code=True).update(eenmalige_code=False)
    spelers = maak_spelers(versie, frozenset({*KAN, "inzien"}))
    concept = concepten.concept_beginnen(spelers.inwoner, versie, _product(versie), proces=versie.proces)
    concept = concepten.concept_opslaan(spelers.inwoner, concept, stand.antwoorden)
    stuk = Toneel(versie, spelers, Invulling(spelers.inwoner, concept))
    if not stand.verstuurd:
        return stuk
    stuk.zaak_uuid = concepten.indienen(spelers.inwoner, concept).uuid
    for nummer, daad in enumerate(stand.daden, start=1):
        try:
            stuk.doe(daad)
        except Mislukt as fout:
            stuk.gestrand = fout.reden or f"Stap {nummer} past niet meer bij het concept."
            break
    return stuk


def _product(versie: Zaaktype) -> Product:
    """What a resident would ask for; a process that serves no product yet gets one for the try."""
    regel = versie.proces.kruistabel.select_related("product").first()
    if regel is not None:
        return regel.product
    naam = f"{versie.omschrijving[:80]} (proef)"
    return Product.objects.create(naam=naam, slug=f"proef-{uuid4()}", samenvatting=naam)
