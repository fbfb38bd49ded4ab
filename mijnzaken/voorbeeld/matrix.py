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
    "vestiging": ("Vestiging", False),
    "gemachtigde": ("Gemachtigde", False),
    "wettelijk_vertegenwoordiger": ("Wettelijk vertegenwoordiger", False),
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
    "terugbelnotitie_maken klantcontact_vastleggen"
)
_STAF = "eigen_rechten_inzien"
_MACHTIGEN = "machtiging_aanbieden"  # never for who acts for another himself
_BEHANDELEN = (
    "werkvoorraad zaak_inzien inzien in_behandeling_nemen overdragen stap_zetten gegeven_wijzigen notitie_schrijven "
    "ander_zaaktype_kiezen taak_plaatsen taak_uitvoeren taak_intrekken aanvulling_vragen aanvullen opschorten "
    "hervatten verlengen advies_vragen adviseren besluit_voorstellen afhandelen stoppen heropenen document_toevoegen "
    "document_tonen toestemming_vragen brondatum_vastleggen "
    "contact_vastleggen zaak_registreren klantcontact_vastleggen beller_zoeken horen afschermen glas_breken "
    f"{_STAF} eigen_waarneming_instellen waarneming_beeindigen"
)
_LEIDEN = (
    f"{_BEHANDELEN} toewijzen zaak_overzetten voorstel_terugsturen besluiten sturing waarneming_instellen "
    "afscherming_opheffen toegang_verlenen toegang_intrekken partij_afschermen glasbreuk_bekijken"
)
_BELLEN = (
    "werkvoorraad zaak_inzien inzien in_behandeling_nemen toewijzen overdragen notitie_schrijven belpoging_vastleggen "
    "terugbelnotitie_beantwoorden terugbelnotitie_overnemen heropenen contact_vastleggen terugbelnotities "
    "klantcontact_vastleggen"
)
_BETROKKENE = (
    "inzage_verzamelen inzage_nakijken inzage_weghalen inzage_achterhouden inzage_vrijgeven "
    "gebruik_beperken beperking_opheffen gegeven_rectificeren kennisgeving_afmelden "
    "wissing_nagaan wissing_kiezen wissing_goedkeuren"
)
_KCC = (  # before it is known who calls, and why
    "kcc terugbelnotities beller_zoeken beller_verifieren gesprek_beeindigen klantcontact_vastleggen "
    "terugbelnotitie_maken "
    "zaak_registreren voorkeur_wijzigen digitaal_adres_wijzigen "
    f"{_STAF} eigen_waarneming_instellen waarneming_beeindigen"
)
_TOEKENNEN = (
    "toekenning_aanvragen toekenning_goedkeuren toekenning_weigeren toekenning_verlengen toekenning_beeindigen "
    "waarneming_instellen waarneming_beeindigen"
)
_MEDEKEUREN = "toekenning_goedkeuren toekenning_weigeren"
_APPLICATIES_KEUREN = "applicaties_inzien applicatie_goedkeuren applicatie_terugsturen"
_APPLICATIES = (
    f"{_APPLICATIES_KEUREN} applicatie_aanmaken applicatie_wijzigen applicatie_indienen applicatie_weggooien "
    "applicatie_geheim_vernieuwen applicatie_geheim_intrekken applicatie_stoppen"
)


@dataclass(frozen=True)
class Rij:
    """One line of the screen: a row for each group of data that it names."""

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
        Rij(r, S.EIGEN_ZAAK, _EIGEN, f"{_INWONER} {_MACHTIGEN}", max_vertrouwelijkheid=V.ZEER_GEHEIM)
        for r in ("inwoner", "organisatie", "vestiging")
    ),
    *(
        Rij(r, S.EIGEN_ZAAK, _EIGEN, _INWONER, max_vertrouwelijkheid=V.ZEER_GEHEIM)
        for r in ("gemachtigde", "wettelijk_vertegenwoordiger")
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
    *(
        Rij(
            r,
            S.TEAM,
            _alles(N.VOLLEDIG),
            _BETROKKENE,
            team="Privacy",
            eigen_team=True,
            max_vertrouwelijkheid=V.VERTROUWELIJK,
        )
        for r in ("behandelaar", "teamleider")
    ),
    Rij("kcc", S.GEMEENTE, {G.ZAAK: N.GEEN}, _KCC),
    Rij(
        "kcc",
        S.GEMEENTE,
        {G.ZAAK: N.STATUS, G.STATUS: N.STATUS, G.BESLUIT: N.STATUS, G.CONTACT: N.KERN, G.PERSOONSGEGEVENS: N.STATUS},
        "inzien contact_vastleggen",
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
        "beheer zaaktype_versie_maken zaaktype_wijzigen zaaktype_weggooien zaken_overzetten dossier_wijzigen "
        f"product_wijzigen catalogus_laden berichten_beheren bericht_opnieuw_verzenden {_STAF}",
    ),
    Rij(
        "proceseigenaar",
        S.GEMEENTE,
        {G.ZAAK: N.GEEN},
        "beheer zaaktype_publiceren zaaktype_terugsturen dossierstap_goedkeuren dossierakkoord_intrekken "
        "archief vernietigingslijst_opstellen vernietiging_uitzonderen vernietiging_voorleggen vernietiging_afbreken "
        # approves and reviews what the administrators themselves would gain by
        "rechten_inzien matrix_goedkeuren matrix_terugsturen matrix_herzien "
        f"onderzoek_inzien onderzoek_goedkeuren {_MEDEKEUREN} {_APPLICATIES_KEUREN} {_STAF}",
    ),
    Rij(
        "autorisatiebeheerder",
        S.GEMEENTE,
        {G.ZAAK: N.GEEN},
        "beheer rechten_beheren rechten_inzien rechten_uitleggen matrix_ontwerpen matrix_wijzigen matrix_inlezen "
        "matrix_indienen matrix_goedkeuren matrix_terugsturen matrix_weggooien matrix_herzien "
        f"{_TOEKENNEN} {_APPLICATIES} {_STAF}",
    ),
    Rij(
        "functionaris-gegevensbescherming",
        S.GEMEENTE,
        {G.ZAAK: N.GEEN},
        "beheer logboek_lezen logboek_exporteren opvallend_bekijken bekend_persoon_merken onderzoek_inzien "
        "onderzoek_openen onderzoek_vrijgeven afscherming_beheren partij_afschermen glasbreuk_bekijken "
        "dossierakkoord_intrekken rechten_inzien rechten_uitleggen afgeschermd_uitleggen applicaties_inzien "
        f"{_MEDEKEUREN} {_STAF}",
    ),
    Rij(
        "archivaris",
        S.GEMEENTE,
        {G.ZAAK: N.GEEN},
        f"beheer archief vernietiging_terugsturen vernietiging_goedkeuren vernietiging_afbreken {_STAF}",
    ),
)
