"""Which items come together, and where each is cropped."""

from typing import Any

import torch

from tests.training.learning.making import small_config
from tests.training.making import make_archive
from tivm_desktop.training.learning.batches import Batch, batches, steps_per_epoch

LENGTHS = torch.tensor([12, 30, 7, 25, 16, 18, 40, 9, 22, 11, 13])


def epoch(number: int, processes: int = 1, **changes: Any) -> list[Batch]:  # noqa: ANN401
    return list(batches(small_config(make_archive(3), **changes), LENGTHS, number, processes))


def test_an_epoch_has_every_item_once_in_parts_of_nearly_equal_size() -> None:
    parts = epoch(0, batch=4)
    assert sorted(torch.cat([one.items for one in parts]).tolist()) == list(range(11))
    assert [len(one.items) for one in parts] == [4, 4, 3]
    assert steps_per_epoch(small_config(make_archive(3), batch=4), 11) == 3


def test_epochs_differ_and_the_same_epoch_is_always_the_same() -> None:
    first, again, second = epoch(0), epoch(0), epoch(1)
    assert torch.equal(first[0].items, again[0].items)
    assert torch.equal(first[0].video_starts, again[0].video_starts)
    assert not torch.equal(first[0].items, second[0].items)
    assert not torch.equal(first[0].items, epoch(0, seed=1)[0].items)


def test_crops_lie_within_their_items_and_lengths_are_mixed() -> None:
    seen = set()
    for number in range(20):
        for one in epoch(number, crops="independent"):
            seen.add(one.length)
            room = (LENGTHS[one.items] - one.length).clamp(min=0)
            for starts in (one.video_starts, one.music_starts):
                assert ((starts >= 0) & (starts <= room)).all()
    assert seen == {6, 10}


def test_music_is_cropped_where_the_video_is_unless_told_otherwise() -> None:
    assert all(torch.equal(one.video_starts, one.music_starts) for one in epoch(0))
    assert not all(torch.equal(one.video_starts, one.music_starts) for one in epoch(0, crops="independent"))


def test_no_crop_is_longer_than_the_longest_item_and_zero_is_the_whole() -> None:
    [whole] = epoch(0, batch=20, crops_s=[0.0])
    [long] = epoch(0, batch=20, crops_s=[500.0])
    assert whole.length == long.length == 40
    assert int(whole.video_starts.sum()) == 0


def test_processes_share_the_same_batches() -> None:
    for alone, shared in zip(epoch(3, batch=6), epoch(3, processes=2, batch=6), strict=True):
        parts = [shared.part(rank, 2) for rank in range(2)]
        together = torch.cat([part.items for part in parts])
        assert torch.equal(together, alone.items[: len(together)])
        assert len(alone.items) - len(together) == len(alone.items) % 2
        assert len(parts[0].items) == len(parts[1].items)
