"""Addresses of the work list and of the search over all zaken."""

from django.urls import URLPattern, URLResolver, path

from backoffice.werkvoorraad import toewijzen, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.werkvoorraad, name="werkvoorraad"),
    path("toewijzen/", toewijzen.toewijzen, name="werkvoorraad_toewijzen"),
    path("zaken/", views.zaken, name="zaken"),
]
