"""What all tests share."""

pytest_plugins = ["tests.chromium", "tests.leegmaken", "tests.fabrieken", "tests.oidc.fixtures"]
