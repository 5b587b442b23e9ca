"""One file through decoder and encoders, in this process and in workers."""

from pathlib import Path

import numpy as np
import pytest

from tests.matching.making import folder_of_music, write_cut
from tests.media.making import camera, filmed, write_video
from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.errors import CancelledError, FileError, MediaError, PackError
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.domain.ranking import placed_under
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.analyse_file import analyse_file
from tivm_desktop.matching.analyse_track import analyse_track
from tivm_desktop.matching.analyse_video import analyse_video
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.collect import collect
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.tools import AnalysisTools, ToolMaker

pytestmark = pytest.mark.media


def no_counter(_done: int, _total: int) -> None:
    """Show nothing."""


def tools() -> AnalysisTools:
    return ToolMaker(default_pack_folder(), "cpu")()


def test_threads_move_no_score_by_more_than_a_hundred_thousandth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through worker processes, as the program does it, whatever number of threads the machine offers."""
    pack = load_pack(default_pack_folder())
    ranker = Ranker(pack)
    cut = write_cut(tmp_path / "cut.mp4")
    song = next(folder_of_music(tmp_path / "music", 1).iterdir())
    fits, placements = [], []
    for threads in ("1", "2", "3"):
        monkeypatch.setenv("OMP_NUM_THREADS", threads)
        profile = Profile(tmp_path / threads)
        profile.create()
        found = collect(pack, profile, [song], [cut], provider="cpu", progress=no_counter, warn=pytest.fail)
        video, track = found.videos[cut], found.tracks[song]
        assert isinstance(video, VideoAnalysis)
        assert isinstance(track, AnalysedTrack)
        under, heard = ranker.video(video), ranker.track(song, track)
        fits.append(ranker.fit_under(under, heard))
        placements.append(placed_under(under, heard)[0].placement_s)
    assert np.ptp(fits) <= 1e-5
    assert len(set(placements)) == 1


def test_there_is_a_row_for_every_second(tmp_path: Path) -> None:
    with_pack = tools()
    video = analyse_video(with_pack, write_cut(tmp_path / "cut.mp4"), progress=no_progress)
    assert len(video.features) == len(video.classes) == video.picture.length_s == 6
    np.testing.assert_allclose(video.classes.sum(axis=1), 1.0, atol=0.01)
    song = next(folder_of_music(tmp_path / "music", 1).iterdir())
    track = analyse_track(with_pack, song, progress=no_progress).analysis
    assert len(track.features) == len(track.tags) == track.sound.length_s
    assert track.tags.shape[1] == len(with_pack.pack.music.tags)


def test_a_video_whose_sound_goes_on_is_as_long_as_its_picture(tmp_path: Path) -> None:
    shown = filmed([(3.0, camera(1))], 12)
    path = write_video(tmp_path / "clip.mp4", shown, rate=12, sound_s=12.0)
    video = analyse_video(tools(), path, progress=no_progress)
    assert video.duration_s == video.picture.length_s == 3
    with pytest.raises(FileError, match="nothing at 0:08"):
        VideoRange(8.0, 12.0).within(path, video.duration_s)


def test_a_video_that_breaks_off_is_as_long_as_what_is_there(tmp_path: Path) -> None:
    path = write_cut(tmp_path / "cut.mkv")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    video = analyse_video(tools(), path, progress=no_progress)
    assert video.duration_s == video.picture.length_s < 5


def test_where_picture_and_sound_end_within_a_second_the_file_is_believed(tmp_path: Path) -> None:
    shown = filmed([(2.5, camera(1))], 12)
    path = write_video(tmp_path / "clip.mkv", shown, rate=12, sound_s=3.8)
    assert analyse_video(tools(), path, progress=no_progress).duration_s == pytest.approx(3.8, abs=0.06)


def test_an_encoder_that_fails_ends_the_analysis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_pack = tools()

    def fail(frames: object) -> None:
        raise PackError(with_pack.pack.folder, "The model fails.")

    monkeypatch.setattr(with_pack.frame_encoder, "encode", fail)
    with pytest.raises(PackError, match="The model fails"):
        analyse_video(with_pack, write_cut(tmp_path / "cut.mp4"), progress=no_progress)


def test_a_cancelled_analysis_ends_at_once(tmp_path: Path) -> None:
    def cancel(done_s: float, total_s: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        analyse_video(tools(), write_cut(tmp_path / "cut.mp4"), progress=cancel)
    song = next(folder_of_music(tmp_path / "music", 1).iterdir())
    with pytest.raises(CancelledError):
        analyse_track(tools(), song, progress=cancel)


def test_a_file_with_sound_alone_has_no_picture(tmp_path: Path) -> None:
    song = next(folder_of_music(tmp_path / "music", 1).iterdir())
    found = analyse_file(tools(), song, progress=no_progress)
    assert found.picture is None
    assert found.sound is not None
    with pytest.raises(MediaError, match=song.name):
        analyse_video(tools(), song, progress=no_progress)
