"""Bringing together what was said of one sound in two places."""

from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.mark_rows import Dated


def merged(ours: Dated, theirs: Dated) -> Dated:
    """Marks of both: nobody's words are lost.

    Rating, favourite and never are those that were set last, ours where that can't be told, and theirs where
    we have said nothing; no rating is none that was set, so the other's holds; tags are all there are; notes
    that differ stand below each other, the newer first.
    """
    if ours[0] == Marks():
        return theirs
    if theirs[0] == Marks():
        return ours
    older, newer = (ours, theirs) if theirs[1] > ours[1] else (theirs, ours)
    last, before = newer[0], older[0]
    if before.notes in last.notes:
        notes = last.notes
    else:
        notes = "\n".join(note for note in (last.notes, before.notes) if note)
    tags = tuple(sorted({*last.tags, *before.tags}))
    return Marks(last.rating or before.rating, last.favourite, last.never, tags, notes), newer[1]
