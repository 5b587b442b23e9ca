"""One line of the help: what a command does, its keys, and how they are changed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tivm_desktop.gui.controls import IconButton, label, push_button
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.key_cap import KeyCap
from tivm_desktop.gui.keys import RESERVED, shown
from tivm_desktop.gui.shortcuts import Command, Shortcuts
from tivm_desktop.gui.theme import Themes


class HelpRow(QWidget):
    """Asks before it takes a key from another command, on the spot."""

    def __init__(self, command: Command, shortcuts: Shortcuts, icons: Icons, themes: Themes) -> None:
        super().__init__()
        self.command = command
        self._shortcuts = shortcuts
        self._shown: tuple[str, ...] | None = None
        self._asked: tuple[str, str] | None = None
        self._caps: list[KeyCap] = []
        self._reset = IconButton(
            icons, themes, "reset", f"{command.says}: back to {_said(command.keys)}", size=12
        )
        self._reset.clicked.connect(lambda: shortcuts.reset(command.name))
        self._says = label(command.says, "body")
        self._says.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(self._says, 1)
        self._row.addWidget(self._reset)
        self._told = label("", "caption", "accent")
        self._told.setWordWrap(True)
        self._take = push_button("Take it over", "Take the key over", "chip")
        self._leave = push_button("Leave it", "Leave the key where it is", "quiet")
        self._take.clicked.connect(self._take_over)
        self._leave.clicked.connect(self._settle)
        self._question = QWidget()
        asking = QHBoxLayout(self._question)
        asking.setContentsMargins(0, 0, 0, 4)
        asking.setSpacing(4)
        asking.addWidget(self._told, 1)
        asking.addWidget(self._take)
        asking.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self._question)
        self._settle()
        self.refresh()

    @property
    def caps(self) -> tuple[KeyCap, ...]:
        """The buttons of its keys; the last one adds a key, unless the keys are fixed."""
        return tuple(self._caps)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the focus stops on its way through."""
        return (self._reset, *self._caps, self._take, self._leave)

    def question(self) -> str:
        """Return what is asked or told of a key just now."""
        return "" if self._question.isHidden() else self._told.text()

    def matches(self, text: str) -> bool:
        """Tell whether a search for `text` finds it."""
        wanted = text.casefold()
        return wanted in self.command.says.casefold() or any(
            wanted == shown(key).casefold() for key in self._shown or ()
        )

    def refresh(self) -> None:
        """Show the keys that the command has now."""
        name = self.command.name
        self._reset.setVisible(self._shortcuts.is_own(name))
        keys = self._shortcuts.keys(name)
        if keys == self._shown:
            return
        held = any(cap.hasFocus() for cap in self._caps)
        for cap in self._caps:
            self._row.removeWidget(cap)
            cap.hide()
            cap.deleteLater()
        self._shown = keys
        self._caps = [self._cap(key) for key in (keys if self.command.fixed else (*keys, ""))]
        for cap in self._caps:
            self._row.addWidget(cap)
        if held and self._caps:
            self._caps[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _cap(self, key: str) -> KeyCap:
        cap = KeyCap(key, self.command.says)
        cap.setEnabled(not self.command.fixed)
        cap.chosen.connect(partial(self._choose, key))
        cap.removed.connect(partial(self._give, key, ""))
        return cap

    def _choose(self, old: str, new: str) -> None:
        holder = self._shortcuts.holder(new)
        if new in RESERVED:
            self._tell(f"{RESERVED[new]}.", ask=False)
        elif holder is not None and holder.name != self.command.name:
            self._asked = (old, new)
            self._tell(f"{shown(new)} is “{holder.says}”.", ask=True)
            self._take.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._give(old, new)

    def _take_over(self) -> None:
        if self._asked is not None:
            self._give(*self._asked)

    def _give(self, old: str, new: str) -> None:
        held = list(self._shortcuts.keys(self.command.name))
        place = held.index(old) if old in held else len(held)
        held[place : place + 1] = [new] if new else []
        self._settle()
        self._shortcuts.give(self.command.name, held)

    def _tell(self, sentence: str, *, ask: bool) -> None:
        self._told.setText(sentence)
        self._take.setVisible(ask)
        self._leave.setVisible(ask)
        self._question.show()

    def _settle(self) -> None:
        if self._caps and (self._take.hasFocus() or self._leave.hasFocus()):
            self._caps[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._asked = None
        self._question.hide()


def _said(keys: tuple[str, ...]) -> str:
    return " and ".join(shown(key) for key in keys) or "no key"
