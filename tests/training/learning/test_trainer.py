"""Training from an archive to a run that finds what belongs together."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.training.learning.making import small_config
from tests.training.making import make_archive
from tivm_desktop.domain.errors import RunError
from tivm_desktop.domain.evaluation.ranks import normalised, ranks
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.learning.run import Run, load_run
from tivm_desktop.training.learning.team import Team
from tivm_desktop.training.learning.trainer import EpochListener, train
from tivm_desktop.training.model.config import RunConfig

TRAIN, VALIDATION = np.arange(40), np.arange(40, 52)


@pytest.fixture(scope="module")
def archive() -> PairedArchive:
    return make_archive(64, seed=3)


def trained(
    archive: PairedArchive,
    config: RunConfig,
    out: Path,
    validation: np.ndarray = VALIDATION,
    progress: EpochListener | None = None,
) -> Run:
    return train(config, archive, out, train_items=TRAIN, validation_items=validation, progress=progress)


def auc(run: Run, archive: PairedArchive) -> float:
    unseen = np.arange(52, 64)
    rank = ranks(run.similarity(archive, unseen, unseen))
    return float(normalised(rank, np.full(len(rank), len(rank))).mean())


@pytest.mark.parametrize("loss", ["infonce", "triplet", "vmnet"])
@pytest.mark.parametrize("encoder", ["mean", "lstm", "transformer"])
def test_every_combination_learns_to_find_unseen_pairs(
    encoder: str, loss: str, archive: PairedArchive, tmp_path: Path
) -> None:
    tower = {"encoder": encoder, "statistics_skip": False, "pooling": "mean", "hidden": 16, "dropout": 0.0}
    config = small_config(archive, tower=tower, loss=loss, epochs=25, batch=40, lr=0.01, patience=0)
    assert auc(trained(archive, config, tmp_path / "run"), archive) > 0.75


def test_a_start_from_canonical_directions_finds_pairs_before_any_step(
    archive: PairedArchive, tmp_path: Path
) -> None:
    config = small_config(archive, tower={"gate": 0.0}, epochs=1, lr=1e-9, ridges=[0.1, 0.1])
    assert auc(trained(archive, config, tmp_path / "cca"), archive) > 0.9
    random = replace(config, initialise="random")
    assert auc(trained(archive, random, tmp_path / "random"), archive) < 0.8


def test_a_runs_folder_is_loaded_as_what_was_trained(archive: PairedArchive, tmp_path: Path) -> None:
    run = trained(archive, small_config(archive), tmp_path / "run")
    loaded = load_run(tmp_path / "run")
    items = np.array([50, 3, 63])
    for side in ("video", "music"):
        np.testing.assert_array_equal(loaded.embed(side, archive, items), run.embed(side, archive, items))
    assert loaded.config == run.config
    assert loaded.name == "run"
    assert {path.name for path in run.folder.iterdir()} == {
        "config.json", "data.json", "model.safetensors", "metrics.jsonl", "curves.png", "figures.json",
    }  # fmt: skip
    lines = [json.loads(line) for line in (run.folder / "metrics.jsonl").read_text().splitlines()]
    assert [line["epoch"] for line in lines] == [1, 2, 3, 4]
    assert ["validation_auc" in line for line in lines] == [False, True, False, True]
    figures = json.loads((run.folder / "figures.json").read_text())
    assert figures["device"] == "CPU"
    assert figures["validation_auc"] == max(line["validation_auc"] for line in lines[1::2])
    assert (run.folder / "curves.png").read_bytes().startswith(b"\x89PNG")


def test_embeddings_have_length_one_and_depend_on_their_own_item_only(
    archive: PairedArchive, tmp_path: Path
) -> None:
    run = trained(archive, small_config(archive), tmp_path / "run")
    together = run.embed("video", archive, np.arange(64))
    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1.0, rtol=1e-5)
    np.testing.assert_allclose(run.embed("video", archive, np.array([17]))[0], together[17], atol=1e-5)
    assert run.embed("video", archive, np.arange(0)).shape == (0, 6)
    middle = run.embed("video", archive, np.arange(64), crop_s=5.0)
    assert np.abs(middle - together).max() > 1e-3


def test_training_leaves_torchs_own_generator_alone(archive: PairedArchive, tmp_path: Path) -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    trained(archive, small_config(archive), tmp_path / "run")
    assert torch.equal(torch.rand(3), expected)


def test_seeds_decide_everything(archive: PairedArchive, tmp_path: Path) -> None:
    config = small_config(archive)
    runs = [
        trained(archive, replace(config, seed=seed), tmp_path / name)
        for name, seed in (("a", 0), ("b", 0), ("c", 1))
    ]
    weights = [(run.folder / "model.safetensors").read_bytes() for run in runs]
    assert weights[0] == weights[1]
    assert weights[0] != weights[2]


def test_training_stops_when_validation_no_longer_rises(archive: PairedArchive, tmp_path: Path) -> None:
    config = small_config(archive, epochs=60, lr=1e-9, ema=0.5, validate_every=1, patience=3)
    run = trained(archive, config, tmp_path / "run")
    figures = json.loads((run.folder / "figures.json").read_text())
    assert figures["epochs"] < 60
    assert figures["epochs"] == figures["best_epoch"] + 3


def test_without_validation_all_epochs_are_trained_and_the_last_weights_kept(
    archive: PairedArchive, tmp_path: Path
) -> None:
    told: list[dict[str, Any]] = []
    run = trained(archive, small_config(archive), tmp_path / "run", np.arange(0), progress=told.append)
    assert [one["epoch"] for one in told] == [1, 2, 3, 4]
    assert json.loads((run.folder / "figures.json").read_text())["validation_auc"] is None


def test_the_temperature_stays_within_its_bounds(archive: PairedArchive, tmp_path: Path) -> None:
    told: list[dict[str, Any]] = []
    config = small_config(archive, lr=0.5, temperature=0.1, temperature_bounds=[0.09, 0.11])
    trained(archive, config, tmp_path / "run", progress=told.append)
    assert all(0.0899 < one["temperature"] < 0.1101 for one in told)
    assert told[-1]["temperature"] != pytest.approx(0.1, abs=1e-4)


def test_a_finished_run_is_not_trained_again(archive: PairedArchive, tmp_path: Path) -> None:
    told: list[dict[str, Any]] = []
    config = small_config(archive)
    run = trained(archive, config, tmp_path / "run", progress=told.append)
    again = trained(archive, config, tmp_path / "run", progress=told.append)
    assert len(told) == 4
    np.testing.assert_array_equal(
        again.embed("music", archive, VALIDATION), run.embed("music", archive, VALIDATION)
    )


def test_a_folder_with_another_run_is_refused(archive: PairedArchive, tmp_path: Path) -> None:
    config = small_config(archive)
    trained(archive, config, tmp_path / "run")
    with pytest.raises(RunError, match="holds a run with another config; choose another --out, or delete it"):
        trained(archive, replace(config, seed=1), tmp_path / "run")
    with pytest.raises(RunError, match="holds a run with another archive or other items; choose another"):
        trained(archive, config, tmp_path / "run", VALIDATION[:-1])


def test_an_archive_that_does_not_fit_is_refused(archive: PairedArchive, tmp_path: Path) -> None:
    run = trained(archive, small_config(archive), tmp_path / "run")
    less = replace(archive, video={"picture": archive.video["picture"]})
    with pytest.raises(
        RunError, match="takes the video column motion, 1 wide, and the archive has only picture;"
    ):
        run.embed("video", less, VALIDATION)
    wider = replace(archive, music={**archive.music, "loudness": np.zeros((9, 2), np.float32)})
    with pytest.raises(
        RunError, match="takes the music column loudness, 1 wide, and the archive has it 2 wide;"
    ):
        run.similarity(wider, VALIDATION, VALIDATION)
    with pytest.raises(RunError, match="has 2 rows a second and the run"):
        run.embed("video", replace(archive, rate_hz=2.0), VALIDATION)


def test_columns_are_taken_by_name_whatever_else_there_is(archive: PairedArchive, tmp_path: Path) -> None:
    run = trained(archive, small_config(archive), tmp_path / "run")
    more = {
        "more": np.ones((int(archive.offsets[-1]), 3), np.float32),
        **{name: archive.video[name] for name in ("motion", "picture")},
    }
    np.testing.assert_array_equal(
        run.embed("video", replace(archive, video=more), VALIDATION), run.embed("video", archive, VALIDATION)
    )


def test_too_few_items_are_told(archive: PairedArchive, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="1 items are too few to train"):
        train(
            small_config(archive),
            archive,
            tmp_path / "run",
            train_items=np.arange(1),
            validation_items=np.arange(0),
        )
    assert not (tmp_path / "run").exists()


def test_a_folder_that_can_not_be_made_is_told(archive: PairedArchive, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RunError, match=r"can't be written to .* choose another --out"):
        trained(archive, small_config(archive), tmp_path / "file" / "run")


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda run: (run / "model.safetensors").unlink(), "is not finished; give the command that began it"),
        (lambda run: (run / "figures.json").unlink(), "is not finished; give the command that began it"),
        (
            lambda run: (run / "model.safetensors").write_bytes(b"x" * 50),
            "is damaged or does not fit its config.json; delete .* and train again",
        ),
        (lambda run: (run / "config.json").unlink(), "can't be read .* name the folder of a run"),
        (lambda run: (run / "config.json").write_text("{"), "config.json is not JSON"),
        (
            lambda run: (run / "config.json").write_text("{}"),
            "is no run's config: config lacks the field video",
        ),
    ],
)
def test_a_spoilt_run_is_told_in_a_sentence(
    spoil: Callable[[Path], object], complaint: str, archive: PairedArchive, tmp_path: Path
) -> None:
    run = trained(archive, small_config(archive, epochs=1), tmp_path / "run")
    spoil(run.folder)
    with pytest.raises(RunError, match=complaint):
        load_run(run.folder)


def test_a_finished_run_reaches_a_process_that_sees_no_such_folder(
    archive: PairedArchive, tmp_path: Path
) -> None:
    said: list[Any] = []

    class Leading(Team):
        def told(self, value: Any) -> Any:  # noqa: ANN401
            said.append(value)
            return value

    class Following(Team):
        def told(self, value: Any) -> Any:  # noqa: ANN401
            assert value is None
            return said.pop(0)

    config = small_config(archive, epochs=1)
    first = trained(archive, config, tmp_path / "run")
    leading, following = (
        train(config, archive, tmp_path / place, train_items=TRAIN, validation_items=VALIDATION, team=team)
        for place, team in (
            ("run", Leading(first.device, 0, 2)),
            ("not shared", Following(first.device, 1, 2)),
        )
    )
    assert said == []
    assert not (tmp_path / "not shared").exists()
    assert following.folder == tmp_path / "not shared"
    items = np.arange(52, 64)
    expected = first.similarity(archive, items, items)
    for run in (leading, following):
        np.testing.assert_array_equal(run.similarity(archive, items, items), expected)
