"""Speech in the session's video: recalled, or found by a worker when somebody wants to know."""

from collections.abc import Callable
from pathlib import Path

from tivm_desktop.domain.errors import FileError, TivmError
from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.domain.speech import SPEECH_VERSION
from tivm_desktop.encoders.speech_pack import load_speech_pack
from tivm_desktop.library.known import FileStamp, file_stamp, video_id
from tivm_desktop.library.speech_cache import SpeechCache
from tivm_desktop.matching.asking import Asking
from tivm_desktop.matching.jobs import AnalysisJob, Done, Failed, Outcome
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.speech import find_speech
from tivm_desktop.matching.workers import AnalysisPool


class SpeechSearch:
    """Knows the video, and looks for the speech in it when asked. Lives on the session's thread."""

    def __init__(
        self,
        pool: AnalysisPool,
        pack_folder: Path,
        cache: SpeechCache,
        asking: Asking,
        listener: SessionListener,
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        """Begin without a video.

        Args:
            pool: does the search, on the listening lane.
            pack_folder: folder of the speech pack; looked at with the first search.
            cache: where spans are kept.
            asking: looks at the video's disk.
            listener: hears `speech_found` or `speech_failed`.
            post: has a call made on the session's thread.
        """
        self._pool = pool
        self._pack_folder = pack_folder
        self._cache = cache
        self._asking = asking
        self._listener = listener
        self._post = post
        self._video: Path | None = None
        self._job: AnalysisJob[SpeechSpans] | None = None
        self._detector = ""

    @property
    def busy(self) -> bool:
        """Whether a search is going on."""
        return self._job is not None

    def set_video(self, video: Path) -> None:
        """Take another video; a search in the one before is given up. The same one goes on."""
        if self._job is not None and video != self._video:
            self._job.cancel()
            self._job = None
        self._video = video

    def find(self) -> None:
        """Tell the listener where somebody speaks in the video, at once if that is known."""
        video = self._video
        if video is None or self.busy:
            return
        try:
            detector = self._detector_id()
        except TivmError as error:
            self._listener.speech_failed(video, str(error))
            return
        self._asking.ask(lambda: _stamp_or_why(video), lambda stamp: self._look_up(video, stamp, detector))

    def _look_up(self, video: Path, stamp: FileStamp | str | None, detector: str) -> None:
        """Recall the spans, or have them found."""
        if video != self._video or self.busy:
            return
        if not isinstance(stamp, FileStamp):
            why = stamp or f"{video} does not answer; check the drive or the network it is on."
            self._listener.speech_failed(video, why)
            return
        media_id = video_id(video, stamp)
        known = self._cache.find(media_id, detector)
        if known is not None:
            self._listener.speech_found(video, known)
            return

        def ended(outcome: Outcome[SpeechSpans]) -> None:
            self._post(lambda: self._ended(job, video, media_id, outcome))

        job = self._pool.submit(find_speech, video, subject=video, lane="listening", done=ended)
        self._job = job

    def _ended(
        self, job: AnalysisJob[SpeechSpans], video: Path, media_id: str, outcome: Outcome[SpeechSpans]
    ) -> None:
        if isinstance(outcome, Done):
            self._cache.keep(media_id, self._detector, outcome.result)
        if job is not self._job:
            return
        self._job = None
        if isinstance(outcome, Done):
            self._listener.speech_found(video, outcome.result)
        elif isinstance(outcome, Failed):
            self._listener.speech_failed(video, outcome.sentence)

    def _detector_id(self) -> str:
        """Identity of what is found, from the pack, which is checked."""
        if not self._detector:
            self._detector = f"{load_speech_pack(self._pack_folder).detector_id}/{SPEECH_VERSION}"
        return self._detector


def _stamp_or_why(video: Path) -> FileStamp | str:
    """Return what a video is now, or the sentence that says why nobody can tell."""
    try:
        return file_stamp(video)
    except FileError as error:
        return str(error)
