"""The addresses of log-in as they are in the demo."""

from django.urls import include, path

urlpatterns = [
    path("inloggen/demo/", include("mijnzaken.voorbeeld.urls_inloggen")),
    path("", include("mijnzaken.openbaar.urls_inloggen")),
]
handler404 = "mijnzaken.openbaar.fouten.bestaat_niet"
