"""Small made-up archives for the tests of training: seeded, with something to be learned in them."""

import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.archives.sequence_example import sequence_example
from tivm_desktop.training.archives.tfrecord import masked_crc32c

VIDEO_WIDTHS: Mapping[str, int] = {"picture": 6, "motion": 1}
MUSIC_WIDTHS: Mapping[str, int] = {"sound": 5, "loudness": 1}


def make_archive(
    items: int = 12,
    *,
    seed: int = 0,
    shortest: int = 12,
    longest: int = 30,
    noise: float = 0.3,
    hidden: int = 3,
    video: Mapping[str, int] = VIDEO_WIDTHS,
    music: Mapping[str, int] = MUSIC_WIDTHS,
    splits: Sequence[str] | None = None,
    groups: Sequence[str] | None = None,
) -> PairedArchive:
    """`items` pairs whose sides are two linear views of one hidden vector an item, plus noise in every row.

    Items are as long as chance says, from `shortest` to `longest` rows. The same seed gives the same views
    for any number of items. Of `splits`, three in four are "train" and the rest "val" unless told; each item
    is its own group.
    """
    views = np.random.default_rng(seed)
    mixing = {name: views.normal(size=(hidden, width)) for name, width in {**video, **music}.items()}
    rng = np.random.default_rng([seed, 1])
    lengths = rng.integers(shortest, longest + 1, size=items)
    meanings = np.repeat(rng.normal(size=(items, hidden)), lengths, axis=0)

    def column(name: str) -> FloatArray:
        exact = meanings @ mixing[name]
        return np.asarray(exact + noise * rng.normal(size=exact.shape), np.float32)

    songs = tuple(f"item{index:03d}" for index in range(items))
    return PairedArchive(
        path=None,
        songs=songs,
        splits=tuple(splits or ("val" if index % 4 == 3 else "train" for index in range(items))),
        groups=tuple(groups or songs),
        offsets=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        rate_hz=1.0,
        video={name: column(name) for name in video},
        music={name: column(name) for name in music},
    )


def paired_arrays(items: int = 4, *, seed: int = 0) -> dict[str, Any]:
    """The arrays of an archive in the project's own layout without column names, to be saved or spoilt."""
    archive = make_archive(items, seed=seed)
    return {
        "song": np.array(archive.songs),
        "split": np.array(archive.splits),
        "group": np.array(archive.groups),
        "offsets": archive.offsets,
        "rate_hz": np.array(1.0),
        "video": np.concatenate(list(archive.video.values()), axis=1).astype(np.float16),
        "music": np.concatenate(list(archive.music.values()), axis=1).astype(np.float16),
    }


def muvi_sync_arrays(items: int = 4, *, seed: int = 0, rows: int = 12) -> dict[str, Any]:
    """The arrays of an archive in the packed MuVi-Sync layout, with made-up values."""
    rng = np.random.default_rng(seed)
    count = items * rows
    emotion = rng.random((count, 6))
    return {
        "song": np.array([f"{index + 1:03d}" for index in range(items)]),
        "split": np.array(["val" if index % 4 == 3 else "train" for index in range(items)]),
        "artist": np.arange(items, dtype=np.int16) // 2,
        "major": rng.random(items) < 0.6,
        "offsets": np.arange(items + 1, dtype=np.int32) * rows,
        "clip": rng.normal(size=(count, 128)).astype(np.float16) / 10,
        "emotion": (emotion / emotion.sum(axis=1, keepdims=True)).astype(np.float16),
        "motion": (rng.random(count) * 60).astype(np.float16),
        "scene_offset": rng.integers(0, 20, count).astype(np.float16),
        "loudness": (rng.random(count) * 0.3).astype(np.float16),
        "note_density": rng.integers(0, 30, count).astype(np.float16),
        "chord_root": rng.integers(-1, 12, count).astype(np.int8),
        "chord_quality": rng.integers(0, 14, count).astype(np.int8),
    }


def save(path: Path, arrays: Mapping[str, Any]) -> Path:
    """Write arrays as an .npz and say where."""
    np.savez(path, **arrays)
    return path


def frame_level_record(
    video_id: str, labels: Sequence[int] = (), seconds: int = 12, *, seed: int = 0, rgb: int = 1024
) -> bytes:
    """A record like those of YouTube-8M's frame-level files, with made-up values."""
    rng = np.random.default_rng(seed)
    example: Any = sequence_example()()
    example.context.feature["id"].bytes_list.value.append(video_id.encode())
    example.context.feature["labels"].int64_list.value.extend(labels)
    for name, width in (("rgb", rgb), ("audio", 128)):
        for _ in range(seconds):
            feature = example.feature_lists.feature_list[name].feature.add()
            feature.bytes_list.value.append(rng.integers(0, 256, width, np.uint8).tobytes())
    record: bytes = example.SerializeToString()
    return record


def write_tfrecord(path: Path, records: Iterable[bytes]) -> Path:
    """Write records as TensorFlow does and say where."""
    with path.open("wb") as file:
        for record in records:
            length = struct.pack("<Q", len(record))
            file.write(length + struct.pack("<I", masked_crc32c(length)))
            file.write(record + struct.pack("<I", masked_crc32c(record)))
    return path


def speech_like(length_s: float, rate: int = 16_000, *, seed: int = 0) -> FloatArray:
    """(n, 1) a gliding voice in syllables of irregular length, with short pauses between words."""
    rng = np.random.default_rng(seed)
    envelope = np.zeros(round(length_s * rate), np.float32)
    at = 0
    while at < len(envelope):
        syllable = round(rng.uniform(0.08, 0.25) * rate)
        part = envelope[at : at + syllable]
        part += (rng.uniform(0.4, 1.0) * np.hanning(syllable)[: len(part)]).astype(np.float32)
        at += syllable + round((rng.uniform(0.15, 0.4) if rng.random() < 0.3 else 0.02) * rate)
    time_s = np.arange(len(envelope)) / rate
    pitch_hz = 120 + 25 * np.sin(2 * np.pi * 0.7 * time_s) + 10 * np.sin(2 * np.pi * 3.1 * time_s)
    phase = 2 * np.pi * np.cumsum(pitch_hz) / rate
    voice = np.stack([np.sin(harmonic * phase) / harmonic for harmonic in range(1, 13)]).sum(axis=0)
    return np.asarray(0.3 * envelope * voice, np.float32)[:, None]


def music_like(length_s: float, rate: int = 16_000, *, seed: int = 0) -> FloatArray:
    """(n, 1) held chords that change every two seconds, with a soft stroke on every half second."""
    rng = np.random.default_rng(seed)
    time_s = np.arange(round(length_s * rate)) / rate
    roots = 110.0 * 2.0 ** (rng.integers(0, 12, int(length_s // 2) + 1) / 12)
    hz = roots[(time_s // 2).astype(int)]
    wave = np.stack([np.sin(2 * np.pi * hz * factor * time_s) for factor in (1.0, 1.25, 1.5, 2.0)]).sum(
        axis=0
    )
    stroke = 1.0 + 0.8 * np.exp(-(time_s % 0.5) / 0.05)
    return np.asarray(0.08 * wave * stroke, np.float32)[:, None]
