"""Making the reference statistics of a pack from a broad library of tracks and videos."""

from collections.abc import Mapping, Sequence

import numpy as np

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.calibration import Calibration, reference_quantiles
from tivm_desktop.domain.description import (
    Quantities,
    axis_projections,
    describe_track,
    scores,
    style_projections,
    track_quantities,
    video_quantities,
)

Tables = dict[str, tuple[float, ...]]


def reference_statistics(
    videos: Sequence[VideoAnalysis],
    tracks: Sequence[TrackAnalysis],
    tag_names: Sequence[str],
    source: str,
    known: Mapping[str, Sequence[float]] | None = None,
) -> Calibration:
    """Return the calibration that these videos and tracks give.

    Args:
        videos: at least one.
        tracks: at least one; they become the reference library.
        tag_names: the pack's, in the order of the tag columns.
        source: where videos and tracks come from, in words.
        known: quantiles of video quantities that a larger population gave, to be used instead.
    """
    video_side = _pooled([video_quantities(video) for video in videos])
    video_tables = _tables(video_side) | {name: tuple(row) for name, row in (known or {}).items()}
    video_tables |= _tables(axis_projections(scores(video_side, video_tables), "video"))

    music_side = _pooled([track_quantities(track, tag_names) for track in tracks])
    music_tables = _tables(music_side)
    described = [scores(track_quantities(track, tag_names), music_tables) for track in tracks]
    music_tables |= _tables(_pooled([axis_projections(one, "music") for one in described]))
    music_tables |= _tables(_pooled([style_projections(one) for one in described]))

    without_library = Calibration(video_tables, music_tables)
    descriptions = [describe_track(track, tag_names, without_library) for track in tracks]
    library = {
        f"axis:{name}": _column([one.axes[name] for one in descriptions]) for name in descriptions[0].axes
    }
    library |= {
        f"style:{name}": _column([one.styles[name] for one in descriptions])
        for name in descriptions[0].styles
    }
    return Calibration(video_tables, music_tables, library, source)


def _pooled(sides: Sequence[Quantities]) -> Quantities:
    """Return each quantity's values over all items that have it."""
    names = sorted(set().union(*sides))
    return {name: np.concatenate([side[name] for side in sides if name in side]) for name in names}


def _tables(quantities: Quantities) -> Tables:
    return {name: reference_quantiles(values) for name, values in quantities.items()}


def _column(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(value, 4) for value in values)
