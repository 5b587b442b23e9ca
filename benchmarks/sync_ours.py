"""Plays a plan of `sync` in the real window: run by `benchmarks.sync`, not by hand."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.heartbeat import Heartbeat, pause, until
from benchmarks.output_lead import latency_ms, note_leads
from benchmarks.sync_plan import FLASH_LEVEL, SEEK_PLAYS_S, SPEED_PLAYS_S, Plan, Watched

if TYPE_CHECKING:
    from tivm_desktop.app import Desktop
    from tivm_desktop.gui.player_protocol import Frame
    from tivm_desktop.playback.player import Player


class Watcher:
    """Stands between player and preview and stamps each flash when it has been painted."""

    def __init__(self, desktop: "Desktop", player: "Player") -> None:
        self._player = player
        self._handed: Frame | None = None
        self.watched = Watched()
        desktop.window.preview.painted.connect(self._painted)
        desktop.window.preview.follow(self._frame_due)

    def _frame_due(self) -> "Frame | None":
        frame = self._player.frame_due()
        if frame is not None:
            self._handed = frame
        return frame

    def _painted(self) -> None:
        now_s = time.monotonic()
        frame, self._handed = self._handed, None
        if frame is not None:
            height, width, _ = frame.rgb.shape
            self.watched.painted(white=bool(frame.rgb[height // 2, width // 2, 1] > FLASH_LEVEL), now_s=now_s)


def main() -> None:
    """Start the program, play, and answer."""
    from tivm_desktop.app import build, parse
    from tivm_desktop.library.profile import Profile

    leads = note_leads()
    plan = Plan.read(Path(sys.argv[1]))
    profile = Profile(Path(plan.profile))
    profile.create()
    desktop = build(parse(["--theme", "dark"]), profile)
    desktop.window.show()
    player = started(desktop, plan)
    watcher = Watcher(desktop, player)
    heartbeat = Heartbeat()
    player.pause()
    player.seek(0.0)
    pause(1.0)
    heartbeat.start()
    leads.clear()
    while_starting = player.underruns
    watcher.watched.begin("playing")
    player.set_track(Path(plan.track), plan.lead_in_s)
    player.play()
    until(lambda: player.state.position_s >= plan.seconds, plan.seconds + 10.0)
    watcher.watched.part.expected = plan.flashes_within(0.0, plan.seconds)
    seek(player, plan, watcher.watched)
    change_speed(player, plan, watcher.watched)
    beats = heartbeat.figures()
    player.pause()
    pause(0.5)
    rows = desktop.window.tracks.model.rowCount()
    still = desktop.window.top.analysing
    error = player.state.error
    device = player.state.device
    underruns = player.underruns - while_starting
    desktop.window.close()
    if error is not None:
        raise RuntimeError(error)
    watcher.watched.write(
        plan.into,
        heartbeat=beats,
        underruns=underruns,
        underruns_while_starting=while_starting,
        output_latency_ms=latency_ms(leads),
        device=device,
        analysis={"tracks": rows, "to_the_end": still} if plan.analyse else None,
    )


def started(desktop: "Desktop", plan: Plan) -> "Player":
    """Open the plan's video in the window, as a drop does."""
    engine, window = desktop.engine, desktop.window
    until(lambda: window.status.pack_text() != "" and engine.state is not None, 60.0, "the window")
    paths = [Path(plan.video), *([Path(plan.analyse)] if plan.analyse else [])]
    engine.take_in(paths)
    until(lambda: window.preview.frames_painted > 0, 30.0, "the first picture")
    if plan.analyse is None:
        engine.cancel_video()
    players: list[Player] = []
    engine.with_player(players.append)  # type: ignore[arg-type]
    return players[0]


def seek(player: "Player", plan: Plan, watched: Watched) -> None:
    """Go to each target and play on from there."""
    watched.begin("seeks")
    for target_s in plan.targets_s:
        player.seek(target_s)
        end_s = target_s + SEEK_PLAYS_S
        until(lambda end_s=end_s: player.state.position_s >= end_s, SEEK_PLAYS_S + 5.0)  # type: ignore[misc]
        watched.part.expected += plan.flashes_within(target_s, end_s)


def change_speed(player: "Player", plan: Plan, watched: Watched) -> None:
    """Play the beginning at each speed."""
    for speed in plan.speeds:
        watched.begin(f"speed {speed:g}")
        player.set_speed(speed)
        player.seek(0.0)
        end_s = min(SPEED_PLAYS_S * speed, plan.seconds)
        until(lambda end_s=end_s: player.state.position_s >= end_s, end_s / speed + 5.0)  # type: ignore[misc]
        watched.part.expected = plan.flashes_within(0.0, end_s)
    player.set_speed(1.0)


if __name__ == "__main__":
    main()
