"""What making an archive came to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.training.archives.writer import ArchiveWriter


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that gave no item, and the sentence that says why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """What was written, and what was left out."""

    path: Path
    items: int
    rows: int
    groups: int
    rate_hz: float
    video: Mapping[str, int]
    """Column name -> width."""
    music: Mapping[str, int]
    """Column name -> width."""
    splits: Mapping[str, int]
    """Name -> number of items."""
    dropped_s: Mapping[str, float]
    """Reason -> seconds of media that were left out for it."""
    skipped: Sequence[Skipped]

    def to_json(self) -> dict[str, object]:
        """The report as values that JSON has."""
        return {
            "archive": str(self.path),
            "items": self.items,
            "rows": self.rows,
            "groups": self.groups,
            "rate_hz": self.rate_hz,
            "video": dict(self.video),
            "music": dict(self.music),
            "splits": dict(self.splits),
            "dropped_s": {reason: round(seconds, 3) for reason, seconds in self.dropped_s.items()},
            "skipped": [{"source": one.source, "reason": one.reason} for one in self.skipped],
        }


def report_of(
    writer: ArchiveWriter, dropped_s: Mapping[str, float] | None = None, skipped: Sequence[Skipped] = ()
) -> ArchiveReport:
    """Tell what `writer` wrote; to be called after its block has ended."""
    return ArchiveReport(
        path=writer.path,
        items=writer.items,
        rows=writer.rows,
        groups=len(set(writer.groups)),
        rate_hz=writer.rate_hz,
        video=writer.widths("video"),
        music=writer.widths("music"),
        splits=dict(sorted(Counter(writer.splits).items())),
        dropped_s=dict(dropped_s or {}),
        skipped=tuple(skipped),
    )
