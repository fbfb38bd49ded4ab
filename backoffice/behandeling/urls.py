"""Addresses of one zaak: its page, and a page per handeling."""

from django.urls import URLPattern, URLResolver, path, re_path

from backoffice.behandeling import handelen, inzagekopie, registreren, zaak

NUMMER = r"(?P<nummer>\d{4}-\d{7})"

urlpatterns: list[URLPattern | URLResolver] = [
    path("registreren/", registreren.product_kiezen, name="zaak_registreren"),
    path("registreren/<slug:identificatie>/", registreren.registreren, name="zaak_registreren_proces"),
    re_path(rf"^{NUMMER}/$", zaak.zaak, name="zaak"),
    re_path(rf"^{NUMMER}/upload/$", handelen.upload, name="zaak_upload"),
    re_path(rf"^{NUMMER}/upload/weg/$", handelen.upload_weg, name="zaak_upload_weg"),
    re_path(rf"^{NUMMER}/inzagekopie/$", inzagekopie.overzicht, name="inzagekopie"),
    re_path(rf"^{NUMMER}/inzagekopie/(?P<groep>[a-z0-9-]+)/$", inzagekopie.groep, name="inzagegroep"),
    re_path(rf"^{NUMMER}/(?P<naam>[a-z_]+)/$", handelen.handelen, name="zaak_handeling"),
]
