"""What the study compares: ways to get a scorer from training items."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tivm_desktop.domain.arrays import IntArray
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.baselines.cca import fit_cca
from tivm_desktop.training.baselines.saved import save_cca
from tivm_desktop.training.baselines.vmnet import vmnet
from tivm_desktop.training.evaluation.folds import held_out
from tivm_desktop.training.evaluation.judging import Scorer
from tivm_desktop.training.learning.defaults import config_for
from tivm_desktop.training.model.config import Loss, RunConfig, TemporalEncoder
from tivm_desktop.training.model.config_json import ConfigError, merged
from tivm_desktop.training.reranking.config import RerankerConfig

ENCODERS: tuple[TemporalEncoder, ...] = ("mean", "lstm", "transformer")
LOSSES: tuple[Loss, ...] = ("infonce", "triplet")
CLAIMED = "transformer-infonce"
"""The combination that the paper reports as the best."""
CLAIMED_ENCODER: TemporalEncoder = "transformer"
CLAIMED_LOSS: Loss = "infonce"
GRID: Mapping[str, tuple[TemporalEncoder, Loss]] = {
    f"{encoder}-{loss}": (encoder, loss) for encoder in ENCODERS for loss in LOSSES
}
BASELINES = ("cca", "vmnet")
TOWERS, RERANKED = "tivm", "tivm-reranked"
"""What `tivm train` makes by default, without and with its re-ranker."""
RECIPES = (*GRID, *BASELINES, TOWERS, RERANKED)
PLAIN: Mapping[str, Any] = {"tower": {"statistics_skip": False}, "epochs": 40, "lr": 1e-3}
"""How the grid's towers differ from the default: no statistics path, so that encoder and loss show."""


def config_of(
    recipe: str, archive: PairedArchive, seed: int, changes: Mapping[str, Any] | None = None
) -> RunConfig:
    """Return the config with which a recipe is trained.

    Args:
        recipe: one of `RECIPES` but `cca`.
        archive: whose columns it takes.
        seed: of weights, batches and augmentation.
        changes: to the default config, by recipe; those under `all` come first.

    Raises:
        ConfigError: a change names no field, or a value that can't be.
    """
    encoder, loss = GRID.get(recipe, (CLAIMED_ENCODER, CLAIMED_LOSS))
    told = changes or {}
    first = {} if recipe in (TOWERS, RERANKED) else dict(PLAIN)
    said = merged(merged(first, dict(told.get("all", {}))), dict(told.get(recipe, {})))
    config = config_for(archive, encoder, loss, said)
    config = replace(config, seed=seed)
    return vmnet(config) if recipe == "vmnet" else config


def check_recipes(
    recipes: Sequence[str], archive: PairedArchive, changes: Mapping[str, Any], validation: float
) -> None:
    """See that every recipe can be made, before hours are spent.

    Raises:
        TivmError: a recipe is unknown, or a change is not understood.
    """
    known = (*RECIPES, "all")
    for name in (*recipes, *changes):
        if name not in known:
            raise TivmError(f"There is no recipe {name}; there are {', '.join(RECIPES)}.")
    if not 0 <= validation <= 0.5:
        raise TivmError(
            f"A share of {validation:g} can't be held out for validation; give one from 0 to 0.5."
        )
    for recipe in recipes:
        try:
            if recipe != "cca":
                config_of(recipe, archive, 0, changes)
        except ConfigError as error:
            raise TivmError(f"The changes for {recipe} can't be made: {error}.") from error


def retrain(
    config: RunConfig,
    archive: PairedArchive,
    items: IntArray,
    folder: Path,
    validation: float,
    reranker: RerankerConfig | None = None,
) -> Scorer:
    """Train a config on items of an archive.

    Args:
        config: of the run.
        archive: where the items are.
        items: `(n,)`, all that may be looked at.
        folder: of the run; an unfinished one is gone on with.
        validation: share of the items, in whole groups, on which training decides when to stop; 0 trains all
            epochs.
        reranker: of the re-ranker that is trained after it, on the same items; None for none.
    """
    from tivm_desktop.training.learning.trainer import train
    from tivm_desktop.training.reranking.scoring import with_reranker

    larger, smaller = items, np.zeros(0, dtype=np.int64)
    if validation > 0:
        larger, smaller = held_out(archive.groups, items, validation, config.seed)
    run = train(config, archive, folder, train_items=larger, validation_items=smaller)
    return run if reranker is None else with_reranker(run, reranker, archive, larger)


def fit(
    recipe: str,
    archive: PairedArchive,
    items: IntArray,
    seed: int,
    folder: Path,
    changes: Mapping[str, Any] | None = None,
    validation: float = 0.1,
) -> tuple[Scorer, dict[str, Any]]:
    """Get a scorer by a recipe, and the config it was trained with (CCA: the settings it chose), as JSON.

    CCA and the default towers use all items, since they choose on folds within them or not at all.
    """
    if recipe == "cca":
        cca = fit_cca(archive, items, seed)
        save_cca(cca, folder)
        return cca, {name: getattr(cca.settings, name) for name in type(cca.settings).__dataclass_fields__}
    config = config_of(recipe, archive, seed, changes)
    if recipe in GRID or recipe == "vmnet":
        return retrain(config, archive, items, folder, validation), config.to_json()
    reranker = RerankerConfig(seed=seed) if recipe == RERANKED else None
    return retrain(config, archive, items, folder, 0.0, reranker), config.to_json()
