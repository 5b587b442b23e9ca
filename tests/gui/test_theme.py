"""Both themes can be read, and share one set of tokens."""

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from tivm_desktop.bundle import bundled
from tivm_desktop.gui.theme import GRAPHIC_PAIRS, TEXT_PAIRS, Theme, ThemeChoice, Themes, contrast

NAMES: tuple[ThemeChoice, ThemeChoice] = ("dark", "light")


def theme(name: str) -> Theme:
    return Theme.load(bundled("resources") / "themes", name)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_text_can_be_read(name: str, ink: str, paper: str) -> None:
    tokens = theme(name)
    assert contrast(getattr(tokens, ink), getattr(tokens, paper)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ink", "paper"), GRAPHIC_PAIRS)
def test_what_is_not_text_can_be_seen(name: str, ink: str, paper: str) -> None:
    tokens = theme(name)
    assert contrast(getattr(tokens, ink), getattr(tokens, paper)) >= 3.0


@pytest.mark.parametrize("name", NAMES)
def test_every_token_of_the_style_sheet_is_filled_in(name: str) -> None:
    assert "$" not in theme(name).style_sheet(bundled("resources") / "themes")


@pytest.mark.parametrize("name", NAMES)
def test_a_box_that_is_checked_has_a_tick_and_not_a_colour_alone(
    name: ThemeChoice, themes: Themes, qtbot: QtBot
) -> None:
    themes.choose(name)
    box = QCheckBox("Only these")
    qtbot.addWidget(box)
    box.setChecked(True)
    picture = box.grab().toImage()
    colours = {picture.pixelColor(x, y).name().upper() for x in range(16) for y in range(picture.height())}
    assert {themes.current.accent, themes.current.accent_text} <= colours


def test_toggling_changes_theme_and_says_so(themes: Themes, qtbot: object) -> None:
    del qtbot
    heard: list[str] = []
    themes.changed.connect(lambda: heard.append(themes.current.name))
    themes.toggle()
    themes.toggle()
    assert heard == ["light", "dark"]
