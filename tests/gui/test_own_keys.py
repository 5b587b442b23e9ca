"""The user's own keys: kept, read back, and shared out so that no key does two things."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tivm_desktop.gui.own_keys import OwnKeys, share_out
from tivm_desktop.gui.settings import Settings

DEFAULTS = {"play": ("Space",), "back": ("J",), "on": ("L", "Shift+L")}


def test_what_came_is_what_there_is() -> None:
    assert share_out(DEFAULTS, {}) == DEFAULTS


def test_the_users_key_goes_before_what_came() -> None:
    assert share_out(DEFAULTS, {"back": ("L",)}) == {"play": ("Space",), "back": ("L",), "on": ("Shift+L",)}


def test_of_two_equal_claims_the_first_counts() -> None:
    assert share_out({"a": ("X",), "b": ("X", "Y")}, {}) == {"a": ("X",), "b": ("Y",)}
    assert share_out(DEFAULTS, {"on": ("P",), "back": ("P",)})["on"] == ()


def test_all_keys_can_be_taken_away() -> None:
    assert share_out(DEFAULTS, {"play": ()})["play"] == ()


def test_a_key_twice_is_a_key_once() -> None:
    assert share_out(DEFAULTS, {"play": ("P", "P")})["play"] == ("P",)


def test_keys_come_back_from_the_settings(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    kept = OwnKeys(Settings(tmp_path / "window.ini"))
    kept.keep("play", ["P", "Ctrl+,"])
    kept.keep("back", [])
    again = OwnKeys(Settings(tmp_path / "window.ini"))
    assert again.of("play") == ("P", "Ctrl+,")
    assert again.of("back") == ()
    assert again.of("on") is None
    again.keep("play", None)
    assert OwnKeys(Settings(tmp_path / "window.ini")).of("play") is None


@pytest.mark.parametrize("text", ["nonsense", "{}", '"P"', "[1]", '["Hyper+Wave"]', '["Esc"]', '["P", ""]'])
def test_what_cannot_be_read_counts_as_not_there(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    del qtbot
    settings = Settings(tmp_path / "window.ini")
    settings.remember("keys/play", text)
    assert OwnKeys(settings).of("play") is None
