"""Klantinteracties 0.9, as Open Klant publishes it: the document with what is different here, and its resources."""

from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import Contract
from mijnzaken.api.klantinteracties import actor, actorklantcontact, identificator, maken, onderwerp
from mijnzaken.api.klantinteracties.aanpassingen import aanpassingen
from mijnzaken.api.klantinteracties.betrokkene import BETROKKENEN
from mijnzaken.api.klantinteracties.bijlage import BIJLAGEN
from mijnzaken.api.klantinteracties.categorie import CATEGORIE_RELATIES, CATEGORIEEN
from mijnzaken.api.klantinteracties.digitaal_adres import DIGITALE_ADRESSEN
from mijnzaken.api.klantinteracties.internetaak import INTERNETAKEN
from mijnzaken.api.klantinteracties.klantcontact import KLANTCONTACTEN
from mijnzaken.api.klantinteracties.partij import PARTIJEN
from mijnzaken.api.klantinteracties.rekeningnummer import REKENINGNUMMERS
from mijnzaken.api.klantinteracties.vertegenwoordiging import VERTEGENWOORDIGINGEN

API = meld_aan(
    Api(
        naam="klantinteracties",
        component="kic",
        contract=Contract("klantinteracties", aanpassingen()),
        bronnen=[
            KLANTCONTACTEN,
            BETROKKENEN,
            onderwerp.ONDERWERPOBJECTEN,
            PARTIJEN,
            identificator.PARTIJ_IDENTIFICATOREN,
            DIGITALE_ADRESSEN,
            actor.ACTOREN,
            INTERNETAKEN,
            BIJLAGEN,
            actorklantcontact.ACTORKLANTCONTACTEN,
            VERTEGENWOORDIGINGEN,
            REKENINGNUMMERS,
            CATEGORIEEN,
            CATEGORIE_RELATIES,
        ],
        bewerkingen={
            "actorenList": actor.toon,
            "actorenRetrieve": actor.lees,
            "actorenUpdate": actor.wijzig,
            "actorenPartialUpdate": actor.wijzig,
            "actorenDestroy": actor.verwijder,
            "actorklantcontactenList": actorklantcontact.toon,
            "actorklantcontactenRetrieve": actorklantcontact.lees,
            "actorklantcontactenUpdate": actorklantcontact.wijzig,
            "actorklantcontactenPartialUpdate": actorklantcontact.wijzig,
            "actorklantcontactenDestroy": actorklantcontact.verwijder,
            "maakKlantcontactCreate": maken.maak,
            "onderwerpobjectenDestroy": onderwerp.verwijder,
            "partijIdentificatorenList": identificator.toon,
            "partijIdentificatorenRetrieve": identificator.lees,
            "partijIdentificatorenCreate": identificator.voeg_toe,
            "partijIdentificatorenUpdate": identificator.wijzig,
            "partijIdentificatorenPartialUpdate": identificator.wijzig,
            "partijIdentificatorenDestroy": identificator.verwijder,
        },
        vast_token=True,
    )
)
