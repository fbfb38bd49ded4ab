"""Who holds a right now: whom to tell of what they must look at. Not for deciding; ``beleid`` decides."""

from autorisatie import beleid
from autorisatie.actor import Medewerker
from autorisatie.models import Gebruiker, Matrixregel, Matrixversie, Toekenning


def houders(recht: str, *, proces_id: int | None = None) -> list[Gebruiker]:
    """The staff whose grants give them ``recht``, for this proces when one is named. For a task: it asks the policy
    of everybody who holds a role that could give it.
    """
    versie = Matrixversie.actief()
    rollen = Matrixregel.objects.filter(versie=versie, handelingen__contains=[recht]).values("rol")
    kandidaten = Gebruiker.objects.filter(
        pk__in=Toekenning.objects.filter(Toekenning.geldend(), rol__in=rollen).values("gebruiker"), is_active=True
    )
    return [g for g in kandidaten if beleid.beslis_algemeen(Medewerker(g), recht, proces_id=proces_id)]
