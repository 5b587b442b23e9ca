"""A catalogue that a cluster made is ranked by the session as if its tracks had been analysed here."""

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'tivm-desktop[cluster]'")

import pyarrow as pa

from tests.matching.library_making import LONG_S, Desk, desk, write_track
from tests.matching.making import Heard
from tivm_desktop.cluster.analyser import ANALYSED, FragmentAnalyser, Plan
from tivm_desktop.cluster.index_file import write_index
from tivm_desktop.cluster.output import Output
from tivm_desktop.cluster.tools import NodeTools, made_with
from tivm_desktop.cluster.work import files_of
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.library.attached import Attachment, attach
from tivm_desktop.matching.library_options import LibraryOptions

pytestmark = [pytest.mark.media]


def refuse(path: Path, why: str) -> None:
    raise AssertionError(why)


@pytest.fixture
def toys(tmp_path: Path) -> Desk:
    return desk(tmp_path)


@pytest.fixture
def shared(toys: Desk, tmp_path: Path) -> Path:
    """The desk's music, analysed by an actor into a catalogue."""
    place = tmp_path / "shared"
    expected = made_with(toys.pack)
    tools = NodeTools(str(toys.pack.folder), "cpu", expected)
    items = files_of([toys.music], expected, refuse)
    analyser = FragmentAnalyser(Plan(str(place), "run", tools, expected))
    try:
        told = analyser(pa.Table.from_pylist([item.row for item in items]))
    finally:
        analyser.close()
    assert told["outcome"].to_pylist() == [ANALYSED] * 3
    write_index(Output(str(place)), expected, items, [toys.music])
    return place


def of_shared(toys: Desk, options: LibraryOptions, folders: list[Path]) -> tuple[Suggestion, ...]:
    heard = Heard()
    with toys.session(heard, options) as begun:
        begun.set_music_folders(folders)
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
    assert heard.warnings == []
    return heard.orders[-1]


def test_shared_tracks_rank_as_one_s_own(toys: Desk, shared: Path) -> None:
    alone = of_shared(toys, LibraryOptions(catalogues=(Attachment(shared),)), [])
    assert all(one.placed and one.why for one in alone)
    own = toys.ranked().orders[-1]
    assert [replace(one, path=Path(), fit=0) for one in alone] == [
        replace(one, path=Path(), fit=0) for one in own
    ]
    assert [one.fit for one in alone] == pytest.approx([one.fit for one in own], abs=1e-4)


def test_both_are_ranked_together_each_sound_once(toys: Desk, shared: Path, tmp_path: Path) -> None:
    attach(toys.profile, Attachment(shared, {toys.music: tmp_path / "on another machine"}))
    mine = tmp_path / "mine"
    write_track(mine / "mine.flac", 70)
    (mine / "same sound.flac").write_bytes((toys.music / "1.flac").read_bytes())
    of_shared(toys, LibraryOptions(), [mine])
    order = of_shared(toys, LibraryOptions(), [mine])
    assert {one.path.relative_to(tmp_path) for one in order} == {
        Path("mine/mine.flac"),
        Path("mine/same sound.flac"),
        Path("on another machine/0.flac"),
        Path("on another machine/2.flac"),
    }


def test_a_catalogue_that_is_gone_is_told_and_costs_nothing_else(toys: Desk, tmp_path: Path) -> None:
    heard = Heard()
    with toys.session(heard, LibraryOptions(catalogues=(Attachment(tmp_path / "gone"),))) as begun:
        begun.set_music_folders([toys.music])
        begun.set_video(toys.video)
        assert begun.wait(LONG_S)
    assert len(heard.orders[-1]) == 3
    assert [warning for warning in heard.warnings if "no shared catalogue" in warning] == heard.warnings
    assert heard.warnings
