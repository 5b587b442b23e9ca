"""GPU support in the window: what there is, and getting or removing it on a thread of its own."""

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from tivm_desktop.bundle import Build
from tivm_desktop.domain.errors import CancelledError, TivmError
from tivm_desktop.gui.marshal import Marshal

if TYPE_CHECKING:
    from tivm_desktop.encoders.cuda_driver import Driver
    from tivm_desktop.encoders.runtime_folder import GpuSupport
    from tivm_desktop.online.gpu_support import Phase

_DOING = {"checking": "Checking", "downloading": "Downloading", "unpacking": "Unpacking"}
_FROM_NEXT_START = "It is used from the next start on."
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
        self._run("Asking for GPU support", self._download)

    def add_from(self, folder: Path) -> None:
        """Get GPU support from wheels in a folder."""
        self._run("Looking at the folder", partial(self._add_from, folder))

    def remove(self) -> None:
        """Remove GPU support."""
        self._run("Removing GPU support", self._remove)

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
        self.doing, self.part = doing, 0.0
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
            sentence = "Cancelled. What has come of a download stays for the next time."
        except TivmError as error:
            sentence = str(error)
        except Exception as error:
            _log.exception("GPU support")
            sentence = f"Something went wrong inside TIVM Desktop: {error}"
        from tivm_desktop.encoders.cuda_driver import ask_driver
        from tivm_desktop.encoders.runtime_folder import look_at

        self._post(partial(self._end, sentence, look_at(self._root), ask_driver()))

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
        return f"GPU support is installed. {_FROM_NEXT_START}"

    def _add_from(self, folder: Path) -> str:
        from tivm_desktop.online.gpu_support import install_from

        install_from(folder, self._root, self._heard, self._unwanted.is_set)
        return f"GPU support is installed. {_FROM_NEXT_START}"

    def _remove(self) -> str:
        from tivm_desktop.online.gpu_support import remove

        freed = f"{remove(self._root) / 1e9:.1f} GB are free again."
        return f"{freed} From the next start on the processor computes."

    def _heard(self, phase: "Phase", done: int, total: int) -> None:
        part = done / total if total else 0.0
        if _DOING[phase] not in self.doing or part >= self.part + 0.002 or done == total:
            self._post(
                partial(self._show, f"{_DOING[phase]}: {done / 1e9:.2f} of {total / 1e9:.2f} GB", part)
            )

    def _show(self, doing: str, part: float) -> None:
        if self._thread is not None:
            self.doing, self.part = doing, part
            self.changed.emit()

    def _post(self, call: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the window is gone, and the marshal with it
            self._marshal.post(call)
