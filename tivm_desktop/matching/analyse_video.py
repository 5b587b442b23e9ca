"""What a worker does with a video: one decode gives its timeline and a picture a second to the encoder."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.progress import Progress
from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.library.blobs import quantise
from tivm_desktop.matching.tools import AnalysisTools
from tivm_desktop.media.pictures import scan_pictures
from tivm_desktop.media.probe import probe, require_video
from tivm_desktop.media.proxy import ProxyWriter

_FRAMES_AT_ONCE = 8
_BATCHES_AHEAD = 2
"""So many batches wait for the encoder before the decoder waits for it."""
_USUALLY_APART_S = 1.1
"""How far the end of a file may be from that of its last row of pictures."""


def analyse_video(
    tools: AnalysisTools, path: Path, *, progress: Progress, proxy: ProxyWriter | None = None
) -> VideoAnalysis:
    """Analyse the picture of a file, rounded as the store keeps it.

    Args:
        tools: what the worker has.
        path: the file.
        progress: hears how far it is.
        proxy: gets the pictures while they are decoded; still to be finished.

    Raises:
        MediaError: the file can't be read or has no picture.
        CancelledError: `progress` raised it.
    """
    info = probe(path)
    stream = require_video(info)
    encoder = tools.frame_encoder
    with _FrameBatches(encoder) as batches:
        picture = scan_pictures(path, encoder.input_size, batches.push, progress, proxy=proxy)
        features, classes = batches.finish()
    return quantise(
        VideoAnalysis(
            duration_s=_shown_s(info.duration_s, picture.length_s),
            width=stream.width,
            height=stream.height,
            frame_rate=stream.frame_rate,
            has_audio=info.audio is not None,
            picture=picture,
            features=features,
            classes=classes,
            encoder_id=tools.pack.frame.encoder_id,
        )
    )


def _shown_s(stated_s: float, rows: int) -> float:
    """Believe the container, which speaks of its longest stream, only where the picture ends about there."""
    return stated_s if abs(stated_s - rows) <= _USUALLY_APART_S else float(rows)


class _FrameBatches:
    """Collects one frame a second and encodes several at once, on a thread beside the decoding."""

    def __init__(self, encoder: FrameEncoder) -> None:
        self._encoder = encoder
        self._thread = ThreadPoolExecutor(1, "frame-encoder")
        self._frames: list[NDArray[np.uint8]] = []
        self._encoded: list[Future[tuple[FloatArray, FloatArray]]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the thread; what it has not begun is left undone."""
        self._thread.shutdown(cancel_futures=True)

    def push(self, row: int, frame: NDArray[np.uint8]) -> None:  # noqa: ARG002 - rows come in order
        """Take the (H, W, 3) frame of a second; wait while two batches are yet to be encoded."""
        self._frames.append(frame)
        if len(self._frames) == _FRAMES_AT_ONCE:
            self._encode()
            if len(self._encoded) >= _BATCHES_AHEAD:
                self._encoded[-_BATCHES_AHEAD].result()

    def finish(self) -> tuple[FloatArray, FloatArray]:
        """Return (T, Dv) features and (T, C) class posteriors."""
        if self._frames:
            self._encode()
        features, classes = zip(*(batch.result() for batch in self._encoded), strict=True)
        return np.concatenate(features), np.concatenate(classes)

    def _encode(self) -> None:
        self._encoded.append(self._thread.submit(self._encoder.encode, np.stack(self._frames)))
        self._frames.clear()
