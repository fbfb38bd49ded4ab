"""What the scheduler calls exists, and every sweep is called."""

from celery import current_app
from django.conf import settings


def _taken() -> set[str]:
    current_app.loader.import_default_modules()
    return {naam for naam in current_app.tasks if not naam.startswith("celery.")}


def test_het_rooster_roept_alleen_taken_die_er_zijn() -> None:
    assert {regel["task"] for regel in settings.CELERY_BEAT_SCHEDULE.values()} <= _taken()


def test_elke_taak_zonder_sleutel_staat_op_het_rooster() -> None:
    """A task that takes a primary key is a nudge; one that takes nothing is a sweep, and nobody else calls it."""
    vegers = {naam for naam in _taken() if not current_app.tasks[naam].run.__code__.co_argcount}
    assert vegers == {regel["task"] for regel in settings.CELERY_BEAT_SCHEDULE.values()}


def test_een_taak_gaat_naar_de_wachtrij_van_zijn_soort() -> None:
    route = current_app.amqp.router.route
    assert route({}, "mijnzaken.berichten.tasks.verzend")["queue"].name == "berichten"
    assert route({}, "mijnzaken.documenten.tasks.keur_document")["queue"].name == "documenten"
    assert route({}, "mijnzaken.zaken.tasks.ruim_concepten_op")["queue"].name == "standaard"
