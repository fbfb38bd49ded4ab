"""Markdown of the catalogue as safe HTML: rendered, then cleaned of everything that is not plain structure."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_TAGS = {
    "p",
    "br",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "h2",
    "h3",
    "h4",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "blockquote",
}


def markdown_naar_html(tekst: str) -> SafeString:
    """HTML of paragraphs, lists, headings, tables and links; links get ``rel=noopener``, anything else is dropped."""
    schoon = nh3.clean(
        _MARKDOWN.render(tekst),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "http", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(schoon)  # noqa: S308  cleaned above
