"""Addresses of functional management, by the thing they are about."""

from django.urls import path

from backoffice.beheer import (
    archief,
    berichten,
    herziening,
    matrix,
    matrixontwerp,
    producten,
    rechten,
    start,
    toekennen,
    toekenningen,
    vernietigingslijst,
    waarneming,
    waarom,
    zaaktypen,
)

_MEDEWERKER = "rechten/toekenningen/medewerker/<uuid:uuid>/"
_TOEKENNING = "rechten/toekenningen/<uuid:uuid>/"
_VERSIE = "zaaktypen/<slug:identificatie>/<int:nummer>/"
_MATRIX = "rechten/matrix/versies/<int:nummer>/"
_REGEL = f"{_MATRIX}regels/<uuid:kenmerk>/"

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
    path("rechten/matrix/", matrix.matrix, name="beheer_matrix"),
    path("rechten/matrix/ontwerpen/", matrixontwerp.ontwerpen, name="beheer_matrix_ontwerpen"),
    path("rechten/matrix/inlezen/", matrixontwerp.inlezen, name="beheer_matrix_inlezen"),
    path(_MATRIX, matrix.versie, name="beheer_matrix_versie"),
    path(f"{_MATRIX}zaaktype/", matrix.zaaktype, name="beheer_matrix_zaaktype"),
    path(f"{_MATRIX}bestand/", matrix.als_bestand, name="beheer_matrix_bestand"),
    path(f"{_MATRIX}regels/nieuw/", matrixontwerp.regel, name="beheer_matrix_regel_nieuw"),
    path(_REGEL, matrixontwerp.regel, name="beheer_matrix_regel"),
    path(f"{_REGEL}weg/", matrixontwerp.regel_weg, name="beheer_matrix_regel_weg"),
    path(f"{_REGEL}terug/", matrixontwerp.regel_terug, name="beheer_matrix_regel_terug"),
    path(f"{_MATRIX}gevolg/", matrixontwerp.voorbeschouwing, name="beheer_matrix_gevolg"),
    path(f"{_MATRIX}indienen/", matrixontwerp.indienen, name="beheer_matrix_indienen"),
    path(f"{_MATRIX}goedkeuren/", matrixontwerp.goedkeuren, name="beheer_matrix_goedkeuren"),
    path(f"{_MATRIX}terugsturen/", matrixontwerp.terugsturen, name="beheer_matrix_terugsturen"),
    path(f"{_MATRIX}weggooien/", matrixontwerp.weggooien, name="beheer_matrix_weggooien"),
    path("rechten/herziening/", herziening.herziening, name="beheer_herziening"),
    path("rechten/herziening/<slug:code>/", herziening.nalopen, name="beheer_herziening_rol"),
    path("rechten/waarom/", waarom.waarom, name="beheer_waarom"),
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
    path("archief/lijsten/<uuid:uuid>/", vernietigingslijst.lijst, name="beheer_vernietigingslijst"),
]
