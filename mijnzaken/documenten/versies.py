"""Every change of a document makes a version (ZGW Documenten). The newest stands on the document itself; one that was
followed by another keeps what the document said of itself then.
"""

import copy
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from catalogus import klok
from mijnzaken.documenten import bewaarplaats
from mijnzaken.documenten.models import Bestandsdeel, Document, Documentversie, Keuringsstand, documentenopslag

VELDEN = (
    "identificatie",
    "bronorganisatie",
    "creatiedatum",
    "titel",
    "vertrouwelijkheidaanduiding",
    "is_gereed_voor_publicatie",
    "tonen_aan_initiator",
    "auteur",
    "status",
    "inhoud_is_vervallen",
    "taal",
    "link",
    "beschrijving",
    "ontvangstdatum",
    "verzenddatum",
    "indicatie_gebruiksrecht",
    "verschijningsvorm",
    "ondertekening",
    "informatieobjecttype",
    "trefwoorden",
)


@dataclass(frozen=True)
class Inhoud:
    """The content that somebody gives: here, or in parts that follow (``stuk`` None and ``omvang`` bytes to come). Both
    None: there is none.
    """

    stuk: bytes | None = None
    omvang: int | None = None


def maak(document: Document, inhoud: Inhoud | None, **velden: Any) -> Documentversie:
    """The next version of a document that is locked and already says what it now says; ``sluit_af`` came before, if
    there was one. ``inhoud`` None: that of the version before. ``velden`` are of the version (bestandsnaam, formaat,
    integriteit).

    The content waits for the scanner; who calls sees to it that it is scanned.
    """
    vorige: Documentversie | None = document.versies.order_by("-versie").first()
    versie = Documentversie(
        document=document,
        versie=vorige.versie + 1 if vorige else 1,
        begin_registratie=klok.nu(),
        integriteit_datum=klok.vandaag(),
    )
    if vorige is not None:
        for naam in ("bestandsnaam", "formaat", "integriteit_algoritme", "integriteit_waarde", "integriteit_datum"):
            setattr(versie, naam, getattr(vorige, naam))
    if inhoud is None and vorige is not None:
        versie.bestandsomvang = vorige.bestandsomvang
        versie.inhoud_van = (vorige.inhoud_van or vorige) if vorige.pad else None
    else:
        versie.integriteit_waarde, versie.integriteit_datum = "", klok.vandaag()
        _leg_neer(document, versie, inhoud or Inhoud())
    for naam, waarde in velden.items():
        setattr(versie, naam, waarde)
    versie.save(force_insert=True)
    return versie


def sluit_af(document: Document) -> None:
    """Before a document changes: its newest version keeps what it says now."""
    nu = Document.objects.systeem("wat een versie zei").get(pk=document.pk)
    laatste = document.versies.order_by("-versie").first()
    if laatste is not None:
        laatste.gegevens = _beeld(nu)
        laatste.save(update_fields=["gegevens"])


def op(document: Document, nummer: int | None = None, moment: datetime | None = None) -> Documentversie | None:
    """The version of this number, or the one that held at this moment."""
    rijen = document.versies.select_related("inhoud_van").order_by("-versie")
    if nummer is not None:
        rijen = rijen.filter(versie=nummer)
    if moment is not None:
        rijen = rijen.filter(begin_registratie__lte=moment)
    gevonden: Documentversie | None = rijen.first()
    return gevonden


def zoals_in(document: Document, versie: Documentversie) -> Document:
    """The document as it was in this version; a copy, not to be saved."""
    toen = copy.copy(document)
    toen._state = copy.copy(document._state)
    toen._state.fields_cache = dict(document._state.fields_cache)
    for veld in _velden():
        if veld.attname in versie.gegevens:
            setattr(toen, veld.attname, veld.to_python(versie.gegevens[veld.attname]))
    return toen


def _velden() -> list[Any]:
    return [veld for veld in Document._meta.concrete_fields if veld.name in VELDEN]


def _beeld(document: Document) -> dict[str, Any]:
    waarden = {veld.attname: veld.value_from_object(document) for veld in _velden()}
    beeld: dict[str, Any] = json.loads(json.dumps(waarden, cls=DjangoJSONEncoder))
    return beeld


# -- content -----------------------------------------------------------------------------------------------------------


def _leg_neer(document: Document, versie: Documentversie, inhoud: Inhoud) -> None:
    versie.bestandsomvang = inhoud.omvang if inhoud.stuk is None else len(inhoud.stuk)
    if inhoud.stuk:
        _geef_inhoud(document, versie, bewaarplaats.schrijf([inhoud.stuk]))
        return
    document.keuring, document.keuring_bevinding, document.gekeurd_op = Keuringsstand.LEEG, "", None
    if versie.bestandsomvang == 0:  # there is nothing in it to judge
        document.keuring, document.gekeurd_op = Keuringsstand.SCHOON, klok.nu()
    elif versie.bestandsomvang:
        _verwacht(document, versie.bestandsomvang)
    document.save(update_fields=["keuring", "keuring_bevinding", "gekeurd_op"])


def _geef_inhoud(document: Document, versie: Documentversie, geschreven: bewaarplaats.Geschreven) -> None:
    versie.bestand, versie.bestandsomvang = geschreven.pad, geschreven.omvang
    if not versie.integriteit_waarde:
        versie.integriteit_algoritme, versie.integriteit_waarde = "sha_256", geschreven.sha256
    document.keuring, document.keuring_bevinding, document.gekeurd_op = Keuringsstand.WACHT, "", None
    document.save(update_fields=["keuring", "keuring_bevinding", "gekeurd_op"])


def _verwacht(document: Document, omvang: int) -> None:
    """Parts of at most what one request may carry; what was still on its way is given up."""
    gooi_delen_weg(document)
    deel = settings.MAX_BESTAND
    Bestandsdeel.objects.bulk_create(
        Bestandsdeel(document=document, volgnummer=nummer + 1, omvang=min(deel, omvang - nummer * deel))
        for nummer in range(math.ceil(omvang / deel))
    )


def ontvang_deel(deel: Bestandsdeel, stukken: Iterator[bytes]) -> None:
    """Keep a part; one that came before in its place goes when the transaction commits."""
    vorige = str(deel.inhoud.name or "")
    deel.inhoud = bewaarplaats.schrijf(stukken).pad
    deel.save(update_fields=["inhoud"])
    if vorige:
        transaction.on_commit(partial(bewaarplaats.verwijder, vorige), robust=True)


def voeg_samen(document: Document) -> None:
    """All parts are here: they become the content of the newest version."""
    delen = list(document.bestandsdelen.select_for_update().order_by("volgnummer"))
    versie: Documentversie = document.versies.order_by("-versie")[0]
    _geef_inhoud(document, versie, bewaarplaats.schrijf(_achter_elkaar([str(deel.inhoud.name) for deel in delen])))
    versie.save()
    gooi_delen_weg(document)


def gooi_delen_weg(document: Document) -> None:
    delen = document.bestandsdelen.all()
    for pad in delen.exclude(inhoud="").values_list("inhoud", flat=True):
        transaction.on_commit(partial(bewaarplaats.verwijder, pad), robust=True)
    delen.delete()


def _achter_elkaar(paden: list[str]) -> Iterator[bytes]:
    for pad in paden:
        with documentenopslag().open(pad) as stroom:
            while stuk := stroom.read(1024 * 1024):
                yield stuk
