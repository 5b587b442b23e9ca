"""What goes on from one run of the window to the next: mark, session, being the only window."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.orderly_end import OrderlyEnd
from tivm_desktop.gui.player_protocol import AuditionState
from tivm_desktop.gui.qt_messages import QtMessages
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.settings_values import is_continued
from tivm_desktop.gui.single_instance import Turn
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.ended import Ended
from tivm_desktop.runs.handover import Handover
from tivm_desktop.runs.mark import ENDING, RUNNING

if TYPE_CHECKING:
    from tivm_desktop.gui.crash_notice import CrashNotice
    from tivm_desktop.gui.doorbell import Doorbell
    from tivm_desktop.gui.kept_session import SessionKeeper
    from tivm_desktop.gui.session_restore import SessionRestore
    from tivm_desktop.gui.window import MainWindow
    from tivm_desktop.runs.kept_session import KeptSession

BEAT_MS = 60_000
"""How often the mark is renewed: when a run ended is known as exactly, where it left no stack."""
MOST_RESTORES = 2
"""After so many runs in a row that a session ended within a minute it is not brought back by itself."""
BESIDE = tr_noop(
    "Another TIVM Desktop is open and does not answer. This window works beside it and shares its library; "
    "what you do here is not kept for the next start."
)
_log = logging.getLogger(__name__)


class KeepingOn(QObject):
    """Joins the parts; made before the window is shown, ended after the event loop.

    Args:
        asked: whether the command line asks for something, which goes before any session.
    """

    def __init__(
        self,
        application: QGuiApplication,
        window: "MainWindow",
        engine: Engine,
        settings: Settings,
        profile: Profile,
        turn: Turn,
        ended: Ended | None,
        *,
        asked: bool,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._settings = settings
        self._profile = profile
        self._turn = turn
        self._ended = ended
        self._asked = asked
        self._last: KeptSession | None = None
        self._session: KeptSession | None = None
        self._bell: Doorbell | None = None
        self._device: str | None = ""
        self._lane = Lane(engine.marshal, "keeping")
        self._keeper: SessionKeeper | None = None
        self._restore: SessionRestore | None = None
        self._notice: CrashNotice | None = None
        self._signals = OrderlyEnd(application, window)
        self._signals.logging_out.connect(self._keep_all)
        self._messages = QtMessages(self._screen_gone)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(lambda: self._note(state=RUNNING, steady=True))
        window.usable.connect(self._begin)
        window.closing.connect(self._on_closing)

    def finish(self) -> None:
        """Keep what is left, and tell the next start that this run came to its end."""
        if self._keeper is not None and self._keeper.is_keeping:
            self._last = self._keeper.now()  # nobody closed the window: its screen went away
        self._lane.close()
        self._write_last()
        self._signals.close()
        self._messages.close()
        if self._turn.mark is not None:
            self._turn.mark.end()

    # Beginning

    def _begin(self) -> None:
        _log.info("the window can be used")
        if self._turn.beside:
            self._window.tell(tr(BESIDE))
        if self._turn.mark is None:
            return
        from tivm_desktop.gui.kept_session import SessionKeeper
        from tivm_desktop.gui.session_restore import SessionRestore
        from tivm_desktop.runs.kept_session import read_session

        window, engine, file = self._window, self._engine, self._profile.session_file
        self._keeper = SessionKeeper(window, engine, self._lane, file, window.tell)
        self._restore = SessionRestore(window, engine, self._lane)
        self._restore.coming.connect(self._keeper.expect)
        if self._ended is not None:
            from tivm_desktop.gui.crash_notice import CrashNotice

            self._notice = CrashNotice(window, engine, self._lane, self._profile, self._ended)
        self._note(state=RUNNING)
        self._beat.start()
        engine.marshal.provider_named.connect(lambda name: self._note(provider=name))
        engine.state_changed.connect(self._note_device)
        self._restore.opened.connect(self._on_restored)
        self._restore.failed.connect(self._on_not_restored)
        decide = partial(self._decide, self._keeper, self._restore)
        self._lane.submit(partial(read_session, file), decide, window.tell)
        QTimer.singleShot(0, self._listen)

    def _decide(
        self, keeper: "SessionKeeper", restore: "SessionRestore", session: "KeptSession | None"
    ) -> None:
        """Bring the session back, offer it, or leave it."""
        self._session = session
        keeper.start()
        mark, said = self._turn.mark, ""
        busy = self._asked or self._engine.video is not None
        if session is not None and not busy and mark is not None:
            wanted = self._ended is not None or is_continued(self._settings)
            if wanted and mark.facts.failed_before < MOST_RESTORES:
                self._note(restored=True)
                restore.bring_back(session)
                return
            if wanted:
                said = tr(
                    "As this was the third time in a row, what you were at is not brought back by itself."
                )
            self._window.empty.start.offer_continue(session.video.name)
            self._window.empty.continue_wanted.connect(partial(restore.bring_back, session))
        if self._notice is not None:
            self._notice.session_is(session, said)

    def _on_restored(self, lost: str) -> None:
        if self._notice is not None:
            self._notice.session_is(self._session, lost or tr("You are back where you were."))

    def _on_not_restored(self, sentence: str) -> None:
        if self._notice is not None and self._notice.is_waiting:
            self._notice.session_is(self._session, spoken(sentence))
        else:
            self._window.tell(sentence)

    # The only window

    def _listen(self) -> None:
        from tivm_desktop.gui.doorbell import Doorbell, clear_away

        mark = self._turn.mark
        if mark is None:
            return
        if mark.last is not None and mark.last.server:
            clear_away(mark.last.server)
        self._bell = Doorbell(self)
        self._bell.rung.connect(self._on_rung)
        self._note(server=self._bell.listen())

    def _on_rung(self, said: Handover) -> None:
        from tivm_desktop.gui.doorbell import come_to_front

        _log.info("a later start handed over %d files or folders", len(said.paths))
        come_to_front(self._window, said.token)
        if said.paths:
            self._engine.take_in(said.paths)

    # Ending

    def _on_closing(self) -> None:
        self._beat.stop()
        if self._keeper is not None:
            self._keeper.stop()
            self._last = self._keeper.now()
        self._end_is_wanted()
        if self._bell is not None:
            self._bell.close()

    def _keep_all(self) -> None:
        """The user logs out: keep all at once, and whatever comes now is no crash."""
        self._last = self._keeper.now() if self._keeper is not None else None
        self._write_last()
        self._end_is_wanted()

    def _screen_gone(self) -> None:
        """The desktop went away under the window; Qt ends the program without another word."""
        self._end_is_wanted()

    def _end_is_wanted(self) -> None:
        if self._turn.mark is not None:
            self._turn.mark.note(state=ENDING)

    def _write_last(self) -> None:
        if self._last is None or self._turn.mark is None:
            return
        from tivm_desktop.runs.kept_session import write_session

        try:
            write_session(self._profile.session_file, self._last)
        except TivmError as error:
            _log.warning("%s", error)

    def _note_device(self, state: AuditionState) -> None:
        if state.device != self._device:
            self._device = state.device
            self._note(device=state.device or "none, playing silently")

    def _note(self, **changes: object) -> None:
        mark = self._turn.mark
        if mark is not None:
            self._lane.submit(partial(mark.note, **changes), lambda _: None, self._window.tell)
