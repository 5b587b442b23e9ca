"""What is left of a run that ended unexpectedly."""

from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.faults import stack_since
from tivm_desktop.runs.mark import ENDING, RunFacts, RunMark

LINES = 200
_TAIL = 1 << 16


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that did not come to its end."""

    facts: RunFacts
    at: float
    """When it was last seen alive, or died: `time.time()`."""
    stack: str = ""
    """Stacks of its threads, where it had time to leave them."""
    log: tuple[str, ...] = ()
    """The last lines of its log."""


def ended_before(mark: RunMark, profile: Profile) -> Ended | None:
    """Return what is left of the run before, None if it came to its end or was asked to end.

    To be called before this run writes to the log.
    """
    facts = mark.last
    if facts is None or facts.state == ENDING:
        return None
    stack, died = stack_since(profile.faults_file, facts.faults_from)
    seen = [mark.last_seen, died]
    if profile.log_file.exists():
        seen.append(profile.log_file.stat().st_mtime)
    return Ended(facts, max(seen), stack, tuple(last_lines(profile.log_file, LINES)))


def last_lines(log: Path, lines: int) -> list[str]:
    """Return the last lines of a log, the file before it included where it was begun anew."""
    found: list[str] = []
    for file in (log, log.with_name(f"{log.name}.1")):
        try:
            with file.open("rb") as stream:
                stream.seek(max(file.stat().st_size - _TAIL, 0))
                found = stream.read().decode("utf-8", "replace").splitlines() + found
        except OSError:
            continue
        if len(found) >= lines:
            break
    return found[-lines:]
