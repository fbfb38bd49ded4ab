"""What omar designs of *Subsidie groen dak*, part by part: questions, course, end, who gets it, and its own words; and
the right that the other team needs for it.
"""

from tests.browser.aansluiten import Versie
from tests.browser.conftest import Iemand

STAP = "Wij kijken naar uw dak"
ANDER_TEAM = "Openbare Ruimte"
MATRIX = "/backoffice/beheer/rechten/matrix/"
WOORDEN = {
    "De aanvraag is ontvangen": {
        "onderwerp": "Uw groene dak staat bij ons genoteerd",
        "tekst": "Dag {naam},\n\nFijn dat u uw dak groen maakt. Uw zaaknummer is {nummer}.\n"
        "U hoort uiterlijk op {uiterlijk} of u subsidie krijgt.",
    },
    "De zaak is een stap verder": {
        "onderwerp": "Nieuws over uw groene dak",
        "tekst": "Dag {naam},\n\nMet uw dak gaat het zo: {status}.",
    },
    "Er is een besluit": {
        "onderwerp": "Mag uw dak groen worden?",
        "tekst": "Dag {naam},\n\nOver uw dak besloten wij: {uitkomst}.\n"
        "Niet mee eens? Bezwaar kan tot en met {bezwaar_tot}.",
    },
}


def ontwerp_formulier(versie: Versie) -> None:
    """Two steps; what is known is fetched, and a question is there only when it matters."""
    versie.wijzig("1. Uw aanvraag", titel="Uw dak")
    versie.deel("stappen", volgnummer="2", titel="Over u")
    grond = {"grondslag": "Subsidieverordening groene daken, artikel 4"}
    versie.deel(
        "gegevens", label="Hoeveel m² wordt groen?", naam="oppervlakte", soort="getal", verplicht=True,
        stap="1. Uw dak", doel="Daarvan hangt het bedrag af.", **grond,
    )  # fmt: skip
    versie.deel(
        "gegevens", label="Bent u eigenaar van het dak?", naam="eigenaar", soort="ja of nee", verplicht=True,
        stap="1. Uw dak", volgorde="2", doel="Alleen een eigenaar krijgt de subsidie.", **grond,
    )  # fmt: skip
    versie.deel(
        "gegevens", label="Wie is de eigenaar?", naam="wie_eigenaar", soort="tekst", stap="1. Uw dak", volgorde="3",
        vraag="Bent u eigenaar van het dak?", woord="is", antwoord="nee",
        doel="Om de eigenaar te vragen of hij het goed vindt.", gegevensgroep="persoonsgegevens", **grond,
    )  # fmt: skip
    versie.deel(
        "gegevens", label="Uw naam", naam="naam", soort="tekst", stap="2. Over u", voorvulling="de naam",
        bron="Basisregistratie Personen (BRP)", corrigeerbaar=False,
        correctie_uitleg="Klopt uw naam niet? Bel 14 070.", doel="Om u te schrijven.",
        gegevensgroep="persoonsgegevens", grondslag="Awb 4:2",
    )  # fmt: skip


def ontwerp_verloop(versie: Versie) -> None:
    versie.wijzig(
        "2. In behandeling", naam_inwoner=STAP, statustekst="Een medewerker kijkt of uw dak past in de regeling.",
        informeren=True,
    )  # fmt: skip
    versie.wijzig("3. Afgerond", volgnummer="9", statustekst="Wij hebben een besluit genomen.")
    versie.deel(
        "statustypen", volgnummer="3", omschrijving="Wacht op aanvrager", fase="wacht op aanvrager",
        statustekst="Wij wachten op een stuk van u.", informeren=True,
    )  # fmt: skip
    versie.deel(
        "statustypen", volgnummer="4", omschrijving="Advies", fase="advies", statustekst="Een collega kijkt mee."
    )
    versie.deel(
        "statustypen", volgnummer="5", omschrijving="Besluit voorgesteld", fase="besluit voorgesteld",
        statustekst="Wij schrijven het besluit.",
    )  # fmt: skip
    versie.deel(
        "documenten", volgnummer="1", informatieobjecttype="Offerte groen dak", richting="inkomend",
        inwoner_mag_toevoegen=True, inwoner_mag_zien=True,
    )  # fmt: skip
    versie.deel(
        "taaktypen", naam="Stuur uw offerte", omschrijving="Wij willen zien wat het dak kost.", soort="document sturen",
        termijn="3 weken", knoptekst="Offerte sturen", informatieobjecttype="Offerte groen dak",
    )  # fmt: skip


def ontwerp_einde(versie: Versie) -> None:
    versie.deel(
        "besluiten", volgorde="1", besluittype="Besluit subsidie groen dak", rondt_zaak_af=True, bezwaar=True,
        geeft_product="Subsidie groen dak",
    )  # fmt: skip
    versie.deel("mandaten", besluittype="Besluit subsidie groen dak", rol="Teamleider", tot_bedrag="10000")
    for naam, uitkomst, klasse in (
        ("Verleend", "toegekend", "2.1 Verleend"),
        ("Geweigerd", "afgewezen", "2.2 Geweigerd"),
        ("Niet behandeld", "niet behandeld", "2.2 Geweigerd"),
        ("Ingetrokken", "ingetrokken", "2.2 Geweigerd"),
    ):
        versie.deel(
            "resultaten", omschrijving=naam, uitkomst=uitkomst, resultaat=klasse,
            brondatum_afleidingswijze="afgehandeld",
        )  # fmt: skip
    versie.deel("rollen", omschrijving="Beslisser", omschrijving_generiek="beslisser")
    versie.deel("rollen", omschrijving="Adviseur", omschrijving_generiek="adviseur")
    versie.wie.ziet("vernietigen na 7 jaar")


def ontwerp_verdeling(versie: Versie) -> None:
    """A large roof is work for the people of the green; the rest stays with the team of the process."""
    versie.deel(
        "verdeling", volgorde="1", team=ANDER_TEAM, product="Subsidie groen dak", vraag="Hoeveel m² wordt groen?",
        woord="is meer dan", antwoord="15",
    )  # fmt: skip
    versie.wie.ziet(f"1. {ANDER_TEAM}")
    versie.wie.ziet(f"Niemand van team {ANDER_TEAM} mag deze zaken behandelen.")


def geef_team_recht(ruud: Iemand, saskia: Iemand) -> None:
    """ruud writes the line of the matrix that the editor asks for, saskia approves it: handlers, of what their own team
    got."""
    pagina = ruud.ga(f"{MATRIX}ontwerpen/")
    pagina.locator("[name=toelichting]").fill("Openbare Ruimte behandelt grote groene daken.")
    ruud.klik("Ontwerp maken")
    ruud.klik("Regel toevoegen", "link")
    pagina.locator("[name=rol]").select_option(label="Behandelaar")
    pagina.locator("[name=scope]").select_option("proces")
    pagina.locator("[name=proces]").select_option(label="Subsidie groen dak")
    for niveau in pagina.locator("select[name^=niveau_]:not([name*=bijzonder])").all():
        niveau.select_option(label="alles")
    for groep in pagina.locator("main details > summary").all():
        groep.click()
    pagina.locator("[name=eigen_team]").check()
    for recht in ("zaak_inzien", "inzien", "in_behandeling_nemen", "besluit_voorstellen"):
        pagina.locator(f"[name^=mag_][value={recht}]").check()
    ruud.klik("Opslaan in het ontwerp")
    ruud.klik("Ter goedkeuring indienen")
    saskia.ga(pagina.url)
    saskia.klik("Goedkeuren", "link")
    saskia.klik("Goedkeuren")
    assert "geldt nu" in saskia.tekst()


def ontwerp_woorden(versie: Versie) -> None:
    """Each text is looked at as the resident will read it, before it is kept."""
    omar = versie.wie
    for gebeurtenis, woorden in WOORDEN.items():
        versie.open()
        omar.volg("Nieuw: eigen woorden")
        omar.volg(gebeurtenis)
        omar.bewaar("Voorbeeld bekijken", **woorden)
        omar.ziet("Dit is een voorbeeld. Het is nog niet opgeslagen.")
        omar.ziet("Dag Anna de Vries,")
        omar.bewaar()
        omar.ziet(woorden["onderwerp"])


def beoordeel_gegevens(versie: Versie) -> None:
    omar = versie.wie
    omar.ga(f"{versie.pad}gegevensgebruik/")
    for vraag in ("Hoeveel m² wordt groen?", "Bent u eigenaar van het dak?", "Wie is de eigenaar?", "Uw naam"):
        omar.pagina.locator("summary", has_text=vraag).click()
        omar.volg(f"Beoordelen: {vraag}")
        omar.bewaar(minder="Nee: zonder dit antwoord is er geen besluit.", doelbinding="alleen voor dit proces")
    omar.ziet("Van 4 van de 4 gegevens zijn alle vragen beantwoord.")
