"""A key as a button: pressed, it listens for the keys that shall take its place."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from tivm_desktop.gui.keys import shown, typed
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.typography import font


class KeyCap(QPushButton):
    """Shows a key, or with no key a place for one.

    While it listens, every key comes here and does nothing else: Esc gives up, Backspace takes the key away.

    Args:
        key: portable name; empty where a key may be added.
        does: what the key does, for its accessible name.
    """

    chosen = Signal(str)
    """Keys were pressed: their portable name."""
    removed = Signal()

    def __init__(self, key: str, does: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._listens = False
        self._does = does
        self.setFont(font("caption"))
        self.setProperty("kind", "key" if key else "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._listen)
        self._rest()

    @property
    def listens(self) -> bool:
        """Whether the next keys are taken."""
        return self._listens

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the window from acting on the keys that are listened for."""
        if watched is self and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys."""
        if not self._listens:
            super().keyPressEvent(event)
            return
        key = typed(event)
        if not key or event.isAutoRepeat():
            return
        self._rest()
        if key in ("Backspace", "Del"):
            self.removed.emit()
        elif key != "Esc":
            self.chosen.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Listen no more."""
        self._rest()
        super().focusOutEvent(event)

    def _listen(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(listens=True)
        self.setText(tr("Press keys…"))
        self.setAccessibleName(
            tr("{command}: press the new keys, Esc to keep, Backspace to remove").format(command=self._does)
        )

    def _rest(self) -> None:
        self._show(listens=False)
        self.setText(shown(self.key) if self.key else "+")
        if self.key:
            name, tip = tr("{command}: {key}, change"), tr("Click and press other keys")
        else:
            name, tip = tr("{command}: add a key"), tr("Add a key")
        self.setAccessibleName(name.format(command=self._does, key=shown(self.key)))
        self.setToolTip(tip)

    def _show(self, *, listens: bool) -> None:
        if listens == self._listens:
            return
        self._listens = listens
        if listens:
            self.installEventFilter(self)
        else:
            self.removeEventFilter(self)
        self.setProperty("listening", listens)
        self.style().polish(self)
