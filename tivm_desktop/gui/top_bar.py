"""The bar above everything: which video, which music, and how far the music is analysed."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.gui.controls import (
    ElidedLabel,
    IconButton,
    IconLabel,
    label,
    push_button,
    rule,
    stands_for,
)
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.parts import VideoFacts
from tivm_desktop.gui.skipped import SkippedList
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import length, plural, short_folder


class TopBar(QWidget):
    """Shows video and music folder and asks for others."""

    open_video = Signal()
    choose_music = Signal()
    folder_cancelled = Signal()
    theme_toggled = Signal()
    help_asked = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self._skipped: tuple[SkippedTrack, ...] = ()
        self._open = push_button("Open…", "Open a video", "quiet", "Open a video")
        self._video = ElidedLabel("strong")
        self._facts = label("", "caption", "faint")
        self._folder = ElidedLabel("body", "dim")
        self._choose = push_button("Music folder…", "Choose a music folder", "quiet", "Music folder")
        self._count = label("", "caption", "dim")
        self._bar = QProgressBar()
        self._bar.setAccessibleName("Analysis of the music folder")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(112)
        self._cancel = IconButton(icons, themes, "close", "Stop analysing", size=14)
        self._skip_button = push_button("", "Files left out", "quiet", "Files left out, and why")
        self._theme = IconButton(icons, themes, "theme", "Dark or light", size=18)
        self._help = IconButton(icons, themes, "help", "Keys", size=18)
        self._popover = SkippedList(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icons, themes, "film", "text_faint", 18))
        row.addWidget(self._video)
        row.addWidget(self._facts)
        row.addWidget(self._open)
        row.addStretch(1)
        for widget in (self._skip_button, self._count, self._bar, self._cancel):
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(IconLabel(icons, themes, "music", "text_faint", 18))
        row.addWidget(self._folder)
        row.addWidget(self._choose)
        row.addWidget(rule())
        row.addWidget(self._theme)
        row.addWidget(self._help)
        self._open.clicked.connect(self.open_video)
        self._choose.clicked.connect(self.choose_music)
        self._cancel.clicked.connect(self.folder_cancelled)
        self._theme.clicked.connect(self.theme_toggled)
        self._help.clicked.connect(self.help_asked)
        stands_for(self._open, "file.open_video")
        stands_for(self._choose, "file.choose_music")
        stands_for(self._cancel, "window.escape")
        stands_for(self._help, "help.keys")
        self._skip_button.clicked.connect(self._show_skipped)
        self._video.show_text("No video")
        self._folder.show_text("No music folder")
        self._show_progress(shown=False)
        self._count.hide()
        self._skip_button.hide()

    def show_video(self, facts: VideoFacts) -> None:
        """Show which video is open."""
        self._video.show_text(facts.path.name)
        rate = f"{facts.frame_rate:.2f}".rstrip("0").rstrip(".")
        self._facts.setText(
            f"{facts.width} × {facts.height}   {rate} fps   {length(facts.duration_s)}" if facts.width else ""
        )

    def show_folder(self, folder: Path) -> None:
        """Show which folder's music is ranked, nothing of it analysed yet."""
        self._folder.show_text(short_folder(folder))
        self._count.setText("Looking for music…")
        self._count.show()
        self._bar.setRange(0, 0)
        self._show_progress(shown=True)
        self._take_skipped(())

    def show_analysed(self, done: int, total: int, skipped: tuple[SkippedTrack, ...]) -> None:
        """Show how many of the folder's tracks are done, and how many can't be."""
        ready = done - len(skipped)
        if done >= total:
            self._count.setText(plural(ready, "track"))
            self._show_progress(shown=False)
        else:
            self._count.setText(f"Analysed {done} of {total}")
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._show_progress(shown=True)
        self._count.show()
        self._take_skipped(skipped)

    def show_stopped(self, text: str) -> None:
        """Show that analysis ended before its end, and how."""
        self._count.setText(text)
        self._show_progress(shown=False)

    @property
    def skipped(self) -> tuple[SkippedTrack, ...]:
        """The files left out."""
        return self._skipped

    def count_text(self) -> str:
        """Return what is said of the analysis, empty while nothing is."""
        return self._count.text()

    @property
    def analysing(self) -> bool:
        """Whether the folder's analysis is shown as running."""
        return self._cancel.isVisibleTo(self)

    def _take_skipped(self, skipped: tuple[SkippedTrack, ...]) -> None:
        self._skipped = skipped
        self._skip_button.setText(f"{len(skipped)} left out")
        self._skip_button.setAccessibleName(f"{plural(len(skipped), 'file')} left out: show why")
        self._skip_button.setVisible(bool(skipped))
        self._popover.show_files(skipped)

    def _show_skipped(self) -> None:
        self._popover.open_under(self._skip_button)

    def _show_progress(self, *, shown: bool) -> None:
        self._bar.setVisible(shown)
        self._cancel.setVisible(shown)
