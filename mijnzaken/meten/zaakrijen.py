"""The rows of a zaak itself: zaak, statuses, roles, result, term, value, task, decision, note."""

from typing import Any

from django.conf import settings

from catalogus.models import Fase
from mijnzaken.meten.tabel import Tabel
from mijnzaken.meten.verzinsel import Toeval, Verzonnen, iso
from mijnzaken.zaken.models import (
    Beslistermijn,
    Besluit,
    BetrokkeneType,
    Gegevenswaarde,
    Notitie,
    Opschorting,
    Resultaat,
    Rol,
    Status,
    Taak,
    Terugbelgegevens,
    Zaak,
    ZaakAfscherming,
)

LEEG = "\\N"
_NOOIT = "9999-12-31"
_ONDERWERPEN = ("Vraag over de voortgang", "Aanvulling op de aanvraag", "Adres klopt niet", "Wanneer hoor ik iets")


def tabellen() -> dict[str, Tabel]:
    """Their tables, each with the fields that differ from row to row."""
    rsin = settings.GEMEENTE["rsin"]
    return {
        "zaak": Tabel(
            Zaak,
            *("id", "uuid", "nummer", "identificatie", "omschrijving", "zaaktype_id", "registratiedatum"),
            *("startdatum", "einddatum", "uiterlijke_einddatum", "vertrouwelijkheidaanduiding"),
            *("opschorting_indicatie", "archiefnominatie", "archiefactiedatum", "startdatum_bewaartermijn"),
            *("proces_id", "fase", "team_id", "behandelaar_id", "ontvangen_op", "kanaal", "termijn_stil"),
            *("termijnsleutel", "aanvragernaam", "afgeschermd", "gewijzigd_op"),
            bronorganisatie=rsin,
            verantwoordelijke_organisatie=rsin,
        ),
        "status": Tabel(
            Status, "uuid", "zaak_id", "statustype_id", "datum_status_gezet", "indicatie_laatst_gezette_status"
        ),
        "rol": Tabel(
            Rol,
            *("uuid", "zaak_id", "roltype_id", "partij_id", "medewerker_id", "betrokkene_type", "registratiedatum"),
            "ziet_zaak",
        ),
        "resultaat": Tabel(Resultaat, "uuid", "zaak_id", "resultaattype_id"),
        "termijn": Tabel(
            Beslistermijn, "id", "uuid", "zaak_id", "besluitmoment_id", "begin", "duur", "grondslag", "uiterlijk"
        ),
        "opschorting": Tabel(
            Opschorting,
            *("uuid", "zaak_id", "beslistermijn_id", "verzocht_op", "uiterlijk"),
            grond="aanvulling",
            reden="Wij missen nog een stuk.",
        ),
        "waarde": Tabel(Gegevenswaarde, "uuid", "zaak_id", "gegeven_id", "waarde", "moment", bron="aanvrager"),
        "taak": Tabel(
            Taak,
            *("uuid", "zaak_id", "partij_id", "geplaatst_op", "uiterlijk"),
            titel="Stuur een stuk",
            omschrijving="Wij missen een stuk.",
            uitvoerder="inwoner",
            soort="upload",
        ),
        "besluit": Tabel(
            Besluit,
            *("uuid", "zaak_id", "identificatie", "besluittype_id", "datum", "ingangsdatum"),
            verantwoordelijke_organisatie=rsin,
            toelichting="Wij geven u wat u hebt gevraagd.",
            uitkomst="toegekend",
        ),
        "notitie": Tabel(
            Notitie,
            *("uuid", "zaak_id", "aangemaakt_door_id", "aanmaakdatum", "wijzigingsdatum"),
            onderwerp="Overleg",
            tekst="Besproken met een collega.",
        ),
        "afscherming": Tabel(ZaakAfscherming, "vanaf", "uuid", "zaak_id", reden="Verzonnen om te meten."),
        "terugbel": Tabel(
            Terugbelgegevens,
            *("uuid", "zaak_id", "onderwerp", "achternaam", "telefoonnummer", "uiterlijk_om", "gemaakt_door_id"),
            "gewaarschuwd_op",
            vraag="Kunt u mij terugbellen?",
        ),
    }


class Zaakrijen:
    """Fills ``uit`` with the lines of one zaak after another."""

    def __init__(self, toeval: Toeval, tabellen_: dict[str, Tabel], uit: dict[str, list[str]]) -> None:
        self.toeval, self.kans = toeval, toeval.bron.random
        self._regel = {naam: tabel.regel for naam, tabel in tabellen_.items()}
        self._uit = uit

    def zet(self, naam: str, *waarden: Any) -> None:
        self._uit[naam].append(self._regel[naam] % waarden)

    def schrijf(self, z: Verzonnen) -> None:
        stil = z.fase == Fase.WACHT_OP_AANVRAGER.value
        self._zaak(z, stil)
        self._statussen(z)
        self._rollen(z)
        if z.einde:
            self.zet("resultaat", self.toeval.uuid(), z.pk, z.soort.resultaattype)
        elif z.soort.duur:
            self._termijn(z, stil)
        if z.soort.terugbel:
            self._terugbel(z)
        self._verder(z)

    def _zaak(self, z: Verzonnen, stil: bool) -> None:
        s, dag = z.soort, iso(z.dag)
        einde = iso(z.einde) if z.einde else LEEG
        uiterlijk = iso(z.uiterlijk) if z.uiterlijk else LEEG
        bewaren = ("vernietigen", iso(z.einde + 20 * 365), einde) if z.einde else ("", LEEG, LEEG)
        self.zet(
            *("zaak", z.pk, z.uuid, z.nummer, z.nummer, s.naam, s.zaaktype, dag, dag, einde, uiterlijk),
            *(s.vertrouwelijk, "t" if stil else "f", *bewaren, s.proces, z.fase, z.team, z.behandelaar or LEEG),
            *(f"{dag} {z.uur}", "portaal" if z.plaats % 3 else "telefoon", "t" if stil else "f"),
            *(_NOOIT if stil or not z.uiterlijk else uiterlijk, z.naam),
            *("t" if z.afgeschermd else "f", f"{iso(z.gewijzigd)} {z.uur}"),
        )

    def _statussen(self, z: Verzonnen) -> None:
        s = z.soort
        laatste = s.klaar if z.einde else s.eerste if z.fase == Fase.ONTVANGEN.value else s.bezig
        begin = f"{iso(z.dag)} {z.uur}"
        self.zet("status", self.toeval.uuid(), z.pk, s.eerste, begin, "f" if laatste != s.eerste else "t")
        if laatste != s.eerste:
            self.zet("status", self.toeval.uuid(), z.pk, laatste, f"{iso(z.gewijzigd)} {z.uur[:-3]}.5+00", "t")

    def _rollen(self, z: Verzonnen) -> None:
        s, begin = z.soort, f"{iso(z.dag)} {z.uur}"
        if z.partij and s.initiator:
            persoon = BetrokkeneType.NATUURLIJK_PERSOON.value
            self.zet("rol", self.toeval.uuid(), z.pk, s.initiator, z.partij, LEEG, persoon, begin, "t")
        if z.behandelaar and s.behandelaar and not z.einde:
            wie = BetrokkeneType.MEDEWERKER.value
            self.zet("rol", self.toeval.uuid(), z.pk, s.behandelaar, LEEG, z.behandelaar, wie, begin, "f")

    def _termijn(self, z: Verzonnen, stil: bool) -> None:
        s, pk = z.soort, self.toeval.portie.termijn + z.plaats - self.toeval.portie.start
        moment, uiterlijk = s.besluitmoment or LEEG, iso(z.uiterlijk)
        self.zet("termijn", pk, self.toeval.uuid(), z.pk, moment, iso(z.dag), s.duur, s.grondslag, uiterlijk)
        if stil:
            dag, tot = iso(z.gewijzigd), iso(self.toeval.nu + 14)
            self.zet("opschorting", self.toeval.uuid(), z.pk, pk, dag, tot)
            self.zet("taak", self.toeval.uuid(), z.pk, z.partij, f"{dag} {z.uur}", tot)

    def _terugbel(self, z: Verzonnen) -> None:
        moment = f"{iso(z.uiterlijk)} 16:00:00+00"
        onderwerp = _ONDERWERPEN[z.plaats % len(_ONDERWERPEN)]
        nummer = f"+3162{z.plaats % 9_999_999:07d}"
        maker = z.behandelaar or LEEG
        gewaarschuwd = moment if z.uiterlijk <= self.toeval.nu else LEEG
        achternaam = z.naam.rpartition(" ")[2] or "Onbekend"
        self.zet("terugbel", self.toeval.uuid(), z.pk, onderwerp, achternaam, nummer, moment, maker, gewaarschuwd)

    def _verder(self, z: Verzonnen) -> None:
        s, begin = z.soort, f"{iso(z.dag)} {z.uur}"
        if z.afgeschermd:
            self.zet("afscherming", begin, self.toeval.uuid(), z.pk)
        if s.gegeven and (z.rijk or self.kans() < 0.5):
            self.zet("waarde", self.toeval.uuid(), z.pk, s.gegeven, '"Zoals besproken"', begin)
        if z.einde and s.besluittype and (z.rijk or self.kans() < 0.1):
            dag = iso(z.einde)
            self.zet("besluit", self.toeval.uuid(), z.pk, f"B-{z.nummer}", s.besluittype, dag, dag)
        if z.behandelaar and self.kans() < 0.03:
            moment = f"{iso(z.gewijzigd)} {z.uur}"
            self.zet("notitie", self.toeval.uuid(), z.pk, z.behandelaar, moment, moment)
