"""The keys that move through the ranked tracks, wherever the focus is."""

from functools import partial

from tivm_desktop.gui.auditions import Auditions
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.track_view import TrackView

_GROUP = "Tracks"
_ALL = 1 << 30


def bind_list(view: TrackView, auditions: Auditions, shortcuts: Shortcuts) -> None:
    """Have keys go from track to track: the picture plays on, another track sounds under it.

    The first press begins with the best track; at the ends of the list the track that sounds goes on.
    """
    go = partial(_go, view, auditions)
    add = shortcuts.add
    add("tracks.up", _GROUP, tr("The track above"), "Up", partial(go, -1), repeats=True)
    add("tracks.down", _GROUP, tr("The track below"), "Down", partial(go, 1), repeats=True)
    add("tracks.first", _GROUP, tr("The best track"), "Ctrl+Home", partial(go, -_ALL))
    add("tracks.last", _GROUP, tr("The last track"), "Ctrl+End", partial(go, _ALL))


def _go(view: TrackView, auditions: Auditions, rows: int) -> None:
    view.settling.touched()
    heard = auditions.current
    if heard is None:
        view.step(rows if abs(rows) == _ALL else -_ALL)
        return
    row = view.currentIndex().row()
    last = view.model().rowCount() - 1
    stays = min(max(row + rows, 0), last) == row
    if not (stays and view.current_path() == heard.suggestion.path):
        view.step(rows)
