"""Making the reference statistics of a pack from a broad library of tracks and videos, and from pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.axes import AXES
from tivm_desktop.domain.calibration import Calibration, reference_quantiles
from tivm_desktop.domain.class_lexicon import AFFECT, STYLE_NAMES
from tivm_desktop.domain.correspondence import Correspondence, learn
from tivm_desktop.domain.description import (
    Quantities,
    describe_track,
    describe_video,
    music_projections,
    scores,
    style_projections,
    track_quantities,
    video_projections,
    video_quantities,
)
from tivm_desktop.domain.fusion import PARTS, Vectors, shared_parts, vectors

Tables = dict[str, tuple[float, ...]]

LOOKS = ("brightness", "saturation", "warmth", "greenness", "contrast")
"""What of a picture's looks takes part in a correspondence: what a still has, too."""

_STYLE_COLUMNS = tuple(f"style:{name}" for name in STYLE_NAMES)
_PREFIXES = {"affect": "axis", "styles": "style", "correspondence": "correspondence", "towers": "towers"}
_NAMES: Mapping[str, Sequence[str]] = {"affect": AXES, "styles": STYLE_NAMES}


@dataclass(frozen=True, slots=True)
class Pair:
    """A video and the music that people chose for it."""

    video: VideoAnalysis
    track: TrackAnalysis
    group: str
    """Pairs are compared within their group: a game, a channel."""


def reference_statistics(
    videos: Sequence[VideoAnalysis],
    tracks: Sequence[TrackAnalysis],
    tag_names: Sequence[str],
    source: str,
    known: Mapping[str, Sequence[float]] | None = None,
) -> Calibration:
    """Return the quantiles that these videos and tracks give, without bank and library.

    Args:
        videos: at least one.
        tracks: at least one.
        tag_names: the pack's, in the order of the tag columns.
        source: where videos and tracks come from, in words.
        known: quantiles of video quantities that a larger population gave, to be used instead.
    """
    raw = [video_quantities(video) for video in videos]
    seen = _pooled([{name: row for name, row in one.items() if name not in _STYLE_COLUMNS} for one in raw])
    video_tables = _tables(seen) | {name: tuple(row) for name, row in (known or {}).items()}
    video_tables |= _tables(_pooled([video_projections(video, video_tables) for video in videos]))

    heard = [track_quantities(track, tag_names) for track in tracks]
    music_tables = _tables(_pooled(heard))
    scored = [scores(one, music_tables) for one in heard]
    music_tables |= _tables(_pooled([music_projections(one) for one in scored]))
    music_tables |= _tables(_pooled([style_projections(one) for one in scored]))
    return Calibration(video_tables, music_tables, source=source)


def with_correspondence(
    calibration: Calibration, pairs: Sequence[Pair], tag_names: Sequence[str], source: str
) -> Calibration:
    """Return the calibration with what these pairs teach.

    Raises:
        ValueError: there are fewer than three pairs, or the encoders give no classes or no tags.
    """
    if not tag_names or not all(pair.video.classes.shape[1] for pair in pairs):
        raise ValueError("a correspondence needs encoders that give classes and tags")
    video_values, music_values = [], []
    for pair in pairs:
        raw = video_quantities(pair.video)
        seen = raw | scores(raw, calibration.video)
        video_values.append({name: float(row[0]) for name, row in seen.items()})
        heard = scores(track_quantities(pair.track, tag_names), calibration.music)
        music_values.append({name: float(row[0]) for name, row in heard.items()})
    looks = (*LOOKS, *(f"class:{name}" for name in AFFECT))
    learnt: Correspondence = learn(
        video_values,
        music_values,
        [pair.group for pair in pairs],
        ((*looks, *_STYLE_COLUMNS), tuple(f"tag:{name}" for name in tag_names)),
        {"styles": _STYLE_COLUMNS},
        source,
    )
    return replace(calibration, correspondence=learnt)


def with_references(
    calibration: Calibration,
    videos: Sequence[tuple[VideoAnalysis, ArrayLike | None]],
    tracks: Sequence[tuple[TrackAnalysis, ArrayLike | None]],
    tag_names: Sequence[str],
    towers: str = "",
) -> Calibration:
    """Return the calibration with a bank of videos and a library of tracks, each with its embedding."""
    bank = [vectors(describe_video(video, calibration), embedding) for video, embedding in videos]
    library = [
        vectors(describe_track(track, tag_names, calibration), embedding) for track, embedding in tracks
    ]
    return replace(
        calibration, reference_videos=_columns(bank), reference_tracks=_columns(library), towers=towers
    )


def reference_vectors(columns: Mapping[str, tuple[float, ...]]) -> list[Vectors]:
    """Return what `with_references` put into a calibration's columns, item by item."""
    found: dict[str, np.ndarray] = {}
    for part in PARTS:
        prefix = _PREFIXES[part]
        names = _NAMES.get(part) or [str(place) for place in range(len(columns))]
        rows = [columns[f"{prefix}:{name}"] for name in names if f"{prefix}:{name}" in columns]
        if rows and (part not in _NAMES or len(rows) == len(names)):
            found[part] = np.array(rows, np.float64).T
    length = len(next(iter(columns.values()), ()))
    return [{part: table[item] for part, table in found.items()} for item in range(length)]


def _columns(items: Sequence[Vectors]) -> Tables:
    return {
        f"{_PREFIXES[part]}:{name}": tuple(round(float(one[part][place]), 4) for one in items)
        for part in shared_parts(items)
        for place, name in enumerate(_NAMES.get(part) or [str(n) for n in range(len(items[0][part]))])
    }


def _pooled(sides: Sequence[Quantities]) -> Quantities:
    """Return each quantity's values over all items that have it."""
    names = sorted(set().union(*sides))
    return {name: np.concatenate([side[name] for side in sides if name in side]) for name in names}


def _tables(quantities: Quantities) -> Tables:
    return {name: reference_quantiles(values) for name, values in quantities.items()}
