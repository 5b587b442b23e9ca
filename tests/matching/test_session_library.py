"""The session and a whole library: folders, queries, marks, what comes and goes; with toy encoders."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.matching.library_making import LONG_S, Desk, desk, write_track
from tests.matching.making import Heard
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.library_status import LibraryState
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.blobs import decode
from tivm_desktop.library.known import FileRow, FileStamp
from tivm_desktop.library.reconcile import scan_library
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analyse_track import describe_known
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.index_pace import Surroundings
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.jobs import Failed
from tivm_desktop.matching.keeping import Keeping
from tivm_desktop.matching.library_contents import Needs
from tivm_desktop.matching.library_options import LibraryOptions
from tivm_desktop.matching.session import SuggestionSession
from tivm_desktop.matching.workers import AnalysisPool

pytestmark = [pytest.mark.media]


@pytest.fixture
def toys(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def names(order: tuple[Suggestion, ...]) -> set[str]:
    return {one.path.name for one in order}


def test_a_library_is_ranked_placed_and_counted(toys: Desk) -> None:
    heard = toys.ranked()
    assert names(heard.orders[-1]) == {"0.flac", "1.flac", "2.flac"}
    assert all(one.placed and one.depth is Depth.FULL and one.why for one in heard.orders[-1])
    status = heard.library
    assert (status.total, status.coarse, status.full) == (3, 3, 3)
    assert status.state is LibraryState.SETTLED
    assert status.folders == (toys.music,)


def test_what_is_known_is_ranked_without_reading_or_making_more_than_the_list_needs(
    toys: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = toys.ranked()
    read: list[object] = []

    def note(blob: bytes, kind: type) -> object:
        read.append(kind)
        return decode(blob, kind)

    monkeypatch.setattr("tivm_desktop.library.analysis_rows.decode", note)
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_music_folders([toys.music])
        assert begun.wait(LONG_S)
        assert read == []
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
    assert heard.orders[-1] == first.orders[-1]
    assert len(read) == 1 + 3


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the workers are given to do, by the names of the functions."""
    noted: list[str] = []
    submit = AnalysisPool.submit

    def note(pool: AnalysisPool, work: Callable[..., object], *arguments: object, **more: object) -> object:
        noted.append(getattr(work, "func", work).__name__)
        return submit(pool, work, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(AnalysisPool, "submit", note)
    return noted


@pytest.mark.parametrize("lost", ["rows", "facts", "both"])
def test_rows_and_facts_that_are_lacking_are_made_of_what_is_stored(
    toys: Desk, jobs: list[str], lost: str
) -> None:
    first = toys.ranked()
    assert "analyse_track" in jobs
    jobs.clear()
    if lost != "facts":
        shutil.rmtree(toys.profile.vectors_folder)
    if lost != "rows":  # as in a library of the first schema
        with closing(sqlite3.connect(toys.profile.database)) as database, database:
            database.execute("DELETE FROM facts")
    assert toys.ranked().orders[-1] == first.orders[-1]
    assert sorted(jobs) == ["describe_known"] * 3 + ["try_provider"]
    jobs.clear()
    assert toys.ranked().orders[-1] == first.orders[-1]
    assert jobs == ["try_provider"]


def test_a_worker_that_fails_at_describing_has_no_file_heard_anew(
    toys: Desk, jobs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = toys.ranked()
    shutil.rmtree(toys.profile.vectors_folder)
    jobs.clear()
    submit, heard = AnalysisPool.submit, Heard()

    def fail(pool: AnalysisPool, work: Callable[..., object], *arguments: object, **more: object) -> object:
        if work is not describe_known:
            return submit(pool, work, *arguments, **more)  # type: ignore[arg-type]
        more["done"](Failed("The worker ended."))  # type: ignore[operator]
        return SimpleNamespace(cancel=lambda: None)

    with monkeypatch.context() as without_workers, toys.session(heard) as begun:
        without_workers.setattr(AnalysisPool, "submit", fail)
        begun.set_music_folders([toys.music])
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
        assert len(heard.warnings) == 1
        without_workers.undo()
        begun.rescan()
        assert begun.wait(LONG_S)
    assert heard.orders[-1] == first.orders[-1]
    assert "analyse_track" not in jobs


def test_several_folders_are_one_library_and_one_sound_is_one_track(toys: Desk) -> None:
    more = toys.root / "more"
    write_track(more / "extra.flac", 70)
    shutil.copy(toys.music / "0.flac", more / "twice.flac")
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_music_folders([toys.music, more])
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
        assert heard.folder == (5, 5)
        order = heard.orders[-1]
        assert len(order) == 4
        assert len(names(order) & {"0.flac", "twice.flac"}) == 1
        assert begun.track_analysis(more / "twice.flac") is not None
        begun.set_music_folders([more])
        assert begun.wait(LONG_S)
    assert names(heard.orders[-1]) == {"extra.flac", "twice.flac"}
    assert heard.library.total == 2


def test_a_query_leaves_what_it_asks_for_in_the_order_asked_for(toys: Desk) -> None:
    heard = toys.ranked(lambda begun: begun.set_query(Query(), Order(Column.FILE, descending=False)))
    by_fit, by_name = heard.orders[0], heard.orders[-1]
    assert [one.path.name for one in by_name] == ["0.flac", "1.flac", "2.flac"]
    assert {one.path: one.rank for one in by_name} == {one.path: one.rank for one in toys.ranked().orders[-1]}
    assert all(one.placed for one in by_name)
    assert by_fit != by_name
    found = toys.ranked(lambda begun: begun.set_query(Query(text="1"), Order()))
    assert names(found.orders[-1]) == {"1.flac"}
    assert found.orders[-1][0].rank == 1


def test_a_list_that_is_cut_says_how_many_there_are(toys: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tivm_desktop.matching.track_lister.LIST_LENGTH", 2)
    heard = toys.ranked()
    assert (len(heard.orders[-1]), heard.totals[-1]) == (2, 3)
    found = toys.ranked(lambda begun: begun.set_query(Query(text="1"), Order()))
    assert (len(found.orders[-1]), found.totals[-1]) == (1, 1)


def test_marks_are_kept_shown_and_obeyed(toys: Desk) -> None:
    loved, hated = toys.music / "1.flac", toys.music / "2.flac"

    def mark(begun: SuggestionSession) -> None:
        begun.set_marks(loved, Marks(rating=5, favourite=True, tags=("sea",)))
        begun.set_marks(hated, Marks(never=True))

    heard = toys.ranked(mark)
    assert names(heard.orders[-1]) == {"0.flac", "1.flac"}
    moved = toys.music / "elsewhere" / "renamed.flac"
    moved.parent.mkdir()
    loved.rename(moved)
    again = toys.ranked()
    marks = {one.path: one.marks for one in again.orders[-1]}
    assert marks[moved] == Marks(rating=5, favourite=True, tags=("sea",))
    favourites = toys.ranked(lambda begun: begun.set_query(Query(favourite=True), Order()))
    assert names(favourites.orders[-1]) == {"renamed.flac"}
    never = toys.ranked(lambda begun: begun.set_query(Query(never=True), Order()))
    assert "2.flac" in names(never.orders[-1])


def test_without_a_video_the_library_is_listed(toys: Desk) -> None:
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_query(Query(), Order(Column.FILE, descending=True))
        begun.set_music_folders([toys.music])
        assert begun.wait(LONG_S)
    found, total = heard.finds[-1]
    assert [one.path.name for one in found] == ["2.flac", "1.flac", "0.flac"]
    assert total == 3
    assert {one.depth for one in found} == {Depth.FULL}
    assert heard.orders == []


def test_a_rescan_finds_what_came_and_misses_what_went(toys: Desk) -> None:
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_music_folders([toys.music])
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
        write_track(toys.music / "new.flac", 72)
        (toys.music / "0.flac").unlink()
        begun.rescan()
        assert begun.wait(LONG_S)
    assert names(heard.orders[-1]) == {"1.flac", "2.flac", "new.flac"}
    assert heard.library.total == 3


def test_a_file_that_another_program_sees_changed_while_it_is_at_work_is_heard_anew(
    toys: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, changed, heard = Keeping.keep, toys.music / "0.flac", Heard()

    def keep_after_the_other(keeping: Keeping, wanted: Wanted, found: AnalysedTrack) -> FileRow | FileStamp:
        """As it is, after another program has scanned a folder in which a file was written anew."""
        if wanted.path == changed and not others:
            others.append(write_track(changed, 80, 5.0))
            with closing(FeatureStore(toys.profile.database)) as other:
                other.apply(scan_library([toys.music], other.known_tree()), [toys.music])
        return keep(keeping, wanted, found)

    others: list[Path] = []
    monkeypatch.setattr(Keeping, "keep", keep_after_the_other)
    with toys.session(heard) as begun:
        begun.set_music_folders([toys.music])
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
    assert others == [changed]
    assert (heard.library.total, heard.library.full, heard.library.failed) == (3, 3, ())
    with closing(FeatureStore(toys.profile.database)) as store:
        row = store.file(changed)
    assert row is not None
    assert row.duration_s == pytest.approx(5.0, abs=0.1)


def test_what_came_is_heard_though_the_library_could_not_say_so_at_once(
    toys: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard()

    def refuse(store: FeatureStore, *more: object) -> Needs:
        raise FileError(store.path, "The library can't be read now.")

    with toys.session(heard) as begun:
        begun.set_music_folders([toys.music])
        assert begun.wait(LONG_S)
        write_track(toys.music / "new.flac", 72)
        with monkeypatch.context() as unlucky:
            unlucky.setattr("tivm_desktop.matching.library_walk.read_needs", refuse)
            begun.rescan()
            assert begun.wait(LONG_S)
        assert heard.warnings == ["The library can't be read now."]
        begun.rescan()
        assert begun.wait(LONG_S)
    assert (heard.library.total, heard.library.full) == (4, 4)


def test_a_folder_that_is_away_loses_nothing(toys: Desk) -> None:
    far = toys.root / "drive" / "music"
    write_track(far / "far.flac", 75)
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_music_folders([toys.music, far])
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
        begun.set_marks(far / "far.flac", Marks(rating=3))
        far.parent.rename(toys.root / "unplugged")
        begun.rescan()
        assert begun.wait(LONG_S)
        assert "far.flac" not in names(heard.orders[-1])
        assert heard.library.away == (far,)
        assert len(heard.folder_failures) == 1
        begun.rescan()
        assert begun.wait(LONG_S)
        assert len(heard.folder_failures) == 1
        (toys.root / "unplugged").rename(far.parent)
        begun.rescan()
        assert begun.wait(LONG_S)
    (back,) = [one for one in heard.orders[-1] if one.path.name == "far.flac"]
    assert back.marks.rating == 3
    assert back.placed
    assert heard.library.away == ()


def test_what_failed_is_listed_and_tried_again_when_asked(toys: Desk) -> None:
    broken = toys.music / "broken.flac"
    broken.write_bytes(b"fLaC nothing that is")
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_music_folders([toys.music])
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
        assert [one.path for one in heard.library.failed] == [broken]
        assert heard.library.full == 3
        write_track(broken, 77)
        begun.try_again([broken])
        assert begun.wait(LONG_S)
    assert heard.library.failed == ()
    assert "broken.flac" in names(heard.orders[-1])


def test_indexing_is_held_and_goes_on(toys: Desk) -> None:
    heard = Heard()
    with toys.session(heard) as begun:
        begun.pause_indexing()
        begun.set_music_folders([toys.music])
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
        assert heard.library.state is LibraryState.PAUSED
        assert heard.library.full == 0
        begun.resume_indexing()
        assert begun.wait(LONG_S)
    assert heard.library.full == 3
    assert len(heard.orders[-1]) == 3


def test_a_watched_folder_is_looked_at_when_something_comes(toys: Desk) -> None:
    heard = Heard()
    with toys.session(heard, LibraryOptions(watch=True)) as begun:
        begun.set_music_folders([toys.music])
        assert begun.wait(LONG_S)
        write_track(toys.music / "new.flac", 72)
        assert heard.four_tracks.wait(LONG_S)


def test_a_row_further_down_is_placed_when_it_is_asked_for(toys: Desk) -> None:
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_music_folders([toys.music])
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
        begun.set_in_view([toys.music / "2.flac"])
        placed = begun.placed(toys.music / "2.flac")
        assert begun.placed(toys.root / "no such.flac") is None
        assert begun.wait(LONG_S)
    assert placed in heard.orders[-1]


def test_what_of_the_pace_can_not_be_kept_is_told_once(toys: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = Surroundings(lambda: None, lambda: None)
    monkeypatch.setattr("tivm_desktop.matching.indexer.Surroundings", lambda: silent)
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_pace(IndexPace(1, only_when_idle=True, wait_on_battery=True))
        begun.set_music_folders([toys.music])
        assert begun.wait(LONG_S)
    assert len(heard.warnings) == 2
    assert any("doesn't wait for mains" in warning for warning in heard.warnings)
    assert any("doesn't wait for a pause" in warning for warning in heard.warnings)
