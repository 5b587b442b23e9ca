"""Small makers of labels, buttons and rules, so that every control has a name, a tip and the right face."""

# ruff: noqa: N802 - Qt names what is overridden

from html import escape
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.typography import Role, font

Tone = Literal["plain", "dim", "faint", "accent", "danger"]
Kind = Literal["plain", "primary", "quiet", "chip"]
COMMAND = "command"
"""Property of a control: name of the command that it stands for."""
_TIP, _KEYS = "tip", "keys"
_LINE = "\n"


def stands_for(control: QWidget, command: str) -> None:
    """Have a control's tip name the keys of a command of the window, whichever they are."""
    control.setProperty(COMMAND, command)


def show_tip(control: QWidget, tip: str) -> None:
    """Give a control another tip; the keys it shows stay behind it."""
    control.setProperty(_TIP, tip)
    _write_tip(control)


def show_keys(control: QWidget, keys: str) -> None:
    """Show keys behind a control's tip, empty for none."""
    control.setProperty(_KEYS, keys)
    _write_tip(control)


def plain_tip(text: str) -> str:
    """Return a tip that shows `text` as it is, though Qt take a file's name for markup."""
    return f"<span>{escape(text).replace(_LINE, '<br>')}</span>" if "<" in text else text


def _write_tip(control: QWidget) -> None:
    tip, keys = control.property(_TIP) or "", control.property(_KEYS)
    control.setToolTip(plain_tip(f"{tip}  ({keys})" if tip and keys else keys or tip))
    new = "" if tip == control.accessibleName() else tip
    control.setAccessibleDescription(", ".join(filter(None, (new, keys))))


def label(text: str = "", role: Role = "body", tone: Tone = "plain") -> QLabel:
    """Make a label; its text is never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(role))
    made.setProperty("tone", tone)
    return made


def push_button(text: str, name: str, kind: Kind = "plain", tip: str = "") -> QPushButton:
    """Make a button with words on it; `name` is what a screen reader says."""
    made = QPushButton(text)
    made.setFont(font("strong" if kind == "primary" else "body"))
    made.setProperty("kind", kind)
    made.setAccessibleName(name)
    show_tip(made, tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


class IconButton(QToolButton):
    """A button with a picture on it, retinted when the theme changes."""

    def __init__(
        self, icons: Icons, themes: Themes, icon: str, name: str, tip: str = "", size: int = 20
    ) -> None:
        super().__init__()
        self._icons = icons
        self._themes = themes
        self._icon = icon
        self._size = size
        self._on = False
        self.setAccessibleName(name)
        show_tip(self, tip or name)
        self.setIconSize(QSize(size, size))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tint()
        themes.changed.connect(self._tint)

    def show_icon(self, icon: str, name: str, tip: str = "") -> None:
        """Show another icon under another name."""
        if icon != self._icon:
            self._icon = icon
            self._tint()
        self.setAccessibleName(name)
        show_tip(self, tip or name)

    def show_on(self, *, on: bool) -> None:
        """Show in the accent's colour that what the button does is in force."""
        if on != self._on:
            self._on = on
            self._tint()

    def _tint(self) -> None:
        theme = self._themes.current
        self.setIcon(self._icons.icon(self._icon, theme.accent if self._on else theme.text, self._size))


class IconLabel(QLabel):
    """A picture beside words, retinted when the theme changes; `tone` is a token of the theme."""

    def __init__(self, icons: Icons, themes: Themes, icon: str, tone: str, size: int = 20) -> None:
        super().__init__()
        self._icons = icons
        self._themes = themes
        self._what = (icon, tone, size)
        self._tint()
        themes.changed.connect(self._tint)

    def _tint(self) -> None:
        icon, tone, size = self._what
        colour = str(getattr(self._themes.current, tone))
        self.setPixmap(self._icons.pixmap(icon, colour, size, self.devicePixelRatioF()))


class ElidedLabel(QLabel):
    """A line of text that gives way to its neighbours: cut in the middle, whole in its tip."""

    def __init__(self, role: Role = "body", tone: Tone = "plain") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role))
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)

    def show_text(self, text: str) -> None:
        """Show `text` as far as there is room."""
        self._whole = text
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self._cut()

    def whole_text(self) -> str:
        """Return the text before it was cut."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """Cut the text anew."""
        del event
        self._cut()

    def _cut(self) -> None:
        mode = Qt.TextElideMode.ElideMiddle
        cut = self.fontMetrics().elidedText(self._whole, mode, max(self.width(), 1))
        if cut != self.text():
            self.setText(cut)


def rule(parent: QWidget | None = None) -> QFrame:
    """Make a thin upright line between two groups of controls."""
    made = QFrame(parent)
    made.setFixedSize(1, 20)
    made.setObjectName("rule")
    return made
