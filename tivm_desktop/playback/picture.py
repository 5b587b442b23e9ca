"""Decoded frames to upright RGB pictures no larger than the view."""

import os

import numpy as np
from av.video.frame import VideoFrame as DecodedFrame
from av.video.reformatter import VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

from tivm_desktop.media.probe import square_pixel_size
from tivm_desktop.media.rotation import orientation_of
from tivm_desktop.media.scaling import colour_matrix

_THREADS = min(4, os.cpu_count() or 1)


def fitted_size(size: tuple[int, int], view: tuple[int, int]) -> tuple[int, int]:
    """Largest (width, height) of the shape of `size` that fits into `view` and isn't larger than `size`."""
    scale = min(1.0, view[0] / size[0], view[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


class PictureConverter:
    """Converts the frames of one stream: colours, size, pixel aspect and rotation."""

    def __init__(self, stream: VideoStream, shown: tuple[int, int] | None = None) -> None:
        """Make a converter.

        Args:
            stream: What the frames are of.
            shown: (width, height) that pictures are taken to have, whatever the frames say: a proxy's are
                shown as the original's.
        """
        self._stream = stream
        self._shown = shown
        self._reformatter = VideoReformatter()

    def shown_size(self, frame: DecodedFrame) -> tuple[int, int]:
        """Return (width, height) of `frame` as it is shown where there is room for all of it."""
        orientation = orientation_of(frame)
        return self._shown or orientation.stored_size(square_pixel_size(frame, self._stream))

    def convert(self, frame: DecodedFrame, view: tuple[int, int]) -> NDArray[np.uint8]:
        """Return `frame` as it is shown, (H, W, 3) uint8, fitted into `view` (width, height) pixels.

        Colours follow the file, see `colour_matrix`.
        """
        orientation = orientation_of(frame)
        width, height = orientation.stored_size(fitted_size(self.shown_size(frame), view))
        converted = self._reformatter.reformat(
            frame,
            width,
            height,
            "rgb24",
            src_colorspace=colour_matrix(frame),
            interpolation="BILINEAR",
            threads=_THREADS,
        )
        rgb = np.asarray(converted.to_ndarray(), np.uint8)
        return orientation.upright(rgb)
