"""The learning rate over time, what decays, and averaged weights."""

import pytest
import torch
from torch import nn

from tests.training.learning.making import small_config
from tests.training.making import make_archive
from tivm_desktop.training.learning.optimiser import adamw, average_into, learning_rate
from tivm_desktop.training.model.two_towers import TwoTowers


def test_the_rate_rises_straight_and_falls_as_half_a_cosine() -> None:
    config = small_config(make_archive(3), lr=1.0, warmup=0.1)
    rates = [learning_rate(config, step, 100) for step in range(100)]
    assert rates[:10] == pytest.approx([(step + 1) / 10 for step in range(10)])
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert rates[55] == pytest.approx(0.5)
    assert 0 < rates[99] < 0.001


def test_only_matrices_decay_and_statistics_have_a_rate_of_their_own() -> None:
    config = small_config(make_archive(3), statistics_lr=0.25, weight_decay=0.5)
    towers = TwoTowers(config)
    names = {id(parameter): name for name, parameter in towers.named_parameters()}
    seen = set()
    for group in adamw(towers, config).param_groups:
        for parameter in group["params"]:
            name = names[id(parameter)]
            seen.add(name)
            assert group["weight_decay"] == (0.5 if parameter.ndim > 1 else 0.0)
            assert group["share"] == (0.25 if ".skip.project." in name else 1.0)
    assert seen == set(names.values())


def test_a_temperature_that_is_not_used_is_not_learned() -> None:
    config = small_config(make_archive(3), loss="triplet")
    towers = TwoTowers(config)
    learned = [one for group in adamw(towers, config).param_groups for one in group["params"]]
    assert not any(one is towers.log_temperature for one in learned)


def test_averaged_weights_follow_slowly_and_faster_at_first() -> None:
    averaged, module = nn.Linear(1, 1, bias=False), nn.Linear(1, 1, bias=False)
    for layer, value in ((averaged, 0.0), (module, 1.0)):
        nn.init.constant_(layer.weight, value)
    average_into(averaged, module, 0.99, 0)
    assert averaged.weight.item() == pytest.approx(0.9)
    average_into(averaged, module, 0.99, 10**6)
    assert averaged.weight.item() == pytest.approx(0.901)
    assert torch.equal(module.weight, torch.ones(1, 1))
