"""What analysis finds out about a video and about a track: one row a second, both sides.

Row t of every table describes the second [t, t + 1) of the file. T is the number of started seconds, at
least 1, and all tables of an analysis have as many rows: it can't be made of others. All arrays are read-only
by convention.

Of a track that was heard in windows only (ADR 0112) the rows are the seconds of its windows, one after the
other; its duration is the whole track's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

import numpy as np

from tivm_desktop.domain.arrays import FloatArray

Mode = Literal["major", "minor"]

_SOUND_BY_SECOND = ("loudness_lufs", "rms", "onset_density", "brightness_hz", "chroma")


@dataclass(frozen=True, slots=True, eq=False)
class PictureTimeline:
    """The picture second by second, without any encoder.

    A second is measured on the frame nearest to its middle, squashed to 224x224. Colour quantities are means
    over that frame of the values named, in linear steps of 8-bit sRGB.
    """

    motion: FloatArray
    """(T,) mean absolute RGB difference (0..255) to the frame of the second before; row 0 is 0."""
    frame_difference: FloatArray
    """(T,) mean absolute RGB difference (0..255) of the first frame of the second to the one 1/25 s before
    it, cuts included; row 0 is 0."""
    activity: FloatArray
    """(T,) mean absolute luma difference (0..255) between 64x36 thumbnails 1/8 s apart, over all decoded
    frames of the second, cuts left out, times 8: a rate per second; movement inside shots."""
    brightness: FloatArray
    """(T,) mean luma, 0..1."""
    saturation: FloatArray
    """(T,) mean HSV saturation weighted by value, 0..1."""
    warmth: FloatArray
    """(T,) mean of (R - B) / 255, -1..1; positive is warm."""
    greenness: FloatArray
    """(T,) mean of (G - (R + B) / 2) / 255, -1..1; positive is green, negative magenta."""
    contrast: FloatArray
    """(T,) standard deviation of luma, 0..1."""
    cuts_s: FloatArray
    """(C,) times of hard cuts in seconds, ascending, none before 0; the first frame of the new shot."""

    def __post_init__(self) -> None:
        """Hold that all tables have as many rows.

        Raises:
            ValueError: one has others, or there is none.
        """
        names = [field.name for field in fields(self) if field.name != "cuts_s"]
        _require_rows(len(self.motion), {name: getattr(self, name) for name in names})

    @property
    def length_s(self) -> int:
        """T, the number of rows."""
        return len(self.motion)

    @property
    def since_cut_s(self) -> FloatArray:
        """(T,) seconds since the last cut (or the start) at the start of each row."""
        starts = np.arange(self.length_s, dtype=np.float32)
        cuts = np.concatenate([np.zeros(1, np.float32), self.cuts_s])
        last = np.searchsorted(cuts, starts, side="right") - 1
        return np.asarray(starts - cuts[last], np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class VideoAnalysis:
    """Everything matching wants to know about a video."""

    duration_s: float
    """The file's own word, of picture and sound; where the picture ends elsewhere by over a second, T."""
    width: int
    height: int
    frame_rate: float
    has_audio: bool
    picture: PictureTimeline
    features: FloatArray
    """(T, Dv) output of the pack's frame encoder."""
    classes: FloatArray
    """(T, 1000) ImageNet-1k posteriors, or (T, 0) where the encoder gives none."""
    encoder_id: str

    def __post_init__(self) -> None:
        """Hold that the encoder's tables have as many rows as the picture's.

        Raises:
            ValueError: one has others.
        """
        _require_rows(self.picture.length_s, {"features": self.features, "classes": self.classes})


@dataclass(frozen=True, slots=True, eq=False)
class SoundTimeline:
    """The sound second by second, without any encoder, and what holds for the whole track."""

    loudness_lufs: FloatArray
    """(T,) K-weighted loudness of each second, at least -70: the mean energy of the 400 ms windows inside it,
    100 ms apart (ITU-R BS.1770 without gates). A last second that is not full ends in silence, here and in
    `rms`."""
    rms: FloatArray
    """(T,) linear RMS of each second of the mono mix, full scale sine = 0.707."""
    onset_density: FloatArray
    """(T,) detected onsets that start in each second."""
    brightness_hz: FloatArray
    """(T,) spectral centroid up to 8 kHz, weighted by magnitude, Hz; 0 in silence."""
    chroma: FloatArray
    """(T, 12) energy per pitch class from C between 55 and 2093 Hz, each row summing to 1 (0 in silence)."""
    onset_strength: FloatArray
    """(S,) onset envelope, value k at k / 50 s, scaled so that its 99th percentile is 1."""
    peaks: FloatArray
    """(P, 2) lowest and highest sample of each 1/20 s begun of the mono mix, -1..1; the waveform drawn."""
    beats_s: FloatArray
    """(B,) beat times in seconds, ascending; may be empty."""
    integrated_lufs: float
    """EBU R128 integrated loudness, mono counted as heard from both sides; -70 for silence."""
    peak_dbfs: float
    """Highest absolute sample of any channel, dBFS; -120 for digital silence."""
    tempo_bpm: float
    """Tempo in beats a minute; 0 where no pulse was found, as in sounds shorter than 8 s."""
    key: int
    """Pitch class of the tonic, 0 = C .. 11 = B; -1 where unknown."""
    mode: Mode

    def __post_init__(self) -> None:
        """Hold that all tables by the second have as many rows.

        Raises:
            ValueError: one has others, or there is none.
        """
        _require_rows(len(self.rms), {name: getattr(self, name) for name in _SOUND_BY_SECOND})

    @property
    def length_s(self) -> int:
        """T, the number of rows."""
        return len(self.rms)


@dataclass(frozen=True, slots=True, eq=False)
class TrackAnalysis:
    """Everything matching wants to know about a track."""

    duration_s: float
    """Of the whole track, in seconds, by what was decoded where the container says otherwise."""
    sound: SoundTimeline
    features: FloatArray
    """(T, Dm) output of the pack's music encoder; of a track that it heard in windows, each second has that
    of its window (ADR 0112), here and in `tags`."""
    tags: FloatArray
    """(T, K) tag probabilities in the order of the pack's tag list, or (T, 0) where it gives none."""
    encoder_id: str

    def __post_init__(self) -> None:
        """Hold that the encoder's tables have as many rows as the sound's.

        Raises:
            ValueError: one has others.
        """
        _require_rows(self.sound.length_s, {"features": self.features, "tags": self.tags})


@dataclass(frozen=True, slots=True)
class TrackTags:
    """What the file says of itself. Empty strings where it says nothing."""

    title: str = ""
    artist: str = ""
    album: str = ""


def _require_rows(count: int, tables: Mapping[str, FloatArray]) -> None:
    if not count:
        raise ValueError("an analysis has at least one row")
    for name, table in tables.items():
        if len(table) != count:
            raise ValueError(f"{name} has {len(table)} rows where others have {count}")
