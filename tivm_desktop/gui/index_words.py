"""How listening to the library goes, in one line."""

from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.wording import number

_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400


def index_line(status: LibraryStatus) -> str:
    """Say how far it is, how long it takes, or why it waits; empty where nothing is to be done."""
    if status.state is LibraryState.SETTLED:
        return ""
    if status.state is LibraryState.SCANNING:
        return tr("Looking at the music folders…")
    done = tr("{done} of {all}", "tracks").format(done=number(done_of(status)), all=number(status.listenable))
    if status.state is LibraryState.PAUSED:
        return _line(tr("Listening is paused"), done)
    if status.state is LibraryState.WAITING:
        return _line(_waiting(status.why_waiting), done)
    says = tr("Listening in full") if in_full(status) else tr("Listening", "to the library")
    return _line(says, done, remaining(status.eta_s) if status.eta_s is not None else "")


def in_full(status: LibraryStatus) -> bool:
    """Tell whether all can be ranked, and whole tracks are listened to."""
    return status.coarse >= status.listenable


def done_of(status: LibraryStatus) -> int:
    """Return how many tracks this pass is done with."""
    return min(status.full if in_full(status) else status.coarse, status.listenable)


def remaining(eta_s: float) -> str:
    """Write how long something takes yet, as exactly as anybody can tell."""
    if eta_s < _MINUTE_S:
        return tr("less than a minute left")
    if eta_s < 100 * _MINUTE_S:
        return tr("{minutes} min left").format(minutes=number(eta_s / _MINUTE_S))
    if eta_s < 2 * _DAY_S:
        return tr("{hours} h left").format(hours=number(eta_s / _HOUR_S))
    return tr("{days} days left").format(days=number(eta_s / _DAY_S))


def _waiting(why: str) -> str:
    """Say what is waited for: a few words, or a sentence that stands by itself."""
    if not why:
        return tr("Waiting")
    return tr("Waiting: {why}").format(why=spoken(why)) if why[:1].islower() else spoken(why)


def _line(*parts: str) -> str:
    return " · ".join(filter(None, parts))
