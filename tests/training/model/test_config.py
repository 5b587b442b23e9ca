"""Configs: what is written can be read, and nothing else."""

import json
from typing import Any

import pytest

from tests.training.model.making import COLUMNS, tower_config
from tivm_desktop.training.model.config import RunConfig, TowerConfig
from tivm_desktop.training.model.config_json import ConfigError, merged


def test_a_config_survives_json() -> None:
    config = RunConfig(
        tower_config(encoder="lstm"), tower_config(), crops_s=(30.0, 0.0), temperature_bounds=(0.05, 0.2)
    )
    assert RunConfig.from_json(json.loads(json.dumps(config.to_json()))) == config


def test_whole_numbers_serve_as_numbers() -> None:
    document = RunConfig(tower_config(), tower_config()).to_json() | {"window_s": 120}
    assert RunConfig.from_json(document).window_s == 120.0


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"colour": 1}, "config has the unknown field colour"),
        ({"video": {"hiden": 1}}, "config.video has the unknown field hiden"),
        ({"epochs": 2.5}, "config.epochs must be a whole number, not 2.5"),
        ({"epochs": True}, "config.epochs must be a whole number, not True"),
        ({"lr": "fast"}, "config.lr must be a number, not 'fast'"),
        ({"lr": float("nan")}, "config.lr must be finite"),
        ({"loss": "mse"}, "config.loss must be one of infonce, triplet, vmnet, not 'mse'"),
        ({"crops_s": 60}, "config.crops_s must be a list"),
        ({"temperature_bounds": [0.1]}, "config.temperature_bounds must have 2 values, not 1"),
        ({"temperature": 0.9}, "temperature must be positive and lie within its bounds"),
        ({"video": {"columns": [{"name": "a"}]}}, "config.video.columns[0] lacks the field width"),
        ({"video": {"columns": []}}, "a tower needs at least one column"),
        ({"video": {"hidden": 18}}, "hidden must be a multiple of 2 x heads, not 18 for 2 heads"),
        ({"video": {"layers": 0}}, "encoder transformer needs at least one linear layer"),
        ({"video": {"embedding": 4}}, "both towers need the same embedding size"),
        ({"video": {"dropout": 1.0}}, "a dropout must lie in 0..1, not 1.0"),
        ({"video": 3}, "config.video must be an object"),
    ],
)
def test_what_can_not_be_is_named(changes: dict[str, Any], complaint: str) -> None:
    document = merged(RunConfig(tower_config(), tower_config()).to_json(), changes)
    with pytest.raises(ConfigError) as refused:
        RunConfig.from_json(document)
    assert str(refused.value) == complaint


def test_a_column_is_named_once() -> None:
    with pytest.raises(ConfigError, match="a column is named twice: picture, picture"):
        TowerConfig((COLUMNS[0], COLUMNS[0]))


def test_merging_reaches_into_objects_and_leaves_the_original() -> None:
    document = {"a": {"b": 1, "c": 2}, "d": 3}
    assert merged(document, {"a": {"b": 5}, "d": {"e": 1}}) == {"a": {"b": 5, "c": 2}, "d": {"e": 1}}
    assert document == {"a": {"b": 1, "c": 2}, "d": 3}
