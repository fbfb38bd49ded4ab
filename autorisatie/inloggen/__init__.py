"""Log-in through OpenID Connect: what a provider may say, and what follows from it. The screens are in ``openbaar``."""
