"""The thread on which the conductor works."""

from threading import Thread

from tivm_desktop.playback.board import StateBoard
from tivm_desktop.playback.conductor import Conductor

JOIN_S = 5.0


class ConductorThread:
    """Has the conductor look whenever the board's bell rings, and every 10 ms while something plays."""

    def __init__(self, conductor: Conductor, board: StateBoard) -> None:
        """Start the thread."""
        self._conductor = conductor
        self._board = board
        self._closing = False
        self._thread = Thread(target=self._work, name="playback-conductor", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread, the sounds and the device; returns within a bounded time."""
        self._closing = True
        self._board.ring()
        self._thread.join(JOIN_S)

    def _work(self) -> None:
        self._conductor.begin()
        while not self._closing:
            self._board.wait(self._conductor.turn())
        self._conductor.close()
