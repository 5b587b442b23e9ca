import base64
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.training.making import frame_level_record, write_tfrecord
from tivm_desktop.domain.errors import ArchiveError, CancelledError
from tivm_desktop.training.archives.archive import read_archive
from tivm_desktop.training.archives.splits import Shares
from tivm_desktop.training.archives.tfrecord import read_records
from tivm_desktop.training.archives.youtube8m import dequantise, import_youtube8m, read_video

WRITTEN_BY_TFRECORD = """
c-rmTJ4yp#7=__XCUfx{F!-02+FGbPa2IK37?Hq$px6fjvj9uohKuliTYwg66tU112q{h@+Wy7&J}WrYsm|$l2TR@S_}n&a)rQkHl$P75ZnpPq&GN2
p_PgUytY?;{Z$)@%?PFr;(Loay6YEQxmo_U00Nhd$Bmmq}5exyir6NcHxTPW(0dPx2kO6Q@MUVq<OGQusa7#r1z%LcS3IMlM1O~vb&&sm;q@5myMP+
?r^TcM!Wn>C+6`6uuN2VY*ktxV+WD0T@nS$I$rXUZIDad1F3i1@0f;>m|wQ=^{|MN=O`Ta_H|Lc{)92a1W&KMnFjLsMxV2sWf9bk;k7#(1Y&KMnFj
LsMxV2sWf9bk;k7##p(bO5Fzr~tUdD}`4IuM}P>yi$C;QnoHm$3MoNCzt
"""
"""Two records in a file that another implementation, the package tfrecord 1.14.6, wrote."""


def test_a_file_by_another_implementation_is_read(tmp_path: Path) -> None:
    path = tmp_path / "other.tfrecord"
    path.write_bytes(zlib.decompress(base64.b85decode("".join(WRITTEN_BY_TFRECORD.split()))))
    videos = [read_video(record, path, number) for number, record in enumerate(read_records(path))]
    assert [video.video_id for video in videos] == ["ab0A", "ab1A"]
    assert [video.labels for video in videos] == [(3, 1000), (3, 1001)]
    assert videos[1].rgb[:, 1023].tolist() == list(range(1, 12))
    assert videos[1].audio[:, 0].tolist() == list(range(200, 211))


def test_bytes_are_spread_from_minus_two_to_two() -> None:
    values = dequantise(np.array([0, 127, 255], np.uint8))
    np.testing.assert_allclose(values, [-1.9921875, 127 * 4 / 255 - 1.9921875, 2.0078125], atol=1e-6)
    assert values.dtype == np.float32


def test_shards_become_one_archive(tmp_path: Path) -> None:
    shards = [
        write_tfrecord(tmp_path / f"train{shard}.tfrecord", [
            frame_level_record(f"v{shard}{index}", [index], 10 + index, seed=index) for index in range(4)
        ])
        for shard in range(3)
    ]  # fmt: skip
    told: list[tuple[int, int]] = []
    report = import_youtube8m(
        shards, tmp_path / "a.npz", shares=Shares(0.25, 0.25), progress=lambda *both: told.append(both)
    )
    archive = read_archive(tmp_path / "a.npz")
    assert len(archive) == report.items == 12
    assert (archive.video_widths, archive.music_widths) == ({"rgb": 1024}, {"audio": 128})
    assert dict(report.splits) == {"test": 3, "train": 6, "val": 3}
    video = read_video(frame_level_record("v12", [2], 12, seed=2), shards[0], 0)
    np.testing.assert_allclose(archive.rows("video", 6), dequantise(video.rgb), atol=1e-3)
    np.testing.assert_allclose(archive.rows("music", 6), dequantise(video.audio), atol=1e-3)
    total = sum(shard.stat().st_size for shard in shards)
    assert told[-1] == (total, total)


def test_only_videos_with_the_label_are_taken_up_to_the_limit(tmp_path: Path) -> None:
    shard = write_tfrecord(
        tmp_path / "a", [frame_level_record(f"v{index}", [7, index % 2], seed=index) for index in range(10)]
    )
    report = import_youtube8m([shard], tmp_path / "a.npz", label=1, limit=3)
    assert read_archive(tmp_path / "a.npz").songs == ("v1", "v3", "v5")
    assert report.dropped_s == {"without label 1": 36}


def test_short_and_repeated_videos_are_left_out(tmp_path: Path) -> None:
    records = [frame_level_record(name, seconds=9 if name == "c" else 12, seed=3) for name in "abcab"]
    report = import_youtube8m([write_tfrecord(tmp_path / "a", records)], tmp_path / "a.npz")
    assert read_archive(tmp_path / "a.npz").songs == ("a", "b")
    assert report.dropped_s == {"shorter than 10 s": 9, "id seen before": 24}


def test_videos_without_an_id_are_named_after_their_place(tmp_path: Path) -> None:
    records = [frame_level_record("", seed=index) for index in range(2)]
    import_youtube8m([write_tfrecord(tmp_path / "train7.tfrecord", records)], tmp_path / "a.npz")
    assert read_archive(tmp_path / "a.npz").songs == ("train7-0", "train7-1")


def _flip(position: int) -> Callable[[bytes], bytes]:
    def flip(content: bytes) -> bytes:
        spoilt = bytearray(content)
        spoilt[position] ^= 1
        return bytes(spoilt)

    return flip


RECORD = len(frame_level_record("v0")) + 16
SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "data": (_flip(RECORD + 500), "the checksum of the data of record 1 is wrong"),
    "checksum": (_flip(-1), "the checksum of the data of record 2 is wrong"),
    "length": (_flip(RECORD), "the checksum of the length of record 1 is wrong"),
    "cut in the data": (lambda content: content[:-500], "cut short in record 2"),
    "cut in the header": (lambda content: content[: RECORD + 6], "cut short in record 1"),
    "cut in the checksum": (lambda content: content[:-2], "cut short in record 2"),
    "another file": (lambda content: b"no TFRecord file at all", "no TFRecord file: .* length of record 0"),
}


@pytest.mark.parametrize(("spoil", "sentence"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_is_told_by_name_and_record_and_leaves_nothing(
    spoil: Callable[[bytes], bytes], sentence: str, tmp_path: Path
) -> None:
    whole = write_tfrecord(tmp_path / "whole", [frame_level_record(f"w{i}", seed=9 + i) for i in range(3)])
    path = write_tfrecord(tmp_path / "spoilt", [frame_level_record(f"v{i}", seed=i) for i in range(3)])
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(ArchiveError, match=sentence) as raised:
        import_youtube8m([whole, path], tmp_path / "a.npz")
    assert str(path) in str(raised.value)
    assert sorted(tmp_path.iterdir()) == [path, whole]


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (frame_level_record("a", seconds=0), "record 0 is not .*it has no list `rgb`, as video-level"),
        (frame_level_record("a", rgb=2048), "a row of `rgb` has 2048 bytes, not 1024"),
        (b"\xff\xff\xff", "it is no SequenceExample"),
    ],
    ids=["no seconds", "other width", "no record"],
)
def test_other_records_are_refused(record: bytes, sentence: str, tmp_path: Path) -> None:
    path = write_tfrecord(tmp_path / "a", [record])
    with pytest.raises(ArchiveError, match=sentence):
        import_youtube8m([path], tmp_path / "a.npz")
    assert list(tmp_path.iterdir()) == [path]


def test_one_video_is_not_enough(tmp_path: Path) -> None:
    path = write_tfrecord(tmp_path / "a", [frame_level_record("a")])
    with pytest.raises(ArchiveError, match="holds 1 item"):
        import_youtube8m([path], tmp_path / "a.npz")


def test_a_missing_shard_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"gone can't be read .No such file"):
        import_youtube8m([tmp_path / "gone"], tmp_path / "a.npz")


@pytest.mark.parametrize("error", [KeyboardInterrupt, CancelledError])
def test_cancelling_leaves_nothing(error: type[BaseException], tmp_path: Path) -> None:
    path = write_tfrecord(tmp_path / "a", [frame_level_record(f"v{i}", seed=i) for i in range(4)])

    def cancel(done: int, total: int) -> None:
        if done * 2 > total:
            raise error

    with pytest.raises(error):
        import_youtube8m([path], tmp_path / "a.npz", progress=cancel)
    assert list(tmp_path.iterdir()) == [path]
