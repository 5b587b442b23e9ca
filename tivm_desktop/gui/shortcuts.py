"""The keys of the whole window: what each does, in one list that help and settings show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """Something that keys do."""

    name: str
    """Under which the user's own keys are kept: "transport.play"."""
    group: str
    """Heading in the help: "Playing"."""
    says: str
    """What it does, as the help says it: "Play or hold"."""
    keys: tuple[str, ...]
    """As they come: portable names of key sequences."""


class Shortcuts(QObject):
    """Binds commands to keys, wherever the focus is in the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._bound: dict[str, list[QShortcut]] = {}

    @property
    def commands(self) -> tuple[Command, ...]:
        """All commands, in the order in which they were added."""
        return tuple(self._commands.values())

    def add(
        self, name: str, group: str, says: str, keys: str | Sequence[str], call: Callable[[], None]
    ) -> None:
        """Have `keys` do `call`."""
        sequences = (keys,) if isinstance(keys, str) else tuple(keys)
        self._commands[name] = Command(name, group, says, sequences)
        bound = [QShortcut(QKeySequence(sequence), self._window) for sequence in sequences]
        for shortcut in bound:
            shortcut.activated.connect(call)
        self._bound[name] = bound
