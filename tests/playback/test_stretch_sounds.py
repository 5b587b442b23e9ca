from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.playback.making import Decoded, counting
from tests.waiting import until
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.playback.clock import Anchor, Reading
from tivm_desktop.playback.leg import Leg
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.stretch_sounds import StretchSounds

RATE_HZ = 48_000
BLOCK = 960
FADE = 720
LEVEL = Path("level0.25.flac")
OTHER = Path("level0.5.flac")
COUNTING = Path("counting.flac")


class Desk:
    """The sounds of a stretch and a mixer that renders when told to."""

    def __init__(self) -> None:
        self.woken = Event()
        self.decodes = Event()
        self.decodes.set()
        self.closed = False
        self.asked: list[tuple[str, float]] = []
        self.decoded = Decoded()
        self.sounds = StretchSounds(self._read, self.woken.set)
        self.anchors: list[Anchor] = []
        self.mixer = Mixer(RATE_HZ, self.anchors.append)
        self.state = PlayerState(
            video=Path("level0.0.mkv"), opened=True, playing=True, original_start_s=0.0, duration_s=20.0
        )

    def _read(
        self, path: Path, rate: int, channels: int, *, block_s: float, start_s: float
    ) -> Iterator[NDArray[np.float32]]:
        self.asked.append((path.name, start_s))
        while not (self.closed or self.decodes.wait(0.01)):
            pass
        return self.decoded.read(path, rate, channels, block_s=block_s, start_s=start_s)

    def start(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.sounds.assemble(self.state, RATE_HZ)
        until(lambda: self.sounds.is_primed, "the sound")
        self.sounds.begin(self.state, self.mixer)

    def want(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]

    def follow(self) -> bool:
        return self.sounds.follow(self.state, self.mixer)

    def render(self, blocks: int = 1) -> NDArray[np.float32]:
        out = np.zeros((blocks * BLOCK, 2), np.float32)
        for first in range(0, len(out), BLOCK):
            self.mixer.render(out[first : first + BLOCK], 0.0)
        return out[:, 0]

    def play(self, blocks: int = 1) -> None:
        """Render a video and a track from their beginnings on, no faster than they are decoded."""
        for _ in range(blocks):
            heard_s = (self.mixer.rendered + BLOCK) / RATE_HZ
            until(partial(self.decoded.reaches, heard_s, first=2), "what is heard")
            self.render()

    def turns_round(self) -> bool:
        """Play a block, and tell whether another leg is heard."""
        assert self.follow()
        self.play()
        return self.mixer.leg > 0

    def has_asked_for(self, name: str) -> bool:
        self.follow()
        return any(asked == name for asked, _ in self.asked)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.closed = True
    desk.sounds.close()


def test_a_track_on_standby_is_mixed_in_the_very_next_block(desk: Desk) -> None:
    desk.start(track=LEVEL, standby=(PlacedTrack(OTHER),))
    until(lambda: desk.has_asked_for(OTHER.name), "the standby")
    until(lambda: desk.sounds.is_ready(PlacedTrack(OTHER)), "its samples")
    desk.render(10)
    desk.want(track=OTHER)
    assert desk.follow()
    heard = desk.render()
    angle = (np.arange(FADE) + 0.5) * np.pi / 2 / FADE
    assert np.allclose(heard[:FADE], 0.25 * np.cos(angle) + 0.5 * np.sin(angle), atol=1e-5)
    assert (heard[FADE:] == 0.5).all()
    assert desk.mixer.underruns == 0


def test_a_nudge_is_mixed_in_the_very_next_block_from_the_same_source(desk: Desk) -> None:
    desk.start(track=COUNTING, placement_s=2.0)
    desk.render(10)
    asked = len(desk.asked)
    desk.want(placement_s=1.96)
    desk.follow()
    start = desk.mixer.position
    heard = desk.render()
    expected = counting(np.arange(start + FADE, start + BLOCK) + round(1.96 * RATE_HZ))
    assert np.array_equal(heard[FADE:], expected)
    assert len(desk.asked) == asked


def test_standby_keeps_in_step_with_the_clock(desk: Desk) -> None:
    desk.start(track=LEVEL, standby=(PlacedTrack(COUNTING, 5.0),))
    for _ in range(40):
        desk.render(10)
        desk.follow()
        until(lambda: desk.sounds.is_ready(PlacedTrack(COUNTING, 5.0)), "the samples")
    desk.want(track=COUNTING, placement_s=5.0)
    desk.follow()
    start = desk.mixer.position
    assert np.array_equal(
        desk.render()[FADE:], counting(np.arange(start + FADE, start + BLOCK) + 5 * RATE_HZ)
    )
    assert [name for name, _ in desk.asked].count(COUNTING.name) == 1


def test_standby_is_decoded_one_after_the_other_and_no_more_than_six(desk: Desk) -> None:
    tracks = tuple(PlacedTrack(Path(f"level0.{index}.flac")) for index in range(3, 10))
    desk.start(track=LEVEL, standby=tracks)
    until(lambda: desk.has_asked_for(tracks[5].path.name), "the sixth track")
    until(lambda: desk.sounds.is_ready(tracks[5]), "its samples")
    desk.follow()
    asked = [name for name, _ in desk.asked if name.startswith("level0.") and name.endswith("flac")]
    assert asked == [LEVEL.name, *(track.path.name for track in tracks[:6])]


def test_standby_that_is_left_behind_by_a_jump_of_the_decoder_begins_anew(desk: Desk) -> None:
    desk.start(track=LEVEL)
    desk.decodes.clear()
    desk.want(standby=(PlacedTrack(OTHER, 3.0),))
    desk.follow()
    until(lambda: desk.has_asked_for(OTHER.name), "the standby")
    desk.render(110)
    desk.follow()
    assert not desk.sounds.is_ready(PlacedTrack(OTHER, 3.0))
    desk.decodes.set()
    until(lambda: desk.follow() and desk.sounds.is_ready(PlacedTrack(OTHER, 3.0)), "its samples")
    begun_s = [start_s for name, start_s in desk.asked if name == OTHER.name]
    assert begun_s == [3.0, 3.0 + 110 * BLOCK / RATE_HZ]


def test_a_track_that_comes_off_standby_ends(desk: Desk) -> None:
    desk.start(track=LEVEL, standby=(PlacedTrack(OTHER),))
    until(lambda: desk.has_asked_for(OTHER.name) and desk.sounds.is_ready(PlacedTrack(OTHER)), "the standby")
    desk.want(standby=())
    desk.follow()
    assert not desk.sounds.is_ready(PlacedTrack(OTHER))


def test_a_track_that_is_not_ready_is_waited_for_and_may_be_taken_back(desk: Desk) -> None:
    desk.start(track=LEVEL)
    desk.decodes.clear()
    desk.want(track=OTHER)
    desk.follow()
    desk.follow()
    assert (desk.render() == 0.25).all()
    desk.want(track=COUNTING)
    desk.follow()
    desk.want(track=LEVEL)
    desk.follow()
    desk.decodes.set()
    desk.follow()
    assert (desk.render(2) == 0.25).all()
    assert [name for name, _ in desk.asked if name.endswith("flac")] == [
        LEVEL.name,
        OTHER.name,
        COUNTING.name,
    ]


def test_errors_are_told_once_also_those_of_a_track_that_never_came(desk: Desk) -> None:
    desk.start(track=LEVEL)
    assert desk.sounds.new_errors() == []
    desk.want(track=Path("gone.flac"))
    told: list[str] = []

    def is_told() -> bool:
        desk.follow()
        told.extend(desk.sounds.new_errors())
        return bool(told)

    until(is_told, "the sentence")
    desk.follow()
    assert [*told, *desk.sounds.new_errors()] == ["gone.flac is not there: choose it again."]


def test_a_track_that_left_is_on_standby_if_it_is_to_be(desk: Desk) -> None:
    desk.start(track=LEVEL, standby=(PlacedTrack(LEVEL), PlacedTrack(OTHER)))
    until(lambda: desk.has_asked_for(OTHER.name), "the standby")
    until(lambda: desk.sounds.is_ready(PlacedTrack(OTHER)), "its samples")
    for track in (OTHER, LEVEL, OTHER, LEVEL):
        desk.want(track=track)
        desk.follow()
        desk.render(2)
        desk.follow()
    assert (desk.render() == 0.25).all()
    asked = [name for name, _ in desk.asked]
    assert (asked.count(LEVEL.name), asked.count(OTHER.name)) == (1, 1)


def test_a_track_that_left_ends_if_nobody_may_want_it(desk: Desk) -> None:
    desk.start(track=LEVEL)
    desk.want(track=None)
    desk.follow()
    desk.render(2)
    desk.follow()
    assert not desk.render().any()
    desk.want(track=LEVEL)
    until(lambda: desk.follow() and bool((desk.render() == 0.25).all()), "the track")
    assert [name for name, _ in desk.asked].count(LEVEL.name) == 2


def test_a_track_that_comes_back_within_its_fade_reads_on(desk: Desk) -> None:
    desk.start(track=LEVEL)
    desk.want(track=None)
    desk.follow()
    desk.want(track=LEVEL)
    desk.follow()
    assert (desk.render(2)[FADE:] == 0.25).all()
    assert [name for name, _ in desk.asked].count(LEVEL.name) == 1


class Hasty(Mixer):
    """Renders a block just before it hears that nothing follows any more."""

    handed_over = False

    def set_ahead(self, leg: int, end: int, following: Leg | None = None) -> None:
        if self.handed_over and following is None:
            self.render(np.zeros((BLOCK, 2), np.float32), 0.0)
        self.handed_over = following is not None
        super().set_ahead(leg, end, following)


def test_a_leg_that_was_taken_back_too_late_is_noticed(desk: Desk) -> None:
    hasty = desk.mixer = Hasty(RATE_HZ, desk.anchors.append)
    desk.start(track=LEVEL)
    desk.want(speed=2.0)
    until(lambda: desk.follow() and hasty.handed_over, "the leg")
    desk.want(speed=1.0)
    assert desk.follow()
    assert desk.mixer.leg == 1
    assert not desk.follow()
    assert desk.sounds.ended(Reading(0, 1, 0.0, 2.0), desk.state, desk.mixer) is None


def test_standby_is_decoded_anew_for_another_speed(desk: Desk) -> None:
    desk.start(track=LEVEL, standby=(PlacedTrack(OTHER),))
    until(lambda: desk.has_asked_for(OTHER.name) and desk.sounds.is_ready(PlacedTrack(OTHER)), "the standby")
    desk.want(speed=2.0)
    until(lambda: desk.follow() and len(desk.render()) > 0 and desk.mixer.leg == 1, "the leg")
    until(lambda: desk.follow() and desk.sounds.is_ready(PlacedTrack(OTHER)), "its samples")
    desk.want(track=OTHER)
    desk.follow()
    assert (desk.render()[FADE:] == 0.5).all()
    assert [name for name, _ in desk.asked].count(OTHER.name) == 2


def test_what_turns_round_is_decoded_from_farther_where_the_picture_has_overtaken_it(desk: Desk) -> None:
    desk.start(track=LEVEL)
    desk.play(100)
    desk.decodes.clear()
    asked = len(desk.asked)
    desk.want(speed=-1.0)
    desk.follow()
    until(lambda: len(desk.asked) == asked + 2, "what turns round")
    desk.play(20)
    desk.follow()
    until(lambda: len(desk.asked) == asked + 4, "the same from farther")
    desk.decodes.set()
    until(desk.turns_round, "the leg", look_every_s=BLOCK / RATE_HZ)
    assert desk.mixer.leg == 2
    assert desk.mixer.underruns == 0


def test_nothing_follows_where_nothing_was_assembled(desk: Desk) -> None:
    assert not desk.follow()


def test_a_speed_taken_back_before_it_was_heard_changes_nothing(desk: Desk) -> None:
    desk.start(track=LEVEL)
    desk.want(speed=2.0)
    desk.follow()
    desk.want(speed=1.0)
    assert desk.follow()
    assert (desk.render(2) == 0.25).all()
    assert desk.mixer.leg == 0


def test_nothing_assembled_is_primed_and_begins_nothing(desk: Desk) -> None:
    assert desk.sounds.is_primed
    desk.sounds.begin(desk.state, desk.mixer)
    assert not desk.render().any()
    assert desk.sounds.new_errors() == []


def test_what_was_assembled_suits_the_state_or_not(desk: Desk) -> None:
    desk.start(track=LEVEL)
    assert desk.sounds.suits(desk.state, RATE_HZ)
    assert not desk.sounds.suits(desk.state, 44_100)
    assert not desk.sounds.suits(replace(desk.state, track=OTHER), RATE_HZ)
    assert not desk.sounds.suits(replace(desk.state, speed=2.0), RATE_HZ)
