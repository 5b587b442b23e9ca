"""What a drop, the Open… button or the command line brings: a video, a music folder, both, or a reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.parts import VideoFacts
from tivm_desktop.gui.wording import counted
from tivm_desktop.library.scan import VIDEO_EXTENSIONS
from tivm_desktop.library.walk import AUDIO_EXTENSIONS


@dataclass(frozen=True, slots=True)
class Intake:
    """What was understood, and what was not."""

    video: VideoFacts | None = None
    music: Path | None = None
    more_music: tuple[Path, ...] = ()
    """Further folders."""
    problem: str = ""
    """One sentence on what could not be used; empty where all could."""


def read_paths(paths: Sequence[Path], look_at: Callable[[Path], VideoFacts | None]) -> Intake:
    """Find out what `paths` are. Opens files: not for the GUI thread.

    Folders are music folders, a music file stands for its folder, anything else is looked at: picture makes
    it the video, sound alone makes it music. Of files the first of each kind counts, a folder before a file.

    Args:
        paths: files and folders, at least one.
        look_at: facts of a video; None for sound without picture; raises `MediaError` for anything else.
    """
    folders = [path for path in paths if path.is_dir()]
    found = Intake(music=folders[0] if folders else None, more_music=tuple(folders[1:]))
    more_videos = 0
    for path in paths:
        if path.is_dir():
            continue
        if path.suffix.lower() in AUDIO_EXTENSIONS and path.is_file():
            found = found if found.music else replace(found, music=path.parent)
            continue
        if found.video is not None and path.suffix.lower() in VIDEO_EXTENSIONS:
            more_videos += 1
            continue
        try:
            facts = look_at(path)
        except MediaError as error:
            found = replace(found, problem=found.problem or error.sentence)
            continue
        if facts is None:
            found = found if found.music else replace(found, music=path.parent)
        elif found.video is None:
            found = replace(found, video=facts)
    if more_videos and found.video is not None and not found.problem:
        left_out = counted(
            more_videos,
            tr("{name} is open, {count} other video was left out: drop one at a time."),
            tr("{name} is open, {count} other videos were left out: drop one at a time."),
            name=found.video.path.name,
        )
        found = replace(found, problem=left_out)
    return found


def promise(paths: Sequence[Path]) -> str:
    """Say what a drop of `paths` will do, from their names alone: a drag must not wait for a disk."""
    suffixes = {path.suffix.lower() for path in paths}
    video = bool(suffixes & VIDEO_EXTENSIONS)
    music = bool(suffixes & AUDIO_EXTENSIONS) or "" in suffixes
    if video and music:
        return tr("Drop to open the video with this music")
    if video:
        return tr("Drop to open the video")
    if music:
        return tr("Drop to add this music to your library")
    return tr("Drop a video, a music folder or music files")
