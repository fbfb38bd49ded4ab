"""Nobody goes around a door: every row about a person is guarded, every view says for whom it is. What is left out
stands here, with the reason."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from autorisatie.bewaakt import BewaaktModel
from autorisatie.models import Partij
from mijnzaken.zaken.models import Zaak

ONZE_APPS = ("autorisatie", "backoffice", "catalogus", "mijnzaken")
WORTEL = Path(settings.BASIS)

# -- guarded models ---------------------------------------------------------------------------------------------------

ONBEWAAKT = {
    "autorisatie.Auditregel": "no foreign key to a person; read by its own desk, append-only",
    "autorisatie.BewaardFormulier": "encrypted, found only by the keyed hash of its person",
    "autorisatie.Signaal": "of a member of staff, for the desk of the logbook; names zaken by uuid only",
    "autorisatie.Gebruiker": "staff: no resident; his link to a partij is what excludes him",
    "autorisatie.PartijToegang": "a grant: read inside the doors of partijen and zaken",
    "autorisatie.Toekenning": "which role a member of staff holds, of no resident",
    "autorisatie.Waarneming": "who stands in for which colleague, of no resident",
    "autorisatie.Verwerkingsregel": "a pseudonym instead of a person; append-only",
    "zaken.Aanvraagcode": "a keyed hash; says of no person what it opens",
    "zaken.Nummerreeks": "a counter",
    "zaken.ZaakMachtiging": "read inside the door of zaken itself",
    "zaken.ZaakToegang": "a grant: read inside the door of zaken itself",
}


def wijst_naar_iemand(model: type[models.Model], gezien: frozenset = frozenset()) -> bool:
    if model in (Partij, Zaak):
        return True
    verder = [f.related_model for f in model._meta.fields if f.is_relation and f.related_model is not None]
    return any(m not in gezien and wijst_naar_iemand(m, gezien | {model}) for m in verder)


def onze_modellen() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith(ONZE_APPS)]


def test_elk_model_dat_over_iemand_gaat_is_bewaakt():
    over_iemand = {
        m._meta.label
        for m in onze_modellen()
        if not issubclass(m, BewaaktModel) and wijst_naar_iemand(m) and m._meta.app_label != "catalogus"
    }
    assert over_iemand - set(ONBEWAAKT) - set(DOOR_MEDEWERKER) == set()
    assert wijst_naar_iemand(apps.get_model("zaken.Status"))


DOOR_MEDEWERKER = {
    "autorisatie.Matrixversie": "who wrote and approved it: staff",
    "autorisatie.Matrixregel": "a row of such a version",
    "autorisatie.Matrixherziening": "which of staff looked through the rows of a role",
}


@pytest.mark.parametrize("label", sorted(ONBEWAAKT | DOOR_MEDEWERKER))
def test_een_uitzondering_bestaat_nog_en_is_nodig(label):
    assert not issubclass(apps.get_model(label), BewaaktModel)


# -- ways around ------------------------------------------------------------------------------------------------------

OM_DE_DEUR = {  # file -> why it may ask for rows without an actor
    "backoffice/beheer/logboek_zoeken.py": "who the logbook is searched for; own circle shut out, and it is logged",
    "autorisatie/bewaakt.py": "the door itself",
    "mijnzaken/zaken/producten.py": "whether the same is asked of a product already, also by another for its holder",
    "mijnzaken/zaken/productonderhoud.py": "the scheduler: reminders and questions, each to the holder of the product",
    "autorisatie/inloggen/binnenlaten.py": "makes the actor: there is none yet",
    "autorisatie/kennismaken.py": "who has a number is asked before anybody is known by it",
    "autorisatie/inzage.py": "which inquiries were released: no row leaves, only whether a line may be shown",
    "autorisatie/models/machtiging.py": "whether one machtiging holds at the moment of a statement; its names",
    "autorisatie/models/onderzoek.py": "what the log withholds is decided for the program, not for an actor",
    "autorisatie/models/kring.py": "who belongs to the own circle decides what the door shuts out",
    "autorisatie/sleutelwissel.py": "a command: puts every secret under the newest key",
    "autorisatie/toegang.py": "makes the actor of a session",
    "mijnzaken/api/zaken/contacten.py": "what was said in a contact of a zaak that was admitted, in its statement",
    "mijnzaken/api/zaken/filters.py": "a condition over zaken that the door admits in the same statement",
    "mijnzaken/api/bron.py": "whether a reference of another system leads to something, and why a row is not for it",
    "mijnzaken/api/klantinteracties/gedeeld.py": "what refers to a row that the door admits in the same statement",
    "mijnzaken/api/klantinteracties/klantcontact.py": "which notes a contact led to, in the statement that admits it",
    "mijnzaken/api/klantinteracties/onderwerp.py": "whether a contact of a row that goes is about anything else",
    "mijnzaken/api/klantinteracties/internetaak.py": "contacts and states of notes, in the statement that admits them",
    "mijnzaken/api/klantinteracties/partij.py": "what refers to a partij that the door admits in the same statement",
    "mijnzaken/api/klantinteracties/partijfilter.py": "a condition on rows that the door admits in the same statement",
    "mijnzaken/api/taken/taak.py": "which documents answer a task that the door admits in the same statement",
    "mijnzaken/api/besluiten/besluit.py": "whose decisions were read, for the log of processing",
    "mijnzaken/api/documenten/document.py": "versions and relations of documents that were admitted",
    "mijnzaken/berichten/abonneren.py": "takes away what still waits for a subscriber who leaves",
    "mijnzaken/berichten/briefpost.py": "tasks",
    "mijnzaken/berichten/inzien.py": "counts what waits, of nobody in particular",
    "mijnzaken/berichten/ontvangen.py": "whom an event of a register is about; the answer never depends on it",
    "mijnzaken/berichten/postuit.py": "the outbox is written by the fact itself",
    "mijnzaken/berichten/route.py": "by which way the receiver wants it",
    "mijnzaken/berichten/verzenden.py": "the worker",
    "mijnzaken/bronnen/bijwerken.py": "tasks: keeps partijen in step with the registers",
    "mijnzaken/bronnen/gebeurtenissen.py": "tasks: what a death or a bankruptcy ends",
    "mijnzaken/bronnen/relaties.py": "tasks: keeps partijen in step with the registers",
    "mijnzaken/bronnen/vertegenwoordigers.py": "tasks: keeps who acts by law in step with the registers",
    "mijnzaken/documenten/bewaarplaats.py": "which files belong to a row: the sweep",
    "mijnzaken/documenten/keuren.py": "the scanner",
    "mijnzaken/documenten/versies.py": "a handeling that has the document: what its row said before it changed",
    "mijnzaken/documenten/opslag.py": "uploads are found by the key of their owner",
    "mijnzaken/klanten/contactactoren.py": "a handeling that has the actor: takes it away",
    "mijnzaken/klanten/bij_partij.py": "handelingen that have the partij: what stands with it",
    "mijnzaken/klanten/partijnummers.py": "handelingen that have the partij: whether anything hangs at its number",
    "mijnzaken/klanten/adressen.py": "addresses of a partij that was admitted",
    "mijnzaken/klanten/handelingen.py": "a handeling that found its partij through the door",
    "mijnzaken/klanten/inzien.py": "rows of a partij that was admitted",
    "mijnzaken/klanten/models/contact.py": "a row that asks for its own partij",
    "mijnzaken/klanten/partijen.py": "a handeling that found its partij, or its address, through the door",
    "mijnzaken/klanten/verifieren.py": "who calls is not known yet: finding out is the handeling",
    "mijnzaken/klanten/zoeken.py": "who calls is not known yet: finding out is the handeling",
    "mijnzaken/meten/gevallen.py": "a command: which rows the floor fetches",
    "mijnzaken/meten/inwoners.py": "a command: made up residents",
    "mijnzaken/meten/kcc.py": "a command: which rows the floor fetches",
    "mijnzaken/meten/logregels.py": "a command: made up lines and grants",
    "mijnzaken/meten/schrijven.py": "a command: which zaak is written to and rolled back",
    "mijnzaken/meten/systemen.py": "a command: which rows the floor fetches",
    "mijnzaken/meten/toneel.py": "a command: as whom is looked",
    "mijnzaken/meten/vullen.py": "a command: how many there are",
    "mijnzaken/openbaar/gezondheid.py": "counts what waits, of nobody in particular",
    "mijnzaken/zaken/afscherming.py": "keeps in step what the door goes by",
    "mijnzaken/zaken/documenten.py": "documents of a zaak that was admitted",
    "mijnzaken/zaken/handelingen/besluit.py": "the zaak that the decision is of, and the mirror of a relation",
    "mijnzaken/zaken/handelingen/informatieobject.py": "the zaken whose residents are told of a document",
    "mijnzaken/berichten/wissen.py": "destroying with a zaak, by an approved list",
    "mijnzaken/documenten/wissen.py": "destroying with a zaak, by an approved list",
    "mijnzaken/klanten/wissen.py": "destroying with a zaak, by an approved list",
    "mijnzaken/zaken/archiefonderhoud.py": "tasks: carries out approved lists",
    "mijnzaken/zaken/avg/bekenden.py": "who is somebody else is asked, to take him out of a copy",
    "mijnzaken/zaken/avg/eigen_zaken.py": "the zaken of who uses a right, less those that the employee may not know of",
    "mijnzaken/zaken/avg/inkijken.py": "which parts of an admitted copy stay shut",
    "mijnzaken/zaken/avg/onderhoud.py": "tasks",
    "mijnzaken/zaken/avg/gewist.py": "a task: is something back that was erased",
    "mijnzaken/zaken/avg/plaatsen.py": "all that is held of one person, for the handeling that was asked to erase it",
    "mijnzaken/zaken/avg/een_gegeven.py": "what a request of the person names, and a colleague approved",
    "mijnzaken/zaken/avg/wissing.py": "which of the zaken that were admitted hold a value",
    "mijnzaken/zaken/brieven.py": "the proof of receipt of a zaak that was admitted",
    "mijnzaken/zaken/avg/wisonderhoud.py": "tasks: carries out what was approved",
    "mijnzaken/zaken/avg/een_contact.py": "contacts about a zaak that was admitted",
    "mijnzaken/zaken/handelingen/gegevens_wissen.py": "erasing what a request names, and a colleague approved",
    "mijnzaken/zaken/avg/verzamelen.py": "all that is held of one person, for the handeling that was asked for it",
    "mijnzaken/zaken/betrokkene.py": "whom a number names, for the handeling that gives him a part",
    "mijnzaken/zaken/handelingen/contacten.py": "the other side of a relation, and whether it is another's",
    "mijnzaken/zaken/handelingen/internetaken.py": "whom to call back, of a contact that the door admitted",
    "mijnzaken/zaken/models/werk.py": "which contacts an interne taak is of, inside the door itself",
    "mijnzaken/zaken/handelingen/koppelingen.py": "whether a document hangs at a zaak of another already",
    "mijnzaken/zaken/bewaren.py": "a task: what waits for the day that its term counts from",
    "backoffice/behandeling/beperking.py": "the locks on zaken that were admitted",
    "mijnzaken/zaken/handelingen/beperken.py": "the locks of a request that the door admitted",
    "mijnzaken/zaken/handelingen/inzagekopie.py": "the earlier copy of a zaak that the door admitted",
    "mijnzaken/zaken/handelingen/vernietigen.py": "what is due, whoever looks; the list shows nothing of a person",
    "mijnzaken/zaken/dossier.py": "documents of a zaak that was admitted",
    "mijnzaken/zaken/overbrenging.py": "a command: which closed zaken go to the archive",
    "mijnzaken/zaken/vernietigd.py": "a task: is something back that was destroyed",
    "mijnzaken/zaken/wissen.py": "destroying a zaak, by an approved list",
    "mijnzaken/zaken/controle.py": "a command: is the installation in order",
    "mijnzaken/zaken/handelingen/glas_breken.py": "who breaks the glass does not see the zaak yet",
    "mijnzaken/zaken/handelingen/toestemmingen.py": "who is invited has no part in the zaak yet",
    "mijnzaken/zaken/handelingen/uitleggen.py": "explains a decision; what the asker may not know of stays unknown",
    "mijnzaken/zaken/uitleg.py": "asks each ground of the door by itself, about a zaak that may be explained",
    "mijnzaken/zaken/inzien.py": "documents of a zaak that was admitted",
    "mijnzaken/zaken/lijst.py": "the grounds of the door, as arms of one statement",
    "mijnzaken/zaken/machtigingen.py": "tasks: messages to both, and what time ends",
    "mijnzaken/zaken/medebetrokkenen.py": "which parties of admitted zaken are protected from the reader",
    "mijnzaken/zaken/models/afscherming.py": "the zaken of the own circle, to leave them out",
    "mijnzaken/zaken/onderhoud.py": "tasks",
    "mijnzaken/zaken/opvallend.py": "a zaak by its number and nothing more, for the desk of the logbook",
    "mijnzaken/zaken/overzetten/opdracht.py": "a task: moves the zaken of an order; numbers of how far it is",
    "mijnzaken/zaken/overzetten/rapport.py": "numbers of what does not fit; of one zaak after it was admitted",
    "mijnzaken/zaken/tellen.py": "counts, of nobody in particular",
}
VOORBEELD = "mijnzaken/voorbeeld/"  # makes the example municipality; never loaded outside the demo


def gaat_om(pad: Path) -> set[str]:
    """The ways around that a file uses, as the parser reads it."""
    wegen = set()
    for knoop in ast.walk(ast.parse(pad.read_text())):
        if isinstance(knoop, ast.Attribute) and knoop.attr == "_base_manager":
            wegen.add("_base_manager")
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute):
            if knoop.func.attr in ("raw", "systeem"):
                wegen.add(knoop.func.attr)
            if knoop.func.attr == "cursor":
                wegen.add("cursor")
    return wegen


EIGEN_SQL = {
    "catalogus/vasterij.py": "adds a row; reads none",
    "autorisatie/maanden.py": "the months of the logs: tables, no row of anybody",
    "autorisatie/nazien.py": "hashes over lines of the logs; shows which seal, never what stands in a line",
    "autorisatie/verzegelen.py": "hashes over lines of the logs",
    "autorisatie/vangnet.py": "sets who asks, for one transaction",
    "autorisatie/verborgen.py": "whom a document is about, for the log: keys, which no reader gets",
    "catalogus/zoeken.py": "finds products: no row of the catalogue is about a person",
    "mijnzaken/api/herhaling.py": "takes a key of the system that calls, whoever else takes it at once",
    "backoffice/sturing/cijfers.py": "numbers of a team, never of a person",
    "mijnzaken/portaal/vangnetmigratie.py": "the conditions of the backstop, put in place by a migration",
    "mijnzaken/meten/indexen.py": "a command: indexes, no rows",
    "mijnzaken/meten/management/commands/schaal.py": "a command: VACUUM",
    "mijnzaken/meten/meting.py": "a command: the floor, and how many rows were read",
    "mijnzaken/meten/producten.py": "a command: ANALYZE of made up products",
    "mijnzaken/meten/rekentijd.py": "a command: which process of the database works for it",
    "mijnzaken/meten/tabel.py": "a command: COPY of made up rows",
    "mijnzaken/meten/vullen.py": "a command: keys are set aside",
    "mijnzaken/zaken/ervaring.py": "how long it took others: a number over all zaken of a kind",
    "mijnzaken/zaken/gevolg.py": "counts over the arms of rows that are not active yet",
    "mijnzaken/zaken/lijst.py": "counts over the arms of the door",
    "mijnzaken/zaken/nummers.py": "the counter of numbers",
    "mijnzaken/zaken/models/telling.py": "the counter of zaken: how many, of nobody in particular",
    "mijnzaken/zaken/opvallend.py": "counts of reading per member of staff and day",
}


def bronnen() -> list[Path]:
    alle = [p for app in ONZE_APPS for p in (WORTEL / app).rglob("*.py")]
    return [p for p in alle if "migrations" not in p.parts and not str(p.relative_to(WORTEL)).startswith(VOORBEELD)]


def test_alleen_wie_hier_staat_gaat_om_de_deur_heen():
    om = {str(p.relative_to(WORTEL)): gaat_om(p) for p in bronnen()}
    assert {pad for pad, wegen in om.items() if wegen - {"cursor"}} == set(OM_DE_DEUR)
    assert {pad for pad, wegen in om.items() if "cursor" in wegen} == set(EIGEN_SQL)
    assert {pad for pad, wegen in om.items() if "_base_manager" in wegen} == {"autorisatie/sleutelwissel.py"}
    assert {pad for pad, wegen in om.items() if "raw" in wegen} <= {
        "autorisatie/bewaakt.py",
        "mijnzaken/zaken/lijst.py",
    }


VASTE_VRAGEN = {  # file -> all that its questions depend on, which is their key
    "autorisatie/models/applicatie.py": "nothing",
    "catalogus/verdelen.py": "nothing; the catalogue is of nobody",
    "mijnzaken/api/bron.py": "the resource",
    "mijnzaken/api/lezen.py": "the resource, and what the system may: tests/mijnzaken/api/test_vaste_vragen.py",
    "mijnzaken/api/lijst.py": "the same",
    "mijnzaken/zaken/termijn.py": "nothing; the catalogue is of nobody",
}


def test_alleen_wie_hier_staat_bewaart_een_vraag():
    eigen = "catalogus/vastevraag.py"
    gebruikt = {
        str(p.relative_to(WORTEL)) for p in bronnen() if re.search(r"\b(onthouden|VasteVraag)\b", p.read_text())
    }
    assert gebruikt - {eigen} == set(VASTE_VRAGEN)


# -- views ------------------------------------------------------------------------------------------------------------


def views(patronen: list, pad: str = "") -> list[tuple[str, object]]:
    gevonden = []
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            gevonden += views(patroon.url_patterns, pad + str(patroon.pattern))
        elif isinstance(patroon, URLPattern):
            gevonden.append((pad + str(patroon.pattern), patroon.callback))
    return gevonden


def test_elke_view_zegt_voor_wie_hij_is():
    alle = views(get_resolver().url_patterns)
    assert len(alle) > 20
    assert [pad for pad, view in alle if not hasattr(view, "toegang")] == []
    soorten = {view.toegang[0] for _, view in alle}
    assert soorten <= {"openbaar", "burger", "medewerker", "applicatie"}
    assert [pad for pad, view in alle if view.toegang[0] == "medewerker" and not view.toegang[1]] == []
