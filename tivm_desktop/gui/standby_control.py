"""Which tracks are decoded ahead: the ones that the user is likely to ask for next."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.pins_control import PinsControl
from tivm_desktop.gui.tour_control import TourControl
from tivm_desktop.gui.tracks_panel import TracksPanel

PACE_MS = 100
"""At least this long between two choices."""
_NEIGHBOURS = (1, 2, -1)
"""Rows beside the current one, the likeliest first."""


class StandbyControl(QObject):
    """Keeps pinned tracks, the one under the pointer, a tour's next and the list's neighbours standing by."""

    def __init__(self, desk: Desk, tracks: TracksPanel, pins: PinsControl, tour: TourControl) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._tracks = tracks
        self._pins = pins
        self._tour = tour
        self._under: Suggestion | None = None
        self._due = False
        self._pace = QTimer(self, singleShot=True, interval=PACE_MS)
        self._pace.timeout.connect(self._when_paced)
        tracks.view.lingered.connect(self._take_under)
        tracks.view.settled.connect(self._ask)
        tracks.view.selectionModel().currentRowChanged.connect(self._ask)
        tracks.emptied.connect(self._ask)
        pins.changed.connect(self._ask)
        tour.changed.connect(self._ask)
        for signal in (engine.auditions.entered, engine.auditions.placed, engine.range_changed):
            signal.connect(self._ask)

    def _take_under(self, suggestion: Suggestion | None) -> None:
        self._under = suggestion
        self._ask()

    def _ask(self, *_: object) -> None:
        self._due = True
        if not self._pace.isActive():
            self._pace.start(0)

    def _when_paced(self) -> None:
        if self._due:
            self._due = False
            self._engine.auditions.stand_by(self._chosen())
            self._pace.start(PACE_MS)

    def _chosen(self) -> list[Suggestion]:
        """Return who stands by, the likeliest first, none twice, without the one that is heard.

        The current row's own track is not heard yet while it is being entered: it must not be let go of then.
        """
        heard = self._engine.auditions.current
        current = self._tracks.view.current()
        entering = [current] if current is not None else []
        under = [self._under] if self._under is not None else []
        chosen: dict[object, Suggestion] = {}
        for suggestion in (
            *entering,
            *self._pins.suggestions,
            *under,
            *self._tour.next,
            *self._neighbours(),
        ):
            if heard is None or suggestion.path != heard.suggestion.path:
                chosen.setdefault(suggestion.path, suggestion)
        return list(chosen.values())

    def _neighbours(self) -> Iterable[Suggestion]:
        row = self._tracks.view.currentIndex().row()
        beside = (self._tracks.model.suggestion(row + step) for step in _NEIGHBOURS)
        return [suggestion for suggestion in beside if suggestion is not None]
