"""What kind of numbers a column holds, by its name and width."""

COUNTED = frozenset({"motion", "scene_offset", "note_density"})
"""Columns whose logarithm is taken: they count, or have a long tail."""

EMBEDDING_WIDTH = 32
"""From this width on a column is an embedding, not a list of named quantities."""
