"""Addresses of broken glass."""

from django.urls import path

from backoffice.behandeling import glas_breken

urlpatterns = [
    path("", glas_breken.breken, name="glas_breken"),
    path("overzicht/", glas_breken.overzicht, name="glasbreuken"),
    path("overzicht/<uuid:uuid>/bekeken/", glas_breken.bekijken, name="glasbreuk_bekijken"),
]
