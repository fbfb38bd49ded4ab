"""Every act is a handeling. What is none stands here, with the reason."""

import importlib
import inspect
import pkgutil

import mijnzaken.zaken.handelingen as zaakhandelingen

MODULES = [
    *(f"{zaakhandelingen.__name__}.{m.name}" for m in pkgutil.iter_modules(zaakhandelingen.__path__)),
    "autorisatie.machtigen",
    "mijnzaken.berichten.abonneren",
    "mijnzaken.berichten.handelingen",
    "mijnzaken.inrichting.aanbod",
    "mijnzaken.inrichting.applicaties",
    "mijnzaken.inrichting.autorisaties",
    "mijnzaken.inrichting.beslistabellen",
    "mijnzaken.inrichting.dossiers",
    "mijnzaken.inrichting.handelingen",
    "mijnzaken.inrichting.matrix",
    "mijnzaken.inrichting.toegangsvoorstel",
    "mijnzaken.inrichting.toekenningen",
    "mijnzaken.inrichting.waarneming",
    "mijnzaken.inrichting.logboek",
    "mijnzaken.inrichting.onderzoek",
    "mijnzaken.klanten.contacten",
    "mijnzaken.klanten.handelingen",
    "mijnzaken.klanten.partijen",
]
HULP = {
    # reads through a door of its own, or asks a question of a row that the caller was admitted to
    "concepten.ingediende_zaak": "reads through Zaak.objects.voor",
    "concepten.eigenaar_van_concept": "a key",
    "toestemmingen.zoek_toestemming": "reads: who has the code of an invitation",
    "toestemmingen.ontbrekende_toestemming": "a question about an admitted zaak",
    "behandelen.teamleden": "who works in a team",
    "afronden.resultaat_bij": "reads the catalogue",
    "ander_zaaktype.mogelijke_zaaktypen": "reads the catalogue",
    "besluiten.rondt_af": "a question about a decision moment",
    "besluiten.open_voorstel": "reads of an admitted zaak",
    "vernietigen.wacht_op_ander_register": "a question about an admitted zaak",
    "machtigen.onderwerp_van": "a key",
    "machtigen.voorbij": "a condition, for the sweep",
    "taken.laat_vallen": "part of every handeling that ends a zaak or a term",
    "taken.open_taak": "reads, with the lock that the handeling needs",
    "taken.standaard_documenttype": "reads the catalogue",
    "taken.aanvrager": "reads of an admitted zaak",
    "terugbellen.terugbelproces": "reads the catalogue",
    "terugbellen.maak_notitie": "part of terugbelnotitie_maken and internetaak_maken",
    "applicaties.is_vergeven": "asks whether a name is taken",
    "toegangsvoorstel.wie": "refuses whoever is no person",
    "toegangsvoorstel.haal": "reads a system, which is of no person",
    "matrix.bezwaren": "a question about a draft",
    "waarneming.mag_beeindigen": "a question about one row",
    "waarneming.zichtbaar": "the rows that concern one colleague",
    # the part that several handelingen share; each of them wrote the audit line
    "toestemmingen.vraag_toestemmingen": "part of indienen and zaak_registreren",
    "behandelen.noteer": "part of every handeling that leaves a note",
    "behandelen.na_stap": "part of every handeling that sets a step",
    "besluiten.rond_af": "part of every handeling that ends a zaak",
    "toegangsvoorstel.begin": "part of every handeling that begins a proposal",
    "toegangsvoorstel.dien_in": "part of applicatie_indienen and applicatie_geheim_vernieuwen",
    "taken.plaats_taken_van": "part of every handeling that sets a step",
    "taken.sluit_taak": "part of taak_uitvoeren and aanvullen",
    "taken.sluit_open_taken": "part of every handeling that ends a zaak",
    "taken.bewaar_uploads": "part of taak_uitvoeren and aanvullen",
    "termijnen.zet_stil_bij": "part of every handeling that sets a step",
    "termijnen.beeindig_termijn": "part of every handeling that ends a term",
}


def openbare_functies() -> list[tuple[str, object]]:
    gevonden = []
    for naam in MODULES:
        module = importlib.import_module(naam)
        for functienaam, functie in inspect.getmembers(module, callable):
            eigen = getattr(functie, "__module__", "") == naam and not inspect.isclass(functie)
            if eigen and not functienaam.startswith("_"):
                gevonden.append((f"{naam.rpartition('.')[2]}.{functienaam}", functie))
    return gevonden


def test_elke_openbare_functie_van_handelingen_is_een_handeling():
    functies = dict(openbare_functies())
    assert len(functies) > 40
    kaal = {naam for naam, functie in functies.items() if not hasattr(functie, "handeling")}
    assert kaal == set(HULP)
