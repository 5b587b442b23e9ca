"""GPU support in the window: what there is, and getting or removing it on a thread of its own."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from tivm_desktop.bundle import Build
from tivm_desktop.domain.errors import CancelledError, TivmError
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.wording import fault, number, size

if TYPE_CHECKING:
    from tivm_desktop.encoders.cuda_driver import Driver
    from tivm_desktop.encoders.runtime_folder import GpuSupport
    from tivm_desktop.online.gpu_support import Phase

_DOING = {
    "checking": tr_noop("Checking: {done} of {total} GB"),
    "downloading": tr_noop("Downloading: {done} of {total} GB"),
    "unpacking": tr_noop("Unpacking: {done} of {total} GB"),
}
_GIGA = 1e9
_END_S = 3.0
_log = logging.getLogger(__name__)


class GpuWork(QObject):
    """Does one thing at a time; what is half done when the program ends is not there, or goes on later.

    The thread is no `Lane`: a silent server is waited for, and the program must not wait with it at its end.
    """

    changed = Signal()
    """What is known, or how far it is, is another."""

    def __init__(self, root: Path, build: Build, marshal: Marshal, parent: QObject) -> None:
        """Know nothing yet.

        Args:
            root: `data/gpu` of the profile.
            build: knows where releases are published, or that nobody publishes any.
            marshal: brings what the thread says to the GUI thread.
            parent: whose life this shares.
        """
        super().__init__(parent)
        self._root = root
        self._build = build
        self._marshal = marshal
        self._thread: Thread | None = None
        self._unwanted = Event()
        self._phase: Phase | None = None
        self.support: GpuSupport | None = None
        """What is installed; None before anybody looked."""
        self.looked = False
        """Whether what is known is known."""
        self.driver: Driver | None = None
        """What NVIDIA's driver says; None where there is none."""
        self.doing = ""
        """What is done now, in words; empty while nothing is."""
        self.part = 0.0
        """How much of it is done, 0..1."""
        self.sentence = ""
        """How the last thing ended."""
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether something is being got or removed."""
        return self._thread is not None

    def look(self) -> None:
        """Find out how things stand."""
        self._run("", self._look)

    def download(self) -> None:
        """Get GPU support from the project's releases."""
        self._run(tr("Asking for GPU support"), self._download)

    def add_from(self, folder: Path) -> None:
        """Get GPU support from wheels in a folder."""
        self._run(tr("Looking at the folder"), partial(self._add_from, folder))

    def remove(self) -> None:
        """Remove GPU support."""
        self._run(tr("Removing GPU support"), self._remove)

    def cancel(self) -> None:
        """Give up what is being done; what has come of a download stays for the next time."""
        self._unwanted.set()

    def close(self) -> None:
        """Give up what is being done, and wait a moment for it to be cleared away."""
        self._unwanted.set()
        if self._thread is not None:
            self._thread.join(_END_S)

    def _run(self, doing: str, work: Callable[[], str]) -> None:
        if self._thread is not None:
            return
        self._unwanted.clear()
        self._phase, self.doing, self.part = None, doing, 0.0
        if doing:
            self.sentence = ""
        self._thread = Thread(target=self._work, args=(work,), name="gpu-support", daemon=True)
        self._thread.start()
        self.changed.emit()

    def _work(self, work: Callable[[], str]) -> None:
        """Runs on the thread."""
        try:
            sentence = work()
        except CancelledError:
            sentence = tr("Cancelled. What has come of a download stays for the next time.")
        except TivmError as error:
            sentence = spoken(str(error))
        except Exception as error:
            _log.exception("GPU support")
            sentence = fault(error)
        from tivm_desktop.encoders.cuda_driver import ask_driver
        from tivm_desktop.encoders.runtime_folder import look_at

        self._marshal.post(partial(self._end, sentence, look_at(self._root), ask_driver()))

    def _end(self, sentence: str, support: "GpuSupport", driver: "Driver | None") -> None:
        self._thread = None
        self.doing = ""
        self.sentence = sentence or self.sentence
        self.support, self.driver, self.looked = support, driver, True
        self.changed.emit()

    def _look(self) -> str:
        return ""

    def _download(self) -> str:
        from tivm_desktop.online.gpu_offer import look_up
        from tivm_desktop.online.gpu_support import install_download

        install_download(look_up(self._build), self._root, self._heard, self._unwanted.is_set)
        return _installed()

    def _add_from(self, folder: Path) -> str:
        from tivm_desktop.online.gpu_support import install_from

        install_from(folder, self._root, self._heard, self._unwanted.is_set)
        return _installed()

    def _remove(self) -> str:
        from tivm_desktop.online.gpu_support import remove

        freed = size(remove(self._root))
        return tr("{size} are free again. From the next start on the processor computes.").format(size=freed)

    def _heard(self, phase: "Phase", done: int, total: int) -> None:
        part = done / total if total else 0.0
        if phase != self._phase or part >= self.part + 0.002 or done == total:
            doing = tr(_DOING[phase]).format(done=number(done / _GIGA, 2), total=number(total / _GIGA, 2))
            self._marshal.post(partial(self._show, phase, doing, part))

    def _show(self, phase: "Phase", doing: str, part: float) -> None:
        if self._thread is not None:
            self._phase, self.doing, self.part = phase, doing, part
            self.changed.emit()


def _installed() -> str:
    return tr("GPU support is installed. It is used from the next start on.")
