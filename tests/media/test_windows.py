"""Windows are heard at their place in every container, and what hides a place is noticed."""

from math import log2
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.sounds import write_sound
from tivm_desktop.domain.errors import CancelledError, MediaError
from tivm_desktop.media.identity import audio_identity
from tivm_desktop.media.windows import SHORTEST_S, WINDOW_S, WINDOWS, hear_windows, spread

RATE = 22_050
LENGTH_S = 96.0
ENDINGS = ["mp3", "m4a", "aac", "ogg", "opus", "webm", "flac", "wav", "wma", "aiff"]


def rising(path: Path, length_s: float = LENGTH_S) -> Path:
    """A sound that tells where it is heard: its pitch rises by an octave every 32 s, from 200 Hz."""
    rate = 48_000 if path.suffix in {".opus", ".webm"} else RATE
    time_s = np.arange(round(length_s * rate)) / rate
    phase = 200.0 * 32.0 / np.log(2.0) * 2.0 ** (time_s / 32.0)
    channels = 2 if path.suffix == ".ogg" else 1
    return write_sound(path, np.repeat(0.3 * np.sin(2 * np.pi * phase)[:, None], channels, axis=1), rate)


def heard_at_s(window: NDArray[np.float32], rate: int) -> float:
    """The second at whose pitch a window's middle is."""
    middle = window[0, window.shape[1] // 2 - rate // 8 :][: rate // 4]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle)), 8 * rate))
    return 32.0 * log2(int(spectrum.argmax()) / 8 / 200.0)


@pytest.mark.parametrize("ending", ENDINGS)
def test_windows_are_heard_where_they_lie_and_the_identity_is_the_same(tmp_path: Path, ending: str) -> None:
    """Only of raw AAC, whose length FFmpeg guesses, they are not quite where they were meant to be."""
    path = rising(tmp_path / f"song.{ending}")
    heard = hear_windows(path)
    assert heard.audio_id == audio_identity(path)
    assert heard.duration_s == pytest.approx(LENGTH_S, abs=0.3)
    assert len(heard.windows) == WINDOWS
    middles = [start + WINDOW_S / 2 for start in spread(LENGTH_S)]
    found = [heard_at_s(window, heard.rate_hz) for window in heard.windows]
    np.testing.assert_allclose(found, middles, atol=0.8 if ending == "aac" else 0.3)
    assert {window.shape[1] for window in heard.windows} == {WINDOW_S * heard.rate_hz}


@pytest.mark.parametrize("ending", ["mp3", "ogg", "opus", "flac", "wav", "aac"])
def test_of_a_file_that_breaks_off_the_windows_are_spread_over_what_is_left(
    tmp_path: Path, ending: str
) -> None:
    path = rising(tmp_path / f"song.{ending}", 192.0)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    heard = hear_windows(path)
    assert heard.audio_id == audio_identity(path)
    middles = [start + WINDOW_S / 2 for start in spread(heard.duration_s)]
    assert SHORTEST_S < heard.duration_s < 130.0
    np.testing.assert_allclose([heard_at_s(one, heard.rate_hz) for one in heard.windows], middles, atol=1.0)


def test_a_file_that_breaks_off_before_the_shortest_has_no_windows(tmp_path: Path) -> None:
    path = rising(tmp_path / "song.flac")
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 6 // 10])
    heard = hear_windows(path)
    assert 40.0 < heard.duration_s < SHORTEST_S
    assert heard.windows == ()
    assert heard.audio_id == audio_identity(path)


def test_an_mp3_that_says_the_wrong_length_is_heard_all_over(tmp_path: Path) -> None:
    """Without a header FFmpeg reckons with the bit rate of the first frames: here half that of the rest."""
    quiet = tmp_path / "quiet.mp3"
    write_sound(quiet, np.zeros((20 * RATE, 1), np.float32), RATE)
    loud = rising(tmp_path / "loud.mp3")
    path = tmp_path / "song.mp3"
    path.write_bytes(loud.read_bytes()[2_000:] + quiet.read_bytes()[2_000:] * 3)
    heard = hear_windows(path)
    assert len(heard.windows) == WINDOWS
    assert heard.duration_s == pytest.approx(156.0, abs=2.0)


def test_short_tracks_have_no_windows(tmp_path: Path) -> None:
    heard = hear_windows(rising(tmp_path / "song.flac", SHORTEST_S - 1))
    assert heard.windows == ()
    assert heard.duration_s == pytest.approx(SHORTEST_S - 1)


def test_windows_whose_packets_are_damaged_are_left_out(tmp_path: Path) -> None:
    path = rising(tmp_path / "song.flac")
    damaged = bytearray(path.read_bytes())
    first = len(damaged) // 2
    damaged[first:] = bytes(len(damaged) - first)
    path.write_bytes(damaged)
    assert len(hear_windows(path).windows) < WINDOWS


def test_nothing_to_hear_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "song.mp3"
    path.write_bytes(b"no music at all" * 1_000)
    with pytest.raises(MediaError, match=r"song\.mp3"):
        hear_windows(path)


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    def cancel(done_s: float, total_s: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        hear_windows(rising(tmp_path / "song.wav"), cancel)


def test_windows_lie_in_the_middle_of_their_shares() -> None:
    starts = np.array(spread(240.0))
    assert len(starts) == WINDOWS
    np.testing.assert_allclose(np.diff(starts), 240.0 / WINDOWS)
    assert starts[0] == pytest.approx(240.0 - (starts[-1] + WINDOW_S))
    assert spread(SHORTEST_S - 0.1) == ()
