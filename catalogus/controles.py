"""What stands in the way of publishing a version, in sentences for the person who wrote it.

Each rule is a function that yields what it finds, and where one mends it; ``gebreken`` gathers them. The rules come
from domein.md (privacy by design), recht.md (terms, retention) and ZGW ztc-003 to ztc-008.
"""

from collections.abc import Iterator

from catalogus import documentcontroles, woordcontroles
from catalogus.brondatum import HEEFT
from catalogus.dossier import stand as dossierstand
from catalogus.gebrek import Gebrek, Regel
from catalogus.models import Afleidingswijze, Archiefnominatie, Fase, Resultaattype, SoortTaak, Termijnregime, Zaaktype
from catalogus.models.jsonvormen import genoemde_gegevens

DOSSIER = "dossier"

_TEKSTEN = {
    "doel": "Het doel van het proces",
    "aanleiding": "De aanleiding",
    "doel_inwoner": "De tekst voor de inwoner over het waarom",
    "wat_gebeurt_er": "De tekst over wat er na het indienen gebeurt",
    "bewaarreden": "De reden van de bewaartermijn",
}
_BRONDATUM = {
    "datumkenmerk": "noemt geen datumkenmerk",
    "objecttype": "noemt geen objecttype",
    "registratie": "noemt niet in welke registratie de datum staat",
    "procestermijn": "noemt geen procestermijn",
}
_ELDERS = {SoortTaak.BETALEN_ELDERS, SoortTaak.ONDERTEKENEN_ELDERS, SoortTaak.AFSPRAAK}


def gebreken(zaaktype: Zaaktype) -> list[Gebrek]:
    """Why this version may not be published yet; an empty list means that nothing stands in the way."""
    return [gebrek for regel in REGELS for gebrek in regel(zaaktype)]


def bezwaren(zaaktype: Zaaktype) -> list[str]:
    """The same in sentences only."""
    return [gebrek.zin for gebrek in gebreken(zaaktype)]


def gebreken_bij_publiceren(zaaktype: Zaaktype) -> list[Gebrek]:
    """The same, with what the process itself must have in order (``deel`` is then the dossier)."""
    return [*gebreken(zaaktype), *(Gebrek(zin, DOSSIER) for zin in dossierstand.gebreken(zaaktype))]


def bezwaren_bij_publiceren(zaaktype: Zaaktype) -> list[str]:
    return [gebrek.zin for gebrek in gebreken_bij_publiceren(zaaktype)]


def teksten(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    for veld, naam in _TEKSTEN.items():
        if not getattr(zaaktype, veld).strip():
            yield Gebrek(f"{naam} is leeg.")
    if zaaktype.termijnregime != Termijnregime.GEEN and not zaaktype.publiekstermijn.strip():
        yield Gebrek("De termijn in gewone woorden is leeg.")


def termijnen(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """A term has a legal ground, and so has every way to move it (recht.md, Awb 4:13 to 4:15)."""
    wettelijk = zaaktype.termijnregime in (Termijnregime.WETTELIJK, Termijnregime.REDELIJK, Termijnregime.AVG)
    if wettelijk and not zaaktype.termijn_grondslag.strip():
        yield Gebrek("De termijn heeft geen wettelijke grondslag.")
    if zaaktype.verlenging_mogelijk and not zaaktype.verlenging_grondslag.strip():
        yield Gebrek("Verlengen is mogelijk, maar de wettelijke grondslag daarvoor ontbreekt.")
    if zaaktype.opschorting_en_aanhouding_mogelijk and not zaaktype.opschortingsgronden:
        yield Gebrek("Opschorten is mogelijk, maar geen enkele grond voor opschorting is aangewezen.")
    for moment in zaaktype.besluitmomenten.select_related("besluittype"):
        if moment.beslistermijn and not moment.termijn_grondslag.strip():
            yield Gebrek(
                f"De termijn van het besluit {moment.besluittype} heeft geen wettelijke grondslag.",
                "besluitmomenten",
                moment.pk,
            )


def statussen(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """A way in and a way out, words at each step, and sub-steps that belong to a step."""
    rijen = list(zaaktype.statustypen.select_related("substap_van"))
    if len(rijen) < 2:
        yield Gebrek(
            "Er is geen eindstatus: een zaaktype heeft ten minste een eerste en een laatste status.", "statustypen"
        )
        return
    laagste, hoogste = rijen[0].volgnummer, rijen[-1].volgnummer
    fasen = [rij.fase_afgeleid(laagste, hoogste) for rij in rijen]
    if fasen[-1] != Fase.AFGEROND:
        yield Gebrek(
            f"De laatste status, {rijen[-1].omschrijving}, is geen eindstatus: de fase is niet afgerond.",
            "statustypen",
            rijen[-1].pk,
        )
    if fasen[0] != Fase.ONTVANGEN:
        yield Gebrek(
            f"De eerste status, {rijen[0].omschrijving}, hoort bij de fase ontvangen.", "statustypen", rijen[0].pk
        )
    for rij, fase in zip(rijen[:-1], fasen[:-1], strict=True):
        if fase == Fase.AFGEROND:
            yield Gebrek(f"De status {rij.omschrijving} is afgerond, maar is niet de laatste.", "statustypen", rij.pk)
    for rij in rijen:
        if not rij.statustekst.strip():
            yield Gebrek(f"De status {rij.omschrijving} heeft geen tekst voor de inwoner.", "statustypen", rij.pk)
        if rij.substap_van and (rij.substap_van.substap_van_id or rij.substap_van.volgnummer > rij.volgnummer):
            yield Gebrek(
                f"De status {rij.omschrijving} hoort onder een hoofdstap die ervoor staat.", "statustypen", rij.pk
            )


def gegevens(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """Every datum has a purpose and a ground (AVG art. 5 and 6), and conditions look at what exists."""
    rijen = list(zaaktype.gegevens.select_related("stap"))
    namen = {rij.naam for rij in rijen}
    if sum(rij.eenmalige_code for rij in rijen) > 1:
        yield Gebrek("Er is meer dan een gegeven voor de code uit de brief.", "gegevens")
    for rij in rijen:
        if not rij.doel.strip():
            yield Gebrek(f"Het gegeven {rij.label} heeft geen doel.", "gegevens", rij.pk)
        if not rij.grondslag.strip():
            yield Gebrek(f"Het gegeven {rij.label} heeft geen wettelijke grondslag.", "gegevens", rij.pk)
        if rij.voorvulling and not rij.corrigeerbaar and not rij.correctie_uitleg.strip():
            yield Gebrek(
                f"Het gegeven {rij.label} is niet te wijzigen; leg uit hoe men een fout laat verbeteren.",
                "gegevens",
                rij.pk,
            )
        for naam in sorted(genoemde_gegevens(rij.toon_als)):
            if naam not in namen or naam == rij.naam:
                yield Gebrek(
                    f"De voorwaarde van {rij.label} kijkt naar {naam}, en dat bestaat niet als ander gegeven.",
                    "gegevens",
                    rij.pk,
                )


def resultaten(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    rijen = list(zaaktype.resultaattypen.all())
    if not rijen:
        yield Gebrek("Er is geen resultaat waarmee een zaak kan eindigen.", "resultaattypen")
    eigenschappen = set(zaaktype.gegevens.values_list("naam", flat=True))
    for rij in rijen:
        for gebrek in _archiefgebreken(rij, eigenschappen):
            yield Gebrek(f"Het resultaat {rij.omschrijving} {gebrek}.", "resultaattypen", rij.pk)


def _archiefgebreken(rij: Resultaattype, eigenschappen: set[str]) -> Iterator[str]:
    """recht.md, *Retention*; ztc-004, 006, 007 and 008."""
    wijze = rij.brondatum_afleidingswijze
    if not rij.selectielijstklasse:
        yield "noemt geen klasse van de selectielijst"
    if not rij.archiefnominatie:
        yield "zegt niet of het dossier wordt vernietigd of bewaard"
    if rij.archiefnominatie == Archiefnominatie.VERNIETIGEN and not rij.archiefactietermijn:
        yield "heeft geen bewaartermijn"
    if not wijze:
        yield "zegt niet vanaf welke datum de bewaartermijn loopt"
    for veld, zin in _BRONDATUM.items():
        if wijze in HEEFT[veld] and not getattr(rij, f"brondatum_{veld}"):
            yield zin
    if wijze == Afleidingswijze.EIGENSCHAP and rij.brondatum_datumkenmerk not in eigenschappen:
        yield f"leidt de brondatum af van {rij.brondatum_datumkenmerk or 'niets'}, en dat is geen gegeven"


def besluiten(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    momenten = list(zaaktype.besluitmomenten.select_related("besluittype"))
    if momenten and not any(moment.rondt_zaak_af for moment in momenten):
        yield Gebrek("Geen enkel besluit rondt de zaak af.", "besluitmomenten")
    uit = set(zaaktype.uitgeschakelde_handelingen)
    if momenten and uit & {"besluit_voorstellen", "besluiten"}:
        yield Gebrek("Dit zaaktype heeft een besluit, maar besluiten staat uit bij wat er niet kan.")
    for moment in momenten:
        if moment.bezwaar and not moment.besluittype.reactietermijn:
            yield Gebrek(
                f"Tegen het besluit {moment.besluittype} staat bezwaar open, maar er is geen bezwaartermijn.",
                "besluitmomenten",
                moment.pk,
            )


def mandaten(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    los = zaaktype.mandaten.exclude(besluittype__in=zaaktype.besluitmomenten.values("besluittype"))
    for mandaat in los.select_related("besluittype"):
        yield Gebrek(
            f"Er is een mandaat voor {mandaat.besluittype}, maar dat besluit hoort niet bij dit zaaktype.",
            "mandaten",
            mandaat.pk,
        )


def rollen(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    rijen = list(zaaktype.roltypen.all())
    if not any(rij.omschrijving_generiek == "initiator" for rij in rijen):
        yield Gebrek("Er is geen rol voor wie de zaak begint (initiator).", "roltypen")
    for rij in rijen:
        if rij.toestemming_vereist and not rij.toestemming_tekst.strip():
            yield Gebrek(
                f"De rol {rij.omschrijving} moet toestemming geven, maar waarvoor staat er niet.", "roltypen", rij.pk
            )
        if rij.toestemming_vereist and not rij.ziet_zaak:
            yield Gebrek(
                f"De rol {rij.omschrijving} moet toestemming geven, maar ziet de zaak niet.", "roltypen", rij.pk
            )


def taken(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    namen = set(zaaktype.gegevens.values_list("naam", flat=True))
    for taak in zaaktype.taaktypen.prefetch_related("gegevens"):
        if taak.uitvoerder == "inwoner" and not taak.knoptekst.strip():
            yield Gebrek(f"De taak {taak.naam} heeft geen tekst op de knop.", "taaktypen", taak.pk)
        if taak.soort == SoortTaak.FORMULIER and not taak.gegevens.all():
            yield Gebrek(f"De taak {taak.naam} vraagt om antwoorden, maar stelt geen vragen.", "taaktypen", taak.pk)
        if taak.soort in _ELDERS and not taak.elders_url:
            yield Gebrek(f"De taak {taak.naam} gebeurt elders, maar het adres ontbreekt.", "taaktypen", taak.pk)
        for naam in sorted(genoemde_gegevens(taak.voorwaarde) - namen):
            yield Gebrek(
                f"De voorwaarde van de taak {taak.naam} kijkt naar {naam}, en dat is geen gegeven van dit zaaktype.",
                "taaktypen",
                taak.pk,
            )


def gevolgen(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """A term stands still on a ground that the zaaktype knows, while it is being worked on."""
    rijen = list(zaaktype.statusgevolgen.select_related("statustype"))
    if not rijen:
        return
    nummers = list(zaaktype.statustypen.values_list("volgnummer", flat=True))
    if zaaktype.termijnregime in (Termijnregime.GEEN, Termijnregime.WERKDAGEN):
        yield Gebrek(
            "Bij een status staat de termijn stil, maar dit zaaktype heeft geen termijn die dat kan.", "statusgevolgen"
        )
    for rij in rijen:
        naam = rij.statustype.omschrijving
        if rij.grond not in zaaktype.opschortingsgronden:
            yield Gebrek(
                f"Bij de status {naam} staat de termijn stil op een grond die dit zaaktype niet kent.",
                "statusgevolgen",
                rij.pk,
            )
        if rij.statustype.fase_afgeleid(nummers[0], nummers[-1]) != Fase.IN_BEHANDELING:
            yield Gebrek(
                f"Bij de status {naam} kan de termijn niet vanzelf stilstaan: kies een status in behandeling.",
                "statusgevolgen",
                rij.pk,
            )


def toegang(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    if zaaktype.anoniem_toegestaan and zaaktype.betrouwbaarheid_minimaal:
        yield Gebrek("Een melding mag zonder naam, maar er wordt toch om inloggen gevraagd.")
    if zaaktype.extern_behandeld and not zaaktype.extern_url:
        yield Gebrek("Een ander systeem behandelt deze zaken, maar het adres daarvan ontbreekt.")


def verdeling(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """Rules look at what is asked, and none stands behind one that always fits."""
    namen = set(zaaktype.gegevens.values_list("naam", flat=True))
    altijd = None
    for regel in zaaktype.verdeelregels.select_related("team"):
        for naam in sorted(genoemde_gegevens(regel.voorwaarde) - namen):
            yield Gebrek(
                f"De verdeelregel {regel} kijkt naar {naam}, en dat is geen gegeven van dit zaaktype.",
                "verdeelregels",
                regel.pk,
            )
        if altijd is not None:
            yield Gebrek(f"De verdeelregel {regel} doet niets: {altijd} past altijd eerder.", "verdeelregels", regel.pk)
        elif regel.past_altijd:
            altijd = regel


REGELS: tuple[Regel, ...] = (
    teksten, termijnen, statussen, gegevens, resultaten, besluiten, mandaten, rollen,
    documentcontroles.gevraagd, documentcontroles.rollen, taken, gevolgen, toegang, verdeling,
    woordcontroles.berichten, woordcontroles.brieven,
)  # fmt: skip
