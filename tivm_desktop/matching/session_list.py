"""What a session tells of its library, and how often: the status, what was found, or the ranked list."""

import time
from pathlib import Path

from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.music_library import MusicLibrary
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.session_video import SessionVideo
from tivm_desktop.matching.track_lister import TrackLister

_REPORT_INTERVAL_S = 0.25
_SHARE = 0.1
"""Of its time that the session takes at most to list a library anew while it changes."""
_PLACED_FOR_S = 0.02
"""How long rows are placed before the session hears what is asked of it again."""


class SessionList:
    """Keeps the list in step with library, video and query. One thread, the session's."""

    def __init__(
        self, library: MusicLibrary, video: SessionVideo, ranker: Ranker, listener: SessionListener
    ) -> None:
        """Begin with nothing listed.

        Args:
            library: what is listed.
            video: what it is ranked for.
            ranker: ranks it.
            listener: hears it.
        """
        self._library = library
        self._video = video
        self._listener = listener
        self._lister = TrackLister(library, ranker)
        self._query, self._order = Query(), Order()
        self._stale_library = self._stale_list = False
        self._listed, self._total, self._listed_version = 0, 0, -1
        self._next_report_s = 0.0

    @property
    def busy(self) -> bool:
        """Whether there are rows to be placed still."""
        shortlist = self._video.shortlist
        return shortlist is not None and shortlist.busy

    @property
    def stale(self) -> bool:
        """Whether there is something that was not told yet."""
        shortlist = self._video.shortlist
        return self._stale_library or self._stale_list or (shortlist is not None and shortlist.fresh)

    @property
    def due_s(self) -> float | None:
        """Seconds until there is something to do; None for nothing."""
        if self.busy:
            return 0.0
        return max(0.0, self._next_report_s - time.monotonic()) if self.stale else None

    def library_changed(self) -> None:
        """Tell of the library with the next report."""
        self._stale_library = True
        self._stale_list |= self._library.version != self._listed_version
        if not self._listed:
            self._next_report_s = 0.0  # nothing is on the screen yet: whatever there is, at once

    def list_anew(self) -> None:
        """List at once, since something else is asked for."""
        self._stale_list, self._next_report_s = True, 0.0

    def look_for(self, query: Query, order: Order) -> None:
        """List only what `query` asks for, in that order."""
        self._query, self._order = query, order
        self.list_anew()

    def prefer(self, paths: tuple[Path, ...]) -> None:
        """Place these rows next, in this order."""
        shortlist = self._video.shortlist
        if shortlist is not None:
            shortlist.prefer(paths)

    def place(self) -> None:
        """Place rows for a moment."""
        shortlist = self._video.shortlist
        if shortlist is not None:
            shortlist.place_for(_PLACED_FOR_S)

    def report(self, *, at_once: bool) -> None:
        """Tell what is new, if that is due or nothing is to be waited for."""
        begun_s = time.monotonic()
        if not at_once and begun_s < self._next_report_s:
            return
        if self._stale_library:
            self._stale_library = False
            self._listener.library_changed(self._library.status)
        if self._stale_list:
            self._stale_list = False
            self._list()
        path, shortlist = self._video.path, self._video.shortlist
        if path is not None and shortlist is not None and shortlist.fresh:
            self._listener.ranked(path, shortlist.order(), self._total)
        now_s = time.monotonic()
        self._next_report_s = now_s + max(_REPORT_INTERVAL_S, (now_s - begun_s) / _SHARE)

    def _list(self) -> None:
        """Put the list in order, and place its head."""
        self._listed_version = self._library.version
        placing, shortlist = self._video.placing, self._video.shortlist
        if self._video.path is None:
            found, total = self._lister.found(self._query, self._order)
            self._listed = len(found)
            self._listener.found(found, total)
        elif placing is not None and shortlist is not None:
            listed, self._total = self._lister.ranked(placing.video, self._query, self._order)
            self._listed = len(listed)
            shortlist.show(listed)
            self._library.rank([one.path for one in listed])
