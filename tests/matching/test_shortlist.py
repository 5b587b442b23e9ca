"""The list that is shown: tracks placed under a video and under ranges of it, with a pack of toy encoders."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from tests.domain import making
from tests.encoders.making import toy_pack
from tivm_desktop.domain.analysis import PictureTimeline, TrackAnalysis, TrackTags
from tivm_desktop.domain.marks import UNMARKED, Marks
from tivm_desktop.domain.ranking import placed_under
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.matching.placing import Listed, Placing, video_for
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.shortlist import AT_ONCE, Shortlist
from tivm_desktop.matching.track_describer import TrackDescriber


@dataclass(frozen=True)
class Track:
    name: str
    analysis: TrackAnalysis
    depth: Depth = Depth.FULL


class Bench:
    """A ranker, and lists of tracks under videos."""

    def __init__(self, pack: Pack) -> None:
        self.ranker = Ranker(pack)
        self.describer = TrackDescriber(pack)
        self.recalled: list[str] = []

    def listed(self, tracks: Sequence[Track], placing: Placing) -> list[Listed]:
        found = []
        for rank, track in enumerate(tracks, 1):
            described = self.describer.describe(track.analysis, track.depth)
            fit = self.ranker.fit(placing.video, described.vector)
            tags = TrackTags(title=track.name)
            found.append(
                Listed(
                    track.name,
                    Path(track.name),
                    tags,
                    described.facts,
                    UNMARKED,
                    described.vector,
                    fit,
                    rank,
                )
            )
        return found

    def placing(
        self,
        tracks: Sequence[Track],
        timeline: PictureTimeline | None = None,
        chosen: VideoRange | None = None,
        lost: Sequence[str] = (),
    ) -> Placing:
        analyses = {track.name: track.analysis for track in tracks if track.name not in lost}

        def recall(audio_id: str) -> TrackAnalysis | None:
            self.recalled.append(audio_id)
            return analyses.get(audio_id)

        video = making.video(timeline or making.picture(30, cuts_s=(10.0, 20.0)))
        return Placing(self.ranker, video_for(self.ranker, video, chosen), recall)

    def suggested(
        self, timeline: PictureTimeline, chosen: VideoRange | None, tracks: Sequence[Track]
    ) -> tuple[Suggestion, ...]:
        placing = self.placing(tracks, timeline, chosen)
        shortlist = Shortlist(placing)
        shortlist.show(self.listed(tracks, placing))
        return shortlist.order()


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    calibration = making.calibration().to_json()
    return Bench(load_pack(toy_pack(tmp_path, lambda manifest: manifest.update(calibration=calibration))))


def rising(at_s: int, name: str = "a", depth: Depth = Depth.FULL) -> Track:
    """A track of 100 s whose one drop is at that second."""
    sound = making.louder_from(making.sound(100, onsets_s=(float(at_s),), loudness_lufs=-24.0), at_s, 12.0)
    return Track(name, replace(making.track(sound), tags=np.zeros((100, 3), np.float32)), depth)


def many(count: int) -> list[Track]:
    return [rising(10 + number % 80, f"{number:03}") for number in range(count)]


def test_the_drop_meets_the_ranges_own_turn_and_the_reason_names_the_videos_second(bench: Bench) -> None:
    timeline = making.livelier_from(making.picture(120, cuts_s=(20.0, 70.0, 90.0)), 70, 6.0)
    (found,) = bench.suggested(timeline, VideoRange(50.4, 95.0), [rising(60)])
    assert found.placement_s == pytest.approx(60 - 70, abs=0.05)
    assert "its drop meets your cut at 1:10" in found.why
    assert len(found.fit_curve) == 120
    assert not any(found.fit_curve[:50])
    assert any(found.fit_curve[50:95])
    assert not any(found.fit_curve[95:])


def test_a_track_shorter_than_the_video_covers_a_range_it_is_long_enough_for(bench: Bench) -> None:
    track = rising(60)
    (found,) = bench.suggested(making.picture(300), VideoRange(200.0, 260.0), [track])
    assert 0 <= found.placement_s + 200 <= 100 - 60
    (under_whole,) = bench.suggested(making.picture(300), None, [track])
    assert under_whole.placement_s <= 0


def test_a_range_is_described_by_itself(bench: Bench) -> None:
    timeline = making.livelier_from(making.picture(60), 30, 5.0)
    calm, lively, whole = (
        bench.suggested(timeline, chosen, [rising(20)])[0].fit
        for chosen in (VideoRange(0.0, 30.0), VideoRange(30.0, 60.0), None)
    )
    assert len({calm, lively, whole}) == 3


def test_what_was_kept_of_a_track_places_it_as_describing_it_anew(bench: Bench) -> None:
    track = rising(40)
    (found,) = bench.suggested(making.picture(60, cuts_s=(30.0,)), None, [track])
    video = bench.ranker.video(making.video(making.picture(60, cuts_s=(30.0,))))
    recalled = bench.ranker.recalled(
        Path("a"), TrackTags(), track.analysis, bench.describer.describe(track.analysis, Depth.FULL).vector
    )
    placement, why = placed_under(video, recalled)
    assert (found.placement_s, found.why) == (placement.placement_s, why)
    assert found.fit == pytest.approx(bench.ranker.fit_under(video, recalled), abs=1e-5)


def test_only_the_first_rows_are_placed_before_the_order_is_told_and_the_rest_from_the_top(
    bench: Bench,
) -> None:
    tracks = many(AT_ONCE + 5)
    placing = bench.placing(tracks)
    shortlist = Shortlist(placing)
    shortlist.show(bench.listed(tracks, placing))
    first = shortlist.order()
    assert [one.placed for one in first] == [True] * AT_ONCE + [False] * 5
    assert first[-1].why == ()
    assert first[-1].fit > 0
    assert shortlist.busy
    assert not shortlist.fresh
    shortlist.place_for(0.0)
    assert shortlist.fresh
    assert [one.placed for one in shortlist.order()].index(False) == AT_ONCE + 1
    shortlist.place_for(60.0)
    assert not shortlist.busy
    last = shortlist.order()
    assert all(one.placed for one in last)
    assert [(one.path, one.fit) for one in last] == [(one.path, one.fit) for one in first]


def test_rows_in_view_are_placed_before_the_others(bench: Bench) -> None:
    tracks = many(AT_ONCE + 20)
    placing = bench.placing(tracks)
    shortlist = Shortlist(placing)
    shortlist.show(bench.listed(tracks, placing))
    bench.recalled.clear()
    wanted = [Path(tracks[-1].name), Path("not listed"), Path(tracks[-3].name)]
    shortlist.prefer(wanted)
    shortlist.place_for(0.0)
    shortlist.place_for(0.0)
    shortlist.place_for(0.0)
    assert bench.recalled == [tracks[-1].name, tracks[-3].name, tracks[AT_ONCE].name]


def test_another_order_of_the_same_tracks_places_nothing_again(bench: Bench) -> None:
    tracks = many(3)
    placing = bench.placing(tracks)
    shortlist = Shortlist(placing)
    listed = bench.listed(tracks, placing)
    shortlist.show(listed)
    before = shortlist.order()
    bench.recalled.clear()
    shortlist.show([replace(one, marks=Marks(rating=4)) for one in reversed(listed)])
    assert shortlist.order() == tuple(replace(one, marks=Marks(rating=4)) for one in reversed(before))
    assert bench.recalled == []


def test_a_track_heard_in_windows_is_listed_with_its_fit_and_placed_once_it_is_heard_whole(
    bench: Bench,
) -> None:
    placing = bench.placing([rising(20)])
    shortlist = Shortlist(placing)
    shortlist.show(bench.listed([rising(20, depth=Depth.COARSE)], placing))
    (coarse,) = shortlist.order()
    assert not coarse.placed
    assert coarse.depth is Depth.COARSE
    assert coarse.why
    assert coarse.fit > 0
    assert not shortlist.busy
    shortlist.show(bench.listed([rising(20)], placing))
    assert shortlist.order()[0].placed


def test_a_track_whose_analysis_is_lost_stays_listed_and_is_not_tried_for_ever(bench: Bench) -> None:
    tracks = many(2)
    placing = bench.placing(tracks, lost=["000"])
    shortlist = Shortlist(placing)
    shortlist.show(bench.listed(tracks, placing))
    assert [one.placed for one in shortlist.order()] == [False, True]
    assert not shortlist.busy
    assert bench.recalled == ["000", "001"]


def test_a_track_that_stumbles_costs_the_others_nothing(bench: Bench) -> None:
    tracks = many(2)
    placing = bench.placing(tracks)
    listed = bench.listed(tracks, placing)
    spoilt = replace(listed[0], vector=np.zeros(1, np.float32))
    shortlist = Shortlist(placing)
    shortlist.show([spoilt, listed[1]])
    assert [one.placed for one in shortlist.order()] == [False, True]


def test_an_order_does_not_wait_for_places_longer_than_it_may(bench: Bench) -> None:
    tracks = many(3)
    placing = bench.placing(tracks)
    shortlist = Shortlist(placing, patience_s=0.0)
    shortlist.show(bench.listed(tracks, placing))
    assert [one.placed for one in shortlist.order()] == [False] * 3
    assert shortlist.busy
