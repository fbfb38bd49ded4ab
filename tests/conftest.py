"""What all tests share."""

pytest_plugins = ["tests.chromium", "tests.fabrieken", "tests.leegmaken", "tests.oidc.fixtures"]
