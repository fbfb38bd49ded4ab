"""Word to colleagues by e-mail: about roles and deputies, which role or until when, never why; about a version of a
zaaktype that came back or is to end, where to read why.
"""

from collections.abc import Iterable
from datetime import date

from autorisatie import houders
from autorisatie.models import Gebruiker, Toekenning, Waarneming
from catalogus import klok
from catalogus.models import Zaaktype
from mijnzaken.berichten.postuit import melding_aan_medewerker


def meld_gevraagd(toekenning: Toekenning) -> None:
    """To who may say yes: not to who asked, nor to who would receive it."""
    betrokken = (toekenning.aangevraagd_door, toekenning.gebruiker)
    keurders = [
        g for g in houders.met_recht("toekenning_goedkeuren") if not any(g.is_dezelfde_als(b) for b in betrokken)
    ]
    _meld("toekenning_gevraagd", keurders, str(toekenning.uuid), rol=toekenning.rol.naam)


def meld_verleend(toekenning: Toekenning) -> None:
    _meld(
        "toekenning_verleend",
        [toekenning.gebruiker],
        str(toekenning.uuid),
        rol=toekenning.rol.naam,
        uiterlijk=toekenning.geldig_tot,
    )


def meld_beeindigd(toekenning: Toekenning) -> None:
    _meld("toekenning_beeindigd", [toekenning.gebruiker], str(toekenning.uuid), rol=toekenning.rol.naam)


def meld_loopt_af(toekenning: Toekenning) -> None:
    """Once for each grant: the same fact again makes no second message."""
    _meld(
        "toekenning_loopt_af",
        [toekenning.gebruiker],
        str(toekenning.uuid),
        rol=toekenning.rol.naam,
        uiterlijk=toekenning.geldig_tot,
    )


def meld_herziening(aantal: int, maandag: date) -> None:
    """To the administrators, once a week: how many grants end soon."""
    _meld("toekenningen_herzien", houders.met_recht("toekenning_aanvragen"), maandag.isoformat(), aantal=aantal)


def meld_waarneming(waarneming: Waarneming) -> None:
    _meld(
        "waarneming_ingesteld",
        [waarneming.waarnemer, waarneming.afwezige],
        str(waarneming.uuid),
        afwezige=waarneming.afwezige.naam,
        waarnemer=waarneming.waarnemer.naam,
        uiterlijk=waarneming.tot,
    )


def meld_teruggestuurd(versie: Zaaktype) -> None:
    """To everybody who wrote on it."""
    _meld(
        "zaaktype_teruggestuurd",
        Gebruiker.objects.filter(pk__in=versie.auteurs),
        f"{versie.uuid}:{versie.teruggestuurd_op:%Y%m%d%H%M%S}",
        zaaktype=versie.omschrijving,
        versie=versie.versienummer,
        pad=_pad(versie),
    )


def meld_einde_voorgesteld(versie: Zaaktype, door: Gebruiker) -> None:
    """To who may decide that the process ends: not to who proposed it."""
    _meld(
        "einde_voorgesteld",
        [g for g in houders.houders("zaaktype_publiceren", proces_id=versie.proces_id) if not g.is_dezelfde_als(door)],
        f"{versie.uuid}:{klok.nu().isoformat()}",
        zaaktype=versie.omschrijving,
        per=versie.einde_voorgesteld,
        pad=_pad(versie),
    )


def meld_einde_afgewezen(versie: Zaaktype, per: date | None, door: Gebruiker) -> None:
    """To who proposed it, but not when he rejected it himself."""
    voorsteller = Gebruiker.objects.filter(pk=versie.einde_voorgesteld_door_id or 0)
    _meld(
        "einde_afgewezen",
        [g for g in voorsteller if not g.is_dezelfde_als(door)],
        f"{versie.uuid}:{klok.nu().isoformat()}",
        zaaktype=versie.omschrijving,
        per=per,
        pad=_pad(versie),
    )


def _pad(versie: Zaaktype) -> str:
    return f"/backoffice/beheer/zaaktypen/{versie.identificatie}/{versie.versienummer}/"


def _meld(soort: str, aan: Iterable[Gebruiker], sleutel: str, **context: object) -> None:
    for gebruiker in aan:
        if gebruiker.emailadres and gebruiker.is_active:
            melding_aan_medewerker(soort, gebruiker, sleutel=f"{soort}:{sleutel}", context=context)
