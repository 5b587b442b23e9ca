"""What the timeline's heading says of the level at which a track was entered."""

from PySide6.QtCore import QObject

from tivm_desktop.gui.auditions import Audition
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.timeline_panel import TimelinePanel
from tivm_desktop.gui.wording import number, signed

_TOLD_FROM_DB = 0.05


class LevelLine(QObject):
    """Keeps the heading true while tracks and levels change."""

    def __init__(self, desk: Desk, timeline: TimelinePanel) -> None:
        super().__init__(desk.window)
        self._auditions = auditions = desk.engine.auditions
        self._timeline = timeline
        for signal in (auditions.entered, auditions.levelled):
            signal.connect(self._show)

    def _show(self, _: object = None) -> None:
        current = self._auditions.current
        if current is not None:
            self._timeline.show_level(self._words(current))

    def _words(self, audition: Audition) -> str:
        under_db = self._auditions.under_target_db(audition)
        return level_words(audition.placed.gain_db, under_db, on=self._auditions.level.on)


def level_words(gain_db: float, under_db: float, *, on: bool) -> str:
    """Say how a track's level was matched.

    Args:
        gain_db: what was added to it.
        under_db: how far it stays under the common loudness, because it would clip.
        on: whether levels are matched at all.
    """
    if not on:
        return tr("level as in the file")
    gain = signed(gain_db, 1)
    if under_db < _TOLD_FROM_DB:
        return tr("level matched {gain} dB").format(gain=gain)
    return tr("level matched {gain} dB, {under} dB under the target").format(
        gain=gain, under=number(under_db, 1)
    )
