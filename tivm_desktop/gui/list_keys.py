"""The keys that move through the ranked tracks, wherever the focus is."""

from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.track_view import TrackView

_GROUP = "Tracks"
_ALL = 1 << 30


def bind_list(view: TrackView, shortcuts: Shortcuts) -> None:
    """Have keys go from track to track: the picture plays on, another track sounds under it."""
    add = shortcuts.add
    add("tracks.up", _GROUP, "The track above", "Up", lambda: view.step(-1), repeats=True)
    add("tracks.down", _GROUP, "The track below", "Down", lambda: view.step(1), repeats=True)
    add("tracks.first", _GROUP, "The best track", "Ctrl+Home", lambda: view.step(-_ALL))
    add("tracks.last", _GROUP, "The last track", "Ctrl+End", lambda: view.step(_ALL))
