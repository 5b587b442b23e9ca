"""How listening to the library goes, in one line."""

from tivm_desktop.domain.library_status import LibraryState, LibraryStatus

_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400


def index_line(status: LibraryStatus) -> str:
    """Say how far it is, how long it takes, or why it waits; empty where nothing is to be done."""
    if status.state is LibraryState.SETTLED:
        return ""
    if status.state is LibraryState.SCANNING:
        return "Looking at the music folders…"
    done = f"{done_of(status):,} of {whole(status):,}"
    if status.state is LibraryState.PAUSED:
        return f"Listening is paused · {done}"
    if status.state is LibraryState.WAITING:
        why = status.why_waiting
        said = f"Waiting: {why}" if why[:1].islower() else why or "Waiting"
        return f"{said} · {done}"
    left = f" · {remaining(status.eta_s)}" if status.eta_s is not None else ""
    return f"{'Listening in full' if in_full(status) else 'Listening'} · {done}{left}"


def in_full(status: LibraryStatus) -> bool:
    """Tell whether all can be ranked, and whole tracks are listened to."""
    return status.coarse >= whole(status)


def whole(status: LibraryStatus) -> int:
    """Return how many tracks can be listened to."""
    return max(status.total - len(status.failed), 0)


def done_of(status: LibraryStatus) -> int:
    """Return how many tracks this pass is done with."""
    return min(status.full if in_full(status) else status.coarse, whole(status))


def remaining(eta_s: float) -> str:
    """Write how long something takes yet, as exactly as anybody can tell."""
    if eta_s < _MINUTE_S:
        return "less than a minute left"
    if eta_s < 100 * _MINUTE_S:
        return f"{eta_s / _MINUTE_S:.0f} min left"
    if eta_s < 2 * _DAY_S:
        return f"{eta_s / _HOUR_S:.0f} h left"
    return f"{eta_s / _DAY_S:.0f} days left"
