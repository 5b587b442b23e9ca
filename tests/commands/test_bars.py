"""What is seen on a terminal of how far a command is, and what is not seen elsewhere."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr

import pytest

from tivm_desktop.commands.bars import Bar, complain


class Terminal(io.StringIO):
    """Takes down what is written to a terminal."""

    def isatty(self) -> bool:
        return True


@contextmanager
def terminal() -> Iterator[Terminal]:
    """Have stderr be a terminal."""
    with redirect_stderr(Terminal()) as shown:
        yield shown


def test_seconds_are_counted_up_to_the_end() -> None:
    with terminal() as shown, Bar("film.mp4", "s") as bar:
        bar.show(99.0, 12.4)
        assert "film.mp4: 100%|" in shown.getvalue()
        assert shown.getvalue().endswith("| 12/12 s")
    assert shown.getvalue().endswith("\r")


def test_where_nobody_knows_how_much_there_is_what_is_done_is_counted() -> None:
    with terminal() as shown, Bar("film.mp4", "s") as bar:
        bar.show(3.0, 0.0)
        assert "| 3/? s" in shown.getvalue()
        bar.show(4.0, 9.0)
        bar.say("known by now")


def test_a_note_stands_beside_it_from_the_first_on() -> None:
    with terminal() as shown, Bar("music", "track") as bar:
        bar.say("waiting for mains")
        assert "waiting for mains" in shown.getvalue()


def test_what_comes_next_has_a_bar_of_its_own_and_what_goes_on_keeps_its() -> None:
    with terminal() as shown, Bar("", "B") as bar:
        for what, done in (("download", 0), ("download", 10**6), ("unpack", 0)):
            bar.begin(what)
            bar.show(done, 10**9)
    bars = [part.split(":")[0] for part in shown.getvalue().split("\r") if "%" in part]
    assert list(dict.fromkeys(bars)) == ["download", "unpack"]
    assert "1.00G" in shown.getvalue()


def test_nothing_is_written_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar("music", "track") as bar:
        bar.show(1, 2)
        bar.say("a note")
    assert capsys.readouterr() == ("", "")


def test_a_bar_of_which_nothing_is_said_is_not_shown() -> None:
    with terminal() as shown, Bar("music", "track"):
        pass
    assert shown.getvalue() == ""


def test_no_thread_looks_after_a_bar() -> None:
    before = threading.active_count()
    with terminal(), Bar("music", "track") as bar:
        bar.show(1, 2)
        assert threading.active_count() == before


def test_a_sentence_stands_above_the_bar() -> None:
    with terminal() as shown, Bar("music", "track") as bar:
        bar.show(1, 2)
        complain("a.mp3 is left out.")
    assert "tivm: a.mp3 is left out.\n" in shown.getvalue()
