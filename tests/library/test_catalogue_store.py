"""A catalogue read from the store is the one that heard of everything as it came."""

import gc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.library.analyses import track_analysis
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.track_facts import UNKNOWN, Depth, TrackFacts
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.library.changes import Changes, FoundFile, Moved
from tivm_desktop.library.known import FileStamp, KnownTrack
from tivm_desktop.library.store import FeatureStore

BY_TITLE = Order(Column.TITLE, descending=False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FeatureStore]:
    opened = FeatureStore(tmp_path / "library.sqlite3")
    yield opened
    opened.close()


def facts(tempo_bpm: float = 120.0, depth: Depth = Depth.FULL) -> TrackFacts:
    return TrackFacts(depth, 100.0, tempo_bpm, 3, "minor", -9.0, 0.5, -0.5, 0.25, 0.75)


def save(store: FeatureStore, name: str, audio_id: str, title: str, found: TrackFacts) -> None:
    store.save_analysed(
        Path("/music") / name,
        FileStamp(1, 1),
        KnownTrack(audio_id, TrackTags(title, "Artist", "Album"), found.duration_s),
        track_analysis(),
        "sound-1",
        found,
        "key",
    )


def told(catalogue: Catalogue, query: Query = Query()) -> list[tuple[object, ...]]:  # noqa: B008 - frozen
    return [
        (track.audio_id, track.path, catalogue.paths(track.row), track.tags, track.facts, track.marks)
        for track in catalogue.tracks(catalogue.find(query, BY_TITLE).tolist())
    ]


def test_an_empty_store_is_an_empty_catalogue(store: FeatureStore) -> None:
    catalogue = Catalogue.load(store, "key")
    catalogue.warm()
    assert len(catalogue) == 0
    assert told(catalogue) == []
    assert told(catalogue, Query("word", folder="/music")) == []


def test_everything_is_read(store: FeatureStore) -> None:
    save(store, "a.mp3", "a", "Alpha", facts(100))
    save(store, "sub/b.mp3", "b", "Beta", facts(0))
    save(store, "sub/a again.mp3", "a", "Alpha", facts(100))
    store.set_marks("b", Marks(rating=4, favourite=True, tags=("intro",), notes="good"))
    store.set_marks("gone", Marks(never=True))
    store.apply(Changes(new=(FoundFile(Path("/music/new.mp3"), 1, 1, 1),)))
    catalogue = Catalogue.load(store, "key")
    catalogue.warm()
    names = [Path("/music/a.mp3"), Path("/music/sub/b.mp3"), Path("/music/new.mp3")]
    assert [track[1] for track in told(catalogue)] == names
    assert [track[4] for track in told(catalogue)] == [facts(100), facts(0), None]
    assert catalogue.paths(0) == (Path("/music/a.mp3"), Path("/music/sub/a again.mp3"))
    assert told(catalogue, Query("beta"))[0][5] == Marks(
        rating=4, favourite=True, tags=("intro",), notes="good"
    )
    assert [track[0] for track in told(catalogue, Query("beta artist"))] == ["b"]
    assert [track[0] for track in told(catalogue, Query(folder="/music/sub"))] == ["a", "b"]
    assert len(catalogue) == 4


def test_facts_of_another_pack_are_not_read(store: FeatureStore) -> None:
    save(store, "a.mp3", "a", "Alpha", facts())
    assert Catalogue.load(store, "other").facts(0) is None


def test_what_vanished_or_does_not_belong_is_known_and_not_found(store: FeatureStore) -> None:
    save(store, "a.mp3", "a", "Alpha", facts())
    save(store, "b.mp3", "b", "Beta", facts())
    save(store, "away/c.mp3", "c", "Gamma", facts())
    store.apply(Changes(vanished=(Path("/music/b.mp3"),)))
    catalogue = Catalogue.load(store, "key", lambda path: path.parent.name != "away")
    assert [track[0] for track in told(catalogue)] == ["a"]
    assert catalogue.row_of("b") is not None
    assert catalogue.facts(catalogue.row_of("c") or 0) == facts()


def test_what_came_one_by_one_is_what_is_read_later(store: FeatureStore) -> None:
    """Each step is written and told to the catalogue that is open."""
    catalogue = Catalogue.load(store, "key")
    deepest: dict[str, TrackFacts] = {}
    assert told(catalogue, Query("nothing")) == []
    steps = np.random.default_rng(3)
    for step in range(150):
        audio_id = f"id{steps.integers(12)}"
        match steps.integers(5):
            case 0 | 1:
                depth = Depth(int(steps.integers(1, 3)))
                place = f"{steps.integers(20)}.mp3"
                save(store, place, audio_id, f"Title {steps.integers(9)}", facts(90 + step, depth))
                row = store.file(Path("/music") / place)
                assert row is not None
                catalogue.put_file(row)
                if depth >= deepest.get(audio_id, UNKNOWN).depth:
                    deepest[audio_id] = facts(90 + step, depth)
                catalogue.put_facts(audio_id, deepest[audio_id])
            case 2:
                said = Marks(rating=int(steps.integers(6)), tags=("x",) * int(steps.integers(2)))
                store.set_marks(audio_id, said)
                catalogue.put_marks(audio_id, said)
            case 3:
                store.apply(Changes(vanished=(Path("/music") / f"{steps.integers(20)}.mp3",)))
                for row in store.all_files():
                    catalogue.put_file(row)
            case _:
                files = list(store.all_files())
                if files:
                    was = files[int(steps.integers(len(files)))]
                    now = FoundFile(Path(f"/music/moved {step}.mp3"), was.size, was.mtime_ns, 0)
                    store.apply(Changes(moved=(Moved(was.path, now),)))
                    catalogue = Catalogue.load(store, "key")
        if step % 10 == 0:
            anew = Catalogue.load(store, "key")
            for query in (Query(), Query("title 3"), Query(least_rating=2), Query(tempo_bpm=(100, 170))):
                assert sorted(map(repr, told(catalogue, query))) == sorted(map(repr, told(anew, query)))


@pytest.mark.parametrize("running", [True, False])
def test_reading_leaves_the_collector_of_cycles_as_it_was(store: FeatureStore, *, running: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        Catalogue.load(store, "key")
        assert gc.isenabled() is running
    finally:
        (gc.enable if before else gc.disable)()
