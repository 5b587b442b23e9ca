"""Suggestions that keep up: a library and a video in, a settling ranked list out.

One thread, the session's own, owns all state; calls from outside and outcomes from the workers reach it
through a queue. The listener is called on that thread.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.encoders.speech_pack import default_speech_folder
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.proxies import ProxyCache
from tivm_desktop.library.speech_cache import SpeechCache
from tivm_desktop.matching.call_queue import CallQueue
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.listing import Listing
from tivm_desktop.matching.music_library import Ears, LibraryOptions, MusicLibrary
from tivm_desktop.matching.provider_trial import ProviderTrial
from tivm_desktop.matching.proxies import AnalysedVideo, Proxies, analyse_video_with_proxy
from tivm_desktop.matching.ranker import FitBy, Ranker
from tivm_desktop.matching.recall import Memory, stamp_of
from tivm_desktop.matching.session_state import VideoState
from tivm_desktop.matching.shared_sources import SharedSources
from tivm_desktop.matching.shortlist import Shortlist
from tivm_desktop.matching.speech_search import SpeechSearch
from tivm_desktop.matching.tolerant import TolerantMemory
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.matching.workers import AnalysisPool, Done, Failed, Outcome

_REPORT_INTERVAL_S = 0.25
_SHARE = 0.1
"""Of its time that the session takes at most to list a library anew while it changes."""
_PLACED_FOR_S = 0.02
"""How long rows are placed before the session hears what is asked of it again."""

_log = logging.getLogger(__name__)


class SuggestionSession:
    """Ranks the tracks of a library for one video, and goes on while either arrives.

    Every method but `track_analysis`, `placed` and `wait` returns at once.
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
        library: LibraryOptions | None = None,
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
            library: how it treats its music folders.

        Raises:
            FileError: the profile's folders or database can't be made.
            PackError: the pack's calibration or towers can't be used.
        """
        profile.create()
        self._ranker = Ranker(pack)
        self._listener = listener
        self._calls = CallQueue()
        memory = Memory(profile, pack)
        self._memory = TolerantMemory(memory, listener.warned)
        tools = ToolMaker(pack.folder, provider, profile.database, speech_folder or default_speech_folder())
        self._pool = AnalysisPool(tools, workers, profile.worker_log_file)
        self._speech = SpeechSearch(
            self._pool, tools.speech_folder, SpeechCache(profile.speech_folder), listener, self._call
        )
        self._proxies = Proxies(proxies, self._pool, self._call, self._tell_proxy, listener.warned)
        library = library or LibraryOptions()
        self._shared = SharedSources.beside_library(profile, library.catalogues, pack, self._warn_later)
        self._library = MusicLibrary(
            pack,
            memory.store,
            profile.vectors_folder,
            self._pool,
            self._call,
            Ears(self._library_changed, listener.folder_failed, self._memory.warn),
            IndexPace(workers),
            library,
            self._shared,
        )
        self._listing = Listing(self._library, self._ranker)
        self._query, self._order = Query(), Order()
        self._video: VideoState | None = None
        self._stale_library = self._stale_list = False
        self._listed, self._listed_version = 0, -1
        self._next_report_s = 0.0
        self._thread = threading.Thread(target=self._live, name="suggestion-session", daemon=True)
        self._trial = ProviderTrial(self._pool, pack.folder, listener, self._call)
        self._thread.start()
        self._call(self._memory.greet)
        if self._shared:
            self.set_music_folders(())

    @property
    def fit_by(self) -> FitBy:
        """What fits are computed from: see `Ranker.fit_by`."""
        return self._ranker.fit_by

    def set_music_folder(self, folder: Path) -> None:
        """Have one music folder: see `set_music_folders`."""
        self.set_music_folders([folder])

    def set_music_folders(self, folders: Sequence[Path]) -> None:
        """Take these for the library: look at them, list what is known, listen to the rest.

        Earlier ones are given up; what is known of their tracks is kept for when they come back.
        """
        chosen = tuple(folders)
        self._call(lambda: self._library.set_folders(chosen))

    def rescan(self) -> None:
        """Look anew at what the folders hold."""
        self._call(self._library.rescan)

    def set_query(self, query: Query, order: Order) -> None:
        """Rank, or list while there is no video, only what `query` asks for, in that order."""
        self._call(lambda: self._look_for(query, order))

    def set_in_view(self, paths: Sequence[Path]) -> None:
        """Tell which rows are on the screen, the most wanted first: they are listened to and placed next."""
        chosen = tuple(paths)
        self._call(lambda: self._prefer(chosen))

    def set_marks(self, path: Path, marks: Marks) -> None:
        """Keep what the user says of a track."""
        self._call(lambda: self._library.set_marks(path, marks))

    def pause_indexing(self) -> None:
        """Listen to no more tracks for now; the ones in hand are finished."""
        self._call(lambda: self._library.hold(paused=True))

    def resume_indexing(self) -> None:
        """Go on listening."""
        self._call(lambda: self._library.hold(paused=False))

    def set_pace(self, pace: IndexPace) -> None:
        """Set with how many workers, and when, tracks are listened to."""
        self._call(lambda: self._library.set_pace(pace))

    def try_again(self, paths: Sequence[Path] | None) -> None:
        """Listen again to files that failed; None: to all of them."""
        chosen = None if paths is None else tuple(paths)
        self._call(lambda: self._library.try_again(chosen))

    def set_video(self, video: Path) -> None:
        """Analyse `video` and rank the library for it; an earlier video is given up."""
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
        """Give up what is not known of the library's tracks; what is done stays ranked."""
        self._call(self._library.cancel)

    def track_analysis(self, path: Path) -> TrackAnalysis | None:
        """Return the full analysis of a track, or None. Any thread; a millisecond where it has to be read."""
        shortlist = self._shortlist()
        return self._library.track(path, shortlist.audio_id(path) if shortlist is not None else "")

    def placed(self, path: Path) -> Suggestion | None:
        """Return a row of the list placed, if it can be, at once. Any thread; a few milliseconds.

        None if it is not in the list.
        """
        shortlist = self._shortlist()
        return shortlist.placed(path) if shortlist is not None else None

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until nothing is left to scan, analyse, rank or place; tell whether that came about."""
        return self._calls.wait(timeout_s)

    def close(self) -> None:
        """Give everything up, end the workers and return within a few seconds."""
        self._library.close()
        self._calls.put(None)
        self._pool.close()
        self._thread.join(5.0)
        self._library.vectors.close()
        self._shared.close()
        self._memory.close()

    def _warn_later(self, sentence: str) -> None:
        self._call(lambda: self._memory.warn(sentence))

    def _call(self, call: Callable[[], None]) -> None:
        self._calls.put(call)

    def _live(self) -> None:
        while True:
            try:
                call = self._calls.get(self._patience_s())
                if call is None:
                    return
                self._guard(call)
            except queue.Empty:
                pass
            if self._calls.empty and (shortlist := self._shortlist()) is not None and shortlist.busy:
                self._guard(lambda: shortlist.place_for(_PLACED_FOR_S))
            if time.monotonic() >= self._next_report_s or self._is_idle():
                self._guard(self._report)
            if self._is_idle() and not self._is_stale():
                self._calls.settle()

    def _patience_s(self) -> float | None:
        """Seconds until there is something to do that nobody calls for."""
        shortlist = self._shortlist()
        if shortlist is not None and shortlist.busy:
            return 0.0
        return max(0.0, self._next_report_s - time.monotonic()) if self._is_stale() else None

    def _guard(self, call: Callable[[], None]) -> None:
        try:
            call()
        except Exception:
            _log.exception("The session stumbled")

    def _is_idle(self) -> bool:
        video = self._video
        shortlist = self._shortlist()
        busy = self._library.busy or (video is not None and video.job is not None)
        busy = busy or self._proxies.busy or self._speech.busy or (shortlist is not None and shortlist.busy)
        return not busy and not self._trial.busy and self._calls.empty

    def _is_stale(self) -> bool:
        shortlist = self._shortlist()
        return self._stale_library or self._stale_list or (shortlist is not None and shortlist.fresh)

    def _shortlist(self) -> Shortlist | None:
        """Any thread."""
        video = self._video
        return video.shortlist if video is not None else None

    # The library

    def _library_changed(self) -> None:
        self._stale_library = True
        self._stale_list |= self._library.version != self._listed_version
        if not self._listed:
            self._next_report_s = 0.0  # nothing is on the screen yet: whatever there is, at once

    def _look_for(self, query: Query, order: Order) -> None:
        self._query, self._order = query, order
        self._stale_list, self._next_report_s = True, 0.0

    def _prefer(self, paths: tuple[Path, ...]) -> None:
        self._library.prefer(paths)
        shortlist = self._shortlist()
        if shortlist is not None:
            shortlist.prefer(paths)

    # The video

    def _begin_video(self, path: Path) -> None:
        self._end_video()
        self._speech.set_video(path)
        video = self._video = VideoState(path, stamp_of(path))
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
            self._memory.keep_video(video.path, video.stamp, outcome.result.analysis)
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
            video.describe(self._ranker, self._library.recall)
        except TivmError as error:
            self._listener.video_failed(video.path, str(error))
        self._stale_list, self._next_report_s = True, 0.0

    def _report(self) -> None:
        begun_s = time.monotonic()
        if self._stale_library:
            self._stale_library = False
            self._tell_library()
        if self._stale_list:
            self._stale_list = False
            self._list()
        video = self._video
        if video is not None and video.shortlist is not None and video.shortlist.fresh:
            self._listener.ranked(video.path, video.shortlist.order())
        now_s = time.monotonic()
        self._next_report_s = now_s + max(_REPORT_INTERVAL_S, (now_s - begun_s) / _SHARE)

    def _tell_library(self) -> None:
        tally, folders = self._library.tally, self._library.folders
        if tally.scan_is_over and folders:
            self._listener.folder_progress(folders[0], tally.done, tally.total, tally.skipped)
        self._listener.library_changed(self._library.status)

    def _list(self) -> None:
        """Put the list in order, and place its head."""
        self._listed_version = self._library.version
        video = self._video
        if video is None:
            found, total = self._listing.found(self._query, self._order)
            self._listed = len(found)
            self._listener.found(found, total)
        elif video.placing is not None and video.shortlist is not None:
            listed = self._listing.ranked(video.placing.video, self._query, self._order)
            self._listed = len(listed)
            video.shortlist.show(listed)
            self._library.rank([one.path for one in listed])
