"""Catalogi 1.3.3."""
