"""Decoded frames of any pixel format to small RGB pictures."""

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

_NAMED = {
    0: Colorspace.ITU601,
    1: Colorspace.ITU709,
    4: Colorspace.FCC,
    5: Colorspace.ITU601,
    6: Colorspace.ITU601,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
}
"""What FFmpeg's scaler takes the names of matrices (AVCOL_SPC) for; it fails at all others."""
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
            src_colorspace=colour_matrix(frame),
            interpolation=self._interpolation,
            threads=1,
        )
        return scaled.to_ndarray().astype(np.uint8, copy=False)


def colour_matrix(frame: VideoFrame) -> Colorspace:
    """The matrix by which the colours of `frame` are converted.

    It is the one that the frame names. Of frames that name none, or one that FFmpeg's scaler does not know
    (YCgCo, BT.2020 with constant luminance, ICtCp), it is BT.709 for high definition and BT.601 below, as
    players take it.
    """
    named = _NAMED.get(frame.colorspace)
    if named is not None:
        return named
    return Colorspace.ITU709 if frame.height > _TALLEST_SD else Colorspace.ITU601
