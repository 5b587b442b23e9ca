"""Where the track lies: dragged, nudged, put back or onto one of its best places; shown at once."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from tivm_desktop.domain.placed_track import same_place
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.auditions import Audition
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.placement_bar import BUTTONS
from tivm_desktop.gui.placement_words import candidate_words, moved_by
from tivm_desktop.gui.places_finder import PlacesFinder
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.timeline_panel import TimelinePanel

FOLLOW_MS = 100
"""While the track is dragged, its sound follows no more often."""
_FINE_S = 0.01
_GROUP = "Placing the track"


class PlacementControl(QObject):
    """Moves the track under the video through the engine's auditions, and shows where it lies."""

    def __init__(self, desk: Desk, panel: TimelinePanel) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._panel = panel
        self._finder = PlacesFinder(engine, self)
        self._finder.changed.connect(self._show_places)
        self._dragged_s: float | None = None
        self._following = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._following.timeout.connect(self._follow)
        engine.auditions.entered.connect(self._on_entered)
        engine.auditions.heard.connect(self._on_entered)
        engine.auditions.placed.connect(self._on_placed)
        engine.auditions.left.connect(self._on_left)
        timeline, bar = panel.timeline, panel.placement
        timeline.track_dragged.connect(self._on_dragged)
        timeline.track_dropped.connect(self._on_dropped)
        panel.map.place_asked.connect(self._place_near)
        bar.candidate_asked.connect(self._take_candidate)
        bar.reset_asked.connect(self._reset)
        bar.snapping_asked.connect(lambda on: timeline.set_snapping(on=on))
        self._bind(desk.shortcuts)

    def _bind(self, shortcuts: Shortcuts) -> None:
        for name, says, keys, frames, fine_s in (
            ("earlier", tr("A frame earlier"), ",", -1, 0.0),
            ("later", tr("A frame later"), ".", 1, 0.0),
            ("bit_earlier", tr("10 ms earlier"), "Shift+,", 0, -_FINE_S),
            ("bit_later", tr("10 ms later"), "Shift+.", 0, _FINE_S),
        ):
            nudge = partial(self._nudge, frames, fine_s)
            shortcuts.add(f"place.{name}", _GROUP, says, keys, nudge, repeats=True)
        for number in range(1, BUTTONS + 1):
            says = tr("To its best place number {number}").format(number=number)
            take = partial(self._take_candidate, number)
            shortcuts.add(f"place.{number}", _GROUP, says, f"Ctrl+{number}", take)
        says = tr("Back to the suggested place")
        shortcuts.add("place.reset", _GROUP, says, "Ctrl+0", self._reset)
        snap = self._panel.placement.toggle_snapping
        shortcuts.add("place.snap", _GROUP, tr("Snap to cuts or not"), "N", snap)

    def _on_entered(self, audition: Audition) -> None:
        self._stop_following()
        peaks = audition.analysis.sound.peaks if audition.analysis is not None else None
        self._panel.timeline.set_track(peaks)
        self._finder.start_over()

    def _on_placed(self, audition: Audition) -> None:
        self._show(audition)

    def _on_left(self) -> None:
        self._stop_following()
        self._panel.show_no_track()
        self._panel.timeline.set_track(None)
        self._finder.start_over()

    def _show_places(self) -> None:
        self._panel.timeline.set_accents(self._finder.accents)
        self._panel.map.show_places(self._finder.places, self._engine.range)
        audition = self._engine.auditions.current
        if audition is not None:
            self._show(audition)
        else:
            self._panel.show_placement(None)

    def _show(self, audition: Audition) -> None:
        """Show where a track lies; while it is dragged, where the hand holds it."""
        held_s = self._dragged_s
        placement_s = audition.placed.placement_s if held_s is None else held_s
        suggestion = audition.suggestion
        self._panel.timeline.place_track(placement_s, self._fit_at(placement_s, suggestion))
        self._panel.map.show_placement(placement_s)
        video = self._engine.video
        words = "" if video is None else moved_by(placement_s, suggestion.placement_s, video.stepping_hz)
        self._panel.show_placement(placement_s)
        self._panel.placement.show_moved(words, moved=words != "")
        self._show_candidates(placement_s)

    def _fit_at(self, placement_s: float, suggestion: Suggestion) -> tuple[float, ...]:
        """Return how well the track fits there, 0..1 a second; nothing where it isn't known yet."""
        if self._finder.places is not None:
            return self._finder.places.fit_curve_at(placement_s)
        return suggestion.fit_curve if same_place(placement_s, suggestion.placement_s) else ()

    def _show_candidates(self, placement_s: float) -> None:
        places, chosen = self._finder.places, self._engine.range
        if places is None:
            self._panel.placement.show_candidates((), None)
            return
        at = [candidate.placement for candidate in places.candidates]
        cuts = len(places.scores.picture.cuts_s)
        tips = [candidate_words(number, one, cuts, chosen) for number, one in enumerate(at, start=1)]
        here = (n for n, one in enumerate(at, start=1) if same_place(one.placement_s, placement_s))
        self._panel.placement.show_candidates(tips, next(here, None))

    def _on_dragged(self, placement_s: float) -> None:
        self._dragged_s = placement_s
        audition = self._engine.auditions.current
        if audition is not None:
            self._show(audition)
        if not self._following.isActive():
            self._following.start()

    def _follow(self) -> None:
        if self._dragged_s is not None:
            self._place(self._dragged_s)

    def _on_dropped(self, placement_s: float) -> None:
        self._stop_following()
        self._place(placement_s)

    def _stop_following(self) -> None:
        self._following.stop()
        self._dragged_s = None

    def _nudge(self, frames: int, by_s: float) -> None:
        """Move the track by frames and seconds, later where they are positive."""
        audition, video = self._engine.auditions.current, self._engine.video
        if audition is None or audition.analysis is None or video is None:
            return
        from tivm_desktop.domain.placement_snap import bounded

        wanted_s = audition.placed.placement_s - frames / video.stepping_hz - by_s
        self._place(round(bounded(wanted_s, video.duration_s, audition.analysis.duration_s), 6))

    def _take_candidate(self, number: int) -> None:
        places = self._finder.places
        if places is not None and number <= len(places.candidates):
            self._place(places.candidates[number - 1].placement.placement_s)

    def _place_near(self, placement_s: float, reach_s: float) -> None:
        places = self._finder.places
        if places is not None:
            self._place(places.best_near(placement_s, reach_s).placement_s)

    def _reset(self) -> None:
        self._engine.auditions.place(None)

    def _place(self, placement_s: float) -> None:
        """Move the track; shown even where it lay there, as it may have been in the hand."""
        self._engine.auditions.place(placement_s)
        audition = self._engine.auditions.current
        if audition is not None:
            self._show(audition)
