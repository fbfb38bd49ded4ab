"""Letting another act: offered by the one, accepted by the other, ended by either at once."""

from datetime import date

from autorisatie.actor import Burger
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import handeling
from autorisatie.models import Machtiging, Partij, Reikwijdte
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok, nummers
from catalogus.models import Proces


@handeling("machtiging_aanbieden")
def machtiging_aanbieden(
    actor: Burger, *, bsn_of_kvk: str, mag_handelen: bool, processen: list[Proces], geldig_tot: date | None
) -> Machtiging | None:
    """Offer. The answer is the same whether or not somebody has that number: this is no way to find people out."""
    if actor.namens is not None:
        raise GeenRecht("Wie namens een ander handelt, kan niet weer iemand anders machtigen.")
    if geldig_tot is not None and geldig_tot < klok.vandaag():
        raise Invoerfout({"geldig_tot": "Kies een dag die nog komt."})
    ander = _zoek(bsn_of_kvk)
    if ander is not None and ander.pk == actor.partij.pk:
        raise Invoerfout({"bsn_of_kvk": "Dit is uw eigen nummer. Vul het nummer van een ander in."})
    reikwijdte = Reikwijdte.PROCESSEN if processen else Reikwijdte.ALLES
    if (
        ander is None
        or Machtiging.objects.systeem("dubbel aanbod")
        .filter(gever=actor.partij, gemachtigde=ander, reikwijdte=reikwijdte, beeindigd_op=None)
        .exists()
    ):
        return None
    machtiging: Machtiging = Machtiging.objects.create(
        gever=actor.partij,
        gemachtigde=ander,
        reikwijdte=reikwijdte,
        mag_handelen=mag_handelen,
        geldig_van=klok.vandaag(),
        geldig_tot=geldig_tot,
        aangeboden_op=klok.nu(),
    )
    machtiging.processen.set(processen)
    return machtiging


def _zoek(getypt: str) -> Partij | None:
    partijen = Partij.objects.systeem("wie wordt gemachtigd").filter(indicatie_actief=True, overleden_op=None)
    gevonden: Partij | None
    try:
        gevonden = partijen.filter(bsn_zoekwaarde=zoekwaarde(nummers.bsn(getypt))).first()
    except nummers.OnjuistNummer:
        try:
            gevonden = partijen.filter(kvk_nummer=nummers.kvk_nummer(getypt), vestigingsnummer="").first()
        except nummers.OnjuistNummer:
            raise Invoerfout(
                {"bsn_of_kvk": "Vul een burgerservicenummer van 9 cijfers of een KvK-nummer van 8 cijfers in."}
            ) from None
    return gevonden


@handeling("machtiging_aanvaarden", op="autorisatie.Machtiging")
def machtiging_aanvaarden(actor: Burger, machtiging: Machtiging) -> Machtiging:
    if machtiging.beeindigd_op is not None:
        raise OnjuisteToestand("Deze machtiging is beëindigd.")
    if machtiging.aanvaard_op is None:
        machtiging.aanvaard_op = klok.nu()
        machtiging.save(update_fields=["aanvaard_op"])
    return machtiging


@handeling("machtiging_beeindigen", op="autorisatie.Machtiging")
def machtiging_beeindigen(actor: Burger, machtiging: Machtiging) -> Machtiging:
    """By either of the two, at once."""
    if machtiging.beeindigd_op is None:
        machtiging.beeindigd_op = klok.nu()
        machtiging.save(update_fields=["beeindigd_op"])
    return machtiging
