"""Decoded frames to upright RGB pictures no larger than the view."""

import os

import numpy as np
from av.video.frame import VideoFrame as DecodedFrame
from av.video.reformatter import Colorspace, VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

from tivm_desktop.media.probe import square_pixel_size
from tivm_desktop.media.rotation import orientation_of

_UNSPECIFIED_COLORSPACE = 2
_HD_HEIGHT = 720
_THREADS = min(4, os.cpu_count() or 1)


def fitted_size(size: tuple[int, int], view: tuple[int, int]) -> tuple[int, int]:
    """Largest (width, height) of the shape of `size` that fits into `view` and isn't larger than `size`."""
    scale = min(1.0, view[0] / size[0], view[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


class PictureConverter:
    """Converts the frames of one stream: colours, size, pixel aspect and rotation."""

    def __init__(self, stream: VideoStream) -> None:
        self._stream = stream
        self._reformatter = VideoReformatter()

    def convert(self, frame: DecodedFrame, view: tuple[int, int]) -> NDArray[np.uint8]:
        """Return `frame` as it is shown, (H, W, 3) uint8, fitted into `view` (width, height) pixels.

        Colours follow the file; where it does not say, pictures of 720 lines and more are BT.709, smaller
        ones BT.601, as is the custom.
        """
        orientation = orientation_of(frame)
        shown = orientation.stored_size(square_pixel_size(frame, self._stream))
        width, height = orientation.stored_size(fitted_size(shown, view))
        colorspace = frame.colorspace
        if colorspace == _UNSPECIFIED_COLORSPACE:
            colorspace = Colorspace.ITU709 if frame.height >= _HD_HEIGHT else Colorspace.ITU601
        converted = self._reformatter.reformat(
            frame,
            width,
            height,
            "rgb24",
            src_colorspace=colorspace,
            interpolation="BILINEAR",
            threads=_THREADS,
        )
        rgb = np.asarray(converted.to_ndarray(), np.uint8)
        return orientation.upright(rgb)
