"""What the role of the portal may see: per table the condition on a row, and what it may see whole.

``BELEID``, ``OPEN`` and ``GESLOTEN`` together name every table; a new model gets its line in one of them and a
migration that says ``operations = [migrations.RunPython(breng_aan, breng_aan)]``, of ``vangnetmigratie``. In the
conditions ``{t}`` is the table itself; what a condition asks of another table is a function.

Written for speed: what is known of who asks is computed once per statement (``(SELECT …)``) and compared by ``=``; the
zaak itself asks its roles by their index, and the other tables ask a function that is planned once per connection.
"""

# ruff: noqa: S608  every part of a condition is a constant of this module

_PARTIJEN = "(SELECT vangnet_getallen('app.partijen'))::bigint[]"
_ZELF = "(SELECT vangnet_getal('app.zelf'))"
_MACHTIGING = "(SELECT vangnet_getal('app.machtiging'))"  # null: he acts for himself


def _waarde(naam: str) -> str:
    return f"(SELECT nullif(current_setting('app.{naam}', true), ''))"


def _van(kolom: str) -> str:
    return f"{{t}}.{kolom} = ANY({_PARTIJEN})"


_DAG = f"{_waarde('dag')}::date"
_BIJ_ZAAK = "vangnet_ziet_zaak({t}.zaak_id)"
_BIJ_MACHTIGING = "vangnet_ziet_machtiging({t}.machtiging_id)"
_EIGEN_BETROKKENE = (
    "EXISTS (SELECT 1 FROM klanten_betrokkene b "
    f"WHERE b.klantcontact_id = {{t}}.%s AND b.was_partij_id = ANY({_PARTIJEN}))"
)
_ZAAK = f"""
    EXISTS (SELECT 1 FROM zaken_rol r WHERE r.zaak_id = {{t}}.id AND r.ziet_zaak AND r.partij_id = ANY({_PARTIJEN})
            AND (r.einde_geldigheid IS NULL OR r.einde_geldigheid >= {_DAG}))
    AND ({_MACHTIGING} IS NULL OR vangnet_binnen_machtiging({{t}}.id, {{t}}.product_id, {{t}}.afgeschermd))
"""
_MACHTIGING_VAN_MIJ = (  # given, received, or offered to the number that he logged in with
    f"({{t}}.gever_id = {_ZELF} OR {{t}}.gemachtigde_id = {_ZELF} "
    f"OR ({{t}}.gemachtigde_id IS NULL AND {{t}}.aan_zoekwaarde = {_waarde('nummer')}))"
)
_BERICHT = f"""
    {_van("partij_id")} AND {{t}}.kanaal = 'portaal' AND ({_MACHTIGING} IS NULL OR CASE {{t}}.over_soort
        WHEN 'zaak' THEN vangnet_ziet_zaak_met({{t}}.over_uuid) ELSE vangnet_ziet_alles() END)
"""

# What a condition asks of another table, as the owner of the tables: none of these asks in a circle, and a statement
# is not planned with the conditions of all tables that its own conditions ask about.
FUNCTIES = {
    "vangnet_binnen_machtiging(nr bigint, product bigint, dicht boolean)": f"""
        NOT dicht AND EXISTS (SELECT 1 FROM autorisatie_machtiging m WHERE m.id = {_MACHTIGING} AND (
            m.reikwijdte = 'alles'
            OR EXISTS (SELECT 1 FROM autorisatie_machtiging_producten p
                       WHERE p.machtiging_id = m.id AND p.product_id = product)
            OR EXISTS (SELECT 1 FROM zaken_zaakmachtiging g WHERE g.machtiging_id = m.id AND g.zaak_id = nr)))""",
    "vangnet_ziet_alles()": f"""
        {_MACHTIGING} IS NULL
        OR EXISTS (SELECT 1 FROM autorisatie_machtiging m WHERE m.id = {_MACHTIGING} AND m.reikwijdte = 'alles')""",
    "vangnet_ziet_zaak(nr bigint)": f"EXISTS (SELECT 1 FROM zaken_zaak z WHERE z.id = nr AND {_ZAAK.format(t='z')})",
    "vangnet_ziet_zaak_met(kenmerk uuid)": "EXISTS (SELECT 1 FROM zaken_zaak z "
    f"WHERE z.uuid = kenmerk AND {_ZAAK.format(t='z')})",
    "vangnet_ziet_machtiging(nr bigint)": "EXISTS (SELECT 1 FROM autorisatie_machtiging m "
    f"WHERE m.id = nr AND {_MACHTIGING_VAN_MIJ.format(t='m')})",
    "vangnet_kent(nr bigint)": f"""
        EXISTS (SELECT 1 FROM autorisatie_machtiging m WHERE m.gever_id = nr AND {_MACHTIGING_VAN_MIJ.format(t="m")})
        OR EXISTS (SELECT 1 FROM autorisatie_machtiging m
                   WHERE m.gemachtigde_id = nr AND {_MACHTIGING_VAN_MIJ.format(t="m")})""",
    "vangnet_deelt_zaak(nr bigint)": "EXISTS (SELECT 1 FROM zaken_rol r "
    "WHERE r.partij_id = nr AND vangnet_ziet_zaak(r.zaak_id))",
    "vangnet_ziet_besluit(nr bigint)": "EXISTS (SELECT 1 FROM zaken_besluit b "
    "WHERE b.id = nr AND vangnet_ziet_zaak(b.zaak_id))",
    "vangnet_ziet_document(nr bigint)": "EXISTS (SELECT 1 FROM documenten_document d JOIN zaken_zaakdocument k "
    "ON k.document_id = d.id WHERE d.id = nr AND d.tonen_aan_initiator AND vangnet_ziet_zaak(k.zaak_id))",
    "vangnet_ziet_contact(nr bigint)": f"""
        EXISTS (SELECT 1 FROM klanten_klantcontact c WHERE c.id = nr AND c.zichtbaar_voor_inwoner AND (
            EXISTS (SELECT 1 FROM klanten_onderwerpobject o
                    WHERE o.klantcontact_id = nr AND vangnet_ziet_zaak_met(o.object_uuid))
            OR {_EIGEN_BETROKKENE.format(t="c") % "id"} AND vangnet_ziet_alles() AND ({_MACHTIGING} IS NULL
                OR NOT EXISTS (SELECT 1 FROM klanten_onderwerpobject o
                               WHERE o.klantcontact_id = nr AND o.code_objecttype = 'zaak'))))""",
}  # fmt: skip

BELEID: dict[str, str] = {
    "autorisatie.BewaardFormulier": f"{{t}}.persoon = {_waarde('persoon')}",
    "autorisatie.Gebruiker": "FALSE",  # joined for the name of who handles a zaak, which a resident does not see
    "autorisatie.Machtiging": _MACHTIGING_VAN_MIJ,
    "autorisatie.Machtiging_producten": _BIJ_MACHTIGING,
    "autorisatie.Onderzoek": "{t}.vrijgegeven_op IS NOT NULL",  # what a released one withheld is shown
    "autorisatie.Partij": (
        f"{{t}}.id = ANY({_PARTIJEN}) OR {{t}}.id = {_ZELF} OR vangnet_kent({{t}}.id)"
        " OR (NOT {t}.afgeschermd AND NOT {t}.indicatie_geheimhouding AND vangnet_deelt_zaak({t}.id))"
    ),
    "autorisatie.Verwerkingsregel": f"{{t}}.data_subject_id = {_waarde('betrokkene')}",
    "berichten.Bericht": _BERICHT,
    "documenten.Document": "{t}.tonen_aan_initiator AND vangnet_ziet_document({t}.id)",
    "documenten.Documentversie": "vangnet_ziet_document({t}.document_id)",
    "documenten.Upload": f"{{t}}.eigenaar = {_waarde('eigenaar')}",
    "klanten.Betrokkene": f"{_van('was_partij_id')} OR vangnet_ziet_contact({{t}}.klantcontact_id)",
    "klanten.Contactvraag": "vangnet_ziet_contact({t}.klantcontact_id)",
    "klanten.DigitaalAdres": _van("verstrekt_door_partij_id"),
    "klanten.Klantcontact": "vangnet_ziet_contact({t}.id)",
    "klanten.Onderwerpobject": "vangnet_ziet_contact({t}.klantcontact_id)",
    "klanten.Voorkeur": _van("partij_id"),
    "zaken.Belpoging": _BIJ_ZAAK,
    "zaken.Beperking": _BIJ_ZAAK,
    "zaken.Beslistermijn": _BIJ_ZAAK,
    "zaken.Besluit": _BIJ_ZAAK,
    "zaken.Besluitdocument": "vangnet_ziet_besluit({t}.besluit_id)",
    "zaken.Concept": f"{_van('partij_id')} AND ({_MACHTIGING} IS NULL OR {{t}}.gemachtigde_id = {_ZELF})",
    "zaken.Gegevenswaarde": _BIJ_ZAAK,
    "zaken.Hoorzitting": _BIJ_ZAAK,
    "zaken.InwonerProduct": f"{_van('partij_id')} AND ({_MACHTIGING} IS NULL OR {_BIJ_ZAAK})",
    "zaken.Opschorting": _BIJ_ZAAK,
    "zaken.Productcontrole": "EXISTS (SELECT FROM zaken_inwonerproduct p WHERE p.id = {t}.inwonerproduct_id)",
    "zaken.Productverzoek": _BIJ_ZAAK,
    "zaken.Resultaat": _BIJ_ZAAK,
    "zaken.Rol": f"{_van('partij_id')} OR {_BIJ_ZAAK}",  # who else is in it decides what of theirs is not shown
    "zaken.Status": _BIJ_ZAAK,
    "zaken.Taak": _BIJ_ZAAK,
    "zaken.Terugbelgegevens": _BIJ_ZAAK,
    "zaken.Toestemming": _BIJ_ZAAK,
    "zaken.Verlenging": _BIJ_ZAAK,
    "zaken.Zaak": _ZAAK,
    "zaken.Zaakdocument": _BIJ_ZAAK,
    "zaken.ZaakMachtiging": _BIJ_MACHTIGING,
}
ALLEEN_ERBIJ = {  # the logs: a line is added, and read by nobody who is not named above
    "autorisatie.Auditregel": f"{{t}}.partij_id = {_ZELF}",
    "autorisatie.Verwerkingsregel": "TRUE",
}
OPEN = {  # label -> why every row may be seen; the catalogue is open as well, but for what is closed below
    "autorisatie.Matrixregel": "what a role may: of no person",
    "autorisatie.Matrixversie": "what a role may: of no person",
    "autorisatie.Rol": "names of roles",
    "berichten.Postvakbericht": "the letter box of the demo, which shows everybody everything; empty elsewhere",
}
GESLOTEN = {  # label -> why the portal reads no row of it
    "api.Herhaling": "other systems",
    "autorisatie.Applicatie": "other systems",
    "autorisatie.Autorisatie": "other systems",
    "autorisatie.Clientnaam": "other systems",
    "autorisatie.Toegangsvoorstel": "of staff",
    "autorisatie.Voorstelregel": "of staff",
    "autorisatie.Wijziging": "of other systems, for other systems",
    "berichten.Abonnement": "of other systems",
    "berichten.Abonnementkanaal": "of other systems",
    "berichten.Notificatiekanaal": "of other systems",
    "berichten.Notificatie": "for other systems",
    "autorisatie.Auditregel": "read by its own desk",
    "autorisatie.Drempel": "of staff",
    "autorisatie.Logboekzegel": "read by its own desk",
    "autorisatie.Matrixherziening": "of staff",
    "autorisatie.Matrixversie_auteurs": "of staff",
    "autorisatie.Onderzoeker": "of staff",
    "autorisatie.Onderzoekspartij": "of whom an inquiry is, is not told",
    "autorisatie.PartijToegang": "of staff",
    "autorisatie.Signaal": "of staff",
    "autorisatie.Waarneming": "of staff",
    "autorisatie.PartijRelatie": "decides over staff; tasks keep it",
    "autorisatie.Toekenning": "of staff",
    "bronnen.Bronstand": "tasks",
    "catalogus.Aansluitdossier": "of staff",
    "catalogus.Dossierakkoord": "of staff",
    "catalogus.Dossierstap": "of staff: what was found in a test of security is nothing to publish",
    "catalogus.Inlezing": "of staff",
    "catalogus.Verwerker": "of staff",
    "documenten.Bestandsdeel": "the APIs",
    "documenten.Gebruiksrecht": "the APIs",
    "documenten.ObjectInformatieobject": "the APIs",
    "documenten.Verzending": "the APIs",
    "klanten.Actorrelatie": "other systems",
    "klanten.Adrescontrole": "only compared, within a handeling",
    "klanten.Categorie": "other systems",
    "klanten.CategorieRelatie": "other systems; the resident gets it in a copy of his data",
    "klanten.Contactactor": "other systems",
    "klanten.Contactbijlage": "staff",
    "klanten.Rekeningnummer": "other systems; the resident gets it in a copy of his data",
    "klanten.Verificatie": "staff",
    "zaken.Aanvraagcode": "only compared, within a handeling",
    "zaken.Adviesaanvraag": "staff",
    "zaken.Besluitvoorstel": "staff",
    "zaken.Glasbreuk": "of staff",
    "zaken.PartijAfscherming": "of staff",
    "zaken.Overzetting": "moving zaken to another version: of staff",
    "zaken.Overzetregel": "moving zaken to another version: of staff",
    "zaken.Vernietigingslijst": "the archive",
    "zaken.Vernietigingsregel": "the archive",
    "zaken.ZaakAfscherming": "of staff",
    "zaken.Inzagedeel": "staff, until it is released",
    "zaken.Inzagekopie": "staff; the resident gets the documents",
    "zaken.GerelateerdeZaak": "staff and the APIs",
    "zaken.Notitie": "staff",
    "zaken.Wisregel": "staff; the resident reads it in the decision",
    "zaken.Kennisgeving": "staff: to whom data were given; the resident reads it in the decision",
    "zaken.Nummerreeks": "counted within a handeling",
    "zaken.Nummerreservering": "other systems",
    "zaken.ZaakToegang": "of staff",
    "zaken.Zaakcontact": "staff and the APIs",
    "zaken.Zaakkenmerk": "staff and the APIs",
    "zaken.Zaakobject": "staff and the APIs",
    "zaken.Zaaktelling": "counted for the APIs",
    "zaken.Zaakverzoek": "staff and the APIs",
}
