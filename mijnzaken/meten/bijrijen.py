"""What hangs on a zaak: documents with their version, contacts, messages."""

from typing import Any

from django.conf import settings

from catalogus.vertrouwelijkheid import Vertrouwelijkheid
from mijnzaken.berichten.models import Bericht
from mijnzaken.documenten.models import Document, Documentversie, ObjectInformatieobject
from mijnzaken.klanten.models import Betrokkene, Klantcontact, Onderwerpobject
from mijnzaken.meten.tabel import Tabel
from mijnzaken.meten.verzinsel import Toeval, Verzonnen, iso
from mijnzaken.meten.zaakrijen import LEEG
from mijnzaken.zaken.models import Zaakcontact, Zaakdocument


def tabellen() -> dict[str, Tabel]:
    """Their tables, each with the fields that differ from row to row."""
    return {
        "document": Tabel(
            Document,
            *("id", "uuid", "identificatie", "creatiedatum", "informatieobjecttype_id", "plaatser", "gekeurd_op"),
            "aangemaakt_op",
            bronorganisatie=settings.GEMEENTE["rsin"],
            titel="Kopie",
            vertrouwelijkheidaanduiding=Vertrouwelijkheid.ZAAKVERTROUWELIJK.value,
            tonen_aan_initiator=True,
            auteur="de aanvrager",
            keuring="schoon",
        ),
        "versie": Tabel(
            Documentversie,
            *("document_id", "begin_registratie", "bestand", "integriteit_datum"),
            bestandsnaam="kopie.pdf",
            bestandsomvang=48_200,
            formaat="application/pdf",
            integriteit_waarde="0" * 64,
        ),
        "zaakdocument": Tabel(
            Zaakdocument,
            *("uuid", "zaak_id", "document_id", "registratiedatum", "gezien_door_behandelaar_op"),
            titel="Kopie",
        ),
        "oio": Tabel(ObjectInformatieobject, "uuid", "document_id", "object_uuid", object_type="zaak"),
        "contact": Tabel(
            Klantcontact,
            *("id", "uuid", "plaatsgevonden_op", "medewerker_id", "vastgelegd_op"),
            kanaal="telefoon",
            onderwerp="Vraag over de voortgang",
            inhoud="Wanneer hoor ik iets?",
            reactie="Uiterlijk op de laatste dag van de termijn.",
            indicatie_contact_gelukt=True,
            richting="inkomend",
        ),
        "betrokkene": Tabel(Betrokkene, "uuid", "klantcontact_id", "was_partij_id"),
        "onderwerp": Tabel(
            Onderwerpobject, "uuid", "klantcontact_id", "object_uuid", "proces_id", code_objecttype="zaak"
        ),
        "zaakcontact": Tabel(Zaakcontact, "uuid", "zaak_id", "klantcontact_uuid"),
        "bericht": Tabel(
            Bericht,
            *("uuid", "sleutel", "partij_id", "over_uuid", "kenmerk", "aangemaakt_op", "verzonden_op", "gelezen_op"),
            kanaal="portaal",
            soort="ontvangen",
            onderwerp="Wij hebben uw aanvraag",
            tekst="Wij hebben uw aanvraag ontvangen.",
            over_soort="zaak",
            status="verzonden",
        ),
    }


class Bijrijen:
    """Fills ``uit`` with the lines of one zaak after another."""

    def __init__(self, toeval: Toeval, tabellen_: dict[str, Tabel], uit: dict[str, list[str]]) -> None:
        self.toeval, self.kans = toeval, toeval.bron.random
        self._regel = {naam: tabel.regel for naam, tabel in tabellen_.items()}
        self._uit = uit

    def zet(self, naam: str, *waarden: Any) -> None:
        self._uit[naam].append(self._regel[naam] % waarden)

    def schrijf(self, z: Verzonnen) -> None:
        if not z.partij or z.soort.terugbel:
            return
        if z.rijk or self.kans() < 0.2:
            self._document(z)
        if z.rijk or self.kans() < 0.04:
            self._contact(z)
        if z.rijk or self.kans() < 0.08:
            moment = f"{iso(z.dag)} {z.uur}"
            gelezen = moment if z.einde else LEEG
            self.zet(
                *("bericht", self.toeval.uuid(), f"proef/{z.uuid}", z.partij, z.uuid, z.nummer, moment, moment),
                gelezen,
            )

    def _document(self, z: Verzonnen) -> None:
        pk = self.toeval.portie.document + z.plaats - self.toeval.portie.start
        uuid, dag, moment = self.toeval.uuid(), iso(z.dag), f"{iso(z.dag)} {z.uur}"
        self.zet("document", pk, uuid, f"D-{z.nummer}", dag, z.soort.documenttype, "inwoner", moment, moment)
        self.zet("versie", pk, moment, f"proef/{uuid}.pdf", dag)
        gezien = moment if z.einde or z.plaats % 5 else LEEG
        self.zet("zaakdocument", self.toeval.uuid(), z.pk, pk, moment, gezien)
        self.zet("oio", self.toeval.uuid(), pk, z.uuid)

    def _contact(self, z: Verzonnen) -> None:
        pk = self.toeval.portie.contact + z.plaats - self.toeval.portie.start
        uuid, moment = self.toeval.uuid(), f"{iso(z.gewijzigd)} {z.uur}"
        self.zet("contact", pk, uuid, moment, z.behandelaar or LEEG, moment)
        self.zet("betrokkene", self.toeval.uuid(), pk, z.partij)
        self.zet("onderwerp", self.toeval.uuid(), pk, z.uuid, z.soort.proces)
        self.zet("zaakcontact", self.toeval.uuid(), z.pk, uuid)
