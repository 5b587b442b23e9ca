"""How a library treats its folders, and who hears of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.attached import Attachment

BOTH = (Depth.COARSE, Depth.FULL)


@dataclass(frozen=True, slots=True)
class LibraryOptions:
    """How a library treats its folders."""

    depths: tuple[Depth, ...] = BOTH
    """In which tracks are listened to: in windows first, or at once from end to end."""
    watch: bool = False
    """Whether folders are looked at again when something in them changes."""
    catalogues: tuple[Attachment, ...] = ()
    """Shared catalogues beside it, besides those that the profile has attached."""


@dataclass(frozen=True, slots=True)
class Ears:
    """Who hears of a library, on its owner's thread."""

    changed: Callable[[], None]
    """Something is to be listed anew, or the status is another."""
    folder_failed: Callable[[Path, str], None]
    """A folder can't be read, or there is no music; with the sentence for the user."""
    warned: Callable[[str], None]
    """Something goes wrong that stops nothing."""
