from collections.abc import Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.playback.making import read_counting
from tests.waiting import until
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.playback.leg_sounds import LegSounds, Music, Sources
from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.standby import Standby
from tivm_desktop.playback.state import PlayerState

PACE = Pace(48_000)
LEVEL = Path("level0.5.flac")
TRACK = PlacedTrack(LEVEL, 2.0)
MUSIC = Music(LEVEL, 2.0)


class Files:
    """Sounds that are decoded once they may be."""

    def __init__(self) -> None:
        self.decodes = Event()
        self.closed = False
        self.asked: list[Path] = []
        self.sources = Sources(self._read, lambda: None)
        self.standby = Standby(self.sources)

    def _read(
        self, path: Path, rate: int, channels: int, *, block_s: float, start_s: float
    ) -> Iterator[NDArray[np.float32]]:
        while not (self.closed or self.decodes.wait(0.01)):
            pass
        self.asked.append(path)
        return read_counting(path, rate, channels, block_s=block_s, start_s=start_s)


@pytest.fixture
def files() -> Iterator[Files]:
    files = Files()
    yield files
    files.closed = True
    files.standby.clear()
    files.sources.close()


@pytest.fixture
def leg(files: Files) -> LegSounds:
    """Nothing sounds, so all is primed that sounds."""
    return LegSounds(files.sources, PlayerState(), PACE, 0)


def test_what_is_not_decoded_yet_is_not_handed_out(files: Files, leg: LegSounds) -> None:
    files.standby.follow((TRACK,), leg, 0)
    assert files.standby.take(MUSIC, leg, 0) is None
    assert not files.standby.is_ready(TRACK)
    files.decodes.set()
    until(lambda: files.standby.is_ready(TRACK))
    taken = files.standby.take(MUSIC, leg, 0)
    assert taken is not None
    assert taken.holds(leg.offset_of(MUSIC))
    assert not files.standby.is_ready(TRACK)
    files.sources.retire(taken)


def test_the_next_one_is_begun_once_the_one_before_is_decoded(files: Files, leg: LegSounds) -> None:
    other = PlacedTrack(Path("level0.25.flac"))
    files.standby.follow((TRACK, other), leg, 0)
    assert files.asked == []
    files.decodes.set()
    until(lambda: files.standby.is_ready(TRACK))
    assert files.asked == [LEVEL]
    files.standby.follow((TRACK, other), leg, 0)
    until(lambda: files.standby.is_ready(other))
    assert files.asked == [LEVEL, other.path]


def test_what_may_not_be_wanted_any_more_ends(files: Files, leg: LegSounds) -> None:
    files.decodes.set()
    files.standby.follow((TRACK,), leg, 0)
    until(lambda: files.standby.is_ready(TRACK))
    files.standby.follow((), leg, 0)
    assert not files.standby.is_ready(TRACK)


def test_at_another_speed_it_is_decoded_anew(files: Files, leg: LegSounds) -> None:
    files.decodes.set()
    files.standby.follow((TRACK,), leg, 0)
    until(lambda: files.standby.is_ready(TRACK))
    faster = LegSounds(files.sources, PlayerState(), Pace(48_000, 2.0), 0)
    files.standby.follow((TRACK,), faster, 0)
    until(lambda: files.standby.is_ready(TRACK))
    assert files.asked == [LEVEL, LEVEL]
    assert files.standby.take(MUSIC, leg, 0) is None
    assert files.standby.is_ready(TRACK)


def test_nothing_is_handed_out_for_another_place_or_speed(files: Files, leg: LegSounds) -> None:
    files.decodes.set()
    files.standby.follow((TRACK,), leg, 0)
    until(lambda: files.standby.is_ready(TRACK))
    assert files.standby.take(Music(LEVEL, 2.5), leg, 0) is None
    assert files.standby.take(MUSIC, LegSounds(files.sources, PlayerState(), Pace(48_000, 2.0), 0), 0) is None
    assert files.standby.is_ready(TRACK)


def test_of_two_sources_of_one_track_the_one_that_waits_stays(files: Files, leg: LegSounds) -> None:
    files.decodes.set()
    files.standby.follow((TRACK,), leg, 0)
    until(lambda: files.standby.is_ready(TRACK))
    second = files.sources.make(LEVEL, PACE, 0)
    files.standby.put(MUSIC, second)
    until(lambda: second.join(0.0))
    taken = files.standby.take(MUSIC, leg, 0)
    assert taken is not second
    assert taken is not None
    files.standby.put(MUSIC, taken)
    assert files.standby.is_ready(TRACK)
