import math
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.training.making import make_archive, muvi_sync_arrays, paired_arrays, save
from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.training.archives.archive import read_archive, write_archive

MUVI_SYNC = Path(__file__).parents[4] / "shared/data/muvi_sync/train_val.npz"

Arrays = dict[str, Any]


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    archive = make_archive(6)
    write_archive(archive, tmp_path / "a.npz", np.float32)
    read = read_archive(tmp_path / "a.npz")
    assert (read.songs, read.splits, read.groups) == (archive.songs, archive.splits, archive.groups)
    assert read.rate_hz == 1.0
    assert read.video_widths == {"picture": 6, "motion": 1}
    assert read.music_widths == {"sound": 5, "loudness": 1}
    np.testing.assert_array_equal(read.offsets, archive.offsets)
    np.testing.assert_array_equal(read.rows("video", 4), archive.rows("video", 4))
    assert read.rows("music", 5).dtype == np.float32


def test_values_are_kept_as_float16_unless_told_otherwise(tmp_path: Path) -> None:
    archive = make_archive(3)
    write_archive(archive, tmp_path / "a.npz")
    stored = np.load(tmp_path / "a.npz", allow_pickle=False)["video"]
    assert stored.dtype == np.float16
    np.testing.assert_array_equal(read_archive(tmp_path / "a.npz").video["motion"][:, 0], stored[:, 6])


def test_the_same_archive_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.npz", "b.npz"):
        write_archive(make_archive(3), tmp_path / name)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_columns_come_in_the_order_asked_for(tmp_path: Path) -> None:
    archive = make_archive(3)
    write_archive(archive, tmp_path / "a.npz", np.float32)
    read = read_archive(tmp_path / "a.npz", video=["motion", "picture"], music=["loudness"])
    assert list(read.video_widths) == ["motion", "picture"]
    np.testing.assert_array_equal(read.rows("video", 1)[:, 0], archive.rows("video", 1)[:, 6])
    assert read.rows("music", 1).shape == (archive.lengths[1], 1)


def test_a_file_without_column_names_has_one_column_a_side(tmp_path: Path) -> None:
    arrays = paired_arrays()
    read = read_archive(save(tmp_path / "a.npz", arrays))
    assert read.video_widths == {"features": 7}
    np.testing.assert_array_equal(read.video["features"], arrays["video"].astype(np.float32))


def test_a_subset_keeps_rows_with_their_items() -> None:
    archive = make_archive(6)
    subset = archive.subset([4, 1])
    assert subset.songs == ("item004", "item001")
    assert len(subset) == 2
    for index, original in enumerate((4, 1)):
        np.testing.assert_array_equal(subset.rows("music", index), archive.rows("music", original))
    assert len(archive.subset([])) == 0


def test_items_are_found_by_their_splits() -> None:
    archive = make_archive(6, splits=["a", "b", "c", "a", "b", "c"])
    assert archive.where("a", "c").tolist() == [0, 2, 3, 5]


def test_items_with_the_same_music_share_a_group(tmp_path: Path) -> None:
    arrays = paired_arrays(4)
    ends = arrays["offsets"]
    rows = [slice(ends[i], ends[i + 1]) for i in range(4)]
    for side in ("video", "music"):
        parts = [arrays[side][row] for row in rows]
        parts.append(parts[1] if side == "music" else parts[1] + 1)
        arrays[side] = np.concatenate(parts)
    arrays["offsets"] = np.append(ends, ends[4] + ends[2] - ends[1])
    arrays["song"] = np.array(["a", "b", "c", "d", "b again"])
    arrays["split"] = np.array(["train"] * 5)
    arrays["group"] = np.array(["x", "y", "z", "z", "z"])
    assert read_archive(save(tmp_path / "a.npz", arrays)).groups == ("x", "y", "y", "y", "y")


def test_groups_don_t_depend_on_the_columns_asked_for(tmp_path: Path) -> None:
    arrays = muvi_sync_arrays()
    arrays["artist"] = np.arange(4)
    for name in ("clip", "emotion", "motion", "scene_offset"):
        arrays[name][:12] = arrays[name][12:24]
    path = save(tmp_path / "a.npz", arrays)
    assert read_archive(path).groups == ("0", "0", "2", "3")
    assert read_archive(path, ["motion"], ["loudness"]).groups == ("0", "0", "2", "3")


def test_muvi_sync_columns_are_picked_by_name(tmp_path: Path) -> None:
    arrays = muvi_sync_arrays()
    path = save(tmp_path / "a.npz", arrays)
    everything = read_archive(path)
    assert everything.video_widths == {"clip": 128, "emotion": 6, "motion": 1, "scene_offset": 1}
    assert everything.music_widths == {"loudness": 1, "note_density": 1, "chord": 27, "key": 1}
    assert everything.groups == ("0", "0", "1", "1")
    some = read_archive(path, video=["scene_offset", "emotion"], music=["key", "chord"])
    assert some.rows("video", 2).shape == (12, 7)
    np.testing.assert_array_equal(some.music["key"][:, 0], np.repeat(arrays["major"], 12))


def test_chords_are_one_hot_of_root_and_quality(tmp_path: Path) -> None:
    arrays = muvi_sync_arrays()
    arrays["chord_root"][:2], arrays["chord_quality"][:2] = [-1, 11], [0, 13]
    chord = read_archive(save(tmp_path / "a.npz", arrays), music=["chord"]).music["chord"]
    assert np.flatnonzero(chord[0]).tolist() == [0, 13]
    assert np.flatnonzero(chord[1]).tolist() == [12, 26]
    assert (chord.sum(axis=1) == 2).all()


def test_muvi_sync_without_some_of_its_arrays_has_the_other_columns(tmp_path: Path) -> None:
    arrays = muvi_sync_arrays()
    for name in ("clip", "major", "artist", "split"):
        del arrays[name]
    read = read_archive(save(tmp_path / "a.npz", arrays))
    assert list(read.video) == ["emotion", "motion", "scene_offset"]
    assert list(read.music) == ["loudness", "note_density", "chord"]
    assert read.groups == read.songs
    assert read.splits == ("all",) * 4


@pytest.mark.skipif(not MUVI_SYNC.exists(), reason="the packed MuVi-Sync release is not beside the project")
@pytest.mark.media
def test_the_real_packed_release_is_read() -> None:
    archive = read_archive(MUVI_SYNC, ["emotion", "motion"], ["loudness", "chord", "key"])
    assert len(archive) == 672
    assert len(archive.where("train")) == 597
    assert len(set(archive.groups)) == 249
    assert archive.rows("video", 0).shape == (282, 7)
    assert archive.rows("music", 0).shape == (282, 29)


def _without(name: str) -> Callable[[Arrays], None]:
    return lambda arrays: arrays.pop(name)


def _with(name: str, value: Callable[[Arrays], Any]) -> Callable[[Arrays], None]:
    return lambda arrays: arrays.__setitem__(name, value(arrays))


def _nan(arrays: Arrays) -> None:
    arrays["music"][arrays["offsets"][2] + 3, 1] = np.nan


def _named_twice(arrays: Arrays) -> None:
    arrays["video_columns"], arrays["video_widths"] = np.array(["a", "a"]), np.array([3, 4])


def _wrong_widths(arrays: Arrays) -> None:
    arrays["video_columns"], arrays["video_widths"] = np.array(["a", "b"]), np.array([3, 3])


def _one_item(arrays: Arrays) -> None:
    end = arrays["offsets"][1]
    for name in ("song", "split", "group"):
        arrays[name] = arrays[name][:1]
    arrays["offsets"] = arrays["offsets"][:2]
    arrays["video"], arrays["music"] = arrays["video"][:end], arrays["music"][:end]


SPOILT: dict[str, tuple[Callable[[Arrays], Any], str]] = {
    "NaN": (_nan, "music column `features` holds NaN or infinity in 1 row.* item002, row 3"),
    "infinity": (_with("video", lambda a: a["video"].astype(np.float64) * 1e300), "NaN or infinity"),
    "one item": (_one_item, "holds 1 item"),
    "no item": (_with("song", lambda a: a["song"][:0]), "holds 0 item"),
    "an id twice": (_with("song", lambda a: np.array(["a", "b", "b", "c"])), "holds item b 2 times"),
    "splits": (_with("split", lambda a: a["split"][:-1]), "`split` has 3 values for 4 items"),
    "groups": (_with("group", lambda a: a["group"][:-1]), "`group` has 3 values for 4 items"),
    "text as offsets": (
        _with("offsets", lambda a: a["offsets"].astype(str)),
        "`offsets` should be one row of",
    ),
    "offsets too few": (_with("offsets", lambda a: a["offsets"][:-1]), "`offsets` has 4 values for 4 items"),
    "offsets beyond": (_with("offsets", lambda a: a["offsets"] * 2), "rows, but `offsets` end at"),
    "offsets back": (_with("offsets", lambda a: a["offsets"][::-1]), "don't ascend"),
    "an empty item": (_with("offsets", lambda a: a["offsets"] * np.array([1, 1, 0, 1, 1])), "don't ascend"),
    "rate": (_with("rate_hz", lambda a: np.array(0.0)), "`rate_hz` is 0.0"),
    "rates": (_with("rate_hz", lambda a: np.ones(2)), "`rate_hz` should be one number"),
    "dimensions": (_with("video", lambda a: a["video"][None]), "`video` should be rows of numbers"),
    "text as numbers": (
        _with("video", lambda a: a["video"].astype(str)),
        "`video` should be rows of numbers",
    ),
    "no width": (_with("music", lambda a: a["music"][:, :0]), "not .rows, width."),
    "rows": (_with("music", lambda a: a["music"][:-1]), "rows, but `offsets` end at"),
    "no music": (_without("music"), "has no array `music` .it has .*video"),
    "no songs": (_without("song"), "has no array `song`"),
    "objects": (_with("song", lambda a: a["song"].astype(object)), "pickled Python objects, which are never"),
    "names": (_named_twice, "`video_columns` and `video_widths` don't fit"),
    "widths": (_wrong_widths, "`video` is 7 wide, but `video_widths` add up to 6"),
}


@pytest.mark.parametrize(("spoil", "sentence"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_archive_is_refused_in_one_sentence(
    spoil: Callable[[Arrays], None], sentence: str, tmp_path: Path
) -> None:
    arrays = paired_arrays()
    spoil(arrays)
    path = save(tmp_path / "spoilt.npz", arrays)
    with pytest.raises(ArchiveError, match=sentence) as raised:
        read_archive(path)
    assert str(raised.value).startswith(str(path))
    assert "\n" not in str(raised.value)
    assert raised.value.path == path


MUVI_SPOILT: dict[str, tuple[Callable[[Arrays], Any], str]] = {
    "root": (
        _with("chord_root", lambda a: a["chord_root"] + 5),
        "`chord_root` holds values outside -1 to 11",
    ),
    "quality": (_with("chord_quality", lambda a: a["chord_quality"] - 1), "values outside 0 to 13"),
    "chords": (_with("chord_quality", lambda a: a["chord_quality"][1:]), "`chord_quality` 47"),
    "keys": (_with("major", lambda a: a["major"][1:]), "`major` has shape .3, 1. for 4 items"),
    "rows": (_with("emotion", lambda a: a["emotion"][1:]), "`emotion` has 47 rows, but `offsets` end at 48"),
}


@pytest.mark.parametrize(("spoil", "sentence"), MUVI_SPOILT.values(), ids=MUVI_SPOILT)
def test_a_spoilt_muvi_sync_is_refused_in_one_sentence(
    spoil: Callable[[Arrays], None], sentence: str, tmp_path: Path
) -> None:
    arrays = muvi_sync_arrays()
    spoil(arrays)
    with pytest.raises(ArchiveError, match=sentence):
        read_archive(save(tmp_path / "spoilt.npz", arrays))


def test_a_missing_column_is_told_with_those_that_are_there(tmp_path: Path) -> None:
    path = save(tmp_path / "a.npz", muvi_sync_arrays())
    with pytest.raises(
        ArchiveError, match="no video column flow; its video columns are clip, emotion, motion"
    ):
        read_archive(path, video=["clip", "flow"])
    with pytest.raises(ArchiveError, match="music column is asked for twice in key, key"):
        read_archive(path, music=["key", "key"])
    with pytest.raises(ArchiveError, match="no music column is asked for; name some of loudness"):
        read_archive(path, music=[])


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "a.npz", paired_arrays())
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ArchiveError, match=r"is not a whole \.npz archive"):
        read_archive(path)


def test_a_file_with_a_damaged_array_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "a.npz", paired_arrays())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("video.npy").header_offset
    content = bytearray(path.read_bytes())
    content[start + 400] ^= 0xFF
    path.write_bytes(bytes(content))
    with pytest.raises(ArchiveError, match="array `video` can't be read"):
        read_archive(path)


@pytest.mark.parametrize("keep", [-8, None], ids=["too little", "too much"])
def test_an_array_of_another_length_than_it_says_is_refused(keep: int | None, tmp_path: Path) -> None:
    original, changed = save(tmp_path / "a.npz", paired_arrays()), tmp_path / "b.npz"
    with zipfile.ZipFile(original) as source, zipfile.ZipFile(changed, "w") as target:
        for member in source.namelist():
            content = source.read(member)
            if member == "music.npy":
                content = content[:keep] if keep else content + b"12345678"
            target.writestr(member, content)
    with pytest.raises(ArchiveError, match="array `music` can't be read"):
        read_archive(changed)


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text.npz").write_text("no archive")
    np.save(tmp_path / "one.npy", np.zeros(3))
    for name in ("text.npz", "one.npy"):
        with pytest.raises(ArchiveError, match=r"is not a whole \.npz archive"):
            read_archive(tmp_path / name)
    with pytest.raises(ArchiveError, match=r"can't be read .No such file"):
        read_archive(tmp_path / "missing.npz")
    with pytest.raises(ArchiveError, match=r"can't be read .Is a directory"):
        read_archive(tmp_path)


def test_an_archive_of_one_item_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="holds 1 item"):
        write_archive(make_archive(4).subset([2]), tmp_path / "a.npz")
    assert list(tmp_path.iterdir()) == []


def test_a_value_beyond_float16_is_not_written_as_infinity(tmp_path: Path) -> None:
    archive = make_archive(3)
    archive.video["motion"][5] = 70_000.0
    with pytest.raises(ArchiveError, match=r"video values beyond 65504, .*write float32 instead"):
        write_archive(archive, tmp_path / "a.npz")
    assert list(tmp_path.iterdir()) == []
    write_archive(archive, tmp_path / "a.npz", np.float32)
    assert math.isclose(read_archive(tmp_path / "a.npz").video["motion"].max(), 70_000.0)


def test_a_place_that_can_t_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"can't be written .No such file"):
        write_archive(make_archive(3), tmp_path / "no folder" / "a.npz")
    with pytest.raises(ArchiveError, match="is a folder; name a file"):
        write_archive(make_archive(3), tmp_path)


def test_an_older_archive_survives_a_failed_one(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    write_archive(make_archive(3), path)
    before = path.read_bytes()
    broken = make_archive(3)
    broken.music["loudness"][4] = np.nan
    with pytest.raises(ArchiveError, match="NaN"):
        write_archive(broken, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
