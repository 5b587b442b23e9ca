"""What an actor does with a block of files, without Ray: fragments, marks, and the index made of them."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'tivm-desktop[cluster]'")

import pyarrow as pa

from tests.cluster import jobs
from tivm_desktop.cluster.analyser import (
    ANALYSED,
    FAILED,
    STOPPED,
    STRIKES,
    UNREACHABLE,
    FragmentAnalyser,
    Plan,
)
from tivm_desktop.cluster.fetch import fetch_catalogue
from tivm_desktop.cluster.fragment import feature_rows, finished_ids
from tivm_desktop.cluster.in_hand import InHand
from tivm_desktop.cluster.index_file import write_index
from tivm_desktop.cluster.output import Output
from tivm_desktop.cluster.work import MadeWith, WorkItem, files_of, fragment_name
from tivm_desktop.domain.errors import FileError, TivmError
from tivm_desktop.library.blobs import encode
from tivm_desktop.library.fact_rows import facts_values
from tivm_desktop.library.shared_catalogue import SharedCatalogue


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    for name, text in (
        ("a", "one"),
        ("b", "two"),
        ("copy of a", "one"),
        ("bad", "damaged"),
        ("worse", "crash"),
    ):
        (folder / f"{name}.mp3").write_text(text)
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Output:
    return Output(str(tmp_path / "out"))


def listed(music: Path, made_with: MadeWith = jobs.MADE_WITH) -> list[WorkItem]:
    def refuse(path: Path, why: str) -> None:
        raise AssertionError(why)

    return files_of([music], made_with, refuse)


@contextmanager
def analyser(
    output: Output, log: Path, tools: jobs.Tools | jobs.NoTools | None = None, run: str = "run"
) -> Iterator[FragmentAnalyser]:
    made = FragmentAnalyser(
        Plan(output.place, run, tools or jobs.Tools(log), jobs.MADE_WITH, jobs.analyse, timeout_s=15.0)
    )
    try:
        yield made
    finally:
        made.close()


def outcomes(table: pa.Table) -> dict[str, str]:
    return dict(zip(table["file_id"].to_pylist(), table["outcome"].to_pylist(), strict=True))


def block(items: list[WorkItem]) -> pa.Table:
    return pa.Table.from_pylist([item.row for item in items])


def test_a_block_becomes_a_fragment_and_bad_files_cost_themselves(
    music: Path, output: Output, tmp_path: Path
) -> None:
    items = listed(music)
    gone = items[0].place.with_name("gone.mp3")
    lost = WorkItem("0" * 32, items[0].root, os.fsencode(gone.name), 1, 2)
    with analyser(output, tmp_path / "log") as analyse:
        told = outcomes(analyse(block([*items, lost])))
        again = outcomes(analyse(block([*items, lost])))
    by_name = {item.place.stem: told[item.file_id] for item in [*items, lost]}
    assert by_name == {
        "a": ANALYSED,
        "b": ANALYSED,
        "copy of a": ANALYSED,
        "bad": FAILED,
        "worse": FAILED,
        "gone": UNREACHABLE,
    }
    assert again == told
    assert len((tmp_path / "log").read_text().splitlines()) == len(items)
    (name,) = output.names("features")
    rows = feature_rows(output, name)
    assert rows is not None
    whole = output.read(f"features/{name}")
    for row, (start, length) in zip(rows.rows, rows.places, strict=True):
        text = (music / os.fsdecode(row["path"])).read_text()
        assert whole[start : start + length] == encode(jobs.sound_of(text).analysis)
        np.testing.assert_array_equal(row["vector"], jobs.sound_of(text).vector)
    assert output.names("in_hand") == []


def test_the_index_shows_what_is_there_now(music: Path, output: Output, tmp_path: Path) -> None:
    with analyser(output, tmp_path / "log") as analyse:
        analyse(block(listed(music)))
        (music / "b.mp3").write_text("three, and longer")
        (music / "copy of a.mp3").unlink()
        changed = [item for item in listed(music) if item.place.name == "b.mp3"]
        analyse(block(changed))
    assert write_index(output, jobs.MADE_WITH, listed(music), [music]) == 2
    with closing(SharedCatalogue(tmp_path / "out")) as catalogue:
        assert {Path(os.fsdecode(path)).name: title for path, _, title, *_ in catalogue.plain_files()} == {
            "a.mp3": "one",
            "b.mp3": "three, and longer",
        }
        assert {row.path.name for row in catalogue.failures()} == {"bad.mp3", "worse.mp3"}
        expected = jobs.sound_of("one")
        assert (expected.audio_id, *facts_values(expected.facts)) in catalogue.plain_facts("key-1")
        ids, vectors = catalogue.vectors("key-1")
        np.testing.assert_array_equal(vectors[ids.index(expected.audio_id)], expected.vector)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert write_index(output, jobs.MADE_WITH, [], [elsewhere]) == 3, "other folders were not looked at"


def test_another_pack_is_another_analysis(music: Path, output: Output, tmp_path: Path) -> None:
    with analyser(output, tmp_path / "log") as analyse:
        analyse(block(listed(music)))
    another = MadeWith("music-1", "sound-1", "key-2")
    assert not {item.file_id for item in listed(music)} & {item.file_id for item in listed(music, another)}
    assert write_index(output, another, listed(music, another), [music]) == 0


def test_what_was_in_hand_too_often_when_a_worker_went_down_is_put_aside(
    music: Path, output: Output, tmp_path: Path
) -> None:
    (music / "a.mp3").write_text("deadly")
    items = listed(music)
    deadly = next(item for item in items if item.place.name == "a.mp3")
    for strike in range(STRIKES):
        output.write(f"in_hand/{deadly.file_id}.run.{strike}", b"")
    output.write(f"in_hand/{fragment_name('run', items).removesuffix('.parquet')}.run", b"")
    with analyser(output, tmp_path / "log") as analyse:
        told = outcomes(analyse(block(items)))
    assert told[deadly.file_id] == FAILED
    assert "a.mp3" not in (tmp_path / "log").read_text().splitlines()
    assert output.names("in_hand") == []


def test_marks_of_a_run_that_is_given_up_blame_nobody(output: Output) -> None:
    mine, others = InHand(output, "mine"), InHand(output, "others")
    with mine.making("f.parquet") as begun, mine.holding("a"), others.holding("b"):
        assert not begun
        assert mine.strikes() == {"a": 1, "b": 1, "f": 1}
        mine.end_run()
        assert mine.strikes() == {"b": 1}
    assert mine.strikes() == {}


def test_a_fragment_that_was_begun_and_left_is_suspected(output: Output) -> None:
    in_hand = InHand(output, "run")
    output.write("in_hand/f.run", b"")
    with in_hand.making("f.parquet") as begun:
        assert begun
    with in_hand.making("f.parquet") as begun:
        assert not begun


def test_a_machine_that_can_analyse_nothing_says_so(music: Path, output: Output, tmp_path: Path) -> None:
    with analyser(output, tmp_path / "log", jobs.NoTools()) as analyse:
        table = analyse(block(listed(music)))
    assert set(table["outcome"].to_pylist()) == {STOPPED}
    assert table["reason"][0].as_py() == "The pack here is another one; install the same everywhere."
    assert output.names("features") == []


def test_a_damaged_fragment_is_not_finished(music: Path, output: Output, tmp_path: Path) -> None:
    with analyser(output, tmp_path / "log") as analyse:
        analyse(block(listed(music)))
    (name,) = output.names("features")
    output.write(f"features/{name}", output.read(f"features/{name}")[:-20])
    assert finished_ids(output, name) is None
    assert feature_rows(output, name) is None
    assert write_index(output, jobs.MADE_WITH, listed(music), [music]) == 0


def test_a_catalogue_is_fetched_once(music: Path, output: Output, tmp_path: Path) -> None:
    with analyser(output, tmp_path / "log") as analyse:
        analyse(block(listed(music)))
    write_index(output, jobs.MADE_WITH, listed(music), [music])
    here = tmp_path / "here"
    told: list[tuple[int, int]] = []
    fetch_catalogue(output, here, lambda done, total: told.append((done, total)))
    (fragment,) = (here / "features").iterdir()
    before = fragment.stat().st_mtime_ns
    fetch_catalogue(output, here, lambda done, total: told.append((done, total)))
    assert fragment.stat().st_mtime_ns == before
    assert told == [(0, 1), (1, 1)] * 2
    expected = jobs.sound_of("two")
    with closing(SharedCatalogue(here)) as catalogue:
        assert catalogue.track(expected.audio_id, "music-1", "sound-1") is not None


def test_a_folder_of_many_fragments_is_tidied_once(
    output: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_index(output, jobs.MADE_WITH, [], [])
    for number in range(5):
        output.write(f"features/{number}.parquet", b"a fragment")
    abandoned = tmp_path / "here" / "features" / ".tivm-0.part"
    abandoned.parent.mkdir(parents=True)
    abandoned.touch()
    os.utime(abandoned, (0, 0))
    listed: list[Path] = []
    glob = Path.glob

    def note(folder: Path, pattern: str) -> Iterator[Path]:
        listed.append(folder)
        return glob(folder, pattern)

    monkeypatch.setattr(Path, "glob", note)
    fetch_catalogue(output, tmp_path / "here", lambda done, total: None)
    assert listed.count(abandoned.parent) == 1
    assert sorted(path.name for path in abandoned.parent.iterdir()) == [f"{n}.parquet" for n in range(5)]


def test_a_catalogue_that_can_not_be_copied_is_told_in_a_sentence(output: Output, tmp_path: Path) -> None:
    write_index(output, jobs.MADE_WITH, [], [])
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FileError, match=r"can't be copied .*; free space on its disk"):
        fetch_catalogue(output, tmp_path / "file" / "here", lambda done, total: None)


def test_a_file_in_two_folders_of_music_is_taken_once(music: Path) -> None:
    (music / "deep").mkdir()
    (music / "deep" / "c.mp3").write_text("three")
    unread: list[Path] = []
    items = files_of([music, music / "deep"], jobs.MADE_WITH, lambda path, why: unread.append(path))
    assert sorted(item.place.name for item in items) == [
        *("a.mp3", "b.mp3", "bad.mp3", "c.mp3", "copy of a.mp3", "worse.mp3")
    ]
    assert {item.root for item in items} == {os.fsencode(music)}
    assert unread == []


def test_a_file_that_goes_while_it_is_listed_is_left_out(
    music: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Path.stat

    def late(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "a.mp3":
            path.unlink(missing_ok=True)
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", late)
    assert "a.mp3" not in {item.place.name for item in listed(music)}


def test_a_place_that_is_no_place_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TivmError, match="can't be used"):
        Output(str(tmp_path / "file" / "out")).write("a", b"")
    with pytest.raises(TivmError, match="can't be used"):
        Output("nonsense://bucket/place")
    with pytest.raises(TivmError, match="can't be used"):
        Output(str(tmp_path)).read("nothing")


def test_a_crash_is_the_signal_s(music: Path, output: Output, tmp_path: Path) -> None:
    worse = [item for item in listed(music) if item.place.name == "worse.mp3"]
    with analyser(output, tmp_path / "log") as analyse:
        analyse(block(worse))
    write_index(output, jobs.MADE_WITH, worse, [music])
    with closing(SharedCatalogue(tmp_path / "out")) as catalogue:
        (failure,) = catalogue.failures()
    assert (failure.kind, failure.path.name) == ("crash", "worse.mp3")
    assert signal.SIGSEGV.name in failure.reason
