"""Doing what may hang, on a drive that no longer answers, without hanging with it."""

import threading
from collections.abc import Callable

from tivm_desktop.domain.errors import CancelledError

_LOOK_S = 0.05


def patiently(
    work: Callable[[Callable[[], bool]], object],
    steps: Callable[[], int],
    *,
    name: str,
    cancelled: Callable[[], bool],
    look: Callable[[], None] = lambda: None,
    patience_s: float,
) -> bool:
    """Have `work` done on a thread of its own, and wait for it as long as it gets on.

    The system gives no way to end a call that hangs; its thread is left alone and ends with the call.

    Args:
        work: is given what tells it to stop, by raising `CancelledError`.
        steps: a number that grows as long as the work goes on.
        name: of that thread.
        cancelled: asked twenty times a second; True ends the waiting.
        look: called twenty times a second.
        patience_s: how long nothing may happen.

    Returns:
        False if nothing happened for `patience_s` and the work is not waited for any longer.

    Raises:
        CancelledError: `cancelled` said so.
        Exception: what `work` raised.
    """
    stop = threading.Event()
    done = threading.Event()
    trouble: list[BaseException] = []

    def run() -> None:
        try:
            work(stop.is_set)
        except BaseException as error:
            trouble.append(error)
        finally:
            done.set()

    threading.Thread(target=run, name=name, daemon=True).start()
    before, still_s = -1, 0.0
    try:
        while not done.wait(_LOOK_S):
            if cancelled():
                raise CancelledError
            look()
            before, still_s = (now := steps()), (still_s + _LOOK_S if now == before else 0.0)
            if still_s >= patience_s:
                return False
    finally:
        stop.set()
    if trouble:
        raise trouble[0]
    if cancelled():
        raise CancelledError
    return True
