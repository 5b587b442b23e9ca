"""A network in ONNX is the network, or is refused."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from tests.encoders.making import is_one_sentence
from tivm_desktop.domain.errors import PackError
from tivm_desktop.training.packs.export import export_onnx, largest_difference

FREE = {0: "items"}


class Network(nn.Module):
    """Two outputs of one input."""

    def __init__(self, second: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self._second = second

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        return rows + 1, self._second(rows)


def export(second: Callable[[Tensor], Tensor]) -> bytes:
    example = {"rows": torch.tensor([[1.0, 2.0, -3.0]])}
    return export_onnx(Network(second), example, {"rows": FREE}, {"first": FREE, "second": FREE})


def test_a_network_that_agrees_is_exported_the_same_every_time() -> None:
    assert export(torch.exp) == export(torch.exp)


def test_a_network_that_gives_no_number_is_refused() -> None:
    with pytest.raises(PackError, match="by nan") as caught:
        export(torch.log)
    assert is_one_sentence(caught.value)


@pytest.mark.parametrize("place", range(3))
def test_one_value_that_is_no_number_is_not_forgotten_over_the_others(place: int) -> None:
    found = [np.full((2, 3), float(number), np.float32) for number in range(3)]
    wanted = [torch.zeros(2, 3) for _ in found]
    assert largest_difference(zip(found, wanted, strict=True)) == 2.0
    wanted[place][1, 2] = torch.nan
    assert np.isnan(largest_difference(zip(found, wanted, strict=True)))


def test_another_shape_is_no_likeness() -> None:
    assert largest_difference([(np.zeros((1, 3), np.float32), torch.zeros(2, 3))]) == np.inf
