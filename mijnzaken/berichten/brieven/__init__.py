"""Letters: data in, PDF out."""

from mijnzaken.berichten.brieven.drukken import SJABLONEN, Norm, maak_brief, maak_stuk

__all__ = ["SJABLONEN", "Norm", "maak_brief", "maak_stuk"]
