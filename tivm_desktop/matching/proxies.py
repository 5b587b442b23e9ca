"""What a worker does about a video's proxy, and the session's part in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.progress import Progress
from tivm_desktop.library.proxy_cache import ProxyCache
from tivm_desktop.matching.analyse_video import analyse_video
from tivm_desktop.matching.asking import Asking
from tivm_desktop.matching.jobs import AnalysisJob, Done, Outcome
from tivm_desktop.matching.tools import AnalysisTools
from tivm_desktop.matching.workers import AnalysisPool
from tivm_desktop.media.pictures import copy_pictures
from tivm_desktop.media.proxy import ProxyWriter


@dataclass(frozen=True, slots=True)
class VideoWithProxy:
    """What becomes known of a video, and what became of its proxy."""

    analysis: VideoAnalysis
    proxy_problem: str = ""
    """Why there is no proxy, as one sentence; empty where there is one or none was wanted."""


def analyse_video_with_proxy(
    tools: AnalysisTools, path: Path, place: Path | None, *, progress: Progress
) -> VideoWithProxy:
    """Analyse the picture of a file and write its proxy to `place` in the same pass; None for no proxy.

    Raises:
        MediaError: the file can't be read or has no picture.
        CancelledError: `progress` raised it; nothing of the proxy is left.
    """
    if place is None:
        return VideoWithProxy(analyse_video(tools, path, progress=progress))
    writer = ProxyWriter(place)
    try:
        analysis = analyse_video(tools, path, progress=progress, proxy=writer)
        writer.finish()
    finally:
        writer.abandon()
    return VideoWithProxy(analysis, writer.problem)


def make_proxy(tools: AnalysisTools, path: Path, place: Path, *, progress: Progress) -> str:
    """Write the proxy of a video that is analysed already; return why there is none, or nothing.

    Raises:
        MediaError: the file can't be read or has no picture.
        CancelledError: `progress` raised it; nothing of the proxy is left.
    """
    del tools
    writer = ProxyWriter(place)
    try:
        copy_pictures(path, writer, progress)
        writer.finish()
    finally:
        writer.abandon()
    return writer.problem


class Proxies:
    """The proxies of a session: found, asked for, told of. Used on the session's thread."""

    def __init__(
        self,
        cache: ProxyCache | None,
        pool: AnalysisPool,
        asking: Asking,
        later: Callable[[Callable[[], None]], None],
        ready: Callable[[Path, Path], None],
        warn: Callable[[str], None],
    ) -> None:
        """Join the session's parts.

        Args:
            cache: where proxies are; None for a session without any.
            pool: has lost ones made anew.
            asking: looks at the video's disk.
            later: runs a call on the session's thread.
            ready: hears of a video and its proxy.
            warn: hears sentences for the user.
        """
        self._cache = cache
        self._pool = pool
        self._asking = asking
        self._later = later
        self._ready = ready
        self._warn = warn
        self._job: AnalysisJob[str] | None = None
        self._warned = False

    @property
    def busy(self) -> bool:
        """Whether a proxy is being made anew."""
        return self._job is not None

    def place_for(self, video: Path) -> Path | None:
        """Where the analysis is to write the proxy of `video`; None if there is one, or none is wanted.

        Any thread; looks at the video's disk.
        """
        if self._cache is None or self._cache.find(video) is not None:
            return None
        try:
            return self._cache.place_for(video)
        except FileError:
            return None

    def analysed(self, video: Path, problem: str) -> None:
        """Take note that the pass that may have made the proxy of `video` is over."""
        self._tell_problem(problem)
        cache = self._cache
        if cache is not None:
            self._asking.ask(lambda: cache.find(video), lambda proxy: self._found(video, proxy, cache))

    def recalled(self, video: Path, place: Path | None) -> None:
        """Tell of the proxy of a video whose analysis is known, or have it made behind everything else.

        `place` is what `place_for` said.
        """
        if place is None:
            self.analysed(video, "")
            return
        self._job = self._pool.submit(
            make_proxy,
            video,
            place,
            subject=video,
            done=lambda outcome: self._later(lambda: self._made(video, outcome)),
        )

    def cancel(self) -> None:
        """Give up a proxy that is being made anew."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _made(self, video: Path, outcome: Outcome[str]) -> None:
        if self._job is not None and self._job.subject == video and self._job.outcome is not None:
            self._job = None
        if isinstance(outcome, Done):
            self.analysed(video, outcome.result)

    def _found(self, video: Path, proxy: Path | None, cache: ProxyCache) -> None:
        if proxy is not None:
            cache.make_room(keep=proxy)
            self._ready(video, proxy)

    def _tell_problem(self, problem: str) -> None:
        if problem and not self._warned:
            self._warned = True
            self._warn(problem)
