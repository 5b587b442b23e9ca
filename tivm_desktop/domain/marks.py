"""What a person says of a track, and no analysis can know."""

from dataclasses import dataclass

RATINGS = range(6)
"""0 is not rated, 5 the best."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one sound; they stay with it wherever its file goes and whatever its tags say."""

    rating: int = 0
    """One of `RATINGS`."""
    favourite: bool = False
    never: bool = False
    """Never to be suggested again."""
    tags: tuple[str, ...] = ()
    """Words of one's own, sorted, each once."""
    notes: str = ""


UNMARKED = Marks()
"""Of a sound that nobody said anything of."""
