"""What the scripts do, in Chromium: nothing typed is lost, nothing goes twice, and the keyboard reaches everything."""

import re
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
EEN_PDF = {"name": "tekening.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 proef"}


def _wacht_op(blad, kijkdoos, aantal):
    for _ in range(50):
        if len(kijkdoos.ontvangen) >= aantal:
            return kijkdoos.ontvangen
        blad.wait_for_timeout(100)
    raise AssertionError(f"{len(kijkdoos.ontvangen)} van {aantal} aangekomen")


def test_what_is_typed_is_kept_and_the_page_says_when(blad, kijkdoos):
    kijkdoos.antwoorden["bewaar"] = (200, {})
    blad.goto("/formulier")
    blad.fill("#id_naam", "Anna de Vries")
    blad.press("#id_naam", "Tab")
    expect(blad.locator("[data-bewaard]").first).to_have_text(re.compile(r"Opgeslagen om \d\d:\d\d"))
    pad, inhoud = _wacht_op(blad, kijkdoos, 1)[0]
    assert pad == "bewaar"
    assert parse_qs(inhoud.decode())["naam"] == ["Anna de Vries"]


def test_a_draft_that_was_not_kept_is_said_and_tried_again(blad, kijkdoos):
    kijkdoos.antwoorden["bewaar"] = (500, {})
    blad.goto("/formulier")
    blad.fill("#id_naam", "Anna")
    blad.press("#id_naam", "Tab")
    expect(blad.locator("[data-bewaard]").first).to_contain_text("Opslaan lukt nu niet")
    kijkdoos.antwoorden["bewaar"] = (200, {})
    expect(blad.locator("[data-bewaard]").first).to_contain_text("Opgeslagen om", timeout=10_000)


def test_a_file_is_sent_at_once_and_its_uuid_goes_with_the_form(blad, kijkdoos):
    kijkdoos.antwoorden["upload"] = (200, {"uuid": "u-1", "naam": "tekening.pdf", "omvang": 15})
    blad.goto("/formulier")
    blad.set_input_files("#tekening-kies", [EEN_PDF, {**EEN_PDF, "name": "foto.pdf"}])
    expect(blad.locator("input[name=tekening][value=u-1]")).to_have_count(2)
    assert b"%PDF-1.7 proef" in _wacht_op(blad, kijkdoos, 2)[0][1]


def test_a_refused_file_says_why_and_sends_no_uuid(blad, kijkdoos):
    kijkdoos.antwoorden["upload"] = (400, {"fout": "Dit bestand mag niet."})
    blad.goto("/formulier")
    blad.set_input_files("#tekening-kies", [EEN_PDF])
    expect(blad.locator(".mz-upload__lijst li")).to_contain_text("Dit bestand mag niet.")
    expect(blad.locator("input[name=tekening]")).to_have_count(0)


def test_a_file_can_be_taken_away_again(blad, kijkdoos):
    kijkdoos.antwoorden |= {"upload": (200, {"uuid": "u-2", "naam": "tekening.pdf", "omvang": 15}), "weg": (200, {})}
    blad.goto("/formulier")
    blad.set_input_files("#tekening-kies", [EEN_PDF])
    expect(blad.locator("input[name=tekening][value=u-2]")).to_have_count(1)  # earlier, the click ends the sending
    blad.get_by_role("button", name="Verwijder tekening.pdf").click()
    expect(blad.locator(".mz-upload__lijst li")).to_have_count(0)
    pad, inhoud = _wacht_op(blad, kijkdoos, 2)[1]
    assert (pad, parse_qs(inhoud.decode())["bestand"]) == ("weg", ["u-2"])


def test_nothing_is_withdrawn_before_yes(blad, kijkdoos):
    blad.goto("/formulier")
    blad.get_by_role("button", name="Intrekken").click()
    dialoog = blad.get_by_role("dialog", name="Weet u het zeker?")
    dialoog.get_by_role("button", name="Nee, terug").click()
    assert kijkdoos.ontvangen == []
    blad.get_by_role("button", name="Intrekken").click()
    with blad.expect_navigation():
        dialoog.get_by_role("button", name="Ja, doorgaan").click()
    assert len(kijkdoos.ontvangen) == 1


def test_a_field_that_does_not_apply_is_hidden_and_not_sent(blad):
    blad.goto("/formulier")
    expect(blad.locator("#id_email")).to_be_hidden()
    expect(blad.locator("#id_email")).to_be_disabled()
    blad.get_by_label("Een schuur").first.check()
    expect(blad.locator("#id_email")).to_be_visible()
    expect(blad.locator("#id_email")).to_be_enabled()


def test_a_page_with_errors_starts_at_their_summary_and_jumps_to_the_field(blad):
    blad.goto("/formulier")
    expect(blad.locator("[data-fouten]")).to_be_focused()
    blad.locator("[data-fouten] a", has_text="Wat wilt u?").click()
    expect(blad.locator("#fout_soort_0")).to_be_focused()


def test_j_and_k_walk_the_rows(blad):
    blad.goto("/werkvoorraad")
    rijen = blad.locator("#werk tbody a")
    rijen.first.focus()
    blad.keyboard.press("j")
    expect(rijen.nth(1)).to_be_focused()
    blad.keyboard.press("k")
    expect(rijen.first).to_be_focused()


def test_a_letter_typed_in_a_field_stays_a_letter(blad):
    blad.goto("/werkvoorraad")
    blad.locator("#id_zoek").press_sequentially("jk")
    expect(blad.locator("#id_zoek")).to_have_value("jk")
    expect(blad.locator("#id_zoek")).to_be_focused()


def test_chosen_columns_stay(blad):
    blad.goto("/werkvoorraad")
    blad.locator("[data-kolomkiezer] summary").click()
    blad.locator("[data-kolomkiezer]").get_by_label("Status").uncheck()
    expect(blad.locator("#werk [data-kolom=status]").first).to_be_hidden()
    blad.reload()
    expect(blad.locator("#werk [data-kolom=status]").first).to_be_hidden()


def test_the_session_is_extended_from_the_warning(blad, kijkdoos):
    kijkdoos.antwoorden |= {"sessie": (200, {"seconden": 100}), "sessie/verlengen": (200, {"seconden": 900})}
    blad.clock.install()
    blad.goto("/zaak")
    blad.clock.run_for(13 * 60 * 1000 + 2000)
    dialoog = blad.get_by_role("dialog", name="Bent u er nog?")
    expect(dialoog).to_be_visible()
    dialoog.get_by_role("button", name="Ingelogd blijven").click()
    expect(dialoog).to_be_hidden()
    assert [pad for pad, _ in kijkdoos.ontvangen] == ["sessie/verlengen"]


def test_a_form_sent_during_an_upload_waits_for_the_file(blad, kijkdoos):
    kijkdoos.traag["upload"] = 1.0
    kijkdoos.antwoorden |= {
        "upload": (200, {"uuid": "u-3", "naam": "tekening.pdf", "omvang": 15}),
        "verstuur": (200, {}),
    }
    blad.goto("/upload")
    blad.set_input_files("#tekening-kies", [EEN_PDF])
    with blad.expect_navigation():
        blad.get_by_role("button", name="Verstuur").click()
    assert [pad for pad, _ in kijkdoos.ontvangen] == ["upload", "verstuur"]
    assert parse_qs(kijkdoos.ontvangen[1][1].decode())["tekening"] == ["u-3"]
