"""What the window says at its very first start: what it does, that nothing leaves, and two ways to begin."""

# ruff: noqa: N802 - Qt names what is overridden

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tivm_desktop.gui.choice_card import ChoiceCard
from tivm_desktop.gui.controls import IconLabel, label, push_button
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import short_folder

_CARDS_PX = 640
"""The widest that two cards become."""
_SPACING, _CLOSE = 12, 6


class WelcomePage(QWidget):
    """Asks and tells; decides nothing."""

    choose_asked = Signal()
    """Another folder is to be chosen."""
    folder_taken = Signal(object)
    """The folder that was offered (`Path`) is to be used."""
    demo_asked = Signal()
    dismissed = Signal()

    def __init__(self, icons: Icons, themes: Themes) -> None:
        super().__init__()
        self._offered: Path | None = None
        self.setAccessibleName(tr("Welcome"))
        self._mark = IconLabel(icons, themes, "film", "accent", 44)
        heading = label(tr("Welcome to TIVM Desktop"), "display")
        says = label(
            tr(
                "Drop a video: your own music is ranked by how well it fits, "
                "and plays in time with the picture."
            ),
            "body",
        )
        private = label(tr("Everything stays on this computer."), "body", "dim")
        self.music = ChoiceCard(icons, themes, "folder", tr("Choose your music folder…"), _choose_says())
        self.demo = ChoiceCard(
            icons,
            themes,
            "play",
            tr("Try the demo"),
            tr("A short film and eight tracks, made here in a few seconds."),
        )
        self.other = push_button(tr("Choose another folder…"), tr("Choose another music folder"), "quiet")
        self.other.hide()
        drop = label(tr("Or just drop a video anywhere on this window."), "caption", "dim")
        self.later = push_button(tr("Not now"), tr("Close the welcome"), "quiet")
        across = self._lay_out_cards()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for line in (self._mark, heading, says, private, drop):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for line in (heading, says, private, drop):
            line.setWordWrap(True)
            self._column.addWidget(line)
        self._column.insertWidget(0, self._mark)
        self._column.insertLayout(4, across)
        self._column.insertWidget(5, self.other, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.later, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.set_roomy(roomy=True)
        self.music.clicked.connect(self._on_music)
        self.other.clicked.connect(self.choose_asked)
        self.demo.clicked.connect(self.demo_asked)
        self.later.clicked.connect(self.dismissed)

    def offer_folder(self, folder: Path) -> None:
        """Offer a folder that holds music, to be used with one click."""
        self._offered = folder
        self.music.show_words(tr("Use {folder}").format(folder=short_folder(folder)), _choose_says())
        self.other.show()
        self._turn()

    def set_roomy(self, *, roomy: bool) -> None:
        """Take the room there is, or as little as will do."""
        self._mark.setVisible(roomy)
        self._column.setSpacing(_SPACING if roomy else _CLOSE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room."""
        super().resizeEvent(event)
        self._turn()

    def _lay_out_cards(self) -> QHBoxLayout:
        """Put the cards into the middle, no wider than reads well."""
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(12)
        self._cards.addWidget(self.music, 1)
        self._cards.addWidget(self.demo, 1)
        self._cards.setContentsMargins(0, 0, 0, 0)
        room = QWidget()
        room.setMaximumWidth(_CARDS_PX)
        room.setLayout(self._cards)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(room, 1000)
        across.addStretch(1)
        return across

    def _turn(self) -> None:
        needed = sum(card.sizeHint().width() for card in (self.music, self.demo)) + self._cards.spacing()
        wide = min(self.width(), _CARDS_PX) >= needed
        directions = QBoxLayout.Direction
        self._cards.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _on_music(self) -> None:
        if self._offered is None:
            self.choose_asked.emit()
        else:
            self.folder_taken.emit(self._offered)


def _choose_says() -> str:
    return tr("Music is read, never changed or moved.")
