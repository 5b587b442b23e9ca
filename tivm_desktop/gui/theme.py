"""Colours: one token file per theme, from which palette, style sheet and painted widgets all draw."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

ThemeChoice = Literal["dark", "light", "auto"]

TEXT_PAIRS = (
    ("text", "window"),
    ("text", "panel"),
    ("text", "raised"),
    ("text", "hover"),
    ("text", "selected"),
    ("text", "danger_panel"),
    ("text_dim", "window"),
    ("text_dim", "panel"),
    ("text_dim", "raised"),
    ("text_dim", "hover"),
    ("text_dim", "selected"),
    ("text_faint", "window"),
    ("text_faint", "panel"),
    ("text_faint", "raised"),
    ("text_faint", "hover"),
    ("text_faint", "selected"),
    ("text_dim", "motion_fill"),
    ("accent", "motion_fill"),
    ("accent", "panel"),
    ("accent", "raised"),
    ("accent", "hover"),
    ("accent", "selected"),
    ("accent", "window"),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("danger", "danger_panel"),
    ("danger", "panel"),
)
"""Every (foreground, background) pair of tokens in which text is set."""

GRAPHIC_PAIRS = (
    *(("line_strong", ground) for ground in ("window", "panel", "raised", "hover")),
    *(("accent", ground) for ground in ("window", "panel", "raised", "selected", "track_off")),
    *(("text_dim", ground) for ground in ("panel", "raised")),
    *((drawn, "panel") for drawn in ("playhead", "cut", "motion")),
    ("text_faint", "selected"),
)
"""Every pair in which something is drawn that says something: icons, edges of fields, bars, curves."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colour tokens of one theme, as #RRGGBB."""

    name: str
    window: str
    panel: str
    raised: str
    hover: str
    selected: str
    line: str
    line_strong: str
    text: str
    text_dim: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_text: str
    danger: str
    danger_panel: str
    letterbox: str
    track_off: str
    motion: str
    motion_fill: str
    cut: str
    playhead: str

    @classmethod
    def load(cls, folder: Path, name: str) -> "Theme":
        """Read `name`.json of `folder`; a token missing or too many is a `TypeError`."""
        return cls(**json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))

    def style_sheet(self, folder: Path) -> str:
        """Fill the tokens into the style sheet `window.qss` of `folder`, and where its tick lies."""
        tick = (folder / f"tick-{self.name}.svg").as_posix()
        sheet = Template((folder / "window.qss").read_text(encoding="utf-8"))
        return sheet.substitute(asdict(self), tick=tick)

    def palette(self) -> QPalette:
        """Return the palette for what the style sheet leaves to the style."""
        palette = QPalette()
        role = QPalette.ColorRole
        for colour_role, value in (
            (role.Window, self.window),
            (role.WindowText, self.text),
            (role.Base, self.panel),
            (role.AlternateBase, self.hover),
            (role.Text, self.text),
            (role.Button, self.raised),
            (role.ButtonText, self.text),
            (role.BrightText, self.danger),
            (role.Highlight, self.selected),
            (role.HighlightedText, self.text),
            (role.Link, self.accent),
            (role.Accent, self.accent),
            (role.ToolTipBase, self.raised),
            (role.ToolTipText, self.text),
            (role.PlaceholderText, self.text_faint),
        ):
            palette.setColor(colour_role, QColor(value))
        return palette


def theme_choice(said: str) -> ThemeChoice:
    """Return which theme is meant; the dark one where what is said is none."""
    if said == "light":
        return "light"
    return "auto" if said == "auto" else "dark"


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two #RRGGBB colours, 1..21 (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Themes(QObject):
    """The theme in use; everything that paints asks it, and hears of a change.

    `auto` follows the desktop and is dark where the desktop doesn't say.
    """

    changed = Signal()

    def __init__(self, folder: Path, choice: ThemeChoice = "dark") -> None:
        super().__init__()
        self._folder = folder
        self._themes = {name: Theme.load(folder, name) for name in ("dark", "light")}
        self._choice: ThemeChoice = choice
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        self._dress()

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen; `current` is what it comes to."""
        return self._choice

    @property
    def current(self) -> Theme:
        """The theme whose colours are on the screen."""
        if self._choice != "auto":
            return self._themes[self._choice]
        light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
        return self._themes["light" if light else "dark"]

    def choose(self, choice: ThemeChoice) -> None:
        """Change the theme of the whole program."""
        self._choice = choice
        self._dress()
        self.changed.emit()

    def toggle(self) -> None:
        """Go from dark to light or back."""
        self.choose("light" if self.current.name == "dark" else "dark")

    def _follow_desktop(self) -> None:
        if self._choice == "auto":
            self.choose("auto")

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(self.current.palette())
            application.setStyleSheet(self.current.style_sheet(self._folder))
