"""One line of the help: what a command does, its keys, and how they are changed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tivm_desktop.gui.controls import ElidedLabel, IconButton
from tivm_desktop.gui.help_question import HelpQuestion
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.key_cap import KeyCap
from tivm_desktop.gui.keys import RESERVED, shown
from tivm_desktop.gui.language import locale, tr
from tivm_desktop.gui.shortcuts import Command, Shortcuts
from tivm_desktop.gui.theme import Themes

_ADD_PX = 22
"""About what the place for another key takes."""


class HelpRow(QWidget):
    """Asks before it takes a key from another command; what few rows need is made when needed."""

    def __init__(self, command: Command, shortcuts: Shortcuts, icons: Icons, themes: Themes) -> None:
        super().__init__()
        self.command = command
        self._shortcuts = shortcuts
        self._shown: tuple[str, ...] | None = None
        self._asked: tuple[str, str] | None = None
        self._caps: list[KeyCap] = []
        self._icons = icons
        self._themes = themes
        self._reset: IconButton | None = None
        self._question: HelpQuestion | None = None
        says = ElidedLabel("body")
        says.show_text(command.says)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(says, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._row)
        self.refresh()

    @property
    def caps(self) -> tuple[KeyCap, ...]:
        """The buttons of its keys; the last one adds a key, unless the keys are fixed."""
        return tuple(self._caps)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the focus stops on its way through."""
        asking = () if self._question is None else self._question.stops
        back = () if self._reset is None else (self._reset,)
        return (*back, *self._caps, *asking)

    def question(self) -> str:
        """Return what is asked or told of a key just now."""
        return "" if self._question is None or self._question.isHidden() else self._question.text()

    def matches(self, text: str) -> bool:
        """Tell whether a search for `text` finds it."""
        wanted = text.casefold()
        return wanted in self.command.says.casefold() or any(
            wanted == shown(key).casefold() for key in self._shown or ()
        )

    def refresh(self) -> None:
        """Show the keys that the command has now."""
        name = self.command.name
        self._show_reset(shown=self._shortcuts.is_own(name))
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
        if self.command.fixed:
            self._row.addSpacing(_ADD_PX)
        if held and self._caps:
            self._caps[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _cap(self, key: str) -> KeyCap:
        cap = KeyCap(key, self.command.says)
        cap.setEnabled(not self.command.fixed)
        cap.chosen.connect(partial(self._choose, key))
        cap.removed.connect(partial(self._give, key, ""))
        return cap

    def _show_reset(self, *, shown: bool) -> None:
        if self._reset is None and shown:
            command = self.command
            self._reset = IconButton(self._icons, self._themes, "reset", _reset_words(command), size=14)
            self._reset.clicked.connect(lambda: self._shortcuts.reset(command.name))
            self._row.insertWidget(1, self._reset)
        if self._reset is not None:
            self._reset.setVisible(shown)

    def _choose(self, old: str, new: str) -> None:
        holder = self._shortcuts.holder(new)
        if new in RESERVED:
            self._ask_about(tr(RESERVED[new]), taking=False)
        elif holder is not None and holder.name != self.command.name:
            self._asked = (old, new)
            self._ask_about(
                tr("{key} is “{command}”.").format(key=shown(new), command=holder.says), taking=True
            )
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

    def _ask_about(self, sentence: str, *, taking: bool) -> None:
        if self._question is None:
            self._question = HelpQuestion()
            self._question.taken.connect(self._take_over)
            self._question.left.connect(self._settle)
            self._column.addWidget(self._question)
        self._question.ask(sentence, taking=taking)

    def _settle(self) -> None:
        self._asked = None
        if self._question is None:
            return
        if any(stop.hasFocus() for stop in self._question.stops):
            self._caps[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._question.hide()


def _reset_words(command: Command) -> str:
    if not command.keys:
        return tr("{command}: back to no key").format(command=command.says)
    keys = locale().createSeparatedList([shown(key) for key in command.keys])
    return tr("{command}: back to {keys}").format(command=command.says, keys=keys)
