"""Addresses of functional management, by the thing they are about."""

from django.urls import path

from backoffice.beheer import (
    archief,
    berichten,
    producten,
    rechten,
    start,
    toekennen,
    toekenningen,
    waarneming,
    zaaktypen,
)

_MEDEWERKER = "rechten/toekenningen/medewerker/<uuid:uuid>/"
_TOEKENNING = "rechten/toekenningen/<uuid:uuid>/"
_VERSIE = "zaaktypen/<slug:identificatie>/<int:nummer>/"

urlpatterns = [
    path("", start.start, name="beheer"),
    path("zaaktypen/", zaaktypen.zaaktypen, name="beheer_zaaktypen"),
    path("zaaktypen/<slug:identificatie>/", zaaktypen.proces, name="beheer_proces"),
    path(_VERSIE, zaaktypen.versie, name="beheer_versie"),
    path(f"{_VERSIE}nieuw/", zaaktypen.versie_maken, name="beheer_versie_maken"),
    path(f"{_VERSIE}algemeen/", zaaktypen.algemeen, name="beheer_algemeen"),
    path(f"{_VERSIE}publiceren/", zaaktypen.publiceren, name="beheer_publiceren"),
    path(f"{_VERSIE}weggooien/", zaaktypen.weggooien, name="beheer_weggooien"),
    path(f"{_VERSIE}<slug:sleutel>/nieuw/", zaaktypen.onderdeel, name="beheer_onderdeel_nieuw"),
    path(f"{_VERSIE}<slug:sleutel>/<int:pk>/", zaaktypen.onderdeel, name="beheer_onderdeel"),
    path(f"{_VERSIE}<slug:sleutel>/<int:pk>/weg/", zaaktypen.onderdeel_weg, name="beheer_onderdeel_weg"),
    path("producten/", producten.producten, name="beheer_producten"),
    path("producten/<slug:slug>/", producten.product, name="beheer_product"),
    path("berichten/", berichten.berichten, name="beheer_berichten"),
    path("berichten/<uuid:uuid>/opnieuw/", berichten.opnieuw, name="beheer_bericht_opnieuw"),
    path("rechten/", rechten.rechten, name="beheer_rechten"),
    path("rechten/mijn/", waarneming.eigen_rechten, name="beheer_eigen_rechten"),
    path("rechten/toekenningen/", toekenningen.toekenningen, name="beheer_toekenningen"),
    path("rechten/toekenningen/wachtend/", toekenningen.wachtend, name="beheer_toekenningen_wachtend"),
    path("rechten/toekenningen/herzien/", toekenningen.herzien, name="beheer_toekenningen_herzien"),
    path(f"{_MEDEWERKER}", toekenningen.medewerker, name="beheer_toekenningen_medewerker"),
    path(f"{_MEDEWERKER}aanvragen/", toekennen.aanvragen, name="beheer_toekenning_aanvragen"),
    path(f"{_TOEKENNING}goedkeuren/", toekennen.goedkeuren, name="beheer_toekenning_goedkeuren"),
    path(f"{_TOEKENNING}weigeren/", toekennen.weigeren, name="beheer_toekenning_weigeren"),
    path(f"{_TOEKENNING}verlengen/", toekennen.verlengen, name="beheer_toekenning_verlengen"),
    path(f"{_TOEKENNING}beeindigen/", toekennen.beeindigen, name="beheer_toekenning_beeindigen"),
    path("rechten/waarneming/", waarneming.waarnemingen, name="beheer_waarnemingen"),
    path("rechten/waarneming/voor/<uuid:uuid>/", waarneming.instellen, name="beheer_waarneming"),
    path("rechten/waarneming/<uuid:uuid>/beeindigen/", waarneming.beeindigen, name="beheer_waarneming_beeindigen"),
    path("logboek/", rechten.logboek, name="beheer_logboek"),
    path("archief/", archief.archief, name="beheer_archief"),
]
