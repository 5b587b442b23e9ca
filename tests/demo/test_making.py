"""The demo is made once, whole or not at all, and says in a sentence what keeps it from being made."""

import errno
import math
import os
import time
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from tivm_desktop.demo import Demo, make_demo
from tivm_desktop.demo.jobs import film_job, no_tools, track_job
from tivm_desktop.demo.making import make_film, make_track
from tivm_desktop.demo.names import TITLES
from tivm_desktop.demo.pieces import PIECES
from tivm_desktop.domain.errors import CancelledError, FileError
from tivm_desktop.matching.jobs import Done
from tivm_desktop.matching.workers import AnalysisPool
from tivm_desktop.media.loudness import LoudnessMeter
from tivm_desktop.media.probe import probe
from tivm_desktop.media.tags import read_tags


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return make_demo(tmp_path_factory.mktemp("demo"), tracks=2, short=True)


@pytest.fixture
def pool() -> Iterator[AnalysisPool]:
    made = AnalysisPool(no_tools)
    yield made
    made.close()


def samples_of(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        rate = container.streams.audio[0].rate
        resampler = av.AudioResampler(format="fltp", layout="stereo", rate=rate)
        frames = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
        return np.concatenate([frame.to_ndarray() for frame in frames], axis=1)


def test_the_film_is_a_video_with_a_quiet_sound_of_its_own(demo: Demo) -> None:
    info = probe(demo.video)
    assert info.video is not None
    assert (info.video.width, info.video.height, round(info.video.frame_rate)) == (320, 180, 30)
    assert 3.5 < info.duration_s < 5
    assert info.audio is not None
    own = samples_of(demo.video)
    assert 0.0005 < math.sqrt(float((own**2).mean())) < 0.05


def test_tracks_say_what_they_are(demo: Demo) -> None:
    tracks = sorted(demo.music.iterdir())
    assert [track.stem for track in tracks] == sorted(TITLES[:2])
    for track in tracks:
        tags = read_tags(track)
        assert (tags.title, tags.artist) == (track.stem, "TIVM Desktop demo")
        with av.open(str(track)) as container:
            assert container.streams.audio[0].metadata["genre"] == PIECES[tags.title].genre


def test_every_title_has_a_piece() -> None:
    assert set(TITLES) == set(PIECES)
    assert len({piece.genre for piece in PIECES.values()}) == len(PIECES)


def test_a_track_is_as_loud_as_the_others_and_never_clips(demo: Demo) -> None:
    for track in demo.music.iterdir():
        sound = samples_of(track)
        meter = LoudnessMeter(48_000, 2, "stereo")
        meter.push(sound)
        assert meter.finish().integrated_lufs == pytest.approx(-16.0, abs=0.7)
        assert float(np.abs(sound).max()) < 1.0


def test_what_is_there_is_used_again(demo: Demo) -> None:
    before = {path: path.stat().st_mtime_ns for path in (demo.video, *demo.music.iterdir())}
    assert make_demo(demo.video.parent, tracks=2, short=True) == demo
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_the_same_demo_is_made_everywhere(demo: Demo, tmp_path: Path) -> None:
    again = make_track(tmp_path, 0, short=True)
    assert np.array_equal(samples_of(again), samples_of(demo.track(0)))


def test_a_demo_is_whole_with_film_and_all_tracks(tmp_path: Path) -> None:
    demo = Demo.of(tmp_path)
    demo.music.mkdir()
    demo.video.touch()
    for number in range(len(TITLES)):
        assert not demo.whole
        demo.track(number).touch()
    assert demo.whole
    demo.video.unlink()
    assert not demo.whole


def test_progress_grows_to_its_end(tmp_path: Path) -> None:
    told: list[tuple[float, float]] = []
    make_demo(tmp_path, lambda done_s, total_s: told.append((done_s, total_s)), tracks=1, short=True)
    assert {total for _, total in told} == {2.0}
    parts = [done for done, _ in told]
    assert parts == sorted(parts)
    assert parts[-1] == 2.0
    assert len(parts) > 5


def test_nothing_half_is_left_when_it_is_cancelled(tmp_path: Path) -> None:
    def stop(done_s: float, total_s: float) -> None:
        if done_s > 0:
            raise CancelledError

    with pytest.raises(CancelledError):
        make_film(tmp_path, stop, short=True)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_worker_left_is_removed(tmp_path: Path) -> None:
    old, new = tmp_path / ".tivm-old.part", tmp_path / ".tivm-new.part"
    for part in (old, new):
        part.touch()
    hour_ago_s = time.time() - 3600
    os.utime(old, (hour_ago_s, hour_ago_s))
    make_film(tmp_path, short=True)
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize(
    ("number", "says"),
    [(errno.ENOSPC, "the drive is full; free some space"), (errno.EACCES, "you may not write there")],
)
def test_a_drive_that_takes_nothing_is_told_in_a_sentence(
    number: int, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(av, "open", refuse)
    with pytest.raises(FileError, match=says) as caught:
        make_film(tmp_path / "demo", short=True)
    assert str(caught.value).startswith(f"The demo can't be made in {tmp_path / 'demo'}: ")
    assert list((tmp_path / "demo").iterdir()) == []


def test_a_file_in_the_folders_place_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "demo").touch()
    with pytest.raises(FileError, match=r"The demo can't be made in .*demo: .*; try again"):
        make_film(tmp_path / "demo", short=True)


def test_a_worker_makes_what_is_lacking(demo: Demo, pool: AnalysisPool) -> None:
    folder = demo.video.parent
    jobs = [
        pool.submit(film_job, folder, subject=demo.video),
        pool.submit(track_job, folder, 0, subject=demo.track(0)),
    ]
    outcomes = [job.wait(30.0) for job in jobs]
    assert outcomes == [Done(demo.video), Done(demo.track(0))]
