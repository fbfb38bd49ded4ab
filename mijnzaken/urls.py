"""The addresses of contract.md. The back office comes in by its dotted name, so that no arrow goes up."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("-/", include("mijnzaken.openbaar.urls_beheer")),
    path("", include("mijnzaken.openbaar.urls_inloggen")),
    path("", include("mijnzaken.openbaar.urls")),
    path("mijn/", include("mijnzaken.portaal.urls")),
    path("backoffice/", include("backoffice.urls")),
    path("", include("mijnzaken.api.urls")),
]

if settings.DEMO:
    urlpatterns.insert(0, path("inloggen/demo/", include("mijnzaken.voorbeeld.urls_inloggen")))

handler403 = "mijnzaken.openbaar.fouten.geweigerd"
handler404 = "mijnzaken.openbaar.fouten.bestaat_niet"
handler500 = "mijnzaken.openbaar.fouten.storing"
