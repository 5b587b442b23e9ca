"""A re-ranker in its run's folder."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load, save

from tests.training.learning.making import small_config
from tests.training.making import make_archive
from tests.training.reranking.making import TowersStub, small_reranker
from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.reranking.reranker import Reranker, fit_reranker
from tivm_desktop.training.reranking.saved import has_reranker, load_reranker, save_reranker

ARCHIVE = make_archive(16, shortest=30, longest=40, video={"embedding": 9, "motion": 1})
RUN = small_config(ARCHIVE)
ITEMS = np.arange(16)
CONFIG, MODEL = "reranker.json", "reranker.safetensors"


@pytest.fixture(scope="module")
def fitted() -> Reranker:
    towers = TowersStub(np.random.default_rng(0).normal(size=(16, 16)))
    return fit_reranker(small_reranker(epochs=2), RUN, towers, ARCHIVE, ITEMS)


@pytest.fixture
def folder(fitted: Reranker, tmp_path: Path) -> Path:
    save_reranker(fitted, tmp_path)
    return tmp_path


def test_what_is_loaded_orders_as_what_was_saved(fitted: Reranker, folder: Path) -> None:
    loaded = load_reranker(folder, RUN)
    assert (loaded.config, loaded.rate_hz, loaded.spreads) == (fitted.config, fitted.rate_hz, fitted.spreads)
    assert list(loaded.makers["video"].projections) == ["embedding"]
    aligned = loaded.aligned(ARCHIVE, ITEMS, ITEMS)
    assert np.array_equal(aligned, fitted.aligned(ARCHIVE, ITEMS, ITEMS))
    towers = np.random.default_rng(1).normal(size=(16, 16))
    assert np.array_equal(loaded.combined(towers, aligned), fitted.combined(towers, aligned))
    assert {file.name for file in folder.iterdir()} == {CONFIG, MODEL}


def test_a_folder_tells_whether_it_has_one(folder: Path, tmp_path: Path) -> None:
    assert has_reranker(folder)
    (folder / CONFIG).unlink()
    assert not has_reranker(folder)


def test_a_folder_that_can_not_be_written_to_is_told(fitted: Reranker, tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file")
    with pytest.raises(RunError, match=r"can't be written to .*; choose another folder.$"):
        save_reranker(fitted, tmp_path / "run")


def refused(folder: Path) -> None:
    with pytest.raises(RunError, match=str(folder)) as told:
        load_reranker(folder, RUN)
    sentence = str(told.value)
    assert sentence.endswith("; train the run again.")
    assert "\n" not in sentence


@pytest.mark.parametrize("file", [CONFIG, MODEL])
@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b'"text"', b"{}", b"\xff\xfe", b"nonsense" * 9])
def test_a_file_that_is_missing_or_something_else_is_refused(
    folder: Path, file: str, content: bytes | None
) -> None:
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_bytes(content)
    refused(folder)


@pytest.mark.parametrize(
    "change",
    [
        {"config": None},
        {"config": []},
        {"config": {"colour": 1}},
        {"config": {"hidden": 0}},
        {"config": {"hidden": 9}},
        {"config": {"embedding": 5}},
        {"config": {"components": 3}},
        {"config": {"components": 20}},
        {"config": {"scales_s": [1.0]}},
        {"rate_hz": None},
        {"rate_hz": "often"},
        {"rate_hz": 2.0},
        {"rate_hz": float("nan")},
        {"spreads": None},
        {"spreads": [1.0]},
        {"spreads": [1.0, 2.0, 3.0]},
        {"spreads": [0.0, 1.0]},
        {"spreads": [1.0, -1.0]},
        {"spreads": [float("nan"), 1.0]},
        {"spreads": [float("inf"), 1.0]},
    ],
)
def test_a_description_that_fits_nothing_is_refused(folder: Path, change: dict[str, Any]) -> None:
    document = json.loads((folder / CONFIG).read_text("utf-8"))
    for name, value in change.items():
        document[name] = document[name] | value if isinstance(value, dict) else value
    (folder / CONFIG).write_text(json.dumps(document))
    refused(folder)


@pytest.mark.parametrize("field", ["config", "rate_hz", "spreads"])
def test_a_description_without_one_of_its_fields_is_refused(folder: Path, field: str) -> None:
    document = json.loads((folder / CONFIG).read_text("utf-8"))
    del document[field]
    (folder / CONFIG).write_text(json.dumps(document))
    refused(folder)


NAMES = (
    "video/spread",
    "music/spread",
    "video/projection/embedding",
    "video/network/hidden.weight",
    "music/network/out.bias",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("fault", ["missing", "of another shape", "not a number"])
def test_a_value_that_is_missing_or_wrong_is_refused(folder: Path, name: str, fault: str) -> None:
    tensors = load((folder / MODEL).read_bytes())
    if fault == "missing":
        del tensors[name]
    elif fault == "not a number":
        tensors[name] = torch.full_like(tensors[name], torch.nan)
    else:
        tensors[name] = tensors[name][1:].contiguous()
    (folder / MODEL).write_bytes(save(tensors))
    refused(folder)


def test_a_spread_of_nothing_is_refused(folder: Path) -> None:
    tensors = load((folder / MODEL).read_bytes())
    tensors["music/spread"][0] = 0.0
    (folder / MODEL).write_bytes(save(tensors))
    refused(folder)


def test_a_cut_off_file_is_refused(folder: Path) -> None:
    whole = (folder / MODEL).read_bytes()
    (folder / MODEL).write_bytes(whole[: len(whole) // 2])
    refused(folder)


def test_the_re_ranker_of_another_run_is_refused(folder: Path) -> None:
    other = make_archive(4, video={"embedding": 12, "motion": 1})
    with pytest.raises(RunError, match="no whole re-ranker of the run"):
        load_reranker(folder, small_config(other))
    more = make_archive(4, video={"embedding": 9, "motion": 1}, music={"sound": 5})
    with pytest.raises(RunError, match="the music columns are others than the run's"):
        load_reranker(folder, small_config(more))
