"""One range, many hands: keys, buttons and handles ask for it, the engine keeps it, everything shows it."""

from PySide6.QtCore import QObject

from tivm_desktop.domain.video_range import VideoRange, with_end, with_start
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.timeline_panel import TimelinePanel
from tivm_desktop.gui.tracks_panel import TracksPanel


class RangeControl(QObject):
    """Turns what the user does into ranges that the engine is asked for, and shows the one it keeps.

    Keys are those of editing programs: I and O set the points at the playhead, Shift goes to them, Alt takes
    them away, Alt+X both.
    """

    def __init__(self, desk: Desk, timeline: TimelinePanel, tracks: TracksPanel) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._timeline = timeline
        self._tracks = tracks
        engine.range_changed.connect(self._show)
        timeline.timeline.range_chosen.connect(engine.set_range)
        timeline.range.start_asked.connect(self._start_here)
        timeline.range.end_asked.connect(self._end_here)
        timeline.range.clear_asked.connect(self._clear)
        for name, says, keys, call in (
            ("start", tr("Begin the range at the playhead"), "I", self._start_here),
            ("end", tr("End the range at the playhead"), "O", self._end_here),
            ("go_to_start", tr("To where the range begins"), "Shift+I", self._go_to_start),
            ("go_to_end", tr("To where the range ends"), "Shift+O", self._go_to_end),
            ("free_start", tr("Begin with the video"), "Alt+I", self._start_at_the_beginning),
            ("free_end", tr("End with the video"), "Alt+O", self._end_at_the_end),
            ("clear", tr("Back to the whole video"), "Alt+X", self._clear),
        ):
            desk.shortcuts.add(f"range.{name}", "Range", says, keys, call)

    def _start_here(self) -> None:
        state = self._engine.state
        if state is not None:
            self._engine.set_range(with_start(self._engine.range, state.position_s))

    def _end_here(self) -> None:
        state = self._engine.state
        if state is not None:
            self._engine.set_range(with_end(self._engine.range, state.position_s))

    def _start_at_the_beginning(self) -> None:
        if self._engine.range is not None:
            self._engine.set_range(VideoRange(end_s=self._engine.range.end_s))

    def _end_at_the_end(self) -> None:
        if self._engine.range is not None:
            self._engine.set_range(VideoRange(self._engine.range.start_s))

    def _clear(self) -> None:
        self._engine.set_range(None)

    def _go_to_start(self) -> None:
        if self._engine.range is not None:
            self._engine.playhead.seek(self._engine.range.start_s)

    def _go_to_end(self) -> None:
        if self._engine.range is not None:
            self._engine.playhead.seek(self._engine.range.end_s)

    def _show(self, chosen: VideoRange | None) -> None:
        self._timeline.show_range(chosen, enabled=self._engine.video is not None)
        self._tracks.expect_range(chosen)
