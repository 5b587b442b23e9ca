"""Suggestions that keep up: a music folder and a video in, a settling ranked list out.

One thread, the session's own, owns all state; calls from outside and outcomes from the workers reach it
through a queue. The listener is called on that thread.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.encoders.speech_pack import default_speech_folder
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.proxies import ProxyCache
from tivm_desktop.library.scan import scan_folder
from tivm_desktop.library.speech_cache import SpeechCache
from tivm_desktop.matching.analyse import AnalysedTrack, ToolMaker, analyse_track, try_provider
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.proxies import AnalysedVideo, Proxies, analyse_video_with_proxy
from tivm_desktop.matching.ranker import FitBy, Ranker
from tivm_desktop.matching.recall import Memory
from tivm_desktop.matching.scores import Scores
from tivm_desktop.matching.session_state import FolderState, VideoState
from tivm_desktop.matching.speech_search import SpeechSearch
from tivm_desktop.matching.tolerant import TolerantMemory
from tivm_desktop.matching.workers import AnalysisJob, AnalysisPool, Done, Failed, Outcome

if TYPE_CHECKING:
    from tivm_desktop.domain.indexing import IndexPace

_REPORT_INTERVAL_S = 0.25
_TAKEN_AT_ONCE = 32

_log = logging.getLogger(__name__)


class SuggestionSession:
    """Ranks the tracks of one folder for one video, and goes on while either arrives.

    Every method but `track_analysis` and `wait` returns at once.
    """

    def __init__(
        self,
        pack: Pack,
        provider: ProviderChoice,
        profile: Profile,
        listener: SessionListener,
        workers: int = 2,
        proxies: ProxyCache | None = None,
        speech_folder: Path | None = None,
    ) -> None:
        """Begin a session.

        Args:
            pack: the verified pack to score with.
            provider: execution provider asked for; what is got is told to `listener.provider_active`.
            profile: where analyses are kept.
            listener: hears everything.
            workers: processes that analyse tracks.
            proxies: where the video's proxy is kept; None makes none.
            speech_folder: the pack that hears speech; the one that came with the program if None.

        Raises:
            FileError: the profile's folders or database can't be made.
            PackError: the pack's calibration or towers can't be used.
        """
        profile.create()
        self._pack = pack
        self._ranker = Ranker(pack)
        self._listener = listener
        self._memory = TolerantMemory(Memory(profile, pack), listener.warned)
        tools = ToolMaker(pack.folder, provider, profile.database, speech_folder or default_speech_folder())
        self._pool = AnalysisPool(tools, workers, profile.worker_log_file)
        self._speech = SpeechSearch(
            self._pool, tools.speech_folder, SpeechCache(profile.speech_folder), listener, self._call
        )
        self._proxies = Proxies(proxies, self._pool, self._call, self._tell_proxy, listener.warned)
        self._folder: FolderState | None = None
        self._video: VideoState | None = None
        self._trial: AnalysisJob[str] | None = None
        self._stale_folder = False
        self._next_report_s = 0.0
        self._calls: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._settled = threading.Event()
        self._settled.set()
        self._thread = threading.Thread(target=self._live, name="suggestion-session", daemon=True)
        self._thread.start()
        self._call(self._memory.greet)
        self._try_provider()

    @property
    def fit_by(self) -> FitBy:
        """What fits are computed from: see `Ranker.fit_by`."""
        return self._ranker.fit_by

    def set_music_folder(self, folder: Path) -> None:
        """Scan `folder`, recall what is known of its tracks, analyse the rest; gives an earlier folder up."""
        self._call(lambda: self._begin_folder(folder))

    def set_music_folders(self, folders: Sequence[Path]) -> None:
        """Like `set_music_folder`, for several."""
        for folder in folders[:1]:
            self.set_music_folder(folder)

    def rescan(self) -> None:
        """Look anew at what the folders hold."""

    def set_query(self, query: Query, order: Order) -> None:
        """Rank, or list while there is no video, only what `query` asks for, in that order."""

    def set_in_view(self, paths: Sequence[Path]) -> None:
        """Tell which rows are on the screen: they are listened to and placed next."""

    def set_marks(self, path: Path, marks: Marks) -> None:
        """Keep what the user says of a track."""

    def pause_indexing(self) -> None:
        """Listen to no more tracks for now; the ones in hand are finished."""

    def resume_indexing(self) -> None:
        """Go on listening."""

    def set_pace(self, pace: "IndexPace") -> None:
        """Set with how many workers, and when, tracks are listened to."""

    def try_again(self, paths: Sequence[Path] | None) -> None:
        """Listen again to files that failed; None: to all of them."""

    def set_video(self, video: Path) -> None:
        """Analyse `video` and rank the folder for it; an earlier video is given up."""
        self._call(lambda: self._begin_video(video))

    def set_range(self, chosen: VideoRange | None) -> None:
        """Rank and place the tracks for a range of the video set last; None for all of it.

        Nothing is analysed again. What the video doesn't have of it is left out; a range it has nothing of
        is told by `video_failed`. Another video begins whole.
        """
        self._call(lambda: self._begin_range(chosen))

    def find_speech(self) -> None:
        """Find where somebody speaks in the sound of the video set last; another video ends the search."""
        self._call(self._speech.find)

    def cancel_video(self) -> None:
        """Give up the video's analysis."""
        self._call(self._end_video)

    def cancel_folder(self) -> None:
        """Give up the analysis of the folder's remaining tracks; what is done stays ranked."""
        self._call(self._cancel_folder_jobs)

    def track_analysis(self, path: Path) -> TrackAnalysis | None:
        """Return what is known of a track of the folder, or None. Any thread; never blocks."""
        folder = self._folder
        track = folder.tracks.get(path) if folder is not None else None
        return track.analysis if track is not None else None

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until nothing is left to scan, analyse or rank; tell whether that came about."""
        return self._settled.wait(timeout_s)

    def close(self) -> None:
        """Give everything up, end the workers and return within a few seconds."""
        self._calls.put(None)
        self._pool.close()
        self._thread.join(5.0)
        self._memory.close()

    def _call(self, call: Callable[[], None]) -> None:
        self._settled.clear()
        self._calls.put(call)

    def _live(self) -> None:
        while True:
            patience_s = max(0.0, self._next_report_s - time.monotonic()) if self._is_stale() else None
            try:
                call = self._calls.get(timeout=patience_s)
                if call is None:
                    return
                self._guard(call)
            except queue.Empty:
                pass
            if time.monotonic() >= self._next_report_s or self._is_idle():
                self._guard(self._report)
            if self._is_idle() and not self._is_stale():
                self._settled.set()

    def _guard(self, call: Callable[[], None]) -> None:
        try:
            call()
        except Exception:
            _log.exception("The session stumbled")

    def _is_idle(self) -> bool:
        folder, video = self._folder, self._video
        busy = (folder is not None and folder.busy) or (video is not None and video.job)
        busy = busy or self._proxies.busy or self._speech.busy
        return not busy and self._trial is None and self._calls.empty()

    def _is_stale(self) -> bool:
        return self._stale_folder or (self._video is not None and self._video.scores.fresh)

    def _try_provider(self) -> None:
        """Learn at once what the encoders run on; the worker is warm by the time a video comes."""
        self._settled.clear()
        self._trial = self._pool.submit(
            try_provider,
            subject=self._pack.folder,
            lane="interactive",
            done=lambda outcome: self._call(lambda: self._provider_tried(outcome)),
        )

    def _provider_tried(self, outcome: Outcome[str]) -> None:
        self._trial = None
        if isinstance(outcome, Done):
            self._listener.provider_active(outcome.result)
        elif isinstance(outcome, Failed):
            self._listener.provider_failed(outcome.sentence)

    # The folder

    def _begin_folder(self, folder: Path) -> None:
        self._cancel_folder_jobs()
        begun = self._folder = FolderState(folder)
        if self._video is not None:
            self._video.scores.clear()
        threading.Thread(target=self._scan, args=(begun,), name="folder-scan", daemon=True).start()

    def _scan(self, folder: FolderState) -> None:
        """Find the folder's files, on a thread of its own."""
        unreadable: list[tuple[Path, str]] = []
        try:
            paths = list(scan_folder(folder.path, lambda path, why: unreadable.append((path, why))))
        except TivmError as error:
            sentence = str(error)
            self._call(lambda: self._folder_lost(folder, sentence))
            return
        self._call(lambda: self._folder_scanned(folder, paths, unreadable))

    def _folder_lost(self, folder: FolderState, sentence: str) -> None:
        if folder is self._folder:
            folder.scanned = True
            self._listener.folder_failed(folder.path, sentence)

    def _folder_scanned(
        self, folder: FolderState, paths: list[Path], unreadable: list[tuple[Path, str]]
    ) -> None:
        if folder is not self._folder:
            return
        folder.scanned = True
        folder.total = len(paths) + len(unreadable)
        folder.skipped.update(unreadable)
        self._stale_folder = True
        if not folder.total:
            sentence = f"There is no music in {folder.path}; choose a folder with audio files in it."
            self._listener.folder_failed(folder.path, sentence)
        self._take_in(folder, paths)

    def _take_in(self, folder: FolderState, paths: list[Path]) -> None:
        """Recall or submit a few files, the rest later: the listener hears in between."""
        if folder is not self._folder or folder.cancelled:
            return
        for path in paths[:_TAKEN_AT_ONCE]:
            self._recall_or_analyse(folder, path)
        if rest := paths[_TAKEN_AT_ONCE:]:
            folder.waiting = len(rest)
            self._call(lambda: self._take_in(folder, rest))
        else:
            folder.waiting = 0

    def _recall_or_analyse(self, folder: FolderState, path: Path) -> None:
        """Take the track from memory, or have it analysed."""
        known = self._memory.track(path)
        if isinstance(known, AnalysedTrack):
            self._add_track(folder, path, known)
        elif isinstance(known, str):
            self._skip_track(folder, path, known)
        else:
            folder.jobs[path] = self._pool.submit(
                analyse_track,
                path,
                subject=path,
                done=lambda outcome: self._call(lambda: self._track_ended(folder, path, outcome)),
            )

    def _track_ended(self, folder: FolderState, path: Path, outcome: Outcome[AnalysedTrack]) -> None:
        folder.jobs.pop(path, None)
        if isinstance(outcome, Done):
            self._memory.keep_track(path, outcome.result)
        elif isinstance(outcome, Failed) and outcome.lasting:
            self._memory.keep_failure(path, outcome.sentence)
        if folder is not self._folder:
            return
        if isinstance(outcome, Done):
            self._add_track(folder, path, outcome.result)
        elif isinstance(outcome, Failed):
            self._skip_track(folder, path, outcome.sentence)
            self._tell_if_lost(folder)

    def _tell_if_lost(self, folder: FolderState) -> None:
        """Say once that the folder itself is gone; its remaining tracks are skipped one by one."""
        if not folder.lost and not folder.path.is_dir():
            folder.lost = True
            sentence = f"The folder {folder.path} is not there any more; put it back or choose another."
            self._listener.folder_failed(folder.path, sentence)

    def _add_track(self, folder: FolderState, path: Path, found: AnalysedTrack) -> None:
        """Describe and score a track; one that can't be is skipped with a reason, never unseen."""
        try:
            track = self._ranker.track(path, found)
            if self._video is not None:
                self._video.scores.add(track)
        except Exception as error:
            _log.exception("%s can't be ranked", path)
            self._skip_track(folder, path, f"{path.name} can't be ranked ({error}); please report it.")
            return
        folder.tracks[path] = track
        self._stale_folder = True

    def _skip_track(self, folder: FolderState, path: Path, sentence: str) -> None:
        folder.skipped[path] = sentence
        self._stale_folder = True

    def _cancel_folder_jobs(self) -> None:
        if self._folder is not None:
            self._folder.cancel()

    # The video

    def _begin_video(self, path: Path) -> None:
        self._end_video()
        self._speech.set_video(path)
        video = self._video = VideoState(path, Scores(self._ranker))
        known = self._memory.video(path)
        if known is not None:
            self._video_known(video, known)
            self._proxies.recalled(path)
            return
        video.job = self._pool.submit(
            analyse_video_with_proxy,
            path,
            self._proxies.place_for(path),
            subject=path,
            lane="interactive",
            progress=lambda done_s, total_s: self._call(lambda: self._video_moved(video, done_s, total_s)),
            done=lambda outcome: self._call(lambda: self._video_ended(video, outcome)),
        )

    def _end_video(self) -> None:
        self._proxies.cancel()
        if self._video is not None and self._video.job is not None:
            self._video.job.cancel()
        self._video = None

    def _video_moved(self, video: VideoState, done_s: float, total_s: float) -> None:
        if video is self._video:
            self._listener.video_progress(video.path, done_s, total_s)

    def _video_ended(self, video: VideoState, outcome: Outcome[AnalysedVideo]) -> None:
        video.job = None
        if isinstance(outcome, Done):
            self._memory.keep_video(video.path, outcome.result.analysis)
        if video is not self._video:
            return
        if isinstance(outcome, Done):
            self._video_known(video, outcome.result.analysis)
            self._proxies.analysed(video.path, outcome.result.proxy_problem)
        elif isinstance(outcome, Failed):
            self._listener.video_failed(video.path, outcome.sentence)

    def _tell_proxy(self, video: Path, proxy: Path) -> None:
        if self._video is not None and video == self._video.path:
            self._listener.proxy_ready(video, proxy)

    def _video_known(self, video: VideoState, analysis: VideoAnalysis) -> None:
        video.analysis = analysis
        self._listener.video_ready(video.path, analysis)
        self._rank(video)

    # The list

    def _begin_range(self, chosen: VideoRange | None) -> None:
        """Rank for the range once no newer one waits."""
        video = self._video
        if video is not None:
            video.chosen = chosen
            self._call(lambda: self._rank_if_newest(video, chosen))

    def _rank_if_newest(self, video: VideoState, chosen: VideoRange | None) -> None:
        if video is self._video and video.chosen is chosen:
            self._rank(video)

    def _rank(self, video: VideoState) -> None:
        try:
            video.rank(list(self._folder.tracks.values()) if self._folder is not None else [])
        except TivmError as error:
            self._listener.video_failed(video.path, str(error))

    def _report(self) -> None:
        self._next_report_s = time.monotonic() + _REPORT_INTERVAL_S
        folder, video = self._folder, self._video
        if self._stale_folder and folder is not None:
            self._stale_folder = False
            skipped = tuple(SkippedTrack(path, why) for path, why in sorted(folder.skipped.items()))
            self._listener.folder_progress(folder.path, folder.done, folder.total, skipped)
        self._stale_folder = False
        if video is not None and video.scores.fresh:
            self._listener.ranked(video.path, video.scores.order())
