"""Addresses of one zaak: its page, and a page per handeling."""

from django.urls import URLPattern, URLResolver, path, re_path

from backoffice.behandeling import (
    beperking,
    handelen,
    inzagekopie,
    kennisgevingen,
    rectificatie,
    registreren,
    wisgegevens,
    wissing,
    zaak,
)

NUMMER = r"(?P<nummer>\d{4}-\d{7})"

urlpatterns: list[URLPattern | URLResolver] = [
    path("registreren/", registreren.product_kiezen, name="zaak_registreren"),
    path("registreren/<slug:identificatie>/", registreren.registreren, name="zaak_registreren_proces"),
    re_path(rf"^{NUMMER}/$", zaak.zaak, name="zaak"),
    re_path(rf"^{NUMMER}/upload/$", handelen.upload, name="zaak_upload"),
    re_path(rf"^{NUMMER}/upload/weg/$", handelen.upload_weg, name="zaak_upload_weg"),
    re_path(rf"^{NUMMER}/inzagekopie/$", inzagekopie.overzicht, name="inzagekopie"),
    re_path(rf"^{NUMMER}/inzagekopie/(?P<groep>[a-z0-9-]+)/$", inzagekopie.groep, name="inzagegroep"),
    re_path(rf"^{NUMMER}/beperking/$", beperking.beperking, name="beperking"),
    re_path(rf"^{NUMMER}/kennisgevingen/$", kennisgevingen.kennisgevingen, name="kennisgevingen"),
    re_path(rf"^{NUMMER}/rectificatie/$", rectificatie.rectificatie, name="rectificatie"),
    re_path(
        rf"^{NUMMER}/rectificatie/(?P<van>\d{{4}}-\d{{7}})/(?P<naam>[a-z0-9_]+)/$",
        rectificatie.verbeteren,
        name="verbeteren",
    ),
    re_path(rf"^{NUMMER}/wissing/$", wissing.wissing, name="wissing"),
    re_path(rf"^{NUMMER}/wissing/(?P<van>\d{{4}}-\d{{7}})/$", wisgegevens.wisgegevens, name="wisgegevens"),
    re_path(rf"^{NUMMER}/(?P<naam>[a-z_]+)/$", handelen.handelen, name="zaak_handeling"),
]
