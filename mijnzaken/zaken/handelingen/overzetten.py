"""Moving running zaken to another version of their zaaktype: one, or all that run on a version."""

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from catalogus.models import Proces, Zaaktype
from mijnzaken.zaken import stappen
from mijnzaken.zaken.handelingen.behandelen import noteer
from mijnzaken.zaken.models import Overzetting, Zaak
from mijnzaken.zaken.overzetten.kaart import Kaart
from mijnzaken.zaken.overzetten.rapport import rapport_van


@handeling("zaak_overzetten", op="zaken.Zaak")
def zaak_overzetten(actor: Actor, zaak: Zaak, kaart: Kaart, *, reden: str) -> Zaak:
    """This zaak goes on by another version of the same process. Its phase and its term stay what they were told to be;
    what does not fit stays with it and is named in a note. Raises OnjuisteToestand with what stops it.
    """
    if zaak.zaaktype_id != kaart.van.pk:
        raise OnjuisteToestand("Deze zaak loopt niet meer op die versie.")
    _mag_naar(kaart)
    bevindingen = rapport_van(kaart, zaak)
    if tegen := [b.zin for b in bevindingen if b.houdt_tegen]:
        raise OnjuisteToestand(" ".join(tegen))
    kaart.zet_over(zaak)
    if zaak.vertrouwelijkheidaanduiding == kaart.van.vertrouwelijkheidaanduiding:  # stricter it becomes, milder not
        zaak.vertrouwelijkheidaanduiding = max(zaak.vertrouwelijkheidaanduiding, kaart.naar.vertrouwelijkheidaanduiding)
    zaak.zaaktype = kaart.naar
    stappen.raak_aan(zaak, "zaaktype", "vertrouwelijkheidaanduiding")
    aantekenen(van_versie=kaart.van.versienummer, naar_versie=kaart.naar.versienummer)
    regels = [reden, *(b.zin for b in bevindingen)]
    noteer(actor, zaak, f"Overgezet naar versie {kaart.naar.versienummer}", "\n".join(regels))
    return zaak


@handeling("zaken_overzetten")
def zaken_overzetten(actor: Medewerker, kaart: Kaart, *, proces: Proces, reden: str) -> Overzetting:
    """All zaken that run on a version, by a worker, one by one; what does not fit stays and says why."""
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarom de zaken naar een andere versie gaan."})
    _mag_naar(kaart)
    if Overzetting.objects.voor(actor).filter(van=kaart.van, klaar_op=None).exists():
        raise OnjuisteToestand("De zaken van deze versie worden al overgezet. Wacht tot dat klaar is.")
    aantekenen(proces=proces.identificatie, van_versie=kaart.van.versienummer, naar_versie=kaart.naar.versienummer)
    opdracht: Overzetting = Overzetting.objects.create(
        van=kaart.van,
        naar=kaart.naar,
        statuskeuzes={str(oud): nieuw for oud, nieuw in kaart.keuzes.items()},
        reden=reden.strip()[:500],
        gevraagd_door=actor.gebruiker,
        gevraagd_op=klok.nu(),
    )
    return opdracht


def _mag_naar(kaart: Kaart) -> None:
    """Zaken go to the version that holds now, and to no other. Raises OnjuisteToestand."""
    geldig = Zaaktype.objects.geldig(kaart.van.proces, klok.vandaag())
    if geldig is None or geldig.pk != kaart.naar.pk:
        raise OnjuisteToestand("Zaken gaan alleen naar de versie die nu geldt.")
    if kaart.van.pk == kaart.naar.pk:
        raise OnjuisteToestand("Deze versie geldt nog.")
