"""Filters and tags of the screens: dates, amounts and icons, each written the same way everywhere."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.templatetags.static import static
from django.utils import formats, timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from catalogus import klok
from catalogus.opmaak import markdown_naar_html
from catalogus.termijnen import Duur, OngeldigeDuur

register = template.Library()

# Dutch short names are written here: Django's own shorten "maart" to "mrt" with a full stop in some places only.
_DAGEN = {"nl": ("ma", "di", "wo", "do", "vr", "za", "zo"), "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MAANDEN = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}

# Widget class to the way onderdelen/veld.html draws it; the first that fits.
_SOORTEN = (
    ("HiddenInput", "verborgen"),
    ("CheckboxSelectMultiple", "vinkjes"),
    ("RadioSelect", "rondjes"),
    ("CheckboxInput", "vinkje"),
    ("MultiWidget", "delen"),
    ("FileInput", "bestand"),
    ("Select", "keuzelijst"),
    ("Textarea", "tekstvak"),
)


def _dag(waarde: object) -> date | None:
    if isinstance(waarde, datetime):
        return klok.datum(waarde) if timezone.is_aware(waarde) else waarde.date()
    return waarde if isinstance(waarde, date) else None


def _taal() -> str:
    return "en" if (translation.get_language() or "nl").startswith("en") else "nl"


@register.filter
def datum(waarde: object) -> str:
    """``12 januari 2027``; nothing for nothing."""
    dag = _dag(waarde)
    return formats.date_format(dag, "j F Y") if dag else ""


@register.filter
def datum_kort(waarde: object) -> str:
    """``vr 20 nov``, and ``vr 20 nov 2025`` when it is not this year."""
    dag = _dag(waarde)
    if dag is None:
        return ""
    taal = _taal()
    tekst = f"{_DAGEN[taal][dag.weekday()]} {dag.day} {_MAANDEN[taal][dag.month - 1]}"
    return tekst if dag.year == klok.vandaag().year else f"{tekst} {dag.year}"


@register.filter
def moment(waarde: object) -> str:
    """``20 november 2026 om 14:03``, in the time of Amsterdam."""
    if not isinstance(waarde, datetime):
        return datum(waarde)
    plaatselijk = waarde.astimezone(klok.AMSTERDAM) if timezone.is_aware(waarde) else waarde
    return gettext("%(datum)s om %(tijd)s") % {"datum": datum(waarde), "tijd": plaatselijk.strftime("%H:%M")}


@register.filter
def euro(centen: object) -> str:
    """Cents as ``€ 486,20``; ``gratis`` is for the screen to say."""
    if centen is None or centen == "":
        return ""
    bedrag = (Decimal(str(centen)) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    heel, deel = f"{abs(bedrag):,.2f}".split(".")
    return f"{'-' if bedrag < 0 else ''}€\u00a0{heel.replace(',', '.')},{deel}"


@register.filter
def omvang(bytes_: object) -> str:
    """``84 kB`` or ``2,4 MB``."""
    if not isinstance(bytes_, int) or isinstance(bytes_, bool):
        return ""
    if bytes_ < 1_000_000:
        return f"{max(1, round(bytes_ / 1000))}\u00a0kB"
    return f"{bytes_ / 1_000_000:.1f}".replace(".", ",") + "\u00a0MB"


@register.filter
def dagen_nog(waarde: object) -> str:
    """``nog 5 dagen``, ``vandaag`` or ``3 dagen te laat``, counted from today in Amsterdam."""
    dag = _dag(waarde)
    if dag is None:
        return ""
    aantal = (dag - klok.vandaag()).days
    if aantal == 0:
        return gettext("vandaag")
    if aantal > 0:
        return ngettext("nog %(n)d dag", "nog %(n)d dagen", aantal) % {"n": aantal}
    return ngettext("%(n)d dag te laat", "%(n)d dagen te laat", -aantal) % {"n": -aantal}


@register.filter
def dagen_over(waarde: object) -> int | None:
    """The number behind ``dagen_nog``: negative when it is too late."""
    dag = _dag(waarde)
    return (dag - klok.vandaag()).days if dag else None


@register.filter
def plus(links: object, rechts: object) -> str:
    """Two texts after each other, to build an id or an address in a template."""
    return f"{links}{rechts}"


@register.simple_tag
def icoon(naam: str, omschrijving: str = "") -> SafeString:
    """An icon of the sprite, silent unless ``omschrijving`` says what it means."""
    adres = f"{static('iconen.svg')}#{naam}"
    if omschrijving:
        vorm = '<svg class="mz-icoon" role="img" aria-label="{}" width="24" height="24"><use href="{}"></use></svg>'
        return format_html(vorm, omschrijving, adres)
    vorm = (
        '<svg class="mz-icoon" aria-hidden="true" focusable="false" width="24" height="24"><use href="{}"></use></svg>'
    )
    return format_html(vorm, adres)


@register.filter
def soort_invoer(veld: object) -> str:
    """Which control a bound field is drawn with: see onderdelen/veld.html."""
    widget = veld.field.widget  # type: ignore[attr-defined]
    namen = {klasse.__name__ for klasse in type(widget).__mro__}
    for klasse, soort in _SOORTEN:
        if klasse in namen:
            return soort
    return "tekst"


@register.filter
def markdown(tekst: object) -> SafeString:
    """Text of the catalogue as safe HTML."""
    return markdown_naar_html(str(tekst or ""))


@register.filter
def duur(iso: object) -> str:
    """'P5Y' as '5 jaar'; what is no duration stays as it is."""
    try:
        delen = Duur.lees(str(iso))
    except OngeldigeDuur:
        return str(iso or "")
    woorden = (
        (delen.jaren, gettext("jaar"), gettext("jaar")),
        (delen.maanden, gettext("maand"), gettext("maanden")),
        (delen.weken, gettext("week"), gettext("weken")),
        (delen.dagen, gettext("dag"), gettext("dagen")),
    )
    return ", ".join(f"{aantal} {een if aantal == 1 else meer}" for aantal, een, meer in woorden if aantal)
