"""Addresses of functional management, by the thing they are about."""

from django.urls import path

from backoffice.beheer import afscherming, archief, berichten, producten, rechten, start, zaaktypen

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
    path("rechten/afscherming/", afscherming.overzicht, name="beheer_afschermingen"),
    path("rechten/afscherming/nieuw/", afscherming.partij_afschermen, name="beheer_partij_afschermen"),
    path("rechten/afscherming/<slug:soort>/<uuid:uuid>/", afscherming.afscherming, name="beheer_afscherming"),
    path("logboek/", rechten.logboek, name="beheer_logboek"),
    path("archief/", archief.archief, name="beheer_archief"),
]
