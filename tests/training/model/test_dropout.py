"""Dropout from bytes."""

import pytest
import torch

from tivm_desktop.training.model.dropout import Dropout


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_share_is_dropped_and_the_mean_is_kept(share: float) -> None:
    torch.manual_seed(0)
    dropped = Dropout(share).train()(torch.ones(333, 301))
    assert float((dropped == 0).float().mean()) == pytest.approx(share, abs=0.01)
    assert float(dropped.mean()) == pytest.approx(1.0, abs=0.03)


def test_torchs_seed_decides_what_is_dropped() -> None:
    layer, rows = Dropout(0.5).train(), torch.ones(50)
    results = []
    for seed in (1, 1, 2):
        torch.manual_seed(seed)
        results.append(layer(rows))
    assert torch.equal(results[0], results[1])
    assert not torch.equal(results[0], results[2])


def test_nothing_is_dropped_in_evaluation_nor_at_share_zero() -> None:
    rows = torch.randn(5, 4)
    assert Dropout(0.7).eval()(rows) is rows
    assert Dropout(0.0).train()(rows) is rows
