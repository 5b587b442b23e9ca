"""The strip below: the timeline under a line that says what lies in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.controls import ElidedLabel, label, push_button, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.placement_bar import PlacementBar
from tivm_desktop.gui.placement_map import PlacementMap
from tivm_desktop.gui.range_bar import RangeBar
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.timeline import Timeline
from tivm_desktop.gui.wording import counted, entry, number


class TimelinePanel(QWidget):
    """Heading with the chosen track and the picture's analysis, timeline below."""

    video_cancelled = Signal()
    analysis_wanted = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelinePanel")
        self.setAccessibleName(tr("Timeline and placement"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.timeline = Timeline(themes)
        self.range = RangeBar(icons, themes)
        self.placement = PlacementBar(icons, themes)
        self.map = PlacementMap(themes)
        self._placement_s: float | None = None
        self._track: Suggestion | None = None
        self._level = ""
        self._range: VideoRange | None = None
        self._title = ElidedLabel("strong")
        self._where = ElidedLabel("body", "dim")
        self._picture = label("", "caption", "faint")
        self._cancel = push_button(tr("Cancel"), tr("Stop looking at the picture"), "quiet")
        stands_for(self._cancel, "window.escape")
        self._again = push_button(tr("Analyse"), tr("Look at the picture again"), "quiet")
        heading = QHBoxLayout()
        heading.setContentsMargins(20, 0, 20, 0)
        heading.setSpacing(12)
        heading.addWidget(self._title)
        heading.addWidget(self._where)
        heading.addStretch(1)
        heading.addWidget(self._picture)
        heading.addWidget(self._cancel)
        heading.addWidget(self._again)
        heading.addWidget(self.placement)
        heading.addWidget(self.range)
        header = QWidget()
        header.setFixedHeight(40)
        header.setLayout(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.timeline)
        column.addWidget(self.map)
        self._cancel.clicked.connect(self.video_cancelled)
        self._again.clicked.connect(self.analysis_wanted)
        self._cancel.hide()
        self._again.hide()
        self.placement.hide()
        self._title.show_text(tr("Timeline"))
        self.timeline.set_hint(tr("The track you choose appears here, where it enters under your video."))

    def show_track(self, suggestion: Suggestion) -> None:
        """Say which track lies under the video, and where it enters."""
        self._track = suggestion
        self._placement_s = suggestion.placement_s
        self._title.show_text(suggestion.title)
        self._show_where()

    def show_placement(self, placement_s: float | None) -> None:
        """Say where the track enters and offer to move it; None where there is none."""
        self._placement_s = placement_s
        self.placement.setVisible(placement_s is not None)
        self._show_where()

    def show_level(self, text: str) -> None:
        """Say how the track's level was matched."""
        self._level = text
        self._show_where()

    def show_no_track(self) -> None:
        """Go back to the bare heading."""
        self._track = None
        self._title.show_text(tr("Timeline"))
        self._show_where()

    def show_range(self, chosen: VideoRange | None, *, enabled: bool) -> None:
        """Show the range that tracks are ranked for, None for all of the video, if there is one."""
        self._range = chosen
        self.range.show_range(chosen, enabled=enabled)
        self.timeline.set_range(chosen)
        self._show_where()

    def show_looking(self, done_s: float, total_s: float) -> None:
        """Show how much of the picture is analysed."""
        share = min(done_s / total_s, 1.0) if total_s > 0 else 0.0
        text = tr("Looking at the picture  {percent}%")
        self._picture.setText(text.format(percent=number(100 * share)))
        self._cancel.show()
        self._again.hide()
        self.timeline.set_progress(share)

    def show_looked(self, cuts: int) -> None:
        """Show that the picture is analysed."""
        self._picture.setText(counted(cuts, tr("{count} cut"), tr("{count} cuts")))
        self._cancel.hide()
        self._again.hide()

    def show_not_looked(self, text: str) -> None:
        """Show that the picture is not analysed, and why not."""
        self._picture.setText(text)
        self._cancel.hide()
        self._again.show()

    @property
    def looking(self) -> bool:
        """Whether the picture's analysis is shown as running."""
        return self._cancel.isVisibleTo(self)

    def _show_where(self) -> None:
        where = (
            "" if self._track is None or self._placement_s is None else entry(self._placement_s, self._range)
        )
        self._where.show_text(f"{where}   ·   {self._level}" if where else "")
