import json

import pytest

from tests.training.reranking.making import small_reranker
from tivm_desktop.training.model.config_json import ConfigError
from tivm_desktop.training.reranking.config import RerankerConfig


def test_a_config_survives_json() -> None:
    config = small_reranker(seed=7)
    assert RerankerConfig.from_json(json.loads(json.dumps(config.to_json()))) == config


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("candidates", 0),
        ("components", 0),
        ("hidden", 0),
        ("embedding", 0),
        ("epochs", 0),
        ("batches", 0),
        ("fewest", 0),
        ("scales_s", []),
        ("scales_s", [4.0, 1.0]),
        ("scales_s", [0.0, 1.0]),
        ("crop_s", 0),
        ("shortest_s", 0),
        ("lr", 0),
        ("temperature", 0),
        ("weight", -1),
        ("edge_s", -1),
        ("weight_decay", -0.1),
        ("seed", -1),
        ("dropout", 1.0),
        ("dropout", -0.1),
        ("input_dropout", 1.0),
        ("hidden", 8.5),
        ("weight", "much"),
        ("weight", float("nan")),
        ("colour", 1),
    ],
)
def test_what_can_not_be_is_refused_by_name(field: str, value: object) -> None:
    name = field if field not in ("dropout", "input_dropout") else "dropout"
    with pytest.raises(ConfigError, match=name):
        RerankerConfig.from_json(RerankerConfig().to_json() | {field: value})


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(ConfigError, match="re-ranker must be an object"):
        RerankerConfig.from_json([1])
