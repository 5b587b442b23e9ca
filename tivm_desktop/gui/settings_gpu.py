"""Section "GPU support" of the page "Computing": got, added or removed by a button, told in words."""

from PySide6.QtWidgets import QLabel, QProgressBar

from tivm_desktop.gui.controls import push_button
from tivm_desktop.gui.gpu_work import GpuWork
from tivm_desktop.gui.settings_page import Section
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.online.gpu_offer import ABOUT_DOWNLOAD, ABOUT_INSTALLED, ABOUT_NEEDED, why_no_download

_STEPS = 1000
_GIGA = 1e9
_NO_DRIVER = (
    "NVIDIA's driver is not found on this computer. With an NVIDIA card, install its driver first; other "
    "cards are not used."
)


class GpuSection(Section):
    """Offered only where NVIDIA's driver is; goes online only when the button is pressed."""

    def __init__(self, scope: Scope) -> None:
        super().__init__("GPU support")
        self._scope = scope
        build = scope.build()
        self._no_download = why_no_download(build)
        self.work = GpuWork(scope.profile.gpu_folder, build, scope.engine.marshal, self)
        self._card = self.line(tone="plain")
        self._state = self.line(role="caption")
        self._bar = QProgressBar()
        self._bar.setAccessibleName("GPU support: how far it is")
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._doing = self.line(role="caption", tone="plain")
        self.add(self._bar)
        self._download = push_button(
            f"Download GPU support ({_words(ABOUT_DOWNLOAD)})", "Download GPU support"
        )
        self._folder = push_button("Add from a folder…", "Add GPU support from a folder")
        self._remove = push_button("Remove", "Remove GPU support", "quiet")
        self._cancel = push_button("Cancel", "Cancel what is done with GPU support")
        self.buttons(self._download, self._folder, self._remove, self._cancel)
        self._why = self.line(role="caption")
        self._download.clicked.connect(self.work.download)
        self._folder.clicked.connect(self._choose_folder)
        self._remove.clicked.connect(self.work.remove)
        self._cancel.clicked.connect(self.work.cancel)
        self.work.changed.connect(self._show)
        self._show()

    def shown(self) -> None:
        """Find out how things stand."""
        self.work.look()

    def _choose_folder(self) -> None:
        from tivm_desktop.gui.dialogs import choose_wheels_folder

        folder = choose_wheels_folder(self)
        if folder is not None:
            self.work.add_from(folder)

    def _show(self) -> None:
        work, support = self.work, self.work.support
        there = work.driver is not None
        state = "absent" if support is None else support.state
        doing = bool(work.doing)
        offered = there and not doing and state != "complete"
        _say(self._card, self._card_words() if there or not work.looked else _NO_DRIVER)
        _say(self._state, self._state_words() if there or state != "absent" else "")
        _say(self._doing, work.doing or work.sentence)
        self._bar.setVisible(doing)
        self._bar.setValue(round(work.part * _STEPS))
        self._download.setVisible(offered and not self._no_download)
        self._folder.setVisible(offered)
        left = support is not None and support.size_bytes > 0
        self._remove.setVisible(not doing and (left or state != "absent"))
        self._cancel.setVisible(doing)
        for button in (self._download, self._folder, self._remove):
            button.setEnabled(not work.busy)
        _say(self._why, self._no_download if offered else "")

    def _card_words(self) -> str:
        driver = self.work.driver
        if driver is None:
            return "Looking for an NVIDIA card…"
        if not driver.cards:
            return f"NVIDIA's driver is installed, but sees no card: {driver.problem}."
        return (
            "; ".join(f"{card.name}, {card.memory_mib / 1024:.0f} GB of memory" for card in driver.cards)
            + "."
        )

    def _state_words(self) -> str:
        support = self.work.support
        if support is not None and support.state == "absent" and support.size_bytes:
            return f"GPU support is not installed; {_words(support.size_bytes)} of it have come."
        if support is None or support.state == "absent":
            return (
                "GPU support is not installed, so the processor computes. It is NVIDIA's own software, too "
                f"large to come with the program: {_words(ABOUT_INSTALLED)} on the disk, and "
                f"{_words(ABOUT_NEEDED)} have to be free to install it."
            )
        if support.problem:
            return f"{support.problem}."
        return f"GPU support is installed: {_words(support.size_bytes)}."


def _say(line: QLabel, text: str) -> None:
    line.setText(text)
    line.setVisible(bool(text))


def _words(size: int) -> str:
    return f"{size / _GIGA:.1f} GB"
