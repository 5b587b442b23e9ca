"""The video of a session: recalled or analysed, and ranked for, whole or in a range of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.library.known import FileStamp
from tivm_desktop.library.proxy_cache import ProxyCache
from tivm_desktop.matching.asking import Asking
from tivm_desktop.matching.jobs import AnalysisJob, Done, Failed, Outcome
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.placing import Placing, Recall, video_for
from tivm_desktop.matching.proxies import Proxies, VideoWithProxy, analyse_video_with_proxy
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.recall import stamp_of
from tivm_desktop.matching.shortlist import Shortlist
from tivm_desktop.matching.tolerant import TolerantMemory
from tivm_desktop.matching.workers import AnalysisPool

PATIENCE_S = 0.1
"""How long a new order may wait for the places of its first rows: a few milliseconds each."""


@dataclass
class _Video:
    """What is known of a video."""

    path: Path
    stamp: FileStamp | None = None
    """What the file was before it was analysed; None if it was not there."""
    job: AnalysisJob[VideoWithProxy] | None = None
    analysis: VideoAnalysis | None = None
    chosen: VideoRange | None = None
    """The range that tracks are ranked for, as it was asked for; None for all of it."""
    placing: Placing | None = None
    """Places tracks under the video or the range; None while neither can be ranked for."""
    shortlist: Shortlist | None = None
    """The tracks listed for it."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look at the disk tells of a video."""

    stamp: FileStamp | None
    place: Path | None
    """Where its proxy is to be written; None if there is one, or none is wanted."""


class SessionVideo:
    """Has one video at a time. It lives on the session's thread, to which `post` leads."""

    def __init__(
        self,
        pool: AnalysisPool,
        memory: TolerantMemory,
        asking: Asking,
        proxies: ProxyCache | None,
        ranker: Ranker,
        recall: Recall,
        listener: SessionListener,
        post: Callable[[Callable[[], None]], None],
        changed: Callable[[], None],
    ) -> None:
        """Begin without a video.

        Args:
            pool: analyses it.
            memory: what is known of it.
            asking: looks at its disk.
            proxies: where its proxy is kept; None makes none.
            ranker: describes it.
            recall: where the analyses of tracks come from.
            listener: hears of it.
            post: has something called on the session's thread.
            changed: called when tracks are to be ranked for something else.
        """
        self._pool = pool
        self._memory = memory
        self._asking = asking
        self._proxies = Proxies(proxies, pool, asking, post, self._tell_proxy, listener.warned)
        self._ranker = ranker
        self._recall = recall
        self._listener = listener
        self._post = post
        self._changed = changed
        self._video: _Video | None = None

    @property
    def path(self) -> Path | None:
        """The video; None without one."""
        return self._video.path if self._video is not None else None

    @property
    def placing(self) -> Placing | None:
        """Places tracks under the video or the range of it; None while neither can be ranked for."""
        return self._video.placing if self._video is not None else None

    @property
    def shortlist(self) -> Shortlist | None:
        """The tracks listed for it; None where `placing` is. Any thread."""
        video = self._video
        return video.shortlist if video is not None else None

    @property
    def busy(self) -> bool:
        """Whether it is going to find out more without being asked."""
        return self._proxies.busy or (self._video is not None and self._video.job is not None)

    def begin(self, path: Path) -> None:
        """Take this video; an earlier one is given up."""
        self.end()
        video = self._video = _Video(path)
        self._asking.ask(
            lambda: _Seen(stamp_of(path), self._proxies.place_for(path)),
            lambda seen: self._look_up(video, seen),
        )

    def _look_up(self, video: _Video, seen: _Seen | None) -> None:
        """Recall the video, or have it analysed."""
        if video is not self._video:
            return
        path = video.path
        if seen is None:
            sentence = f"{path} does not answer; check the drive or the network it is on."
            self._listener.video_failed(path, sentence)
            return
        video.stamp = seen.stamp
        known = self._memory.video(path, seen.stamp)
        if known is not None:
            self._take(video, known)
            self._proxies.recalled(path, seen.place)
            return
        video.job = self._pool.submit(
            analyse_video_with_proxy,
            path,
            seen.place,
            subject=path,
            lane="interactive",
            progress=lambda done_s, total_s: self._post(lambda: self._moved(video, done_s, total_s)),
            done=lambda outcome: self._post(lambda: self._ended(video, outcome)),
        )

    def end(self) -> None:
        """Give the video up."""
        self._proxies.cancel()
        if self._video is not None and self._video.job is not None:
            self._video.job.cancel()
        self._video = None

    def choose(self, chosen: VideoRange | None) -> None:
        """Rank for a range of it, None for all, once no newer one waits."""
        video = self._video
        if video is not None:
            video.chosen = chosen
            self._post(lambda: self._rank_if_newest(video, chosen))

    def _moved(self, video: _Video, done_s: float, total_s: float) -> None:
        if video is self._video:
            self._listener.video_progress(video.path, done_s, total_s)

    def _ended(self, video: _Video, outcome: Outcome[VideoWithProxy]) -> None:
        video.job = None
        if isinstance(outcome, Done):
            self._memory.keep_video(video.path, video.stamp, outcome.result.analysis)
        if video is not self._video:
            return
        if isinstance(outcome, Done):
            self._take(video, outcome.result.analysis)
            self._proxies.analysed(video.path, outcome.result.proxy_problem)
        elif isinstance(outcome, Failed):
            self._listener.video_failed(video.path, outcome.sentence)

    def _tell_proxy(self, video: Path, proxy: Path) -> None:
        if video == self.path:
            self._listener.proxy_ready(video, proxy)

    def _take(self, video: _Video, analysis: VideoAnalysis) -> None:
        video.analysis = analysis
        self._listener.video_ready(video.path, analysis)
        self._rank(video)

    def _rank_if_newest(self, video: _Video, chosen: VideoRange | None) -> None:
        if video is self._video and video.chosen is chosen:
            self._rank(video)

    def _rank(self, video: _Video) -> None:
        """Begin to rank for the video, or for the range of it, once it is analysed."""
        video.placing = video.shortlist = None
        if video.analysis is not None:
            try:
                video.placing = self._placing(video.path, video.analysis, video.chosen)
                video.shortlist = Shortlist(video.placing, PATIENCE_S)
            except TivmError as error:
                self._listener.video_failed(video.path, str(error))
        self._changed()

    def _placing(self, path: Path, analysis: VideoAnalysis, chosen: VideoRange | None) -> Placing:
        """Return what places tracks under the range.

        Raises:
            TivmError: the video has no such range, or the pack's tower can't embed it.
        """
        part = chosen.within(path, analysis.duration_s) if chosen is not None else None
        return Placing(self._ranker, video_for(self._ranker, analysis, part), self._recall)
