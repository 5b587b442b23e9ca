"""Where proxies are kept: a folder of bounded size that may be deleted at any time."""

import logging
import os
import shutil
import time
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.known import file_stamp, video_id
from tivm_desktop.media.proxy import PROXY_VERSION, SUFFIX

LIMIT_BYTES = 10 * 1024**3
SHARE_OF_DISK = 0.25
"""Proxies never take up more than this share of what would be free without them."""
_ABANDONED_S = 3600.0

_log = logging.getLogger(__name__)


class ProxyCache:
    """Finds proxies by their video and drops those that were not used for the longest time."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        """Use `folder`, which need not exist, for at most `limit_bytes`."""
        self._folder = folder
        self._limit_bytes = limit_bytes

    def place_for(self, video: Path) -> Path:
        """Return where the proxy of `video` belongs, as the file is now.

        Raises:
            FileError: the video is gone.
        """
        return self._folder / f"{video_id(video, file_stamp(video))}-{PROXY_VERSION}{SUFFIX}"

    def find(self, video: Path) -> Path | None:
        """Return the proxy of `video`, which counts as used now; None if there is none."""
        try:
            proxy = self.place_for(video)
            os.utime(proxy)
        except (FileError, OSError):
            return None
        return proxy

    def make_room(self, keep: Path | None = None) -> None:
        """Delete what was not used for the longest time until the limits hold; never `keep`."""
        try:
            self._drop_abandoned()
            found = sorted((_facts(path) for path in self._folder.glob(f"*{SUFFIX}")), key=lambda f: f[0])
            total = sum(size for _, size, _ in found)
            free = shutil.disk_usage(self._folder).free
            limit = min(self._limit_bytes, round((free + total) * SHARE_OF_DISK))
            for _, size, path in found:
                if total <= limit:
                    return
                if path != keep:
                    path.unlink(missing_ok=True)
                    total -= size
        except OSError as error:
            _log.warning("%s can't be tidied: %s", self._folder, error)

    def _drop_abandoned(self) -> None:
        """Delete what a crash left half written."""
        for path in self._folder.glob(".*.part"):
            if time.time() - path.stat().st_mtime > _ABANDONED_S:
                path.unlink(missing_ok=True)


def _facts(path: Path) -> tuple[float, int, Path]:
    status = path.stat()
    return status.st_mtime, status.st_size, path
