from dataclasses import replace

import numpy as np
import pytest

from tests.training.making import make_archive
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.baselines.statistics import STATISTICS, item_statistics


def repeated(archive: PairedArchive, times: int) -> PairedArchive:
    """The archive whose items are all played several times over."""
    spans = [np.arange(archive.offsets[i], archive.offsets[i + 1]) for i in range(len(archive))]
    index = np.concatenate([np.tile(span, times) for span in spans])
    return replace(
        archive,
        offsets=archive.offsets * times,
        video={name: column[index] for name, column in archive.video.items()},
        music={name: column[index] for name, column in archive.music.items()},
    )


def test_each_item_has_all_statistics_of_every_dimension() -> None:
    archive = make_archive(5)
    found = item_statistics(archive, "video", "picture", np.array([0, 3]))
    assert found.shape == (2, STATISTICS * 6)
    rows = archive.rows("video", 3)[:, :6]
    assert found[1, :6] == pytest.approx(rows.mean(axis=0), abs=1e-6)
    assert found[1, 6:12] == pytest.approx(rows.std(axis=0), abs=1e-6)


def test_they_do_not_tell_how_long_an_item_is() -> None:
    archive = make_archive(4, shortest=30, longest=50)
    items = np.arange(4)
    once = item_statistics(archive, "music", "sound", items)
    thrice = item_statistics(repeated(archive, 3), "music", "sound", items)
    steps = 2 * 5
    assert np.allclose(once[:, :-steps], thrice[:, :-steps], atol=1e-6)
    # Where a repetition begins there is one more step, from the last row to the first.
    assert np.allclose(once[:, -steps:], thrice[:, -steps:], rtol=0.2)


def test_counts_and_waits_go_by_their_logarithm_and_one_row_is_enough() -> None:
    archive = make_archive(2)
    archive.video["motion"][:] = 0.0
    archive.video["motion"][0] = np.e - 1.0
    single = replace(
        archive,
        offsets=np.array([0, 1, 2]),
        video={name: column[:2] for name, column in archive.video.items()},
        music={name: column[:2] for name, column in archive.music.items()},
    )
    found = item_statistics(single, "video", "motion", np.array([0, 1]))
    assert found[:, 0].tolist() == pytest.approx([1.0, 0.0])
    assert set(found[:, -1]) == {0.0}
