"""Autorisaties 1.1.0."""
