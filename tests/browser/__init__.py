"""A person in Chromium."""
