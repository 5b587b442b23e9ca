"""The report of an evaluation, as JSON and as text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tivm_desktop.domain.evaluation.bootstrap import RESAMPLES
from tivm_desktop.domain.evaluation.figures import RECALL_AT, Figures, Ranking, chance, figures
from tivm_desktop.training.evaluation.judging import TwoWayRanking


@dataclass(frozen=True, slots=True)
class Report:
    """Figures of both directions, beside pool size and chance.

    Attributes:
        pool: number of candidates; with folds the mean over the folds.
        queries: number of queries in each direction.
        chance: what guessing gives, as JSON.
        folds: number of folds whose queries are pooled, 1 without folds. Recall and AUC are over all queries,
            the median rank is the mean of the folds' medians, since ranks of pools of different sizes have no
            common median.
        segments: reports of parts of items against whole ones, by length in seconds.
    """

    pool: float
    queries: int
    chance: Mapping[str, object]
    video_to_music: Figures
    music_to_video: Figures
    folds: int = 1
    segments: Mapping[str, "Report"] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """Return the report as JSON knows it."""
        document: dict[str, object] = {
            "pool": int(self.pool) if float(self.pool).is_integer() else self.pool,
            "queries": self.queries,
            "chance": dict(self.chance),
            "video_to_music": self.video_to_music.to_json(),
            "music_to_video": self.music_to_video.to_json(),
        }
        if self.folds > 1:
            document["folds"] = self.folds
        if self.segments:
            document["segments"] = {length: report.to_json() for length, report in self.segments.items()}
        return document

    def lines(self) -> list[str]:
        """Return the report as lines of text, 95 % intervals in brackets."""
        pool = f"{self.pool:g}" if self.folds == 1 else f"{self.pool:.1f} on average in {self.folds} folds"
        recall_by_chance = self.chance["recall"]
        assert isinstance(recall_by_chance, Mapping)  # noqa: S101
        by_chance = "  ".join(f"R@{k} {recall_by_chance[str(k)]:.3f}" for k in RECALL_AT)
        lines = [
            f"pool {pool}, {self.queries} queries",
            f"chance          {by_chance}  median rank {self.chance['median_rank']:g}  AUC 0.500",
        ]
        for name, found in (("video to music", self.video_to_music), ("music to video", self.music_to_video)):
            lines.append(f"{name}  {_line(found)}")
        for length, report in self.segments.items():
            lines += [f"segments of {length} s against whole items:", *(f"  {x}" for x in report.lines())]
        return lines


def _line(found: Figures) -> str:
    recall = "  ".join(f"R@{k} {found.recall[k]:.3f} {_ends(found.recall_ci[k])}" for k in RECALL_AT)
    median = f"median rank {found.median_rank:.1f}"
    return f"{recall}  {median}  AUC {found.auc:.3f} {_ends(found.auc_ci)}"


def _ends(ends: tuple[float, float]) -> str:
    return f"[{ends[0]:.3f}, {ends[1]:.3f}]"


def report(
    outcome: TwoWayRanking,
    groups: Sequence[str] | None = None,
    *,
    segments: Mapping[str, Report] | None = None,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> Report:
    """Return the report of an outcome.

    Args:
        outcome: ranks in both directions.
        groups: `(S,)`, the group of each item of the archive: intervals come from drawing whole groups.
            Without it each query is drawn by itself.
        segments: further reports to put into this one, by length in seconds.
        seed: of the bootstrap.
        resamples: of the bootstrap.
    """
    there, back = outcome.video_to_music, outcome.music_to_video
    found = [figures(way, _groups_of(way, groups), seed=seed, resamples=resamples) for way in (there, back)]
    _, first = np.unique(there.folds, return_index=True)
    return Report(
        pool=float(there.pools[first].mean()),
        queries=len(there),
        chance=chance(there.pools),
        video_to_music=found[0],
        music_to_video=found[1],
        folds=len(first),
        segments=dict(segments or {}),
    )


def _groups_of(ranking: Ranking, groups: Sequence[str] | None) -> list[str] | None:
    return None if groups is None else [groups[item] for item in ranking.items]
