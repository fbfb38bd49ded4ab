"""Trying a concept of a zaaktype: walked through as resident and as handler, by the same code as in real life."""
