"""Addresses of the resident's screens, by the thing they are about. Each says what it is for who acts for another."""

from django.urls import path

from mijnzaken.portaal import (
    aanvraagbestanden,
    aanvragen,
    berichten,
    contact,
    gegevens,
    inzage,
    machtiging_aanbieden,
    machtigingen,
    overzicht,
    producten,
    taken,
    toestemming,
    zaakacties,
    zaken,
)
from mijnzaken.portaal.hek import gewoon, handelen, persoonlijk, zelf

urlpatterns = [
    path("", gewoon(overzicht.overzicht), name="overzicht"),
    path("taken/", gewoon(taken.taken), name="mijn_taken"),
    path("berichten/", gewoon(berichten.berichten), name="mijn_berichten"),
    path("berichten/<uuid:uuid>/", gewoon(berichten.bericht), name="mijn_bericht"),
    path("zaken/", gewoon(zaken.zaken), name="mijn_zaken"),
    path("zaken/<uuid:uuid>/", gewoon(zaken.zaak), name="mijn_zaak"),
    path("zaken/<uuid:uuid>/taken/<uuid:taak_uuid>/", handelen(zaakacties.taak), name="mijn_taak"),
    path("zaken/<uuid:uuid>/upload/", handelen(zaakacties.upload), name="mijn_zaak_upload"),
    path("zaken/<uuid:uuid>/upload/weg/", handelen(zaakacties.upload_weg), name="mijn_zaak_upload_weg"),
    path("zaken/<uuid:uuid>/document/", handelen(zaakacties.document), name="mijn_zaak_document"),
    path("zaken/<uuid:uuid>/intrekken/", handelen(zaakacties.intrekken), name="mijn_zaak_intrekken"),
    path("zaken/<uuid:uuid>/bezwaar/<uuid:besluit_uuid>/", handelen(zaakacties.bezwaar_maken), name="bezwaar_maken"),
    path("producten/", gewoon(producten.producten), name="mijn_producten"),
    path("producten/<uuid:uuid>/klopt/", handelen(producten.klopt_nog), name="mijn_product_klopt"),
    path("aanvragen/<slug:slug>/", handelen(aanvragen.aanvragen), name="aanvragen"),
    path("aanvragen/<slug:slug>/bestand/", handelen(aanvraagbestanden.upload), name="aanvragen_bestand"),
    path("aanvragen/<slug:slug>/bestand/weg/", handelen(aanvraagbestanden.upload_weg), name="aanvragen_bestand_weg"),
    path("concepten/<uuid:uuid>/weggooien/", handelen(aanvragen.weggooien), name="concept_weggooien"),
    path("toestemming/", handelen(toestemming.toestemming), name="toestemming"),
    path("gegevens/", persoonlijk(gegevens.gegevens), name="mijn_gegevens"),
    path("gegevens/adres/", zelf(gegevens.adres), name="mijn_gegevens_adres"),
    path("gegevens/bestand/", zelf(gegevens.bestand), name="mijn_gegevens_bestand"),
    path("gegevens/voorkeur/", zelf(gegevens.voorkeur), name="mijn_gegevens_voorkeur"),
    path("inzage/", persoonlijk(inzage.inzage), name="mijn_inzage"),
    path("inzage/bezwaar/", persoonlijk(inzage.bezwaar), name="mijn_inzage_bezwaar"),
    path("machtigingen/", zelf(machtigingen.machtigingen), name="mijn_machtigingen"),
    path("machtigingen/kiezen/", zelf(machtigingen.kiezen), name="machtiging_kiezen"),
    path("machtigingen/aanbieden/", zelf(machtiging_aanbieden.aanbieden), name="machtiging_aanbieden"),
    path("machtigingen/<uuid:uuid>/aanvaarden/", zelf(machtigingen.aanvaarden), name="machtiging_aanvaarden"),
    path("machtigingen/<uuid:uuid>/weigeren/", zelf(machtigingen.weigeren), name="machtiging_weigeren"),
    path("machtigingen/<uuid:uuid>/beeindigen/", zelf(machtigingen.beeindigen), name="machtiging_beeindigen"),
    path("machtigingen/wissel/", machtigingen.wissel, name="machtiging_wissel"),  # stopping is always allowed
    path("machtigingen/gestopt/", machtigingen.gestopt, name="machtiging_gestopt"),
    path("contact/", gewoon(contact.contact), name="mijn_contact"),
    path("contact/vraag/", handelen(contact.vraag), name="mijn_contact_vraag"),
]
