"""A library of a few short sounds, a pack of toy encoders, and a video that is known already."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.domain import making
from tests.encoders.making import toy_pack
from tests.matching.making import Heard
from tests.media.sounds import chord, write_sound
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.library_options import LibraryOptions
from tivm_desktop.matching.recall import Memory, stamp_of
from tivm_desktop.matching.session import SuggestionSession

LONG_S = 60.0
RATE = 22_050


def write_track(path: Path, note: int = 60, length_s: float = 4.0) -> Path:
    """A chord on that MIDI note; another note is another sound."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_sound(path, chord([note, note + 4, note + 7], length_s, RATE), RATE)


@dataclass
class Desk:
    """What a user of the toy pack has."""

    root: Path
    pack: Pack
    music: Path
    video: Path

    @property
    def profile(self) -> Profile:
        return Profile(self.root / "profile")

    @contextmanager
    def session(self, heard: Heard, options: LibraryOptions | None = None) -> Iterator[SuggestionSession]:
        begun = SuggestionSession(self.pack, "cpu", self.profile, heard, 1, library=options)
        try:
            yield begun
        finally:
            begun.close()

    def ranked(self, ask: Callable[[SuggestionSession], None] = lambda begun: None) -> Heard:
        """What a session says that has the desk's music and video, and is asked for something more."""
        heard = Heard()
        with self.session(heard) as begun:
            begun.set_music_folders([self.music])
            begun.set_video(self.video)
            assert begun.wait(LONG_S)
            ask(begun)
            assert begun.wait(LONG_S)
        return heard


def desk(root: Path, tracks: int = 3) -> Desk:
    """Make it, with so many tracks in its one folder."""
    calibration = making.calibration().to_json()
    pack = load_pack(toy_pack(root / "pack", lambda manifest: manifest.update(calibration=calibration)))
    music = root / "music"
    music.mkdir()
    for number in range(tracks):
        write_track(music / f"{number}.flac", 50 + number)
    video = root / "cut.mp4"
    video.write_bytes(b"known already")
    made = Desk(root, pack, music, video)
    made.profile.create()
    memory = Memory(made.profile, pack)
    picture = making.picture(12, cuts_s=(4.0, 8.0))
    memory.keep_video(
        video, stamp_of(video), replace(making.video(picture), encoder_id=pack.frame.encoder_id)
    )
    memory.close()
    return made
