"""Finished videos as pairs: what has music under it, cut into stretches."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import SoundTimeline
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.training.archives.gates import opened, runs, without_short
from tivm_desktop.training.archives.report import ArchiveReport, Skipped, report_of
from tivm_desktop.training.archives.speech import speech_share
from tivm_desktop.training.archives.splits import Shares
from tivm_desktop.training.archives.writer import ArchiveWriter

SHORTEST_S: Final = 10
"""Shorter stretches are dropped."""
LONGEST_S: Final = 300
"""Longer stretches are cut into equal parts."""
SILENCE_LUFS: Final = (-60.0, -54.0)
"""A second below the first is silent, and so are those around it below the second."""
SILENCE_LU: Final = (-30.0, -24.0)
"""The same relative to the integrated loudness, where that is the higher."""
SHORTEST_SILENCE_S: Final = 3
"""A shorter one is a rest in the music."""
SPEECH_SHARE: Final = (0.6, 0.3)
"""Speech begins where this share of the windows hears it, and goes as far as the second share does."""

SILENT, SPEECH, TOO_SHORT = "silence", "speech without music", f"left over, shorter than {SHORTEST_S} s"


@dataclass(frozen=True, slots=True, eq=False)
class AnalysedVideo:
    """A finished video as analysis knows it."""

    name: str
    """Unique; items are named after it."""
    group: str
    video: Mapping[str, FloatArray]
    """Column name -> (T, D)."""
    music: Mapping[str, FloatArray]
    """Column name -> (T, D); T may differ from the picture's."""
    sound: SoundTimeline

    @property
    def length_s(self) -> int:
        """Seconds that both sides have."""
        return min(len(column) for column in (*self.video.values(), *self.music.values()))


@dataclass(frozen=True, slots=True)
class Stretches:
    """What of a video is used."""

    spans: tuple[tuple[int, int], ...]
    """First second and end of each, ascending."""
    dropped_s: Mapping[str, float]
    """Reason -> seconds."""


def stretches_with_music(sound: SoundTimeline, length_s: int) -> Stretches:
    """Find the stretches with music in the first `length_s` seconds of a sound.

    Silence is gated by loudness with hysteresis, in LUFS and relative to the whole; rests of less than three
    seconds are music. Speech is told as in `speech.py`. Parts of a long stretch are equally long, to a
    second.
    """
    silent = _silent(sound)
    share = speech_share(sound, ~silent)
    speech = opened(share, *SPEECH_SHARE) & ~silent
    silent, speech = silent[:length_s], speech[:length_s]
    kept = ~silent & ~speech
    long_enough = without_short(kept, SHORTEST_S)
    dropped = {SILENT: silent, SPEECH: speech, TOO_SHORT: kept & ~long_enough}
    return Stretches(
        spans=tuple(part for first, end in runs(long_enough) for part in _parts(first, end)),
        dropped_s={reason: float(seconds.sum()) for reason, seconds in dropped.items()},
    )


def _silent(sound: SoundTimeline) -> NDArray[np.bool_]:
    closes, opens = (
        max(absolute, sound.integrated_lufs + relative)
        for absolute, relative in zip(SILENCE_LUFS, SILENCE_LU, strict=True)
    )
    return without_short(~opened(sound.loudness_lufs, opens, closes), SHORTEST_SILENCE_S)


def _parts(first: int, end: int) -> Iterable[tuple[int, int]]:
    edges = np.linspace(first, end, -(-(end - first) // LONGEST_S) + 1).round().astype(int)
    return zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)


def write_videos(
    videos: Iterable[AnalysedVideo | Skipped],
    out: Path,
    *,
    encoders: Mapping[str, str] | None = None,
    shares: Shares | None = None,
) -> ArchiveReport:
    """Write the stretches of videos as an archive, one row a second.

    All stretches of a video are in its group, and groups are never split; a video whose rows equal those of
    an earlier one is skipped.

    Args:
        videos: gone through once, one in memory at a time; those that could not be analysed as `Skipped`.
        out: the archive to write.
        encoders: see `ArchiveWriter`.
        shares: how groups are split; by default one in ten each for "val" and "test".

    Returns:
        The report; `skipped` in it are the videos that gave nothing.

    Raises:
        ArchiveError: fewer than two stretches are left, columns differ between videos, or `out` can't be
            written.
    """
    dropped: Counter[str] = Counter()
    skipped: list[Skipped] = []
    seen: dict[bytes, str] = {}
    with ArchiveWriter(out, {}, {}, 1.0, encoders=encoders) as writer:
        for video in videos:
            if isinstance(video, Skipped):
                skipped.append(video)
                continue
            earlier = seen.setdefault(_fingerprint(video), video.name)
            if earlier != video.name:
                skipped.append(Skipped(video.name, f"{video.name} is the same as {earlier}, which is used."))
                continue
            found = stretches_with_music(video.sound, video.length_s)
            dropped.update(found.dropped_s)
            _add(writer, video, found.spans)
            if not found.spans:
                skipped.append(Skipped(video.name, _why_nothing(video, found)))
        if writer.items < 2:
            raise ArchiveError(out, _why_no_archive(out, writer.items, skipped))
        writer.assign((shares or Shares()).split(writer.groups))
    return report_of(writer, dropped, skipped)


def _add(writer: ArchiveWriter, video: AnalysedVideo, stretches: Iterable[tuple[int, int]]) -> None:
    for first, end in stretches:
        writer.add(
            f"{video.name}#{first}-{end}",
            video.group,
            {name: column[first:end] for name, column in video.video.items()},
            {name: column[first:end] for name, column in video.music.items()},
        )


def _fingerprint(video: AnalysedVideo) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for column in (*video.video.values(), *video.music.values()):
        digest.update(np.ascontiguousarray(column).tobytes())
    return digest.digest()


def _why_no_archive(out: Path, items: int, skipped: Sequence[Skipped]) -> str:
    first = f" ({len(skipped)} skipped, such as: {skipped[0].reason.rstrip('.')})" if skipped else ""
    return (
        f"{out} is not written, since the videos gave {items} stretch(es) with music and two are the "
        f"least{first}; add videos."
    )


def _why_nothing(video: AnalysedVideo, found: Stretches) -> str:
    parts = ", ".join(f"{seconds:.0f} s {reason}" for reason, seconds in found.dropped_s.items() if seconds)
    return f"{video.name} has no stretch of {SHORTEST_S} s with music in it ({parts or 'too short'})."
