"""A range of the video changes what is suggested and where, and costs no analysis."""

from pathlib import Path

import pytest

from tests.matching.making import Heard, folder_of_music, session, write_cut
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.matching.workers import AnalysisPool

pytestmark = [pytest.mark.media, pytest.mark.slow]

LONG_S = 120.0
SECOND_HALF = VideoRange(3.0, 60.0)


@pytest.fixture
def submitted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is given to the workers, in order."""
    noted: list[object] = []
    submit = AnalysisPool.submit

    def note(pool: AnalysisPool, work: object, *arguments: object, **more: object) -> object:
        noted.append(work)
        return submit(pool, work, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(AnalysisPool, "submit", note)
    return noted


def by_path(order: tuple[Suggestion, ...]) -> dict[Path, Suggestion]:
    return {one.path: one for one in order}


def test_a_range_is_ranked_and_placed_by_itself_without_analysing_anything(
    tmp_path: Path, submitted: list[object]
) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 3)
    heard = Heard()
    with session(tmp_path / "profile", heard) as begun:
        begun.set_video(video)
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
        whole, jobs = heard.orders[-1], len(submitted)
        begun.set_range(SECOND_HALF)
        assert begun.wait(LONG_S)
        part = heard.orders[-1]
        begun.set_range(None)
        assert begun.wait(LONG_S)
        again = heard.orders[-1]
    assert jobs >= 4
    assert len(submitted) == jobs
    assert len(heard.videos) == 1
    assert again == whole
    assert by_path(part).keys() == by_path(whole).keys()
    assert {one.fit for one in part} != {one.fit for one in whole}
    assert any(one.placement_s != by_path(whole)[one.path].placement_s for one in part)
    for one in part:
        assert 0.0 <= one.placement_s + 3.0 <= one.duration_s
        assert len(one.fit_curve) == 6
        assert one.fit_curve[:3] == (0.0, 0.0, 0.0)
        assert all(one.fit_curve[3:])


def test_of_many_ranges_in_a_row_the_last_one_counts_and_a_new_video_begins_whole(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 2)
    heard = Heard()
    with session(tmp_path / "profile", heard) as begun:
        begun.set_video(video)
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
        whole = heard.orders[-1]
        for start_s in (0.5, 1.0, 2.0, 3.0):
            begun.set_range(VideoRange(start_s, 60.0))
        assert begun.wait(LONG_S)
        last = heard.orders[-1]
        assert not any(last[0].fit_curve[:3])
        assert last[0].fit_curve[3] > 0
        begun.set_video(video)
        assert begun.wait(LONG_S)
        assert heard.orders[-1] == whole


def test_a_range_set_before_the_video_is_analysed_holds_when_it_is(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 1)
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_range(VideoRange(1.0, 2.0))
        begun.set_video(video)
        begun.set_range(SECOND_HALF)
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
    assert all(order[0].fit_curve[:3] == (0.0, 0.0, 0.0) for order in heard.orders if order)
    assert len(heard.orders[-1]) == 1


def test_a_range_the_video_does_not_have_is_told_and_can_be_taken_back(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 1)
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_video(video)
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
        orders = len(heard.orders)
        begun.set_range(VideoRange(70.0))
        assert begun.wait(LONG_S)
        assert len(heard.orders) == orders
        begun.set_range(None)
        assert begun.wait(LONG_S)
    assert heard.video_failures == [
        "cut.mp4 is 0:06 long and has nothing at 1:10; choose a start before its end."
    ]
    assert heard.orders[-1] == heard.orders[orders - 1]


def test_a_range_without_a_video_is_nothing(tmp_path: Path) -> None:
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_range(SECOND_HALF)
        assert begun.wait(LONG_S)
    assert heard.orders == []
    assert heard.video_failures == []
