"""Which handelingen to offer on a zaak: what the matrix and the phase allow, less what would only be refused."""

from typing import Any

from django.urls import reverse

from autorisatie.actor import Medewerker
from backoffice.behandeling.afscherming import open_rij
from backoffice.behandeling.forms_besluit import gronden_van
from backoffice.behandeling.tabel import HOOFD, SCHERMEN, VAAK
from catalogus import klok
from catalogus.models import Opschortingsgrond
from mijnzaken.zaken import verloop
from mijnzaken.zaken.handelingen.vernietigen import wacht_op_ander_register
from mijnzaken.zaken.inzien import Inzage
from mijnzaken.zaken.mandaat import bezwaar_tegen_mandaat
from mijnzaken.zaken.models import Besluitvoorstel, Taakstand
from mijnzaken.zaken.regels import bezwaar_tegen, is_bezwaar, is_dezelfde


def zinvol(inzage: Inzage) -> frozenset[str]:
    """The handelingen to offer. What is left out here would be refused anyway, with its reason."""
    zaak, zaaktype = inzage.zaak, inzage.zaak.zaaktype
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    stil = bool(inzage.termijn and inzage.termijn.stil)
    momenten = len(zaaktype.besluitmomenten.all())
    niet: set[str] = set()
    niet.add("afhandelen" if momenten else "besluit_voorstellen")
    niet.add("opschorten" if stil or not gronden_van(zaaktype) else "")
    niet.add("" if stil else "hervatten")
    if Opschortingsgrond.AANVULLING not in zaaktype.opschortingsgronden or stil:
        niet.add("aanvulling_vragen")
    if zaak.uiterlijke_einddatum is None or stil:
        niet.add("verlengen")
    niet.add("" if wacht_op_ander_register(zaak) else "brondatum_vastleggen")
    open_advies = next((a for a in reversed(inzage.adviezen) if not a.gegeven_op), None)
    if open_advies is None or not is_dezelfde(actor.gebruiker, open_advies.adviseur or None):
        niet.add("adviseren")
    if "horen" in inzage.mag and not is_bezwaar(zaak):
        niet.add("horen")
    if zaak.is_terugbelnotitie or is_bezwaar(zaak):
        niet.add("ander_zaaktype_kiezen")
    if zaaktype.einde_geldigheid is None or zaaktype.einde_geldigheid > klok.vandaag():
        niet.add("zaak_overzetten")
    niet |= _van_afscherming(inzage)
    niet |= verloop.VERDER if wacht_op_taak(inzage) else set()
    kan = [naam for naam in SCHERMEN if naam in inzage.mag and naam not in niet]
    mag = frozenset(naam for naam in kan if not bezwaar_tegen(naam, zaak, actor.gebruiker))
    return mag - {"besluiten"} if "besluiten" in mag and buiten_mandaat(inzage) else mag


def wacht_op_taak(inzage: Inzage) -> str:
    """Why the zaak can't go further, to who would bring it further; empty when no task blocks."""
    blokkeert = any(taak.blokkerend and taak.stand == Taakstand.OPEN for taak in inzage.taken)
    return inzage.zaak.belet_van_taak() if blokkeert and verloop.VERDER & inzage.mag else ""


def buiten_mandaat(inzage: Inzage) -> str:
    """Why the decision that was proposed is beyond the mandate of who looks; empty when it is not."""
    voorstellen = inzage.zaak.voorstellen.filter(Besluitvoorstel.liggend()).select_related("besluitmoment")
    voorstel = voorstellen.first()
    return bezwaar_tegen_mandaat(inzage.actor, inzage.zaak, voorstel) if voorstel is not None else ""


def waarom_niet_verder(inzage: Inzage, mag: frozenset[str]) -> str:
    """Why a button is not there: a task that blocks, or for who has the right to decide what forbids it here."""
    if wachten := wacht_op_taak(inzage):
        return wachten
    if "besluiten" not in inzage.mag or "besluiten" in mag:
        return ""
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    return bezwaar_tegen("besluiten", inzage.zaak, actor.gebruiker) or buiten_mandaat(inzage)


def _van_afscherming(inzage: Inzage) -> set[str]:
    """What is shielded itself can be passed and lifted, by a named person; what is not can be shielded."""
    bij_rij = {"afscherming_opheffen", "toegang_verlenen", "toegang_intrekken"}
    rij = open_rij(inzage.actor, inzage.zaak) if inzage.zaak.afgeschermd else None
    if rij is None:
        return bij_rij
    return {"afschermen"} | {recht for recht in bij_rij if not rij.beslissing(inzage.actor, recht)}


def knoppen(inzage: Inzage, mag: frozenset[str]) -> dict[str, list[dict[str, Any]]]:
    """The next step, what is often done, and what else is possible."""
    alle = [_knop(inzage, naam) for naam, scherm in SCHERMEN.items() if naam in mag and scherm.los]
    return {
        "hoofd": [k for k in alle if k["handeling"] in HOOFD],
        "vaak": [k for k in alle if k["handeling"] in VAAK],
        "overig": [k for k in alle if k["handeling"] not in (*HOOFD, *VAAK)],
    }


def _knop(inzage: Inzage, naam: str) -> dict[str, Any]:
    scherm = SCHERMEN[naam]
    return {
        "handeling": naam,
        "naam": scherm.naam,
        "url": reverse("zaak_handeling", args=[inzage.zaak.nummer, naam]),
        "gevaarlijk": scherm.gevaarlijk,
    }
