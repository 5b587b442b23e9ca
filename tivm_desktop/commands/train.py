"""`tivm train`: two towers from paired features. Works alone and under `torchrun`."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tivm_desktop.commands.bars import Bar, complain
from tivm_desktop.commands.options import Commands, add_json, columns, count, names
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import OK
from tivm_desktop.commands.training_parts import TrainingParts
from tivm_desktop.domain.errors import FileError, TivmError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tivm_desktop.training.archives.archive import PairedArchive
    from tivm_desktop.training.learning.run import Run
    from tivm_desktop.training.learning.team import Team
    from tivm_desktop.training.model.config import RunConfig

VALIDATION_SHARE = 0.1


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "train",
        help="train towers on paired features (needs the train extra)",
        description="Train two towers on a paired feature archive. Killed or interrupted, the same command "
        "goes on where it was. Several processes: torchrun --nproc-per-node N $(command -v tivm) train ...",
    )
    parser.add_argument(
        "--data", type=Path, metavar="FILE", required=True, help="a paired feature archive, .npz"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="the run's folder")
    parser.add_argument(
        "--encoder", choices=("mean", "lstm", "transformer"), help="temporal encoder of both towers"
    )
    parser.add_argument("--loss", choices=("infonce", "triplet", "vmnet"))
    for side in ("video", "music"):
        parser.add_argument(f"--{side}", type=columns, metavar="A,B", help=f"{side} columns (default: all)")
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="JSON of settings that replace the defaults"
    )
    parser.add_argument("--seed", type=_whole)
    parser.add_argument("--epochs", type=_whole)
    parser.add_argument("--train-split", type=names, default=["train"], metavar="S", help="default: train")
    parser.add_argument(
        "--validation-split",
        type=names,
        default=["val"],
        metavar="S",
        help="default: val; where the archive has none, a tenth of the training items, groups kept together; "
        "an empty name trains all epochs on all of them",
    )
    parser.add_argument(
        "--no-reranker", action="store_true", help="train the towers only, not what orders their best anew"
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="what computes")
    parser.add_argument(
        "--threads", type=count, default=1, metavar="N", help="of torch on the CPU (default: 1)"
    )
    add_json(parser)
    parser.set_defaults(run=run)


def _whole(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("at least 0")
    return number


def run(arguments: argparse.Namespace) -> int:
    """Train, say how it went, and return the exit status.

    Raises:
        TivmError: archive, config or folder can't be used, or the device is not to be had.
        KeyboardInterrupt: passed on after saying how to go on.
    """
    with TrainingParts("Training"):
        from tivm_desktop.training.archives.archive import read_archive
        from tivm_desktop.training.learning.devices import use_threads
        from tivm_desktop.training.learning.team import team

    use_threads(arguments.threads)
    archive = read_archive(arguments.data, arguments.video, arguments.music)
    with team(arguments.device) as together:
        result, train_items = _trained(arguments, archive, together)
        if together.leads:
            if not arguments.no_reranker:
                _rerank(result, archive, train_items)
            _report(result, as_json=arguments.json)
    return OK


def _trained(
    arguments: argparse.Namespace, archive: "PairedArchive", together: "Team"
) -> "tuple[Run, NDArray[np.int64]]":
    from tivm_desktop.training.evaluation.folds import held_out
    from tivm_desktop.training.learning.devices import device_name
    from tivm_desktop.training.learning.run import is_finished
    from tivm_desktop.training.learning.trainer import train

    config = _config(arguments, archive)
    train_items, validation_items = (
        archive.where(*arguments.train_split),
        archive.where(*arguments.validation_split),
    )
    if len(train_items) < 2:
        there = ", ".join(sorted(set(archive.splits)))
        raise FileError(
            arguments.data,
            f"{arguments.data} has fewer than two items to train on in {', '.join(arguments.train_split)}; "
            f"name other splits with --train-split (there: {there}).",
        )
    wanted = bool(arguments.validation_split)
    if wanted and len(validation_items) == 0 and len({archive.groups[item] for item in train_items}) > 1:
        train_items, validation_items = held_out(archive.groups, train_items, VALIDATION_SHARE, config.seed)
    what = (
        f"{len(train_items)} items, validated on {len(validation_items)}, on {device_name(together.device)}"
    )
    if together.leads and not is_finished(arguments.out):
        complain(f"training on {what}")
    with Bar("towers", "epoch") as bar:

        def show(metrics: dict[str, Any]) -> None:
            bar.show(metrics["epoch"], config.epochs)
            if "validation_auc" in metrics:
                bar.say(f"validation AUC {metrics['validation_auc']:.3f}")

        try:
            finished = train(
                config,
                archive,
                arguments.out,
                train_items=train_items,
                validation_items=validation_items,
                team=together,
                progress=show,
            )
        except KeyboardInterrupt:
            bar.close()
            complain(f"{arguments.out} is kept; the same command goes on where it was")
            raise
    return finished, train_items


def _rerank(finished: "Run", archive: "PairedArchive", train_items: "NDArray[np.int64]") -> None:
    from tivm_desktop.training.reranking.config import RerankerConfig
    from tivm_desktop.training.reranking.reranker import TooShortError
    from tivm_desktop.training.reranking.scoring import with_reranker

    config = RerankerConfig(seed=finished.config.seed)
    try:
        with Bar("re-ranker", "epoch") as bar:
            with_reranker(finished, config, archive, train_items, bar.show)
    except TooShortError as error:
        complain(f"{finished.folder} goes without a re-ranker: {error}")


def _config(arguments: argparse.Namespace, archive: "PairedArchive") -> "RunConfig":
    from tivm_desktop.training.learning.defaults import config_for
    from tivm_desktop.training.model.config_json import ConfigError, merged

    path: Path | None = arguments.config
    try:
        changes = json.loads(path.read_text("utf-8")) if path else {}
        if not isinstance(changes, dict):
            raise ConfigError("config must be an object")
        said = {name: getattr(arguments, name) for name in ("loss", "seed", "epochs")}
        said = {name: value for name, value in said.items() if value is not None}
        if arguments.encoder is not None:
            said |= {side: {"encoder": arguments.encoder} for side in ("video", "music")}
        return config_for(archive, changes=merged(changes, said))
    except OSError as error:
        raise FileError(
            arguments.config, f"{path} can't be read ({error.strerror or error}); check --config."
        ) from error
    except ValueError as error:
        settings = f"The settings in {path}" if path else "These settings"
        raise TivmError(f"{settings} can't be used: {error}; compare the config.json of a run.") from error


def _report(result: "Run", *, as_json: bool) -> None:
    from tivm_desktop.training.learning.run import FIGURES_FILE

    figures = json.loads((result.folder / FIGURES_FILE).read_text("utf-8"))
    if as_json:
        write_json({"run": str(result.folder), **figures})
        return
    auc = figures["validation_auc"]
    best = "" if auc is None else f", validation AUC {auc:.3f} after epoch {figures['best_epoch']}"
    write_lines(f"{result.folder}: {figures['epochs']} epochs in {figures['training_seconds']:.0f} s{best}")
