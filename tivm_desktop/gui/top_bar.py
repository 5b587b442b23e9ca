"""The bar above everything: which video, which music, and how many tracks it is."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.gui.controls import (
    ElidedLabel,
    IconButton,
    IconLabel,
    label,
    push_button,
    rule,
    stands_for,
)
from tivm_desktop.gui.folders_words import named, tracks_in
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import locale, tr
from tivm_desktop.gui.parts import VideoFacts
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import counted, length

_WIDEST = 240
_LEAST_LETTERS = 12
"""Of the video's name, as far as it has as many."""


class TopBar(QWidget):
    """Shows video and music folders and asks for others."""

    open_video = Signal()
    choose_music = Signal()
    folders_asked = Signal()
    left_out_asked = Signal()
    theme_toggled = Signal()
    settings_asked = Signal()
    help_asked = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAccessibleName(tr("Video and music"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self._open = push_button(tr("Open…"), tr("Open a video"), "quiet", tr("Open a video"))
        self._video = ElidedLabel("strong")
        self._facts = label("", "caption", "faint")
        self._analysing = False
        self.folders = push_button("", tr("Music folders"), "quiet", tr("Music folders"))
        self._choose = push_button(
            tr("Add music…"), tr("Add a music folder"), "quiet", tr("Add a music folder")
        )
        self._count = label("", "caption", "dim")
        self.left_out = push_button("", tr("Files left out"), "quiet", tr("Files left out, and why"))
        self._theme = IconButton(icons, themes, "theme", tr("Dark or light"), size=18)
        self._settings = IconButton(icons, themes, "settings", tr("Settings"), size=18)
        self._help = IconButton(icons, themes, "help", tr("Keys"), size=18)
        self._lay_out(icons, themes)
        self._join()
        self._show_name(tr("No video"))
        self._count.hide()
        self.left_out.hide()
        self.show_folders(())

    def show_video(self, facts: VideoFacts) -> None:
        """Show which video is open."""
        self._show_name(facts.path.name)
        self._facts.setText(_facts_of(facts) if facts.width else "")

    def show_folders(self, folders: Sequence[Path]) -> None:
        """Show which folders' music is ranked, nothing of it known yet."""
        name = named(folders)
        self.folders.setText(
            self.folders.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDEST)
        )
        self.folders.setAccessibleName(tr("Music folders: {name}").format(name=name))
        self._analysing = bool(folders)
        self._count.setText(tr("Looking for music…"))
        self._count.setVisible(bool(folders))
        self._show_left_out(0)

    def show_library(self, status: LibraryStatus) -> None:
        """Show how many tracks there are, and how many files can't be ranked."""
        self._analysing = status.state is not LibraryState.SETTLED
        self._count.setText(tracks_in(status))
        self._count.setVisible(bool(status.folders))
        self._show_left_out(len(status.failed))

    def show_stopped(self, text: str) -> None:
        """Show that analysis ended before its end, and how."""
        self._analysing = False
        self._count.setText(text)

    def count_text(self) -> str:
        """Return what is said of the analysis, empty while nothing is."""
        return self._count.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the video's facts out where there is no room for them."""
        super().resizeEvent(event)
        self._share_room()

    def event(self, event: QEvent) -> bool:
        """Share the room anew where one of the parts needs more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_room()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Need room for all but the facts."""
        return QSize(self._least_px(), super().minimumSizeHint().height())

    @property
    def analysing(self) -> bool:
        """Whether there is something that is not known of the library's tracks yet."""
        return self._analysing

    def _lay_out(self, icons: Icons, themes: Themes) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icons, themes, "film", "text_faint", 18))
        row.addWidget(self._video)
        row.addWidget(self._facts)
        row.addWidget(self._open)
        row.addStretch(1)
        for widget in (self.left_out, self._count):
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(IconLabel(icons, themes, "music", "text_faint", 18))
        row.addWidget(self.folders)
        row.addWidget(self._choose)
        row.addWidget(rule())
        row.addWidget(self._theme)
        row.addWidget(self._settings)
        row.addWidget(self._help)

    def _join(self) -> None:
        self._open.clicked.connect(self.open_video)
        self._choose.clicked.connect(self.choose_music)
        self.folders.clicked.connect(self.folders_asked)
        self._theme.clicked.connect(self.theme_toggled)
        self._settings.clicked.connect(self.settings_asked)
        self._help.clicked.connect(self.help_asked)
        stands_for(self._open, "file.open_video")
        stands_for(self._choose, "file.choose_music")
        stands_for(self.folders, "library.folders")
        stands_for(self._settings, "window.settings")
        stands_for(self._help, "help.keys")
        self.left_out.clicked.connect(self.left_out_asked)

    def _show_name(self, name: str) -> None:
        self._video.show_text(name)
        letters_px = self._video.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        self._video.setMinimumWidth(min(self._video.sizeHint().width(), letters_px))

    def _least_px(self) -> int:
        least_px = self._row.minimumSize().width()
        if self._facts.isVisibleTo(self):
            least_px -= self._facts.minimumSizeHint().width() + self._row.spacing()
        return least_px

    def _share_room(self) -> None:
        """Show the facts where they take no room from the video's name."""
        wanted_px = self._facts.sizeHint().width() + self._row.spacing()
        name_px = self._video.sizeHint().width() - self._video.minimumWidth()
        fits = self.width() >= self._least_px() + name_px + wanted_px
        self._facts.setVisible(fits and bool(self._facts.text()))

    def _show_left_out(self, count: int) -> None:
        self.left_out.setText(counted(count, tr("{count} left out", "one file"), tr("{count} left out")))
        self.left_out.setAccessibleName(
            counted(count, tr("{count} file left out: show why"), tr("{count} files left out: show why"))
        )
        self.left_out.setVisible(count > 0)


def _facts_of(video: VideoFacts) -> str:
    return tr("{width} × {height}   {rate} fps   {length}", "facts of a video").format(
        width=video.width,
        height=video.height,
        rate=locale().toString(round(video.frame_rate, 2), "g", 6),
        length=length(video.duration_s),
    )
