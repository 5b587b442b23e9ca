"""Looking for updates: asked for by the user, told in one line, never downloaded and never in the way."""

import logging
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tivm_desktop.bundle import Build
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.message_bar import MessageBar
from tivm_desktop.gui.outside import open_page
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.settings_values import LOOKED, today
from tivm_desktop.gui.wording import day, fault

if TYPE_CHECKING:
    from tivm_desktop.online.updates import Update

_TELL_AGAIN_MS = 60_000
"""How long a notice waits where the message bar says something else."""

_log = logging.getLogger(__name__)


class UpdateControl(QObject):
    """Asks on a thread of its own; what the user did not ask for fails in silence.

    The thread is no `Lane`: looking up a server's name can't be broken off, and the program must not wait for
    that when it ends.
    """

    changed = Signal()
    """What is known of updates is another."""

    def __init__(
        self, build: Build, marshal: Marshal, settings: Settings, message: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._build = build
        self._marshal = marshal
        self._settings = settings
        self._message = message
        self._asked = False
        self.looking = False
        self.sentence = ""
        """What was found out, or went wrong; empty before anybody asked."""
        self.found: Update | None = None
        self._later = QTimer(self, singleShot=True, interval=_TELL_AGAIN_MS)
        self._later.timeout.connect(self._tell)

    @property
    def known(self) -> bool:
        """Whether this build knows where updates are published."""
        return bool(self._build.releases)

    def look(self, *, asked: bool) -> None:
        """Look for an update.

        Args:
            asked: whether the user waits for the answer; else only an update is told.
        """
        if not self.known:
            return
        self._asked = self._asked or asked
        if asked:
            self.sentence = tr("Looking for updates…")
        if not self.looking:
            self.looking = True
            Thread(target=self._ask, name="updates", daemon=True).start()
        self.changed.emit()

    def open_page(self) -> None:
        """Open the page of the update that was found, in the browser."""
        if self.found is not None:
            open_page(self.found.page, self._message.say)

    def _ask(self) -> None:
        """Runs on the thread."""
        try:
            from tivm_desktop.online.updates import look_for_update

            found = look_for_update(self._build.releases, self._build.version)
        except TivmError as error:
            self._marshal.post(partial(self._fail, spoken(str(error))))
        except Exception as error:
            _log.exception("looking for updates failed")
            self._marshal.post(partial(self._fail, fault(error)))
        else:
            self._marshal.post(partial(self._take, found))

    def _fail(self, sentence: str) -> None:
        _log.info("no answer about updates: %s", sentence)
        self._end(sentence if self._asked else "")

    def _take(self, found: "Update | None") -> None:
        self._settings.remember(LOOKED, today().isoformat())
        self.found = found
        if found is None:
            self._end(tr("TIVM Desktop {version} is the latest version.").format(version=self._build.version))
            return
        self._end(
            tr("Version {version} of {day} is published.").format(
                version=found.version, day=day(found.published)
            )
        )
        self._tell()

    def _end(self, sentence: str) -> None:
        self.looking = False
        self._asked = False
        self.sentence = sentence
        self.changed.emit()

    def _tell(self) -> None:
        """Say in the message bar what was found, once it says nothing else."""
        if self.found is None:
            return
        if self._message.text():
            self._later.start()
        else:
            out = tr("TIVM Desktop {version} is out.").format(version=self.found.version)
            self._message.notice(out, tr("Open page"), self.open_page)
