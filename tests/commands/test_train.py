"""`tivm train` as people type it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.training.making import make_archive
from tests.waiting import until
from tivm_desktop.cli import main
from tivm_desktop.training.archives.archive import write_archive
from tivm_desktop.training.learning.run import load_run
from tivm_desktop.training.reranking.saved import load_reranker

SETTINGS = {
    "tower": {"hidden": 8, "heads": 2, "embedding": 6},
    "epochs": 3,
    "crops_s": [8],
    "components": 3,
    "validate_every": 1,
}


@pytest.fixture(autouse=True)
def nothing_stays_set() -> Iterator[None]:
    """Torch's threads are as before."""
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with an archive and a config."""
    write_archive(make_archive(24), tmp_path / "pairs.npz")
    (tmp_path / "config.json").write_text(json.dumps(SETTINGS))
    return tmp_path


def arguments(place: Path, *more: object) -> list[str]:
    given = [
        "train",
        "--data",
        place / "pairs.npz",
        "--config",
        place / "config.json",
        "--out",
        place / "run",
    ]
    return [str(one) for one in (*given, "--device", "cpu", *more)]


def test_training_says_how_it_went_and_leaves_a_run(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    columns = "--video", "picture, motion", "--train-split", "train , other"
    given = "--encoder", "lstm", "--loss", "triplet", "--seed", 7, "--epochs", 2
    assert main(arguments(place, *columns, *given)) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"{place / 'run'}: 2 epochs in ")
    assert "validation AUC 0." in said.out
    assert "tivm: training on 18 items, validated on 6, on CPU" in said.err
    config = load_run(place / "run").config
    assert (config.video.encoder, config.music.encoder, config.loss, config.seed) == (
        "lstm",
        "lstm",
        "triplet",
        7,
    )
    assert config.video.hidden == 8


def test_json_is_one_document_and_a_finished_run_is_told_again(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents: list[dict[str, Any]] = []
    for _ in range(2):
        assert main(arguments(place, "--json")) == 0
        documents.append(json.loads(capsys.readouterr().out))
    assert documents[0] == documents[1]
    assert documents[0]["run"] == str(place / "run")
    assert documents[0]["epochs"] == 3
    assert 0 <= documents[0]["validation_auc"] <= 1


def test_columns_are_picked_by_name(place: Path) -> None:
    assert main(arguments(place, "--video", "motion", "--music", "loudness,sound")) == 0
    config = load_run(place / "run").config
    assert [column.name for column in config.video.columns] == ["motion"]
    assert [column.name for column in config.music.columns] == ["loudness", "sound"]


def test_without_a_validation_split_a_tenth_of_the_items_validates(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = make_archive(40, splits=["all"] * 40, groups=[f"artist{item // 4}" for item in range(40)])
    write_archive(archive, place / "pairs.npz")
    assert main(arguments(place, "--train-split", "all")) == 0
    assert "training on 36 items, validated on 4," in capsys.readouterr().err


def test_a_runs_own_config_trains_the_same_again(place: Path) -> None:
    assert main(arguments(place)) == 0
    again = [*arguments(place, "--config", place / "run" / "config.json"), "--out", str(place / "again")]
    assert main(again) == 0
    models = [(place / name / "model.safetensors").read_bytes() for name in ("run", "again")]
    assert models[0] == models[1]


@pytest.mark.parametrize(
    ("more", "settings", "sentence"),
    [
        (["--train-split", "none"], "{}", "fewer than two items to train on in none; name other splits with"),
        ([], "{", "config.json can't be used"),
        ([], "[]", "config.json can't be used: config must be an object; compare"),
        ([], '{"size": 3}', "config.json can't be used: config has the unknown field size; compare"),
        (["--config", "missing.json"], "{}", "missing.json can't be read (No such file or directory); check"),
        (["--video", "colour"], "{}", "colour"),
        (["--epochs", "0"], "{}", "can't be used: epochs"),
        (["--data", "missing.npz"], "{}", "missing.npz can't be read"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_leaves_nothing(
    more: list[str], settings: str, sentence: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "config.json").write_text(settings)
    assert main(arguments(place, *more)) == 1
    said = capsys.readouterr().err
    assert said.startswith("tivm: ")
    assert said.count("\n") == 1
    assert sentence in said
    assert not (place / "run").exists()


def test_another_config_is_refused_and_the_run_stays(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(place)) == 0
    model = (place / "run" / "model.safetensors").read_bytes()
    assert main(arguments(place, "--seed", 5)) == 1
    assert "holds a run with another config; choose another --out, or delete it." in capsys.readouterr().err
    assert (place / "run" / "model.safetensors").read_bytes() == model


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device")
def test_cuda_that_is_not_there_is_one_sentence(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(place, "--device", "cuda")) == 1
    assert "tivm: torch finds no CUDA device here; use --device cpu" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sends a signal")
def test_ctrl_c_keeps_a_run_that_goes_on(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "config.json").write_text(json.dumps(SETTINGS | {"epochs": 100_000, "patience": 0}))
    command = [sys.executable, "-c", "from tivm_desktop.entry import command_line; command_line()"]
    with subprocess.Popen(
        [*command, *arguments(place)],
        stderr=subprocess.PIPE,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        text=True,
    ) as training:
        metrics = place / "run" / "metrics.jsonl"
        until(
            lambda: training.poll() is not None or (metrics.exists() and metrics.read_text().count("\n") > 2)
        )
        assert training.poll() is None
        training.send_signal(signal.SIGINT)
        said = training.communicate(timeout=60)[1]
    assert training.returncode == 130
    assert f"tivm: {place / 'run'} is kept; the same command goes on where it was" in said
    assert "Traceback" not in said
    assert (place / "run" / "checkpoint.safetensors").exists()


def test_items_too_short_to_be_ordered_anew_leave_the_towers_alone(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(place)) == 0
    said = capsys.readouterr()
    why = "0 of 18 items are longer than 70 s, and it takes 50"
    assert f"tivm: {place / 'run'} goes without a re-ranker: {why}\n" in said.err
    assert said.out.startswith(f"{place / 'run'}: 3 epochs in ")
    assert not list((place / "run").glob("reranker*"))


def test_towers_may_be_wanted_alone(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_archive(make_archive(54, shortest=75, longest=80, splits=["train"] * 54), place / "pairs.npz")
    assert main(arguments(place, "--no-reranker", "--epochs", 1)) == 0
    assert "re-ranker" not in capsys.readouterr().err
    assert not list((place / "run").glob("reranker*"))


def test_training_ends_with_a_re_ranker_that_the_same_command_keeps(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_archive(make_archive(54, shortest=75, longest=80, splits=["train"] * 54), place / "pairs.npz")
    asked = arguments(place, "--epochs", 1, "--seed", 3, "--validation-split", "")
    assert main(asked) == 0
    said = capsys.readouterr()
    assert "training on 54 items, validated on 0, on CPU" in said.err
    assert "goes without" not in said.err
    assert said.out == f"{place / 'run'}: 1 epochs in {said.out.split(' in ')[1]}"
    reranker = load_reranker(place / "run", load_run(place / "run").config)
    assert reranker.config.seed == 3
    files = {file.name: file.stat().st_mtime_ns for file in (place / "run").glob("reranker*")}
    assert set(files) == {"reranker.json", "reranker.safetensors"}
    assert main(asked) == 0
    assert {file.name: file.stat().st_mtime_ns for file in (place / "run").glob("reranker*")} == files


def test_an_empty_validation_split_trains_all_epochs_on_all_items(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(place, "--validation-split", "", "--json")) == 0
    said = capsys.readouterr()
    assert "training on 18 items, validated on 0," in said.err
    document = json.loads(said.out)
    assert document["validation_auc"] is None
    assert document["epochs"] == 3


def test_a_seed_below_nought_is_no_seed(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments(place, "--seed", "-1"))
    assert ended.value.code == 2
    assert "--seed: at least 0" in capsys.readouterr().err
