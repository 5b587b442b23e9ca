"""How soon a folder never seen before begins to be ranked for a video just dropped.

    python -m benchmarks.first_ranking [VIDEO [MUSIC_FOLDER]] [--tracks 10]

Nothing is known: an empty profile each time. `open`: the session stands as in a window that has been open for
a moment, and times run from the drop. `starting`: the program is started with the video; times run from the
moment the session is asked for, and no worker is there yet. `open_without_the_small_copy` as `open`, without
the proxy that is made beside. The peer is decoding the video's frames once with the same library in a process
that is warm already. Prints one JSON document.
"""

# ruff: noqa: ARG002 - a listener is told more than this one wants to know

import argparse
import json
import os
import tempfile
import threading
import time
from pathlib import Path

import av

from benchmarks.samples import sample_music, sample_video
from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.proxy_cache import ProxyCache
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.packs import find_pack
from tivm_desktop.matching.session import SuggestionSession

OPEN_FOR_S = 1.0


class Stopwatch(SessionListener):
    """Notes when something happened first."""

    def __init__(self, tracks: int) -> None:
        self.start_s = time.perf_counter()
        self.moments: dict[str, float] = {}
        self.enough = threading.Event()
        self.stands = threading.Event()
        self._tracks = tracks

    def restart(self) -> None:
        """Count from now."""
        self.start_s = time.perf_counter()
        self.moments = {}

    def note(self, what: str) -> None:
        self.moments.setdefault(what, round(time.perf_counter() - self.start_s, 2))

    def folder_failed(self, folder: Path, message: str) -> None:
        raise SystemExit(message)

    def library_changed(self, status: LibraryStatus) -> None:
        if status.state is LibraryState.SETTLED and status.total:
            self.enough.set()

    def video_progress(self, video: Path, done_s: float, total_s: float) -> None:
        self.note("video_begun_s")

    def video_ready(self, video: Path, analysis: VideoAnalysis) -> None:
        self.note("video_analysed_s")

    def video_failed(self, video: Path, message: str) -> None:
        raise SystemExit(message)

    def ranked(self, video: Path, suggestions: tuple[Suggestion, ...], total: int) -> None:
        if suggestions:
            self.note("first_ranked_s")
        if len(suggestions) >= self._tracks:
            self.note(f"{self._tracks}_ranked_s")
            self.enough.set()

    def found(self, tracks: tuple[FoundTrack, ...], total: int) -> None:
        pass

    def proxy_ready(self, video: Path, proxy: Path) -> None:
        pass

    def speech_found(self, video: Path, spans: SpeechSpans) -> None:
        pass

    def speech_failed(self, video: Path, message: str) -> None:
        pass

    def provider_active(self, provider: str) -> None:
        self.note("provider_known_s")
        self.stands.set()

    def provider_failed(self, message: str) -> None:
        raise SystemExit(message)

    def warned(self, message: str) -> None:
        raise SystemExit(message)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path, nargs="?", default=None)
    parser.add_argument("music", type=Path, nargs="?", default=None)
    parser.add_argument("--tracks", type=int, default=10)
    arguments = parser.parse_args()
    video, music = arguments.video or sample_video(), arguments.music or sample_music()
    moments = {
        "open": _ranked_first(video, music, arguments.tracks, proxy=True, starting=False),
        "open_without_the_small_copy": _ranked_first(
            video, music, arguments.tracks, proxy=False, starting=False
        ),
        "starting": _ranked_first(video, music, arguments.tracks, proxy=True, starting=True),
    }
    start = time.perf_counter()
    with av.open(str(video)) as container:
        frames = sum(1 for _ in container.decode(video=0))
    decode_s = time.perf_counter() - start
    report = {
        "benchmark": "first_ranking",
        "cores": os.cpu_count(),
        **moments,
        "frames": frames,
        "decode_video_s": round(decode_s, 2),
        "first_ranked_to_decode_video": round(
            moments["open"].get("first_ranked_s", float("nan")) / decode_s, 2
        ),
    }
    print(json.dumps(report))


def _ranked_first(video: Path, music: Path, tracks: int, *, proxy: bool, starting: bool) -> dict[str, float]:
    """Rank once, with or without the small copy of the picture, the session just made or standing."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(Path(folder))
        watch = Stopwatch(tracks)
        proxies = ProxyCache(profile.proxies_folder) if proxy else None
        session = SuggestionSession(find_pack(None, profile), "auto", profile, watch, proxies=proxies)
        try:
            if not starting:
                watch.stands.wait(300)
                time.sleep(OPEN_FOR_S)
                watch.restart()
            session.set_music_folders([music])
            session.set_video(video)
            watch.enough.wait(300)
        finally:
            session.close()
    return watch.moments


if __name__ == "__main__":
    main()
