"""MuVi-Sync as its authors publish it: a folder of text files, one a song and feature, and split lists.

Source of the layout: the data set's README, loader and feature scripts (Video2Music, see `muvi_sync.py`).
Under the folder `dataset`:

    vevo_meta/split/v1/{train,val,test}.txt     an id a line
    vevo_meta/idlist.txt                        id-artist - title, a tab, the video's address
    vevo_semantic/all/2d/clip_l14p/ID.npy       (T, 768)
    vevo_emotion/6c_l14p/all/ID.lab             "time exciting_prob ...", then "second p p p p p p"
    vevo_{motion,scene_offset,loudness,note_density}/all/ID.lab      "second value"
    vevo_chord/lab_v2_norm/all/ID.lab           "key C major", then "second C:min7"
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.training.archives.checks import check_wanted
from tivm_desktop.training.archives.muvi_sync import CHORD_QUALITIES, CHORD_ROOTS
from tivm_desktop.training.archives.report import ArchiveReport, Skipped, report_of
from tivm_desktop.training.archives.writer import ArchiveWriter
from tivm_desktop.training.counting import CountProgress, no_count

SPLITS: Final = ("train", "val", "test")
_SPLIT_FOLDER: Final = "vevo_meta/split/v1"
_WIDTHS: Final[dict[str, dict[str, int]]] = {
    "video": {"clip": 768, "emotion": 6, "motion": 1, "scene_offset": 1},
    "music": {"loudness": 1, "note_density": 1, "chord": CHORD_ROOTS + CHORD_QUALITIES, "key": 1},
}
_FILES: Final = {
    "clip": "vevo_semantic/all/2d/clip_l14p/{}.npy",
    "emotion": "vevo_emotion/6c_l14p/all/{}.lab",
    "motion": "vevo_motion/all/{}.lab",
    "scene_offset": "vevo_scene_offset/all/{}.lab",
    "loudness": "vevo_loudness/all/{}.lab",
    "note_density": "vevo_note_density/all/{}.lab",
    "chord": "vevo_chord/lab_v2_norm/all/{}.lab",
    "key": "vevo_chord/lab_v2_norm/all/{}.lab",
}
_SHARPS: Final = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_FLATS: Final = {"Db": "C#", "Eb": "D#", "Gb": "F#", "Ab": "G#", "Bb": "A#"}
_QUALITIES: Final = (
    *("N", "maj", "dim", "sus4", "min7", "min", "sus2"),
    *("aug", "dim7", "maj6", "hdim7", "7", "min6", "maj7"),
)
_OTHER_ARTISTS: Final = re.compile(r",|&|\bfeat\b|\bft\b|\bvs\b|\(", re.IGNORECASE)


def import_muvi_sync_release(
    folder: Path,
    out: Path,
    video: Sequence[str] | None = None,
    music: Sequence[str] | None = None,
    progress: CountProgress = no_count,
) -> ArchiveReport:
    """Write the songs of all splits as an archive, one row a second, each as long as its shortest column.

    A song that lacks a file, or whose file is damaged, is skipped with its reason. `video` and `music` name
    the columns, all by default: those of `muvi_sync.py`, except that `clip` is (T, 768), as CLIP gave it.
    Groups are artists, as far as the id list tells them. `progress` is told the songs done.

    Raises:
        ArchiveError: the folder has no split lists, a column does not exist, fewer than two songs are left,
            or `out` can't be written.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    for side, names in (("video", video), ("music", music)):
        wanted[side] = tuple(_WIDTHS[side]) if names is None else tuple(names)
        check_wanted(folder, side, wanted[side], tuple(_WIDTHS[side]))
    songs = list(_songs(folder))
    artists = _artists(folder)
    skipped: list[Skipped] = []
    widths = {side: {name: _WIDTHS[side][name] for name in names} for side, names in wanted.items()}
    with ArchiveWriter(out, widths["video"], widths["music"], 1.0) as writer:
        for done, (song, split) in enumerate(songs, start=1):
            progress(done, len(songs))
            try:
                sides = _song(folder, song, wanted)
            except _UnfitSongError as error:
                skipped.append(Skipped(song, f"{error}"))
                continue
            writer.add(song, artists.get(song, song), sides["video"], sides["music"], split)
    return report_of(writer, skipped=skipped)


class _UnfitSongError(Exception):
    """Why one song can't be used."""


def _songs(folder: Path) -> Iterator[tuple[str, str]]:
    """Ids and splits of all songs."""
    lists = {split: folder / _SPLIT_FOLDER / f"{split}.txt" for split in SPLITS}
    if not any(path.is_file() for path in lists.values()):
        raise ArchiveError(
            folder, f"{folder} has no split lists in {_SPLIT_FOLDER}; give the release's folder `dataset`."
        )
    for split, path in lists.items():
        if path.is_file():
            for line in path.read_text("utf-8", errors="replace").splitlines():
                if line.strip():
                    yield line.strip(), split


def _artists(folder: Path) -> dict[str, str]:
    """Id -> first artist in small letters, for lines that name one."""
    path = folder / "vevo_meta/idlist.txt"
    found: dict[str, str] = {}
    if path.is_file():
        for line in path.read_text("utf-8", errors="replace").splitlines():
            song, dash, title = line.split("\t")[0].partition("-")
            artist, between, _ = title.partition(" - ")
            if dash and between:
                found[song.strip()] = _OTHER_ARTISTS.split(artist)[0].strip(" .").casefold()
    return {song: artist for song, artist in found.items() if artist}


def _song(folder: Path, song: str, wanted: dict[str, tuple[str, ...]]) -> dict[str, dict[str, FloatArray]]:
    sides = {
        side: {name: _column(folder / _FILES[name].format(song), name) for name in names}
        for side, names in wanted.items()
    }
    length = min(len(column) for columns in sides.values() for column in columns.values())
    if not length:
        raise _UnfitSongError("it has no row")
    return {
        side: {name: column[:length] for name, column in columns.items()} for side, columns in sides.items()
    }


def _column(path: Path, name: str) -> FloatArray:
    """(T, D) one column of one song."""
    try:
        if name == "clip":
            rows = np.asarray(np.load(path, allow_pickle=False), np.float32)
        elif name in ("chord", "key"):
            rows = _chords(path, name)
        else:
            lines = _lines(path)
            rows = np.array([[float(value) for value in line[1:]] for line in lines], np.float32)
            rows = rows.reshape(len(lines), -1 if len(lines) else 1)
    except (OSError, ValueError, EOFError, KeyError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is damaged"
        raise _UnfitSongError(f"{path} can't be used ({reason})") from error
    width = next(widths[name] for widths in _WIDTHS.values() if name in widths)
    if rows.ndim != 2 or (len(rows) and rows.shape[1] != width) or not np.isfinite(rows).all():
        raise _UnfitSongError(f"{path} does not hold {width} finite number(s) a second")
    return rows


def _lines(path: Path) -> list[list[str]]:
    """The words of the lines that begin with a second, which count up from 0."""
    words = [line.split() for line in path.read_text("utf-8").splitlines()]
    lines = [line for line in words if line and line[0].isdecimal()]
    if [int(line[0]) for line in lines] != list(range(len(lines))):
        raise ValueError("seconds are missing")
    return lines


def _chords(path: Path, name: str) -> FloatArray:
    lines = _lines(path)
    if name == "key":
        key = path.read_text("utf-8").split("\n", 1)[0].split()
        if len(key) != 3 or key[0] != "key" or key[2] not in ("major", "minor"):
            raise ValueError("no key")
        return np.full((len(lines), 1), key[2] == "major", np.float32)
    rows = np.zeros((len(lines), CHORD_ROOTS + CHORD_QUALITIES), np.float32)
    for row, line in zip(rows, lines, strict=True):
        root, _, quality = line[1].partition(":")
        row[0 if root == "N" else 1 + _SHARPS.index(_FLATS.get(root, root))] = 1
        row[CHORD_ROOTS + _QUALITIES.index("N" if root == "N" else quality or "maj")] = 1
    return rows
