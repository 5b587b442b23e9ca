"""What is measured: what each variant learns of training items and says of test items."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.variants.comparing import Answers
from benchmarks.variants.distillation import distilled, mean_similarity
from benchmarks.variants.qb_norm import qb_norm
from benchmarks.variants.searched import searched_similarity
from tivm_desktop.domain.arrays import Float64Array, IntArray
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.judging import TwoWayScorer
from tivm_desktop.training.learning.defaults import config_for
from tivm_desktop.training.learning.run import Run
from tivm_desktop.training.learning.trainer import train
from tivm_desktop.training.model.config_json import merged
from tivm_desktop.training.reranking.aligned import aligned_similarity
from tivm_desktop.training.reranking.config import RerankerConfig
from tivm_desktop.training.reranking.scoring import RerankedRun, with_reranker

SEEDS = 5
SEARCH_S, SHIFT_S = 60.0, 37.0
INTERIOR_S = (30.0, 150.0)
INTERIOR_LONGEST_S = 210.0
SPREAD_ITEMS = 100


@dataclass(frozen=True)
class Bench:
    """One fold at hand: what is trained on, what is asked about, and where runs are kept."""

    archive: PairedArchive
    train: IntArray
    test: IntArray
    fold: int
    folder: Path
    epochs: int | None

    def towers(self, name: str = "towers", seed: int = 0, **changes: Any) -> Run:  # noqa: ANN401
        """The default towers with changes, trained all epochs on all training items, or found trained."""
        told = merged({"epochs": self.epochs} if self.epochs else {}, changes)
        config = replace(config_for(self.archive, changes=told), seed=seed)
        nothing = np.zeros(0, dtype=np.int64)
        return train(
            config, self.archive, self.run_folder(name), train_items=self.train, validation_items=nothing
        )

    def run_folder(self, name: str) -> Path:
        return self.folder / "runs" / f"{name}.fold{self.fold}"

    def reranked(self) -> RerankedRun:
        """The default towers with the re-ranker that lies beside them, trained if there is none."""
        return with_reranker(self.towers(), RerankerConfig(), self.archive, self.train)

    def seeds(self) -> list[Run]:
        return [self.towers(f"seed{seed}" if seed else "towers", seed) for seed in range(SEEDS)]

    def rows(self, seconds: float) -> int:
        return round(seconds * self.archive.rate_hz)


Make = Callable[[Bench], Answers]


def one_way(similarity: Float64Array, items: IntArray) -> Answers:
    return Answers(items, similarity, similarity.T)


def of_run(run: Run, bench: Bench) -> Answers:
    return one_way(run.similarity(bench.archive, bench.test, bench.test), bench.test)


def changed(name: str, **changes: Any) -> Make:  # noqa: ANN401
    return lambda bench: of_run(bench.towers(name, **changes), bench)


def of_two_ways(scorer: TwoWayScorer, bench: Bench) -> Answers:
    return Answers(bench.test, *scorer.both_ways(bench.archive, bench.test, bench.test))


def rerank(candidates: int) -> Make:
    def make(bench: Bench) -> Answers:
        found = bench.reranked()
        config = replace(found.reranker.config, candidates=candidates)
        return of_two_ways(replace(found, reranker=replace(found.reranker, config=config)), bench)

    return make


def combined(found: RerankedRun, towers: Float64Array, courses: Float64Array, items: IntArray) -> Answers:
    order = found.reranker.combined
    return Answers(items, order(towers, courses), order(towers.T, courses.T))


def rerank_searched(bench: Bench) -> Answers:
    found = bench.reranked()
    config = found.reranker.config
    sizes = [bench.rows(seconds) for seconds in (config.shortest_s, SEARCH_S)]

    def searched(items: IntArray) -> Float64Array:
        video, music = (
            found.reranker.courses("video", bench.archive, items),
            found.reranker.courses("music", bench.archive, items),
        )
        return searched_similarity(video, music, *sizes)

    sample = bench.train[:: max(len(bench.train) // SPREAD_ITEMS, 1)]
    among = searched(sample)[~np.eye(len(sample), dtype=bool)]
    spreads = (found.reranker.spreads[0], float(among.std()) or 1.0)
    found = replace(found, reranker=replace(found.reranker, spreads=spreads))
    towers = found.run.similarity(bench.archive, bench.test, bench.test)
    return combined(found, towers, searched(bench.test), bench.test)


def rerank_shifted(bench: Bench) -> Answers:
    found = bench.reranked()
    config = found.reranker.config
    video = [
        np.roll(course, bench.rows(SHIFT_S), axis=0)
        for course in found.reranker.courses("video", bench.archive, bench.test)
    ]
    music = found.reranker.courses("music", bench.archive, bench.test)
    aligned = aligned_similarity(video, music, bench.rows(config.shortest_s))
    towers = found.run.similarity(bench.archive, bench.test, bench.test)
    return combined(found, towers, aligned, bench.test)


def interior(archive: PairedArchive, items: IntArray) -> PairedArchive:
    """The same seconds of each item, as if nothing else were known of it."""
    begin, end = (round(seconds * archive.rate_hz) for seconds in INTERIOR_S)
    rows = np.concatenate([archive.offsets[item] + np.arange(begin, end) for item in items])
    return replace(
        archive.subset(items),
        offsets=np.arange(len(items) + 1) * (end - begin),
        video={name: column[rows] for name, column in archive.video.items()},
        music={name: column[rows] for name, column in archive.music.items()},
    )


def long_items(bench: Bench) -> IntArray:
    return bench.test[bench.archive.lengths[bench.test] > bench.rows(INTERIOR_LONGEST_S)]


def towers_interior(bench: Bench) -> Answers:
    items = long_items(bench)
    places = np.arange(len(items))
    return one_way(bench.towers().similarity(interior(bench.archive, items), places, places), items)


def rerank_interior(bench: Bench) -> Answers:
    items, found = long_items(bench), bench.reranked()
    uncut = replace(found.reranker, config=replace(found.reranker.config, edge_s=0.0))
    cut, places = interior(bench.archive, items), np.arange(len(items))
    return Answers(items, *replace(found, reranker=uncut).both_ways(cut, places, places))


def length_only(bench: Bench) -> Answers:
    lengths = np.log(bench.archive.lengths[bench.test])
    return one_way(-np.abs(lengths[:, None] - lengths), bench.test)


def qb_normed(bench: Bench) -> Answers:
    run = bench.towers()
    similarity = run.similarity(bench.archive, bench.test, bench.test)
    videos = run.similarity(bench.archive, bench.train, bench.test)
    music = run.similarity(bench.archive, bench.test, bench.train).T
    return Answers(bench.test, qb_norm(similarity, videos), qb_norm(similarity.T, music))


def segment_set(bench: Bench) -> Answers:
    run = bench.towers()
    return of_run(replace(run, config=replace(run.config, window_s=60.0, windows=5)), bench)


def seeds5(bench: Bench) -> Answers:
    return one_way(mean_similarity(bench.seeds(), bench.archive, bench.test, bench.test), bench.test)


def distilled5(bench: Bench) -> Answers:
    teachers = bench.seeds()
    config, folder = teachers[0].config, bench.run_folder("distilled")
    return of_run(distilled(config, bench.archive, bench.train, teachers, folder), bench)


@dataclass(frozen=True)
class Named:
    """A variant, and what it is."""

    make: Make
    what: str
    baseline: str = "towers"
    is_control: bool = False


STRONG = {"dropout": 0.6, "statistics_dropout": 0.7}
LONG = {"epochs": 120, "lr": 1e-3, "statistics_lr": 1.0}

VARIANTS: Mapping[str, Named] = {
    "towers": Named(changed("towers"), "the default towers alone"),
    "rerank40": Named(rerank(40), "the best 40 ordered anew by their courses at the archive's placement"),
    "rerank100": Named(rerank(100), "the best 100 likewise"),
    "rerank_searched": Named(
        rerank_searched, "the best 100 likewise, placement unknown: the best lag within 60 s either way"
    ),
    "qb_norm": Named(qb_normed, "QB-Norm, bank of the training items' queries, beta 20"),
    "random_start": Named(changed("random_start", initialise="random"), "no start from CCA"),
    "random_start_long": Named(
        changed("random_start_long", initialise="random", **LONG),
        "no start from CCA, four times the epochs, higher learning rates",
    ),
    "low_rank": Named(changed("low_rank", tower={"input_rank": 16}), "statistics path of rank 16"),
    "stronger": Named(
        changed("stronger", weight_decay=0.5, tower=STRONG), "weight decay .5, dropout .6, of statistics .7"
    ),
    "longer_crops": Named(changed("longer_crops", crops_s=[120.0]), "crops of 120 s instead of 60 s"),
    "segment_set": Named(segment_set, "items embedded as the mean of five windows of 60 s"),
    "seeds5": Named(seeds5, "mean similarity of five seeds"),
    "distilled": Named(distilled5, "those five seeds distilled into one run"),
    "rerank_shifted": Named(
        rerank_shifted, "rerank100 with the video's course rolled by 37 s", is_control=True
    ),
    "length_only": Named(
        length_only, "only the lengths of both sides, which no scorer may use", is_control=True
    ),
    "towers_interior": Named(
        towers_interior, "towers on seconds 30 to 150 of items over 210 s", "towers_interior"
    ),
    "rerank_interior": Named(rerank_interior, "rerank100 on the same", "towers_interior", is_control=True),
}
