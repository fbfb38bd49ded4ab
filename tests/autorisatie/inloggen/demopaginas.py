"""The addresses of log-in as they are in the demo, with the proof pages."""

from django.urls import include, path

from tests.autorisatie.inloggen import proefpaginas

urlpatterns = [path("inloggen/demo/", include("mijnzaken.voorbeeld.urls_inloggen")), *proefpaginas.urlpatterns]
handler403 = "mijnzaken.openbaar.fouten.geweigerd"
handler404 = "mijnzaken.openbaar.fouten.bestaat_niet"
handler500 = "mijnzaken.openbaar.fouten.storing"
