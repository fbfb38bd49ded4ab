"""Addresses of functional management, by the thing they are about."""

from django.urls import path

from backoffice.beheer import (
    archief,
    berichten,
    logboek,
    onderzoek,
    opvallend,
    producten,
    rechten,
    start,
    zaaktypen,
)

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
    path("logboek/", logboek.logboek, name="beheer_logboek"),
    path("logboek/persoon/", logboek.persoon, name="beheer_logboek_persoon"),
    path("logboek/uitvoer/", logboek.uitvoer, name="beheer_logboek_uitvoer"),
    path("logboek/opvallend/", opvallend.opvallend, name="beheer_opvallend"),
    path("logboek/opvallend/nagaan/", opvallend.nagaan, name="beheer_opvallend_nagaan"),
    path("logboek/opvallend/<uuid:uuid>/", opvallend.signaal, name="beheer_signaal"),
    path("logboek/bekend/", opvallend.bekend, name="beheer_bekend_persoon"),
    path("logboek/<str:dag>/<int:pk>/", logboek.regel, name="beheer_logboekregel"),
    path("onderzoek/", onderzoek.onderzoeken, name="beheer_onderzoeken"),
    path("onderzoek/openen/", onderzoek.openen, name="beheer_onderzoek_openen"),
    path("onderzoek/<uuid:uuid>/", onderzoek.onderzoek, name="beheer_onderzoek"),
    path("onderzoek/<uuid:uuid>/goedkeuren/", onderzoek.goedkeuren, name="beheer_onderzoek_goedkeuren"),
    path("onderzoek/<uuid:uuid>/vrijgeven/", onderzoek.vrijgeven, name="beheer_onderzoek_vrijgeven"),
    path("archief/", archief.archief, name="beheer_archief"),
]
