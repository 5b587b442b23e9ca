"""Crops by index arithmetic, against slices of the archive; windows over whole items."""

import numpy as np
import pytest
import torch

from tests.training.learning.making import small_config
from tests.training.making import make_archive
from tivm_desktop.training.learning.timeline import timeline
from tivm_desktop.training.learning.windows import embed_items, window_starts, windows_of
from tivm_desktop.training.model.tower import Tower


def test_crops_are_the_archives_rows_and_end_where_the_item_does() -> None:
    archive = make_archive(6)
    items = np.array([4, 1, 5])
    sequences = timeline(archive, "video", items)
    starts = torch.tensor([3, 0, 9])
    rows, mask = sequences.crops(torch.arange(3), starts, 8)
    for place, item in enumerate(items):
        own = archive.rows("video", int(item))[starts[place] : starts[place] + 8]
        assert int(mask[place].sum()) == len(own)
        np.testing.assert_array_equal(rows[place][mask[place]], own)
        assert torch.isfinite(rows).all()


def test_the_middle_of_items_is_all_that_is_left() -> None:
    archive = make_archive(3)
    middle = timeline(archive, "music", [0, 1, 2]).middle(12)
    rows, mask = middle.crops(torch.arange(3), torch.zeros(3, dtype=torch.long), 12)
    for item in range(3):
        whole = archive.rows("music", item)
        begin = (len(whole) - 12) // 2
        np.testing.assert_array_equal(rows[item][mask[item]], whole[begin : begin + 12])


def test_windows_are_spread_from_the_beginning_to_the_end() -> None:
    starts = window_starts(torch.tensor([100, 30, 5]), 20, 3)
    assert starts.tolist() == [[0, 40, 80], [0, 5, 10], [0, 0, 0]]
    assert window_starts(torch.tensor([100]), 20, 1).tolist() == [[40]]


@pytest.mark.parametrize("encoder", ["mean", "transformer"])
def test_an_items_embedding_is_the_direction_of_its_windows_mean(encoder: str) -> None:
    archive = make_archive(70)
    config = small_config(archive, tower={"encoder": encoder})
    torch.manual_seed(0)
    tower = Tower(config.music)
    tower.train()
    found = embed_items(tower, timeline(archive, "music", range(70)), config, standardised=False)
    assert tower.training
    tower.eval()
    rows = torch.from_numpy(archive.rows("music", 68))
    spread = [0, round((len(rows) - 10) / 2), len(rows) - 10]
    windows = torch.stack([rows[begin : begin + 10] for begin in spread])
    mean = tower(windows, torch.ones(3, 10, dtype=torch.bool)).mean(0)
    torch.testing.assert_close(found[68], mean / mean.norm(), atol=1e-5, rtol=1e-4)


def test_items_shorter_than_a_window_are_seen_once() -> None:
    archive = make_archive(5, shortest=4, longest=9)
    config = small_config(archive)
    [(rows, mask, count)] = windows_of(timeline(archive, "video", range(5)), config)
    assert count == 1
    assert rows.shape[:2] == (5, int(archive.lengths.max()))
    assert mask.sum(1).tolist() == archive.lengths.tolist()


def test_a_window_of_length_zero_is_the_whole_item() -> None:
    archive = make_archive(5)
    [(_, mask, count)] = windows_of(timeline(archive, "video", range(5)), small_config(archive, window_s=0.0))
    assert count == 1
    assert mask.sum(1).tolist() == archive.lengths.tolist()
