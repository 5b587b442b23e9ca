"""When a new order of the list may be shown: not under the hand that is about to click."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from tivm_desktop.domain.suggestion import Suggestion

REST_MS = 1500
"""A pointer or keyboard that was still this long is taken to be reading, not choosing."""
PACE_MS = 700
"""At least this long between two orders while nobody touches the list."""
ANSWER_MS = 800
"""An order that comes so long after something was asked for may still be the answer."""


class Settling(QObject):
    """Takes new orders and lets each out when the list is not in use.

    Free: the newest order at once, then at most one per `PACE_MS`. In use (pointer over the list, or keys
    pressed in it): nothing, until the pointer leaves, everything has rested for `REST_MS`, or the user asks.
    After a rest the order is let out as `rested`, which the list may decline and `offer` again. What answers
    a question of the user's is let out at once, hand or no hand.
    """

    free = Signal(object)
    """The order to show now."""
    answered = Signal(object)
    """The order to show now from its top: the first that answers what was asked for."""
    rested = Signal(object)
    """The order to show now if the row under the pointer can keep its place."""
    waiting = Signal(object)
    """The newest order held back, or None."""

    def __init__(self, parent: QObject | None = None, rest_ms: int = REST_MS, pace_ms: int = PACE_MS) -> None:
        super().__init__(parent)
        self._held: Sequence[Suggestion] | None = None
        self._answer_due = False
        self._answering = QTimer(self, singleShot=True, interval=ANSWER_MS)
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
        answer_due, self._answer_due = self._answer_due, False
        if answer_due:
            self._let_out(self.answered)
        elif first or self._answering.isActive():
            self._let_out(self.free)
        elif self.in_use:
            self.waiting.emit(order)
            if not self._rest.isActive():
                self._rest.start()
        elif not self._pace.isActive():
            self._let_out(self.free)

    def expect_answer(self) -> None:
        """Hear that something else was asked for: the next order is wanted at once."""
        self._answer_due = True
        self._answering.start()

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
            self._let_out(self.free)

    def let_out_now(self) -> None:
        """Show what waits because the user asked for it."""
        if self._held is not None:
            self._let_out(self.free)

    def forget(self) -> None:
        """Drop what waits; it belongs to another video."""
        self._held = None
        self.waiting.emit(None)

    def _let_out(self, signal: SignalInstance) -> None:
        order, self._held = self._held, None
        self._pace.start()
        self.waiting.emit(None)
        signal.emit(order)

    def _when_paced(self) -> None:
        if self._held is not None and not self.in_use:
            self._let_out(self.free)

    def _when_rested(self) -> None:
        if self._held is None:
            return
        if not self._inside:
            self._let_out(self.free)
            return
        order, self._held = self._held, None
        self.waiting.emit(None)
        self.rested.emit(order)
