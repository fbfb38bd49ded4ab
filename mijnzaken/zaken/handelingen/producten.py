"""What a holder does within a product: say that it still fits."""

from autorisatie.actor import Burger
from autorisatie.fouten import OnjuisteToestand
from autorisatie.handeling import handeling
from catalogus import klok
from mijnzaken.zaken.models import Productcontrole


@handeling("product_controleren", op="zaken.Productcontrole")
def product_controleren(actor: Burger, controle: Productcontrole) -> Productcontrole:
    """Everything is still as it was when the product was given. Saying it twice is saying it once."""
    if not controle.inwonerproduct.geldt_op(klok.vandaag()):
        raise OnjuisteToestand("Dit product geldt niet meer. U hoeft niets te doen.")
    if controle.bevestigd_op is None:
        controle.bevestigd_op = klok.nu()
        controle.save(update_fields=["bevestigd_op"])
    return controle
