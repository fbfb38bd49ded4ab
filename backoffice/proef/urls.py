"""Addresses of a try, under the version that is tried."""

from django.urls import path

from backoffice.proef import views

urlpatterns = [
    path("", views.proef, name="beheer_proef"),
    path("vragen/<int:stap>/", views.vragen, name="beheer_proef_vragen"),
    path("doen/<slug:naam>/", views.doen, name="beheer_proef_doen"),
    path("terug/", views.terug, name="beheer_proef_terug"),
    path("opnieuw/", views.opnieuw, name="beheer_proef_opnieuw"),
]
