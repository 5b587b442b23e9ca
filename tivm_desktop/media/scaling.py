"""Decoded frames of any pixel format to small RGB pictures."""

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

_UNSPECIFIED = 2
"""AVCOL_SPC_UNSPECIFIED: the file does not say which matrix made its colours."""
_TALLEST_SD = 576


class FrameScaler:
    """Scale frames to one size in 8-bit RGB.

    The whole frame is squashed to the size whatever its shape. Area averaging unless told otherwise, so that
    fine texture and grain don't flicker in small pictures. High dynamic range and wide gamut are taken as if
    they were sRGB: such pictures come out paler than a player shows them.
    """

    def __init__(self, width: int, height: int, interpolation: Interpolation = Interpolation.AREA) -> None:
        self._width = width
        self._height = height
        self._interpolation = interpolation
        self._reformatter = VideoReformatter()

    def rgb(self, frame: VideoFrame) -> NDArray[np.uint8]:
        """Return `frame` as (height, width, 3) uint8; the array is the caller's own."""
        scaled = self._reformatter.reformat(
            frame,
            width=self._width,
            height=self._height,
            format="rgb24",
            src_colorspace=_colour_matrix(frame),
            interpolation=self._interpolation,
            threads=1,
        )
        return scaled.to_ndarray().astype(np.uint8, copy=False)


def _colour_matrix(frame: VideoFrame) -> Colorspace | None:
    """BT.709 for high definition that does not name its matrix, as players take it; else as FFmpeg does."""
    if frame.colorspace == _UNSPECIFIED and frame.height > _TALLEST_SD and not frame.format.is_rgb:
        return Colorspace.ITU709
    return None
