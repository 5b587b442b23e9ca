"""Proves, as far as Python allows, that the audio callback makes no arrays and neither locks nor logs."""

import ast
import dis
import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sys import maxsize
from types import CodeType, FrameType

import numpy as np
import pytest
from numpy.typing import NDArray

from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.leg import Leg
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.ring import SampleRing
from tivm_desktop.playback.voice import BLOCK_CAPACITY, Voice

RATE_HZ = 48_000
ROUND_SAMPLES = 24_000
SMALL = 4096
"""Bytes that Python's own objects for one block may take: slices, tuples, numbers."""
PLACES = {"clock.py", "ducker.py", "limiter.py", "mixer.py", "pace.py", "ring.py", "voice.py"}
FORBIDDEN = {"threading", "_thread", "logging", "queue", "asyncio", "time", "io", "os", "multiprocessing"}


class Stretch:
    """All that can happen to a mix, over and over: loops, speeds, other music, gains, ducking, too loud."""

    def __init__(self) -> None:
        self.clock = PlaybackClock(lambda: 0.0)
        self.clock.hold(1, 0.0, 1.0)
        self.mixer = Mixer(RATE_HZ, self.clock.publish)
        self.mixer.ducker.set_gains(np.linspace(0.2, 1.0, 300, dtype=np.float32))
        self.block: NDArray[np.float32] = np.zeros((BLOCK_CAPACITY, 2), np.float32)
        self._legs = 0
        self._original, self._music = self._voice(0.7), self._voice(0.6)
        self.mixer.begin(1, 0, maxsize, (self._original, self._music), Pace(RATE_HZ))

    def prepare(self, number: int) -> None:
        """What the controlling thread would do before block `number`."""
        if number % 7 == 0:
            self._music.gain = 0.3 if self._music.gain == 1.0 else 1.0
        if number % 11 == 0:
            self._music = self._voice(0.9)
            self.mixer.set_voices((self._original, self._music), self.mixer.leg)
        if number % 5 == 0:
            self._legs = self.mixer.leg + 1
            self._original, self._music = self._voice(0.7), self._voice(0.6)
            pace = Pace(RATE_HZ, (1.0, 2.0, -1.0)[number % 3])
            begins = pace.sample_at(0.2) if number % 2 else None
            following = Leg(self._legs, pace, begins, maxsize, (self._original, self._music))
            self.mixer.set_ahead(self.mixer.leg, self.mixer.position + ROUND_SAMPLES // 2, following)

    def render(self) -> None:
        self.mixer.render(self.block, 0.0)

    def _voice(self, level: float) -> Voice:
        ring = SampleRing(ROUND_SAMPLES, 2, -ROUND_SAMPLES // 2, 2000)
        ring.write(np.full((ROUND_SAMPLES, 2), level, np.float32))
        return Voice(ring, 0, 1.0, ducked=level == 0.6, begins=-maxsize)


@pytest.fixture
def stretch() -> Stretch:
    stretch = Stretch()
    for number in range(50):
        stretch.prepare(number)
        stretch.render()
    return stretch


@contextmanager
def traced() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()


@contextmanager
def profiled(seen: Callable[[FrameType, str, object], None]) -> Iterator[None]:
    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        yield
    finally:
        sys.setprofile(before)


def test_no_block_takes_an_array(stretch: Stretch) -> None:
    with traced():
        for number in range(1000):
            stretch.prepare(number)
            before, _ = tracemalloc.get_traced_memory()
            tracemalloc.reset_peak()
            stretch.render()
            _, peak = tracemalloc.get_traced_memory()
            assert peak - before < SMALL, f"block {number}"


def test_thousands_of_blocks_leave_nothing_behind(stretch: Stretch) -> None:
    numpy_only = tracemalloc.DomainFilter(inclusive=True, domain=np.lib.tracemalloc_domain)
    with traced():
        stretch.render()
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(3000):
            stretch.render()
        after, _ = tracemalloc.get_traced_memory()
        arrays = tracemalloc.take_snapshot().filter_traces([numpy_only])
    assert not arrays.traces
    assert after - before < SMALL


def test_no_block_makes_the_collector_run(stretch: Stretch) -> None:
    runs: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:
        runs.append(f"{phase} {info}")

    gc.collect()
    gc.callbacks.append(note)
    try:
        for _ in range(5000):
            stretch.render()
    finally:
        gc.callbacks.remove(note)
    assert not runs


def called(stretch: Stretch) -> tuple[set[CodeType], set[str]]:
    """What 1000 blocks of all kinds call: functions in Python, and the names of those in C.

    The collector rests meanwhile: what it calls is other tests' garbage, and no block has it run (see above).
    """
    in_python: set[CodeType] = set()
    in_c: set[str] = set()

    def seen(frame: FrameType, event: str, function: object) -> None:
        if event == "call":
            in_python.add(frame.f_code)
        elif event == "c_call":
            in_c.add(getattr(function, "__qualname__", repr(function)))

    gc.collect()
    gc.disable()
    try:
        for number in range(1000):
            stretch.prepare(number)
            with profiled(seen):
                stretch.render()
    finally:
        gc.enable()
    return in_python, in_c


def test_only_the_mix_itself_is_called_and_none_of_it_locks_logs_or_waits(stretch: Stretch) -> None:
    in_python, in_c = called(stretch)
    ours = {code for code in in_python if "tivm_desktop" in code.co_filename}
    assert {Path(code.co_filename).name for code in ours} == PLACES
    strangers = {code.co_filename for code in in_python - ours}
    assert {stranger for stranger in strangers if not _is_harmless(stranger)} == set()
    waiting = ("acquire", "lock", "wait", "sleep", "write", "flush", "print", "collect", "put", "get")
    assert not [name for name in in_c if name.rpartition(".")[2].lower() in waiting]
    for code in ours:
        opcodes = {instruction.opname for instruction in dis.get_instructions(code)}
        assert "BEFORE_WITH" not in opcodes, code.co_qualname


def _is_harmless(file: str) -> bool:
    """Whether what a file says is numpy's, a named tuple's, or what this test wraps around the call."""
    path = Path(file)
    own = path.name == Path(__file__).name or path.parts[-2:] == ("collections", "__init__.py")
    return own or path.name == "contextlib.py" or "numpy" in path.parts or file.startswith("<")


@pytest.mark.parametrize("place", sorted(PLACES))
def test_what_could_lock_or_log_is_not_even_imported(place: str) -> None:
    folder = Path(sys.modules[Mixer.__module__].__file__ or "").parent
    imported: set[str] = set()
    for node in ast.walk(ast.parse((folder / place).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    assert not imported & FORBIDDEN
