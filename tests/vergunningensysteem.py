"""The system that handles *omgevingsvergunning dakkapel*, played over HTTP: it knows nothing of this program but its
addresses. A test lets it walk; against a running demo it lets itself in with the personas and walks by itself::

    MIJNZAKEN_WEBHOOK_HOSTS=127.0.0.1 MIJNZAKEN_API_BESLOTEN_HOSTS=127.0.0.1 make demo
    python -m tests.vergunningensysteem http://127.0.0.1:8000
"""

import base64
import re
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import jwt
import requests

from mijnzaken.bronnen.proefnummers import proef_bsn
from tests.mijnzaken.api.ontvanger import AUTH, ontvanger

RSIN = "002564440"
SOORT = "omgevingsvergunning-dakkapel"
NAAM = "Vergunningensysteem Bouwen"
TEKENING = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@dataclass
class Vergunningensysteem:
    """``client_id`` and ``geheim`` are what two persons of the municipality gave it."""

    basis: str
    client_id: str
    geheim: str
    sessie: requests.Session = field(default_factory=requests.Session)

    # -- the door ------------------------------------------------------------------------------------------------------

    def vraag(self, methode: str, adres: str, inhoud: Any = None, **kop: str) -> Any:
        """An answer that is no success is an error: this system has no second plan."""
        nu = {"iss": self.client_id, "client_id": self.client_id, "iat": int(time.time())}
        nu |= {"user_id": "bouw", "user_representation": "Team Bouwen"}
        koppen = {
            "Authorization": f"Bearer {jwt.encode(nu, self.geheim, algorithm='HS256')}",
            "Accept-Crs": "EPSG:4326",
            "Content-Crs": "EPSG:4326",
        }
        url = adres if adres.startswith("http") else f"{self.basis}{adres}"
        antwoord = self.sessie.request(methode, url, json=inhoud, headers=koppen | kop, timeout=20)
        if not antwoord.ok:
            raise RuntimeError(f"{methode} {url}: {antwoord.status_code} {antwoord.text[:500]}")
        return antwoord.json() if antwoord.content else None

    def lees(self, adres: str) -> Any:
        return self.vraag("GET", adres)

    def maak(self, adres: str, **inhoud: Any) -> Any:
        return self.vraag("POST", adres, inhoud)

    # -- what it knows of the catalogue --------------------------------------------------------------------------------

    @property
    def zaaktype(self) -> str:
        return self._een(f"zaaktypen?identificatie={SOORT}")["url"]  # type: ignore[no-any-return]

    def _een(self, vraag: str, **welke: str) -> dict[str, Any]:
        """The one that is called so."""
        rijen = self.lees(f"/catalogi/api/v1/{vraag}")["results"]
        return next(rij for rij in rijen if all(rij[naam] == waarde for naam, waarde in welke.items()))

    # -- what it does --------------------------------------------------------------------------------------------------

    def volg(self, callback: str) -> dict[str, Any]:
        """Hear of what others do to its zaken."""
        kanalen = [{"naam": "zaken", "filters": {"zaaktype": self.zaaktype}}]
        inhoud = {"callbackUrl": callback, "auth": AUTH, "kanalen": kanalen}
        return self.maak("/notificaties/api/v1/abonnement", **inhoud)  # type: ignore[no-any-return]

    def begin(self, bsn: str, omschrijving: str) -> dict[str, Any]:
        """Somebody applied there."""
        zaak: dict[str, Any] = self.maak(
            "/zaken/api/v1/zaken",
            bronorganisatie=RSIN,
            verantwoordelijkeOrganisatie=RSIN,
            zaaktype=self.zaaktype,
            startdatum=time.strftime("%Y-%m-%d"),
            omschrijving=omschrijving,
        )
        self.maak(
            "/zaken/api/v1/rollen",
            zaak=zaak["url"],
            roltype=self._een(f"roltypen?zaaktype={self.zaaktype}", omschrijvingGeneriek="initiator")["url"],
            betrokkeneType="natuurlijk_persoon",
            roltoelichting="Aanvrager",
            betrokkeneIdentificatie={"inpBsn": bsn},
        )
        self.meld(zaak, "Aanvraag ontvangen")
        return zaak

    def meld(self, zaak: dict[str, Any], omschrijving: str, toelichting: str = "") -> dict[str, Any]:
        """A step, by the name that the catalogue gives it."""
        soort = self._een(f"statustypen?zaaktype={self.zaaktype}", omschrijving=omschrijving)
        return self.maak(  # type: ignore[no-any-return]
            "/zaken/api/v1/statussen",
            zaak=zaak["url"],
            statustype=soort["url"],
            datumStatusGezet=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            statustoelichting=toelichting,
        )

    def stuur(self, zaak: dict[str, Any], titel: str, *, tonen: bool) -> dict[str, Any]:
        """A drawing; ``tonen``: the resident may see it."""
        soort = self._een("informatieobjecttypen", omschrijving="Bouwtekening")
        document: dict[str, Any] = self.maak(
            "/documenten/api/v1/enkelvoudiginformatieobjecten",
            bronorganisatie=RSIN,
            creatiedatum=time.strftime("%Y-%m-%d"),
            titel=titel,
            auteur=NAAM,
            taal="nld",
            formaat="application/pdf",
            bestandsnaam="tekening.pdf",
            informatieobjecttype=soort["url"],
            inhoud=base64.b64encode(TEKENING).decode(),
            bestandsomvang=len(TEKENING),
            indicatieGebruiksrecht=False,
            tonenAanInitiator=tonen,
        )
        self.maak("/zaken/api/v1/zaakinformatieobjecten", zaak=zaak["url"], informatieobject=document["url"])
        return document

    def besluit(self, zaak: dict[str, Any], tekst: str) -> dict[str, Any]:
        """Decided, in words; no document goes with it."""
        vandaag = time.strftime("%Y-%m-%d")
        return self.maak(  # type: ignore[no-any-return]
            "/besluiten/api/v1/besluiten",
            verantwoordelijkeOrganisatie=RSIN,
            besluittype=self._een("besluittypen", omschrijving="Besluit omgevingsvergunning")["url"],
            zaak=zaak["url"],
            datum=vandaag,
            ingangsdatum=vandaag,
            toelichting=tekst,
        )

    def rond_af(self, zaak: dict[str, Any], omschrijving: str) -> None:
        soort = self._een(f"resultaattypen?zaaktype={self.zaaktype}", omschrijving=omschrijving)
        self.maak("/zaken/api/v1/resultaten", zaak=zaak["url"], resultaattype=soort["url"])
        self.meld(zaak, "Afgerond")


# -- against a running demo --------------------------------------------------------------------------------------------


def laat_toe(basis: str) -> Vergunningensysteem:
    """Ruud proposes this system, for everything, and is shown its secret; Saskia approves."""
    client_id = f"vergunningen-{int(time.time())}"
    ruud, saskia = _persona(basis, "ruud"), _persona(basis, "saskia")
    beheer = "/backoffice/beheer/rechten/applicaties/"
    nieuw = ruud(f"{beheer}nieuw/", {"label": NAAM, "client_id": client_id})
    geheim, voorstel = (
        re.search(r"<code>([\w-]{64})</code>", nieuw),
        re.search(rf'"({beheer}voorstellen/[^"/]+/)', nieuw),
    )
    if geheim is None or voorstel is None:
        raise RuntimeError("Ruud kan geen applicatie voorstellen.")
    ruud(f"{voorstel[1]}algemeen/", {"label": NAAM, "heeft_alle_autorisaties": "on"})
    ruud(f"{voorstel[1]}indienen/", {"reden": "Het systeem dat omgevingsvergunningen behandelt."})
    saskia(f"{voorstel[1]}goedkeuren/", {})
    return Vergunningensysteem(basis, client_id, geheim[1])


def _persona(basis: str, naam: str) -> Any:
    """Posts a form of the page that stands at an address, as this persona."""
    sessie = requests.Session()

    def post(pad: str, velden: dict[str, str], van: str = "") -> str:
        pagina = sessie.get(f"{basis}{van or pad}", timeout=20).text
        verborgen = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', pagina))
        return sessie.post(f"{basis}{pad}", {**verborgen, **velden}, timeout=20).text

    post("/inloggen/demo/", {"persona": naam})
    return lambda pad, velden: post(pad, velden, van="/backoffice/beheer/rechten/applicaties/nieuw/")


def _zeg(regel: str) -> None:
    sys.stdout.write(f"{regel}\n")


def main(basis: str) -> None:
    systeem = laat_toe(basis)
    with ontvanger() as deur:
        try:
            systeem.volg(deur.adres)
        except RuntimeError as fout:
            _zeg(f"Zonder notificaties: {fout}")
        zaak = systeem.begin(proef_bsn(1), "Dakkapel aan de achterkant")
        _zeg(f"{zaak['identificatie']}: {basis}/mijn/zaken/{zaak['uuid']}/")
        for stap in ("In behandeling", "Aanvraag is compleet", "Welstand geeft advies"):
            systeem.meld(zaak, stap)
        systeem.stuur(zaak, "Doorsnede", tonen=True)
        systeem.stuur(zaak, "Interne berekening", tonen=False)
        systeem.besluit(zaak, "U mag de dakkapel plaatsen.")
        time.sleep(5)
        for bericht in deur.berichten:
            _zeg(f"  {bericht['resource']} {bericht['actie']}: {bericht['resourceUrl']}")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
