"""Lists of files through a real pool, with a pack of tiny graphs."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.matching.pair_files import quick_pack, write_pairs, write_track
from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.analyse_track import analyse_track
from tivm_desktop.matching.analyse_video import analyse_video
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.collect import Collected, collect
from tivm_desktop.matching.recall import Memory, stamp_of
from tivm_desktop.matching.workers import AnalysisPool


class StopError(Exception):
    """Stands for Ctrl-C."""


class Steps(list[tuple[int, int]]):
    """Keeps what a counter is told."""

    def __call__(self, done: int, total: int) -> None:
        self.append((done, total))


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load_pack(quick_pack(tmp_path / "pack"))


def made(folder: Path, count: int) -> tuple[list[Path], list[Path]]:
    entries = write_pairs(folder, count)
    return [folder / str(one["music"]) for one in entries], [folder / str(one["video"]) for one in entries]


def collected(
    pack: Pack, profile: Path, tracks: list[Path], videos: list[Path], steps: Steps | None = None
) -> Collected:
    told: list[str] = []
    found = collect(
        pack, Profile(profile), tracks, videos,
        provider="cpu", progress=Steps() if steps is None else steps, warn=told.append,
    )  # fmt: skip
    assert told == []
    return found


def test_files_are_analysed_once_and_recalled_after(tmp_path: Path, pack: Pack) -> None:
    tracks, videos = made(tmp_path, 2)
    first, second = Steps(), Steps()
    found = collected(pack, tmp_path / "profile", [*tracks, tracks[0]], [videos[0], *videos], first)
    assert first == [(done, 4) for done in range(5)]
    assert found.provider == "CPU"
    assert set(found.tracks) == set(tracks)
    assert all(isinstance(one, AnalysedTrack) for one in found.tracks.values())
    assert all(isinstance(one, VideoAnalysis) for one in found.videos.values())
    again = collected(pack, tmp_path / "profile", tracks, videos, second)
    assert second == [(4, 4)]
    assert set(again.videos) == set(videos)


def test_a_file_that_can_not_be_analysed_has_its_sentence_now_and_later(tmp_path: Path, pack: Pack) -> None:
    broken, gone = tmp_path / "broken.wav", tmp_path / "gone.wav"
    broken.write_bytes(b"no sound" * 100)
    sound_only = write_track(tmp_path / "sound.wav", 1)
    steps = Steps()
    for _ in range(2):
        found = collected(pack, tmp_path / "profile", [broken, gone], [sound_only], steps)
        for path, told in [*found.tracks.items(), *found.videos.items()]:
            assert isinstance(told, str)
            assert path.name in told
    assert steps.count((3, 3)) == 2


def test_an_interruption_loses_nothing_that_was_done(tmp_path: Path, pack: Pack) -> None:
    tracks, videos = made(tmp_path, 3)
    profile = Profile(tmp_path / "profile")

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise StopError

    with pytest.raises(StopError):
        collect(pack, profile, tracks, videos, provider="cpu", progress=stop, warn=pytest.fail)
    memory = Memory(profile, pack)
    kept = [path for path in tracks if memory.track(path)] + [
        path for path in videos if memory.video(path, stamp_of(path))
    ]
    memory.close()
    assert 2 <= len(kept) <= 6


def test_a_file_that_is_exported_over_while_it_is_analysed_is_unknown(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracks, videos = made(tmp_path, 1)
    submit = AnalysisPool.submit

    def export_meanwhile(
        pool: AnalysisPool, work: Callable[..., object], *arguments: object, **more: object
    ) -> object:
        job = submit(pool, work, *arguments, **more)  # type: ignore[arg-type]
        if work in {analyse_track, analyse_video}:
            os.utime(job.subject, ns=(1, 1))
        return job

    monkeypatch.setattr(AnalysisPool, "submit", export_meanwhile)
    found = collected(pack, tmp_path / "profile", tracks, videos)
    assert isinstance(found.tracks[tracks[0]], AnalysedTrack)
    assert isinstance(found.videos[videos[0]], VideoAnalysis)
    memory = Memory(Profile(tmp_path / "profile"), pack)
    assert memory.track(tracks[0]) is None
    assert memory.video(videos[0], stamp_of(videos[0])) is None
    memory.close()


def test_a_pack_that_changed_since_is_an_error_not_a_skipped_file(tmp_path: Path, pack: Pack) -> None:
    tracks, videos = made(tmp_path, 1)
    (pack.folder / "frame_encoder.onnx").write_bytes(b"altered")
    with pytest.raises(TivmError, match="frame_encoder"):
        collected(pack, tmp_path / "profile", tracks, videos)
