"""What a zaaktype asks of people: roles, which the catalogue knows by their code only, and teams."""

from collections.abc import Iterator

from autorisatie import standen
from autorisatie.models import Matrixversie, Rol, Toekenning
from catalogus.gebrek import Gebrek
from catalogus.models import Team, Zaaktype


def gebreken(versie: Zaaktype) -> list[Gebrek]:
    """What stands in the way of publishing: nobody could do what the version asks."""
    return [*_onbekende_rollen(versie), *_teams_zonder_recht(versie)]


def _onbekende_rollen(versie: Zaaktype) -> Iterator[Gebrek]:
    """A role that this municipality does not have, so that nobody holds it."""
    genoemd: list[tuple[str, str, str, int | None]] = [
        (mandaat.rol, "Het mandaat", "mandaten", None) for mandaat in versie.mandaten.all()
    ]
    for plek in versie.zaaktypeinformatieobjecttypen.select_related("informatieobjecttype"):
        for code in {*plek.rollen_zien, *plek.rollen_toevoegen}:
            genoemd.append((code, f"Het document {plek}", "zaaktypeinformatieobjecttypen", plek.pk))
    codes = {code for code, *_rest in genoemd}
    bekend = set(Rol.objects.filter(code__in=codes, voor_medewerkers=True).values_list("code", flat=True))
    for code, wat, deel, pk in dict.fromkeys(genoemd):
        if code not in bekend:
            yield Gebrek(f"{wat} noemt de rol {code}, en die is er niet.", deel, pk)


def _teams_zonder_recht(versie: Zaaktype) -> Iterator[Gebrek]:
    """A zaak that goes to a team of which nobody may handle it, would be seen by nobody."""
    teams = {regel.team for regel in versie.verdeelregels.select_related("team")}
    for team in sorted(teams, key=str):
        if not _mag_iemand_behandelen(team, versie.proces_id):
            yield Gebrek(
                f"Niemand van team {team} mag deze zaken behandelen. Pas de rechten aan, of kies een ander team.",
                "verdeelregels",
            )


def _mag_iemand_behandelen(team: Team, proces_id: int) -> bool:
    matrix = Matrixversie.actief()
    if matrix is None:
        return False
    regels = standen.regels_van(matrix)
    bereik: standen.Bereik = {}
    leden = Toekenning.objects.filter(Toekenning.geldend(), team=team, gebruiker__is_active=True)
    for lid in leden.values_list("gebruiker", flat=True).distinct():
        rollen = standen.rollen_van(lid, Toekenning.geldend())
        for stand in standen.standen_van(regels, rollen, doel=True, gebruiker_id=lid, bereik=bereik):
            grond = stand.grond
            if grond is None or grond.eigen_zaak or "in_behandeling_nemen" not in grond.handelingen:
                continue
            if grond.processen is None or proces_id in grond.processen:
                return True
    return False
