"""A start of the window that goes on where the run before it ended."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.gui.conftest import House
from tests.gui.fakes import suggestion, track_analysis
from tivm_desktop.gui.keeping_on import KeepingOn
from tivm_desktop.gui.single_instance import Turn
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.ended import Ended
from tivm_desktop.runs.kept_session import KeptSession, read_session, write_session
from tivm_desktop.runs.mark import RUNNING, RunFacts, RunMark, peek

TRACK = suggestion("a").path
"""A track that every session of these knows."""


@dataclass
class Start:
    """A window that goes on where another was, in a profile of its own."""

    house: House
    profile: Profile
    video: Path
    made: list[KeepingOn]

    def begin(
        self, ended: Ended | None = None, turn: Turn | None = None, *, asked: bool = False
    ) -> KeepingOn:
        """Begin to keep on, as a start does once the window was painted."""
        house = self.house
        turn = turn or Turn(RunMark(self.profile.mark_file))
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        keeping = KeepingOn(
            application, house.window, house.engine, house.settings, self.profile, turn, ended, asked=asked
        )
        self.made.append(keeping)
        house.window.usable.emit()
        return keeping

    def kept(self) -> KeptSession | None:
        """What the next start would find."""
        return read_session(self.profile.session_file)

    def keep(self, **more: object) -> KeptSession:
        """Have a session found by this start."""
        session = replace(KeptSession(self.video, position_s=4.5), **more)  # type: ignore[arg-type]
        write_session(self.profile.session_file, session)
        return session

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for something that is done off the GUI thread."""
        self.house.bot.waitUntil(until)

    def facts(self) -> RunFacts:
        """What this run says of itself."""
        facts = peek(self.profile.mark_file)
        assert facts is not None
        return facts


def started(house: House, tmp_path: Path) -> Iterator[Start]:
    """Make a start, and end it afterwards."""
    profile = Profile(tmp_path / "profile")
    profile.create()
    video = tmp_path / "cut.mp4"
    video.touch()
    house.session.analyses[TRACK] = track_analysis()
    made = Start(house, profile, video, [])
    yield made
    house.window.close()
    for keeping in made.made:
        keeping.finish()


def crash(**more: object) -> Ended:
    """A run that ended unexpectedly."""
    facts = replace(RunFacts(RUNNING, 1000.0), **more)  # type: ignore[arg-type]
    return Ended(facts, 1900.0, "Fatal Python error: Aborted", ("opening /v/Secret.mp4",))


def tell_library(start: Start) -> None:
    """Say that the library is open, which means that it was checked."""
    start.house.engine.pack_named.emit("toy 1")


def write_mark(file: Path, facts: RunFacts) -> None:
    """Leave the mark of a run that said this and did not come to its end."""
    file.write_bytes(json.dumps(asdict(facts)).encode().ljust(1000))
