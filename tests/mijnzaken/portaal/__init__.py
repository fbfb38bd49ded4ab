"""Screens of the resident."""
