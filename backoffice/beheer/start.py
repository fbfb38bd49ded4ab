"""The entrance of management: what this person may do here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie import beleid
from autorisatie.toegang import voor_medewerker


@voor_medewerker("beheer")
def start(request: HttpRequest) -> HttpResponse:
    kamers = (
        (
            "beheer",
            "beheer_zaaktypen",
            _("Zaaktypen"),
            _("Hoe een zaak verloopt: gegevens, statussen, taken en termijnen."),
        ),
        ("product_wijzigen", "beheer_producten", _("Producten"), _("Wat inwoners lezen en kunnen aanvragen.")),
        (
            "product_wijzigen",
            "beheer_kruistabel",
            _("Kruistabel"),
            _("Welk zaaktype bij welk product hoort, en wat er nog mist."),
        ),
        (
            "beheer",
            "beheer_soorten",
            _("Soorten besluit en document"),
            _("Waar alle zaaktypen uit kiezen."),
        ),
        ("product_wijzigen", "beheer_themas", _("Onderwerpen"), _("Waaronder producten bij elkaar staan.")),
        ("product_wijzigen", "beheer_balies", _("Balies"), _("Waar mensen terecht kunnen, en wanneer.")),
        ("product_wijzigen", "beheer_upl", _("Landelijke namen (UPL)"), _("Wat er veranderde, en wat een naam mist.")),
        (
            "product_wijzigen",
            "beheer_selectielijst",
            _("Selectielijst"),
            _("Hoe lang een dossier bewaard blijft."),
        ),
        (
            "berichten_beheren",
            "beheer_berichten",
            _("Berichten die bleven steken"),
            _("Wat niet aankwam, en opnieuw kan."),
        ),
        (
            "rechten_inzien",
            "beheer_rechten",
            _("Rechten"),
            _("Wat elke rol mag, wie haar heeft, wie waarneemt en wat is afgeschermd."),
        ),
        ("eigen_rechten_inzien", "beheer_eigen_rechten", _("Mijn rollen"), _("Wat u mag, en tot wanneer.")),
        ("logboek_lezen", "beheer_logboek", _("Logboek"), _("Wie wat deed en waarom.")),
        (
            "opvallend_bekijken",
            "beheer_opvallend",
            _("Opvallend gebruik"),
            _("Medewerkers die vaker of anders keken dan bij hun werk past."),
        ),
        (
            "onderzoek_inzien",
            "beheer_onderzoeken",
            _("Onderzoeken"),
            _("Wat zolang een onderzoek loopt verborgen blijft voor de betrokkene."),
        ),
        ("archief", "beheer_archief", _("Archief"), _("Welke zaken bewaard blijven, en welke weg mogen.")),
    )
    actor = request.actor  # type: ignore[attr-defined]
    return render(
        request,
        "beheer/start.html",
        {
            "kamers": [
                {"url": reverse(naam), "naam": titel, "uitleg": uitleg}
                for recht, naam, titel, uitleg in kamers
                if beleid.mag(actor, recht)
            ]
        },
    )
