"""What lies under the video: which track, where it enters, how loud, and which ones stand by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tivm_desktop.domain.level_match import LevelMatch
from tivm_desktop.domain.placed_track import PlacedTrack, same_place
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.player_protocol import AuditionPlayer
from tivm_desktop.gui.session_protocol import MatchingSession

if TYPE_CHECKING:
    from tivm_desktop.domain.analysis import TrackAnalysis

WithPlayer = Callable[[Callable[[AuditionPlayer], None]], None]
"""Calls something with the player, if there is one, and tells the user what goes wrong."""
Found = tuple[Suggestion, "TrackAnalysis | None"]
"""A row of the list, placed if it can be, and what is known of its track."""
LookUp = Callable[[Callable[[], Sequence[Found]], Callable[[Sequence[Found]], None]], None]
"""Does the first call off the GUI thread and the second with its outcome on it, one after the other."""


@dataclass(frozen=True, slots=True)
class Audition:
    """A track under the video."""

    suggestion: Suggestion
    analysis: "TrackAnalysis | None"
    placed: PlacedTrack


class Auditions(QObject):
    """Puts tracks under the video; remembers where the user moved each of them, per video."""

    entered = Signal(object)
    """`Audition`: another track is under the video now."""
    placed = Signal(object)
    """`Audition`: the same track, elsewhere under the video or at another level."""
    heard = Signal(object)
    """`Audition`: the same track where it was; it was heard in full since, and is known now."""
    levelled = Signal()
    """Levels are matched differently now."""
    left = Signal()
    """There is no track under the video any more."""

    def __init__(
        self,
        with_player: WithPlayer,
        look_up: LookUp,
        session: Callable[[], MatchingSession | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._with_player = with_player
        self._look_up = look_up
        self._session = session
        self._wanted: Suggestion | None = None
        self._current: Audition | None = None
        self._level = LevelMatch()
        self._moved: dict[Path, float] = {}
        self._waiting: tuple[Suggestion, ...] = ()
        self._standing: tuple[Audition, ...] = ()
        self._told: tuple[PlacedTrack, ...] = ()

    @property
    def current(self) -> Audition | None:
        """What is under the video now."""
        return self._current

    @property
    def level(self) -> LevelMatch:
        """How levels are matched."""
        return self._level

    def enter(self, suggestion: Suggestion, *, play: bool) -> None:
        """Put a track under the video, where the user left it or else where it fits; play if asked.

        The newest request wins. A track that stands by is entered before this returns.
        """
        self._wanted = suggestion
        for standing in self._standing:
            if suggestion.placed and standing.suggestion.path == suggestion.path:
                self._take(suggestion, [(suggestion, standing.analysis)], play=play)
                return
        look_up = partial(_look_up, self._session(), [suggestion])
        self._look_up(look_up, partial(self._take, suggestion, play=play))

    def learn(self, order: Sequence[Suggestion]) -> None:
        """See whether the list knows by now where the track fits that is under the video.

        It entered before it had been heard in full. It stays where it sounds: nobody wants it to jump.
        """
        current = self._current
        if current is None or current.suggestion.placed:
            return
        path = current.suggestion.path
        now = next((one for one in order if one.path == path and one.placed), None)
        if now is not None:
            self._look_up(partial(_look_up, self._session(), [now]), self._know)

    def leave(self) -> None:
        """Leave the video without music."""
        self._wanted = self._current = None
        self._with_player(lambda player: player.set_track(None))
        self.left.emit()

    def forget_moves(self) -> None:
        """Let every track enter where it is suggested: there is another video."""
        self._moved.clear()

    @property
    def moves(self) -> Mapping[Path, float]:
        """Where the user moved tracks under this video."""
        return self._moved

    def bring_back(self, moves: Mapping[Path, float]) -> None:
        """Have tracks enter where the user moved them earlier."""
        self._moved.update(moves)

    def placement_s(self, suggestion: Suggestion) -> float:
        """Return where a track enters: where the user moved it, else where it is suggested."""
        return self._moved.get(suggestion.path, suggestion.placement_s)

    def placing(self, suggestion: Suggestion) -> Callable[[], PlacedTrack]:
        """Return what says how a track lies under the video, as things are now.

        What is moved or levelled later does not change it.
        """
        current = self._current
        if current is not None and current.suggestion.path == suggestion.path:
            placed = current.placed
            return lambda: placed
        session, level, moved_s = self._session(), self._level, self._moved.get(suggestion.path)

        def look_up() -> PlacedTrack:
            [(found, analysis)] = _look_up(session, [suggestion])
            gain_db = level.gain_db(found.integrated_lufs, _peak_dbfs(analysis))
            placement_s = found.placement_s if moved_s is None else moved_s
            return PlacedTrack(suggestion.path, placement_s, gain_db)

        return look_up

    def place(self, placement_s: float | None) -> None:
        """Move the track under the video; None moves it back to where it is suggested.

        Where it was suggested, it counts as not moved.
        """
        current = self._current
        if current is None:
            return
        path, suggested_s = current.suggestion.path, current.suggestion.placement_s
        if placement_s is None or same_place(placement_s, suggested_s):
            self._moved.pop(path, None)
        else:
            self._moved[path] = placement_s
        self._change(replace(current.placed, placement_s=self.placement_s(current.suggestion)))

    def set_level(self, level: LevelMatch) -> None:
        """Match levels differently, at once."""
        self._level = level
        self._stand(self._waiting, [(one.suggestion, one.analysis) for one in self._standing])
        current = self._current
        if current is not None:
            self._change(replace(current.placed, gain_db=self._gain_db(current.suggestion, current.analysis)))
        self.levelled.emit()

    def stand_by(self, suggestions: Sequence[Suggestion]) -> None:
        """Have tracks decoded ahead, so that changing to one of them takes no time.

        One that is not placed yet can't be: nobody knows where it enters. The newest request wins.
        """
        self._waiting = waiting = tuple(one for one in suggestions if one.placed)
        self._look_up(partial(_look_up, self._session(), waiting), partial(self._stand, waiting))

    def under_target_db(self, audition: Audition) -> float:
        """Return how far a track stays under the common loudness because of its peak."""
        suggestion, analysis = audition.suggestion, audition.analysis
        return self._level.under_target_db(suggestion.integrated_lufs, _peak_dbfs(analysis))

    def _take(self, wanted: Suggestion, found: Sequence[Found], *, play: bool) -> None:
        if wanted is not self._wanted:
            return
        [(suggestion, analysis)] = found
        self._current = current = self._audition(suggestion, analysis)
        self._send(current.placed, play=play)
        self.entered.emit(current)

    def _know(self, found: Sequence[Found]) -> None:
        [(suggestion, analysis)] = found
        current = self._current
        if current is None or current.suggestion.path != suggestion.path or current.suggestion.placed:
            return
        self._current = replace(current, suggestion=suggestion, analysis=analysis)
        self.heard.emit(self._current)

    def _stand(self, waiting: tuple[Suggestion, ...], found: Sequence[Found]) -> None:
        if waiting is not self._waiting:
            return
        self._standing = tuple(self._audition(suggestion, analysis) for suggestion, analysis in found)
        standby = tuple(one.placed for one in self._standing)
        if standby != self._told:
            self._told = standby
            self._with_player(lambda player: player.set_standby(standby))

    def _change(self, placed: PlacedTrack) -> None:
        if self._current is None or placed == self._current.placed:
            return
        self._current = replace(self._current, placed=placed)
        self._send(placed, play=False)
        self.placed.emit(self._current)

    def _send(self, placed: PlacedTrack, *, play: bool) -> None:
        def send(player: AuditionPlayer) -> None:
            player.set_track(placed.path, placed.placement_s, placed.gain_db)
            if play:
                player.play()

        self._with_player(send)

    def _audition(self, suggestion: Suggestion, analysis: "TrackAnalysis | None") -> Audition:
        gain_db = self._gain_db(suggestion, analysis)
        placed = PlacedTrack(suggestion.path, self.placement_s(suggestion), gain_db)
        return Audition(suggestion, analysis, placed)

    def _gain_db(self, suggestion: Suggestion, analysis: "TrackAnalysis | None") -> float:
        return self._level.gain_db(suggestion.integrated_lufs, _peak_dbfs(analysis))


def _look_up(session: MatchingSession | None, suggestions: Sequence[Suggestion]) -> list[Found]:
    """Find out what is known of tracks, and where they lie if the list doesn't know yet."""
    if session is None:
        return [(one, None) for one in suggestions]
    placed = [one if one.placed else session.placed(one.path) or one for one in suggestions]
    return [(one, session.track_analysis(one.path)) for one in placed]


def _peak_dbfs(analysis: "TrackAnalysis | None") -> float:
    """Return a track's peak; full scale, the safe assumption, where it isn't known."""
    return analysis.sound.peak_dbfs if analysis is not None else 0.0
