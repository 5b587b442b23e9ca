"""Reference statistics that put unlike quantities on one scale: normal scores.

A raw quantity (a luma, a tag's probability, onsets a second) becomes the standard normal quantile of the
share of a reference population that lies below it. Any strictly increasing transform of the raw quantity
gives the same score, so no scale has to be guessed, and 0 means "as the middle of the reference".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtri

from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.correspondence import Correspondence
from tivm_desktop.domain.finite import finite_numbers

PERCENTILES: tuple[float, ...] = (1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99)
"""Percentages at which a quantity's reference quantiles are kept."""

_SCORES = ndtri(np.asarray(PERCENTILES) / 100.0)
_LIMIT = 2.5
_LEAST_APART = 1e-200
"""Quantiles nearer to each other would have a slope without end, and nothing times that is no number."""


def reference_quantiles(values: ArrayLike) -> tuple[float, ...]:
    """Return the quantiles of `values` (any shape) at `PERCENTILES`, rounded to 6 significant digits."""
    quantiles = np.percentile(np.asarray(values, np.float64), PERCENTILES)
    return tuple(float(f"{value:.6g}") for value in quantiles)


def normal_score(values: ArrayLike, quantiles: Sequence[float]) -> Float64Array:
    """Map raw values (any shape) to normal scores, -2.5..2.5, linear between the reference quantiles.

    Beyond the outermost quantiles the score goes on with the slope between the outer quantile and one in the
    middle (the median below, the one before it above), so that extremes stay ordered. Where quantiles
    coincide (a quantity that is often exactly 0) the score is the mean of the scores they stand for.
    """
    knots, scores, low_slope, high_slope = _scale(tuple(quantiles))
    raw = np.asarray(values, np.float64)
    inner = np.interp(raw, knots, scores)
    inner = inner + np.minimum(raw - knots[0], 0) * low_slope + np.maximum(raw - knots[-1], 0) * high_slope
    return np.asarray(np.clip(inner, -_LIMIT, _LIMIT), np.float64)


@lru_cache(maxsize=1024)
def _scale(quantiles: tuple[float, ...]) -> tuple[Float64Array, Float64Array, float, float]:
    """Return knots and scores without ties, and the slopes below and above them."""
    knots, inverse = np.unique(np.asarray(quantiles, np.float64), return_inverse=True)
    scores = np.bincount(inverse, weights=_SCORES) / np.bincount(inverse)
    if len(knots) == 1:
        return knots, scores, 0.0, 0.0
    middle = len(knots) // 2
    low_slope = (scores[middle] - scores[0]) / max(knots[middle] - knots[0], _LEAST_APART)
    high_slope = (scores[-1] - scores[middle - 1]) / max(knots[-1] - knots[middle - 1], _LEAST_APART)
    return knots, scores, float(low_slope), float(high_slope)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Reference statistics of a pack.

    `video` and `music` hold the quantiles of each raw quantity by name. `reference_videos` are the bank
    against which a track's scores are normalised, `reference_tracks` the library against which fit is
    counted: of each item its numbers by column (`axis:energy`, `style:water`, `correspondence:0`,
    `towers:0`), all columns of one length.
    """

    video: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    music: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    reference_tracks: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    reference_videos: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    correspondence: Correspondence = field(default_factory=Correspondence)
    towers: str = ""
    """Digest of the towers whose embeddings the references hold; empty where they hold none."""
    source: str = ""

    @property
    def embedding_dim(self) -> int:
        """How many numbers the references' embeddings have; 0 where they hold none."""
        return max(_dimensions(items, "towers") for items in (self.reference_tracks, self.reference_videos))

    @staticmethod
    def from_json(document: Mapping[str, object]) -> "Calibration":
        """Read what `to_json` wrote.

        Raises:
            ValueError: a table is missing, not of finite numbers, not ascending, or of the wrong length.
        """
        video, music, tracks = (_tables(document, each) for each in ("video", "music", "reference_tracks"))
        videos = _tables({"reference_videos": {}, **document}, "reference_videos")
        for row in (*video.values(), *music.values()):
            if len(row) != len(PERCENTILES) or list(row) != sorted(row):
                raise ValueError(f"calibration tables must hold {len(PERCENTILES)} ascending quantiles each")
        correspondence = Correspondence.from_json(document.get("correspondence"))
        for items in (tracks, videos):
            if len({len(row) for row in items.values()}) > 1:
                raise ValueError("reference tracks and videos must have one value per column each")
            if _dimensions(items, "correspondence") not in (0, correspondence.width):
                raise ValueError("references lie in another space than the correspondence's")
        if len({_dimensions(items, "towers") for items in (tracks, videos)} - {0}) > 1:
            raise ValueError("reference tracks and videos have embeddings of different lengths")
        return Calibration(
            video=video,
            music=music,
            reference_tracks=tracks,
            reference_videos=videos,
            correspondence=correspondence,
            towers=str(document.get("towers", "")),
            source=str(document.get("source", "")),
        )

    def to_json(self) -> dict[str, object]:
        """Return plain lists and strings for `json.dump`."""
        return {
            "source": self.source,
            "towers": self.towers,
            "video": _lists(self.video),
            "music": _lists(self.music),
            "reference_tracks": _lists(self.reference_tracks),
            "reference_videos": _lists(self.reference_videos),
            "correspondence": self.correspondence.to_json() if self.correspondence.video.names else None,
        }


def _lists(tables: Mapping[str, tuple[float, ...]]) -> dict[str, list[float]]:
    return {name: list(row) for name, row in sorted(tables.items())}


def _tables(document: Mapping[str, object], section: str) -> dict[str, tuple[float, ...]]:
    tables = document.get(section)
    if not isinstance(tables, Mapping):
        raise ValueError(f"calibration has no {section}")
    try:
        return {str(name): finite_numbers(row) for name, row in tables.items()}
    except ValueError as error:
        raise ValueError(f"calibration has {section} that can't be used: {error}") from error


def _dimensions(items: Mapping[str, object], space: str) -> int:
    """Return how many columns items have of a space, which are numbered from 0."""
    found = {name for name in items if name.startswith(f"{space}:")}
    if found != {f"{space}:{place}" for place in range(len(found))}:
        raise ValueError(f"references lack a dimension of their {space}")
    return len(found)
