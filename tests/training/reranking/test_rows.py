import torch

from tests.training.reranking.making import small_reranker
from tivm_desktop.training.reranking.rows import RowNetwork, directions


def values(seed: int = 0) -> torch.Tensor:
    return torch.randn(4, 20, 3, generator=torch.Generator().manual_seed(seed))


def test_directions_are_of_one_length_and_centred_over_time() -> None:
    found = directions(values())
    assert found.shape == (4, 60)
    assert torch.allclose(found.norm(dim=1), torch.ones(4), atol=1e-6)
    assert torch.allclose(found.view(4, 20, 3).mean(1), torch.zeros(4, 3), atol=1e-6)


def test_a_level_in_any_column_changes_nothing() -> None:
    level = torch.randn(4, 1, 3, generator=torch.Generator().manual_seed(1)) * 5
    assert torch.allclose(directions(values() + level), directions(values()), atol=1e-5)


def test_the_product_is_the_correlation_of_all_values_together() -> None:
    one, other = directions(values()), directions(values(1))
    centred = [each - each.mean(1, keepdim=True) for each in (values(), values(1))]
    flat = torch.stack([each[2].flatten() for each in centred])
    assert torch.allclose((one @ other.T)[2, 2], torch.corrcoef(flat)[0, 1], atol=1e-5)


def test_each_row_is_seen_for_itself() -> None:
    network = RowNetwork(3, small_reranker()).eval()
    rows = values()
    assert network(rows).shape == (4, 20, 4)
    assert torch.allclose(network(rows)[:, 5:9], network(rows[:, 5:9]), atol=1e-6)


def test_hidden_values_are_dropped_only_with_something_to_draw_from() -> None:
    network = RowNetwork(3, small_reranker(dropout=0.5))
    rows = values()
    assert torch.equal(network(rows), network(rows))
    first, again, other = (network(rows, torch.Generator().manual_seed(seed)) for seed in (0, 0, 1))
    assert torch.equal(first, again)
    assert not torch.allclose(first, other)
