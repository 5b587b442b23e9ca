"""Analyses of tracks read lately, so that asking again costs nothing."""

import threading
from collections import OrderedDict

from tivm_desktop.domain.analysis import TrackAnalysis

MOST = 128
"""Analyses kept; 0.3 MB each for four minutes of music."""


class RecentAnalyses:
    """The last few analyses, by audio id. Any thread."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, TrackAnalysis] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, audio_id: str) -> TrackAnalysis | None:
        """Return the analysis, if it is kept, and keep it longer."""
        with self._lock:
            found = self._kept.get(audio_id)
            if found is not None:
                self._kept.move_to_end(audio_id)
            return found

    def put(self, audio_id: str, analysis: TrackAnalysis) -> None:
        """Keep an analysis; the one not asked for longest goes."""
        with self._lock:
            self._kept[audio_id] = analysis
            self._kept.move_to_end(audio_id)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
