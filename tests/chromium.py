"""Chromium of the system for tests that look at a page: one browser for a run; without it they are left out."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

# Playwright runs an event loop in this thread; the tests that follow are as synchronous as before.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

OPTIES = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    programma = shutil.which("chromium") or shutil.which("chromium-browser")
    if programma is None:
        pytest.skip("Chromium ontbreekt (apt-get install chromium)")
    with sync_playwright() as toneel:
        browser = toneel.chromium.launch(executable_path=programma, args=OPTIES)
        yield browser
        browser.close()
