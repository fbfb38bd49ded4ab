"""The handelingen on the autorisatiematrix: draft, change, submit, approve, send back, throw away, read a file, review.

An approved version never changes; the database holds that too. Nobody approves what they wrote or what they win by,
under any of their accounts. A draft on a version that was overtaken is told so and undoes nothing.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from autorisatie import rechten, standen, zinnen
from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Achterhaald, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.matrix.blokken import Blok, regels_van, van_versie
from autorisatie.matrix.winst import accounts_van, eigen_winst
from autorisatie.models import Gebruiker, Matrixherziening, Matrixregel, Matrixstand, Matrixversie, Rol, Toekenning
from catalogus import klok

NODIG = ("matrix_ontwerpen", "matrix_wijzigen", "matrix_indienen", "matrix_goedkeuren")
IN_ZIN = 5  # wins that a refusal names


@handeling("matrix_ontwerpen")
def matrix_ontwerpen(actor: Actor, *, toelichting: str) -> Matrixversie:
    """A draft with every row of the newest approved version: the one that holds, or that will hold from a moment."""
    basis = Matrixversie.laatste()
    ontwerp = _nieuw(actor, toelichting)
    if basis is not None:
        _zet_regels(ontwerp, van_versie(basis))
    aantekenen(versie=ontwerp.nummer, op_versie=basis.nummer if basis else None)
    return ontwerp


@handeling("matrix_inlezen")
def matrix_inlezen(actor: Actor, blokken: Sequence[Blok], *, toelichting: str) -> Matrixversie:
    """A draft with the rows of a file. It grants nothing: it waits for approval as every draft does."""
    ontwerp = _nieuw(actor, toelichting)
    _zet_regels(ontwerp, blokken)
    aantekenen(versie=ontwerp.nummer, regels=len(blokken))
    return ontwerp


@handeling("matrix_wijzigen")
def regel_bewaren(actor: Actor, versie: Matrixversie, blok: Blok, *, gezien: Blok | None = None) -> Matrixversie:
    """Add a line to a draft or change it. ``gezien`` is the line as the author saw it; ``None`` for a new one."""
    ontwerp = _ontwerp(versie)
    if onbekend := rechten.onbekende(blok.handelingen):
        raise Invoerfout({"handelingen": f"Deze handelingen kent het programma niet: {zinnen.opsomming(onbekend)}."})
    nu = _blok(ontwerp, blok.kenmerk)
    if (nu is None) != (gezien is None) or (nu is not None and gezien is not None and not nu.zelfde_als(gezien)):
        raise Achterhaald("Iemand anders heeft deze regel intussen gewijzigd. Bekijk hem en probeer het opnieuw.")
    ontwerp.regels.filter(blok=blok.kenmerk).delete()
    _zet_regels(ontwerp, [blok])
    return _gewijzigd(actor, ontwerp, blok.kenmerk)


@handeling("matrix_wijzigen")
def regel_weghalen(actor: Actor, versie: Matrixversie, kenmerk: UUID) -> Matrixversie:
    ontwerp = _ontwerp(versie)
    if not ontwerp.regels.filter(blok=kenmerk).delete()[0]:
        raise Achterhaald("Deze regel staat niet meer in het ontwerp.")
    return _gewijzigd(actor, ontwerp, kenmerk)


@handeling("matrix_wijzigen")
def regel_terugzetten(actor: Actor, versie: Matrixversie, kenmerk: UUID) -> Matrixversie:
    """Put a line back as it is in the version on which the draft was made; one that is new there goes away."""
    ontwerp = _ontwerp(versie)
    was = _blok(ontwerp.gebaseerd_op, kenmerk) if ontwerp.gebaseerd_op else None
    ontwerp.regels.filter(blok=kenmerk).delete()
    _zet_regels(ontwerp, [was] if was else [])
    return _gewijzigd(actor, ontwerp, kenmerk)


@handeling("matrix_indienen")
def matrix_indienen(actor: Actor, versie: Matrixversie) -> Matrixversie:
    """From here on the draft waits for another, and nobody changes it. Raises OnjuisteToestand with every reason."""
    ontwerp = _ontwerp(versie)
    _moet_actueel_zijn(ontwerp)
    if redenen := bezwaren(ontwerp):
        raise OnjuisteToestand(" ".join(redenen))
    if wie := _wie(actor):
        ontwerp.auteurs.add(wie)
    ontwerp.stand, ontwerp.ingediend_op = Matrixstand.TER_GOEDKEURING, klok.nu()
    ontwerp.teruggestuurd_door, ontwerp.teruggestuurd_reden = None, ""
    ontwerp.save(update_fields=["stand", "ingediend_op", "teruggestuurd_door", "teruggestuurd_reden"])
    aantekenen(versie=ontwerp.nummer)
    return ontwerp


@handeling("matrix_goedkeuren")
def matrix_goedkeuren(actor: Actor, versie: Matrixversie, *, vanaf: datetime | None = None) -> Matrixversie:
    """The version holds from ``vanaf``, or from now. Raises GeenRecht for an author and for who wins by it."""
    voorstel = _vergrendel(versie)
    if not voorstel.wacht:
        raise OnjuisteToestand("Dit ontwerp wacht niet op goedkeuring.")
    keurt = _wie(actor)
    if keurt is None:
        raise GeenRecht("Alleen een medewerker keurt een matrix goed.")
    basis = _moet_actueel_zijn(voorstel)
    _moet_een_ander_zijn(keurt, voorstel)
    if winst := eigen_winst(keurt, basis, voorstel):
        wat = zinnen.opsomming(list(dict.fromkeys(stuk.zin for stuk in winst))[:IN_ZIN])
        raise GeenRecht(f"U krijgt er zelf rechten bij: {wat}. Laat iemand goedkeuren die er niets bij wint.")
    if redenen := bezwaren(voorstel):
        raise OnjuisteToestand(" ".join(redenen))
    nu = klok.nu()
    moment = vanaf or max([nu, basis.actief_vanaf] if basis and basis.actief_vanaf else [nu])
    if moment < nu:
        raise Invoerfout({"vanaf": "Kies een moment dat nog komt: rechten gelden niet met terugwerkende kracht."})
    if basis is not None and basis.actief_vanaf is not None and moment < basis.actief_vanaf:
        raise Invoerfout({"vanaf": f"Versie {basis.nummer} gaat later in. Kies een moment daarna."})
    voorstel.stand, voorstel.goedgekeurd_door = Matrixstand.GOEDGEKEURD, keurt
    voorstel.goedgekeurd_op, voorstel.actief_vanaf = nu, moment
    voorstel.save(update_fields=["stand", "goedgekeurd_door", "goedgekeurd_op", "actief_vanaf"])
    aantekenen(versie=voorstel.nummer, vanaf=moment.isoformat())
    return voorstel


@handeling("matrix_terugsturen")
def matrix_terugsturen(actor: Actor, versie: Matrixversie, *, reden: str) -> Matrixversie:
    """Back to its authors, who can go on with it."""
    voorstel = _vergrendel(versie)
    if not voorstel.wacht:
        raise OnjuisteToestand("Dit ontwerp wacht niet op goedkeuring.")
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarom u het terugstuurt."})
    voorstel.stand, voorstel.ingediend_op = Matrixstand.ONTWERP, None
    voorstel.teruggestuurd_door, voorstel.teruggestuurd_reden = _wie(actor), reden.strip()[:500]
    voorstel.save(update_fields=["stand", "ingediend_op", "teruggestuurd_door", "teruggestuurd_reden"])
    aantekenen(versie=voorstel.nummer)
    return voorstel


@handeling("matrix_weggooien")
def matrix_weggooien(actor: Actor, versie: Matrixversie) -> None:
    ontwerp = _ontwerp(versie)
    aantekenen(versie=ontwerp.nummer)
    ontwerp.delete()


@handeling("matrix_herzien")
def matrix_herzien(actor: Actor, rol: Rol, *, opmerking: str) -> Matrixherziening:
    """The rows of this role were looked through, with what was found. Not by who holds the role himself."""
    versie, wie = Matrixversie.actief(), _wie(actor)
    if versie is None or wie is None:
        raise OnjuisteToestand("Er geldt geen matrix om na te lopen.")
    if not opmerking.strip():
        raise Invoerfout({"opmerking": "Schrijf op wat u hebt nagelopen en wat u vond."})
    for account in accounts_van(wie):
        if rol.code in standen.rollen_van(account.pk, Toekenning.geldend()):
            raise GeenRecht("U hebt deze rol zelf. Laat iemand anders de regels nalopen.")
    aantekenen(rol=rol.code, versie=versie.nummer)
    return Matrixherziening.objects.create(
        rol=rol, versie=versie, door=wie, op=klok.nu(), opmerking=opmerking.strip()[:500]
    )


def bezwaren(versie: Matrixversie) -> list[str]:
    """What keeps a draft from being submitted or approved, in sentences."""
    namen = {naam for rij in versie.regels.values_list("handelingen", flat=True) for naam in rij}
    if not versie.regels.exists():
        return ["Het ontwerp heeft geen regels. Dan ziet niemand meer iets."]
    redenen = [f"De handeling {naam} kent het programma niet." for naam in rechten.onbekende(namen)]
    redenen += [
        f"Geen enkele rol heeft meer het recht: {rechten.label(naam)}. Dan verandert de matrix nooit meer."
        for naam in NODIG
        if naam not in namen
    ]
    return redenen


def _wie(actor: Actor) -> Gebruiker | None:
    return actor.gebruiker if isinstance(actor, Medewerker) else None


def _nieuw(actor: Actor, toelichting: str) -> Matrixversie:
    wie = _wie(actor)
    if wie is None:
        raise GeenRecht("Alleen een medewerker maakt een ontwerp van de matrix.")
    if not toelichting.strip():
        raise Invoerfout({"toelichting": "Schrijf op wat u wilt veranderen en waarom."})
    basis = Matrixversie.laatste()
    if basis is not None:
        Matrixversie.objects.select_for_update().get(pk=basis.pk)  # two who begin at once get two numbers
    hoogste = Matrixversie.objects.aggregate(hoogste=Max("nummer"))["hoogste"] or 0
    ontwerp = Matrixversie.objects.create(
        nummer=hoogste + 1, toelichting=toelichting.strip()[:500], gebaseerd_op=basis, opgesteld_door=wie
    )
    ontwerp.auteurs.add(wie)
    return ontwerp


def _vergrendel(versie: Matrixversie) -> Matrixversie:
    rij = Matrixversie.objects.select_for_update(of=("self",)).filter(pk=versie.pk).first()
    if rij is None:
        raise Achterhaald("Dit ontwerp is intussen weggegooid.")
    return rij


def _ontwerp(versie: Matrixversie) -> Matrixversie:
    rij = _vergrendel(versie)
    if rij.is_goedgekeurd:
        raise OnjuisteToestand("Deze versie is goedgekeurd en verandert niet meer. Maak een nieuw ontwerp.")
    if rij.wacht:
        raise OnjuisteToestand("Dit ontwerp wacht op goedkeuring. Laat het eerst terugsturen.")
    return rij


def _moet_actueel_zijn(versie: Matrixversie) -> Matrixversie | None:
    """The version on which the draft was made is still the newest approved one; it is locked, so that of two drafts on
    the same version only one is approved."""
    if versie.gebaseerd_op_id:
        Matrixversie.objects.select_for_update().get(pk=versie.gebaseerd_op_id)
    laatste = Matrixversie.laatste()
    if laatste is not None and laatste.pk != versie.gebaseerd_op_id:
        raise Achterhaald(
            f"Intussen is versie {laatste.nummer} goedgekeurd. Dit ontwerp kent haar wijzigingen niet en zou ze "
            "ongedaan maken. Maak een nieuw ontwerp."
        )
    return laatste


def _moet_een_ander_zijn(keurt: Gebruiker, versie: Matrixversie) -> None:
    auteurs = set(versie.auteurs.values_list("pk", flat=True)) | {versie.opgesteld_door_id}
    if auteurs & {account.pk for account in accounts_van(keurt)}:
        raise GeenRecht("U schreef zelf mee aan dit ontwerp. Laat een ander het goedkeuren.")


def _zet_regels(versie: Matrixversie, blokken: Sequence[Blok]) -> None:
    Matrixregel.objects.bulk_create(regel for blok in blokken for regel in regels_van(blok, versie))


def _blok(versie: Matrixversie, kenmerk: UUID) -> Blok | None:
    return next((blok for blok in van_versie(versie) if blok.kenmerk == kenmerk), None)


def _gewijzigd(actor: Actor, ontwerp: Matrixversie, kenmerk: UUID) -> Matrixversie:
    """Who changed a draft is an author of it."""
    if wie := _wie(actor):
        ontwerp.auteurs.add(wie)
    aantekenen(versie=ontwerp.nummer, regel=str(kenmerk))
    return ontwerp
