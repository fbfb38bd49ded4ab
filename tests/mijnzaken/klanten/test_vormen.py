"""E-mail addresses and telephone numbers: one form for what is equal, refusal for what is none."""

import pytest

from mijnzaken.klanten.vormen import OnjuistAdres, email_vorm, gemaskeerd, telefoon_vorm


@pytest.mark.parametrize(
    "getypt, vorm",
    [
        ("06 12345678", "+31612345678"),
        ("(070) 353 30 00", "+31703533000"),
        ("+32 2 555 12 12", "+3225551212"),
        ("00 49 30 123456", "+4930123456"),
    ],
)
def test_een_telefoonnummer_wordt_e164(getypt: str, vorm: str) -> None:
    assert telefoon_vorm(getypt) == vorm


@pytest.mark.parametrize("getypt", ["", "bel mij", "06123", "0612345678901234", "06\n12345678\nBcc:", "<script>"])
def test_wat_geen_telefoonnummer_is_wordt_geweigerd(getypt: str) -> None:
    with pytest.raises(OnjuistAdres):
        telefoon_vorm(getypt)


def test_een_e_mailadres_wordt_gevouwen() -> None:
    assert email_vorm("  Anna.deVries@Voorbeeld.EXAMPLE ") == "anna.devries@voorbeeld.example"


@pytest.mark.parametrize(
    "getypt",
    [
        "",
        "anna",
        "anna@",
        "@b.nl",
        "a@b.nl, c@d.nl",
        "a@b.nl\nBcc: c@d.nl",
        "a\r@b.nl",
        "a\x00@b.nl",
        "a" * 260 + "@b.nl",
    ],
)
def test_68_wat_geen_e_mailadres_is_of_een_regeleinde_bevat_wordt_geweigerd(getypt: str) -> None:
    with pytest.raises(OnjuistAdres):
        email_vorm(getypt)


def test_een_gemaskeerd_adres_verraadt_weinig() -> None:
    assert gemaskeerd("anna@voorbeeld.example") == "a…@voorbeeld.example"
    assert gemaskeerd("+31612345678") == "…678"
