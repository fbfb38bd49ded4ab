"""What residents are told of a zaak: one function per event, each a row in the outbox."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from autorisatie.models import Partij
from catalogus.models import Berichttekst, Resultaattype, Statustype, Uitkomst
from mijnzaken.berichten import postuit
from mijnzaken.documenten.models import Document
from mijnzaken.zaken.afscherming import kan_openen
from mijnzaken.zaken.documentrechten import wie_ziet
from mijnzaken.zaken.models import Besluit, Opschorting, Taak, Toestemming, Verlenging, Zaak


def partijen(zaak: Zaak) -> list[Partij]:
    """The parties who follow the zaak in the portal."""
    rollen = zaak.rollen.select_related("partij").filter(partij__isnull=False, ziet_zaak=True)
    return [rol.partij for rol in rollen if rol.partij is not None and rol.partij.overleden_op is None]


def _meld(
    zaak: Zaak,
    soort: str,
    *,
    sleutel: str,
    aan: list[Partij] | None = None,
    uiterlijk: date | None = None,
    bijlagen: list[Document] | None = None,
    **context: Any,
) -> None:
    postuit.berichten(
        soort,
        partijen(zaak) if aan is None else aan,
        sleutel=f"{soort}:{zaak.uuid}:{sleutel}",
        context={"product": zaak.titel, "nummer": zaak.nummer, "uiterlijk": uiterlijk, **context},
        over=("zaak", zaak.uuid),
        pad=f"/mijn/zaken/{zaak.uuid}/",
        uiterlijk=uiterlijk,
        bijlagen=[d.uuid for d in bijlagen or []],
        eigen=_eigen_woorden(zaak, soort),
    )


def _eigen_woorden(zaak: Zaak, soort: str) -> Berichttekst | None:
    """Of the version that the zaak follows. Words that are not right are not used: another system may publish a version
    without the checks.
    """
    rij = Berichttekst.objects.filter(zaaktype=zaak.zaaktype_id, gebeurtenis=soort).first()
    return rij if rij is not None and not rij.fouten() else None


def meld_ontvangst(zaak: Zaak, bewijs: Document | None) -> None:
    bezwaar = zaak.gerelateerde_zaken.exclude(besluit=None).exists()
    _meld(
        zaak,
        "bezwaar_ontvangen" if bezwaar else "ontvangst",
        sleutel="1",
        uiterlijk=zaak.uiterlijke_einddatum,
        bijlagen=[bewijs] if bewijs else [],
        ontvangen_op=zaak.ontvangstdatum,
    )


def meld_aanvulling_gevraagd(zaak: Zaak, taak: Taak) -> None:
    _meld(zaak, "aanvulling_gevraagd", sleutel=str(taak.uuid), uiterlijk=taak.uiterlijk, gevraagd=taak.titel)


def meld_aanvulling_ontvangen(zaak: Zaak) -> None:
    _meld(zaak, "aanvulling_ontvangen", sleutel=str(zaak.versie))
    meld_hervat(zaak)


def meld_hervat(zaak: Zaak) -> None:
    _meld(zaak, "hervat", sleutel=str(zaak.versie), uiterlijk=zaak.uiterlijke_einddatum)


def meld_opgeschort(zaak: Zaak, opschorting: Opschorting) -> None:
    _meld(zaak, "opgeschort", sleutel=str(opschorting.uuid), reden=opschorting.reden)


def meld_verlengd(zaak: Zaak, verlenging: Verlenging) -> None:
    if verlenging.verlegt_datum:
        _meld(zaak, "verlengd", sleutel=str(verlenging.uuid), uiterlijk=verlenging.nieuwe_datum, reden=verlenging.reden)
        return
    _meld(
        zaak,
        "termijn_overschreden",
        sleutel=str(verlenging.uuid),
        uiterlijk=zaak.uiterlijke_einddatum,
        nieuwe_termijn=verlenging.nieuwe_datum,
    )


def meld_besluit(zaak: Zaak, besluit: Besluit, brief: Document) -> None:
    _meld(
        zaak,
        "besluit",
        sleutel=str(besluit.uuid),
        bijlagen=[brief],
        uitkomst=Uitkomst(besluit.uitkomst).label,
        bezwaar_tot=besluit.uiterlijke_reactiedatum,
    )


def meld_besluit_van_elders(zaak: Zaak, besluit: Besluit) -> None:
    """Another system decided, and wrote no letter here: the message says what, and why as far as that told us."""
    _meld(
        zaak,
        "besluit_elders",
        sleutel=str(besluit.uuid),
        besluit=besluit.besluittype.omschrijving,
        toelichting=besluit.toelichting,
        bezwaar_tot=besluit.uiterlijke_reactiedatum if besluit.bezwaar_mogelijk else None,
    )


def meld_taak(zaak: Zaak, taak: Taak) -> None:
    aan = [taak.partij] if taak.partij else None
    _meld(zaak, "taak", sleutel=str(taak.uuid), aan=aan, uiterlijk=taak.uiterlijk, taak=taak.titel)


def meld_status(zaak: Zaak, statustype: Statustype) -> None:
    _meld(zaak, "status_gewijzigd", sleutel=f"{statustype.pk}:{zaak.versie}", status=statustype.woorden)


def meld_document(zaak: Zaak, document: Document) -> None:
    """To who may see it; the others do not hear what it is called."""
    _meld(
        zaak,
        "document_toegevoegd",
        sleutel=str(document.uuid),
        aan=wie_ziet(zaak, document.informatieobjecttype, partijen(zaak)),
        bijlagen=[document],
        document=document.titel,
    )


def meld_inzageoverzicht(zaak: Zaak, documenten: list[Document]) -> None:
    _meld(
        zaak,
        "document_toegevoegd",
        sleutel=str(documenten[0].uuid),
        bijlagen=documenten,
        document=documenten[0].titel,
    )


def meld_beperkt(verzoek: Zaak, partij: Partij, zaken: Sequence[Zaak], grond: str) -> None:
    _meld(verzoek, "gebruik_beperkt", sleutel=str(verzoek.versie), aan=[partij], zaken=_namen(zaken), reden=grond)
    _meld_behandelaars(verzoek, zaken, None)


def meld_einde_beperking(verzoek: Zaak, partij: Partij, zaken: Sequence[Zaak], weer_vanaf: date, reden: str) -> None:
    _meld(
        verzoek,
        "beperking_eindigt",
        sleutel=str(verzoek.versie),
        aan=[partij],
        zaken=_namen(zaken),
        weer_vanaf=weer_vanaf,
        reden=reden,
    )
    _meld_behandelaars(verzoek, zaken, weer_vanaf)


def _namen(zaken: Sequence[Zaak]) -> str:
    """One on each line, as a message has them."""
    return "\n".join(f"- {zaak.titel} ({zaak.nummer})" for zaak in zaken)


def _meld_behandelaars(verzoek: Zaak, zaken: Sequence[Zaak], weer_vanaf: date | None) -> None:
    """Who handles a zaak that is locked, or free again: its number, and nothing of the request."""
    for zaak in zaken:
        if zaak.behandelaar is not None and zaak.is_open and kan_openen(zaak.behandelaar, zaak):
            postuit.melding_aan_medewerker(
                "beperking_team",
                zaak.behandelaar,
                sleutel=f"beperking:{verzoek.uuid}:{verzoek.versie}:{zaak.uuid}",
                context={"nummer": zaak.nummer, "weer_vanaf": weer_vanaf},
            )


def meld_afgehandeld(zaak: Zaak, resultaattype: Resultaattype, toelichting: str) -> None:
    woorden = resultaattype.naam_inwoner or resultaattype.omschrijving
    _meld(zaak, "status_gewijzigd", sleutel=f"klaar:{zaak.versie}", status=f"{woorden}. {toelichting}".strip())


def meld_ander_zaaktype(zaak: Zaak, was: str, reden: str) -> None:
    _meld(
        zaak,
        "ander_zaaktype",
        sleutel=str(zaak.versie),
        uiterlijk=zaak.uiterlijke_einddatum,
        was=was,
        reden=reden,
    )


def meld_ingetrokken(zaak: Zaak) -> None:
    _meld(zaak, "ingetrokken", sleutel=str(zaak.versie))


def meld_gestopt(zaak: Zaak, reden: str) -> None:
    _meld(zaak, "gestopt", sleutel=str(zaak.versie), reden=reden)


def meld_heropend(zaak: Zaak, reden: str) -> None:
    terugbel = zaak.is_terugbelnotitie
    if terugbel:
        meld_terugbel(zaak, "terugbel_heropend", reden=reden, sleutel=str(zaak.versie))
    else:
        _meld(zaak, "heropend", sleutel=str(zaak.versie), reden=reden)


def meld_toestemming_gevraagd(zaak: Zaak, toestemming: Toestemming, code: str) -> None:
    """An invitation by e-mail to who is no party yet; the code opens nothing without an own log-in."""
    postuit.bericht_aan_adres(
        "toestemming_gevraagd",
        toestemming.emailadres,
        sleutel=f"toestemming:{toestemming.uuid}",
        context={
            "product": zaak.titel,
            "nummer": zaak.nummer,
            "aanvrager": zaak.aanvragernaam,
            "uiterlijk": toestemming.geldig_tot,
            "code": code,
        },
        eigen=_eigen_woorden(zaak, "toestemming_gevraagd"),
    )


def meld_toestemming_gegeven(zaak: Zaak, akkoord: bool) -> None:
    _meld(zaak, "toestemming_gegeven", sleutel=str(zaak.versie), akkoord=akkoord)


def meld_terugbel(
    zaak: Zaak,
    soort: str,
    *,
    uiterlijk: date | None = None,
    volgende: datetime | None = None,
    sleutel: str = "1",
    **rest: Any,
) -> None:
    """To the client, also to one without an account: then to the e-mail address of the note, if there is one."""
    gegevens = zaak.terugbel
    moment = timezone.localtime(volgende).strftime("%d-%m-%Y %H:%M") if volgende else None
    context = {
        "onderwerp": gegevens.onderwerp,
        "nummer": zaak.nummer,
        "uiterlijk": uiterlijk,
        "volgende": moment,
        **rest,
    }
    volgers = partijen(zaak)
    if volgers:
        postuit.berichten(
            soort,
            volgers,
            sleutel=f"{soort}:{zaak.uuid}:{sleutel}",
            context=context,
            over=("zaak", zaak.uuid),
            pad="/mijn/contact/",
            uiterlijk=uiterlijk,
        )
    elif gegevens.emailadres:
        postuit.bericht_aan_adres(
            soort, gegevens.emailadres, sleutel=f"{soort}:{zaak.uuid}:{sleutel}:email", context=context
        )
