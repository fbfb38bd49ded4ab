"""What a row of the catalogue looks like in an exchange file: its own columns, its children, what it refers to.

Rows are known by names, never by numbers of the database, so that a file fits in another installation.
"""

from django.db import models

from catalogus import models as m
from catalogus.uitwisseling.vorm import Verwijzing, Vorm

_DOCUMENT = Verwijzing("informatieobjecttypen", "omschrijving")
_DOCUMENTEN = Verwijzing("informatieobjecttypen", "omschrijving", meer=True)
_STATUS = Verwijzing("statustypen", "omschrijving", binnen=True)

STATUSTYPE = Vorm(
    m.Statustype,
    "status",
    ("omschrijving",),
    ouder="zaaktype",
    verwijzingen={"substap_van": _STATUS},
    kinderen={"checklistitems": Vorm(m.ChecklistItem, "controlepunt", ("itemnaam",), ouder="statustype")},
)
FORMULIERSTAP = Vorm(m.Formulierstap, "formulierstap", ("volgnummer",), ouder="zaaktype")
GEGEVEN = Vorm(
    m.Gegeven,
    "gegeven",
    ("naam",),
    ouder="zaaktype",
    verwijzingen={
        "stap": Verwijzing("formulierstappen", "volgnummer", binnen=True),
        "statustype": _STATUS,
        "informatieobjecttype": _DOCUMENT,
    },
)
ROLTYPE = Vorm(
    m.Roltype,
    "rol",
    ("omschrijving",),
    ouder="zaaktype",
    verwijzingen={"uitnodigen_op": Verwijzing("gegevens", "naam", binnen=True)},
)
DOCUMENT_BIJ_ZAAKTYPE = Vorm(
    m.ZaaktypeInformatieobjecttype,
    "documenttype",
    ("informatieobjecttype", "richting"),
    ouder="zaaktype",
    verwijzingen={"informatieobjecttype": _DOCUMENT, "statustype": _STATUS},
)
BESLUITMOMENT = Vorm(
    m.ZaaktypeBesluittype,
    "besluit",
    ("besluittype",),
    ouder="zaaktype",
    verwijzingen={"besluittype": Verwijzing("besluittypen", "omschrijving"), "vanaf_statustype": _STATUS},
)
MANDAAT = Vorm(
    m.Mandaat,
    "mandaat",
    ("besluittype", "rol"),
    ouder="zaaktype",
    verwijzingen={"besluittype": Verwijzing("besluittypen", "omschrijving")},
)
RESULTAATTYPE = Vorm(
    m.Resultaattype,
    "resultaat",
    ("omschrijving",),
    ouder="zaaktype",
    mag_leeg=frozenset({"selectielijstklasse"}),
    verwijzingen={
        "besluittypen": Verwijzing("besluittypen", "omschrijving", meer=True),
        "informatieobjecttypen": _DOCUMENTEN,
    },
)
ZAAKOBJECTTYPE = Vorm(
    m.Zaakobjecttype,
    "object",
    ("relatie_omschrijving",),
    ouder="zaaktype",
    verwijzingen={
        "statustypen": Verwijzing("statustypen", "omschrijving", binnen=True, meer=True),
        "resultaattypen": Verwijzing("resultaattypen", "omschrijving", binnen=True, meer=True),
    },
)
TAAKTYPE = Vorm(
    m.Taaktype,
    "taak",
    ("naam",),
    ouder="zaaktype",
    verwijzingen={
        "bij_statustype": _STATUS,
        "informatieobjecttype": _DOCUMENT,
        "gegevens": Verwijzing("gegevens", "naam", binnen=True, meer=True),
    },
)
STATUSGEVOLG = Vorm(
    m.Statusgevolg,
    "gevolg van een status",
    ("statustype",),
    ouder="zaaktype",
    verwijzingen={"statustype": _STATUS, "informatieobjecttype": _DOCUMENT},
)
VERDEELREGEL = Vorm(
    m.Verdeelregel,
    "verdeelregel",
    ("volgorde",),
    ouder="zaaktype",
    verwijzingen={"team": Verwijzing("teams", "naam"), "product": Verwijzing("producten", "slug")},
)
BERICHTTEKST = Vorm(m.Berichttekst, "eigen woorden bij", ("gebeurtenis",), ouder="zaaktype")
RELATIE = Vorm(
    m.ZaaktypenRelatie,
    "relatie",
    ("gerelateerd_proces", "gerelateerd_url", "aard_relatie"),
    ouder="zaaktype",
    verwijzingen={"gerelateerd_proces": Verwijzing("processen", "identificatie")},
)
ZAAKTYPE = Vorm(
    m.Zaaktype,
    "versie",
    ("versienummer",),
    ouder="proces",
    weglaten=frozenset(  # who worked on it and when is of this installation
        {
            "auteur_id",
            "auteurs",
            "bijgewerkt_op",
            "gepubliceerd_door_id",
            "gepubliceerd_op",
            "teruggestuurd_op",
            "teruggestuurd_door_id",
            "teruggestuurd_reden",
            "einde_voorgesteld",
            "einde_voorgesteld_door_id",
            "einde_reden",
        }
    ),
    mag_leeg=frozenset({"doel", "aanleiding"}),
    verwijzingen={"deelzaaktypen": Verwijzing("processen", "identificatie", meer=True)},
    kinderen={  # in the order in which rows refer to each other
        "statustypen": STATUSTYPE,
        "formulierstappen": FORMULIERSTAP,
        "gegevens": GEGEVEN,
        "roltypen": ROLTYPE,
        "zaaktypeinformatieobjecttypen": DOCUMENT_BIJ_ZAAKTYPE,
        "besluitmomenten": BESLUITMOMENT,
        "mandaten": MANDAAT,
        "resultaattypen": RESULTAATTYPE,
        "zaakobjecttypen": ZAAKOBJECTTYPE,
        "taaktypen": TAAKTYPE,
        "statusgevolgen": STATUSGEVOLG,
        "verdeelregels": VERDEELREGEL,
        "berichtteksten": BERICHTTEKST,
        "gerelateerde_zaaktypen": RELATIE,
    },
)
PROCES = Vorm(
    m.Proces,
    "proces",
    ("identificatie",),
    ouder="catalogus",
    weglaten=frozenset({"proceseigenaar_gebruiker_id", "getoetst_tot"}),
    verwijzingen={"team": Verwijzing("teams", "naam")},
    kinderen={"versies": ZAAKTYPE},
)
DIENST = Vorm(
    m.Dienst,
    "dienst",
    ("naam",),
    kinderen={
        "afdelingen": Vorm(
            m.Afdeling,
            "afdeling",
            ("naam",),
            ouder="dienst",
            kinderen={"teams": Vorm(m.Team, "team", ("naam",), ouder="afdeling")},
        )
    },
)
PRODUCT = Vorm(
    m.Product,
    "product",
    ("slug",),
    verwijzingen={
        "themas": Verwijzing("themas", "slug", meer=True),
        "upl": Verwijzing("upl", "uri"),
        "backoffice": Verwijzing("teams", "naam"),
        "balies": Verwijzing("balies", "naam", meer=True),
    },
    kinderen={
        "kostenregels": Vorm(m.Kostenregel, "kostenregel", ("omschrijving", "geldig_van"), ouder="product"),
        "links": Vorm(m.Productlink, "link", ("url",), ouder="product"),
        "vertalingen": Vorm(m.Productvertaling, "vertaling", ("taal",), ouder="product"),
        "beslistabellen": Vorm(m.Beslistabel, "beslistabel", ("soort", "geldig_van"), ouder="product"),
        "kruistabel": Vorm(
            m.Kruistabelregel,
            "regel van de kruistabel",
            ("actie",),
            ouder="product",
            verwijzingen={"proces": Verwijzing("processen", "identificatie")},
        ),
    },
)

DELEN: dict[str, Vorm] = {  # the sections of a file, in the order in which they refer to each other
    "diensten": DIENST,
    "vrijedagen": Vorm(m.Vrijedag, "vrije dag", ("datum",)),
    "termijnregels": Vorm(m.Termijnregel, "termijnregel", ("code", "geldig_van")),
    "termijnbedragen": Vorm(m.Termijnbedrag, "termijnbedrag", ("soort", "vanaf_dag", "geldig_van")),
    "themas": Vorm(m.Thema, "thema", ("slug",)),
    "upl": Vorm(m.UplNaam, "UPL-naam", ("uri",)),
    "balies": Vorm(m.Balie, "balie", ("naam",)),
    "informatieobjecttypen": Vorm(
        m.Informatieobjecttype, "documenttype", ("omschrijving", "begin_geldigheid"), ouder="catalogus"
    ),
    "besluittypen": Vorm(
        m.Besluittype,
        "besluittype",
        ("omschrijving", "begin_geldigheid"),
        ouder="catalogus",
        verwijzingen={"informatieobjecttypen": _DOCUMENTEN},
    ),
    "processen": PROCES,
    "producten": PRODUCT,
}
CATALOGUS = Vorm(m.Catalogus, "catalogus", ("domein", "rsin"))

GLOBAAL: dict[str, tuple[type[models.Model], str]] = {  # what rows may point to outside their zaaktype
    "teams": (m.Team, "naam"),
    "themas": (m.Thema, "slug"),
    "upl": (m.UplNaam, "uri"),
    "balies": (m.Balie, "naam"),
    "informatieobjecttypen": (m.Informatieobjecttype, "omschrijving"),
    "besluittypen": (m.Besluittype, "omschrijving"),
    "processen": (m.Proces, "identificatie"),
    "producten": (m.Product, "slug"),
}
