"""Decoding on a graphics card: tried where there is one, given up at once where it does not work."""

import logging
from collections.abc import Callable

from av.codec.hwaccel import HWAccel, hwdevices_available
from av.video.stream import VideoStream

SOFTWARE = "software"
_PREFERRED = ("videotoolbox", "d3d11va", "cuda", "vaapi")
"""FFmpeg's interfaces that every driver of their system has, in the order in which they are tried."""

_log = logging.getLogger(__name__)


class HardwareFailedError(Exception):
    """Decoding on the hardware broke off amid a video."""


class Hardware:
    """The interfaces to try. One that has no device on this computer is not tried twice."""

    def __init__(
        self, interfaces: tuple[str, ...] | None = None, make: Callable[[str], HWAccel] | None = None
    ) -> None:
        """Make the list.

        Args:
            interfaces: names to try; None for those that FFmpeg was built with, () for none.
            make: makes the settings for an interface.
        """
        self._interfaces = interfaces if interfaces is not None else _built_in()
        self._make = make or _strict
        self._absent: set[str] = set()

    def candidates(self) -> list[str]:
        """Return the names of what is worth trying."""
        return [name for name in self._interfaces if name not in self._absent]

    def settings(self, name: str) -> HWAccel:
        """Return what a file is opened with to be decoded by that interface.

        Raises:
            FFmpegError, RuntimeError, ValueError, NotImplementedError: this computer has no such device, or
                PyAV was built without it.
        """
        return self._make(name)

    def decodes(self, stream: VideoStream) -> bool:
        """Tell whether a stream opened with `settings`, of which a picture was decoded, came from there."""
        return stream.codec_context.is_hwaccel

    def refused(self, name: str, error: Exception) -> None:
        """Note that a video could not be decoded by that interface."""
        if isinstance(error, RuntimeError):
            _log.info("this video is not for %s (%s)", name, error)
        else:
            _log.info("no decoding by %s: %s", name, error)
            self._absent.add(name)


def _built_in() -> tuple[str, ...]:
    available = hwdevices_available()
    return tuple(name for name in _PREFERRED if name in available)


def _strict(name: str) -> HWAccel:
    """Settings that fail rather than decode in software unsaid."""
    return HWAccel(device_type=name, allow_software_fallback=False)
