"""One FFmpeg filter graph that turns audio frames of one form into float32 blocks of another."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

import numpy as np
from av.audio.fifo import AudioFifo
from av.audio.frame import AudioFrame
from av.audio.layout import AudioLayout
from av.error import BlockingIOError as NothingReady
from av.error import EOFError as Drained
from av.filter import Graph
from numpy.typing import NDArray


def pulled(graph: Graph) -> Iterator[AudioFrame]:
    """The frames that a graph has ready."""
    while True:
        try:
            frame = graph.pull()
        except (NothingReady, Drained):
            return
        if isinstance(frame, AudioFrame):
            yield frame


def joined(frames: Iterable[AudioFrame], samples: int) -> Iterator[AudioFrame]:
    """Join small frames to frames of at least so many samples, as long as their form stays the same."""
    fifo, held, held_form = AudioFifo(), 0, None
    for frame in frames:
        if (form := form_of(frame)) != held_form:
            if held:
                yield from fifo.read_many(held)
            fifo, held, held_form = AudioFifo(), 0, form
        frame.pts = None
        fifo.write(frame)
        held += frame.samples
        if held >= samples:
            yield from fifo.read_many(held)
            held = 0
    if held:
        yield from fifo.read_many(held)


def form_of(frame: AudioFrame) -> tuple[str, str, int]:
    """FFmpeg's names of a frame's sample format and layout, and its rate in Hz."""
    return frame.format.name, frame.layout.name, frame.sample_rate


class FloatConverter:
    """Converts to float32 at another rate; nothing else touches the samples.

    The delay of the resampler is compensated: the first sample out is at the time of the first sample in.
    """

    def __init__(
        self,
        sample_format: str,
        layout: str,
        rate: int,
        *,
        to_layout: str,
        to_rate: int,
        block: int,
        skipped: int = 0,
    ) -> None:
        """Set the graph up.

        Args:
            sample_format: FFmpeg's name of the form of the samples pushed, such as `s16` or `fltp`.
            layout: FFmpeg's name of the layout of the channels pushed.
            rate: Rate pushed, Hz.
            to_layout: Layout of the blocks given back.
            to_rate: Rate of the blocks given back, Hz.
            block: Samples a block; only the last one is shorter.
            skipped: Samples pushed first that are left out.

        Raises:
            av.error.FFmpegError: There is no such conversion.
        """
        self._channels = AudioLayout(to_layout).nb_channels
        self.takes = (sample_format, layout, rate)
        self._block = max(round(block * rate / to_rate), 1)
        self._waiting = 0
        self._pushed = 0
        self._time_base = Fraction(1, rate)
        self._graph = Graph()
        self._graph.threads = 1
        source = self._graph.add_abuffer(
            sample_rate=rate, format=sample_format, layout=layout, time_base=self._time_base
        )
        convert = self._graph.add("aresample", f"{to_rate}:osf=flt:ochl={to_layout}:rematrix_maxval=1")
        sink = self._graph.add("abuffersink")
        trim = self._graph.add("atrim", f"start_sample={skipped}")
        self._graph.link_nodes(source, trim, convert, sink)
        self._graph.configure()
        self._graph.set_audio_frame_size(block)

    def push(self, frame: AudioFrame) -> list[NDArray[np.float32]]:
        """Take a frame in and give back the blocks that are full, (channels, n)."""
        frame.pts, frame.time_base = self._pushed, self._time_base
        self._pushed += frame.samples
        self._waiting += frame.samples
        self._graph.push(frame)
        if self._waiting < self._block:
            return []
        self._waiting %= self._block
        return self._pull()

    def finish(self) -> list[NDArray[np.float32]]:
        """Give back what is left; nothing can be pushed any more."""
        self._graph.push(None)
        return self._pull()

    def _pull(self) -> list[NDArray[np.float32]]:
        interleaved = (np.asarray(frame.to_ndarray(), np.float32) for frame in pulled(self._graph))
        return [samples.reshape(-1, self._channels).T for samples in interleaved]


class MonoResampler:
    """Resamples a mono stream so that n samples become exactly ceil(n * to_rate / rate)."""

    def __init__(self, rate: int, to_rate: int) -> None:
        self._rate, self._to_rate = rate, to_rate
        self._pushed = self._given = 0
        self._converter = FloatConverter(
            "flt", "mono", rate, to_layout="mono", to_rate=to_rate, block=to_rate
        )

    def push(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Take in (n,) samples and give back those that are ready, whole seconds of them."""
        self._pushed += len(samples)
        frame = AudioFrame.from_ndarray(
            np.ascontiguousarray(samples).reshape(1, -1), format="flt", layout="mono"
        )
        frame.sample_rate = self._rate
        return self._count(self._converter.push(frame))

    def finish(self) -> NDArray[np.float32]:
        """The rest."""
        rest = self._count(self._converter.finish())
        missing = -(-self._pushed * self._to_rate // self._rate) - self._given
        if missing >= 0:
            return np.concatenate([rest, np.zeros(missing, np.float32)])
        return rest[:missing]

    def _count(self, blocks: list[NDArray[np.float32]]) -> NDArray[np.float32]:
        ready = np.concatenate([np.zeros(0, np.float32), *(block[0] for block in blocks)])
        self._given += len(ready)
        return ready
