"""What all tests share."""

pytest_plugins = ["tests.chromium", "tests.leegmaken", "tests.oidc.fixtures"]
