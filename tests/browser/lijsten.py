"""The national lists as an administrator downloads them: small, in the form of the real ones."""

import csv
import io
import json
from pathlib import Path

from catalogus.models import UplNaam

_UUID = "5c6b1c1e-7a43-4f70-8c2e-0d6d9c4b7a0"
_SELECTIELIJST = [
    {
        "pk": 1,
        "model": "selectielijst.procestype",
        "fields": {"uuid": f"{_UUID}1", "jaar": 2020, "nummer": 2, "naam": "Subsidies verlenen"},
    },
    *(
        {
            "pk": nummer + 1,
            "model": "selectielijst.resultaat",
            "fields": {
                "uuid": f"{_UUID}{nummer + 1}", "proces_type": 1, "nummer": nummer, "naam": naam,
                "waardering": "vernietigen", "bewaartermijn": termijn,
            },
        }
        for nummer, naam, termijn in ((1, "Verleend", "P7Y"), (2, "Geweigerd", "P5Y"))
    ),
]  # fmt: skip


def schrijf_selectielijst(waar: Path) -> Path:
    """What is kept for how long: one kind of process with two results."""
    waar.write_text(json.dumps(_SELECTIELIJST))
    return waar


def schrijf_upl(waar: Path, naam: str, uri: str) -> Path:
    """The names that are known already, and one more."""
    rijen = [*UplNaam.objects.values_list("naam", "uri"), (naam, uri)]
    uit = io.StringIO()
    schrijver = csv.writer(uit)
    schrijver.writerow(["UniformeProductnaam", "URI", "Gemeente", "Burger"])
    schrijver.writerows([*rij, "X", "X"] for rij in rijen)
    waar.write_text(uit.getvalue())
    return waar
