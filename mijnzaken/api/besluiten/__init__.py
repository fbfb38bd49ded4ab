"""Besluiten 1.1.0."""
