"""How times and counts are written."""

from pathlib import Path

import pytest

from tivm_desktop.gui.wording import entry, length, plural, short_folder, tempo, time_code


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


def test_plural() -> None:
    assert (plural(1, "track"), plural(2, "track")) == ("1 track", "2 tracks")


def test_home_is_written_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
    assert short_folder(Path("/home/ada/Music")) == str(Path("~/Music"))
    assert short_folder(Path("/srv/Music")) == str(Path("/srv/Music"))
