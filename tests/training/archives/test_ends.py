"""Items without their ends."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.encoders.making import is_one_sentence
from tests.training.making import make_archive, muvi_sync_arrays, save
from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.archives.archive import read_archive
from tivm_desktop.training.archives.ends import without_ends
from tivm_desktop.training.learning.defaults import config_for
from tivm_desktop.training.learning.fitting import fitted
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.model.config_json import ConfigError


def test_both_sides_lose_the_same_seconds() -> None:
    whole = make_archive(5, shortest=30, longest=60)
    inner = without_ends(whole, 4)
    assert inner.lengths.tolist() == (whole.lengths - 8).tolist()
    for item in range(len(whole)):
        np.testing.assert_array_equal(inner.rows("video", item), whole.rows("video", item)[4:-4])
        np.testing.assert_array_equal(inner.rows("music", item), whole.rows("music", item)[4:-4])


def test_a_short_item_keeps_half_of_it() -> None:
    whole = make_archive(3, shortest=12, longest=12)
    assert without_ends(whole, 30).lengths.tolist() == [6, 6, 6]


def test_no_item_loses_its_ends_twice() -> None:
    inner = without_ends(make_archive(3, shortest=40, longest=40), 5)
    assert without_ends(inner, 5) is inner
    assert without_ends(inner, 0) is inner
    assert inner.subset([0, 2]).ends_s == 5
    with pytest.raises(ValueError, match="5 s"):
        without_ends(inner, 6)


def test_a_run_sees_items_without_the_ends_it_was_trained_without() -> None:
    whole = make_archive(4, shortest=40, longest=50)
    config = config_for(whole, changes={"ends_s": 5})
    assert fitted(whole, config, Path("run")).lengths.tolist() == (whole.lengths - 10).tolist()
    inner = without_ends(whole, 5)
    assert fitted(inner, config, Path("run")).lengths.tolist() == inner.lengths.tolist()
    with pytest.raises(RunError, match="5 s") as caught:
        fitted(inner, replace(config, ends_s=7.0), Path("run"))
    assert is_one_sentence(caught.value)


def test_a_config_knows_its_ends() -> None:
    config = config_for(make_archive(2), changes={"ends_s": 30})
    assert RunConfig.from_json(config.to_json()).ends_s == 30
    with pytest.raises(ConfigError, match="ends_s"):
        replace(config, ends_s=-1.0)


def test_relative_loudness_is_there_where_it_is_asked_for(tmp_path: Path) -> None:
    path = save(tmp_path / "packed.npz", muvi_sync_arrays(3))
    assert "relative_loudness" not in read_archive(path).music
    asked = read_archive(path, music=["relative_loudness", "loudness"])
    for first, end in zip(asked.offsets[:-1], asked.offsets[1:], strict=True):
        loudness = asked.music["loudness"][first:end]
        median = np.median(loudness)
        relative = asked.music["relative_loudness"][first:end]
        np.testing.assert_allclose(relative, np.minimum(loudness / median, 8), rtol=1e-4)
