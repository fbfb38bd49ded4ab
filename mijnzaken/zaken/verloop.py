"""The one table of transitions: which handeling may happen in which phase, and where it leads.

Pure Python. A zaaktype may switch handelingen off, never add one. The catalogue's statustypen decorate a phase with the
citizen's words.
"""

from collections.abc import Collection
from dataclasses import dataclass

from catalogus.models import Fase

ONTVANGEN, BEHANDELING, WACHT, ADVIES, VOORGESTELD, AFGEROND = (
    Fase.ONTVANGEN,
    Fase.IN_BEHANDELING,
    Fase.WACHT_OP_AANVRAGER,
    Fase.ADVIES,
    Fase.BESLUIT_VOORGESTELD,
    Fase.AFGEROND,
)
OPEN = frozenset({ONTVANGEN, BEHANDELING, WACHT, ADVIES, VOORGESTELD})
ALLE = OPEN | {AFGEROND}
WERK = frozenset({ONTVANGEN, BEHANDELING})


@dataclass(frozen=True)
class Overgang:
    """From which phases a handeling may happen, and the phase after it (``None``: the same)."""

    van: frozenset[Fase]
    naar: Fase | None = None


OVERGANGEN: dict[str, Overgang] = {
    "in_behandeling_nemen": Overgang(frozenset({ONTVANGEN}), BEHANDELING),
    "toewijzen": Overgang(OPEN),
    "overdragen": Overgang(OPEN),
    "aanvulling_vragen": Overgang(WERK, WACHT),
    "aanvullen": Overgang(frozenset({WACHT}), BEHANDELING),
    "aanvulling_laten_verlopen": Overgang(frozenset({WACHT}), BEHANDELING),
    "opschorten": Overgang(OPEN - {WACHT}),
    "hervatten": Overgang(OPEN - {WACHT}),
    "verlengen": Overgang(OPEN),
    "advies_vragen": Overgang(WERK, ADVIES),
    "adviseren": Overgang(frozenset({ADVIES}), BEHANDELING),
    "besluit_voorstellen": Overgang(WERK, VOORGESTELD),
    "voorstel_terugsturen": Overgang(frozenset({VOORGESTELD}), BEHANDELING),
    "besluiten": Overgang(frozenset({VOORGESTELD})),  # to afgerond, or back to work when a later decision follows
    "afhandelen": Overgang(WERK, AFGEROND),
    "stoppen": Overgang(OPEN, AFGEROND),
    "intrekken": Overgang(OPEN, AFGEROND),
    "heropenen": Overgang(frozenset({AFGEROND}), BEHANDELING),
    "status_zetten": Overgang(ALLE),
    "stap_zetten": Overgang(OPEN - {WACHT}),
    "gegeven_wijzigen": Overgang(OPEN),
    "zaak_overzetten": Overgang(OPEN),
    "ander_zaaktype_kiezen": Overgang(WERK),
    "taak_plaatsen": Overgang(OPEN),
    "taak_uitvoeren": Overgang(OPEN),
    "taak_intrekken": Overgang(OPEN),
    "toestemming_vragen": Overgang(OPEN),
    "toestemming_geven": Overgang(OPEN),
    "document_toevoegen": Overgang(OPEN),
    "document_tonen": Overgang(ALLE),
    "notitie_schrijven": Overgang(ALLE),
    "contact_vastleggen": Overgang(ALLE),
    "bezwaar_maken": Overgang(ALLE),
    "belpoging_vastleggen": Overgang(OPEN),
    "terugbelnotitie_beantwoorden": Overgang(WERK, AFGEROND),
    "terugbelnotitie_overnemen": Overgang(OPEN),
    "internetaak_bijwerken": Overgang(OPEN),
    "internetaak_afhandelen": Overgang(WERK, AFGEROND),
    "internetaak_verwijderen": Overgang(OPEN),
    "horen": Overgang(OPEN - {VOORGESTELD}),
    "afschermen": Overgang(ALLE),
    "brondatum_vastleggen": Overgang(frozenset({AFGEROND})),
    "vernietigen": Overgang(frozenset({AFGEROND})),
    "opnieuw_vernietigen": Overgang(ALLE),  # by the program, of what a backup brought back
    "overbrengen": Overgang(frozenset({AFGEROND})),
    "overbrenging_bevestigen": Overgang(frozenset({AFGEROND})),
    "afscherming_opheffen": Overgang(ALLE),
    "toegang_verlenen": Overgang(ALLE),
    "toegang_intrekken": Overgang(ALLE),
    "partij_afschermen": Overgang(ALLE),
    "glas_breken": Overgang(ALLE),
    "inzien": Overgang(ALLE),
    "inzage_verzamelen": Overgang(OPEN),
    "inzage_weghalen": Overgang(OPEN),
    "inzage_achterhouden": Overgang(OPEN),
    "inzage_vrijgeven": Overgang(OPEN),
    "gebruik_beperken": Overgang(OPEN),
    "gegeven_rectificeren": Overgang(OPEN),
    "wissing_nagaan": Overgang(OPEN),
    "wissing_kiezen": Overgang(OPEN),
    "wissing_goedkeuren": Overgang(OPEN),
    "gegevens_wissen": Overgang(OPEN),
    "kennisgeving_afmelden": Overgang(ALLE),
    "beperking_opheffen": Overgang(ALLE),  # the lock can outlive the request
    "zaak_bijwerken": Overgang(ALLE),  # by another system; what is closed asks a scope of its own (zaken.gesloten)
    "zaak_koppelen": Overgang(ALLE),
    "zaak_ontkoppelen": Overgang(ALLE),
    "zaak_verwijderen": Overgang(ALLE),
}

# What brings a zaak further, and waits for a task that blocks; a step forward does too (``stap_zetten``).
VERDER = frozenset({"besluit_voorstellen", "besluiten", "afhandelen"})

# What is left on a zaak that another system handles: the resident keeps tasks, documents and withdrawing, staff keep
# contacts and notes; statuses come from that system.
BIJ_EXTERN = frozenset(
    {
        "status_zetten",
        "taak_plaatsen",
        "taak_uitvoeren",
        "taak_intrekken",
        "document_toevoegen",
        "document_tonen",
        "intrekken",
        "notitie_schrijven",
        "contact_vastleggen",
        "afschermen",
        "vernietigen",
        "opnieuw_vernietigen",
        "overbrengen",
        "overbrenging_bevestigen",
        "afscherming_opheffen",
        "toegang_verlenen",
        "toegang_intrekken",
        "partij_afschermen",
        "glas_breken",
        "inzien",
        "bezwaar_maken",
        "zaak_bijwerken",
        "zaak_koppelen",
        "zaak_ontkoppelen",
        "zaak_verwijderen",
    }
)

# Of these the ones that are the resident's and the other system's: staff do not ask or send anything in such a zaak.
NIET_DOOR_MEDEWERKER_BIJ_EXTERN = frozenset(
    {"taak_plaatsen", "taak_uitvoeren", "taak_intrekken", "document_toevoegen", "document_tonen"}
)

# What is left on a zaak whose data are stored and not used (AVG 18 lid 2): what the person himself does, keeping what
# comes in, the terms and the shielding, which protect somebody, and looking, to judge whether the lock is right.
BIJ_SLOT = frozenset(
    {
        "inzien",
        "intrekken",
        "aanvullen",
        "taak_uitvoeren",
        "bezwaar_maken",
        "document_toevoegen",
        "notitie_schrijven",
        "contact_vastleggen",
        "opschorten",
        "hervatten",
        "verlengen",
        "afschermen",
        "afscherming_opheffen",
        "toegang_verlenen",
        "toegang_intrekken",
        "partij_afschermen",
        "glas_breken",
        "opnieuw_vernietigen",
    }
)

_WAAROM_NIET = {
    AFGEROND: "Deze zaak is afgerond.",
    WACHT: "Deze zaak wacht op de aanvrager.",
    ADVIES: "Deze zaak ligt voor advies bij een collega.",
    VOORGESTELD: "Er ligt een voorstel voor een besluit.",
    ONTVANGEN: "Deze zaak is nog niet in behandeling.",
    BEHANDELING: "Deze zaak is in behandeling.",
}


def belet(recht: str, *, fase: str, uitgeschakeld: Collection[str], extern: bool, slot: str = "") -> str:
    """Why ``recht`` can't happen now, as a sentence for the screen; empty when it can. ``slot``: why its data may not
    be used, empty when they may.
    """
    overgang = OVERGANGEN.get(recht)
    if overgang is None:
        return f"{recht} is geen handeling op een zaak."
    if recht in uitgeschakeld:
        return "Dit zaaktype kent deze handeling niet."
    if extern and recht not in BIJ_EXTERN:
        return "Een ander systeem behandelt deze zaak."
    if slot and recht not in BIJ_SLOT:
        return slot
    return "" if fase in overgang.van else _WAAROM_NIET[Fase(fase)]


def mogelijk(fase: str, *, uitgeschakeld: Collection[str], extern: bool, slot: str = "") -> frozenset[str]:
    """The handelingen that this state allows."""
    stand = {"fase": fase, "uitgeschakeld": uitgeschakeld, "extern": extern, "slot": slot}
    return frozenset(r for r in OVERGANGEN if not belet(r, **stand))  # type: ignore[arg-type]


def fase_na(recht: str, fase: str) -> Fase:
    return OVERGANGEN[recht].naar or Fase(fase)
