"""The one place where the window's parts are made and handed to each other.

What takes long to load (the player, PyAV, ONNX Runtime) is imported by the functions that need it, on the
engine's threads, after the window is on the screen.
"""

import argparse
import gc
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tivm_desktop.bundle import build as this_build
from tivm_desktop.bundle import bundled
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.encoders.runtime_folder import choose, runtime
from tivm_desktop.library.profile import Profile
from tivm_desktop.machine.screen import has_screen
from tivm_desktop.runs.ended import ended_before
from tivm_desktop.runs.faults import Faults
from tivm_desktop.runs.log import keep_log

if TYPE_CHECKING:
    from tivm_desktop.encoders.sessions import ProviderChoice
    from tivm_desktop.gui.application import Application
    from tivm_desktop.gui.engine import Engine
    from tivm_desktop.gui.parts import Matching, Parts, VideoFacts
    from tivm_desktop.gui.player_protocol import AuditionPlayer
    from tivm_desktop.gui.settings import Settings
    from tivm_desktop.gui.window import MainWindow
    from tivm_desktop.matching.listener import SessionListener

PROBLEM = 2
NO_SCREEN = "There is no screen to open a window on; start it from a desktop, or use `tivm` in a terminal."
TURN_S = 0.001
"""How long a thread that computes keeps the window waiting for the interpreter; Python's own 5 ms add up to
late frames, since a repaint lets go of it many times."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desktop:
    """The program, made but not running: keep it while it runs."""

    application: "Application"
    engine: "Engine"
    window: "MainWindow"
    settings: "Settings"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window and return the exit status: 0, in smoke mode 1 if nothing was shown, 2 for a problem.

    Args:
        argv: arguments without the program's name; those of the process if None.
    """
    started_s = time.monotonic()
    arguments = parse(sys.argv[1:] if argv is None else argv)
    profile = Profile(arguments.profile)
    try:
        if not has_screen():
            raise TivmError(NO_SCREEN)
        profile.create()
    except TivmError as error:
        if sys.stderr is not None:
            sys.stderr.write(f"tivm-desktop: {error}\n")
        return PROBLEM
    from tivm_desktop.gui.single_instance import Turn, take_turn

    faults = Faults(profile.faults_file)
    turn = Turn() if arguments.smoke is not None else take_turn(profile, _asked(arguments), faults.begins_at)
    if turn.handed_over:
        return 0
    ended = ended_before(turn.mark, profile) if turn.mark is not None else None
    keep_log(profile)
    desktop = build(arguments, profile)
    from tivm_desktop.gui.keeping_on import KeepingOn

    keeping = KeepingOn(
        desktop.application,
        desktop.window,
        desktop.engine,
        desktop.settings,
        profile,
        turn,
        ended,
        asked=bool(_asked(arguments)),
    )
    status = _run(desktop, arguments, started_s)
    keeping.finish()
    faults.close()
    return status


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="tivm-desktop",
        description="Drop a video on a window: your own music is ranked by how well it fits, and plays in "
        "time with the picture.",
    )
    parser.add_argument(
        "paths",
        type=Path,
        nargs="*",
        metavar="FILE",
        help="a video to open; folders or files of music to rank for it",
    )
    parser.add_argument("--version", action="version", version=f"tivm-desktop {this_build().described}")
    parser.add_argument(
        "--music", type=Path, metavar="DIR", help="a folder of music to add to the library and rank"
    )
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="keep settings, analyses and logs in this folder"
    )
    parser.add_argument("--pack", metavar="P", help="model pack: a name from `tivm pack list`, or a folder")
    parser.add_argument("--provider", choices=("auto", "cpu", "cuda"), help="what computes")
    parser.add_argument("--theme", choices=("dark", "light", "auto"), help="dark, light or the desktop's own")
    parser.add_argument(
        "--smoke", type=float, metavar="SECONDS", help="play that long, print one JSON line, judge by status"
    )
    return parser.parse_args(argv)


def build(arguments: argparse.Namespace, profile: Profile) -> Desktop:
    """Make every part the program needs at once, and hand over how to make the others."""
    gc.disable()
    choose(profile.gpu_folder)
    if sys.platform == "win32":
        runtime()  # before Qt, or its DLLs are not found
    from tivm_desktop.gui.application import Application
    from tivm_desktop.gui.demo_control import DemoControl
    from tivm_desktop.gui.engine import Engine
    from tivm_desktop.gui.icons import Icons
    from tivm_desktop.gui.language import install_language
    from tivm_desktop.gui.marshal import Marshal
    from tivm_desktop.gui.settings import Settings
    from tivm_desktop.gui.settings_control import SettingsControl
    from tivm_desktop.gui.settings_values import kept_language
    from tivm_desktop.gui.theme import Themes, theme_choice
    from tivm_desktop.gui.typography import install_fonts
    from tivm_desktop.gui.welcome_control import WelcomeControl
    from tivm_desktop.gui.window import NAME, MainWindow

    sys.setswitchinterval(TURN_S)
    application = Application(NAME)
    application.setStyle("Fusion")
    application.setApplicationName(NAME)
    application.setDesktopFileName("tivm-desktop")
    install_fonts()
    settings = Settings(profile.config_folder / "window.ini")
    install_language(application, kept_language(settings), bundled("resources") / "translations")
    themes = Themes(bundled("resources") / "themes", theme_choice(arguments.theme or settings.theme))
    engine = Engine(_parts(arguments, settings, profile), Marshal())
    icons = Icons(bundled("resources") / "icons")
    window = MainWindow(engine, settings, themes, icons)
    SettingsControl(window, engine, settings, themes, icons, profile)
    WelcomeControl(window, engine, settings, asked=bool(_asked(arguments)))
    DemoControl(window, engine, profile.demo_folder)

    def begin() -> None:
        engine.start()
        if settings.music_folders:
            window.open_folder(*settings.music_folders)
        asked = [*_asked(arguments), *application.take_early()]
        if asked:
            engine.take_in(asked)
        application.asked_to_open.connect(lambda path: engine.take_in([path]))

    window.usable.connect(settle)
    window.usable.connect(begin)
    engine.pack_named.connect(settle)
    return Desktop(application, engine, window, settings)


def settle() -> None:
    """Keep what is loaded by now, which stays, out of every later search for garbage.

    A full search goes through all objects, and every thread of Python's stands still meanwhile: 50 ms for
    those alone that modules are made of, in the middle of a picture or a crossfade.
    """
    gc.freeze()
    gc.enable()


def _parts(arguments: argparse.Namespace, settings: "Settings", profile: Profile) -> "Parts":
    """Say how the engine's parts are made once they are wanted."""
    from tivm_desktop.gui.parts import Parts
    from tivm_desktop.gui.settings_values import HARDWARE, is_on, kept_provider

    loading = Lock()
    provider = arguments.provider or kept_provider(settings)
    return Parts(
        make_player=_loaded_first(loading, partial(make_player, hardware=is_on(settings, HARDWARE))),
        make_matching=_loaded_first(loading, partial(make_matching, arguments.pack, provider, profile)),
        look_at=_loaded_first(loading, look_at),
    )


def make_player(*, hardware: bool) -> "AuditionPlayer":
    """Make the player with the system's sound device, or silent where PortAudio finds none.

    Args:
        hardware: whether a graphics card may decode the picture.
    """
    from tivm_desktop.playback.hardware import Hardware
    from tivm_desktop.playback.player import Player
    from tivm_desktop.playback.sounddevice_output import SounddeviceOutput

    return Player(SounddeviceOutput(), hardware=Hardware() if hardware else None)


def make_matching(
    pack_name: str | None, provider: "ProviderChoice", profile: Profile, listener: "SessionListener"
) -> "Matching":
    """Verify the pack and begin a session with it.

    Raises:
        TivmError: the pack or the profile can't be used.
    """
    from tivm_desktop.gui.parts import Matching
    from tivm_desktop.library.proxy_cache import ProxyCache
    from tivm_desktop.matching.library_options import LibraryOptions
    from tivm_desktop.matching.packs import find_pack
    from tivm_desktop.matching.session import SuggestionSession

    pack = find_pack(pack_name, profile)
    proxies = ProxyCache(profile.proxies_folder)
    library = LibraryOptions(watch=True)
    session = SuggestionSession(pack, provider, profile, listener, proxies=proxies, library=library)
    return Matching(session, f"{pack.name} {pack.version}")


def look_at(path: Path) -> "VideoFacts | None":
    """Return the facts of a video, None for sound alone.

    Raises:
        MediaError: it is neither, or has a video's name and no picture.
    """
    from tivm_desktop.gui.parts import VideoFacts
    from tivm_desktop.library.scan import VIDEO_EXTENSIONS
    from tivm_desktop.media.probe import probe, require_video

    info = probe(path)
    if info.video is None and path.suffix.lower() not in VIDEO_EXTENSIONS:
        return None
    stream = require_video(info)
    return VideoFacts(path, info.duration_s, stream.width, stream.height, stream.frame_rate)


def _loaded_first(loading: Lock, part: Callable[P, T]) -> Callable[P, T]:
    """Have what all parts share loaded by the thread that comes first, while the others wait.

    The modules of PyAV and NumPy import each other. Two threads amid that wait for each other, and Python
    ends it by handing out a half-made module: an ImportError, and no player for as long as the program runs.
    """

    def made(*args: P.args, **kwargs: P.kwargs) -> T:
        with loading:
            import av  # noqa: F401
            import numpy  # noqa: F401, ICN001
        return part(*args, **kwargs)

    return made


def _asked(arguments: argparse.Namespace) -> list[Path]:
    return [path.absolute() for path in (*arguments.paths, arguments.music) if path is not None]


def _run(desktop: Desktop, arguments: argparse.Namespace, started_s: float) -> int:
    if arguments.smoke is None:
        desktop.window.show()
        return desktop.application.exec()
    from tivm_desktop.gui.smoke import SmokeRun

    smoke = SmokeRun(
        desktop.window,
        desktop.engine,
        arguments.smoke,
        started_s,
        music_asked=arguments.music is not None,
    )
    desktop.window.show()
    desktop.application.exec()
    smoke.write()
    return smoke.status()
