"""Tags of one's own as people type them, and marks as a menu offers them."""

import re

from tivm_desktop.domain.marks import Marks
from tivm_desktop.gui.language import tr


def tags_of(text: str) -> tuple[str, ...]:
    """Read tags with commas between them: each once, sorted, without spare spaces."""
    words = (" ".join(word.split()) for word in re.split(r"[,;\n]", text))
    return tuple(sorted({word for word in words if word}, key=lambda word: (word.casefold(), word)))


def favourite_text(marks: Marks) -> str:
    """Return what a menu offers: to make a track a favourite, or no more."""
    return tr("Not a favourite any more") if marks.favourite else tr("Favourite")


def never_text(marks: Marks) -> str:
    """Return what a menu offers: never to suggest a track, or to do it again."""
    return tr("Suggest again") if marks.never else tr("Never suggest this")


def note_text(marks: Marks) -> str:
    """Return what a menu offers: to write tags and a note, or to change them."""
    return tr("Change tags and note…") if marks.tags or marks.notes else tr("Tags and note…")
