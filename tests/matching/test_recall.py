"""What is kept of a file goes by what it was before it was analysed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.domain import making
from tests.library.analyses import track_analysis
from tests.matching.library_making import LONG_S, Desk, desk
from tests.matching.making import Heard
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.track_facts import UNKNOWN, Depth
from tivm_desktop.library.known import FailureKind
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.jobs import Done, Failed
from tivm_desktop.matching.pack_ids import PackIds
from tivm_desktop.matching.proxies import VideoWithProxy, analyse_video_with_proxy
from tivm_desktop.matching.recall import Memory, stamp_of
from tivm_desktop.matching.workers import AnalysisPool

DAMAGED = Failed("a.flac is damaged.", lasting=True)


@pytest.fixture
def toys(tmp_path: Path) -> Desk:
    return desk(tmp_path, tracks=0)


@pytest.fixture
def memory(toys: Desk) -> Iterator[Memory]:
    memory = Memory(toys.profile, toys.pack)
    yield memory
    memory.close()


def written(path: Path, what: bytes = b"as it was") -> Path:
    path.write_bytes(what)
    return path


def heard(toys: Desk) -> AnalysedTrack:
    analysis = replace(track_analysis(), encoder_id=toys.pack.music.encoder_id)
    return AnalysedTrack("sound", TrackTags("title"), analysis, Depth.FULL, UNKNOWN)


def failures_of(toys: Desk) -> str:
    return PackIds(toys.pack.music.encoder_id, "").failure


def test_a_file_that_was_analysed_is_known_and_one_written_over_meanwhile_is_not(
    toys: Desk, memory: Memory
) -> None:
    path = written(toys.root / "a.flac")
    stamp = stamp_of(path)
    memory.keep_track(path, stamp, heard(toys))
    assert isinstance(memory.track(path), AnalysedTrack)
    written(path, b"as it is after the export")
    memory.keep_track(path, stamp, heard(toys))
    assert memory.track(path) is None


def test_what_a_worker_made_of_an_analysis_is_kept_with_it(toys: Desk, memory: Memory) -> None:
    path = written(toys.root / "a.flac")
    facts = replace(UNKNOWN, depth=Depth.FULL, tempo_bpm=120.0)
    memory.keep_track(path, stamp_of(path), replace(heard(toys), facts=facts))
    [kept] = memory.store.plain_facts(PackIds.of(toys.pack).ranking)
    assert kept[:2] == ("sound", Depth.FULL)


def test_a_failure_is_that_of_the_file_as_it_was_and_of_one_that_is_there(toys: Desk, memory: Memory) -> None:
    path = written(toys.root / "a.flac")
    stamp = stamp_of(path)
    memory.keep_failure(path, stamp, DAMAGED)
    assert memory.track(path) == "a.flac is damaged."
    written(path, b"all of it")
    memory.keep_failure(path, stamp, DAMAGED)
    assert memory.track(path) is None
    path.unlink()
    memory.store.forget_failures([path], failures_of(toys))
    memory.keep_failure(path, stamp, DAMAGED)
    assert memory.store.failures(failures_of(toys)) == []


def test_a_failure_keeps_its_kind_and_what_is_not_the_files_fault_is_not_kept(
    toys: Desk, memory: Memory
) -> None:
    path = written(toys.root / "a.flac")
    memory.keep_failure(path, stamp_of(path), Failed("no memory"))
    assert memory.track(path) is None
    memory.keep_failure(path, stamp_of(path), Failed("a.flac got no further.", lasting=True, kind="time"))
    (failure,) = memory.store.failures(failures_of(toys))
    assert (failure.path, failure.kind) == (path, FailureKind.TIME)


def test_of_a_file_that_was_not_there_nothing_is_kept(toys: Desk, memory: Memory) -> None:
    path = toys.root / "a.flac"
    stamp = stamp_of(path)
    assert stamp is None
    written(path)
    memory.keep_track(path, stamp, heard(toys))
    memory.keep_failure(path, stamp, DAMAGED)
    assert memory.track(path) is None


def test_a_video_that_is_exported_over_while_it_is_analysed_is_unknown(
    toys: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    video = written(toys.root / "export.mp4", b"first cut")
    analysis = replace(making.video(making.picture(12)), encoder_id=toys.pack.frame.encoder_id)
    submit = AnalysisPool.submit

    def analysed(
        pool: AnalysisPool, work: Callable[..., object], *arguments: object, **more: object
    ) -> object:
        if work is not analyse_video_with_proxy:
            return submit(pool, work, *arguments, **more)  # type: ignore[arg-type]
        written(video, b"second cut, another film")
        more["done"](Done(VideoWithProxy(analysis)))  # type: ignore[operator]
        return SimpleNamespace(cancel=lambda: None)

    monkeypatch.setattr(AnalysisPool, "submit", analysed)
    heard = Heard()
    with toys.session(heard) as begun:
        begun.set_video(video)
        assert begun.wait(LONG_S)
    assert heard.videos == [analysis]
    memory = Memory(toys.profile, toys.pack)
    assert memory.video(video, stamp_of(video)) is None
    memory.close()
