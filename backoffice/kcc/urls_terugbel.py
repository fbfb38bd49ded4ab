"""Addresses of the terugbelnotities."""

from django.urls import path

from backoffice.kcc import notitie, notitielijst

urlpatterns = [
    path("", notitielijst.notities, name="terugbelnotities"),
    path("<slug:nummer>/", notitie.notitie, name="terugbelnotitie"),
    path("<slug:nummer>/poging/", notitie.poging, name="terugbelnotitie_poging"),
    path("<slug:nummer>/antwoord/", notitie.antwoord, name="terugbelnotitie_antwoord"),
    path("<slug:nummer>/overnemen/", notitie.overnemen, name="terugbelnotitie_overnemen"),
    path("<slug:nummer>/doorgeven/", notitie.doorgeven, name="terugbelnotitie_doorgeven"),
    path("<slug:nummer>/notitie/", notitie.schrijven, name="terugbelnotitie_schrijven"),
    path("<slug:nummer>/heropenen/", notitie.heropenen, name="terugbelnotitie_heropenen"),
]
