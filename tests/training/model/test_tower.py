"""A tower: what it makes of rows, and what it must not see."""

from typing import Any

import pytest
import torch
from torch.nn import functional

from tests.training.model.making import COLUMNS, WIDTH, made_tower, sequences, tower_config
from tivm_desktop.training.model.config import ColumnConfig
from tivm_desktop.training.model.tower import Tower

KINDS: list[dict[str, Any]] = [
    {"encoder": "mean", "pooling": "mean"},
    {"encoder": "mean", "pooling": "statistics", "stride_s": 3, "layers": 0},
    {"encoder": "mean", "pooling": "attention", "statistics_skip": False, "layers": 2},
    {"encoder": "lstm", "pooling": "attention", "encoder_layers": 2},
    {"encoder": "lstm", "pooling": "statistics", "stride_s": 2},
    {"encoder": "transformer", "pooling": "mean", "encoder_layers": 2, "gate": 1.0},
    {"encoder": "transformer", "pooling": "statistics", "stride_s": 2, "input_rank": 3},
]
LENGTHS = (4, 12, 9, 24)


def prefix_mask(length: int) -> torch.Tensor:
    return torch.arange(length) < torch.tensor(LENGTHS).unsqueeze(1)


@pytest.mark.parametrize("kind", KINDS)
def test_embeddings_have_length_one(kind: dict[str, Any]) -> None:
    embedded = made_tower(**kind)(sequences(4, 24), prefix_mask(24))
    assert embedded.shape == (4, 8)
    torch.testing.assert_close(embedded.norm(dim=1), torch.ones(4))


@pytest.mark.parametrize("kind", KINDS)
def test_padding_changes_nothing_whatever_it_holds(kind: dict[str, Any]) -> None:
    tower = made_tower(**kind)
    rows = sequences(4, 24)
    padded = torch.cat([rows, torch.full((4, 11, WIDTH), torch.nan)], 1).masked_fill(
        ~prefix_mask(35).unsqueeze(-1), torch.nan
    )
    together = tower(padded, prefix_mask(35))
    for item, length in enumerate(LENGTHS):
        alone = tower(rows[item : item + 1, :length], torch.ones(1, length, dtype=torch.bool))
        torch.testing.assert_close(together[item], alone[0], atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind["encoder"] != "lstm"])
def test_hidden_rows_in_front_change_nothing_since_no_place_is_absolute(kind: dict[str, Any]) -> None:
    tower = made_tower(**kind)
    rows = sequences(2, 12)
    late = functional.pad(rows, (0, 0, 6, 0), value=7.0)
    mask = torch.arange(18).expand(2, 18) >= 6
    torch.testing.assert_close(
        tower(late, mask), tower(rows, torch.ones(2, 12, dtype=torch.bool)), atol=1e-5, rtol=1e-4
    )


@pytest.mark.parametrize("pooling", ["mean", "attention", "statistics"])
def test_a_sequence_played_twice_is_the_same_without_temporal_encoder(pooling: str) -> None:
    tower = made_tower(encoder="mean", pooling=pooling, stride_s=2, statistics_skip=False)
    rows = sequences(3, 14)
    once = tower(rows, torch.ones(3, 14, dtype=torch.bool))
    twice = tower(rows.repeat(1, 2, 1), torch.ones(3, 28, dtype=torch.bool))
    torch.testing.assert_close(once, twice, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize(("encoder", "ordered"), [("mean", False), ("lstm", True), ("transformer", True)])
def test_only_temporal_encoders_know_the_order_of_rows(encoder: str, *, ordered: bool) -> None:
    tower = made_tower(encoder=encoder, statistics_skip=False)
    rows, mask = sequences(3, 20), torch.ones(3, 20, dtype=torch.bool)
    moved = rows[:, torch.randperm(20, generator=torch.Generator().manual_seed(0))]
    difference = float((tower(rows, mask) - tower(moved, mask)).detach().abs().max())
    assert (difference > 1e-3) == ordered


def test_rows_are_standardised_by_what_the_training_rows_show() -> None:
    tower = Tower(tower_config())
    rows = sequences(1, 500)[0]
    rows[:, 4] = 2.5
    tower.set_standardisation(rows)
    scaled = tower.standardise(rows)
    torch.testing.assert_close(scaled.mean(0), torch.zeros(WIDTH), atol=0.01, rtol=0)
    torch.testing.assert_close(scaled[:, :4].std(0), torch.ones(4), atol=0.02, rtol=0)
    assert scaled[:, 4].abs().max() < 1e-5
    assert tower.standardise(rows[:1] + 1e6).max() == 5.0


def test_counts_are_taken_by_their_logarithm_and_keep_their_sign() -> None:
    tower = Tower(tower_config())
    rows = torch.tensor([[-7.0, 0, 1, 2, 3, 7.0, -7.0]])
    taken = tower.transformed(rows)
    assert torch.equal(taken[:, :5], rows[:, :5])
    torch.testing.assert_close(taken[0, 5:], torch.tensor([8.0, -8.0]).abs().log() * torch.tensor([1, -1]))


def test_an_embedding_is_scaled_as_a_whole() -> None:
    columns = (ColumnConfig("embedding", 5, scaling="whole"), COLUMNS[1])
    tower = Tower(tower_config(columns=columns))
    rows = sequences(1, 400)[0] * torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0, 1.0, 1.0])
    tower.set_standardisation(rows)
    deviations = tower.standardise(rows).std(0)[:5]
    torch.testing.assert_close(
        deviations / deviations[0], rows.std(0)[:5] / rows.std(0)[0], atol=0.01, rtol=0.01
    )
    assert deviations.square().mean() == pytest.approx(1.0, abs=0.02)


def test_the_statistics_path_alone_is_the_linear_map_it_was_given() -> None:
    tower = made_tower(gate=0.0)
    rows, mask = sequences(4, 24), prefix_mask(24)
    statistics = tower.scaled_statistics(tower.standardise(rows), mask)
    weight, bias = torch.randn(8, statistics.shape[1]), torch.randn(8)
    tower.load_statistics_projection(weight, bias)
    expected = functional.normalize(statistics @ weight.T + bias, dim=1)
    torch.testing.assert_close(tower(rows, mask), expected, atol=1e-5, rtol=1e-4)


def test_a_projection_of_low_rank_fits_a_narrow_path_exactly() -> None:
    tower = made_tower(gate=0.0, input_rank=3)
    rows, mask = sequences(4, 24), prefix_mask(24)
    statistics = tower.scaled_statistics(tower.standardise(rows), mask)
    weight, bias = torch.randn(8, 3) @ torch.randn(3, statistics.shape[1]), torch.randn(8)
    tower.load_statistics_projection(weight, bias)
    expected = functional.normalize(statistics @ weight.T + bias, dim=1)
    torch.testing.assert_close(tower(rows, mask), expected, atol=1e-4, rtol=1e-4)


def test_a_projection_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match=r"the projection must be \(8, \d+\), not \(8, 3\)"):
        made_tower().load_statistics_projection(torch.ones(8, 3), torch.ones(8))
    with pytest.raises(ValueError, match="no statistics path"):
        made_tower(statistics_skip=False).load_statistics_projection(torch.ones(8, 3), torch.ones(8))


@pytest.mark.parametrize("kind", KINDS)
def test_every_weight_has_a_part_in_the_result(kind: dict[str, Any]) -> None:
    tower = made_tower(**kind).train()
    target = torch.randn(4, 8)
    (tower(sequences(4, 24), prefix_mask(24)) * target).sum().backward()
    without = [name for name, weight in tower.named_parameters() if weight.grad is None]
    assert without == []
