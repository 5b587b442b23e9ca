"""Section "GPU support" of the page "Computing": got, added or removed by a button, told in words."""

from PySide6.QtWidgets import QLabel, QProgressBar

from tivm_desktop.gui.controls import push_button
from tivm_desktop.gui.gpu_work import GpuWork
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.settings_page import Section
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.wording import number, size
from tivm_desktop.online.gpu_offer import ABOUT_DOWNLOAD, ABOUT_INSTALLED, ABOUT_NEEDED, why_no_download

_STEPS = 1000
_NO_DRIVER = tr_noop(
    "NVIDIA's driver is not found on this computer. With an NVIDIA card, install its driver first; other "
    "cards are not used."
)


class GpuSection(Section):
    """Offered only where NVIDIA's driver is; goes online only when the button is pressed."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(tr("GPU support"))
        self._scope = scope
        build = scope.build()
        self._no_download = why_no_download(build)
        self.work = GpuWork(scope.profile.gpu_folder, build, scope.engine.marshal, self)
        self._card = self.line(tone="plain")
        self._state = self.line(role="caption")
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("GPU support: how far it is"))
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._doing = self.line(role="caption", tone="plain")
        self.add(self._bar)
        self._download = push_button(
            tr("Download GPU support ({size})").format(size=size(ABOUT_DOWNLOAD)), tr("Download GPU support")
        )
        self._folder = push_button(tr("Add from a folder…"), tr("Add GPU support from a folder"))
        self._remove = push_button(tr("Remove"), tr("Remove GPU support"), "quiet")
        self._cancel = push_button(tr("Cancel"), tr("Cancel what is done with GPU support"))
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
        _say(self._card, self._card_words() if there or not work.looked else tr(_NO_DRIVER))
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
        _say(self._why, spoken(self._no_download) if offered else "")

    def _card_words(self) -> str:
        driver = self.work.driver
        if driver is None:
            return tr("Looking for an NVIDIA card…")
        if not driver.cards:
            return tr("NVIDIA's driver is installed, but sees no card: {problem}.").format(
                problem=spoken(driver.problem)
            )
        cards = (
            tr("{card}, {memory} GB of memory").format(card=card.name, memory=number(card.memory_mib / 1024))
            for card in driver.cards
        )
        return "; ".join(cards) + "."

    def _state_words(self) -> str:
        support = self.work.support
        if support is not None and support.state == "absent" and support.size_bytes:
            return tr("GPU support is not installed; {size} of it have come.").format(
                size=size(support.size_bytes)
            )
        if support is None or support.state == "absent":
            return tr(
                "GPU support is not installed, so the processor computes. It is NVIDIA's own software, too "
                "large to come with the program: {size} on the disk, and {needed} have to be free to "
                "install it."
            ).format(size=size(ABOUT_INSTALLED), needed=size(ABOUT_NEEDED))
        if support.problem:
            return f"{spoken(support.problem)}."
        return tr("GPU support is installed: {size}.").format(size=size(support.size_bytes))


def _say(line: QLabel, text: str) -> None:
    line.setText(text)
    line.setVisible(bool(text))
