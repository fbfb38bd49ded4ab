"""Addresses of functional management, by the thing they are about."""

from django.urls import path

from backoffice.beheer import (
    archief,
    balies,
    berichten,
    kruistabel,
    productdelen,
    producten,
    rechten,
    regels,
    start,
    upl,
    zaaktypen,
)

_VERSIE = "zaaktypen/<slug:identificatie>/<int:nummer>/"
_PRODUCT = "producten/<slug:slug>/"
_TABEL = f"{_PRODUCT}regels/<int:pk>/"

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
    path("producten/nieuw/", producten.nieuw, name="beheer_product_nieuw"),
    path(_PRODUCT, producten.product, name="beheer_product"),
    path(f"{_PRODUCT}upl/", upl.kiezen, name="beheer_product_upl"),
    path(f"{_PRODUCT}vragen/", productdelen.vragen, name="beheer_product_vragen"),
    path(f"{_PRODUCT}vragen/<slug:taal>/nieuw/", productdelen.vraag, name="beheer_product_vraag_nieuw"),
    path(f"{_PRODUCT}vragen/<slug:taal>/<int:nummer>/", productdelen.vraag, name="beheer_product_vraag"),
    path(f"{_PRODUCT}vragen/<slug:taal>/<int:nummer>/weg/", productdelen.vraag_weg, name="beheer_product_vraag_weg"),
    path(f"{_PRODUCT}delen/<slug:soort>/nieuw/", productdelen.deel, name="beheer_productdeel_nieuw"),
    path(f"{_PRODUCT}delen/<slug:soort>/<int:pk>/", productdelen.deel, name="beheer_productdeel"),
    path(f"{_PRODUCT}delen/<slug:soort>/<int:pk>/weg/", productdelen.deel_weg, name="beheer_productdeel_weg"),
    path(f"{_PRODUCT}regels/", regels.regels, name="beheer_regels"),
    path(f"{_PRODUCT}regels/nieuw/<slug:soort>/", regels.opstellen, name="beheer_beslistabel_nieuw"),
    path(_TABEL, regels.tabel, name="beheer_beslistabel"),
    path(f"{_TABEL}toelichting/", regels.toelichting, name="beheer_beslistabel_toelichting"),
    path(f"{_TABEL}vraag/", regels.vraag, name="beheer_beslistabel_vraag_nieuw"),
    path(f"{_TABEL}vraag/<slug:naam>/", regels.vraag, name="beheer_beslistabel_vraag"),
    path(f"{_TABEL}regel/", regels.regel, name="beheer_beslistabel_regel_nieuw"),
    path(f"{_TABEL}regel/<int:nummer>/", regels.regel, name="beheer_beslistabel_regel"),
    path(f"{_TABEL}stap/<slug:wat>/<int:nummer>/", regels.stap, name="beheer_beslistabel_stap"),
    path(f"{_TABEL}gebruiken/", regels.in_gebruik_nemen, name="beheer_beslistabel_gebruiken"),
    path(f"{_TABEL}intrekken/", regels.intrekken, name="beheer_beslistabel_intrekken"),
    path(f"{_TABEL}weggooien/", regels.weggooien, name="beheer_beslistabel_weggooien"),
    path(f"{_PRODUCT}<slug:kamer>/", producten.product, name="beheer_product_kamer"),
    path("balies/", balies.balies, name="beheer_balies"),
    path("balies/nieuw/", balies.balie, name="beheer_balie_nieuw"),
    path("balies/<int:pk>/", balies.balie, name="beheer_balie"),
    path("kruistabel/", kruistabel.kruistabel, name="beheer_kruistabel"),
    path("upl/", upl.upl, name="beheer_upl"),
    path("berichten/", berichten.berichten, name="beheer_berichten"),
    path("berichten/<uuid:uuid>/opnieuw/", berichten.opnieuw, name="beheer_bericht_opnieuw"),
    path("rechten/", rechten.rechten, name="beheer_rechten"),
    path("logboek/", rechten.logboek, name="beheer_logboek"),
    path("archief/", archief.archief, name="beheer_archief"),
]
