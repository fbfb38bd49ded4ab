"""Addresses of log-in, log-out and the session. That of the demo is not here: it exists in the demo only."""

from django.urls import URLPattern, path

from autorisatie.inloggen.omgeving import MIDDELEN
from mijnzaken.openbaar import inloggen, sessie

urlpatterns: list[URLPattern] = [
    path("inloggen/", inloggen.kiezen, name="inloggen"),
    path("uitloggen/", inloggen.uitloggen, name="uitloggen"),
    path("sessie/", sessie.over, name="sessie"),
    path("sessie/verlengen/", sessie.verlengen, name="sessie_verlengen"),
    path("sessie/bewaren/", sessie.bewaren, name="sessie_bewaren"),
]
for _naam in MIDDELEN:
    urlpatterns += [
        path(f"inloggen/{_naam}/", inloggen.begin, {"naam": _naam}, name=f"inloggen_{_naam}"),
        path(f"inloggen/{_naam}/terug/", inloggen.terug, {"naam": _naam}, name=f"inloggen_{_naam}_terug"),
    ]
