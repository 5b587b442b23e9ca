"""Trained towers as parts of a pack: exported, compared with torch, described."""
