"""Reference statistics that put unlike quantities on one scale: normal scores.

A raw quantity (a luma, a tag's probability, onsets a second) becomes the standard normal quantile of the
share of a reference population that lies below it. Any strictly increasing transform of the raw quantity
gives the same score, so no scale has to be guessed, and 0 means "as the middle of the reference".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from tivm_desktop.domain.correspondence import Correspondence

PERCENTILES: tuple[float, ...] = (1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99)
"""Percentages at which a quantity's reference quantiles are kept."""

_SCORES = ndtri(np.asarray(PERCENTILES) / 100.0)
_LIMIT = 2.5

Float64Array = NDArray[np.float64]


def reference_quantiles(values: ArrayLike) -> tuple[float, ...]:
    """Return the quantiles of `values` (any shape) at `PERCENTILES`, rounded to 6 significant digits."""
    quantiles = np.percentile(np.asarray(values, np.float64), PERCENTILES)
    return tuple(float(f"{value:.6g}") for value in quantiles)


def normal_score(values: ArrayLike, quantiles: Sequence[float]) -> Float64Array:
    """Map raw values (any shape) to normal scores, -2.5..2.5, linear between the reference quantiles.

    Beyond the outermost quantiles the score goes on with the slope between the outer quantile and the
    median, so that extremes stay ordered. Where quantiles coincide (a quantity that is often exactly 0)
    the score is the mean of the scores they stand for.
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
    low_slope = (scores[middle] - scores[0]) / (knots[middle] - knots[0])
    high_slope = (scores[-1] - scores[middle - 1]) / (knots[-1] - knots[middle - 1])
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

    @staticmethod
    def from_json(document: Mapping[str, object]) -> "Calibration":
        """Read what `to_json` wrote.

        Raises:
            ValueError: a table is missing, is not numeric, or has the wrong length.
        """
        try:
            video = _tables(document["video"])
            music = _tables(document["music"])
            tracks = _tables(document["reference_tracks"])
            videos = _tables(document.get("reference_videos", {}))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"calibration is incomplete: {error}") from error
        if any(len(row) != len(PERCENTILES) for row in (*video.values(), *music.values())):
            raise ValueError(f"calibration tables must hold {len(PERCENTILES)} quantiles each")
        if any(len({len(row) for row in items.values()}) > 1 for items in (tracks, videos)):
            raise ValueError("reference tracks and videos must have one value per column each")
        correspondence = Correspondence.from_json(document.get("correspondence"))
        for items in (tracks, videos):
            width = sum(name.startswith("correspondence:") for name in items)
            if width not in (0, correspondence.width):
                raise ValueError("references lie in another space than the correspondence's")
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


def _tables(section: object) -> dict[str, tuple[float, ...]]:
    if not isinstance(section, Mapping):
        raise TypeError("a section is not a table")
    tables = {str(name): tuple(float(value) for value in row) for name, row in section.items()}
    if not all(np.isfinite(row).all() for row in tables.values()):
        raise ValueError("a table holds something that is no finite number")
    return tables
