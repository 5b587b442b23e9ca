"""`tivm study` on a made-up archive."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.training.making import make_archive
from tests.waiting import until
from tivm_desktop.cli import main
from tivm_desktop.training.archives.archive import write_archive

SMALL = {
    "all": {
        "epochs": 2,
        "tower": {"hidden": 8, "embedding": 8},
        "crops_s": [10],
        "window_s": 10,
        "windows": 1,
    }
}


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    write_archive(make_archive(24, groups=[f"artist {item // 2}" for item in range(24)]), tmp_path / "a.npz")
    (tmp_path / "small.json").write_text(json.dumps(SMALL))
    paths = ["--data", str(tmp_path / "a.npz"), "--out", str(tmp_path / "out")]
    return ["study", *paths, "--changes", str(tmp_path / "small.json"), "--seeds", "1", "--folds", "2"]


def test_a_study_is_done_gone_on_with_and_its_cells_can_be_done_anew(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    baseline = [*asked, "--jobs", "2", "--recipes", "cca"]
    assert main(baseline) == 0
    files = capsys.readouterr().out.split()
    assert [Path(file).name for file in files] == [
        "table.md", "table.csv", "comparisons.json", "auc.png", "recall_at_10.png",
    ]  # fmt: skip
    cells = sorted((tmp_path / "out" / "cells").iterdir())
    before = {cell: (cell.stat().st_mtime_ns, cell.read_text()) for cell in cells}
    assert len(cells) == 3
    assert main(baseline) == 0
    assert {cell: (cell.stat().st_mtime_ns, cell.read_text()) for cell in cells} == before
    chosen = json.loads(cells[0].read_text())
    capsys.readouterr()
    assert main([*baseline, "--cell", chosen["cell"]]) == 0
    assert capsys.readouterr().out.strip() == str(cells[0])
    again = json.loads(cells[0].read_text())
    assert cells[0].stat().st_mtime_ns != before[cells[0]][0]
    assert {**again, "seconds": 0} == {**chosen, "seconds": 0}


@pytest.mark.skipif(os.name != "posix", reason="signals are sent to a process group")
@pytest.mark.parametrize(("how", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_study_that_is_stopped_leaves_no_process(
    asked: list[str], tmp_path: Path, how: signal.Signals, status: int
) -> None:
    program = [sys.executable, "-c", "from tivm_desktop.entry import command_line; command_line()"]
    running = subprocess.Popen(
        [*program, *asked, "--recipes", "cca", "--seeds", "200"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until(lambda: running.poll() is not None or list((tmp_path / "out").glob("cells/*.json")), "a figure")
    assert running.poll() is None
    os.kill(running.pid, how)
    assert running.wait(60) == status
    until(lambda: not alive(running.pid), "the workers to end")
    finished = len(list((tmp_path / "out" / "cells").glob("*.json")))
    assert 0 < finished < 600
    assert main([*asked, "--recipes", "cca", "--report"]) == 0


def alive(group: int) -> bool:
    """Whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.slow
def test_networks_and_baselines_are_compared(asked: list[str], tmp_path: Path) -> None:
    assert main([*asked, "--recipes", "cca,transformer-infonce,vmnet"]) == 0
    text = (tmp_path / "out" / "table.md").read_text()
    assert "| transformer-infonce | cca |" in text
    run = tmp_path / "out" / "runs" / "transformer-infonce.official.seed0.fold0"
    assert main(["evaluate", str(run), "--data", str(tmp_path / "a.npz"), "--split", "val"]) == 0


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        (["--recipes", "gru"], "no recipe gru"),
        (["--folds", "40"], "fewer folds"),
        (["--seeds", "0"], "nothing to do"),
        (["--validation", "2"], "validation"),
        (["--cell", "nonsense"], "no cell nonsense"),
        (["--changes", "gone.json"], "gone.json"),
        (["--video", "colour"], "colour"),
        (["--data", "gone.npz"], "gone.npz"),
    ],
)
def test_what_can_not_be_studied_is_told_in_one_line(
    asked: list[str], more: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*asked, *more]) == 1
    told = capsys.readouterr().err
    assert complaint in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (None, "can't be read (No such file or directory); check --changes."),
        ("{", "is not JSON ("),
        ('{"all": 3}', "must hold one object of changes by recipe"),
    ],
)
def test_changes_that_are_none_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str | None, sentence: str
) -> None:
    changes = tmp_path / "changes.json"
    if written is not None:
        changes.write_text(written)
    out = tmp_path / "out"
    named = ["--data", str(tmp_path / "a.npz"), "--out", str(out), "--changes", str(changes)]
    assert main(["study", *named]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"tivm: {changes} {sentence}")
    assert told.count("\n") == 1
    assert not out.exists()
