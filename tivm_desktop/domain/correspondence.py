"""What looks and what sounds go together in pairs that people made: a linear map, learnt from a few of them.

With some dozens of pairs only the plainest estimate is safe: the cross-covariance of both sides' scores,
which is the limit of canonical correlation and of partial least squares under the strongest regularisation.
Both sides are centred within their group first (a game, a channel), so that it learns which picture goes
with which music and not which group looks and sounds how. Its singular vectors, cut to a low rank, turn a
video and a track into vectors of one space in which fit is the cosine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.finite import finite_numbers

RANK = 8
"""Dimensions of the space."""
_DIGITS = 4

Values = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Side:
    """How one side's values become a vector: `((value - centre) * scale) @ weights`, of unit length."""

    names: tuple[str, ...] = ()
    centre: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()
    weights: tuple[tuple[float, ...], ...] = ()
    """One row for each name, one column for each dimension."""

    def __call__(self, values: Values) -> tuple[float, ...]:
        """Return the unit vector of an item; of an item about which nothing stands out, zeros.

        A value that the item lacks counts as the centre.
        """
        if not self.names:
            return ()
        centre = np.array(self.centre)
        row = np.array([values.get(name, middle) for name, middle in zip(self.names, centre, strict=True)])
        vector = ((row - centre) * np.array(self.scale)) @ np.array(self.weights)
        length = float(np.linalg.norm(vector))
        return tuple((vector / length if length > 0 else vector).tolist())

    def to_json(self) -> dict[str, object]:
        """Return plain lists for `json.dump`."""
        return {
            "names": list(self.names),
            "centre": list(self.centre),
            "scale": list(self.scale),
            "weights": [list(row) for row in self.weights],
        }

    @staticmethod
    def from_json(document: object) -> "Side":
        """Read what `to_json` wrote.

        Raises:
            ValueError: an entry is missing, not of finite numbers, or of another length than the names.
        """
        if not isinstance(document, Mapping):
            raise ValueError("a side of the correspondence is not an object")
        names, rows = document.get("names"), document.get("weights")
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ValueError("a side of the correspondence has no names")
        if not isinstance(rows, list):
            raise ValueError("a side of the correspondence has no weights")
        try:
            centre, scale = (finite_numbers(document.get(each)) for each in ("centre", "scale"))
            weights = tuple(map(finite_numbers, rows))
        except ValueError as error:
            raise ValueError(f"a side of the correspondence can't be used: {error}") from error
        widths = {len(row) for row in weights}
        if not len(names) == len(centre) == len(scale) == len(weights) or len(widths) > 1 or 0 in widths:
            raise ValueError("a side of the correspondence has rows of other lengths than its names")
        return Side(tuple(names), centre, scale, weights)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Both sides' way into the common space; without names there is no such space."""

    video: Side = Side()
    music: Side = Side()
    source: str = ""
    """The pairs it was learnt from, in words."""

    @property
    def width(self) -> int:
        """Dimensions of the space; 0 where there is none."""
        return len(self.video.weights[0]) if self.video.weights else 0

    def of_video(self, values: Values) -> tuple[float, ...]:
        """Return a video's unit vector, (RANK,), of its values by name."""
        return self.video(values)

    def of_music(self, values: Values) -> tuple[float, ...]:
        """Return a track's unit vector, (RANK,), of its values by name."""
        return self.music(values)

    def to_json(self) -> dict[str, object]:
        """Return plain lists and strings for `json.dump`."""
        return {"video": self.video.to_json(), "music": self.music.to_json(), "source": self.source}

    @staticmethod
    def from_json(document: object) -> "Correspondence":
        """Read what `to_json` wrote; None gives none.

        Raises:
            ValueError: an entry is missing or damaged.
        """
        if document is None:
            return Correspondence()
        if not isinstance(document, Mapping):
            raise ValueError("the correspondence is not an object")
        video, music = Side.from_json(document.get("video")), Side.from_json(document.get("music"))
        widths = {len(row) for side in (video, music) for row in side.weights}
        if len(widths) != 1:
            raise ValueError("both sides of the correspondence must lead into one space")
        return Correspondence(video, music, str(document.get("source", "")))


def learn(
    video: Sequence[Values],
    music: Sequence[Values],
    groups: Sequence[str],
    names: tuple[Sequence[str], Sequence[str]],
    blocks: Mapping[str, Sequence[str]],
    source: str,
) -> Correspondence:
    """Learn a correspondence from pairs.

    Args:
        video: of each pair, the video's values by name.
        music: of each pair, the track's.
        groups: of each pair, the group within which pairs are compared.
        names: the values to be used of the video and of the music.
        blocks: values of the video that are brought to one common deviation together, by name of the block;
            values in no block are taken to be normal scores already.
        source: the pairs in words.

    Raises:
        ValueError: there are fewer than three pairs, or no values of one side.
    """
    if len(video) < 3:
        raise ValueError("a correspondence needs at least three pairs")
    if not names[0] or not names[1]:
        raise ValueError("a correspondence needs values of both sides")
    x, y = (
        np.array([[one.get(name, 0.0) for name in wanted] for one in side], np.float64)
        for side, wanted in ((video, names[0]), (music, names[1]))
    )
    scale = np.ones(len(names[0]))
    for block in blocks.values():
        columns = [names[0].index(name) for name in block]
        scale[columns] = 1.0 / max(float((x[:, columns] - x[:, columns].mean(axis=0)).std()), 1e-9)
    inner_x, inner_y = _centred_within(x * scale, groups), _centred_within(y, groups)
    left, values, right = np.linalg.svd(inner_x.T @ inner_y, full_matrices=False)
    roots = np.sqrt(values[:RANK] / max(float(values[0]), 1e-12))
    return Correspondence(
        _side(names[0], x.mean(axis=0), scale, left[:, :RANK] * roots),
        _side(names[1], y.mean(axis=0), np.ones(len(names[1])), right[:RANK].T * roots),
        source,
    )


def _centred_within(rows: Float64Array, groups: Sequence[str]) -> Float64Array:
    """Return rows (n, d) less the mean of their group."""
    _, members = np.unique(np.asarray(groups), return_inverse=True)
    sums = np.zeros((members.max() + 1, rows.shape[1]))
    np.add.at(sums, members, rows)
    return rows - (sums / np.bincount(members)[:, None])[members]


def _side(names: Sequence[str], centre: Float64Array, scale: Float64Array, weights: Float64Array) -> Side:
    return Side(
        tuple(names),
        tuple(np.round(centre, _DIGITS).tolist()),
        tuple(np.round(scale, _DIGITS).tolist()),
        tuple(tuple(row) for row in np.round(weights, _DIGITS).tolist()),
    )
