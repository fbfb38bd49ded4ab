"""Unusual reading: per day and member of staff, counted by the database over the lines of that day.

Each question goes by the handeling or the outcome and the moment, so it reads the lines of one day whatever the size of
the log. A threshold stands in the table ``Drempel``; where it has none, what stands here holds.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from autorisatie.models import Drempel, Gebruiker, Signaal, SoortSignaal
from catalogus import klok
from mijnzaken.zaken.models import Zaak

S = SoortSignaal
STANDAARD: dict[str, int] = {  # times a day
    S.ZONDER_TAAK: 15,
    S.BUREN: 1,
    S.BEKEND_PERSOON: 1,
    S.WEIGERINGEN: 10,
    S.GLAS_BREKEN: 1,
    S.BUITEN_KANTOORTIJD: 10,
}
BEGIN, EINDE = 7, 20  # office hours, Amsterdam time, Monday to Friday

_DAG = "a.moment >= %(van)s AND a.moment < %(tot)s AND a.gebruiker_id IS NOT NULL"
_GELEZEN = f"{_DAG} AND a.handeling = 'inzien' AND a.uitkomst = 'ok'"
_UIT = (
    "a.gebruiker_id, {teller} AS aantal, (array_agg(DISTINCT a.zaak_uuid::text) FILTER (WHERE a.zaak_uuid IS NOT NULL))"
)
_STAART = "GROUP BY a.gebruiker_id HAVING {teller} >= %(drempel)s"
# Whom a line is about: the parties of its zaak, or the person whose own page was opened.
_PERSONEN = (
    "LATERAL (SELECT r.partij_id FROM zaken_zaak z JOIN zaken_rol r ON r.zaak_id = z.id WHERE z.uuid = a.zaak_uuid"
    " UNION SELECT o.id FROM autorisatie_partij o"
    " WHERE a.object_soort = 'autorisatie.partij' AND o.uuid = a.object_uuid) w"
    " JOIN autorisatie_partij p ON p.id = w.partij_id"
)
_OPENEN = f"{_DAG} AND a.handeling IN ('inzien', 'klantbeeld_inzien') AND a.uitkomst = 'ok'"
_PERSOON = "count(DISTINCT p.id)"

_WAAR: dict[str, tuple[str, str]] = {  # what is counted, and over which lines
    S.ZONDER_TAAK: (
        "count(DISTINCT a.zaak_uuid)",
        f"FROM logboek_auditregel a JOIN zaken_zaak z ON z.uuid = a.zaak_uuid WHERE {_GELEZEN}"  # noqa: S608  constants
        " AND z.behandelaar_id IS DISTINCT FROM a.gebruiker_id"
        " AND NOT EXISTS (SELECT FROM zaken_adviesaanvraag v WHERE v.zaak_id = z.id AND v.adviseur_id = a.gebruiker_id)"
        " AND NOT EXISTS (SELECT FROM autorisatie_toekenning t WHERE t.gebruiker_id = a.gebruiker_id"
        " AND t.team_id = z.team_id AND t.geldig_van <= %(dag)s AND t.geldig_tot >= %(dag)s)"
        " AND NOT EXISTS (SELECT FROM klanten_verificatie k JOIN zaken_rol r ON r.partij_id = k.partij_id"
        " WHERE r.zaak_id = z.id AND k.gebruiker_id = a.gebruiker_id AND k.gelukt"
        " AND k.moment <= a.moment AND k.verloopt_op >= a.moment)",
    ),
    S.BUREN: (
        _PERSOON,
        f"FROM logboek_auditregel a JOIN autorisatie_gebruiker g ON g.id = a.gebruiker_id"
        f" JOIN autorisatie_partij e ON e.id = g.partij_id, {_PERSONEN} WHERE {_OPENEN} AND p.id <> e.id"
        " AND (p.postcode = e.postcode AND e.postcode <> ''"
        " OR p.straatnaam = e.straatnaam AND p.stad = e.stad AND e.straatnaam <> '')",
    ),
    S.BEKEND_PERSOON: (_PERSOON, f"FROM logboek_auditregel a, {_PERSONEN} WHERE {_OPENEN} AND p.bekend_persoon"),
    S.WEIGERINGEN: ("count(*)", f"FROM logboek_auditregel a WHERE {_DAG} AND a.uitkomst = 'geweigerd'"),
    S.GLAS_BREKEN: (
        "count(*)",
        f"FROM logboek_auditregel a WHERE {_DAG} AND a.handeling = 'glas_breken' AND a.uitkomst = 'ok'",
    ),
    S.BUITEN_KANTOORTIJD: (
        "count(*)",
        f"FROM logboek_auditregel a WHERE {_GELEZEN} AND (extract(isodow FROM a.moment AT TIME ZONE 'Europe/Amsterdam')"
        " > 5 OR extract(hour FROM a.moment AT TIME ZONE 'Europe/Amsterdam') NOT BETWEEN %(begin)s AND %(einde)s)",
    ),
}


def drempels() -> dict[str, int]:
    """How often a day is unusual, per kind."""
    return STANDAARD | dict(Drempel.objects.values_list("soort", "aantal"))


def vind(dag: date) -> int:
    """Look through one day (Amsterdam); how many signals there are of it. Found again, a signal that nobody looked at
    yet gets the new number; one that somebody looked at stays as it was.
    """
    grens = drempels()
    gevonden = [rij for soort in S.values for rij in _tel(soort, dag, grens[soort])]
    with transaction.atomic():
        er_nog = set(
            Gebruiker.objects.filter(pk__in={rij.gebruiker_id for rij in gevonden}).values_list("pk", flat=True)
        )
        gevonden = [rij for rij in gevonden if rij.gebruiker_id in er_nog]  # the log knows accounts that are gone
        bekeken = set(Signaal.objects.filter(dag=dag, bekeken_op__isnull=False).values_list("soort", "gebruiker_id"))
        Signaal.objects.bulk_create(
            [rij for rij in gevonden if (rij.soort, rij.gebruiker_id) not in bekeken],
            update_conflicts=True,
            unique_fields=["soort", "gebruiker", "dag"],
            update_fields=["aantal", "drempel", "zaken", "gevonden_op"],
        )
    return len(gevonden)


def _tel(soort: str, dag: date, drempel: int) -> list[Signaal]:
    teller, waar = _WAAR[soort]
    van, tot = (datetime.combine(d, time(), klok.AMSTERDAM).astimezone(UTC) for d in (dag, dag + timedelta(days=1)))
    sql = f"SELECT {_UIT.format(teller=teller)} {waar} {_STAART.format(teller=teller)}"
    with connection.cursor() as cursor:
        cursor.execute(
            sql, {"van": van, "tot": tot, "dag": dag, "drempel": drempel, "begin": BEGIN, "einde": EINDE - 1}
        )
        rijen = cursor.fetchall()
    nu = klok.nu()
    return [
        Signaal(
            soort=soort,
            gebruiker_id=wie,
            dag=dag,
            aantal=aantal,
            drempel=drempel,
            zaken=(zaken or [])[:10],
            gevonden_op=nu,
        )
        for wie, aantal, zaken in rijen
    ]


# -- what the logbook's own desk may know of a zaak: its number, never what it is about -------------------------------

REDEN = "het logboek noemt zaken bij hun nummer"


def zaak_met_nummer(nummer: str) -> tuple[UUID, list[int]] | None:
    """The identity of a zaak and its data subjects, for who searches the logbook by its number."""
    rij: Any = Zaak.objects.systeem(REDEN).filter(nummer=nummer).first()
    return (rij.uuid, rij.betrokken_partijen()) if rij is not None else None


def nummers(uuids: set[UUID]) -> dict[UUID, str]:
    return dict(Zaak.objects.systeem(REDEN).filter(uuid__in=uuids).values_list("uuid", "nummer"))
