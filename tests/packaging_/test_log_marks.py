"""What counts as fatal in a log is found, and what a healthy run says is not."""

import re
from pathlib import Path

import pytest
from verify.log_marks import MARKS, Found, Mark, fatal_lines, logs_in

HEALTHY = """\
2026-11-22 16:00:00,000 INFO tivm_desktop.gui.drop_control: dragged over: Drop to open the video
2026-11-22 16:00:00,100 INFO tivm_desktop.gui.window: first picture 0.197 s after the drop
2026-11-22 16:00:01,000 WARNING tivm_desktop.matching.indexer: song.mp3 is incomplete: copy it again.
2026-11-22 16:00:02,000 INFO tivm_desktop.gui.window: told: error.mp4 can't be read: choose another.
Detected locale "C" with character encoding "ANSI_X3.4-1968", which is not UTF-8.
{"ready_s": 0.3, "frames_shown": 461, "errors": []}
"""


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.pattern)
def test_each_mark_is_found_by_itself(mark: Mark) -> None:
    assert fatal_lines([("log", f"all is well\n{mark.example}\n")]) == [Found("log", mark.example)]


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.pattern)
def test_each_mark_s_example_shows_that_very_mark(mark: Mark) -> None:
    assert re.search(mark.pattern, mark.example)


def test_a_healthy_run_has_none() -> None:
    assert fatal_lines([("log", HEALTHY)]) == []


def test_every_log_of_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "workers.log").write_text("Segmentation fault\n")
    (tmp_path / "deep" / "tivm-desktop.log.1").write_bytes(b"\xff undefined symbol: x\n")
    (tmp_path / "notes.txt").write_text("Segmentation fault\n")
    assert [found.source for found in fatal_lines(logs_in(tmp_path))] == [
        "deep/tivm-desktop.log.1",
        "workers.log",
    ]
