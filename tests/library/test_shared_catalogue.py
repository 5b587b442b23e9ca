"""A catalogue that was analysed elsewhere, read without any package that made it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PureWindowsPath

import numpy as np
import pytest

from tests.library.analyses import track_analysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.track_facts import Depth, TrackFacts
from tivm_desktop.library.blobs import encode, quantise
from tivm_desktop.library.fact_rows import facts_values
from tivm_desktop.library.known import FailureKind
from tivm_desktop.library.shared_catalogue import SharedCatalogue
from tivm_desktop.library.shared_format import (
    FEATURES_FOLDER,
    FORMAT,
    INDEX_NAME,
    SCHEMA,
    bytes_below,
    path_below,
    relative_bytes,
)

FACTS = TrackFacts(Depth.FULL, 11.75, 120.0, 9, "minor", -14.0, 0.5, 0.25, -0.5, 0.75)
UNKNOWN_VALENCE = TrackFacts(Depth.FULL, 20.0, 0.0, -1, "major", -9.5, 0.5, float("nan"), -0.5, 0.0)
PADDING = b"what else a fragment holds"


def write_catalogue(folder: Path, version: int = FORMAT) -> Path:
    """A catalogue of two sounds in three files, and one that failed."""
    (folder / FEATURES_FOLDER).mkdir(parents=True)
    blobs = [encode(track_analysis(seed=1)), encode(track_analysis(seed=2))]
    (folder / FEATURES_FOLDER / "a.parquet").write_bytes(PADDING + blobs[0] + PADDING + blobs[1])
    starts = len(PADDING), 2 * len(PADDING) + len(blobs[0])
    with closing(sqlite3.connect(folder / INDEX_NAME)) as index, index:
        for statement in SCHEMA:
            index.execute(statement)
        about = {"format": version, "ranking_key": "key", "encoder_id": "music-1", "preprocessing": "sound-1"}
        index.executemany("INSERT INTO about VALUES (?, ?)", [(k, str(v)) for k, v in about.items()])
        index.execute("INSERT INTO about VALUES ('width', '3')")
        index.execute("INSERT INTO fragments VALUES (7, 'a.parquet')")
        index.execute("INSERT INTO roots VALUES (1, ?)", (b"/there/music",))
        for number, facts in enumerate((FACTS, UNKNOWN_VALENCE)):
            audio_id = f"sound{number}"
            marks = ", ".join("?" * 14)
            index.execute(
                f"INSERT INTO tracks VALUES ({marks})",  # noqa: S608 - question marks
                (audio_id, *facts_values(facts), 7, starts[number], len(blobs[number])),
            )
            row = np.array([number, np.nan, 2.5], "<f4")
            index.execute("INSERT INTO vectors VALUES (?, ?)", (audio_id, row.tobytes()))
        for path, audio_id in ((b"a.mp3", "sound0"), (b"b/\xff.mp3", "sound1"), (b"b/copy.mp3", "sound0")):
            index.execute(
                "INSERT INTO files VALUES (1, ?, 10, 20, ?, 'Title', 'Artist', 'Album', 11.75)",
                (path, audio_id),
            )
        index.execute("INSERT INTO failures VALUES (1, ?, 5, 6, 'time', 'It hangs.')", (b"bad.mp3",))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_catalogue(tmp_path / "shared")


def test_files_lie_where_they_are_said_to_lie_here(folder: Path) -> None:
    with closing(SharedCatalogue(folder, {Path("/there/music"): Path("/here")})) as catalogue:
        tags = ("Title", "Artist", "Album", 11.75, 20, 0)
        assert catalogue.plain_files() == [
            (b"/here/a.mp3", "sound0", *tags),
            (b"/here/b/copy.mp3", "sound0", *tags),
            (b"/here/b/\xff.mp3", "sound1", *tags),
        ]
        assert catalogue.roots == [Path("/there/music")]
        assert catalogue.count == 2
        failed = catalogue.failures()
    assert [(row.path, row.kind, row.reason) for row in failed] == [
        (Path("/here/bad.mp3"), FailureKind.TIME, "It hangs.")
    ]


def test_where_music_lies_is_named_as_the_library_names_it(folder: Path) -> None:
    with closing(SharedCatalogue(folder, {Path("/there/music"): Path("/x/../here")})) as catalogue:
        assert catalogue.place_of(Path("/there/music")) == Path("/here")
        assert catalogue.plain_files()[0][0] == b"/here/a.mp3"


@pytest.mark.parametrize("here", ["/", "/here", "/here/"])
def test_files_lie_where_failures_lie(folder: Path, here: str) -> None:
    with closing(SharedCatalogue(folder, {Path("/there/music"): Path(here)})) as catalogue:
        (failure,) = catalogue.failures()
        assert catalogue.plain_files()[0][0] == os.fsencode(failure.path.with_name("a.mp3"))


def test_facts_and_vectors_are_those_of_the_key_only(folder: Path) -> None:
    with closing(SharedCatalogue(folder)) as catalogue:
        assert catalogue.plain_facts("key") == [
            ("sound0", *facts_values(FACTS)),
            ("sound1", *facts_values(UNKNOWN_VALENCE)),
        ]
        assert sorted(catalogue.vector_ids()) == ["sound0", "sound1"]
        ids, vectors = catalogue.vectors("key")
        assert ids == ["sound0", "sound1"]
        np.testing.assert_array_equal(vectors, np.array([[0, np.nan, 2.5], [1, np.nan, 2.5]], np.float32))
        assert catalogue.plain_facts("another") == []
        ids, vectors = catalogue.vectors("another")
        assert (ids, vectors.shape) == ([], (0, 3))


def test_an_analysis_is_read_out_of_its_fragment(folder: Path) -> None:
    with closing(SharedCatalogue(folder)) as catalogue:
        found = catalogue.track("sound1", "music-1", "sound-1")
        expected = quantise(track_analysis(seed=2))
        assert found is not None
        np.testing.assert_array_equal(found.features, expected.features)
        np.testing.assert_array_equal(found.sound.chroma, expected.sound.chroma)
        assert catalogue.track("sound1", "music-2", "sound-1") is None
        assert catalogue.track("sound9", "music-1", "sound-1") is None


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(PADDING)])
def test_a_fragment_that_is_gone_or_cut_short_knows_nothing(
    folder: Path, damage: Callable[[Path], object]
) -> None:
    damage(folder / FEATURES_FOLDER / "a.parquet")
    with closing(SharedCatalogue(folder)) as catalogue:
        assert catalogue.track("sound0", "music-1", "sound-1") is None
        assert catalogue.count == 2


def test_nothing_is_written_beside_the_index(folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    with closing(SharedCatalogue(folder)) as catalogue:
        assert catalogue.plain_files()
        assert sorted(path.name for path in folder.iterdir()) == before


def test_what_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is no shared catalogue"):
        SharedCatalogue(tmp_path)
    (tmp_path / INDEX_NAME).write_bytes(b"nothing of the kind" * 100)
    with pytest.raises(FileError, match="can't be read"):
        SharedCatalogue(tmp_path)


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=f"known here: {FORMAT}"):
        SharedCatalogue(write_catalogue(tmp_path / "newer", FORMAT + 1))


def test_paths_come_back_as_they_were() -> None:
    root = Path("/music")
    path = root / "a" / os.fsdecode(b"\xff.mp3")
    assert path_below(root, relative_bytes(path, root)) == path


@pytest.mark.parametrize("root", ["C:\\", "C:\\Music", "\\\\server\\share\\Music"])
def test_where_folders_are_parted_otherwise_so_are_paths(root: str) -> None:
    path = PureWindowsPath(root) / "a" / "b.mp3"
    assert bytes_below(str(PureWindowsPath(root)).encode(), b"a/b.mp3", b"\\").decode() == str(path)


@pytest.mark.parametrize("lacking", ["ranking_key", "encoder_id", "preprocessing", "width"])
def test_an_index_that_does_not_say_what_it_was_made_with_is_refused(folder: Path, lacking: str) -> None:
    change(folder, "DELETE FROM about WHERE name = ?", lacking)
    with pytest.raises(FileError, match=f"doesn't say its {lacking}"):
        SharedCatalogue(folder)


@pytest.mark.parametrize("width", ["", "-3", "3.0", "1" * 5000])
def test_a_width_that_is_no_number_is_refused(folder: Path, width: str) -> None:
    change(folder, "UPDATE about SET value = ? WHERE name = 'width'", width)
    with pytest.raises(FileError, match="doesn't say its width"):
        SharedCatalogue(folder)


@pytest.mark.parametrize("vector", [b"", b"1234567", b"12345678", "text"])
def test_a_vector_of_another_length_is_told(folder: Path, vector: bytes | str) -> None:
    change(folder, "UPDATE vectors SET vector = ? WHERE audio_id = 'sound1'", vector)
    with closing(SharedCatalogue(folder)) as catalogue, pytest.raises(FileError, match="copy or index it"):
        catalogue.vectors("key")


def test_a_width_that_fits_no_vector_is_told(folder: Path) -> None:
    change(folder, "UPDATE about SET value = '2' WHERE name = 'width'")
    with closing(SharedCatalogue(folder)) as catalogue, pytest.raises(FileError, match="copy or index it"):
        catalogue.vectors("key")


def test_a_catalogue_that_was_closed_is_not_read(folder: Path) -> None:
    catalogue = SharedCatalogue(folder)
    catalogue.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        catalogue.plain_files()


def change(folder: Path, statement: str, *values: bytes | str) -> None:
    """Change an index behind the program's back."""
    with closing(sqlite3.connect(folder / INDEX_NAME)) as index, index:
        index.execute(statement, values)
