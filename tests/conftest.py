"""What all tests share."""

pytest_plugins = ["tests.leegmaken", "tests.oidc.fixtures"]
