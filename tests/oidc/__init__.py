"""A real OpenID provider for the tests of log-in."""
