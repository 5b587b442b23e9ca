"""What augmentation does, and what it leaves."""

from typing import Any

import pytest
import torch

from tests.training.learning.making import STILL, small_config
from tests.training.making import make_archive
from tivm_desktop.training.learning.augmentation import augmented

ROWS = torch.randn(200, 12, 7, generator=torch.Generator().manual_seed(5))
MASK = torch.arange(12) < torch.randint(1, 13, (200, 1), generator=torch.Generator().manual_seed(6))


def changed(seed: int = 0, **changes: Any) -> tuple[torch.Tensor, torch.Tensor]:  # noqa: ANN401
    config = small_config(make_archive(3), **(STILL | changes))
    return augmented(ROWS, MASK, config, torch.Generator().manual_seed(seed))


def test_nothing_asked_for_is_nothing_done() -> None:
    rows, mask = changed()
    assert torch.equal(rows, ROWS)
    assert torch.equal(mask, MASK)


def test_noise_has_the_deviation_asked_for() -> None:
    rows, _ = changed(noise=0.3)
    assert float((rows - ROWS).std()) == pytest.approx(0.3, abs=0.01)


def test_features_are_left_out_over_the_whole_crop() -> None:
    rows, _ = changed(feature_dropout=0.25)
    gone = (rows == 0).all(1)
    assert torch.equal(rows, ROWS * ~gone.unsqueeze(1))
    assert float(gone.float().mean()) == pytest.approx(0.25, abs=0.03)


def test_one_stretch_of_time_is_hidden_and_something_always_stays() -> None:
    _, mask = changed(time_mask=0.9)
    hidden = MASK & ~mask
    assert (mask.sum(1) >= 1).all()
    assert not (mask & ~MASK).any()
    runs = hidden.int().diff(dim=1, prepend=torch.zeros(200, 1)).eq(1).sum(1)
    assert (runs <= 1).all()
    assert hidden.any(1).float().mean() > 0.5
    assert (hidden.sum(1) <= 0.9 * MASK.sum(1)).all()


def test_the_generator_decides() -> None:
    settings: dict[str, Any] = {"noise": 0.1, "time_mask": 0.5, "feature_dropout": 0.2}
    first, again, other = changed(0, **settings), changed(0, **settings), changed(1, **settings)
    assert torch.equal(first[0], again[0])
    assert torch.equal(first[1], again[1])
    assert not torch.equal(first[0], other[0])
