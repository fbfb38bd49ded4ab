"""Klantinteracties 0.9."""
