"""Analyses a library in the background, in the order in which it is of use."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.indexing import IndexPace, IndexProgress
from tivm_desktop.library.known import FileStamp
from tivm_desktop.matching.analyse_track import analyse_track
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.index_hand import Hand, IndexingPool
from tivm_desktop.matching.index_pace import Gate, Surroundings
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.index_tally import IndexTally
from tivm_desktop.matching.jobs import Cancelled, Done, Failed, Outcome
from tivm_desktop.matching.workers import DEFAULT_TIMEOUT_S

TIMEOUT_S = DEFAULT_TIMEOUT_S
"""A decoder that gets no further for so long is given up, and its file marked."""
LOOK_EVERY_S = 5.0
REPORT_EVERY_S = 0.25
HOLD_S = 30.0
"""How long to wait before a result is to be stored again, once that failed."""

_log = logging.getLogger(__name__)


class Indexer:
    """Has everything that is wanted analysed by the pool's indexing lane.

    Every method returns at once and may be called from any thread. The callbacks are called on one thread,
    the indexer's own, one after the other, and may take as long as storing takes. Only twice as many analyses
    as there are workers are ever with the pool, so that a new order holds at once.
    """

    def __init__(
        self,
        pool: IndexingPool,
        take: Callable[[Wanted, AnalysedTrack], FileStamp | None],
        failed: Callable[[Wanted, Failed], FileStamp | None],
        *,
        changed: Callable[[], None] | None = None,
        warned: Callable[[str], None] | None = None,
        pace: IndexPace | None = None,
        analyse: Callable[..., AnalysedTrack] = analyse_track,
        surroundings: Surroundings | None = None,
        look_every_s: float = LOOK_EVERY_S,
        hold_s: float = HOLD_S,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        """Begin with nothing wanted.

        Args:
            pool: does the work; not closed by the indexer.
            take: called with each result; to store it in one transaction. Where it raises a `FileError` about
                another file than the track's, the library's say, it is called again later.
            failed: called with each file that can't be analysed and its reason; to store it where
                `Failed.lasting`.
                Both return what the file is now where it has changed since it was wanted, and nothing was
                kept: all that was wanted of it is wanted again; else None.
            changed: called when `progress` is another, a few times a second at most.
            warned: hears, once for each sentence, what of the pace can't be kept on this machine.
            pace: what it may take.
            analyse: called in the workers, as `analyse_track`.
            surroundings: asked what the machine is doing, where the pace depends on it.
            look_every_s: how often.
            hold_s: how long to wait after a result that could not be stored.
            timeout_s: longest silence of a worker before its file is given up.
        """
        self._pool = pool
        self._take = take
        self._failed = failed
        self._changed = changed
        self._warned = warned
        self._told: set[str] = set()
        self._analyse = analyse
        self._timeout_s = timeout_s
        self._gate = Gate(pace or IndexPace(), surroundings or Surroundings(), look_every_s, hold_s)
        self._tally = IndexTally()
        self._hands: dict[Path, Hand] = {}
        self._late: list[tuple[Hand, AnalysedTrack]] = []
        self._stale = False
        self._closing = False
        self._next_report_s = 0.0
        self._progress = IndexProgress()
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._pool.set_workers(self._gate.pace.workers)
        self._thread = threading.Thread(target=self._live, name="indexer", daemon=True)
        self._thread.start()

    @property
    def progress(self) -> IndexProgress:
        """How far it is. Any thread; never blocks."""
        return self._progress

    def want(self, items: Sequence[Wanted]) -> None:
        """Have these analysed too; what is wanted already, or at work, stays where it stands.

        What is at work at a file that has changed since is given up: it may have seen half of it.
        """
        self._calls.put(lambda: self._want(items))

    def try_again(self, paths: Collection[Path] | None = None) -> None:
        """Want these files' failed analyses again, or all that failed."""
        self._calls.put(lambda: self._want(self._tally.failed_items(paths)))

    def forget(self, paths: Sequence[Path]) -> None:
        """Analyse these no more; what is at work is given up. For files that are gone."""
        self._calls.put(lambda: self._forget(paths))

    def prefer(self, paths: Sequence[Path]) -> None:
        """Take these first, in this order; replaces the ones preferred before. For rows in view."""
        self._calls.put(lambda: self._prefer(paths))

    def rank(self, paths: Sequence[Path]) -> None:
        """Take these first within each depth, the most relevant first, and then the newest."""
        self._calls.put(lambda: self._tally.waiting.rank(paths))

    def pause(self) -> None:
        """Begin no more analyses; the ones at work go on to their end."""
        self._calls.put(lambda: self._pause(paused=True))

    def resume(self) -> None:
        """Go on."""
        self._calls.put(lambda: self._pause(paused=False))

    def set_pace(self, pace: IndexPace) -> None:
        """Work by this pace from now on."""
        self._calls.put(lambda: self._set_pace(pace))

    def cancel(self) -> None:
        """Give up everything that is wanted, what is at work included."""
        self._calls.put(self._cancel)

    def close(self, timeout_s: float = 5.0) -> None:
        """Give up what is wanted, take what has come in by now, and end the thread."""
        self._calls.put(self._close)
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout_s)

    # The thread's own

    def _live(self) -> None:
        while not self._closing:
            try:
                self._guard(self._calls.get(timeout=self._patience_s()))
                self._stale = True
            except queue.Empty:
                pass
            if self._anything:
                self._stale |= self._gate.look()
                self._tell_notices()
            self._guard(self._go_on if self._gate.is_open else self._withdraw)
            if self._stale:
                self._report()

    @property
    def _anything(self) -> bool:
        return bool(self._hands or len(self._tally.waiting))

    def _patience_s(self) -> float | None:
        """Seconds until something is due that nobody calls for."""
        due_s = [self._gate.next_look_s] if self._anything and self._gate.next_look_s is not None else []
        due_s += [self._next_report_s] if self._stale else []
        return max(0.0, min(due_s) - time.monotonic()) if due_s else None

    def _guard(self, call: Callable[[], None]) -> None:
        try:
            call()
        except Exception:
            _log.exception("The indexer stumbled")

    def _tell_notices(self) -> None:
        for sentence in self._gate.notices:
            if sentence not in self._told and self._warned is not None:
                self._told.add(sentence)
                self._guard(partial(self._warned, sentence))

    def _report(self) -> None:
        now_s = time.monotonic()
        at_work = [hand.wanted for hand in self._hands.values()]
        self._progress = self._tally.progress(now_s, at_work, self._gate)
        if now_s >= self._next_report_s:
            self._stale = False
            self._next_report_s = now_s + REPORT_EVERY_S
            if self._changed is not None:
                self._guard(self._changed)

    def _go_on(self) -> None:
        """Store what could not be stored before, then hand out what is next."""
        late, self._late = self._late, []
        for hand, found in late:
            if self._hands.get(hand.wanted.path) is hand:
                self._take_in(hand, found)
        while self._gate.is_open and len(self._hands) < 2 * self._gate.pace.workers:
            wanted = self._tally.waiting.pop(self._hands)
            if wanted is None:
                return
            hand = self._hands[wanted.path] = Hand(wanted)
            try:
                hand.job = self._pool.submit(
                    partial(self._analyse, depth=wanted.depth),
                    wanted.path,
                    subject=wanted.path,
                    done=partial(self._hear, hand),
                    timeout_s=self._timeout_s,
                )
            except RuntimeError:
                self._closing = True
                return

    def _withdraw(self) -> None:
        """Take back what no worker has begun."""
        for hand in self._hands.values():
            if not hand.begun:
                hand.cancel()

    def _hear(self, hand: Hand, outcome: Outcome[AnalysedTrack]) -> None:
        """Any thread."""
        self._calls.put(lambda: self._ended(hand, outcome))

    def _ended(self, hand: Hand, outcome: Outcome[AnalysedTrack]) -> None:
        if self._hands.get(hand.wanted.path) is not hand:
            return
        match outcome:
            case Done():
                self._take_in(hand, outcome.result)
            case Failed():
                self._fail(hand, outcome)
            case Cancelled():
                del self._hands[hand.wanted.path]
                self._tally.waiting.add(hand.wanted)

    def _take_in(self, hand: Hand, found: AnalysedTrack) -> None:
        path = hand.wanted.path
        try:
            changed = self._take(hand.wanted, found)
        except FileError as error:
            if error.path == path:
                self._fail(hand, Failed(str(error)))
            else:
                self._late.append((hand, found))
                self._gate.hold(str(error))
        except Exception as error:
            _log.exception("%s can't be kept", path)
            self._fail(hand, Failed(f"{path.name} can't be kept ({error}); please report it."))
        else:
            del self._hands[path]
            self._gate.all_is_well()
            if changed is None:
                self._tally.done(hand.wanted, found, hand.took_s, time.monotonic())
            else:
                self._tally.fail(hand.wanted)
                self._want_anew(path, changed)

    def _fail(self, hand: Hand, failure: Failed) -> None:
        del self._hands[hand.wanted.path]
        self._tally.fail(hand.wanted)
        changed = self._failed(hand.wanted, failure)
        if changed is not None:
            self._want_anew(hand.wanted.path, changed)

    def _want_anew(self, path: Path, stamp: FileStamp) -> None:
        """Want again all that was given up of a file, which may hold another sound now."""
        for item in self._tally.failed_items([path]):
            self._tally.want(replace(item, audio_id="", duration_s=0.0, stamp=stamp))

    def _want(self, items: Iterable[Wanted]) -> None:
        for item in items:
            hand = self._hands.get(item.path)
            if hand is not None and hand.wanted.is_of_another_state(item):
                del self._hands[item.path]
                hand.cancel()
                hand = None
            if hand is None or hand.wanted.depth is not item.depth:
                self._tally.want(item)

    def _forget(self, paths: Sequence[Path]) -> None:
        for path in paths:
            hand = self._hands.pop(path, None)
            if hand is not None:
                hand.cancel()
            self._tally.forget(path, hand.wanted if hand is not None else None)

    def _prefer(self, paths: Sequence[Path]) -> None:
        self._tally.waiting.prefer(paths)
        if any(self._tally.waiting.has(path) for path in paths):
            self._withdraw()

    def _pause(self, *, paused: bool) -> None:
        self._gate.paused = paused

    def _set_pace(self, pace: IndexPace) -> None:
        self._gate.set_pace(pace)
        self._pool.set_workers(self._gate.pace.workers)

    def _cancel(self) -> None:
        for hand in self._hands.values():
            hand.cancel()
        self._hands.clear()
        self._late.clear()
        self._tally.clear()

    def _close(self) -> None:
        self._cancel()
        self._closing = True
