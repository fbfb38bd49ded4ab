"""Letters: data in, PDF out."""

from mijnzaken.berichten.brieven.drukken import SJABLONEN, Norm, maak_brief

__all__ = ["SJABLONEN", "Norm", "maak_brief"]
