"""The controls under the preview: play, time, and the two sounds."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tivm_desktop.gui.controls import IconButton, label, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.mix_bar import MixBar
from tivm_desktop.gui.speed_badge import SpeedBadge
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import length, time_code


class Transport(QWidget):
    """Shows where playback stands and asks for changes; decides nothing."""

    play_toggled = Signal()
    start_requested = Signal()
    loop_toggled = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self.setAccessibleName(tr("Playback"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(56)
        self._start = IconButton(icons, themes, "start", tr("Back to the start"))
        self._play = IconButton(icons, themes, "play", tr("Play"))
        self._play.setObjectName("playButton")
        self._play.setFixedSize(36, 36)
        self._loop = IconButton(icons, themes, "loop", tr("Loop the video"), size=18)
        self._loop.setCheckable(True)
        self._position = label(time_code(0), "timecode")
        self._said_position = ""
        self._length = label("", "timecode", "faint")
        self._shown_speed = 1.0
        self._speed = SpeedBadge(icons, themes)
        self.mix = MixBar(icons, themes)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self._start)
        row.addWidget(self._play)
        row.addWidget(self._loop)
        row.addSpacing(4)
        row.addWidget(self._position)
        row.addWidget(self._length)
        row.addWidget(self._speed)
        row.addStretch()
        row.addWidget(self.mix)
        self._start.clicked.connect(self.start_requested)
        self._play.clicked.connect(self.play_toggled)
        self._loop.clicked.connect(self.loop_toggled)
        for button, command in ((self._start, "start"), (self._play, "play"), (self._loop, "loop")):
            stands_for(button, f"transport.{command}")
        self.set_enabled(enabled=False)
        self._say_position(length(0))

    def set_enabled(self, *, enabled: bool) -> None:
        """Let the video be played, or not while there is none."""
        for control in (self._start, self._play):
            control.setEnabled(enabled)
        self._length.setText("" if not enabled else self._length.text())

    def show_time(self, position_s: float, duration_s: float) -> None:
        """Show where playback stands."""
        self._position.setText(time_code(position_s))
        self._say_position(length(position_s))
        whole = f"/ {time_code(duration_s)}" if duration_s > 0 else ""
        if whole != self._length.text():
            self._length.setText(whole)
            self._position.setToolTip(whole and tr("of {length}").format(length=time_code(duration_s)))
            named = tr("Length of the video: {length}").format(length=length(duration_s))
            self._length.setAccessibleName(whole and named)
            self._share_room()

    def show_playing(self, *, playing: bool) -> None:
        """Show the button that does the other thing."""
        if playing:
            self._play.show_icon("pause", tr("Pause"))
        else:
            self._play.show_icon("play", tr("Play"))

    def show_speed(self, speed: float) -> None:
        """Show how fast it plays, in the place of the video's length, unless that is the normal speed."""
        if speed == self._shown_speed:
            return
        self._shown_speed = speed
        if self._length.isVisibleTo(self):
            self._speed.setMinimumWidth(self._length.sizeHint().width())
        self._speed.show_speed(speed)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the length out where there is no room for it."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._speed.setMinimumWidth(0)
            self._share_room()

    @property
    def loops(self) -> bool:
        """Whether it plays over and over."""
        return self._loop.isChecked()

    def show_loop(self, *, on: bool, of_range: bool) -> None:
        """Show whether it plays over and over, and what of the video does."""
        self._loop.setChecked(on)
        self._loop.show_on(on=on)
        self._loop.show_icon("loop", tr("Loop the range") if of_range else tr("Loop the video"))

    def _say_position(self, said: str) -> None:
        """Name the position once a second: a screen reader hears of every change."""
        if said != self._said_position:
            self._said_position = said
            self._position.setAccessibleName(tr("Position: {time}", "of the playhead").format(time=said))

    def minimumSizeHint(self) -> QSize:
        """Need room for all but the length."""
        return QSize(self._least_px(), super().minimumSizeHint().height())

    def _least_px(self) -> int:
        least_px = self._row.minimumSize().width()
        if self._length.isVisibleTo(self):
            least_px -= self._length.minimumWidth() + self._row.spacing()
        return least_px

    def _share_room(self) -> None:
        least_px, wanted_px = self._least_px(), self._length.sizeHint().width()
        fits = self.width() >= least_px + wanted_px + self._row.spacing()
        self._length.setMinimumWidth(wanted_px)
        self._length.setVisible(self._shown_speed == 1.0 and fits)
