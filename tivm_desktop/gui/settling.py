"""When a new order of the list may be shown: not under the hand that is about to click."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from tivm_desktop.domain.suggestion import Suggestion

REST_MS = 1500
"""A pointer or keyboard that was still this long is taken to be reading, not choosing."""
PACE_MS = 700
"""At least this long between two orders while nobody touches the list."""


class Settling(QObject):
    """Takes new orders and lets each out when the list is not in use.

    Free: the newest order at once, then at most one per `PACE_MS`. In use (pointer over the list, or keys
    pressed in it): nothing, until the pointer leaves, everything has rested for `REST_MS`, or the user asks.
    After a rest the order is let out as `rested`, which the list may decline and `offer` again.
    """

    free = Signal(object)
    """The order to show now."""
    rested = Signal(object)
    """The order to show now if the row under the pointer can keep its place."""
    waiting = Signal(object)
    """The newest order held back, or None."""

    def __init__(self, parent: QObject | None = None, rest_ms: int = REST_MS, pace_ms: int = PACE_MS) -> None:
        super().__init__(parent)
        self._held: Sequence[Suggestion] | None = None
        self._inside = False
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._when_rested)
        self._pace = QTimer(self, singleShot=True, interval=pace_ms)
        self._pace.timeout.connect(self._when_paced)

    @property
    def in_use(self) -> bool:
        """Whether an order has to wait for the user."""
        return self._inside or self._rest.isActive()

    def offer(self, order: Sequence[Suggestion], *, first: bool = False) -> None:
        """Take the newest order; the `first` one goes into an empty list, where nothing can jump."""
        self._held = order
        if first:
            self._let_out()
        elif self.in_use:
            self.waiting.emit(order)
            if not self._rest.isActive():
                self._rest.start()
        elif not self._pace.isActive():
            self._let_out()

    def touched(self) -> None:
        """Hear that the pointer moved over the list or a key was pressed in it."""
        self._rest.start()

    def entered(self) -> None:
        """Hear that the pointer is over the list."""
        self._inside = True
        self._rest.start()

    def left(self) -> None:
        """Hear that the pointer is elsewhere."""
        self._inside = False
        self._rest.stop()
        if self._held is not None:
            self._let_out()

    def let_out_now(self) -> None:
        """Show what waits because the user asked for it."""
        if self._held is not None:
            self._let_out()

    def forget(self) -> None:
        """Drop what waits; it belongs to another video."""
        self._held = None
        self.waiting.emit(None)

    def _let_out(self) -> None:
        order, self._held = self._held, None
        self._pace.start()
        self.waiting.emit(None)
        self.free.emit(order)

    def _when_paced(self) -> None:
        if self._held is not None and not self.in_use:
            self._let_out()

    def _when_rested(self) -> None:
        if self._held is None:
            return
        if not self._inside:
            self._let_out()
            return
        order, self._held = self._held, None
        self.waiting.emit(None)
        self.rested.emit(order)
