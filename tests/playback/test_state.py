from dataclasses import replace
from pathlib import Path

import pytest

from tivm_desktop.domain.mix import Mix
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.playback.events import (
    BegunAnew,
    DeviceLost,
    DeviceReady,
    DeviceRestarted,
    DeviceStarved,
    EndFound,
    EndReached,
    LoopSet,
    MixSet,
    OutputChosen,
    OutputMoved,
    OutputsFound,
    PauseAsked,
    PictureFailed,
    PictureFrom,
    PlayAsked,
    Scrubbed,
    Sought,
    SoundFailed,
    SpeechFound,
    SpeedSet,
    StandbySet,
    TrackChosen,
    VideoChosen,
    VideoOpened,
)
from tivm_desktop.playback.state import PlayerState, reduce

CLIP = Path("clip.mp4")
TRACK = Path("song.flac")


@pytest.fixture
def paused() -> PlayerState:
    return reduce(reduce(PlayerState(), VideoChosen(CLIP)), VideoOpened(CLIP, 10.0, 0.0))


@pytest.fixture
def playing(paused: PlayerState) -> PlayerState:
    return replace(reduce(paused, PlayAsked()), position_s=4.0)


def test_an_opened_video_stands_at_its_start(paused: PlayerState) -> None:
    assert (paused.playing, paused.position_s, paused.duration_s) == (False, 0.0, 10.0)


def test_another_video_stops_and_forgets_the_first_but_not_the_track(playing: PlayerState) -> None:
    with_track = reduce(playing, TrackChosen(TRACK, 3.0, -2.0))
    state = reduce(replace(with_track, error="Something."), VideoChosen(Path("other.mp4")))
    assert not state.playing
    assert not state.opened
    assert (state.duration_s, state.position_s, state.error) == (0.0, 0.0, None)
    assert state.track == TRACK
    assert state.stretch > playing.stretch


def test_what_an_earlier_video_says_is_ignored(paused: PlayerState) -> None:
    other = Path("other.mp4")
    for event in (VideoOpened(other, 99.0, None), EndFound(other, 99.0), PictureFailed(other, "Broken.")):
        assert reduce(paused, event) == paused


def test_playing_needs_a_video() -> None:
    assert not reduce(PlayerState(), PlayAsked()).playing


def test_play_goes_on_from_where_it_stands(paused: PlayerState) -> None:
    state = reduce(replace(paused, position_s=4.0, error="Old."), PlayAsked())
    assert (state.playing, state.position_s, state.error) == (True, 4.0, None)
    assert state.stretch == paused.stretch


def test_play_at_the_end_starts_again(paused: PlayerState) -> None:
    state = reduce(replace(paused, position_s=10.0), PlayAsked())
    assert (state.playing, state.position_s) == (True, 0.0)
    assert state.stretch > paused.stretch


def test_playing_twice_is_playing_once(playing: PlayerState) -> None:
    assert reduce(playing, PlayAsked()) == playing


def test_pause_holds_the_position_it_has_now(playing: PlayerState) -> None:
    state = reduce(playing, PauseAsked())
    assert (state.playing, state.position_s) == (False, 4.0)
    assert state.stretch > playing.stretch
    assert reduce(state, PauseAsked()) == state


@pytest.mark.parametrize(("wanted_s", "got_s"), [(2.5, 2.5), (-3.0, 0.0), (50.0, 10.0)])
def test_a_seek_stays_within_the_video(playing: PlayerState, wanted_s: float, got_s: float) -> None:
    state = reduce(playing, Sought(wanted_s))
    assert (state.playing, state.position_s) == (True, got_s)
    assert state.stretch > playing.stretch


def test_a_seek_before_the_length_is_known_is_kept() -> None:
    state = reduce(reduce(PlayerState(), VideoChosen(CLIP)), Sought(50.0))
    assert state.position_s == 50.0


def test_the_end_stops_at_the_end(playing: PlayerState) -> None:
    state = reduce(replace(playing, position_s=10.01), EndReached(playing.stretch))
    assert (state.playing, state.position_s) == (False, 10.0)


def test_the_end_of_a_stretch_that_was_left_means_nothing(playing: PlayerState) -> None:
    sought = reduce(playing, Sought(1.0))
    assert reduce(sought, EndReached(playing.stretch)) == sought


@pytest.mark.parametrize(("found_s", "length_s"), [(9.9, 10.0), (6.0, 6.0), (14.0, 14.0)])
def test_the_last_picture_corrects_a_wrong_header(
    paused: PlayerState, found_s: float, length_s: float
) -> None:
    assert reduce(paused, EndFound(CLIP, found_s)).duration_s == length_s


def test_a_length_that_is_not_stated_is_found(paused: PlayerState) -> None:
    unknown = replace(paused, duration_s=0.0)
    assert unknown.ends_s == float("inf")
    assert reduce(unknown, EndFound(CLIP, 0.1)).duration_s == 0.1


def test_a_track_is_chosen_without_a_stop(playing: PlayerState) -> None:
    state = reduce(replace(playing, error="Old."), TrackChosen(TRACK, -1.5, -6.0))
    assert (state.track, state.placement_s, state.error) == (TRACK, -1.5, None)
    assert state.stretch == playing.stretch
    assert state.music_gain == pytest.approx(0.501, abs=1e-3)


def test_a_device_that_is_back_takes_its_sentence_away_and_holds_the_place(playing: PlayerState) -> None:
    lost = reduce(playing, DeviceLost("The device is gone."))
    state = reduce(lost, DeviceRestarted("Speakers"))
    assert (state.playing, state.position_s, state.device) == (True, 4.0, "Speakers")
    assert (state.error, state.silent_because) == (None, None)
    assert state.stretch > lost.stretch


@pytest.mark.parametrize("event", [DeviceReady("Speakers"), DeviceRestarted("Speakers")])
def test_a_device_that_is_back_leaves_other_sentences(
    playing: PlayerState, event: DeviceReady | DeviceRestarted
) -> None:
    lost = reduce(playing, DeviceLost("The device is gone."))
    assert reduce(reduce(lost, SoundFailed("song.flac is gone.")), event).error == "song.flac is gone."


def test_a_device_that_ran_dry_holds_the_place_and_keeps_what_is_said(playing: PlayerState) -> None:
    moved = reduce(playing, DeviceReady("Speakers", "Headphones is not there."))
    state = reduce(moved, DeviceStarved())
    assert state.stretch > moved.stretch
    assert (state.playing, state.position_s, state.device) == (True, 4.0, "Speakers")
    assert state.error == state.silent_because == "Headphones is not there."


def test_a_device_that_is_none_takes_no_sentence_away(playing: PlayerState) -> None:
    lost = reduce(playing, DeviceLost("The device is gone."))
    state = reduce(lost, DeviceReady(None))
    assert (state.device, state.error, state.silent_because) == (None, lost.error, lost.silent_because)


def test_a_device_that_is_chosen_is_opened_once_it_is_asked_for_again_or_moved(playing: PlayerState) -> None:
    chosen = reduce(playing, OutputChosen("Headphones"))
    assert (chosen.output, chosen.openings, chosen.stretch) == (
        "Headphones", playing.openings, playing.stretch
    )  # fmt: skip
    for event in (OutputChosen("Headphones"), OutputMoved()):
        state = reduce(chosen, event)
        assert (state.openings, state.stretch) == (playing.openings + 1, playing.stretch + 1)
        assert (state.playing, state.position_s) == (True, 4.0)


def test_the_devices_there_are_are_remembered(paused: PlayerState) -> None:
    assert reduce(paused, OutputsFound(("Speakers", "Headphones"))).outputs == ("Speakers", "Headphones")


def test_a_lost_device_is_said_and_playing_goes_on(playing: PlayerState) -> None:
    state = reduce(reduce(playing, DeviceReady("Speakers")), DeviceLost("The device is gone."))
    assert (state.playing, state.position_s, state.device) == (True, 4.0, None)
    assert state.error == "The device is gone."
    assert state.stretch > playing.stretch


def test_a_broken_picture_stops_and_a_broken_sound_does_not(playing: PlayerState) -> None:
    assert not reduce(playing, PictureFailed(CLIP, "Broken.")).playing
    assert reduce(playing, PictureFailed(CLIP, "Broken.")).error == "Broken."
    assert reduce(playing, SoundFailed("Broken.")).playing
    assert reduce(playing, SoundFailed("Broken.")).error == "Broken."


def test_a_video_that_failed_does_not_play_and_still_says_why(paused: PlayerState) -> None:
    failed = reduce(paused, PictureFailed(CLIP, "Broken."))
    assert reduce(failed, PlayAsked()) == failed
    chosen_again = reduce(reduce(failed, VideoChosen(CLIP)), PlayAsked())
    assert (chosen_again.playing, chosen_again.error) == (True, None)


def test_the_mix_is_what_was_set_last() -> None:
    state = reduce(PlayerState(track_gain_db=-20.0), MixSet(Mix(original_volume=0.5, music_volume=0.25)))
    assert state.original_gain == 0.5
    assert state.music_gain == pytest.approx(0.025)
    assert reduce(state, MixSet(Mix())).original_gain == 1.0


def test_speed_and_loop_are_those_of_the_open_video(playing: PlayerState) -> None:
    state = reduce(reduce(playing, SpeedSet(-9.0)), LoopSet((1.0, 2.0)))
    assert (state.speed, state.loop, state.stretch) == (-4.0, (1.0, 2.0), playing.stretch)
    state = reduce(reduce(state, SpeechFound(((1.0, 2.0),))), VideoChosen(CLIP))
    assert (state.speed, state.loop, state.speech) == (1.0, None, ())


def test_a_speed_set_while_paused_counts_for_the_clock(paused: PlayerState) -> None:
    state = reduce(replace(paused, position_s=4.0), SpeedSet(2.0))
    assert (state.speed, state.position_s, state.playing) == (2.0, 4.0, False)
    assert state.stretch > paused.stretch


def test_backwards_play_goes_from_the_end_and_not_from_the_start(paused: PlayerState) -> None:
    back = reduce(paused, SpeedSet(-1.0))
    assert not reduce(back, PlayAsked()).playing
    state = reduce(replace(back, position_s=10.0), PlayAsked())
    assert (state.playing, state.position_s) == (True, 10.0)


def test_backwards_the_end_is_the_start(playing: PlayerState) -> None:
    state = reduce(reduce(playing, SpeedSet(-1.0)), EndReached(playing.stretch))
    assert (state.playing, state.position_s) == (False, 0.0)


def test_scrubbing_holds(playing: PlayerState) -> None:
    state = reduce(playing, Scrubbed(99.0))
    assert (state.playing, state.position_s) == (False, 10.0)
    assert state.stretch > playing.stretch


def test_what_begins_anew_jumps_and_plays_on(playing: PlayerState) -> None:
    state = reduce(playing, BegunAnew(playing.stretch, 2.0))
    assert (state.playing, state.position_s, state.jumps) == (True, 2.0, playing.jumps + 1)
    assert reduce(state, BegunAnew(playing.stretch, 5.0)) == state


def test_what_may_be_wanted_next_is_remembered(paused: PlayerState) -> None:
    tracks = (PlacedTrack(TRACK),)
    assert reduce(paused, StandbySet(tracks)).standby == tracks


def test_what_pictures_come_from_is_said(paused: PlayerState) -> None:
    state = reduce(paused, PictureFrom(CLIP, "proxy", "vaapi"))
    assert (state.picture_from, state.decoded_by) == ("proxy", "vaapi")


def test_what_the_pictures_of_one_video_came_from_is_not_said_of_the_next(paused: PlayerState) -> None:
    state = reduce(reduce(paused, PictureFrom(CLIP, "proxy", "vaapi")), VideoChosen(Path("next.mp4")))
    assert (state.picture_from, state.decoded_by) == ("original", "software")
