"""Suggestions that keep up: a library and a video in, a settling ranked list out.

One thread, the session's own, owns all state; calls from outside and outcomes from the workers reach it
through a queue. The listener is called on that thread.
"""

from collections.abc import Sequence
from pathlib import Path

from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.encoders.speech_pack import default_speech_folder
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.proxy_cache import ProxyCache
from tivm_desktop.library.speech_cache import SpeechCache
from tivm_desktop.matching.asking import Asking
from tivm_desktop.matching.library_options import Ears, LibraryOptions
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.music_library import MusicLibrary
from tivm_desktop.matching.provider_trial import ProviderTrial
from tivm_desktop.matching.ranker import FitBy, Ranker
from tivm_desktop.matching.recall import Memory
from tivm_desktop.matching.session_list import SessionList
from tivm_desktop.matching.session_thread import SessionThread
from tivm_desktop.matching.session_video import SessionVideo
from tivm_desktop.matching.shared_sources import SharedSources
from tivm_desktop.matching.speech_search import SpeechSearch
from tivm_desktop.matching.tolerant import TolerantMemory
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.matching.workers import AnalysisPool


class SuggestionSession:
    """Ranks the tracks of a library for one video, and goes on while either arrives.

    Every method but `track_analysis`, `placed`, `wait` and `close` returns at once.
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
        self._thread = SessionThread("suggestion-session")
        post = self._thread.post
        memory = Memory(profile, pack)
        self._memory = TolerantMemory(memory, listener.warned)
        tools = ToolMaker(pack.folder, provider, profile.database, speech_folder or default_speech_folder())
        self._pool = AnalysisPool(tools, workers, profile.worker_log_file)
        self._asking = Asking(post)
        spans = SpeechCache(profile.speech_folder)
        self._speech = SpeechSearch(self._pool, tools.speech_folder, spans, self._asking, listener, post)
        library = library or LibraryOptions()
        self._shared = SharedSources.beside_library(profile, library.catalogues, pack, self._warn_later)
        self._library = MusicLibrary(
            pack,
            memory.store,
            profile.vectors_folder,
            self._pool,
            post,
            Ears(self._library_changed, listener.folder_failed, self._memory.warn),
            IndexPace(workers),
            library,
            self._shared,
        )
        self._video = SessionVideo(
            self._pool,
            self._memory,
            self._asking,
            proxies,
            self._ranker,
            self._library.recall,
            listener,
            post,
            self._list_anew,
        )
        self._list = SessionList(self._library, self._video, self._ranker, listener)
        self._trial = ProviderTrial(self._pool, pack.folder, listener, post)
        self._thread.start((self._place, self._report), lambda: self._list.due_s, self._is_settled)
        post(self._memory.greet)
        if self._shared:
            self.set_music_folders(())

    @property
    def fit_by(self) -> FitBy:
        """What fits are computed from: see `Ranker.fit_by`."""
        return self._ranker.fit_by

    def set_music_folders(self, folders: Sequence[Path]) -> None:
        """Take these for the library: look at them, list what is known, listen to the rest.

        Earlier ones are given up; what is known of their tracks is kept for when they come back.
        """
        chosen = tuple(folders)
        self._thread.post(lambda: self._library.set_folders(chosen))

    def rescan(self) -> None:
        """Look anew at what the folders hold."""
        self._thread.post(self._library.rescan)

    def set_query(self, query: Query, order: Order) -> None:
        """Rank, or list while there is no video, only what `query` asks for, in that order."""
        self._thread.post(lambda: self._list.look_for(query, order))

    def set_in_view(self, paths: Sequence[Path]) -> None:
        """Tell which rows are on the screen, the most wanted first: they are listened to and placed next."""
        chosen = tuple(paths)
        self._thread.post(lambda: self._prefer(chosen))

    def set_marks(self, path: Path, marks: Marks) -> None:
        """Keep what the user says of a track."""
        self._thread.post(lambda: self._library.set_marks(path, marks))

    def pause_indexing(self) -> None:
        """Listen to no more tracks for now; the ones in hand are finished."""
        self._thread.post(lambda: self._library.hold(paused=True))

    def resume_indexing(self) -> None:
        """Go on listening."""
        self._thread.post(lambda: self._library.hold(paused=False))

    def set_pace(self, pace: IndexPace) -> None:
        """Set with how many workers, and when, tracks are listened to."""
        self._thread.post(lambda: self._library.set_pace(pace))

    def try_again(self, paths: Sequence[Path] | None) -> None:
        """Listen again to files that failed; None: to all of them."""
        chosen = None if paths is None else tuple(paths)
        self._thread.post(lambda: self._library.try_again(chosen))

    def set_video(self, video: Path) -> None:
        """Analyse `video` and rank the library for it; an earlier video is given up."""
        self._thread.post(lambda: self._begin_video(video))

    def set_range(self, chosen: VideoRange | None) -> None:
        """Rank and place the tracks for a range of the video set last; None for all of it.

        Nothing is analysed again. What the video doesn't have of it is left out; a range it has nothing of
        is told by `video_failed`. Another video begins whole.
        """
        self._thread.post(lambda: self._video.choose(chosen))

    def find_speech(self) -> None:
        """Find where somebody speaks in the sound of the video set last; another video ends the search."""
        self._thread.post(self._speech.find)

    def cancel_video(self) -> None:
        """Give up the video's analysis."""
        self._thread.post(self._video.end)

    def track_analysis(self, path: Path) -> TrackAnalysis | None:
        """Return the full analysis of a track, or None. Any thread; a millisecond where it has to be read."""
        shortlist = self._video.shortlist
        return self._library.track(path, shortlist.audio_id(path) if shortlist is not None else "")

    def placed(self, path: Path) -> Suggestion | None:
        """Return a row of the list placed, if it can be, at once. Any thread; a few milliseconds.

        None if it is not in the list.
        """
        shortlist = self._video.shortlist
        return shortlist.placed(path) if shortlist is not None else None

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until nothing is left to scan, analyse, rank or place; tell whether that came about."""
        return self._thread.wait(timeout_s)

    def close(self) -> None:
        """Give everything up, end the workers and return within a few seconds."""
        self._library.close()
        self._thread.end()
        self._pool.close()
        self._thread.join(5.0)
        self._asking.close()
        self._library.vectors.close()
        self._shared.close()
        self._memory.close()

    def _warn_later(self, sentence: str) -> None:
        self._thread.post(lambda: self._memory.warn(sentence))

    def _library_changed(self) -> None:
        self._list.library_changed()

    def _list_anew(self) -> None:
        self._list.list_anew()

    def _begin_video(self, video: Path) -> None:
        self._speech.set_video(video)
        self._video.begin(video)

    def _prefer(self, paths: tuple[Path, ...]) -> None:
        self._library.prefer(paths)
        self._list.prefer(paths)

    def _place(self) -> None:
        if self._thread.idle:
            self._list.place()

    def _report(self) -> None:
        self._list.report(at_once=self._is_idle())

    def _is_idle(self) -> bool:
        parts = (self._library, self._video, self._speech, self._list, self._trial, self._asking)
        return self._thread.idle and not any(part.busy for part in parts)

    def _is_settled(self) -> bool:
        return self._is_idle() and not self._list.stale
