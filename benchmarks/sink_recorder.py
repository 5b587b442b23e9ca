"""Records what the null sink plays, with the moment of the monotonic clock at which each sample was played.

Reading runs in a process of its own, so that the player's threads don't delay it. The recorder (`parec`)
hands over fragments of 5 ms; each is stamped when it arrives. A fragment can be late but never early, so
the smallest (arrival - samples so far / rate) within the neighbouring seconds is the moment sample 0 would
have had without delays of scheduling, and sample n was played n / rate later.

What stays uncertain: the sink mixes up to one of its periods (5 ms, set by the recorder's latency) ahead of
the moment it calls "played", and handing over costs about 1 ms. Means are therefore good to about 5 ms, a
recorded sample being taken for up to 5 ms too early or 1 ms too late; the spread is not affected.
"""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.null_sink import FIRST, RATE_HZ, NullSink

_FRAME_BYTES = 4
_NEIGHBOURHOOD_S = 4.0
_THRESHOLD = 0.2
_APART_S = 0.02


@dataclass(frozen=True, slots=True)
class Recording:
    """What was played, and when."""

    samples: NDArray[np.int16]
    """(n, 2), at `RATE_HZ`."""
    arrivals: NDArray[np.float64]
    """(k, 2): seconds of the monotonic clock, samples that had arrived by then."""

    def moments(self, samples: NDArray[np.int64]) -> NDArray[np.float64]:
        """Seconds of the monotonic clock at which these samples were played."""
        starts_s = self.arrivals[:, 0] - self.arrivals[:, 1] / RATE_HZ
        at_s = self.arrivals[:, 1] / RATE_HZ
        return np.array(
            [s + starts_s[np.abs(at_s - s) < _NEIGHBOURHOOD_S].min() for s in samples / RATE_HZ], np.float64
        )

    def clicks_s(self) -> NDArray[np.float64]:
        """Moments at which clicks began."""
        level = np.abs(self.samples.astype(np.int32)).max(axis=1)
        loud = np.flatnonzero(level > _THRESHOLD * 32768)
        if not len(loud):
            return np.zeros(0)
        return self.moments(loud[np.diff(loud, prepend=-RATE_HZ) > _APART_S * RATE_HZ])


class SinkRecorder:
    """A recorder of a null sink, running while the context is entered."""

    def __init__(self, sink: NullSink, folder: Path, of: str = FIRST) -> None:
        self._path = folder / f"recording-{of}"
        self._raw = self._path.with_suffix(".raw")
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(self._path), *sink.record_command(sink=of)],
            env=os.environ | sink.environment | {"PYTHONPATH": str(Path(__file__).parents[1])},
        )

    def __enter__(self) -> "SinkRecorder":
        """Wait for the first sound to arrive.

        Raises:
            RuntimeError: nothing arrives within ten seconds.
        """
        end_s = time.monotonic() + 10.0
        while not (self._raw.exists() and self._raw.stat().st_size):
            if time.monotonic() > end_s or self._process.poll() is not None:
                self._end()
                raise RuntimeError("nothing is recorded from the null sink")
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop recording."""
        self._end()

    def recording(self) -> Recording:
        """Stop recording and return what was recorded."""
        self._end()
        samples = np.fromfile(self._raw, np.int16)
        arrivals = np.array(json.loads(self._path.with_suffix(".json").read_text()), np.float64)
        return Recording(samples[: len(samples) // 2 * 2].reshape(-1, 2), arrivals)

    def _end(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(10.0)


def _record(path: Path, command: list[str]) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts background jobs deaf to it
    arrivals: list[tuple[float, int]] = []
    received = 0
    reading, writing = os.pipe()
    recorder = subprocess.Popen(command, stdout=writing)
    os.close(writing)
    with path.with_suffix(".raw").open("wb") as file:
        try:
            while data := os.read(reading, 65536):
                received += len(data)
                arrivals.append((time.monotonic(), received // _FRAME_BYTES))
                file.write(data)
                file.flush()
        except KeyboardInterrupt:
            pass
    recorder.kill()
    recorder.wait()
    path.with_suffix(".json").write_text(json.dumps(arrivals))


if __name__ == "__main__":
    _record(Path(sys.argv[1]), sys.argv[2:])
