"""What stands behind the name of a part in the list: for whom, when, up to how much."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogus.formulieren import bedrag_in_woorden
from catalogus.formulieren.voorwaardewoorden import voorwaarde_in_zin
from catalogus.models import (
    Berichttekst,
    Gegeven,
    Mandaat,
    Resultaattype,
    Statusgevolg,
    Taaktype,
    Verdeelregel,
    ZaaktypeInformatieobjecttype,
    ZaaktypenRelatie,
)
from catalogus.termijnen import Duur

Vragen = Mapping[str, Gegeven]
"""The gegevens of the version by name, for the words of a condition."""

AARD = {
    ZaaktypenRelatie.AardRelatie.VERVOLG: gettext_lazy("deze zaak is er een vervolg op"),
    ZaaktypenRelatie.AardRelatie.BIJDRAGE: gettext_lazy("deze zaak draagt eraan bij"),
    ZaaktypenRelatie.AardRelatie.ONDERWERP: gettext_lazy("deze zaak gaat erover"),
}
"""What the standard means by the kinds of relation, said of the zaaktype that one edits."""


def bij_gegeven(gegeven: Gegeven, vragen: Vragen) -> str:
    return gegeven.naam


def bij_berichttekst(rij: Berichttekst, vragen: Vragen) -> str:
    return rij.onderwerp


def bij_document(plek: ZaaktypeInformatieobjecttype, vragen: Vragen) -> str:
    beperkt = plek.beperkt_zien or plek.rollen_toevoegen or plek.partijen_toevoegen
    return str(_("alleen voor bepaalde rollen")) if beperkt else ""


def bij_mandaat(mandaat: Mandaat, vragen: Vragen) -> str:
    if mandaat.tot_bedrag is None:
        return str(_("elk bedrag"))
    return _("tot en met %(bedrag)s") % {"bedrag": bedrag_in_woorden(mandaat.tot_bedrag)}


def bij_taaktype(taaktype: Taaktype, vragen: Vragen) -> str:
    delen = [voorwaarde_in_zin(taaktype.voorwaarde, vragen)]
    delen.append(str(_("de zaak wacht erop")) if taaktype.blokkerend else "")
    return "; ".join(deel for deel in delen if deel)


def bij_gevolg(gevolg: Statusgevolg, vragen: Vragen) -> str:
    return gevolg.titel or gevolg.get_grond_display()


def bij_resultaat(resultaat: Resultaattype, vragen: Vragen) -> str:
    delen = [resultaat.selectielijstnummer, resultaat.get_archiefnominatie_display()]
    if resultaat.archiefactietermijn:
        delen[1] = _("vernietigen na %(duur)s") % {"duur": Duur.lees(resultaat.archiefactietermijn).in_woorden()}
    return "; ".join(deel for deel in delen if deel)


def bij_verdeelregel(regel: Verdeelregel, vragen: Vragen) -> str:
    delen = [str(regel.product)] if regel.product else []
    if regel.postcode_van is not None:
        delen.append(_("postcode %(van)s tot en met %(tot)s") % {"van": regel.postcode_van, "tot": regel.postcode_tot})
    if regel.voorwaarde:
        delen.append(voorwaarde_in_zin(regel.voorwaarde, vragen))
    return "; ".join(delen) or str(_("altijd"))


def bij_verwant(relatie: ZaaktypenRelatie, vragen: Vragen) -> str:
    aard = str(AARD[ZaaktypenRelatie.AardRelatie(relatie.aard_relatie)])
    return "; ".join(deel for deel in (aard, relatie.toelichting) if deel)
