"""What a program and all its workers hold in memory."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Memory:
    """Of one process, in KB."""

    resident: int
    """RSS."""
    own: int
    """What nobody shares with it, and its share of the rest (PSS)."""


def memory_of(process: int) -> dict[int, Memory]:
    """Return what a process and all below it hold, by their ids; what ended meanwhile is left out."""
    found: dict[int, Memory] = {}
    pending = [process]
    while pending:
        one = pending.pop()
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            for task in Path(f"/proc/{one}/task").iterdir():
                pending += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:] if line.endswith("kB")}
        if "Rss" in sizes:
            found[one] = Memory(sizes["Rss"], sizes["Pss"])
    return found
