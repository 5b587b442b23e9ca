"""The keys of the whole window: what each does, in one list that help and settings show."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from tivm_desktop.gui.controls import COMMAND, show_keys
from tivm_desktop.gui.held_key import HeldKey
from tivm_desktop.gui.kept_keys import hand_on, keeps
from tivm_desktop.gui.keys import canonical, shown
from tivm_desktop.gui.language import tr_noop
from tivm_desktop.gui.own_keys import OwnKeys, share_out
from tivm_desktop.gui.settings import Settings

GROUPS = (
    tr_noop("Playing"),
    tr_noop("Tracks"),
    tr_noop("Marking tracks"),
    tr_noop("Comparing"),
    tr_noop("Range"),
    tr_noop("Placing the track"),
    tr_noop("Sound"),
    tr_noop("Take it with you"),
    tr_noop("Window"),
)
"""The headings that commands stand under in the help: for `tr`."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that keys do."""

    name: str
    """Under which the user's own keys are kept: "transport.play"."""
    group: str
    """One of `GROUPS`."""
    says: str
    """What it does, in the language of the window: "Play or hold"."""
    keys: tuple[str, ...]
    """As they come: portable names of key sequences."""
    repeats: bool = False
    """Whether it is done again and again while a key is held down."""
    fixed: bool = False
    """Whether its keys can't be changed."""


class Shortcuts(QObject):
    """Binds commands to keys, wherever the focus is in the window; no key does two things.

    A control that has the focus keeps the keys that it needs (`keys.keeps`). The tips of controls that stand
    for a command (`controls.stands_for`) name its keys.

    Args:
        window: whose keys they are.
        settings: where the user's own keys are kept.
    """

    changed = Signal()
    """Some command has other keys."""

    def __init__(self, window: QWidget, settings: Settings | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._own = OwnKeys(settings)
        self._commands: dict[str, Command] = {}
        self._calls: dict[str, Callable[[], None]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._bound: dict[str, QShortcut] = {}
        self._holders: dict[str, str] = {}
        self._holding = HeldKey()
        window.installEventFilter(self)
        self._explaining = QTimer(self, singleShot=True, interval=0)
        self._explaining.timeout.connect(self._explain)
        self.changed.connect(self._explaining.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See keys go down and come up, to know those that are held."""
        if isinstance(event, QKeyEvent):
            self._holding.see(event)
        return super().eventFilter(watched, event)

    @property
    def commands(self) -> tuple[Command, ...]:
        """All commands, in the order in which they were added."""
        return tuple(self._commands.values())

    def add(
        self,
        name: str,
        group: str,
        says: str,
        keys: str | Sequence[str],
        call: Callable[[], None],
        *,
        repeats: bool = False,
        fixed: bool = False,
    ) -> None:
        """Have `keys` do `call`, or the keys that the user gave it.

        Args:
            name: under which the user's own keys are kept; never changed later.
            group: one of `GROUPS`.
            says: what it does, as the help says it.
            keys: as they come; empty where it comes without.
            call: what is done.
            repeats: again and again while the key is held down.
            fixed: whether the user can't change the keys.
        """
        sequences = (keys,) if isinstance(keys, str) else tuple(keys)
        came = tuple(canonical(sequence) for sequence in sequences if sequence)
        self._commands[name] = Command(name, group, says, came, repeats, fixed)
        self._calls[name] = call
        if (fixed or self._own.of(name) is None) and self._holders.keys().isdisjoint(came):
            self._hold({**self._keys, name: tuple(dict.fromkeys(came))})
        else:
            self._share_out()

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys that a command has now."""
        return self._keys.get(name, ())

    def text(self, name: str) -> str:
        """Return the first key of a command as people write it; empty where it has none."""
        return next((shown(key) for key in self.keys(name)), "")

    def holder(self, key: str) -> Command | None:
        """Return the command that a key belongs to."""
        name = self._holders.get(canonical(key))
        return None if name is None else self._commands[name]

    def is_own(self, name: str) -> bool:
        """Tell whether the user changed a command's keys."""
        return self._own.of(name) is not None

    def give(self, name: str, keys: Sequence[str]) -> None:
        """Give a command these keys and no others, and keep that; who held one of them loses it."""
        wanted = tuple(dict.fromkeys(canonical(key) for key in keys))
        for other, held in self._keys.items():
            if other != name and not set(held).isdisjoint(wanted):
                self._keep(other, tuple(key for key in held if key not in wanted))
        self._keep(name, wanted)
        self._share_out()

    def reset(self, name: str) -> None:
        """Give a command back the keys it came with; who holds one of them now loses it."""
        self.give(name, self._commands[name].keys)

    def reset_all(self) -> None:
        """Give every command the keys it came with."""
        for name in self._commands:
            self._own.keep(name, None)
        self._share_out()

    def _keep(self, name: str, keys: tuple[str, ...]) -> None:
        self._own.keep(name, None if keys == self._commands[name].keys else keys)

    def _share_out(self) -> None:
        defaults = {name: command.keys for name, command in self._commands.items()}
        own = {name: self._own.of(name) for name, command in self._commands.items() if not command.fixed}
        self._hold(share_out(defaults, own))

    def _hold(self, keys_of: dict[str, tuple[str, ...]]) -> None:
        """Bind what is held now, and nothing else."""
        before, self._keys = self._keys, keys_of
        self._holders = {key: name for name, keys in self._keys.items() for key in keys}
        if before == self._keys:
            return
        for key in [key for key in self._bound if key not in self._holders]:
            gone = self._bound.pop(key)
            gone.setParent(None)
            gone.deleteLater()
        for key in self._holders:
            if key not in self._bound:
                self._bound[key] = QShortcut(QKeySequence(key), self._window)
                self._bound[key].activated.connect(partial(self._act, key))
        self.changed.emit()

    def _act(self, key: str) -> None:
        name = self._holders[key]
        if self._holding.repeats and not self._commands[name].repeats:
            return
        focused = QApplication.focusWidget()
        if focused is not None and keeps(focused, key):
            self._bound[key].setEnabled(False)
            hand_on(focused, key)
            self._bound[key].setEnabled(True)
        else:
            self._calls[name]()

    def _explain(self) -> None:
        """Have every control that says which command it stands for show the keys in its tip."""
        for widget in self._window.findChildren(QWidget):
            name = widget.property(COMMAND)
            if isinstance(name, str):
                show_keys(widget, self.text(name))
