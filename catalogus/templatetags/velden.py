"""How a bound field is drawn: the attributes that tie its control to label, explanation and error."""

from typing import Any

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()

KLASSEN = {
    "tekst": "utrecht-textbox utrecht-textbox--html-input",
    "tekstvak": "utrecht-textarea utrecht-textarea--html-textarea",
    "keuzelijst": "utrecht-select utrecht-select--html-select",
    "bestand": "mz-upload__invoer",
    "vinkje": "utrecht-checkbox utrecht-checkbox--html-input",
}


def _beschreven_door(veld: BoundField) -> str:
    namen = [f"{veld.auto_id}-uitleg"] if veld.help_text else []
    return " ".join([*namen, f"{veld.auto_id}-fout"] if veld.errors else namen)


def _kenmerken(veld: BoundField, klasse: str) -> dict[str, Any]:
    eigen = veld.field.widget.attrs.get("class", "")
    kenmerken: dict[str, Any] = {"class": f"{klasse} {eigen}".strip()}
    if beschreven := _beschreven_door(veld):
        kenmerken["aria-describedby"] = beschreven
    if veld.errors:
        kenmerken["aria-invalid"] = "true"
    return kenmerken


@register.simple_tag
def invoer(veld: BoundField, soort: str) -> SafeString:
    """The control itself, with its class, ``aria-describedby`` and ``aria-invalid``."""
    return veld.as_widget(attrs=_kenmerken(veld, KLASSEN.get(soort, "")))


@register.simple_tag
def beschreven_door(veld: BoundField) -> str:
    """The ids of explanation and error of this field, for ``aria-describedby`` of a group."""
    return _beschreven_door(veld)


@register.simple_tag
def keuzes(veld: BoundField) -> list[dict[str, Any]]:
    """The choices of a radio or checkbox group: drawn control, id, label and explanation.

    Explanations come from ``uitleg`` of the form field: a dict of value to text.
    """
    uitleg = getattr(veld.field, "uitleg", {})
    rond = bool(veld.subwidgets) and veld.subwidgets[0].data["type"] == "radio"
    klasse = "utrecht-radio-button" if rond else "utrecht-checkbox"
    rijen = []
    for keuze in veld.subwidgets:
        tekst = uitleg.get(str(keuze.data["value"]), "")
        kenmerken = keuze.data["attrs"]
        kenmerken["class"] = f"{klasse} {klasse}--html-input"
        kenmerken.pop("required", None)  # a browser would draw it as wrong before anybody chose
        if tekst:
            kenmerken["aria-describedby"] = f"{keuze.id_for_label}-uitleg"
        rijen.append({"html": keuze.tag(), "id": keuze.id_for_label, "label": keuze.choice_label, "uitleg": tekst})
    return rijen


@register.simple_tag
def delen(veld: BoundField) -> list[dict[str, Any]]:
    """The parts of a multi-part field (an address): label, id, the drawn control, and how much of the line it takes.

    The widget says so: ``labels`` in the order of its parts, ``breed`` with the numbers of those that take the whole
    line, ``half`` of those that take half of it.
    """
    widget = veld.field.widget
    attrs = {"id": veld.auto_id, **_kenmerken(veld, "utrecht-textbox")}
    onderdelen = widget.get_context(veld.html_name, veld.value(), attrs)["widget"]["subwidgets"]
    labels = list(getattr(widget, "labels", ()))
    rijen = []
    for nummer, deel in enumerate(onderdelen):
        html = widget.widgets[nummer].render(deel["name"], deel["value"], deel["attrs"])
        label = labels[nummer] if nummer < len(labels) else veld.label
        maat = next((maat for maat in ("breed", "half") if nummer in getattr(widget, maat, ())), "")
        rijen.append({"label": label, "id": deel["attrs"].get("id"), "html": html, "maat": maat})
    return rijen
