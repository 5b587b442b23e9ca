from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.training.archives.archive import read_archive
from tivm_desktop.training.archives.muvi_sync_release import import_muvi_sync_release

CHORDS = ("N", "C:min7", "A#", "Eb:hdim7")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _lab(values: list[str]) -> str:
    return "".join(f"{second} {value}\n" for second, value in enumerate(values))


def _song(folder: Path, song: str, seconds: int = 12) -> None:
    rng = np.random.default_rng(int(song))
    emotion = [" ".join(f"{value:.4f}" for value in rng.random(6)) for _ in range(seconds)]
    header = "time exciting_prob fearful_prob tense_prob sad_prob relaxing_prob neutral_prob\n"
    _write(folder / f"vevo_emotion/6c_l14p/all/{song}.lab", header + _lab(emotion))
    for name in ("motion", "loudness", "note_density"):
        _write(
            folder / f"vevo_{name}/all/{song}.lab", _lab([f"{value:.4f}" for value in rng.random(seconds)])
        )
    _write(folder / f"vevo_scene_offset/all/{song}.lab", _lab([str(second % 5) for second in range(seconds)]))
    key = "key A minor\n" if int(song) % 2 else "key C major\n"
    chords = [CHORDS[second % 4] for second in range(seconds)]
    _write(folder / f"vevo_chord/lab_v2_norm/all/{song}.lab", key + _lab(chords))
    clip = folder / f"vevo_semantic/all/2d/clip_l14p/{song}.npy"
    clip.parent.mkdir(parents=True, exist_ok=True)
    np.save(clip, rng.normal(size=(seconds + 1, 768)).astype(np.float32))


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Five songs, two by one artist, in the layout of the public release."""
    folder = tmp_path / "dataset"
    for song in ("001", "002", "003", "005", "008"):
        _song(folder, song)
    for split, songs in (("train", "001\n002\n003\n"), ("val", "005\n"), ("test", "008\n")):
        _write(folder / f"vevo_meta/split/v1/{split}.txt", songs)
    titles = [
        "001-The Makers - One\tAAA",
        "002-Somebody, Else - Two\tBBB",
        "003-The makers ft. X - Three\tCCC",
    ]
    _write(folder / "vevo_meta/idlist.txt", "\n".join([*titles, "005-Untitled\tDDD"]))
    return folder


def test_the_release_becomes_an_archive(release: Path, tmp_path: Path) -> None:
    report = import_muvi_sync_release(release, tmp_path / "a.npz")
    archive = read_archive(tmp_path / "a.npz")
    assert archive.songs == ("001", "002", "003", "005", "008")
    assert archive.splits == ("train", "train", "train", "val", "test")
    assert archive.groups == ("the makers", "somebody", "the makers", "005", "008")
    assert archive.video_widths == {"clip": 768, "emotion": 6, "motion": 1, "scene_offset": 1}
    assert archive.music_widths == {"loudness": 1, "note_density": 1, "chord": 27, "key": 1}
    assert archive.lengths.tolist() == [12] * 5
    assert archive.video["scene_offset"][:7, 0].tolist() == [0, 1, 2, 3, 4, 0, 1]
    assert [archive.rows("music", index)[0, -1] for index in range(5)] == [0, 1, 0, 0, 1]
    assert [np.flatnonzero(row).tolist() for row in archive.music["chord"][:4]] == [
        [0, 13], [1, 17], [11, 14], [4, 23],
    ]  # fmt: skip
    assert report.skipped == ()


def test_columns_are_picked_by_name(release: Path, tmp_path: Path) -> None:
    import_muvi_sync_release(release, tmp_path / "a.npz", ["motion", "emotion"], ["key"])
    archive = read_archive(tmp_path / "a.npz")
    assert (archive.video_widths, archive.music_widths) == ({"motion": 1, "emotion": 6}, {"key": 1})
    with pytest.raises(ArchiveError, match="no video column flow; its video columns are clip, emotion"):
        import_muvi_sync_release(release, tmp_path / "b.npz", ["flow"])


def _append(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(path.read_text() + text)


@pytest.mark.parametrize(
    ("file", "spoil", "reason"),
    [
        ("vevo_motion/all/002.lab", Path.unlink, "No such file"),
        ("vevo_motion/all/002.lab", _append("12 many\n"), "it is damaged"),
        ("vevo_motion/all/002.lab", _append("12 nan\n"), "does not hold 1 finite number"),
        ("vevo_motion/all/002.lab", _append("14 0.5\n"), "it is damaged"),
        ("vevo_emotion/6c_l14p/all/002.lab", _append("12 0.5 0.5\n"), "it is damaged"),
        ("vevo_chord/lab_v2_norm/all/002.lab", _append("12 H:maj\n"), "it is damaged"),
        ("vevo_chord/lab_v2_norm/all/002.lab", lambda path: path.write_text("0 N\n"), "it is damaged"),
        ("vevo_semantic/all/2d/clip_l14p/002.npy", lambda path: path.write_bytes(b"x"), "it is damaged"),
        (
            "vevo_semantic/all/2d/clip_l14p/002.npy",
            lambda path: np.save(path, np.ones((12, 5))),
            "768 finite",
        ),
        ("vevo_loudness/all/002.lab", lambda path: path.write_text(""), "it has no row"),
    ],
)
def test_a_song_with_a_spoilt_file_is_skipped_with_its_reason(
    file: str, spoil: Callable[[Path], object], reason: str, release: Path, tmp_path: Path
) -> None:
    spoil(release / file)
    report = import_muvi_sync_release(release, tmp_path / "a.npz")
    assert [one.source for one in report.skipped] == ["002"]
    assert reason in report.skipped[0].reason
    assert read_archive(tmp_path / "a.npz").songs == ("001", "003", "005", "008")


def test_a_folder_without_split_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="has no split lists in vevo_meta/split/v1; give the release's"):
        import_muvi_sync_release(tmp_path, tmp_path / "a.npz")
    assert list(tmp_path.iterdir()) == []


def test_cancelling_leaves_nothing(release: Path, tmp_path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        assert total == 5
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_muvi_sync_release(release, tmp_path / "a.npz", progress=cancel)
    assert list(tmp_path.iterdir()) == [release]
