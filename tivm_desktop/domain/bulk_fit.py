"""The fit of very many tracks for one video: a track as a row of numbers, all rows at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.axes import AXES
from tivm_desktop.domain.class_lexicon import STYLE_NAMES
from tivm_desktop.domain.fusion import (
    AXIS_WEIGHTS,
    PARTS,
    WEIGHTS,
    MeasuredVideo,
    NormalisedTrack,
    fit_curve,
    fit_of,
)
from tivm_desktop.domain.tower_fit import TowerScale

Rows = NDArray[np.float32]
"""(N, D) rows as `VectorLayout.pack` makes them."""

_AXIS_WEIGHTS = np.array([AXIS_WEIGHTS[axis] for axis in AXES], np.float32)
_AT_ONCE = 4096
"""Rows scored together: what belongs to them stays in the processor's cache."""


@dataclass(frozen=True, slots=True)
class VectorLayout:
    """How all that the fit of a track needs lies in a float32 row.

    By part in the order of `fusion.PARTS` the track's vector, then the mean of each part, then the deviation
    of each. What a track lacks is NaN.
    """

    widths: Mapping[str, int]
    """Length of the vector by part; parts that a pack knows nothing of are left out."""

    @staticmethod
    def of(correspondence: int, towers: int) -> "VectorLayout":
        """Return the layout for a pack whose correspondence and embeddings are that wide; 0 for none."""
        wide = {
            "affect": len(AXES),
            "styles": len(STYLE_NAMES),
            "correspondence": correspondence,
            "towers": towers,
        }
        return VectorLayout(MappingProxyType({part: wide[part] for part in PARTS if wide[part]}))

    @property
    def width(self) -> int:
        """D, the length of a row."""
        return sum(self.widths.values()) + 2 * len(self.widths)

    @property
    def places(self) -> dict[str, tuple[slice, int, int]]:
        """By part where its vector, its mean and its deviation lie in a row."""
        ends = list(accumulate(self.widths.values(), initial=0))
        count = len(self.widths)
        return {
            part: (slice(ends[index], ends[index + 1]), ends[-1] + index, ends[-1] + count + index)
            for index, part in enumerate(self.widths)
        }

    def pack(self, track: NormalisedTrack) -> NDArray[np.float32]:
        """Return the (D,) row of a track.

        Raises:
            ValueError: the track has a part that the layout has no place for, or one of another length.
        """
        row = np.full(self.width, np.nan, np.float32)
        places = self.places
        for part, vector in track.vectors.items():
            if self.widths.get(part) != len(vector):
                raise ValueError(f"no place for {len(vector)} numbers of {part} in {dict(self.widths)}")
            where, mean, deviation = places[part]
            row[where], row[mean], row[deviation] = vector, track.mean[part], track.deviation[part]
        return row

    def unpack(self, row: NDArray[np.float32]) -> NormalisedTrack:
        """Return the track whose (D,) row this is, rounded to float32."""
        known = {part: at for part, at in self.places.items() if not np.isnan(row[at[1]])}
        return NormalisedTrack(
            {part: row[where].astype(np.float64) for part, (where, _, _) in known.items()},
            {part: float(row[mean]) for part, (_, mean, _) in known.items()},
            {part: float(row[deviation]) for part, (_, _, deviation) in known.items()},
        )


def scores_and_fits(
    video: MeasuredVideo, rows: Rows, layout: VectorLayout, scale: TowerScale | None = None
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return for each of (N, D) rows the score to order it by, and its fit, (N,) each.

    Fits are 0..100, those of `fusion.fit_of` within float32 rounding; where `scale` is given, those of its
    `fit` for the tracks with an embedding, if the video has one. The fit is increasing in the score; the
    score is finer, as fits crowd together near 0 and 100. Where some rows have an embedding to be scaled and
    others have none, the score is the fit itself.
    """
    towers = video.vectors.get("towers") if scale is not None else None
    if scale is None or towers is None or "towers" not in layout.widths:
        scores = _fused(video, rows, layout)
        return scores, fit_curve(video).of_all(scores)
    nearness = _nearness(towers, rows[:, layout.places["towers"][0]])
    fits = scale.fits(-nearness)
    lacking = np.flatnonzero(np.isnan(nearness))
    if not len(lacking):
        return nearness, fits
    fits[lacking] = scores_and_fits(video, rows[lacking], layout)[1]
    return fits, fits


def exact_fits(
    video: MeasuredVideo, rows: Rows, layout: VectorLayout, scale: TowerScale | None = None
) -> NDArray[np.float64]:
    """Return the (N,) fits of a few rows, one by one in double precision; equal rows have equal ones."""
    return np.array([_exact_fit(video, layout.unpack(row), scale) for row in rows], np.float64)


def _exact_fit(video: MeasuredVideo, track: NormalisedTrack, scale: TowerScale | None) -> float:
    if scale is None or "towers" not in video.vectors or "towers" not in track.vectors:
        return fit_of(video, track)
    seen, heard = (side.vectors["towers"].astype(np.float32) for side in (video, track))
    return scale.fit(seen, heard)


def _fused(video: MeasuredVideo, rows: Rows, layout: VectorLayout) -> NDArray[np.float32]:
    """`fusion.fused` of (N, D) rows, (N,)."""
    both = [(part, *at) for part, at in layout.places.items() if part in video.vectors]
    sides = {part: video.vectors[part].astype(np.float32) for part, *_ in both}
    fused = np.zeros(len(rows), np.float32)
    for start in range(0, len(rows), _AT_ONCE):
        chunk = rows[start : start + _AT_ONCE]
        total, squares = np.zeros(len(chunk), np.float32), np.zeros(len(chunk), np.float32)
        for part, where, mean, deviation in both:
            score = (_raw(part, chunk[:, where], sides[part]) - chunk[:, mean]) / chunk[:, deviation]
            known = ~np.isnan(score)
            np.add(total, np.float32(WEIGHTS[part]) * score, out=total, where=known)
            squares += np.float32(WEIGHTS[part] ** 2) * known
        np.divide(total, np.sqrt(squares), out=fused[start : start + _AT_ONCE], where=squares > 0)
    return fused


def _raw(part: str, tracks: Rows, video: NDArray[np.float32]) -> NDArray[np.float32]:
    """`fusion.raw_scores` of (N, D) tracks for one video, (N,)."""
    if part != "affect":
        return tracks @ video
    return np.asarray(-((tracks - video) ** 2 @ _AXIS_WEIGHTS), np.float32)


def _nearness(video: NDArray[np.float64], tracks: Rows) -> NDArray[np.float32]:
    """Minus the distance of (N, E) embeddings from the video's, (N,); NaN for a track that has none."""
    near = np.empty(len(tracks), np.float32)
    for start in range(0, len(tracks), _AT_ONCE):
        apart = tracks[start : start + _AT_ONCE] - video.astype(np.float32)
        near[start : start + _AT_ONCE] = -np.sqrt(np.einsum("nd,nd->n", apart, apart))
    return near
