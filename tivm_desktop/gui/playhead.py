"""Where in the video playing stands, and whether it goes on: play, hold, scrub, seek, step."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tivm_desktop.gui.auditions import WithPlayer
from tivm_desktop.gui.parts import VideoFacts
from tivm_desktop.gui.player_protocol import AuditionPlayer, AuditionState


class Playhead(QObject):
    """Moves the player's clock, and remembers over a scrub that it ran before."""

    picture_asked = Signal()
    """Another picture was asked for by a seek or by scrubbing, and is on its way."""

    def __init__(
        self,
        with_player: WithPlayer,
        state: Callable[[], AuditionState | None],
        video: Callable[[], VideoFacts | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._with_player = with_player
        self._state = state
        self._video = video
        self._resumes = False

    @property
    def last_frame_s(self) -> float:
        """When the video's last frame begins; 0 without a video."""
        state, video = self._state(), self._video()
        if state is None or video is None:
            return 0.0
        return max((state.duration_s or video.duration_s) - 1 / video.stepping_hz, 0.0)

    def start_over(self) -> None:
        """Forget what a scrub held: another video is open."""
        self._resumes = False

    def toggle_play(self) -> None:
        """Play, or hold picture, original sound and music together."""
        state = self._state()
        if self._video() is None or state is None:
            return
        self._resumes = False
        self._with_player(_pause if state.playing else _play_normally)

    def hold(self) -> None:
        """Hold picture, original sound and music; what plays next plays at the normal speed."""
        self._resumes = False
        self._with_player(_pause)

    def scrub(self, time_s: float) -> None:
        """Hold, and show a picture near a second of the video as quickly as can be."""
        state = self._state()
        self._resumes = self._resumes or (state is not None and state.playing)
        self._with_player(lambda player: player.scrub(time_s))
        self.picture_asked.emit()

    def seek(self, time_s: float) -> None:
        """Go to a second of the video; what `scrub` held goes on."""
        self._with_player(lambda player: player.seek(time_s))
        self.picture_asked.emit()
        if self._resumes:
            self._resumes = False
            self._with_player(_play)

    def step_frames(self, frames: int) -> None:
        """Hold, and go some frames on (or back, negative)."""
        state, video = self._state(), self._video()
        if video is None or state is None:
            return
        target_s = (round(state.position_s * video.stepping_hz) + frames) / video.stepping_hz
        self._with_player(_pause)
        self.seek(min(max(target_s, 0.0), self.last_frame_s))


def _play(player: AuditionPlayer) -> None:
    player.play()


def _play_normally(player: AuditionPlayer) -> None:
    _at_normal_speed(player)
    player.play()


def _pause(player: AuditionPlayer) -> None:
    player.pause()
    _at_normal_speed(player)


def _at_normal_speed(player: AuditionPlayer) -> None:
    if player.state.speed != 1.0:
        player.set_speed(1.0)
