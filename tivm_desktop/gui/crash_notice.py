"""Says that the run before ended unexpectedly, and offers a report of it to be copied."""

import logging
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.wording import day
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.ended import Ended
from tivm_desktop.runs.kept_session import KeptSession
from tivm_desktop.runs.mark import STARTING

if TYPE_CHECKING:
    from tivm_desktop.gui.window import MainWindow

WAIT_MS = 8000
"""How long the sentence waits for what it says of the library and the session."""
GREETING_MS = 400
"""How soon after it was opened, and checked, the library has said what was wrong with it."""
COPY = tr_noop("Copy report")
COPIED = tr_noop("The report is in the clipboard: paste it into a message. Nothing was sent anywhere.")
_log = logging.getLogger(__name__)


class CrashNotice(QObject):
    """Waits until the library is open and the session is back or isn't, then says both in one sentence."""

    def __init__(
        self, window: "MainWindow", engine: Engine, lane: Lane, profile: Profile, ended: Ended
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._lane = lane
        self._profile = profile
        self._ended = ended
        self._report = ""
        self._session: KeptSession | None = None
        self._of_session: str | None = None
        self._of_library: str | None = None
        self._shown = False
        engine.marshal.warning_given.connect(self._on_warning)
        self._greeting = QTimer(self, singleShot=True, interval=GREETING_MS)
        self._greeting.timeout.connect(self._on_library)
        engine.pack_named.connect(self._greeting.start)
        self._waiting = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._waiting.timeout.connect(self._show)
        self._waiting.start()

    @property
    def is_waiting(self) -> bool:
        """Whether the sentence is still to come."""
        return not self._shown

    def session_is(self, session: KeptSession | None, sentence: str) -> None:
        """Hear what became of the session.

        Args:
            session: what was kept; None if nothing was.
            sentence: what to say of it, empty for nothing.
        """
        self._session = session
        self._of_session = sentence
        self._show_if_known()

    def _on_warning(self, sentence: str) -> None:
        """Say in the same breath what was wrong with the library."""
        if self._of_library is None:
            self._of_library = spoken(sentence)
            self._show_if_known()

    def _on_library(self) -> None:
        if self._of_library is None:
            self._of_library = tr("Your library is whole.")
            self._show_if_known()

    def _show_if_known(self) -> None:
        if self._of_session is not None and self._of_library is not None:
            self._show()

    def _show(self) -> None:
        if self._shown:
            return
        self._shown = True
        self._waiting.stop()
        said = (what_happened(self._ended, self._session), self._of_library, self._of_session)
        sentence = " ".join(filter(None, said))
        compose = partial(_report, self._ended, self._profile, self._private())
        self._lane.submit(compose, partial(self._tell, sentence), self._window.tell)

    def _tell(self, sentence: str, report: str) -> None:
        self._report = report
        message = self._window.message
        if not message.action() and message.text() not in sentence:
            sentence = f"{sentence} {message.text()}"
        _log.info("told: %s", sentence)
        message.notice(sentence, tr(COPY), self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._window.status.say(tr(COPIED))

    def _private(self) -> Sequence[Path]:
        session = self._session
        seen = [path.parent for path in (session.video, session.track) if path] if session is not None else []
        return [*self._engine.library.folders, *seen]


def what_happened(ended: Ended, session: KeptSession | None) -> str:
    """Say when it was, and what the program was at.

    Args:
        ended: the run.
        session: what it had kept last.
    """
    when = said_at(ended.at)
    if ended.facts.state == STARTING:
        return tr("TIVM Desktop ended unexpectedly {when} while it was starting.").format(when=when)
    if session is None:
        return tr("TIVM Desktop ended unexpectedly {when}.").format(when=when)
    name = session.video.name
    if session.playing:
        return tr("TIVM Desktop ended unexpectedly {when} while {name} was playing.").format(
            when=when, name=name
        )
    return tr("TIVM Desktop ended unexpectedly {when} with {name} open.").format(when=when, name=name)


def said_at(time_s: float, now: datetime | None = None) -> str:
    """Say when something was: today at 14:02, on 23 Nov at 14:02.

    Args:
        time_s: seconds since the epoch.
        now: of the day that is today; the clock's, if None.
    """
    then, today = datetime.fromtimestamp(time_s).astimezone(), (now or datetime.now().astimezone())
    time = f"{then:%H:%M}"
    if then.date() == today.date():
        return tr("today at {time}").format(time=time)
    written = day(then.date(), with_year=then.year != today.year)
    return tr("on {day} at {time}").format(day=written, time=time)


def _report(ended: Ended, profile: Profile, private: Sequence[Path]) -> str:
    """Write the report and keep it beside the logs; one that can't be kept can still be copied."""
    from tivm_desktop.runs.report import compose, privacy_of, save

    text = compose(ended, privacy_of(profile, private))
    try:
        save(profile.log_folder, text, ended)
    except OSError as error:
        _log.warning("the report can't be kept: %s", error)
    return text
