"""The catalogue for machines: sitemap, schema.org, and the feed of Samenwerkende Catalogi (IPM SC 4.0).

Only what the public page shows: never the notes for 14070, never what is not published today.
"""

import json
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from autorisatie.toegang import openbaar
from catalogus import klok, kosten
from catalogus.models import Actie, Kruistabelregel, Product, SoortKosten, Vertaaltaal
from catalogus.querysets import neemt_aan
from mijnzaken.aanvragen.productblad import productblad
from mijnzaken.aanvragen.stroom import product_van

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PRODUCT = "http://standaarden.overheid.nl/product/terms/"
_OVERHEID = "http://standaarden.overheid.nl/owms/terms/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_VAST = ("/", "/producten/", "/verwerkingsregister/", "/toegankelijkheid/", "/privacy/")
MEESTE = 49_000  # addresses; the sitemap standard allows 50,000 in one file

for _voor, _ruimte in (("overheidproduct", _PRODUCT), ("overheid", _OVERHEID), ("dcterms", _DCTERMS), ("xsi", _XSI)):
    register_namespace(_voor, _ruimte)


@openbaar
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    regels = ["User-agent: *", "Disallow: /mijn/", "Disallow: /backoffice/", f"Sitemap: {_adres('sitemap')}", ""]
    return HttpResponse("\n".join(regels), content_type="text/plain; charset=utf-8")


@openbaar
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    wortel = Element("urlset", {"xmlns": _SITEMAP})
    for pad in _VAST:
        SubElement(SubElement(wortel, "url"), "loc").text = settings.BASISADRES + pad
    rijen = Product.objects.gepubliceerd_op(klok.vandaag()).order_by("slug")
    for slug, gewijzigd in rijen.values_list("slug", "gewijzigd_op")[:MEESTE]:
        punt = SubElement(wortel, "url")
        SubElement(punt, "loc").text = _adres("product", slug)
        if gewijzigd is not None:
            SubElement(punt, "lastmod").text = gewijzigd.isoformat()
    return _xml(wortel)


@openbaar
@require_safe
def product_jsonld(request: HttpRequest, slug: str) -> HttpResponse:
    """schema.org GovernmentService. An address of its own, for the pages hold no script, also no data in one."""
    inhoud = json.dumps(_schema(product_van(slug), klok.vandaag()), ensure_ascii=False, indent=1)
    return HttpResponse(inhoud, content_type="application/ld+json; charset=utf-8")


def _schema(product: Product, dag: date) -> dict[str, Any]:
    blad = productblad(product, dag=dag, taal="nl")
    aanbod = [
        {"@type": "Offer", "name": r.omschrijving or product.naam, "priceCurrency": "EUR", **_prijs(r)}
        for r in kosten.regels_op(product, dag)
    ]
    gegevens = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": _adres("product", product.slug),
        "url": _adres("product", product.slug),
        "name": product.naam,
        "description": product.samenvatting,
        "inLanguage": "nl",
        "keywords": product.trefwoorden,
        "serviceType": product.upl.naam if product.upl else "",
        "sameAs": product.upl.uri if product.upl else "",
        "provider": {"@type": "GovernmentOrganization", "name": settings.GEMEENTE["volledige_naam"]},
        "areaServed": {"@type": "AdministrativeArea", "name": settings.GEMEENTE["naam"]},
        "audience": {"@type": "Audience", "audienceType": product.doelgroep} if product.doelgroep else "",
        "dateModified": product.gewijzigd_op.isoformat() if product.gewijzigd_op else "",
        "offers": aanbod,
        "availableChannel": [
            {
                "@type": "ServiceChannel",
                "name": balie.naam,
                "serviceLocation": {"@type": "Place", "name": balie.naam, "address": balie.adres},
            }
            for balie in product.balies.all()
        ],
        "subjectOf": {
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": vraag["vraag"],
                    "acceptedAnswer": {"@type": "Answer", "text": vraag["antwoord"]},
                }
                for vraag in blad.vragen
            ],
        }
        if blad.vragen
        else "",
    }
    return {naam: waarde for naam, waarde in gegevens.items() if waarde not in ("", [], None)}


def _prijs(regel: Any) -> dict[str, Any]:
    if regel.soort == SoortKosten.GRATIS:
        return {"price": "0.00"}
    if regel.soort == SoortKosten.BEREIK:
        grenzen = {"minPrice": _euro(regel.van_cent), "maxPrice": _euro(regel.tot_cent)}
        return {"priceSpecification": {"@type": "PriceSpecification", "priceCurrency": "EUR", **grenzen}}
    return {"price": _euro(regel.van_cent)}


def _euro(cent: int) -> str:
    return f"{cent // 100}.{cent % 100:02d}"


@openbaar
@require_safe
def samenwerkende_catalogi(request: HttpRequest) -> HttpResponse:
    """All published products, with their translations as products in that language, as the standard has it."""
    dag = klok.vandaag()
    wortel = Element(
        f"{{{_PRODUCT}}}scproducten",
        {f"{{{_XSI}}}schemaLocation": f"{_PRODUCT} http://standaarden.overheid.nl/sc/4.0/xsd/sc.xsd"},
    )
    rijen = Product.objects.gepubliceerd_op(dag).select_related("upl").prefetch_related("vertalingen", "themas")
    hier = set(
        Kruistabelregel.objects.filter(neemt_aan(dag, "proces__"), actie=Actie.AANVRAGEN).values_list(
            "product_id", flat=True
        )
    )
    for product in rijen.order_by("slug")[:MEESTE]:
        _scproduct(wortel, product, product.naam, product.samenvatting, "nl", product.pk in hier)
        for vertaling in product.vertalingen.all():
            if vertaling.taal in Vertaaltaal.values:
                _scproduct(wortel, product, vertaling.naam, vertaling.samenvatting, vertaling.taal, product.pk in hier)
    return _xml(wortel)


def _scproduct(wortel: Element, product: Product, naam: str, samenvatting: str, taal: str, hier: bool) -> None:
    gemeente = settings.GEMEENTE["naam"]
    uri = f"{_OVERHEID}{gemeente.replace(' ', '_')}_(gemeente)"
    van_gemeente = {"scheme": "overheid:Gemeente", "resourceIdentifier": uri}
    scproduct = SubElement(wortel, f"{{{_PRODUCT}}}scproduct", {"owms-version": "4.0"})
    meta = SubElement(scproduct, f"{{{_PRODUCT}}}meta")
    kern = SubElement(meta, f"{{{_PRODUCT}}}owmskern")
    _zet(kern, _DCTERMS, "identifier", _adres("product", product.slug))
    _zet(kern, _DCTERMS, "title", naam)
    _zet(kern, _DCTERMS, "language", taal)
    _zet(kern, _DCTERMS, "type", "productbeschrijving", scheme="overheid:Informatietype")
    _zet(kern, _DCTERMS, "modified", str(product.gewijzigd_op or product.gepubliceerd_van))
    _zet(kern, _DCTERMS, "spatial", gemeente, **van_gemeente)
    _zet(kern, _OVERHEID, "authority", gemeente, **van_gemeente)
    mantel = SubElement(meta, f"{{{_PRODUCT}}}owmsmantel")
    for doelgroep in product.doelgroepen or ["particulier"]:
        _zet(mantel, _DCTERMS, "audience", doelgroep, scheme="overheid:Doelgroep")
    for thema in product.themas.all():
        _zet(mantel, _DCTERMS, "subject", thema.naam)
    _zet(mantel, _DCTERMS, "abstract", samenvatting)
    scmeta = SubElement(meta, f"{{{_PRODUCT}}}scmeta")
    _zet(scmeta, _PRODUCT, "productID", str(product.uuid))
    online = hier or bool(product.aanvragen_extern_url)
    _zet(scmeta, _PRODUCT, "onlineAanvragen", ("digid" if product.inloggen_nodig else "ja") if online else "nee")
    if online:
        _zet(
            scmeta,
            _PRODUCT,
            "aanvraagURL",
            "",
            resourceIdentifier=product.aanvragen_extern_url or _adres("product", product.slug),
        )
    if product.upl is not None:
        _zet(
            scmeta,
            _PRODUCT,
            "uniformeProductnaam",
            product.upl.naam,
            scheme="overheid:UniformeProductnaam",
            resourceIdentifier=product.upl.uri,
        )
    SubElement(scproduct, f"{{{_PRODUCT}}}body")


def _zet(waar: Element, ruimte: str, naam: str, tekst: str, **kenmerken: str) -> None:
    SubElement(waar, f"{{{ruimte}}}{naam}", kenmerken).text = tekst


def _adres(naam: str, *delen: str) -> str:
    return f"{settings.BASISADRES}{reverse(naam, args=delen)}"


def _xml(wortel: Element) -> HttpResponse:
    tekst: bytes = tostring(wortel, encoding="utf-8", xml_declaration=True)
    return HttpResponse(tekst, content_type="application/xml; charset=utf-8")
