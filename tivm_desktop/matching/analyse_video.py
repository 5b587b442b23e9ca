"""What a worker does with a video: one decode gives its timeline and a picture a second to the encoder."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.progress import Progress
from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.library.blobs import quantise
from tivm_desktop.matching.tools import AnalysisTools
from tivm_desktop.media.pictures import scan_pictures
from tivm_desktop.media.probe import probe, require_video
from tivm_desktop.media.proxy import ProxyWriter

_FRAMES_AT_ONCE = 8
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
    batches = _FrameBatches(encoder)
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
    """Collects one frame a second and encodes several at once."""

    def __init__(self, encoder: FrameEncoder) -> None:
        self._encoder = encoder
        self._frames: list[NDArray[np.uint8]] = []
        self._features: list[NDArray[np.float32]] = []
        self._classes: list[NDArray[np.float32]] = []

    def push(self, row: int, frame: NDArray[np.uint8]) -> None:  # noqa: ARG002 - rows come in order
        """Take the (H, W, 3) frame of a second."""
        self._frames.append(frame)
        if len(self._frames) == _FRAMES_AT_ONCE:
            self._encode()

    def finish(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return (T, Dv) features and (T, C) class posteriors."""
        if self._frames:
            self._encode()
        return np.concatenate(self._features), np.concatenate(self._classes)

    def _encode(self) -> None:
        features, classes = self._encoder.encode(np.stack(self._frames))
        self._features.append(features)
        self._classes.append(classes)
        self._frames.clear()
