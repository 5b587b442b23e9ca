"""What a sound is, found out by a worker while a scan waits for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.matching import worker_jobs
from tests.matching.library_making import write_track
from tivm_desktop.domain.errors import CancelledError, MediaError
from tivm_desktop.matching.identify import Identifier
from tivm_desktop.matching.workers import AnalysisPool
from tivm_desktop.media.identity import audio_identity


@pytest.fixture
def pool() -> Iterator[AnalysisPool]:
    pool = AnalysisPool(worker_jobs.make_tools)
    yield pool
    pool.close()


def never() -> bool:
    return False


def test_a_worker_finds_the_identity_or_says_why_there_is_none(pool: AnalysisPool, tmp_path: Path) -> None:
    track = write_track(tmp_path / "track.flac")
    (tmp_path / "text.mp3").write_text("no music")
    identify = Identifier(pool)
    assert identify(track, never) == audio_identity(track)
    with pytest.raises(MediaError, match=r"text\.mp3"):
        identify(tmp_path / "text.mp3", never)


def test_whoever_gives_up_does_not_wait(pool: AnalysisPool, tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        Identifier(pool)(tmp_path / "track.flac", lambda: True)


def test_a_pool_that_is_closed_ends_the_scan(pool: AnalysisPool, tmp_path: Path) -> None:
    pool.close()
    with pytest.raises(CancelledError):
        Identifier(pool)(tmp_path / "track.flac", never)
