"""What raises accuracy: each variant against the default towers, on the same group-disjoint folds.

    ./dev bench accuracy --data A.npz --out DIR [--video NAMES] [--music NAMES] [--folds 10] [--only NAMES]
    ./dev bench accuracy --data A.npz --out DIR --markdown

Prints one JSON, or with `--markdown` the same as tables. Differences are paired by item; intervals are 95 %
bootstrap that draws whole groups; p is corrected by Holm over all comparisons of a table. A variant raises or
lowers accuracy where the AUC from video to music differs with a corrected p under .05; else there is no clear
difference. Controls are there to be understood, never to be kept. Everything that a variant says of a fold is
a file in DIR, so that a measurement that was stopped goes on where it was; the variants are in
`variants/named.py`.
One thread; some minutes a fold for some hundreds of items. A re-ranker whose courses tell nothing is noise
beside the towers, so that `rerank_shifted` may well lie below them.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks.variants.comparing import (
    Answers,
    Effect,
    Variant,
    effects,
    effects_markdown,
    outcomes_over_folds,
)
from benchmarks.variants.named import VARIANTS, Bench
from tivm_desktop.domain.arrays import IntArray
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.training.archives.archive import PairedArchive, read_archive
from tivm_desktop.training.evaluation.folds import group_disjoint_folds
from tivm_desktop.training.evaluation.judging import TwoWayRanking
from tivm_desktop.training.files import write_json_whole
from tivm_desktop.training.learning.fitting import data_identity
from tivm_desktop.training.study.significance import Difference

CLEAR = 0.05
FOLD_SEED = 0
Outcomes = Mapping[str, Mapping[int, TwoWayRanking]]


def chosen(only: Sequence[str] | None) -> list[str]:
    """The names wanted, and the baselines that these need, in the order of the table."""
    wanted = set(only or VARIANTS)
    if unknown := wanted - set(VARIANTS):
        raise SystemExit(f"There is no variant {min(unknown)}; there are {', '.join(VARIANTS)}.")
    needed = wanted | {VARIANTS[name].baseline for name in wanted}
    return [name for name in VARIANTS if name in needed]


def check_folder(folder: Path, archive: PairedArchive, folds: int, epochs: int | None) -> None:
    """Never mix answers about other data, folds or epochs."""
    digest = data_identity(archive, np.arange(len(archive)), np.arange(0))["digest"]
    document = {"digest": digest, "folds": folds, "fold_seed": FOLD_SEED, "epochs": epochs}
    path = folder / "measurement.json"
    if path.exists() and json.loads(path.read_text("utf-8")) != document:
        raise SystemExit(f"{folder} holds a measurement of other data, folds or epochs; name another --out.")
    folder.mkdir(parents=True, exist_ok=True)
    write_json_whole(path, document)


def kept(name: str, archive: PairedArchive, folder: Path, folds: int, epochs: int | None) -> Variant:
    """Return a variant for `outcomes_over_folds` whose answers are files, made once."""
    fold_of = group_disjoint_folds(archive.groups, folds, FOLD_SEED)

    def variant(archive: PairedArchive, train_items: IntArray, test_items: IntArray) -> Answers:
        fold = int(fold_of[test_items[0]])
        path = folder / "answers" / f"{name}.fold{fold}.npz"
        if not path.exists():
            bench = Bench(archive, train_items, test_items, fold, folder, epochs)
            said = VARIANTS[name].make(bench)
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part.npz")
            np.savez(part, items=said.items, there=said.video_to_music, back=said.music_to_video)
            part.replace(path)
        with np.load(path) as file:
            return Answers(file["items"], file["there"], file["back"])

    return variant


def measured(archive: PairedArchive, names: Sequence[str], arguments: argparse.Namespace) -> Outcomes:
    begin = time.perf_counter()

    def told(name: str, _seed: int, fold: int) -> None:
        print(f"{time.perf_counter() - begin:7.1f} s  {name} fold {fold}", file=sys.stderr, flush=True)

    variants = {name: kept(name, archive, arguments.out, arguments.folds, arguments.epochs) for name in names}
    return outcomes_over_folds(archive, variants, arguments.folds, (FOLD_SEED,), told)


def turned(outcomes: Outcomes) -> Outcomes:
    """The same with tracks as the queries."""
    return {
        name: {
            seed: TwoWayRanking(outcome.music_to_video, outcome.video_to_music)
            for seed, outcome in by_seed.items()
        }
        for name, by_seed in outcomes.items()
    }


def verdict(name: str, difference: Difference | None) -> str:
    if difference is None:
        return "baseline"
    if VARIANTS[name].is_control:
        return "control"
    if difference.corrected_p >= CLEAR:
        return "no clear difference"
    return "raises" if difference.mean > 0 else "lowers"


def told_of(one_way: Effect, other_way: Effect) -> dict[str, Any]:
    sides = {"video_to_music": one_way, "music_to_video": other_way}
    return {
        "name": one_way.name,
        "what": VARIANTS[one_way.name].what,
        "verdict": verdict(one_way.name, one_way.auc),
        **{
            side: {
                **effect.figures.to_json(),
                "auc_difference": effect.auc and effect.auc.to_json(),
                "recall_at_10_difference": effect.recall and effect.recall.to_json(),
            }
            for side, effect in sides.items()
        },
    }


def markdown(title: str, there: Sequence[Effect], back: Sequence[Effect]) -> str:
    said = [
        f"- {each.name}: {VARIANTS[each.name].what}; **{verdict(each.name, each.auc)}**." for each in there
    ]
    return (
        f"### {title}, video to music\n\n{effects_markdown(there)}\n"
        f"### {title}, music to video\n\n{effects_markdown(back)}\n" + "\n".join(said) + "\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, metavar="A.npz", required=True)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", required=True, help="what is measured is kept here"
    )
    parser.add_argument("--video", type=lambda text: text.split(","), metavar="NAMES")
    parser.add_argument("--music", type=lambda text: text.split(","), metavar="NAMES")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--only", type=lambda text: text.split(","), metavar="NAMES")
    parser.add_argument("--epochs", type=int, help="of all runs but the long one, for a quick look")
    parser.add_argument("--markdown", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    names = chosen(arguments.only)
    try:
        archive = read_archive(arguments.data, arguments.video, arguments.music)
        check_folder(arguments.out, archive, arguments.folds, arguments.epochs)
        outcomes = measured(archive, names, arguments)
    except TivmError as error:
        raise SystemExit(str(error)) from error
    document: dict[str, Any] = {
        "data": arguments.data.name,
        "items": len(archive),
        "groups": len(set(archive.groups)),
        "columns": {"video": archive.video_widths, "music": archive.music_widths},
        "folds": arguments.folds,
        "fold_seed": FOLD_SEED,
        "tables": [],
    }
    for baseline, title in (
        ("towers", "Whole items"),
        ("towers_interior", "Seconds 30 to 150 of long items"),
    ):
        part = {name: outcomes[name] for name in names if VARIANTS[name].baseline == baseline}
        if not part:
            continue
        there, back = (effects(one, baseline, archive.groups) for one in (part, turned(part)))
        if arguments.markdown:
            print(markdown(title, there, back))
        pool = float(np.mean(outcomes[baseline][FOLD_SEED].video_to_music.pools))
        variants = [told_of(*pair) for pair in zip(there, back, strict=True)]
        document["tables"].append(
            {"title": title, "baseline": baseline, "mean_pool": round(pool, 1), "variants": variants}
        )
    if not arguments.markdown:
        print(json.dumps(document))


if __name__ == "__main__":
    main()
