from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.domain.making import (
    TAGS,
    calibration,
    fusion,
    livelier_from,
    louder_from,
    picture,
    sound,
    track,
    video,
)
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.description import Description
from tivm_desktop.domain.placement import Placement
from tivm_desktop.domain.range_in_video import RangeInVideo, analysis_of, range_in
from tivm_desktop.domain.ranking import (
    RankableTrack,
    fit_under,
    placed_under,
    rankable_track,
    rankable_video,
    reasons_without_place,
    recalled_track,
)
from tivm_desktop.domain.reasons import reasons
from tivm_desktop.domain.tower_fit import TowerScale
from tivm_desktop.domain.video_range import VideoRange

NOWHERE = Placement(0.0, 0.0, None, 0, ())
CALM_AND_BRIGHT = Description({"energy": -1.2, "valence": 1.0, "tension": 0.1}, {})


def rankable(name: str, **tags: float) -> RankableTrack:
    timeline = louder_from(sound(90, onsets_s=(50.0,), loudness_lufs=-24.0), 50, 12.0)
    return rankable_track(
        Path(name), TrackTags(title=name), track(timeline, **tags), TAGS, calibration(), fusion()
    )


def test_a_track_is_placed_with_its_reasons() -> None:
    under = rankable_video(
        video(livelier_from(picture(40, cuts_s=(20.0,)), 20, 5.0)), calibration(), fusion()
    )
    placement, why = placed_under(under, rankable("a", happy=0.9))
    assert placement.placement_s == pytest.approx(30.0, abs=0.1)
    assert len(placement.fit_curve) == 40
    assert "its drop meets your cut at 0:20" in why


def test_a_range_is_placed_and_told_in_the_whole_videos_time() -> None:
    whole = video(livelier_from(picture(40, cuts_s=(20.0,)), 20, 5.0))
    chosen = VideoRange(5.0, 35.0)
    alone = rankable_video(analysis_of(whole, chosen), calibration(), fusion())
    under = replace(alone, within=range_in(whole, chosen))
    placement, why = placed_under(under, rankable("a", happy=0.9))
    assert placement == RangeInVideo(5, 40).placement_in_whole(placed_under(alone, rankable("a"))[0])
    assert placement.turn_meets_s == pytest.approx(20.0)
    assert "its drop meets your cut at 0:20" in why


def test_a_track_recalled_by_its_numbers_is_the_one_described() -> None:
    under = rankable_video(video(livelier_from(picture(40), 20, 5.0)), calibration(), fusion())
    described = replace(rankable("a", happy=0.9), embedding=np.array([0.6, 0.8], np.float32))
    normalised = replace(
        described.normalised, vectors={**described.normalised.vectors, "towers": np.array([0.6, 0.8])}
    )
    recalled = recalled_track(described.path, described.tags, described.analysis, normalised)
    assert (recalled.path, recalled.tags) == (described.path, described.tags)
    assert recalled.normalised is normalised
    assert recalled.description.axes == described.description.axes
    assert {name: score for name, score in recalled.description.styles.items() if score} == {
        name: score for name, score in described.description.styles.items() if score
    }
    assert recalled.embedding is not None
    assert recalled.embedding.dtype == np.float32
    assert recalled.embedding.tolist() == pytest.approx([0.6, 0.8])
    assert placed_under(under, recalled) == placed_under(under, described)
    bare = recalled_track(described.path, described.tags, described.analysis, described.normalised)
    assert bare.embedding is None


def test_what_the_towers_say_is_kept_and_is_one_of_the_vectors() -> None:
    says = np.array([0.6, 0.8], np.float32)
    heard = rankable_track(
        Path("a"), TrackTags(title="A"), track(sound(20)), TAGS, calibration(), fusion(), says
    )
    seen = rankable_video(video(picture(20)), calibration(), fusion(), says)
    assert (heard.path, heard.tags, heard.embedding, seen.embedding) == (
        Path("a"),
        TrackTags(title="A"),
        says,
        says,
    )
    for found in (heard.normalised.vectors, seen.measured.vectors):
        assert found["towers"].tolist() == says.tolist()


def test_of_a_track_recalled_without_a_number_nothing_is_said() -> None:
    described = rankable("a")
    nothing = replace(described.normalised, vectors={})
    recalled = recalled_track(described.path, described.tags, described.analysis, nothing)
    assert recalled.description == Description({}, {}, ())


def test_a_recalled_track_still_knows_how_it_corresponds() -> None:
    described = rankable("a")
    known = replace(described.normalised, vectors={"correspondence": np.array([0.25, -0.5])})
    recalled = recalled_track(described.path, described.tags, described.analysis, known)
    assert recalled.description == Description({}, {}, (0.25, -0.5))


def test_without_a_place_the_reasons_are_those_of_mood_and_styles() -> None:
    under = rankable_video(
        video(livelier_from(picture(40, cuts_s=(20.0,)), 20, 5.0)), calibration(), fusion()
    )
    track = rankable("a", happy=0.9)
    assert reasons_without_place(under, track.normalised) == reasons(
        under.description, track.description, NOWHERE, ()
    )
    assert not any("drop" in one for one in reasons_without_place(under, track.normalised))


def test_embeddings_alone_decide_the_fit_on_a_scale_of_their_own() -> None:
    scale = TowerScale((0.5, 1.0, 1.5))
    towards = np.eye(2, dtype=np.float32)
    clip = video(picture(20))
    under = rankable_video(clip, calibration(), fusion(), towards[0])
    near, far = (replace(rankable("a"), embedding=one) for one in towards)
    assert fit_under(under, near, scale) == scale.fit(towards[0], towards[0])
    assert fit_under(under, near, scale) > fit_under(under, far, scale)
    without = rankable_video(clip, calibration(), fusion())
    by_parts = fit_under(without, rankable("a"))
    assert fit_under(under, near) == by_parts
    assert fit_under(under, rankable("a"), scale) == by_parts
    assert fit_under(without, near, scale) == by_parts


def test_what_both_share_is_said_first() -> None:
    assert reasons(CALM_AND_BRIGHT, CALM_AND_BRIGHT, NOWHERE, ()) == ("both calm and bright",)


def test_the_meeting_of_drop_and_cut_is_said_with_its_time() -> None:
    meeting = Placement(80.0, 0.8, 41.0, 3, ())
    phrases = reasons(CALM_AND_BRIGHT, CALM_AND_BRIGHT, meeting, (3.0, 20.0, 30.0, 41.0))
    assert phrases == (
        "both calm and bright",
        "its drop meets your cut at 0:41",
        "hits 3 of your 4 cuts",
        "rises and falls with the picture",
    )


def test_a_rise_between_cuts_is_not_called_a_cut() -> None:
    phrases = reasons(CALM_AND_BRIGHT, CALM_AND_BRIGHT, Placement(80.0, 0.0, 41.0, 0, ()), (3.0,))
    assert phrases == ("both calm and bright", "its drop meets the picture's rise at 0:41")


def test_what_speaks_against_a_track_is_said_too() -> None:
    wild = Description({"energy": 1.4, "valence": 0.0, "tension": 0.0}, {})
    assert reasons(CALM_AND_BRIGHT, wild, NOWHERE, ()) == ("livelier than your picture",)


def test_a_style_both_speak_of_is_named() -> None:
    sea = Description({}, {"water": 0.9, "city": 0.1})
    ambient = Description({}, {"water": 1.2, "city": 2.0})
    assert reasons(sea, ambient, NOWHERE, ()) == ("suits water",)


def test_there_is_always_a_reason() -> None:
    assert reasons(Description({}, {}), Description({}, {}), NOWHERE, ())
