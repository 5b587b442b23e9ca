"""What the window wants of the music library: told to the session, or kept until there is one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.marks import Marks
from tivm_desktop.gui.session_protocol import MatchingSession


class LibraryWishes:
    """Folders, search and pace hold until others are wanted; marks and looks are for the moment."""

    def __init__(self, session: Callable[[], MatchingSession | None]) -> None:
        self._session = session
        self._folders: tuple[Path, ...] = ()
        self._asked: tuple[Query, Order] | None = None
        self._pace: IndexPace | None = None
        self._held = False

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders whose music is ranked."""
        return self._folders

    def set_folders(self, folders: Sequence[Path]) -> None:
        """Have the music of these folders analysed and ranked, and no other's."""
        self._folders = tuple(folders)
        self._with_session(lambda session: session.set_music_folders(self._folders))

    def rescan(self) -> None:
        """Look anew at what the folders hold."""
        self._with_session(lambda session: session.rescan())

    def look_for(self, query: Query, order: Order) -> None:
        """Rank, or list while there is no video, only what `query` asks for, in that order."""
        self._asked = query, order
        self._with_session(lambda session: session.set_query(query, order))

    def set_in_view(self, paths: Sequence[Path]) -> None:
        """Tell which rows are on the screen, the most wanted first."""
        self._with_session(lambda session: session.set_in_view(paths))

    def set_marks(self, path: Path, marks: Marks) -> None:
        """Keep what the user says of a track."""
        self._with_session(lambda session: session.set_marks(path, marks))

    def hold_indexing(self, *, held: bool) -> None:
        """Have no more tracks listened to for now, or go on."""
        self._held = held
        self._with_session(_hold if held else _release)

    def set_pace(self, pace: IndexPace) -> None:
        """Have tracks listened to with so many workers, and only when it says."""
        self._pace = pace
        self._with_session(lambda session: session.set_pace(pace))

    def try_again(self, paths: Sequence[Path] | None = None) -> None:
        """Have files listened to again that failed; None: all of them."""
        self._with_session(lambda session: session.try_again(paths))

    def tell(self, session: MatchingSession) -> None:
        """Tell a session that has just begun what holds."""
        if self._pace is not None:
            session.set_pace(self._pace)
        if self._held:
            session.pause_indexing()
        if self._asked is not None:
            session.set_query(*self._asked)
        if self._folders:
            session.set_music_folders(self._folders)

    def _with_session(self, call: Callable[[MatchingSession], None]) -> None:
        session = self._session()
        if session is not None:
            call(session)


def _hold(session: MatchingSession) -> None:
    session.pause_indexing()


def _release(session: MatchingSession) -> None:
    session.resume_indexing()
