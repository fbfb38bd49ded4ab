"""What all tests share."""

from hypothesis import settings

pytest_plugins = ["tests.chromium", "tests.leegmaken", "tests.fabrieken", "tests.oidc.fixtures", "tests.opslag"]

# A rule holds however busy the machine is: how long an example took says nothing of it.
settings.register_profile("proef", deadline=None)
settings.load_profile("proef")
