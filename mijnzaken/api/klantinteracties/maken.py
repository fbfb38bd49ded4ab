"""``/maak-klantcontact``: a contact, who took part and what it was about, in one call: all of it or nothing."""

from dataclasses import replace
from typing import Any

from autorisatie.fouten import BestaatNiet, Weigering
from mijnzaken.api import lezen, schrijven
from mijnzaken.api.bron import Bron, Inhoud
from mijnzaken.api.fouten import ApiFout, uit_weigering
from mijnzaken.api.klantinteracties.betrokkene import BETROKKENEN
from mijnzaken.api.klantinteracties.klantcontact import KLANTCONTACTEN
from mijnzaken.api.klantinteracties.onderwerp import ONDERWERPOBJECTEN
from mijnzaken.api.vraag import Antwoord, Vraag

_DELEN = (("betrokkene", BETROKKENEN, "hadKlantcontact"), ("onderwerpobject", ONDERWERPOBJECTEN, "klantcontact"))


def maak(vraag: Vraag) -> Antwoord:
    lijf = vraag.gegevens
    gemaakt = {"klantcontact": _maak(vraag, "klantcontact", KLANTCONTACTEN, lijf["klantcontact"])}
    uuid = gemaakt["klantcontact"]["uuid"]
    for naam, bron, veld in _DELEN:
        if naam in lijf:
            gemaakt[naam] = _maak(vraag, naam, bron, lijf[naam] | {veld: {"uuid": uuid}})
    nu = lezen.haal(vraag, KLANTCONTACTEN, uuid)
    return Antwoord(gemaakt | {"klantcontact": KLANTCONTACTEN.vorm(nu)}, 201)


def _maak(vraag: Vraag, naam: str, bron: Bron, gegevens: Any) -> Inhoud:
    """One of the three, as its own address would; what is wrong with it is told under its name."""
    try:
        gemaakt: Inhoud = schrijven.aanmaken(replace(vraag, bron=bron, gegevens=gegevens)).inhoud
    except (ApiFout, Weigering, BestaatNiet) as fout:
        gezegd = uit_weigering(fout)
        gezegd.velden = [veld._replace(naam=f"{naam}.{veld.naam}") for veld in gezegd.velden]
        raise gezegd from None
    return gemaakt
