"""How times and counts are written."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from tivm_desktop.gui.wording import (
    counted,
    day,
    entry,
    length,
    number,
    short_folder,
    signed,
    size,
    tempo,
    time_code,
)


class Words(QTranslator):
    """A translation of a few texts."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words

    def isEmpty(self) -> bool:  # noqa: N802 - Qt names what is overridden
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return self._words.get(text)


@contextmanager
def window_in(code: str) -> Iterator[None]:
    """Have the window speak a language of which nothing but its code is translated."""
    words = Words({"en": code})
    QCoreApplication.installTranslator(words)
    yield
    QCoreApplication.removeTranslator(words)


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "00:00.00"), (72.5, "01:12.50"), (-1, "00:00.00"), (59.999, "01:00.00")]
)
def test_time_code(seconds: float, written: str) -> None:
    assert time_code(seconds) == written


def test_length_has_hours_only_when_needed() -> None:
    assert (length(185), length(3723)) == ("3:05", "1:02:03")


def test_no_tempo_is_no_text() -> None:
    assert (tempo(0), tempo(119.6)) == ("", "120")


def test_entry_says_which_side_waits() -> None:
    assert entry(12) == "enters at 0:12 of the track"
    assert entry(-4) == "enters 0:04 into the video"
    assert entry(0) == "enters at its beginning"


@pytest.mark.parametrize(("code", "written"), [("en", "2,000"), ("de", "2.000"), ("fr", "2\u202f000")])
def test_numbers_are_written_as_the_language_does(qapp: QApplication, code: str, written: str) -> None:
    with window_in(code):
        assert number(2000) == written
        assert number(-1.26, decimals=1)[-2:] == (".3" if code == "en" else ",3")


@pytest.mark.parametrize(
    ("code", "written"),
    [("en", "1.2 GB"), ("de", "1,2 GB"), ("fr", "1,2 Go")],
)
def test_sizes_are_written_as_the_language_does(qapp: QApplication, code: str, written: str) -> None:
    with window_in(code):
        assert size(1_234_000_000) == written
    assert size(12) == "12 B"


def test_days_are_written_with_their_year_or_short() -> None:
    written = dt.date(2026, 11, 3)
    assert (day(written), day(written, with_year=False)) == ("3 November 2026", "3 Nov")


@pytest.mark.parametrize(("code", "none"), [("en", "0 parts"), ("de", "0 parts"), ("fr", "0 part")])
def test_none_is_counted_as_the_language_does(qapp: QApplication, code: str, none: str) -> None:
    with window_in(code):
        said = [counted(count, "{count} part", "{count} parts") for count in (0, 1, 2)]
    assert said == [none, "1 part", "2 parts"]


def test_a_sentence_that_counts_may_name_other_things() -> None:
    assert counted(2, "{count} in {where}", "{count} in {where}", where="{odd}") == "2 in {odd}"


def test_home_is_written_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
    assert short_folder(Path("/home/ada/Music")) == str(Path("~/Music"))
    assert short_folder(Path("/srv/Music")) == str(Path("/srv/Music"))


def test_numbers_below_zero_have_a_true_minus() -> None:
    assert number(-16.4) == "−16"
    assert number(-0.2) == "0"
    assert signed(-6.04, 1) == "−6.0"
    assert signed(3.0, 1) == "+3.0"
    assert signed(-0.04, 1) == "+0.0"
