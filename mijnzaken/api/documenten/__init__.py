"""Documenten 1.7.0."""
