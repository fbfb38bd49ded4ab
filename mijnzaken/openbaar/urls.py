"""Addresses for everyone."""

from django.conf import settings
from django.urls import path
from django.views.i18n import set_language

from autorisatie.sessie import van_iedereen
from autorisatie.toegang import openbaar
from mijnzaken.openbaar import aanvragen, documenten, paginas, producten, register, vindbaar

urlpatterns = [
    path("", producten.start, name="start"),
    path("producten/", producten.producten, name="producten"),
    path("producten/<slug:slug>/", producten.product, name="product"),
    path("producten/<slug:slug>/check/", producten.check, name="product_check"),
    path("producten/<slug:slug>/product.jsonld", vindbaar.product_jsonld, name="product_jsonld"),
    path("samenwerkende-catalogi.xml", vindbaar.samenwerkende_catalogi, name="samenwerkende_catalogi"),
    path("sitemap.xml", vindbaar.sitemap, name="sitemap"),
    path("robots.txt", vindbaar.robots, name="robots"),
    path("aanvragen/<slug:slug>/", aanvragen.aanvragen, name="aanvragen_openbaar"),
    path("aanvragen/<slug:slug>/bestand/", aanvragen.upload, name="aanvragen_openbaar_bestand"),
    path("aanvragen/<slug:slug>/bestand/weg/", aanvragen.upload_weg, name="aanvragen_openbaar_bestand_weg"),
    path("aanvragen/<slug:slug>/ontvangen/", aanvragen.ontvangen, name="aanvraag_ontvangen"),
    path("verwerkingsregister/", register.register, name="verwerkingsregister"),
    path("verwerkingsregister/register.<str:vorm>", register.uitvoer, name="verwerkingsregister_uitvoer"),
    path("verwerkingsregister/<slug:identificatie>/<int:versie>/", register.verwerking, name="verwerking"),
    path(
        "verwerkingsregister/<slug:identificatie>/<int:versie>/verwerking.json",
        register.verwerking_json,
        name="verwerking_json",
    ),
    path("toegankelijkheid/", paginas.toegankelijkheid, name="toegankelijkheid"),
    path("privacy/", paginas.privacy, name="privacy"),
    path("documenten/<uuid:uuid>/", documenten.document, name="document"),
    path("taal/", openbaar(van_iedereen(set_language)), name="taal"),
]

if settings.DEMO:
    from mijnzaken.openbaar import postvak

    urlpatterns.append(path("demo/postvak/", postvak.postvak, name="postvak"))
