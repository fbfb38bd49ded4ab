"""Notificaties 1.0.1."""
