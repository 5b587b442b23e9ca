"""Where somebody speaks in videos, kept: a folder of small files that may be deleted at any time."""

import json
import logging
from itertools import pairwise
from pathlib import Path
from typing import Any

from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.whole_file import write_whole

_log = logging.getLogger(__name__)


class SpeechCache:
    """Finds spans by the video they are of and the detector they are from."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which need not exist."""
        self._folder = folder

    def find(self, media_id: str, detector: str) -> SpeechSpans | None:
        """Return the spans that `detector` found, or None; what is damaged is unknown."""
        try:
            document = json.loads(self._place(media_id).read_text("utf-8"))
            return _spans(document["spans"]) if document["detector"] == detector else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def keep(self, media_id: str, detector: str, spans: SpeechSpans) -> None:
        """Keep spans; a disk that has no room for them costs nothing but looking again."""
        place = self._place(media_id)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(place, json.dumps({"detector": detector, "spans": spans}).encode())
        except OSError as error:
            _log.warning("%s can't be kept: %s", place, error)

    def _place(self, media_id: str) -> Path:
        return self._folder / f"{media_id}.json"


def _spans(found: list[Any]) -> SpeechSpans:
    """Spans as they were kept.

    Raises:
        ValueError: these are none.
    """
    spans = tuple((float(begin), float(end)) for begin, end in found)
    edges = [edge for span in spans for edge in span]
    if not all(earlier < later for earlier, later in pairwise(edges)):
        raise ValueError("spans out of order")
    return spans
