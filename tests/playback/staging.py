"""A player with a manual clock, and what was seen and heard of it."""

from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.playback.making import Decoded, FakeOutput, number_of
from tests.waiting import until
from tivm_desktop.playback.frame_queue import VideoFrame
from tivm_desktop.playback.player import Player

RATE_HZ = 48_000
STEP_S = 0.01
FADE = 720
COUNTING = Path("counting.flac")


class Stage:
    """A player with a manual clock, and what was seen of it."""

    def __init__(self, output: FakeOutput) -> None:
        self.output = output
        self.decoded = Decoded()
        self.player = Player(output, read_sound=self.decoded.read)
        self.seen: list[VideoFrame] = []

    def look(self) -> int | None:
        frame = self.player.frame_due()
        if frame is None:
            return None
        self.seen.append(frame)
        return number_of(frame.rgb)

    def show(self, path: Path) -> None:
        self.player.open_video(path)
        until(lambda: self.look() is not None, "the first picture")
        until(lambda: self.player.state.opened, "the opened video")

    def start(self) -> None:
        self.player.play()
        until(lambda: self.output.running, "the sound")

    def play_from_start(self, seconds: float) -> None:
        """Play sounds that begin with the video, no faster than they are decoded."""
        self.start()
        for step in range(round(seconds / STEP_S)):
            until_s = (step + 1) * STEP_S + self.output.latency_s
            until(partial(self.decoded.reaches, until_s), "what is heard")
            self.output.advance(STEP_S)

    def heard(self) -> NDArray[np.float32]:
        return self.output.heard()[:, 0]
