"""How a stored picture is turned before it is shown: phones store it lying down with a display matrix."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np
from av.buffer import Buffer
from av.sidedata.sidedata import SideDataContainer
from av.sidedata.sidedata import Type as SideDataType
from av.video.frame import VideoFrame
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Orientation:
    """One of the eight ways to lay a rectangle down: transpose first, then mirror."""

    transposed: bool = False
    mirrored_x: bool = False
    mirrored_y: bool = False

    def stored_size(self, size: tuple[int, int]) -> tuple[int, int]:
        """The (width, height) in storage of what is shown as `size`, and the other way round."""
        return size[::-1] if self.transposed else size

    def upright(self, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Turn a stored (H, W, ...) picture as it is shown; contiguous."""
        if self == Orientation():
            return picture
        if self.transposed:
            picture = picture.swapaxes(0, 1)
        if self.mirrored_x:
            picture = picture[:, ::-1]
        if self.mirrored_y:
            picture = picture[::-1]
        return np.ascontiguousarray(picture)


def orientation_of(frame: VideoFrame) -> Orientation:
    """Read the display matrix that FFmpeg attaches to every decoded frame.

    The matrix maps stored (x, y) to shown (a x + c y, b x + d y) (libavutil/display.h). Turns other than by
    quarters are taken as the nearest quarter.
    """
    matrix = _display_matrix(frame)
    if matrix is None:
        return Orientation()
    a, b, c, d = (int(value) for value in matrix[[0, 1, 3, 4]])
    if abs(b) + abs(c) > abs(a) + abs(d):
        return Orientation(transposed=True, mirrored_x=c < 0, mirrored_y=b < 0)
    return Orientation(mirrored_x=a < 0, mirrored_y=d < 0)


def _display_matrix(frame: VideoFrame) -> NDArray[np.int32] | None:
    """The nine numbers, or None.

    `frame.side_data` would make a reference cycle that keeps the whole frame until garbage is collected.
    """
    # PyAV's stub leaves the constructor of SideDataContainer out.
    container = cast("Callable[[VideoFrame], Mapping[SideDataType, Buffer]]", SideDataContainer)(frame)
    side_data = container.get(SideDataType.DISPLAYMATRIX)
    return None if side_data is None else np.frombuffer(bytes(side_data), dtype=np.int32)
