"""YouTube-8M's frame-level features: videos as 8-bit numbers a second, streamed into a paired archive.

Source of the format: the data set's download page and starter code (Abu-El-Haija et al. 2016, arXiv
1609.08675; version of 2018). A record is a `SequenceExample`: context `id` (bytes) and `labels` (integers),
lists `rgb` (1024 bytes a second) and `audio` (128 bytes a second), for up to 300 seconds.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from google.protobuf.message import DecodeError
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.training.archives.report import ArchiveReport, report_of
from tivm_desktop.training.archives.sequence_example import sequence_example
from tivm_desktop.training.archives.splits import Shares
from tivm_desktop.training.archives.tfrecord import RECORD_OVERHEAD_BYTES, read_records
from tivm_desktop.training.archives.writer import ArchiveWriter
from tivm_desktop.training.counting import CountProgress, no_count

WIDTHS: Final = {"rgb": 1024, "audio": 128}
SHORTEST_S: Final = 10
"""Videos with fewer rows are left out."""
_MAX, _MIN = 2.0, -2.0
_ID_NAMES: Final = ("id", "video_id")


@dataclass(frozen=True, slots=True, eq=False)
class FrameLevelVideo:
    """One record."""

    video_id: str
    """As the file says, which is no YouTube id since 2018; may be empty."""
    labels: tuple[int, ...]
    rgb: NDArray[np.uint8]
    """(T, 1024) quantised."""
    audio: NDArray[np.uint8]
    """(T, 128) quantised."""


def dequantise(values: NDArray[np.uint8]) -> FloatArray:
    """Return quantised features as float32: `q * 4 / 255 + 4 / 512 - 2`, which is -1.992 to 2.008.

    Source: `Dequantize` in the data set's starter code (`utils.py`), for the range [-2, 2]: step range / 255,
    bias range / 512 + minimum.
    """
    span = _MAX - _MIN
    return np.asarray(values * np.float32(span / 255.0) + np.float32(span / 512.0 + _MIN), np.float32)


def read_video(record: bytes, path: Path, number: int) -> FrameLevelVideo:
    """Return the video in record `number` of `path`, as long as the shorter of its two sides.

    Raises:
        ArchiveError: the record is something else than frame-level features.
    """
    try:
        example: Any = sequence_example().FromString(record)
    except DecodeError as error:
        raise _foreign(path, number, "it is no SequenceExample") from error
    context = example.context.feature
    names = [value for name in _ID_NAMES if name in context for value in context[name].bytes_list.value]
    labels = tuple(context["labels"].int64_list.value) if "labels" in context else ()
    sides = {name: _rows(example.feature_lists.feature_list, name, path, number) for name in WIDTHS}
    length = min(len(rows) for rows in sides.values())
    return FrameLevelVideo(
        video_id=names[0].decode("utf-8", "replace") if names else "",
        labels=labels,
        rgb=sides["rgb"][:length],
        audio=sides["audio"][:length],
    )


def import_youtube8m(
    files: Sequence[Path],
    out: Path,
    *,
    label: int | None = None,
    limit: int | None = None,
    shares: Shares | None = None,
    progress: CountProgress = no_count,
) -> ArchiveReport:
    """Write the videos of `files` as an archive with the columns `rgb` and `audio`, one row a second.

    Memory holds one video. The archive appears when all is read, or not at all.

    Args:
        files: TFRecord files, read in this order.
        out: the archive to write.
        label: only videos that carry this number.
        limit: only the first so many of them.
        shares: how videos are split; by default one in ten each for "val" and "test".
        progress: told the bytes read, after each record.

    Raises:
        ArchiveError: a file can't be used, fewer than two videos are left, or `out` can't be written.
    """
    dropped: Counter[str] = Counter()
    seen: set[str] = set()
    with ArchiveWriter(out, {"rgb": WIDTHS["rgb"]}, {"audio": WIDTHS["audio"]}, 1.0) as writer:
        for video in _videos(files, progress):
            if reason := _unwanted(video, label, seen):
                dropped[reason] += len(video.rgb)
                continue
            seen.add(video.video_id)
            writer.add(
                video.video_id,
                video.video_id,
                {"rgb": dequantise(video.rgb)},
                {"audio": dequantise(video.audio)},
            )
            if writer.items == limit:
                break
        writer.assign((shares or Shares()).split(writer.groups))
    return report_of(writer, dropped)


def _videos(files: Sequence[Path], progress: CountProgress) -> Iterator[FrameLevelVideo]:
    """All videos of all files, those without an id named after their place."""
    total = sum(_size(path) for path in files)
    done = 0
    for path in files:
        for number, record in enumerate(read_records(path)):
            done += len(record) + RECORD_OVERHEAD_BYTES
            progress(done, total)
            video = read_video(record, path, number)
            yield video if video.video_id else replace(video, video_id=f"{path.stem}-{number}")


def _unwanted(video: FrameLevelVideo, label: int | None, seen: set[str]) -> str:
    if label is not None and label not in video.labels:
        return f"without label {label}"
    if len(video.rgb) < SHORTEST_S:
        return f"shorter than {SHORTEST_S} s"
    return "id seen before" if video.video_id in seen else ""


def _rows(lists: Mapping[str, Any], name: str, path: Path, number: int) -> NDArray[np.uint8]:
    """(T, D) the bytes of one list."""
    if name not in lists or not lists[name].feature:
        raise _foreign(path, number, f"it has no list `{name}`, as video-level files have none")
    rows = [b"".join(feature.bytes_list.value) for feature in lists[name].feature]
    widths = {len(row) for row in rows}
    if widths != {WIDTHS[name]}:
        raise _foreign(path, number, f"a row of `{name}` has {min(widths)} bytes, not {WIDTHS[name]}")
    return np.frombuffer(b"".join(rows), np.uint8).reshape(len(rows), WIDTHS[name])


def _foreign(path: Path, number: int, why: str) -> ArchiveError:
    return ArchiveError(
        path,
        f"{path}: record {number} is not of YouTube-8M's frame-level features ({why}); give others.",
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise ArchiveError(
            path, f"{path} can't be read ({error.strerror or error}); check its path."
        ) from error
