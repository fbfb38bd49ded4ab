"""Filling in a draft step by step: which step, its form, its files, and everything before sending. No HTTP here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from autorisatie.actor import Actor, Burger
from autorisatie.fouten import Invoerfout
from autorisatie.models import Partij
from catalogus import klok
from catalogus.formulieren import Gegevensformulier, geldige_waarden, in_woorden, maak_formulier, voorgevuld, voorwaarde
from catalogus.models import Formulierstap, Gegeven, SoortGegeven
from catalogus.regels import Uitkomst, tabellen_op, uitkomsten
from mijnzaken import bronnen
from mijnzaken.bronnen.client import BronNietBereikbaar
from mijnzaken.documenten.opslag import Geweigerd, bewaar_upload, gooi_upload_weg, upload_van, uploads_van
from mijnzaken.klanten.inzien import digitale_adressen
from mijnzaken.zaken.handelingen import concepten
from mijnzaken.zaken.models import Concept, Gegevenswaarde, InwonerProduct

_NIET_OPNIEUW = (SoortGegeven.BESTAND, SoortGegeven.DATUM)


@dataclass
class Bestandvraag:
    """A question for files: what is there already, and what was wrong."""

    gegeven: Gegeven
    bestanden: list[dict[str, Any]]
    fout: str = ""


@dataclass
class Invulling:
    """A draft while somebody fills it in."""

    actor: Actor
    concept: Concept
    fouten: dict[str, str] = field(default_factory=dict)  # by name of a file question

    @cached_property
    def vragen(self) -> list[Gegeven]:
        return list(
            self.concept.zaaktype.gegevens.filter(stap__isnull=False)
            .select_related("stap", "informatieobjecttype")
            .order_by("stap__volgnummer", "volgorde", "pk")
        )

    @cached_property
    def stappen(self) -> list[Formulierstap]:
        """The steps that have a question to ask, given the answers so far."""
        waarden = self.concept.lees_waarden()
        gezien: dict[int, Formulierstap] = {}
        for vraag in self.vragen:
            if vraag.stap is not None and voorwaarde(vraag.toon_als, waarden):
                gezien.setdefault(vraag.stap.pk, vraag.stap)
        return list(gezien.values())

    def stap(self, nummer: int) -> Formulierstap | None:
        """Step 1, 2, …; ``None`` after the last: everything before sending."""
        return self.stappen[nummer - 1] if 1 <= nummer <= len(self.stappen) else None

    def formulier(self, stap: Formulierstap, data: Any = None) -> Gegevensformulier:
        vragen = [v for v in self.vragen if v.stap_id == stap.pk and v.soort != SoortGegeven.BESTAND]
        return maak_formulier(vragen, data=data, beginwaarden=self.concept.lees_waarden())

    def bestandvragen(self, stap: Formulierstap) -> list[Bestandvraag]:
        waarden = self.concept.lees_waarden()
        return [
            Bestandvraag(v, self._bestanden(v.naam), self.fouten.get(v.naam, ""))
            for v in self.vragen
            if v.stap_id == stap.pk and v.soort == SoortGegeven.BESTAND and voorwaarde(v.toon_als, waarden)
        ]

    def bewaar(
        self, stap: Formulierstap, data: Any, bestanden: Mapping[str, list[UploadedFile]], nummer: int
    ) -> Gegevensformulier:
        """Keep what was typed, right or not yet right; the form says what is wrong with it."""
        formulier = self.formulier(stap, data)
        waarden = formulier.concept_waarden()
        self.concept = concepten.concept_opslaan(self.actor, self.concept, waarden, stap=nummer)
        for vraag in self.bestandvragen(stap):
            for bestand in bestanden.get(f"{vraag.gegeven.naam}_bestand", []):
                self._voeg_toe(vraag.gegeven, bestand)
            if vraag.gegeven.verplicht and not self.concept.bestanden.get(vraag.gegeven.naam):
                self.fouten.setdefault(vraag.gegeven.naam, "Voeg een bestand toe.")
        return formulier

    def _voeg_toe(self, gegeven: Gegeven, bestand: UploadedFile) -> None:
        try:
            self.upload(gegeven.naam, bestand)
        except (Geweigerd, Invoerfout) as fout:
            self.fouten[gegeven.naam] = str(fout)

    def upload(self, naam: str, bestand: UploadedFile) -> dict[str, Any]:
        """Keep one file of this draft. Raises Geweigerd or Invoerfout."""
        rij = bewaar_upload(bestand, eigenaar=self._eigenaar)
        try:
            self.concept = concepten.concept_bestand_toevoegen(self.actor, self.concept, naam, str(rij.uuid))
        except Exception:
            gooi_upload_weg(rij)
            raise
        return {"uuid": str(rij.uuid), "naam": rij.bestandsnaam, "omvang": rij.bestandsomvang}

    def upload_weg(self, naam: str, uuid: str) -> None:
        gooi_upload_weg(upload_van(self._eigenaar, uuid))
        self.concept = concepten.concept_bestand_weghalen(self.actor, self.concept, naam, uuid)

    @property
    def _eigenaar(self) -> str:
        return concepten.eigenaar_van_concept(self.concept)

    def _bestanden(self, naam: str) -> list[dict[str, Any]]:
        uploads = uploads_van(self._eigenaar)
        return [
            {"uuid": u, "naam": uploads[u].bestandsnaam, "omvang": uploads[u].bestandsomvang}
            for u in self.concept.bestanden.get(naam, [])
            if u in uploads
        ]

    def samenvatting(self) -> list[dict[str, Any]]:
        """Everything before sending: per step the questions that are asked, with the answers in words."""
        waarden = geldige_waarden(self.vragen, self.concept.lees_waarden())
        return [
            {
                "nummer": nummer,
                "stap": stap,
                "antwoorden": [
                    {"label": v.label, "waarde": self._woorden(v, waarden)}
                    for v in self.vragen
                    if v.stap_id == stap.pk and voorwaarde(v.toon_als, waarden)
                ],
            }
            for nummer, stap in enumerate(self.stappen, start=1)
        ]

    def _woorden(self, vraag: Gegeven, waarden: Mapping[str, Any]) -> str:
        if vraag.soort == SoortGegeven.BESTAND:
            return ", ".join(b["naam"] for b in self._bestanden(vraag.naam)) or "Geen bestand"
        return in_woorden(vraag, waarden.get(vraag.naam)) or "Niet ingevuld"

    def uitkomsten(self) -> list[Uitkomst]:
        """What the rules of the product say of the answers so far. It informs; it never stops who wants to apply."""
        tabellen = tabellen_op(self.concept.product_id, klok.vandaag())
        if not tabellen:
            return []
        return uitkomsten(tabellen, geldige_waarden(self.vragen, self.concept.lees_waarden()))

    def eerste_onvolledige(self) -> int | None:
        """The first step that is not right yet; ``None`` when everything can be sent."""
        for nummer, stap in enumerate(self.stappen, start=1):
            formulier = self.formulier(stap)
            waarden = self.concept.lees_waarden()
            ontbreekt = any(
                v.verplicht and voorwaarde(v.toon_als, waarden) and waarden.get(v.naam) in (None, "", [])
                for v in formulier.vragen
            )
            bestand_ontbreekt = any(b.gegeven.verplicht and not b.bestanden for b in self.bestandvragen(stap))
            if ontbreekt or bestand_ontbreekt:
                return nummer
        return None


def beginwaarden(actor: Actor, vragen: list[Gegeven]) -> tuple[dict[str, Any], bool]:
    """What is known already, and whether every source answered. A source that is down fills in nothing."""
    if not isinstance(actor, Burger):
        return {}, True
    partij: Partij = actor.voor_wie
    adressen = {a.soort_digitaal_adres: a.adres for a in digitale_adressen(actor, partij.pk)}
    kennis: dict[str, Any] = {
        "partij": {
            "naam": partij.volledige_naam,
            "email": adressen.get("email", ""),
            "telefoon": adressen.get("telefoonnummer", ""),
        },
    }
    kennis["klanten"] = kennis["partij"]
    bereikt = True
    if partij.bsn is not None:
        try:
            persoon = bronnen.brp().persoon(partij.bsn.tonen())  # type: ignore[union-attr]
            if persoon is not None and (actor.ziet_persoonlijks or not persoon.geheimhouding):
                achternaam = f"{persoon.voorvoegsel} {persoon.geslachtsnaam}".strip()
                kennis["brp"] = {**vars(persoon), "naam": persoon.naam, "achternaam": achternaam}
        except BronNietBereikbaar:
            bereikt = False
    elif partij.kvk_nummer:
        try:
            onderneming = bronnen.kvk().onderneming(partij.kvk_nummer)
            if onderneming is not None:
                kennis["kvk"] = {**vars(onderneming), "nummer": onderneming.kvk_nummer}
        except BronNietBereikbaar:
            bereikt = False
    return voorgevuld(vragen, kennis), bereikt


def eerdere_waarden(actor: Actor, vragen: list[Gegeven], houdt: InwonerProduct, actie: str) -> dict[str, Any]:
    """What the applicant answered when he got the product, as far as the same is asked again; days are asked anew."""
    passend = {
        vraag.naam: vraag.soort for vraag in vragen if vraag.soort not in _NIET_OPNIEUW and not vraag.eenmalige_code
    }
    eerder = Gegevenswaarde.objects.voor(actor).filter(zaak=houdt.zaak_id, actueel=True).select_related("gegeven")
    waarden = {w.gegeven.naam: w.waarde for w in eerder if passend.get(w.gegeven.naam) == w.gegeven.soort}
    return waarden | voorgevuld(vragen, {"product": {"actie": actie, "naam": houdt.naam, "kenmerk": houdt.kenmerk}})
