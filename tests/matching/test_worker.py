"""What the end of a worker says about the file it was at."""

from pathlib import Path

import pytest

from tivm_desktop.matching.worker import describe_death

SONG = Path("/music/song.mp3")


@pytest.mark.parametrize(
    ("exit_code", "said"),
    [
        (-11, "made its decoder crash (SIGSEGV)"),
        (-35, "made its decoder crash (signal 35)"),
        (0xC0000005, "made its decoder crash (0xc0000005)"),
        (0xC00000FD, "made its decoder crash (0xc00000fd)"),
        (0xC0000409, "made its decoder crash (0xc0000409)"),
    ],
)
def test_a_crash_is_the_fault_of_the_file(exit_code: int, said: str) -> None:
    failed = describe_death(SONG, exit_code)
    assert f"song.mp3 {said};" in failed.sentence
    assert (failed.lasting, failed.kind) == (True, "crash")


@pytest.mark.parametrize(
    "exit_code", [None, 0, 1, 3, 255, -9, 0xC0000017, 0xC000012D, 0xC000013A, 0xC0000142]
)
def test_an_end_for_another_reason_is_not(exit_code: int | None) -> None:
    failed = describe_death(SONG, exit_code)
    assert (failed.lasting, failed.kind) == (False, "crash")


@pytest.mark.parametrize("exit_code", [-9, 0xC0000017])
def test_where_memory_may_be_short_that_is_said(exit_code: int) -> None:
    assert "short of memory perhaps" in describe_death(SONG, exit_code).sentence
