"""Taken 1.0.0: ours, for the standard knows no tasks of a resident. All else is as in the Zaken API."""
