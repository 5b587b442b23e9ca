"""A first impression of a track from windows spread over it: enough to rank it, not to place it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.columns import ENCODER_COLUMNS
from tivm_desktop.encoders.music import MusicEncoder
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.media.sound import SoundMeter, measured_rate
from tivm_desktop.media.windows import SHORTEST_S, WINDOW_S, WINDOWS, SpreadWindows

_FEWEST = WINDOWS // 2
"""Where fewer windows can be heard, the file is listened to whole, which finds out why."""
_HEARD_TOGETHER = 3
"""Windows to a call of the encoder; it may hear some tags once per call only, in the middle row."""


def coarse_analysis(heard: SpreadWindows, encoder: MusicEncoder) -> TrackAnalysis | None:
    """Return an analysis whose rows are those of the windows, one after the other; None of too few windows.

    Its sound has no beats, its duration is the whole track's.
    """
    rate = heard.rate_hz
    if len(heard.windows) < _FEWEST or rate != measured_rate(rate):
        return None
    blocks: list[NDArray[np.float32]] = []
    meter = SoundMeter(rate, heard.channel_names, heard.layout, blocks.append)
    for window in heard.windows:
        meter.push(window)
    sound = meter.finish(seam_s=WINDOW_S)
    features, tags = _encoded(np.concatenate(blocks), encoder)
    return TrackAnalysis(heard.duration_s, sound, features, tags, encoder.encoder_id)


def spread_rows(windows: TrackAnalysis, length_s: int) -> tuple[FloatArray, FloatArray]:
    """Return features and tags for every second of a track, those of the window whose share it lies in.

    Args:
        windows: what `coarse_analysis` gave.
        length_s: T, seconds of the track.

    Returns:
        (T, Dm) and (T, K). A window's rows are all alike: their mean, so that means over the track and over
        its windows are the same.
    """
    heard = len(windows.features) // WINDOW_S
    window = np.arange(length_s) * heard // length_s
    return _by_window(windows.features)[window], _by_window(windows.tags)[window]


def rows_are_spread(track: TrackAnalysis) -> bool:
    """Whether the encoder's rows of a whole track are those of its windows."""
    if track.sound.length_s < SHORTEST_S:
        return False
    return int(np.any(np.diff(track.features, axis=0), axis=1).sum()) < WINDOWS


def reads_rows(pack: Pack) -> bool:
    """Whether the pack's towers read what the music encoder says of every single second."""
    return pack.towers is not None and not ENCODER_COLUMNS.isdisjoint(pack.towers.music.names)


def as_many_rows(rows: FloatArray, count: int) -> FloatArray:
    """Return (count, D): at another sample rate the end of a file may begin one second more or less."""
    index = np.minimum(np.arange(count), len(rows) - 1)
    return rows[index]


def _by_window(rows: FloatArray) -> FloatArray:
    return np.asarray(rows.reshape(-1, WINDOW_S, rows.shape[1]).mean(axis=1), np.float32)


def _encoded(samples: NDArray[np.float32], encoder: MusicEncoder) -> tuple[FloatArray, FloatArray]:
    size = _HEARD_TOGETHER * WINDOW_S * encoder.rate_hz
    found: list[Sequence[FloatArray]] = []
    for first in range(0, len(samples), size):
        stream = encoder.stream()
        stream.push(samples[first : first + size])
        found.append(stream.finish())
    return np.concatenate([one[0] for one in found]), np.concatenate([one[1] for one in found])
