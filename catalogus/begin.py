"""The first version of a process that nobody designed yet: what holds for almost every zaaktype."""

from catalogus import klok
from catalogus.models import Formulierstap, Opschortingsgrond, Proces, Roltype, Statustype, Termijnregime, Zaaktype

_STATUSSEN = (
    ("Ontvangen", "Wij hebben uw aanvraag ontvangen."),
    ("In behandeling", "Wij bekijken uw aanvraag."),
    ("Afgerond", "Uw aanvraag is klaar."),
)


def begin_versie(proces: Proces, *, auteur_id: int | None) -> Zaaktype:
    """A concept with a way in and a way out, who begins, a first page of the form, and the eight weeks of Awb 4:13.

    What only the municipality can say (purpose, gegevens, results with their retention) is left empty: the checks
    before publishing ask for it.
    """
    dag = klok.vandaag()
    versie = Zaaktype.objects.create(
        proces=proces,
        versienummer=1,
        auteur_id=auteur_id,
        auteurs=[auteur_id] if auteur_id is not None else [],
        omschrijving=proces.naam,
        handeling_initiator="aanvragen",
        onderwerp=proces.naam,
        handeling_behandelaar="behandelen",
        referentieproces_naam=proces.naam,
        verantwoordelijke=proces.team.naam[:50],
        termijnregime=Termijnregime.REDELIJK,
        termijn_grondslag="Awb 4:13 lid 2",
        doorlooptijd="P8W",
        publiekstermijn="binnen 8 weken",
        opschortingsgronden=[Opschortingsgrond.AANVULLING],
        begin_geldigheid=dag,
        begin_object=dag,
        versiedatum=dag,
    )
    for nummer, (naam, tekst) in enumerate(_STATUSSEN, start=1):
        Statustype.objects.create(zaaktype=versie, volgnummer=nummer, omschrijving=naam, statustekst=tekst)
    Roltype.objects.create(zaaktype=versie, omschrijving="Aanvrager", omschrijving_generiek="initiator", ziet_zaak=True)
    Roltype.objects.create(zaaktype=versie, omschrijving="Behandelaar", omschrijving_generiek="behandelaar")
    Formulierstap.objects.create(zaaktype=versie, volgnummer=1, titel="Uw aanvraag")
    return versie
