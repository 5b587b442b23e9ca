"""What is dropped and ranked: the program's own demo, or what is named on the command line."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.media.probe import probe, require_video
from verify.place import Place
from verify.report import BrokenPromiseError


@dataclass(frozen=True, slots=True)
class Material:
    """A video and music, as the programs in the place name them."""

    video: Path
    music: Path
    tracks: int
    frame_rate: float
    kind: str


def make_material(place: Place, cache: Path, video: Path | None, music: Path | None) -> Material:
    """Lay a video and a folder of music into the user's home.

    Args:
        place: where they go.
        cache: where the demo is made, once.
        video: a video of one's own instead of the demo's.
        music: music of one's own.
    """
    if video is None or music is None:
        from tivm_desktop.demo import make_demo

        demo = make_demo(cache)
        video, music = video or demo.video, music or demo.music
    home = place.seen(place.home)
    videos, tunes = home / "Videos", home / "Music"
    videos.mkdir(exist_ok=True)
    tunes.mkdir(exist_ok=True)
    shutil.copy2(video, videos)
    tracks = sorted(path for path in music.rglob("*") if path.is_file())
    for track in tracks:
        shutil.copy2(track, tunes)
    place.give(videos)
    place.give(tunes)
    if not tracks:
        raise BrokenPromiseError(f"{music} has no music in it")
    rate = require_video(probe(video)).frame_rate
    return Material(
        place.home / "Videos" / video.name,
        place.home / "Music",
        len(tracks),
        rate,
        f"{video.name}, {music.name}",
    )
