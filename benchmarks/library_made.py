"""A library of very many made-up tracks whose numbers are those of real ones, for `library_scale`.

Every made-up track is a real one, disturbed: its vectors move within the spread of the real tracks' (a
smoothed bootstrap), its tempo, loudness and length a little with them. What the fit needs besides, mean and
deviation over the pack's bank, is computed as the program computes it. Names are made of syllables, with
accents here and there.

Full analyses take 200 KB each, 20 GB for 100,000 tracks; those that a ranking places are made when they are
known (`add_analyses`): a real track's timelines, turned round and brought to the made-up track's length, two
to six minutes, a row a second.
"""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import numpy as np

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.bulk_fit import VectorLayout
from tivm_desktop.domain.fusion import PARTS, Fusion, Vectors
from tivm_desktop.domain.track_facts import Depth, TrackFacts
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.blobs import decode, encode
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.library.vectors import VectorTable
from tivm_desktop.matching.analysed import PICTURE_VERSION, SOUND_VERSION
from tivm_desktop.matching.embedding import fusion_of
from tivm_desktop.matching.packs import calibration_of
from tivm_desktop.matching.track_describer import TrackDescriber, ranking_key, vector_layout

_SMOOTHING = 0.5
"""How far a made-up track lies from its real one, in the spread of all real ones."""
_UNIT = ("correspondence", "towers")
_AT_ONCE = 5000
_SYLLABLES = (
    *("ba", "be", "da", "do", "el", "en", "fa", "ka", "la", "le", "lo", "ma", "mi", "mo", "na", "ne", "ni"),
    *(
        "no",
        "ra",
        "re",
        "ri",
        "ro",
        "sa",
        "se",
        "si",
        "so",
        "ta",
        "te",
        "ti",
        "to",
        "va",
        "ve",
        "é",
        "ñá",
        "ü",
    ),
)
_TAGS = ("b-roll", "intro", "travel", "wedding", "sports", "quiet")


class Real:
    """The tracks and videos that a profile's library has analyses of, read without changing it."""

    def __init__(self, database: Path, pack: Pack) -> None:
        self._connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        self._music, self._frame = pack.music.encoder_id, pack.frame.encoder_id

    def tracks(self, limit: int) -> list[TrackAnalysis]:
        """Return at most that many, at least half a minute long."""
        found = self._blobs("track", self._music, SOUND_VERSION, limit)
        tracks = [decode(blob, TrackAnalysis) for blob in found]
        return [track for track in tracks if track.sound.length_s >= 30]

    def videos(self, limit: int) -> list[VideoAnalysis]:
        """Return at most that many."""
        return [
            decode(blob, VideoAnalysis) for blob in self._blobs("video", self._frame, PICTURE_VERSION, limit)
        ]

    def close(self) -> None:
        self._connection.close()

    def _blobs(self, kind: str, encoder: str, preprocessing: str, limit: int) -> Iterator[bytes]:
        found = self._connection.execute(
            "SELECT analysis FROM analyses WHERE kind = ? AND encoder_id = ? AND preprocessing = ?"
            " ORDER BY media_id LIMIT ?",
            (kind, encoder, preprocessing, limit),
        )
        for (blob,) in found:
            yield blob


def make(folder: Path, pack: Pack, real: Sequence[TrackAnalysis], count: int, seed: int = 1) -> None:
    """Make a library of `count` tracks in `folder`, which must not exist: database and table of rows."""
    folder.mkdir(parents=True)
    rng = np.random.default_rng(seed)
    describer, layout = TrackDescriber(pack), vector_layout(pack)
    fusion, key = fusion_of(pack, calibration_of(pack)), ranking_key(pack)
    described = [describer.describe(track, Depth.FULL) for track in real]
    bases = rng.integers(len(real), size=count)
    rows = np.concatenate(
        [
            _disturbed(
                np.stack([described[base].vector for base in bases[begin : begin + _AT_ONCE]]),
                layout,
                fusion,
                rng,
            )
            for begin in range(0, count, _AT_ONCE)
        ]
    )
    ids = [f"{index:08x}{base:024x}" for index, base in enumerate(bases.tolist())]
    table = VectorTable(folder / "vectors", key, layout.width)
    table.append(ids, rows)
    table.close()
    facts = [_facts(described[base].facts, row, rng) for base, row in zip(bases.tolist(), rows, strict=True)]
    FeatureStore(folder / "library.sqlite3").close()
    with closing(sqlite3.connect(folder / "library.sqlite3")) as connection, connection:
        connection.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (one, key, *(getattr(it, field.name) for field in fields(TrackFacts)))
                for one, it in zip(ids, facts, strict=True)
            ],
        )
        connection.executemany(
            "INSERT INTO files (path, size, mtime_ns, audio_id, title, artist, album, duration_s, added_ns)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _files(ids, [one.duration_s for one in facts], rng),
        )
        marked = rng.choice(count, count // 30, replace=False).tolist()
        connection.executemany(
            "INSERT INTO marks (audio_id, rating, favourite, never, notes, changed_ns)"
            " VALUES (?, ?, ?, ?, '', 1)",
            [(ids[at], at % 6, at % 3 == 0, at % 10 == 0) for at in marked],
        )
        connection.executemany(
            "INSERT INTO own_tags (audio_id, tag) VALUES (?, ?)",
            [(ids[at], _TAGS[at % len(_TAGS)]) for at in marked],
        )


def add_analyses(folder: Path, real: Sequence[TrackAnalysis], lengths_s: Mapping[str, float]) -> None:
    """Give tracks, by audio id, full analyses of their lengths."""
    with closing(sqlite3.connect(folder / "library.sqlite3")) as connection, connection:
        for audio_id, length_s in lengths_s.items():
            base = real[int(audio_id[8:], 16)]
            turned = _turned(base, max(round(length_s), 1), int(audio_id[:8], 16))
            connection.execute(
                "INSERT OR REPLACE INTO analyses (kind, media_id, encoder_id, preprocessing, analysis)"
                " VALUES ('track', ?, ?, ?, ?)",
                (audio_id, base.encoder_id, SOUND_VERSION, encode(turned)),
            )


def _disturbed(
    rows: np.ndarray, layout: VectorLayout, fusion: Fusion, rng: np.random.Generator
) -> np.ndarray:
    """(N, D) rows of tracks near those of (N, D) real ones."""
    tracks: dict[str, np.ndarray] = {}
    for part, (where, _, _) in layout.places.items():
        real = rows[:, where].astype(np.float64)
        mean, spread = real.mean(axis=0), real.std(axis=0)
        keep = np.sqrt(1.0 - _SMOOTHING**2)
        moved = mean + keep * (real - mean) + _SMOOTHING * spread * rng.normal(size=real.shape)
        tracks[part] = moved / np.linalg.norm(moved, axis=1, keepdims=True) if part in _UNIT else moved
    vectors: list[Vectors] = [
        {part: tracks[part][index] for part in PARTS if part in tracks} for index in range(len(rows))
    ]
    return np.stack([layout.pack(fusion.track(one)) for one in vectors])


def _facts(real: TrackFacts, row: np.ndarray, rng: np.random.Generator) -> TrackFacts:
    energy, valence, tension = row[:3].tolist()
    return replace(
        real,
        duration_s=float(rng.uniform(120, 360)),
        tempo_bpm=real.tempo_bpm * float(rng.uniform(0.9, 1.1)),
        key=int(rng.integers(12)) if real.key >= 0 else -1,
        integrated_lufs=real.integrated_lufs + float(rng.normal()),
        energy=energy,
        valence=valence,
        tension=tension,
        vocals=float(np.clip(real.vocals + rng.normal() * 0.05, 0, 1)),
    )


def _files(
    ids: Sequence[str], lengths_s: Sequence[float], rng: np.random.Generator
) -> Iterator[tuple[object, ...]]:
    """A file of each sound, and a copy of every fiftieth; twelve to an album, three albums an artist."""
    size, names = 5_000_000, _names(rng)
    artist = album = ""
    for index, (audio_id, length_s) in enumerate(zip(ids, lengths_s, strict=True)):
        if index % 36 == 0:
            artist = next(names)
        if index % 12 == 0:
            album = next(names)
        title, added_ns = next(names), 1_700_000_000_000_000_000 + index // 12 * 10**9
        path = f"/music/{artist}/{index // 12} {album}/{index % 12 + 1:02d} - {title}.mp3"
        row = (size, added_ns, audio_id, title, artist, album, length_s)
        yield os.fsencode(path), *row, added_ns
        if index % 50 == 0:
            yield os.fsencode(f"/music/Copies/{index}.mp3"), *row, added_ns + 1


def _names(rng: np.random.Generator) -> Iterator[str]:
    """One to four words of two to four syllables; some words are far more frequent than others."""
    words = ["".join(rng.choice(_SYLLABLES, rng.integers(2, 5))) for _ in range(5000)]
    while True:
        ranks = np.minimum(rng.zipf(1.3, size=rng.integers(1, 5)), len(words)) - 1
        yield " ".join(words[rank] for rank in ranks).title()


def _turned(base: TrackAnalysis, length_s: int, seed: int) -> TrackAnalysis:
    """A track of that length that sounds like a real one begun somewhere else, again and again."""
    sound = base.sound
    begin = seed % sound.length_s

    def rows(values: np.ndarray, rate: int = 1) -> np.ndarray:
        return values[(np.arange(length_s * rate) + begin * rate) % (len(values) // rate * rate)]

    timeline = replace(
        sound,
        loudness_lufs=rows(sound.loudness_lufs),
        rms=rows(sound.rms),
        onset_density=rows(sound.onset_density),
        brightness_hz=rows(sound.brightness_hz),
        chroma=rows(sound.chroma),
        onset_strength=rows(sound.onset_strength, 50),
        peaks=rows(sound.peaks, 20),
    )
    return replace(
        base,
        duration_s=float(length_s),
        sound=timeline,
        features=rows(base.features),
        tags=rows(base.tags),
    )
