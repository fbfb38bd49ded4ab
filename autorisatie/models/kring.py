"""The own circle: whose zaken somebody never sees, handles or decides as staff (Awb 2:4).

Himself, by every account that points to the same partij; his partner and who lives with him; the companies of which one
of them is owner or director, with their head office and every branch. Relations count from either side, until they end.
The private zaken of a co-director are not of the circle: the company is.
"""

from collections.abc import Iterable

from django.db.models import Q

from autorisatie.models.partij import Partij, PartijRelatie, SoortRelatie

REDEN = "uitsluiting van eigen kring"
HUISHOUDEN = (SoortRelatie.PARTNER, SoortRelatie.HUISGENOOT)
BEDRIJF = (SoortRelatie.BESTUURDER, SoortRelatie.EIGENAAR)


def eigen_kring(partij_id: int | None) -> tuple[int, ...]:
    """The partijen of the circle; at most four queries, none for who is no partij here."""
    if partij_id is None:
        return ()
    huishouden = {partij_id} | _verbonden({partij_id}, HUISHOUDEN)
    return tuple(sorted(huishouden | _met_vestigingen(_verbonden(huishouden, BEDRIJF))))


def _verbonden(partijen: set[int], soorten: Iterable[str]) -> set[int]:
    relaties = (
        PartijRelatie.objects.systeem(REDEN)
        .filter(PartijRelatie.geldend(), Q(van__in=partijen) | Q(naar__in=partijen), soort__in=soorten)
        .values_list("van_id", "naar_id")
    )
    return {pk for relatie in relaties for pk in relatie} - partijen


def _met_vestigingen(bedrijven: set[int]) -> set[int]:
    """The companies with the head office of each and all branches of that: a branch is the company too."""
    if not bedrijven:
        return set()
    rijen = Partij.objects.systeem(REDEN)
    hoofden = set(rijen.filter(pk__in=bedrijven).values_list("vestiging_van_id", flat=True)) - {None}
    stam = bedrijven | hoofden
    return stam | set(rijen.filter(vestiging_van__in=stam).values_list("pk", flat=True))
