"""Speech found in files: where it is, in the picture's time, and through a session once."""

from pathlib import Path

import numpy as np
import pytest

from tests.encoders.making import is_one_sentence
from tests.matching.making import Heard, session
from tests.media.making import plain, write_video
from tests.media.sounds import write_sound
from tests.media.voice import RATE_HZ, film, spoken
from tivm_desktop.domain.errors import CancelledError, MediaError, PackError
from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.session import SuggestionSession
from tivm_desktop.matching.speech import find_speech
from tivm_desktop.matching.tools import AnalysisTools, ToolMaker

LINES = ((1.0, 3.0), (6.0, 9.5))
LONG_S = 60.0


@pytest.fixture(scope="module")
def tools() -> AnalysisTools:
    return ToolMaker(default_pack_folder(), "cpu")()


def assert_about(found: SpeechSpans, lines: SpeechSpans) -> None:
    assert np.shape(found) == np.shape(lines)
    np.testing.assert_allclose(found, lines, atol=0.25)


def test_speech_is_found_where_it_is(tools: AnalysisTools, tmp_path: Path) -> None:
    video = film(tmp_path / "talk.mkv", spoken(12.0, LINES))

    assert_about(find_speech(tools, video, progress=no_progress), LINES)


def test_speech_is_told_in_the_time_of_the_picture(tools: AnalysisTools, tmp_path: Path) -> None:
    video = film(tmp_path / "late.mov", spoken(12.0, LINES), sound_begins_s=2.5)

    later = tuple((begin + 2.5, end + 2.5) for begin, end in LINES)
    assert_about(find_speech(tools, video, progress=no_progress), later)


@pytest.mark.parametrize("ending", ["flac", "mp3"])
def test_any_rate_and_codec_will_do(tools: AnalysisTools, tmp_path: Path, ending: str) -> None:
    doubled = np.repeat(spoken(12.0, LINES), 3)
    stereo = np.stack([doubled, doubled], axis=1)

    found = find_speech(tools, write_sound(tmp_path / f"talk.{ending}", stereo, 48_000), progress=no_progress)
    assert_about(found, LINES)


def test_a_video_without_sound_has_no_speech(tools: AnalysisTools, tmp_path: Path) -> None:
    video = write_video(tmp_path / "mute.mp4", [plain((0, 0, 0))] * 10)

    assert find_speech(tools, video, progress=no_progress) == ()


def test_a_file_that_is_none_is_one_sentence(tools: AnalysisTools, tmp_path: Path) -> None:
    (tmp_path / "cut.mp4").write_text("no video at all")

    with pytest.raises(MediaError) as caught:
        find_speech(tools, tmp_path / "cut.mp4", progress=no_progress)
    assert is_one_sentence(caught.value)


def test_a_missing_pack_is_one_sentence(tmp_path: Path) -> None:
    tools = ToolMaker(default_pack_folder(), "cpu", speech_folder=tmp_path)()
    video = write_sound(tmp_path / "talk.flac", spoken(2.0, ())[:, None], RATE_HZ)

    with pytest.raises(PackError) as caught:
        find_speech(tools, video, progress=no_progress)
    assert is_one_sentence(caught.value)


def test_progress_is_told_and_cancels(tools: AnalysisTools, tmp_path: Path) -> None:
    video = write_sound(tmp_path / "talk.flac", spoken(30.0, LINES)[:, None], RATE_HZ)
    steps: list[tuple[float, float]] = []

    def until_16_s(done_s: float, total_s: float) -> None:
        steps.append((done_s, total_s))
        if done_s >= 16.0:
            raise CancelledError

    with pytest.raises(CancelledError):
        find_speech(tools, video, progress=until_16_s)
    assert steps == [(8.0, 30.0), (16.0, 30.0)]


@pytest.mark.media
@pytest.mark.slow
def test_a_session_finds_speech_once_and_remembers_it(tmp_path: Path) -> None:
    video, other = film(tmp_path / "talk.mkv", spoken(12.0, LINES)), film(tmp_path / "b.mkv", spoken(3.0, ()))
    first, second = Heard(), Heard()
    with session(tmp_path / "profile", first) as begun:
        begun.find_speech()
        begun.set_video(video)
        begun.find_speech()
        begun.find_speech()
        assert begun.wait(LONG_S)
        begun.set_video(other)
        begun.find_speech()
        assert begun.wait(LONG_S)
    assert [path for path, _ in first.speech] == [video, other]
    assert_about(first.speech[0][1], LINES)
    assert first.speech[1][1] == ()
    assert first.speech_failures == []
    with session(tmp_path / "profile", second) as begun:
        begun.set_video(video)
        begun.find_speech()
        assert begun.wait(LONG_S)
    assert second.speech == first.speech[:1]


@pytest.mark.media
@pytest.mark.slow
def test_another_video_ends_the_search(tmp_path: Path) -> None:
    video = film(tmp_path / "talk.mkv", spoken(12.0, LINES))
    other = film(tmp_path / "other.mkv", spoken(3.0, ()))
    heard = Heard()
    with session(tmp_path / "profile", heard) as begun:
        begun.set_video(video)
        begun.find_speech()
        begun.set_video(other)
        assert begun.wait(LONG_S)
    assert heard.speech == []
    assert heard.speech_failures == []


@pytest.mark.media
@pytest.mark.slow
def test_what_keeps_speech_from_being_found_is_told(tmp_path: Path) -> None:
    video = film(tmp_path / "talk.mkv", spoken(3.0, ()))
    heard = Heard()
    begun = SuggestionSession(
        load_pack(default_pack_folder()),
        "cpu",
        Profile(tmp_path / "profile"),
        heard,
        speech_folder=tmp_path / "nowhere",
    )
    try:
        begun.set_video(video)
        begun.find_speech()
        begun.set_video(tmp_path / "gone.mkv")
        begun.find_speech()
        assert begun.wait(LONG_S)
    finally:
        begun.close()
    assert heard.speech == []
    assert len(heard.speech_failures) == 2
    assert all("nowhere" in sentence for sentence in heard.speech_failures)


@pytest.mark.media
@pytest.mark.slow
def test_a_video_that_is_gone_is_told(tmp_path: Path) -> None:
    heard = Heard()
    with session(tmp_path / "profile", heard) as begun:
        begun.set_video(tmp_path / "gone.mkv")
        begun.find_speech()
        assert begun.wait(LONG_S)
    assert heard.speech == []
    (sentence,) = heard.speech_failures
    assert "gone.mkv" in sentence
