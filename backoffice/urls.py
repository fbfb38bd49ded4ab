"""The addresses of staff: one room each."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("backoffice.werkvoorraad.urls")),
    path("zaken/", include("backoffice.behandeling.urls")),
    path("glas-breken/", include("backoffice.behandeling.urls_glas")),
    path("14070/", include("backoffice.kcc.urls")),
    path("terugbelnotities/", include("backoffice.kcc.urls_terugbel")),
    path("sturing/", include("backoffice.sturing.urls")),
    path("beheer/zaaktypen/<slug:identificatie>/<int:nummer>/proef/", include("backoffice.proef.urls")),
    path("beheer/", include("backoffice.beheer.urls")),
]
