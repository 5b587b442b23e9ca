"""Pairs of made files, judged from files to ranks with a pack of tiny graphs."""

import shutil
from pathlib import Path

import pytest

from tests.matching.pair_files import quick_pack, write_manifest, write_pairs
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.pair_manifest import read_pairs
from tivm_desktop.matching.pairs import JudgedPairs, judge_pairs
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.recall import Memory, stamp_of


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load_pack(quick_pack(tmp_path / "pack"))


def judged(pack: Pack, folder: Path, entries: list[dict[str, object]]) -> tuple[JudgedPairs, list[int]]:
    """What comes of the entries, and how many files were known already and done at the end."""
    counts: list[int] = []
    found = judge_pairs(
        read_pairs(write_manifest(folder, entries)), pack, Profile(folder / "profile"), "cpu",
        analysed=lambda done, _total: counts.append(done),
        ranked=lambda done, total: None,
        warn=pytest.fail,
    )  # fmt: skip
    return found, [counts[0], counts[-1]]


def test_rankings_are_those_of_the_program_and_cached(tmp_path: Path, pack: Pack) -> None:
    entries = write_pairs(tmp_path, 5)
    found, counts = judged(pack, tmp_path, entries)
    assert counts == [0, 10]
    ranker, memory = Ranker(pack), Memory(Profile(tmp_path / "profile"), pack)
    tracks = {}
    for one in entries:
        path = tmp_path / str(one["music"])
        known = memory.track(path)
        assert known is not None
        assert not isinstance(known, str)
        tracks[str(one["id"])] = ranker.track(path, known)
    for one in entries:
        analysis = memory.video(tmp_path / str(one["video"]), stamp_of(tmp_path / str(one["video"])))
        assert analysis is not None
        video = ranker.video(analysis)
        order = sorted(tracks, key=lambda name: (-ranker.fit_under(video, tracks[name]), name))
        assert list(found.report.rankings[str(one["id"])]) == order
    memory.close()
    again, counts = judged(pack, tmp_path, entries)
    assert counts == [10, 10]
    assert again == found
    assert (found.fit_by, found.provider, found.skipped) == ("fusion", "CPU", ())
    assert found.report.within.n == 5


def test_a_pair_with_a_bad_file_is_left_out_with_its_reason(tmp_path: Path, pack: Pack) -> None:
    entries = write_pairs(tmp_path, 3)
    (tmp_path / "words.wav").write_text("no sound at all")
    (tmp_path / "words.mp4").write_text("no picture at all")
    entries[1]["music"] = "words.wav"
    entries.append({"id": "worse", "video": "words.mp4", "music": "words.wav", "group": "made"})
    found, _ = judged(pack, tmp_path, entries)
    assert set(found.report.rankings) == {"made0", "made2"}
    assert all(set(order) == {"made0", "made2"} for order in found.report.rankings.values())
    assert [one.id for one in found.skipped] == ["made1", "worse"]
    assert "words.wav" in found.skipped[0].reason
    assert "words.mp4" in found.skipped[1].reason
    assert found.report.left_out == 2


def test_one_sound_for_two_videos_is_analysed_once_and_shares_its_rank(tmp_path: Path, pack: Pack) -> None:
    entries = write_pairs(tmp_path, 2)
    copy = shutil.copy(tmp_path / str(entries[0]["music"]), tmp_path / "copy.wav")
    entries += [
        {**entries[0], "id": "same file"},
        {**entries[0], "id": "same sound", "music": str(copy)},
    ]
    found, counts = judged(pack, tmp_path, entries)
    assert counts == [0, 5]
    order = found.report.rankings["made0"]
    alike = sorted(order.index(name) for name in ("made0", "same file", "same sound"))
    assert alike in ([0, 1, 2], [1, 2, 3])
    figures = found.report.full.figures
    assert figures is not None
    # Three videos have their own at the mean of three places, one has it first or last.
    own = found.report.rankings["made1"].index("made1")
    assert own in (0, 3)
    assert figures.auc == pytest.approx((3 * (1 - (1 + alike[0]) / 3) + (1 - own / 3)) / 4)


def test_nothing_that_can_be_analysed_gives_no_figures(tmp_path: Path, pack: Pack) -> None:
    entries = write_pairs(tmp_path, 2)
    for name in ("made0.wav", "made1.wav"):
        (tmp_path / "files" / name).write_text("no sound")
    found, _ = judged(pack, tmp_path, entries)
    assert len(found.skipped) == 2
    assert found.report.full.figures is None
    assert found.report.to_json()["rankings"] == {}
