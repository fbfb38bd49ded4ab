"""What one party of a zaak does not see of another: whoever is shielded, or keeps his address secret (BRP).

The zaak stays what it is for both: its steps, terms, decisions and own tasks. What the other filled in, sent, or was
written is his: it may hold an address, a telephone number or an e-mail address (gevaren 52).
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Q

from autorisatie.actor import Actor, Burger
from autorisatie.models import Partij
from catalogus.models import OmschrijvingGeneriekRol
from mijnzaken.zaken.models import Rol, Zaak

REDEN = "wat een partij niet van een ander ziet, in zaken die zijn deur toeliet"


def is_beschermd(partij: Partij) -> bool:
    return partij.afgeschermd or partij.indicatie_geheimhouding


def met_beschermde_aanvrager(actor: Actor, zaken: Collection[Zaak]) -> frozenset[int]:
    """Of these zaken, those in which somebody else asked whom this resident must not be able to find. Two queries; who
    can't be read counts as protected.
    """
    if not isinstance(actor, Burger):
        return frozenset()
    rollen = Rol.objects.systeem(REDEN).filter(
        zaak__in=[zaak.pk for zaak in zaken],
        partij__isnull=False,
        roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR,
    )
    aanvragers = dict(rollen.exclude(partij=actor.voor_wie).values_list("zaak_id", "partij_id"))
    if not aanvragers:
        return frozenset()
    vindbaar = Partij.objects.systeem(REDEN).filter(
        pk__in=set(aanvragers.values()), afgeschermd=False, indicatie_geheimhouding=False
    )
    mogen = set(vindbaar.values_list("pk", flat=True))
    return frozenset(zaak for zaak, partij in aanvragers.items() if partij not in mogen)


def eigen_stukken(actor: Burger, stukken: Any) -> Any:
    """Without the documents that a protected other sent, and without the letters that hold his address."""
    naar = "van_rol__partij"
    return stukken.filter(
        Q(**{f"{naar}__isnull": True})
        | Q(**{naar: actor.voor_wie})
        | Q(**{f"{naar}__afgeschermd": False, f"{naar}__indicatie_geheimhouding": False})
    )


def adres_blijft_weg(zaak: Zaak, partij: Partij | None) -> bool:
    """Must a letter to ``partij`` be without his address, because another party reads it too?"""
    if partij is None or not is_beschermd(partij):
        return False
    anderen: bool = zaak.rollen.filter(ziet_zaak=True, partij__isnull=False).exclude(partij=partij).exists()
    return anderen
