from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.towers.making import paired, untrained
from tivm_desktop.training.towers.reference import reference_distances


def test_distances_are_those_of_pairs_that_dont_belong_together(tmp_path: Path) -> None:
    archive = replace(paired(9), groups=tuple("aabbccdde"))
    run = untrained(tmp_path / "run", archive)
    items = np.arange(9)
    video, music = run.embed("video", archive, items), run.embed("music", archive, items)
    apart = [
        float(np.linalg.norm(video[one] - music[other]))
        for one in items
        for other in items
        if archive.groups[one] != archive.groups[other]
    ]
    found = reference_distances(run, archive)
    assert len(found) == 100
    assert list(found) == sorted(found)
    assert found[0] >= min(apart) - 1e-4
    assert found[-1] <= max(apart) + 1e-4
    assert np.mean(found) == pytest.approx(np.mean(apart), abs=0.01)


def test_one_group_gives_no_reference(tmp_path: Path) -> None:
    archive = replace(paired(4), groups=("same",) * 4)
    assert reference_distances(untrained(tmp_path / "run", archive), archive) == ()
