"""Pictures of the real window at work, for the documentation.

    python -m benchmarks.screenshots VIDEO MUSIC_FOLDER [--into docs/images] [--themes dark light] [--scale 1]

Starts the real program on an X server and a sound server of its own, with a fresh profile, opens the video
with the folder, and saves for each theme: `welcome`, `analysing` (some tracks ranked, more to come),
`auditioning` (a track plays under the picture), then `placement`, `range`, `filters`, `mix` and `settings`.
The folder is shown as `~/Music`. Prints one JSON document.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.acts import Acts, pause, play, until
from benchmarks.null_sink import null_sink
from benchmarks.virtual_screen import virtual_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tivm_desktop.app import Desktop

SIZE = (1600, 1000)
PICTURE_S = 33.2
"""A second of the video worth showing."""
RANGE_S = (14.0, 38.0)
CHOSEN_ROW = 1
SOME = 9
"""Tracks ranked when the folder's analysis is shown."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("video", type=Path)
    parser.add_argument("music", type=Path)
    parser.add_argument("--into", type=Path, default=Path("docs/images"))
    parser.add_argument("--themes", nargs="+", default=["dark", "light"])
    parser.add_argument("--scale", type=int, default=1, help="device pixels for each logical pixel")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child is not None:
        show(arguments.video, arguments.music, arguments.into, arguments.child)
        return
    for theme in arguments.themes:
        photograph(arguments, theme)
    saved = sorted(path.name for path in arguments.into.glob("*.png"))
    print(json.dumps({"into": str(arguments.into), "pictures": saved}))


def photograph(arguments: argparse.Namespace, theme: str) -> None:
    """Run the program once in a home of its own, in one theme."""
    width, height = (side * arguments.scale for side in SIZE)
    with virtual_screen(f"{width}x{height}x24") as display, null_sink() as sink, TemporaryDirectory() as home:
        music = Path(home) / "Music"
        music.symlink_to(arguments.music.resolve(), target_is_directory=True)
        environment = {**os.environ, **sink.environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment["HOME"] = home
        environment["QT_SCALE_FACTOR"] = str(arguments.scale)
        command = [sys.executable, "-m", "benchmarks.screenshots", str(arguments.video.resolve()), str(music)]
        command += ["--into", str(arguments.into.resolve()), "--child", theme]
        subprocess.run(command, env=environment, check=True)


def show(video: Path, music: Path, into: Path, theme: str) -> None:
    from tivm_desktop.app import build, parse
    from tivm_desktop.library.profile import Profile

    profile = Profile(Path.home() / "profile")
    profile.create()
    desktop = build(parse(["--theme", theme]), profile)
    desktop.window.resize(*SIZE)
    desktop.window.move(0, 0)
    desktop.window.show()
    acts = script(desktop, video, music, into, theme)
    play(desktop, acts, every_ms=50)


def script(desktop: "Desktop", video: Path, music: Path, into: Path, theme: str) -> Acts:
    """Go on step by step; each yield is a moment in which the program runs."""
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    from tivm_desktop.domain.video_range import VideoRange
    from tivm_desktop.gui.settings_window import SettingsWindow

    window, engine = desktop.window, desktop.engine

    def picture(name: str, *parts: "QWidget", around: int = 0) -> None:
        into.mkdir(parents=True, exist_ok=True)
        seen = window.screen().grabWindow(0)
        if parts:
            area = QRect()
            for part in parts:
                area |= QRect(part.mapToGlobal(QPoint(0, 0)), part.size())
            seen = seen.copy(area.adjusted(-around, -around, around, around) & window.geometry())
        seen.save(str(into / f"{name}-{theme}.png"))

    def shown(kind: "type[QWidget]") -> "list[QWidget]":
        return [one for one in desktop.application.topLevelWidgets() if isinstance(one, kind)]

    def press(keys: str) -> None:
        QTest.keySequence(window, QKeySequence(keys))

    yield from until(lambda: window.status.pack_text() != "" and window.status.device_text() != "")
    window.activateWindow()  # nobody else does it on a screen without a window manager, and keys go nowhere
    yield from pause(1.0)
    picture("welcome")
    engine.take_in([video, music])
    yield from until(lambda: window.tracks.model.rowCount() >= SOME)
    yield from play_again(desktop)
    engine.playhead.seek(PICTURE_S)
    yield from pause(1.5)
    picture("analysing")
    yield from until(lambda: not window.top.analysing)
    yield from pause(1.0)
    yield from play_again(desktop)
    window.tracks.view.setCurrentIndex(window.tracks.model.index(CHOSEN_ROW, 0))
    chosen = window.tracks.model.suggestion(CHOSEN_ROW)
    if chosen is not None:
        engine.auditions.enter(chosen, play=True)
    engine.playhead.seek(PICTURE_S)
    yield from pause(2.0)
    picture("auditioning")
    picture("placement", window.timeline)
    press("Ctrl+Shift+F")
    yield from pause(0.7)
    picture("filters", window.tracks, window.library.search.popover)
    window.library.search.popover.close()
    window.mix.open()
    yield from pause(0.7)
    picture("mix", window.transport, window.mix.popover, around=20)
    window.mix.popover.close()
    engine.set_range(VideoRange(RANGE_S[0], RANGE_S[1]))
    engine.playhead.seek(PICTURE_S)
    yield from pause(4.0)
    picture("range")
    press("Ctrl+,")
    yield from pause(1.0)
    yield from until(lambda: bool(shown(SettingsWindow)))
    settings = shown(SettingsWindow)[0]
    settings.grab().save(str(into / f"settings-{theme}.png"))
    settings.close()


def play_again(desktop: "Desktop") -> Acts:
    """Do what the window advises where a busy machine has starved the sound device: pause and play."""
    if desktop.window.message.text():
        for _ in ("pause", "play"):
            desktop.engine.playhead.toggle_play()
            yield from pause(0.5)


if __name__ == "__main__":
    main()
