"""Speech in the open video: looked for once somebody wants ducking, told to the player when it is found."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.gui.auditions import WithPlayer
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.player_protocol import AuditionPlayer
from tivm_desktop.gui.session_protocol import MatchingSession


class SpeechFinder(QObject):
    """Knows where somebody speaks in the open video, or that this is being found out."""

    changed = Signal()
    """What is known has changed, or whether it is being found out."""
    failed = Signal(str)
    """One sentence for the user."""
    solved = Signal(str)
    """A sentence of `failed` that is not true any more."""

    def __init__(
        self,
        with_player: WithPlayer,
        session: Callable[[], MatchingSession | None],
        marshal: Marshal,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._with_player = with_player
        self._session = session
        self._video: Path | None = None
        self._wanted = self._looking = False
        self._spans: SpeechSpans | None = None
        self._sentence = ""
        marshal.speech_heard.connect(self._take)
        marshal.speech_refused.connect(self._refuse)

    @property
    def spans(self) -> SpeechSpans | None:
        """Where somebody speaks in the open video, in order; None where it is not known."""
        return self._spans

    @property
    def looking(self) -> bool:
        """Whether it is being found out."""
        return self._looking

    @property
    def sentence(self) -> str:
        """Why it can't be found out; empty where it can."""
        return self._sentence

    def set_video(self, video: Path) -> None:
        """Forget what was known: another video is open."""
        self._video = video
        self._know(None)

    def want(self, *, wanted: bool) -> None:
        """Find speech in this video and the next ones, or not any more."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.look()

    def look(self) -> None:
        """Have speech looked for, if it is wanted, not known, and there is a session to ask."""
        session = self._session()
        if not self._wanted or self._looking or self._spans is not None or self._video is None:
            return
        if session is not None:
            self._looking = True
            session.find_speech()
            self.changed.emit()

    def tell(self, player: AuditionPlayer) -> None:
        """Tell a player that has opened the video where somebody speaks in it."""
        player.set_speech(self._spans or ())

    def _take(self, video: Path, spans: SpeechSpans) -> None:
        if video == self._video:
            self._know(spans)
            self._with_player(self.tell)

    def _refuse(self, video: Path, sentence: str) -> None:
        if video == self._video:
            self._know(None)
            self._sentence = sentence
            self.failed.emit(sentence)
            self.changed.emit()

    def _know(self, spans: SpeechSpans | None) -> None:
        self._spans = spans
        self._looking = False
        if self._sentence:
            said, self._sentence = self._sentence, ""
            self.solved.emit(said)
        self.changed.emit()
