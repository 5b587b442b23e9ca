"""Recipes: what each trains, and on what."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.training.making import make_archive
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.training.learning.defaults import config_for
from tivm_desktop.training.reranking.config import RerankerConfig
from tivm_desktop.training.reranking.saved import has_reranker
from tivm_desktop.training.reranking.scoring import RerankedRun
from tivm_desktop.training.study.comparisons import pairs
from tivm_desktop.training.study.recipes import (
    BASELINES,
    CLAIMED,
    GRID,
    RECIPES,
    RERANKED,
    TOWERS,
    check_recipes,
    config_of,
    fit,
    retrain,
)

ARCHIVE = make_archive(54, shortest=75, longest=80)
ALL = np.arange(54)
SMALL = {"all": {"epochs": 1, "tower": {"hidden": 8, "heads": 2, "embedding": 6}, "components": 3}}


def test_the_grid_differs_in_encoder_and_loss_and_has_no_statistics_path() -> None:
    for recipe, (encoder, loss) in GRID.items():
        config = config_of(recipe, ARCHIVE, 5)
        assert (config.video.encoder, config.music.encoder, config.loss, config.seed) == (
            encoder,
            encoder,
            loss,
            5,
        )
        assert not config.video.statistics_skip
        assert not config.music.statistics_skip


@pytest.mark.parametrize("recipe", [TOWERS, RERANKED])
def test_the_default_towers_are_those_of_the_command(recipe: str) -> None:
    default = config_for(ARCHIVE, changes={"seed": 5})
    assert config_of(recipe, ARCHIVE, 5) == default
    assert default.video.statistics_skip


def test_changes_reach_all_and_then_their_own_recipe() -> None:
    changes = {"all": {"epochs": 3, "lr": 0.5}, TOWERS: {"epochs": 4}}
    found = [config_of(recipe, ARCHIVE, 0, changes) for recipe in (TOWERS, RERANKED, CLAIMED)]
    assert [(config.epochs, config.lr) for config in found] == [(4, 0.5), (3, 0.5), (3, 0.5)]


def test_every_recipe_is_known_and_no_other() -> None:
    check_recipes(RECIPES, ARCHIVE, {}, 0.1)
    with pytest.raises(TivmError, match=f"no recipe best; there are .*{RERANKED}"):
        check_recipes(["best"], ARCHIVE, {}, 0.1)


def counted(folder: Path) -> tuple[int, int]:
    data = json.loads((folder / "data.json").read_text("utf-8"))
    return data["training_items"], data["validation_items"]


def test_default_towers_train_on_all_items_and_the_grid_holds_some_out(tmp_path: Path) -> None:
    for recipe, items in ((TOWERS, (54, 0)), ("mean-infonce", (48, 6))):
        folder = tmp_path / recipe
        scorer, document = fit(recipe, ARCHIVE, ALL, 1, folder, SMALL)
        assert not isinstance(scorer, RerankedRun)
        assert not has_reranker(folder)
        assert counted(folder) == items
        assert document == config_of(recipe, ARCHIVE, 1, SMALL).to_json()


def test_the_re_ranked_recipe_has_the_same_towers_and_a_re_ranker_of_its_seed(tmp_path: Path) -> None:
    towers, _ = fit(TOWERS, ARCHIVE, ALL, 2, tmp_path / "towers", SMALL)
    both, _ = fit(RERANKED, ARCHIVE, ALL, 2, tmp_path / "both", SMALL)
    assert isinstance(both, RerankedRun)
    assert both.reranker.config == RerankerConfig(seed=2)
    assert has_reranker(tmp_path / "both")
    assert np.array_equal(both.run.similarity(ARCHIVE, ALL, ALL), towers.similarity(ARCHIVE, ALL, ALL))
    assert both.name == "both+reranker"


def test_the_re_ranker_learns_from_what_the_towers_learn_from(tmp_path: Path) -> None:
    config = config_of(TOWERS, ARCHIVE, 0, SMALL)
    asked = RerankerConfig(fewest=53, epochs=1)
    assert isinstance(retrain(config, ARCHIVE, ALL, tmp_path / "all", 0.0, asked), RerankedRun)
    with pytest.raises(ValueError, match="48 of 48 items are longer"):
        retrain(config, ARCHIVE, ALL, tmp_path / "part", 0.1, asked)


def test_the_re_ranker_is_compared_with_its_towers_and_both_with_the_baselines() -> None:
    found = pairs(RECIPES, RERANKED)
    assert {(RERANKED, TOWERS), (TOWERS, CLAIMED)} <= set(found)
    for baseline in BASELINES:
        assert {(RERANKED, baseline), (TOWERS, baseline), (CLAIMED, baseline)} <= set(found)
    assert pairs(["cca", TOWERS], TOWERS) == [(TOWERS, "cca")]
