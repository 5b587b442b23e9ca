"""`tivm index` as people type it, in a process of its own."""

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.commands.typing_tivm import COMMAND, left_of_group, tivm
from tests.matching.making import folder_of_music
from tivm_desktop.matching.analysed import SOUND_VERSION

pytestmark = [pytest.mark.media, pytest.mark.slow]


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def stop(profile: Path, music: Path, sent: signal.Signals) -> tuple[int, list[dict[str, Any]], str]:
    """Index until a track is done, send the signal to the whole group, and return what came of it."""
    started = subprocess.Popen(
        [*COMMAND, "index", str(music), "--json", "--profile", str(profile), "--workers", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    said: list[dict[str, Any]] = []
    with started:
        assert started.stdout is not None
        assert started.stderr is not None
        for line in started.stdout:
            said.append(json.loads(line))
            if said[-1]["full"]:
                os.killpg(started.pid, sent)
                break
        said += lines_of(started.stdout.read())
        errors = started.stderr.read()
    assert not left_of_group(started.pid)
    return started.returncode, said, errors


def test_a_folder_is_indexed_once(tmp_path: Path) -> None:
    music = folder_of_music(tmp_path / "music", 3)
    (music / "empty.flac").touch()
    first = tivm("index", music, "--json", "--profile", tmp_path / "profile")
    assert (first.returncode, first.stderr) == (0, "")
    *progress, summary = lines_of(first.stdout)
    assert {one["event"] for one in progress} == {"progress"}
    assert set(progress[0]) == {
        "event", "state", "why_waiting", "total", "coarse", "full", "failed", "eta_s",
    }  # fmt: skip
    assert summary["event"] == "summary"
    assert [summary[name] for name in ("state", "total", "coarse", "full", "failed")] == [
        "settled",
        4,
        3,
        3,
        1,
    ]
    assert [Path(one["path"]).name for one in summary["failures"]] == ["empty.flac"]
    assert [summary[name] for name in ("warnings", "errors", "away", "interrupted")] == [[], [], [], False]
    again = lines_of(tivm("index", music, "--json", "--profile", tmp_path / "profile").stdout)[-1]
    assert [again[name] for name in ("total", "full", "failed", "unsaved")] == [4, 3, 1, 0]


def test_several_folders_and_words_for_people(tmp_path: Path) -> None:
    folders = [folder_of_music(tmp_path / name, 1) for name in ("one", "two")]
    ran = tivm("index", *folders, "--profile", tmp_path / "profile", "--coarse-only", "--workers", 1)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("2 files: 2 can be ranked, 0 failed ")


def test_ctrl_c_ends_it_and_the_next_run_goes_on(tmp_path: Path) -> None:
    music, profile = folder_of_music(tmp_path / "music", 5), tmp_path / "profile"
    status, said, errors = stop(profile, music, signal.SIGINT)
    assert (status, errors) == (130, "tivm: interrupted\n")
    assert said[-1]["event"] == "summary"
    assert said[-1]["interrupted"]
    again = lines_of(tivm("index", music, "--json", "--profile", profile).stdout)
    assert again[-1]["full"] == 5


def test_a_kill_loses_what_was_in_hand_only(tmp_path: Path) -> None:
    music, profile = folder_of_music(tmp_path / "music", 5), tmp_path / "profile"
    status, said, _ = stop(profile, music, signal.SIGKILL)
    assert status == -signal.SIGKILL
    kept = json.loads(tivm("library", "status", "--json", "--profile", profile).stdout)["analyses"]
    whole = sum(one["tracks"] for one in kept if one["preprocessing"] == SOUND_VERSION)
    assert whole >= said[-1]["full"] > 0
    end = lines_of(tivm("index", music, "--json", "--profile", profile).stdout)[-1]
    assert (end["full"], end["warnings"]) == (5, [])


@pytest.mark.skipif(
    not shutil.which("prlimit"), reason="prlimit, which makes disks look full, is not installed"
)
def test_what_the_disk_has_no_room_for_is_an_error_and_done_by_the_next_run(tmp_path: Path) -> None:
    music, profile = folder_of_music(tmp_path / "music", 4), tmp_path / "profile"
    command = ["index", str(music), "--json", "--profile", str(profile), "--workers", "1"]
    limited = ["prlimit", "--fsize=250000", *COMMAND, *command]
    full = subprocess.run(limited, capture_output=True, text=True, check=False)
    summary = lines_of(full.stdout)[-1]
    assert full.returncode == 1
    assert summary["coarse"] == 4
    assert summary["unsaved"] > 0
    assert "free space" in full.stderr
    again = lines_of(tivm(*command).stdout)[-1]
    assert (again["full"], again["unsaved"]) == (4, 0)


def test_a_folder_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    ran = tivm("index", tmp_path / "gone", "--json", "--profile", tmp_path / "profile")
    assert ran.returncode == 1
    assert str(tmp_path / "gone") in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_files_that_failed_are_tried_again_when_asked_to(tmp_path: Path) -> None:
    (tmp_path / "music").mkdir()
    (tmp_path / "music" / "words.mp3").write_text("just some words" * 100)
    shared = ("index", tmp_path / "music", "--profile", tmp_path / "profile")
    first, again = tivm(*shared), tivm(*shared, "--try-again")
    assert (first.returncode, again.returncode) == (3, 3)
    assert all("failed: words.mp3" in ran.stdout for ran in (first, again))


@pytest.mark.parametrize("options", [("--workers", "0"), ("--workers", "many"), ()])
def test_a_command_line_that_makes_no_sense_is_status_two(tmp_path: Path, options: tuple[str, ...]) -> None:
    folders = (tmp_path,) if options else ()
    assert tivm("index", *folders, *options).returncode == 2
