"""The losses, against their formulas written out."""

import math
from itertools import permutations

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from tivm_desktop.training.model import losses

NOTHING = torch.zeros(4, 4, dtype=torch.bool)


def unit_rows(count: int, width: int, seed: int) -> Tensor:
    return functional.normalize(
        torch.randn(count, width, generator=torch.Generator().manual_seed(seed)), dim=1
    )


def cosines(seed: int = 0) -> Tensor:
    return unit_rows(4, 3, seed) @ unit_rows(4, 3, seed + 1).T


def written_out(similarity: Tensor, temperature: float, ignore: Tensor) -> float:
    """Symmetric InfoNCE, pair by pair."""
    total = 0.0
    for pair in range(4):
        own = math.exp(similarity[pair, pair] / temperature)
        row = sum(math.exp(similarity[pair, j] / temperature) for j in range(4) if not ignore[pair, j])
        column = sum(math.exp(similarity[j, pair] / temperature) for j in range(4) if not ignore[j, pair])
        total -= math.log(own / row) + math.log(own / column)
    return total / 8


def test_info_nce_is_the_formula_and_leaves_out_what_is_ignored() -> None:
    ignore = NOTHING.clone()
    ignore[0, 2] = ignore[2, 0] = ignore[3, 1] = True
    for mask in (NOTHING, ignore):
        loss = losses.info_nce(cosines(), torch.tensor(math.log(0.2)), mask)
        assert float(loss) == pytest.approx(written_out(cosines(), 0.2, mask), rel=1e-5)


def test_info_nce_teaches_the_temperature_and_nothing_of_what_is_ignored() -> None:
    similarity, temperature = cosines().requires_grad_(), torch.tensor(-2.0, requires_grad=True)
    ignore = NOTHING.clone()
    ignore[0, 2] = True
    losses.info_nce(similarity, temperature, ignore).backward()  # type: ignore[no-untyped-call]
    assert temperature.grad is not None
    assert temperature.grad != 0
    assert similarity.grad is not None
    assert similarity.grad[0, 2] == 0
    assert (similarity.grad.diagonal() < 0).all()


SIMILARITY = torch.tensor(
    [[0.5, 0.4, 0.9, 0.1], [0.0, 0.8, 0.2, 0.3], [0.0, 0.0, 0.9, 0.6], [0.7, 0.8, 0.9, 0.6]]
)


def test_triplets_take_the_nearest_negative() -> None:
    rows = [0.2 - 0.5 + 0.9, 0.0, 0.0, 0.2 - 0.6 + 0.9]
    columns = [0.2 - 0.5 + 0.7, 0.2 - 0.8 + 0.8, 0.2 - 0.9 + 0.9, 0.2 - 0.6 + 0.6]
    loss = losses.triplet(SIMILARITY, NOTHING, 0.2, semi_hard=False)
    assert float(loss) == pytest.approx((sum(rows) + sum(columns)) / 8)


def test_semi_hard_triplets_take_the_nearest_beyond_the_pair_or_the_farthest() -> None:
    rows = [0.2 - 0.5 + 0.4, 0.0, 0.0, 0.2 - 0.6 + 0.7]
    columns = [0.0, 0.0, 0.0, 0.0]
    loss = losses.triplet(SIMILARITY, NOTHING, 0.2, semi_hard=True)
    assert float(loss) == pytest.approx((sum(rows) + sum(columns)) / 8)


@pytest.mark.parametrize("semi_hard", [False, True])
def test_triplets_leave_out_what_is_ignored(*, semi_hard: bool) -> None:
    ignore = ~torch.eye(4, dtype=torch.bool)
    assert losses.triplet(SIMILARITY, ignore, 0.2, semi_hard=semi_hard) == 0
    ignore = NOTHING.clone()
    ignore[0, 2] = True
    some = losses.triplet(SIMILARITY, ignore, 0.2, semi_hard=False)
    assert float(losses.triplet(SIMILARITY, NOTHING, 0.2, semi_hard=False) - some) == pytest.approx(0.5 / 8)


def test_the_inter_modal_loss_is_the_mean_violation_both_ways() -> None:
    rows = [(0.2 - 0.5 + s) for s in (0.4, 0.9)] + [0.2 - 0.6 + s for s in (0.7, 0.8, 0.9)]
    columns = [0.2 - 0.5 + 0.7, 0.2 - 0.8 + 0.8, 0.2, 0.2, 0.2]
    expected = sum(rows) / 5 + sum(columns) / 5
    assert float(losses.inter_modal(SIMILARITY, NOTHING, 0.2)) == pytest.approx(expected)


def test_the_structure_loss_is_the_formula_over_all_triples() -> None:
    embeddings, features = unit_rows(6, 3, 0), torch.randn(6, 5, generator=torch.Generator().manual_seed(9))
    before = functional.normalize(features, dim=1)
    total = 0.0
    for i, j, k in permutations(range(6), 3):
        now = float(embeddings[i] @ embeddings[j] - embeddings[i] @ embeddings[k])
        then = float(before[i] @ before[j] - before[i] @ before[k])
        total += (math.copysign(1, now) - math.copysign(1, then)) * now
    assert float(losses.structure(embeddings, features, shifts=5)) == pytest.approx(total / 120, rel=1e-4)


def test_a_structure_that_is_kept_costs_nothing() -> None:
    embeddings = unit_rows(7, 3, 0)
    assert losses.structure(embeddings, 5 * embeddings) == 0
    assert losses.structure(embeddings, embeddings.flip(0)) > 0


def test_vmnet_adds_both_structures_to_the_ranking() -> None:
    video, music = unit_rows(4, 3, 0), unit_rows(4, 3, 1)
    inside = losses.structure(video, music) + losses.structure(music, video)
    whole = losses.vmnet(video, music, music, video, NOTHING, 0.2, 0.5)
    assert float(whole) == pytest.approx(
        float(losses.inter_modal(video @ music.T, NOTHING, 0.2) + 0.5 * inside)
    )
