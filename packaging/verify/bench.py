"""What every proof works with."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from tests.app.screen import Screen
from verify.commands import run
from verify.desk import Ear, photograph
from verify.log_marks import fatal_lines
from verify.material import Material
from verify.place import COMMAND, Place, Sound
from verify.report import BrokenPromiseError
from verify.session import Session

PLAY_S = 8.0
COLOURS = 12
"""A window that shows something has more colours than this."""
_PAINTED_WITHIN_S = 15.0


@dataclass(frozen=True, slots=True)
class Bench:
    """What every proof works with."""

    place: Place
    folder: Path
    """Takes in what the sessions say, and pictures."""
    desk: Screen
    sound: Sound
    ear: Ear
    material: Material

    def tivm(self, *words: str, statuses: tuple[int, ...] = (0,), timeout_s: float = 240.0) -> str:
        """Run the command line there as the user, and return its stdout."""
        log = self.folder / "tivm.log"
        log.unlink(missing_ok=True)
        said = run(
            self.place.command([self.place.program(COMMAND), *words], sound=self.sound),
            log=log,
            timeout_s=timeout_s,
            statuses=statuses,
        )
        no_fatal_line("tivm", log.read_text(errors="replace"))
        return said

    def forget(self) -> None:
        """Have the user be a new one: no settings, no library, no cache, no log."""
        home = self.place.seen(self.place.home)
        for name in (".config", ".cache", ".local"):
            shutil.rmtree(home / name, ignore_errors=True)


def let_play(session: Session) -> None:
    """Wait `PLAY_S`, or until the program ends."""
    end_s = time.monotonic() + PLAY_S
    while time.monotonic() < end_s and session.process.poll() is None:
        time.sleep(0.1)


def photograph_when_painted(session: Session, file: Path) -> int:
    """Save a picture of the screen as soon as the window shows something; return how many colours it has.

    Raises:
        BrokenPromiseError: it stays empty.
    """
    colours = 0
    give_up_s = time.monotonic() + _PAINTED_WITHIN_S
    while time.monotonic() < give_up_s:
        colours = photograph(session.around.desk, file)
        if colours > COLOURS:
            return colours
    raise BrokenPromiseError(f"the window stays empty: {colours} colours on the screen ({file.name})")


def no_fatal_line(source: str, text: str) -> None:
    """Check what a program said.

    Raises:
        BrokenPromiseError: there is a mark of something fatal in it.
    """
    found = fatal_lines([(source, text)])
    if found:
        raise BrokenPromiseError(f"{source} says: {found[0].line}")
