"""What the timeline's heading says of the level at which a track was entered."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.auditions import Audition
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.timeline_panel import TimelinePanel

_TOLD_FROM_DB = 0.05


class LevelLine(QObject):
    """Keeps the heading true while tracks and levels change."""

    def __init__(self, engine: Engine, timeline: TimelinePanel, window: QWidget) -> None:
        super().__init__(window)
        self._auditions = engine.auditions
        self._timeline = timeline
        for signal in (engine.auditions.entered, engine.auditions.levelled):
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
        return "level as in the file"
    matched = f"level matched {gain_db:+.1f} dB".replace("-", "−")
    return f"{matched}, {under_db:.1f} dB under the target" if under_db >= _TOLD_FROM_DB else matched
