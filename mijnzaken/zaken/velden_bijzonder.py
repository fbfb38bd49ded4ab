"""Which fields of the special situations may leave the process: the hearing, and the shielding of a zaak."""

from autorisatie.gegevensgroepen import registreer
from autorisatie.models import Gegevensgroep as Groep
from autorisatie.models import Niveau
from mijnzaken.zaken import models as m

registreer(
    m.Hoorzitting,
    Groep.ZAAK,
    {
        Niveau.STATUS: "uuid gehouden_op",
        Niveau.VOLLEDIG: "gehoord_door aanwezigen verslag vastgelegd_door vastgelegd_op",
    },
)
registreer(
    m.ZaakAfscherming,
    Groep.ZAAK,
    {
        Niveau.VOLLEDIG: "uuid reden vanaf door geldt opgeheven_op opgeheven_door opgeheven_reden",
    },
)
