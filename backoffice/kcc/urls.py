"""Addresses of the desk of 14070."""

from django.urls import path

from backoffice.kcc import balie, contact, klantbeeld, terugbelnotitie_maken

urlpatterns = [
    path("", balie.balie, name="kcc"),
    path("beller/", balie.zoeken, name="kcc_zoeken"),
    path("beller/kiezen/", balie.kiezen, name="kcc_kiezen"),
    path("beller/controleren/", balie.controleren, name="kcc_controleren"),
    path("einde/", balie.einde, name="kcc_einde"),
    path("klant/", klantbeeld.klant, name="kcc_klant"),
    path("zaken/<slug:nummer>/", klantbeeld.zaak, name="kcc_zaak"),
    path("contact/", contact.contact, name="kcc_contact"),
    path("terugbelnotitie/", terugbelnotitie_maken.maken, name="kcc_terugbelnotitie"),
]
