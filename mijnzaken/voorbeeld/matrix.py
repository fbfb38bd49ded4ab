"""The first autorisatiematrix of the example municipality, as rows that an administrator would write."""

from collections.abc import Mapping
from dataclasses import dataclass

from autorisatie.models import Gegevensgroep as G
from autorisatie.models import Niveau as N
from autorisatie.models import Scope as S
from catalogus.vertrouwelijkheid import Vertrouwelijkheid as V

ROLLEN = {
    "inwoner": ("Inwoner", False),
    "organisatie": ("Organisatie", False),
    "gemachtigde": ("Gemachtigde", False),
    "anoniem": ("Bezoeker", False),
    "behandelaar": ("Behandelaar", True),
    "teamleider": ("Teamleider", True),
    "kcc": ("Medewerker 14070", True),
    "functioneel-beheerder": ("Functioneel beheerder", True),
    "proceseigenaar": ("Proceseigenaar", True),
    "autorisatiebeheerder": ("Autorisatiebeheerder", True),
    "functionaris-gegevensbescherming": ("Functionaris gegevensbescherming", True),
    "archivaris": ("Archivaris", True),
}

TERUGBEL = "terugbelnotitie"
_INWONER = (
    "concept_beginnen aanvullen taak_uitvoeren intrekken document_toevoegen toestemming_geven inzien bezwaar_maken "
    "terugbelnotitie_maken machtiging_aanbieden klantcontact_vastleggen"
)
_BEHANDELEN = (
    "werkvoorraad zaak_inzien inzien in_behandeling_nemen overdragen stap_zetten gegeven_wijzigen notitie_schrijven "
    "taak_plaatsen taak_uitvoeren taak_intrekken aanvulling_vragen aanvullen opschorten "
    "hervatten verlengen advies_vragen adviseren besluit_voorstellen afhandelen stoppen heropenen document_toevoegen "
    "document_tonen toestemming_vragen "
    "contact_vastleggen zaak_registreren klantcontact_vastleggen beller_zoeken horen afschermen glas_breken"
)
_LEIDEN = (
    f"{_BEHANDELEN} toewijzen voorstel_terugsturen besluiten sturing "
    "afscherming_opheffen toegang_verlenen toegang_intrekken partij_afschermen glasbreuk_bekijken"
)
_BELLEN = (
    "werkvoorraad zaak_inzien inzien in_behandeling_nemen toewijzen overdragen notitie_schrijven belpoging_vastleggen "
    "terugbelnotitie_beantwoorden terugbelnotitie_overnemen heropenen contact_vastleggen terugbelnotities "
    "klantcontact_vastleggen"
)
_KCC = (
    "kcc terugbelnotities beller_zoeken beller_verifieren gesprek_beeindigen klantcontact_vastleggen "
    "terugbelnotitie_maken "
    "zaak_registreren contact_vastleggen voorkeur_wijzigen digitaal_adres_wijzigen inzien"
)


@dataclass(frozen=True)
class Rij:
    rol: str
    scope: str
    niveaus: Mapping[str, int]
    handelingen: str = ""  # stand on the row of group zaak
    proces: str = ""
    team: str = ""
    eigen_team: bool = False
    max_vertrouwelijkheid: int = V.ZAAKVERTROUWELIJK
    doel_verplicht: bool = False


def _alles(niveau: int) -> dict[str, int]:
    return {g: niveau for g in G.values if g != G.BIJZONDER}


_EIGEN = {g: N.BIJZONDER for g in G.values if g != G.NOTITIES}

RIJEN = (
    *(
        Rij(r, S.EIGEN_ZAAK, _EIGEN, _INWONER, max_vertrouwelijkheid=V.ZEER_GEHEIM)
        for r in ("inwoner", "organisatie", "gemachtigde")
    ),
    Rij("anoniem", S.EIGEN_ZAAK, {G.ZAAK: N.GEEN}, "concept_beginnen"),
    Rij("behandelaar", S.TOEGEKEND_TEAM, _alles(N.VOLLEDIG), _BEHANDELEN, max_vertrouwelijkheid=V.VERTROUWELIJK),
    Rij("teamleider", S.TOEGEKEND_TEAM, _alles(N.VOLLEDIG), _LEIDEN, max_vertrouwelijkheid=V.VERTROUWELIJK),
    *(
        Rij(
            r,
            S.TEAM,
            {G.BIJZONDER: N.BIJZONDER},
            team="Schulddienstverlening",
            eigen_team=True,
            max_vertrouwelijkheid=V.VERTROUWELIJK,
        )
        for r in ("behandelaar", "teamleider")
    ),
    *(
        Rij(r, S.PROCES, _alles(N.VOLLEDIG), _BELLEN, proces=TERUGBEL, eigen_team=True)
        for r in ("behandelaar", "teamleider")
    ),
    Rij(
        "kcc",
        S.GEMEENTE,
        {G.ZAAK: N.STATUS, G.STATUS: N.STATUS, G.BESLUIT: N.STATUS, G.CONTACT: N.KERN, G.PERSOONSGEGEVENS: N.STATUS},
        _KCC,
        doel_verplicht=True,
    ),
    Rij("kcc", S.PROCES, {G.ZAAK: N.KERN, G.CONTACT: N.VOLLEDIG, G.STATUS: N.KERN}, proces=TERUGBEL),
    Rij(
        "kcc",
        S.TEAM,
        {G.ZAAK: N.BESTAAT},
        team="Schulddienstverlening",
        max_vertrouwelijkheid=V.VERTROUWELIJK,
        doel_verplicht=True,
    ),
    Rij(
        "functioneel-beheerder",
        S.GEMEENTE,
        {G.ZAAK: N.GEEN},
        "beheer zaaktype_versie_maken zaaktype_wijzigen zaaktype_weggooien product_wijzigen catalogus_laden "
        "berichten_beheren bericht_opnieuw_verzenden",
    ),
    Rij("proceseigenaar", S.GEMEENTE, {G.ZAAK: N.GEEN}, "beheer zaaktype_publiceren zaaktype_terugsturen"),
    Rij("autorisatiebeheerder", S.GEMEENTE, {G.ZAAK: N.GEEN}, "beheer rechten_beheren"),
    Rij(
        "functionaris-gegevensbescherming",
        S.GEMEENTE,
        {G.ZAAK: N.GEEN},
        "beheer logboek_lezen afscherming_beheren partij_afschermen glasbreuk_bekijken",
    ),
    Rij("archivaris", S.GEMEENTE, {G.ZAAK: N.GEEN}, "beheer archief"),
)
