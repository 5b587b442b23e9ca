"""A preview is a whole file of its own, or there is no file at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.handoff.making import (
    B_FRAMES,
    MUSIC_ONLY,
    files,
    made_video,
    streamed,
)
from tivm_desktop.domain.errors import CancelledError, ExportError, MediaError
from tivm_desktop.domain.mix import Mix
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.handoff.preview import Preview, export_preview


def test_an_existing_preview_is_never_overwritten_unasked(video: Path, track: Path, tmp_path: Path) -> None:
    preview = Preview(video, PlacedTrack(track), MUSIC_ONLY)
    wanted = video.with_name("cut – Song.mp4")
    assert export_preview(preview, wanted) == wanted
    before = wanted.read_bytes()
    assert export_preview(preview, wanted) == video.with_name("cut – Song 2.mp4")
    assert wanted.read_bytes() == before
    shorter = made_video(tmp_path / "short.mp4", 1.0)
    assert export_preview(Preview(shorter, None, Mix()), wanted, replace=True) == wanted
    assert wanted.stat().st_size < len(before)
    assert files(video.parent) == ["cut – Song 2.mp4", "cut – Song.mp4", "cut.mp4"]


@pytest.mark.parametrize("which", ["video", "track"])
def test_what_it_is_made_of_is_never_overwritten(which: str, tmp_path: Path) -> None:
    source = made_video(tmp_path / "cut.mp4", sound_s=2.0)
    music = made_video(tmp_path / "music.mp4", sound_s=2.0)
    own = {"video": source, "track": music}[which]
    before = own.read_bytes()
    with pytest.raises(ExportError, match=f"{own.name} is what the preview is made of"):
        export_preview(Preview(source, PlacedTrack(music), Mix()), own, replace=True)
    assert own.read_bytes() == before
    assert files(tmp_path) == ["cut.mp4", "music.mp4"]


def test_a_file_that_was_to_be_replaced_and_is_gone_is_written_all_the_same(video: Path) -> None:
    wanted = video.with_name("gone.mp4")
    assert export_preview(Preview(video, None, Mix()), wanted, replace=True) == wanted
    assert wanted.stat().st_size > 0


def test_a_suffix_that_does_not_fit_is_changed_and_that_name_not_overwritten(
    video: Path, track: Path
) -> None:
    video.with_name("a.mp4").write_bytes(b"theirs")
    written = export_preview(
        Preview(video, PlacedTrack(track), MUSIC_ONLY), video.with_name("a.avi"), replace=True
    )
    assert written.name == "a 2.mp4"
    assert video.with_name("a.mp4").read_bytes() == b"theirs"


def test_progress_rises_to_the_end(video: Path, track: Path) -> None:
    told: list[tuple[float, float]] = []
    export_preview(
        Preview(video, PlacedTrack(track), Mix()),
        video.with_name("a.mp4"),
        progress=lambda done_s, total_s: told.append((done_s, total_s)),
    )
    assert told == sorted(told)
    assert told[-1] == (2.0, 2.0)


@pytest.mark.parametrize("after", [1, 40])
def test_cancelling_leaves_nothing(after: int, video: Path, track: Path) -> None:
    calls = 0

    def cancel(done_s: float, total_s: float) -> None:
        nonlocal calls
        calls += 1
        if calls == after:
            raise CancelledError

    with pytest.raises(CancelledError):
        export_preview(Preview(video, PlacedTrack(track), Mix()), video.with_name("a.mp4"), progress=cancel)
    assert files(video.parent) == ["cut.mp4"]


def test_looking_for_the_end_of_a_recording_without_a_length_can_be_cancelled(tmp_path: Path) -> None:
    live = streamed(made_video(tmp_path / "cut.mp4"), tmp_path / "live.mkv")

    def cancel(done_s: float, total_s: float) -> None:
        assert (done_s, total_s) == (0.0, 0.0)
        raise CancelledError

    with pytest.raises(CancelledError):
        export_preview(Preview(live, None, Mix()), tmp_path / "a.mkv", progress=cancel)
    assert files(tmp_path) == ["cut.mp4", "live.mkv"]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Have the system refuse to write on beyond `size`, as a drive does that is full."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 100, 40_000])
def test_a_drive_that_takes_no_more_is_one_sentence_and_leaves_nothing(
    size: int, video: Path, track: Path
) -> None:
    preview = Preview(video, PlacedTrack(track), Mix())
    full = pytest.raises(ExportError, match=r"^a\.mp4 can't be written: it is too large for the drive")
    with full, files_no_larger_than(size):
        export_preview(preview, video.with_name("a.mp4"))
    assert files(video.parent) == ["cut.mp4"]


def test_a_folder_that_is_gone_is_one_sentence(video: Path, track: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="the folder gone is not there"):
        export_preview(Preview(video, PlacedTrack(track), Mix()), tmp_path / "gone" / "a.mp4")


@pytest.mark.parametrize("which", ["video", "track"])
def test_a_source_that_is_gone_is_named(which: str, video: Path, track: Path) -> None:
    {"video": video, "track": track}[which].unlink()
    before = files(video.parent)
    with pytest.raises(MediaError, match="is not there"):
        export_preview(Preview(video, PlacedTrack(track), Mix()), video.with_name("a.mp4"))
    assert files(video.parent) == before


def test_a_track_that_is_no_sound_is_named(video: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp3"
    broken.write_bytes(b"no sound at all" * 100)
    with pytest.raises(MediaError, match=r"^broken\.mp3 "):
        export_preview(Preview(video, PlacedTrack(broken), Mix()), video.with_name("a.mp4"))
    assert files(video.parent) == ["cut.mp4"]


def test_recordings_that_were_joined_are_refused_in_one_sentence(tmp_path: Path, track: Path) -> None:
    first = made_video(tmp_path / "first.ts", options=B_FRAMES)
    joined = tmp_path / "joined.ts"
    joined.write_bytes(first.read_bytes() * 2)
    with pytest.raises(ExportError, match=r"^The picture of joined\.ts can't be copied into out\.mp4"):
        export_preview(Preview(joined, PlacedTrack(track), Mix()), tmp_path / "out.mp4")
    assert "out.mp4" not in files(tmp_path)
    assert not [name for name in files(tmp_path) if name.endswith(".part")]


def test_a_bare_stream_without_times_is_refused_in_one_sentence(tmp_path: Path, track: Path) -> None:
    bare = made_video(tmp_path / "bare.h264", options=B_FRAMES)
    with pytest.raises(ExportError, match=r"^The pictures of bare\.h264 carry no times"):
        export_preview(Preview(bare, PlacedTrack(track), Mix()), tmp_path / "out.mp4")
    assert "out.mp4" not in files(tmp_path)
