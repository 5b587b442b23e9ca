"""Where a preview goes: beside the video, or where the last one went."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a preview is to be called and where it may go."""

    video: Path
    title: str
    last_folder: str
    """Where the last preview went; empty where there was none."""
    videos_folder: str
    """The user's own folder of videos; empty where the desktop has none."""


def proposed(wanted: Wanted) -> Path:
    """Return a free name for a preview; looks at the video, so not on the GUI thread.

    The folder is the one that was chosen last, else the video's if it can be written to, else the user's
    videos, else their home.

    Raises:
        MediaError: The video can't be opened.
    """
    from tivm_desktop.handoff.names import first_free, preview_name
    from tivm_desktop.handoff.preview import suffix_for

    name = preview_name(wanted.video, wanted.title, suffix_for(wanted.video))
    candidates = [Path(folder) for folder in (wanted.last_folder,) if folder]
    candidates.append(wanted.video.parent)
    if wanted.videos_folder:
        candidates.append(Path(wanted.videos_folder))
    folder = next((one for one in candidates if one.is_dir() and os.access(one, os.W_OK)), Path.home())
    return first_free(folder / name)
