"""The log has what nobody caught, and never outgrows its place."""

import subprocess
import sys
from pathlib import Path

import pytest

from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.log import LARGEST, Repeated, cut_old

KEEP = """
import gc, logging, sys, threading
from pathlib import Path
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.log import keep_log
profile = Profile(Path(sys.argv[1]))
profile.create()
keep_log(profile)
"""


def run(profile: Path, program: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run a program that keeps a log, and return its end and its log."""
    command = [sys.executable, "-c", KEEP + program, str(profile)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done, Profile(profile).log_file.read_text(encoding="utf-8")


def test_the_log_begins_with_the_build(tmp_path: Path) -> None:
    _, log = run(tmp_path, "")
    assert "INFO tivm_desktop: TIVM Desktop 0" in log
    assert "(source) starts on " in log


@pytest.mark.parametrize(
    ("program", "noted"),
    [
        ("raise KeyError('lost')", "unexpected in the main thread"),
        (
            "one = threading.Thread(target=lambda: {}['lost'], name='a lane'); one.start(); one.join()",
            "unexpected in a lane",
        ),
        ("class Late:\n    def __del__(self):\n        raise KeyError('lost')\nLate()", "unexpected in "),
    ],
)
def test_what_nobody_catches_is_noted_with_its_stack(tmp_path: Path, program: str, noted: str) -> None:
    _, log = run(tmp_path, program)
    assert noted in log
    assert "Traceback" in log
    assert "KeyError: 'lost'" in log


def test_it_is_told_in_the_terminal_as_before(tmp_path: Path) -> None:
    done, _ = run(tmp_path, "raise KeyError('lost')")
    assert done.returncode == 1
    assert "KeyError: 'lost'" in done.stderr


def test_what_goes_wrong_again_and_again_does_not_push_the_rest_out(tmp_path: Path) -> None:
    again = (
        "def wrong():\n    raise KeyError('lost')\n"
        "for _ in range(150):\n    try:\n        wrong()\n"
        "    except KeyError:\n        sys.excepthook(*sys.exc_info())"
    )
    _, log = run(tmp_path, again)
    assert log.count("Traceback") == 3
    assert "100 times: KeyError" in log


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    _, log = run(tmp_path, "for _ in range(5000): logging.info('x' * 1000)")
    files = list(Profile(tmp_path).log_folder.glob("tivm-desktop.log*"))
    assert len(files) == 3
    assert all(file.stat().st_size <= LARGEST for file in files)
    assert log.endswith("x\n")


def test_a_log_that_can_not_be_written_stops_nothing(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.create()
    profile.log_file.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", KEEP + "logging.error('unheard'); print('on')", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("on\n", "")


def test_a_log_of_many_is_begun_anew_once_it_is_too_large(tmp_path: Path) -> None:
    log = tmp_path / "workers.log"
    cut_old(log)
    log.write_bytes(b"x" * 100)
    cut_old(log)
    assert log.exists()
    log.write_bytes(b"x" * (LARGEST + 1))
    cut_old(log)
    assert [file.name for file in tmp_path.iterdir()] == ["workers.log.1"]


def test_the_same_at_another_place_is_another() -> None:
    seen = Repeated()
    places = []
    for program in ("1 / 0", "1 / 0", "\n1 / 0"):
        try:
            exec(program)  # noqa: S102
        except ZeroDivisionError as error:
            places.append(seen.times(ZeroDivisionError, error.__traceback__))
    assert places == [1, 2, 1]
