"""Tracks scored under a video and under ranges of it, with a pack of toy encoders."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.domain import making
from tests.encoders.making import toy_pack
from tivm_desktop.domain.analysis import PictureTimeline, TrackTags
from tivm_desktop.domain.ranking import RankableTrack
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.encoders.pack import load_pack
from tivm_desktop.matching.analyse import AnalysedTrack
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.scores import Scores


@pytest.fixture
def ranker(tmp_path: Path) -> Ranker:
    calibration = making.calibration().to_json()
    return Ranker(load_pack(toy_pack(tmp_path, lambda manifest: manifest.update(calibration=calibration))))


def rising(ranker: Ranker, at_s: int, name: str = "a") -> RankableTrack:
    """A track of 100 s whose one drop is at that second."""
    sound = making.louder_from(making.sound(100, onsets_s=(float(at_s),), loudness_lufs=-24.0), at_s, 12.0)
    analysis = replace(making.track(sound), tags=np.zeros((100, 0), np.float32))
    return ranker.track(Path(name), AnalysedTrack(name, TrackTags(title=name), analysis))


def suggested(
    ranker: Ranker, timeline: PictureTimeline, chosen: VideoRange | None, tracks: Sequence[RankableTrack]
) -> tuple[Suggestion, ...]:
    scores = Scores(ranker)
    scores.begin(making.video(timeline), chosen, tracks)
    return scores.order()


def test_the_drop_meets_the_ranges_own_turn_and_the_reason_names_the_videos_second(ranker: Ranker) -> None:
    timeline = making.livelier_from(making.picture(120, cuts_s=(20.0, 70.0, 90.0)), 70, 6.0)
    (found,) = suggested(ranker, timeline, VideoRange(50.4, 95.0), [rising(ranker, 60)])
    assert found.placement_s == pytest.approx(60 - 70, abs=0.05)
    assert "its drop meets your cut at 1:10" in found.why
    assert len(found.fit_curve) == 120
    assert not any(found.fit_curve[:50])
    assert any(found.fit_curve[50:95])
    assert not any(found.fit_curve[95:])


def test_a_track_shorter_than_the_video_covers_a_range_it_is_long_enough_for(ranker: Ranker) -> None:
    track = rising(ranker, 60)
    (found,) = suggested(ranker, making.picture(300), VideoRange(200.0, 260.0), [track])
    assert 0 <= found.placement_s + 200 <= 100 - 60
    (under_whole,) = suggested(ranker, making.picture(300), None, [track])
    assert under_whole.placement_s <= 0


def test_a_range_is_described_by_itself(ranker: Ranker) -> None:
    timeline = making.livelier_from(making.picture(60), 30, 5.0)
    tracks = [rising(ranker, 20)]
    calm, lively, whole = (
        suggested(ranker, timeline, chosen, tracks)[0].fit
        for chosen in (VideoRange(0.0, 30.0), VideoRange(30.0, 60.0), None)
    )
    assert len({calm, lively, whole}) == 3


def test_an_order_is_given_once_and_is_fresh_again_with_another_track(ranker: Ranker) -> None:
    scores = Scores(ranker)
    scores.add(rising(ranker, 20, "before"))
    assert not scores.fresh
    scores.begin(making.video(making.picture(30)), None, [rising(ranker, 20, "a")])
    assert scores.fresh
    assert [one.title for one in scores.order()] == ["a"]
    assert not scores.fresh
    scores.add(rising(ranker, 40, "b"))
    assert scores.fresh
    assert {one.title for one in scores.order()} == {"a", "b"}


def test_tracks_are_forgotten_with_their_folder_and_everything_with_the_video(ranker: Ranker) -> None:
    scores = Scores(ranker)
    scores.begin(making.video(making.picture(30)), None, [rising(ranker, 20)])
    scores.clear()
    assert scores.fresh
    assert scores.order() == ()
    scores.add(rising(ranker, 20))
    scores.forget()
    assert not scores.fresh
    scores.add(rising(ranker, 20))
    assert scores.order() == ()
